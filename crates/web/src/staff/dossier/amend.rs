//! The form that puts right what was recorded wrongly: people, proxy, needs, what was asked, answers.

use super::acts::Builder;
use super::input::{Input, name};
use super::view::Part;
use crate::fields::Fields;
use crate::staff::Staff;
use crate::staff::form::Problems;
use crate::staff::form::answers::{name_of, read_answers};
use crate::staff::form::people::People;
use crate::widget::{Field, FieldKind, Opt, Width};
use domain::dossier::{Act, Amendment, Asked, Dossier, Reception, Refusal};
use domain::person::{Applicant, Authorisation, Citizen, Email, Proxy, Relation};
use domain::procedure::{Exemption, FieldUse, ProcedureVersion};
use domain::text::clean_text;
use domain::time::civil;
use i18n::{Arg, Key as K, Lang, text, text_with, words};
use std::collections::BTreeMap;

/// Most copies and most pages, as at intake.
const COPIES_MAX: u16 = 999;
const PAGES_MAX: u16 = 2_000;

/// Longest reason, in characters.
const REASON_CHARS_MAX: usize = 2_000;

/// The questions of the form, with what is recorded.
pub fn parts(builder: &Builder<'_>) -> Vec<Part> {
    let asked = Form { builder, lang: builder.lang() };
    let reception = &builder.found.dossier.reception;
    let mut parts = asked.applicant(&reception.applicant);
    parts.extend(asked.proxy(reception.proxy.as_ref()));
    parts.extend(asked.needs(reception));
    parts.extend(asked.amounts(reception, builder.version));
    if let Some(version) = builder.version {
        parts.extend(builder.specs(version, FieldUse::Form));
    }
    parts.push(builder.reason());
    parts
}

struct Form<'a> {
    builder: &'a Builder<'a>,
    lang: Lang,
}

