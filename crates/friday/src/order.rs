//! Who is next: one order for walk-in, booked and priority, in which nobody starves.
//!
//! Accumulating priority (Kleinrock; Stanford, Taylor, Ziedins 2014): a citizen's score is time waited times the rate of
//! the class. Two hard caps stand above the score, because under overload accumulation alone lets even the highest class
//! wait long (Oz, Shneer, Ziedins 2020). The live queue and the simulator both call [`next`].

use std::cmp::Reverse;

use crate::{DayTime, Span};

/// Whether the law gives a citizen priority.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Everybody else.
    #[default]
    Normal,
    /// Statutory priority: age, disability, pregnancy, small child, merit.
    Priority,
}

/// How the next one is found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Policy {
    /// In the order of [`Candidate::since`].
    InOrder,
    /// Priority first, whatever the others wait. For comparison; not for people.
    Strict,
    /// Accumulating priority with caps.
    Accumulating(Accumulating),
}

/// Rates and caps of accumulating priority.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Accumulating {
    /// How many times faster the score of priority grows than the score of everybody else.
    pub ratio: f64,
    /// Longest wait of priority before it is served next whatever the score; none: no cap.
    pub priority_cap: Option<Span>,
    /// Longest wait of everybody else; none: no cap.
    pub normal_cap: Option<Span>,
}

impl Accumulating {
    /// What offices start with: ratio 5, caps at 20 and 60 minutes.
    pub const USUAL: Self = Self {
        ratio: 5.0,
        priority_cap: Some(Span::from_minutes(20)),
        normal_cap: Some(Span::from_minutes(60)),
    };

    fn cap(self, class: Class) -> Option<Span> {
        match class {
            Class::Normal => self.normal_cap,
            Class::Priority => self.priority_cap,
        }
    }

    fn rate(self, class: Class) -> f64 {
        match class {
            Class::Normal => 1.0,
            Class::Priority => self.ratio,
        }
    }
}

/// Somebody who waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Class of priority.
    pub class: Class,
    /// From when the wait counts, see [`place`].
    pub since: DayTime,
    /// Not before this, unless the desk would idle.
    pub not_before: DayTime,
}

impl Candidate {
    /// A walk-in who came through the door at `door`.
    pub const fn walk_in(class: Class, door: DayTime) -> Self {
        Self { class, since: door, not_before: door }
    }
}

/// Minutes of grace and of being early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlotRules {
    /// Who comes later than this after the slot is a walk-in from check-in.
    pub late_after: Span,
    /// Nobody is called earlier than this before the slot, unless the desk would idle.
    pub early_by: Span,
}

impl SlotRules {
    /// Ten minutes of grace, five minutes early.
    pub const USUAL: Self = Self { late_after: Span::from_minutes(10), early_by: Span::from_minutes(5) };
}

/// The place of somebody who checked in, with a booked slot or without.
pub fn place(class: Class, slot: Option<DayTime>, checked_in: DayTime, rules: SlotRules) -> Candidate {
    match slot {
        Some(slot) if checked_in <= slot + rules.late_after => Candidate {
            class,
            since: slot.max(checked_in),
            not_before: checked_in.max(slot - rules.early_by),
        },
        Some(_) | None => Candidate::walk_in(class, checked_in),
    }
}

/// Which of those waiting is served next at `now`: the position in the iterator, none if nobody waits.
///
/// Equal candidates are served in the order of the iterator. Somebody whose slot is still ahead comes only when nobody
/// else waits: the earliest slot first.
pub fn next(waiting: impl IntoIterator<Item = Candidate>, now: DayTime, policy: Policy) -> Option<usize> {
    let mut best: Option<(Rank, usize)> = None;
    for (position, candidate) in waiting.into_iter().enumerate() {
        let rank = rank(candidate, now, policy);
        if best.as_ref().is_none_or(|(leader, _)| rank.is_before(leader)) {
            best = Some((rank, position));
        }
    }
    best.map(|(_, position)| position)
}

/// Whether a citizen waits longer than the policy's cap at `now`.
pub fn is_over_cap(candidate: Candidate, now: DayTime, policy: Policy) -> bool {
    match policy {
        Policy::InOrder | Policy::Strict => false,
        Policy::Accumulating(rule) => {
            rule.cap(candidate.class).is_some_and(|cap| now - candidate.since > cap)
        }
    }
}

/// Rank of a candidate: the group first (smaller is sooner), then the score (greater is sooner).
struct Rank {
    group: u8,
    score: f64,
    since: Reverse<DayTime>,
}

