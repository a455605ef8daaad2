//! What is cleared away every hour: sessions that ended, answers kept for repeated requests, contacts of appointments
//! long past; and appointments of days that fell away are closed.

use std::time::Duration;

use app::App;
use app::booking::tidy_up;
use domain::time::to_ms;
use storage::{StoreError, ledger, session};

/// How often.
const EVERY: Duration = Duration::from_secs(3600);

/// For so long a repeated request gets the answer of the first one.
const ANSWERS_KEPT_MS: i64 = 30 * 24 * 3600 * 1000;

/// Clears away for as long as the server runs; a failure is logged and tried again an hour later.
pub async fn run(app: App) {
    let mut hour = tokio::time::interval(EVERY);
    loop {
        hour.tick().await;
        match clear(&app).await {
            Ok((sessions, answers)) => tracing::debug!(sessions, answers, "cleared away"),
            Err(error) => tracing::warn!(%error, "old records could not be cleared away"),
        }
        if let Err(error) = app::assist::erase(&app).await {
            tracing::warn!(%error, "forms prepared with help could not be erased");
        }
        match appointments(&app).await {
            Ok((closed, erased)) => tracing::debug!(closed, erased, "appointments looked at"),
            Err(error) => tracing::warn!(%error, "appointments could not be looked at"),
        }
    }
}

async fn appointments(app: &App) -> Result<(usize, u64), app::booking::BookingError> {
    Ok((tidy_up::reconcile(app).await?, tidy_up::erase(app).await?))
}

async fn clear(app: &App) -> Result<(u64, u64), StoreError> {
    let now = to_ms(app.clock.now());
    app.store
        .write(move |tx| Ok((session::purge(tx, now)?, ledger::purge_answers(tx, now - ANSWERS_KEPT_MS)?)))
        .await
}
