//! `/diem-danh`: checking in and out, being called away, who is here; `/diem-danh/thiet-bi`: the shared device.

mod device;

use super::Staff;
use super::roster::Planner;
use super::work::query_of;
use crate::admin::problems;
use crate::fields::Fields;
use crate::layout::Link;
use crate::reply;
use crate::sheet::{Block, Cell, Form, Part, Sheet, Table};
use crate::site::Site;
use crate::widget::{Choice, Field, Notice, Opt, Submit, Tag, Tone, Width};
use app::AppError;
use app::presence::check_in::{self, Outcome, Own};
use app::presence::correct::{self, CorrectError, Correction, CorrectionProblem};
use app::presence::{Seen, away};
use app::roster::csv::hour;
use axum::Router;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use axum::routing::{get, post};
use domain::permit::DayAct;
use domain::promise::DutySet;
use domain::roster::StayEnd;
use domain::time::civil;
use i18n::{Arg, Key as K, format, text_with, words};
use jiff::Timestamp;

const PATH: &str = "/diem-danh";

/// Addresses of this module.
pub fn router() -> Router<Site> {
    Router::new()
        .route(PATH, get(open).post(enter))
        .route("/diem-danh/ve", post(leave))
        .route("/diem-danh/vang", post(called_away))
        .route("/diem-danh/tro-lai", post(back))
        .route("/diem-danh/sua", post(put_right))
        .merge(device::router())
}

/// The word for what was just done; strangers can only name known ones.
fn done(planner: &Planner, query: &Fields) -> Option<Notice> {
    let key = match query.get("xong") {
        "vao" => K::PresenceDoneIn,
        "roi" => K::PresenceDoneAlready,
        "ve" => K::PresenceDoneOut,
        "chua" => K::PresenceDoneNotIn,
        "vang" => K::PresenceDoneAway,
        "lai" => K::PresenceDoneBack,
        "1" => K::AdminSaved,
        _other => return None,
    };
    Some(Notice::new(Tone::Good, planner.t(key), None))
}

/// The word for an outcome in an address.
const fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::In => "vao",
        Outcome::InAlready => "roi",
        Outcome::Out => "ve",
        Outcome::NotIn => "chua",
    }
}

async fn open(State(site): State<Site>, staff: Staff, RawQuery(query): RawQuery) -> Response {
    let query = query_of(query.as_deref());
    let planner = Planner::new(site, staff, "");
    match build(&planner, &query, &[]).await {
        Ok(mut sheet) => {
            sheet.notice = done(&planner, &query);
            reply::page(&sheet)
        }
        Err(error) => planner.failed(&error),
    }
}

async fn build(planner: &Planner, typed: &Fields, errors: &[(String, String)]) -> Result<Sheet, AppError> {
    let (app, actor) = (&planner.site.app, &planner.staff.actor);
    let own = check_in::own(app, actor).await?;
    let mut sheet = planner.sheet(planner.t(K::PresenceTitle), PATH).await;
    sheet.add(Block::Notice(state(planner, &own)));
    sheet.add(Block::Form(in_form(planner, &own)));
    if own.open.is_some() {
        sheet.add(Block::Form(one_button(planner, "/diem-danh/ve", K::PresenceOut)));
        sheet.head(K::PresenceAwayTitle);
        sheet.add(Block::Form(away_form(planner, typed, errors)));
    }
    sheet.add(Block::Table(who_is_here(planner, &own)));
    let may = actor.may_at(&app.policy(), planner.staff.now, DayAct::CorrectPresence.into(), &planner.unit);
    let chosen = own.site.everybody().iter().find(|seen| seen.id == typed.get("sua"));
    if let Some(seen) = chosen.filter(|_| may) {
        sheet.blocks.push(Block::Head(text_with(
            planner.lang(),
            K::PresenceCorrectTitle,
            &[("name", Arg::Text(&seen.name))],
        )));
        sheet.add(Block::Form(correct_form(planner, seen, typed, errors)));
    }
    sheet.head(K::PresenceDeviceTitle);
    device::own_parts(&mut sheet, planner, &own, errors);
    Ok(sheet)
}

/// Whether the reader is in, in one sentence.
fn state(planner: &Planner, own: &Own) -> Notice {
    let lang = planner.lang();
    match &own.open {
        Some(seen) => {
            let since = clock(planner, seen.stay.in_at);
            let duties: Vec<&str> = seen.stay.duties.iter().map(|duty| words::duty(duty, lang)).collect();
            let title = text_with(lang, K::PresenceIn, &[("at", Arg::Text(&since))]);
            let away = seen.away.map(|until| away_words(planner, until));
            let tone = if away.is_some() { Tone::Care } else { Tone::Good };
            Notice::new(tone, title, away.or_else(|| (!duties.is_empty()).then(|| duties.join(", "))))
        }
        None => Notice::new(Tone::Plain, planner.t(K::PresenceNotIn), None),
    }
}

