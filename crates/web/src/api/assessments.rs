//! `POST /assessments`: what is missing, what it costs and what can be promised, before anything is recorded.

use super::auth::Caller;
use super::json::Body;
use super::problem::Problem;
use super::read::{Faults, Object};
use super::{answer, draft};
use crate::site::{Ask, Site};
use app::intake::{Assessment, assess};
use app::{AppError, duty};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use domain::place::UnitCode;
use domain::promise::{MissingPart, Promise, PromiseError, Reason};
use domain::time::{civil, rfc3339};
use i18n::{Key as K, Lang, words};
use jiff::{Timestamp, ToSpan};
use serde_json::{Value, json};

/// How far from now a time may lie, in hours: two years either way.
const FAR_HOURS: i64 = 2 * 366 * 24;

/// Answers what would be promised.
pub async fn create(
    State(site): State<Site>,
    ask: Ask,
    Caller(actor): Caller,
    body: Body,
) -> Result<Response, Problem> {
    let (policy, now) = (site.app.policy(), site.app.clock.now());
    let (mut faults, mut object) = (Faults::new(ask.lang), Object::body(body.object));
    let at = object.instant("received_at", &mut faults);
    if at.is_some_and(|at| is_far(at, now)) {
        faults.add("received_at", "out_of_range", K::ApiFieldTimeFar);
    }
    let at = at.filter(|at| !is_far(*at, now)).unwrap_or(now);
    let unit: Option<UnitCode> = object.parsed("unit", &mut faults);
    let unit = unit.unwrap_or_else(|| actor.unit.clone());
    let by_proxy = object.flag("by_proxy", &mut faults).unwrap_or(false);
    let read = draft::draft(&mut object, &policy, unit.clone(), civil(at).date(), &mut faults);
    object.finish(&mut faults);
    let (mut draft, _) = faults.settle(read)?;
    draft.by_proxy = by_proxy;
    let presence = duty::presence_for(&site.app, &unit, &draft.procedure).await?;
    let assessed = assess(&policy, &draft, at, presence)?;
    Ok(answer(StatusCode::OK, shown(&assessed, at, ask.lang)?.to_string()))
}

fn is_far(at: Timestamp, now: Timestamp) -> bool {
    let span = FAR_HOURS.hours();
    now.checked_sub(span).is_ok_and(|first| at < first) || now.checked_add(span).is_ok_and(|last| at > last)
}

fn shown(assessed: &Assessment, at: Timestamp, lang: Lang) -> Result<Value, AppError> {
    let promise = match &assessed.promise {
        Ok(promise) => shown_promise(promise, lang),
        // Not yet answered is no mistake here: the answer says that it is asked.
        Err(PromiseError::VerificationUnanswered) => Value::Null,
        Err(error @ PromiseError::VerificationUnforeseen) => return Err((*error).into()),
    };
    let fee = &assessed.fee;
    let lines = fee.lines.iter().map(|line| json!({ "label": line.label, "amount": line.amount.0 }));
    Ok(json!({
        "received_at": rfc3339(at),
        "unit": assessed.unit.code.as_str(),
        "procedure": {
            "code": assessed.version.code.as_str(), "version": assessed.version.version, "case": Value::Null,
        },
        "missing": assessed.missing.iter().map(missing).collect::<Vec<_>>(),
        "components_required": assessed.components_required,
        "counter_open": assessed.counter_open,
        "verification_asked": assessed.verification_asked,
        "fee": { "lines": lines.collect::<Vec<_>>(), "total": fee.total.0, "exemption": fee.exemption },
        "programme": assessed.programme,
        "promise": promise,
    }))
}

fn missing(part: &MissingPart) -> Value {
    json!({ "one_of": part.one_of.iter().map(|id| id.as_str()).collect::<Vec<_>>() })
}

fn shown_promise(promise: &Promise, lang: Lang) -> Value {
    let time = |at: Option<Timestamp>| at.map(rfc3339);
    let reason = |reason: &Reason| {
        json!({
            "code": reason.code(),
            "kept": reason.kept,
            "text": words::reason(reason, lang),
            "source": words::reason_source(reason, lang),
        })
    };
    json!({
        "same_day": promise.same_day,
        "basis": promise.basis.name(),
        "text": words::promise_headline(promise, lang),
        "statutory_due_at": time(promise.statutory_due_at()),
        "commitment_due_at": time(promise.commitment_due_at()),
        "explanation": promise.statutory.as_ref().map(|due| words::deadline_sentence(due, lang)),
        "reasons": promise.reasons.iter().map(reason).collect::<Vec<_>>(),
    })
}
