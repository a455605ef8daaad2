//! V2 and V4: who is helped, what was handed over, and the end.

use super::pages::{DonePage, SessionPage};
use super::{failed, form, reason_word, wiped};
use crate::fields::Fields;
use crate::layout::{Link, Page};
use crate::portal::handler::answer::Query;
use crate::reply;
use crate::site::Site;
use crate::staff::Staff;
use crate::widget::{Field, FieldKind, Notice, Opt, Tone};
use app::assist::{self, Session};
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use domain::assist::{NotOnline, Opening};
use domain::time::civil;
use i18n::{Arg, Key as K, Lang, text, text_with};

/// Most procedures listed.
const LISTED_MAX: usize = 30;

/// Seconds after which a page of a session leaves the screen by itself where no script runs.
const IDLE_SECONDS: &str = "600;url=/giup-do/da-xong?het-gio=1";

/// The question why it was not filed online.
pub fn reason_field(lang: Lang, picked: NotOnline) -> Field {
    let option = |reason: NotOnline| Opt::new(reason.name(), reason_word(lang, reason));
    let options = NotOnline::ALL.iter().copied().map(option).collect();
    Field::of(lang, "ly-do-truc-tiep", text(lang, K::AssistReason), FieldKind::Select(options))
        .value(picked.name())
}

/// The frame of a page of a session: no way into anything but this session.
pub fn frame(page: &mut Page) {
    page.nav = vec![Link::new("/giup-do/phien", text(page.lang, K::AssistNav))];
    page.live = true;
}

/// `GET /giup-do/phien`; with `thu-tuc` the form.
pub async fn show(State(site): State<Site>, staff: Staff, Query(query): Query) -> Response {
    let session = match assist::current(&site.app, &staff.actor).await {
        Ok(session) => session,
        Err(error) => return failed(&staff, &error),
    };
    if let Some(code) = query.typed("thu-tuc") {
        return form::show(&site, &staff, &session, code).await;
    }
    let mut response = reply::page(&page(&site, &staff, &session, &query).await);
    let refresh = (HeaderName::from_static("refresh"), HeaderValue::from_static(IDLE_SECONDS));
    response.headers_mut().insert(refresh.0, refresh.1);
    wiped(response)
}

async fn page(site: &Site, staff: &Staff, session: &Session, query: &Fields) -> SessionPage {
    let (lang, policy) = (staff.ask.lang, site.app.policy());
    let (unit, on) = (&staff.actor.unit, civil(staff.now).date());
    let typed: String = query.get("q").trim().chars().take(120).collect();
    let found: Vec<_> = if typed.is_empty() {
        policy.list_of(unit, on).into_iter().map(|(_, version)| version.clone()).collect()
    } else {
        policy.search_at(&typed, unit, on, LISTED_MAX).into_iter().map(|hit| hit.version).collect()
    };
    let link = |version: &std::sync::Arc<domain::procedure::ProcedureVersion>| {
        Link::new(format!("/giup-do/phien?thu-tuc={}", version.code), staff.ask.name_of(&version.name))
    };
    let begun = session.procedure.as_ref().and_then(|code| policy.version_in_force(code, unit, on));
    let opened = match session.opening {
        Opening::Booking => K::AssistOpenedBooking,
        Opening::Dossier => K::AssistOpenedDossier,
        Opening::Officer => K::AssistOpenedOfficer,
    };
    let mut frame_page = staff.page(&site.app, text(lang, K::AssistTitle)).await;
    frame(&mut frame_page);
    let opened = text(lang, opened);
    SessionPage {
        csrf: staff.csrf.clone(),
        name: session.name.clone(),
        opened: match session.opening {
            Opening::Dossier => format!("{opened} {}", session.reference),
            Opening::Booking | Opening::Officer => opened.to_owned(),
        },
        handed: session.submitted_at.map(|_| (session.code.clone(), session.claim.clone())),
        typed,
        procedures: found.iter().take(LISTED_MAX).map(link).collect(),
        go_on: begun.map(link),
        reason: reason_field(lang, session.not_online),
        page: frame_page,
    }
}

/// `POST /giup-do/ket-thuc`: one press, from any page of the session.
pub async fn end(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let reason = fields.typed("ly-do-truc-tiep").and_then(NotOnline::from_name);
    match assist::end(&site.app, &staff.actor, reason).await {
        Ok(()) => wiped(reply::see_other("/giup-do/da-xong")),
        Err(error) => failed(&staff, &error),
    }
}

/// `GET /giup-do/da-xong`: says that it is over, and nothing of whom it was about. Where nobody pressed the button, the
/// session is over by now all the same.
pub async fn done(State(site): State<Site>, staff: Staff, Query(query): Query) -> Response {
    if query.ticked("het-gio") {
        match assist::end_if_over(&site.app, &staff.actor).await {
            Ok(true) => {}
            Ok(false) => return reply::see_other("/giup-do/phien"),
            Err(error) => return failed(&staff, &error),
        }
    }
    let (lang, page) = (staff.ask.lang, staff.page(&site.app, text(staff.ask.lang, K::AssistTitle)).await);
    wiped(reply::page(&DonePage { page, notice: said(lang, &query) }))
}

fn said(lang: Lang, query: &Fields) -> Notice {
    if !query.ticked("het-gio") {
        let more = text(lang, K::AssistDoneMore).to_owned();
        return Notice::new(Tone::Good, text(lang, K::AssistDone), Some(more));
    }
    let code: String = query.get("ma").chars().filter(char::is_ascii_alphanumeric).take(12).collect();
    let kept = (!code.is_empty()).then(|| {
        let code = app::secret::printed_code(&code);
        text_with(lang, K::AssistKept, &[("code", Arg::Text(&code))])
    });
    Notice::new(Tone::Care, text(lang, K::AssistExpired), kept)
}
