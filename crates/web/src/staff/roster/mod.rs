//! The roster's pages.
//!
//! | address | page |
//! |---|---|
//! | `/lich-truc` | [`week`]: how units stand, the coming days of one |
//! | `/lich-truc/{date}` | [`day`]: plan, publish, ask somebody to stand in |
//! | `/lich-truc/tep` | [`file`]: CSV in and out |
//! | `/lich-truc/nang-luc`, `/lich-truc/vang-mat`, `/lich-truc/uy-quyen` | [`rights`] |

mod day;
mod file;
mod rights;
mod say;
mod swap;
mod week;

pub(super) use say::{ready_notice, tag_of};

use super::Staff;
use crate::admin::problems;
use crate::fields::Fields;
use crate::layout::Link;
use crate::reply;
use crate::sheet::Sheet;
use crate::site::Site;
use crate::widget::{ErrorSummary, Notice, Opt, Tone};
use app::AppError;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use domain::id::AccountId;
use domain::place::UnitCode;
use domain::time::civil;
use i18n::{Key as K, Lang, text};
use jiff::civil::Date;
use storage::roster::day::MemberRow;

/// Addresses of this module.
pub fn router() -> Router<Site> {
    Router::new()
        .merge(week::router())
        .merge(file::router())
        .merge(rights::router())
        .merge(day::router())
        .merge(swap::router())
}

/// Somebody looking at the roster of one unit.
pub(super) struct Planner {
    pub site: Site,
    pub staff: Staff,
    pub unit: UnitCode,
}

impl Planner {
    /// The unit that an address or a form names, else the one of the desk.
    pub fn new(site: Site, staff: Staff, named: &str) -> Self {
        let unit = named.parse().unwrap_or_else(|_| staff.actor.unit.clone());
        Self { site, staff, unit }
    }

    pub fn lang(&self) -> Lang {
        self.staff.ask.lang
    }

    pub fn t(&self, key: K) -> String {
        text(self.lang(), key).to_owned()
    }

    pub fn today(&self) -> Date {
        civil(self.staff.now).date()
    }

    /// The name of a unit today.
    pub fn unit_name(&self, code: &UnitCode) -> String {
        let policy = self.site.app.policy();
        let unit = policy.unit(code, self.today());
        unit.map_or_else(|| code.to_string(), |unit| self.staff.ask.name_of(&unit.name).to_owned())
    }

    /// The name of a sector.
    pub fn sector_name(&self, code: &domain::procedure::SectorCode) -> String {
        let policy = self.site.app.policy();
        let sector = policy.sector(code);
        sector.map_or_else(|| code.to_string(), |sector| self.staff.ask.name_of(&sector.name).to_owned())
    }

    /// An address of this unit's roster.
    pub fn href(&self, path: &str) -> String {
        let joint = if path.contains('?') { '&' } else { '?' };
        format!("{path}{joint}don-vi={}", self.unit)
    }

    /// The sections of the roster.
    pub fn sections(&self) -> Vec<Link> {
        [
            ("/lich-truc", K::RosterTitle),
            ("/lich-truc/nang-luc", K::RosterSkills),
            ("/lich-truc/vang-mat", K::RosterAbsences),
            ("/lich-truc/uy-quyen", K::RosterDelegations),
            ("/lich-truc/tep", K::RosterFiles),
            ("/diem-danh", K::PresenceTitle),
        ]
        .map(|(href, key)| Link::new(self.href(href), self.t(key)))
        .to_vec()
    }

    /// An empty page of the roster.
    pub async fn sheet(&self, title: impl Into<String>, path: &str) -> Sheet {
        let mut page = self.staff.page(&self.site.app, title).await;
        page.path = self.href(path);
        let name = self.t(K::RosterTitle);
        let mut sheet = Sheet::new(page, self.staff.csrf.clone(), name, self.sections());
        sheet.lead = Some(self.unit_name(&self.unit));
        sheet
    }

    pub fn failed(&self, error: &AppError) -> Response {
        reply::failed(&self.staff.ask, error)
    }

    /// Whether the form comes from a page of the session, else the answer.
    #[allow(clippy::result_large_err, reason = "the answer is sent at once, not carried far")]
    pub fn genuine(&self, fields: &Fields) -> Result<(), Response> {
        self.staff.genuine(fields).map_err(|response| *response)
    }

    /// The unit as a hidden value of a form.
    pub fn hidden(&self) -> Vec<(&'static str, String)> {
        vec![("don-vi", self.unit.to_string())]
    }
}

/// A page of a form that came back: everything wrong on top, 422.
pub(super) fn wrong(mut sheet: Sheet, errors: Vec<(String, String)>) -> Response {
    sheet.page.wrong = true;
    sheet.summary = ErrorSummary::new(sheet.page.lang, errors);
    reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, &sheet)
}

/// What was just done, when the address says so.
pub(super) fn done(query: &Fields, lang: Lang) -> Option<Notice> {
    (query.get("xong") == "1").then(|| Notice::new(Tone::Good, text(lang, K::AdminSaved), None))
}

/// People as answers to pick.
pub(super) fn people_options(lang: Lang, people: &[MemberRow]) -> Vec<Opt> {
    let mut options = vec![Opt::new("", text(lang, K::AdminChoose))];
    let line = |row: &MemberRow| match row.title.as_str() {
        "" => row.name.clone(),
        title => format!("{} – {title}", row.name),
    };
    options.extend(people.iter().map(|row| Opt::new(row.id.to_string(), line(row))));
    options
}

/// Somebody a form names.
pub(super) fn person(fields: &Fields, name: &str) -> Option<AccountId> {
    fields.get(name).parse().ok()
}

/// A date that a form must name; else the sentence for its field.
pub(super) fn must_date(
    fields: &Fields,
    name: &str,
    errors: &mut Vec<(String, String)>,
    lang: Lang,
) -> Option<Date> {
    let found = problems::date(fields, name).ok().flatten();
    if found.is_none() {
        errors.push((name.to_owned(), text(lang, K::RosterDateWrong).to_owned()));
    }
    found
}
