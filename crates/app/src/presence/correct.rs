//! A leader puts right what was forgotten: when somebody came and went, with the reason. What it was is kept.

use super::new_id;
use crate::error::AppError;
use crate::notify::{self, Kind, Message};
use crate::{Actor, App};
use domain::id::AccountId;
use domain::permit::DayAct;
use domain::place::UnitCode;
use domain::text::clean_line;
use domain::time::{civil, from_ms, instant_on, to_ms};
use jiff::civil::Time;
use storage::roster::presence::{self, CorrectionRow};

/// What is wrong with a correction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CorrectionProblem {
    /// No reason was given.
    ReasonMissing,
    /// They would have left before they came.
    Backwards,
    /// It says something about an hour to come.
    Future,
}

/// Why a correction was not made.
#[derive(Debug)]
pub enum CorrectError {
    /// Everything wrong with it.
    Problems(Vec<CorrectionProblem>),
    /// Anything else.
    App(AppError),
}

impl From<AppError> for CorrectError {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

/// A correction: the hours of a stay as they really were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Which stay.
    pub stay: String,
    /// When they came.
    pub came: Time,
    /// When they left; nothing while they are here.
    pub left: Option<Time>,
    /// Why it is put right.
    pub reason: String,
}

/// Puts a stay right.
///
/// # Errors
/// [`CorrectError`].
pub async fn correct(app: &App, actor: &Actor, wish: Correction) -> Result<(), CorrectError> {
    let (at, policy) = (app.clock.now(), app.policy());
    let id = wish.stay.clone();
    let found = app.store.read(move |tx| presence::find_stay(tx, &id)).await.map_err(AppError::Store)?;
    let missing = || AppError::NotFound { what: "stay" };
    let was = found.ok_or_else(missing)?;
    let unit: UnitCode = was.unit.parse().map_err(|_| missing())?;
    actor.at_unit(&policy, at, DayAct::CorrectPresence.into(), &unit).map_err(|_| missing())?;
    let on = civil(from_ms(was.in_at)).date();
    let (came, left) = (instant_on(on, wish.came), wish.left.map(|left| instant_on(on, left)));
    let reason = clean_line(&wish.reason);
    let checks = [
        (reason.is_empty(), CorrectionProblem::ReasonMissing),
        (left.is_some_and(|left| left <= came), CorrectionProblem::Backwards),
        (came > at || left.is_some_and(|left| left > at), CorrectionProblem::Future),
    ];
    let problems: Vec<_> = checks.into_iter().filter(|(wrong, _)| *wrong).map(|(_, found)| found).collect();
    if !problems.is_empty() {
        return Err(CorrectError::Problems(problems));
    }
    let note = CorrectionRow {
        id: new_id(app, at, "fix"),
        at: to_ms(at),
        by_account: actor.account.to_string(),
        reason: reason.clone(),
    };
    let args = [("name", actor.name.clone()), ("on", on.to_string()), ("reason", reason)];
    let message = Message::new(Kind::PresenceCorrected, args);
    let code = unit.clone();
    let written = app.store.write(move |tx| {
        presence::correct(tx, &was, (to_ms(came), left.map(to_ms)), &note)?;
        if let Ok(person) = was.account_id.parse::<AccountId>() {
            notify::to_person(tx, at, &code, person, &message)?;
        }
        Ok::<_, AppError>(())
    });
    match written.await {
        // Another stay of the person is open: two open ones would be one too many.
        Err(AppError::Store(storage::StoreError::Unique { .. })) => {
            Err(CorrectError::Problems(vec![CorrectionProblem::Backwards]))
        }
        other => {
            other?;
            app.announce(&unit);
            Ok(())
        }
    }
}
