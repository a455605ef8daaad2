//! `units.toml`.

use domain::place::{ParentEdge, Unit};

use super::parts::{bilingual, validity};
use super::section::{Document, inline, quote};

/// Writes all units.
pub(super) fn write(units: &[Unit]) -> String {
    let mut file = Document::default();
    for unit in units {
        write_unit(&mut file, unit);
    }
    file.finish()
}

fn write_unit(file: &mut Document, unit: &Unit) {
    file.section("[[unit]]");
    file.pair("code", quote(unit.code.as_str()));
    validity(file, unit.validity);
    file.pair("name", bilingual(&unit.name));
    file.pair("short_name", quote(&unit.short_name));
    file.pair("level", quote(unit.level.as_str()));
    file.pair("identifier", quote(unit.identifier.identifier.as_str()));
    if unit.identifier.invented {
        file.pair("identifier_invented", true);
    }
    if !unit.parents.is_empty() {
        let edges: Vec<String> = unit.parents.iter().map(|edge| write_edge(edge, unit)).collect();
        file.list("parent", &edges);
    }
    let contact = &unit.contact;
    for (key, value) in [("address", &contact.address), ("phone", &contact.phone), ("email", &contact.email)]
    {
        if let Some(value) = value {
            file.pair(key, quote(value));
        }
    }
    file.pair("counter", bilingual(&unit.counter_name));
    file.pair("signer_title", quote(&unit.signer_title));
    file.pair("calendar", quote(unit.calendar.as_str()));
    file.pair("certainty", quote(unit.certainty.name()));
}

fn write_edge(edge: &ParentEdge, unit: &Unit) -> String {
    let mut pairs = vec![("code", quote(edge.parent.as_str()))];
    if edge.validity != unit.validity {
        pairs.push(("from", edge.validity.from.to_string()));
        pairs.extend(edge.validity.to.map(|to| ("to", to.to_string())));
    }
    inline(&pairs)
}
