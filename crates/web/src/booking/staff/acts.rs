//! What the buttons of the list do.

use super::{Sent, day_of, page};
use crate::booking::hours::failed;
use crate::booking::{person, problem};
use crate::fields::Fields;
use crate::layout::encode;
use crate::reply;
use crate::site::Site;
use crate::staff::{Staff, WRONG};
use app::AppError;
use app::booking::{self, BookingError, CheckedIn, manage};
use axum::extract::State;
use axum::response::Response;
use domain::booking::Punctuality;
use domain::booking::slots::minute_of;
use domain::permit::DayAct;
use domain::text::clean_line;
use i18n::{Key as K, text};
use jiff::civil::Time;

/// Longest reason for closing hours, in characters.
const REASON_CHARS_MAX: usize = 300;

/// Back to the list of the day, saying what was done.
fn back(on: jiff::civil::Date, done: &str, code: &str) -> Response {
    reply::see_other(&format!("/quay/lich-hen?ngay={on}&xong={done}&cua={}", encode(&code.replace('-', ""))))
}

/// The page again with what is wrong.
async fn again(site: &Site, staff: &Staff, sent: Sent) -> Response {
    match page(site, staff, day_of(staff, &sent.fields), "", &sent).await {
        Ok(page) => reply::page_with(WRONG, &page),
        Err(error) => failed(&staff.ask, &error),
    }
}

/// Whether the person looks after appointments here; the code alone would let anybody check in.
fn may(site: &Site, staff: &Staff) -> Result<(), AppError> {
    let unit = &staff.actor.unit;
    staff.actor.at_unit(&site.app.policy(), staff.now, DayAct::ManageSlots.into(), unit).map(|_| ())
}

/// `POST /quay/lich-hen/den`: a code was typed or scanned.
pub async fn arrive(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    if let Err(error) = may(&site, &staff) {
        return reply::failed(&staff.ask, &error);
    }
    let why = match booking::check_in(&site.app, &staff.actor.unit, fields.get("ma")).await {
        Ok(came) => return arrived(&staff, &came),
        Err(BookingError::Problem(refused)) => problem(staff.ask.lang, &refused),
        Err(BookingError::App(AppError::NotFound { .. })) => {
            text(staff.ask.lang, K::BookingCodeUnknown).to_owned()
        }
        Err(error) => return failed(&staff.ask, &error),
    };
    let problems = vec![("ma".to_owned(), why)];
    again(&site, &staff, Sent { fields, problems, part: "den", ..Sent::default() }).await
}

fn arrived(staff: &Staff, came: &CheckedIn) -> Response {
    let done = match came.arrival.punctuality {
        Punctuality::Early => "som",
        Punctuality::InTime => "den",
        Punctuality::Late => "muon",
    };
    back(domain::time::civil(staff.now).date(), done, &came.booking.code)
}

/// `POST /quay/lich-hen/viec`: came, did not come, given up.
pub async fn act(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let (app, actor, unit) = (&site.app, &staff.actor, &staff.actor.unit);
    let (on, id) = (day_of(&staff, &fields), fields.get("id"));
    let (acted, done) = match fields.get("viec") {
        "den" => return arrive(State(site), staff, fields).await,
        "vang" => (booking::miss(app, actor, unit, id).await, "vang"),
        "huy" => (booking::cancel_for(app, actor, unit, id).await, "huy"),
        _other => return reply::failed(&staff.ask, &AppError::NotFound { what: "act" }),
    };
    match acted {
        Ok(found) => back(on, done, &found.code),
        Err(BookingError::Problem(refused)) => {
            let problems = vec![("ma".to_owned(), problem(staff.ask.lang, &refused))];
            again(&site, &staff, Sent { fields, problems, ..Sent::default() }).await
        }
        Err(error) => failed(&staff.ask, &error),
    }
}

/// `POST /quay/lich-hen/dat`: for somebody who rang.
pub async fn book(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let (lang, on) = (staff.ask.lang, day_of(&staff, &fields));
    let purposes = person::purposes(&staff.ask, &site.app.policy(), &staff.actor.unit, on);
    let read = person::read(lang, &fields, &purposes);
    let problems = match (read, clock(fields.get("gio"))) {
        (Ok(asked), Some(at)) => {
            match booking::book_for(&site.app, &staff.actor, &staff.actor.unit, (on, at), asked).await {
                Ok(found) => return back(on, "dat", &found.code),
                Err(BookingError::Problem(refused)) => vec![("gio".to_owned(), problem(lang, &refused))],
                Err(error) => return failed(&staff.ask, &error),
            }
        }
        (read, at) => {
            let mut problems = read.err().unwrap_or_default();
            if at.is_none() {
                problems.push(("gio".to_owned(), text(lang, K::BookingProblemHour).to_owned()));
            }
            problems
        }
    };
    again(&site, &staff, Sent { fields, problems, part: "dat", ..Sent::default() }).await
}

/// An hour as typed: `8:30`, `08:30`, `8h30`, `8`.
fn clock(typed: &str) -> Option<Time> {
    let typed = clean_line(typed).replace(['h', 'H', '.'], ":");
    let (hour, minute) = typed.split_once(':').unwrap_or((&typed, "0"));
    let minute = if minute.trim().is_empty() { "0" } else { minute };
    Time::new(hour.trim().parse().ok()?, minute.trim().parse().ok()?, 0, 0).ok()
}

/// `POST /quay/lich-hen/dong`: closes hours with a reason.
pub async fn close(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let (lang, on) = (staff.ask.lang, day_of(&staff, &fields));
    let (from, to) = (clock(fields.get("tu")), clock(fields.get("den")));
    let reason = clean_line(fields.get("ly-do"));
    let mut problems = person::Problems::new();
    let mut wrong = |field: &str, key| problems.push((field.to_owned(), text(lang, key).to_owned()));
    if from.is_none() {
        wrong("tu", K::BookingCloseWrong);
    }
    if to.is_none() || from >= to {
        wrong("den", K::BookingCloseWrong);
    }
    if reason.is_empty() || reason.chars().count() > REASON_CHARS_MAX {
        wrong("ly-do", K::BookingCloseReasonMissing);
    }
    if let (Some(from), Some(to), true) = (from, to, problems.is_empty()) {
        let span = (minute_of(from), minute_of(to));
        match manage::close(&site.app, &staff.actor, &staff.actor.unit, on, span, &reason).await {
            Ok(()) => return back(on, "dong", ""),
            Err(BookingError::Problem(refused)) => problems.push(("den".to_owned(), problem(lang, &refused))),
            Err(error) => return failed(&staff.ask, &error),
        }
    }
    again(&site, &staff, Sent { fields, problems, part: "dong", ..Sent::default() }).await
}

/// `POST /quay/lich-hen/mo`: opens closed hours again.
pub async fn reopen(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let on = day_of(&staff, &fields);
    match manage::reopen(&site.app, &staff.actor, &staff.actor.unit, fields.get("id")).await {
        Ok(()) => back(on, "mo", ""),
        Err(error) => failed(&staff.ask, &error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;

    #[test]
    fn hours_are_read_as_people_type_them() {
        for (typed, wanted) in
            [("8:30", (8, 30)), ("08h30", (8, 30)), (" 13.05 ", (13, 5)), ("7", (7, 0)), ("7h", (7, 0))]
        {
            assert_eq!(clock(typed), Some(time(wanted.0, wanted.1, 0, 0)), "{typed}");
        }
        for typed in ["", "25:00", "8:61", "-1:00", "tám giờ"] {
            assert_eq!(clock(typed), None, "{typed}");
        }
    }
}
