//! Operations: parameters, bodies, answers and errors of each address.

use super::super::code::Code;
use super::super::endpoint::Endpoint;
use super::{integer, names, schema, string};
use domain::dossier::{Act, Stage};
use i18n::{Lang, text};
use serde_json::{Map, Value, json};

/// What an operation takes and gives beyond its table row.
struct Facts {
    parameters: Vec<Value>,
    body: Option<Value>,
    body_media: &'static str,
    answers: Vec<(u16, Option<&'static str>)>,
    media: &'static str,
    errors: Vec<Code>,
}

/// Errors that any request may meet.
const ANY: [Code; 6] = [
    Code::BadRequest,
    Code::NotFound,
    Code::MethodNotAllowed,
    Code::Forbidden,
    Code::Fault,
    Code::Unavailable,
];

/// Errors of requests with a query.
const QUERY: [Code; 2] = [Code::UnknownParameter, Code::BadParameter];

/// Errors of requests with a body.
const BODY: [Code; 5] =
    [Code::InvalidJson, Code::DuplicateKey, Code::TooLarge, Code::UnsupportedMediaType, Code::Invalid];

fn query(name: &str, of: Value) -> Value {
    json!({ "name": name, "in": "query", "required": false, "schema": of })
}

fn segment(name: &str, of: Value) -> Value {
    json!({ "name": name, "in": "path", "required": true, "schema": of })
}

fn header(name: &str, required: bool, of: Value) -> Value {
    json!({ "name": name, "in": "header", "required": required, "schema": of })
}

fn date() -> Value {
    json!({ "type": "string", "format": "date" })
}

fn paging() -> Vec<Value> {
    let limit = json!({ "type": "integer", "minimum": 1, "maximum": 200, "default": 50 });
    vec![query("cursor", string()), query("limit", limit)]
}

fn key() -> Value {
    header("Idempotency-Key", true, json!({ "type": "string", "pattern": "^[A-Za-z0-9_-]{1,100}$" }))
}

fn json_answer(parameters: Vec<Value>, name: &'static str, errors: &[Code]) -> Facts {
    let media = "application/json";
    let answers = vec![(200, Some(name))];
    Facts { parameters, body: None, body_media: media, answers, media, errors: errors.to_vec() }
}

fn facts(id: &str) -> Facts {
    let code = || segment("code", string());
    match id {
        "listUnits" => json_answer(vec![query("on", date())], "UnitList", &QUERY),
        "listProcedures" => {
            let mut parameters = vec![query("unit", string()), query("q", string()), query("on", date())];
            parameters.extend(paging());
            let mut facts = json_answer(parameters, "ProcedureList", &QUERY);
            facts.errors.push(Code::BadCursor);
            facts
        }
        "getProcedure" => {
            json_answer(vec![code(), query("unit", string()), query("on", date())], "Procedure", &QUERY)
        }
        "assess" => {
            with_body(json_answer(Vec::new(), "Assessment", &[Code::Refused]), schema("AssessmentRequest"))
        }
        "receiveDossier" => {
            let errors =
                [Code::IdempotencyKeyMissing, Code::KeyReused, Code::DuplicateDossier, Code::Refused];
            let mut facts = with_body(json_answer(vec![key()], "Receipt", &errors), schema("DossierRequest"));
            facts.answers = vec![(201, Some("Receipt"))];
            facts
        }
        "listWork" => {
            let stages: Vec<&str> = Stage::ALL.into_iter().map(Stage::name).collect();
            let sides = names(&["deciding", "receiving"]);
            let mut parameters = vec![query("stage", names(&stages)), query("side", sides)];
            parameters.extend(paging());
            let mut facts = json_answer(parameters, "WorkList", &QUERY);
            facts.errors.push(Code::BadCursor);
            facts
        }
        "getDossier" => {
            let parameters = vec![code(), header("If-None-Match", false, string())];
            let mut facts = json_answer(parameters, "Dossier", &QUERY);
            facts.answers.push((304, None));
            facts
        }
        "listEvents" => json_answer(vec![code()], "EventList", &QUERY),
        "getReceipt" | "getResult" => {
            Facts { media: "application/pdf", ..json_answer(vec![code()], "Pdf", &[]) }
        }
        "act" => act(code()),
        "addFile" => add_file(code()),
        "lookUp" => with_body(json_answer(Vec::new(), "Status", &[Code::TooManyRequests]), schema("LookUp")),
        "getStatus" => json_answer(vec![segment("token", string())], "Status", &[]),
        _description => json_answer(Vec::new(), "Description", &[]),
    }
}

fn act(code: Value) -> Facts {
    let acts: Vec<&str> = Act::ALL.into_iter().filter(|act| *act != Act::Receive).map(Act::name).collect();
    let bodies: Vec<Value> = acts.iter().map(|act| schema(&super::acts::name(act))).collect();
    let parameters = vec![code, segment("act", names(&acts)), key(), header("If-Match", false, string())];
    let errors = [
        Code::IdempotencyKeyMissing,
        Code::KeyReused,
        Code::Stale,
        Code::PreconditionRequired,
        Code::Refused,
    ];
    with_body(json_answer(parameters, "Acted", &errors), json!({ "anyOf": bodies }))
}

fn add_file(code: Value) -> Facts {
    let parameters = vec![code, key(), header("If-Match", false, string())];
    let errors = [
        Code::IdempotencyKeyMissing,
        Code::KeyReused,
        Code::Stale,
        Code::PreconditionRequired,
        Code::Refused,
        Code::BadRequest,
        Code::TooLarge,
        Code::UnsupportedMediaType,
        Code::Invalid,
    ];
    let mut facts = json_answer(parameters, "ActedWithFile", &errors);
    facts.body = Some(schema("Upload"));
    facts.body_media = "multipart/form-data";
    facts
}

fn with_body(mut facts: Facts, body: Value) -> Facts {
    facts.body = Some(body);
    facts.errors.extend(BODY);
    facts
}

/// The operation of an endpoint.
pub fn describe(endpoint: &Endpoint) -> Value {
    let mut facts = facts(endpoint.id);
    facts.errors.extend(ANY);
    if !endpoint.public {
        facts.errors.push(Code::Unauthenticated);
    }
    let mut shown = json!({
        "operationId": endpoint.id,
        "summary": text(Lang::En, endpoint.purpose),
        "parameters": facts.parameters,
        "responses": responses(&facts),
    });
    if let Some(shown) = shown.as_object_mut() {
        if let Some(body) = facts.body {
            let content = json!({ facts.body_media: { "schema": body } });
            shown.insert("requestBody".to_owned(), json!({ "required": true, "content": content }));
        }
        if endpoint.public {
            shown.insert("security".to_owned(), json!([]));
        }
    }
    shown
}

fn responses(facts: &Facts) -> Value {
    let mut shown: Map<String, Value> = Map::new();
    for (status, name) in &facts.answers {
        let one = match name {
            Some(name) => {
                json!({ "description": name, "headers": headers(name), "content": { facts.media: { "schema": schema(name) } } })
            }
            None => json!({ "description": "Not changed since" }),
        };
        shown.insert(status.to_string(), one);
    }
    for code in Code::ALL.into_iter().filter(|code| facts.errors.contains(code)) {
        let status = code.status().as_u16().to_string();
        match shown.get_mut(&status).and_then(|one| one.get_mut("description")) {
            // Several kinds share a status: the first names the schema, all are listed.
            Some(Value::String(kinds)) => *kinds = format!("{kinds}, {}", code.name()),
            Some(_) | None => {
                let content = json!({ "application/problem+json": { "schema": schema("Problem") } });
                shown.insert(status, json!({ "description": code.name(), "content": content }));
            }
        }
    }
    Value::Object(shown)
}

fn headers(name: &str) -> Value {
    match name {
        "Dossier" | "EventList" => json!({ "ETag": { "schema": string() } }),
        "Acted" | "ActedWithFile" => {
            json!({ "ETag": { "schema": string() }, "Idempotent-Replayed": { "schema": names(&["true"]) } })
        }
        "Receipt" => {
            json!({ "Location": { "schema": string() }, "Idempotent-Replayed": { "schema": names(&["true"]) } })
        }
        _other => json!({ "Content-Length": { "schema": integer(0) } }),
    }
}
