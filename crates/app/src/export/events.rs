//! One line for each event, in the order of the chains.
//!
//! An entry's `hash` covers the hash before it and its own columns with their lengths, `payload_mac` among them, so a
//! chain can be checked from the export alone. The payload itself holds personal data and is left out unless wanted.

use super::{Filter, Format, head, put};
use crate::App;
use crate::error::AppError;
use domain::time::{from_ms, rfc3339};
use serde_json::{Map, Value};
use std::io::Write;
use storage::event_log::{self, ExportedEvent};

/// The columns, in their order; `payload` follows them where it is wanted.
pub const COLUMNS: &[&str] = &[
    "unit",
    "position",
    "dossier",
    "code",
    "sequence",
    "kind",
    "at",
    "at_ms",
    "actor",
    "role",
    "actor_unit",
    "payload_mac",
    "hash",
];

/// How many events are read at a time.
const PAGE: usize = 1_000;

/// Writes one line for each event, by unit and position; how many there were. Payloads, which hold personal data, only
/// with `personal_data`.
///
/// # Errors
/// [`AppError::Store`] or [`AppError::Io`]; what was written until then stands.
pub async fn events(
    app: &App,
    filter: &Filter,
    format: Format,
    personal_data: bool,
    out: &mut (impl Write + Send),
) -> Result<u64, AppError> {
    let mut columns = COLUMNS.to_vec();
    if personal_data {
        columns.push("payload");
    }
    head(out, format, &columns)?;
    let (first, end) = filter.span_ms();
    let (mut unit, mut position, mut written) = start(filter);
    loop {
        let after = (unit.clone(), position);
        let limit = i64::try_from(PAGE).unwrap_or(i64::MAX);
        let read = app.store.report(move |tx| event_log::export(tx, (&after.0, after.1), limit));
        let page = read.await.map_err(AppError::Store)?;
        for event in page.iter().filter(|event| filter.wants_unit(&event.unit)) {
            if event.at >= first && event.at < end {
                put(out, format, &columns, &line(event, personal_data))?;
                written += 1;
            }
        }
        match page.last() {
            // The chains stand one after the other: beyond the wanted one there is nothing to find.
            Some(last) if page.len() == PAGE && (filter.unit.is_none() || filter.wants_unit(&last.unit)) => {
                (unit, position) = (last.unit.clone(), last.position);
            }
            Some(_) | None => break,
        }
    }
    out.flush()?;
    Ok(written)
}

/// Where reading begins, and nothing written.
fn start(filter: &Filter) -> (String, i64, u64) {
    (filter.unit.as_ref().map(|unit| unit.as_str().to_owned()).unwrap_or_default(), 0, 0)
}

fn line(event: &ExportedEvent, personal_data: bool) -> Map<String, Value> {
    let mut values = vec![
        ("unit", Value::from(event.unit.as_str())),
        ("position", Value::from(event.position)),
        ("dossier", Value::from(event.dossier_id.as_str())),
        ("code", Value::from(event.code.as_str())),
        ("sequence", Value::from(event.sequence)),
        ("kind", Value::from(event.kind.as_str())),
        ("at", Value::from(rfc3339(from_ms(event.at)))),
        ("at_ms", Value::from(event.at)),
        ("actor", Value::from(event.actor.as_str())),
        ("role", Value::from(event.role.as_str())),
        ("actor_unit", Value::from(event.actor_unit.as_str())),
        ("payload_mac", Value::from(hex(&event.payload_mac))),
        ("hash", Value::from(hex(&event.hash))),
    ];
    if personal_data {
        // As a text, letter by letter: the keyed hash covers exactly these bytes.
        values.push(("payload", Value::from(event.payload.clone())));
    }
    values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
