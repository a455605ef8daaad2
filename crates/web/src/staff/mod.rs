//! Pages of staff: who is signed in, the frame around their pages, and one module for each desk.
//!
//! | address | page |
//! |---|---|
//! | `/quay` | the desk that fits the person's roles |
//! | `/quay/tiep-nhan` | [`intake`] |
//! | `/viec` | [`work`] |
//! | `/quay/tim` | [`search`] |
//! | `/quay/ho-so/{code}` | [`dossier`] |
//! | `/quay/nhiem-vu` | [`duty`] |
//! | `/phe-duyet` | [`approve`] |
//! | `/quay/tra-ket-qua` | [`hand_back`] |
//! | `/lich-truc/mo-phong` | [`simulate`] |
//! | `/ngay` | [`day`] |
//! | `/thong-bao` | [`notices`] |
//! | `/giam-sat` | [`crate::watch`] |
//! | `/lich-truc` | [`roster`] |
//! | `/diem-danh` | [`presence`] |
//!
//! [`form`] reads what is typed, on every page alike.

pub mod approve;
pub mod day;
pub mod dossier;
pub mod duty;
pub mod form;
pub mod hand_back;
pub mod intake;
pub mod notices;
pub mod presence;
pub mod roster;
pub mod samples;
pub mod search;
pub mod simulate;
pub mod work;

pub use dossier::qr;

use crate::access::{self, Who};
use crate::fields::Fields;
use crate::layout::{Link, Page, Surface, Viewer, encode, form_page};
use crate::portal::{ErrorKind, ErrorPage};
use crate::reply;
use crate::site::{Ask, Site, cookie};
use app::{Actor, App, AppError};
use axum::Router;
use axum::extract::{FromRequestParts, MatchedPath, State};
use axum::http::header::COOKIE;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::dossier::Stage;
use domain::permit::DayAct;
use domain::role::Role;
use domain::time::civil;
use i18n::{Arg, Key as K, text, text_with, words};
use jiff::Timestamp;
use std::collections::BTreeMap;
use storage::dossier::Counted;

/// What a person may do whose password was set by somebody else.
const OPEN_BEFORE_CHANGE: [&str; 3] = ["/tai-khoan", "/tai-khoan/mat-khau", "/dang-xuat"];

/// Name of the session's cookie over plain HTTP; over HTTPS it has the prefix that binds it to this host.
const COOKIE_NAME: &str = "khongcho";

/// Name of the session's cookie for this installation.
pub fn cookie_name(app: &App) -> &'static str {
    if app.config.public_url.starts_with("https://") { "__Host-khongcho" } else { COOKIE_NAME }
}

/// The `Set-Cookie` value of a session; it ends with the browser, and with the server's own limits.
pub fn session_cookie(app: &App, token: &str) -> String {
    let secure = if app.config.public_url.starts_with("https://") { "; Secure" } else { "" };
    format!("{}={token}; Path=/; HttpOnly; SameSite=Lax{secure}", cookie_name(app))
}

/// The `Set-Cookie` value that forgets a session.
pub fn forgotten_cookie(app: &App) -> String {
    format!("{}; Max-Age=0", session_cookie(app, ""))
}

/// Somebody signed in, and how their page looks.
pub struct Staff {
    /// The request.
    pub ask: Ask,
    /// The person.
    pub actor: Actor,
    /// The secret that every form of this session carries.
    pub csrf: String,
    /// When the session began.
    pub signed_in_at: Timestamp,
    /// When the password was last asked; at first when the session began.
    pub confirmed_at: Timestamp,
    /// Now, taken once for the request.
    pub now: Timestamp,
    /// The name of the unit at whose desk they sit.
    pub unit_name: String,
}

impl Staff {
    /// The frame of a staff page: their name, their unit, the links their roles allow with what waits behind them.
    pub async fn page(&self, app: &App, title: impl Into<String>) -> Page {
        let counts = app::read::counts(app, &self.actor).await.unwrap_or_default();
        let mut page = self.ask.titled(title);
        page.surface = Surface::Staff;
        page.unit = Some(self.unit_name.clone());
        page.viewer = Some(Viewer { name: self.actor.name.clone(), place: None });
        page.nav = self.links(app, &counts);
        page.nav.push(self.messages(app).await);
        page.nav.push(Link::new("/tai-khoan", i18n::text(self.ask.lang, K::StaffNavAccount)));
        page
    }

