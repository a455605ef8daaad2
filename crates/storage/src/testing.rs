//! Fresh databases for tests, on every engine that is at hand.
//!
//! SQLite always; PostgreSQL when `KHONGCHO_TEST_POSTGRES` names a server, such as
//! `postgres://postgres@localhost:55432/postgres`. Each [`TestDb`] has a database of its own there and
//! drops it at the end.
#![allow(clippy::expect_used, reason = "a test that cannot have its database should end with the reason")]

use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::PathBuf;

use crate::engine::{DatabaseUrl, EngineKind, Options, Store};
use crate::error::StoreError;
use crate::migrate::Migration;
use crate::migrations::MIGRATIONS;

/// Address of the PostgreSQL server for tests.
pub const POSTGRES_VARIABLE: &str = "KHONGCHO_TEST_POSTGRES";

/// The instant recorded with migrations in tests: 2024-02-02 07:30 in Việt Nam.
const MIGRATED_AT: i64 = 1_706_833_800_000;

/// A migrated database that disappears with this value.
pub struct TestDb {
    /// The open store.
    pub store: Store,
    options: Options,
    place: Place,
}

/// Where the database is.
enum Place {
    Folder(PathBuf),
    Server { admin: String, name: String },
}

impl TestDb {
    /// One database per engine at hand, with the migrations of the program.
    pub async fn all() -> Vec<Self> {
        Self::all_with(MIGRATIONS).await
    }

    /// The same with other migrations.
    pub async fn all_with(migrations: &'static [Migration]) -> Vec<Self> {
        let mut all = vec![Self::sqlite_with(migrations).await];
        match std::env::var(POSTGRES_VARIABLE) {
            Ok(admin) => all.push(Self::postgres_with(&admin, migrations).await),
            Err(_) => eprintln!("PostgreSQL was NOT run: {POSTGRES_VARIABLE} is not set"),
        }
        all
    }

    /// An SQLite database with the migrations of the program.
    pub async fn sqlite() -> Self {
        Self::sqlite_with(MIGRATIONS).await
    }

    async fn sqlite_with(migrations: &'static [Migration]) -> Self {
        let folder = std::env::temp_dir().join(unique_name());
        std::fs::create_dir_all(&folder).expect("the folder for temporary files is writable");
        Self::start(Place::Folder(folder), migrations).await
    }

    async fn postgres_with(admin: &str, migrations: &'static [Migration]) -> Self {
        let name = unique_name();
        run_admin(admin, &format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"))
            .await
            .expect("the test server lets us create a database");
        Self::start(Place::Server { admin: admin.to_owned(), name }, migrations).await
    }

    async fn start(place: Place, migrations: &'static [Migration]) -> Self {
        let options = Options { migrations, ..Options::default() };
        let store = Store::open_with(&place.url(), options.clone()).await.expect("a fresh database opens");
        store.migrate(MIGRATED_AT).await.expect("the migrations apply to a fresh database");
        Self { store, options, place }
    }

    /// Which engine it is.
    #[must_use]
    pub fn engine(&self) -> EngineKind {
        self.store.engine()
    }

    /// Address of the database, to open it a second time.
    #[must_use]
    pub fn url(&self) -> DatabaseUrl {
        self.place.url()
    }

    /// Opens the database a second time, as another process would.
    ///
    /// # Errors
    /// Whatever opening says.
    pub async fn open_again(&self) -> Result<Store, StoreError> {
        Store::open_with(&self.url(), self.options.clone()).await
    }
}

impl Place {
    fn url(&self) -> DatabaseUrl {
        match self {
            Self::Folder(folder) => DatabaseUrl::Sqlite(folder.join("test.db")),
            Self::Server { admin, name } => {
                match admin.parse().expect("the test server's address is valid") {
                    DatabaseUrl::Postgres(mut config) => {
                        config.dbname(name);
                        DatabaseUrl::Postgres(config)
                    }
                    DatabaseUrl::Sqlite(_) => panic!("{POSTGRES_VARIABLE} must begin with postgres://"),
                }
            }
        }
    }
}

impl Drop for TestDb {
    fn drop(&mut self) {
        match &self.place {
            Place::Folder(folder) => drop(std::fs::remove_dir_all(folder)),
            Place::Server { admin, name } => {
                let (admin, sql) = (admin.clone(), format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
                // A thread of its own, since a runtime cannot be started inside another.
                let dropping = std::thread::spawn(move || {
                    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
                    runtime.map(|runtime| runtime.block_on(run_admin(&admin, &sql)))
                });
                drop(dropping.join());
            }
        }
    }
}

/// Statements that the engine at hand refuses to prepare, with the reason. Empty is right.
pub async fn refused_statements(
    store: &Store,
    statements: &[&'static str],
) -> Vec<(&'static str, StoreError)> {
    let mut refused = Vec::new();
    for sql in statements {
        if let Err(error) = store.prepare_check(sql).await {
            refused.push((*sql, error));
        }
    }
    refused
}

async fn run_admin(address: &str, sql: &str) -> Result<(), tokio_postgres::Error> {
    let (client, connection) = tokio_postgres::connect(address, tokio_postgres::NoTls).await?;
    let driver = tokio::spawn(connection);
    let result = client.batch_execute(sql).await;
    driver.abort();
    result
}

fn unique_name() -> String {
    let chance = RandomState::new().build_hasher().finish();
    format!("khongcho_test_{}_{chance:016x}", std::process::id())
}
