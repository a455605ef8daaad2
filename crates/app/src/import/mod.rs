//! Registers of earlier dossiers, from CSV or XLSX: looked at first, then taken over as a whole or not at all.
//!
//! Each row becomes a dossier with events of its own times: received, appraised, approved, returned, as far as the
//! register tells. All problems are said at once, by row and column. A register that was taken over before changes
//! nothing: a row whose dossier is recorded just so is passed over, one that differs is a problem.

mod column;
mod problem;
mod row;
mod source;
#[cfg(test)]
mod tests;
mod text;
mod value;
mod workbook;
mod write;

pub use problem::{Problem, Trouble, report};
pub(crate) use write::is_old_paper;

/// The rows of a CSV in UTF-8, each with the line it begins on; for other files than registers.
pub(crate) fn csv_rows(bytes: &[u8]) -> Result<Vec<(usize, Vec<String>)>, Trouble> {
    let shown = |row: source::Row| (row.number, row.cells.iter().map(value::Cell::shown).collect());
    Ok(text::rows(bytes)?.into_iter().map(shown).collect())
}

use crate::error::AppError;
use crate::{Actor, App, secret};
use domain::permit::Action;
use domain::place::{Unit, UnitCode};
use domain::time::{civil, to_ms};
use row::{Desk, Earlier};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use storage::dossier;
use storage::ledger::{self, AdminEntry};
use write::Fresh;

/// What stands first in dates of the form 03/04/2024.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// 03/04/2024 is the third of April.
    DayFirst,
    /// 03/04/2024 is the fourth of March.
    MonthFirst,
}

/// How a register is read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// The order of day and month. Undeclared, a date with two readings is a problem.
    pub date_order: Option<DateOrder>,
    /// The unit of all rows, for registers without a column for it.
    pub unit: Option<UnitCode>,
}

/// What an import would do, or did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// Rows of the register.
    pub rows: usize,
    /// Dossiers to be recorded.
    pub fresh: usize,
    /// Dossiers that were taken over before.
    pub present: usize,
    /// Of the fresh ones, those that are still open: they go on at their units.
    pub open: usize,
    /// Fresh dossiers by unit.
    pub by_unit: BTreeMap<UnitCode, usize>,
    /// Headings that nobody reads.
    pub ignored: Vec<String>,
    /// Everything that is wrong, by row.
    pub problems: Vec<Problem>,
}

/// Why a register was not taken over; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// It has problems.
    #[error("the register has {} problems", .0.problems.len())]
    Problems(Box<Preview>),
    /// Anything else.
    #[error(transparent)]
    App(#[from] AppError),
}

impl From<storage::StoreError> for ImportError {
    fn from(error: storage::StoreError) -> Self {
        Self::App(AppError::Store(error))
    }
}

/// A register as read: what can be recorded, and everything said about it.
struct Register {
    fresh: Vec<Earlier>,
    preview: Preview,
}

/// Looks at a register without changing anything.
///
/// # Errors
/// [`AppError::Denied`] without the right, [`AppError::Store`]; problems of the register are part of the answer.
pub async fn preview(app: &App, actor: &Actor, bytes: &[u8], options: &Options) -> Result<Preview, AppError> {
    Ok(read(app, actor, bytes, options).await?.preview)
}

/// Takes a register over, all of it in one transaction; what it did.
///
/// # Errors
/// [`ImportError::Problems`] with every problem; nothing is recorded then, nor after any other error.
pub async fn commit(
    app: &App,
    actor: &Actor,
    bytes: &[u8],
    options: &Options,
) -> Result<Preview, ImportError> {
    let register = read(app, actor, bytes, options).await?;
    if !register.preview.problems.is_empty() {
        return Err(ImportError::Problems(Box::new(register.preview)));
    }
    if register.fresh.is_empty() {
        return Ok(register.preview);
    }
    let digest = secret::sha256_hex(bytes);
    write(app, actor, &digest, register.fresh).await?;
    for unit in register.preview.by_unit.keys() {
        app.announce(unit);
    }
    Ok(register.preview)
}

