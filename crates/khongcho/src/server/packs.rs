//! Packs that another process imported: the command line, or another node on the same database.

use std::time::Duration;

use app::{App, policy};
use storage::ledger;

/// How soon an imported pack is in force here at the latest.
const EVERY: Duration = Duration::from_secs(3);

/// Looks for changed packs for as long as the server runs, and puts them in force. A pack that cannot be used leaves
/// the policy as it was.
pub async fn run(app: App) {
    let mut seen = mark(&app).await;
    let mut tick = tokio::time::interval(EVERY);
    loop {
        tick.tick().await;
        let now = mark(&app).await;
        if now.is_none() || now == seen {
            continue;
        }
        match policy::load(&app.store).await {
            Ok(policy) => {
                tracing::info!(packs = policy.packs().len(), "packs were changed and are in force");
                app.set_policy(policy);
                if let Err(error) = app::booking::tidy_up::reconcile(&app).await {
                    tracing::warn!(%error, "appointments of days that fell away could not be looked at");
                }
            }
            Err(error) => tracing::error!(%error, "changed packs cannot be used; the policy stays as it was"),
        }
        seen = now;
    }
}

/// When packs were imported last and how many files there are; nothing when the database does not answer.
async fn mark(app: &App) -> Option<(i64, i64)> {
    app.store.read(ledger::packs_mark).await.ok()
}
