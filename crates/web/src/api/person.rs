//! People in bodies, parsed by the domain's own parsers; their sentences are those of the forms.

use super::read::{Faults, Object};
use domain::person::{
    AccessNeeds, Applicant, Authorisation, BirthDate, Citizen, Email, FullName, IdentityNumber, Phone, Proxy,
    Relation,
};
use i18n::{Key as K, words};
use jiff::civil::Date;

/// A name that must be there.
pub fn name(object: &mut Object, field: &str, faults: &mut Faults) -> Option<FullName> {
    let typed = object.required_line(field, faults)?;
    let read = FullName::parse(&typed);
    read.map_err(|problem| {
        faults.say(object.at(field), "bad_name", words::name_problem(problem, faults.lang));
    })
    .ok()
}

fn identity(object: &mut Object, faults: &mut Faults) -> Option<IdentityNumber> {
    let typed = object.line("identity", faults)?;
    let read = IdentityNumber::parse(&typed);
    read.map_err(|problem| {
        faults.say(object.at("identity"), "bad_identity", words::identity_problem(problem, faults.lang));
    })
    .ok()
}

fn born(object: &mut Object, today: Date, faults: &mut Faults) -> Option<BirthDate> {
    let typed = object.line("born", faults)?;
    let Ok(on) = typed.parse::<Date>() else {
        faults.add(object.at("born"), "bad_date", K::ApiFieldDate);
        return None;
    };
    let read = BirthDate::new(on, today);
    read.map_err(|problem| {
        faults.say(object.at("born"), "bad_date", words::birth_problem(problem, faults.lang));
    })
    .ok()
}

fn phone(object: &mut Object, faults: &mut Faults) -> Option<Phone> {
    let typed = object.line("phone", faults)?;
    let read = Phone::parse(&typed);
    read.map_err(|problem| {
        faults.say(object.at("phone"), "bad_phone", words::contact_problem(problem, faults.lang));
    })
    .ok()
}

fn email(object: &mut Object, faults: &mut Faults) -> Option<Email> {
    let typed = object.line("email", faults)?;
    let read = Email::parse(&typed);
    read.map_err(|problem| {
        faults.say(object.at("email"), "bad_email", words::contact_problem(problem, faults.lang));
    })
    .ok()
}

/// A citizen's fields; the object is left for its other fields.
fn citizen_in(object: &mut Object, today: Date, faults: &mut Faults) -> Option<Citizen> {
    let name = name(object, "name", faults);
    let identity = identity(object, faults);
    let born = born(object, today, faults);
    let address = object.required_line("address", faults);
    let phone = phone(object, faults);
    let email = email(object, faults);
    Some(Citizen { name: name?, identity, born, address: address?, phone, email })
}

fn citizen(object: Option<Object>, today: Date, faults: &mut Faults) -> Option<Citizen> {
    let mut object = object?;
    let read = citizen_in(&mut object, today, faults);
    object.finish(faults);
    read
}

/// An applicant: `kind` says which fields follow.
pub fn applicant(object: Option<Object>, today: Date, faults: &mut Faults) -> Option<Applicant> {
    let mut object = object?;
    let kinds = ["citizen", "business", "organisation"];
    let kind = object.one_of("kind", &kinds, |kind| kind, faults);
    let kind = object.required("kind", kind, faults)?;
    let read = if kind == "citizen" {
        citizen_in(&mut object, today, faults).map(Applicant::Citizen)
    } else {
        let body = object.required_line("name", faults);
        let number = if kind == "business" { object.required_line("number", faults) } else { None };
        let inner = object.object("representative", faults);
        let inner = object.required("representative", inner, faults);
        let representative = citizen(inner, today, faults);
        match (kind, body, number, representative) {
            ("business", Some(name), Some(number), Some(representative)) => {
                Some(Applicant::Business { name, number, representative })
            }
            ("organisation", Some(name), _, Some(representative)) => {
                Some(Applicant::Organisation { name, representative })
            }
            _incomplete => None,
        }
    };
    object.finish(faults);
    read
}

/// A proxy.
pub fn proxy(object: Option<Object>, today: Date, faults: &mut Faults) -> Option<Proxy> {
    let mut object = object?;
    let inner = object.object("person", faults);
    let inner = object.required("person", inner, faults);
    let person = citizen(inner, today, faults);
    let relation = object.one_of("relation", &Relation::ALL, Relation::name, faults);
    let relation = object.required("relation", relation, faults);
    let authorisation = authorisation(&mut object, faults);
    object.finish(faults);
    Some(Proxy { person: person?, relation: relation?, authorisation: authorisation? })
}

fn authorisation(object: &mut Object, faults: &mut Faults) -> Option<Authorisation> {
    let read = object.one_of("authorisation", &Authorisation::ALL, Authorisation::name, faults);
    object.required("authorisation", read, faults)
}

/// Ways of acting.
pub fn needs(object: Option<Object>, faults: &mut Faults) -> Option<AccessNeeds> {
    let mut object = object?;
    let fingerprint = object.flag("fingerprint", faults).unwrap_or(false);
    let people = |typed: Vec<String>, field: &str, faults: &mut Faults| -> Vec<FullName> {
        let mut names = Vec::new();
        for typed in typed {
            match FullName::parse(&typed) {
                Ok(name) => names.push(name),
                Err(problem) => {
                    faults.say(object_at(field), "bad_name", words::name_problem(problem, faults.lang));
                }
            }
        }
        names
    };
    let witnesses = object.lines("witnesses", faults).unwrap_or_default();
    let interpreter = object.line("interpreter", faults);
    let witnesses = people(witnesses, "witnesses", faults);
    let interpreter = people(interpreter.into_iter().collect(), "interpreter", faults).pop();
    object.finish(faults);
    Some(AccessNeeds { fingerprint, witnesses, interpreter })
}

fn object_at(field: &str) -> String {
    format!("needs.{field}")
}

/// The identity and paper of a collector who is not the applicant.
pub fn collector_proxy(
    object: Option<Object>,
    faults: &mut Faults,
) -> Option<(IdentityNumber, Authorisation)> {
    let mut object = object?;
    let number = identity(&mut object, faults);
    let number = object.required("identity", number, faults);
    let paper = authorisation(&mut object, faults);
    object.finish(faults);
    Some((number?, paper?))
}
