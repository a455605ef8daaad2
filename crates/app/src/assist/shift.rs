//! The end of a shift: how many were helped, why things could not be filed online, what people stumbled on.

use super::{AssistError, may_help};
use crate::{Actor, App};
use domain::assist::NotOnline;
use domain::time::{civil, instant_on, to_ms};
use jiff::civil::{Date, Time};
use storage::account::date_of;
use storage::assist;
use storage::dossier::day_number;

/// Notes of so many days are shown.
const NOTES_DAYS: i64 = 30;

/// A volunteer's day, and what the unit learned lately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// The day.
    pub on: Date,
    /// How many this volunteer helped today.
    pub helped: u64,
    /// Why things could not be filed online today, at the whole unit.
    pub reasons: Vec<(NotOnline, u32)>,
    /// This volunteer's note of today.
    pub mine: String,
    /// Notes of the last weeks, newest first, without names.
    pub notes: Vec<(Date, String)>,
}

/// Reads the day.
///
/// # Errors
/// [`crate::AppError::Denied`].
pub async fn shift(app: &App, actor: &Actor) -> Result<Shift, AssistError> {
    let now = may_help(app, actor)?;
    let on = civil(now).date();
    let (from, to) = (to_ms(instant_on(on, Time::midnight())), to_ms(now).saturating_add(1));
    let (unit, me) = (actor.unit.to_string(), actor.account.to_string());
    app.store
        .read(move |tx| {
            let reasons = assist::count_reasons(tx, &unit, from, to)?;
            let notes = assist::list_shifts(tx, &unit, day_number(on) - NOTES_DAYS)?;
            let mine = notes.iter().find(|(by, day, _)| *by == me && *day == day_number(on));
            Ok(Shift {
                on,
                helped: assist::count_helped(tx, &unit, &me, from, to)?,
                reasons: reasons
                    .into_iter()
                    .filter_map(|(name, n)| Some((NotOnline::from_name(&name)?, n)))
                    .filter(|(reason, _)| *reason != NotOnline::NotAsked)
                    .collect(),
                mine: mine.map(|(.., text)| text.clone()).unwrap_or_default(),
                notes: notes.into_iter().map(|(_, day, text)| (date_of(day), text)).collect(),
            })
        })
        .await
}

/// Keeps the note of today.
///
/// # Errors
/// [`crate::AppError::Denied`].
pub async fn note(app: &App, actor: &Actor, stumbled: String) -> Result<(), AssistError> {
    let now = may_help(app, actor)?;
    let (unit, me, day) = (actor.unit.to_string(), actor.account.to_string(), day_number(civil(now).date()));
    Ok(app.store.write(move |tx| assist::note_shift(tx, &unit, &me, day, &stumbled, to_ms(now))).await?)
}
