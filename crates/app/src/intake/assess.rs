//! What the counter can say before anything is recorded. Pure: policy, draft, time and presence in, answer out.

use super::Draft;
use crate::error::AppError;
use crate::policy::{Policy, programme_facts};
use domain::channel::Channel;
use domain::day::{DeadlineRule, WorkingCalendar};
use domain::dossier::{ChargedLine, FeeAssessment, VerificationAnswer};
use domain::place::Unit;
use domain::procedure::{
    CaseFacts, ComponentKind, ComponentSpec, FeeFacts, Handed, ProcedureVersion, VerificationPolicy,
};
use domain::promise::{self, Capacity, MissingPart, Presence, Promise, PromiseError, PromiseFacts};
use domain::time::civil;
use jiff::Timestamp;
use std::sync::Arc;

/// One component of the case and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What the version says of it.
    pub spec: ComponentSpec,
    /// Whether a dossier is incomplete without it (alone or as one of its group).
    pub required: bool,
    /// Whether it is there.
    pub present: bool,
}

/// The answer.
pub struct Assessment {
    /// The version in force.
    pub version: Arc<ProcedureVersion>,
    /// The unit as it is named on that day.
    pub unit: Unit,
    /// Its calendar.
    pub calendar: Arc<WorkingCalendar>,
    /// Papers, conditions and notes that apply, in the order of the pack.
    pub parts: Vec<Part>,
    /// Everything missing; one entry for each group of alternatives.
    pub missing: Vec<MissingPart>,
    /// The fee.
    pub fee: FeeAssessment,
    /// The promise, or why there is none yet.
    pub promise: Result<Promise, PromiseError>,
    /// Whether the counter is open (online filing needs none).
    pub counter_open: bool,
    /// Whether the officer must say if something must be verified.
    pub verification_asked: bool,
    /// How many components must be submitted.
    pub components_required: u16,
    /// The programme of the unit on that day.
    pub programme: Option<String>,
}

/// Assesses a draft at an instant, without looking at how full the day is.
///
/// # Errors
/// [`AppError::NotOffered`] when no version is in force at this unit.
pub fn assess(
    policy: &Policy,
    draft: &Draft,
    at: Timestamp,
    presence: Presence,
) -> Result<Assessment, AppError> {
    assess_with(policy, draft, at, presence, None)
}

/// Assesses a draft at an instant, with the room that [`crate::watch::quote::room`] found.
///
/// # Errors
/// As [`assess`].
pub fn assess_with(
    policy: &Policy,
    draft: &Draft,
    at: Timestamp,
    presence: Presence,
    capacity: Option<Capacity>,
) -> Result<Assessment, AppError> {
    let on = civil(at).date();
    let unit = policy.unit(&draft.unit, on).ok_or(AppError::NotFound { what: "unit" })?;
    let version = policy.version_in_force(&draft.procedure, &unit.code, on).ok_or(AppError::NotOffered)?;
    let calendar = policy.calendar(&unit.calendar).ok_or(AppError::NotFound { what: "calendar" })?;
    let facts = draft.facts();
    let handed: Vec<Handed> = draft.handed.iter().map(as_handed).collect();
    let missing: Vec<MissingPart> = version.missing(&facts, &handed).iter().map(MissingPart::from).collect();
    let required = version.required(&facts);
    let is_required = |spec: &ComponentSpec| {
        required.iter().any(|need| need.choices().iter().any(|choice| choice.id == spec.id))
    };
    let parts = version
        .applicable(&facts)
        .map(|spec| Part {
            spec: spec.clone(),
            required: is_required(spec),
            present: draft.handed.iter().any(|paper| paper.component == spec.id),
        })
        .collect();
    let components_required = papers_to_submit(version, &facts);
    let counter_open = match draft.channel {
        Channel::Counter => calendar.is_open_at(at),
        Channel::Online | Channel::Post => true,
    };
    Ok(Assessment {
        promise: promise_of(policy, draft, version, unit, calendar, &missing, at, (presence, capacity)),
        fee: fee_of(version, draft, at),
        verification_asked: version.verification.policy == VerificationPolicy::May,
        programme: programme_facts(policy, &version.code, unit, on)
            .map(|facts| facts.programme.id.as_str().to_owned()),
        version: version.clone(),
        unit: unit.clone(),
        calendar: calendar.clone(),
        parts,
        missing,
        counter_open,
        components_required,
    })
}

