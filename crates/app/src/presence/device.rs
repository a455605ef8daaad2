//! A shared device at the door: somebody picks their name and types a short number, or holds their badge to the
//! scanner. The device is signed in at the unit; the number only ever checks in or out.
//!
//! The number is kept as a keyed hash. Failures are counted for a person at the device's address, so that strangers
//! elsewhere lock nobody out; and whoever has to wait still has the badge and their own page.

use super::check_in::{self, Means, Outcome};
use super::new_id;
use crate::account::waiting;
use crate::error::AppError;
use crate::{Actor, App, secret};
use domain::id::AccountId;
use domain::permit::DayAct;
use domain::place::UnitCode;
use domain::time::{civil, to_ms};
use jiff::Timestamp;
use std::net::IpAddr;
use storage::dossier::day_number;
use storage::roster::day::{self, MemberRow};
use storage::roster::device;
use storage::session;
use subtle::ConstantTimeEq;

/// Fewest digits of a number.
pub const PIN_DIGITS_MIN: usize = 6;

/// Most digits of a number.
pub const PIN_DIGITS_MAX: usize = 12;

/// What the device is asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Check in.
    In,
    /// Check out.
    Out,
}

/// Why the device did nothing.
#[derive(Debug)]
pub enum DeviceError {
    /// The number is wrong, the person has none, or the badge is not known; nobody learns which.
    Wrong,
    /// Too many failures for this person at this device.
    Wait {
        /// Seconds left, rounded up.
        seconds: u64,
    },
    /// The number is too short, too long, not digits, or one everybody tries first.
    WeakPin,
    /// Anything else.
    App(AppError),
}

impl From<AppError> for DeviceError {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

/// Sets the actor's own number.
///
/// # Errors
/// [`DeviceError::WeakPin`].
pub async fn set_pin(app: &App, actor: &Actor, typed: &str) -> Result<(), DeviceError> {
    let at = app.clock.now();
    actor.at_unit(&app.policy(), at, DayAct::CheckIn.into(), &actor.unit)?;
    let digits = digits(typed).filter(|digits| is_strong(digits)).ok_or(DeviceError::WeakPin)?;
    let mac = app.keys.device_pin(actor.account, &digits);
    let id = actor.account.to_string();
    Ok(app.store.write(move |tx| device::set_pin(tx, &id, &mac, to_ms(at))).await.map_err(AppError::Store)?)
}

/// The digits of a typed number; blanks, dots and hyphens are forgiven.
fn digits(typed: &str) -> Option<String> {
    let kept: String = typed.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).collect();
    let sound = kept.bytes().all(|b| b.is_ascii_digit());
    (sound && (PIN_DIGITS_MIN..=PIN_DIGITS_MAX).contains(&kept.len())).then_some(kept)
}

/// Not one digit repeated, not a run up or down.
fn is_strong(digits: &str) -> bool {
    let bytes = digits.as_bytes();
    let steps: Vec<i16> = bytes.windows(2).map(step).collect();
    let same = |wanted: i16| steps.iter().all(|step| *step == wanted);
    !(same(0) || same(1) || same(-1))
}

fn step(pair: &[u8]) -> i16 {
    match pair {
        [first, second] => i16::from(*second) - i16::from(*first),
        [] | [_] | [_, _, ..] => 0,
    }
}

/// People whose name the device offers: everybody with a role at its unit today.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn people(app: &App, actor: &Actor) -> Result<Vec<MemberRow>, AppError> {
    let at = app.clock.now();
    actor.at_unit(&app.policy(), at, DayAct::CheckIn.into(), &actor.unit)?;
    let (unit, on_day) = (actor.unit.clone(), day_number(civil(at).date()));
    app.store.read(move |tx| day::list_members(tx, unit.as_str(), on_day)).await.map_err(AppError::Store)
}

