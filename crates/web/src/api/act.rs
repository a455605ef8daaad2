//! `POST /dossiers/{code}/actions/{act}`: every act but reception.

use super::auth::{Caller, Seg};
use super::code::Code;
use super::input::{self, About, Input};
use super::json::Body;
use super::once::{self, Once};
use super::problem::Problem;
use super::read::{Faults, Object};
use super::{answer, etag, show};
use crate::site::{Ask, Site};
use app::approve::{self, Decision};
use app::once::{Answer, Terms};
use app::{Actor, App, AppError, handle, paper, read};
use axum::extract::State;
use axum::http::header::IF_MATCH;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::dossier::{Act, Command, Dossier, DossierCode, FileRef};
use domain::procedure::ComponentId;
use domain::time::civil;
use i18n::{Key as K, Lang};
use std::sync::Arc;
use storage::ledger;

/// Carries out an act.
pub async fn act(
    State(site): State<Site>,
    ask: Ask,
    Caller(actor): Caller,
    Seg((code, act)): Seg<(String, String)>,
    once: Once,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let missing = || Problem::new(Code::NotFound);
    let act = Act::from_name(&act).filter(|act| *act != Act::Receive).ok_or_else(missing)?;
    let code = DossierCode::parse(&code).map_err(|_| missing())?;
    let request = once.request(&body.bytes);
    if let Some(kept) = once::kept(&site.app, &actor, &request).await? {
        return Ok(replay(kept));
    }
    let (seen, input) = read_body(&site, &ask, &actor, &code, act, &headers, body).await?;
    let shown = Answer { request, show: Arc::new(|after| show::acted(after).to_string()) };
    let terms = Terms { seen: Some(seen), answer: Some(shown.clone()) };
    let done = carry_out(&site.app, &actor, &code, terms, act, input).await;
    finish(&site.app, &actor, &shown, done).await
}

/// The answer of an act; of the same request sent twice at once, that of the faster one.
///
/// # Errors
/// As the act's own; a stale version or a key in use only where the request itself was not carried out.
pub async fn finish(
    app: &App,
    actor: &Actor,
    shown: &Answer,
    done: Result<Dossier, AppError>,
) -> Result<Response, Problem> {
    match done {
        Ok(after) => Ok(tagged((shown.show)(&after), after.version)),
        Err(lost @ (AppError::Stale { .. } | AppError::KeyReused)) => {
            once::kept(app, actor, &shown.request).await?.map(replay).ok_or_else(|| lost.into())
        }
        Err(other) => Err(other.into()),
    }
}

fn tagged(body: String, version: u32) -> Response {
    etag(answer(StatusCode::OK, body), version)
}

/// An answer that was given before.
pub fn replay(kept: String) -> Response {
    let value: serde_json::Value = serde_json::from_str(&kept).unwrap_or_default();
    let version = value.get("version").and_then(serde_json::Value::as_u64).unwrap_or_default();
    once::replayed(tagged(kept, u32::try_from(version).unwrap_or_default()))
}

async fn read_body(
    site: &Site,
    ask: &Ask,
    actor: &Actor,
    code: &DossierCode,
    act: Act,
    headers: &HeaderMap,
    body: Body,
) -> Result<(u32, Input), Problem> {
    let page =
        if input::needs_dossier(act) { Some(read::dossier(&site.app, actor, code).await?) } else { None };
    let policy = site.app.policy();
    let version = page.as_ref().and_then(|page| {
        let procedure = &page.dossier.reception.procedure;
        policy.version(&procedure.code, procedure.version).cloned()
    });
    let today = civil(site.app.clock.now()).date();
    let about = About { page: page.as_ref(), version, today };
    let (mut faults, mut object) = (Faults::new(ask.lang), Object::body(body.object));
    let seen = seen(headers, &mut object, ask.lang, &mut faults);
    let input = input::read(act, &mut object, &about, &mut faults);
    object.finish(&mut faults);
    let input = faults.settle(input)?;
    let seen = seen?.ok_or(Problem::with(Code::PreconditionRequired, K::ApiPreconditionDo))?;
    Ok((seen, input))
}

/// The version the caller saw, by header or body.
///
/// # Errors
/// 422 where they differ.
pub fn seen(
    headers: &HeaderMap,
    object: &mut Object,
    lang: Lang,
    faults: &mut Faults,
) -> Result<Option<u32>, Problem> {
    let bounds = (1, u64::from(u32::MAX));
    let typed = object.number("if_version", bounds, faults).and_then(|number| u32::try_from(number).ok());
    let Some(header) = headers.get(IF_MATCH) else { return Ok(typed) };
    let tag = header.to_str().ok().and_then(|tag| tag.trim().strip_prefix('"')?.strip_suffix('"'));
    let tag: Option<u32> = tag.and_then(|tag| tag.parse().ok());
    // A tag that no dossier ever had matches none.
    let tag = tag.unwrap_or(0);
    if typed.is_some_and(|typed| typed != tag) {
        let mut differ = Faults::new(lang);
        differ.add("if_version", "differs", K::ApiFieldVersionDiffers);
        return Err(differ.settle(None::<()>).err().unwrap_or(Problem::new(Code::Invalid)));
    }
    Ok(Some(tag))
}

async fn carry_out(
    app: &App,
    actor: &Actor,
    code: &DossierCode,
    terms: Terms,
    act: Act,
    input: Input,
) -> Result<Dossier, AppError> {
    match input {
        Input::Approve(outcome, reason) => {
            let decision = Decision { code: code.clone(), seen: terms.seen, outcome, reason };
            approve::approve_once(app, actor, decision, terms.answer).await
        }
        Input::HandBack(collector, delivery) => {
            paper::hand_back(app, actor, code, terms, collector, delivery).await
        }
        Input::AttachFile(component, sha256, name) => {
            attach(app, actor, code, terms, (component, sha256, name)).await
        }
        input @ (Input::Ready(_)
        | Input::Supplement(..)
        | Input::BeginVerification(_)
        | Input::Resume
        | Input::Amend(..)
        | Input::Extend(..)) => {
            let build = move |situation: &handle::Situation<'_>| input.command(act, situation);
            handle::act(app, actor, code, terms, act, build).await
        }
    }
}

/// Adds a file that is kept already: whoever knows its hash has had it in hand.
async fn attach(
    app: &App,
    actor: &Actor,
    code: &DossierCode,
    terms: Terms,
    (component, sha256, name): (ComponentId, String, String),
) -> Result<Dossier, AppError> {
    let hash = sha256.clone();
    let kept = app.store.read(move |tx| ledger::find_blob(tx, &hash)).await.map_err(AppError::Store)?;
    let file = kept.map(|(media_type, bytes, pages)| FileRef { sha256, media_type, pages, bytes, name });
    let build = move |_: &handle::Situation<'_>| {
        let file = file.clone().ok_or(AppError::NotFound { what: "file" })?;
        Ok(Command::AttachFile { component: component.clone(), file })
    };
    handle::act(app, actor, code, terms, Act::AttachFile, build).await
}
