//! What a unit decides about its appointments.

use crate::booking::hours::failed;
use crate::booking::staff_page::SettingsPage;
use crate::fields::Fields;
use crate::layout::Link;
use crate::reply;
use crate::site::Site;
use crate::staff::{Staff, WRONG};
use crate::widget::{Choice, ErrorSummary, Field, FieldKind, Notice, Opt, Submit, Tone, Width};
use app::AppError;
use app::booking::{self, BookingError, manage};
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::booking::{SettingProblem, SlotSettings};
use i18n::{Arg, Key as K, Lang, format, text, text_with};

/// Names of the numbers with their question and hint.
const NUMBERS: [(&str, K, K); 6] = [
    ("do-dai", K::BookingSlotMinutes, K::BookingSlotMinutesHint),
    ("phuc-vu", K::BookingServiceMinutes, K::BookingServiceMinutesHint),
    ("quay", K::BookingCounters, K::BookingCountersHint),
    ("ty-le", K::BookingShare, K::BookingShareHint),
    ("den", K::BookingShow, K::BookingShowHint),
    ("truoc", K::BookingDaysAhead, K::BookingDaysAheadHint),
];

const fn field_of(problem: SettingProblem) -> &'static str {
    match problem {
        SettingProblem::SlotMinutes => "do-dai",
        SettingProblem::ServiceMinutes => "phuc-vu",
        SettingProblem::Counters => "quay",
        SettingProblem::Share => "ty-le",
        SettingProblem::Show => "den",
        SettingProblem::DaysAhead => "truoc",
    }
}

/// Settings as they stand in the form.
pub fn typed(settings: &SlotSettings) -> Fields {
    let mut fields = Fields::default();
    let numbers = [
        settings.slot_minutes,
        settings.service_minutes,
        settings.counters,
        settings.share_percent,
        settings.show_percent,
        settings.days_ahead,
    ];
    for ((name, ..), number) in NUMBERS.into_iter().zip(numbers) {
        fields.set(name, number.to_string());
    }
    fields.set("mo", if settings.open { "1" } else { "0" });
    fields
}

/// The form back as settings; what is no number becomes one that is out of bounds.
fn read(fields: &Fields) -> SlotSettings {
    let number = |name: &str| fields.get(name).trim().parse().unwrap_or(0);
    SlotSettings {
        open: fields.get("mo") == "1",
        slot_minutes: number("do-dai"),
        service_minutes: number("phuc-vu"),
        counters: number("quay"),
        share_percent: number("ty-le"),
        show_percent: number("den"),
        days_ahead: number("truoc"),
    }
}

/// Whether appointments are given.
pub fn open_choice(lang: Lang, fields: &Fields) -> Choice {
    let option = |value, key| Opt::new(value, text(lang, key));
    let options = vec![option("1", K::BookingOpenYes), option("0", K::BookingOpenNo)];
    Choice::one(lang, "mo", text(lang, K::BookingOpen), options).pick(fields.get("mo"))
}

/// The numbers with what was typed.
pub fn number_fields(lang: Lang, fields: &Fields, problems: &[(String, String)]) -> Vec<Field> {
    let field = |(name, label, hint): (&'static str, K, K)| {
        let error = problems.iter().find(|(field, _)| field == name).map(|(_, why)| why.clone());
        Field::of(lang, name, text(lang, label), FieldKind::Digits)
            .hint(text(lang, hint))
            .value(fields.get(name))
            .error(error)
            .width(Width::Short)
    };
    NUMBERS.into_iter().map(field).collect()
}

/// `GET /quay/lich-hen/cai-dat`.
pub async fn show(State(site): State<Site>, staff: Staff, RawQuery(query): RawQuery) -> Response {
    let saved = query.as_deref() == Some("da-luu=1");
    let notice = saved.then(|| Notice::new(Tone::Good, text(staff.ask.lang, K::BookingSettingsSaved), None));
    match page(&site, &staff, None, &[], notice).await {
        Ok(page) => reply::page(&page),
        Err(error) => failed(&staff.ask, &error),
    }
}

