//! The description of the API as OpenAPI 3.1.

mod acts;
mod answers;
mod bodies;
mod operation;

use super::{BASE, answer, endpoint};
use axum::http::StatusCode;
use axum::response::Response;
use i18n::{Lang, text};
use serde_json::{Map, Value, json};

/// The version of the interface; changes that break callers get a new address.
const VERSION: &str = "1.0.0";

/// The whole description, as printed by the command line.
pub fn openapi() -> String {
    serde_json::to_string_pretty(&document()).unwrap_or_default()
}

/// `GET /openapi.json`
pub async fn serve() -> Response {
    answer(StatusCode::OK, document().to_string())
}

/// A reference to a schema.
fn schema(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// An object that has exactly these fields; a question mark after the name says that it may be absent.
fn object(fields: &[(&str, Value)]) -> Value {
    let name = |field: &str| field.trim_end_matches('?').to_owned();
    let required: Vec<&str> = fields.iter().map(|(field, _)| *field).filter(|f| !f.ends_with('?')).collect();
    let properties: Map<String, Value> = fields.iter().map(|(f, v)| (name(f), v.clone())).collect();
    let mut shown = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if let Some(shown) = shown.as_object_mut().filter(|_| !required.is_empty()) {
        shown.insert("required".to_owned(), json!(required));
    }
    shown
}

fn list(items: Value) -> Value {
    json!({ "type": "array", "items": items })
}

fn string() -> Value {
    json!({ "type": "string" })
}

fn or_null(kind: &str) -> Value {
    json!({ "type": [kind, "null"] })
}

fn maybe(of: Value) -> Value {
    json!({ "anyOf": [of, { "type": "null" }] })
}

fn names(names: &[&str]) -> Value {
    json!({ "type": "string", "enum": names })
}

fn instant() -> Value {
    json!({ "type": "string", "format": "date-time" })
}

fn boolean() -> Value {
    json!({ "type": "boolean" })
}

fn integer(least: u64) -> Value {
    json!({ "type": "integer", "minimum": least })
}

pub(in crate::api) fn document() -> Value {
    let mut paths: Map<String, Value> = Map::new();
    for endpoint in endpoint::all() {
        let path = paths.entry(endpoint.path.to_owned()).or_insert_with(|| json!({}));
        if let Some(methods) = path.as_object_mut() {
            methods.insert(endpoint.method.to_owned(), operation::describe(&endpoint));
        }
    }
    let mut schemas = Map::new();
    schemas.extend(answers::schemas());
    schemas.extend(bodies::schemas());
    schemas.extend(acts::schemas());
    json!({
        "openapi": "3.1.0",
        "jsonSchemaDialect": "https://spec.openapis.org/oas/3.1/dialect/base",
        "info": {
            "title": "không chờ",
            "version": VERSION,
            "summary": text(Lang::En, i18n::Key::ApiIntro),
            "description": format!(
                "{} {}",
                text(Lang::En, i18n::Key::ApiToken),
                text(Lang::En, i18n::Key::ApiSafe)
            ),
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
        },
        "servers": [{ "url": BASE }],
        "security": [{ "token": [] }],
        "paths": paths,
        "components": {
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
            "schemas": schemas,
        },
    })
}
