//! What is asked before and at reception: procedure, papers, case, people.

use super::person;
use super::read::{Faults, Object};
use app::Policy;
use app::intake::{Draft, HandedIn, Intake};
use domain::channel::Channel;
use domain::dossier::{Digitised, VerificationAnswer};
use domain::place::UnitCode;
use domain::procedure::{
    CaseId, ComponentId, Exemption, FieldKind, FieldUse, ProcedureCode, ProcedureVersion, QuestionId,
};
use i18n::{Arg, Key as K, text_with};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Most copies and pages.
pub(super) const COUNT_MAX: u16 = 1_000;

/// The ways a paper becomes electronic that need no file.
const DIGITISED: [Digitised; 4] =
    [Digitised::No, Digitised::ReusedComponent, Digitised::ReusedResult, Digitised::FromDatabase];

/// Reads what is assessed. Without a version in force the rest cannot be held against anything.
pub fn draft(
    object: &mut Object,
    policy: &Policy,
    unit: UnitCode,
    on: Date,
    faults: &mut Faults,
) -> Option<(Draft, Arc<ProcedureVersion>)> {
    let code: Option<ProcedureCode> = object.parsed("procedure", faults);
    let code = object.required("procedure", code, faults);
    let channel = object.one_of("channel", &Channel::ALL, Channel::name, faults);
    let channel = object.required("channel", channel, faults);
    let version = code.as_ref().and_then(|code| policy.version_in_force(code, &unit, on));
    if code.is_some() && version.is_none() {
        faults.add(object.at("procedure"), "not_offered", K::ErrorsNotOffered);
    }
    let case: Option<CaseId> = object.parsed("case", faults);
    let yes = object.lines("yes", faults).unwrap_or_default();
    let handed = handed(object, faults);
    let copies = object.small("copies", (1, COUNT_MAX), faults).unwrap_or(1);
    let pages = object.small("pages", (1, COUNT_MAX), faults).unwrap_or(1);
    let exemption = object.one_of("exemption", &Exemption::ALL, Exemption::name, faults);
    let verification = verification(object, faults);
    let version = version?.clone();
    let mut draft = Draft::new(code?, unit, channel?);
    if !version.accepts(draft.channel) {
        faults.add(object.at("channel"), "not_here", K::ApiFieldNotHere);
    }
    draft.yes = questions(object, &version, yes, faults);
    draft.case = case;
    (draft.copies, draft.pages, draft.exemption) = (copies, pages, exemption);
    draft.verification = verification;
    known_case(object, &version, draft.case.as_ref(), faults);
    known_components(object, &version, &handed, faults);
    draft.handed = handed;
    Some((draft, version))
}

fn known_case(object: &Object, version: &ProcedureVersion, case: Option<&CaseId>, faults: &mut Faults) {
    match case {
        Some(case) if !version.cases.iter().any(|spec| spec.id == *case) => {
            faults.add(object.at("case"), "not_here", K::ApiFieldNotHere);
        }
        None if !version.cases.is_empty() => {
            faults.add(object.at("case"), "required", K::ApiFieldRequired);
        }
        Some(_) | None => {}
    }
}

/// Questions answered with yes; each must be one of the version's.
pub(super) fn questions(
    object: &Object,
    version: &ProcedureVersion,
    yes: Vec<String>,
    faults: &mut Faults,
) -> std::collections::BTreeSet<QuestionId> {
    let mut known = std::collections::BTreeSet::new();
    for (place, typed) in yes.into_iter().enumerate() {
        match version.questions.iter().find(|question| question.id.as_str() == typed) {
            Some(question) => {
                known.insert(question.id.clone());
            }
            None => faults.add(object.at(&format!("yes.{place}")), "not_here", K::ApiFieldNotHere),
        }
    }
    known
}

fn known_components(object: &Object, version: &ProcedureVersion, handed: &[HandedIn], faults: &mut Faults) {
    for (place, paper) in handed.iter().enumerate() {
        let field = || object.at(&format!("components.{place}.component"));
        if !version.components.iter().any(|spec| spec.id == paper.component) {
            faults.add(field(), "not_here", K::ApiFieldNotHere);
        }
        if handed.iter().take(place).any(|before| before.component == paper.component) {
            faults.add(field(), "repeated", K::ApiFieldRepeated);
        }
    }
}

