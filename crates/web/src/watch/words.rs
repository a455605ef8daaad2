//! Sentences about room, risk and what to do.

use crate::site::Ask;
use app::Policy;
use app::watch::offers::Offers;
use domain::time::civil;
use i18n::{Arg, Key as K, format, text, text_with, words};
use jiff::Timestamp;

/// What is offered where the day is full, in sentences: another unit, the next day, the law.
pub fn offers_sentence(policy: &Policy, ask: &Ask, now: Timestamp, found: &Offers) -> String {
    let lang = ask.lang;
    let mut sentences = Vec::new();
    if let Some((unit, ready)) = &found.elsewhere
        && let Some(unit) = policy.unit(unit, civil(now).date())
    {
        let [from, by] = [ready.from, ready.by].map(|at| format::clock(lang, civil(at).time()));
        let args =
            [("unit", Arg::Text(ask.name_of(&unit.name))), ("from", Arg::Text(&from)), ("by", Arg::Text(&by))];
        sentences.push(text_with(lang, K::WatchOfferUnit, &args));
    }
    if let Some(on) = found.next_day {
        let day = words::day(lang, on);
        sentences.push(text_with(lang, K::WatchOfferDay, &[("day", Arg::Text(&day))]));
    }
    sentences.push(text(lang, K::WatchOfferStatute).to_owned());
    sentences.join(" ")
}
