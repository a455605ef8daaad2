//! The stage of a dossier, as a short name and as a sentence.

use domain::dossier::Stage;
use jiff::Timestamp;

use super::{say, when};
use crate::{Key, Lang, text};

/// The short name: `Chờ phê duyệt`.
pub fn stage(stage: Stage, lang: Lang) -> &'static str {
    let key = match stage {
        Stage::Received => Key::StagesReceived,
        Stage::AwaitingSupplement => Key::StagesAwaitingSupplement,
        Stage::UnderVerification => Key::StagesUnderVerification,
        Stage::Suspended => Key::StagesSuspended,
        Stage::AwaitingApproval => Key::StagesAwaitingApproval,
        Stage::ResultReady => Key::StagesResultReady,
        Stage::Returned => Key::StagesReturned,
        Stage::Withdrawn => Key::StagesWithdrawn,
        Stage::Stopped => Key::StagesStopped,
        Stage::Voided => Key::StagesVoided,
    };
    text(lang, key)
}

/// What an applicant reads: where the dossier stands and what to do, if anything.
pub fn status_sentence(stage: Stage, lang: Lang) -> &'static str {
    let key = match stage {
        Stage::Received => Key::StagesStatusReceived,
        Stage::AwaitingSupplement => Key::StagesStatusAwaitingSupplement,
        Stage::UnderVerification => Key::StagesStatusUnderVerification,
        Stage::Suspended => Key::StagesStatusSuspended,
        Stage::AwaitingApproval => Key::StagesStatusAwaitingApproval,
        Stage::ResultReady => Key::StagesStatusResultReady,
        Stage::Returned => Key::StagesStatusReturned,
        Stage::Withdrawn => Key::StagesStatusWithdrawn,
        Stage::Stopped => Key::StagesStatusStopped,
        Stage::Voided => Key::StagesStatusVoided,
    };
    text(lang, key)
}

/// The same with the due time, while the dossier moves; where it waits or has ended, no time is told.
pub fn status_with_due(stage: Stage, due_at: Timestamp, lang: Lang) -> String {
    let status = status_sentence(stage, lang);
    match stage {
        Stage::Received | Stage::UnderVerification | Stage::AwaitingApproval => {
            say(lang, Key::StagesStatusDue, &[("status", status), ("due", &when::at(lang, due_at))])
        }
        Stage::AwaitingSupplement
        | Stage::Suspended
        | Stage::ResultReady
        | Stage::Returned
        | Stage::Withdrawn
        | Stage::Stopped
        | Stage::Voided => status.to_owned(),
    }
}
