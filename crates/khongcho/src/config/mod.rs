//! Settings: what a flag says wins over the environment (`KHONGCHO_…`), that over the file, that over what is usual.

mod flags;
mod names;
mod networks;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use figment::Figment;
use figment::providers::{Format, Serialized, Toml};
use figment::value::{Dict, Value};
use i18n::Lang;
use serde::{Deserialize, Serialize};
use web::Network;

use crate::failure::Failure;
pub use flags::{Serving, Shared};

/// Every setting, by its key in the file; in the environment `KHONGCHO_` and capitals.
pub const KEYS: [&str; 15] = [
    "database",
    "data",
    "listen",
    "public_url",
    "tls_cert",
    "tls_key",
    "trusted_proxies",
    "own_networks",
    "migrate",
    "file_bytes_max",
    "session_idle_minutes",
    "session_hours",
    "log",
    "log_format",
    "lang",
];

/// What the environment variables begin with.
const PREFIX: &str = "KHONGCHO_";

/// The settings of a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// `sqlite:PATH` or `postgres://…`; without it a file in the data folder.
    pub database: Option<String>,
    /// Where files are kept; also the database, unless `database` says otherwise.
    pub data: Option<PathBuf>,
    /// Address and port to listen on.
    pub listen: SocketAddr,
    /// The address in QR codes and links; without it the one that is listened on.
    pub public_url: Option<String>,
    /// Certificate for TLS.
    pub tls_cert: Option<PathBuf>,
    /// Key for TLS.
    pub tls_key: Option<PathBuf>,
    /// Proxies whose `X-Forwarded-For` is believed.
    #[serde(with = "networks")]
    pub trusted_proxies: Vec<Network>,
    /// Networks of the units, from which look-ups are not counted.
    #[serde(with = "networks")]
    pub own_networks: Vec<Network>,
    /// Whether `serve` brings the schema up to date first.
    pub migrate: bool,
    /// The largest file taken at the counter, in bytes.
    pub file_bytes_max: usize,
    /// Minutes without a request after which a session ends.
    pub session_idle_minutes: u32,
    /// Hours after which a session ends in any case.
    pub session_hours: u32,
    /// Filter of the log, as `info` or `info,storage=debug`.
    pub log: String,
    /// How the log is written.
    pub log_format: LogFormat,
    /// Language of what is printed.
    pub lang: Language,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            database: None,
            data: None,
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)),
            public_url: None,
            tls_cert: None,
            tls_key: None,
            trusted_proxies: Vec::new(),
            own_networks: Vec::new(),
            migrate: true,
            file_bytes_max: 20 * 1024 * 1024,
            session_idle_minutes: 15,
            session_hours: 10,
            log: "warn".to_owned(),
            log_format: LogFormat::Text,
            lang: Language::Vi,
        }
    }
}

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// A line for people
    Text,
    /// A JSON object a line
    Json,
}

/// Language of what is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Tiếng Việt
    Vi,
    /// English
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Vi => Self::Vi,
            Language::En => Self::En,
        }
    }
}

/// Reads the settings of a run.
///
/// # Errors
/// [`Failure::Usage`]: a file that cannot be read, a key that does not exist, a value of the wrong kind.
pub fn read(shared: &Shared, serving: Option<&Serving>) -> Result<Settings, Failure> {
    let variables = std::env::vars_os();
    let readable =
        variables.filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
    read_from(shared, serving, readable.collect())
}

fn read_from(
    shared: &Shared,
    serving: Option<&Serving>,
    variables: Vec<(String, String)>,
) -> Result<Settings, Failure> {
    let mut figment = Figment::from(Serialized::defaults(Settings::default()));
    if let Some(file) = &shared.config {
        figment = figment.merge(Toml::string(&checked(file)?));
    }
    names::check_environment(variables.iter().map(|(name, _)| name.as_str()))?;
    figment = figment.merge(Serialized::globals(environment(variables))).merge(Serialized::globals(shared));
    if let Some(serving) = serving {
        figment = figment.merge(Serialized::globals(serving));
    }
    let settings: Settings = figment.extract().map_err(|error| Failure::usage(error.to_string()))?;
    check(settings)
}

/// Our variables as settings; only what is a number or a switch is read as one.
fn environment(variables: Vec<(String, String)>) -> Dict {
    let ours = variables.into_iter().filter_map(|(name, value)| {
        let key = name.strip_prefix(PREFIX)?.to_ascii_lowercase();
        KEYS.contains(&key.as_str()).then_some((key, value))
    });
    ours.map(|(key, value)| {
        let value = match key.as_str() {
            "migrate" | "file_bytes_max" | "session_idle_minutes" | "session_hours" => {
                value.parse().unwrap_or_else(|_| Value::from(value))
            }
            _ => Value::from(value),
        };
        (key, value)
    })
    .collect()
}

