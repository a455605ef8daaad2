//! `programmes.toml`.

use domain::programme::{EntryPlace, Programme, ProgrammeEntry};

use super::parts::{bilingual, source, validity, validity_within};
use super::section::{Document, hour, inline, quote};
use crate::calendar::WEEKDAYS;

/// Writes all programmes.
pub(super) fn write(programmes: &[Programme]) -> String {
    let mut file = Document::default();
    for programme in programmes {
        write_programme(&mut file, programme);
        let alike = |a: &ProgrammeEntry, b: &ProgrammeEntry| {
            a.place == b.place && a.validity == b.validity && a.source == b.source
        };
        for entries in programme.entries.chunk_by(alike) {
            write_list(&mut file, programme, entries);
        }
    }
    file.finish()
}

fn write_programme(file: &mut Document, programme: &Programme) {
    file.section("[[programme]]");
    file.pair("id", quote(programme.id.as_str()));
    file.pair("name", bilingual(&programme.name));
    validity(file, programme.validity);
    file.pair("run_by", quote(programme.run_by.as_str()));
    let is_its = |day: &&(jiff::civil::Weekday, &str)| programme.weekdays.contains(&day.0);
    let weekdays: Vec<String> = WEEKDAYS.iter().filter(is_its).map(|(_, name)| quote(name)).collect();
    file.list("weekdays", &weekdays);
    let channels: Vec<String> = programme.channels.iter().map(|channel| quote(channel.name())).collect();
    file.list("channels", &channels);
    if let Some(hours) = &programme.hours {
        file.pair("hours", inline(&[("from", hour(hours.from)), ("to", hour(hours.to))]));
    }
    file.pair("cut_off", hour(programme.cut_off));
    file.pair("after_cut_off_before", hour(programme.after_cut_off_before));
    file.pair("on_day_off", quote(programme.on_day_off.name()));
    file.pair("capacity_may_refuse", programme.capacity_may_refuse);
    if programme.quote_percent != Programme::QUOTE_PERCENT {
        file.pair("quote_percent", programme.quote_percent);
    }
    source(file, &programme.source);
}

fn write_list(file: &mut Document, programme: &Programme, entries: &[ProgrammeEntry]) {
    let Some(first) = entries.first() else { return };
    file.section("[[programme.list]]");
    match &first.place {
        EntryPlace::Level(level) => file.pair("level", quote(level.as_str())),
        EntryPlace::Unit(unit) => file.pair("unit", quote(unit.as_str())),
    }
    validity_within(file, first.validity, programme.validity);
    let codes: Vec<String> = entries.iter().map(|entry| quote(entry.procedure.as_str())).collect();
    file.list("procedures", &codes);
    source(file, &first.source);
}
