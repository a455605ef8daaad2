//! What would be promised if a complete dossier came to a counter now.

use super::programme::{next_day, next_sentence, say};
use crate::widget::{Promise, Reason};
use app::intake::{Assessment, Draft, HandedIn, assess};
use app::{AppError, Policy, policy};
use domain::channel::Channel;
use domain::dossier::{Digitised, VerificationAnswer};
use domain::place::Unit;
use domain::procedure::{ProcedureVersion, VerificationPolicy};
use domain::promise::{self, Presence, Test};
use domain::time::civil;
use i18n::words::{self, Named};
use i18n::{Key as K, Lang, text};
use jiff::Timestamp;

/// The promise of a version at a unit, with every reason and its source.
///
/// # Errors
/// [`AppError`] as [`assess`] has them.
pub fn now(
    lang: Lang,
    policy: &Policy,
    version: &ProcedureVersion,
    unit: &Unit,
    at: Timestamp,
    presence: Presence,
) -> Result<Promise, AppError> {
    let assessment = assess(policy, &complete(lang, version, unit), at, presence)?;
    let on = civil(at).date();
    let programme = policy::programme_facts(policy, &version.code, unit, on).map(|facts| facts.programme);
    let names = Named { version, programme };
    let note = notes(lang, policy, version, &assessment, at);
    let note = (!note.is_empty()).then(|| note.join(" "));
    Ok(match &assessment.promise {
        Ok(found) => Promise {
            lang,
            same_day: found.same_day,
            headline: words::promise_headline(found, lang),
            reasons: found.reasons.iter().map(|reason| told(lang, version, reason, &names)).collect(),
            rail: None,
            note,
        },
        Err(error) => Promise {
            lang,
            same_day: false,
            headline: words::promise_error(*error, lang).to_owned(),
            reasons: Vec::new(),
            rail: None,
            note,
        },
    })
}

/// A dossier of the first case with every required paper, nothing to be verified unless it always is.
fn complete(lang: Lang, version: &ProcedureVersion, unit: &Unit) -> Draft {
    let mut draft = Draft::new(version.code.clone(), unit.code.clone(), Channel::Counter);
    draft.case = version.cases.first().map(|case| case.id.clone());
    let facts = draft.facts();
    let first = version.required(&facts).into_iter().filter_map(|need| need.choices().first().copied());
    draft.handed = first
        .map(|spec| HandedIn {
            component: spec.id.clone(),
            originals: spec.quantity.max(1),
            copies: 0,
            digitised: Digitised::No,
            files: Vec::new(),
        })
        .collect();
    draft.verification = match version.verification.policy {
        VerificationPolicy::No | VerificationPolicy::Yes => VerificationAnswer::NotAsked,
        VerificationPolicy::May => {
            VerificationAnswer::NotNeeded { reason: text(lang, K::PublicMayVerify).to_owned() }
        }
    };
    draft
}

/// A reason in words. What was taken as given is told as a condition: nobody has brought papers yet.
fn told(lang: Lang, version: &ProcedureVersion, reason: &promise::Reason, names: &Named<'_>) -> Reason {
    let may = version.verification.policy == VerificationPolicy::May;
    let sentence = match reason.test() {
        Test::ComponentsComplete if reason.kept => text(lang, K::PublicProcedureIfComplete).to_owned(),
        Test::VerificationNotNeeded if may => text(lang, K::PublicProcedureIfNoCheck).to_owned(),
        Test::InProgramme
        | Test::ProgrammeDay
        | Test::Channel
        | Test::ComponentsComplete
        | Test::VerificationNotNeeded
        | Test::BeforeCutOff
        | Test::DutyPresent(_)
        | Test::Capacity
        | Test::ClosesSameDay => words::reason_named(reason, names, lang),
    };
    Reason { kept: reason.kept, text: sentence, source: words::reason_source(reason, lang) }
}

/// What remains to say: the case, the closed counter, the next no-wait day, the deadline of the law.
fn notes(
    lang: Lang,
    policy: &Policy,
    version: &ProcedureVersion,
    assessment: &Assessment,
    at: Timestamp,
) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(case) = version.cases.first() {
        let name = super::answer::named(lang, &case.name);
        notes.push(say(lang, K::PublicProcedureCase, &[("name", name)]));
    }
    if !assessment.counter_open {
        notes.push(text(lang, K::PublicProcedureClosed).to_owned());
    }
    let Ok(found) = &assessment.promise else { return notes };
    let on = civil(at).date();
    let lists = policy.listed(&version.code, &assessment.unit.code, on).is_some();
    if !found.same_day && lists {
        notes.extend(next_sentence(next_day(policy, on), lang));
    }
    if !found.same_day {
        notes.extend(found.statutory.as_ref().map(|deadline| words::deadline_sentence(deadline, lang)));
    }
    notes
}
