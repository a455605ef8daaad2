//! From the facts at intake to the promise.

use super::capacity::{Capacity, ReadyBetween};
use super::commitment::{Bound, Commitment};
use super::duty::Duty;
use super::facts::{MissingPart, PromiseFacts, VerificationAnswer};
use super::programme_day::programme_day;
use super::reason::{ProgrammeGap, Reason, ReasonCode, Test, VerificationState};
use crate::day::window::printed;
use crate::day::{Deadline, Warning, due};
use crate::law::{Certainty, LegalSource};
use crate::procedure::VerificationPolicy;
use crate::programme::Programme;
use crate::time;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

/// What the counter can say: a result the same day or not, both due times, and every test behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// The programme applies and its commitment falls on the day of receipt.
    pub same_day: bool,
    /// The deadline of the law; nothing while a required component is missing, for then nothing is received.
    pub statutory: Option<Deadline>,
    /// The commitment of the programme, where it applies.
    pub commitment: Option<Commitment>,
    /// When the result is expected, where that is today and was projected.
    pub ready: Option<ReadyBetween>,
    /// What the time quoted to the citizen rests on.
    pub basis: Basis,
    /// Every test, kept or failed, in the order of [`Test`].
    pub reasons: Vec<Reason>,
    /// What makes the answer less than certain.
    pub warnings: Vec<Warning>,
}

/// What the quoted time rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The programme: today.
    ProgrammeToday,
    /// The programme: the next working morning, after its cut-off.
    ProgrammeNextMorning,
    /// The statutory deadline only.
    Statute,
    /// Nothing is quoted: the dossier is incomplete.
    Incomplete,
}

impl Basis {
    /// The name used in the API and exports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ProgrammeToday => "programme_today",
            Self::ProgrammeNextMorning => "programme_next_morning",
            Self::Statute => "statute",
            Self::Incomplete => "incomplete",
        }
    }
}

/// Why no promise can be worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PromiseError {
    /// The procedure may need verification and nobody said whether this case does.
    #[error("whether verification is needed must be answered at intake")]
    VerificationUnanswered,
    /// The answer contradicts the procedure, which never has verification.
    #[error("the procedure has no verification, so it cannot be needed")]
    VerificationUnforeseen,
}

impl Promise {
    /// The statutory due instant.
    pub fn statutory_due_at(&self) -> Option<Timestamp> {
        self.statutory.as_ref().map(|deadline| deadline.due_at)
    }

    /// The instant the programme commits to.
    pub fn commitment_due_at(&self) -> Option<Timestamp> {
        self.commitment.map(|commitment| commitment.due_at)
    }

    /// The instant to tell the citizen: the commitment where there is one, else the statutory one.
    pub fn quoted_at(&self) -> Option<Timestamp> {
        self.commitment_due_at().or_else(|| self.statutory_due_at())
    }

    /// The tests that failed.
    pub fn failed(&self) -> impl Iterator<Item = &Reason> {
        self.reasons.iter().filter(|reason| !reason.kept)
    }
}

/// Tests the facts at intake one by one and says what can be promised.
///
/// The day of receipt is the day receipt counts from: an online dossier of Thursday night is one of Friday.
/// Failing any test but the cut-off leaves the statutory deadline alone; failing the cut-off alone leaves the
/// commitment of the next working morning.
///
/// # Legal source
/// Statutory deadline: see [`due()`]. The tests: plan of the programme; incomplete dossiers are not received, Decree
/// 61/2018/NĐ-CP Art 17.
pub fn promise(facts: &PromiseFacts<'_>) -> Result<Promise, PromiseError> {
    let verification = verify(facts)?;
    let term = facts.term.resolve(!verification.is_kept());
    let statutory = due(term, facts.received_at, facts.calendar, facts.rule);
    let receipt = time::civil(statutory.received_counted_from);
    let mut reasons = tests(facts, receipt, verification);
    let commitment = commit(facts, receipt, &reasons);
    reasons.push(closes(receipt.date(), commitment, source(facts)));

    let same_day = reasons.iter().all(|reason| reason.kept);
    if !facts.missing.is_empty() {
        return Ok(Promise {
            same_day,
            statutory: None,
            commitment: None,
            ready: None,
            basis: Basis::Incomplete,
            reasons,
            warnings: Vec::new(),
        });
    }
    let basis = match commitment {
        Some(_) if same_day => Basis::ProgrammeToday,
        Some(_) => Basis::ProgrammeNextMorning,
        None => Basis::Statute,
    };
    let warnings = warnings(facts, &statutory, commitment);
    let ready = facts.capacity.and_then(|capacity| capacity.ready).filter(|_| same_day);
    Ok(Promise { same_day, statutory: Some(statutory), commitment, ready, basis, reasons, warnings })
}

