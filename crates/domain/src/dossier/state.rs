//! What a dossier is at one moment: four axes and what was recorded.

use super::code::DossierCode;
use super::reception::{HandedComponent, Reception};
use super::result::IssuedResult;
use crate::id::{AccountId, DossierId};
use crate::money::Dong;
use crate::place::UnitCode;
use jiff::Timestamp;

/// The business axis: where in the four duties the dossier stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Được tiếp nhận: waits for appraisal.
    Received,
    /// Yêu cầu bổ sung giấy tờ: waits for the applicant.
    AwaitingSupplement,
    /// Thẩm tra, xác minh.
    UnderVerification,
    /// Tạm dừng: waits for payment or for something outside.
    Suspended,
    /// Đã thẩm định: waits for the leader.
    AwaitingApproval,
    /// Đã xử lý xong: the result lies ready, a refusal of the request included.
    ResultReady,
    /// Đã trả kết quả.
    Returned,
    /// Công dân rút hồ sơ.
    Withdrawn,
    /// Dừng xử lý.
    Stopped,
    /// Received by mistake; the receipt is kept with its reason.
    Voided,
}

impl Stage {
    /// All stages in the order of a dossier's life.
    pub const ALL: [Self; 10] = [
        Self::Received,
        Self::AwaitingSupplement,
        Self::UnderVerification,
        Self::Suspended,
        Self::AwaitingApproval,
        Self::ResultReady,
        Self::Returned,
        Self::Withdrawn,
        Self::Stopped,
        Self::Voided,
    ];

    /// The name in exports, the API and the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::AwaitingSupplement => "awaiting_supplement",
            Self::UnderVerification => "under_verification",
            Self::Suspended => "suspended",
            Self::AwaitingApproval => "awaiting_approval",
            Self::ResultReady => "result_ready",
            Self::Returned => "returned",
            Self::Withdrawn => "withdrawn",
            Self::Stopped => "stopped",
            Self::Voided => "voided",
        }
    }

    /// Reads [`Stage::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.name() == name)
    }

    /// Whether handling goes on: neither finished nor ended otherwise.
    pub const fn is_open(self) -> bool {
        match self {
            Self::Received
            | Self::AwaitingSupplement
            | Self::UnderVerification
            | Self::Suspended
            | Self::AwaitingApproval => true,
            Self::ResultReady | Self::Returned | Self::Withdrawn | Self::Stopped | Self::Voided => false,
        }
    }

    /// The national portal's status code.
    ///
    /// # Legal source
    /// Status list of the national portal's synchronisation, codes 1 to 10.
    pub const fn portal_code(self) -> u8 {
        match self {
            Self::Received => 2,
            Self::UnderVerification | Self::AwaitingApproval => 4,
            Self::AwaitingSupplement => 5,
            Self::Suspended => 6,
            Self::Withdrawn => 7,
            Self::Stopped | Self::Voided => 8,
            Self::ResultReady => 9,
            Self::Returned => 10,
        }
    }
}

/// The finance axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Finance {
    /// Nothing is owed.
    None,
    /// To be paid.
    Due(Dong),
    /// Paid in full.
    Paid(Dong),
    /// Owed by rule, waived by exemption.
    Exempt,
    /// Given back.
    Refunded(Dong),
}

impl Finance {
    /// The name in exports, the API and the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Due(_) => "due",
            Self::Paid(_) => "paid",
            Self::Exempt => "exempt",
            Self::Refunded(_) => "refunded",
        }
    }
}

/// The delivery axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Delivery {
    /// No result yet, or none to give.
    None,
    /// Lies at the return desk.
    Ready,
    /// Given to a person.
    Handed,
    /// Sent by post.
    Posted,
    /// Taken from the portal.
    Downloaded,
}

impl Delivery {
    /// All values.
    pub const ALL: [Self; 5] = [Self::None, Self::Ready, Self::Handed, Self::Posted, Self::Downloaded];

    /// The name in exports, the API and the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Ready => "ready",
            Self::Handed => "handed",
            Self::Posted => "posted",
            Self::Downloaded => "downloaded",
        }
    }

    /// Reads [`Delivery::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|value| value.name() == name)
    }
}

/// The synchronisation axis: what the national portal knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Synchronisation {
    /// Nothing was sent yet.
    None,
    /// Waits in the outbox.
    Queued,
    /// Confirmed by the other side.
    Sent,
    /// Given up after all tries; shown to the administrator.
    Failed,
}