    fn links(&self, app: &App, counts: &BTreeMap<Stage, Counted>) -> Vec<Link> {
        let lang = self.ask.lang;
        let text = |key| i18n::text(lang, key).to_owned();
        let with = |key, stage| match counts.get(&stage) {
            Some(waiting) if waiting.number() > 0 => format!("{} {waiting}", text(key)),
            Some(_) | None => text(key),
        };
        let here = |role| self.actor.holds_here(role, self.now);
        let mut links = Vec::new();
        if here(Role::Receiver) {
            links.push(Link::new("/quay/tiep-nhan", text(K::StaffNavIntake)));
        }
        if here(Role::Receiver) || here(Role::ReturnOfficer) || here(Role::Cashier) || here(Role::Volunteer) {
            links.push(Link::new("/quay/goi-so", text(K::QueueDeskNav)));
        }
        if here(Role::Appraiser) {
            links.push(Link::new("/viec", with(K::StaffNavWork, Stage::Received)));
        }
        if here(Role::Leader) || self.actor.stand_ins.iter().any(|found| found.unit == self.actor.unit) {
            links.push(Link::new("/phe-duyet", with(K::StaffNavApprove, Stage::AwaitingApproval)));
        }
        if here(Role::ReturnOfficer) {
            links.push(Link::new("/quay/tra-ket-qua", with(K::StaffNavReturn, Stage::ResultReady)));
        }
        if here(Role::Volunteer) || here(Role::Receiver) {
            links.push(Link::new("/giup-do", text(K::AssistNav)));
        }
        if here(Role::Receiver) || here(Role::Leader) {
            links.push(Link::new("/quay/lich-hen", text(K::BookingManage)));
        }
        if !self.actor.holds(Role::Administrator, self.now) || here(Role::Manager) {
            links.push(Link::new("/ngay", text(K::StaffNavDay)));
            links.push(Link::new("/giam-sat", text(K::WatchTitle)));
        }
        let policy = app.policy();
        let may = |act: DayAct| self.actor.may_at(&policy, self.now, act.into(), &self.actor.unit);
        if may(DayAct::ReadRoster) {
            links.push(Link::new("/lich-truc", text(K::RosterTitle)));
        }
        if may(DayAct::CheckIn) {
            links.push(Link::new("/diem-danh", text(K::PresenceTitle)));
        }
        if self.actor.holds(Role::Administrator, self.now) {
            links.push(Link::new("/quan-tri", text(K::StaffNavAdmin)));
        }
        links
    }

    /// The way to the messages, with how many are new.
    async fn messages(&self, app: &App) -> Link {
        let title = i18n::text(self.ask.lang, K::NoticeTitle);
        let words = match app::notify::unseen(app, &self.actor).await.unwrap_or_default() {
            0 => title.to_owned(),
            unseen => format!("{title} {unseen}"),
        };
        Link::new("/thong-bao", words)
    }

    /// Whether a form comes from a page of this session.
    ///
    /// # Errors
    /// The page to answer with when it does not.
    pub fn genuine(&self, fields: &Fields) -> Result<(), Box<Response>> {
        use subtle::ConstantTimeEq;
        let same: bool = fields.get("_csrf").as_bytes().ct_eq(self.csrf.as_bytes()).into();
        if same { Ok(()) } else { Err(Box::new(reply::error(&self.ask, ErrorKind::Forbidden))) }
    }

    /// The page for who may not: what it would need, who one is here, and where to go on.
    async fn forbidden(&self, app: &App, who: Who) -> Response {
        let lang = self.ask.lang;
        let joined = |roles: &[&str]| roles.join(", ");
        let page = self.page(app, text(lang, ErrorKind::Forbidden.title())).await;
        let mut shown = ErrorPage::new(page, ErrorKind::Forbidden);
        let action = who.actions().first();
        shown.detail = action.map(|action| {
            text_with(lang, K::ErrorsForbiddenAction, &[("action", Arg::Text(words::action(*action, lang)))])
        });
        let enough: Vec<&str> = who.roles().into_iter().map(|role| words::role(role, lang)).collect();
        let held = self.roles();
        let held =
            if held.is_empty() { text(lang, K::ErrorsForbiddenNothing).to_owned() } else { joined(&held) };
        let here = [("roles", Arg::Text(&held)), ("unit", Arg::Text(&self.unit_name))];
        shown.facts = vec![
            text_with(lang, K::ErrorsForbiddenRoles, &[("roles", Arg::Text(&joined(&enough)))]),
            text_with(lang, K::ErrorsForbiddenYou, &here),
        ];
        shown.actions = vec![
            Link::new("/quay", text(lang, K::ErrorsToDesk)),
            Link::new("/tai-khoan", text(lang, K::ErrorsToAccount)),
        ];
        reply::page_with(StatusCode::FORBIDDEN, &shown)
    }

