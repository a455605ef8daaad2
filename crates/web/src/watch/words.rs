//! Sentences about room, risk and what to do.

use crate::site::{Ask, Site};
use crate::widget::{Tag, Tone};
use app::Policy;
use app::watch::offers::Offers;
use app::watch::quote::LastSafe;
use app::watch::record;
use app::watch::risk::Step;
use domain::place::UnitCode;
use domain::time::civil;
use friday::Risk;
use i18n::{Arg, Key as K, Lang, format, text, text_with, words};
use jiff::Timestamp;
use storage::watch::Record;

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

/// A band as people read it.
pub(super) fn risk_tag(risk: Risk, lang: Lang) -> Tag {
    let (tone, key) = match risk {
        Risk::Green => (Tone::Good, K::WatchRiskGreen),
        Risk::Amber => (Tone::Care, K::WatchRiskAmber),
        Risk::Red => (Tone::Bad, K::WatchRiskRed),
        Risk::Broken => (Tone::Bad, K::WatchRiskBroken),
    };
    Tag::new(tone, text(lang, key))
}

/// What can be done, as a sentence.
pub(super) fn step_sentence(step: Step, lang: Lang) -> String {
    let of = |key, duty| text_with(lang, key, &[("duty", Arg::Text(words::duty(duty, lang)))]);
    let plain = |key| text(lang, key).to_owned();
    match step {
        Step::ServeNext(duty) => of(K::WatchStepServeNext, duty),
        Step::SecondOfficer(duty) => of(K::WatchStepSecondOfficer, duty),
        Step::CallReserve(duty) => of(K::WatchStepCallReserve, duty),
        Step::SigningRound => plain(K::WatchStepSigningRound),
        Step::TellCitizen => plain(K::WatchStepTellCitizen),
        Step::Apologise => plain(K::WatchStepApologise),
    }
}

/// A share in hundredths of a percent, rounded down: a bound is never made to look better.
pub(super) fn percent(lang: Lang, share: f64) -> String {
    format::percent(lang, (share * 10_000.0).floor() as i64)
}

/// The record in one sentence, with its bound; says so when there is none yet.
pub(super) fn record_line(lang: Lang, record: &Record) -> String {
    let Some(bound) = record::at_least(record) else { return text(lang, K::WatchRecordNone).to_owned() };
    let count = |n: u64| format::number(lang, i64::try_from(n).unwrap_or(i64::MAX));
    let (promised, missed) = (count(record.promised), count(record.promised - record.kept));
    let bound = percent(lang, bound);
    let args =
        [("promised", Arg::Text(&promised)), ("missed", Arg::Text(&missed)), ("bound", Arg::Text(&bound))];
    text_with(lang, K::WatchRecord, &args)
}

/// The record of four weeks, of a unit or of all, in one sentence; nothing before the first promise came due.
pub async fn record_sentence(site: &Site, lang: Lang, unit: Option<&UnitCode>) -> Option<String> {
    let record = record::four_weeks(&site.app, unit).await.ok()?;
    (record.promised > 0).then(|| record_line(lang, &record))
}
