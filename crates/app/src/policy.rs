//! Policy as one snapshot: units, procedures, programmes, calendars, as the packs say.

use domain::day::WorkingCalendar;
use domain::place::{CalendarId, Level, Unit, UnitCode, UnitTree};
use domain::procedure::{ProcedureCode, ProcedureVersion, Sector, SectorCode};
use domain::programme::Programme;
use domain::promise::ProgrammeFacts;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a snapshot is made of.
#[derive(Default)]
pub struct Parts {
    /// The dated tree of units.
    pub units: UnitTree,
    /// Levels of the administration.
    pub levels: Vec<Level>,
    /// Sectors.
    pub sectors: Vec<Sector>,
    /// Calendars by their key.
    pub calendars: BTreeMap<CalendarId, WorkingCalendar>,
    /// Versions of procedures.
    pub procedures: Vec<ProcedureVersion>,
    /// Programmes.
    pub programmes: Vec<Programme>,
}

/// The policy in force, never changed, replaced as a whole.
pub struct Policy {
    units: UnitTree,
    levels: Vec<Level>,
    sectors: BTreeMap<SectorCode, Sector>,
    calendars: BTreeMap<CalendarId, Arc<WorkingCalendar>>,
    procedures: BTreeMap<ProcedureCode, Vec<Arc<ProcedureVersion>>>,
    programmes: Vec<Programme>,
}

impl Policy {
    /// Builds a snapshot.
    pub fn new(parts: Parts) -> Self {
        let mut procedures: BTreeMap<ProcedureCode, Vec<Arc<ProcedureVersion>>> = BTreeMap::new();
        for version in parts.procedures {
            procedures.entry(version.code.clone()).or_default().push(Arc::new(version));
        }
        Self {
            units: parts.units,
            levels: parts.levels,
            sectors: parts.sectors.into_iter().map(|sector| (sector.code.clone(), sector)).collect(),
            calendars: parts.calendars.into_iter().map(|(id, calendar)| (id, Arc::new(calendar))).collect(),
            procedures,
            programmes: parts.programmes,
        }
    }

    /// The tree of units.
    pub const fn units(&self) -> &UnitTree {
        &self.units
    }

    /// Levels of the administration.
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// A unit on a day.
    pub fn unit(&self, code: &UnitCode, on: Date) -> Option<&Unit> {
        self.units.unit(code, on)
    }

    /// Whether one unit stands above another on a day.
    pub fn is_above(&self, above: &UnitCode, below: &UnitCode, on: Date) -> bool {
        self.units.is_above(above, below, on)
    }

    /// The calendar of a unit.
    pub fn calendar(&self, unit: &Unit) -> Option<&Arc<WorkingCalendar>> {
        self.calendars.get(&unit.calendar)
    }

    /// All calendars by key.
    pub const fn calendars(&self) -> &BTreeMap<CalendarId, Arc<WorkingCalendar>> {
        &self.calendars
    }

    /// A sector by its code.
    pub fn sector(&self, code: &SectorCode) -> Option<&Sector> {
        self.sectors.get(code)
    }

    /// The version of a procedure in force on a day that is decided at the unit's level.
    pub fn version(&self, code: &ProcedureCode, unit: &Unit, on: Date) -> Option<&Arc<ProcedureVersion>> {
        self.procedures
            .get(code)?
            .iter()
            .find(|version| version.validity.contains(on) && version.offered_at(&unit.level))
    }

    /// The version of a procedure in force on a day, wherever it is decided.
    pub fn version_on(&self, code: &ProcedureCode, on: Date) -> Option<&Arc<ProcedureVersion>> {
        self.procedures.get(code)?.iter().find(|version| version.validity.contains(on))
    }

    /// A version by its number.
    pub fn version_numbered(&self, code: &ProcedureCode, number: u16) -> Option<&Arc<ProcedureVersion>> {
        self.procedures.get(code)?.iter().find(|version| version.version == number)
    }

    /// All versions of a procedure, oldest first.
    pub fn versions(&self, code: &ProcedureCode) -> &[Arc<ProcedureVersion>] {
        self.procedures.get(code).map_or(&[], Vec::as_slice)
    }

    /// Everything in force on a day, by code.
    pub fn procedures_on(&self, on: Date) -> impl Iterator<Item = &Arc<ProcedureVersion>> {
        self.procedures.values().flatten().filter(move |version| version.validity.contains(on))
    }

    /// Everything a unit decides on a day, by code.
    pub fn procedures_at<'a>(
        &'a self,
        unit: &'a Unit,
        on: Date,
    ) -> impl Iterator<Item = &'a Arc<ProcedureVersion>> {
        self.procedures_on(on).filter(|version| version.offered_at(&unit.level))
    }

    /// Programmes of all times.
    pub fn programmes(&self) -> &[Programme] {
        &self.programmes
    }

    /// The programme that a unit takes part in on a day.
    pub fn programme(&self, unit: &Unit, on: Date) -> Option<&Programme> {
        let runs = |programme: &&Programme| {
            programme.validity.contains(on)
                && (programme.run_by == unit.code || self.units.is_above(&programme.run_by, &unit.code, on))
        };
        self.programmes.iter().find(runs)
    }

    /// The programme of a unit and whether it lists a procedure, as the promise asks.
    pub fn programme_facts(
        &self,
        procedure: &ProcedureCode,
        unit: &Unit,
        on: Date,
    ) -> Option<ProgrammeFacts<'_>> {
        let programme = self.programme(unit, on)?;
        Some(ProgrammeFacts { programme, lists_procedure: programme.entry(procedure, unit, on).is_some() })
    }
}
