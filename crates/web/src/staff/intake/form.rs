//! The intake form: from what was sent to typed values, with all problems at once.
//!
//! Names of fields: `ten`, `so-dinh-danh` … for the applicant; `nt-…` for the proxy; `gt.ID`, `bc.ID`, `bs.ID`,
//! `tep.ID`, `luu.ID` for components; `f.ID` for the procedure's own fields; `hoi.ID` for its questions.

use super::person::{citizen, optional};
use crate::fields::Fields;
use app::intake::{Draft, HandedIn, Intake};
use domain::channel::Channel;
use domain::dossier::{Digitised, FileRef, VerificationAnswer};
use domain::person::{AccessNeeds, Applicant, Authorisation, FullName, Proxy, Relation, read_date};
use domain::place::UnitCode;
use domain::procedure::{
    ComponentKind, CopyKind, Exemption, FieldKind, FieldSpec, FieldUse, ProcedureVersion, VerificationPolicy,
};
use domain::text::{clean_line, clean_text, has_control};
use i18n::{Arg, Key as K, Lang, text, text_with, words};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Longest free text, in characters.
const TEXT_CHARS_MAX: usize = 10_000;

/// Everything wrong with a form, each beside its field.
#[derive(Debug, Default)]
pub struct Problems(pub Vec<(String, String)>);

impl Problems {
    /// Adds one.
    pub fn add(&mut self, field: impl Into<String>, sentence: impl Into<String>) {
        self.0.push((field.into(), sentence.into()));
    }

    /// The sentence for a field.
    pub fn of(&self, field: &str) -> Option<String> {
        self.0.iter().find(|(found, _)| found == field).map(|(_, sentence)| sentence.clone())
    }
}

/// What the form says of the case, as far as it can be read: enough to assess while the rest is being typed.
pub fn draft(fields: &Fields, version: &ProcedureVersion, unit: &UnitCode, kept: &Kept) -> Draft {
    let mut draft = Draft::new(version.code.clone(), unit.clone(), channel(fields));
    draft.case = match version.cases.as_slice() {
        [] => None,
        cases => {
            cases.iter().find(|case| case.id.as_str() == fields.get("truong-hop")).map(|case| case.id.clone())
        }
    };
    let ticked = |id: &str| fields.ticked(&format!("hoi.{id}"));
    draft.yes = version.questions.iter().filter(|q| ticked(q.id.as_str())).map(|q| q.id.clone()).collect();
    draft.by_proxy = fields.ticked("nop-thay");
    draft.copies = count(fields, "so-ban", 1);
    draft.pages = count(fields, "so-trang", 1);
    draft.exemption = Exemption::from_name(fields.get("mien"));
    draft.handed = handed(fields, version, kept);
    draft.verification = match (version.verification.policy, fields.get("xac-minh")) {
        (VerificationPolicy::May, "khong") => VerificationAnswer::NotNeeded { reason: reason(fields) },
        (VerificationPolicy::May, "co") => VerificationAnswer::Needed { reason: reason(fields) },
        (VerificationPolicy::May | VerificationPolicy::No | VerificationPolicy::Yes, _) => {
            VerificationAnswer::NotAsked
        }
    };
    draft
}

fn reason(fields: &Fields) -> String {
    clean_line(fields.get("xac-minh-ly-do"))
}

fn channel(fields: &Fields) -> Channel {
    if fields.get("kenh") == "post" { Channel::Post } else { Channel::Counter }
}

/// A number as typed; the smallest sound one when nothing sensible was typed (the check below names it).
fn count(fields: &Fields, name: &str, least: u16) -> u16 {
    fields.typed(name).and_then(|typed| typed.parse().ok()).filter(|n| *n >= least).unwrap_or(least)
}

/// Files that were sent before and are kept, by component.
pub type Kept = BTreeMap<String, Vec<FileRef>>;