/// Somebody at the device by their number.
///
/// # Errors
/// [`DeviceError::Wrong`], [`DeviceError::Wait`].
pub async fn by_pin(
    app: &App,
    device_actor: &Actor,
    person: AccountId,
    typed: &str,
    address: IpAddr,
    way: Way,
) -> Result<Outcome, DeviceError> {
    let at = app.clock.now();
    device_actor.at_unit(&app.policy(), at, DayAct::CheckIn.into(), &device_actor.unit)?;
    let key = waiting::key(&format!("device pin {person}"), address);
    if let Some(seconds) = waiting::admit(app, &key).await? {
        return Err(DeviceError::Wait { seconds });
    }
    // The same work whether there is such a person, a number, or neither.
    let mac = app.keys.device_pin(person, &digits(typed).unwrap_or_default());
    let id = person.to_string();
    let kept = app.store.read(move |tx| device::find_pin(tx, &id)).await.map_err(AppError::Store)?;
    let right: bool = kept.as_deref().unwrap_or_default().ct_eq(&mac).into();
    if !right {
        return Err(DeviceError::Wrong);
    }
    act(app, &device_actor.unit, person, at, Means::Pin, way, Some(key)).await
}

/// Somebody at the device by the code on their badge.
///
/// # Errors
/// [`DeviceError::Wrong`], [`DeviceError::Wait`].
pub async fn by_badge(
    app: &App,
    device_actor: &Actor,
    scanned: &str,
    address: IpAddr,
    way: Way,
) -> Result<Outcome, DeviceError> {
    let at = app.clock.now();
    device_actor.at_unit(&app.policy(), at, DayAct::CheckIn.into(), &device_actor.unit)?;
    let hash = secret::token_hash(&secret::normal(scanned));
    let found = app.store.read(move |tx| device::find_badge(tx, &hash)).await.map_err(AppError::Store)?;
    match found.and_then(|id| id.parse::<AccountId>().ok()) {
        Some(person) => act(app, &device_actor.unit, person, at, Means::Badge, way, None).await,
        None => {
            // A code has 128 bits: guessing is hopeless, but it shall not be fast either.
            let key = waiting::key("device badge", address);
            match waiting::admit(app, &key).await? {
                Some(seconds) => Err(DeviceError::Wait { seconds }),
                None => Err(DeviceError::Wrong),
            }
        }
    }
}

async fn act(
    app: &App,
    unit: &UnitCode,
    person: AccountId,
    at: Timestamp,
    means: Means,
    way: Way,
    forgiven: Option<String>,
) -> Result<Outcome, DeviceError> {
    let (code, id) = (unit.clone(), new_id(app, at, "stay"));
    let outcome = app.store.write(move |tx| {
        let members = day::list_members(tx, code.as_str(), day_number(civil(at).date()))?;
        if !members.iter().any(|member| member.id == person) {
            return Ok(None);
        }
        if let Some(key) = &forgiven {
            session::forgive(tx, key)?;
        }
        let outcome = match way {
            Way::In => check_in::enter(tx, &code, person, at, &id, means, None)?,
            Way::Out => check_in::leave(tx, &code, person, at, means)?,
        };
        Ok::<_, AppError>(Some(outcome))
    });
    let outcome = outcome.await?.ok_or(DeviceError::Wrong)?;
    app.announce(unit);
    Ok(outcome)
}

/// Gives the actor a new badge; the one before ends. The code is shown once.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn issue_badge(app: &App, actor: &Actor) -> Result<String, AppError> {
    let at = app.clock.now();
    actor.at_unit(&app.policy(), at, DayAct::CheckIn.into(), &actor.unit)?;
    let token: String = secret::fresh_token(app.random.as_ref()).chars().take(26).collect();
    let (hash, id) = (secret::token_hash(&token), actor.account.to_string());
    let written = app.store.write(move |tx| device::issue_badge(tx, &hash, &id, (to_ms(at), &id)));
    written.await.map_err(AppError::Store)?;
    Ok(token)
}

/// Ends the actor's badge, as when it is lost.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn revoke_badge(app: &App, actor: &Actor) -> Result<(), AppError> {
    let at = app.clock.now();
    actor.at_unit(&app.policy(), at, DayAct::CheckIn.into(), &actor.unit)?;
    let id = actor.account.to_string();
    let ended = app.store.write(move |tx| device::revoke_badges(tx, &id, to_ms(at)));
    ended.await.map(|_| ()).map_err(AppError::Store)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_everybody_tries_first_are_refused() {
        for weak in ["12345", "111111", "123456", "987654", "12a456", "1234567890123", ""] {
            assert!(!digits(weak).is_some_and(|digits| is_strong(&digits)), "{weak}");
        }
        for strong in ["204816", "20-48-16", "7 3 9 1 4 4"] {
            assert!(digits(strong).is_some_and(|digits| is_strong(&digits)), "{strong}");
        }
    }
}
