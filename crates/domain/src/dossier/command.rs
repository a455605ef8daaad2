//! What somebody wants done with a dossier, in the imperative. Fields cannot be wrong: parsers made them.

use super::event::{Amendment, Minutes, SupplementItem};
use super::reception::{FileRef, HandedComponent, Reception, RecordedPromise};
use super::result::IssuedResult;
use super::state::{Delivery, Outcome, PauseCause, Synchronisation};
use crate::id::AccountId;
use crate::money::Dong;
use crate::person::{Authorisation, FullName, IdentityNumber};
use crate::place::UnitCode;
use crate::procedure::ComponentId;
use crate::role::Role;
use jiff::Timestamp;
use std::collections::BTreeMap;

/// How a fee was paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PaymentMethod {
    /// Tiền mặt at the counter.
    Cash,
    /// Chuyển khoản, reconciled by bill number.
    Transfer,
}

impl PaymentMethod {
    /// All methods.
    pub const ALL: [Self; 2] = [Self::Cash, Self::Transfer];

    /// The name in exports, the API and the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cash => "cash",
            Self::Transfer => "transfer",
        }
    }

    /// Reads [`PaymentMethod::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.name() == name)
    }
}

/// Whom the result was given to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collector {
    /// The name shown on their paper.
    pub name: FullName,
    /// How they showed who they are.
    pub identity: CollectorIdentity,
}

/// How a collector showed their right to the result.
///
/// # Legal source
/// Decree 61/2018/NĐ-CP Art 6: the applicant shows the receipt, a proxy the authorisation paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CollectorIdentity {
    /// The applicant, known from the dossier, with the receipt.
    Applicant,
    /// Someone else with a paper.
    Proxy {
        /// Their number.
        identity: IdentityNumber,
        /// What they brought.
        authorisation: Authorisation,
    },
}

/// What was found when a reception was checked against the procedure version in force.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReceptionChecks {
    /// Every required component that is missing.
    pub missing: Vec<ComponentId>,
    /// The counter is open (or the filing came online).
    pub counter_open: bool,
    /// The version named is the one in force.
    pub version_in_force: bool,
    /// The question of verification had to be asked.
    pub verification_asked: bool,
    /// The proxy's authorisation suffices, or there is no proxy.
    pub proxy_sufficient: bool,
}

/// Who acts, as what, from where, when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The account.
    pub actor: AccountId,
    /// The role used.
    pub role: Role,
    /// The unit acted from.
    pub unit: UnitCode,
    /// The instant, taken once for the whole use case.
    pub at: Timestamp,
}

/// A command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Receive a dossier.
    Receive {
        /// What to record.
        reception: Box<Reception>,
        /// What was checked.
        checks: ReceptionChecks,
    },
    /// Ask the applicant for everything that is missing; once in a dossier's life.
    RequestSupplement {
        /// What to bring.
        items: Vec<SupplementItem>,
        /// Why.
        reason: String,
    },
    /// Take in what was asked for.
    Supplement {
        /// The components as they now stand.
        components: Vec<HandedComponent>,
        /// Required components still missing.
        missing: Vec<ComponentId>,
        /// A full new term from now.
        statutory_due_at: Timestamp,
    },
    /// Begin a verification.
    BeginVerification {
        /// What and why.
        reason: String,
        /// Due time with verification.
        statutory_due_at: Timestamp,
        /// The promise after it.
        promise: RecordedPromise,
    },
    /// Record the minutes of a verification.
    RecordVerification(Minutes),
    /// Let the clock stand still.
    Suspend {
        /// What it waits for.
        cause: PauseCause,
        /// In words.
        reason: String,
    },
    /// Let it go on.
    Resume {
        /// Due time with the remainder.
        statutory_due_at: Timestamp,
    },
    /// Apologise and promise a new date; once in a dossier's life.
    Extend {
        /// The new due time.
        statutory_due_at: Timestamp,
        /// Why.
        reason: String,
        /// The unit at fault.
        fault: String,
        /// Less than a working day is left.
        late_notice: bool,
    },
    /// Put it before the leader.
    Appraise {
        /// What is proposed.
        proposal: Outcome,
        /// Remark or reason.
        note: String,
        /// Fields of the result.
        answers: BTreeMap<String, String>,
    },
    /// Send it back to the appraiser.
    SendBack {
        /// Why.
        reason: String,
    },
    /// Decide.
    Approve {
        /// Granted or refused.
        outcome: Outcome,
        /// Reason of a refusal.
        reason: String,
        /// The result with its number.
        result: Box<IssuedResult>,
    },
    /// Give the result.
    HandBack {
        /// To whom.
        collector: Collector,
        /// How.
        delivery: Delivery,
        /// Hash of the paper.
        paper_sha256: String,
    },
    /// End it at the applicant's wish.
    Withdraw {
        /// Why.
        reason: String,
    },
    /// Stop handling.
    Stop {
        /// Why.
        reason: String,
    },
    /// Put right what was recorded wrongly.
    Amend {
        /// What.
        amendment: Box<Amendment>,
        /// Why.
        reason: String,
    },
    /// Declare the reception a mistake.
    Void {
        /// Why.
        reason: String,
    },
    /// Take the result back.
    RevokeResult {
        /// Why.
        reason: String,
    },
    /// Add a file to a component.
    AttachFile {
        /// The component.
        component: ComponentId,
        /// The file.
        file: FileRef,
    },
    /// Record a payment.
    RecordPayment {
        /// How much.
        amount: Dong,
        /// How.
        method: PaymentMethod,
        /// Number of the bill.
        bill: String,
    },
    /// Waive the fee.
    ExemptFee {
        /// The ground.
        reason: String,
    },
    /// Give the fee back.
    RefundFee {
        /// Why.
        reason: String,
    },
    /// Record what the national portal knows.
    RecordSynchronisation {
        /// To what.
        to: Synchronisation,
    },
}

