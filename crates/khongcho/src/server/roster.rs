//! The alarm of the day before a no-wait day, also when nobody opens a page.

use std::time::Duration;

use app::App;

/// How often one looks, by the machine's time; what day it is says the Clock port.
const EVERY: Duration = Duration::from_secs(60);

/// Looks for as long as the server runs; a failure is logged and tried again a minute later.
pub async fn run(app: App) {
    let mut tick = tokio::time::interval(EVERY);
    loop {
        tick.tick().await;
        match app::roster::alarm::look(&app).await {
            Ok(0) => {}
            Ok(told) => tracing::info!(told, "units that are not ready were told"),
            Err(error) => tracing::warn!(%error, "readiness could not be looked at"),
        }
    }
}
