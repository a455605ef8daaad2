//! The fold: what an event makes of a dossier.

use super::event::{Amendment, Event, Recorded};
use super::reception::Reception;
use super::result::Standing;
use super::state::{Delivery, Dossier, Finance, Pause, PauseCause, Stage, Synchronisation};
use super::transition::{self, Next};
use super::{Act, Digitised};
use crate::id::DossierId;
use crate::money::Dong;
use jiff::Timestamp;

/// A log that cannot have been written by this system.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Corrupt {
    /// The first event is not a reception, or a reception comes later.
    #[error("event {sequence} of {dossier} is out of place: `{kind}`")]
    OutOfPlace {
        /// Which dossier.
        dossier: DossierId,
        /// Which event.
        sequence: u32,
        /// What it is.
        kind: &'static str,
    },
    /// A number is missing or doubled.
    #[error("{dossier} has event {found} where {expected} was expected")]
    Sequence {
        /// Which dossier.
        dossier: DossierId,
        /// The number that should come.
        expected: u32,
        /// The number that came.
        found: u32,
    },
    /// The log is empty.
    #[error("there are no events")]
    Empty,
}

/// Folds a whole log.
///
/// # Errors
/// [`Corrupt`] when it was not written by [`super::decide`].
pub fn fold<'a>(log: impl IntoIterator<Item = &'a Recorded>) -> Result<Dossier, Corrupt> {
    let mut state = None;
    for recorded in log {
        state = Some(apply(state, recorded)?);
    }
    state.ok_or(Corrupt::Empty)
}

/// Applies one event.
///
/// # Errors
/// [`Corrupt`] when the event cannot follow this state.
pub fn apply(state: Option<Dossier>, recorded: &Recorded) -> Result<Dossier, Corrupt> {
    let out_of_place = || Corrupt::OutOfPlace {
        dossier: recorded.dossier,
        sequence: recorded.sequence,
        kind: recorded.event.kind(),
    };
    let expected = state.as_ref().map_or(1, |dossier| dossier.version.saturating_add(1));
    if recorded.sequence != expected {
        return Err(Corrupt::Sequence { dossier: recorded.dossier, expected, found: recorded.sequence });
    }
    let Some(mut dossier) = state else {
        let Event::Received(reception) = &recorded.event else { return Err(out_of_place()) };
        return Ok(received(recorded, (**reception).clone()));
    };
    let act = act_of(&recorded.event);
    let next = transition::next(Some(dossier.stage), act).ok_or_else(out_of_place)?;
    let before = dossier.stage;
    dossier.stage = match next {
        Next::To(stage) => stage,
        Next::Stay => before,
        Next::Back => dossier.resume_to,
    };
    dossier.version = recorded.sequence;
    dossier.changed_at = recorded.at;
    record(&mut dossier, recorded, before);
    Ok(dossier)
}

/// The act whose event this is: the inverse of what [`super::decide`] emits.
const fn act_of(event: &Event) -> Act {
    match event {
        Event::Received(_) => Act::Receive,
        Event::SupplementRequested { .. } => Act::RequestSupplement,
        Event::Supplemented { .. } => Act::Supplement,
        Event::VerificationBegun { .. } => Act::BeginVerification,
        Event::VerificationRecorded(_) => Act::RecordVerification,
        Event::Suspended { .. } => Act::Suspend,
        Event::Resumed { .. } => Act::Resume,
        Event::Extended { .. } => Act::Extend,
        Event::Appraised { .. } => Act::Appraise,
        Event::SentBack { .. } => Act::SendBack,
        Event::Approved { .. } => Act::Approve,
        Event::HandedBack { .. } => Act::HandBack,
        Event::Withdrawn { .. } => Act::Withdraw,
        Event::Stopped { .. } => Act::Stop,
        Event::Amended { .. } => Act::Amend,
        Event::Voided { .. } => Act::Void,
        Event::ResultRevoked { .. } => Act::RevokeResult,
        Event::FileAttached { .. } => Act::AttachFile,
        Event::FeePaid { .. } => Act::RecordPayment,
        Event::FeeExempted { .. } => Act::ExemptFee,
        Event::FeeRefunded { .. } => Act::RefundFee,
        Event::SynchronisationChanged { .. } => Act::RecordSynchronisation,
    }
}

fn received(recorded: &Recorded, reception: Reception) -> Dossier {
    Dossier {
        id: recorded.dossier,
        version: recorded.sequence,
        stage: Stage::Received,
        resume_to: Stage::Received,
        finance: assessed(&reception),
        delivery: Delivery::None,
        synchronisation: Synchronisation::None,
        changed_at: recorded.at,
        received_at: recorded.at,
        received_by: recorded.actor,
        statutory_due_at: reception.statutory_due_at,
        commitment_due_at: reception.commitment_due_at,
        appraisers: Vec::new(),
        supplements: 0,
        extensions: 0,
        pauses: Vec::new(),
        approved_by: None,
        outcome: None,
        result: None,
        finished_at: None,
        returned_at: None,
        reception,
    }
}

