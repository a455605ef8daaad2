//! The command line as clap reads it.

use clap::{Parser, Subcommand};

use crate::command::{
    catalogue, completions, deadline, demo, doctor, export, import, man, migrate, openapi, promise, serve,
    simulate, user, verify,
};
use crate::config::{Serving, Shared};

/// One-stop shop for administrative procedures whose Friday needs no second visit.
#[derive(Debug, Parser)]
#[command(
    name = "khongcho",
    version,
    about,
    long_about = "One-stop shop for administrative procedures whose Friday needs no second visit.\n\n\
        Start with `khongcho demo`. Exit codes: 0 done, 1 refused with a reason, 2 wrong usage.",
    after_long_help = AFTER,
    arg_required_else_help = true,
    subcommand_required = true,
    max_term_width = 100
)]
pub struct Cli {
    /// Settings of every command.
    #[command(flatten)]
    pub shared: Shared,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Shown below the long help: where settings come from.
const AFTER: &str = "\
Settings: a flag wins over the environment (KHONGCHO_ and the key in capitals), that over the file of --config.
Keys of the file: database, data, listen, public_url, tls_cert, tls_key, migrate, file_bytes_max,
session_idle_minutes, session_hours, log, log_format, lang.";

/// Everything the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Try the product: data, accounts and a Friday of its own, then serve it
    Demo(demo::Arguments),
    /// Serve the product
    Serve(serve::Arguments),
    /// Bring the schema of the database up to date
    Migrate(migrate::Arguments),
    /// Look whether everything is in order, and say what to do where it is not
    Doctor(doctor::Arguments),
    /// Accounts of staff
    User(user::Arguments),
    /// Packs: what can be asked for, where, how long it takes
    Catalogue(catalogue::Arguments),
    /// Take over a register of earlier dossiers
    Import(import::Arguments),
    /// Give out everything needed to recompute every figure
    Export(export::Arguments),
    /// Explain a deadline on the calendar of a unit
    Deadline(deadline::Arguments),
    /// Say what the counter would promise
    Promise(promise::Arguments),
    /// What if: play a planned day thousands of times
    Simulate(simulate::Arguments),
    /// Check the chains of the event log and that every record follows from it
    Verify(verify::Arguments),
    /// Print the description of the API (OpenAPI 3.1)
    Openapi(openapi::Arguments),
    /// Print the completions of a shell
    Completions(completions::Arguments),
    /// Print the manual page, or write one a command into a folder
    Man(man::Arguments),
}

impl Command {
    /// The flags of serving, for the commands that serve.
    pub const fn overrides(&self) -> Option<&Serving> {
        match self {
            Self::Demo(demo) => Some(&demo.serving),
            Self::Serve(serve) => Some(&serve.serving),
            Self::Migrate(_)
            | Self::Doctor(_)
            | Self::User(_)
            | Self::Catalogue(_)
            | Self::Import(_)
            | Self::Export(_)
            | Self::Deadline(_)
            | Self::Promise(_)
            | Self::Simulate(_)
            | Self::Verify(_)
            | Self::Openapi(_)
            | Self::Completions(_)
            | Self::Man(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn the_help_names_every_setting() {
        for key in crate::config::KEYS {
            assert!(AFTER.contains(key), "{key}");
        }
    }
}
