//! Schemas of answers.

use super::{boolean, instant, integer, list, maybe, names, object, or_null, schema, string};
use domain::channel::Channel;
use domain::dossier::{Act, Delivery, Digitised, Outcome, PauseCause, Stage, Synchronisation};
use domain::role::Role;
use serde_json::{Map, Value, json};

/// All of them.
pub fn schemas() -> Map<String, Value> {
    let mut all = Map::new();
    for (name, of) in small().into_iter().chain(policy()).chain(dossier()).chain(lists()) {
        all.insert(name.to_owned(), of);
    }
    all
}

fn of<T>(all: impl IntoIterator<Item = T>, name: fn(T) -> &'static str) -> Value {
    names(&all.into_iter().map(name).collect::<Vec<_>>())
}

fn maybe_instant() -> Value {
    json!({ "type": ["string", "null"], "format": "date-time" })
}

fn small() -> Vec<(&'static str, Value)> {
    let field = object(&[("field", string()), ("code", string()), ("detail", string())]);
    vec![
        (
            "Problem",
            object(&[
                ("type", string()),
                ("title", string()),
                ("status", integer(400)),
                ("detail", string()),
                ("code", string()),
                ("errors", list(field)),
                ("changed_by?", string()),
                ("changed_at?", instant()),
                ("codes?", list(string())),
            ]),
        ),
        ("Bilingual", object(&[("vi", string()), ("en", string())])),
        ("Source", object(&[("citation", string()), ("certainty", string())])),
        ("Stage", of(Stage::ALL, Stage::name)),
        ("Channel", of(Channel::ALL, Channel::name)),
        ("Pdf", json!({ "type": "string", "contentMediaType": "application/pdf" })),
        ("Description", json!({ "type": "object" })),
        ("Finance", object(&[("state", string()), ("amount", or_null("integer"))])),
        ("ProcedureRef", object(&[("code", string()), ("version", integer(1)), ("case", or_null("string"))])),
        (
            "Fee",
            object(&[
                ("lines", list(object(&[("label", string()), ("amount", integer(0))]))),
                ("total", integer(0)),
                ("exemption", or_null("string")),
            ]),
        ),
        (
            "Result",
            object(&[
                ("number", string()),
                ("content_sha256", string()),
                ("signer", string()),
                ("revoked", or_null("string")),
            ]),
        ),
    ]
}

fn policy() -> Vec<(&'static str, Value)> {
    let unit = object(&[
        ("code", string()),
        ("name", schema("Bilingual")),
        ("short_name", string()),
        ("level", string()),
        ("parent", or_null("string")),
        ("identifier", string()),
        ("identifier_invented", boolean()),
        ("counter", schema("Bilingual")),
        ("address", or_null("string")),
        ("phone", or_null("string")),
        ("email", or_null("string")),
        ("certainty", string()),
    ]);
    let summary = [
        ("code", string()),
        ("version", integer(1)),
        ("name", schema("Bilingual")),
        ("summary", schema("Bilingual")),
        ("sector", string()),
        ("life_event", string()),
        ("levels", list(string())),
        ("channels", list(schema("Channel"))),
        ("verification", names(&["no", "may", "yes"])),
        ("no_wait", or_null("boolean")),
    ];
    let mut whole = summary.to_vec();
    whole.extend(procedure_parts());
    vec![("Unit", unit), ("ProcedureSummary", object(&summary)), ("Procedure", object(&whole))]
}

fn when() -> Value {
    maybe(object(&[("proxy?", boolean()), ("case?", string()), ("question?", string())]))
}

fn procedure_parts() -> Vec<(&'static str, Value)> {
    let both = || schema("Bilingual");
    let component = object(&[
        ("id", string()),
        ("name", both()),
        ("kind", names(&["submit", "present", "condition", "note"])),
        ("copy_kind", string()),
        ("quantity", integer(0)),
        ("required", boolean()),
        ("one_of", or_null("string")),
        ("when", when()),
        ("source", schema("Source")),
    ]);
    let fee = object(&[
        ("id", string()),
        ("kind", string()),
        ("name", both()),
        ("unit", both()),
        ("tariff", names(&["zero", "flat", "per_copy", "certified_copy"])),
        ("amount", integer(0)),
        ("channel", or_null("string")),
        ("when", when()),
        ("valid_from", string()),
        ("valid_to", or_null("string")),
        ("exemptions", list(string())),
        ("source", schema("Source")),
    ]);
    let field = object(&[
        ("id", string()),
        ("label", both()),
        ("kind", string()),
        ("required", boolean()),
        ("used", names(&["form", "result"])),
        ("options", list(object(&[("value", string()), ("label", both())]))),
    ]);
    let term = object(&[("channel", schema("Channel")), ("text", string()), ("text_if_checked", string())]);
    vec![
        ("valid_from", string()),
        ("valid_to", or_null("string")),
        ("cases", list(object(&[("id", string()), ("name", both())]))),
        ("questions", list(object(&[("id", string()), ("text", both())]))),
        ("components", list(component)),
        ("terms", list(term)),
        ("fees", list(fee)),
        ("fields", list(field)),
        ("legal_bases", list(schema("Source"))),
        ("certainty", string()),
    ]
}

fn file() -> Value {
    object(&[
        ("sha256", string()),
        ("media_type", string()),
        ("pages", integer(0)),
        ("bytes", integer(0)),
        ("name", string()),
    ])
}