fn assessed(reception: &Reception) -> Finance {
    if reception.fee.exemption.is_some() {
        Finance::Exempt
    } else if reception.fee.total == Dong::ZERO {
        Finance::None
    } else {
        Finance::Due(reception.fee.total)
    }
}

fn record(dossier: &mut Dossier, recorded: &Recorded, before: Stage) {
    let at = recorded.at;
    match &recorded.event {
        // The transition table lets no second reception through.
        Event::Received(_) => {}
        Event::SupplementRequested { .. } => {
            dossier.supplements = dossier.supplements.saturating_add(1);
            pause(dossier, at, PauseCause::Supplement);
        }
        Event::Supplemented { components, statutory_due_at } => {
            dossier.reception.components.clone_from(components);
            dossier.statutory_due_at = *statutory_due_at;
            // The programme promised for a complete dossier; this one was not.
            dossier.commitment_due_at = None;
            resume(dossier, at);
        }
        Event::VerificationBegun { statutory_due_at, promise, .. } => {
            dossier.statutory_due_at = *statutory_due_at;
            dossier.commitment_due_at = None;
            dossier.reception.promise.clone_from(promise);
        }
        Event::VerificationRecorded(_) => {}
        Event::Suspended { cause, .. } => {
            dossier.resume_to = before;
            pause(dossier, at, *cause);
        }
        Event::Resumed { statutory_due_at } => {
            dossier.statutory_due_at = *statutory_due_at;
            resume(dossier, at);
        }
        Event::Extended { statutory_due_at, .. } => {
            dossier.extensions = dossier.extensions.saturating_add(1);
            dossier.statutory_due_at = *statutory_due_at;
        }
        Event::Appraised { answers, .. } => {
            dossier.appraisers.push(recorded.actor);
            dossier.reception.answers.extend(answers.clone());
        }
        Event::SentBack { .. } => {}
        Event::Approved { outcome, result, .. } => {
            dossier.approved_by = Some(recorded.actor);
            dossier.outcome = Some(*outcome);
            dossier.result = Some((**result).clone());
            dossier.delivery = Delivery::Ready;
            dossier.finished_at = Some(at);
        }
        Event::HandedBack { delivery, .. } => {
            dossier.delivery = *delivery;
            dossier.returned_at = Some(at);
        }
        Event::Withdrawn { .. } | Event::Stopped { .. } | Event::Voided { .. } => end(dossier, at),
        Event::Amended { amendment, .. } => amend(&mut *dossier, amendment),
        Event::ResultRevoked { reason } => revoke(dossier, reason, before),
        Event::FileAttached { component, file } => {
            if let Some(handed) = dossier.reception.components.iter_mut().find(|c| c.component == *component)
            {
                handed.files.push(file.clone());
                if handed.digitised == Digitised::No {
                    handed.digitised = Digitised::Scanned;
                }
            }
        }
        Event::FeePaid { amount, .. } => dossier.finance = Finance::Paid(*amount),
        Event::FeeExempted { .. } => dossier.finance = Finance::Exempt,
        Event::FeeRefunded { amount, .. } => dossier.finance = Finance::Refunded(*amount),
        Event::SynchronisationChanged { to } => dossier.synchronisation = *to,
    }
}

fn pause(dossier: &mut Dossier, at: Timestamp, cause: PauseCause) {
    dossier.pauses.push(Pause { from: at, to: None, cause });
}

fn resume(dossier: &mut Dossier, at: Timestamp) {
    if let Some(open) = dossier.pauses.iter_mut().rev().find(|pause| pause.to.is_none()) {
        open.to = Some(at);
    }
}

fn end(dossier: &mut Dossier, at: Timestamp) {
    resume(dossier, at);
    dossier.finished_at = Some(at);
}

fn amend(dossier: &mut Dossier, amendment: &Amendment) {
    let reception = &mut dossier.reception;
    if let Some(applicant) = &amendment.applicant {
        reception.applicant.clone_from(applicant);
    }
    if let Some(proxy) = &amendment.proxy {
        reception.proxy.clone_from(proxy);
    }
    if let Some(needs) = &amendment.needs {
        reception.needs.clone_from(needs);
    }
    if let Some(answers) = &amendment.answers {
        reception.answers.clone_from(answers);
    }
    if let Some(copies) = amendment.copies {
        reception.copies = copies;
    }
    if let Some(asked) = &amendment.asked {
        reception.asked = Some(asked.clone());
    }
    if let Some(required) = amendment.components_required {
        reception.components_required = required;
    }
    if let Some(fee) = &amendment.fee {
        reception.fee.clone_from(fee);
        if matches!(dossier.finance, Finance::Due(_) | Finance::None) {
            dossier.finance = assessed(reception);
        }
    }
}

fn revoke(dossier: &mut Dossier, reason: &str, before: Stage) {
    if let Some(result) = dossier.result.as_mut() {
        result.standing = Standing::Revoked { reason: reason.to_owned() };
    }
    if before == Stage::ResultReady {
        dossier.delivery = Delivery::None;
        dossier.outcome = None;
        dossier.approved_by = None;
        dossier.finished_at = None;
    }
}
