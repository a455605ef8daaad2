//! Working calendars: a year at a glance, its exceptions, a new one.

use super::bundle::{self, Exception};
use super::pack_text::{files, href, replace};
use super::packs::{Outcome, answer};
use super::problems::{self, Errors};
use super::{Admin, shown};
use crate::fields::Fields;
use crate::layout::{Link, encode};
use crate::sheet::{Block, Cell, Day, Form, Month, Part, Sheet, Table};
use crate::site::Site;
use crate::widget::{Choice, Field, Opt, Width};
use app::AppError;
use app::policy;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use catalogue::calendar::CalendarSpec;
use domain::day::{DayKind, WorkingCalendar};
use i18n::{Key as K, format};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

const PATH: &str = "/quan-tri/lich";
const FILE: &str = "calendars.toml";

pub(super) fn router() -> Router<Site> {
    Router::new().route(PATH, get(open).post(save))
}

/// What is looked at: a calendar, the pack it stands in, a year.
struct View {
    pack: String,
    spec: CalendarSpec,
    year: i16,
    others: Vec<String>,
}

async fn view(admin: &Admin, wished: &str, year: &str) -> Result<View, AppError> {
    let mut found: Option<(String, CalendarSpec)> = None;
    let mut others = Vec::new();
    let today = admin.today();
    for (pack, files) in policy::stored(&admin.site.app.store).await? {
        let (read, _) = policy::check(&pack, &files)?;
        let current = read.meta.validity.contains(today);
        for spec in read.calendars {
            others.push(spec.id.to_string());
            let meant = if wished.is_empty() { current } else { spec.id.as_str() == wished };
            if found.is_none() && meant {
                found = Some((pack.clone(), spec));
            }
        }
    }
    let (pack, spec) = found.ok_or(AppError::NotFound { what: "calendar" })?;
    let year = year.parse().ok().filter(|year| (2000..2100).contains(year)).unwrap_or(today.year());
    Ok(View { pack, spec, year, others })
}

async fn open(
    State(_site): State<Site>,
    admin: Admin,
    Query(query): Query<BTreeMap<String, String>>,
) -> Response {
    let asked = |name: &str| query.get(name).map_or("", String::as_str);
    match view(&admin, asked("lich"), asked("nam")).await {
        Ok(view) => {
            let mut sheet = build(&admin, &view, &Fields::default(), &[]).await;
            sheet.notice = query.contains_key("xong").then(|| admin.done(K::AdminApplied)).flatten();
            shown(&sheet)
        }
        Err(error) => admin.failed(&error),
    }
}

fn here(calendar: &str, year: i16) -> String {
    format!("{PATH}?lich={}&nam={year}", encode(calendar))
}

async fn build(admin: &Admin, view: &View, fields: &Fields, errors: &[(String, String)]) -> Sheet {
    let (spec, year) = (&view.spec, view.year);
    let id = spec.id.as_str();
    let mut sheet = admin.sheet(admin.t(K::AdminCalendars), here(id, year)).await;
    sheet.lead = Some(format!("{}. {}", admin.staff.ask.name_of(&spec.name), hours(admin, spec)));
    if view.others.len() > 1 {
        let link = |other: &String| (Link::new(here(other, year), other.clone()), other == id);
        sheet.add(Block::Chips(view.others.iter().map(link).collect()));
    }
    let known: Vec<i16> = spec.years.iter().map(|year| year.year).collect();
    let link = |other: &i16| (Link::new(here(id, *other), other.to_string()), *other == year);
    sheet.add(Block::Chips(known.iter().map(link).collect()));
    let policy = admin.site.app.policy();
    if let Some(calendar) = policy.calendar(&spec.id).filter(|_| known.contains(&year)) {
        sheet.add(Block::Year(months(admin, calendar, year)));
        sheet.add(Block::Text(admin.t(K::AdminCalendarLegend)));
    } else {
        sheet.add(Block::Text(sheet.page.fill(K::AdminCalendarNoYear, "year", &year.to_string())));
    }
    sheet.add(Block::Table(exceptions(admin, spec, year)));
    sheet.add(Block::Links(vec![Link::new(href(&view.pack, FILE), admin.t(K::AdminEditInPack))]));
    sheet.head(K::AdminCalendarAdd);
    sheet.add(Block::Form(form(admin, view, fields, errors)));
    sheet
}

