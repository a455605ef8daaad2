//! `calendars.toml`.

use domain::day::YearStatus;

use super::parts::{bilingual, hours, source};
use super::section::{Document, inline, quote};
use crate::calendar::{CalendarSpec, OffSpec, WEEKDAYS, WeekSpec, WorkedSpec, YearSpec};

/// Writes all calendars.
pub(super) fn write(calendars: &[CalendarSpec]) -> String {
    let mut file = Document::default();
    for calendar in calendars {
        file.section("[[calendar]]");
        file.pair("id", quote(calendar.id.as_str()));
        file.pair("name", bilingual(&calendar.name));
        source(&mut file, &calendar.source);
        file.section("[calendar.week]");
        write_week(&mut file, &calendar.week);
        for season in &calendar.seasons {
            file.section("[[calendar.season]]");
            file.pair("from", season.from);
            file.pair("to", season.to);
            file.section("[calendar.season.week]");
            write_week(&mut file, &season.week);
        }
        for year in &calendar.years {
            write_year(&mut file, year);
        }
    }
    file.finish()
}

fn write_week(file: &mut Document, week: &WeekSpec) {
    for (day, windows) in &week.days {
        if let Some((_, key)) = WEEKDAYS.iter().find(|(known, _)| known == day) {
            file.list(key, &hours(windows));
        }
    }
}

fn write_year(file: &mut Document, year: &YearSpec) {
    file.section("[[calendar.year]]");
    file.pair("year", year.year);
    file.pair(
        "status",
        match year.status {
            YearStatus::Confirmed => "\"confirmed\"",
            YearStatus::Estimate => "\"estimate\"",
        },
    );
    source(file, &year.source);
    for (key, days) in [
        ("off", year.off.iter().map(write_off).collect::<Vec<_>>()),
        ("worked", year.worked.iter().map(write_worked).collect()),
    ] {
        if !days.is_empty() {
            file.list(key, &days);
        }
    }
}

fn write_off(off: &OffSpec) -> String {
    let mut pairs = vec![("from", off.from.to_string())];
    if off.to != off.from {
        pairs.push(("to", off.to.to_string()));
    }
    pairs.push(("name", bilingual(&off.name)));
    inline(&pairs)
}

fn write_worked(day: &WorkedSpec) -> String {
    let windows = format!("[{}]", hours(&day.hours).join(", "));
    inline(&[("on", day.on.to_string()), ("hours", windows), ("name", bilingual(&day.name))])
}
