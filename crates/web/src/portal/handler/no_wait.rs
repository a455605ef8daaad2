//! Where the no-wait day runs, and the list of each unit.

use super::answer::{self, count, named, unit_name};
use super::{fees, programme};
use crate::layout::Link;
use crate::portal::{Change, ErrorKind, ListRow, NoWaitList, NoWaitUnits, SectorGroup, UnitRow};
use crate::reply;
use crate::site::{Ask, Site};
use crate::widget::{Tag, Tone};
use app::standing::{self, Standing};
use app::{AppError, Policy};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use catalogue::Listed;
use domain::law::Certainty;
use domain::place::{Unit, UnitCode};
use domain::procedure::{ProcedureVersion, VerificationPolicy};
use domain::promise::Duty;
use domain::time::civil;
use i18n::{Arg, Key as K, Lang, format, text, text_with};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// `/khong-cho`.
pub async fn units(State(site): State<Site>, ask: Ask, headers: HeaderMap) -> Response {
    match units_page(&site, &ask).await {
        Ok(page) => answer::public(&headers, &page),
        Err(error) => reply::failed(&ask, &error),
    }
}

async fn units_page(site: &Site, ask: &Ask) -> Result<NoWaitUnits, AppError> {
    let (policy, at) = (site.app.policy(), site.app.clock.now());
    let on = civil(at).date();
    let found = programme::standing(&policy, at);
    let units = programme::units(&policy, on);
    let today = found.is_some_and(|found| found.today);
    let codes = units.iter().map(|unit| unit.code.clone()).collect();
    let stand = if today { standing::of_units(&site.app, codes).await? } else { Vec::new() };
    let row = |(index, unit): (usize, &&Unit)| UnitRow {
        code: unit.code.to_string(),
        name: unit_name(ask.lang, unit),
        procedures: count(policy.list_of(&unit.code, on).len()),
        state: stand.get(index).map(|standing| state(ask.lang, standing)),
    };
    Ok(NoWaitUnits {
        page: ask.page(K::PublicNoWaitTitle),
        rule: found.map(|found| programme::rule(&found, ask.lang)).unwrap_or_default(),
        units: units.iter().enumerate().map(row).collect(),
    })
}

fn state(lang: Lang, standing: &Standing) -> Tag {
    let (tone, key) = if standing.is_ready() {
        (Tone::Good, K::PublicUnitReady)
    } else if standing.presence.present.with(Duty::Approve) == domain::promise::DutySet::ALL {
        (Tone::Care, K::PublicUnitWaiting)
    } else {
        (Tone::Care, K::PublicUnitShort)
    };
    Tag::new(tone, text(lang, key))
}

/// `/khong-cho/{unit}`.
pub async fn list(
    State(site): State<Site>,
    ask: Ask,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Response {
    let (policy, at) = (site.app.policy(), site.app.clock.now());
    let on = civil(at).date();
    let code: Option<UnitCode> = code.parse().ok();
    let unit = code.and_then(|code| policy.unit(&code, on));
    let Some(unit) = unit.filter(|unit| !policy.list_of(&unit.code, on).is_empty()) else {
        return reply::error(&ask, ErrorKind::NotFound);
    };
    let mut page = list_page(&ask, &policy, unit, on);
    page.rule =
        programme::standing(&policy, at).map(|found| programme::rule(&found, ask.lang)).unwrap_or_default();
    answer::public(&headers, &page)
}

fn list_page(ask: &Ask, policy: &Policy, unit: &Unit, on: Date) -> NoWaitList {
    let lang = ask.lang;
    let listed = policy.list_of(&unit.code, on);
    let name = unit_name(lang, unit);
    let mut page = ask.page(K::PublicNoWaitTitle);
    page.title = page.fill(K::PublicNoWaitOfUnit, "unit", &name);
    page.unit = Some(name.clone());
    page.back = Some(Link::new("/khong-cho", page.t(K::PublicNoWaitAll)));
    let to_print = |size| {
        let address = format!("/khong-cho/{}/niem-yet.pdf?kho={size}", unit.code);
        Link::new(address, page.fill(K::PublicListPdf, "size", size))
    };
    let pdfs = ["A3", "A4"].map(to_print).to_vec();
    NoWaitList {
        page,
        unit: name,
        rule: Vec::new(),
        groups: groups(lang, policy, &listed, on),
        changes: changes(lang, policy, unit),
        reconstructed: listed
            .iter()
            .any(|(listed, _)| listed.entry.source.certainty == Certainty::Reconstruction),
        source: source(lang, policy, on),
        pdfs,
    }
}

/// Where the facts of a day come from, and what must be known about them.
pub fn source(lang: Lang, policy: &Policy, on: Date) -> String {
    let Some(pack) = policy.pack_on(on) else { return String::new() };
    let revision = pack.revision.to_string();
    let args = [("pack", Arg::Text(named(lang, &pack.name))), ("revision", Arg::Text(&revision))];
    format!("{} {}", text_with(lang, K::PublicProcedurePack, &args), named(lang, &pack.notice))
}

type Row<'p> = (Listed<'p>, &'p Arc<ProcedureVersion>);

/// The list by sector, sectors in the order in which they first appear.
fn groups(lang: Lang, policy: &Policy, listed: &[Row<'_>], on: Date) -> Vec<SectorGroup> {
    let mut groups: Vec<SectorGroup> = Vec::new();
    for (_, version) in listed {
        let name = policy.sector(&version.sector).map(|sector| sector.name.vi.clone()).unwrap_or_default();
        let row = ListRow {
            code: version.code.to_string(),
            name: version.name.vi.clone(),
            may_verify: version.verification.policy == VerificationPolicy::May,
            fee: fees::short(lang, version, on),
        };
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.rows.push(row),
            None => groups.push(SectorGroup { name, rows: vec![row] }),
        }
    }
    groups
}

/// What was added and taken off, by day, newest first.
fn changes(lang: Lang, policy: &Policy, unit: &Unit) -> Vec<Change> {
    let mut by_day: BTreeMap<Date, (usize, usize)> = BTreeMap::new();
    for programme in policy.programmes() {
        let first = programme.validity.from;
        for entry in &programme.entries {
            let begins = entry.validity.from.max(first).max(unit.validity.from);
            if programme.entry(&entry.procedure, unit, begins) != Some(entry) {
                continue;
            }
            by_day.entry(begins).or_default().0 += 1;
            if let Some(gone) = entry.validity.to.and_then(|last| last.tomorrow().ok()) {
                by_day.entry(gone).or_default().1 += 1;
            }
        }
    }
    let sentence = |key, n: usize| (n > 0).then(|| text_with(lang, key, &[("n", Arg::Number(count(n)))]));
    let tell = |(on, (added, removed)): (&Date, &(usize, usize))| Change {
        on: format::date(lang, *on),
        text: [sentence(K::PublicListAdded, *added), sentence(K::PublicListRemoved, *removed)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" "),
    };
    by_day.iter().rev().map(tell).collect()
}
