//! The wall of a district: every unit below with who waits, what is in work, what was returned, what is left over.

use super::answer::unit_name;
use crate::portal::{WallLive, WallRow};
use crate::site::Site;
use app::{AppError, read};
use domain::place::{Unit, UnitCode};
use domain::time::civil;
use i18n::{Arg, Key as K, Lang, format, text, text_with};
use jiff::Timestamp;

/// Units directly below on the day of the clock, by code.
pub fn below(site: &Site, unit: &UnitCode) -> Vec<UnitCode> {
    let on = civil(site.app.clock.now()).date();
    site.app.policy().units().children_on(unit, on).iter().map(|unit| unit.code.clone()).collect()
}

/// What the wall shows now, all of it read at one instant.
///
/// # Errors
/// [`AppError::NotFound`] without such a unit today, [`AppError::Store`].
pub async fn live(site: &Site, unit: &UnitCode, lang: Lang) -> Result<WallLive, AppError> {
    let now = site.app.clock.now();
    let on = civil(now).date();
    let policy = site.app.policy();
    let above = policy.unit(unit, on).ok_or(AppError::NotFound { what: "unit" })?;
    let mut units = vec![above.code.clone()];
    units.extend(below(site, unit));
    let sums = read::wall(&site.app, units).await?;
    let row = |sum: read::UnitSums| {
        let number = |n: u64| format::number(lang, i64::try_from(n).unwrap_or(i64::MAX));
        let unit = policy.unit(&sum.unit, on);
        WallRow {
            href: format!("/bang-goi-so/{}", sum.unit),
            unit: unit.map_or_else(String::new, |unit| unit_name(Lang::Vi, unit)),
            waiting: number(sum.waiting),
            working: number(sum.working),
            returned: number(sum.returned),
            backlog: number(sum.backlog),
            clear: sum.backlog == 0,
        }
    };
    let left: u64 = sums.iter().map(|sum| sum.backlog).sum();
    Ok(WallLive {
        lang,
        unit: unit_name(Lang::Vi, above),
        clock: format!("{} · {}", format::clock_short(civil(now).time()), format::date_long(lang, on)),
        closes: closes(&policy, above, now, lang),
        backlog: if left == 0 {
            text(lang, K::QueueWallClear).to_owned()
        } else {
            let n = Arg::Number(i64::try_from(left).unwrap_or(i64::MAX));
            text_with(lang, K::QueueWallLeft, &[("n", n)])
        },
        clear: left == 0,
        rows: sums.into_iter().map(row).collect(),
    })
}

/// How long the counters are still open.
fn closes(policy: &app::Policy, unit: &Unit, now: Timestamp, lang: Lang) -> String {
    let closing = policy.calendar(&unit.calendar).and_then(|calendar| calendar.closing(civil(now).date()));
    match closing.map(|closing| closing.duration_since(now).as_mins()) {
        Some(minutes) if minutes > 0 => {
            let span = format::span(lang, minutes);
            text_with(lang, K::QueueWallCloses, &[("span", Arg::Text(&span))])
        }
        Some(_) | None => text(lang, K::QueueWallClosed).to_owned(),
    }
}
