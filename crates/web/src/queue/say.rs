//! Errors of the queue as people read them, and what pages of the queue have in common.

use crate::portal::ErrorKind;
use crate::reply;
use crate::site::{Ask, Site};
use app::AppError;
use app::queue::QueueError;
use axum::http::StatusCode;
use axum::response::Response;
use domain::place::UnitCode;
use domain::time::civil;
use i18n::{Arg, Key as K, Lang, text, text_with, words};

/// The sentence of an error that a page can show; nothing for faults and for what has a page of its own.
pub fn sentence(lang: Lang, error: &QueueError) -> Option<String> {
    let plain = |key| Some(text(lang, key).to_owned());
    match error {
        QueueError::Refused(refusal) => Some(words::ticket_refusal(*refusal, lang)),
        QueueError::Door(closed) => match closed.opens_at {
            Some(at) => {
                let at = words::at(lang, at);
                Some(text_with(lang, K::QueueDoorClosed, &[("at", Arg::Text(&at))]))
            }
            None => plain(K::QueueDoorUnknown),
        },
        QueueError::NobodyWaits => plain(K::QueueNobodyWaits),
        QueueError::CounterClosed => plain(K::QueueCounterClosed),
        QueueError::CounterTaken { by } => {
            Some(text_with(lang, K::QueueCounterTaken, &[("by", Arg::Text(by))]))
        }
        QueueError::CounterHolds { number, counter } => {
            let (number, counter) = (number.to_string(), counter.to_string());
            let args = [("number", Arg::Text(number.as_str())), ("counter", Arg::Text(&counter))];
            Some(text_with(lang, K::QueueCounterHolds, &args))
        }
        QueueError::NoGroup => plain(K::QueueNoGroup),
        QueueError::LastGroup => plain(K::QueueLastGroup),
        QueueError::Other(error) => reply::sentence(lang, error),
    }
}

/// The status of a page that shows such an error.
pub fn status(error: &QueueError) -> StatusCode {
    match error {
        QueueError::CounterTaken { .. } | QueueError::CounterHolds { .. } => StatusCode::CONFLICT,
        QueueError::Other(AppError::Stale { .. } | AppError::KeyReused) => StatusCode::CONFLICT,
        QueueError::Refused(_)
        | QueueError::Door(_)
        | QueueError::NobodyWaits
        | QueueError::CounterClosed
        | QueueError::NoGroup
        | QueueError::LastGroup
        | QueueError::Other(_) => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// Whether an error is to be told on the page itself; all others have an error page.
pub fn is_told(error: &QueueError) -> bool {
    match error {
        QueueError::Other(AppError::Stale { .. }) => true,
        QueueError::Other(_) => false,
        QueueError::Refused(_)
        | QueueError::Door(_)
        | QueueError::NobodyWaits
        | QueueError::CounterClosed
        | QueueError::CounterTaken { .. }
        | QueueError::CounterHolds { .. }
        | QueueError::NoGroup
        | QueueError::LastGroup => true,
    }
}

/// The page of an error.
pub fn failed(ask: &Ask, error: &QueueError) -> Response {
    if let QueueError::Other(other) = error {
        return reply::failed(ask, other);
    }
    let kind = ErrorKind::Unprocessable;
    let mut page = crate::portal::ErrorPage::new(ask.page(kind.title()), kind);
    page.detail = sentence(ask.lang, error);
    reply::page_with(status(error), &page)
}

/// The unit of an address, if it exists today, and its name as people call it.
pub fn unit_of(site: &Site, code: &str) -> Option<(UnitCode, String)> {
    let code: UnitCode = code.parse().ok()?;
    let policy = site.app.policy();
    let unit = policy.unit(&code, civil(site.app.clock.now()).date())?;
    Some((unit.code.clone(), crate::portal::handler::answer::unit_name(Lang::Vi, unit)))
}
