//! Exports: one line for each dossier or event, enough to recompute every figure from outside.
//!
//! Lines are written as they are read, a page at a time, so that memory stays the same however much there is. Each page
//! is one snapshot; what changes while a long export runs is there as it was when its page was read.
//!
//! [`dossiers`] holds no personal data. [`events`] holds the payloads only when asked for by name.

mod cell;
mod dossiers;
mod events;
#[cfg(test)]
mod tests;

pub use dossiers::{COLUMNS as DOSSIER_COLUMNS, dossiers};
pub use events::{COLUMNS as EVENT_COLUMNS, events};

use crate::error::AppError;
use crate::{Actor, App};
use domain::permit::Action;
use domain::place::UnitCode;
use domain::time::{instant_on, to_ms};
use jiff::civil::{Date, Time};
use std::io::Write;

/// Which lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// From this civil day on: of receipt for dossiers, of the event for events.
    pub from: Option<Date>,
    /// Until this civil day, it included.
    pub to: Option<Date>,
    /// Only of this receiving unit.
    pub unit: Option<UnitCode>,
}

impl Filter {
    /// The span in milliseconds: first instant, first instant after.
    fn span_ms(&self) -> (i64, i64) {
        let midnight = |on: Date| to_ms(instant_on(on, Time::midnight()));
        let after = |on: Date| on.tomorrow().map_or(i64::MAX, midnight);
        (self.from.map_or(i64::MIN, midnight), self.to.map_or(i64::MAX, after))
    }

    fn wants_unit(&self, unit: &str) -> bool {
        self.unit.as_ref().is_none_or(|wanted| wanted.as_str() == unit)
    }
}

/// How lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A JSON object a line.
    Ndjson,
    /// Comma-separated values with a head; every cell quoted, none can be taken for a formula.
    Csv {
        /// Begins with a byte order mark, by which spreadsheets know UTF-8.
        bom: bool,
    },
}

/// Asks whether somebody may export what a filter names: a unit they answer for.
///
/// # Errors
/// [`AppError::Denied`]; a filter without a unit stands for the actor's own.
pub fn permit(app: &App, actor: &Actor, filter: &mut Filter) -> Result<(), AppError> {
    let unit = filter.unit.get_or_insert_with(|| actor.unit.clone());
    actor.at_unit(&app.policy(), app.clock.now(), Action::Export, unit).map(|_| ())
}

/// Writes the head of a CSV.
fn head(out: &mut impl Write, format: Format, columns: &[&str]) -> Result<(), AppError> {
    if let Format::Csv { bom } = format {
        if bom {
            out.write_all("\u{feff}".as_bytes())?;
        }
        out.write_all(cell::line(columns.iter().copied()).as_bytes())?;
    }
    Ok(())
}

/// Writes an object as one line: JSON, or its values as cells in the order of the columns.
fn put(
    out: &mut impl Write,
    format: Format,
    columns: &[&str],
    object: &serde_json::Map<String, serde_json::Value>,
) -> Result<(), AppError> {
    let line = match format {
        Format::Ndjson => cell::json(columns, object),
        Format::Csv { .. } => {
            let cells: Vec<String> = columns.iter().map(|name| cell::text(object.get(*name))).collect();
            cell::line(cells.iter().map(String::as_str))
        }
    };
    out.write_all(line.as_bytes()).map_err(AppError::Io)
}
