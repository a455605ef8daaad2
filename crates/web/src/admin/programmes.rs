//! No-wait programmes: what was announced, its lists, its dates.

use super::pack_text::{files, href, replace};
use super::packs::answer;
use super::problems::{self, Errors};
use super::{Admin, bundle, shown};
use crate::fields::Fields;
use crate::layout::{Link, encode};
use crate::sheet::{Block, Cell, Form, Part, Sheet, Table};
use crate::site::Site;
use app::AppError;
use app::policy;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use domain::programme::{EntryPlace, OnDayOff, Programme};
use i18n::{Key as K, format, words};
use std::collections::BTreeMap;

const PATH: &str = "/quan-tri/chuong-trinh";
const FILE: &str = "programmes.toml";

pub(super) fn router() -> Router<Site> {
    Router::new().route(PATH, get(open)).route("/quan-tri/chuong-trinh/{pack}/{id}", post(save))
}

/// Programmes with the pack each stands in.
async fn all(admin: &Admin) -> Result<Vec<(String, Programme)>, AppError> {
    let mut all = Vec::new();
    for (pack, files) in policy::stored(&admin.site.app.store).await? {
        let (read, _) = policy::check(&pack, &files)?;
        all.extend(read.programmes.into_iter().map(|programme| (pack.clone(), programme)));
    }
    Ok(all)
}

async fn open(
    State(_site): State<Site>,
    admin: Admin,
    Query(query): Query<BTreeMap<String, String>>,
) -> Response {
    match build(&admin, None, &[]).await {
        Ok(mut sheet) => {
            sheet.notice = query.contains_key("xong").then(|| admin.done(K::AdminApplied)).flatten();
            shown(&sheet)
        }
        Err(error) => admin.failed(&error),
    }
}

async fn build(
    admin: &Admin,
    sent: Option<(&str, &Fields)>,
    errors: &[(String, String)],
) -> Result<Sheet, AppError> {
    let mut sheet = admin.sheet(admin.t(K::AdminProgrammes), PATH).await;
    sheet.lead = Some(admin.t(K::AdminProgrammesLead));
    for (pack, programme) in all(admin).await? {
        sheet.add(Block::Head(admin.staff.ask.name_of(&programme.name).to_owned()));
        sheet.add(Block::Facts(facts(admin, &programme)));
        let (kept, typed, shown_errors);
        (typed, shown_errors) = match sent {
            Some((id, fields)) if id == programme.id.as_str() => (fields, errors),
            Some(_) | None => {
                let mut fields = Fields::default();
                problems::set_date(&mut fields, "tu-ngay", programme.validity.from);
                if let Some(to) = programme.validity.to {
                    problems::set_date(&mut fields, "den-ngay", to);
                }
                kept = fields;
                (&kept, [].as_slice())
            }
        };
        let parts = vec![
            Part::Date(problems::date_field(admin.lang(), "tu-ngay", K::AdminFrom, typed, shown_errors)),
            Part::Date(problems::date_field(admin.lang(), "den-ngay", K::AdminTo, typed, shown_errors)),
        ];
        let action = format!("{PATH}/{}/{}", encode(&pack), encode(programme.id.as_str()));
        sheet.add(Block::Form(Form::new(action, parts, &admin.t(K::AdminSaveDates))));
        sheet.add(Block::Links(vec![Link::new(href(&pack, FILE), admin.t(K::AdminEditInPack))]));
        sheet.add(Block::Table(entries(admin, &programme)));
    }
    Ok(sheet)
}

fn facts(admin: &Admin, programme: &Programme) -> Vec<(String, String)> {
    let lang = admin.lang();
    let days: Vec<&str> = programme.weekdays.iter().map(|day| format::weekday(lang, *day)).collect();
    let channels: Vec<&str> =
        programme.channels.iter().map(|channel| words::channel(*channel, lang)).collect();
    let on_day_off = match programme.on_day_off {
        OnDayOff::Skip => K::AdminDayOffSkip,
        OnDayOff::PreviousWorkingDay => K::AdminDayOffBefore,
    };
    vec![
        (admin.t(K::AdminRunBy), admin.unit_name(&programme.run_by)),
        (admin.t(K::AdminValidity), admin.span(programme.validity)),
        (admin.t(K::AdminWeekdays), days.join(", ")),
        (admin.t(K::AdminCutOff), format::clock(lang, programme.cut_off)),
        (admin.t(K::AdminAfterCutOff), format::clock(lang, programme.after_cut_off_before)),
        (admin.t(K::AdminOnDayOff), admin.t(on_day_off)),
        (admin.t(K::AdminChannels), channels.join(", ")),
        (admin.t(K::AdminSource), programme.source.citation.clone()),
    ]
}

fn entries(admin: &Admin, programme: &Programme) -> Table {
    let policy = admin.site.app.policy();
    let row = |entry: &domain::programme::ProgrammeEntry| {
        let version = policy.versions(&entry.procedure).last();
        let name =
            version.map(|version| admin.staff.ask.name_of(&version.name).to_owned()).unwrap_or_default();
        let place = match &entry.place {
            EntryPlace::Level(level) => policy
                .level(level)
                .map_or_else(|| level.to_string(), |level| admin.staff.ask.name_of(&level.name).to_owned()),
            EntryPlace::Unit(unit) => admin.unit_name(unit),
        };
        vec![
            Cell::text(entry.procedure.to_string()),
            Cell::text(name),
            Cell::text(place),
            Cell::text(admin.span(entry.validity)),
            Cell::tag(admin.certainty(entry.source.certainty)),
        ]
    };
    Table {
        caption: admin.t(K::AdminProgrammeList),
        head: [K::AdminCode, K::AdminProcedure, K::AdminWhere, K::AdminValidity, K::AdminCertainty]
            .map(|key| admin.t(key))
            .to_vec(),
        rows: programme.entries.iter().map(row).collect(),
        empty: admin.t(K::AdminNothing),
    }
}

async fn save(
    State(_site): State<Site>,
    admin: Admin,
    Path((pack, id)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    if let Err(response) = admin.genuine(&fields) {
        return response;
    }
    let (from, to) = (problems::date(&fields, "tu-ngay"), problems::date(&fields, "den-ngay"));
    let mut errors = Errors::new();
    if !matches!(from, Ok(Some(_))) {
        errors.push(("tu-ngay".to_owned(), admin.t(K::AdminDateWrong)));
    }
    if to.is_err() {
        errors.push(("den-ngay".to_owned(), admin.t(K::AdminDateWrong)));
    }
    if let (Ok(Some(from)), Ok(Some(to))) = (from, to)
        && to < from
    {
        errors.push(("den-ngay".to_owned(), admin.t(K::AdminPeriodBackwards)));
    }
    let outcome = match (from, to) {
        (Ok(Some(from)), Ok(to)) if errors.is_empty() => {
            let old = match files(&admin, &pack).await {
                Ok(files) => files.into_iter().find(|(path, _)| path == FILE),
                Err(error) => return admin.failed(&error),
            };
            match old.and_then(|(_, text)| bundle::with_dates(&text, &id, from, to)) {
                Some(text) => replace(&admin, &pack, FILE, &text, true).await,
                None => Err(AppError::NotFound { what: "programme" }),
            }
        }
        _wrong => Ok(super::packs::Outcome::Unsound(Vec::new())),
    };
    match build(&admin, Some((&id, &fields)), &errors).await {
        Ok(sheet) => answer(&admin, sheet, outcome, errors, "/quan-tri/chuong-trinh?xong=1"),
        Err(error) => admin.failed(&error),
    }
}
