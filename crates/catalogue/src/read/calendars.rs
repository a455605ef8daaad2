//! `calendars.toml`.

use domain::day::Window;
use domain::place::CalendarId;

use super::legal::source;
use super::table::Table;
use crate::calendar::{CalendarSpec, OffSpec, SeasonSpec, WEEKDAYS, WeekSpec, WorkedSpec, YearSpec};
use crate::problem::{MeaningProblem, Thing};

/// Reads all calendars; one that contradicts itself is noted.
pub(super) fn read(file: Table<'_>) -> Vec<CalendarSpec> {
    let calendars = file.tables("calendar").into_iter().filter_map(read_calendar).collect();
    file.finish();
    calendars
}

fn read_calendar(table: Table<'_>) -> Option<CalendarSpec> {
    let id = table.need::<CalendarId>("id");
    if let Some(id) = &id {
        table.file.session.declare(Thing::Calendar, "", id.as_str(), table.at("id"));
    }
    let (name, source) = (table.need("name"), source(&table));
    let week = table.table("week").map(read_week);
    let seasons = table.tables("season").into_iter().filter_map(read_season).collect();
    let years = table.tables("year").into_iter().filter_map(read_year).collect();
    let spec =
        (|| Some(CalendarSpec { id: id?, name: name?, week: week?, seasons, years, source: source? }))();
    for problem in spec.iter().flat_map(|spec| spec.build().err().unwrap_or_default()) {
        table.report_at("id", MeaningProblem::Calendar(problem));
    }
    table.finish();
    spec
}

fn read_week(table: Table<'_>) -> WeekSpec {
    let days = WEEKDAYS.iter();
    let days = days.filter_map(|(day, key)| Some((*day, table.maybe::<Vec<Window>>(key)?))).collect();
    table.finish();
    WeekSpec { days }
}

fn read_season(table: Table<'_>) -> Option<SeasonSpec> {
    let (from, to) = (table.need("from"), table.need("to"));
    let week = table.table("week").map(read_week);
    table.finish();
    Some(SeasonSpec { from: from?, to: to?, week: week? })
}

fn read_year(table: Table<'_>) -> Option<YearSpec> {
    let (year, status, source) = (table.need("year"), table.need("status"), source(&table));
    let off = table.tables("off").into_iter().filter_map(read_off).collect();
    let worked = table.tables("worked").into_iter().filter_map(read_worked).collect();
    table.finish();
    Some(YearSpec { year: year?, status: status?, off, worked, source: source? })
}

fn read_off(table: Table<'_>) -> Option<OffSpec> {
    let (from, to, name) = (table.need("from"), table.maybe("to"), table.need("name"));
    table.finish();
    let read = OffSpec { from: from?, to: to.or(from)?, name: name? };
    Some(read)
}

fn read_worked(table: Table<'_>) -> Option<WorkedSpec> {
    let (on, hours, name) = (table.need("on"), table.need("hours"), table.need("name"));
    table.finish();
    Some(WorkedSpec { on: on?, hours: hours?, name: name? })
}
