//! Rosters as files: a line for each shift, with the heading of our own exports. A file is taken whole or not at all.

use super::read::Material;
use super::set::{SHIFTS_MAX, keep};
use super::{loaded, stored};
use crate::error::AppError;
use crate::export::cell::line;
use crate::{Actor, App};
use domain::id::AccountId;
use domain::permit::DayAct;
use domain::place::UnitCode;
use domain::roster::{Conflict, Post, Shift};
use domain::time::to_ms;
use jiff::civil::{Date, Time};
use std::collections::BTreeMap;
use storage::dossier::day_number;
use storage::roster::day;
use storage::{StoreError, Tx, account};

/// The columns, in the order of an export. `name` is for people and not read back.
pub const COLUMNS: [&str; 8] = ["unit", "date", "username", "name", "post", "from", "to", "stands_for"];

/// Largest file, in bytes.
pub const BYTES_MAX: usize = 256 * 1024;

/// Most lines of a file.
const LINES_MAX: usize = 2_000;

/// Longest span of an export, in days.
const SPAN_DAYS_MAX: i64 = 366;

/// What is wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Not a table in UTF-8, or too large.
    NotATable,
    /// A column is missing in the heading.
    ColumnMissing {
        /// Which.
        column: &'static str,
    },
    /// More lines than one file may have.
    TooManyLines,
    /// Not a unit whose roster the actor plans.
    Unit,
    /// Not a date.
    Date,
    /// Nobody has this name of log-in.
    Person,
    /// Not a post.
    Post,
    /// Not an hour.
    Hour,
    /// The day would contradict itself or the world.
    Conflict(Conflict),
}

/// Something wrong, with the line as a spreadsheet counts it; 0 for the whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line.
    pub line: usize,
    /// What stands there.
    pub value: String,
    /// What is wrong.
    pub trouble: Trouble,
}

/// Why a file was not taken.
#[derive(Debug)]
pub enum ImportError {
    /// Every problem, in the order of the lines.
    Problems(Vec<Problem>),
    /// Anything else.
    App(AppError),
}

