//! How long a procedure may take, by channel and case, and when something is checked with another agency.

use super::CaseId;
use crate::channel::Channel;
use crate::day::Term;
use crate::law::LegalSource;

/// The longer term when facts must be checked with another agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Checked {
    /// Added in the unit of the term: `3 wd +3` is 6 working days; on a same-day term, working days.
    Plus(u16),
    /// Takes the place of the shorter term.
    Replaces(Term),
}

/// A term with its longer form and its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermRule {
    /// The term when nothing has to be checked.
    pub term: Term,
    /// The term when something has to be checked, if the law gives one.
    pub if_checked: Option<Checked>,
    /// What gives the term.
    pub source: LegalSource,
}

impl TermRule {
    /// The term with or without a check.
    pub fn resolve(&self, checked: bool) -> Term {
        match (checked, self.if_checked) {
            (false, _) | (true, None) => self.term,
            (true, Some(Checked::Replaces(term))) => term,
            (true, Some(Checked::Plus(more))) => plus(self.term, more),
        }
    }
}

/// A term for one channel, one case, or one case on one channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecialTerm {
    /// Only for this channel.
    pub channel: Option<Channel>,
    /// Only in this case.
    pub case: Option<CaseId>,
    /// The term.
    pub rule: TermRule,
}

/// All terms of a version: the general one and the special ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermRules {
    /// For everything that no special term fits.
    pub general: TermRule,
    /// A case outweighs a channel; both together outweigh either.
    pub special: Vec<SpecialTerm>,
}

impl TermRules {
    /// The rule for a channel and case.
    ///
    /// # Legal source
    /// National procedure database: processing time by way of submission and by case.
    pub fn rule(&self, channel: Channel, case: Option<&CaseId>) -> &TermRule {
        let fits = |special: &&SpecialTerm| {
            special.channel.is_none_or(|only| only == channel)
                && special.case.as_ref().is_none_or(|only| Some(only) == case)
        };
        let weight = |special: &&SpecialTerm| (special.case.is_some(), special.channel.is_some());
        self.special.iter().filter(fits).max_by_key(weight).map_or(&self.general, |special| &special.rule)
    }
}

const fn plus(term: Term, more: u16) -> Term {
    match term {
        Term::SameDay => Term::WorkingDays(more),
        Term::WorkingDays(days) => Term::WorkingDays(days.saturating_add(more)),
        Term::CalendarDays(days) => Term::CalendarDays(days.saturating_add(more)),
        Term::Hours(hours) => Term::Hours(hours.saturating_add(more)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::Certainty;

    fn rule(term: Term, if_checked: Option<Checked>) -> TermRule {
        let source =
            LegalSource { citation: "Luật Hộ tịch".to_owned(), certainty: Certainty::Verified };
        TermRule { term, if_checked, source }
    }

    #[test]
    fn a_check_adds_or_replaces() {
        use Term::{Hours, SameDay, WorkingDays};
        let rows = [
            (WorkingDays(3), Some(Checked::Plus(3)), WorkingDays(6)),
            (SameDay, Some(Checked::Replaces(WorkingDays(5))), WorkingDays(5)),
            (SameDay, Some(Checked::Plus(3)), WorkingDays(3)),
            (Hours(8), Some(Checked::Plus(8)), Hours(16)),
            (Hours(u16::MAX), Some(Checked::Plus(8)), Hours(u16::MAX)),
            (SameDay, None, SameDay),
        ];
        for (term, if_checked, expected) in rows {
            assert_eq!(rule(term, if_checked).resolve(true), expected);
            assert_eq!(rule(term, if_checked).resolve(false), term);
        }
    }

    #[test]
    fn the_closest_term_wins() {
        let case: CaseId = "bo-sung".parse().unwrap();
        let special = |channel, case: Option<&CaseId>, days| SpecialTerm {
            channel,
            case: case.cloned(),
            rule: rule(Term::WorkingDays(days), None),
        };
        let rules = TermRules {
            general: rule(Term::WorkingDays(9), None),
            special: vec![
                special(Some(Channel::Online), Some(&case), 1),
                special(Some(Channel::Online), None, 2),
                special(None, Some(&case), 3),
            ],
        };
        let days = |channel, case| rules.rule(channel, case).resolve(false);
        assert_eq!(days(Channel::Counter, None), Term::WorkingDays(9));
        assert_eq!(days(Channel::Online, None), Term::WorkingDays(2));
        assert_eq!(days(Channel::Counter, Some(&case)), Term::WorkingDays(3));
        assert_eq!(days(Channel::Online, Some(&case)), Term::WorkingDays(1));
    }
}
