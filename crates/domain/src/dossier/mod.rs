//! The dossier (hồ sơ): a state machine over recorded events.
//!
//! A command is decided against the state ([`decide`]); what was decided is an [`Event`]; the state is the fold of
//! all events ([`apply`]). The event log is the truth, everything else can be rebuilt from it.
//! Which command is allowed at which [`Stage`] stands in one exhaustive table: [`transition::next`].

mod apply;
mod code;
mod command;
mod decide;
mod event;
mod reception;
mod refusal;
mod result;
mod state;
pub mod transition;

#[cfg(test)]
mod tests;

pub use apply::{Corrupt, apply, fold};
pub use code::{DossierCode, NotACode};
pub use command::{Act, Collector, CollectorIdentity, Command, Context, PaymentMethod, ReceptionChecks};
pub use decide::{decide, open_acts};
pub use event::{Amendment, Event, Minutes, Recorded, SupplementItem};
pub use reception::{
    Asked, ChargedLine, Digitised, FeeAssessment, FileRef, HandedComponent, ProcedureRef, Reception,
    RecordedPromise, RecordedReason, VerificationAnswer,
};
pub use refusal::Refusal;
pub use result::{IssuedResult, ResultNumber, Standing};
pub use state::{Delivery, Dossier, Finance, Outcome, Pause, PauseCause, Stage, Synchronisation};