/// The text of the file, after a look at its keys.
fn checked(file: &Path) -> Result<String, Failure> {
    let shown = file.display();
    let wrong = |error: &dyn std::fmt::Display| Failure::usage(format!("{shown}: {error}"));
    let text = std::fs::read_to_string(file).map_err(|error| wrong(&error))?;
    let table: toml::Table = text.parse().map_err(|error| wrong(&error))?;
    names::check_keys(table.keys()).map_err(|problem| wrong(&problem))?;
    Ok(text)
}

fn check(mut settings: Settings) -> Result<Settings, Failure> {
    if settings.tls_cert.is_some() || settings.tls_key.is_some() {
        return Err(Failure::refused(
            "this build does not speak TLS itself: put a proxy (nginx, Caddy) in front, let it hold the certificate, \
             and name the address people use with --public-url https://…",
        ));
    }
    if let Some(url) = &settings.public_url {
        let url = url.trim_end_matches('/');
        if !(url.starts_with("https://") || url.starts_with("http://")) {
            return Err(Failure::usage(format!("`{url}` is no public address: it begins with https://")));
        }
        settings.public_url = Some(url.to_owned());
    }
    Ok(settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str, variables: &[(&str, &str)], serving: &Serving) -> Result<Settings, Failure> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("khongcho.toml");
        std::fs::write(&file, text).unwrap();
        let shared = Shared { config: Some(file), ..Shared::default() };
        let variables = variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        read_from(&shared, Some(serving), variables.collect())
    }

    #[test]
    fn flags_win_over_the_environment_and_that_over_the_file() {
        let text = "listen = '0.0.0.0:1'\nfile_bytes_max = 5\nlang = 'en'";
        let variables = [("KHONGCHO_LISTEN", "[::1]:2"), ("KHONGCHO_DATA", "2024")];
        let file = settings(text, &variables, &Serving::default()).unwrap();
        assert_eq!(file.listen, "[::1]:2".parse().unwrap());
        assert_eq!((file.file_bytes_max, file.lang, file.migrate), (5, Language::En, true));
        assert_eq!(file.data.as_deref(), Some(Path::new("2024")));
        let flags =
            Serving { listen: Some("127.0.0.1:3".parse().unwrap()), no_migrate: true, ..Serving::default() };
        let flagged = settings(text, &variables, &flags).unwrap();
        assert_eq!((flagged.listen.port(), flagged.migrate), (3, false));
    }

    #[test]
    fn networks_are_a_list_or_a_text() {
        let text = "trusted_proxies = ['10.0.0.1', '10.2.0.0/16']\nown_networks = ['192.0.2.0/24']";
        let file = settings(text, &[], &Serving::default()).unwrap();
        let shown = |networks: &[Network]| networks.iter().map(Network::to_string).collect::<Vec<_>>();
        assert_eq!(shown(&file.trusted_proxies), ["10.0.0.1/32", "10.2.0.0/16"]);
        let variables = [("KHONGCHO_TRUSTED_PROXIES", "::1, 127.0.0.0/8"), ("KHONGCHO_OWN_NETWORKS", "")];
        let environment = settings(text, &variables, &Serving::default()).unwrap();
        assert_eq!(shown(&environment.trusted_proxies), ["::1/128", "127.0.0.0/8"]);
        assert!(environment.own_networks.is_empty());
        let flags = Serving { trusted_proxies: vec!["127.0.0.1".parse().unwrap()], ..Serving::default() };
        let flagged = settings(text, &variables, &flags).unwrap();
        assert_eq!(shown(&flagged.trusted_proxies), ["127.0.0.1/32"]);
    }

    #[test]
    fn what_is_wrong_is_named() {
        let rows = [
            ("listn = 'x'", "did you mean `listen`"),
            ("listen = 'here'", "listen"),
            ("file_bytes_max = 'much'", "file_bytes_max"),
            ("tls_cert = 'c.pem'", "proxy"),
            ("public_url = 'motcua.vn'", "https://"),
            ("trusted_proxies = ['10.0.0.0/40']", "10.0.0.0/40"),
            ("= 1", "khongcho.toml"),
        ];
        for (text, named) in rows {
            let problem = settings(text, &[], &Serving::default()).unwrap_err().to_string();
            assert!(problem.contains(named), "{text}: {problem}");
        }
        let migrate = settings("", &[("KHONGCHO_MIGRATE", "maybe")], &Serving::default());
        assert!(migrate.unwrap_err().to_string().contains("migrate"));
    }

    #[test]
    fn every_setting_has_its_key() {
        let value = serde_json::to_value(Settings::default()).unwrap();
        let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
        let mut known = KEYS;
        keys.sort_unstable();
        known.sort_unstable();
        assert_eq!(keys, known);
    }
}