    /// Roles held at this desk, in words.
    pub fn roles(&self) -> Vec<&'static str> {
        Role::ALL
            .into_iter()
            .filter(|role| self.actor.holds_here(*role, self.now))
            .map(|role| words::role(role, self.ask.lang))
            .collect()
    }
}

/// The token of a session in a request.
pub fn session_token<'p>(app: &App, parts: &'p Parts) -> Option<&'p str> {
    let header = parts.headers.get(COOKIE).and_then(|value| value.to_str().ok())?;
    cookie(header, cookie_name(app)).filter(|token| !token.is_empty())
}

impl FromRequestParts<Site> for Staff {
    type Rejection = Turned;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Turned> {
        let Ok(ask) = Ask::from_request_parts(parts, site).await;
        let app = &site.app;
        let session = match session_token(app, parts) {
            Some(token) => app::account::session(app, token)
                .await
                .map_err(|error| turned(reply::failed(&ask, &AppError::Store(error))))?,
            None => None,
        };
        let session = session.filter(|(_, info)| info.is_open_to(ask.origin()));
        let Some((actor, info)) = session else {
            return Err(turned(sign_in_first(&ask, &parts.method)));
        };
        // Until a password is one's own, everything one does could have been somebody else's doing.
        if info.must_change_password && !OPEN_BEFORE_CHANGE.contains(&parts.uri.path()) {
            return Err(turned(reply::see_other("/tai-khoan")));
        }
        let now = app.clock.now();
        let policy = app.policy();
        let unit = policy.unit(&actor.unit, civil(now).date());
        let unit_name =
            unit.map_or_else(|| actor.unit.to_string(), |unit| ask.name_of(&unit.name).to_owned());
        let staff = Self {
            ask,
            actor,
            csrf: info.csrf,
            signed_in_at: info.created_at,
            confirmed_at: info.confirmed_at,
            now,
            unit_name,
        };
        let path = parts.extensions.get::<MatchedPath>().map_or("", MatchedPath::as_str);
        let who = access::find(&parts.method, path).map_or(Who::Program, |row| row.who);
        if who.admits(&staff.actor, &policy, now) {
            Ok(staff)
        } else {
            Err(turned(staff.forbidden(app, who).await))
        }
    }
}

/// The answer for who may not come in: log in first, or a fault.
pub struct Turned(Box<Response>);

impl Turned {
    /// Turned away with an answer.
    pub fn new(response: Response) -> Self {
        Self(Box::new(response))
    }
}

fn turned(response: Response) -> Turned {
    Turned(Box::new(response))
}

impl IntoResponse for Turned {
    fn into_response(self) -> Response {
        *self.0
    }
}

/// To the log-in, and back to the same page afterwards; a form cannot be repeated, so it goes back to its page.
fn sign_in_first(ask: &Ask, method: &Method) -> Response {
    if *method == Method::GET {
        return reply::see_other(&format!("/dang-nhap?ve={}", encode(&ask.path)));
    }
    reply::see_other(&format!("/dang-nhap?ve={}&gui=1", encode(form_page(&ask.path))))
}

/// Addresses of staff pages.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/quay", get(desk))
        .merge(intake::router())
        .merge(work::router())
        .merge(search::router())
        .merge(dossier::router())
        .merge(duty::router())
        .merge(approve::router())
        .merge(hand_back::router())
        .merge(day::router())
        .merge(simulate::router())
        .merge(notices::router())
        .merge(crate::watch::router())
        .merge(roster::router())
        .merge(presence::router())
}

/// The desk that fits the roles: whoever receives begins at intake, whoever signs at approval.
async fn desk(State(site): State<Site>, staff: Staff) -> Response {
    let here = |role| staff.actor.holds_here(role, staff.now);
    let to = if here(Role::Receiver) {
        "/quay/tiep-nhan"
    } else if here(Role::Leader) {
        "/phe-duyet"
    } else if here(Role::Appraiser) {
        "/viec"
    } else if here(Role::ReturnOfficer) {
        "/quay/tra-ket-qua"
    } else if here(Role::Volunteer) {
        "/giup-do"
    } else if staff.actor.holds(Role::Administrator, site.app.clock.now()) {
        "/quan-tri"
    } else {
        "/ngay"
    };
    reply::see_other(to)
}

/// The status of a form that came back with errors.
pub const WRONG: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;
