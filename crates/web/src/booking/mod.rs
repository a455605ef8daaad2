//! Appointments: booked by anyone without an account, and looked after by the unit.
//!
//! | address | page |
//! |---|---|
//! | GET `/dat-lich` | where and when: units, then the hours of one |
//! | POST `/dat-lich/giu` | hold a place for ten minutes |
//! | `/dat-lich/giu/{hold}` | who comes, and what for |
//! | `/dat-lich/cho` | the waiting list of a day |
//! | `/dat-lich/{token}` | the booking: change, cancel, take an offer |
//! | `/dat-lich/{token}/lich.ics` | for the telephone's calendar |
//! | `/the/{token}` | the pass with its QR |
//! | `/quay/lich-hen` | the list of a day, for the unit |

mod calendar;
mod form;
mod hours;
mod pages;
mod person;
mod staff;
mod staff_page;
mod token;

pub use pages::{BookForm, BookHours, BookUnits, BookingPage, Pass};
pub use staff_page::{ManagePage, SettingsPage};

use crate::layout::Rendered;
use crate::network::Networks;
use crate::portal::handler::limit::Limiter;
use crate::site::Site;
use app::booking::SlotProblem;
use axum::routing::{get, post};
use axum::{Extension, Router};
use domain::booking::BookingState;
use i18n::{Arg, Key as K, Lang, text, text_with};
use std::sync::Arc;

/// How many places one address may hold in an hour.
const HOLDS_PER_HOUR_MAX: u32 = 60;

/// Who knocks how often; apart from the look-ups of dossiers.
#[derive(Clone)]
struct Door(Arc<Limiter>);

/// Addresses of this module.
pub fn router(networks: Arc<Networks>) -> Router<Site> {
    let door = Door(Arc::new(Limiter::with_most(networks, HOLDS_PER_HOUR_MAX)));
    Router::new()
        .route("/dat-lich", get(hours::show))
        .route("/dat-lich/giu", post(hours::hold))
        .route("/dat-lich/giu/{hold}", get(form::show).post(form::send))
        .route("/dat-lich/cho", get(form::wait_show).post(form::wait_send))
        .route("/dat-lich/{token}", get(token::show))
        .route("/dat-lich/{token}/doi", get(hours::change).post(token::change))
        .route("/dat-lich/{token}/huy", post(token::cancel))
        .route("/dat-lich/{token}/nhan", post(token::accept))
        .route("/dat-lich/{token}/lich.ics", get(calendar::ics))
        .route("/the/{token}", get(token::pass))
        .merge(staff::router())
        .layer(Extension(door))
}

/// Every sample of these pages.
pub fn samples(lang: Lang) -> Vec<Rendered> {
    let mut all = Rendered::all::<BookUnits>(lang);
    all.extend(Rendered::all::<BookHours>(lang));
    all.extend(Rendered::all::<BookForm>(lang));
    all.extend(Rendered::all::<BookingPage>(lang));
    all.extend(Rendered::all::<Pass>(lang));
    all.extend(Rendered::all::<ManagePage>(lang));
    all.extend(Rendered::all::<SettingsPage>(lang));
    all
}

/// Why it did not come about, said to the person.
fn problem(lang: Lang, problem: &SlotProblem) -> String {
    let count =
        |key, most: u64| text_with(lang, key, &[("n", Arg::Number(i64::try_from(most).unwrap_or(i64::MAX)))]);
    match problem {
        SlotProblem::Full => text(lang, K::BookingProblemFull).to_owned(),
        SlotProblem::NoSuchHour => text(lang, K::BookingProblemHour).to_owned(),
        SlotProblem::TooManyOfContact { most } => count(K::BookingProblemContact, *most),
        SlotProblem::TooManyOfAddress { most } => count(K::BookingProblemAddress, *most),
        SlotProblem::OfferOver => text(lang, K::BookingProblemOffer).to_owned(),
        SlotProblem::NotNow(_) => text(lang, K::BookingProblemState).to_owned(),
    }
}

/// Where a booking stands, in a word.
fn state_word(lang: Lang, state: BookingState) -> &'static str {
    let key = match state {
        BookingState::Waiting => K::BookingStateWaiting,
        BookingState::Offered => K::BookingStateOffered,
        BookingState::Booked => K::BookingStateBooked,
        BookingState::Arrived => K::BookingStateArrived,
        BookingState::Missed => K::BookingStateMissed,
        BookingState::Cancelled => K::BookingStateCancelled,
        BookingState::Closed => K::BookingStateClosed,
        BookingState::Lapsed => K::BookingStateLapsed,
    };
    text(lang, key)
}

#[cfg(test)]
pub(crate) mod tests;
