//! What differs between two packs, entry by entry.

use std::collections::BTreeMap;

use domain::place::Unit;
use domain::procedure::ProcedureVersion;
use domain::programme::Programme;
use jiff::civil::Date;

use crate::pack::Pack;

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// What the pack says of itself.
    Pack,
    /// A sector.
    Sector,
    /// A working calendar.
    Calendar,
    /// A unit in one span of its life.
    Unit,
    /// A version of a procedure.
    Procedure,
    /// A programme.
    Programme,
}

impl Subject {
    /// The name used in output for programs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pack => "pack",
            Self::Sector => "sector",
            Self::Calendar => "calendar",
            Self::Unit => "unit",
            Self::Procedure => "procedure",
            Self::Programme => "programme",
        }
    }
}

/// What happened to an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangeKind {
    /// Only in the new pack.
    Added,
    /// Only in the old pack.
    Removed,
    /// In both, with these parts different; keys as packs write them.
    Changed(Vec<&'static str>),
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it is.
    pub subject: Subject,
    /// Its key: `2.000635 v1`, `10813 (2025-07-01)`.
    pub key: String,
    /// What happened.
    pub kind: ChangeKind,
    /// The first day it touches, where entries have dates.
    pub from: Option<Date>,
}

impl Change {
    /// Whether it touches days before `today`: dossiers already received would be told something else.
    pub fn is_backdated(&self, today: Date) -> bool {
        self.from.is_some_and(|from| from < today)
    }
}

/// An entry that can be compared: its parts with their names.
struct Entry<'p, T> {
    subject: Subject,
    key: String,
    from: Option<Date>,
    value: &'p T,
    parts: fn(&T, &T) -> Vec<&'static str>,
}

/// Everything that differs, by subject and key.
pub fn diff(old: &Pack, new: &Pack) -> Vec<Change> {
    let mut changes = Vec::new();
    if old.meta != new.meta {
        let kind = ChangeKind::Changed(vec!["pack.toml"]);
        changes.push(Change { subject: Subject::Pack, key: new.meta.id.clone(), kind, from: None });
    }
    changes.extend(compare(&old.sectors, &new.sectors, |value| Entry {
        subject: Subject::Sector,
        key: value.code.to_string(),
        from: None,
        value,
        parts: |_, _| vec!["name"],
    }));
    changes.extend(compare(&old.calendars, &new.calendars, |value| Entry {
        subject: Subject::Calendar,
        key: value.id.to_string(),
        from: None,
        value,
        parts: |a, b| {
            let hours = a.week != b.week || a.seasons != b.seasons;
            named(&[("name", a.name != b.name), ("week", hours), ("year", a.years != b.years)])
        },
    }));
    changes.extend(compare(&old.units, &new.units, unit_entry));
    changes.extend(compare(&old.procedures, &new.procedures, procedure_entry));
    changes.extend(compare(&old.programmes, &new.programmes, programme_entry));
    changes
}

fn unit_entry(value: &Unit) -> Entry<'_, Unit> {
    Entry {
        subject: Subject::Unit,
        key: format!("{} ({})", value.code, value.validity.from),
        from: Some(value.validity.from),
        value,
        parts: |a, b| {
            named(&[
                ("to", a.validity != b.validity),
                ("name", a.name != b.name || a.short_name != b.short_name),
                ("level", a.level != b.level),
                ("identifier", a.identifier != b.identifier),
                ("parent", a.parents != b.parents),
                ("contact", a.contact != b.contact),
                ("counter", a.counter_name != b.counter_name),
                ("signer_title", a.signer_title != b.signer_title),
                ("calendar", a.calendar != b.calendar),
                ("certainty", a.certainty != b.certainty),
            ])
        },
    }
}

fn procedure_entry(value: &ProcedureVersion) -> Entry<'_, ProcedureVersion> {
    Entry {
        subject: Subject::Procedure,
        key: format!("{} v{}", value.code, value.version),
        from: Some(value.validity.from),
        value,
        parts: |a, b| {
            let questions = a.cases != b.cases || a.questions != b.questions;
            named(&[
                ("from", a.validity != b.validity),
                ("name", a.name != b.name),
                ("summary", a.summary != b.summary || a.aliases != b.aliases || a.life_event != b.life_event),
                ("sector", a.sector != b.sector),
                ("levels", a.levels != b.levels),
                ("channels", a.channels != b.channels),
                ("case", questions),
                ("component", a.components != b.components),
                ("term", a.terms != b.terms || a.same_day_cut_off != b.same_day_cut_off),
                ("fee", a.fees != b.fees),
                ("work_minutes", a.work != b.work),
                ("verification", a.verification != b.verification),
                ("field", a.fields != b.fields),
                ("result", a.result != b.result),
                ("legal_bases", a.legal_bases != b.legal_bases || a.certainty != b.certainty),
            ])
        },
    }
}

fn programme_entry(value: &Programme) -> Entry<'_, Programme> {
    Entry {
        subject: Subject::Programme,
        key: value.id.to_string(),
        from: Some(value.validity.from),
        value,
        parts: |a, b| {
            let hours = a.hours != b.hours
                || a.cut_off != b.cut_off
                || a.after_cut_off_before != b.after_cut_off_before;
            named(&[
                ("from", a.validity != b.validity),
                ("name", a.name != b.name || a.source != b.source),
                ("run_by", a.run_by != b.run_by),
                ("weekdays", a.weekdays != b.weekdays || a.on_day_off != b.on_day_off),
                ("cut_off", hours),
                ("channels", a.channels != b.channels),
                ("capacity_may_refuse", a.capacity_may_refuse != b.capacity_may_refuse),
                ("quote_percent", a.quote_percent != b.quote_percent),
                ("list", a.entries != b.entries),
            ])
        },
    }
}

fn named(parts: &[(&'static str, bool)]) -> Vec<&'static str> {
    parts.iter().filter(|(_, differs)| *differs).map(|(name, _)| *name).collect()
}

fn compare<'p, T: PartialEq>(
    old: &'p [T],
    new: &'p [T],
    entry: impl Fn(&'p T) -> Entry<'p, T>,
) -> Vec<Change> {
    let keyed = |values: &'p [T]| {
        let entries = values.iter().map(&entry);
        entries.map(|entry| (entry.key.clone(), entry)).collect::<BTreeMap<_, _>>()
    };
    let (mut before, after) = (keyed(old), keyed(new));
    let mut changes = Vec::new();
    for (key, entry) in after {
        let Some(known) = before.remove(&key) else {
            changes.push(Change { subject: entry.subject, key, kind: ChangeKind::Added, from: entry.from });
            continue;
        };
        if known.value != entry.value {
            let kind = ChangeKind::Changed((entry.parts)(known.value, entry.value));
            changes.push(Change { subject: entry.subject, key, kind, from: known.from.min(entry.from) });
        }
    }
    let gone = before.into_iter();
    changes.extend(gone.map(|(key, entry)| Change {
        subject: entry.subject,
        key,
        kind: ChangeKind::Removed,
        from: entry.from,
    }));
    changes.sort_by(|a, b| (a.subject, &a.key).cmp(&(b.subject, &b.key)));
    changes
}
