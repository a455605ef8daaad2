//! The promise of a receipt in words: worked out again from the recorded facts, with the recorded times and outcomes.

use crate::intake::rule_of;
use crate::policy::{Policy, programme_facts};
use domain::dossier::{Reception, VerificationAnswer};
use domain::promise::{
    self, Basis, Bound, Capacity, Commitment, Duty, DutySet, DutySource, Presence, Promise, PromiseFacts,
    ReadyBetween,
};
use domain::time::civil;
use i18n::{Lang, words};
use jiff::Timestamp;

/// Why something is due when it is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The hour that was promised, or the due time under the law.
    pub due_at: Timestamp,
    /// When the result was expected, as told at reception.
    pub ready: Option<ReadyBetween>,
    /// The hour itself is too late already: "before 9:00".
    pub before: bool,
    /// The promise in one line.
    pub headline: String,
    /// Tests that held.
    pub kept: Vec<Told>,
    /// Tests that did not hold.
    pub failed: Vec<Told>,
    /// The due time under the law, with the days it passes over.
    pub statutory: String,
}

/// One test of the promise in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The stable code of its outcome.
    pub code: String,
    /// The outcome as people read it.
    pub sentence: String,
}

/// Puts the promise given at reception into words. Times and outcomes are the recorded ones; the details of a test
/// (an hour, a name) come from the policy of that day, and a test that the policy no longer knows is left out.
pub fn explain(
    policy: &Policy,
    reception: &Reception,
    received_at: Timestamp,
    room: Option<Capacity>,
    lang: Lang,
) -> Explained {
    let due_at = reception.commitment_due_at.unwrap_or(reception.statutory_due_at);
    let ready = room.and_then(|room| room.ready).filter(|_| reception.promise.same_day);
    let Some(promise) = again(policy, reception, received_at, room) else {
        return Explained {
            due_at,
            ready,
            before: false,
            headline: words::at(lang, due_at),
            kept: Vec::new(),
            failed: Vec::new(),
            statutory: statute(lang, &words::at(lang, reception.statutory_due_at)),
        };
    };
    let before = promise.commitment.is_some_and(|commitment| commitment.bound == Bound::Before);
    let statutory = match &promise.statutory {
        Some(deadline) if deadline.due_at == reception.statutory_due_at => {
            statute(lang, &words::deadline_sentence(deadline, lang))
        }
        Some(_) | None => statute(lang, &words::at(lang, reception.statutory_due_at)),
    };
    let (kept, failed) = reasons(policy, reception, received_at, &promise, lang);
    let headline = words::promise_headline(&as_recorded(promise, reception), lang);
    Explained { due_at, ready, before, headline, kept, failed, statutory }
}

fn statute(lang: Lang, sentence: &str) -> String {
    format!("{}: {sentence}", words::basis(Basis::Statute, lang))
}

/// The promise as the rules give it today for the facts of that day.
fn again(
    policy: &Policy,
    reception: &Reception,
    received_at: Timestamp,
    capacity: Option<Capacity>,
) -> Option<Promise> {
    let on = civil(received_at).date();
    let version = policy.version(&reception.procedure.code, reception.procedure.version)?;
    let unit = policy.unit(&reception.receiving_unit, on)?;
    let calendar = policy.calendar(&unit.calendar)?;
    let answer = match &reception.verification {
        VerificationAnswer::NotAsked => None,
        VerificationAnswer::NotNeeded { reason } => {
            Some(promise::VerificationAnswer::NotNeeded { reason: reason.clone() })
        }
        VerificationAnswer::Needed { reason } => {
            Some(promise::VerificationAnswer::Needed { reason: reason.clone() })
        }
    };
    let facts = PromiseFacts {
        received_at,
        channel: reception.channel,
        term: version.terms.rule(reception.channel, reception.procedure.case.as_ref()),
        rule: &rule_of(version),
        calendar,
        programme: programme_facts(policy, &version.code, unit, on),
        missing: &[],
        verification: &version.verification,
        verification_answer: answer.as_ref(),
        presence: presence(reception),
        capacity,
    };
    promise::promise(&facts).ok()
}

/// The duties on site as the receipt recorded them.
fn presence(reception: &Reception) -> Presence {
    let was_on = |duty: &Duty| {
        let code = format!("duty_{}_present", duty.name());
        reception.promise.reasons.iter().any(|reason| reason.kept && reason.code == code)
    };
    let present = Duty::ALL.into_iter().filter(was_on).fold(DutySet::NONE, DutySet::with);
    Presence { present, source: DutySource::Recorded }
}

/// The same promise with the times that were given.
fn as_recorded(mut promise: Promise, reception: &Reception) -> Promise {
    let bound = promise.commitment.map_or(Bound::AtLatest, |commitment| commitment.bound);
    promise.commitment = reception.commitment_due_at.map(|due_at| Commitment { due_at, bound });
    if let Some(deadline) = &mut promise.statutory {
        deadline.due_at = reception.statutory_due_at;
        deadline.due_on = civil(reception.statutory_due_at).date();
    }
    promise.same_day = reception.promise.same_day;
    promise.basis = match promise.commitment {
        Some(_) if promise.same_day => Basis::ProgrammeToday,
        Some(_) => Basis::ProgrammeNextMorning,
        None => Basis::Statute,
    };
    promise
}

/// Sentences for the recorded tests, kept and failed.
fn reasons(
    policy: &Policy,
    reception: &Reception,
    received_at: Timestamp,
    promise: &Promise,
    lang: Lang,
) -> (Vec<Told>, Vec<Told>) {
    let version = policy.version(&reception.procedure.code, reception.procedure.version);
    let programmes = policy.programmes_at(&reception.receiving_unit, civil(received_at).date());
    let sentence = |code: &str| {
        let found = promise.reasons.iter().find(|reason| reason.code() == code)?;
        let programme = programmes.first().copied();
        Some(match version {
            Some(version) => words::reason_named(found, &words::Named { version, programme }, lang),
            None => words::reason(found, lang),
        })
    };
    let told = |kept: bool| {
        let recorded = reception.promise.reasons.iter().filter(|reason| reason.kept == kept);
        let told = |code: &String| Some(Told { sentence: sentence(code)?, code: code.clone() });
        recorded.filter_map(|reason| told(&reason.code)).collect::<Vec<Told>>()
    };
    (told(true), told(false))
}
