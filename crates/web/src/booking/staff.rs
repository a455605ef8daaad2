//! The unit's own pages: today's and coming bookings, who came, booking for somebody, closing hours, settings.

mod acts;
mod settings;

pub use settings::{number_fields, open_choice, typed};

use super::pages::fill_tag;
use super::staff_page::{BookedRow, ClosedRow, ManagePage};
use super::{person, state_word};
use crate::fields::Fields;
use crate::layout::{Link, encode};
use crate::reply;
use crate::site::Site;
use crate::staff::Staff;
use crate::widget::{ErrorSummary, Field, FieldKind, Notice, Opt, Pager, Tag, Tone, Width};
use app::booking::manage::{self, DayList};
use app::booking::{Booking, BookingError};
use axum::Router;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use axum::routing::{get, post};
use domain::booking::slots::time_of;
use domain::booking::{BookingState, next};
use domain::time::civil;
use i18n::{Arg, Key as K, Lang, format, text, text_with};
use jiff::civil::Date;
use storage::booking::After;

/// Rows on a page.
const PAGE_ROWS: usize = 50;

/// Addresses of this module.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/quay/lich-hen", get(list))
        .route("/quay/lich-hen/den", post(acts::arrive))
        .route("/quay/lich-hen/viec", post(acts::act))
        .route("/quay/lich-hen/dat", post(acts::book))
        .route("/quay/lich-hen/dong", post(acts::close))
        .route("/quay/lich-hen/mo", post(acts::reopen))
        .route("/quay/lich-hen/cai-dat", get(settings::show).post(settings::save))
}

/// What a form of the page sent, and what is wrong with it.
#[derive(Default)]
struct Sent {
    fields: Fields,
    problems: person::Problems,
    notice: Option<Notice>,
    /// Which part of the page it was: `dat`, `dong`.
    part: &'static str,
}

async fn list(State(site): State<Site>, staff: Staff, RawQuery(query): RawQuery) -> Response {
    let query = query.as_deref().and_then(Fields::from_encoded).unwrap_or_default();
    let sent = Sent { notice: done(&staff, &query), ..Sent::default() };
    match page(&site, &staff, day_of(&staff, &query), query.get("sau"), &sent).await {
        Ok(page) => reply::page(&page),
        Err(error) => super::hours::failed(&staff.ask, &error),
    }
}

/// The day of a form or query; today where none was named.
fn day_of(staff: &Staff, fields: &Fields) -> Date {
    fields.get("ngay").parse().unwrap_or_else(|_| civil(staff.now).date())
}

/// What was just done, said once. Strangers can only name known acts.
fn done(staff: &Staff, query: &Fields) -> Option<Notice> {
    let lang = staff.ask.lang;
    let code: String = query.get("cua").chars().filter(char::is_ascii_alphanumeric).take(12).collect();
    let code = app::secret::printed_code(&code);
    let key = match query.get("xong") {
        "den" => K::BookingDoneArrived,
        "muon" => K::BookingDoneLate,
        "som" => K::BookingDoneEarly,
        "vang" => K::BookingDoneMissed,
        "huy" => K::BookingDoneCancelled,
        "dat" => K::BookingDoneBooked,
        "dong" => K::BookingDoneClosed,
        "mo" => K::BookingDoneReopened,
        _other => return None,
    };
    Some(Notice::new(Tone::Good, text_with(lang, key, &[("code", Arg::Text(&code))]), None))
}

/// Where a part of the list begins, as it stands in an address: `510~bok_…`.
fn after(typed: &str) -> After {
    let parts = typed.split_once('~').and_then(|(minute, id)| Some((minute.parse().ok()?, id.to_owned())));
    parts.unwrap_or((i64::MIN, String::new()))
}

async fn page(
    site: &Site,
    staff: &Staff,
    on: Date,
    from: &str,
    sent: &Sent,
) -> Result<ManagePage, BookingError> {
    let (app, lang) = (&site.app, staff.ask.lang);
    let found = manage::day(app, &staff.actor, &staff.actor.unit, on, after(from), PAGE_ROWS).await?;
    let mut page = staff.page(app, text(lang, K::BookingManage)).await;
    page.wrong = !sent.problems.is_empty();
    let base = format!("/quay/lich-hen?ngay={on}");
    let link = |(day, booked, waiting): &(Date, i64, i64)| {
        let counted = if booked + waiting > 0 { format!(" ({})", booked + waiting) } else { String::new() };
        let link = Link::new(
            format!("/quay/lich-hen?ngay={day}"),
            format!("{}{counted}", format::date_short(lang, *day)),
        );
        (link, *day == on)
    };
    let next = found.next.as_ref().map(|(minute, id)| format!("{base}&sau={minute}~{}", encode(id)));
    let ahead = on >= civil(staff.now).date();
    let (book, close) = (sent.part == "dat", sent.part == "dong");
    Ok(ManagePage {
        heading: format::date_long(lang, on),
        csrf: staff.csrf.clone(),
        on: on.to_string(),
        notices: sent.notice.iter().cloned().collect(),
        summary: ErrorSummary::new(lang, sent.problems.clone()),
        code: code_field(lang, sent),
        days: found.days.iter().map(link).collect(),
        counted: counted(lang, &found),
        rows: found.booked.iter().map(|one| row(site, staff, one)).collect(),
        pager: Pager::new(lang, (!from.is_empty()).then(|| base.clone()), next),
        waiting: found.waiting.iter().map(|one| row(site, staff, one)).collect(),
        book: if ahead { book_fields(site, staff, &found, sent, book) } else { Vec::new() },
        book_open: book,
        close: if ahead { close_fields(lang, sent, close) } else { Vec::new() },
        close_open: close,
        closures: closures(lang, &found),
        page,
    })
}

