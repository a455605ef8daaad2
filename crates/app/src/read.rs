//! What staff read: a dossier with its story, work lists, the day of a unit, the public board.

use crate::error::AppError;
use crate::handle::{load_by_code, pin_of};
use crate::{Actor, App, duty};
use domain::dossier::{Act, Dossier, DossierCode, Recorded, Stage, open_acts};
use domain::id::AccountId;
use domain::permit::Action;
use domain::place::UnitCode;
use domain::promise::{Capacity, Presence};
use domain::time::{civil, from_ms, to_ms};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;
use storage::desk::TurnedAwayRow;
use storage::dossier::{Counted, DossierRow, Listed, Position, Work, WorkSide, day_number};
use storage::{StoreError, Tx, account, desk, dossier, event_log, watch};

/// A dossier as staff read it: its state, its whole story, and what the reader may do now.
pub struct DossierPage {
    /// The state.
    pub dossier: Dossier,
    /// Every event.
    pub story: Vec<Recorded>,
    /// Names of the accounts in the story.
    pub names: BTreeMap<AccountId, String>,
    /// What the reader may do and the stage allows.
    pub acts: Vec<Act>,
    /// The token of the receipt's QR.
    pub token: String,
    /// The PIN as printed.
    pub pin: String,
    /// The token of the standing result's QR.
    pub result_token: Option<String>,
    /// The room left and the hour expected, as told at reception.
    pub room: Option<Capacity>,
}

/// Opens a dossier.
///
/// # Errors
/// [`AppError::NotFound`] also where the actor has no right to it.
pub async fn dossier(app: &App, actor: &Actor, code: &DossierCode) -> Result<DossierPage, AppError> {
    let at = app.clock.now();
    let policy = app.policy();
    let (keys, actor, code) = (app.keys.clone(), actor.clone(), code.clone());
    app.store
        .read(move |tx| {
            let loaded = load_by_code(tx, &code)?;
            actor
                .on_dossier(&policy, at, Action::ReadDossier, &loaded.state)
                .map_err(|_| AppError::NotFound { what: "dossier" })?;
            let story = event_log::list_of(tx, loaded.state.id)?;
            let names = names(tx, story.iter().map(|event| event.actor))?;
            let allowed =
                |act: &Act| actor.on_dossier(&policy, at, Action::Dossier(*act), &loaded.state).is_ok();
            let acts = open_acts(loaded.state.stage).into_iter().filter(allowed).collect();
            let quoted = watch::find_quote(tx, &loaded.state.id.to_string())?;
            let result = loaded.state.result.as_ref();
            Ok(DossierPage {
                token: keys.receipt_token(loaded.state.id),
                pin: pin_of(&loaded.key),
                room: quoted.as_ref().map(crate::watch::quote::told),
                result_token: result
                    .map(|result| keys.result_token(loaded.state.id, &result.number.to_string())),
                dossier: loaded.state,
                story,
                names,
                acts,
            })
        })
        .await
}

fn names(
    tx: &mut Tx<'_>,
    ids: impl Iterator<Item = AccountId>,
) -> Result<BTreeMap<AccountId, String>, StoreError> {
    let mut names = BTreeMap::new();
    for id in ids {
        if let std::collections::btree_map::Entry::Vacant(place) = names.entry(id) {
            place.insert(account::find(tx, id)?.map(|account| account.name).unwrap_or_default());
        }
    }
    Ok(names)
}

/// A work list with the number of all that wait.
pub struct WorkPage {
    /// The page.
    pub listed: Listed,
    /// How many there are in all.
    pub total: Counted,
}

/// What waits at a stage for the actor's unit, most urgent first.
///
/// # Errors
/// [`AppError::Denied`] without a right to read dossiers there.
pub async fn work(
    app: &App,
    actor: &Actor,
    side: WorkSide,
    stage: Stage,
    after: Position,
    limit: usize,
) -> Result<WorkPage, AppError> {
    let unit = actor.unit.clone();
    actor.at_unit(&app.policy(), app.clock.now(), Action::ReadDossier, &unit)?;
    let work = Work { side, unit, stage };
    let page = app.store.read(move |tx| {
        let listed = dossier::list_work(tx, &work, &after, limit)?;
        Ok(WorkPage { listed, total: dossier::count_at(tx, &work)? })
    });
    page.await.map_err(AppError::Store)
}

/// How many dossiers wait at each stage of the actor's unit: for the numbers beside the links.
///
/// # Errors
/// [`AppError::Store`].
pub async fn counts(app: &App, actor: &Actor) -> Result<BTreeMap<Stage, Counted>, AppError> {
    waiting(app, &actor.unit).await
}

/// How many dossiers wait at a unit for appraisal, decision and return; counts only, so nobody is asked who reads.
///
/// # Errors
/// [`AppError::Store`].
pub async fn waiting(app: &App, unit: &UnitCode) -> Result<BTreeMap<Stage, Counted>, AppError> {
    let unit = unit.clone();
    let counted = app.store.read(move |tx| {
        let stages = [Stage::Received, Stage::AwaitingApproval, Stage::ResultReady];
        let mut counts = BTreeMap::new();
        for stage in stages {
            let side = if stage == Stage::ResultReady { WorkSide::Receiving } else { WorkSide::Deciding };
            counts.insert(stage, dossier::count_at(tx, &Work { side, unit: unit.clone(), stage })?);
        }
        Ok(counts)
    });
    counted.await.map_err(AppError::Store)
}

