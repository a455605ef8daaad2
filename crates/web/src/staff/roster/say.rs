//! What is wrong with a roster, in sentences with names.

use super::Planner;
use crate::widget::{Notice, Tag, Tone};
use app::roster::DayPlan;
use app::roster::propose::{Clash, Why};
use domain::id::AccountId;
use domain::roster::{Conflict, Light, Readiness, Unready};
use i18n::format::clock_short;
use i18n::{Arg, Key as K, Lang, text, text_with, words};

/// A light as icon, word and colour.
pub fn tag_of(light: Light, lang: Lang) -> Tag {
    match light {
        Light::Green => Tag::new(Tone::Good, text(lang, K::RosterGreen)),
        Light::Amber => Tag::new(Tone::Care, text(lang, K::RosterAmber)),
        Light::Red => Tag::new(Tone::Bad, text(lang, K::RosterRed)),
    }
}

const fn tone(light: Light) -> Tone {
    match light {
        Light::Green => Tone::Good,
        Light::Amber => Tone::Care,
        Light::Red => Tone::Bad,
    }
}

/// The light of a day with its first reasons, as a notice.
pub fn ready_notice(planner: &Planner, readiness: &Readiness, name: &dyn Fn(AccountId) -> String) -> Notice {
    let reasons: Vec<String> = readiness.reasons.iter().map(|(_, why)| unready(planner, why, name)).collect();
    let title = tag_of(readiness.light, planner.lang()).text;
    Notice::new(tone(readiness.light), title, (!reasons.is_empty()).then(|| reasons.join(" ")))
}

/// Why a unit is not ready.
pub fn unready(planner: &Planner, why: &Unready, name: &dyn Fn(AccountId) -> String) -> String {
    let lang = planner.lang();
    match why {
        Unready::NoRoster => planner.t(K::RosterWhyNone),
        Unready::NotPublished => planner.t(K::RosterWhyUnpublished),
        Unready::Conflict(found) => conflict(planner, found, name),
        Unready::NobodyHere { duty } => {
            say(lang, K::RosterWhyNobodyHere, &[("duty", words::duty(*duty, lang))])
        }
    }
}

/// Something wrong with a roster.
pub fn conflict(planner: &Planner, found: &Conflict, name: &dyn Fn(AccountId) -> String) -> String {
    let lang = planner.lang();
    match found {
        Conflict::EndsBeforeItStarts { shift } => row(lang, K::RosterEndsBefore, *shift),
        Conflict::OutsideOpening { shift } => row(lang, K::RosterOutside, *shift),
        Conflict::DayOff => planner.t(K::RosterDayOff),
        Conflict::NotEntitled { person, post, .. } => {
            let post = words::post(*post, lang);
            say(lang, K::RosterNotEntitled, &[("name", &name(*person)), ("post", post)])
        }
        Conflict::Overlap { person, .. } => say(lang, K::RosterOverlap, &[("name", &name(*person))]),
        Conflict::TwoUnits { person, other, .. } => {
            let unit = planner.unit_name(other);
            say(lang, K::RosterTwoUnits, &[("name", &name(*person)), ("unit", &unit)])
        }
        Conflict::Absent { person, kind, .. } => {
            let kind = words::absence_kind(*kind, lang);
            say(lang, K::RosterAbsent, &[("name", &name(*person)), ("kind", kind)])
        }
        Conflict::NoLeader => planner.t(K::RosterNoLeader),
        Conflict::Unstaffed { duty } => say(lang, K::RosterUnstaffed, &[("duty", words::duty(*duty, lang))]),
        Conflict::Uncovered { duty, from, to } => {
            let (from, to) = (clock_short(*from), clock_short(*to));
            say(lang, K::RosterUncovered, &[("duty", words::duty(*duty, lang)), ("from", &from), ("to", &to)])
        }
        Conflict::SectorUncovered { duty, sector } => {
            let sector = planner.sector_name(sector);
            say(lang, K::RosterSectorUncovered, &[("duty", words::duty(*duty, lang)), ("sector", &sector)])
        }
        Conflict::ApproverAlone { person, duty } => {
            let duty = words::duty(*duty, lang);
            say(lang, K::RosterApproverAlone, &[("name", &name(*person)), ("duty", duty)])
        }
    }
}

fn row(lang: Lang, key: K, shift: usize) -> String {
    let number = i64::try_from(shift.saturating_add(1)).unwrap_or(i64::MAX);
    text_with(lang, key, &[("n", Arg::Number(number))])
}

fn say(lang: Lang, key: K, texts: &[(&str, &str)]) -> String {
    let args: Vec<(&str, Arg<'_>)> = texts.iter().map(|(name, text)| (*name, Arg::Text(text))).collect();
    text_with(lang, key, &args)
}

/// Names of a plan's people.
pub fn names(plan: &DayPlan) -> impl Fn(AccountId) -> String {
    let people: Vec<(AccountId, String)> = plan.people.iter().map(|row| (row.id, row.name.clone())).collect();
    move |person| {
        people.iter().find(|row| row.0 == person).map_or_else(|| "?".to_owned(), |row| row.1.clone())
    }
}

/// Why there is no proposal.
pub fn clash(planner: &Planner, found: &Clash) -> String {
    let lang = planner.lang();
    match found {
        Clash::Closed => planner.t(K::RosterDayOff),
        Clash::Nobody(duty) => say(lang, K::RosterClashNobody, &[("duty", words::duty(*duty, lang))]),
        Clash::NobodyFor(duty, sector) => {
            let sector = planner.sector_name(sector);
            say(lang, K::RosterClashSector, &[("duty", words::duty(*duty, lang)), ("sector", &sector)])
        }
        Clash::TooFew { people } => {
            let people = i64::try_from(*people).unwrap_or(i64::MAX);
            text_with(lang, K::RosterClashFew, &[("n", Arg::Number(people))])
        }
        Clash::SamePeople => planner.t(K::RosterClashSame),
    }
}

/// Why somebody was chosen.
pub fn why(planner: &Planner, reason: &Why) -> String {
    let lang = planner.lang();
    match reason {
        Why::OnlyOne => planner.t(K::RosterWhyOnly),
        Why::Sector(sector) => say(lang, K::RosterWhySector, &[("sector", &planner.sector_name(sector))]),
        Why::LeastBefore(hours) => text_with(lang, K::RosterWhyLeast, &[("n", Arg::Number(*hours))]),
        Why::Load(expected) => text_with(lang, K::RosterWhyLoad, &[("n", Arg::Number(i64::from(*expected)))]),
        Why::AsLastTime => planner.t(K::RosterWhyLast),
        Why::Fits => planner.t(K::RosterWhyFits),
        Why::Volunteer => planner.t(K::RosterWhyVolunteer),
    }
}