/// A command without its content: one row of the transition table and of the permission matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each has the meaning of the command of the same name")]
pub enum Act {
    Receive,
    RequestSupplement,
    Supplement,
    BeginVerification,
    RecordVerification,
    Suspend,
    Resume,
    Extend,
    Appraise,
    SendBack,
    Approve,
    HandBack,
    Withdraw,
    Stop,
    Amend,
    Void,
    RevokeResult,
    AttachFile,
    RecordPayment,
    ExemptFee,
    RefundFee,
    RecordSynchronisation,
}

impl Act {
    /// All acts, in the order of the tables.
    pub const ALL: [Self; 22] = [
        Self::Receive,
        Self::RequestSupplement,
        Self::Supplement,
        Self::BeginVerification,
        Self::RecordVerification,
        Self::Suspend,
        Self::Resume,
        Self::Extend,
        Self::Appraise,
        Self::SendBack,
        Self::Approve,
        Self::HandBack,
        Self::Withdraw,
        Self::Stop,
        Self::Amend,
        Self::Void,
        Self::RevokeResult,
        Self::AttachFile,
        Self::RecordPayment,
        Self::ExemptFee,
        Self::RefundFee,
        Self::RecordSynchronisation,
    ];

    /// The name in the API, the matrix and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Receive => "receive",
            Self::RequestSupplement => "request_supplement",
            Self::Supplement => "supplement",
            Self::BeginVerification => "begin_verification",
            Self::RecordVerification => "record_verification",
            Self::Suspend => "suspend",
            Self::Resume => "resume",
            Self::Extend => "extend",
            Self::Appraise => "appraise",
            Self::SendBack => "send_back",
            Self::Approve => "approve",
            Self::HandBack => "hand_back",
            Self::Withdraw => "withdraw",
            Self::Stop => "stop",
            Self::Amend => "amend",
            Self::Void => "void",
            Self::RevokeResult => "revoke_result",
            Self::AttachFile => "attach_file",
            Self::RecordPayment => "record_payment",
            Self::ExemptFee => "exempt_fee",
            Self::RefundFee => "refund_fee",
            Self::RecordSynchronisation => "record_synchronisation",
        }
    }

    /// Reads [`Act::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == name)
    }
}

impl Command {
    /// Which act it is.
    pub const fn act(&self) -> Act {
        match self {
            Self::Receive { .. } => Act::Receive,
            Self::RequestSupplement { .. } => Act::RequestSupplement,
            Self::Supplement { .. } => Act::Supplement,
            Self::BeginVerification { .. } => Act::BeginVerification,
            Self::RecordVerification(_) => Act::RecordVerification,
            Self::Suspend { .. } => Act::Suspend,
            Self::Resume { .. } => Act::Resume,
            Self::Extend { .. } => Act::Extend,
            Self::Appraise { .. } => Act::Appraise,
            Self::SendBack { .. } => Act::SendBack,
            Self::Approve { .. } => Act::Approve,
            Self::HandBack { .. } => Act::HandBack,
            Self::Withdraw { .. } => Act::Withdraw,
            Self::Stop { .. } => Act::Stop,
            Self::Amend { .. } => Act::Amend,
            Self::Void { .. } => Act::Void,
            Self::RevokeResult { .. } => Act::RevokeResult,
            Self::AttachFile { .. } => Act::AttachFile,
            Self::RecordPayment { .. } => Act::RecordPayment,
            Self::ExemptFee { .. } => Act::ExemptFee,
            Self::RefundFee { .. } => Act::RefundFee,
            Self::RecordSynchronisation { .. } => Act::RecordSynchronisation,
        }
    }
}
