//! One procedure at one unit: the promise now, what to bring, what it costs, where, by which law.

use super::answer::{self, Query, named, unit_name};
use super::programme::say;
use super::{fees, no_wait, papers, promise};
use crate::layout::Link;
use crate::portal::{ErrorKind, ProcedurePage, SideFact};
use crate::reply;
use crate::site::{Ask, Site};
use crate::widget::{Field, FieldKind, Opt, Promise};
use app::{AppError, Policy, standing};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::day::{Term, WorkingCalendar};
use domain::law::Certainty;
use domain::place::{Unit, UnitCode};
use domain::procedure::{ProcedureCode, ProcedureVersion, TermRule};
use domain::time::civil;
use i18n::{Key as K, Lang, format, words};
use jiff::civil::{Date, Weekday};

/// `/thu-tuc/{code}?don-vi=`.
pub async fn procedure(
    State(site): State<Site>,
    ask: Ask,
    Path(code): Path<String>,
    Query(fields): Query,
    headers: HeaderMap,
) -> Response {
    match page(&site, &ask, &code, fields.get("don-vi")).await {
        Ok(page) => answer::public(&headers, &page),
        Err(AppError::NotFound { .. } | AppError::NotOffered) => reply::error(&ask, ErrorKind::NotFound),
        Err(error) => reply::failed(&ask, &error),
    }
}

async fn page(site: &Site, ask: &Ask, code: &str, wanted: &str) -> Result<ProcedurePage, AppError> {
    let missing = AppError::NotFound { what: "procedure" };
    let Ok(code) = code.parse::<ProcedureCode>() else { return Err(missing) };
    let (policy, at, lang) = (site.app.policy(), site.app.clock.now(), ask.lang);
    let on = civil(at).date();
    let units = offering(&policy, &code, on);
    let wanted: Option<UnitCode> = wanted.parse().ok();
    let chosen = units.iter().find(|unit| Some(&unit.code) == wanted.as_ref());
    let unit = chosen.or_else(|| units.first()).copied().ok_or(missing)?;
    let version = policy.version_in_force(&code, &unit.code, on).ok_or(AppError::NotOffered)?;
    let presence = standing::presence(&site.app, &unit.code).await?;
    let promise = promise::now(lang, &policy, version, unit, at, presence)?;
    Ok(filled(ask, &policy, version, unit, &units, promise, on))
}

fn filled(
    ask: &Ask,
    policy: &Policy,
    version: &ProcedureVersion,
    unit: &Unit,
    units: &[&Unit],
    promise: Promise,
    on: Date,
) -> ProcedurePage {
    let lang = ask.lang;
    let mut page = ask.titled(named(lang, &version.name));
    page.unit = Some(unit_name(lang, unit));
    page.back = Some(Link::new("/thu-tuc", page.t(K::PublicSearchTitle)));
    let listed = policy.listed(&version.code, &unit.code, on);
    let list = listed.map(|_| Link::new(format!("/khong-cho/{}", unit.code), page.t(K::PublicNavNoWait)));
    let book = listed.map(|_| {
        let href = format!("/dat-lich?don-vi={}&thu-tuc={}", unit.code, version.code);
        Link::new(href, page.t(K::BookingNav))
    });
    ProcedurePage {
        code: version.code.to_string(),
        sector: policy.sector(&version.sector).map(|sector| sector.name.vi.clone()).unwrap_or_default(),
        name: version.name.vi.clone(),
        summary: summary(lang, version),
        units: (units.len() > 1).then(|| choice(lang, units, unit)),
        promise,
        papers: papers::all(lang, version),
        actions: book.into_iter().chain(list).collect(),
        facts: facts(lang, policy, version, unit, on),
        reconstructed: listed
            .is_some_and(|listed| listed.entry.source.certainty == Certainty::Reconstruction),
        source: no_wait::source(lang, policy, on),
        page,
    }
}

/// What it is for; in English the name first, for the heading is the Vietnamese one.
fn summary(lang: Lang, version: &ProcedureVersion) -> String {
    let summary = named(lang, &version.summary);
    match lang {
        Lang::Vi => summary.to_owned(),
        Lang::En => format!("{}. {summary}", named(lang, &version.name)),
    }
}

/// Units that offer a procedure on a day; those of a no-wait day first.
fn offering<'p>(policy: &'p Policy, code: &ProcedureCode, on: Date) -> Vec<&'p Unit> {
    let offers = |unit: &&Unit| policy.version_in_force(code, &unit.code, on).is_some();
    let mut units: Vec<&Unit> = policy.units().on(on).filter(offers).collect();
    units.sort_by_key(|unit| (policy.listed(code, &unit.code, on).is_none(), unit.code.clone()));
    units
}

fn choice(lang: Lang, units: &[&Unit], chosen: &Unit) -> Field {
    let options = units.iter().map(|unit| Opt::new(unit.code.as_str(), unit_name(lang, unit))).collect();
    let question = i18n::text(lang, K::PublicProcedureUnit);
    Field::of(lang, "don-vi", question, FieldKind::Select(options)).value(chosen.code.as_str())
}

