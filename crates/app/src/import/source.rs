//! From bytes to rows: which kind of file it is, and what stands in its cells.

use super::column::Heads;
use super::problem::{Problem, Trouble};
use super::value::Cell;
use super::{text, workbook};

/// The largest file, in bytes.
pub(super) const BYTES_MAX: usize = 64 * 1024 * 1024;
/// The most rows of one import.
pub(super) const ROWS_MAX: usize = 200_000;
/// The longest cell, in characters.
pub(super) const CELL_CHARS_MAX: usize = 10_000;
/// The head of the table stands among these rows; titles may stand above it.
const HEAD_WITHIN: usize = 20;

/// A row with its number as spreadsheets count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub number: usize,
    pub cells: Vec<Cell>,
}

/// A table: its head and the rows below it.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub heads: Heads,
    /// How many rows there are.
    pub count: usize,
    /// Those whose cells can be read.
    pub rows: Vec<Row>,
    /// What is wrong with the file, its head, or the shape of its rows.
    pub problems: Vec<Problem>,
}

/// Reads a file of whatever kind.
pub(super) fn read(bytes: &[u8], unit_given: bool) -> Table {
    let problem = |trouble| Table { problems: vec![Problem::file(trouble)], ..Table::default() };
    if bytes.is_empty() {
        return problem(Trouble::Empty);
    }
    if bytes.len() > BYTES_MAX {
        return problem(Trouble::TooLarge { megabytes: BYTES_MAX / (1024 * 1024) });
    }
    let rows = if bytes.starts_with(b"PK\x03\x04") {
        workbook::rows(bytes)
    } else if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        Err(Trouble::OldWorkbook)
    } else {
        text::rows(bytes)
    };
    match rows {
        Ok(rows) => table(rows, unit_given),
        Err(trouble) => problem(trouble),
    }
}

/// Finds the head and checks the shape of everything below it.
fn table(rows: Vec<Row>, unit_given: bool) -> Table {
    let mut rows = rows.into_iter().filter(|row| !is_blank(row));
    let mut head = None;
    for row in rows.by_ref().take(HEAD_WITHIN) {
        let cells: Vec<String> = row.cells.iter().map(Cell::shown).collect();
        if let Some(heads) = Heads::read(&cells) {
            head = Some((row.number, heads));
            break;
        }
    }
    let Some((number, heads)) = head else {
        return Table { problems: vec![Problem::file(Trouble::NotATable)], ..Table::default() };
    };
    let mut table = Table { problems: heads.problems(number, unit_given), heads, ..Table::default() };
    for row in rows {
        table.count += 1;
        if shape(&row, &table.heads, &mut table.problems) {
            table.rows.push(row);
        }
    }
    if table.count == 0 && table.problems.is_empty() {
        table.problems.push(Problem::file(Trouble::Empty));
    }
    table
}

fn is_blank(row: &Row) -> bool {
    row.cells.iter().all(|cell| match cell {
        Cell::Text(text) => text.trim().is_empty(),
        Cell::Moment(_) => false,
    })
}

/// What can be wrong with a row before anybody reads what it says; whether its cells can be read.
fn shape(row: &Row, heads: &Heads, problems: &mut Vec<Problem>) -> bool {
    let (wanted, found) = (heads.headings.len(), row.cells.len());
    let mut readable = found == wanted;
    if !readable {
        problems.push(Problem::cell(row.number, "", "", Trouble::Ragged { wanted, found }));
    }
    for (place, cell) in row.cells.iter().enumerate() {
        let Cell::Text(text) = cell else { continue };
        let heading = heads.headings.get(place).map(String::as_str).unwrap_or_default();
        if text.chars().nth(CELL_CHARS_MAX).is_some() {
            let trouble = Trouble::TooLong { characters: CELL_CHARS_MAX };
            problems.push(Problem::cell(row.number, heading, text, trouble));
            readable = false;
        } else if domain::text::has_control(text) {
            problems.push(Problem::cell(row.number, heading, text, Trouble::Control));
        }
    }
    readable
}
