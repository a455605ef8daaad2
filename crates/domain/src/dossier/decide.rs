//! Decisions: a command against the state of a dossier gives one event, or a typed refusal.

use super::command::{Act, Collector, CollectorIdentity, Command, Context, ReceptionChecks};
use super::event::Event;
use super::reception::Reception;
use super::refusal::Refusal;
use super::result::Standing;
use super::state::{Delivery, Dossier, Finance, Outcome, Stage};
use super::transition;
use crate::money::Dong;
use crate::person::Authorisation;
use jiff::Timestamp;

/// Decides a command. `None` stands for a dossier that was not received yet.
///
/// # Errors
/// A [`Refusal`] that names the rule; the state is then unchanged.
pub fn decide(state: Option<&Dossier>, command: Command, context: &Context) -> Result<Event, Refusal> {
    let act = command.act();
    let stage = state.map(|dossier| dossier.stage);
    if transition::next(stage, act).is_none() {
        return Err(Refusal::WrongStage { act, stage });
    }
    match state {
        None => {
            let Command::Receive { reception, checks } = command else {
                return Err(Refusal::WrongStage { act, stage: None });
            };
            receive(reception, checks)
        }
        Some(dossier) if context.at < dossier.changed_at => Err(Refusal::TimeBeforeLastEvent),
        Some(dossier) => decide_existing(dossier, command, context),
    }
}

fn decide_existing(dossier: &Dossier, command: Command, context: &Context) -> Result<Event, Refusal> {
    match command {
        Command::Receive { .. } => Err(Refusal::WrongStage { act: Act::Receive, stage: Some(dossier.stage) }),
        Command::RequestSupplement { items, reason } => {
            if dossier.supplements > 0 {
                return Err(Refusal::SupplementAskedBefore);
            }
            if items.is_empty() {
                return Err(Refusal::NothingAsked);
            }
            Ok(Event::SupplementRequested { items, reason: given(reason)? })
        }
        Command::Supplement { components, missing, statutory_due_at } => {
            if !missing.is_empty() {
                return Err(Refusal::ComponentsMissing { missing });
            }
            Ok(Event::Supplemented { components, statutory_due_at })
        }
        Command::BeginVerification { reason, statutory_due_at, promise } => {
            Ok(Event::VerificationBegun { reason: given(reason)?, statutory_due_at, promise })
        }
        Command::RecordVerification(minutes) => {
            let complete =
                [&minutes.place, &minutes.persons, &minutes.finding].iter().all(|part| !part.is_empty());
            if complete { Ok(Event::VerificationRecorded(minutes)) } else { Err(Refusal::ReasonMissing) }
        }
        Command::Suspend { cause, reason } => Ok(Event::Suspended { cause, reason: given(reason)? }),
        Command::Resume { statutory_due_at } => Ok(Event::Resumed { statutory_due_at }),
        Command::Extend { statutory_due_at, reason, fault, late_notice } => {
            extend(dossier, statutory_due_at, reason, fault, late_notice)
        }
        Command::Appraise { proposal, note, answers } => {
            let note = match proposal {
                Outcome::Granted => note,
                Outcome::Refused => given(note)?,
            };
            Ok(Event::Appraised { proposal, note, answers })
        }
        Command::SendBack { reason } => Ok(Event::SentBack { reason: given(reason)? }),
        Command::Approve { outcome, reason, result } => {
            if !may_approve(dossier, context) {
                return Err(Refusal::ApproverIsAppraiser);
            }
            let reason = match outcome {
                Outcome::Granted => reason,
                Outcome::Refused => given(reason)?,
            };
            Ok(Event::Approved { outcome, reason, result })
        }
        Command::HandBack { collector, delivery, paper_sha256 } => {
            hand_back(dossier, collector, delivery, paper_sha256)
        }
        Command::Withdraw { reason } => Ok(Event::Withdrawn { reason: given(reason)? }),
        Command::Stop { reason } => Ok(Event::Stopped { reason: given(reason)? }),
        Command::Void { reason } => Ok(Event::Voided { reason: given(reason)? }),
        Command::Amend { amendment, reason } => {
            if amendment.is_empty() {
                return Err(Refusal::NothingChanged);
            }
            if amendment.copies == Some(0) {
                return Err(Refusal::NoCopies);
            }
            let insufficient = |proxy: &crate::person::Proxy| !proxy.is_sufficient();
            if amendment.proxy.as_ref().is_some_and(|proxy| proxy.as_ref().is_some_and(insufficient)) {
                return Err(Refusal::AuthorisationInsufficient);
            }
            Ok(Event::Amended { amendment, reason: given(reason)? })
        }
        Command::RevokeResult { reason } => match dossier.result.as_ref().map(|result| &result.standing) {
            Some(Standing::Valid) => Ok(Event::ResultRevoked { reason: given(reason)? }),
            Some(Standing::Revoked { .. }) | None => Err(Refusal::RevokedBefore),
        },
        Command::AttachFile { component, file } => {
            let known = dossier.components().iter().any(|handed| handed.component == component);
            if known { Ok(Event::FileAttached { component, file }) } else { Err(Refusal::UnknownComponent) }
        }
        Command::RecordPayment { amount, method, bill } => {
            let expected = owed(dossier)?;
            if amount != expected {
                return Err(Refusal::WrongAmount { expected, given: amount });
            }
            Ok(Event::FeePaid { amount, method, bill })
        }
        Command::ExemptFee { reason } => {
            owed(dossier)?;
            Ok(Event::FeeExempted { reason: given(reason)? })
        }
        Command::RefundFee { reason } => match dossier.finance {
            Finance::Paid(amount) => Ok(Event::FeeRefunded { amount, reason: given(reason)? }),
            Finance::None | Finance::Due(_) | Finance::Exempt | Finance::Refunded(_) => {
                Err(Refusal::WrongFinance { finance: dossier.finance })
            }
        },
        Command::RecordSynchronisation { to } => Ok(Event::SynchronisationChanged { to }),
    }
}

