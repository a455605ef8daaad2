//! The catalogue in use: packs joined, with look-ups by code and day.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::day::WorkingCalendar;
use domain::place::{CalendarId, Level, LevelCode, Unit, UnitCode, UnitTree};
use domain::procedure::{ProcedureCode, ProcedureVersion, Sector, SectorCode};
use domain::programme::{Programme, ProgrammeEntry};
use jiff::civil::Date;

use crate::join_problem::JoinProblem;
use crate::pack::{FormSet, Pack, PackMeta};
use crate::search::{Hit, Index};

/// A procedure on the list of a unit's programme.
#[derive(Debug, Clone, Copy)]
pub struct Listed<'c> {
    /// The programme.
    pub programme: &'c Programme,
    /// Its entry.
    pub entry: &'c ProgrammeEntry,
}

/// A snapshot of everything in force at any time; it never changes, so it is shared and replaced as a whole.
#[derive(Debug)]
pub struct Catalogue {
    packs: Vec<PackMeta>,
    levels: BTreeMap<LevelCode, Level>,
    sectors: BTreeMap<SectorCode, Sector>,
    calendars: BTreeMap<CalendarId, Arc<WorkingCalendar>>,
    units: UnitTree,
    versions: BTreeMap<ProcedureCode, Vec<Arc<ProcedureVersion>>>,
    programmes: Vec<Programme>,
    index: Index,
}

impl Catalogue {
    /// Joins packs that were read without errors. Levels, sectors and calendars of one key count once, the first
    /// one wins.
    ///
    /// # Errors
    /// Everything in which they contradict one another.
    pub fn join(packs: impl IntoIterator<Item = Pack>) -> Result<Self, Vec<JoinProblem>> {
        let mut problems = Vec::new();
        let mut joined = Self::empty();
        let mut units = Vec::new();
        for pack in packs {
            units.extend(pack.units);
            for level in &pack.meta.levels {
                joined.levels.entry(level.code.clone()).or_insert_with(|| level.clone());
            }
            for sector in pack.sectors {
                joined.sectors.entry(sector.code.clone()).or_insert(sector);
            }
            for spec in pack.calendars {
                match spec.build() {
                    Ok(calendar) => {
                        joined.calendars.entry(spec.id).or_insert_with(|| Arc::new(calendar));
                    }
                    Err(found) => {
                        problems.extend(found.into_iter().map(|p| JoinProblem::Calendar(spec.id.clone(), p)));
                    }
                }
            }
            for version in pack.procedures {
                joined.add(version, &mut problems);
            }
            joined.programmes.extend(pack.programmes);
            joined.packs.push(pack.meta);
        }
        match UnitTree::build(units) {
            Ok(tree) => joined.units = tree,
            Err(found) => problems.extend(found.into_iter().map(JoinProblem::Tree)),
        }
        joined.index = Index::new(joined.versions.values().flatten());
        if problems.is_empty() { Ok(joined) } else { Err(problems) }
    }

    fn empty() -> Self {
        Self {
            packs: Vec::new(),
            levels: BTreeMap::new(),
            sectors: BTreeMap::new(),
            calendars: BTreeMap::new(),
            units: UnitTree::default(),
            versions: BTreeMap::new(),
            programmes: Vec::new(),
            index: Index::default(),
        }
    }

    fn add(&mut self, version: ProcedureVersion, problems: &mut Vec<JoinProblem>) {
        let known = self.versions.entry(version.code.clone()).or_default();
        for other in known.iter() {
            let both = other.validity.overlaps(&version.validity);
            let same_level = other.levels.iter().any(|level| version.offered_at(level));
            if other.version == version.version || (both && same_level) {
                problems.push(JoinProblem::Versions(version.code.clone(), other.version, version.version));
            }
        }
        known.push(Arc::new(version));
        known.sort_by_key(|version| version.version);
    }

    /// What the packs say of themselves.
    pub fn packs(&self) -> &[PackMeta] {
        &self.packs
    }

    /// The pack that describes a day, if any; where several do, the one that begins last.
    pub fn pack_on(&self, on: Date) -> Option<&PackMeta> {
        let describes = self.packs.iter().filter(|pack| pack.validity.contains(on));
        describes.max_by_key(|pack| pack.validity.from)
    }

    /// The printed forms in use on a day of reception.
    pub fn forms_on(&self, on: Date) -> Option<FormSet> {
        let forms = self.packs.iter().flat_map(|pack| &pack.forms);
        let in_use = forms.filter(|forms| forms.validity.contains(on));
        in_use.max_by_key(|forms| forms.validity.from).map(|forms| forms.set)
    }

    /// The dated tree of units.
    pub const fn units(&self) -> &UnitTree {
        &self.units
    }

    /// The unit that a code means on a day.
    pub fn unit(&self, code: &UnitCode, on: Date) -> Option<&Unit> {
        self.units.unit(code, on)
    }

    /// A level by its key.
    pub fn level(&self, code: &LevelCode) -> Option<&Level> {
        self.levels.get(code)
    }

