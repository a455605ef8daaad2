//! The no-wait day as public pages tell it: is it today, until when, when is the next one, who takes part.

use app::Policy;
use domain::day::window::printed;
use domain::place::Unit;
use domain::programme::Programme;
use domain::promise::programme_day;
use domain::time::civil;
use i18n::{Arg, Key as K, Lang, format, text_with, words};
use jiff::Timestamp;
use jiff::civil::Date;

/// How far ahead the next day of a programme is looked for: longer than any row of days off.
const DAYS_AHEAD_MAX: i64 = 92;

/// How a programme stands at an instant.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'p> {
    /// The programme.
    pub programme: &'p Programme,
    /// Whether it is held today.
    pub today: bool,
    /// Whether a dossier received now is in time for today.
    pub in_time: bool,
    /// The next day after today on which it is held.
    pub next: Option<Date>,
}

/// The programme held today, else the one whose next day comes first; nothing where none is announced.
pub fn standing(policy: &Policy, at: Timestamp) -> Option<Standing<'_>> {
    let now = civil(at);
    let stand = |programme| {
        let today = is_held(policy, programme, now.date());
        let in_time = today && printed(now.time()) <= programme.cut_off;
        Standing { programme, today, in_time, next: next_day_of(policy, programme, now.date()) }
    };
    let all = policy.programmes().iter().map(stand);
    all.filter(|found| found.today || found.next.is_some())
        .min_by_key(|found| (!found.today, found.next.unwrap_or(Date::MAX)))
}

/// The next day after a date on which some programme is held.
pub fn next_day(policy: &Policy, after: Date) -> Option<Date> {
    policy.programmes().iter().filter_map(|programme| next_day_of(policy, programme, after)).min()
}

fn next_day_of(policy: &Policy, programme: &Programme, after: Date) -> Option<Date> {
    let from = after.max(programme.validity.from.yesterday().unwrap_or(Date::MIN));
    // Announced ahead is told ahead, but not by years.
    let near = from.since(after).is_ok_and(|span| i64::from(span.get_days()) <= DAYS_AHEAD_MAX);
    if !near {
        return None;
    }
    let days = std::iter::successors(from.tomorrow().ok(), |day| day.tomorrow().ok());
    days.take(usize::try_from(DAYS_AHEAD_MAX).unwrap_or_default())
        .find(|day| is_held(policy, programme, *day))
}

fn is_held(policy: &Policy, programme: &Programme, on: Date) -> bool {
    let calendar = policy.calendar_of(&programme.run_by, on);
    calendar.is_some_and(|calendar| programme_day(on, programme, calendar).is_kept())
}

/// Units that take part on a day, the highest level first.
pub fn units(policy: &Policy, on: Date) -> Vec<&Unit> {
    let takes_part = |unit: &&Unit| !policy.programmes_at(&unit.code, on).is_empty();
    let mut units: Vec<&Unit> = policy.units().on(on).filter(takes_part).collect();
    let rank = |unit: &Unit| policy.level(&unit.level).map_or(u8::MAX, |level| level.rank);
    units.sort_by_key(|unit| (rank(unit), unit.code.clone()));
    units
}

/// The rule of a programme in sentences: by when, what after that, and when next unless it is today.
pub fn rule(standing: &Standing<'_>, lang: Lang) -> Vec<String> {
    let programme = standing.programme;
    let hour = format::clock(lang, programme.cut_off);
    let before = format::clock(lang, programme.after_cut_off_before);
    let mut sentences = vec![
        say(lang, K::PublicTodayCutOff, &[("hour", &hour)]),
        say(lang, K::PublicRuleLate, &[("hour", &hour), ("before", &before)]),
    ];
    if !standing.today {
        sentences.extend(next_sentence(standing.next, lang));
    }
    sentences
}

/// What a reader of the first page must know today.
pub fn today_sentence(standing: &Standing<'_>, lang: Lang) -> String {
    let programme = standing.programme;
    let hour = format::clock(lang, programme.cut_off);
    match (standing.today, standing.in_time) {
        (true, true) => say(lang, K::PublicTodayCutOff, &[("hour", &hour)]),
        (true, false) => {
            let before = format::clock(lang, programme.after_cut_off_before);
            say(lang, K::PublicTodayLate, &[("hour", &hour), ("before", &before)])
        }
        (false, _) => next_sentence(standing.next, lang).unwrap_or_default(),
    }
}

/// When the next day is.
pub fn next_sentence(next: Option<Date>, lang: Lang) -> Option<String> {
    Some(say(lang, K::PublicTodayNext, &[("day", &words::day(lang, next?))]))
}

/// A message with texts filled in.
pub fn say(lang: Lang, key: K, texts: &[(&str, &str)]) -> String {
    let args: Vec<(&str, Arg<'_>)> = texts.iter().map(|(name, text)| (*name, Arg::Text(text))).collect();
    text_with(lang, key, &args)
}