/// Components as the officer found them: a tick, or at least one paper or file.
fn handed(fields: &Fields, version: &ProcedureVersion, kept: &Kept) -> Vec<HandedIn> {
    let papers = version.components.iter().filter(|spec| match spec.kind {
        ComponentKind::Submit | ComponentKind::Present => true,
        ComponentKind::Condition | ComponentKind::Note => false,
    });
    papers
        .filter_map(|spec| {
            let id = spec.id.as_str();
            let files = kept.get(id).cloned().unwrap_or_default();
            let from_database = fields.ticked(&format!("csdl.{id}"));
            if !fields.ticked(&format!("gt.{id}")) && files.is_empty() && !from_database {
                return None;
            }
            let typed =
                |prefix: &str| fields.typed(&format!("{prefix}.{id}")).and_then(|n| n.parse::<u16>().ok());
            let original = matches!(spec.copy_kind, CopyKind::Original | CopyKind::Form);
            let (originals, copies) = match (typed("bc"), typed("bs")) {
                (None, None) if original => (spec.quantity.max(1), 0),
                (None, None) => (0, spec.quantity.max(1)),
                (originals, copies) => (originals.unwrap_or(0), copies.unwrap_or(0)),
            };
            let digitised = match (from_database, files.is_empty()) {
                (true, _) => Digitised::FromDatabase,
                (false, false) => Digitised::Scanned,
                (false, true) => Digitised::No,
            };
            Some(HandedIn { component: spec.id.clone(), originals, copies, digitised, files })
        })
        .collect()
}

/// Reads the whole form.
///
/// # Errors
/// All [`Problems`] of the typed values; what is missing of the papers is the assessment's business.
pub fn read(
    fields: &Fields,
    lang: Lang,
    version: &ProcedureVersion,
    draft: Draft,
    today: Date,
) -> Result<Intake, Problems> {
    let mut problems = Problems::default();
    let applicant = applicant(fields, lang, today, &mut problems);
    let proxy = proxy(fields, lang, today, &mut problems);
    let needs = needs(fields, lang, &mut problems);
    let answers = answers(fields, lang, version, FieldUse::Form, &mut problems);
    choices(fields, lang, version, &mut problems);
    let note = free_text(fields, "ghi-chu", lang, &mut problems);
    let (Some(applicant), true) = (applicant, problems.0.is_empty()) else { return Err(problems) };
    Ok(Intake {
        version: fields.get("phien-ban").parse().unwrap_or(version.version),
        draft,
        applicant,
        proxy,
        needs,
        answers,
        note,
        duplicate_confirmed: fields.ticked("van-nhan"),
    })
}

fn choices(fields: &Fields, lang: Lang, version: &ProcedureVersion, problems: &mut Problems) {
    if !version.cases.is_empty()
        && !version.cases.iter().any(|case| case.id.as_str() == fields.get("truong-hop"))
    {
        problems.add("truong-hop", text(lang, K::IntakeCaseMissing));
    }
    if version.verification.policy == VerificationPolicy::May {
        match fields.get("xac-minh") {
            "khong" | "co" if reason(fields).is_empty() => {
                problems.add("xac-minh-ly-do", text(lang, K::IntakeVerificationReason));
            }
            "khong" | "co" => {}
            _other => problems.add("xac-minh", text(lang, K::IntakeVerificationMissing)),
        }
    }
    for (name, most) in [("so-ban", 999_i64), ("so-trang", 2_000)] {
        let typed = fields.typed(name).unwrap_or("1");
        if !typed.parse::<i64>().is_ok_and(|n| (1..=most).contains(&n)) {
            problems.add(name, text_with(lang, K::IntakeCountWrong, &[("n", Arg::Number(most))]));
        }
    }
}

fn applicant(fields: &Fields, lang: Lang, today: Date, problems: &mut Problems) -> Option<Applicant> {
    let person = citizen(fields, "", lang, today, problems);
    let body = |problems: &mut Problems| {
        let name = clean_line(fields.get("ten-to-chuc"));
        if name.is_empty() || has_control(fields.get("ten-to-chuc")) {
            problems.add("ten-to-chuc", text(lang, K::IntakeBodyName));
        }
        name
    };
    match fields.get("loai") {
        "business" => {
            let name = body(problems);
            let number = clean_line(fields.get("ma-so"));
            let digits = number.chars().filter(char::is_ascii_digit).count();
            if !(8..=14).contains(&digits) || !number.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
                problems.add("ma-so", text(lang, K::IntakeBodyNumber));
            }
            person.map(|representative| Applicant::Business { name, number, representative })
        }
        "organisation" => {
            let name = body(problems);
            person.map(|representative| Applicant::Organisation { name, representative })
        }
        _other => person.map(Applicant::Citizen),
    }
}