    /// Levels from the highest down.
    pub fn levels(&self) -> Vec<&Level> {
        let mut levels: Vec<&Level> = self.levels.values().collect();
        levels.sort_by_key(|level| level.rank);
        levels
    }

    /// A sector by its key.
    pub fn sector(&self, code: &SectorCode) -> Option<&Sector> {
        self.sectors.get(code)
    }

    /// All sectors, by key.
    pub fn sectors(&self) -> impl Iterator<Item = &Sector> {
        self.sectors.values()
    }

    /// A calendar by its key.
    pub fn calendar(&self, id: &CalendarId) -> Option<&Arc<WorkingCalendar>> {
        self.calendars.get(id)
    }

    /// The calendar of a unit on a day.
    pub fn calendar_of(&self, unit: &UnitCode, on: Date) -> Option<&Arc<WorkingCalendar>> {
        self.calendar(&self.unit(unit, on)?.calendar)
    }

    /// Codes of all procedures.
    pub fn codes(&self) -> impl Iterator<Item = &ProcedureCode> {
        self.versions.keys()
    }

    /// All versions of a procedure, by number.
    pub fn versions(&self, code: &ProcedureCode) -> &[Arc<ProcedureVersion>] {
        self.versions.get(code).map_or(&[], Vec::as_slice)
    }

    /// The version that a dossier was bound to at reception.
    pub fn version(&self, code: &ProcedureCode, version: u16) -> Option<&Arc<ProcedureVersion>> {
        self.versions(code).iter().find(|known| known.version == version)
    }

    /// The version in force at a unit on a day; nothing where the unit does not decide the procedure.
    pub fn version_in_force(
        &self,
        code: &ProcedureCode,
        unit: &UnitCode,
        on: Date,
    ) -> Option<&Arc<ProcedureVersion>> {
        let level = &self.unit(unit, on)?.level;
        self.versions(code).iter().find(|version| version.validity.contains(on) && version.offered_at(level))
    }

    /// Versions in force on a day at any level, by code.
    pub fn in_force(&self, on: Date) -> impl Iterator<Item = &Arc<ProcedureVersion>> {
        self.versions.values().flatten().filter(move |version| version.validity.contains(on))
    }

    /// Versions in force at a unit on a day, by code.
    pub fn offered_at(&self, unit: &UnitCode, on: Date) -> Vec<&Arc<ProcedureVersion>> {
        let Some(unit) = self.unit(unit, on) else { return Vec::new() };
        self.in_force(on).filter(|version| version.offered_at(&unit.level)).collect()
    }

    /// All programmes.
    pub fn programmes(&self) -> &[Programme] {
        &self.programmes
    }

    /// Programmes in which a unit takes part on a day, whatever the day of the week.
    pub fn programmes_at(&self, unit: &UnitCode, on: Date) -> Vec<&Programme> {
        let Some(unit) = self.unit(unit, on) else { return Vec::new() };
        let takes_part = |programme: &&Programme| {
            self.is_run_over(programme, unit, on) && programme.entries_at(unit, on).next().is_some()
        };
        self.programmes.iter().filter(takes_part).collect()
    }

    /// The programme and entry by which a procedure takes part at a unit on a day, whatever the day of the week.
    pub fn listed(&self, code: &ProcedureCode, unit: &UnitCode, on: Date) -> Option<Listed<'_>> {
        let unit = self.unit(unit, on)?;
        let over = self.programmes.iter().filter(|programme| self.is_run_over(programme, unit, on));
        over.filter_map(|programme| Some(Listed { programme, entry: programme.entry(code, unit, on)? }))
            .next()
    }

    /// The list of a unit on a day: every procedure of every programme with its version in force.
    pub fn list_of(&self, unit: &UnitCode, on: Date) -> Vec<(Listed<'_>, &Arc<ProcedureVersion>)> {
        let Some(found) = self.unit(unit, on) else { return Vec::new() };
        let programmes = self.programmes_at(unit, on).into_iter();
        let entries = programmes.flat_map(|programme| {
            programme.entries_at(found, on).map(move |entry| Listed { programme, entry })
        });
        let with_version = |listed: Listed<'_>| self.version_in_force(&listed.entry.procedure, unit, on);
        entries.filter_map(|listed| Some((listed, with_version(listed)?))).collect()
    }

    /// Finds procedures in force on a day by words, with or without marks, typos forgiven; best first.
    pub fn search(&self, query: &str, on: Date, limit: usize) -> Vec<Hit> {
        self.index.search(query, limit, |version| version.validity.contains(on))
    }

    /// As [`Catalogue::search`], only procedures that a unit decides.
    pub fn search_at(&self, query: &str, unit: &UnitCode, on: Date, limit: usize) -> Vec<Hit> {
        let Some(unit) = self.unit(unit, on) else { return Vec::new() };
        let fits = |v: &ProcedureVersion| v.validity.contains(on) && v.offered_at(&unit.level);
        self.index.search(query, limit, fits)
    }

    fn is_run_over(&self, programme: &Programme, unit: &Unit, on: Date) -> bool {
        programme.run_by == unit.code || self.units.is_above(&programme.run_by, &unit.code, on)
    }
}
