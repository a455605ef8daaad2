//! `khongcho serve`: the product on the configured database.

use std::fs;
use std::sync::Arc;

use app::account::{self, Limits};
use app::port::SystemClock;
use app::{App, Clock, Config};
use clap::Args;
use domain::time::to_ms;
use i18n::Key;
use storage::{DatabaseUrl, Store};

use super::migrate;
use super::user::manage_failure;
use crate::config::Serving;
use crate::context::{Context, Place, USUAL_DATA};
use crate::failure::Failure;
use crate::{output, server};

/// Name of log-in of the first administrator.
const ADMINISTRATOR: &str = "quantri";

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Settings of serving.
    #[command(flatten)]
    pub serving: Serving,
}

/// Opens (or makes) the database, brings its schema up to date unless told not to, and serves.
///
/// # Errors
/// [`Failure::Refused`]: a newer schema, an older one that may not be touched, an address in use.
pub async fn run(context: &Context, _arguments: &Arguments) -> Result<(), Failure> {
    let place = context.place(USUAL_DATA)?;
    let (listener, address) = server::bind(context).await?;
    let clock = SystemClock;
    let store = open(context, &place).await?;
    if context.settings.migrate {
        migrate::apply(&store, to_ms(clock.now())).await?;
    } else if store.schema_version().await? < store.known_version() {
        let (found, known) = (store.schema_version().await?, store.known_version());
        let texts = [("found", &*found.to_string()), ("known", &*known.to_string())];
        return Err(context.refuse(Key::CliSchemaOld, &texts));
    }
    let shown = format!("http://{address}");
    let public_url = context.settings.public_url.clone().unwrap_or_else(|| shown.clone());
    let config = Config {
        public_url,
        demo: false,
        file_bytes_max: context.settings.file_bytes_max,
        limits: limits(context),
    };
    let app = context.app(&place, store, Arc::new(clock), config).await?;
    if app.policy().packs().is_empty() {
        output::line(context.say(Key::CliServeNoPack, &[]));
    }
    first_administrator(context, &app).await?;
    output::line(context.say(Key::CliServeReady, &[("address", &shown)]));
    server::run(context, app, listener).await
}

fn limits(context: &Context) -> Limits {
    const MINUTE_MS: i64 = 60_000;
    Limits {
        idle_ms: i64::from(context.settings.session_idle_minutes) * MINUTE_MS,
        absolute_ms: i64::from(context.settings.session_hours) * 60 * MINUTE_MS,
    }
}

/// Makes the first administrator where there is no account; the password is printed here and nowhere else.
async fn first_administrator(context: &Context, app: &App) -> Result<(), Failure> {
    let made = account::first_run_administrator(app, ADMINISTRATOR).await;
    if let Some(password) = made.map_err(|error| manage_failure(context.lang, error))? {
        let texts = [("username", ADMINISTRATOR), ("password", &*password)];
        output::line(context.say(Key::CliFirstAdministrator, &texts));
    }
    Ok(())
}

/// Opens the database of a place, making folder and file where there is none.
///
/// # Errors
/// [`Failure::Refused`] with what the disk or the server says.
pub async fn open(context: &Context, place: &Place) -> Result<Store, Failure> {
    let mut folders = vec![place.data.clone(), place.files()];
    if let DatabaseUrl::Sqlite(file) = &place.url {
        folders.extend(file.parent().map(ToOwned::to_owned));
    }
    for folder in folders.iter().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|error| {
            let texts = [("folder", &*folder.display().to_string()), ("problem", &*error.to_string())];
            context.refuse(Key::CliCannotMakeFolder, &texts)
        })?;
    }
    Ok(Store::open(&place.url).await?)
}
