//! Learned times follow from the log, and every kept quote comes out again bit for bit.

use app::watch::{learn, quote};
use storage::event_log::LogError;
use storage::{Store, StoreError, watch};

/// Quotes worked out at a time.
const PAGE: i64 = 50;

/// What does not hold.
#[derive(Debug)]
pub enum Fault {
    /// The sums of learned times are not what the log teaches.
    Learned,
    /// A quote comes out differently, or cannot be worked out: the dossier.
    Quote(String),
}

/// Compares the sums of learned times with the log.
///
/// # Errors
/// [`LogError`]; a difference is an answer, not an error.
pub async fn learned(store: &Store, policy: app::Policy) -> Result<Option<Fault>, LogError> {
    let compared = store.report(move |tx| {
        let kept = watch::list_all_service_times(tx)?;
        Ok::<_, LogError>(kept == learn::from_log(tx, &policy)?)
    });
    Ok((!compared.await?).then_some(Fault::Learned))
}

/// Works every kept quote out again. Gives their number, or the first that differs.
///
/// # Errors
/// [`StoreError`].
pub async fn quotes(store: &Store) -> Result<Result<u64, Fault>, StoreError> {
    let (mut after, mut count) = (String::new(), 0);
    loop {
        let from = after.clone();
        let page = store.report(move |tx| {
            let ids = watch::list_quoted_ids(tx, &from, PAGE)?;
            let mut checked = Vec::with_capacity(ids.len());
            for id in ids {
                let Some(row) = watch::find_quote(tx, &id)? else { continue };
                let state = watch::find_state(tx, &row.state_sha256)?;
                checked.push((id, quote::audit(&row, state.as_deref())));
            }
            Ok::<_, StoreError>(checked)
        });
        let page = page.await?;
        let Some((last, _)) = page.last() else { return Ok(Ok(count)) };
        after = last.clone();
        for (id, found) in page {
            if found != quote::Audit::Same {
                return Ok(Err(Fault::Quote(id)));
            }
            count += 1;
        }
    }
}