/// Papers as they were handed in.
pub fn handed(object: &mut Object, faults: &mut Faults) -> Vec<HandedIn> {
    let mut papers = Vec::new();
    for mut one in object.objects("components", faults).unwrap_or_default() {
        let component: Option<ComponentId> = one.parsed("component", faults);
        let component = one.required("component", component, faults);
        let originals = one.small("originals", (0, COUNT_MAX), faults).unwrap_or(0);
        let copies = one.small("copies", (0, COUNT_MAX), faults).unwrap_or(0);
        let digitised = one.one_of("digitised", &DIGITISED, Digitised::name, faults);
        one.finish(faults);
        let digitised = digitised.unwrap_or(Digitised::No);
        papers.extend(component.map(|component| HandedIn {
            component,
            originals,
            copies,
            digitised,
            files: Vec::new(),
        }));
    }
    papers
}

fn verification(object: &mut Object, faults: &mut Faults) -> VerificationAnswer {
    let Some(mut answer) = object.object("verification", faults) else {
        return VerificationAnswer::NotAsked;
    };
    let needed = answer.flag("needed", faults);
    let needed = answer.required("needed", needed, faults);
    let reason = answer.required_text("reason", faults).unwrap_or_default();
    answer.finish(faults);
    match needed {
        Some(true) => VerificationAnswer::Needed { reason },
        Some(false) => VerificationAnswer::NotNeeded { reason },
        None => VerificationAnswer::NotAsked,
    }
}

/// Reads a whole reception.
pub fn intake(
    object: &mut Object,
    policy: &Policy,
    unit: UnitCode,
    on: Date,
    faults: &mut Faults,
) -> Option<Intake> {
    let read = draft(object, policy, unit, on, faults);
    let version = object.small("version", (1, u16::MAX), faults);
    let version = object.required("version", version, faults);
    let applicant = object.object("applicant", faults);
    let applicant = object.required("applicant", applicant, faults);
    let applicant = person::applicant(applicant, on, faults);
    let proxy = object.object("proxy", faults);
    let has_proxy = proxy.is_some();
    let proxy = person::proxy(proxy, on, faults);
    let needs = object.object("needs", faults);
    let needs = person::needs(needs, faults).unwrap_or_default();
    let answers = object.texts("answers", faults).unwrap_or_default();
    let note = object.text("note", faults).unwrap_or_default();
    let duplicate_confirmed = object.flag("duplicate_confirmed", faults).unwrap_or(false);
    let (mut draft, spec) = read?;
    draft.by_proxy = has_proxy;
    let answers = self::answers(&object.at("answers"), &spec, FieldUse::Form, answers, faults);
    let (version, applicant) = (version?, applicant?);
    Some(Intake { draft, version, applicant, proxy, needs, answers, note, duplicate_confirmed })
}

/// Holds answers against the fields of the procedure.
pub fn answers(
    path: &str,
    version: &ProcedureVersion,
    used: FieldUse,
    typed: Vec<(String, String)>,
    faults: &mut Faults,
) -> BTreeMap<String, String> {
    let fields = || version.fields.iter().filter(|field| field.used == used);
    let answers: BTreeMap<String, String> = typed.into_iter().collect();
    for spec in fields().filter(|spec| spec.required && !answers.contains_key(spec.id.as_str())) {
        faults.add(format!("{path}.{}", spec.id), "required", K::ApiFieldRequired);
    }
    for (name, answer) in &answers {
        let at = format!("{path}.{name}");
        match fields().find(|spec| spec.id.as_str() == name).map(|spec| &spec.kind) {
            None => faults.add(at, "not_here", K::ApiFieldNotHere),
            Some(FieldKind::Text | FieldKind::LongText) => {}
            Some(FieldKind::Date) => {
                if domain::person::read_date(answer).is_err() && answer.parse::<Date>().is_err() {
                    faults.add(at, "bad_date", K::ApiFieldDate);
                }
            }
            Some(FieldKind::Number) => {
                if answer.len() > 18 || !answer.bytes().all(|byte| byte.is_ascii_digit()) {
                    let args = [("expected", Arg::Text("0-9"))];
                    let detail = text_with(faults.lang, K::ApiFieldWrongType, &args);
                    faults.say(at, "wrong_type", detail);
                }
            }
            Some(FieldKind::Choice(options)) => {
                if !options.iter().any(|option| option.value == *answer) {
                    let values: Vec<&str> = options.iter().map(|option| option.value.as_str()).collect();
                    let values = values.join(", ");
                    let args = [("values", Arg::Text(&values))];
                    let detail = text_with(faults.lang, K::ApiFieldNotOneOf, &args);
                    faults.say(at, "not_one_of", detail);
                }
            }
        }
    }
    answers
}
