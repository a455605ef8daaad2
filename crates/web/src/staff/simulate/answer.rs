//! From simulated days to what the page says.

use super::{Chart, Result};
use crate::simulation::{self, chart, duty_of};
use app::simulate::{Answer, REPLICATIONS};
use friday::Stage;
use friday::simulate::{Outcome, difference};
use i18n::{Arg, Key as K, Lang, format, text, text_with, words};

/// The answer as the page shows it.
pub(super) fn result(lang: Lang, answer: &Answer) -> Result {
    let outcomes: Vec<&Outcome> = std::iter::once(&answer.planned).chain(&answer.changed).collect();
    let headings = [K::SimPlanned, K::SimChanged].map(|key| text(lang, key));
    let closing = answer.live.plan.closing;
    let ready = text(lang, K::SimChartReady);
    let kept = text(lang, K::SimChartKept);
    Result {
        says: says(lang, answer),
        plans: headings.into_iter().take(outcomes.len()).collect(),
        rows: simulation::rows(lang, &outcomes),
        charts: vec![
            Chart { title: ready, svg: chart::ready(ready, &outcomes, closing) },
            Chart { title: kept, svg: chart::kept_by_intake(kept, &outcomes, closing) },
        ],
        gain_headings: simulation::gain_headings(lang),
        gains: simulation::gain_rows(lang, &answer.gains),
        sources: sources(lang, answer),
    }
}

/// What the change does, and which duty is tight.
fn says(lang: Lang, answer: &Answer) -> Vec<String> {
    let mut says = Vec::new();
    if let Some(changed) = &answer.changed {
        let share = |of: &Outcome| of.kept().map_or_else(String::new, |kept| percent(lang, kept.value));
        let (before, after) = (share(&answer.planned), share(changed));
        let key = match difference(&answer.planned, changed).kept {
            Some(gain) if gain.value > gain.half => K::SimBetter,
            Some(gain) if gain.value < -gain.half => K::SimWorse,
            Some(_) | None => K::SimSame,
        };
        let n = format::number(lang, i64::try_from(REPLICATIONS).unwrap_or(i64::MAX));
        let args = [("before", Arg::Text(&before)), ("after", Arg::Text(&after)), ("n", Arg::Text(&n))];
        says.push(text_with(lang, key, &args));
    }
    says.extend(tight(lang, K::SimTight, &answer.planned));
    says.extend(answer.changed.as_ref().and_then(|changed| tight(lang, K::SimTightChanged, changed)));
    says
}

/// The duty whose people are busiest.
fn tight(lang: Lang, key: K, outcome: &Outcome) -> Option<String> {
    let busy = |stage| outcome.utilisation(stage).map(|busy| (stage, busy.value));
    let (stage, share) = Stage::ALL.into_iter().filter_map(busy).max_by(|a, b| a.1.total_cmp(&b.1))?;
    let share = percent(lang, share);
    let args = [("duty", Arg::Text(words::duty(duty_of(stage), lang))), ("share", Arg::Text(&share))];
    Some(text_with(lang, key, &args))
}

fn percent(lang: Lang, share: f64) -> String {
    format::percent(lang, (share * 10_000.0).floor() as i64)
}

fn sources(lang: Lang, answer: &Answer) -> Vec<String> {
    let people = if answer.live.has_roster { K::SimFromRoster } else { K::SimNoRoster };
    let days = i64::try_from(answer.live.days_counted).unwrap_or(i64::MAX);
    vec![
        text(lang, people).to_owned(),
        text_with(lang, K::SimFromHistory, &[("n", Arg::Number(days))]),
        text(lang, K::SimAssumed).to_owned(),
    ]
}
