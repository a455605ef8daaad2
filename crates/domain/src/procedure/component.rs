//! Components of a dossier (thành phần hồ sơ) and the conditions under which they are asked for.

use std::collections::BTreeSet;

use super::{Bilingual, CaseId, ComponentId, GroupId, QuestionId};
use crate::law::LegalSource;

/// What a row of the list of papers is. The national database mixes all four.
///
/// # Legal source
/// Headings "Giấy tờ phải nộp / phải xuất trình / Lưu ý" of the national database's records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ComponentKind {
    /// Phải nộp: handed in, kept, digitised.
    Submit,
    /// Phải xuất trình: shown and given back; never copied or kept.
    Present,
    /// A condition to fulfil, not a paper: both parties present.
    Condition,
    /// A remark.
    Note,
}

impl ComponentKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Submit, Self::Present, Self::Condition, Self::Note];

    /// The name used in packs and the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Submit => "submit",
            Self::Present => "present",
            Self::Condition => "condition",
            Self::Note => "note",
        }
    }
}

/// In which form a paper is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CopyKind {
    /// Bản chính.
    Original,
    /// Bản sao (a photocopy, with the original to compare).
    Copy,
    /// Bản sao có chứng thực.
    CertifiedCopy,
    /// Mẫu đơn, tờ khai: a form filled in; online the interactive form.
    Form,
}

impl CopyKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Original, Self::Copy, Self::CertifiedCopy, Self::Form];

    /// The name used in packs and the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::Copy => "copy",
            Self::CertifiedCopy => "certified_copy",
            Self::Form => "form",
        }
    }
}

/// When something applies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// In every dossier.
    Always,
    /// When somebody files for another person.
    WhenProxy,
    /// In one case of the procedure.
    WhenCase(CaseId),
    /// When a question is answered with yes.
    WhenAnswer(QuestionId),
}

impl Condition {
    /// Whether the facts fulfil it.
    pub fn holds(&self, facts: &CaseFacts) -> bool {
        match self {
            Self::Always => true,
            Self::WhenProxy => facts.proxy,
            Self::WhenCase(case) => facts.case.as_ref() == Some(case),
            Self::WhenAnswer(question) => facts.yes.contains(question),
        }
    }
}

/// What is known about a dossier when its papers, term and fee are worked out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseFacts {
    /// The case, in procedures that have cases.
    pub case: Option<CaseId>,
    /// Somebody files for another person.
    pub proxy: bool,
    /// Questions answered with yes.
    pub yes: BTreeSet<QuestionId>,
}

/// A component as a version of a procedure asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComponentSpec {
    /// Key within the procedure; stable from version to version.
    pub id: ComponentId,
    /// Name as people read it.
    pub name: Bilingual,
    /// Paper to submit, paper to show, condition or remark.
    pub kind: ComponentKind,
    /// Form in which the paper is wanted.
    pub copy_kind: CopyKind,
    /// How many; 0 for conditions and remarks.
    pub quantity: u16,
    /// Whether a dossier without it is incomplete.
    pub required: bool,
    /// Components of one group replace one another: one of them is enough.
    pub one_of: Option<GroupId>,
    /// When it applies.
    pub condition: Condition,
    /// The component is itself a result of an earlier procedure (counts for reuse of data).
    pub processing_result: bool,
    /// What asks for it, and how sure we are.
    pub source: LegalSource,
}

/// A case (trường hợp) with its own papers or term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseSpec {
    /// Key within the procedure.
    pub id: CaseId,
    /// Name as people read it.
    pub name: Bilingual,
}

/// A question asked at intake, answered yes or no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionSpec {
    /// Key within the procedure.
    pub id: QuestionId,
    /// The question as people read it.
    pub text: Bilingual,
}