fn dossier() -> Vec<(&'static str, Value)> {
    let component = object(&[
        ("component", string()),
        ("submitted", boolean()),
        ("originals", integer(0)),
        ("copies", integer(0)),
        ("digitised", of(Digitised::ALL, Digitised::name)),
        ("files", list(schema("File"))),
    ]);
    let reason = object(&[("code", string()), ("kept", boolean())]);
    let promise =
        object(&[("same_day", boolean()), ("programme", or_null("string")), ("reasons", list(reason))]);
    let pause = object(&[
        ("from", instant()),
        ("to", maybe_instant()),
        ("cause", of(PauseCause::ALL, PauseCause::name)),
    ]);
    let needs = object(&[
        ("fingerprint", boolean()),
        ("witnesses", list(string())),
        ("interpreter", or_null("string")),
    ]);
    let asked = object(&[
        ("yes", list(string())),
        ("pages", integer(1)),
        ("exemption", maybe(super::bodies::exemptions())),
    ]);
    let mut fields = vec![
        ("id", string()),
        ("applicant", schema("Applicant")),
        ("proxy", maybe(schema("Proxy"))),
        ("needs", needs),
        ("procedure", schema("ProcedureRef")),
        ("channel", schema("Channel")),
        ("receiving_unit", string()),
        ("deciding_unit", string()),
        ("components", list(component)),
        ("components_required", integer(0)),
        ("answers", json!({ "type": "object", "additionalProperties": { "type": "string" } })),
        ("copies", integer(0)),
        ("asked", maybe(asked)),
        ("verification", maybe(schema("Verification"))),
        ("fee", schema("Fee")),
        ("promise", promise),
        ("note", string()),
        ("synthetic", boolean()),
        ("received_at", instant()),
        ("finished_at", maybe_instant()),
        ("returned_at", maybe_instant()),
        ("supplements", integer(0)),
        ("extensions", integer(0)),
        ("pauses", list(pause)),
        ("acts", list(of(Act::ALL, Act::name))),
    ];
    fields.extend(acted());
    let mut with_file = acted();
    with_file.push(("file", schema("File")));
    vec![
        ("File", file()),
        ("Dossier", object(&fields)),
        ("Acted", object(&acted())),
        ("ActedWithFile", object(&with_file)),
    ]
}

fn acted() -> Vec<(&'static str, Value)> {
    vec![
        ("code", string()),
        ("version", integer(1)),
        ("stage", schema("Stage")),
        ("finance", schema("Finance")),
        ("delivery", of(Delivery::ALL, Delivery::name)),
        ("synchronisation", of(Synchronisation::ALL, Synchronisation::name)),
        ("outcome", maybe(of(Outcome::ALL, Outcome::name))),
        ("changed_at", instant()),
        ("statutory_due_at", instant()),
        ("commitment_due_at", maybe_instant()),
        ("result", maybe(schema("Result"))),
    ]
}

fn lists() -> Vec<(&'static str, Value)> {
    let row = object(&[
        ("code", string()),
        ("version", integer(1)),
        ("procedure", object(&[("code", string()), ("version", integer(1))])),
        ("applicant_name", string()),
        ("channel", schema("Channel")),
        ("receiving_unit", string()),
        ("deciding_unit", string()),
        ("stage", schema("Stage")),
        ("finance", string()),
        ("delivery", string()),
        ("outcome", or_null("string")),
        ("received_at", instant()),
        ("statutory_due_at", instant()),
        ("commitment_due_at", maybe_instant()),
        ("finished_at", maybe_instant()),
        ("returned_at", maybe_instant()),
        ("same_day_promised", boolean()),
        ("fee_due", integer(0)),
        ("synthetic", boolean()),
    ]);
    let event = object(&[
        ("sequence", integer(1)),
        ("kind", string()),
        ("at", instant()),
        ("actor", object(&[("id", string()), ("name", string())])),
        ("role", of(Role::ALL, Role::name)),
        ("unit", string()),
        ("text", string()),
    ]);
    let paged = |items: Value| [("items", list(items)), ("next", or_null("string")), ("total", integer(0))];
    let mut procedures = vec![("on", string())];
    procedures.extend(paged(schema("ProcedureSummary")));
    vec![
        ("UnitList", object(&[("on", string()), ("items", list(schema("Unit")))])),
        ("ProcedureList", object(&procedures)),
        ("WorkList", object(&paged(row))),
        ("EventList", object(&[("items", list(event))])),
        ("Receipt", receipt()),
        ("Assessment", assessment()),
        ("Status", status()),
    ]
}

fn receipt() -> Value {
    object(&[
        ("id", string()),
        ("code", string()),
        ("version", integer(1)),
        ("token", string()),
        ("pin", string()),
        ("status_url", string()),
    ])
}

fn assessment() -> Value {
    let reason =
        object(&[("code", string()), ("kept", boolean()), ("text", string()), ("source", or_null("string"))]);
    let promise = object(&[
        ("same_day", boolean()),
        ("basis", names(&["programme_today", "programme_next_morning", "statute", "incomplete"])),
        ("text", string()),
        ("statutory_due_at", maybe_instant()),
        ("commitment_due_at", maybe_instant()),
        ("explanation", or_null("string")),
        ("reasons", list(reason)),
    ]);
    object(&[
        ("received_at", instant()),
        ("unit", string()),
        ("procedure", schema("ProcedureRef")),
        ("missing", list(object(&[("one_of", list(string()))]))),
        ("components_required", integer(0)),
        ("counter_open", boolean()),
        ("verification_asked", boolean()),
        ("fee", schema("Fee")),
        ("programme", or_null("string")),
        ("promise", maybe(promise)),
    ])
}

fn status() -> Value {
    object(&[
        ("code", string()),
        ("stage", schema("Stage")),
        ("text", string()),
        ("unit", string()),
        ("due_at", instant()),
        ("promised", boolean()),
        ("received_at", instant()),
        ("finished_at", maybe_instant()),
        ("fee_due", boolean()),
        ("synthetic", boolean()),
    ])
}
