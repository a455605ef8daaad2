//! Charts as SVG: no script, no style attribute, colours from the text so that they print and work in the dark.

use friday::DayTime;
use friday::simulate::Outcome;
use std::fmt::Write;

/// Width and height of a chart in its own units.
const SIZE: (f64, f64) = (720.0, 200.0);
/// Room below for the hours.
const FOOT: f64 = 24.0;

/// When results come out: the share of all results in each quarter of an hour, one plan over the other.
///
/// `title` is read aloud; the figures stand in the table beside it. `closing` is drawn as a line.
pub fn ready(title: &str, outcomes: &[&Outcome], closing: DayTime) -> String {
    let series: Vec<Vec<(DayTime, f64)>> = outcomes
        .iter()
        .map(|outcome| {
            let all: u64 = outcome.ready_by_quarter().map(|(_, count)| count).sum();
            outcome.ready_by_quarter().map(|(at, count)| (at, count as f64 / all.max(1) as f64)).collect()
        })
        .collect();
    bars(title, &series, closing)
}

/// Share of files taken in at each quarter that are out by closing; quarters without files are left out.
pub fn kept_by_intake(title: &str, outcomes: &[&Outcome], closing: DayTime) -> String {
    let share = |outcome: &&Outcome| {
        let slots = outcome.intake_by_quarter();
        slots
            .map(|(at, slot)| (at, if slot.files == 0 { 0.0 } else { slot.kept as f64 / slot.files as f64 }))
            .collect()
    };
    bars(title, &outcomes.iter().map(share).collect::<Vec<_>>(), closing)
}

fn bars(title: &str, series: &[Vec<(DayTime, f64)>], closing: DayTime) -> String {
    let seen = || series.iter().flatten().filter(|(_, value)| *value > 0.0);
    let first = seen().map(|(at, _)| at.ms()).min().unwrap_or(0);
    let last = seen().map(|(at, _)| at.ms()).max().unwrap_or(0).max(closing.ms()) + QUARTER;
    let highest = seen().map(|(_, value)| *value).fold(f64::MIN_POSITIVE, f64::max);
    let first = first - first.rem_euclid(HOUR);
    let x = |ms: i64| (ms - first) as f64 / (last - first).max(1) as f64 * SIZE.0;
    let width = x(first + QUARTER) / series.len().max(1) as f64;
    let mut svg = format!(
        "<svg class=\"chart\" viewBox=\"0 0 {} {}\" width=\"100%\" role=\"img\" aria-label=\"{}\">",
        SIZE.0,
        SIZE.1 + FOOT,
        escape(title)
    );
    for (which, values) in series.iter().enumerate() {
        let strength = if which == 0 { "0.9" } else { "0.45" };
        for (at, value) in values.iter().filter(|(_, value)| *value > 0.0) {
            let height = value / highest * (SIZE.1 - 8.0);
            let left = x(at.ms()) + width * which as f64;
            let _ = write!(
                svg,
                "<rect x=\"{left:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{height:.1}\" fill=\"currentColor\" fill-opacity=\"{strength}\"/>",
                SIZE.1 - height,
                (width - 1.0).max(1.0)
            );
        }
    }
    let line = x(closing.ms());
    let _ = write!(
        svg,
        "<line x1=\"0\" y1=\"{0}\" x2=\"{1}\" y2=\"{0}\" stroke=\"currentColor\"/><line x1=\"{line:.1}\" y1=\"0\" x2=\"{line:.1}\" y2=\"{0}\" stroke=\"currentColor\" stroke-dasharray=\"4 3\"/>",
        SIZE.1, SIZE.0
    );
    for hour in (first / HOUR)..=(last / HOUR) {
        let _ = write!(
            svg,
            "<text x=\"{:.1}\" y=\"{}\" font-size=\"13\" fill=\"currentColor\">{hour}</text>",
            x(hour * HOUR) + 2.0,
            SIZE.1 + 17.0
        );
    }
    svg.push_str("</svg>");
    svg
}

/// Milliseconds of a quarter of an hour, and of an hour.
const QUARTER: i64 = 15 * 60_000;
const HOUR: i64 = 4 * QUARTER;

/// Text for an attribute.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use friday::simulate::{Officer, Plan, run};
    use friday::{Law, PerStage, Span, Stage, Window, Windows};

    #[test]
    fn a_chart_says_what_it_shows_and_has_no_style() {
        let hours = Windows::one(DayTime::hm(7, 30), DayTime::hm(17, 0));
        let laws = PerStage([Law::lognormal(Span::from_minutes(6), 0.5); 4]);
        let mut plan = Plan::new(hours.clone(), DayTime::hm(17, 0), laws);
        plan.officers = Stage::ALL.map(|stage| Officer::at(stage, hours.clone())).to_vec();
        plan.walk_ins = vec![(Window { from: DayTime::hm(8, 0), to: DayTime::hm(15, 0) }, 4.0)];
        let outcome = run(&plan, 1, 50, |_| ());
        for chart in [
            ready("a < b & \"c\"", &[&outcome, &outcome], plan.closing),
            kept_by_intake("k", &[&outcome], plan.closing),
        ] {
            assert!(chart.contains("<rect ") && chart.ends_with("</svg>"));
            assert!(!chart.contains("style") && !chart.contains("script") && !chart.contains("NaN"));
        }
        assert!(ready("a < b", &[&outcome], plan.closing).contains("aria-label=\"a &lt; b\""));
        let empty = run(&plan, 1, 0, |_| ());
        assert!(!ready("nothing", &[&empty], plan.closing).contains("NaN"));
    }
}
