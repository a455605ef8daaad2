//! Turning somebody away: slip 02 names everything that is missing, slip 03 says why a dossier is not accepted.
//! Nothing is received and no code is taken; the record serves the day's page and the applicant's next visit.

use super::Draft;
use super::assess::assess;
use crate::error::AppError;
use crate::{Actor, App, duty};
use domain::dossier::Refusal;
use domain::id::DraftId;
use domain::permit::Action;
use domain::time::{civil, to_ms};
use serde::{Deserialize, Serialize};
use storage::desk::{self, TurnedAwayRow};
use storage::dossier::day_number;

/// Which slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SlipKind {
    /// Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (02).
    Supplement,
    /// Phiếu từ chối tiếp nhận giải quyết hồ sơ (03).
    Refusal,
}

/// What the slip says, as printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slip {
    /// Which slip.
    pub kind: SlipKind,
    /// The applicant's name.
    pub applicant: String,
    /// Their address.
    pub address: String,
    /// The procedure's name.
    pub procedure: String,
    /// Everything that is missing; alternatives of one group joined.
    pub missing: Vec<String>,
    /// The reason.
    pub reason: String,
    /// Name of the guiding officer.
    pub officer: String,
    /// The unit's code.
    pub unit: String,
    /// When, in milliseconds.
    pub at: i64,
}

/// What the officer enters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnAway {
    /// What was assessed.
    pub draft: Draft,
    /// The applicant's name, as far as given.
    pub applicant: String,
    /// Their address.
    pub address: String,
    /// Which slip.
    pub kind: SlipKind,
    /// The reason; required for a refusal.
    pub reason: String,
}

/// Records the slip and gives its identifier.
///
/// # Errors
/// [`Refusal::NothingAsked`] for slip 02 when nothing is missing; [`Refusal::ReasonMissing`] for slip 03 without reason.
pub async fn turn_away(app: &App, actor: &Actor, input: TurnAway) -> Result<String, AppError> {
    let at = app.clock.now();
    let policy = app.policy();
    let unit = input.draft.unit.clone();
    actor.at_unit(&policy, at, Action::TurnAway, &unit)?;
    let presence = duty::presence_for(app, &unit, &input.draft.procedure).await?;
    let assessment = assess(&policy, &input.draft, at, presence)?;
    let name_of = |id: &domain::procedure::ComponentId| {
        let part = assessment.parts.iter().find(|part| part.spec.id == *id);
        part.map_or_else(|| id.as_str().to_owned(), |part| part.spec.name.vi.clone())
    };
    let missing: Vec<String> = assessment
        .missing
        .iter()
        .map(|part| part.one_of.iter().map(name_of).collect::<Vec<_>>().join(" hoặc "))
        .collect();
    match input.kind {
        SlipKind::Supplement if missing.is_empty() => return Err(Refusal::NothingAsked.into()),
        SlipKind::Refusal if input.reason.trim().is_empty() => return Err(Refusal::ReasonMissing.into()),
        SlipKind::Supplement | SlipKind::Refusal => {}
    }
    let id =
        DraftId::from_parts(u64::try_from(to_ms(at)).unwrap_or_default(), app.random.number()).to_string();
    let slip = Slip {
        kind: input.kind,
        applicant: input.applicant,
        address: input.address,
        procedure: assessment.version.name.vi.clone(),
        missing,
        reason: input.reason,
        officer: actor.name.clone(),
        unit: unit.as_str().to_owned(),
        at: to_ms(at),
    };
    let row = TurnedAwayRow {
        id: id.clone(),
        unit: unit.as_str().to_owned(),
        on_day: day_number(civil(at).date()),
        at: to_ms(at),
        actor: actor.account.to_string(),
        procedure_code: assessment.version.code.as_str().to_owned(),
        kind: match input.kind {
            SlipKind::Supplement => "supplement",
            SlipKind::Refusal => "refusal",
        }
        .to_owned(),
        // Plain strings and numbers always serialise.
        slip: serde_json::to_string(&slip).unwrap_or_default(),
    };
    app.store.write(move |tx| desk::turn_away(tx, &row)).await.map_err(AppError::Store)?;
    app.announce(&unit);
    Ok(id)
}

/// Finds a slip to print it (again).
///
/// # Errors
/// [`AppError::NotFound`] also where the actor has no right at its unit.
pub async fn find_slip(app: &App, actor: &Actor, id: &str) -> Result<Slip, AppError> {
    let missing = || AppError::NotFound { what: "slip" };
    let wanted = id.to_owned();
    let row = app.store.read(move |tx| desk::find_slip(tx, &wanted)).await.map_err(AppError::Store)?;
    let slip: Slip = row.and_then(|row| serde_json::from_str(&row.slip).ok()).ok_or_else(missing)?;
    let unit = slip.unit.parse().map_err(|_| missing())?;
    actor.at_unit(&app.policy(), app.clock.now(), Action::TurnAway, &unit).map_err(|_| missing())?;
    Ok(slip)
}
