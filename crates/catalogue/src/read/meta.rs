//! `pack.toml`.

use domain::place::{Level, LevelCode};

use super::legal::{source, validity};
use super::table::Table;
use crate::pack::{FormsInUse, PackMeta};
use crate::problem::{FormProblem, Thing};

/// Reads what a pack says of itself.
pub(super) fn read(file: Table<'_>) -> Option<PackMeta> {
    let (id, revision) = (file.need("id"), file.need("revision"));
    let (name, notice) = (file.need("name"), file.need("notice"));
    let days = validity(&file);
    let forms: Vec<FormsInUse> = file.tables("forms").into_iter().filter_map(read_forms).collect();
    let levels: Vec<Level> = file.tables("level").into_iter().filter_map(read_level).collect();
    for (key, empty) in [("forms", !file.has("forms")), ("level", !file.has("level"))] {
        if empty {
            file.report(FormProblem::MissingKey(key));
        }
    }
    file.finish();
    Some(PackMeta {
        id: id?,
        revision: revision?,
        name: name?,
        notice: notice?,
        validity: days?,
        forms,
        levels,
    })
}

fn read_forms(table: Table<'_>) -> Option<FormsInUse> {
    let (set, days, source) = (table.need("set"), validity(&table), source(&table));
    table.finish();
    Some(FormsInUse { set: set?, validity: days?, source: source? })
}

fn read_level(table: Table<'_>) -> Option<Level> {
    let (code, name, rank) = (table.need::<LevelCode>("code"), table.need("name"), table.need("rank"));
    if let Some(code) = &code {
        table.file.session.declare(Thing::Level, "", code.as_str(), table.at("code"));
    }
    table.finish();
    Some(Level { code: code?, name: name?, rank: rank? })
}
