//! `khongcho export`: everything needed to recompute every figure from outside.

use std::io::{self, BufWriter, ErrorKind, Write};

use app::account::Limits;
use app::export::{self, Filter, Format};
use app::{App, AppError, Config};
use clap::{Args, Subcommand, ValueEnum};
use domain::place::UnitCode;
use jiff::civil::Date;

use crate::context::Context;
use crate::failure::Failure;

/// Arguments of `export`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// What to give out.
    #[command(subcommand)]
    pub action: Action,
}

/// What can be given out.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// One line for each dossier, without personal data
    Dossiers {
        /// Which lines, and how.
        #[command(flatten)]
        lines: Lines,
    },
    /// One line for each event, in the order of the chains
    Events {
        /// Which lines, and how.
        #[command(flatten)]
        lines: Lines,
        /// Give out the payloads too: names, numbers, addresses of people
        #[arg(long)]
        with_personal_data: bool,
    },
}

/// Which lines, and how they are written.
#[derive(Debug, Args)]
pub struct Lines {
    /// Form of the lines
    #[arg(long, default_value = "ndjson")]
    pub format: Form,
    /// From this day on (as 2024-02-02): of receipt, or of the event
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub from: Option<Date>,
    /// Until this day, it included
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub to: Option<Date>,
    /// Only what this unit received
    #[arg(long, value_name = "CODE")]
    pub unit: Option<UnitCode>,
    /// Begin a CSV with a byte order mark, by which spreadsheets know UTF-8
    #[arg(long)]
    pub bom: bool,
}

/// Form of the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// A JSON object a line
    Ndjson,
    /// Comma-separated values with a head; no cell can be taken for a formula
    Csv,
}

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "a day is wanted, as 2024-02-02".to_owned())
}

impl Lines {
    const fn format(&self) -> Format {
        match self.format {
            Form::Ndjson => Format::Ndjson,
            Form::Csv => Format::Csv { bom: self.bom },
        }
    }

    fn filter(&self) -> Filter {
        Filter { from: self.from, to: self.to, unit: self.unit.clone() }
    }
}

/// Gives out dossiers or events on standard output.
///
/// # Errors
/// [`Failure::Refused`] when the database cannot be read or the output not written.
pub async fn run(context: &Context, arguments: Arguments) -> Result<(), Failure> {
    let app = product(context).await?;
    // Not locked: the lock would stand in the way of waiting for the database.
    let mut out = BufWriter::new(io::stdout());
    let written = match arguments.action {
        Action::Dossiers { lines } => export::dossiers(&app, &lines.filter(), lines.format(), &mut out).await,
        Action::Events { lines, with_personal_data } => {
            export::events(&app, &lines.filter(), lines.format(), with_personal_data, &mut out).await
        }
    };
    match written.and_then(|_| out.flush().map_err(AppError::Io)) {
        // A reader that goes away (`| head`) has what it wanted.
        Err(AppError::Io(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}

/// The product on the database that is there, for commands that only read or bring in.
///
/// # Errors
/// [`Failure::Refused`] where there is none.
pub async fn product(context: &Context) -> Result<App, Failure> {
    let (place, store) = context.open().await?;
    let config = Config {
        public_url: context.settings.public_url.clone().unwrap_or_default(),
        demo: false,
        file_bytes_max: context.settings.file_bytes_max,
        limits: Limits::STAFF,
    };
    let clock = place.clock()?;
    context.app(&place, store, clock, config).await
}
