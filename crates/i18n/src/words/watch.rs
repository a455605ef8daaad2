//! What the watch over promises says: the hour expected, the cause of a broken promise.

use domain::promise::{Cause, ReadyBetween};
use domain::time::civil;

use super::{duty, say};
use crate::{Key, Lang, format, text};

/// When the result is expected: `Dự kiến có kết quả từ 14 giờ 10 đến 14 giờ 45`.
pub fn ready_between(ready: &ReadyBetween, lang: Lang) -> String {
    let [from, by] = [ready.from, ready.by].map(|at| format::clock(lang, civil(at).time()));
    say(lang, Key::WatchReadyBetween, &[("from", &from), ("by", &by)])
}

/// How sure that is: `95 trên 100 lần đúng`.
pub fn ready_level(ready: &ReadyBetween, lang: Lang) -> String {
    let percent = format::number(lang, i64::from(ready.percent));
    say(lang, Key::WatchReadyLevel, &[("percent", &percent)])
}

/// Why a promise was broken.
pub fn cause(cause: Cause, lang: Lang) -> String {
    let plain = |key| text(lang, key).to_owned();
    let of = |key, which| say(lang, key, &[("duty", duty(which, lang))]);
    match cause {
        Cause::Outage => plain(Key::WatchCauseOutage),
        Cause::Supplement => plain(Key::WatchCauseSupplement),
        Cause::Payment => plain(Key::WatchCausePayment),
        Cause::Outside => plain(Key::WatchCauseOutside),
        Cause::Verification => plain(Key::WatchCauseVerification),
        Cause::DutyAbsent(which) => of(Key::WatchCauseAbsent, which),
        Cause::SlowStage(which) => of(Key::WatchCauseSlow, which),
        Cause::Queue(which) => of(Key::WatchCauseQueue, which),
    }
}
