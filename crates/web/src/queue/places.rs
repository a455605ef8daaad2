//! Counters and groups of a unit, `/quay/goi-so/quay`: described, added, removed by whoever runs the counter.

use super::desk::counter_name;
use super::desk::groups_of;
use super::say::{failed, is_told, sentence, status};
use crate::fields::Fields;
use crate::layout::{Link, Page};
use crate::portal::handler::answer::Query;
use crate::reply;
use crate::site::Site;
use crate::staff::Staff;
use crate::widget::{Choice, ErrorSummary, Field, FieldKind, Notice, Opt, Tone, Width};
use app::queue::{QueueError, counter, view};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use domain::permit::DayAct;
use domain::procedure::SectorCode;
use domain::queue::{CounterNumber, Group, GroupSpec, Purpose};
use domain::text::clean_line;
use i18n::{Key as K, Lang, text, words};
use std::collections::BTreeSet;

/// Longest sign, in characters.
const LABEL_CHARS_MAX: usize = 60;

/// Addresses of the administration of counters.
pub fn router() -> Router<Site> {
    Router::new().route("/quay/goi-so/quay", get(show).post(save))
}

/// One counter or group as listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// More about it.
    pub note: String,
    /// The value that removes it.
    pub value: String,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "queue/places.html")]
pub struct Places {
    /// The frame.
    pub page: Page,
    /// Secret of the session.
    pub csrf: String,
    /// What happened.
    pub notice: Option<Notice>,
    /// What is wrong.
    pub errors: Option<ErrorSummary>,
    /// Counters.
    pub counters: Vec<Row>,
    /// Groups.
    pub groups: Vec<Row>,
    /// Number and sign of a counter to describe.
    pub counter: [Field; 2],
    /// Its groups.
    pub serves: Choice,
    /// Letter, purpose, sector of a group to set up.
    pub group: [Field; 3],
}

async fn show(State(site): State<Site>, staff: Staff, Query(query): Query) -> Response {
    let title = text(staff.ask.lang, K::QueuePlacesSaved);
    let notice = query.ticked("xong").then(|| Notice::new(Tone::Good, title, None));
    page_of(&site, &staff, &Fields::default(), Vec::new(), notice, StatusCode::OK).await
}

type Wrong = Vec<(String, String)>;

async fn page_of(
    site: &Site,
    staff: &Staff,
    fields: &Fields,
    wrong: Wrong,
    notice: Option<Notice>,
    code: StatusCode,
) -> Response {
    let (lang, unit) = (staff.ask.lang, &staff.actor.unit);
    if let Err(denied) = staff.actor.at_unit(&site.app.policy(), staff.now, DayAct::SetCounter.into(), unit) {
        return reply::failed(&staff.ask, &denied);
    }
    let view = match view::take(&site.app, unit).await {
        Ok(view) => view,
        Err(error) => return failed(&staff.ask, &error),
    };
    let mut page = staff.page(&site.app, text(lang, K::QueuePlacesTitle)).await;
    page.back = Some(Link::new("/quay/goi-so", text(lang, K::QueueDeskTitle)));
    page.wrong = !wrong.is_empty();
    let error = |name: &str| wrong.iter().find(|(field, _)| field == name).map(|(_, told)| told.clone());
    let letters =
        |groups: &BTreeSet<Group>| groups.iter().map(Group::to_string).collect::<Vec<_>>().join(" ");
    let counters = view.counters.iter().map(|counter| Row {
        name: counter_name(counter, lang),
        note: if counter.is_open {
            letters(&counter.counter.groups)
        } else {
            format!("{} · {}", letters(&counter.counter.groups), text(lang, K::QueuePlacesClosed))
        },
        value: counter.counter.number.to_string(),
    });
    let groups = view.groups.iter().map(|group| Row {
        name: format!("{} · {}", group.spec.group, words::purpose(group.spec.purpose, lang)),
        note: sectors(site, &group.spec, lang),
        value: group.spec.group.to_string(),
    });
    let field = |name: &'static str, label| {
        Field::text(lang, name, text(lang, label)).value(fields.get(name)).error(error(name))
    };
    let serves = view.groups.iter().map(|group| {
        let letter = group.spec.group.to_string();
        let label = format!("{letter} · {}", words::purpose(group.spec.purpose, lang));
        Opt::new(letter, label)
    });
    let mut choice = Choice::any(lang, "nhom", text(lang, K::QueuePlacesGroups), serves.collect());
    choice.picked = groups_of(fields).iter().map(Group::to_string).collect();
    let places = Places {
        csrf: staff.csrf.clone(),
        notice,
        errors: ErrorSummary::new(lang, wrong.clone()),
        counters: counters.collect(),
        groups: groups.collect(),
        counter: [
            field("so-quay", K::QueuePlacesNumber).width(Width::Short),
            field("bien", K::QueuePlacesLabel),
        ],
        serves: choice.error(error("nhom")),
        group: [
            field("chu-cai", K::QueuePlacesLetter).width(Width::Short),
            purpose_field(lang, fields).error(error("viec-nhom")),
            sector_field(site, lang, fields),
        ],
        page,
    };
    reply::page_with(code, &places)
}

