//! One's own account: whose desk, a new password, ending sessions.

use super::{sentence, with_cookie};
use crate::fields::Fields;
use crate::layout::Page;
use crate::reply;
use crate::site::{Ask, Site};
use crate::staff::{Staff, forgotten_cookie, session_cookie, session_token};
use crate::widget::{Choice, ErrorSummary, Field, FieldKind, Notice, Opt, Submit, Tone, Width};
use app::AppError;
use app::account::password::{LENGTH_MAX, LENGTH_MIN};
use app::account::{self, ChangeError, PasswordProblem, SessionInfo};
use askama::Template;
use axum::Router;
use axum::extract::{FromRequestParts, Query, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use axum::routing::{get, post};
use domain::time::civil;
use i18n::{Arg, Key as K, Lang, format, text, text_with, words};
use std::collections::BTreeMap;
use std::convert::Infallible;

/// Address of the page.
pub(super) const PATH: &str = "/tai-khoan";

pub(super) fn router() -> Router<Site> {
    Router::new()
        .route(PATH, get(open))
        .route("/tai-khoan/mat-khau", post(change))
        .route("/tai-khoan/don-vi", post(choose))
}

/// The secret of this session.
pub(super) struct Token(pub(super) String);

impl FromRequestParts<Site> for Token {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Infallible> {
        Ok(Self(session_token(&site.app, parts).unwrap_or_default().to_owned()))
    }
}

/// A role in a row: what, where, until when.
struct RoleRow {
    role: &'static str,
    unit: String,
    until: String,
}

#[derive(Template)]
#[template(path = "sign_in/account.html")]
struct AccountPage {
    page: Page,
    csrf: String,
    notice: Option<Notice>,
    summary: Option<ErrorSummary>,
    name: String,
    title: String,
    username: String,
    roles: Vec<RoleRow>,
    desk: Option<Choice>,
    passwords: [Field; 3],
    change: Submit,
    since: String,
    until: String,
}

/// What is wrong with the form for a new password: field and sentence.
type Wrong = Vec<(&'static str, String)>;

async fn open(
    State(site): State<Site>,
    staff: Staff,
    token: Token,
    Query(query): Query<BTreeMap<String, String>>,
) -> Response {
    let done = query.get("xong").map(String::as_str);
    let key = match done {
        Some("mat-khau") => Some(K::AccountPasswordChanged),
        Some("don-vi") => Some(K::AccountDeskMoved),
        Some(_) | None => None,
    };
    let notice = key.map(|key| Notice::new(Tone::Good, text(staff.ask.lang, key), None));
    show(&site, &staff, &token, StatusCode::OK, notice, &[]).await
}

async fn show(
    site: &Site,
    staff: &Staff,
    token: &Token,
    status: StatusCode,
    notice: Option<Notice>,
    wrong: &[(&'static str, String)],
) -> Response {
    let info = match account::session(&site.app, &token.0).await {
        Ok(Some((_, info))) => info,
        Ok(None) => return reply::see_other("/dang-nhap"),
        Err(error) => return reply::failed(&staff.ask, &AppError::Store(error)),
    };
    let lang = staff.ask.lang;
    let mut page = staff.page(&site.app, text(lang, K::AccountTitle)).await;
    page.path = PATH.to_owned();
    page.wrong = !wrong.is_empty();
    let summary = wrong.iter().map(|(field, sentence)| ((*field).to_owned(), sentence.clone())).collect();
    let notice = notice.or_else(|| must_change_notice(lang, &info));
    let template = AccountPage {
        page,
        csrf: staff.csrf.clone(),
        notice,
        summary: ErrorSummary::new(lang, summary),
        name: staff.actor.name.clone(),
        title: staff.actor.title.clone(),
        roles: roles(site, staff),
        desk: desk(site, staff),
        passwords: passwords(lang, wrong),
        change: Submit::new(text(lang, K::AccountChangePassword)),
        since: format::moment(lang, info.created_at),
        until: format::moment(lang, info.expires_at),
        username: info.username,
    };
    reply::page_with(status, &template)
}

fn must_change_notice(lang: Lang, info: &SessionInfo) -> Option<Notice> {
    let detail = || Some(text(lang, K::AccountMustChangeWhy).to_owned());
    info.must_change_password.then(|| Notice::new(Tone::Care, text(lang, K::AccountMustChange), detail()))
}

fn unit_name(site: &Site, ask: &Ask, code: &domain::place::UnitCode) -> String {
    let policy = site.app.policy();
    let on = civil(site.app.clock.now()).date();
    policy.unit(code, on).map_or_else(|| code.to_string(), |unit| ask.name_of(&unit.name).to_owned())
}

fn roles(site: &Site, staff: &Staff) -> Vec<RoleRow> {
    let lang = staff.ask.lang;
    let on = civil(staff.now).date();
    let held = staff.actor.grants.iter().filter(|grant| grant.is_in_force(on));
    let row = |grant: &domain::role::Grant| RoleRow {
        role: words::role(grant.role, lang),
        unit: unit_name(site, &staff.ask, &grant.unit),
        until: grant
            .validity
            .to
            .map_or_else(|| text(lang, K::AccountNoEnd).to_owned(), |to| format::date(lang, to)),
    };
    held.map(row).collect()
}

/// The choice of a desk, for who has more than one.
fn desk(site: &Site, staff: &Staff) -> Option<Choice> {
    let units = staff.actor.units(staff.now);
    if units.len() < 2 {
        return None;
    }
    let options =
        units.iter().map(|unit| Opt::new(unit.as_str(), unit_name(site, &staff.ask, unit))).collect();
    let choice = Choice::one(staff.ask.lang, "don-vi", text(staff.ask.lang, K::AccountDesk), options);
    Some(choice.pick(staff.actor.unit.as_str()))
}

fn passwords(lang: Lang, wrong: &[(&'static str, String)]) -> [Field; 3] {
    let error =
        |name: &str| wrong.iter().find(|(field, _)| *field == name).map(|(_, sentence)| sentence.clone());
    let field = |name: &'static str, key, token| {
        let mut field = Field::of(lang, name, text(lang, key), FieldKind::Password)
            .width(Width::Medium)
            .error(error(name));
        field.autocomplete = Some(token);
        field
    };
    let bounds = [("min", LENGTH_MIN), ("max", LENGTH_MAX)]
        .map(|(name, count)| (name, Arg::Number(i64::try_from(count).unwrap_or_default())));
    [
        field("hien-tai", K::AccountPasswordNow, "current-password"),
        field("moi", K::AccountPasswordNew, "new-password").hint(text_with(
            lang,
            K::AccountPasswordHint,
            &bounds,
        )),
        field("lai", K::AccountPasswordAgain, "new-password"),
    ]
}

/// What is wrong with a new password, in a sentence.
fn problem(lang: Lang, problem: PasswordProblem) -> &'static str {
    let key = match problem {
        PasswordProblem::TooShort => K::AccountPasswordShort,
        PasswordProblem::TooLong => K::AccountPasswordLong,
        PasswordProblem::HoldsUsername => K::AccountPasswordUsername,
        PasswordProblem::Common => K::AccountPasswordCommon,
        PasswordProblem::Unchanged => K::AccountPasswordSame,
    };
    text(lang, key)
}

async fn change(State(site): State<Site>, staff: Staff, token: Token, fields: Fields) -> Response {
    if let Err(response) = staff.genuine(&fields) {
        return *response;
    }
    let lang = staff.ask.lang;
    let (current, new) = (fields.get("hien-tai"), fields.get("moi"));
    let mut wrong: Wrong = Vec::new();
    if fields.get("lai") != new {
        wrong.push(("lai", text(lang, K::AccountPasswordDiffers).to_owned()));
        let username = account::session(&site.app, &token.0).await.ok().flatten();
        let username = username.map(|(_, info)| info.username).unwrap_or_default();
        let weak = account::password::problems(&username, new);
        wrong.splice(0..0, weak.into_iter().map(|weak| ("moi", problem(lang, weak).to_owned())));
    } else {
        match account::change_password(&site.app, &token.0, current, new, staff.ask.address).await {
            Ok(fresh) => {
                let back = reply::see_other("/tai-khoan?xong=mat-khau");
                return with_cookie(back, &session_cookie(&site.app, &fresh));
            }
            Err(ChangeError::Weak(problems)) => {
                wrong.extend(problems.into_iter().map(|weak| ("moi", problem(lang, weak).to_owned())));
            }
            Err(ChangeError::SignIn(account::SignInError::Store(error))) => {
                return reply::failed(&staff.ask, &AppError::Store(error));
            }
            Err(ChangeError::SignIn(account::SignInError::Wrong)) => {
                wrong.push(("hien-tai", text(lang, K::AccountPasswordNowWrong).to_owned()));
            }
            Err(ChangeError::SignIn(error)) => wrong.push(("hien-tai", sentence(lang, &error))),
        }
    }
    show(&site, &staff, &token, StatusCode::UNPROCESSABLE_ENTITY, None, &wrong).await
}

async fn choose(State(site): State<Site>, staff: Staff, token: Token, fields: Fields) -> Response {
    if let Err(response) = staff.genuine(&fields) {
        return *response;
    }
    let Ok(unit) = fields.get("don-vi").parse() else {
        return reply::failed(&staff.ask, &AppError::NotFound { what: "unit" });
    };
    match account::choose_unit(&site.app, &token.0, &unit).await {
        Ok(()) => reply::see_other("/tai-khoan?xong=don-vi"),
        Err(error) => reply::failed(&staff.ask, &error),
    }
}

pub(super) async fn leave_everywhere(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if let Err(response) = staff.genuine(&fields) {
        return *response;
    }
    match account::sign_out_everywhere(&site.app, staff.actor.account).await {
        Ok(_) => with_cookie(reply::see_other("/dang-nhap?tam-biet=1"), &forgotten_cookie(&site.app)),
        Err(error) => reply::failed(&staff.ask, &AppError::Store(error)),
    }
}
