//! Administration: accounts, units, packs, programmes, calendars, tokens, the log and the matrix of rights.
//!
//! | address | page |
//! |---|---|
//! | `/quan-tri` | overview |
//! | `/quan-tri/tai-khoan` | [`accounts`] and [`person`] |
//! | `/quan-tri/don-vi` | [`units`] |
//! | `/quan-tri/goi` | [`packs`] and [`pack_text`] |
//! | `/quan-tri/chuong-trinh` | [`programmes`] |
//! | `/quan-tri/lich` | [`calendars`] |
//! | `/quan-tri/nhat-ky`, `/quan-tri/quyen` | [`records`] |
//! | `/quan-tri/ma-truy-cap` | [`tokens`] |

mod accounts;
mod bundle;
mod calendars;
mod pack_text;
mod packs;
mod person;
pub(crate) mod problems;
mod programmes;
mod records;
mod tokens;
mod units;

#[cfg(test)]
mod tests;

use crate::fields::Fields;
use crate::layout::Link;
use crate::portal::ErrorKind;
use crate::reply;
use crate::sheet::{Block, Sheet};
use crate::site::Site;
use crate::staff::{Staff, Turned};
use crate::widget::{ErrorSummary, Notice, Opt, Tag, Tone};
use app::AppError;
use axum::Router;
use axum::extract::{FromRequestParts, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::law::Certainty;
use domain::permit::Action;
use domain::role::Role;
use domain::time::civil;
use domain::validity::Validity;
use i18n::{Key as K, Lang, format, text, words};
use jiff::civil::Date;

/// Addresses of administration.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/quan-tri", get(overview))
        .merge(accounts::router())
        .merge(person::router())
        .merge(units::router())
        .merge(packs::router())
        .merge(pack_text::router())
        .merge(programmes::router())
        .merge(calendars::router())
        .merge(records::router())
        .merge(tokens::router())
}

/// The sections with their addresses.
fn sections(lang: Lang) -> Vec<Link> {
    [
        ("/quan-tri", K::AdminOverview),
        ("/quan-tri/tai-khoan", K::AdminAccounts),
        ("/quan-tri/don-vi", K::AdminUnits),
        ("/quan-tri/goi", K::AdminPacks),
        ("/quan-tri/chuong-trinh", K::AdminProgrammes),
        ("/quan-tri/lich", K::AdminCalendars),
        ("/quan-tri/ma-truy-cap", K::AdminTokens),
        ("/quan-tri/quyen", K::AdminRights),
        ("/quan-tri/nhat-ky", K::AdminLog),
    ]
    .map(|(href, key)| Link::new(href, text(lang, key)))
    .to_vec()
}

/// Somebody with the right to administer.
struct Admin {
    site: Site,
    staff: Staff,
}

impl FromRequestParts<Site> for Admin {
    type Rejection = Turned;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Turned> {
        let staff = Staff::from_request_parts(parts, site).await?;
        let (policy, actor) = (site.app.policy(), &staff.actor);
        let may = |action| actor.may_at(&policy, staff.now, action, &actor.unit);
        if may(Action::ManageAccounts) && may(Action::ManagePolicy) {
            return Ok(Self { site: site.clone(), staff });
        }
        Err(Turned::new(reply::error(&staff.ask, ErrorKind::Forbidden)))
    }
}

impl Admin {
    fn lang(&self) -> Lang {
        self.staff.ask.lang
    }

    fn t(&self, key: K) -> String {
        text(self.lang(), key).to_owned()
    }

    fn today(&self) -> Date {
        civil(self.staff.now).date()
    }

    /// An empty page; `path` is its address without what a form sent.
    async fn sheet(&self, title: impl Into<String>, path: impl Into<String>) -> Sheet {
        let mut page = self.staff.page(&self.site.app, title).await;
        page.path = path.into();
        Sheet::new(page, self.staff.csrf.clone(), self.t(K::AdminTitle), sections(self.lang()))
    }

