//! What is wrong with a plan, in words.

use super::duty_of;
use friday::simulate::PlanProblem;
use i18n::{Arg, Key as K, Lang, text, text_with, words};

/// A problem of a plan as a sentence; people count from 1.
pub fn problem(lang: Lang, problem: PlanProblem) -> String {
    let person = |key, position: usize| {
        text_with(lang, key, &[("n", Arg::Number(i64::try_from(position + 1).unwrap_or(i64::MAX)))])
    };
    match problem {
        PlanProblem::NobodyAt(stage) => {
            text_with(lang, K::SimProblemNobody, &[("duty", Arg::Text(words::duty(duty_of(stage), lang)))])
        }
        PlanProblem::ApprovesOwnWork(position) => person(K::SimProblemApprovesOwnWork, position),
        PlanProblem::NoDuty(position) => person(K::SimProblemNoDuty, position),
        PlanProblem::NeverThere(position) => person(K::SimProblemNeverThere, position),
        PlanProblem::NotAShare => text(lang, K::SimProblemShare).to_owned(),
        PlanProblem::NotANumber => text(lang, K::SimProblemNumber).to_owned(),
        PlanProblem::NoKind | PlanProblem::UnknownKind(_) => text(lang, K::SimProblemNoKind).to_owned(),
        PlanProblem::NeverOpen => text(lang, K::SimProblemNeverOpen).to_owned(),
        PlanProblem::TooManyArrivals => text(lang, K::SimProblemTooMany).to_owned(),
    }
}