/// What is known about verification, or why the question is open.
fn verify(facts: &PromiseFacts<'_>) -> Result<ReasonCode, PromiseError> {
    let answered = |reason: &String| VerificationState::Answered { reason: reason.clone() };
    match (facts.verification.policy, facts.verification_answer) {
        (VerificationPolicy::No, Some(VerificationAnswer::Needed { .. })) => {
            Err(PromiseError::VerificationUnforeseen)
        }
        (VerificationPolicy::No, Some(VerificationAnswer::NotNeeded { .. }) | None) => {
            Ok(ReasonCode::VerificationNotNeeded(VerificationState::ByProcedure))
        }
        (VerificationPolicy::May, None) => Err(PromiseError::VerificationUnanswered),
        (VerificationPolicy::May, Some(VerificationAnswer::Needed { reason })) => {
            Ok(ReasonCode::VerificationNeeded(answered(reason)))
        }
        (VerificationPolicy::May, Some(VerificationAnswer::NotNeeded { reason })) => {
            Ok(ReasonCode::VerificationNotNeeded(answered(reason)))
        }
        (VerificationPolicy::Yes, _) => Ok(ReasonCode::VerificationNeeded(VerificationState::ByProcedure)),
    }
}

/// Every test but the last, in order.
fn tests(facts: &PromiseFacts<'_>, receipt: DateTime, verification: ReasonCode) -> Vec<Reason> {
    let (programme, ground) = (announced(facts), source(facts));
    let received = printed(receipt.time());
    let mut reasons = Vec::with_capacity(11);
    reasons.push(listed(facts).because(ground.clone()));
    reasons.push(held(facts, receipt).because(ground.clone()));
    let channel = facts.channel;
    let channel = match programme {
        Some(programme) if programme.takes(channel) => ReasonCode::ChannelAllowed { channel },
        Some(_) | None => ReasonCode::ChannelNotAllowed { channel },
    };
    reasons.push(channel.because(ground.clone()));
    reasons.push(complete(facts.missing));
    reasons.push(verification.because(Some(facts.verification.source.clone())));
    let cut_off = match programme.map(|programme| programme.cut_off) {
        Some(cut_off) if received <= cut_off => ReasonCode::BeforeCutOff { received, cut_off },
        cut_off => ReasonCode::AfterCutOff { received, cut_off },
    };
    reasons.push(cut_off.because(ground.clone()));
    let present = Duty::ALL.into_iter().map(|duty| on_site(facts, duty).because(ground.clone()));
    reasons.extend(present);
    let room = facts.capacity.zip(programme);
    reasons.extend(room.map(|(capacity, programme)| room_left(capacity, programme).because(ground)));
    reasons
}

/// Whether there is room; a full day withholds the promise only where the programme says so.
///
/// # Legal source
/// Plan of the programme (`capacity_may_refuse`); Thanh Hà promises whatever the load.
const fn room_left(capacity: Capacity, programme: &Programme) -> ReasonCode {
    if capacity.suffices() {
        ReasonCode::CapacityLeft { capacity }
    } else if programme.capacity_may_refuse {
        ReasonCode::CapacityExhausted { capacity }
    } else {
        ReasonCode::CapacityTight { capacity }
    }
}

