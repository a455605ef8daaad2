//! Sentences about room, risk and what to do.

use crate::site::{Ask, Site};
use app::Policy;
use app::watch::offers::Offers;
use app::watch::quote::LastSafe;
use domain::place::UnitCode;
use domain::time::civil;
use i18n::{Arg, Key as K, Lang, format, text, text_with, words};
use jiff::Timestamp;

/// What is offered where the day is full, in sentences: another unit, the next day, the law.
pub fn offers_sentence(policy: &Policy, ask: &Ask, now: Timestamp, found: &Offers) -> String {
    let lang = ask.lang;
    let mut sentences = Vec::new();
    if let Some((unit, ready)) = &found.elsewhere
        && let Some(unit) = policy.unit(unit, civil(now).date())
    {
        let [from, by] = [ready.from, ready.by].map(|at| format::clock(lang, civil(at).time()));
        let args = [
            ("unit", Arg::Text(ask.name_of(&unit.name))),
            ("from", Arg::Text(&from)),
            ("by", Arg::Text(&by)),
        ];
        sentences.push(text_with(lang, K::WatchOfferUnit, &args));
    }
    if let Some(on) = found.next_day {
        let day = words::day(lang, on);
        sentences.push(text_with(lang, K::WatchOfferDay, &[("day", Arg::Text(&day))]));
    }
    sentences.push(text(lang, K::WatchOfferStatute).to_owned());
    sentences.join(" ")
}

/// Until when a dossier taken in here still comes out today, in a sentence; nothing on a day without the programme.
/// A failed look-up leaves the sentence out: it never stands in the way of a page.
pub async fn last_safe(site: &Site, lang: Lang, unit: &UnitCode, now: Timestamp) -> Option<String> {
    match app::watch::quote::last_safe_intake(&site.app, unit, now).await.ok()? {
        LastSafe::NoDay => None,
        LastSafe::Over => Some(text(lang, K::WatchLastSafeOver).to_owned()),
        LastSafe::Until(at) => {
            let clock = format::clock(lang, civil(at).time());
            Some(text_with(lang, K::WatchLastSafe, &[("clock", Arg::Text(&clock))]))
        }
    }
}
