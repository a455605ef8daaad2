//! A procedure in one span of its life.

use jiff::civil::Time;

use super::{
    Bilingual, CaseId, CaseSpec, ComponentSpec, FeeFacts, FeeQuote, FeeRule, FieldSpec, ProcedureCode,
    QuestionSpec, ResultTemplate, SectorCode, TermRules, WorkMinutes, quote,
};
use crate::channel::Channel;
use crate::day::Term;
use crate::law::{Certainty, LegalSource};
use crate::place::LevelCode;
use crate::validity::Validity;

/// A sector (lĩnh vực).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sector {
    /// Key.
    pub code: SectorCode,
    /// Name as people read it.
    pub name: Bilingual,
}

/// The event of life that brings somebody to the counter; people look for this, not for the sector.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LifeEvent {
    /// A child is born, recognised, in guardianship.
    Birth,
    /// Marriage and marital status.
    Marriage,
    /// A death, a will, an inheritance.
    Death,
    /// Copies, signatures, certification.
    Copies,
    /// A household business or licence.
    Business,
    /// Everything else.
    Other,
}

impl LifeEvent {
    /// All events, in the order of the home page.
    pub const ALL: [Self; 6] =
        [Self::Birth, Self::Marriage, Self::Death, Self::Copies, Self::Business, Self::Other];

    /// The name used in packs, addresses and the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Birth => "birth",
            Self::Marriage => "marriage",
            Self::Death => "death",
            Self::Copies => "copies",
            Self::Business => "business",
            Self::Other => "other",
        }
    }

    /// Reads [`LifeEvent::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|event| event.name() == name)
    }
}

/// Whether facts must be checked with another agency before the decision (xác minh).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VerificationPolicy {
    /// Never; no question is asked.
    No,
    /// Sometimes; must be answered at intake with a reason.
    May,
    /// Always; can never be in a no-wait programme.
    Yes,
}

impl VerificationPolicy {
    /// All policies.
    pub const ALL: [Self; 3] = [Self::No, Self::May, Self::Yes];

    /// The name used in packs and the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::May => "may",
            Self::Yes => "yes",
        }
    }
}

/// The policy with what is checked and where that is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// No, may or yes.
    pub policy: VerificationPolicy,
    /// What is checked, for `may` and `yes`.
    pub what: Option<Bilingual>,
    /// What says so, and how sure we are.
    pub source: LegalSource,
}

/// A version of a procedure: everything that was true of it while in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcedureVersion {
    /// National code.
    pub code: ProcedureCode,
    /// 1, 2, 3 … in order of the dates in force.
    pub version: u16,
    /// Days of reception for which it counts.
    pub validity: Validity,
    /// Official name.
    pub name: Bilingual,
    /// A sentence or two in plain words: what it is for.
    pub summary: Bilingual,
    /// Other words people look for: abbreviations, old names, everyday words; either language.
    pub aliases: Vec<String>,
    /// Event of life.
    pub life_event: LifeEvent,
    /// Levels whose units decide it.
    pub levels: Vec<LevelCode>,
    /// Sector.
    pub sector: SectorCode,
    /// Ways to hand it in.
    pub channels: Vec<Channel>,
    /// Cases, if it has any.
    pub cases: Vec<CaseSpec>,
    /// Questions on which papers or fees depend.
    pub questions: Vec<QuestionSpec>,
    /// Papers, conditions and remarks.
    pub components: Vec<ComponentSpec>,
    /// Terms.
    pub terms: TermRules,
    /// Received after this hour, a same-day term ends on the next working day.
    pub same_day_cut_off: Time,
    /// Usual minutes of work by duty.
    pub work: WorkMinutes,
    /// Fee schedule.
    pub fees: Vec<FeeRule>,
    /// Checks with other agencies.
    pub verification: Verification,
    /// Fields of form and result.
    pub fields: Vec<FieldSpec>,
    /// Wording of the result.
    pub result: ResultTemplate,
    /// What the procedure rests on.
    pub legal_bases: Vec<LegalSource>,
    /// How sure we are of code, name and summary; every other fact carries its own mark.
    pub certainty: Certainty,
}

impl ProcedureVersion {
    /// The term for a channel and case, with or without a check.
    pub fn term(&self, channel: Channel, case: Option<&CaseId>, checked: bool) -> Term {
        self.terms.rule(channel, case).resolve(checked)
    }

    /// What a dossier costs.
    pub fn fee(&self, facts: &FeeFacts) -> FeeQuote<'_> {
        quote(&self.fees, facts)
    }

    /// Whether units of a level decide it.
    pub fn offered_at(&self, level: &LevelCode) -> bool {
        self.levels.contains(level)
    }

    /// Whether it may be handed in this way.
    pub fn accepts(&self, channel: Channel) -> bool {
        self.channels.contains(&channel)
    }
}
