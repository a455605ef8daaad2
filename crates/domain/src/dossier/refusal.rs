//! Why a command was refused. Every variant says enough for a sentence that tells what to do.

use super::command::Act;
use super::state::{Finance, Stage};
use crate::money::Dong;
use crate::procedure::ComponentId;

/// A rule said no.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The act is not allowed at this stage.
    #[error("`{}` is not possible while the dossier is `{}`", act.name(), stage.map_or("absent", Stage::name))]
    WrongStage {
        /// What was tried.
        act: Act,
        /// Where the dossier stands; absent before reception.
        stage: Option<Stage>,
    },
    /// Required components are missing; all of them are named.
    #[error("{} required components are missing", missing.len())]
    ComponentsMissing {
        /// All of them.
        missing: Vec<ComponentId>,
    },
    /// The question of verification was not answered.
    #[error("whether something must be verified was not answered")]
    VerificationUnanswered,
    /// The counter is closed at this hour.
    #[error("the counter is closed")]
    CounterClosed,
    /// The procedure version is no longer, or not yet, in force.
    #[error("this version of the procedure is not in force")]
    VersionNotInForce,
    /// The proxy's paper does not suffice for the relation.
    #[error("the authorisation of the proxy must be certified")]
    AuthorisationInsufficient,
    /// The approver received or appraised this dossier.
    ///
    /// # Legal source
    /// Separation of duties: no setting and no emergency changes it.
    #[error("whoever received or appraised a dossier cannot approve it")]
    ApproverIsAppraiser,
    /// A supplement was asked before.
    ///
    /// # Legal source
    /// Decree 61/2018/NĐ-CP Art 11: a supplement may be asked once only.
    #[error("a supplement was already asked once")]
    SupplementAskedBefore,
    /// The due time was extended before.
    ///
    /// # Legal source
    /// Decree 61/2018/NĐ-CP Art 19(9): one new date at most.
    #[error("the due time was already extended once")]
    ExtendedBefore,
    /// The new due time does not lie after the present one.
    #[error("the new due time must lie after the present one")]
    NotLater,
    /// A reason must be given.
    #[error("a reason must be given")]
    ReasonMissing,
    /// Nothing to bring was named.
    #[error("a supplement must name what to bring")]
    NothingAsked,
    /// The amendment changes nothing.
    #[error("nothing was changed")]
    NothingChanged,
    /// The fee axis does not allow it.
    #[error("the fee is `{}`", finance.name())]
    WrongFinance {
        /// Where the fee stands.
        finance: Finance,
    },
    /// The amount is not the amount owed.
    #[error("{expected} is owed, not {given}")]
    WrongAmount {
        /// What is owed.
        expected: Dong,
        /// What was recorded.
        given: Dong,
    },
    /// The fee must be paid before the result is given.
    #[error("{due} is still owed")]
    FeeOwed {
        /// How much.
        due: Dong,
    },
    /// A collector who is not the applicant needs a paper that suffices.
    #[error("the collector's authorisation does not suffice")]
    CollectorNotAuthorised,
    /// The component is not one of this dossier.
    #[error("the component is not part of this dossier")]
    UnknownComponent,
    /// The result was revoked before.
    #[error("the result was already revoked")]
    RevokedBefore,
    /// The way of delivery does not end a dossier.
    #[error("a result is handed over, posted or downloaded")]
    NotADelivery,
    /// Time runs backwards.
    #[error("the time lies before the last event of the dossier")]
    TimeBeforeLastEvent,
    /// A number that must be at least one.
    #[error("at least one copy must be asked for")]
    NoCopies,
    /// What the fee was assessed from was not kept: it cannot be worked out anew unless everything is said again.
    #[error("what the fee was assessed from is not known")]
    FeeBasisUnknown,
}

impl Refusal {
    /// A stable name for the API and for tests.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::WrongStage { .. } => "wrong_stage",
            Self::ComponentsMissing { .. } => "components_missing",
            Self::VerificationUnanswered => "verification_unanswered",
            Self::CounterClosed => "counter_closed",
            Self::VersionNotInForce => "version_not_in_force",
            Self::AuthorisationInsufficient => "authorisation_insufficient",
            Self::ApproverIsAppraiser => "approver_is_appraiser",
            Self::SupplementAskedBefore => "supplement_asked_before",
            Self::ExtendedBefore => "extended_before",
            Self::NotLater => "not_later",
            Self::ReasonMissing => "reason_missing",
            Self::NothingAsked => "nothing_asked",
            Self::NothingChanged => "nothing_changed",
            Self::WrongFinance { .. } => "wrong_finance",
            Self::WrongAmount { .. } => "wrong_amount",
            Self::FeeOwed { .. } => "fee_owed",
            Self::CollectorNotAuthorised => "collector_not_authorised",
            Self::UnknownComponent => "unknown_component",
            Self::RevokedBefore => "revoked_before",
            Self::NotADelivery => "not_a_delivery",
            Self::TimeBeforeLastEvent => "time_before_last_event",
            Self::NoCopies => "no_copies",
            Self::FeeBasisUnknown => "fee_basis_unknown",
        }
    }
}