/// Reception: everything was checked beforehand, here it is held against the rules.
fn receive(reception: Box<Reception>, checks: ReceptionChecks) -> Result<Event, Refusal> {
    if !checks.version_in_force {
        return Err(Refusal::VersionNotInForce);
    }
    if !checks.counter_open {
        return Err(Refusal::CounterClosed);
    }
    if !checks.missing.is_empty() {
        return Err(Refusal::ComponentsMissing { missing: checks.missing });
    }
    if checks.verification_asked && matches!(reception.verification, super::VerificationAnswer::NotAsked) {
        return Err(Refusal::VerificationUnanswered);
    }
    if !checks.proxy_sufficient {
        return Err(Refusal::AuthorisationInsufficient);
    }
    if reception.copies == 0 {
        return Err(Refusal::NoCopies);
    }
    Ok(Event::Received(reception))
}

fn extend(
    dossier: &Dossier,
    statutory_due_at: Timestamp,
    reason: String,
    fault: String,
    late_notice: bool,
) -> Result<Event, Refusal> {
    if dossier.extensions > 0 {
        return Err(Refusal::ExtendedBefore);
    }
    if statutory_due_at <= dossier.statutory_due_at {
        return Err(Refusal::NotLater);
    }
    Ok(Event::Extended { statutory_due_at, reason: given(reason)?, fault: given(fault)?, late_notice })
}

/// Whether this person may decide this dossier: neither its receiver nor any of its appraisers.
fn may_approve(dossier: &Dossier, context: &Context) -> bool {
    dossier.received_by != context.actor && !dossier.appraisers.contains(&context.actor)
}

fn hand_back(
    dossier: &Dossier,
    collector: Collector,
    delivery: Delivery,
    paper_sha256: String,
) -> Result<Event, Refusal> {
    match delivery {
        Delivery::Handed | Delivery::Posted | Delivery::Downloaded => {}
        Delivery::None | Delivery::Ready => return Err(Refusal::NotADelivery),
    }
    if let Finance::Due(due) = dossier.finance {
        return Err(Refusal::FeeOwed { due });
    }
    if let CollectorIdentity::Proxy { authorisation: Authorisation::PostingSlip, .. } = collector.identity
        && delivery != Delivery::Posted
    {
        return Err(Refusal::CollectorNotAuthorised);
    }
    Ok(Event::HandedBack { collector, delivery, paper_sha256 })
}

fn owed(dossier: &Dossier) -> Result<Dong, Refusal> {
    match dossier.finance {
        Finance::Due(amount) => Ok(amount),
        Finance::None | Finance::Paid(_) | Finance::Exempt | Finance::Refunded(_) => {
            Err(Refusal::WrongFinance { finance: dossier.finance })
        }
    }
}

fn given(reason: String) -> Result<String, Refusal> {
    if reason.trim().is_empty() { Err(Refusal::ReasonMissing) } else { Ok(reason) }
}

/// The acts that the state allows now, for buttons and the API; permission is a separate question.
pub fn open_acts(stage: Stage) -> Vec<Act> {
    Act::ALL.into_iter().filter(|act| transition::next(Some(stage), *act).is_some()).collect()
}