impl Form<'_> {
    fn field(&self, field: impl AsRef<str>, label: K, kind: FieldKind, recorded: &str) -> Field {
        let field = field.as_ref();
        let made = Field::of(self.lang, name(Act::Amend, field), text(self.lang, label), kind);
        made.value(self.builder.value(field, recorded)).error(self.builder.error(field))
    }

    fn known(&self, field: impl AsRef<str>, label: K, recorded: &str, optional: bool) -> Part {
        let mut made = self.field(field, label, FieldKind::Text, recorded);
        made.optional = optional;
        Part::Field(made)
    }

    fn heading(&self, key: K) -> Part {
        Part::Heading(text(self.lang, key))
    }

    /// A box that is ticked as recorded, or as it came back.
    fn tick(&self, full: &'static str, legend: K, value: &str, label: K, recorded: bool) -> Part {
        let options = vec![Opt::new(value, text(self.lang, label))];
        let recorded = if recorded { vec![value.to_owned()] } else { Vec::new() };
        self.builder.ticks(full, legend, options, &recorded)
    }

    fn person(&self, who: &str, person: Option<&Citizen>) -> Vec<Part> {
        let at = |field: &str| format!("{who}{field}");
        let text_of = |value: Option<String>| value.unwrap_or_default();
        let number = text_of(person.and_then(|p| p.identity.as_ref()).map(ToString::to_string));
        let born = person.and_then(|p| p.born);
        let born = text_of(born.map(|born| born.date().strftime("%d/%m/%Y").to_string()));
        let phone = text_of(person.and_then(|p| p.phone.as_ref()).map(|phone| phone.as_str().to_owned()));
        let address = person.map_or("", |p| p.address.as_str());
        vec![
            self.known(at("ten"), K::DeskName, person.map_or("", |p| p.name.as_str()), false),
            self.known(at("so-dinh-danh"), K::DeskIdentity, &number, true),
            self.known(at("ngay-sinh"), K::DeskBorn, &born, true),
            self.known(at("noi-cu-tru"), K::DeskAddress, address, true),
            self.known(at("dien-thoai"), K::DeskPhone, &phone, true),
        ]
    }

    fn applicant(&self, applicant: &Applicant) -> Vec<Part> {
        let mut parts = vec![self.heading(K::DeskApplicant)];
        match applicant {
            Applicant::Citizen(_) => {}
            Applicant::Business { name, number, .. } => {
                parts.push(self.known("ten-to-chuc", K::IntakeBody, name, false));
                parts.push(self.known("ma-so", K::IntakeNumber2, number, false));
            }
            Applicant::Organisation { name, .. } => {
                parts.push(self.known("ten-to-chuc", K::IntakeBody, name, false));
            }
        }
        parts.extend(self.person("", Some(applicant.person())));
        parts
    }

    fn select(&self, field: &str, label: K, options: Vec<Opt>, recorded: &str) -> Field {
        let empty = Opt::new("", text(self.lang, K::IntakeChoose));
        let options = std::iter::once(empty).chain(options).collect();
        self.field(field, label, FieldKind::Select(options), recorded)
    }

    fn proxy(&self, proxy: Option<&Proxy>) -> Vec<Part> {
        let lang = self.lang;
        let there = proxy.is_some();
        let mut parts = vec![
            self.heading(K::DeskProxy),
            self.tick("amend-nguoi", K::DeskProxyWhether, "nop-thay", K::DeskProxyThere, there),
        ];
        let mut fields = self.person("nt-", proxy.map(|proxy| &proxy.person));
        let relations = Relation::ALL.map(|r| Opt::new(r.name(), words::relation(r, lang)));
        let papers = Authorisation::ALL.map(|a| Opt::new(a.name(), words::authorisation(a, lang)));
        let relation = proxy.map_or("", |proxy| proxy.relation.name());
        let paper = proxy.map_or("", |proxy| proxy.authorisation.name());
        fields.push(Part::Field(self.select("nt-quan-he", K::IntakeRelation, relations.to_vec(), relation)));
        fields.push(Part::Field(self.select("nt-giay", K::IntakeAuthorisation, papers.to_vec(), paper)));
        for part in &mut fields {
            if let Part::Field(field) = part {
                // Wanted only where somebody hands in for the applicant, which the reader of the form knows.
                field.optional = !there;
            }
        }
        parts.extend(fields);
        parts
    }

    fn needs(&self, reception: &Reception) -> Vec<Part> {
        let needs = &reception.needs;
        let witness = |at: usize| needs.witnesses.get(at).map_or("", |name| name.as_str());
        let interpreter = needs.interpreter.as_ref().map_or("", |name| name.as_str());
        vec![
            self.heading(K::DeskNeeds),
            self.tick("amend-ky", K::DeskSignature, "diem-chi", K::DeskFingerprint, needs.fingerprint),
            self.known("lam-chung-1", K::IntakeWitness1, witness(0), true),
            self.known("lam-chung-2", K::IntakeWitness2, witness(1), true),
            self.known("phien-dich", K::IntakeInterpreter, interpreter, true),
        ]
    }

    fn amounts(&self, reception: &Reception, version: Option<&ProcedureVersion>) -> Vec<Part> {
        let lang = self.lang;
        let asked = recorded(reception);
        let count = |field: &str, label, recorded: u16| {
            let recorded = recorded.to_string();
            Part::Field(self.field(field, label, FieldKind::Digits, &recorded).width(Width::Short))
        };
        let grounds = Exemption::ALL.map(|ground| Opt::new(ground.name(), words::exemption(ground, lang)));
        let ground = asked.exemption.map_or("", Exemption::name);
        let mut exemption = self.select("mien", K::IntakeExemption, grounds.to_vec(), ground);
        exemption.optional = true;
        let mut parts = vec![
            self.heading(K::DeskAsked),
            count("so-ban", K::DeskCopies, reception.copies),
            count("so-trang", K::IntakePages, asked.pages),
            Part::Field(exemption),
        ];
        let questions = version.map_or(&[][..], |version| &version.questions);
        if !questions.is_empty() {
            let option = |id: &str, words: &str| Opt::new(id, words);
            let options = questions.iter().map(|q| option(q.id.as_str(), name_of(&q.text, lang))).collect();
            let yes: Vec<String> = asked.yes.iter().map(|id| id.as_str().to_owned()).collect();
            parts.push(self.builder.ticks("amend-hoi", K::DeskQuestions, options, &yes));
        }
        parts
    }
}

/// What was asked, as recorded; where it was not kept, nothing out of the ordinary.
fn recorded(reception: &Reception) -> Asked {
    let exemption = reception.fee.exemption.as_deref().and_then(Exemption::from_name);
    reception.asked.clone().unwrap_or(Asked { exemption, ..Asked::nothing() })
}