impl Synchronisation {
    /// All values.
    pub const ALL: [Self; 4] = [Self::None, Self::Queued, Self::Sent, Self::Failed];

    /// The name in exports, the API and the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Failed => "failed",
        }
    }

    /// Reads [`Synchronisation::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|value| value.name() == name)
    }
}

/// Why the clock of a dossier stood still.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PauseCause {
    /// Waiting for papers; the term starts afresh when they are complete.
    Supplement,
    /// Waiting for payment; the rest of the term goes on afterwards.
    Payment,
    /// Waiting for something outside; the rest of the term goes on afterwards.
    Outside,
}

impl PauseCause {
    /// All causes.
    pub const ALL: [Self; 3] = [Self::Supplement, Self::Payment, Self::Outside];

    /// The name in exports, the API and the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Supplement => "supplement",
            Self::Payment => "payment",
            Self::Outside => "outside",
        }
    }

    /// Reads [`PauseCause::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|value| value.name() == name)
    }
}

/// One interval in which the clock stood still; an open one has no end yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// When it began.
    pub from: Timestamp,
    /// When it ended.
    pub to: Option<Timestamp>,
    /// Why.
    pub cause: PauseCause,
}

/// How a finished dossier was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// What was asked for is given.
    Granted,
    /// The request is refused with reasons; that too is a result.
    Refused,
}

impl Outcome {
    /// Both outcomes.
    pub const ALL: [Self; 2] = [Self::Granted, Self::Refused];

    /// Reads [`Outcome::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|value| value.name() == name)
    }

    /// The name in exports, the API and the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Granted => "granted",
            Self::Refused => "refused",
        }
    }
}

/// The state of one dossier: the fold of its events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    /// Its identifier.
    pub id: DossierId,
    /// How many events made it; the next event has this number plus one.
    pub version: u32,
    /// What was recorded at reception, as amended since.
    pub reception: Reception,
    /// The business axis.
    pub stage: Stage,
    /// The stage to go back to when a suspension ends.
    pub resume_to: Stage,
    /// The finance axis.
    pub finance: Finance,
    /// The delivery axis.
    pub delivery: Delivery,
    /// The synchronisation axis.
    pub synchronisation: Synchronisation,
    /// When the last event happened.
    pub changed_at: Timestamp,
    /// When it was received.
    pub received_at: Timestamp,
    /// By whom.
    pub received_by: AccountId,
    /// The due time under the law, as it stands now.
    pub statutory_due_at: Timestamp,
    /// The promise of the programme, if one was made.
    pub commitment_due_at: Option<Timestamp>,
    /// Everybody who appraised it, in order; the last one is current.
    pub appraisers: Vec<AccountId>,
    /// How often a supplement was asked of the applicant.
    pub supplements: u8,
    /// How often the due time was extended.
    pub extensions: u8,
    /// All intervals in which the clock stood still.
    pub pauses: Vec<Pause>,
    /// Who approved.
    pub approved_by: Option<AccountId>,
    /// How it was decided.
    pub outcome: Option<Outcome>,
    /// The result, from approval on.
    pub result: Option<IssuedResult>,
    /// When the result was ready (or the dossier ended otherwise).
    pub finished_at: Option<Timestamp>,
    /// When it was handed over.
    pub returned_at: Option<Timestamp>,
}

impl Dossier {
    /// The printed number.
    pub const fn code(&self) -> &DossierCode {
        &self.reception.code
    }

    /// The unit whose counter took it in.
    pub const fn receiving_unit(&self) -> &UnitCode {
        &self.reception.receiving_unit
    }

    /// The unit that decides.
    pub const fn deciding_unit(&self) -> &UnitCode {
        &self.reception.deciding_unit
    }

    /// The components handed in so far.
    pub fn components(&self) -> &[HandedComponent] {
        &self.reception.components
    }

    /// Whether the clock stands still now.
    pub const fn is_paused(&self) -> bool {
        matches!(self.stage, Stage::AwaitingSupplement | Stage::Suspended)
    }

    /// The time that counts on the work list: the promise while it can still be kept, else the law.
    pub fn working_due_at(&self) -> Timestamp {
        self.commitment_due_at.map_or(self.statutory_due_at, |promised| promised.min(self.statutory_due_at))
    }
}
