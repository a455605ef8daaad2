//! Log in, log out, one's own account.
//!
//! | address | page |
//! |---|---|
//! | `/dang-nhap` | log in; `ve` is the page to go to afterwards |
//! | POST `/dang-xuat` | log out |
//! | `/tai-khoan` | [`own`]: desk, password, sessions |

mod own;

use crate::fields::Fields;
use crate::layout::{Page, local_path};
use crate::reply;
use crate::site::{Ask, Site};
use crate::staff::{Staff, forgotten_cookie, session_cookie, session_token};
use crate::widget::{ErrorSummary, Field, FieldKind, Notice, Submit, Tone, Width};
use app::AppError;
use app::account::{self, DEMO_PASSWORD, SignInError};
use askama::Template;
use axum::Router;
use axum::extract::{Query, Request, State};
use axum::http::header::{RETRY_AFTER, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use axum::routing::{get, post};
use i18n::{Arg, Key as K, Lang, format, text, text_with, words};
use std::collections::BTreeMap;

/// Addresses of log-in and own account.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/dang-nhap", get(open).post(send))
        .route("/dang-xuat", get(left).post(leave))
        .merge(own::router())
        .route("/tai-khoan/moi-noi", post(own::leave_everywhere))
}

/// Somebody to try the demo as.
struct Guest {
    role: &'static str,
    username: String,
    unit: String,
}

#[derive(Template)]
#[template(path = "sign_in/sign_in.html")]
struct SignInPage {
    page: Page,
    summary: Option<ErrorSummary>,
    notice: Option<Notice>,
    username: Field,
    password: Field,
    submit: Submit,
    back_to: String,
    guests: Vec<Guest>,
    guest_password: &'static str,
}

/// What went wrong with a log-in or a password, in a sentence.
pub(crate) fn sentence(lang: Lang, error: &SignInError) -> String {
    let key = match error {
        SignInError::Wrong => K::AccountWrong,
        SignInError::Wait { seconds } => {
            let minutes = i64::try_from(seconds.div_ceil(60)).unwrap_or(15);
            if *seconds > 60 {
                let span = format::span(lang, minutes);
                return text_with(lang, K::AccountWait, &[("span", Arg::Text(&span))]);
            }
            let seconds = i64::try_from(*seconds).unwrap_or(60);
            return text_with(lang, K::AccountWaitSeconds, &[("n", Arg::Number(seconds))]);
        }
        SignInError::Disabled => K::AccountDisabled,
        SignInError::LoopbackOnly => K::AccountLoopback,
        SignInError::NoRole => K::AccountNoRole,
        SignInError::Ended => K::AccountEnded,
        SignInError::Busy | SignInError::Store(_) => K::AccountBusy,
    };
    text(lang, key).to_owned()
}

/// Where to go after the log-in: a page of this site that is not the log-in itself.
fn destination(typed: &str) -> &str {
    local_path(typed).filter(|path| !path.starts_with("/dang-")).unwrap_or("/quay")
}

/// What to tell somebody whose session ended: only intake keeps a draft, and an act that was sent is not done.
fn first(lang: Lang, back_to: &str, sent: bool) -> Option<Notice> {
    let path = local_path(back_to).filter(|path| *path != "/quay")?;
    let key = if path.starts_with("/quay/tiep-nhan") {
        K::AccountFirstDraft
    } else if sent {
        K::AccountFirstSent
    } else {
        K::AccountFirst
    };
    Some(Notice::new(Tone::Plain, text(lang, key), None))
}

async fn open(
    State(site): State<Site>,
    ask: Ask,
    Query(query): Query<BTreeMap<String, String>>,
    request: Request,
) -> Response {
    let back_to = query.get("ve").map_or("", String::as_str);
    let (parts, _) = request.into_parts();
    if let Some(token) = session_token(&site.app, &parts)
        && let Ok(Some((_, info))) = account::session(&site.app, token).await
        && info.is_open_to(ask.origin())
    {
        return reply::see_other(destination(back_to));
    }
    let notice = if query.contains_key("tam-biet") {
        Some(Notice::new(Tone::Good, text(ask.lang, K::AccountSignedOut), None))
    } else {
        first(ask.lang, back_to, query.contains_key("gui"))
    };
    show(&site, &ask, StatusCode::OK, "", back_to, None, notice)
}

