//! Fee schedule of a version.

use domain::money::Dong;
use domain::procedure::{FeeRule, Tariff};

use super::component::read_condition;
use super::legal::{source, validity_within};
use super::procedure::Scope;
use super::table::Table;
use crate::problem::MeaningProblem;

/// Reads the fee lines; lines that could not be told apart are noted.
pub(super) fn read(version: &Table<'_>, scope: &Scope) -> Vec<FeeRule> {
    let mut rules: Vec<FeeRule> = Vec::new();
    for table in version.tables("fee") {
        let at = table.here();
        let Some(rule) = read_rule(table, scope) else { continue };
        if rules.iter().any(|other| clash(other, &rule)) {
            version.file.session.report(at, MeaningProblem::AmbiguousFee(rule.id.to_string()));
        }
        rules.push(rule);
    }
    rules
}

/// Whether two lines of one id would weigh the same: same restrictions and same first day.
fn clash(a: &FeeRule, b: &FeeRule) -> bool {
    a.id == b.id && a.channel == b.channel && a.condition == b.condition && a.validity.from == b.validity.from
}

fn read_rule(table: Table<'_>, scope: &Scope) -> Option<FeeRule> {
    let (id, kind, name) = (table.need("id"), table.need("kind"), table.need("name"));
    let (unit_text, tariff) = (table.need("per"), read_tariff(&table));
    let (channel, condition) = (table.maybe("channel"), read_condition(&table, scope));
    let (days, source) = (validity_within(&table, scope.days), source(&table));
    let exemptions = table.maybe("exempt").unwrap_or_default();
    table.finish();
    Some(FeeRule {
        id: id?,
        kind: kind?,
        name: name?,
        unit_text: unit_text?,
        tariff: tariff?,
        channel,
        condition,
        validity: days?,
        exemptions,
        source: source?,
    })
}

fn read_tariff(table: &Table<'_>) -> Option<Tariff> {
    let by_pages = if table.has("by_pages") { table.table("by_pages").and_then(read_by_pages) } else { None };
    let tariffs = [
        table.maybe::<bool>("free").filter(|free| *free).map(|_| Tariff::Zero),
        table.maybe("amount").map(|amount| Tariff::Flat(Dong(amount))),
        table.maybe("per_copy").map(|amount| Tariff::PerCopy(Dong(amount))),
        by_pages,
    ];
    let written: Vec<Tariff> = tariffs.into_iter().flatten().collect();
    let [tariff] = written.as_slice() else {
        table.report(MeaningProblem::TariffCount);
        return None;
    };
    Some(*tariff)
}

fn read_by_pages(table: Table<'_>) -> Option<Tariff> {
    let (first_pages, first) = (table.need("first_pages"), table.need("first"));
    let (further, max) = (table.need("further"), table.need("max_per_copy"));
    table.finish();
    Some(Tariff::CertifiedCopy {
        first_pages: first_pages?,
        first: Dong(first?),
        further: Dong(further?),
        max_per_copy: Dong(max?),
    })
}