fn sectors(site: &Site, spec: &GroupSpec, lang: Lang) -> String {
    if spec.sectors.is_empty() {
        return text(lang, K::QueuePlacesSectorsAll).to_owned();
    }
    let policy = site.app.policy();
    let name = |code: &SectorCode| {
        let sector = policy.sectors().find(|sector| sector.code == *code);
        sector.map_or_else(|| code.to_string(), |sector| named(lang, &sector.name).to_owned())
    };
    spec.sectors.iter().map(name).collect::<Vec<_>>().join(", ")
}

use crate::portal::handler::answer::named;

fn purpose_field(lang: Lang, fields: &Fields) -> Field {
    let options =
        Purpose::ALL.map(|purpose| Opt::new(purpose.name(), words::purpose(purpose, lang))).to_vec();
    let kind = FieldKind::Select(options);
    Field::of(lang, "viec-nhom", text(lang, K::QueuePlacesPurpose), kind).value(fields.get("viec-nhom"))
}

fn sector_field(site: &Site, lang: Lang, fields: &Fields) -> Field {
    let mut options = vec![Opt::new("", text(lang, K::QueuePlacesSectorsAll))];
    let policy = site.app.policy();
    options.extend(policy.sectors().map(|sector| Opt::new(sector.code.as_str(), named(lang, &sector.name))));
    let kind = FieldKind::Select(options);
    Field::of(lang, "linh-vuc", text(lang, K::QueuePlacesSectors), kind).value(fields.get("linh-vuc"))
}

async fn save(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let (app, actor, unit) = (&site.app, &staff.actor, &staff.actor.unit);
    let lang = staff.ask.lang;
    let done: Result<(), QueueError> = match fields.get("viec") {
        "luu-quay" => match read_counter(&fields, lang) {
            Ok((number, label, groups)) => counter::describe(app, actor, unit, number, label, groups).await,
            Err(wrong) => return wrong_page(&site, &staff, &fields, wrong).await,
        },
        "luu-nhom" => match read_group(&fields, lang) {
            Ok(spec) => counter::set_group(app, actor, unit, spec).await,
            Err(wrong) => return wrong_page(&site, &staff, &fields, wrong).await,
        },
        other => match other.split_once(':') {
            Some(("bo-quay", number)) => match number.parse() {
                Ok(number) => counter::remove(app, actor, unit, number).await,
                Err(_) => Err(QueueError::NoGroup),
            },
            Some(("bo-nhom", letter)) => match letter.parse() {
                Ok(group) => counter::remove_group(app, actor, unit, group).await,
                Err(_) => Err(QueueError::NoGroup),
            },
            Some(_) | None => Err(QueueError::NoGroup),
        },
    };
    match done {
        Ok(()) => reply::see_other("/quay/goi-so/quay?xong=1"),
        Err(error) if is_told(&error) => {
            let title = sentence(lang, &error).unwrap_or_default();
            let notice = Notice::new(Tone::Care, title, None);
            page_of(&site, &staff, &fields, Vec::new(), Some(notice), status(&error)).await
        }
        Err(error) => failed(&staff.ask, &error),
    }
}

async fn wrong_page(site: &Site, staff: &Staff, fields: &Fields, wrong: Wrong) -> Response {
    page_of(site, staff, fields, wrong, None, StatusCode::UNPROCESSABLE_ENTITY).await
}

fn read_counter(fields: &Fields, lang: Lang) -> Result<(CounterNumber, String, BTreeSet<Group>), Wrong> {
    let mut wrong = Vec::new();
    let number = fields.get("so-quay").parse::<CounterNumber>();
    if number.is_err() {
        wrong.push(("so-quay".to_owned(), text(lang, K::QueuePlacesNumberWrong).to_owned()));
    }
    let groups = groups_of(fields);
    if groups.is_empty() {
        wrong.push(("nhom".to_owned(), text(lang, K::QueuePlacesGroupsWrong).to_owned()));
    }
    let label: String = clean_line(fields.get("bien")).chars().take(LABEL_CHARS_MAX).collect();
    match number {
        Ok(number) if wrong.is_empty() => Ok((number, label, groups)),
        Ok(_) | Err(_) => Err(wrong),
    }
}

fn read_group(fields: &Fields, lang: Lang) -> Result<GroupSpec, Wrong> {
    let mut wrong = Vec::new();
    let letter = fields.get("chu-cai").parse::<Group>();
    if letter.is_err() {
        wrong.push(("chu-cai".to_owned(), text(lang, K::QueuePlacesLetterWrong).to_owned()));
    }
    let purpose = Purpose::from_name(fields.get("viec-nhom"));
    if purpose.is_none() {
        wrong.push(("viec-nhom".to_owned(), text(lang, K::QueuePlacesPurposeWrong).to_owned()));
    }
    let sectors = fields.typed("linh-vuc").and_then(|code| code.parse::<SectorCode>().ok());
    match (letter, purpose) {
        (Ok(group), Some(purpose)) => {
            Ok(GroupSpec { group, purpose, sectors: sectors.into_iter().collect() })
        }
        (_, _) => Err(wrong),
    }
}
