//! What is recorded when a dossier is received.

use super::code::DossierCode;
use crate::channel::Channel;
use crate::money::Dong;
use crate::person::{AccessNeeds, Applicant, Proxy};
use crate::place::UnitCode;
use crate::procedure::{CaseFacts, CaseId, ComponentId, Exemption, FeeFacts, ProcedureCode, QuestionId};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The version of a procedure that was in force at reception; the dossier stays bound to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcedureRef {
    /// The stable code.
    pub code: ProcedureCode,
    /// The version's number within that code.
    pub version: u16,
    /// The case of the procedure, where it has several.
    pub case: Option<CaseId>,
}

/// How a component reached the electronic dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Digitised {
    /// On paper only.
    No,
    /// Scanned or photographed now.
    Scanned,
    /// Taken from a component digitised earlier.
    ReusedComponent,
    /// Taken from a result issued earlier.
    ReusedResult,
    /// Replaced by data of a national database.
    FromDatabase,
}

impl Digitised {
    /// All values.
    pub const ALL: [Self; 5] =
        [Self::No, Self::Scanned, Self::ReusedComponent, Self::ReusedResult, Self::FromDatabase];

    /// The name in exports, the API and the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Scanned => "scanned",
            Self::ReusedComponent => "reused_component",
            Self::ReusedResult => "reused_result",
            Self::FromDatabase => "from_database",
        }
    }

    /// Reads [`Digitised::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|value| value.name() == name)
    }

    /// Whether an electronic form of it is stored.
    pub const fn is_digital(self) -> bool {
        match self {
            Self::No => false,
            Self::Scanned | Self::ReusedComponent | Self::ReusedResult | Self::FromDatabase => true,
        }
    }

    /// Whether something stored before was used again.
    pub const fn is_reused(self) -> bool {
        match self {
            Self::ReusedComponent | Self::ReusedResult => true,
            Self::No | Self::Scanned | Self::FromDatabase => false,
        }
    }
}

/// A kept file: its content is found by its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRef {
    /// SHA-256 of the bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Media type as sniffed: `application/pdf` or `image/jpeg`.
    pub media_type: String,
    /// Pages: of a PDF as counted, of a picture one.
    pub pages: u32,
    /// Size in bytes.
    pub bytes: u64,
    /// A safe name to show.
    pub name: String,
}

/// One component handed in (thành phần hồ sơ đã nộp).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedComponent {
    /// Which component of the procedure version.
    pub component: ComponentId,
    /// Whether it is kept (submitted) or only looked at (presented).
    pub submitted: bool,
    /// Originals handed in.
    pub originals: u16,
    /// Copies handed in.
    pub copies: u16,
    /// How it became electronic.
    pub digitised: Digitised,
    /// Its files.
    pub files: Vec<FileRef>,
}

/// The officer's answer to "must something be verified?".
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VerificationAnswer {
    /// The procedure needs none; nobody was asked.
    NotAsked,
    /// The officer confirms that none is needed, and why.
    NotNeeded {
        /// Why: "found in the register here".
        reason: String,
    },
    /// Something must be verified, and what.
    Needed {
        /// What and why.
        reason: String,
    },
}

/// One line of the fee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChargedLine {
    /// What for, in Vietnamese.
    pub label: String,
    /// How much.
    pub amount: Dong,
}

/// The fee as assessed at reception.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FeeAssessment {
    /// The lines; empty where the procedure is free.
    pub lines: Vec<ChargedLine>,
    /// What is to be paid after exemption.
    pub total: Dong,
    /// Why nothing is to be paid although lines exist.
    pub exemption: Option<String>,
}

/// One tested condition of the promise, as recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedReason {
    /// The stable code of the reason.
    pub code: String,
    /// Whether the condition held.
    pub kept: bool,
}

/// The promise as given at reception.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecordedPromise {
    /// Result today.
    pub same_day: bool,
    /// The programme it was made under.
    pub programme: Option<String>,
    /// Every tested condition.
    pub reasons: Vec<RecordedReason>,
}

/// What was asked at intake beyond the form of the procedure: papers and fee depend on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Questions answered with yes; all others were answered with no.
    pub yes: BTreeSet<QuestionId>,
    /// Pages of the original, for certified copies; at least 1.
    pub pages: u16,
    /// Ground for paying nothing that was claimed and shown, whether or not a line of the fee allows it.
    pub exemption: Option<Exemption>,
}

impl Asked {
    /// Nothing out of the ordinary: every question answered with no, one page, no ground for paying nothing.
    pub const fn nothing() -> Self {
        Self { yes: BTreeSet::new(), pages: 1, exemption: None }
    }
}

/// Everything recorded at reception.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reception {
    /// The printed number.
    pub code: DossierCode,
    /// The procedure version.
    pub procedure: ProcedureRef,
    /// Who asks.
    pub applicant: Applicant,
    /// Who hands in for them.
    pub proxy: Option<Proxy>,
    /// Ways of acting that are needed.
    pub needs: AccessNeeds,
    /// How it came.
    pub channel: Channel,
    /// The unit whose counter took it.
    pub receiving_unit: UnitCode,
    /// The unit that decides.
    pub deciding_unit: UnitCode,
    /// What was handed in.
    pub components: Vec<HandedComponent>,
    /// How many components had to be submitted after conditions.
    pub components_required: u16,
    /// Answers to the form of the procedure, by field.
    pub answers: BTreeMap<String, String>,
    /// How many copies of the result are asked for; at least 1.
    pub copies: u16,
    /// What else was asked; absent in dossiers recorded before it was kept.
    pub asked: Option<Asked>,
    /// Whether something must be verified.
    pub verification: VerificationAnswer,
    /// The fee.
    pub fee: FeeAssessment,
    /// Due under the law.
    pub statutory_due_at: Timestamp,
    /// Due under the programme's promise.
    pub commitment_due_at: Option<Timestamp>,
    /// The promise and its reasons.
    pub promise: RecordedPromise,
    /// Whether the procedure ends in a paper.
    pub result_required: bool,
    /// Whether it could have been filed online.
    pub offered_online: bool,
    /// Made from a seed for demonstration.
    pub synthetic: bool,
    /// Where an imported dossier comes from: the file's digest and row.
    pub imported_from: Option<String>,
    /// A remark of the receiving officer.
    pub note: String,
}

impl Reception {
    /// The facts on which papers depend, as far as they were kept.
    pub fn facts(&self) -> CaseFacts {
        let yes = self.asked.as_ref().map(|asked| asked.yes.clone()).unwrap_or_default();
        CaseFacts { case: self.procedure.case.clone(), proxy: self.proxy.is_some(), yes }
    }

    /// The facts on which the fee depends, for a dossier handed in on a day; absent where they were not all kept.
    pub fn fee_facts(&self, on: Date) -> Option<FeeFacts> {
        let asked = self.asked.as_ref()?;
        Some(FeeFacts {
            channel: self.channel,
            on,
            exemption: asked.exemption,
            copies: u32::from(self.copies),
            pages: u32::from(asked.pages),
            case: self.facts(),
        })
    }
}