fn code_field(lang: Lang, sent: &Sent) -> Field {
    let error = sent.problems.iter().find(|(field, _)| field == "ma").map(|(_, why)| why.clone());
    let mut field = Field::text(lang, "ma", text(lang, K::BookingManageCode))
        .value(if sent.part == "den" { sent.fields.get("ma") } else { "" })
        .error(error)
        .width(Width::Medium);
    field.scan = true;
    field
}

fn counted(lang: Lang, found: &DayList) -> String {
    let places: u32 = found.hours.hours.iter().map(|hour| hour.places).sum();
    let left: u32 = found.hours.hours.iter().filter(|hour| hour.closed.is_none()).map(|hour| hour.left).sum();
    if places == 0 {
        return text(lang, K::BookingManageNoHours).to_owned();
    }
    let args = [("places", Arg::Number(i64::from(places))), ("left", Arg::Number(i64::from(left)))];
    text_with(lang, K::BookingManageCounted, &args)
}

fn row(site: &Site, staff: &Staff, found: &Booking) -> BookedRow {
    let lang = staff.ask.lang;
    let may = |act| next(found.state, act).is_ok();
    let today = found.on == civil(staff.now).date();
    let over = found.starts_at().is_some_and(|starts| starts <= staff.now);
    let policy = site.app.policy();
    let procedure = found.procedure.as_ref();
    let version = procedure.and_then(|code| policy.version_in_force(code, &found.unit, found.on));
    let tone = match found.state {
        BookingState::Arrived => Tone::Good,
        BookingState::Missed | BookingState::Closed | BookingState::Offered => Tone::Care,
        BookingState::Waiting | BookingState::Booked | BookingState::Cancelled | BookingState::Lapsed => {
            Tone::Plain
        }
    };
    let contact = if found.phone.is_empty() { &found.email } else { &found.phone };
    BookedRow {
        id: found.id.clone(),
        at: found.at.map(format::clock_short).unwrap_or_default(),
        name: if found.name.is_empty() {
            text(lang, K::BookingErased).to_owned()
        } else {
            found.name.clone()
        },
        contact: contact.clone(),
        purpose: version.map(|version| staff.ask.name_of(&version.name).to_owned()).unwrap_or_default(),
        code: found.code.clone(),
        state: Tag::new(tone, state_word(lang, found.state)),
        may_arrive: today && may(domain::booking::BookingAct::Arrive),
        may_miss: over && may(domain::booking::BookingAct::Miss),
        may_cancel: !over && may(domain::booking::BookingAct::Cancel),
    }
}

/// Hour, name, contact and purpose for booking somebody in.
fn book_fields(site: &Site, staff: &Staff, found: &DayList, sent: &Sent, here: bool) -> Vec<Field> {
    let lang = staff.ask.lang;
    let free = found.hours.hours.iter().filter(|hour| hour.is_free(staff.now));
    let option = |hour: &app::booking::Hour| {
        let value = format!("{:02}:{:02}", hour.at.hour(), hour.at.minute());
        let fill = fill_tag(lang, hour.fill(), false).text;
        Opt::new(value, format!("{} – {fill}", format::clock(lang, hour.at)))
    };
    let hours: Vec<Opt> = free.map(option).collect();
    if hours.is_empty() {
        return Vec::new();
    }
    let empty = Fields::default();
    let (typed, problems) =
        if here { (&sent.fields, sent.problems.as_slice()) } else { (&empty, [].as_slice()) };
    let error = problems.iter().find(|(field, _)| field == "gio").map(|(_, why)| why.clone());
    let hour = Field::of(lang, "gio", text(lang, K::BookingWhen), FieldKind::Select(hours))
        .value(typed.get("gio"))
        .error(error);
    let purposes = person::purposes(&staff.ask, &site.app.policy(), &staff.actor.unit, found.on);
    let mut fields = vec![hour];
    fields.extend(person::fields(lang, typed, problems, purposes));
    // These are somebody else's: the browser must not fill in the officer's own.
    fields.iter_mut().for_each(|field| field.autocomplete = None);
    fields
}

fn close_fields(lang: Lang, sent: &Sent, here: bool) -> Vec<Field> {
    let field = |name: &'static str, key, usual: &str, width| {
        let value = if here { sent.fields.get(name) } else { usual };
        let error = sent.problems.iter().find(|(field, _)| here && field == name).map(|(_, why)| why.clone());
        Field::text(lang, name, text(lang, key)).value(value).error(error).width(width)
    };
    vec![
        field("tu", K::BookingCloseFrom, "07:30", Width::Short),
        field("den", K::BookingCloseTo, "17:00", Width::Short),
        field("ly-do", K::BookingCloseReason, "", Width::Full),
    ]
}

fn closures(lang: Lang, found: &DayList) -> Vec<ClosedRow> {
    let clock = |minute: i64| {
        let at = u16::try_from(minute).ok().and_then(time_of);
        at.map_or_else(|| "24:00".to_owned(), format::clock_short)
    };
    let row = |closure: &storage::booking::setting::ClosureRow| ClosedRow {
        id: closure.id.clone(),
        span: format!("{}–{}", clock(closure.from_minute), clock(closure.to_minute)),
        reason: if closure.reason.is_empty() {
            text(lang, K::BookingClosed).to_owned()
        } else {
            closure.reason.clone()
        },
    };
    found.closures.iter().map(row).collect()
}