fn proxy(fields: &Fields, lang: Lang, today: Date, problems: &mut Problems) -> Option<Proxy> {
    if !fields.ticked("nop-thay") {
        return None;
    }
    let person = citizen(fields, "nt-", lang, today, problems);
    let relation = Relation::from_name(fields.get("nt-quan-he"));
    if relation.is_none() {
        problems.add("nt-quan-he", text(lang, K::IntakeProxyRelation));
    }
    let authorisation = Authorisation::from_name(fields.get("nt-giay"));
    if authorisation.is_none() {
        problems.add("nt-giay", text(lang, K::IntakeProxyPaper));
    }
    Some(Proxy { person: person?, relation: relation?, authorisation: authorisation? })
}

fn needs(fields: &Fields, lang: Lang, problems: &mut Problems) -> AccessNeeds {
    let mut name = |field: &str| {
        optional(fields, field, FullName::parse).unwrap_or_else(|problem| {
            problems.add(field, words::name_problem(problem, lang));
            None
        })
    };
    let witnesses = [name("lam-chung-1"), name("lam-chung-2")].into_iter().flatten().collect();
    let interpreter = name("phien-dich");
    AccessNeeds { fingerprint: fields.ticked("diem-chi"), witnesses, interpreter }
}

/// Answers to the procedure's own fields for one use.
pub fn answers(
    fields: &Fields,
    lang: Lang,
    version: &ProcedureVersion,
    used: FieldUse,
    problems: &mut Problems,
) -> BTreeMap<String, String> {
    let mut answers = BTreeMap::new();
    for spec in version.fields.iter().filter(|spec| spec.used == used) {
        let name = format!("f.{}", spec.id.as_str());
        match answer(fields.get(&name), spec, lang) {
            Ok(value) if value.is_empty() => {}
            Ok(value) => {
                answers.insert(spec.id.as_str().to_owned(), value);
            }
            // Several fields may fail alike: the summary says which.
            Err(sentence) => problems.add(name, format!("{}: {sentence}", label(spec, lang))),
        }
    }
    answers
}

fn label(spec: &FieldSpec, lang: Lang) -> &str {
    match lang {
        Lang::Vi => &spec.label.vi,
        Lang::En => &spec.label.en,
    }
}

fn answer(typed: &str, spec: &FieldSpec, lang: Lang) -> Result<String, String> {
    let fail = |key| Err(text(lang, key).to_owned());
    if has_control(typed) {
        return fail(K::IntakeControl);
    }
    if typed.chars().count() > TEXT_CHARS_MAX {
        return fail(K::IntakeTooLong);
    }
    let value = clean_line(typed);
    if value.is_empty() {
        return if spec.required { fail(K::IntakeFieldMissing) } else { Ok(value) };
    }
    match &spec.kind {
        FieldKind::Text => Ok(value),
        FieldKind::LongText => Ok(clean_text(typed)),
        FieldKind::Number => {
            let digits: String = value.chars().filter(|c| !matches!(c, ' ' | '.')).collect();
            if digits.parse::<u64>().is_ok() { Ok(digits) } else { fail(K::IntakeNumber) }
        }
        FieldKind::Date => match read_date(&value) {
            Ok(on) => Ok(on.strftime("%d/%m/%Y").to_string()),
            Err(problem) => Err(words::birth_problem(problem, lang).to_owned()),
        },
        FieldKind::Choice(options) => {
            if options.iter().any(|option| option.value == value) {
                Ok(value)
            } else {
                fail(K::IntakeChoice)
            }
        }
    }
}

fn free_text(fields: &Fields, name: &str, lang: Lang, problems: &mut Problems) -> String {
    let typed = fields.get(name);
    if has_control(typed) {
        problems.add(name, text(lang, K::IntakeControl));
    } else if typed.chars().count() > TEXT_CHARS_MAX {
        problems.add(name, text(lang, K::IntakeTooLong));
    }
    clean_text(typed)
}
