//! What happened to a dossier, in the past tense.

use super::command::{Collector, PaymentMethod};
use super::reception::{Asked, FeeAssessment, FileRef, HandedComponent, Reception, RecordedPromise};
use super::result::IssuedResult;
use super::state::{Delivery, Outcome, PauseCause, Synchronisation};
use crate::id::{AccountId, DossierId};
use crate::money::Dong;
use crate::person::{AccessNeeds, Applicant, Proxy};
use crate::place::UnitCode;
use crate::procedure::ComponentId;
use crate::role::Role;
use jiff::Timestamp;
use std::collections::BTreeMap;

/// One thing a supplement asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupplementItem {
    /// The component, where it is one of the procedure's.
    pub component: Option<ComponentId>,
    /// What to bring, in words.
    pub what: String,
}

/// The minutes of a verification.
///
/// # Legal source
/// Decree 61/2018/NĐ-CP Art 19(3): time, place and persons are minuted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes {
    /// Where.
    pub place: String,
    /// Who took part.
    pub persons: String,
    /// What was found.
    pub finding: String,
}

/// What an amendment replaced; absent parts stay as they were.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Amendment {
    /// The applicant.
    pub applicant: Option<Applicant>,
    /// The proxy; `Some(None)` removes it.
    pub proxy: Option<Option<Proxy>>,
    /// Ways of acting.
    pub needs: Option<AccessNeeds>,
    /// Answers to the form.
    pub answers: Option<BTreeMap<String, String>>,
    /// Number of copies.
    pub copies: Option<u16>,
    /// What else was asked at intake.
    pub asked: Option<Asked>,
    /// The fee that follows from what changed.
    pub fee: Option<FeeAssessment>,
    /// How many components have to be submitted after what changed.
    pub components_required: Option<u16>,
}

impl Amendment {
    /// Whether nothing would change.
    pub const fn is_empty(&self) -> bool {
        self.applicant.is_none()
            && self.proxy.is_none()
            && self.needs.is_none()
            && self.answers.is_none()
            && self.copies.is_none()
            && self.asked.is_none()
            && self.fee.is_none()
            && self.components_required.is_none()
    }
}

/// An event of a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Tiếp nhận: form 01 was given.
    Received(Box<Reception>),
    /// Yêu cầu bổ sung: form 02, all gaps at once.
    SupplementRequested {
        /// What to bring.
        items: Vec<SupplementItem>,
        /// Why.
        reason: String,
    },
    /// The applicant brought what was asked; a full new term runs.
    Supplemented {
        /// The components as they now stand.
        components: Vec<HandedComponent>,
        /// The new due time under the law.
        statutory_due_at: Timestamp,
    },
    /// Thẩm tra, xác minh began.
    VerificationBegun {
        /// What and why.
        reason: String,
        /// The due time with verification.
        statutory_due_at: Timestamp,
        /// The promise after it: a dossier to verify has none.
        promise: RecordedPromise,
    },
    /// The verification was minuted.
    VerificationRecorded(Minutes),
    /// Tạm dừng.
    Suspended {
        /// What it waits for.
        cause: PauseCause,
        /// In words.
        reason: String,
    },
    /// It goes on with the remainder of its term.
    Resumed {
        /// The due time after the pause.
        statutory_due_at: Timestamp,
    },
    /// Gia hạn: form 04 with its apology.
    Extended {
        /// The new due time.
        statutory_due_at: Timestamp,
        /// Why it will be late.
        reason: String,
        /// The unit at fault.
        fault: String,
        /// The notice went out less than a working day before the due time: the dossier counts late.
        late_notice: bool,
    },
    /// Thẩm định xong: put before the leader.
    Appraised {
        /// What the appraiser proposes.
        proposal: Outcome,
        /// The appraiser's remark; the reason where a refusal is proposed.
        note: String,
        /// Fields of the result that the appraiser filled in; they replace answers of the same name.
        answers: BTreeMap<String, String>,
    },
    /// The leader sent it back to the appraiser.
    SentBack {
        /// Why.
        reason: String,
    },
    /// Phê duyệt: the leader decided and the result took its number.
    Approved {
        /// Granted, or refused with reasons.
        outcome: Outcome,
        /// The reason of a refusal; empty for a grant.
        reason: String,
        /// The result.
        result: Box<IssuedResult>,
    },
    /// Trả kết quả.
    HandedBack {
        /// Who took it.
        collector: Collector,
        /// How.
        delivery: Delivery,
        /// SHA-256 of the paper's bytes as handed over, in hexadecimal.
        paper_sha256: String,
    },
    /// Rút hồ sơ, at the applicant's wish.
    Withdrawn {
        /// Why, as the applicant says.
        reason: String,
    },
    /// Dừng thực hiện.
    Stopped {
        /// Why.
        reason: String,
    },
    /// What was recorded wrongly at reception was put right.
    Amended {
        /// What changed.
        amendment: Box<Amendment>,
        /// Why.
        reason: String,
    },
    /// Received by mistake.
    Voided {
        /// Why.
        reason: String,
    },
    /// The result was taken back.
    ResultRevoked {
        /// Why.
        reason: String,
    },
    /// A file was added to a component.
    FileAttached {
        /// The component.
        component: ComponentId,
        /// The file.
        file: FileRef,
    },
    /// The fee was paid.
    FeePaid {
        /// How much.
        amount: Dong,
        /// How.
        method: PaymentMethod,
        /// Number of the receipt or bill.
        bill: String,
    },
    /// The fee was waived.
    FeeExempted {
        /// The ground.
        reason: String,
    },
    /// The fee was given back.
    FeeRefunded {
        /// How much.
        amount: Dong,
        /// Why.
        reason: String,
    },
    /// What the national portal knows changed.
    SynchronisationChanged {
        /// To what.
        to: Synchronisation,
    },
}

impl Event {
    /// The name in the log, exports and the API. Names are promises: never renamed, never reused.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Received(_) => "received",
            Self::SupplementRequested { .. } => "supplement_requested",
            Self::Supplemented { .. } => "supplemented",
            Self::VerificationBegun { .. } => "verification_begun",
            Self::VerificationRecorded(_) => "verification_recorded",
            Self::Suspended { .. } => "suspended",
            Self::Resumed { .. } => "resumed",
            Self::Extended { .. } => "extended",
            Self::Appraised { .. } => "appraised",
            Self::SentBack { .. } => "sent_back",
            Self::Approved { .. } => "approved",
            Self::HandedBack { .. } => "handed_back",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Stopped { .. } => "stopped",
            Self::Amended { .. } => "amended",
            Self::Voided { .. } => "voided",
            Self::ResultRevoked { .. } => "result_revoked",
            Self::FileAttached { .. } => "file_attached",
            Self::FeePaid { .. } => "fee_paid",
            Self::FeeExempted { .. } => "fee_exempted",
            Self::FeeRefunded { .. } => "fee_refunded",
            Self::SynchronisationChanged { .. } => "synchronisation_changed",
        }
    }
}

/// An event as it stands in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Which dossier.
    pub dossier: DossierId,
    /// Its number within the dossier, from 1.
    pub sequence: u32,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: AccountId,
    /// As what.
    pub role: Role,
    /// From which unit.
    pub unit: UnitCode,
    /// What.
    pub event: Event,
}
