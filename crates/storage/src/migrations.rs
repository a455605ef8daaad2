//! The list of migrations, in order. How to write one: `migrations/README.md`.

use crate::migrate::{Migration, Script};

/// Every migration of the program, oldest first. Never change one that was released: add another.
pub const MIGRATIONS: &[Migration] = &[Migration {
    version: 1,
    name: "foundation",
    script: Script::Shared(include_str!("../migrations/0001_foundation.sql")),
}];
