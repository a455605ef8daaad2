//! The log of what administrators did.

use crate::account::look;
use crate::error::AppError;
use crate::{Actor, App};
use domain::id::DraftId;
use domain::permit::Action;
use domain::time::{from_ms, to_ms};
use jiff::Timestamp;
use storage::ledger::{self, AdminEntry};
use storage::{StoreError, Tx, account};

/// An entry on its way into the transaction of the change it tells about.
pub(super) struct Note {
    id: String,
    entry: AdminEntry,
}

impl Note {
    /// By somebody. `detail` names fields and codes, never secrets.
    pub(super) fn new(
        app: &App,
        by: &str,
        at: Timestamp,
        action: &str,
        object: &str,
        detail: String,
    ) -> Self {
        let ms = to_ms(at);
        let id = DraftId::from_parts(u64::try_from(ms).unwrap_or_default(), app.random.number()).to_string();
        let (actor, action, object) = (by.to_owned(), action.to_owned(), object.to_owned());
        Self { id, entry: AdminEntry { at: ms, actor, action, object, detail } }
    }

    /// Writes it.
    pub(super) fn write(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        ledger::log(tx, &self.id, &self.entry)
    }
}

/// An entry as pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// The name of who did it; `system` for the program itself.
    pub by: String,
    /// What, as a key: `add_account`, `import_pack`.
    pub action: String,
    /// To what: a name of log-in, a pack.
    pub object: String,
    /// Which fields and codes.
    pub detail: String,
}

/// The newest entries, or those before a time. A page holds at least all entries of its last millisecond.
///
/// # Errors
/// [`AppError::Denied`] without the right to manage accounts.
pub async fn list(
    app: &App,
    actor: &Actor,
    before: Option<Timestamp>,
    limit: usize,
) -> Result<Vec<Entry>, AppError> {
    let at = app.clock.now();
    actor.at_unit(&app.policy(), at, Action::ManageAccounts, &actor.unit)?;
    let before = before.map_or(i64::MAX, to_ms);
    let most = i64::try_from(limit).unwrap_or(500).saturating_add(100);
    let (mut entries, accounts) =
        look(app, move |tx| Ok((ledger::list_log(tx, (before, ""), most)?, account::list(tx)?))).await?;
    let last = limit.checked_sub(1).and_then(|index| entries.get(index)).map(|entry| entry.at);
    let mut index = 0;
    entries.retain(|entry| {
        index += 1;
        index <= limit || last == Some(entry.at)
    });
    let name_of = |id: &str| {
        let known = accounts.iter().find(|account| account.id.to_string() == id);
        known.map_or_else(|| id.to_owned(), |account| account.name.clone())
    };
    let shown = |entry: AdminEntry| Entry {
        at: from_ms(entry.at),
        by: name_of(&entry.actor),
        action: entry.action,
        object: entry.object,
        detail: entry.detail,
    };
    Ok(entries.into_iter().map(shown).collect())
}