/// Reads the form; what is as recorded is no part of the amendment.
pub fn read(
    dossier: &Dossier,
    version: &ProcedureVersion,
    staff: &Staff,
    fields: &Fields,
    problems: &mut Problems,
) -> Option<Input> {
    let (before, lang) = (&dossier.reception, staff.ask.lang);
    let prefix = name(Act::Amend, "");
    let people = People { fields, prefix: &prefix, lang, today: civil(staff.now).date() };
    let applicant = people.applicant(before.applicant.kind(), problems);
    let by_proxy = fields.ticked("amend-nguoi-nop-thay");
    let proxy = if by_proxy { people.proxy(problems) } else { None };
    if proxy.as_ref().is_some_and(|proxy| !proxy.is_sufficient()) {
        problems.add("amend-nt-giay", words::refusal(&Refusal::AuthorisationInsufficient, lang));
    }
    let needs = people.needs(fields.ticked("amend-ky-diem-chi"), problems);
    let copies = count(fields, "so-ban", COPIES_MAX, lang, problems);
    let pages = count(fields, "so-trang", PAGES_MAX, lang, problems);
    let answers = answers(before, version, fields, lang, problems);
    let reason = clean_text(fields.get("amend-ly-do"));
    if reason.is_empty() {
        problems.add("amend-ly-do", text(lang, K::DeskReasonMissing));
    } else if reason.chars().count() > REASON_CHARS_MAX {
        problems.add("amend-ly-do", text(lang, K::DeskAnswerLong));
    }
    let (applicant, copies, pages) = (applicant?, copies?, pages?);
    if !problems.0.is_empty() {
        return None;
    }
    let applicant = with_email(applicant, before.applicant.person().email.clone());
    let proxy = proxy.map(|mut proxy| {
        proxy.person.email = before.proxy.as_ref().and_then(|before| before.person.email.clone());
        proxy
    });
    let ticked = |id: &str| fields.ticked(&format!("amend-hoi-{id}"));
    let asked = Asked {
        yes: version.questions.iter().filter(|q| ticked(q.id.as_str())).map(|q| q.id.clone()).collect(),
        pages,
        exemption: Exemption::from_name(fields.get("amend-mien")),
    };
    // Where it was not kept, it is recorded as soon as something depends on it.
    let anew = before.asked.is_none() && copies != before.copies;
    let amendment = Amendment {
        applicant: (applicant != before.applicant).then_some(applicant),
        proxy: (proxy != before.proxy).then_some(proxy),
        needs: (needs != before.needs).then_some(needs),
        answers: (answers != before.answers).then_some(answers),
        copies: (copies != before.copies).then_some(copies),
        asked: (anew || asked != recorded(before)).then_some(asked),
        fee: None,
        components_required: None,
    };
    Some(Input::Amend(Box::new(amendment), reason))
}

/// The answers of the form beside those of the result, which stay.
fn answers(
    before: &Reception,
    version: &ProcedureVersion,
    fields: &Fields,
    lang: Lang,
    problems: &mut Problems,
) -> BTreeMap<String, String> {
    let read = read_answers(fields, &name(Act::Amend, "f."), version, FieldUse::Form, lang, problems);
    let mut answers = before.answers.clone();
    for spec in version.fields.iter().filter(|spec| spec.used == FieldUse::Form) {
        answers.remove(spec.id.as_str());
    }
    answers.extend(read);
    answers
}

fn count(fields: &Fields, field: &str, most: u16, lang: Lang, problems: &mut Problems) -> Option<u16> {
    let name = name(Act::Amend, field);
    let typed = fields.typed(&name).unwrap_or("1").parse().ok();
    let read = typed.filter(|count| (1..=most).contains(count));
    if read.is_none() {
        let sentence = text_with(lang, K::IntakeCountWrong, &[("n", Arg::Number(i64::from(most)))]);
        problems.add(name, sentence);
    }
    read
}

/// The form does not ask for the address of electronic mail, so it stays.
fn with_email(applicant: Applicant, email: Option<Email>) -> Applicant {
    let with = |person: Citizen| Citizen { email, ..person };
    match applicant {
        Applicant::Citizen(person) => Applicant::Citizen(with(person)),
        Applicant::Business { name, number, representative } => {
            Applicant::Business { name, number, representative: with(representative) }
        }
        Applicant::Organisation { name, representative } => {
            Applicant::Organisation { name, representative: with(representative) }
        }
    }
}
