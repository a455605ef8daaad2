//! Help by volunteers, `/giup-do`: one person at a time, one form, nobody else's file.
//!
//! | address | page |
//! |---|---|
//! | `/giup-do` | V1: open a session with a code and consent; officers give a code here |
//! | `/giup-do/phien` | V2, V3: who is helped, choosing the procedure, the form |
//! | `/giup-do/phien/nhap` | keeps what is typed |
//! | `/giup-do/ket-thuc` | V4: ends the session and wipes the screen |
//! | `/giup-do/da-xong` | nothing of the session |
//! | `/giup-do/cuoi-ca` | the end of the shift |

mod form;
mod pages;
mod session;
mod shift;
mod start;

pub use pages::{DonePage, FormPage, SessionPage, ShiftPage, StartPage};

use crate::layout::Rendered;
use crate::portal::ErrorKind;
use crate::reply;
use crate::site::Site;
use crate::staff::Staff;
use app::assist::AssistError;
use axum::Router;
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use axum::routing::{get, post};
use domain::assist::NotOnline;
use i18n::{Key as K, Lang, text};

/// Addresses of this module.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/giup-do", get(start::show).post(start::open))
        .route("/giup-do/ma", post(start::invite))
        .route("/giup-do/phien", get(session::show).post(form::send))
        .route("/giup-do/phien/nhap", post(form::keep))
        .route("/giup-do/ket-thuc", post(session::end))
        .route("/giup-do/da-xong", get(session::done))
        .route("/giup-do/cuoi-ca", get(shift::show).post(shift::save))
}

/// Every sample of these pages.
pub fn samples(lang: Lang) -> Vec<Rendered> {
    let mut all = Rendered::all::<StartPage>(lang);
    all.extend(Rendered::all::<SessionPage>(lang));
    all.extend(Rendered::all::<DonePage>(lang));
    all.extend(Rendered::all::<ShiftPage>(lang));
    all
}

/// Tells the browser to forget everything it kept of this site's pages, and to keep nothing.
fn wiped(mut response: Response) -> Response {
    let headers = response.headers_mut();
    let clear = HeaderValue::from_static("\"cache\", \"storage\"");
    headers.insert(HeaderName::from_static("clear-site-data"), clear);
    headers.insert(axum::http::header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The answer where a session is needed and there is none.
fn failed(staff: &Staff, error: &AssistError) -> Response {
    match error {
        AssistError::Closed => wiped(reply::see_other("/giup-do")),
        AssistError::Expired { kept } => {
            let code = kept.as_ref().map(|code| format!("&ma={}", code.replace('-', "")));
            wiped(reply::see_other(&format!("/giup-do/da-xong?het-gio=1{}", code.unwrap_or_default())))
        }
        AssistError::Unknown | AssistError::OffShift | AssistError::TooMany | AssistError::Busy => {
            reply::error(&staff.ask, ErrorKind::Unprocessable)
        }
        AssistError::App(error) => reply::failed(&staff.ask, error),
    }
}

/// A reason why something was not filed online, in words.
fn reason_word(lang: Lang, reason: NotOnline) -> &'static str {
    let key = match reason {
        NotOnline::NotAsked => K::AssistReasonNone,
        NotOnline::NoAccount => K::AssistReasonAccount,
        NotOnline::NoDevice => K::AssistReasonDevice,
        NotOnline::LockedOut => K::AssistReasonLocked,
        NotOnline::Outage => K::AssistReasonOutage,
        NotOnline::DataDiffers => K::AssistReasonData,
        NotOnline::CannotReadScreen => K::AssistReasonScreen,
        NotOnline::Wish => K::AssistReasonWish,
    };
    text(lang, key)
}

#[cfg(test)]
mod tests;