    /// Whether the form comes from a page of the session, else the answer.
    #[allow(clippy::result_large_err, reason = "the answer is sent at once, not carried far")]
    fn genuine(&self, fields: &Fields) -> Result<(), Response> {
        self.staff.genuine(fields).map_err(|response| *response)
    }

    fn failed(&self, error: &AppError) -> Response {
        reply::failed(&self.staff.ask, error)
    }

    /// The name of a unit as it is today, or else whenever it was.
    fn unit_name(&self, code: &domain::place::UnitCode) -> String {
        let policy = self.site.app.policy();
        let today = policy.unit(code, self.today());
        let any = today.or_else(|| policy.units().all().filter(|unit| unit.code == *code).last());
        any.map_or_else(|| code.to_string(), |unit| self.staff.ask.name_of(&unit.name).to_owned())
    }

    /// Units of today as answers to pick.
    fn unit_options(&self) -> Vec<Opt> {
        let policy = self.site.app.policy();
        let name = |unit: &domain::place::Unit| self.staff.ask.name_of(&unit.name).to_owned();
        let mut options = vec![Opt::new("", self.t(K::AdminChoose))];
        options.extend(
            policy
                .units()
                .on(self.today())
                .map(|unit| Opt::new(unit.code.as_str(), format!("{} ({})", name(unit), unit.code))),
        );
        options
    }

    /// Roles as answers to pick.
    fn role_options(&self) -> Vec<Opt> {
        let mut options = vec![Opt::new("", self.t(K::AdminChoose))];
        options.extend(Role::ALL.map(|role| Opt::new(role.name(), words::role(role, self.lang()))));
        options
    }

    /// From when until when, in words.
    fn span(&self, validity: Validity) -> String {
        let lang = self.lang();
        let from = format::date(lang, validity.from);
        match validity.to {
            Some(to) => format!("{from} – {}", format::date(lang, to)),
            None => format!("{from} – {}", text(lang, K::AccountNoEnd)),
        }
    }

    /// How sure we are, as a state.
    fn certainty(&self, certainty: Certainty) -> Tag {
        let tone = match certainty {
            Certainty::Verified => Tone::Good,
            Certainty::Memory | Certainty::Reconstruction => Tone::Care,
        };
        Tag::new(tone, words::certainty(certainty, self.lang()))
    }

    fn done(&self, key: K) -> Option<Notice> {
        Some(Notice::new(Tone::Good, self.t(key), None))
    }
}

/// The sheet with status 200.
fn shown(sheet: &Sheet) -> Response {
    reply::page(sheet)
}

/// The sheet of a form that came back: everything wrong on top, 422.
fn wrong(mut sheet: Sheet, errors: Vec<(String, String)>) -> Response {
    sheet.page.wrong = true;
    sheet.summary = ErrorSummary::new(sheet.page.lang, errors);
    reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, &sheet)
}

async fn overview(State(site): State<Site>, admin: Admin) -> Response {
    let app = &site.app;
    let accounts = app::account::manage::list(app, &admin.staff.actor).await.unwrap_or_default();
    let policy = app.policy();
    let today = admin.today();
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let mut sheet = admin.sheet(admin.t(K::AdminTitle), "/quan-tri").await;
    let page = &sheet.page;
    let enabled = accounts.iter().filter(|listed| listed.account.disabled_at.is_none()).count();
    let words = [
        page.count(K::AdminAccountsCount, count(enabled)),
        page.count(K::AdminUnitsCount, count(policy.units().on(today).count())),
        page.count(K::AdminPacksCount, count(policy.packs().len())),
        page.count(K::AdminProgrammesCount, count(policy.programmes().len())),
        admin.t(K::AdminCalendarsWhat),
        admin.t(K::AdminTokensWhat),
        admin.t(K::AdminRightsWhat),
        admin.t(K::AdminLogWhat),
    ];
    let links = sections(admin.lang()).into_iter().skip(1);
    sheet.add(Block::Tiles(links.zip(words).collect()));
    shown(&sheet).into_response()
}