impl Rank {
    fn is_before(&self, other: &Self) -> bool {
        if self.group != other.group {
            return self.group < other.group;
        }
        match self.score.total_cmp(&other.score) {
            std::cmp::Ordering::Greater => true,
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Equal => self.since > other.since,
        }
    }
}

/// Over a cap, called in turn, too early for the slot.
const OVER_CAP: u8 = 0;
const IN_TURN: u8 = 1;
const TOO_EARLY: u8 = 2;

fn rank(candidate: Candidate, now: DayTime, policy: Policy) -> Rank {
    let waited = now - candidate.since;
    let in_order = waited.ms() as f64;
    let since = Reverse(candidate.since);
    if now < candidate.not_before {
        return Rank { group: TOO_EARLY, score: -(candidate.not_before.ms() as f64), since };
    }
    let (group, score) = match policy {
        Policy::InOrder => (IN_TURN, in_order),
        Policy::Strict => match candidate.class {
            Class::Priority => (OVER_CAP, in_order),
            Class::Normal => (IN_TURN, in_order),
        },
        Policy::Accumulating(rule) => match rule.cap(candidate.class) {
            Some(cap) if waited > cap => (OVER_CAP, (waited.ms() - cap.ms()) as f64),
            Some(_) | None => (IN_TURN, rule.rate(candidate.class) * in_order),
        },
    };
    Rank { group, score, since }
}

#[cfg(test)]
mod tests {
    use super::*;

    const USUAL: Policy = Policy::Accumulating(Accumulating::USUAL);

    fn walk_in(minutes: i64) -> Candidate {
        Candidate::walk_in(Class::Normal, DayTime::from_minutes(minutes))
    }

    fn priority(minutes: i64) -> Candidate {
        Candidate::walk_in(Class::Priority, DayTime::from_minutes(minutes))
    }

    fn booked(slot: i64, checked_in: i64) -> Candidate {
        let at = DayTime::from_minutes;
        place(Class::Normal, Some(at(slot)), at(checked_in), SlotRules::USUAL)
    }

    #[test]
    fn the_order_as_a_table() {
        type Row<'a> = (&'a str, &'a [Candidate], i64, Policy, Option<usize>);
        let rows: [Row; 12] = [
            ("nobody", &[], 10, USUAL, None),
            ("first come", &[walk_in(3), walk_in(1), walk_in(2)], 10, USUAL, Some(1)),
            ("equals in the order given", &[walk_in(1), walk_in(1)], 10, USUAL, Some(0)),
            ("five times faster", &[walk_in(0), priority(9)], 11, USUAL, Some(0)),
            ("and overtakes", &[walk_in(0), priority(9)], 12, USUAL, Some(1)),
            ("strict", &[walk_in(0), priority(9)], 9, Policy::Strict, Some(1)),
            ("in order", &[walk_in(0), priority(1)], 60, Policy::InOrder, Some(0)),
            ("the cap of the others", &[walk_in(0), priority(50)], 61, USUAL, Some(0)),
            ("both over: who is over more", &[walk_in(0), priority(35)], 62, USUAL, Some(1)),
            ("a slot waits from the slot", &[booked(20, 5), walk_in(15)], 21, USUAL, Some(1)),
            ("too early, somebody else waits", &[booked(20, 5), walk_in(14)], 14, USUAL, Some(1)),
            ("too early, but the desk idles", &[booked(40, 5), booked(30, 6)], 14, USUAL, Some(1)),
        ];
        for (name, waiting, now, policy, expected) in rows {
            let found = next(waiting.iter().copied(), DayTime::from_minutes(now), policy);
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn late_for_the_slot() {
        let at = DayTime::from_minutes;
        assert_eq!(booked(20, 30), Candidate { class: Class::Normal, since: at(30), not_before: at(30) });
        assert_eq!(booked(20, 31), walk_in(31));
        assert_eq!(booked(20, 5).not_before, at(15));
        assert_eq!(booked(20, 18).not_before, at(18));
    }

    #[test]
    fn over_the_cap() {
        let at = DayTime::from_minutes;
        assert!(!is_over_cap(walk_in(0), at(60), USUAL) && is_over_cap(walk_in(0), at(61), USUAL));
        assert!(is_over_cap(priority(0), at(21), USUAL));
        assert!(!is_over_cap(priority(0), at(500), Policy::Strict));
    }
}
