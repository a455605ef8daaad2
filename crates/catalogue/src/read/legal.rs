//! Parts that many entries share: validity and source.

use domain::law::LegalSource;
use domain::validity::Validity;

use super::session::File;
use super::table::Table;
use super::value::{Raw, Value};
use crate::problem::MeaningProblem;

/// Reads `from` and `to`.
pub(super) fn validity(table: &Table<'_>) -> Option<Validity> {
    let (from, to) = (table.need("from"), table.maybe("to"));
    let read = Validity { from: from?, to };
    if read.to.is_some_and(|to| to < read.from) {
        table.report_at("to", MeaningProblem::ValidityReversed);
    }
    Some(read)
}

/// Reads `from` and `to` where both may be absent: then the days of the whole apply.
pub(super) fn validity_within(table: &Table<'_>, whole: Option<Validity>) -> Option<Validity> {
    if table.has("from") {
        return validity(table);
    }
    let to = table.maybe("to").or(whole?.to);
    Some(Validity { from: whole?.from, to })
}

/// Reads `source` and `certainty`.
pub(super) fn source(table: &Table<'_>) -> Option<LegalSource> {
    let (citation, certainty) = (table.need("source"), table.need("certainty"));
    Some(LegalSource { citation: citation?, certainty: certainty? })
}

impl Value for LegalSource {
    fn read<'t>(file: File<'t>, key: &'static str, value: &'t Raw<'t>) -> Option<Self> {
        let table = Table::of(file, key, value)?;
        let read = source(&table);
        table.finish();
        read
    }
}