fn facts(lang: Lang, policy: &Policy, version: &ProcedureVersion, unit: &Unit, on: Date) -> Vec<SideFact> {
    let fact = |term: K, lines: Vec<String>| SideFact {
        term: i18n::text(lang, term).to_owned(),
        strong: None,
        lines,
    };
    let law = version.legal_bases.iter().map(|source| words::source(source, lang)).collect();
    let versions = policy.versions(&version.code).iter().map(|known| version_line(lang, known)).collect();
    vec![
        fees::fact(lang, version, on),
        fact(K::PublicFactTerm, terms(lang, version)),
        fact(K::PublicFactPlace, place(lang, policy, unit, on)),
        fact(K::PublicFactDecider, decider(lang, unit)),
        fact(K::PublicFactLaw, law),
        fact(K::PublicFactVersions, versions),
    ]
}

/// The terms of the law: the general one, then those of a channel or case, each with its source.
fn terms(lang: Lang, version: &ProcedureVersion) -> Vec<String> {
    let mut lines = vec![term_line(lang, &version.terms.general, &[])];
    for special in &version.terms.special {
        let case = special.case.as_ref().and_then(|id| version.cases.iter().find(|case| case.id == *id));
        let mut of: Vec<String> = Vec::new();
        of.extend(special.channel.map(|channel| words::channel(channel, lang).to_owned()));
        of.extend(case.map(|case| named(lang, &case.name).to_owned()));
        lines.push(term_line(lang, &special.rule, &of));
    }
    if version.terms.general.term == Term::SameDay {
        let hour = format::clock(lang, version.same_day_cut_off);
        lines.push(say(lang, K::PublicTermLate, &[("hour", &hour)]));
    }
    lines
}

fn term_line(lang: Lang, rule: &TermRule, of: &[String]) -> String {
    let term = words::term(rule.term, lang);
    let mut sentence = if of.is_empty() { term } else { format!("{}: {term}", of.join(", ")) };
    if rule.if_checked.is_some() {
        let longer = words::term(rule.resolve(true), lang);
        sentence = format!("{sentence}. {}", say(lang, K::PublicTermChecked, &[("term", &longer)]));
    }
    format!("{sentence} ({})", words::source(&rule.source, lang))
}

fn place(lang: Lang, policy: &Policy, unit: &Unit, on: Date) -> Vec<String> {
    let mut lines = vec![format!("{}, {}", named(lang, &unit.counter_name), named(lang, &unit.name))];
    lines.extend([&unit.contact.address, &unit.contact.phone].into_iter().flatten().cloned());
    if let Some(calendar) = policy.calendar(&unit.calendar) {
        lines.extend(hours(lang, calendar, on));
    }
    lines
}

/// The hours of the week a day lies in; neighbouring days with the same hours are told together.
fn hours(lang: Lang, calendar: &WorkingCalendar, on: Date) -> Vec<String> {
    let back = i32::from(on.weekday().since(Weekday::Monday));
    let Ok(monday) = on.checked_sub(jiff::Span::new().days(back)) else { return Vec::new() };
    let mut runs: Vec<(Date, Date, String)> = Vec::new();
    for day in monday.series(jiff::Span::new().days(1)).take(7) {
        let told: Vec<String> = calendar
            .windows_on(day)
            .iter()
            .map(|window| {
                format!("{}–{}", format::clock_short(window.opens()), format::clock_short(window.closes()))
            })
            .collect();
        let told = told.join(", ");
        match runs.last_mut() {
            Some((_, last, same)) if *same == told => *last = day,
            Some(_) | None => runs.push((day, day, told)),
        }
    }
    let name = |day: Date| format::weekday(lang, day.weekday());
    let open = runs.into_iter().filter(|(_, _, told)| !told.is_empty());
    open.map(|(first, last, told)| {
        if first == last {
            format!("{}: {told}", name(first))
        } else {
            format!("{} – {}: {told}", name(first), name(last))
        }
    })
    .collect()
}

fn decider(lang: Lang, unit: &Unit) -> Vec<String> {
    let authority = named(lang, &unit.name).to_owned();
    match lang {
        Lang::Vi => {
            let title = unit.signer_title.to_lowercase();
            let mut letters = title.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            vec![first.chain(letters).collect(), authority]
        }
        Lang::En => vec![authority],
    }
}

fn version_line(lang: Lang, version: &ProcedureVersion) -> String {
    let (n, from) = (version.version.to_string(), format::date(lang, version.validity.from));
    match version.validity.to {
        None => say(lang, K::PublicVersionSince, &[("n", &n), ("from", &from)]),
        Some(to) => {
            let to = format::date(lang, to);
            say(lang, K::PublicVersionUntil, &[("n", &n), ("from", &from), ("to", &to)])
        }
    }
}
