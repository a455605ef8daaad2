//! `khongcho migrate`: the schema, step by step.

use app::Clock;
use app::port::SystemClock;
use clap::Args;
use domain::time::to_ms;
use i18n::Key;
use storage::{Applied, Store};

use super::serve;
use crate::context::{Context, USUAL_DATA};
use crate::failure::Failure;
use crate::output;

/// Arguments of `migrate`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Only say which version the database has and which this program knows
    #[arg(long)]
    pub status: bool,
}

/// Brings the schema up to date, or says where it stands.
///
/// # Errors
/// [`Failure::Refused`] for a newer schema or a step that failed; the steps before it stay.
pub async fn run(context: &Context, arguments: &Arguments) -> Result<(), Failure> {
    let store = if arguments.status {
        context.open_any_schema().await?.1
    } else {
        serve::open(context, &context.place(USUAL_DATA)?).await?
    };
    if !arguments.status {
        for step in apply(&store, to_ms(SystemClock.now())).await? {
            let step = format!("{:04}_{}", step.version, step.name);
            output::line(context.say(Key::CliMigrated, &[("step", &step)]));
        }
    }
    let (found, known) = (store.schema_version().await?, store.known_version());
    let texts = [("found", &*found.to_string()), ("known", &*known.to_string())];
    output::line(context.say(Key::CliSchema, &texts));
    Ok(())
}

/// Applies what is missing.
///
/// # Errors
/// [`Failure::Refused`] with the step that failed.
pub async fn apply(store: &Store, now_ms: i64) -> Result<Vec<Applied>, Failure> {
    let applied = store.migrate(now_ms).await?;
    for step in &applied {
        tracing::info!(version = step.version, name = step.name, "migrated");
    }
    Ok(applied)
}