fn as_handed(paper: &super::HandedIn) -> Handed {
    match paper.digitised {
        domain::dossier::Digitised::FromDatabase => Handed::data(paper.component.clone()),
        domain::dossier::Digitised::No
        | domain::dossier::Digitised::Scanned
        | domain::dossier::Digitised::ReusedComponent
        | domain::dossier::Digitised::ReusedResult => {
            Handed::paper(paper.component.clone(), paper.originals.saturating_add(paper.copies))
        }
    }
}

/// The statutory same-day rule of a version.
pub(crate) fn rule_of(version: &ProcedureVersion) -> DeadlineRule {
    let source = version.terms.general.source.clone();
    DeadlineRule { cut_off: version.same_day_cut_off, source }
}

#[allow(clippy::too_many_arguments, reason = "the facts of a promise, each read somewhere else")]
fn promise_of(
    policy: &Policy,
    draft: &Draft,
    version: &ProcedureVersion,
    unit: &Unit,
    calendar: &WorkingCalendar,
    missing: &[MissingPart],
    at: Timestamp,
    (presence, capacity): (Presence, Option<Capacity>),
) -> Result<Promise, PromiseError> {
    let answer = match &draft.verification {
        VerificationAnswer::NotAsked => None,
        VerificationAnswer::NotNeeded { reason } => {
            Some(promise::VerificationAnswer::NotNeeded { reason: reason.clone() })
        }
        VerificationAnswer::Needed { reason } => {
            Some(promise::VerificationAnswer::Needed { reason: reason.clone() })
        }
    };
    promise::promise(&PromiseFacts {
        received_at: at,
        channel: draft.channel,
        term: version.terms.rule(draft.channel, draft.case.as_ref()),
        rule: &rule_of(version),
        calendar,
        programme: programme_facts(policy, &version.code, unit, civil(at).date()),
        missing,
        verification: &version.verification,
        verification_answer: answer.as_ref(),
        presence,
        capacity,
    })
}

pub(crate) fn fee_of(version: &ProcedureVersion, draft: &Draft, at: Timestamp) -> FeeAssessment {
    let facts = FeeFacts {
        channel: draft.channel,
        on: civil(at).date(),
        exemption: draft.exemption,
        copies: u32::from(draft.copies),
        pages: u32::from(draft.pages),
        case: draft.facts(),
    };
    fee_by(version, &facts)
}

/// How many components must be submitted, not only shown.
pub(crate) fn papers_to_submit(version: &ProcedureVersion, facts: &CaseFacts) -> u16 {
    let submits = |spec: &&ComponentSpec| spec.kind == ComponentKind::Submit;
    let required = version.required(facts);
    let must = required.iter().filter(|need| need.choices().iter().any(submits));
    u16::try_from(must.count()).unwrap_or(u16::MAX)
}

/// The fee of a version for what it depends on.
pub(crate) fn fee_by(version: &ProcedureVersion, facts: &FeeFacts) -> FeeAssessment {
    let quote = version.fee(facts);
    let line = |line: &domain::procedure::FeeLine<'_>| ChargedLine {
        label: line.rule.name.vi.clone(),
        amount: line.amount,
    };
    FeeAssessment {
        lines: quote.lines.iter().map(line).collect(),
        total: quote.total,
        exemption: facts.exemption.filter(|_| quote.exempt).map(|ground| ground.name().to_owned()),
    }
}