/// The ordinary hours of the week, days with the same hours together.
fn hours(admin: &Admin, spec: &CalendarSpec) -> String {
    let mut parts: Vec<(String, Vec<&str>)> = Vec::new();
    for (day, windows) in &spec.week.days {
        let span = |window: &domain::day::Window| {
            let clock = format::clock_short;
            format!("{}–{}", clock(window.opens()), clock(window.closes()))
        };
        let words = windows.iter().map(span).collect::<Vec<_>>().join(", ");
        let name = format::weekday(admin.lang(), *day);
        match parts.last_mut().filter(|(same, _)| *same == words) {
            Some((_, days)) => days.push(name),
            None => parts.push((words, vec![name])),
        }
    }
    let part = |(words, days): (String, Vec<&str>)| match days.as_slice() {
        [first, .., last] => format!("{first} – {last}: {words}"),
        [] | [_] => format!("{}: {words}", days.join("")),
    };
    parts.into_iter().map(part).collect::<Vec<_>>().join("; ")
}

fn months(admin: &Admin, calendar: &WorkingCalendar, year: i16) -> Vec<Month> {
    let lang = admin.lang();
    let month = |month: i8| {
        let first = Date::new(year, month, 1).ok()?;
        let days = (0..i64::from(first.days_in_month())).map(|offset| {
            let on = first.saturating_add(offset.days());
            let named = |day: &domain::day::NamedDay| {
                let name = match lang {
                    i18n::Lang::Vi => &day.vi,
                    i18n::Lang::En => &day.en,
                };
                format!("{}: {name}", format::date(lang, on))
            };
            match calendar.is_working_day(on) {
                DayKind::Working => Day { class: "", mark: "", words: String::new() },
                DayKind::WeeklyOff => Day { class: "rest", mark: "·", words: admin.t(K::AdminWeeklyOff) },
                DayKind::Holiday(day) => Day { class: "off", mark: "×", words: named(&day) },
                DayKind::MadeUp(day) => Day { class: "worked", mark: "+", words: named(&day) },
            }
        });
        Some(Month { name: month.to_string(), days: days.collect() })
    };
    (1..=12).filter_map(month).collect()
}

fn exceptions(admin: &Admin, spec: &CalendarSpec, year: i16) -> Table {
    let lang = admin.lang();
    let mut rows = Vec::new();
    for spec in spec.years.iter().filter(|spec| spec.year == year) {
        for off in &spec.off {
            let mut days = format::date(lang, off.from);
            if off.to > off.from {
                days = format!("{days} – {}", format::date(lang, off.to));
            }
            rows.push((off.from, days, K::AdminOff, admin.staff.ask.name_of(&off.name).to_owned()));
        }
        for worked in &spec.worked {
            let name = admin.staff.ask.name_of(&worked.name).to_owned();
            rows.push((worked.on, format::date(lang, worked.on), K::AdminWorked, name));
        }
    }
    rows.sort_by_key(|row| row.0);
    Table {
        caption: admin.t(K::AdminExceptions),
        head: [K::AdminDays, K::AdminKind, K::AdminCalled].map(|key| admin.t(key)).to_vec(),
        rows: rows
            .into_iter()
            .map(|(_, days, kind, name)| vec![Cell::text(days), Cell::text(admin.t(kind)), Cell::text(name)])
            .collect(),
        empty: admin.t(K::AdminNothing),
    }
}

fn form(admin: &Admin, view: &View, fields: &Fields, errors: &[(String, String)]) -> Form {
    let lang = admin.lang();
    let options = vec![Opt::new("nghi", admin.t(K::AdminOff)), Opt::new("lam-bu", admin.t(K::AdminWorked))];
    let mut kind =
        Choice::one(lang, "loai", admin.t(K::AdminKind), options).error(problems::of(errors, "loai"));
    kind.picked = fields.typed("loai").map(str::to_owned).into_iter().collect();
    let text = |name: &'static str, key: K| {
        Field::text(lang, name, admin.t(key)).value(fields.get(name)).error(problems::of(errors, name))
    };
    let mut to = problems::date_field(lang, "den-ngay", K::AdminTo, fields, errors);
    to.hint = Some(admin.t(K::AdminOneDayHint));
    let mut hours = text("gio", K::AdminHours).hint(admin.t(K::AdminHoursHint)).width(Width::Medium);
    hours.optional = true;
    let parts = vec![
        Part::Choice(kind),
        Part::Date(problems::date_field(lang, "tu-ngay", K::AdminFrom, fields, errors)),
        Part::Date(to),
        text("ten-vi", K::AdminNameVi).into(),
        text("ten-en", K::AdminNameEn).into(),
        hours.into(),
    ];
    let mut form = Form::new(PATH, parts, &admin.t(K::AdminCalendarAdd));
    form.hidden = vec![("lich", view.spec.id.to_string()), ("nam", view.year.to_string())];
    form
}