async fn page(
    site: &Site,
    staff: &Staff,
    sent: Option<&Fields>,
    problems: &[(String, String)],
    notice: Option<Notice>,
) -> Result<SettingsPage, BookingError> {
    let (app, lang) = (&site.app, staff.ask.lang);
    let found = manage::settings(app, &staff.actor, &staff.actor.unit).await?;
    let held = typed(&found.settings);
    let fields = sent.unwrap_or(&held);
    let mut page = staff.page(app, text(lang, K::BookingSettings)).await;
    page.back = Some(Link::new("/quay/lich-hen", text(lang, K::BookingManage)));
    page.wrong = !problems.is_empty();
    let days = booking::days_of(app, &staff.actor.unit, 1).await?;
    let result = days.first().map_or_else(
        || text(lang, K::BookingManageNoHours).to_owned(),
        |day| {
            let on = i18n::words::day(lang, day.on);
            let places: u32 = day.hours.iter().map(|hour| hour.places).sum();
            let show = format::number(lang, share(found.show));
            let args = [
                ("day", Arg::Text(&on)),
                ("places", Arg::Number(i64::from(places))),
                ("show", Arg::Text(&show)),
            ];
            text_with(lang, K::BookingSettingsResult, &args)
        },
    );
    Ok(SettingsPage {
        csrf: staff.csrf.clone(),
        version: sent.map_or_else(|| found.version.to_string(), |sent| sent.get("ban").to_owned()),
        notice,
        summary: ErrorSummary::new(lang, problems.to_vec()),
        open: open_choice(lang, fields),
        fields: number_fields(lang, fields, problems),
        result,
        submit: Submit::new(text(lang, K::BookingSettingsSave)),
        page,
    })
}

/// A fraction as whole per cents.
fn share(fraction: f64) -> i64 {
    (0..=100).rev().find(|percent| f64::from(*percent) <= fraction * 100.0 + 0.5).unwrap_or_default().into()
}

/// `POST /quay/lich-hen/cai-dat`.
pub async fn save(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let lang = staff.ask.lang;
    let settings = read(&fields);
    let sentence = |problem: SettingProblem| {
        let name = field_of(problem);
        let hint = NUMBERS.iter().find(|(field, ..)| *field == name).map(|(.., hint)| text(lang, *hint));
        (
            name.to_owned(),
            text_with(lang, K::BookingSettingWrong, &[("bounds", Arg::Text(hint.unwrap_or_default()))]),
        )
    };
    let problems: Vec<_> = settings.problems().into_iter().map(sentence).collect();
    if !problems.is_empty() {
        return shown(&site, &staff, WRONG, &fields, &problems, None).await;
    }
    let seen = fields.get("ban").parse().unwrap_or(-1);
    match manage::decide(&site.app, &staff.actor, &staff.actor.unit, settings, seen).await {
        Ok(()) => reply::see_other("/quay/lich-hen/cai-dat?da-luu=1"),
        Err(BookingError::App(AppError::Stale { .. })) => {
            let notice = Notice::new(Tone::Care, text(lang, K::BookingSettingsStale), None);
            // What somebody else decided stands; what was typed stays in the form with the new version.
            let mut fields = fields;
            if let Ok(now) = manage::settings(&site.app, &staff.actor, &staff.actor.unit).await {
                fields.set("ban", now.version.to_string());
            }
            shown(&site, &staff, StatusCode::CONFLICT, &fields, &[], Some(notice)).await
        }
        Err(error) => failed(&staff.ask, &error),
    }
}

async fn shown(
    site: &Site,
    staff: &Staff,
    status: StatusCode,
    fields: &Fields,
    problems: &[(String, String)],
    notice: Option<Notice>,
) -> Response {
    match page(site, staff, Some(fields), problems, notice).await {
        Ok(page) => reply::page_with(status, &page),
        Err(error) => failed(&staff.ask, &error),
    }
}
