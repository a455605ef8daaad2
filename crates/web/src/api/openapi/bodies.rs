//! Schemas of bodies: receptions, assessments, people.

use super::{boolean, instant, list, maybe, names, object, schema, string};
use domain::person::{Authorisation, Relation};
use domain::procedure::Exemption;
use serde_json::{Map, Value, json};

/// All of them.
pub fn schemas() -> Map<String, Value> {
    let mut all = Map::new();
    for (name, of) in people() {
        all.insert(name.to_owned(), of);
    }
    let mut assessment = draft();
    assessment.extend([("unit?", string()), ("by_proxy?", boolean()), ("received_at?", instant())]);
    let mut dossier = draft();
    dossier.extend([
        ("version", count(1, u16::MAX)),
        ("applicant", schema("Applicant")),
        ("proxy?", maybe(schema("Proxy"))),
        ("needs?", maybe(schema("Needs"))),
        ("answers?", texts()),
        ("note?", string()),
        ("duplicate_confirmed?", boolean()),
    ]);
    all.insert("AssessmentRequest".to_owned(), object(&assessment));
    all.insert("DossierRequest".to_owned(), object(&dossier));
    let upload = object(&[
        ("component", string()),
        ("file", json!({ "type": "string", "contentMediaType": "application/octet-stream" })),
        ("if_version?", super::integer(1)),
    ]);
    all.insert("Upload".to_owned(), upload);
    all.insert("LookUp".to_owned(), object(&[("code", string()), ("pin", string())]));
    all
}

/// Names with texts.
pub fn texts() -> Value {
    json!({ "type": "object", "additionalProperties": { "type": "string", "maxLength": 2000 } })
}

/// A number within bounds.
pub fn count(least: u16, most: u16) -> Value {
    json!({ "type": "integer", "minimum": least, "maximum": most })
}

/// Grounds for paying nothing.
pub fn exemptions() -> Value {
    names(&Exemption::ALL.into_iter().map(Exemption::name).collect::<Vec<_>>())
}

fn draft() -> Vec<(&'static str, Value)> {
    vec![
        ("procedure", string()),
        ("channel", schema("Channel")),
        ("case?", super::or_null("string")),
        ("yes?", list(string())),
        ("components?", list(schema("Paper"))),
        ("copies?", count(1, 1_000)),
        ("pages?", count(1, 1_000)),
        ("exemption?", maybe(exemptions())),
        ("verification?", maybe(schema("Verification"))),
    ]
}

/// The kinds of paper by which somebody acts for another.
pub fn authorisation() -> Value {
    names(&Authorisation::ALL.into_iter().map(Authorisation::name).collect::<Vec<_>>())
}

fn people() -> Vec<(&'static str, Value)> {
    let nullable = || super::or_null("string");
    let person = [
        ("name", string()),
        ("identity?", nullable()),
        ("born?", json!({ "type": ["string", "null"], "format": "date" })),
        ("address", string()),
        ("phone?", nullable()),
        ("email?", nullable()),
    ];
    let mut citizen = person.to_vec();
    citizen.push(("kind", names(&["citizen"])));
    let business = object(&[
        ("kind", names(&["business"])),
        ("name", string()),
        ("number", string()),
        ("representative", schema("Person")),
    ]);
    let organisation = object(&[
        ("kind", names(&["organisation"])),
        ("name", string()),
        ("representative", schema("Person")),
    ]);
    let relations: Vec<&str> = Relation::ALL.into_iter().map(Relation::name).collect();
    let proxy = object(&[
        ("person", schema("Person")),
        ("relation", names(&relations)),
        ("authorisation", authorisation()),
    ]);
    let needs =
        object(&[("fingerprint?", boolean()), ("witnesses?", list(string())), ("interpreter?", nullable())]);
    let paper = object(&[
        ("component", string()),
        ("originals?", count(0, 1_000)),
        ("copies?", count(0, 1_000)),
        ("digitised?", names(&["no", "reused_component", "reused_result", "from_database"])),
    ]);
    vec![
        ("Person", object(&person)),
        ("Applicant", json!({ "oneOf": [object(&citizen), business, organisation] })),
        ("Proxy", proxy),
        ("Needs", needs),
        ("Paper", paper),
        ("Verification", object(&[("needed", boolean()), ("reason", string())])),
    ]
}
