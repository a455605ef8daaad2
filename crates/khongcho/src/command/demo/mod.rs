//! `khongcho demo`: a place to try the product, with its own clock, data, accounts and past Fridays.

mod greeting;
mod reset;
mod seed;

use std::sync::Arc;
use std::time::Duration;

use app::account::Limits;
use app::port::SystemClock;
use app::{Clock, Config};
use clap::Args;
use domain::time::{rfc3339, to_ms};
use i18n::Key;
use jiff::Timestamp;
use storage::Store;

use super::{migrate, serve};
use crate::config::Serving;
use crate::context::{Context, USUAL_DEMO};
use crate::demo_clock::{ClockProblem, DemoClock};
use crate::failure::Failure;
use crate::server;

/// How often the position of the clock is written down.
const KEEP_EVERY: Duration = Duration::from_secs(10);

/// Arguments of `demo`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Move the demo's clock to this instant (RFC 3339, as 2024-02-02T15:31:00+07:00), or to `now`
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub at: Option<Moment>,
    /// Start over: what was recorded in the data folder is deleted; needs --yes
    #[arg(long)]
    pub reset: bool,
    /// Confirm --reset
    #[arg(long, requires = "reset")]
    pub yes: bool,
    /// Settings of serving.
    #[command(flatten)]
    pub serving: Serving,
}

/// Where the clock is to be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// To an instant.
    At(Timestamp),
    /// To the time of the machine.
    Now,
}

fn moment(text: &str) -> Result<Moment, String> {
    match text {
        "now" => Ok(Moment::Now),
        _ => super::format::instant(text).map(Moment::At),
    }
}

/// Prepares what is missing, then serves.
///
/// # Errors
/// [`Failure::Refused`]: an address in use, a clock asked to go back, a folder that cannot be written.
pub async fn run(context: &Context, arguments: &Arguments) -> Result<(), Failure> {
    let place = context.place(USUAL_DEMO)?;
    if arguments.reset {
        reset::run(context, &place, arguments.yes)?;
    }
    let (listener, address) = server::bind(context).await?;
    let store = serve::open(context, &place).await?;
    migrate::apply(&store, to_ms(SystemClock.now())).await?;
    let clock = Arc::new(clock(context, arguments, &place.data)?);
    after_what_was_recorded(&store, clock.as_ref()).await?;
    clock.keep().map_err(|error| Failure::refused(format!("{}: {error}", place.data.display())))?;
    let public_url = context.settings.public_url.clone();
    let config = Config {
        public_url: public_url.unwrap_or_else(|| format!("http://localhost:{}", address.port())),
        demo: true,
        file_bytes_max: context.settings.file_bytes_max,
        limits: Limits::DEMO,
    };
    seed::packs(&store, clock.now()).await?;
    let app = context.app(&place, store, clock.clone(), config).await?;
    let people = seed::run(context, &app).await?;
    greeting::print(&app, address, &people);
    let keeper = tokio::spawn(keep(clock.clone()));
    let served = server::run(context, app, listener).await;
    keeper.abort();
    clock.keep().map_err(|error| Failure::refused(format!("{}: {error}", place.data.display())))?;
    served
}

fn clock(context: &Context, arguments: &Arguments, data: &std::path::Path) -> Result<DemoClock, Failure> {
    let wanted = arguments.at.map(|moment| match moment {
        Moment::At(at) => at,
        Moment::Now => SystemClock.now(),
    });
    DemoClock::open(data, wanted).map_err(|problem| match problem {
        ClockProblem::Backwards(stands) => {
            context.refuse(Key::CliDemoBackwards, &[("stands", &rfc3339(stands))])
        }
        ClockProblem::Unreadable(..) => Failure::refused(problem.to_string()),
    })
}

/// A demo that was killed may have written events after it last wrote its clock down.
async fn after_what_was_recorded(store: &Store, clock: &DemoClock) -> Result<(), Failure> {
    let last = super::verify::last_event_at(store).await?;
    if let Some(last) = last.filter(|last| *last > clock.now()) {
        clock.move_to(last);
    }
    Ok(())
}

async fn keep(clock: Arc<DemoClock>) {
    let mut tick = tokio::time::interval(KEEP_EVERY);
    loop {
        tick.tick().await;
        if let Err(error) = clock.keep() {
            tracing::warn!(%error, "the position of the demo's clock could not be written down");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read() {
        assert_eq!(moment("now"), Ok(Moment::Now));
        let at = "2024-02-02T08:30:00Z".parse().unwrap();
        assert_eq!(moment("2024-02-02T15:30:00+07:00"), Ok(Moment::At(at)));
        assert!(moment("tomorrow").unwrap_err().contains("2024-02-02T15:30:00+07:00"));
    }
}
