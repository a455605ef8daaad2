//! What is offered instead where the day is full: another unit with room, the next no-wait day, the statutory date.

use super::quote;
use crate::App;
use crate::error::AppError;
use domain::place::UnitCode;
use domain::procedure::ProcedureVersion;
use domain::promise::{ReadyBetween, programme_day};
use domain::time::civil;
use jiff::Timestamp;
use jiff::civil::Date;
use std::sync::Arc;

/// How many units are asked for room.
const UNITS_MAX: usize = 8;

/// How far ahead a no-wait day is looked for.
const DAYS_MAX: usize = 60;

/// What is offered instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offers {
    /// A unit beside this one that still has room today, with its hour.
    pub elsewhere: Option<(UnitCode, ReadyBetween)>,
    /// The next no-wait day here.
    pub next_day: Option<Date>,
}

/// Looks for offers; the statutory date is part of the promise itself.
///
/// # Errors
/// [`AppError::Store`].
pub async fn offers(
    app: &App,
    unit: &UnitCode,
    version: &Arc<ProcedureVersion>,
    at: Timestamp,
) -> Result<Offers, AppError> {
    let policy = app.policy();
    let on = civil(at).date();
    let above = policy.units().parent_on(unit, on).map(|parent| parent.code.clone());
    let beside: Vec<UnitCode> = match &above {
        Some(above) => policy.units().children_on(above, on).iter().map(|unit| unit.code.clone()).collect(),
        None => Vec::new(),
    };
    let mut elsewhere = None;
    let listed = |other: &&UnitCode| *other != unit && policy.listed(&version.code, other, on).is_some();
    for other in beside.iter().filter(listed).take(UNITS_MAX) {
        let Some(found) = quote::room(app, other, version, at).await? else { continue };
        let ready = found.capacity.ready.filter(|_| found.capacity.suffices());
        // Who is soonest; of equals the first in the order of the list.
        let sooner = |ready: &ReadyBetween| {
            elsewhere.as_ref().is_none_or(|(_, best): &(UnitCode, ReadyBetween)| ready.by < best.by)
        };
        if let Some(ready) = ready.filter(sooner) {
            elsewhere = Some((other.clone(), ready));
        }
    }
    Ok(Offers { elsewhere, next_day: next_day(app, unit, version, on) })
}

/// The next day on which the programme takes this procedure here.
fn next_day(app: &App, unit: &UnitCode, version: &ProcedureVersion, on: Date) -> Option<Date> {
    let policy = app.policy();
    let days = std::iter::successors(on.tomorrow().ok(), |day| day.tomorrow().ok());
    days.take(DAYS_MAX).find(|day| {
        let listed = policy.listed(&version.code, unit, *day);
        let calendar = policy.calendar_of(unit, *day);
        listed
            .zip(calendar)
            .is_some_and(|(listed, calendar)| programme_day(*day, listed.programme, calendar).is_kept())
    })
}