/// Dossiers of the actor's unit by part of a name (without marks) or code, newest first.
///
/// # Errors
/// [`AppError::Denied`] without a right to read dossiers there.
pub async fn search(
    app: &App,
    actor: &Actor,
    typed: String,
    before: Position,
    limit: usize,
) -> Result<Listed, AppError> {
    let unit = actor.unit.clone();
    actor.at_unit(&app.policy(), app.clock.now(), Action::ReadDossier, &unit)?;
    let found = app.store.read(move |tx| dossier::list_found(tx, &unit, &typed, &before, limit));
    found.await.map_err(AppError::Store)
}

/// A unit's day: everything taken and what became of it.
pub struct Day {
    /// The unit.
    pub unit: UnitCode,
    /// The day.
    pub on: Date,
    /// Dossiers received, in the order of receipt.
    pub received: Vec<DossierRow>,
    /// Who was turned away with a slip.
    pub turned_away: Vec<TurnedAwayRow>,
    /// Open dossiers past their due time under the law, of whatever day.
    pub backlog: u64,
    /// The duties.
    pub presence: Presence,
    /// Who closed the day, when, with which remark.
    pub closed: Option<(Timestamp, String, String)>,
}

/// Reads a unit's day, for staff.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn day(app: &App, actor: &Actor, unit: &UnitCode, on: Date) -> Result<Day, AppError> {
    actor.at_unit(&app.policy(), app.clock.now(), Action::ReadDay, unit)?;
    public_day(app, unit, on).await
}

/// Reads a unit's day without asking who reads: for the board, which shows counts and stages only.
///
/// # Errors
/// [`AppError::Store`].
pub async fn public_day(app: &App, unit: &UnitCode, on: Date) -> Result<Day, AppError> {
    let (unit, now, policy) = (unit.clone(), app.clock.now(), app.policy());
    let read = app.store.read(move |tx| {
        let day = day_number(on);
        let closed = match desk::find_day_close(tx, unit.as_str(), day)? {
            Some((at, by, remark)) => {
                let id: Option<AccountId> = by.parse().ok();
                let name = match id {
                    Some(id) => account::find(tx, id)?.map(|account| account.name),
                    None => None,
                };
                Some((from_ms(at), name.unwrap_or_default(), remark))
            }
            None => None,
        };
        Ok(Day {
            received: dossier::list_day(tx, &unit, day)?,
            turned_away: desk::list_turned_away(tx, unit.as_str(), day)?,
            backlog: dossier::count_backlog(tx, &unit, to_ms(now))?,
            presence: duty::presence(tx, &policy, &unit, now)?,
            closed,
            unit: unit.clone(),
            on,
        })
    });
    read.await.map_err(AppError::Store)
}

/// Closes a unit's day with the actor's name.
///
/// # Errors
/// [`AppError::Denied`]; [`AppError::Stale`] when it is closed already.
pub async fn close_day(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    on: Date,
    remark: String,
) -> Result<(), AppError> {
    let at = app.clock.now();
    actor.at_unit(&app.policy(), at, Action::CloseDay, unit)?;
    if on > civil(at).date() {
        return Err(AppError::NotFound { what: "day" });
    }
    let (code, by) = (unit.as_str().to_owned(), actor.account.to_string());
    let written =
        app.store.write(move |tx| desk::close_day(tx, &code, day_number(on), to_ms(at), &by, &remark)).await;
    match written {
        Err(error) if error.is_unique("day_close(unit, on_day)") => {
            Err(AppError::Stale { by: String::new(), at })
        }
        other => other.map_err(AppError::Store),
    }
}

/// How a unit's day stands, in four numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitSums {
    /// The unit.
    pub unit: UnitCode,
    /// Tickets waiting.
    pub waiting: u64,
    /// Dossiers received today that are still in work, or wait to be collected.
    pub working: u64,
    /// Dossiers received today that were handed back.
    pub returned: u64,
    /// Open dossiers past their due time under the law, of whatever day.
    pub backlog: u64,
}

/// How units stand, all at one instant; counts only, for the wall.
///
/// # Errors
/// [`AppError::Store`].
pub async fn wall(app: &App, units: Vec<UnitCode>) -> Result<Vec<UnitSums>, AppError> {
    let now = app.clock.now();
    let on = civil(now).date();
    let read = app.store.read(move |tx| {
        let waiting = storage::queue::count_waiting(tx, on)?;
        let sums = |unit: &UnitCode| {
            let stages = dossier::count_day(tx, unit, day_number(on))?;
            let count = |of: &dyn Fn(Stage) -> bool| {
                stages.iter().filter(|(stage, _)| of(*stage)).map(|(_, n)| *n).sum::<u64>()
            };
            Ok::<_, AppError>(UnitSums {
                waiting: waiting.get(unit).copied().unwrap_or_default(),
                working: count(&|stage| stage.is_open() || stage == Stage::ResultReady),
                returned: count(&|stage| stage == Stage::Returned),
                backlog: dossier::count_backlog(tx, unit, to_ms(now))?,
                unit: unit.clone(),
            })
        };
        units.iter().map(sums).collect()
    });
    read.await
}
