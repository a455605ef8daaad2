//! Procedures by words or by event of life.

use super::answer::{self, Query, named};
use crate::layout::encode;
use crate::portal::{ErrorKind, Hit, LifeEvent, Search};
use crate::reply;
use crate::site::{Ask, Site};
use crate::widget::Pager;
use app::Policy;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use domain::procedure::{self, ProcedureCode, ProcedureVersion};
use domain::text::clean_line;
use domain::time::civil;
use i18n::Lang;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Longest words to look for, in characters.
const WORDS_CHARS_MAX: usize = 200;

/// Most hits of one search; more is no answer.
const HITS_MAX: usize = 100;

/// Hits on one page.
const PAGE_LEN: usize = 20;

/// What was asked.
struct Wanted {
    words: String,
    event: Option<LifeEvent>,
    only_no_wait: bool,
    part: usize,
}

/// `/thu-tuc?q=&viec=&khong-cho=&trang=`.
pub async fn search(
    State(site): State<Site>,
    ask: Ask,
    Query(fields): Query,
    headers: HeaderMap,
) -> Response {
    let words = clean_line(fields.get("q"));
    if words.chars().count() > WORDS_CHARS_MAX {
        return reply::error(&ask, ErrorKind::BadRequest);
    }
    let wanted = Wanted {
        words,
        event: LifeEvent::from_slug(fields.get("viec")),
        only_no_wait: fields.ticked("khong-cho"),
        part: fields.get("trang").parse().unwrap_or(1),
    };
    let (policy, on) = (site.app.policy(), civil(site.app.clock.now()).date());
    answer::public(&headers, &page(&ask, &policy, on, &wanted))
}

fn page(ask: &Ask, policy: &Policy, on: Date, wanted: &Wanted) -> Search {
    let no_wait = listed(policy, on);
    let mut found = found(policy, on, wanted);
    found.retain(|version| !wanted.only_no_wait || no_wait.contains(&version.code));
    let parts = found.len().div_ceil(PAGE_LEN).max(1);
    let part = wanted.part.clamp(1, parts);
    let shown = found.iter().skip((part - 1) * PAGE_LEN).take(PAGE_LEN);
    let hits = shown.map(|version| hit(ask.lang, policy, version, &no_wait)).collect();
    let previous = (part > 1).then(|| address(wanted, part - 1));
    let next = (part < parts).then(|| address(wanted, part + 1));
    Search {
        page: match wanted.event.filter(|_| wanted.words.is_empty()) {
            Some(event) => ask.page(event.title()),
            None => ask.titled(Search::title(ask.lang, &wanted.words)),
        },
        query: wanted.words.clone(),
        event: wanted.event,
        only_no_wait: wanted.only_no_wait,
        hits,
        total: found.len(),
        pager: Pager::new(ask.lang, previous, next),
    }
}

/// Versions that fit, best first; without words by event of life.
fn found(policy: &Policy, on: Date, wanted: &Wanted) -> Vec<Arc<ProcedureVersion>> {
    let mut all: Vec<Arc<ProcedureVersion>> = if wanted.words.is_empty() {
        let mut all: Vec<_> = policy.in_force(on).cloned().collect();
        all.sort_by_key(|version| (version.life_event, version.code.clone()));
        all
    } else {
        policy.search(&wanted.words, on, HITS_MAX).into_iter().map(|hit| hit.version).collect()
    };
    let event = wanted.event.and_then(domain_event);
    all.retain(|version| event.is_none_or(|event| version.life_event == event));
    let mut seen = BTreeSet::new();
    all.retain(|version| seen.insert(version.code.clone()));
    all
}

/// The event as versions name it; the last tile means every procedure.
const fn domain_event(event: LifeEvent) -> Option<procedure::LifeEvent> {
    match event {
        LifeEvent::Birth => Some(procedure::LifeEvent::Birth),
        LifeEvent::Marriage => Some(procedure::LifeEvent::Marriage),
        LifeEvent::Death => Some(procedure::LifeEvent::Death),
        LifeEvent::Copies => Some(procedure::LifeEvent::Copies),
        LifeEvent::Business => Some(procedure::LifeEvent::Business),
        LifeEvent::Other => None,
    }
}

/// Procedures on the list of some programme on a day.
fn listed(policy: &Policy, on: Date) -> BTreeSet<ProcedureCode> {
    let programmes = policy.programmes().iter().filter(|programme| programme.validity.contains(on));
    let entries = programmes.flat_map(|programme| &programme.entries);
    entries.filter(|entry| entry.validity.contains(on)).map(|entry| entry.procedure.clone()).collect()
}

fn hit(lang: Lang, policy: &Policy, version: &ProcedureVersion, no_wait: &BTreeSet<ProcedureCode>) -> Hit {
    // The line stands beside the published name and is Vietnamese like it.
    let sector = policy.sector(&version.sector).map(|sector| sector.name.vi.clone());
    let levels = version.levels.iter().filter_map(|level| policy.level(level));
    let place: Vec<String> = sector.into_iter().chain(levels.map(|level| level.name.vi.clone())).collect();
    Hit {
        code: version.code.to_string(),
        name: version.name.vi.clone(),
        gloss: (lang == Lang::En).then(|| named(lang, &version.name).to_owned()),
        place: place.join(" · "),
        no_wait: no_wait.contains(&version.code),
    }
}

fn address(wanted: &Wanted, part: usize) -> String {
    let mut address = format!("/thu-tuc?q={}", encode(&wanted.words));
    if let Some(event) = wanted.event {
        address.push_str(&format!("&viec={}", event.slug()));
    }
    if wanted.only_no_wait {
        address.push_str("&khong-cho=1");
    }
    address.push_str(&format!("&trang={part}"));
    address
}
