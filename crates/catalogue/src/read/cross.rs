//! Rules that hold between files: dates, versions, the tree, programmes.

use std::collections::BTreeSet;

use domain::day::YearStatus;
use domain::place::{TreeProblem, Unit, UnitTree};
use domain::procedure::{ProcedureVersion, VerificationPolicy};
use domain::programme::{EntryPlace, Programme, ProgrammeEntry};
use domain::validity::Validity;

use super::session::Session;
use super::{Draft, Placed};
use crate::diagnostic::Position;
use crate::problem::{FormProblem, MeaningProblem, Thing};

/// Notes everything that contradicts something in another file.
pub(super) fn check(session: &Session, draft: &Draft) {
    check_backdated(session, draft);
    check_versions(session, &draft.procedures);
    let units: Vec<Unit> = draft.units.iter().map(|placed| placed.value.clone()).collect();
    let tree = UnitTree::build(units).unwrap_or_else(|problems| {
        for problem in problems {
            session.report(place_of(draft, &problem), MeaningProblem::Tree(problem));
        }
        UnitTree::default()
    });
    for (programme, entries) in &draft.programmes {
        check_years(session, draft, programme);
        check_doubled(session, &programme.value, entries);
        for (entry, at) in programme.value.entries.iter().zip(entries) {
            check_entry(&Entry { session, draft, tree: &tree, programme: &programme.value, entry, at });
        }
    }
}

fn check_backdated(session: &Session, draft: &Draft) {
    let Some(meta) = &draft.meta else { return };
    let versions = draft.procedures.iter().map(|placed| (placed.value.validity.from, &placed.at));
    let programmes = draft.programmes.iter().map(|(placed, _)| (placed.value.validity.from, &placed.at));
    for (from, at) in versions.chain(programmes).filter(|(from, _)| *from < meta.validity.from) {
        session.report(at.clone(), MeaningProblem::Backdated(from));
    }
}

/// Versions come sorted by code and number.
fn check_versions(session: &Session, procedures: &[Placed<ProcedureVersion>]) {
    for (index, later) in procedures.iter().enumerate() {
        let (number, days) = (later.value.version, later.value.validity);
        for earlier in procedures.iter().take(index).filter(|earlier| earlier.value.code == later.value.code)
        {
            let levels = |level| earlier.value.offered_at(level);
            if earlier.value.validity.overlaps(&days) && later.value.levels.iter().any(levels) {
                let overlap = MeaningProblem::VersionsOverlap(earlier.value.version, number);
                session.report(later.at.clone(), overlap);
            } else if days.from < earlier.value.validity.from {
                session.report(earlier.at.clone(), MeaningProblem::VersionOrder(earlier.value.version));
            }
        }
    }
}

fn place_of(draft: &Draft, problem: &TreeProblem) -> Position {
    let on = match problem {
        TreeProblem::Doubled { on, .. }
        | TreeProblem::TwoParents { on, .. }
        | TreeProblem::NoParent { on, .. }
        | TreeProblem::Cycle { on, .. } => *on,
    };
    let named = || draft.units.iter().filter(|placed| placed.value.code == *problem.unit());
    let exact = named().rev().find(|placed| placed.value.validity.contains(on));
    exact.or_else(|| named().next()).map_or_else(|| Position::start("units.toml"), |placed| placed.at.clone())
}

/// Every year of a programme must have its days off listed in the calendar of every unit that takes part.
fn check_years(session: &Session, draft: &Draft, programme: &Placed<Programme>) {
    let Validity { from, to } = programme.value.validity;
    let last = to.map_or(from.year(), |to| to.year().max(from.year()));
    let takes_part = |unit: &&Placed<Unit>| {
        let overlaps = unit.value.validity.overlaps(&programme.value.validity);
        overlaps && programme.value.entries.iter().any(|entry| is_at(entry, &unit.value))
    };
    let calendars: BTreeSet<_> =
        draft.units.iter().filter(takes_part).map(|unit| &unit.value.calendar).collect();
    for calendar in draft.calendars.iter().filter(|calendar| calendars.contains(&calendar.id)) {
        for year in from.year()..=last {
            let id = calendar.id.to_string();
            match calendar.year(year) {
                Some(YearStatus::Confirmed) => {}
                Some(YearStatus::Estimate) => {
                    session.report(programme.at.clone(), MeaningProblem::EstimatedYear(id, year));
                }
                None => session.report(programme.at.clone(), MeaningProblem::MissingYear(id, year)),
            }
        }
    }
}

/// A procedure stands on the list of a place once for each day.
fn check_doubled(session: &Session, programme: &Programme, places: &[Position]) {
    for (index, (entry, at)) in programme.entries.iter().zip(places).enumerate() {
        let mut earlier = programme.entries.iter().take(index);
        let same = |other: &ProgrammeEntry| {
            other.procedure == entry.procedure
                && other.place == entry.place
                && other.validity.overlaps(&entry.validity)
        };
        if earlier.any(same) {
            session.report(at.clone(), FormProblem::Doubled(Thing::Procedure, entry.procedure.to_string()));
        }
    }
}

fn is_at(entry: &ProgrammeEntry, unit: &Unit) -> bool {
    match &entry.place {
        EntryPlace::Level(level) => *level == unit.level,
        EntryPlace::Unit(code) => *code == unit.code,
    }
}

/// An entry with everything it is checked against.
struct Entry<'c> {
    session: &'c Session,
    draft: &'c Draft,
    tree: &'c UnitTree,
    programme: &'c Programme,
    entry: &'c ProgrammeEntry,
    at: &'c Position,
}

impl Entry<'_> {
    fn report(&self, problem: MeaningProblem) {
        self.session.report(self.at.clone(), problem);
    }

    fn versions(&self) -> impl Iterator<Item = &ProcedureVersion> {
        let all = self.draft.procedures.iter().map(|placed| &placed.value);
        all.filter(|version| version.code == self.entry.procedure)
    }
}

fn check_entry(entry: &Entry<'_>) {
    let first = entry.entry.validity.from;
    let code = entry.entry.procedure.to_string();
    if let EntryPlace::Unit(unit) = &entry.entry.place {
        let run_by = &entry.programme.run_by;
        let inside = unit == run_by || entry.tree.is_above(run_by, unit, first);
        if !inside && entry.tree.unit(unit, first).is_some() {
            entry.report(MeaningProblem::UnitOutside(unit.to_string()));
        }
    }
    if entry.versions().next().is_none() {
        return;
    }
    if !entry.versions().any(|version| version.validity.contains(first)) {
        entry.report(MeaningProblem::NotInForce(code.clone(), first));
    }
    for version in entry.versions().filter(|version| version.validity.overlaps(&entry.entry.validity)) {
        check_version(entry, version, &code);
    }
}

fn check_version(entry: &Entry<'_>, version: &ProcedureVersion, code: &str) {
    if version.verification.policy == VerificationPolicy::Yes {
        entry.report(MeaningProblem::VerificationInProgramme(code.to_owned()));
    }
    let level = match &entry.entry.place {
        EntryPlace::Level(level) => Some(level),
        EntryPlace::Unit(unit) => entry.tree.unit(unit, entry.entry.validity.from).map(|unit| &unit.level),
    };
    if level.is_some_and(|level| !version.offered_at(level)) {
        entry.report(MeaningProblem::NotOffered(code.to_owned()));
    }
    if !entry.programme.channels.iter().any(|channel| version.accepts(*channel)) {
        entry.report(MeaningProblem::NoCommonChannel(code.to_owned()));
    }
}
