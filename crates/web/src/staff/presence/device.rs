//! The shared device at the door, and what one needs to be known there: a number, a badge.

use super::{PATH, back_link, checked, word};
use crate::admin::problems;
use crate::fields::Fields;
use crate::layout::{Link, Page};
use crate::reply;
use crate::sheet::{Block, Form, Sheet};
use crate::site::Site;
use crate::staff::Staff;
use crate::staff::roster::{Planner, people_options, person, wrong};
use crate::staff::work::query_of;
use crate::widget::{ErrorSummary, Field, FieldKind, Notice, Submit, Tone, Width};
use app::AppError;
use app::presence::check_in::Own;
use app::presence::device::{self, DeviceError, Way};
use askama::Template;
use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use i18n::{Arg, Key as K, format, text_with};

const DEVICE: &str = "/diem-danh/thiet-bi";

/// Addresses of this module.
pub fn router() -> Router<Site> {
    Router::new()
        .route(DEVICE, get(open).post(act))
        .route("/diem-danh/ma-so", post(set_pin))
        .route("/diem-danh/the", post(badge))
        .route("/diem-danh/the/huy", post(revoke))
}

/// The parts of one's own page: the number and the badge.
pub(super) fn own_parts(sheet: &mut Sheet, planner: &Planner, own: &Own, errors: &[(String, String)]) {
    let lang = planner.lang();
    sheet.add(Block::Links(vec![Link::new(DEVICE, planner.t(K::PresenceDeviceOpen))]));
    let key = if own.has_pin { K::PresencePinKept } else { K::PresencePinNone };
    let mut pin = Field::of(lang, "ma-so", planner.t(K::PresencePin), FieldKind::Password)
        .hint(planner.t(K::PresencePinHint))
        .error(problems::of(errors, "ma-so"))
        .width(Width::Medium);
    pin.autocomplete = Some("new-password");
    sheet.add(Block::Text(planner.t(key)));
    let mut form = Form::new("/diem-danh/ma-so", vec![pin.into()], "");
    form.submits = vec![Submit::new(planner.t(K::PresencePinSet)).class("plain")];
    sheet.add(Block::Form(form));
    let since = own.badge_since.map(|since| format::moment(lang, since));
    sheet.add(Block::Text(match &since {
        Some(since) => text_with(lang, K::PresenceBadgeSince, &[("at", Arg::Text(since))]),
        None => planner.t(K::PresenceBadgeNone),
    }));
    let mut form = Form::new("/diem-danh/the", Vec::new(), "");
    form.submits = vec![Submit::new(planner.t(K::PresenceBadgeNew)).class("plain")];
    sheet.add(Block::Form(form));
    if since.is_some() {
        let mut form = Form::new("/diem-danh/the/huy", Vec::new(), "");
        form.submits = vec![Submit::new(planner.t(K::PresenceBadgeRevoke)).class("plain")];
        sheet.add(Block::Form(form));
    }
}

async fn open(State(site): State<Site>, staff: Staff, RawQuery(query): RawQuery) -> Response {
    let query = query_of(query.as_deref());
    let planner = Planner::new(site, staff, "");
    match build(&planner, "", &[]).await {
        Ok(mut sheet) => {
            sheet.notice = super::done(&planner, &query);
            reply::page(&sheet)
        }
        Err(error) => planner.failed(&error),
    }
}

/// The page of the device; the chosen name is kept, a number never.
async fn build(planner: &Planner, chosen: &str, errors: &[(String, String)]) -> Result<Sheet, AppError> {
    let people = device::people(&planner.site.app, &planner.staff.actor).await?;
    let lang = planner.lang();
    let mut sheet = planner.sheet(planner.t(K::PresenceDeviceTitle), DEVICE).await;
    sheet.page.back = Some(back_link(planner));
    let submits = |form: &mut Form| {
        let send = |key, way: &str, class| Submit {
            sends: Some(("chieu", way.to_owned())),
            ..Submit::new(planner.t(key)).class(class)
        };
        form.submits = vec![send(K::PresenceEnter, "vao", ""), send(K::PresenceOut, "ve", "plain")];
    };
    let mut scan = Field::text(lang, "the", planner.t(K::PresenceScan))
        .hint(planner.t(K::PresenceScanHint))
        .error(problems::of(errors, "the"));
    scan.scan = true;
    let mut by_badge = Form::new(DEVICE, vec![scan.into()], "");
    submits(&mut by_badge);
    sheet.add(Block::Form(by_badge));
    sheet.head(K::PresenceByPin);
    let who = Field::of(
        lang,
        "nguoi",
        planner.t(K::RosterPerson),
        FieldKind::Select(people_options(lang, &people)),
    )
    .value(chosen)
    .error(problems::of(errors, "nguoi"));
    let mut pin = Field::of(lang, "ma-so", planner.t(K::PresencePin), FieldKind::Password)
        .error(problems::of(errors, "ma-so"))
        .width(Width::Medium);
    pin.autocomplete = Some("off");
    let mut by_pin = Form::new(DEVICE, vec![who.into(), pin.into()], "");
    submits(&mut by_pin);
    sheet.add(Block::Form(by_pin));
    Ok(sheet)
}

