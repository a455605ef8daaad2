//! Fields and the wording of the result.

use domain::procedure::{
    BUILT_IN_PLACEHOLDERS, ChoiceOption, FieldId, FieldKind, FieldSpec, ResultTemplate, placeholders,
};

use super::legal::source;
use super::procedure::Scope;
use super::table::Table;
use super::words::FieldWord;
use crate::problem::{MeaningProblem, Thing};

/// Reads the fields of a version.
pub(super) fn read_fields(version: &Table<'_>, scope: &Scope) -> Vec<FieldSpec> {
    version.tables("field").into_iter().filter_map(|field| read_field(field, scope)).collect()
}

fn read_field(table: Table<'_>, scope: &Scope) -> Option<FieldSpec> {
    let id = table.need::<FieldId>("id");
    if let Some(id) = &id {
        table.file.session.declare(Thing::Field, &scope.name, id.as_str(), table.at("id"));
    }
    let (label, hint, used) = (table.need("label"), table.maybe("hint"), table.need("for"));
    let required = table.maybe("required").unwrap_or_default();
    let options: Vec<ChoiceOption> = table.tables("options").into_iter().filter_map(read_option).collect();
    let word = table.need::<FieldWord>("kind");
    if word.is_some_and(|word| (word == FieldWord::Choice) == options.is_empty()) {
        table.report_at("kind", MeaningProblem::ChoiceOptions);
    }
    let kind = word.map(|word| match word {
        FieldWord::Text => FieldKind::Text,
        FieldWord::LongText => FieldKind::LongText,
        FieldWord::Date => FieldKind::Date,
        FieldWord::Number => FieldKind::Number,
        FieldWord::Choice => FieldKind::Choice(options),
    });
    table.finish();
    Some(FieldSpec { id: id?, label: label?, kind: kind?, required, hint, used: used? })
}

fn read_option(table: Table<'_>) -> Option<ChoiceOption> {
    let (value, label) = (table.need("value"), table.need("label"));
    table.finish();
    Some(ChoiceOption { value: value?, label: label? })
}

/// Reads the wording; every placeholder must be a field, sound or not, or built in.
pub(super) fn read_result(table: Table<'_>, scope: &Scope) -> Option<ResultTemplate> {
    let (kind, title, register) = (table.need("kind"), table.need("title"), table.need("register"));
    let (paragraphs, source) = (table.need::<Vec<String>>("paragraphs"), source(&table));
    for paragraph in paragraphs.iter().flatten().chain(&title) {
        check_wording(&table, paragraph, scope);
    }
    table.finish();
    Some(ResultTemplate {
        kind: kind?,
        title: title?,
        paragraphs: paragraphs?,
        register: register?,
        source: source?,
    })
}

fn check_wording(table: &Table<'_>, wording: &str, scope: &Scope) {
    let names = match placeholders(wording) {
        Ok(names) => names,
        Err(problem) => return table.report_at("paragraphs", MeaningProblem::Template(problem)),
    };
    let session = table.file.session;
    let known = |name: &str| {
        BUILT_IN_PLACEHOLDERS.contains(&name) || session.is_declared(Thing::Field, &scope.name, name)
    };
    for name in names.into_iter().filter(|name| !known(name)) {
        table.report_at("paragraphs", MeaningProblem::UnknownPlaceholder(name.to_owned()));
    }
}
