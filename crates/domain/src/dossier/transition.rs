//! The one table of transitions: which act is allowed at which stage, and where it leads.
//!
//! Both matches are exhaustive without a catch-all, so a new stage or act does not compile until its cells are decided.

use super::command::Act;
use super::state::Stage;

/// Where an allowed act leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// To this stage.
    To(Stage),
    /// The stage stays.
    Stay,
    /// Back to the stage before the suspension.
    Back,
}

/// The cell of the table for a dossier at `stage` (`None`: not received yet); `None` means the act is refused there.
///
/// # Legal source
/// Decree 61/2018/NĐ-CP Art 17-20; stop and withdrawal while no result is decided: Decree 118/2025/NĐ-CP Art 21.
pub const fn next(stage: Option<Stage>, act: Act) -> Option<Next> {
    let Some(stage) = stage else {
        return match act {
            Act::Receive => Some(Next::To(Stage::Received)),
            Act::RequestSupplement
            | Act::Supplement
            | Act::BeginVerification
            | Act::RecordVerification
            | Act::Suspend
            | Act::Resume
            | Act::Extend
            | Act::Appraise
            | Act::SendBack
            | Act::Approve
            | Act::HandBack
            | Act::Withdraw
            | Act::Stop
            | Act::Amend
            | Act::Void
            | Act::RevokeResult
            | Act::AttachFile
            | Act::RecordPayment
            | Act::ExemptFee
            | Act::RefundFee
            | Act::RecordSynchronisation => None,
        };
    };
    use Stage as S;
    match act {
        Act::Receive => None,
        Act::RequestSupplement => match stage {
            S::Received | S::UnderVerification => Some(Next::To(S::AwaitingSupplement)),
            S::AwaitingSupplement | S::Suspended | S::AwaitingApproval => None,
            S::ResultReady | S::Returned | S::Withdrawn | S::Stopped | S::Voided => None,
        },
        Act::Supplement => match stage {
            S::AwaitingSupplement => Some(Next::To(S::Received)),
            S::Received | S::UnderVerification | S::Suspended | S::AwaitingApproval => None,
            S::ResultReady | S::Returned | S::Withdrawn | S::Stopped | S::Voided => None,
        },
        Act::BeginVerification => match stage {
            S::Received => Some(Next::To(S::UnderVerification)),
            S::AwaitingSupplement | S::UnderVerification | S::Suspended | S::AwaitingApproval => None,
            S::ResultReady | S::Returned | S::Withdrawn | S::Stopped | S::Voided => None,
        },
        Act::RecordVerification => match stage {
            S::UnderVerification => Some(Next::To(S::Received)),
            S::Received | S::AwaitingSupplement | S::Suspended | S::AwaitingApproval => None,
            S::ResultReady | S::Returned | S::Withdrawn | S::Stopped | S::Voided => None,
        },
        Act::Suspend => match stage {
            S::Received | S::UnderVerification | S::AwaitingApproval => Some(Next::To(S::Suspended)),
            S::AwaitingSupplement | S::Suspended => None,
            S::ResultReady | S::Returned | S::Withdrawn | S::Stopped | S::Voided => None,
        },
        Act::Resume => match stage {
            S::Suspended => Some(Next::Back),
            S::Received | S::AwaitingSupplement | S::UnderVerification | S::AwaitingApproval => None,
            S::ResultReady | S::Returned | S::Withdrawn | S::Stopped | S::Voided => None,
        },
        Act::Extend => match stage {
            S::Received | S::UnderVerification | S::AwaitingApproval => Some(Next::Stay),
            S::AwaitingSupplement | S::Suspended => None,
            S::ResultReady | S::Returned | S::Withdrawn | S::Stopped | S::Voided => None,
        },
        Act::Appraise => match stage {
            S::Received => Some(Next::To(S::AwaitingApproval)),
            S::AwaitingSupplement | S::UnderVerification | S::Suspended | S::AwaitingApproval => None,
            S::ResultReady | S::Returned | S::Withdrawn | S::Stopped | S::Voided => None,
        },
        Act::SendBack => match stage {
            S::AwaitingApproval => Some(Next::To(S::Received)),
            S::Received | S::AwaitingSupplement | S::UnderVerification | S::Suspended => None,
            S::ResultReady | S::Returned | S::Withdrawn | S::Stopped | S::Voided => None,
        },
        Act::Approve => match stage {
            S::AwaitingApproval => Some(Next::To(S::ResultReady)),
            S::Received | S::AwaitingSupplement | S::UnderVerification | S::Suspended => None,
            S::ResultReady | S::Returned | S::Withdrawn | S::Stopped | S::Voided => None,
        },
        Act::HandBack => match stage {
            S::ResultReady => Some(Next::To(S::Returned)),
            S::Received
            | S::AwaitingSupplement
            | S::UnderVerification
            | S::Suspended
            | S::AwaitingApproval => None,
            S::Returned | S::Withdrawn | S::Stopped | S::Voided => None,
        },
        Act::Withdraw => open_to(stage, S::Withdrawn),
        Act::Stop => open_to(stage, S::Stopped),
        Act::Void => open_to(stage, S::Voided),
        Act::Amend => match stage {
            // What the leader is about to decide on must be what was appraised.
            S::AwaitingApproval => Some(Next::To(S::Received)),
            S::Received | S::AwaitingSupplement | S::UnderVerification | S::Suspended => Some(Next::Stay),
            S::ResultReady | S::Returned | S::Withdrawn | S::Stopped | S::Voided => None,
        },
        Act::RevokeResult => match stage {
            // Not yet in anybody's hand: decide anew. Already given: it stays given, and is marked.
            S::ResultReady => Some(Next::To(S::Received)),
            S::Returned => Some(Next::Stay),
            S::Received
            | S::AwaitingSupplement
            | S::UnderVerification
            | S::Suspended
            | S::AwaitingApproval => None,
            S::Withdrawn | S::Stopped | S::Voided => None,
        },
        Act::AttachFile => match stage {
            S::Received | S::AwaitingSupplement | S::UnderVerification | S::Suspended => Some(Next::Stay),
            S::AwaitingApproval => None,
            S::ResultReady | S::Returned | S::Withdrawn | S::Stopped | S::Voided => None,
        },
        Act::RecordPayment | Act::ExemptFee => match stage {
            S::Received | S::AwaitingSupplement | S::UnderVerification | S::Suspended => Some(Next::Stay),
            S::AwaitingApproval | S::ResultReady => Some(Next::Stay),
            S::Returned | S::Withdrawn | S::Stopped | S::Voided => None,
        },
        // Money can be owed back whatever became of the dossier.
        Act::RefundFee | Act::RecordSynchronisation => match stage {
            S::Received | S::AwaitingSupplement | S::UnderVerification | S::Suspended => Some(Next::Stay),
            S::AwaitingApproval | S::ResultReady | S::Returned => Some(Next::Stay),
            S::Withdrawn | S::Stopped | S::Voided => Some(Next::Stay),
        },
    }
}

/// Acts that end an open dossier without a result.
const fn open_to(stage: Stage, end: Stage) -> Option<Next> {
    if stage.is_open() { Some(Next::To(end)) } else { None }
}

/// The stages at which an act is allowed, for the printed matrix.
pub fn allowed_at(act: Act) -> Vec<Stage> {
    Stage::ALL.into_iter().filter(|stage| next(Some(*stage), act).is_some()).collect()
}