fn listed(facts: &PromiseFacts<'_>) -> ReasonCode {
    match (facts.programme, facts.verification.policy) {
        (None, _) => ReasonCode::NotInProgramme(ProgrammeGap::NoProgramme),
        (Some(programme), _) if !programme.lists_procedure => {
            ReasonCode::NotInProgramme(ProgrammeGap::NotListed)
        }
        (Some(_), VerificationPolicy::Yes) => ReasonCode::NotInProgramme(ProgrammeGap::AlwaysVerified),
        (Some(programme), VerificationPolicy::No | VerificationPolicy::May) => {
            ReasonCode::InProgramme { programme: programme.programme.id.clone() }
        }
    }
}

/// Whether the programme is held on the day of receipt and at its hour.
fn held(facts: &PromiseFacts<'_>, receipt: DateTime) -> ReasonCode {
    let (on, received) = (receipt.date(), printed(receipt.time()));
    let Some(programme) = announced(facts) else { return ReasonCode::NotProgrammeDay { on, why: None } };
    let day = programme_day(on, programme, facts.calendar);
    match programme.hours {
        Some(hours) if day.is_kept() && !(hours.from <= received && received <= hours.to) => {
            ReasonCode::OutsideProgrammeHours { received, hours }
        }
        Some(_) | None => ReasonCode::of_day(on, day),
    }
}

fn complete(missing: &[MissingPart]) -> Reason {
    let code = if missing.is_empty() {
        ReasonCode::ComponentsComplete
    } else {
        ReasonCode::ComponentMissing { missing: missing.to_vec() }
    };
    let citation = "Nghị định 61/2018/NĐ-CP, Điều 17".to_owned();
    code.because(Some(LegalSource { citation, certainty: Certainty::Verified }))
}

const fn on_site(facts: &PromiseFacts<'_>, duty: Duty) -> ReasonCode {
    let source = facts.presence.source;
    if facts.presence.present.contains(duty) {
        ReasonCode::DutyPresent { duty, source }
    } else {
        ReasonCode::DutyAbsent { duty, source }
    }
}

/// The programme's due time: today's closing, or the next working morning when only the cut-off failed.
fn commit(facts: &PromiseFacts<'_>, receipt: DateTime, reasons: &[Reason]) -> Option<Commitment> {
    let programme = announced(facts)?;
    let failed = |reason: &&Reason| !reason.kept;
    if reasons.iter().filter(failed).any(|reason| reason.test() != Test::BeforeCutOff) {
        return None;
    }
    if reasons.iter().all(|reason| reason.kept) {
        let closing = facts.calendar.closing(receipt.date())?;
        return Some(Commitment { due_at: closing, bound: Bound::AtLatest });
    }
    let next = facts.calendar.next_working_day(receipt.date())?;
    let due_at = time::instant_on(next, programme.after_cut_off_before);
    Some(Commitment { due_at, bound: Bound::Before })
}

fn closes(received_on: Date, commitment: Option<Commitment>, source: Option<LegalSource>) -> Reason {
    let due = commitment.map(|commitment| time::civil(commitment.due_at));
    let code = match due {
        Some(due) if due.date() == received_on => ReasonCode::ClosesSameDay { closes: due.time() },
        due => ReasonCode::ClosesLater { commitment_on: due.map(DateTime::date) },
    };
    code.because(source)
}

/// The warnings of the deadline, and of the day the commitment falls on.
fn warnings(facts: &PromiseFacts<'_>, statutory: &Deadline, commitment: Option<Commitment>) -> Vec<Warning> {
    let mut warnings = statutory.warnings.clone();
    let day = commitment.map(|commitment| time::civil(commitment.due_at).date());
    let uncertain = day.and_then(|day| Warning::of_year(facts.calendar, day));
    warnings.extend(uncertain.filter(|warning| !statutory.warnings.contains(warning)));
    warnings
}

fn announced<'a>(facts: &PromiseFacts<'a>) -> Option<&'a Programme> {
    facts.programme.map(|facts| facts.programme)
}

fn source(facts: &PromiseFacts<'_>) -> Option<LegalSource> {
    announced(facts).map(|programme| programme.source.clone())
}
