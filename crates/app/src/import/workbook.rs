//! Registers as XLSX: the first sheet, cell by cell, so that one far-off cell makes no giant table.

use super::problem::Trouble;
use super::source::{ROWS_MAX, Row};
use super::value::Cell;
use calamine::{DataRef, Reader, Xlsx};
use jiff::civil::{DateTime, date};
use std::io::Cursor;

/// The most columns of a sheet that are read.
const COLUMNS_MAX: u32 = 200;
/// The most a workbook may say it unpacks to, in bytes.
const UNPACKED_MAX: u64 = 1024 * 1024 * 1024;

/// Reads the rows of the first sheet.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<Row>, Trouble> {
    match unpacked(bytes) {
        Some(size) if size > UNPACKED_MAX => {
            return Err(Trouble::TooLarge { megabytes: super::source::BYTES_MAX / (1024 * 1024) });
        }
        Some(_) => {}
        None => return Err(Trouble::NotATable),
    }
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes))
        .map_err(|_: calamine::XlsxError| Trouble::NotATable)?;
    let first = book.sheet_names().into_iter().next().ok_or(Trouble::NotATable)?;
    let mut cells = book.worksheet_cells_reader(&first).map_err(|_| Trouble::NotATable)?;
    let mut rows: Vec<Row> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(|_| Trouble::NotATable)? {
        let (line, column) = cell.get_position();
        let Some(value) = value(cell.get_value()).filter(|_| column < COLUMNS_MAX) else { continue };
        let number = usize::try_from(line).unwrap_or(usize::MAX).saturating_add(1);
        if rows.last().is_none_or(|row| row.number != number) {
            if rows.len() >= ROWS_MAX {
                return Err(Trouble::TooManyRows { rows: ROWS_MAX });
            }
            rows.push(Row { number, cells: Vec::new() });
        }
        if let Some(row) = rows.last_mut() {
            let place = usize::try_from(column).unwrap_or_default();
            row.cells.resize(row.cells.len().max(place + 1), Cell::Text(String::new()));
            if let Some(there) = row.cells.get_mut(place) {
                *there = value;
            }
        }
    }
    // A sheet keeps no empty cells: short rows are none that lost something.
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    rows.iter_mut().for_each(|row| row.cells.resize(width, Cell::Text(String::new())));
    Ok(rows)
}

fn value(found: &DataRef<'_>) -> Option<Cell> {
    match found {
        DataRef::Empty => None,
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Some(Cell::Text(text.clone()))
        }
        DataRef::SharedString(text) => Some(Cell::Text((*text).to_owned())),
        DataRef::Int(number) => Some(Cell::Text(number.to_string())),
        DataRef::Float(number) => Some(Cell::Text(number.to_string())),
        DataRef::Bool(answer) => Some(Cell::Text(answer.to_string())),
        DataRef::Error(error) => Some(Cell::Text(error.to_string())),
        DataRef::DateTime(at) => {
            let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
            let small = |number: u8| i8::try_from(number).unwrap_or_default();
            let moment = DateTime::new(
                i16::try_from(year).unwrap_or_default(),
                small(month),
                small(day),
                small(hour),
                small(minute),
                small(second),
                0,
            );
            // Before 1900 a workbook knows no dates: such a number is none.
            match moment {
                Ok(moment) if moment.date() >= date(1900, 1, 1) => Some(Cell::Moment(moment)),
                Ok(_) | Err(_) => Some(Cell::Text(at.as_f64().to_string())),
            }
        }
    }
}

/// What the parts of the archive say they unpack to, added up; nothing for what is no archive.
fn unpacked(bytes: &[u8]) -> Option<u64> {
    let number = |at: usize, width: usize| -> Option<u64> {
        let bytes = bytes.get(at..at.checked_add(width)?)?;
        Some(bytes.iter().rev().fold(0, |value, byte| value << 8 | u64::from(*byte)))
    };
    let end = bytes.windows(4).rposition(|four| four == b"PK\x05\x06")?;
    let entries = number(end + 10, 2)?;
    let mut at = usize::try_from(number(end + 16, 4)?).ok()?;
    let mut total = 0_u64;
    for _ in 0..entries {
        if bytes.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
            return None;
        }
        total = total.saturating_add(number(at + 24, 4)?);
        let lengths = number(at + 28, 2)? + number(at + 30, 2)? + number(at + 32, 2)?;
        at = at.checked_add(46)?.checked_add(usize::try_from(lengths).ok()?)?;
    }
    Some(total)
}
