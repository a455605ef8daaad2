//! What the demo starts with: packs, accounts, duties, past Fridays.

use app::account::{self, DemoAccount};
use app::{App, booking, history, policy};
use domain::promise::Duty;
use domain::time::{civil, to_ms};
use i18n::Key;
use jiff::Timestamp;
use storage::desk::{self, DutyRow};
use storage::{Store, StoreError};

use crate::command::user::manage_failure;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::Progress;

/// The pack the demo is about.
const PACK: &str = "thanh-ha-2023";

/// Installs the pack of the demo, and every other pack that ships with the program and describes the day of its clock.
///
/// # Errors
/// [`Failure::Refused`] when a pack has errors or the database refuses it.
pub async fn packs(store: &Store, at: Timestamp) -> Result<(), Failure> {
    let installed = policy::stored(store).await?;
    for id in catalogue::embedded_ids().filter(|id| !installed.contains_key(*id)) {
        let files = catalogue::embedded(id).unwrap_or_default();
        let files: Vec<_> =
            files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        let (pack, _) = policy::check(id, &files)?;
        if id == PACK || pack.meta.validity.from <= civil(at).date() {
            policy::install(store, id, files, to_ms(at)).await?;
        }
    }
    Ok(())
}

/// Makes what is missing of accounts, duties and the past; gives everybody who can log in.
///
/// # Errors
/// [`Failure::Refused`] with what went wrong.
pub async fn run(context: &Context, app: &App) -> Result<Vec<DemoAccount>, Failure> {
    let is_new = app.store.read(storage::account::count).await? == 0;
    let people = account::seed_demo(app).await.map_err(|error| manage_failure(context.lang, error))?;
    if is_new {
        duties(app).await?;
        app::roster::demo::seed(app, &people).await?;
    }
    let mut progress = Progress::new(context.say(Key::CliDemoHistory, &[]));
    let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    history::seed(app, |done, all| progress.step(number(done), number(all))).await?;
    bookings(app).await?;
    Ok(people)
}

/// Some appointments for the coming no-wait day of the main commune.
async fn bookings(app: &App) -> Result<(), Failure> {
    let Ok(unit) = account::MAIN_UNIT.parse() else { return Ok(()) };
    match booking::demo::seed(app, &unit).await {
        Ok(()) => Ok(()),
        Err(booking::BookingError::App(error)) => Err(Failure::refused(error.to_string())),
        // A day without free hours is no reason not to start.
        Err(booking::BookingError::Problem(_)) => Ok(()),
    }
}

/// Puts all four duties of every unit on.
async fn duties(app: &App) -> Result<(), StoreError> {
    let now = app.clock.now();
    let policy = app.policy();
    let units: Vec<_> = policy.units().on(civil(now).date()).map(|unit| unit.code.clone()).collect();
    let work = move |tx: &mut storage::Tx<'_>| {
        for unit in &units {
            for duty in Duty::ALL {
                let row = DutyRow {
                    duty: duty.name().to_owned(),
                    present: true,
                    account_id: "demo".to_owned(),
                    since: to_ms(now),
                };
                desk::set_duty(tx, unit.as_str(), &row)?;
            }
        }
        Ok(())
    };
    app.store.write(work).await
}
