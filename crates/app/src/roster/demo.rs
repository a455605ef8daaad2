//! The roster of the demo: everybody at every unit on the coming day, published, and checked in when it is today.

use super::read::coming;
use super::stored;
use crate::App;
use crate::account::DemoAccount;
use crate::presence::new_id;
use domain::place::UnitCode;
use domain::role::Role;
use domain::roster::{Post, Shift, duty_of};
use domain::time::{civil, to_ms};
use jiff::civil::{Date, Time};
use storage::dossier::day_number;
use storage::roster::day;
use storage::roster::presence::{self, StayRow};
use storage::{StoreError, Tx};

/// Who the log says made it.
const BY: &str = "demo";

/// Makes the roster of each unit's coming day where there is none.
///
/// # Errors
/// [`StoreError`].
pub async fn seed(app: &App, people: &[DemoAccount]) -> Result<(), StoreError> {
    let (now, policy) = (app.clock.now(), app.policy());
    let today = civil(now).date();
    let mut days = Vec::new();
    for unit in policy.units().on(today) {
        let Some(on) = coming(&policy, &unit.code, today) else { continue };
        let windows = policy.calendar_of(&unit.code, on).map(|calendar| calendar.windows_on(on).to_vec());
        let windows = windows.unwrap_or_default();
        let (Some(first), Some(last)) = (windows.first(), windows.last()) else { continue };
        let here: Vec<&DemoAccount> = people.iter().filter(|person| person.unit == unit.code).collect();
        days.push(shifts(&unit.code, on, &here, (first.opens(), last.closes())));
    }
    let stays: Vec<StayRow> = days
        .iter()
        .flatten()
        .filter(|shift| shift.on == today)
        .map(|shift| stay(shift, new_id(app, now, "stay"), to_ms(now)))
        .collect();
    app.store.write(move |tx| write(tx, &days, &stays, to_ms(now))).await
}

fn shifts(unit: &UnitCode, on: Date, people: &[&DemoAccount], (from, to): (Time, Time)) -> Vec<Shift> {
    let post = |role: Role| match role {
        Role::Receiver | Role::Appraiser | Role::Leader | Role::ReturnOfficer => {
            duty_of(role).map(Post::Duty)
        }
        Role::Cashier => Some(Post::Extra),
        Role::Volunteer => Some(Post::Volunteer),
        Role::Manager | Role::Administrator | Role::Program => None,
    };
    let shift = |person: &&DemoAccount| {
        let post = post(person.role)?;
        Some(Shift { unit: unit.clone(), on, person: person.id, post, from, to, stands_for: None })
    };
    people.iter().filter_map(shift).collect()
}

fn stay(shift: &Shift, id: String, now_ms: i64) -> StayRow {
    let duties: domain::promise::DutySet = shift.post.duty().into_iter().collect();
    StayRow {
        id,
        unit: shift.unit.to_string(),
        on_day: day_number(shift.on),
        account_id: shift.person.to_string(),
        duties: i64::from(duties.bits()),
        in_at: now_ms,
        in_by: BY.to_owned(),
        out_at: None,
        out_by: None,
    }
}

fn write(tx: &mut Tx<'_>, days: &[Vec<Shift>], stays: &[StayRow], now_ms: i64) -> Result<(), StoreError> {
    for shifts in days {
        let Some(first) = shifts.first() else { continue };
        let key = (first.unit.as_str(), day_number(first.on));
        if day::find_head(tx, key.0, key.1)?.is_some() {
            continue;
        }
        let mut rows: Vec<_> = shifts.iter().map(stored).collect();
        rows.sort_by_key(|row| (Post::ALL.iter().position(|post| post.name() == row.post), row.from_minute));
        day::replace(tx, key, 0, &rows, (now_ms, BY))?;
        day::publish(tx, key, 1, now_ms)?;
    }
    for stay in stays {
        presence::check_in(tx, stay)?;
    }
    Ok(())
}
