//! The databases a story can run on.

use std::env;
use std::path::Path;
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use tokio_postgres::{Config, NoTls};

/// Names the server that brings PostgreSQL; `./test` sets it.
const POSTGRES: &str = "KHONGCHO_TEST_POSTGRES";

/// A kind of database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A file in the data folder.
    Sqlite,
    /// A database of its own on the test server.
    Postgres,
}

impl Engine {
    /// The engines this run can use: SQLite always, PostgreSQL when there is a test server.
    pub fn at_hand() -> Vec<Self> {
        let mut engines = vec![Self::Sqlite];
        if env::var_os(POSTGRES).is_some() {
            engines.push(Self::Postgres);
        }
        engines
    }

    /// The address of a new empty database; a file of SQLite lies in `folder`.
    pub fn new_database(self, folder: &Path) -> String {
        match self {
            Self::Sqlite => format!("sqlite:{}", folder.join("khongcho.db").display()),
            Self::Postgres => new_postgres_database(),
        }
    }
}

/// The test server is thrown away after the run, so nobody drops the databases.
fn new_postgres_database() -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let server = env::var(POSTGRES).expect("at_hand looked for it");
    let name = format!("story_{}_{}", process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let config: Config = server.parse().expect("an address of PostgreSQL");
        let (client, connection) = config.connect(NoTls).await.expect("the test server answers");
        let connection = tokio::spawn(connection);
        client.batch_execute(&format!("CREATE DATABASE {name}")).await.expect("a new database");
        drop(client);
        connection.await.expect("the connection ends").expect("in order");
    });
    let (address, _) = server.rsplit_once('/').expect("the address ends with a database");
    format!("{address}/{name}")
}
