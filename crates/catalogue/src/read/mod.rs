//! Reading a pack from text files: every problem with its place, never a panic.

mod calendars;
mod component;
mod cross;
mod fee;
mod legal;
mod meta;
mod procedure;
mod programmes;
mod session;
mod table;
mod term;
mod units;
mod value;
mod wording;
mod words;

use domain::place::Unit;
use domain::procedure::{ProcedureVersion, Sector};
use domain::programme::Programme;
use toml::de::DeTable;

use crate::calendar::CalendarSpec;
use crate::diagnostic::{Diagnostic, Position, Severity};
use crate::pack::{Pack, PackMeta};
use crate::problem::{FormProblem, Thing};
use session::{File, Session};
use table::Table;

/// The files every pack has.
const FILES: [&str; 5] = ["pack.toml", "sectors.toml", "calendars.toml", "units.toml", "programmes.toml"];

/// A value with the place where it was written.
#[derive(Debug)]
struct Placed<T> {
    value: T,
    at: Position,
}

/// What was read so far.
#[derive(Debug, Default)]
struct Draft {
    meta: Option<PackMeta>,
    sectors: Vec<Sector>,
    calendars: Vec<CalendarSpec>,
    units: Vec<Placed<Unit>>,
    procedures: Vec<Placed<ProcedureVersion>>,
    programmes: Vec<(Placed<Programme>, Vec<Position>)>,
}

/// Reads a pack from its files, given as path within the pack and text, in any order.
///
/// The pack is returned when there is no error; warnings do not stand in its way. Diagnostics are sorted by place.
pub fn load<P, T>(files: impl IntoIterator<Item = (P, T)>) -> (Option<Pack>, Vec<Diagnostic>)
where
    P: AsRef<str>,
    T: AsRef<str>,
{
    let session = Session::default();
    let mut draft = Draft::default();
    let mut missing = FILES.to_vec();
    for (path, text) in files {
        let file = File { session: &session, path: path.as_ref(), text: text.as_ref() };
        missing.retain(|name| *name != file.path);
        read_file(file, &mut draft);
    }
    for name in missing {
        session.report(Position::start(name), FormProblem::MissingFile(name));
    }
    draft.procedures.sort_by_key(|placed| (placed.value.code.clone(), placed.value.version));
    cross::check(&session, &draft);
    let diagnostics = session.finish();
    let sound = diagnostics.iter().all(|diagnostic| diagnostic.severity() != Severity::Error);
    (if sound { draft.into_pack() } else { None }, diagnostics)
}

fn read_file(file: File<'_>, draft: &mut Draft) {
    let (document, errors) = DeTable::parse_recoverable(file.text);
    for error in &errors {
        let at = file.position(error.span().unwrap_or_default());
        file.session.report(at, FormProblem::Syntax(error.message().to_owned()));
    }
    let table = Table::new(file, document.get_ref(), 0..0);
    match file.path {
        "pack.toml" => draft.meta = meta::read(table),
        "sectors.toml" => draft.sectors.extend(read_sectors(table)),
        "calendars.toml" => draft.calendars.extend(calendars::read(table)),
        "units.toml" => draft.units.extend(units::read(table)),
        "programmes.toml" => draft.programmes.extend(programmes::read(table)),
        path if is_procedure(path) => draft.procedures.extend(procedure::read(table)),
        path => file.session.report(Position::start(path), FormProblem::UnknownFile),
    }
}

fn is_procedure(path: &str) -> bool {
    path.strip_prefix("procedures/").is_some_and(|name| name.ends_with(".toml") && !name.contains('/'))
}

fn read_sectors(file: Table<'_>) -> Vec<Sector> {
    let read = |table: Table<'_>| {
        let (code, name) = (table.need::<domain::procedure::SectorCode>("code"), table.need("name"));
        if let Some(code) = &code {
            table.file.session.declare(Thing::Sector, "", code.as_str(), table.at("code"));
        }
        table.finish();
        Some(Sector { code: code?, name: name? })
    };
    let sectors = file.tables("sector").into_iter().filter_map(read).collect();
    file.finish();
    sectors
}

impl Draft {
    fn into_pack(self) -> Option<Pack> {
        Some(Pack {
            meta: self.meta?,
            sectors: self.sectors,
            calendars: self.calendars,
            units: self.units.into_iter().map(|placed| placed.value).collect(),
            procedures: self.procedures.into_iter().map(|placed| placed.value).collect(),
            programmes: self.programmes.into_iter().map(|(placed, _)| placed.value).collect(),
        })
    }
}
