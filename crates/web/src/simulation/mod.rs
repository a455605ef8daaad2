//! Figures of simulated days in words, for the planning page and for `khongcho simulate`.

pub mod chart;
mod problem;

pub use problem::problem;

use domain::promise::Duty;
use friday::order::Class;
use friday::simulate::{Change, Difference, Estimate, Gain, Outcome};
use friday::{DayTime, Stage};
use i18n::{Arg, Key as K, Lang, format, text, text_with, words};

/// The share of kept promises below which a time of intake is not called safe.
pub const SAFE_SHARE: f64 = 0.9997;

/// One figure of each plan, side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub label: String,
    /// The figure of each plan.
    pub cells: Vec<String>,
}

/// The duty behind a stage.
pub const fn duty_of(stage: Stage) -> Duty {
    match stage {
        Stage::Receive => Duty::Receive,
        Stage::Appraise => Duty::Appraise,
        Stage::Approve => Duty::Approve,
        Stage::Return => Duty::Return,
    }
}

/// All figures of some plans, the most telling first.
pub fn rows(lang: Lang, outcomes: &[&Outcome]) -> Vec<Row> {
    let row = |label: String, cell: &dyn Fn(&Outcome) -> String| Row {
        label,
        cells: outcomes.iter().map(|outcome| cell(outcome)).collect(),
    };
    let said = |key| text(lang, key).to_owned();
    let share = |found| share(lang, found);
    let minutes = |found| minutes(lang, found);
    let mut rows = vec![
        row(said(K::SimKept), &|of| share(of.kept())),
        row(said(K::SimKeptAtLeast), &|of| self::share(lang, exactly(of.kept_at_least()))),
        row(said(K::SimZeroBacklog), &|of| share(of.zero_backlog())),
        row(said(K::SimPromised), &|of| share(of.promised())),
        row(said(K::SimFiles), &|of| decimal(lang, of.files())),
        row(said(K::SimWaitHalf), &|of| minutes(of.wait(0.5))),
        row(said(K::SimWaitMost), &|of| minutes(of.wait(0.9))),
        row(said(K::SimWaitPriority), &|of| minutes(of.mean_wait(Class::Priority))),
        row(said(K::SimWaitOthers), &|of| minutes(of.mean_wait(Class::Normal))),
        row(said(K::SimReadyHalf), &|of| minutes(of.sojourn(0.5))),
        row(said(K::SimReadyMost), &|of| minutes(of.sojourn(0.9))),
        row(said(K::SimReadyNearlyAll), &|of| minutes(of.sojourn(0.99))),
        row(said(K::SimLastReady), &|of| of.last_ready().map_or_else(none, |at| clock(at.value))),
        row(said(K::SimSafeIntake), &|of| {
            of.last_safe_intake(SAFE_SHARE).map_or_else(|| said(K::SimNever), |at| at.to_string())
        }),
        row(said(K::SimLastHalfHour), &|of| share(of.last_half_hour())),
    ];
    for stage in Stage::ALL {
        let args = [("duty", Arg::Text(words::duty(duty_of(stage), lang)))];
        let label = text_with(lang, K::SimBusy, &args);
        rows.push(row(label, &|of| share(of.utilisation(stage))));
    }
    rows
}

/// What one more pair of hands brings, the name of the change first.
pub fn gain_rows(lang: Lang, gains: &[Gain]) -> Vec<Row> {
    let row = |gain: &Gain| {
        let Gain { change, kept, zero_backlog, wait, sojourn } = *gain;
        difference_row(lang, &change_name(lang, change), &Difference { kept, zero_backlog, wait, sojourn })
    };
    gains.iter().map(row).collect()
}

/// How a plan differs from another, under [`gain_headings`].
pub fn difference_row(lang: Lang, name: &str, gain: &Difference) -> Row {
    let points = |found: Option<Estimate>| {
        found.map_or_else(none, |found| {
            format!(
                "{} ± {}",
                format::points(lang, hundredths(found.value)),
                plain(lang, found.half * 100.0, 2)
            )
        })
    };
    let cells = vec![
        points(gain.kept),
        points(gain.zero_backlog),
        minutes(lang, gain.wait),
        minutes(lang, gain.sojourn),
    ];
    Row { label: name.to_owned(), cells }
}

/// Headings over [`gain_rows`].
pub fn gain_headings(lang: Lang) -> [&'static str; 4] {
    [K::SimGainKept, K::SimGainZeroBacklog, K::SimGainWait, K::SimGainReady].map(|key| text(lang, key))
}

/// A change in words: one more person to appraise.
pub fn change_name(lang: Lang, change: Change) -> String {
    match change {
        Change::OneMoreAt(stage) => {
            let args = [("duty", Arg::Text(words::duty(duty_of(stage), lang)))];
            text_with(lang, K::SimOneMore, &args)
        }
        Change::OneMoreVolunteer => text(lang, K::SimOneMoreVolunteer).to_owned(),
    }
}

/// What is missing from a table.
fn none() -> String {
    "–".to_owned()
}

const fn exactly(value: f64) -> Option<Estimate> {
    Some(Estimate { value, half: 0.0 })
}

fn hundredths(share: f64) -> i64 {
    (share * 10_000.0).round() as i64
}

/// A share as `99,97 % ± 0,02`; never rounded up to a whole that it is not.
fn share(lang: Lang, found: Option<Estimate>) -> String {
    found.map_or_else(none, |found| {
        let mut value = hundredths(found.value);
        if value == 10_000 && found.value < 1.0 {
            value = 9_999;
        }
        let written = format::percent(lang, value);
        if found.half > 0.0 {
            format!("{written} ± {}", plain(lang, found.half * 100.0, 2))
        } else {
            written
        }
    })
}

fn minutes(lang: Lang, found: Option<Estimate>) -> String {
    found.map_or_else(none, |found| {
        text_with(lang, K::SimMinutes, &[("n", Arg::Text(&plain_pm(lang, found)))])
    })
}

fn decimal(lang: Lang, found: Option<Estimate>) -> String {
    found.map_or_else(none, |found| plain_pm(lang, found))
}

fn plain_pm(lang: Lang, found: Estimate) -> String {
    let written = plain(lang, found.value, 1);
    if found.half >= 0.05 { format!("{written} ± {}", plain(lang, found.half, 1)) } else { written }
}

/// A number with the decimal sign of the language.
fn plain(lang: Lang, value: f64, digits: usize) -> String {
    let written = format!("{value:.digits$}");
    match lang {
        Lang::Vi => written.replace('.', ","),
        Lang::En => written,
    }
}

fn clock(minutes: f64) -> String {
    DayTime::from_minutes(minutes.round() as i64).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_below_one_is_never_written_as_all() {
        assert_eq!(share(Lang::En, exactly(0.999_99)), "99.99%");
        assert_eq!(share(Lang::En, exactly(1.0)), "100.00%");
        assert_eq!(share(Lang::Vi, Some(Estimate { value: 0.9, half: 0.012 })), "90,00 % ± 1,20");
        assert_eq!(share(Lang::Vi, None), "–");
    }

    #[test]
    fn minutes_have_the_sign_of_the_language() {
        assert_eq!(plain_pm(Lang::Vi, Estimate { value: 12.34, half: 0.2 }), "12,3 ± 0,2");
        assert_eq!(clock(15.0 * 60.0 + 29.6), "15:30");
    }
}
