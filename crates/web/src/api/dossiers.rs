//! Dossiers: received, read, listed, told, printed.

use super::auth::{Caller, Seg};
use super::code::Code;
use super::json::Body;
use super::once::{self, Once};
use super::problem::Problem;
use super::query::RawQuery;
use super::read::{Faults, Object};
use super::{answer, cursor, draft, etag, show};
use crate::reply;
use crate::site::{Ask, Site};
use app::intake::{self, Intake, Receipt, RequestKey};
use app::{Actor, App, AppError, paper, read};
use axum::extract::State;
use axum::http::header::{IF_NONE_MATCH, LOCATION};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::dossier::{DossierCode, Stage};
use domain::time::civil;
use i18n::Key as K;
use serde_json::{Value, json};
use storage::StoreError;
use storage::dossier::{Position, WorkSide};

fn code_of(typed: &str) -> Result<DossierCode, Problem> {
    DossierCode::parse(typed).map_err(|_| Problem::new(Code::NotFound))
}

/// `POST /dossiers`
pub async fn create(
    State(site): State<Site>,
    ask: Ask,
    Caller(actor): Caller,
    once: Once,
    body: Body,
) -> Result<Response, Problem> {
    let request = once.request(&body.bytes);
    let (policy, on) = (site.app.policy(), civil(site.app.clock.now()).date());
    let (mut faults, mut object) = (Faults::new(ask.lang), Object::body(body.object));
    let intake = draft::intake(&mut object, &policy, actor.unit.clone(), on, &mut faults);
    object.finish(&mut faults);
    let intake = faults.settle(intake)?;
    let receipt = receive(&site.app, &actor, intake, request).await?;
    let shown = json!({
        "id": receipt.id.to_string(),
        "code": receipt.code.as_str(),
        "version": 1,
        "token": receipt.token,
        "pin": receipt.pin,
        "status_url": format!("{}/ho-so/{}", site.app.config.public_url, receipt.token),
    });
    let mut response = answer(StatusCode::CREATED, shown.to_string());
    let place = format!("/api/v1/dossiers/{}", receipt.code.as_str());
    if let Ok(place) = HeaderValue::from_str(&place) {
        response.headers_mut().insert(LOCATION, place);
    }
    Ok(if receipt.repeated { once::replayed(response) } else { response })
}

/// Receives; the slower of two equal requests asks again and gets the answer of the faster one.
async fn receive(app: &App, actor: &Actor, intake: Intake, request: RequestKey) -> Result<Receipt, AppError> {
    let first = intake::receive(app, actor, intake.clone(), Some(request.clone())).await;
    match first {
        Err(AppError::Store(StoreError::Unique { .. })) => {
            intake::receive(app, actor, intake, Some(request)).await
        }
        other => other,
    }
}

/// `GET /dossiers/{code}`
pub async fn one(
    State(site): State<Site>,
    Caller(actor): Caller,
    Seg(code): Seg<String>,
    headers: HeaderMap,
    query: RawQuery,
    ask: Ask,
) -> Result<Response, Problem> {
    query.read(ask.lang, &[])?;
    let page = read::dossier(&site.app, &actor, &code_of(&code)?).await?;
    let version = page.dossier.version;
    let tag = format!("\"{version}\"");
    let known = headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let matches = |known: &str| known.trim() == "*" || known.trim().trim_start_matches("W/") == tag;
    if known.split(',').any(matches) {
        return Ok(etag(StatusCode::NOT_MODIFIED.into_response(), version));
    }
    Ok(etag(answer(StatusCode::OK, show::dossier(&page).to_string()), version))
}

/// `GET /dossiers`
pub async fn list(
    State(site): State<Site>,
    ask: Ask,
    Caller(actor): Caller,
    query: RawQuery,
) -> Result<Response, Problem> {
    let params = query.read(ask.lang, &["stage", "side", "cursor", "limit"])?;
    let wrong = |name: &str| params.bad(name, "bad_value", K::ApiBadParameter);
    let stage = match params.get("stage") {
        None => Stage::Received,
        Some(name) => Stage::from_name(name).ok_or_else(|| wrong("stage"))?,
    };
    let side = match params.get("side") {
        Some("deciding") => WorkSide::Deciding,
        Some("receiving") => WorkSide::Receiving,
        Some(_) => return Err(wrong("side")),
        None if stage == Stage::ResultReady => WorkSide::Receiving,
        None => WorkSide::Deciding,
    };
    let limit = params.limit()?;
    let list = format!("work {} {side:?} {}", actor.unit, stage.name());
    let after = match params.get("cursor") {
        None => Position::start(),
        Some(sealed) => position(&cursor::open(&site.app, &list, sealed)?)?,
    };
    let page = read::work(&site.app, &actor, side, stage, after, limit).await?;
    let next =
        page.listed.next.map(|place| cursor::seal(&site.app, &list, &format!("{} {}", place.at, place.id)));
    let rows: Vec<Value> = page.listed.rows.iter().map(show::row).collect();
    let shown = json!({ "items": rows, "next": next, "total": page.total.number() });
    Ok(answer(StatusCode::OK, shown.to_string()))
}

fn position(place: &str) -> Result<Position, Problem> {
    let bad = || Problem::with(Code::BadCursor, K::ApiBadCursorDo);
    let (at, id) = place.split_once(' ').ok_or_else(bad)?;
    Ok(Position { at: at.parse().map_err(|_| bad())?, id: id.to_owned() })
}

/// `GET /dossiers/{code}/events`
pub async fn events(
    State(site): State<Site>,
    ask: Ask,
    Caller(actor): Caller,
    Seg(code): Seg<String>,
    query: RawQuery,
) -> Result<Response, Problem> {
    query.read(ask.lang, &[])?;
    let page = read::dossier(&site.app, &actor, &code_of(&code)?).await?;
    let items: Vec<Value> = page.story.iter().map(|told| show::event(&page, told, ask.lang)).collect();
    Ok(etag(answer(StatusCode::OK, json!({ "items": items }).to_string()), page.dossier.version))
}

/// `GET /dossiers/{code}/receipt.pdf`
pub async fn receipt(
    State(site): State<Site>,
    Caller(actor): Caller,
    Seg(code): Seg<String>,
) -> Result<Response, Problem> {
    let pdf = paper::receipt(&site.app, &actor, &code_of(&code)?, false, false).await?;
    Ok(reply::pdf(&pdf.file_name, pdf.bytes))
}

/// `GET /dossiers/{code}/result.pdf`
pub async fn result(
    State(site): State<Site>,
    Caller(actor): Caller,
    Seg(code): Seg<String>,
) -> Result<Response, Problem> {
    let code = code_of(&code)?;
    let pdf = paper::result(&site.app, paper::ResultReader::Staff(&actor, &code)).await?;
    Ok(reply::pdf(&pdf.file_name, pdf.bytes))
}
