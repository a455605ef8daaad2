//! Addresses of databases.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use tokio_postgres::config::Host;

use crate::error::StoreError;

/// Where the data is: `sqlite:PATH`, or `postgres://user:password@host:port/database`.
///
/// Connections to PostgreSQL are not encrypted by this store yet: use a socket, the same host, or a
/// network that is private by other means. `sslmode=require` is refused when connecting.
#[derive(Clone)]
pub enum DatabaseUrl {
    /// Path of the SQLite file; its folder must exist.
    Sqlite(PathBuf),
    /// Parsed PostgreSQL address.
    Postgres(Box<tokio_postgres::Config>),
}

impl FromStr for DatabaseUrl {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, StoreError> {
        let bad = |shown: &str, reason: &str| StoreError::BadUrl {
            text: shown.to_owned(),
            reason: reason.to_owned(),
        };
        if let Some(path) = text.strip_prefix("sqlite:") {
            return match path {
                "" => Err(bad(text, "the path is missing")),
                ":memory:" => Err(bad(text, "a database in memory would not be durable")),
                _ => Ok(Self::Sqlite(PathBuf::from(path))),
            };
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            // The text may hold a password, so it is not repeated.
            let config = text.parse::<tokio_postgres::Config>().map_err(|_| {
                bad("postgres://…", "it must read postgres://user:password@host:port/database")
            })?;
            return match config.get_dbname() {
                Some(_) => Ok(Self::Postgres(Box::new(config))),
                None => Err(bad("postgres://…", "the name of the database is missing")),
            };
        }
        let scheme = text.split(':').next().unwrap_or_default();
        Err(bad(scheme, "it must begin with sqlite: or postgres://"))
    }
}

impl fmt::Display for DatabaseUrl {
    /// Never shows a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(config) => {
                let host = match config.get_hosts().first() {
                    Some(Host::Tcp(name)) => name.clone(),
                    #[cfg(unix)]
                    Some(Host::Unix(path)) => path.display().to_string(),
                    None => "localhost".to_owned(),
                };
                let port = config.get_ports().first().copied().unwrap_or(5432);
                let user = config.get_user().unwrap_or_default();
                write!(f, "postgres://{user}@{host}:{port}/{}", config.get_dbname().unwrap_or_default())
            }
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DatabaseUrl({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let cases = [
            ("sqlite:data/k.db", Ok("sqlite:data/k.db")),
            ("sqlite:/var/lib/k.db", Ok("sqlite:/var/lib/k.db")),
            ("postgres://kc:secret@db.local:5433/kc", Ok("postgres://kc@db.local:5433/kc")),
            ("postgresql://kc:secret@db.local/kc", Ok("postgres://kc@db.local:5432/kc")),
            ("postgres://kc:secret@db.local:5433", Err(())),
            ("postgres://kc:secret@db:port/kc", Err(())),
            ("sqlite:", Err(())),
            ("sqlite::memory:", Err(())),
            ("mysql://kc:secret@x/y", Err(())),
            ("", Err(())),
        ];
        for (text, want) in cases {
            let got = text.parse::<DatabaseUrl>();
            match (&got, want) {
                (Ok(url), Ok(shown)) => assert_eq!(url.to_string(), shown),
                (Err(error), Err(())) => assert!(!error.to_string().contains("secret"), "{error}"),
                (Ok(_), Err(())) | (Err(_), Ok(_)) => panic!("{text}: {got:?}"),
            }
        }
    }
}
