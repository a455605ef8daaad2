//! `units.toml`.

use domain::place::{CalendarId, Contact, LevelCode, ParentEdge, Unit, UnitCode, UnitIdentifier};
use domain::validity::Validity;

use super::Placed;
use super::legal::{validity, validity_within};
use super::table::Table;
use crate::problem::Thing;

/// Reads all units.
pub(super) fn read(file: Table<'_>) -> Vec<Placed<Unit>> {
    let units = file.tables("unit").into_iter().filter_map(read_unit).collect();
    file.finish();
    units
}

fn read_unit(table: Table<'_>) -> Option<Placed<Unit>> {
    let code = table.need::<UnitCode>("code");
    if let Some(code) = &code {
        table.file.session.know(Thing::Unit, code.as_str(), table.at("code"));
    }
    let days = validity(&table);
    let level = table.need::<LevelCode>("level");
    let calendar = table.need::<CalendarId>("calendar");
    rely(&table, Thing::Level, "level", level.as_ref().map(LevelCode::as_str));
    rely(&table, Thing::Calendar, "calendar", calendar.as_ref().map(CalendarId::as_str));
    let (name, short_name) = (table.need("name"), table.need("short_name"));
    let (counter_name, signer_title) = (table.need("counter"), table.need("signer_title"));
    let certainty = table.need("certainty");
    let identifier = table.need("identifier");
    let invented = table.maybe("identifier_invented").unwrap_or_default();
    let parents = table.tables("parent").into_iter().filter_map(|edge| read_edge(edge, days)).collect();
    let contact =
        Contact { address: table.maybe("address"), phone: table.maybe("phone"), email: table.maybe("email") };
    let at = table.at("code");
    table.finish();
    let unit = Unit {
        code: code?,
        validity: days?,
        name: name?,
        short_name: short_name?,
        level: level?,
        identifier: UnitIdentifier { identifier: identifier?, invented },
        parents,
        contact,
        counter_name: counter_name?,
        signer_title: signer_title?,
        calendar: calendar?,
        certainty: certainty?,
    };
    Some(Placed { value: unit, at })
}

fn read_edge(table: Table<'_>, whole: Option<Validity>) -> Option<ParentEdge> {
    let parent = table.need::<UnitCode>("code");
    let days = validity_within(&table, whole);
    rely(&table, Thing::Unit, "code", parent.as_ref().map(UnitCode::as_str));
    table.finish();
    Some(ParentEdge { parent: parent?, validity: days? })
}

/// Notes that the key at `key` relies on a declaration elsewhere in the pack.
pub(super) fn rely(table: &Table<'_>, thing: Thing, key: &'static str, id: Option<&str>) {
    if let Some(id) = id {
        table.file.session.rely(thing, "", id, table.at(key));
    }
}
