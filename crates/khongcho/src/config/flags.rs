//! Settings as flags: those of every command, and those of serving.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use web::Network;

use super::{Language, LogFormat, networks};

/// Settings that every command takes as flags.
#[derive(Debug, Clone, Default, Args, Serialize)]
#[command(next_help_heading = "Settings")]
pub struct Shared {
    /// Configuration file (TOML); its keys stand at the end of `khongcho --help`
    #[arg(long, global = true, value_name = "FILE", env = "KHONGCHO_CONFIG")]
    #[serde(skip)]
    pub config: Option<PathBuf>,
    /// Database: `sqlite:PATH` or `postgres://USER@HOST/NAME` [default: a file in the data folder]
    #[arg(long, global = true, value_name = "URL")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub database: Option<String>,
    /// Data folder: files, and the database where it is a file
    #[arg(long, global = true, value_name = "DIR")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<PathBuf>,
    /// Language of what is printed [default: vi]
    #[arg(long, global = true, value_name = "LANG")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Language>,
    /// Filter of the log, as `info` or `info,storage=debug` [default: warn]
    #[arg(long, global = true, value_name = "FILTER")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub log: Option<String>,
    /// How the log is written, on standard error [default: text]
    #[arg(long, global = true, value_name = "FORMAT")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub log_format: Option<LogFormat>,
}

/// Settings that only serving takes as flags.
#[derive(Debug, Clone, Default, Args, Serialize)]
#[command(next_help_heading = "Serving")]
pub struct Serving {
    /// Address and port to listen on; port 0 takes a free one [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listen: Option<SocketAddr>,
    /// Address in QR codes and links, as `https://motcua.example.vn`
    #[arg(long, value_name = "URL")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_url: Option<String>,
    /// Certificate for TLS; this build leaves TLS to a proxy and says so
    #[arg(long, value_name = "FILE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tls_cert: Option<PathBuf>,
    /// Key for TLS; this build leaves TLS to a proxy and says so
    #[arg(long, value_name = "FILE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tls_key: Option<PathBuf>,
    /// Proxy whose `X-Forwarded-For` is believed, as `127.0.0.1` or `10.0.0.0/8`; can be given more than once
    #[arg(long = "trusted-proxy", value_name = "CIDR")]
    #[serde(with = "networks", skip_serializing_if = "Vec::is_empty")]
    pub trusted_proxies: Vec<Network>,
    /// Network of a unit, from which look-ups of dossiers are not counted; can be given more than once
    #[arg(long = "own-network", value_name = "CIDR")]
    #[serde(with = "networks", skip_serializing_if = "Vec::is_empty")]
    pub own_networks: Vec<Network>,
    /// Largest file taken at the counter, in bytes [default: 20971520]
    #[arg(long, value_name = "BYTES")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_bytes_max: Option<usize>,
    /// Leave the schema as it is; `khongcho migrate` brings it up to date
    #[arg(long)]
    #[serde(rename = "migrate", serialize_with = "inverted", skip_serializing_if = "is_false")]
    pub no_migrate: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "the shape serde asks for")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "the shape serde asks for")]
fn inverted<S: serde::Serializer>(flag: &bool, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bool(!*flag)
}