fn away_words(planner: &Planner, until: Option<Timestamp>) -> String {
    match until {
        Some(until) => {
            let at = clock(planner, until);
            text_with(planner.lang(), K::PresenceAwayUntil, &[("at", Arg::Text(&at))])
        }
        None => planner.t(K::PresenceAwayForTheDay),
    }
}

fn clock(planner: &Planner, at: Timestamp) -> String {
    format::clock(planner.lang(), civil(at).time())
}

/// Checking in with the duties one does; those of the roster are picked.
fn in_form(planner: &Planner, own: &Own) -> Form {
    let lang = planner.lang();
    let options = own.may.iter().map(|duty| Opt::new(duty.name(), words::duty(duty, lang))).collect();
    let mut duties = Choice::any(lang, "vi-tri", planner.t(K::PresenceDuties), options);
    let picked = own.open.as_ref().map_or(own.usual, |seen| seen.stay.duties);
    duties.picked = picked.iter().map(|duty| duty.name().to_owned()).collect();
    let parts = if duties.options.is_empty() { Vec::new() } else { vec![Part::Choice(duties)] };
    let key = if own.open.is_some() { K::PresenceChange } else { K::PresenceEnter };
    let mut form = Form::new(PATH, parts, &planner.t(key));
    if own.open.is_some() {
        form.submits = vec![Submit::new(planner.t(key)).class("plain")];
    }
    form
}

fn one_button(planner: &Planner, action: &'static str, key: K) -> Form {
    let mut form = Form::new(action, Vec::new(), "");
    form.submits = vec![Submit::new(planner.t(key)).class("plain")];
    form
}

fn away_form(planner: &Planner, typed: &Fields, errors: &[(String, String)]) -> Form {
    let until = Field::text(planner.lang(), "den-gio", planner.t(K::PresenceUntil))
        .hint(planner.t(K::PresenceUntilHint))
        .value(typed.get("den-gio"))
        .error(problems::of(errors, "den-gio"))
        .width(Width::Short);
    let mut form = Form::new("/diem-danh/vang", vec![until.into()], &planner.t(K::PresenceAway));
    form.submits.push(Submit::new(planner.t(K::PresenceBack)).class("plain"));
    if let Some(back) = form.submits.last_mut() {
        back.sends = Some(("tro-lai", "1".to_owned()));
    }
    form
}

fn who_is_here(planner: &Planner, own: &Own) -> Table {
    let (app, actor) = (&planner.site.app, &planner.staff.actor);
    let may = actor.may_at(&app.policy(), planner.staff.now, DayAct::CorrectPresence.into(), &planner.unit);
    let row = |seen: &Seen| {
        let duties: Vec<&str> =
            seen.stay.duties.iter().map(|duty| words::duty(duty, planner.lang())).collect();
        let name = if may {
            Cell::link(format!("{PATH}?sua={}", seen.id), seen.name.clone())
        } else {
            Cell::text(seen.name.clone())
        };
        vec![
            name.note(seen.title.clone()),
            Cell::text(duties.join(", ")),
            Cell::text(clock(planner, seen.stay.in_at)),
            end(planner, seen),
        ]
    };
    Table {
        caption: planner.t(K::PresenceToday),
        head: [K::RosterPerson, K::PresenceDuties, K::PresenceCame, K::PresenceLeft]
            .map(|key| planner.t(key))
            .to_vec(),
        rows: own.site.everybody().iter().map(row).collect(),
        empty: planner.t(K::PresenceNobody),
    }
}

fn end(planner: &Planner, seen: &Seen) -> Cell {
    match seen.end {
        StayEnd::CheckedOut(at) => Cell::text(clock(planner, at)),
        StayEnd::Forgotten(at) => {
            let at = clock(planner, at);
            let text = text_with(planner.lang(), K::PresenceForgotten, &[("at", Arg::Text(&at))]);
            Cell::tag(Tag::new(Tone::Care, text))
        }
        StayEnd::Open => match seen.away {
            Some(until) => Cell::tag(Tag::new(Tone::Care, away_words(planner, until))),
            None => Cell::tag(Tag::new(Tone::Good, planner.t(K::PresenceHere))),
        },
    }
}

fn correct_form(planner: &Planner, seen: &Seen, typed: &Fields, errors: &[(String, String)]) -> Form {
    let lang = planner.lang();
    let printed = |at: Timestamp| format::clock_short(civil(at).time());
    let left = match seen.end {
        StayEnd::CheckedOut(at) | StayEnd::Forgotten(at) => printed(at),
        StayEnd::Open => String::new(),
    };
    let or = |name: &str, kept: String| typed.typed(name).map_or(kept, str::to_owned);
    let field = |name: &'static str, key, value: String| {
        Field::text(lang, name, planner.t(key)).value(value).error(problems::of(errors, name))
    };
    let mut gone = field("ve-luc", K::PresenceLeft, or("ve-luc", left)).width(Width::Short);
    gone.optional = true;
    let parts = vec![
        field("den-luc", K::PresenceCame, or("den-luc", printed(seen.stay.in_at))).width(Width::Short).into(),
        gone.into(),
        field("ly-do", K::RosterReason, typed.get("ly-do").to_owned()).into(),
    ];
    let mut form = Form::new("/diem-danh/sua", parts, &planner.t(K::PresenceCorrect));
    form.hidden = vec![("sua", seen.id.clone())];
    form
}