impl From<AppError> for ImportError {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl From<StoreError> for ImportError {
    fn from(error: StoreError) -> Self {
        Self::App(AppError::Store(error))
    }
}

/// The roster of a unit from one day to another as CSV, UTF-8 with a mark so that spreadsheets know it.
///
/// # Errors
/// [`AppError::Denied`].
pub async fn export(
    app: &App,
    actor: &Actor,
    unit: &UnitCode,
    (first, last): (Date, Date),
) -> Result<String, AppError> {
    actor.at_unit(&app.policy(), app.clock.now(), DayAct::ReadRoster.into(), unit)?;
    let code = unit.clone();
    let (from, to) = (day_number(first), day_number(last).min(day_number(first) + SPAN_DAYS_MAX));
    let read = app.store.read(move |tx| {
        let shifts: Vec<Shift> =
            day::list_shifts(tx, code.as_str(), (from, to))?.iter().filter_map(loaded).collect();
        let mut text = format!("\u{feff}{}", line(COLUMNS.into_iter()));
        for shift in &shifts {
            let person = account::find(tx, shift.person)?;
            let stands_for = match shift.stands_for {
                Some(other) => account::find(tx, other)?.map(|account| account.username),
                None => None,
            };
            let (username, name) =
                person.map_or((String::new(), String::new()), |account| (account.username, account.name));
            let hour = |at: Time| at.strftime("%H:%M").to_string();
            let cells = [
                shift.unit.to_string(),
                shift.on.to_string(),
                username,
                name,
                shift.post.name().to_owned(),
                hour(shift.from),
                hour(shift.to),
                stands_for.unwrap_or_default(),
            ];
            text.push_str(&line(cells.iter().map(String::as_str)));
        }
        Ok(text)
    });
    read.await.map_err(AppError::Store)
}

/// A line that could be read.
struct Read {
    line: usize,
    shift: Shift,
}

/// Replaces every day that the file names by what it says; gives the number of days and of shifts.
///
/// # Errors
/// [`ImportError::Problems`] with every problem; nothing is changed then.
pub async fn import(app: &App, actor: &Actor, bytes: &[u8]) -> Result<(usize, usize), ImportError> {
    let (at, policy) = (app.clock.now(), app.policy());
    let rows = table(bytes).map_err(ImportError::Problems)?;
    let actor = actor.clone();
    let by = actor.account;
    let taken = app.store.write(move |tx| {
        let people: BTreeMap<String, AccountId> =
            account::list(tx)?.into_iter().map(|account| (account.username, account.id)).collect();
        let may = |unit: &UnitCode| actor.may_at(&policy, at, DayAct::PlanRoster.into(), unit);
        let (mut read, mut problems) = (Vec::new(), Vec::new());
        for (number, cells) in &rows {
            match shift(*number, cells, &people, &may) {
                Ok(shift) => read.push(Read { line: *number, shift }),
                Err(found) => problems.extend(found),
            }
        }
        let days = by_day(read);
        for ((unit, on), lines) in &days {
            let material = Material::load(tx, &policy, unit, *on)?;
            problems.extend(wrong(&material, lines));
        }
        if !problems.is_empty() {
            problems.sort_by_key(|problem| problem.line);
            return Err(ImportError::Problems(problems));
        }
        write_days(tx, &days, (to_ms(at), by))?;
        Ok((days.into_keys().map(|(unit, _)| unit).collect::<Vec<_>>(), rows.len()))
    });
    let (units, shifts) = taken.await?;
    let days = units.len();
    for unit in units {
        app.announce(&unit);
    }
    Ok((days, shifts))
}

type Days = BTreeMap<(UnitCode, Date), Vec<Read>>;

fn by_day(read: Vec<Read>) -> Days {
    let mut days = Days::new();
    for row in read {
        days.entry((row.shift.unit.clone(), row.shift.on)).or_default().push(row);
    }
    days
}

/// Everything that cannot stand on one day, each at the line it comes from.
fn wrong(material: &Material, lines: &[Read]) -> Vec<Problem> {
    let shifts: Vec<Shift> = lines.iter().map(|row| row.shift.clone()).collect();
    let too_many = shifts.len() > SHIFTS_MAX;
    let found = material.conflicts(&shifts).into_iter().filter(Conflict::is_wrong);
    let at = |conflict: Conflict| {
        let line = conflict.shift().or(Some(0)).and_then(|index| lines.get(index)).map_or(0, |row| row.line);
        Problem { line, value: material.on.to_string(), trouble: Trouble::Conflict(conflict) }
    };
    let mut problems: Vec<Problem> = found.map(at).collect();
    if too_many {
        problems.push(Problem { line: 0, value: material.on.to_string(), trouble: Trouble::TooManyLines });
    }
    problems
}

fn write_days(tx: &mut Tx<'_>, days: &Days, by: (i64, AccountId)) -> Result<(), AppError> {
    for ((unit, on), lines) in days {
        let head = day::find_head(tx, unit.as_str(), day_number(*on))?;
        let rows: Vec<_> = lines.iter().map(|row| stored(&row.shift)).collect();
        keep(tx, (unit, *on), head.map_or(0, |head| head.version), &rows, by)?;
    }
    Ok(())
}

/// A line of a file: its number, and its cells by column.
type Line = (usize, BTreeMap<&'static str, String>);

/// The lines of a file, each with the cells of [`COLUMNS`] that were found.
fn table(bytes: &[u8]) -> Result<Vec<Line>, Vec<Problem>> {
    let whole = |trouble| vec![Problem { line: 0, value: String::new(), trouble }];
    if bytes.len() > BYTES_MAX {
        return Err(whole(Trouble::NotATable));
    }
    let rows = crate::import::csv_rows(bytes).map_err(|_| whole(Trouble::NotATable))?;
    let mut rows = rows.into_iter();
    let (_, heading) = rows.next().ok_or_else(|| whole(Trouble::NotATable))?;
    let heading: Vec<String> = heading.iter().map(|cell| cell.trim().to_lowercase()).collect();
    let missing = COLUMNS.into_iter().filter(|column| {
        !matches!(*column, "name" | "stands_for") && !heading.iter().any(|found| found == column)
    });
    let missing: Vec<Problem> = missing
        .map(|column| Problem { line: 1, value: String::new(), trouble: Trouble::ColumnMissing { column } })
        .collect();
    if !missing.is_empty() {
        return Err(missing);
    }
    let place = |column: &str| heading.iter().position(|found| found == column);
    let mut read = Vec::new();
    for (number, cells) in rows {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if read.len() >= LINES_MAX {
            return Err(whole(Trouble::TooManyLines));
        }
        let cell = |column| place(column).and_then(|at| cells.get(at)).map_or("", |cell| cell.trim());
        let cells = COLUMNS.into_iter().map(|column| (column, cell(column).to_owned())).collect();
        read.push((number, cells));
    }
    Ok(read)
}

/// One line as a shift, or everything wrong with it.
fn shift(
    number: usize,
    cells: &BTreeMap<&'static str, String>,
    people: &BTreeMap<String, AccountId>,
    may: &impl Fn(&UnitCode) -> bool,
) -> Result<Shift, Vec<Problem>> {
    let cell = |column| cells.get(column).map_or("", String::as_str);
    let mut problems = Vec::new();
    let mut wrong = |column, trouble| {
        let value: String = cell(column).chars().take(60).collect();
        problems.push(Problem { line: number, value, trouble });
    };
    let unit = cell("unit").parse::<UnitCode>().ok().filter(|unit| may(unit));
    let on = cell("date").parse::<Date>().ok();
    let person = people.get(&cell("username").to_lowercase()).copied();
    let post = Post::from_name(cell("post"));
    let (from, to) = (hour(cell("from")), hour(cell("to")));
    let stands_for = Some(cell("stands_for")).filter(|name| !name.is_empty());
    let other = stands_for.map(|name| people.get(&name.to_lowercase()).copied());
    for (missing, column, trouble) in [
        (unit.is_none(), "unit", Trouble::Unit),
        (on.is_none(), "date", Trouble::Date),
        (person.is_none(), "username", Trouble::Person),
        (post.is_none(), "post", Trouble::Post),
        (from.is_none(), "from", Trouble::Hour),
        (to.is_none(), "to", Trouble::Hour),
        (other == Some(None), "stands_for", Trouble::Person),
    ] {
        if missing {
            wrong(column, trouble);
        }
    }
    match (unit, on, person, post, from, to) {
        (Some(unit), Some(on), Some(person), Some(post), Some(from), Some(to)) if problems.is_empty() => {
            Ok(Shift { unit, on, person, post, from, to, stands_for: other.flatten() })
        }
        _incomplete => Err(problems),
    }
}

/// An hour as people write it: `7:30`, `07h30`, `7h`, `0730`.
pub fn hour(typed: &str) -> Option<Time> {
    let typed = typed.trim().to_lowercase().replace("giờ", "h").replace(' ', "");
    let (hours, minutes) = match typed.split_once([':', 'h', '.', 'g']) {
        Some((hours, "")) => (hours.to_owned(), "0".to_owned()),
        Some((hours, minutes)) => (hours.to_owned(), minutes.to_owned()),
        None if typed.len() == 4 && typed.is_ascii() => {
            let (hours, minutes) = typed.split_at(2);
            (hours.to_owned(), minutes.to_owned())
        }
        None => (typed.clone(), "0".to_owned()),
    };
    let digits = |text: &str| !text.is_empty() && text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(&hours) || !digits(&minutes) {
        return None;
    }
    Time::new(hours.parse().ok()?, minutes.parse().ok()?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (typed, expected) in [
            ("7:30", "07:30"),
            ("07h30", "07:30"),
            ("7h", "07:00"),
            ("0730", "07:30"),
            ("13 giờ 30", "13:30"),
            ("17", "17:00"),
        ] {
            let read = hour(typed).map(|at| at.strftime("%H:%M").to_string());
            assert_eq!(read.as_deref(), Some(expected), "{typed}");
        }
        for wrong in ["", "-1:00", "25:00", "7:60", "bảy", "7:3x", "::"] {
            assert_eq!(hour(wrong), None, "{wrong}");
        }
    }
}