/// What a form wants to add.
struct Wish {
    from: Date,
    to: Option<Date>,
    worked: bool,
    names: [String; 2],
    hours: Vec<String>,
}

fn wish(admin: &Admin, fields: &Fields) -> Result<Wish, Errors> {
    let mut errors = Errors::new();
    let mut miss = |field: &str, key: K| errors.push((field.to_owned(), admin.t(key)));
    let kind = fields.get("loai");
    if !["nghi", "lam-bu"].contains(&kind) {
        miss("loai", K::AdminKindMissing);
    }
    let (from, to) = (problems::date(fields, "tu-ngay"), problems::date(fields, "den-ngay"));
    if !matches!(from, Ok(Some(_))) {
        miss("tu-ngay", K::AdminDateWrong);
    }
    match (from, to) {
        (_, Err(())) => miss("den-ngay", K::AdminDateWrong),
        (Ok(Some(from)), Ok(Some(to))) if to < from => miss("den-ngay", K::AdminPeriodBackwards),
        (Ok(Some(from)), Ok(Some(to))) if to.year() != from.year() => miss("den-ngay", K::AdminTwoYears),
        (_, Ok(_)) => {}
    }
    let names = ["ten-vi", "ten-en"].map(|name| domain::text::clean_line(fields.get(name)));
    for (name, field) in names.iter().zip(["ten-vi", "ten-en"]) {
        if name.is_empty() {
            miss(field, K::AdminNameMissing);
        }
    }
    let typed = fields.typed("gio").unwrap_or("07:30-11:30, 13:30-17:00");
    let hours: Vec<String> = typed.split([',', ';']).map(|part| part.trim().replace('–', "-")).collect();
    if hours.iter().any(|part| !part.bytes().all(|b| b.is_ascii_digit() || b == b':' || b == b'-')) {
        miss("gio", K::AdminHoursWrong);
    }
    match from {
        Ok(Some(from)) if errors.is_empty() => Ok(Wish {
            from,
            to: to.ok().flatten().filter(|to| *to != from),
            worked: kind == "lam-bu",
            names,
            hours,
        }),
        _wrong => Err(errors),
    }
}

async fn save(State(_site): State<Site>, admin: Admin, fields: Fields) -> Response {
    if let Err(response) = admin.genuine(&fields) {
        return response;
    }
    let view = match view(&admin, fields.get("lich"), fields.get("nam")).await {
        Ok(view) => view,
        Err(error) => return admin.failed(&error),
    };
    let (outcome, errors, year) = match wish(&admin, &fields) {
        Ok(wish) => match add(&admin, &view, &wish).await {
            Some(outcome) => (outcome, Errors::new(), wish.from.year()),
            None => {
                let year = wish.from.year().to_string();
                let error = i18n::text_with(
                    admin.lang(),
                    K::AdminCalendarNoYear,
                    &[("year", i18n::Arg::Text(&year))],
                );
                (Ok(Outcome::Unsound(Vec::new())), vec![("tu-ngay".to_owned(), error)], view.year)
            }
        },
        Err(errors) => (Ok(Outcome::Unsound(Vec::new())), errors, view.year),
    };
    let sheet = build(&admin, &view, &fields, &errors).await;
    let to = format!("{}&xong=1", here(view.spec.id.as_str(), year));
    answer(&admin, sheet, outcome, errors, &to)
}

/// Adds the exception to the text of the pack; nothing when the pack has no such year.
async fn add(admin: &Admin, view: &View, wish: &Wish) -> Option<Result<Outcome, AppError>> {
    let files = match files(admin, &view.pack).await {
        Ok(files) => files,
        Err(error) => return Some(Err(error)),
    };
    let (_, text) = files.into_iter().find(|(path, _)| path == FILE)?;
    let exception = if wish.worked {
        Exception::Worked { on: wish.from, hours: wish.hours.iter().map(String::as_str).collect() }
    } else {
        Exception::Off { from: wish.from, to: wish.to }
    };
    let [vi, en] = &wish.names;
    let id = view.spec.id.as_str();
    let edited = bundle::with_exception(&text, id, wish.from.year(), &exception, [vi, en])?;
    Some(replace(admin, &view.pack, FILE, &edited, true).await)
}
