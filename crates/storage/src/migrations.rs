//! The list of migrations, in order. How to write one: `migrations/README.md`.

use crate::migrate::{Migration, Script};

/// Every migration of the program, oldest first. Never change one that was released: add another.
pub const MIGRATIONS: &[Migration] = &[
    shared(1, "foundation", include_str!("../migrations/0001_foundation.sql")),
    shared(2, "roster", include_str!("../migrations/0002_roster.sql")),
    shared(3, "queue", include_str!("../migrations/0003_queue.sql")),
    shared(4, "booking", include_str!("../migrations/0004_booking.sql")),
    shared(5, "assist", include_str!("../migrations/0005_assist.sql")),
    shared(6, "watch", include_str!("../migrations/0006_watch.sql")),
];

/// A step with one text for both engines.
const fn shared(version: i64, name: &'static str, text: &'static str) -> Migration {
    Migration { version, name, script: Script::Shared(text) }
}
