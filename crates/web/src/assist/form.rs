//! V3: the form of the counter, filled in with help. What is sent is kept for the officer; nothing is received here.

use super::failed;
use super::pages::FormPage;
use super::session::{frame, reason_field};
use super::wiped;
use crate::fields::Fields;
use crate::layout::Link;
use crate::reply;
use crate::site::Site;
use crate::staff::intake::{PreparedForm, prepared_form};
use crate::staff::{Staff, WRONG};
use crate::widget::{Notice, Tone};
use app::AppError;
use app::assist::{self, AssistError, Sent, Session};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::assist::NotOnline;
use i18n::{Key as K, text};

/// The form of a procedure, with what was typed before.
pub async fn show(site: &Site, staff: &Staff, session: &Session, code: &str) -> Response {
    let mut fields = Fields::default();
    let same = session.procedure.as_ref().is_some_and(|known| known.as_str() == code);
    if same {
        fields = Fields::from_encoded(&session.content).unwrap_or_default();
    }
    if fields.typed("ten").is_none() {
        fields.set("ten", session.name.clone());
    }
    fields.set("thu-tuc", code);
    shown(site, staff, session, StatusCode::OK, &fields, None, false).await
}

async fn shown(
    site: &Site,
    staff: &Staff,
    session: &Session,
    status: StatusCode,
    fields: &Fields,
    notice: Option<Notice>,
    judged: bool,
) -> Response {
    let built = match prepared_form(site, staff, fields, judged).await {
        Ok(PreparedForm { page, .. }) => page,
        Err(error) => return reply::failed(&staff.ask, &error),
    };
    let mut page = built.page.clone();
    frame(&mut page);
    page.back = Some(Link::new("/giup-do/phien", text(staff.ask.lang, K::AssistOtherProcedure)));
    let mut intake = built;
    if notice.is_some() {
        intake.notice = notice;
    }
    let picked = fields.typed("ly-do-truc-tiep").and_then(NotOnline::from_name).unwrap_or(session.not_online);
    let reason = reason_field(staff.ask.lang, picked);
    wiped(reply::page_with(status, &FormPage { page, name: session.name.clone(), reason, intake }))
}

/// What of a form is kept: never secrets of the session, files or buttons.
fn content(fields: &Fields) -> String {
    let keep = |name: &str| !matches!(name, "_csrf" | "viec" | "khoa" | "ly-do-truc-tiep");
    let pairs: Vec<(&str, &str)> = fields.pairs().filter(|(name, _)| keep(name)).collect();
    serde_urlencoded::to_string(&pairs).unwrap_or_default()
}

fn sent(fields: &Fields) -> Option<Sent> {
    let not_online = NotOnline::from_name(fields.get("ly-do-truc-tiep")).unwrap_or(NotOnline::NotAsked);
    Some(Sent { procedure: fields.get("thu-tuc").parse().ok()?, content: content(fields), not_online })
}

/// `POST /giup-do/phien`: keeps the form, or hands it over to the officer.
pub async fn send(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let (lang, app) = (staff.ask.lang, &site.app);
    let Some(sent) = sent(&fields) else { return reply::failed(&staff.ask, &AppError::NotOffered) };
    // Kept first, whatever is wrong with it: the session may be over, and the officer finds it then.
    let session = match assist::keep(app, &staff.actor, sent.clone()).await {
        Ok(session) => session,
        Err(error) => return failed(&staff, &error),
    };
    if fields.get("viec") != "nop" {
        let kept = Notice::new(Tone::Good, text(lang, K::AssistSaved), None);
        return shown(&site, &staff, &session, StatusCode::OK, &fields, Some(kept), false).await;
    }
    match prepared_form(&site, &staff, &fields, true).await {
        Ok(form) if form.sound => {}
        Ok(_) => return shown(&site, &staff, &session, WRONG, &fields, None, true).await,
        Err(error) => return reply::failed(&staff.ask, &error),
    }
    match assist::hand_over(app, &staff.actor, sent).await {
        Ok(_) => reply::see_other("/giup-do/phien"),
        Err(error) => failed(&staff, &error),
    }
}

/// `POST /giup-do/phien/nhap`: keeps what is being typed.
pub async fn keep(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if staff.genuine(&fields).is_err() {
        return StatusCode::FORBIDDEN.into_response();
    }
    let Some(sent) = sent(&fields) else { return StatusCode::UNPROCESSABLE_ENTITY.into_response() };
    match assist::keep(&site.app, &staff.actor, sent).await {
        Ok(_) => StatusCode::NO_CONTENT.into_response(),
        Err(AssistError::Expired { .. } | AssistError::Closed) => StatusCode::GONE.into_response(),
        Err(error) => failed(&staff, &error),
    }
}
