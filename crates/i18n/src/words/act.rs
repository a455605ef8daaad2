//! What can be done, as on a button.

use domain::dossier::Act;
use domain::permit::{Action, DayAct};

use crate::{Key, Lang, text};

/// An act on a dossier: `Yêu cầu bổ sung`.
pub fn act(act: Act, lang: Lang) -> &'static str {
    let key = match act {
        Act::Receive => Key::StagesActReceive,
        Act::RequestSupplement => Key::StagesActRequestSupplement,
        Act::Supplement => Key::StagesActSupplement,
        Act::BeginVerification => Key::StagesActBeginVerification,
        Act::RecordVerification => Key::StagesActRecordVerification,
        Act::Suspend => Key::StagesActSuspend,
        Act::Resume => Key::StagesActResume,
        Act::Extend => Key::StagesActExtend,
        Act::Appraise => Key::StagesActAppraise,
        Act::SendBack => Key::StagesActSendBack,
        Act::Approve => Key::StagesActApprove,
        Act::HandBack => Key::StagesActHandBack,
        Act::Withdraw => Key::StagesActWithdraw,
        Act::Stop => Key::StagesActStop,
        Act::Amend => Key::StagesActAmend,
        Act::Void => Key::StagesActVoid,
        Act::RevokeResult => Key::StagesActRevokeResult,
        Act::AttachFile => Key::StagesActAttachFile,
        Act::RecordPayment => Key::StagesActRecordPayment,
        Act::ExemptFee => Key::StagesActExemptFee,
        Act::RefundFee => Key::StagesActRefundFee,
        Act::RecordSynchronisation => Key::StagesActRecordSynchronisation,
    };
    text(lang, key)
}

/// Anything that can be permitted, acts on a dossier included: `Xem hồ sơ`.
pub fn action(action: Action, lang: Lang) -> &'static str {
    let key = match action {
        Action::Dossier(on_dossier) => return act(on_dossier, lang),
        Action::Day(of_the_day) => day_act(of_the_day),
        Action::TurnAway => Key::StagesActionTurnAway,
        Action::ReadDossier => Key::StagesActionReadDossier,
        Action::ReadDay => Key::StagesActionReadDay,
        Action::SetDuty => Key::StagesActionSetDuty,
        Action::CloseDay => Key::StagesActionCloseDay,
        Action::Export => Key::StagesActionExport,
        Action::Import => Key::StagesActionImport,
        Action::ManageAccounts => Key::StagesActionManageAccounts,
        Action::ManagePolicy => Key::StagesActionManagePolicy,
        Action::MoveClock => Key::StagesActionMoveClock,
    };
    text(lang, key)
}

const fn day_act(act: DayAct) -> Key {
    match act {
        DayAct::ReadRoster => Key::StagesActionReadRoster,
        DayAct::PlanRoster => Key::StagesActionPlanRoster,
        DayAct::CheckIn => Key::StagesActionCheckIn,
        DayAct::CorrectPresence => Key::StagesActionCorrectPresence,
        DayAct::Delegate => Key::StagesActionDelegate,
        DayAct::IssueTicket => Key::StagesActionIssueTicket,
        DayAct::CallTicket => Key::StagesActionCallTicket,
        DayAct::SetCounter => Key::StagesActionSetCounter,
        DayAct::ManageSlots => Key::StagesActionManageSlots,
        DayAct::Assist => Key::StagesActionAssist,
        DayAct::Simulate => Key::StagesActionSimulate,
    }
}
