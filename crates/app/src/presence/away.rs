//! Called away: one press, until an hour or for the day, and back. The promise follows at once.

use super::check_in::{self, Means};
use super::new_id;
use crate::error::AppError;
use crate::notify::{self, Kind, Message};
use crate::{Actor, App};
use domain::permit::DayAct;
use domain::promise::Duty;
use domain::time::{civil, instant_on, to_ms};
use jiff::civil::Time;
use storage::dossier::day_number;
use storage::roster::presence::{self, AwayRow};

/// Records that the actor is away from now until an hour of today, or for the rest of the day. Whoever had not checked
/// in was here until now. An hour that is over is refused.
///
/// # Errors
/// [`AppError::Denied`]; [`AppError::NotFound`] for an hour that is over.
pub async fn called_away(app: &App, actor: &Actor, until: Option<Time>) -> Result<(), AppError> {
    let at = app.clock.now();
    let unit = actor.unit.clone();
    actor.at_unit(&app.policy(), at, DayAct::CheckIn.into(), &unit)?;
    let on = civil(at).date();
    let until_at = until.map(|until| instant_on(on, until));
    if until_at.is_some_and(|until| until <= at) {
        return Err(AppError::NotFound { what: "hour to come" });
    }
    let (stay, id) = (new_id(app, at, "stay"), new_id(app, at, "away"));
    let (person, name, code) = (actor.account, actor.name.clone(), unit.clone());
    let until = until.map(|until| until.strftime("%H:%M").to_string()).unwrap_or_default();
    let written = app.store.write(move |tx| {
        let account_id = person.to_string();
        let day = (code.as_str(), day_number(on));
        check_in::enter(tx, &code, person, at, &stay, Means::Page, None)?;
        presence::come_back(tx, day, &account_id, to_ms(at))?;
        let row = AwayRow { account_id, from_at: to_ms(at), until_at: until_at.map(to_ms), back_at: None };
        presence::leave(tx, &id, day, &row)?;
        let may = check_in::allowed(tx, &code, person, day.1)?;
        if may.contains(Duty::Approve) {
            // Whoever waits for a decision must know: everybody who passes dossiers on.
            let message = Message::new(Kind::CalledAway, [("name", name.clone()), ("until", until.clone())]);
            for duty in [Duty::Receive, Duty::Appraise] {
                notify::to_duty(tx, at, &code, duty, &message)?;
            }
        }
        Ok::<_, AppError>(())
    });
    written.await?;
    app.announce(&unit);
    Ok(())
}

/// Records that the actor is back.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn back(app: &App, actor: &Actor) -> Result<(), AppError> {
    let at = app.clock.now();
    let unit = actor.unit.clone();
    actor.at_unit(&app.policy(), at, DayAct::CheckIn.into(), &unit)?;
    let (code, id) = (unit.clone(), actor.account.to_string());
    let day = day_number(civil(at).date());
    let written = app.store.write(move |tx| presence::come_back(tx, (code.as_str(), day), &id, to_ms(at)));
    written.await.map_err(AppError::Store)?;
    app.announce(&unit);
    Ok(())
}