async fn act(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    let planner = Planner::new(site, staff, "");
    if let Err(refused) = checked(&planner, &fields) {
        return *refused;
    }
    let way = if fields.get("chieu") == "ve" { Way::Out } else { Way::In };
    let (app, actor, address) = (&planner.site.app, &planner.staff.actor, planner.staff.ask.address);
    let (field, done) = match fields.typed("the") {
        Some(scanned) => ("the", device::by_badge(app, actor, scanned, address, way).await),
        None => match person(&fields, "nguoi") {
            Some(who) => ("ma-so", device::by_pin(app, actor, who, fields.get("ma-so"), address, way).await),
            None => return came_back(&planner, &fields, "nguoi", planner.t(K::RosterRowPerson)).await,
        },
    };
    match done {
        Ok(outcome) => reply::see_other(&format!("{DEVICE}?xong={}", word(outcome))),
        Err(DeviceError::App(error)) => planner.failed(&error),
        Err(error) => came_back(&planner, &fields, field, sentence(&planner, &error)).await,
    }
}

fn sentence(planner: &Planner, error: &DeviceError) -> String {
    match error {
        DeviceError::Wrong => planner.t(K::PresenceWrong),
        DeviceError::Wait { seconds } => {
            let seconds = i64::try_from(*seconds).unwrap_or(i64::MAX);
            text_with(planner.lang(), K::PresenceWait, &[("n", Arg::Number(seconds))])
        }
        DeviceError::WeakPin => planner.t(K::PresencePinWeak),
        DeviceError::App(_) => String::new(),
    }
}

async fn came_back(planner: &Planner, fields: &Fields, field: &str, sentence: String) -> Response {
    let errors = vec![(field.to_owned(), sentence)];
    match build(planner, fields.get("nguoi"), &errors).await {
        Ok(sheet) => wrong(sheet, errors),
        Err(error) => planner.failed(&error),
    }
}

async fn set_pin(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    let planner = Planner::new(site, staff, "");
    if let Err(refused) = checked(&planner, &fields) {
        return *refused;
    }
    match device::set_pin(&planner.site.app, &planner.staff.actor, fields.get("ma-so")).await {
        Ok(()) => reply::see_other(&format!("{PATH}?xong=1")),
        Err(DeviceError::App(error)) => planner.failed(&error),
        Err(error) => {
            let errors = vec![("ma-so".to_owned(), sentence(&planner, &error))];
            match super::build(&planner, &Fields::default(), &errors).await {
                Ok(sheet) => wrong(sheet, errors),
                Err(error) => planner.failed(&error),
            }
        }
    }
}

/// A new badge, shown once to be printed.
#[derive(Template)]
#[template(path = "staff/roster/badge.html")]
struct Badge {
    page: Page,
    notice: Notice,
    unit_name: String,
    name: String,
    title: String,
    code: String,
    /// The code as a QR, drawn by us.
    drawing: String,
    errors: Option<ErrorSummary>,
}

async fn badge(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    let planner = Planner::new(site, staff, "");
    if let Err(refused) = checked(&planner, &fields) {
        return *refused;
    }
    let code = match device::issue_badge(&planner.site.app, &planner.staff.actor).await {
        Ok(code) => code,
        Err(error) => return planner.failed(&error),
    };
    let drawing = crate::staff::dossier::qr(&code);
    let mut page = planner.staff.page(&planner.site.app, planner.t(K::PresenceBadge)).await;
    page.path = PATH.to_owned();
    page.back = Some(back_link(&planner));
    let notice = Notice::new(Tone::Care, planner.t(K::PresenceBadgeOnce), None);
    reply::page_with(
        StatusCode::OK,
        &Badge {
            page,
            notice,
            unit_name: planner.staff.unit_name.clone(),
            name: planner.staff.actor.name.clone(),
            title: planner.staff.actor.title.clone(),
            code,
            drawing,
            errors: None,
        },
    )
}

async fn revoke(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    let planner = Planner::new(site, staff, "");
    if let Err(refused) = checked(&planner, &fields) {
        return *refused;
    }
    match device::revoke_badge(&planner.site.app, &planner.staff.actor).await {
        Ok(()) => reply::see_other(&format!("{PATH}?xong=1")),
        Err(error) => planner.failed(&error),
    }
}