fn show(
    site: &Site,
    ask: &Ask,
    status: StatusCode,
    typed: &str,
    back_to: &str,
    error: Option<String>,
    notice: Option<Notice>,
) -> Response {
    let lang = ask.lang;
    let mut page = ask.page(K::AccountSignIn);
    page.wrong = error.is_some();
    let summary = error.clone().map(|error| vec![("username".to_owned(), error)]).unwrap_or_default();
    let mut username = Field::text(lang, "username", text(lang, K::AccountUsername))
        .value(typed)
        .error(error)
        .width(Width::Medium);
    username.autocomplete = Some("username");
    let password =
        Field::of(lang, "password", text(lang, K::AccountPassword), FieldKind::Password).width(Width::Medium);
    let template = SignInPage {
        page,
        summary: ErrorSummary::new(lang, summary),
        notice,
        username,
        password,
        submit: Submit::new(text(lang, K::AccountSignIn)),
        back_to: back_to.to_owned(),
        guests: guests(site, ask),
        guest_password: DEMO_PASSWORD,
    };
    reply::page_with(status, &template)
}

/// In the demo, whom to log in as.
fn guests(site: &Site, ask: &Ask) -> Vec<Guest> {
    if !site.app.config.demo {
        return Vec::new();
    }
    let policy = site.app.policy();
    let on = domain::time::civil(site.app.clock.now()).date();
    let people = account::demo::everybody(&site.app);
    let short = people.into_iter().filter(|person| !person.username.contains('.'));
    let guest = |person: account::DemoAccount| Guest {
        role: words::role(person.role, ask.lang),
        username: person.username,
        unit: policy
            .unit(&person.unit, on)
            .map_or_else(String::new, |unit| ask.name_of(&unit.name).to_owned()),
    };
    short.map(guest).collect()
}

async fn send(State(site): State<Site>, ask: Ask, fields: Fields) -> Response {
    let (username, password) = (fields.get("username"), fields.get("password"));
    let back_to = fields.get("ve");
    match account::sign_in(&site.app, username, password, ask.origin(), None).await {
        Ok(entered) => {
            let to = if entered.must_change_password { own::PATH } else { destination(back_to) };
            with_cookie(reply::see_other(to), &session_cookie(&site.app, &entered.token))
        }
        Err(SignInError::Store(error)) => reply::failed(&ask, &AppError::Store(error)),
        Err(error) => {
            tracing::info!(client = %ask.address, reason = %error, "a log-in failed");
            let status = match error {
                SignInError::Wait { .. } => StatusCode::TOO_MANY_REQUESTS,
                SignInError::Busy => StatusCode::SERVICE_UNAVAILABLE,
                SignInError::Wrong
                | SignInError::Disabled
                | SignInError::LoopbackOnly
                | SignInError::NoRole
                | SignInError::Ended
                | SignInError::Store(_) => StatusCode::UNPROCESSABLE_ENTITY,
            };
            let mut response =
                show(&site, &ask, status, username, back_to, Some(sentence(ask.lang, &error)), None);
            if let SignInError::Wait { seconds } = error {
                response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
            }
            response
        }
    }
}

fn with_cookie(mut response: Response, cookie: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(SET_COOKIE, value);
    }
    response
}

/// Logging out is a form; an address that is only opened changes nothing.
async fn left() -> Response {
    reply::see_other(own::PATH)
}

async fn leave(State(site): State<Site>, staff: Staff, token: own::Token, fields: Fields) -> Response {
    if let Err(response) = staff.genuine(&fields) {
        return *response;
    }
    match account::sign_out(&site.app, &token.0).await {
        Ok(()) => with_cookie(reply::see_other("/dang-nhap?tam-biet=1"), &forgotten_cookie(&site.app)),
        Err(error) => reply::failed(&staff.ask, &AppError::Store(error)),
    }
}

#[cfg(test)]
pub(crate) mod tests;
