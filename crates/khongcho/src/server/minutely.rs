//! What moves on every minute without anybody's doing: offers of the waiting list that nobody answered, the alarm of the
//! day before a no-wait day, promises that come to be at risk.

use std::time::Duration;

use app::{App, booking, watch};

/// How often.
const EVERY: Duration = Duration::from_secs(60);

/// Moves on for as long as the server runs; a failure is logged and tried again a minute later.
pub async fn run(app: App) {
    let mut minute = tokio::time::interval(EVERY);
    loop {
        minute.tick().await;
        if let Err(error) = booking::wait::settle_all(&app).await {
            tracing::warn!(%error, "waiting lists could not move on");
        }
        match app::roster::alarm::look(&app).await {
            Ok(0) => {}
            Ok(told) => tracing::info!(told, "units that are not ready were told"),
            Err(error) => tracing::warn!(%error, "readiness could not be looked at"),
        }
        if let Err(error) = watch::risk::look_everywhere(&app).await {
            tracing::warn!(%error, "open promises could not be looked at");
        }
    }
}