async fn read(app: &App, actor: &Actor, bytes: &[u8], options: &Options) -> Result<Register, AppError> {
    let now = app.clock.now();
    let policy = app.policy();
    actor.at_unit(&policy, now, Action::Import, &actor.unit)?;
    let table = source::read(bytes, options.unit.is_some());
    let mut preview = Preview {
        rows: table.count,
        ignored: table.heads.ignored(),
        problems: table.problems,
        ..Preview::default()
    };
    // Without its columns every row would repeat the same complaint.
    let headless = preview
        .problems
        .iter()
        .any(|problem| matches!(problem.trouble, Trouble::ColumnMissing | Trouble::ColumnTwice));
    let desk = Desk { policy: &policy, options, heads: &table.heads, today: civil(now).date() };
    let mut earlier = Vec::new();
    for row in table.rows.iter().filter(|_| !headless) {
        match desk.read(row) {
            Ok(read) => earlier.push(read),
            Err(problems) => preview.problems.extend(problems),
        }
    }
    let heading = table.heads.heading(column::Column::Code).to_owned();
    doubles(&earlier, &heading, &mut preview.problems);
    let fresh = unrecorded(app, earlier, &heading, &mut preview).await?;
    preview.problems.sort_by_key(|problem| problem.row);
    for dossier in &fresh {
        preview.fresh += 1;
        preview.open += usize::from(dossier.end.is_none());
        *preview.by_unit.entry(dossier.unit.code.clone()).or_default() += 1;
    }
    Ok(Register { fresh, preview })
}

/// Codes that stand in the register twice.
fn doubles(earlier: &[Earlier], heading: &str, problems: &mut Vec<Problem>) {
    let mut first: HashMap<&str, usize> = HashMap::with_capacity(earlier.len());
    for dossier in earlier {
        let code = dossier.code.as_str();
        match first.get(code) {
            Some(row) => {
                let trouble = Trouble::DoubleCode { row: *row };
                problems.push(Problem::cell(dossier.row, heading, code, trouble));
            }
            None => {
                first.insert(code, dossier.row);
            }
        }
    }
}

/// Rows looked up at a time.
const LOOKED_UP: usize = 1_000;

/// The dossiers that are not recorded yet; those recorded otherwise become problems.
async fn unrecorded(
    app: &App,
    earlier: Vec<Earlier>,
    heading: &str,
    preview: &mut Preview,
) -> Result<Vec<Earlier>, AppError> {
    let mut fresh = Vec::with_capacity(earlier.len());
    for page in earlier.chunks(LOOKED_UP) {
        let codes: Vec<_> = page.iter().map(|dossier| dossier.code.clone()).collect();
        let found = app.store.report(move |tx| {
            codes.iter().map(|code| dossier::find_row(tx, code)).collect::<Result<Vec<_>, _>>()
        });
        let rows = found.await.map_err(AppError::Store)?;
        for (dossier, row) in page.iter().zip(rows) {
            match row {
                None => fresh.push(dossier.clone()),
                Some(row) if write::is_same(&row, dossier) => preview.present += 1,
                Some(_) => {
                    let code = dossier.code.as_str();
                    preview.problems.push(Problem::cell(dossier.row, heading, code, Trouble::Recorded));
                }
            }
        }
    }
    Ok(fresh)
}

async fn write(app: &App, actor: &Actor, digest: &str, fresh: Vec<Earlier>) -> Result<(), AppError> {
    let (now, keys) = (app.clock.now(), app.keys.clone());
    let drawn: Vec<(Earlier, Fresh)> = fresh
        .into_iter()
        .map(|earlier| {
            let fresh = Fresh::draw(&earlier, app.random.as_ref());
            (earlier, fresh)
        })
        .collect();
    let units: BTreeMap<UnitCode, Unit> =
        drawn.iter().map(|(earlier, _)| (earlier.unit.code.clone(), earlier.unit.clone())).collect();
    let entry = AdminEntry {
        at: to_ms(now),
        actor: actor.account.to_string(),
        action: "import_dossiers".to_owned(),
        object: digest.to_owned(),
        detail: format!("{} dossiers", drawn.len()),
    };
    let ms = u64::try_from(to_ms(now)).unwrap_or_default();
    let entry_id = domain::id::DraftId::from_parts(ms, app.random.number());
    let (drawn, digest) = (Arc::new(drawn), digest.to_owned());
    let written = app.store.write(move |tx| {
        for unit in units.values() {
            write::enrol(tx, unit, now)?;
        }
        for (earlier, fresh) in drawn.iter() {
            write::record(tx, &keys, &digest, earlier, fresh)?;
        }
        ledger::log(tx, &entry_id.to_string(), &entry)?;
        Ok::<_, AppError>(())
    });
    written.await
}
