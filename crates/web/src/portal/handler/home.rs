//! The first page: the search, the events of life, and how today stands.

use super::answer::{self, named};
use super::programme;
use crate::portal::{Fact, Home, Today};
use crate::reply;
use crate::site::{Ask, Site};
use app::{AppError, standing};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use domain::time::civil;
use i18n::{Key as K, format, text};

/// `/`.
pub async fn home(State(site): State<Site>, ask: Ask, headers: HeaderMap) -> Response {
    match today(&site, &ask).await {
        Ok(today) => answer::public(&headers, &Home { page: ask.page(K::PublicHomeTitle), today }),
        Err(error) => reply::failed(&ask, &error),
    }
}

async fn today(site: &Site, ask: &Ask) -> Result<Option<Today>, AppError> {
    let (policy, at) = (site.app.policy(), site.app.clock.now());
    let Some(found) = programme::standing(&policy, at) else { return Ok(None) };
    let title = named(ask.lang, &found.programme.name).to_owned();
    let sentence = programme::today_sentence(&found, ask.lang);
    if !found.today {
        return Ok(Some(Today { title, sentence, facts: Vec::new() }));
    }
    let units = programme::units(&policy, civil(at).date()).into_iter().map(|unit| unit.code.clone());
    let stand = standing::of_units(&site.app, units.collect()).await?;
    let ready = stand.iter().filter(|unit| unit.is_ready()).count();
    let backlog = stand.iter().fold(0_u64, |sum, unit| sum.saturating_add(unit.backlog));
    let backlog = i64::try_from(backlog).unwrap_or(i64::MAX);
    let fact = |value, label| Fact { value, label: text(ask.lang, label).to_owned() };
    let facts = vec![
        fact(format!("{ready} / {}", stand.len()), K::PublicTodayUnits),
        fact(format::number(ask.lang, backlog), K::PublicTodayBacklog),
    ];
    Ok(Some(Today { title, sentence, facts }))
}
