//! The description against what is served: every address, every answer.

use super::super::openapi::{document, openapi};
use super::super::{code::Code, endpoint};
use super::{Api, PROCEDURE};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use serde_json::{Value, json};

/// Where the agreed description stands.
const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/api/openapi.golden.json");

#[test]
fn the_description_is_as_agreed() {
    // Callers build on it: a change here is a change of a promise. `KHONGCHO_BLESS=1` writes it anew.
    if std::env::var_os("KHONGCHO_BLESS").is_some() {
        std::fs::write(GOLDEN, openapi() + "\n").unwrap();
    }
    let agreed = std::fs::read_to_string(GOLDEN).unwrap_or_default();
    assert!(agreed.trim_end() == openapi(), "the description differs from openapi.golden.json");
}

#[tokio::test]
async fn every_address_is_described_and_every_description_is_served() {
    let api = Api::open().await;
    let described = document();
    let mut count = 0;
    for (path, methods) in described["paths"].as_object().unwrap() {
        for method in ["get", "post", "put", "patch", "delete"] {
            let served = {
                let method: Method = method.to_uppercase().parse().unwrap();
                let path = path.replace("{code}", "x").replace("{act}", "void").replace("{token}", "x");
                let request = Request::builder().method(method).uri(format!("/api/v1{path}"));
                api.send(request.body(Body::empty()).unwrap()).await.status != StatusCode::METHOD_NOT_ALLOWED
            };
            assert_eq!(served, methods.get(method).is_some(), "{method} {path}");
            count += usize::from(served);
        }
    }
    assert_eq!(count, endpoint::all().len());
}

#[test]
fn references_lead_somewhere_and_every_schema_is_used() {
    let text = openapi();
    let described = document();
    let schemas = described["components"]["schemas"].as_object().unwrap();
    for piece in text.split("#/components/schemas/").skip(1) {
        let name = piece.split('"').next().unwrap();
        assert!(schemas.contains_key(name), "{name}");
    }
    for name in schemas.keys() {
        assert!(text.contains(&format!("#/components/schemas/{name}\"")), "{name} is not used");
    }
    for operation in
        described["paths"].as_object().unwrap().values().flat_map(|m| m.as_object().unwrap().values())
    {
        assert!(operation["responses"].as_object().unwrap().len() > 2, "{operation}");
    }
    assert!(Code::ALL.iter().all(|code| code.status().as_u16() >= 400));
}

/// Everything in a value that its schema does not say.
fn differences(described: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.rsplit('/').next().unwrap();
        return differences(described, &described["components"]["schemas"][name], value, at, found);
    }
    for word in ["anyOf", "oneOf"] {
        if let Some(choices) = schema[word].as_array() {
            let fits = |choice: &Value| {
                let mut wrong = Vec::new();
                differences(described, choice, value, at, &mut wrong);
                wrong.is_empty()
            };
            if !choices.iter().any(fits) {
                found.push(format!("{at}: none of {word}"));
            }
            return;
        }
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let kinds = &schema["type"];
    if !(kinds == kind || kinds.as_array().is_some_and(|kinds| kinds.contains(&json!(kind)))) {
        found.push(format!("{at}: {kind} is not {kinds}"));
        return;
    }
    if let Some(values) = schema["enum"].as_array().filter(|values| !values.contains(value)) {
        found.push(format!("{at}: {value} is not one of {values:?}"));
    }
    for (place, item) in value.as_array().into_iter().flatten().enumerate() {
        differences(described, &schema["items"], item, &format!("{at}[{place}]"), found);
    }
    for (name, inner) in value.as_object().into_iter().flatten() {
        match (&schema["properties"][name], &schema["additionalProperties"]) {
            (Value::Null, Value::Bool(false)) => found.push(format!("{at}.{name} is not described")),
            (Value::Null, Value::Object(_)) => {
                differences(
                    described,
                    &schema["additionalProperties"],
                    inner,
                    &format!("{at}.{name}"),
                    found,
                );
            }
            (Value::Null, _) => {}
            (described_as, _) => differences(described, described_as, inner, &format!("{at}.{name}"), found),
        }
    }
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if value.get(name).is_none() {
            found.push(format!("{at}.{name} is absent"));
        }
    }
}

fn fits(schema: &str, value: &Value) {
    let described = document();
    let mut found = Vec::new();
    differences(&described, &described["components"]["schemas"][schema], value, schema, &mut found);
    assert!(found.is_empty(), "{found:#?}");
}

#[tokio::test]
async fn answers_and_bodies_are_what_the_description_says() {
    let api = Api::open().await;
    let who = Some(&api.office.receiver);
    fits("DossierRequest", &api.reception());
    let receipt = api.post(who, "/dossiers", "d", &api.reception()).await;
    fits("Receipt", &receipt.body);
    let at = format!("/dossiers/{}", receipt.code());
    let suspend = json!({ "if_version": 1, "cause": "outside", "reason": "Chờ" });
    fits("ActSuspend", &suspend);
    let acted = api.post(who, &format!("{at}/actions/suspend"), "s", &suspend).await;
    fits("Acted", &acted.body);
    let assess = json!({ "procedure": PROCEDURE, "channel": "counter", "case": api.reception()["case"] });
    fits("AssessmentRequest", &assess);
    let assessed = api.post(who, "/assessments", "", &assess).await;
    for (schema, body) in [
        ("Dossier", api.get(who, &at).await.body),
        ("EventList", api.get(who, &format!("{at}/events")).await.body),
        ("WorkList", api.get(who, "/dossiers?stage=suspended").await.body),
        ("Assessment", assessed.body),
        ("UnitList", api.get(None, "/units").await.body),
        ("ProcedureList", api.get(None, "/procedures?unit=10852").await.body),
        ("Status", api.get(None, &format!("/status/{}", receipt.body["token"].as_str().unwrap())).await.body),
        ("Problem", api.get(None, "/nowhere").await.body),
        ("Problem", api.post(who, &format!("{at}/actions/suspend"), "z", &suspend).await.body),
    ] {
        fits(schema, &body);
    }
    let list = api.get(None, "/procedures?unit=10852&limit=200").await;
    for item in list.body["items"].as_array().unwrap() {
        let code = item["code"].as_str().unwrap();
        fits("Procedure", &api.get(None, &format!("/procedures/{code}?unit=10852")).await.body);
    }
}

#[tokio::test]
async fn the_page_lists_every_address_in_both_languages() {
    let api = Api::open().await;
    for (lang, word) in [("vi", "Dành cho phần mềm"), ("en", "For programs")] {
        let request = Request::get("/api").header("accept-language", lang).body(Body::empty()).unwrap();
        let response = tower::ServiceExt::oneshot(api.router.clone(), request).await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
        let html = String::from_utf8(bytes.to_vec()).unwrap();
        assert!(html.contains(word));
        assert!(endpoint::all().iter().all(|endpoint| html.contains(&format!("/api/v1{}", endpoint.path))));
    }
}