fn checked(planner: &Planner, fields: &Fields) -> Result<(), Box<Response>> {
    planner.staff.genuine(fields)
}

async fn enter(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    let planner = Planner::new(site, staff, "");
    if let Err(refused) = checked(&planner, &fields) {
        return *refused;
    }
    let chosen: DutySet =
        fields.under("vi-tri-").filter_map(|(name, _)| domain::promise::Duty::from_name(name)).collect();
    match check_in::check_in(&planner.site.app, &planner.staff.actor, Some(chosen)).await {
        Ok(outcome) => reply::see_other(&format!("{PATH}?xong={}", word(outcome))),
        Err(error) => planner.failed(&error),
    }
}

async fn leave(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    let planner = Planner::new(site, staff, "");
    if let Err(refused) = checked(&planner, &fields) {
        return *refused;
    }
    match check_in::check_out(&planner.site.app, &planner.staff.actor).await {
        Ok(outcome) => reply::see_other(&format!("{PATH}?xong={}", word(outcome))),
        Err(error) => planner.failed(&error),
    }
}

async fn called_away(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    let planner = Planner::new(site, staff, "");
    if let Err(refused) = checked(&planner, &fields) {
        return *refused;
    }
    if fields.get("tro-lai") == "1" {
        return come_back(&planner).await;
    }
    let until = match fields.typed("den-gio") {
        None => None,
        Some(typed) => match hour(typed) {
            Some(until) => Some(until),
            None => return came_back(&planner, &fields, vec![("den-gio", K::RosterRowHours)]).await,
        },
    };
    match away::called_away(&planner.site.app, &planner.staff.actor, until).await {
        Ok(()) => reply::see_other(&format!("{PATH}?xong=vang")),
        Err(AppError::NotFound { .. }) => {
            came_back(&planner, &fields, vec![("den-gio", K::PresenceHourOver)]).await
        }
        Err(error) => planner.failed(&error),
    }
}

async fn back(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    let planner = Planner::new(site, staff, "");
    if let Err(refused) = checked(&planner, &fields) {
        return *refused;
    }
    come_back(&planner).await
}

async fn come_back(planner: &Planner) -> Response {
    match away::back(&planner.site.app, &planner.staff.actor).await {
        Ok(()) => reply::see_other(&format!("{PATH}?xong=lai")),
        Err(error) => planner.failed(&error),
    }
}

async fn put_right(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    let planner = Planner::new(site, staff, "");
    if let Err(refused) = checked(&planner, &fields) {
        return *refused;
    }
    let (came, left) = (hour(fields.get("den-luc")), fields.typed("ve-luc").map(hour));
    let mut errors = Vec::new();
    if came.is_none() {
        errors.push(("den-luc", K::RosterRowHours));
    }
    if left == Some(None) {
        errors.push(("ve-luc", K::RosterRowHours));
    }
    if let (Some(came), true) = (came, errors.is_empty()) {
        let wish = Correction {
            stay: fields.get("sua").to_owned(),
            came,
            left: left.flatten(),
            reason: fields.get("ly-do").to_owned(),
        };
        match correct::correct(&planner.site.app, &planner.staff.actor, wish).await {
            Ok(()) => return reply::see_other(&format!("{PATH}?xong=1")),
            Err(CorrectError::App(error)) => return planner.failed(&error),
            Err(CorrectError::Problems(found)) => {
                errors.extend(found.into_iter().map(|problem| match problem {
                    CorrectionProblem::ReasonMissing => ("ly-do", K::PresenceReasonMissing),
                    CorrectionProblem::Backwards => ("ve-luc", K::PresenceBackwards),
                    CorrectionProblem::Future => ("ve-luc", K::PresenceFuture),
                }))
            }
        }
    }
    came_back(&planner, &fields, errors).await
}

/// The page with everything wrong and what was typed.
async fn came_back(planner: &Planner, fields: &Fields, errors: Vec<(&'static str, K)>) -> Response {
    let errors: Vec<(String, String)> =
        errors.into_iter().map(|(field, key)| (field.to_owned(), planner.t(key))).collect();
    match build(planner, fields, &errors).await {
        Ok(sheet) => super::roster::wrong(sheet, errors),
        Err(error) => planner.failed(&error),
    }
}

/// The way back to the page, for the pages below it.
fn back_link(planner: &Planner) -> Link {
    Link::new(PATH, planner.t(K::PresenceTitle))
}
