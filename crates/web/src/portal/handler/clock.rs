//! The clock of the demo: shown and moved forward. Elsewhere there is no such page.

use super::programme;
use crate::fields::Fields;
use crate::layout::{DemoClock, local_path};
use crate::portal::{ClockPage, ClockStep, ErrorKind};
use crate::reply;
use crate::site::{Ask, Site};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::REFERER;
use axum::response::Response;
use domain::time::{civil, instant_on};
use i18n::Key as K;
use jiff::civil::{Time, time};
use jiff::{SignedDuration, Timestamp};

/// The opening of a no-wait day on the demo's clock.
const MORNING: Time = time(7, 30, 0, 0);

/// `GET /dong-ho`.
pub async fn show(State(site): State<Site>, ask: Ask, headers: HeaderMap) -> Response {
    if !site.app.config.demo {
        return reply::error(&ask, ErrorKind::NotFound);
    }
    let from = headers.get(REFERER).and_then(|value| value.to_str().ok()).unwrap_or_default();
    reply::page(&ClockPage::new(ask.page(K::PublicClockTitle), came_from(from)))
}

/// `POST /dong-ho`: one step forward, then back to where the reader was.
pub async fn step(State(site): State<Site>, ask: Ask, fields: Fields) -> Response {
    if !site.app.config.demo {
        return reply::error(&ask, ErrorKind::NotFound);
    }
    let Some(step) = ClockStep::from_code(fields.get(ClockPage::STEP)) else {
        return reply::error(&ask, ErrorKind::Unprocessable);
    };
    let to = target(&site, step);
    if to.is_some_and(|to| site.app.clock.move_to(to)) {
        let policy = site.app.policy();
        for unit in programme::units(&policy, civil(site.app.clock.now()).date()) {
            site.app.announce(&unit.code);
        }
    }
    reply::see_other(local_path(fields.get(ClockPage::BACK)).unwrap_or(DemoClock::CONTROL))
}

fn target(site: &Site, step: ClockStep) -> Option<Timestamp> {
    let now = site.app.clock.now();
    match step {
        ClockStep::Quarter => now.checked_add(SignedDuration::from_mins(15)).ok(),
        ClockStep::Hour => now.checked_add(SignedDuration::from_hours(1)).ok(),
        ClockStep::CutOff => next_at(now, time(15, 29, 0, 0)),
        ClockStep::Closing => next_at(now, time(16, 45, 0, 0)),
        ClockStep::NextDay => {
            let day = programme::next_day(&site.app.policy(), civil(now).date())?;
            Some(instant_on(day, MORNING))
        }
    }
}

/// The next time the clock shows an hour.
fn next_at(now: Timestamp, hour: Time) -> Option<Timestamp> {
    let today = civil(now).date();
    let first = instant_on(today, hour);
    if first > now { Some(first) } else { Some(instant_on(today.tomorrow().ok()?, hour)) }
}

/// The path of the page a reader came from, whatever host it names; the first page where there is none.
fn came_from(referer: &str) -> &str {
    let path = referer.split_once("://").and_then(|(_, rest)| rest.find('/').and_then(|at| rest.get(at..)));
    path.and_then(local_path).filter(|path| !path.starts_with(DemoClock::CONTROL)).unwrap_or("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_stays_on_this_site() {
        for (referer, path) in [
            ("http://127.0.0.1:8080/thu-tuc?q=a", "/thu-tuc?q=a"),
            ("https://evil.example//evil.example/x", "/"),
            ("http://127.0.0.1:8080/dong-ho", "/"),
            ("", "/"),
            ("nonsense", "/"),
        ] {
            assert_eq!(came_from(referer), path, "{referer}");
        }
    }

    #[test]
    fn an_hour_that_is_past_is_tomorrow() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let (before, after) = (at("2024-02-02T15:28:00+07:00"), at("2024-02-02T15:29:00+07:00"));
        let hour = time(15, 29, 0, 0);
        assert_eq!(next_at(before, hour), Some(after));
        assert_eq!(next_at(after, hour), Some(at("2024-02-03T15:29:00+07:00")));
    }
}
