//! One line for each dossier.

use super::{Filter, Format, head, put};
use crate::App;
use crate::error::AppError;
use domain::dossier::Pause;
use domain::time::{from_ms, rfc3339};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::io::Write;
use storage::dossier::{DossierRow, Position, list_export, list_paused};
use storage::event_log::{self, LogError};

/// The columns, in their order; names are promises.
pub const COLUMNS: &[&str] = &[
    "code",
    "receiving_unit",
    "deciding_unit",
    "level",
    "sector",
    "procedure",
    "procedure_version",
    "channel",
    "offered_online",
    "received_at",
    "statutory_due_at",
    "commitment_due_at",
    "same_day_promised",
    "programme",
    "finished_at",
    "returned_at",
    "state",
    "outcome",
    "paused",
    "extensions",
    "components_required",
    "components_digitised",
    "components_reused",
    "result_required",
    "result_digitised",
    "parent_code",
    "synthetic",
];

/// How many dossiers are read at a time.
const PAGE: usize = 500;

/// Writes one line for each dossier, in the order of receipt; how many there were.
///
/// # Errors
/// [`AppError::Store`] or [`AppError::Io`]; what was written until then stands.
pub async fn dossiers(
    app: &App,
    filter: &Filter,
    format: Format,
    out: &mut (impl Write + Send),
) -> Result<u64, AppError> {
    head(out, format, COLUMNS)?;
    let (span, mut after, mut written) = (filter.span_ms(), Position::start(), 0);
    loop {
        let page = read(app, span, after).await?;
        for (row, pauses) in &page.lines {
            if filter.wants_unit(&row.receiving_unit) {
                put(out, format, COLUMNS, &line(row, pauses))?;
                written += 1;
            }
        }
        match page.next {
            Some(next) => after = next,
            None => break,
        }
    }
    out.flush()?;
    Ok(written)
}

struct Page {
    lines: Vec<(DossierRow, Vec<Pause>)>,
    next: Option<Position>,
}

async fn read(app: &App, span: (i64, i64), after: Position) -> Result<Page, LogError> {
    app.store
        .report(move |tx| {
            let listed = list_export(tx, span, &after, PAGE)?;
            let mut pauses: BTreeMap<String, Vec<Pause>> = BTreeMap::new();
            if let Some(last) = listed.rows.last() {
                let last = Position { at: last.received_at, id: last.id.clone() };
                for id in list_paused(tx, &after, &last)? {
                    let dossier = event_log::find(tx, id.parse()?)?;
                    pauses.insert(id, dossier.map(|dossier| dossier.pauses).unwrap_or_default());
                }
            }
            let with_pauses = |row: DossierRow| {
                let pauses = pauses.remove(&row.id).unwrap_or_default();
                (row, pauses)
            };
            Ok::<_, LogError>(Page {
                lines: listed.rows.into_iter().map(with_pauses).collect(),
                next: listed.next,
            })
        })
        .await
}

fn line(row: &DossierRow, pauses: &[Pause]) -> Map<String, Value> {
    let at = |ms: i64| Value::from(rfc3339(from_ms(ms)));
    let maybe = |ms: Option<i64>| ms.map_or(Value::Null, at);
    let pause = |pause: &Pause| {
        let (from, to) = (rfc3339(pause.from), pause.to.map(rfc3339));
        json!({ "from": from, "to": to, "cause": pause.cause.name() })
    };
    let values = [
        ("code", Value::from(row.code.as_str())),
        ("receiving_unit", Value::from(row.receiving_unit.as_str())),
        ("deciding_unit", Value::from(row.deciding_unit.as_str())),
        ("level", Value::from(row.level.as_str())),
        ("sector", Value::from(row.sector.as_str())),
        ("procedure", Value::from(row.procedure_code.as_str())),
        ("procedure_version", Value::from(row.procedure_version)),
        ("channel", Value::from(row.channel.as_str())),
        ("offered_online", Value::from(row.offered_online)),
        ("received_at", at(row.received_at)),
        ("statutory_due_at", at(row.statutory_due_at)),
        ("commitment_due_at", maybe(row.commitment_due_at)),
        ("same_day_promised", Value::from(row.same_day_promised)),
        ("programme", Value::from(row.programme.clone())),
        ("finished_at", maybe(row.finished_at)),
        ("returned_at", maybe(row.returned_at)),
        ("state", Value::from(row.stage.as_str())),
        ("outcome", Value::from(row.outcome.clone())),
        ("paused", pauses.iter().map(pause).collect()),
        ("extensions", Value::from(row.extensions)),
        ("components_required", Value::from(row.components_required)),
        ("components_digitised", Value::from(row.components_digitised)),
        ("components_reused", Value::from(row.components_reused)),
        ("result_required", Value::from(row.result_required)),
        ("result_digitised", Value::from(row.result_digitised)),
        ("parent_code", Value::from(row.parent_code.clone())),
        ("synthetic", Value::from(row.synthetic)),
    ];
    values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
