//! Units and procedures: public, from the policy in force.

use super::auth::Seg;
use super::code::Code;
use super::problem::Problem;
use super::query::{Params, RawQuery};
use super::{answer, cursor};
use crate::site::{Ask, Site};
use app::Policy;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use domain::law::LegalSource;
use domain::place::{Unit, UnitCode};
use domain::procedure::{
    Bilingual, Condition, FeeRule, FieldKind, FieldSpec, ProcedureCode, ProcedureVersion, Tariff,
};
use domain::time::civil;
use i18n::{Key as K, Lang, words};
use jiff::civil::Date;
use serde_json::{Value, json};
use std::sync::Arc;

/// Most hits of a search.
const HITS_MAX: usize = 200;

fn both(text: &Bilingual) -> Value {
    json!({ "vi": text.vi, "en": text.en })
}

fn day(params: &Params, site: &Site) -> Result<Date, Problem> {
    let typed = params.parsed("on", K::ApiFieldDate)?;
    Ok(typed.unwrap_or_else(|| civil(site.app.clock.now()).date()))
}

fn unit<'p>(params: &Params, policy: &'p Policy, on: Date) -> Result<Option<&'p Unit>, Problem> {
    let Some(code) = params.parsed::<UnitCode>("unit", K::ApiFieldNotHere)? else { return Ok(None) };
    policy.unit(&code, on).map(Some).ok_or_else(|| params.bad("unit", "not_here", K::ApiFieldNotHere))
}

/// `GET /units`
pub async fn units(State(site): State<Site>, ask: Ask, query: RawQuery) -> Result<Response, Problem> {
    let params = query.read(ask.lang, &["on"])?;
    let on = day(&params, &site)?;
    let policy = site.app.policy();
    let items: Vec<Value> = policy.units().on(on).map(|unit| shown_unit(&policy, unit, on)).collect();
    Ok(answer(StatusCode::OK, json!({ "on": on.to_string(), "items": items }).to_string()))
}

fn shown_unit(policy: &Policy, unit: &Unit, on: Date) -> Value {
    json!({
        "code": unit.code.as_str(),
        "name": both(&unit.name),
        "short_name": unit.short_name,
        "level": unit.level.as_str(),
        "parent": policy.units().parent_on(&unit.code, on).map(|parent| parent.code.as_str()),
        "identifier": unit.identifier.identifier.as_str(),
        "identifier_invented": unit.identifier.invented,
        "counter": both(&unit.counter_name),
        "address": unit.contact.address,
        "phone": unit.contact.phone,
        "email": unit.contact.email,
        "certainty": unit.certainty.name(),
    })
}

/// `GET /procedures`
pub async fn list(State(site): State<Site>, ask: Ask, query: RawQuery) -> Result<Response, Problem> {
    let params = query.read(ask.lang, &["unit", "q", "on", "cursor", "limit"])?;
    let (on, limit) = (day(&params, &site)?, params.limit()?);
    let policy = site.app.policy();
    let unit = unit(&params, &policy, on)?;
    let found = found(&policy, unit, params.get("q"), on);
    let list = format!("procedures {:?} {:?} {on}", unit.map(|unit| unit.code.as_str()), params.get("q"));
    let from = match params.get("cursor") {
        None => 0,
        Some(sealed) => {
            let last = cursor::open(&site.app, &list, sealed)?;
            // A procedure that left the list since ends it: nothing is shown twice.
            found.iter().position(|v| v.code.as_str() == last).map_or(found.len(), |place| place + 1)
        }
    };
    let page: Vec<&Arc<ProcedureVersion>> = found.iter().skip(from).take(limit).collect();
    let more = from + page.len() < found.len();
    let next = page.last().filter(|_| more).map(|last| cursor::seal(&site.app, &list, last.code.as_str()));
    let items: Vec<Value> = page.iter().map(|version| summary(&policy, version, unit, on)).collect();
    let shown = json!({ "on": on.to_string(), "items": items, "next": next, "total": found.len() });
    Ok(answer(StatusCode::OK, shown.to_string()))
}

fn found(policy: &Policy, unit: Option<&Unit>, typed: Option<&str>, on: Date) -> Vec<Arc<ProcedureVersion>> {
    let hits = match (typed, unit) {
        (Some(typed), Some(unit)) => policy.search_at(typed, &unit.code, on, HITS_MAX),
        (Some(typed), None) => policy.search(typed, on, HITS_MAX),
        (None, Some(unit)) => return policy.offered_at(&unit.code, on).into_iter().cloned().collect(),
        (None, None) => return policy.in_force(on).cloned().collect(),
    };
    hits.into_iter().map(|hit| hit.version).collect()
}

/// `GET /procedures/{code}`
pub async fn one(
    State(site): State<Site>,
    ask: Ask,
    Seg(code): Seg<String>,
    query: RawQuery,
) -> Result<Response, Problem> {
    let params = query.read(ask.lang, &["unit", "on"])?;
    let on = day(&params, &site)?;
    let missing = || Problem::new(Code::NotFound);
    let code: ProcedureCode = code.parse().map_err(|_| missing())?;
    let policy = site.app.policy();
    let unit = unit(&params, &policy, on)?;
    let version = match unit {
        Some(unit) => policy.version_in_force(&code, &unit.code, on),
        None => policy.in_force(on).find(|version| version.code == code),
    };
    let version = version.ok_or_else(missing)?;
    Ok(answer(StatusCode::OK, whole(&policy, version, unit, on, ask.lang).to_string()))
}

