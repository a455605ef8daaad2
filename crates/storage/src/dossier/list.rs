//! Lists of dossiers: work, the day, search, export. All are paged by position, never by offset.

use super::row::DossierRow;
use super::sql;
use crate::{StoreError, Tx, values};
use domain::dossier::Stage;
use domain::place::UnitCode;

/// Where a page begins: the sort key and identifier of the last row seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// Sort key: a time in milliseconds.
    pub at: i64,
    /// The row's identifier.
    pub id: String,
}

impl Position {
    /// Before every row of an ascending list.
    pub const fn start() -> Self {
        Self { at: i64::MIN, id: String::new() }
    }

    /// After every row of a list; where a descending one begins.
    pub const fn end() -> Self {
        Self { at: i64::MAX, id: String::new() }
    }
}

/// A page of rows and where the next one begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The rows.
    pub rows: Vec<DossierRow>,
    /// The position after the last row, when there are more.
    pub next: Option<Position>,
}

/// Whose work it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkSide {
    /// The unit that decides: appraiser and leader.
    Deciding,
    /// The unit that received: counter and return desk.
    Receiving,
}

/// A work list: what stands at a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// Whose.
    pub side: WorkSide,
    /// Of which unit.
    pub unit: UnitCode,
    /// At which stage.
    pub stage: Stage,
}

fn page(rows: &[crate::Row], limit: usize, key: fn(&DossierRow) -> i64) -> Result<Listed, StoreError> {
    let mut rows: Vec<DossierRow> = rows.iter().map(DossierRow::read).collect::<Result<_, _>>()?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(|row| Position { at: key(row), id: row.id.clone() });
    Ok(Listed { rows, next })
}

fn one_more(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX - 1) + 1
}

/// A page of a work list, most urgent first.
///
/// # Errors
/// [`StoreError`].
pub fn list_work(tx: &mut Tx<'_>, work: &Work, after: &Position, limit: usize) -> Result<Listed, StoreError> {
    let statement = match work.side {
        WorkSide::Deciding => sql::WORK_DECIDING,
        WorkSide::Receiving => sql::WORK_RECEIVING,
    };
    let rows = tx.query(
        statement,
        &values![work.unit.as_str(), work.stage.name(), after.at, &after.id, one_more(limit)],
    )?;
    page(&rows, limit, |row| row.working_due_at)
}

/// How many wait, counted up to [`Counted::MAX`]: no screen needs more, and no list may slow down with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Counted(u32);

impl Counted {
    /// Nobody counts further.
    pub const MAX: Self = Self(1_000);

    /// The number, which is the least there are when it is [`Counted::MAX`].
    pub const fn number(self) -> u32 {
        self.0
    }
}

impl From<u16> for Counted {
    fn from(number: u16) -> Self {
        Self(u32::from(number)).min(Self::MAX)
    }
}

impl std::fmt::Display for Counted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let more = if *self >= Self::MAX { "+" } else { "" };
        write!(f, "{}{more}", self.0)
    }
}

/// How long a work list is.
///
/// # Errors
/// [`StoreError`].
pub fn count_at(tx: &mut Tx<'_>, work: &Work) -> Result<Counted, StoreError> {
    let statement = match work.side {
        WorkSide::Deciding => sql::COUNT_DECIDING,
        WorkSide::Receiving => sql::COUNT_RECEIVING,
    };
    let row = tx.query_one(statement, &values![work.unit.as_str(), work.stage.name(), Counted::MAX.0])?;
    row.int_as(0).map(Counted)
}

/// Open dossiers of a unit past their due time under the law: the backlog.
///
/// # Errors
/// [`StoreError`].
pub fn count_backlog(tx: &mut Tx<'_>, unit: &UnitCode, now_ms: i64) -> Result<u64, StoreError> {
    tx.query_one(sql::COUNT_BACKLOG, &values![unit.as_str(), now_ms])?.int_as(0)
}

/// How many dossiers of a unit's day stand at each stage; names nobody knows are left out.
///
/// # Errors
/// [`StoreError`].
pub fn count_day(
    tx: &mut Tx<'_>,
    unit: &UnitCode,
    received_on: i64,
) -> Result<Vec<(Stage, u64)>, StoreError> {
    let rows = tx.query(sql::COUNT_DAY, &values![unit.as_str(), received_on])?;
    let mut counted = Vec::new();
    for row in &rows {
        if let Some(stage) = Stage::from_name(row.str(0)?) {
            counted.push((stage, row.int_as(1)?));
        }
    }
    Ok(counted)
}

/// Everything a unit received on a day, in the order of receipt.
///
/// # Errors
/// [`StoreError`].
pub fn list_day(tx: &mut Tx<'_>, unit: &UnitCode, received_on: i64) -> Result<Vec<DossierRow>, StoreError> {
    tx.query(sql::DAY, &values![unit.as_str(), received_on])?.iter().map(DossierRow::read).collect()
}

/// Dossiers of a unit by part of the applicant's name (without marks) or of the code, newest first.
///
/// # Errors
/// [`StoreError`].
pub fn list_found(
    tx: &mut Tx<'_>,
    unit: &UnitCode,
    typed: &str,
    before: &Position,
    limit: usize,
) -> Result<Listed, StoreError> {
    let like = |text: &str| format!("%{}%", text.replace('!', "!!").replace('%', "!%").replace('_', "!_"));
    let name = like(&domain::text::fold(typed));
    let code = like(&typed.trim().to_uppercase());
    let rows =
        tx.query(sql::FOUND, &values![unit.as_str(), name, code, before.at, &before.id, one_more(limit)])?;
    page(&rows, limit, |row| row.received_at)
}

/// A page of all dossiers received in a span of time, in the order of receipt.
///
/// # Errors
/// [`StoreError`].
pub fn list_export(
    tx: &mut Tx<'_>,
    span_ms: (i64, i64),
    after: &Position,
    limit: usize,
) -> Result<Listed, StoreError> {
    let rows = tx.query(sql::EXPORT, &values![span_ms.0, span_ms.1, after.at, &after.id, one_more(limit)])?;
    page(&rows, limit, |row| row.received_at)
}

/// Which dossiers after one position of the export up to another ever had their clock stand still.
///
/// # Errors
/// [`StoreError`].
pub fn list_paused(tx: &mut Tx<'_>, after: &Position, last: &Position) -> Result<Vec<String>, StoreError> {
    let rows = tx.query(sql::PAUSED, &values![after.at, &after.id, last.at, &last.id])?;
    rows.iter().map(|row| row.text(0)).collect()
}

#[cfg(test)]
mod tests {
    use super::Counted;

    #[test]
    fn a_count_ends_at_its_limit_and_says_so() {
        assert_eq!(Counted::from(999).to_string(), "999");
        assert_eq!(Counted::from(1_000).to_string(), "1000+");
        assert_eq!(Counted::from(40_000), Counted::MAX);
    }
}
