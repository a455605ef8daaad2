//! Terms of a version.

use domain::day::Term;
use domain::procedure::{CaseId, Checked, SpecialTerm, TermRule, TermRules};

use super::legal::source;
use super::procedure::Scope;
use super::table::Table;
use crate::problem::{MeaningProblem, Thing};

/// Reads the terms: exactly one general, any number of special ones.
pub(super) fn read(version: &Table<'_>, scope: &Scope) -> Option<TermRules> {
    let mut general = Vec::new();
    let mut special: Vec<SpecialTerm> = Vec::new();
    for table in version.tables("term") {
        let (channel, case) = (table.maybe("channel"), table.maybe::<CaseId>("case"));
        if let Some(case) = &case {
            table.file.session.rely(Thing::Case, &scope.name, case.as_str(), table.at("case"));
        }
        let is_special = table.has("channel") || table.has("case");
        if special.iter().any(|other| is_special && other.channel == channel && other.case == case) {
            table.report(MeaningProblem::AmbiguousTerm);
        }
        match read_rule(table) {
            Some(rule) if is_special => special.push(SpecialTerm { channel, case, rule }),
            rule => general.push(rule),
        }
    }
    if general.len() != 1 {
        version.report_at("term", MeaningProblem::GeneralTermCount(general.len()));
    }
    Some(TermRules { general: general.into_iter().next()??, special })
}

fn read_rule(table: Table<'_>) -> Option<TermRule> {
    let (term, source) = (read_term(&table), source(&table));
    let plus = table.maybe("checked_plus").map(Checked::Plus);
    let replaces = if table.has("checked_replaces") { table.table("checked_replaces") } else { None };
    if plus.is_some() && replaces.is_some() {
        table.report_at("checked_plus", MeaningProblem::TermCount);
    }
    let replaces = replaces.and_then(|inner| {
        let term = read_term(&inner);
        inner.finish();
        term.map(Checked::Replaces)
    });
    let if_checked = plus.or(replaces);
    let rule = (|| Some(TermRule { term: term?, if_checked, source: source? }))();
    if rule
        .as_ref()
        .is_some_and(|rule| rule.if_checked.is_some() && !is_longer(rule.resolve(true), rule.term))
    {
        table.report(MeaningProblem::CheckedNotLonger);
    }
    table.finish();
    rule
}

fn read_term(table: &Table<'_>) -> Option<Term> {
    let same_day = table.maybe::<bool>("same_day").filter(|same_day| *same_day).map(|_| Term::SameDay);
    let counted = [
        table.maybe("working_days").map(Term::WorkingDays),
        table.maybe("calendar_days").map(Term::CalendarDays),
        table.maybe("hours").map(Term::Hours),
    ];
    let terms: Vec<Term> = same_day.into_iter().chain(counted.into_iter().flatten()).collect();
    match terms.as_slice() {
        [Term::WorkingDays(0) | Term::CalendarDays(0) | Term::Hours(0)] => {
            table.report(MeaningProblem::ZeroTerm);
            None
        }
        [term] => Some(*term),
        [] | [_, _, ..] => {
            table.report(MeaningProblem::TermCount);
            None
        }
    }
}

/// Whether one term is longer; terms in different units cannot be compared and pass.
const fn is_longer(long: Term, short: Term) -> bool {
    match (long, short) {
        (Term::WorkingDays(long), Term::WorkingDays(short))
        | (Term::CalendarDays(long), Term::CalendarDays(short))
        | (Term::Hours(long), Term::Hours(short)) => long > short,
        (Term::SameDay, _) => false,
        (Term::WorkingDays(_) | Term::CalendarDays(_) | Term::Hours(_), _) => true,
    }
}