fn summary(policy: &Policy, version: &ProcedureVersion, unit: Option<&Unit>, on: Date) -> Value {
    json!({
        "code": version.code.as_str(),
        "version": version.version,
        "name": both(&version.name),
        "summary": both(&version.summary),
        "sector": version.sector.as_str(),
        "life_event": version.life_event.name(),
        "levels": version.levels.iter().map(|level| level.as_str()).collect::<Vec<_>>(),
        "channels": version.channels.iter().map(|channel| channel.name()).collect::<Vec<_>>(),
        "verification": version.verification.policy.name(),
        "no_wait": unit.map(|unit| policy.listed(&version.code, &unit.code, on).is_some()),
    })
}

fn whole(policy: &Policy, version: &ProcedureVersion, unit: Option<&Unit>, on: Date, lang: Lang) -> Value {
    let mut shown = summary(policy, version, unit, on);
    let case =
        |case: &domain::procedure::CaseSpec| json!({ "id": case.id.as_str(), "name": both(&case.name) });
    let question = |asked: &domain::procedure::QuestionSpec| json!({ "id": asked.id.as_str(), "text": both(&asked.text) });
    let term = |channel: &domain::channel::Channel| {
        json!({
            "channel": channel.name(),
            "text": words::term(version.term(*channel, None, false), lang),
            "text_if_checked": words::term(version.term(*channel, None, true), lang),
        })
    };
    let rest = json!({
        "valid_from": version.validity.from.to_string(),
        "valid_to": version.validity.to.map(|to| to.to_string()),
        "cases": version.cases.iter().map(case).collect::<Vec<_>>(),
        "questions": version.questions.iter().map(question).collect::<Vec<_>>(),
        "components": version.components.iter().map(component).collect::<Vec<_>>(),
        "terms": version.channels.iter().map(term).collect::<Vec<_>>(),
        "fees": version.fees.iter().map(fee).collect::<Vec<_>>(),
        "fields": version.fields.iter().map(field).collect::<Vec<_>>(),
        "legal_bases": version.legal_bases.iter().map(source).collect::<Vec<_>>(),
        "certainty": version.certainty.name(),
    });
    if let (Value::Object(shown), Value::Object(rest)) = (&mut shown, rest) {
        shown.extend(rest);
    }
    shown
}

fn source(source: &LegalSource) -> Value {
    json!({ "citation": source.citation, "certainty": source.certainty.name() })
}

fn condition(condition: &Condition) -> Value {
    match condition {
        Condition::Always => Value::Null,
        Condition::WhenProxy => json!({ "proxy": true }),
        Condition::WhenCase(case) => json!({ "case": case.as_str() }),
        Condition::WhenAnswer(question) => json!({ "question": question.as_str() }),
    }
}

fn component(spec: &domain::procedure::ComponentSpec) -> Value {
    json!({
        "id": spec.id.as_str(),
        "name": both(&spec.name),
        "kind": spec.kind.name(),
        "copy_kind": spec.copy_kind.name(),
        "quantity": spec.quantity,
        "required": spec.required,
        "one_of": spec.one_of.as_ref().map(|group| group.as_str()),
        "when": condition(&spec.condition),
        "source": source(&spec.source),
    })
}

fn fee(rule: &FeeRule) -> Value {
    let (tariff, amount) = match &rule.tariff {
        Tariff::Zero => ("zero", 0),
        Tariff::Flat(amount) => ("flat", amount.0),
        Tariff::PerCopy(amount) => ("per_copy", amount.0),
        Tariff::CertifiedCopy { first, .. } => ("certified_copy", first.0),
    };
    json!({
        "id": rule.id.as_str(),
        "kind": rule.kind.name(),
        "name": both(&rule.name),
        "unit": both(&rule.unit_text),
        "tariff": tariff,
        "amount": amount,
        "channel": rule.channel.map(|channel| channel.name()),
        "when": condition(&rule.condition),
        "valid_from": rule.validity.from.to_string(),
        "valid_to": rule.validity.to.map(|to| to.to_string()),
        "exemptions": rule.exemptions.iter().map(|ground| ground.name()).collect::<Vec<_>>(),
        "source": source(&rule.source),
    })
}

fn field(spec: &FieldSpec) -> Value {
    let options = match &spec.kind {
        FieldKind::Choice(options) => options
            .iter()
            .map(|option| json!({ "value": option.value, "label": both(&option.label) }))
            .collect(),
        FieldKind::Text | FieldKind::LongText | FieldKind::Date | FieldKind::Number => Vec::new(),
    };
    json!({
        "id": spec.id.as_str(),
        "label": both(&spec.label),
        "kind": spec.kind.name(),
        "required": spec.required,
        "used": spec.used.name(),
        "options": options,
    })
}
