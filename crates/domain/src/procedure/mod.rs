//! Administrative procedures (thủ tục hành chính) and their dated versions.
//!
//! A procedure is a stable code; what it asks, how long it takes and what it costs are versions with dates in
//! force. A dossier is bound for life to the version in force when it was received.

mod bilingual;
mod code;
mod component;
mod fee;
#[cfg(test)]
mod fee_tests;
mod field;
mod gaps;
#[cfg(test)]
mod gaps_tests;
mod result;
mod term_rule;
mod version;
mod work;

pub use bilingual::Bilingual;
pub use code::{
    CaseId, ComponentId, FeeId, FieldId, GroupId, ProcedureCode, QuestionId, RegisterCode, SectorCode,
};
pub use component::{CaseFacts, CaseSpec, ComponentKind, ComponentSpec, Condition, CopyKind, QuestionSpec};
pub use fee::{Exemption, FeeFacts, FeeKind, FeeLine, FeeQuote, FeeRule, Tariff, quote};
pub use field::{ChoiceOption, FieldKind, FieldSpec, FieldUse};
pub use gaps::{Handed, HandedAs, Required};
pub use result::{BUILT_IN_PLACEHOLDERS, ResultKind, ResultTemplate, TemplateError, fill, placeholders};
pub use term_rule::{Checked, SpecialTerm, TermRule, TermRules};
pub use version::{LifeEvent, ProcedureVersion, Sector, Verification, VerificationPolicy};
pub use work::WorkMinutes;
