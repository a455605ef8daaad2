//! The intake form: from what was sent to typed values, with all problems at once.
//!
//! Names of fields: `ten`, `so-dinh-danh` … for the applicant; `nt-…` for the proxy; `gt.ID`, `bc.ID`, `bs.ID`,
//! `tep.ID`, `luu.ID` for components; `f.ID` for the procedure's own fields; `hoi.ID` for its questions.

use crate::fields::Fields;
use crate::staff::form::answers::read_answers;
use crate::staff::form::people::People;
use crate::staff::form::{Problems, TEXT_CHARS_MAX};
use app::intake::{Draft, HandedIn, Intake};
use domain::channel::Channel;
use domain::dossier::{Digitised, FileRef, VerificationAnswer};
use domain::place::UnitCode;
use domain::procedure::{ComponentKind, CopyKind, Exemption, FieldUse, ProcedureVersion, VerificationPolicy};
use domain::text::{clean_line, clean_text, has_control};
use i18n::{Arg, Key as K, Lang, text, text_with};
use jiff::civil::Date;
use std::collections::BTreeMap;

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
    let people = People { fields, prefix: "", lang, today };
    let applicant = people.applicant(fields.get("loai"), &mut problems);
    let by_proxy = fields.ticked("nop-thay");
    let proxy = if by_proxy { people.proxy(&mut problems) } else { None };
    let needs = people.needs(fields.ticked("diem-chi"), &mut problems);
    let answers = read_answers(fields, "f.", version, FieldUse::Form, lang, &mut problems);
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

fn free_text(fields: &Fields, name: &str, lang: Lang, problems: &mut Problems) -> String {
    let typed = fields.get(name);
    if has_control(typed) {
        problems.add(name, text(lang, K::IntakeControl));
    } else if typed.chars().count() > TEXT_CHARS_MAX {
        problems.add(name, text(lang, K::IntakeTooLong));
    }
    clean_text(typed)
}
