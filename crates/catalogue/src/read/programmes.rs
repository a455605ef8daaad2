//! `programmes.toml`.

use domain::place::{LevelCode, UnitCode};
use domain::procedure::ProcedureCode;
use domain::programme::{EntryPlace, Programme, ProgrammeEntry, ProgrammeId, ReceptionHours};
use domain::validity::Validity;

use super::Placed;
use super::legal::{source, validity, validity_within};
use super::table::Table;
use super::units::rely;
use crate::diagnostic::Position;
use crate::problem::{FormProblem, MeaningProblem, Thing};

/// Reads all programmes, each with the places of its entries.
pub(super) fn read(file: Table<'_>) -> Vec<(Placed<Programme>, Vec<Position>)> {
    let programmes = file.tables("programme").into_iter().filter_map(read_programme).collect();
    file.finish();
    programmes
}

fn read_programme(table: Table<'_>) -> Option<(Placed<Programme>, Vec<Position>)> {
    let id = table.need::<ProgrammeId>("id");
    if let Some(id) = &id {
        table.file.session.declare(Thing::Programme, "", id.as_str(), table.at("id"));
    }
    let run_by = table.need::<UnitCode>("run_by");
    rely(&table, Thing::Unit, "run_by", run_by.as_ref().map(UnitCode::as_str));
    let (name, days, source) = (table.need("name"), validity(&table), source(&table));
    let (weekdays, channels) = (table.need("weekdays"), table.need("channels"));
    let (cut_off, after) = (table.need("cut_off"), table.need("after_cut_off_before"));
    let (on_day_off, refuse) = (table.need("on_day_off"), table.need("capacity_may_refuse"));
    let percent = table.maybe::<u16>("quote_percent");
    if percent.is_some_and(|percent| !(50..=99).contains(&percent)) {
        table.report_at("quote_percent", MeaningProblem::QuotePercent);
    }
    let hours = table.has("hours").then(|| table.table("hours").and_then(read_hours)).flatten();
    let lists = table.tables("list");
    if lists.is_empty() {
        table.report_at("list", FormProblem::Empty("list"));
    }
    let read = lists.into_iter().flat_map(|list| read_list(list, days));
    let (entries, places) = read.map(|placed| (placed.value, placed.at)).unzip();
    let at = table.at("id");
    table.finish();
    let programme = Programme {
        id: id?,
        name: name?,
        validity: days?,
        run_by: run_by?,
        weekdays: weekdays?,
        hours,
        cut_off: cut_off?,
        after_cut_off_before: after?,
        on_day_off: on_day_off?,
        channels: channels?,
        capacity_may_refuse: refuse?,
        quote_percent: percent
            .and_then(|percent| u8::try_from(percent).ok())
            .unwrap_or(Programme::QUOTE_PERCENT),
        entries,
        source: source?,
    };
    Some((Placed { value: programme, at }, places))
}

fn read_hours(table: Table<'_>) -> Option<ReceptionHours> {
    let (from, to) = (table.need("from"), table.need("to"));
    let read = ReceptionHours { from: from?, to: to? };
    if read.to <= read.from {
        table.report_at("to", MeaningProblem::HoursReversed);
    }
    table.finish();
    Some(read)
}

/// Reads the procedures that take part at one place, each as an entry.
fn read_list(table: Table<'_>, whole: Option<Validity>) -> Vec<Placed<ProgrammeEntry>> {
    let procedures = table.need::<Vec<Placed<ProcedureCode>>>("procedures").unwrap_or_default();
    for code in &procedures {
        table.file.session.rely(Thing::Procedure, "", code.value.as_str(), code.at.clone());
    }
    let (level, unit) = (table.maybe::<LevelCode>("level"), table.maybe::<UnitCode>("unit"));
    rely(&table, Thing::Level, "level", level.as_ref().map(LevelCode::as_str));
    rely(&table, Thing::Unit, "unit", unit.as_ref().map(UnitCode::as_str));
    if table.has("level") == table.has("unit") {
        table.report(MeaningProblem::PlaceCount);
    }
    let place = level.map(EntryPlace::Level).or(unit.map(EntryPlace::Unit));
    let (days, source) = (validity_within(&table, whole), source(&table));
    table.finish();
    let Some(((place, validity), source)) = place.zip(days).zip(source) else { return Vec::new() };
    let entry = |code: Placed<ProcedureCode>| Placed {
        value: ProgrammeEntry {
            procedure: code.value,
            place: place.clone(),
            validity,
            source: source.clone(),
        },
        at: code.at,
    };
    procedures.into_iter().map(entry).collect()
}
