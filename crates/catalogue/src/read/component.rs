//! Components of a version.

use std::collections::BTreeMap;

use domain::procedure::{ComponentId, ComponentKind, ComponentSpec, Condition, CopyKind, GroupId};

use super::legal::source;
use super::procedure::Scope;
use super::table::Table;
use crate::diagnostic::Position;
use crate::problem::{MeaningProblem, Thing};

/// Reads the components and looks at their groups.
pub(super) fn read(version: &Table<'_>, scope: &Scope) -> Vec<ComponentSpec> {
    let mut groups: BTreeMap<String, (usize, Position)> = BTreeMap::new();
    let mut components = Vec::new();
    for table in version.tables("component") {
        if let Some(group) = table.maybe::<GroupId>("one_of") {
            groups.entry(group.to_string()).or_insert((0, table.at("one_of"))).0 += 1;
        }
        components.extend(read_component(table, scope));
    }
    for (group, (_, at)) in groups.into_iter().filter(|(_, (members, _))| *members == 1) {
        version.file.session.report(at, MeaningProblem::LonelyGroup(group));
    }
    components
}

fn read_component(table: Table<'_>, scope: &Scope) -> Option<ComponentSpec> {
    let id = table.need::<ComponentId>("id");
    if let Some(id) = &id {
        table.file.session.declare(Thing::Component, &scope.name, id.as_str(), table.at("id"));
    }
    let (name, kind, source) = (table.need("name"), table.need::<ComponentKind>("kind"), source(&table));
    let remark = matches!(kind, Some(ComponentKind::Condition | ComponentKind::Note));
    let quantity = table.maybe("quantity").unwrap_or(u16::from(!remark));
    match (remark, quantity) {
        (true, 1..) => table.report_at("quantity", MeaningProblem::QuantityOnRemark),
        (false, 0) => table.report_at("quantity", MeaningProblem::ZeroQuantity),
        (true, 0) | (false, 1..) => {}
    }
    let copy_kind = table.maybe("copy").unwrap_or(CopyKind::Original);
    let required = table.maybe("required").unwrap_or(!remark);
    let condition = read_condition(&table, scope);
    let one_of = table.maybe("one_of");
    let processing_result = table.maybe("processing_result").unwrap_or_default();
    table.finish();
    Some(ComponentSpec {
        id: id?,
        name: name?,
        kind: kind?,
        copy_kind,
        quantity,
        required,
        one_of,
        condition,
        processing_result,
        source: source?,
    })
}

/// Reads `when`; absent means always.
pub(super) fn read_condition(table: &Table<'_>, scope: &Scope) -> Condition {
    let condition = table.maybe("when").unwrap_or(Condition::Always);
    let relied = match &condition {
        Condition::Always | Condition::WhenProxy => None,
        Condition::WhenCase(case) => Some((Thing::Case, case.as_str())),
        Condition::WhenAnswer(question) => Some((Thing::Question, question.as_str())),
    };
    if let Some((thing, id)) = relied {
        table.file.session.rely(thing, &scope.name, id, table.at("when"));
    }
    condition
}
