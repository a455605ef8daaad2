//! Schemas of the bodies of acts, one for each act.

use super::bodies::{authorisation, count, exemptions, texts};
use super::{instant, integer, list, maybe, names, object, schema, string};
use domain::dossier::{Act, Outcome, Synchronisation};
use i18n::{Lang, words};
use serde_json::{Map, Value, json};

/// The name of an act's schema: `RequestSupplement`.
pub fn name(act: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters
            .next()
            .map_or(String::new(), |first| first.to_ascii_uppercase().to_string() + letters.as_str())
    };
    format!("Act{}", act.split('_').map(capital).collect::<String>())
}

/// All of them.
pub fn schemas() -> Map<String, Value> {
    let acts = Act::ALL.into_iter().filter(|act| *act != Act::Receive);
    acts.map(|act| (name(act.name()), one(act))).collect()
}

fn one(act: Act) -> Value {
    let mut all = vec![("if_version?", integer(1))];
    all.extend(fields(act));
    let mut shown = object(&all);
    if let Some(shown) = shown.as_object_mut() {
        shown.insert("title".to_owned(), json!(act.name()));
        shown.insert("description".to_owned(), json!(words::act(act, Lang::En)));
    }
    shown
}

fn outcomes() -> Value {
    names(&Outcome::ALL.into_iter().map(Outcome::name).collect::<Vec<_>>())
}

fn fields(act: Act) -> Vec<(&'static str, Value)> {
    let reason = || ("reason", string());
    match act {
        Act::Receive | Act::Resume => Vec::new(),
        Act::RequestSupplement => {
            let item = object(&[("component?", super::or_null("string")), ("what", string())]);
            vec![("items", list(item)), reason()]
        }
        Act::Supplement => vec![("components?", list(schema("Paper")))],
        Act::RecordVerification => vec![("place", string()), ("persons", string()), ("finding", string())],
        Act::Suspend => vec![("cause", names(&["payment", "outside"])), reason()],
        Act::Extend => vec![("statutory_due_at", instant()), reason(), ("fault", string())],
        Act::Appraise => vec![("proposal", outcomes()), ("note?", string()), ("answers?", texts())],
        Act::Approve => vec![("outcome", outcomes()), ("reason?", string())],
        Act::HandBack => {
            let proxy = object(&[("identity", string()), ("authorisation", authorisation())]);
            let collector = object(&[("name", string()), ("proxy?", maybe(proxy))]);
            vec![("collector", collector), ("delivery", names(&["handed", "posted", "downloaded"]))]
        }
        Act::Amend => vec![
            ("applicant?", maybe(schema("Applicant"))),
            ("proxy?", maybe(schema("Proxy"))),
            ("needs?", maybe(schema("Needs"))),
            ("answers?", texts()),
            ("copies?", count(1, 1_000)),
            ("yes?", list(string())),
            ("pages?", count(1, 1_000)),
            ("exemption?", maybe(exemptions())),
            reason(),
        ],
        Act::AttachFile => vec![("component", string()), ("sha256", string()), ("name", string())],
        Act::RecordPayment => {
            vec![("amount", integer(0)), ("method", names(&["cash", "transfer"])), ("bill?", string())]
        }
        Act::RecordSynchronisation => {
            let states: Vec<&str> = Synchronisation::ALL.into_iter().map(Synchronisation::name).collect();
            vec![("to", names(&states))]
        }
        Act::BeginVerification
        | Act::SendBack
        | Act::Withdraw
        | Act::Stop
        | Act::Void
        | Act::RevokeResult
        | Act::ExemptFee
        | Act::RefundFee => vec![reason()],
    }
}
