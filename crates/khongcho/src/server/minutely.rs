//! What moves on every minute without anybody's doing: offers of the waiting list that nobody answered, promises that
//! come to be at risk.

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
        if let Err(error) = watch::risk::look_everywhere(&app).await {
            tracing::warn!(%error, "open promises could not be looked at");
        }
    }
}
