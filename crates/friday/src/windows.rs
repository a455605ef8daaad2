//! When a unit is open and when somebody is there: ordered, separate windows of the day.

use crate::{DayTime, Span};

/// From an instant up to, but not including, another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    /// First instant at which work may start.
    pub from: DayTime,
    /// First instant at which it may not any more. What runs is finished.
    pub to: DayTime,
}

/// Windows in order, neither empty nor touching each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Windows(Vec<Window>);

impl Windows {
    /// Sorts and joins; windows that end before they begin are left out (who reads a plan reports them first).
    pub fn new(windows: impl IntoIterator<Item = Window>) -> Self {
        let mut sorted: Vec<Window> = windows.into_iter().filter(|window| window.from < window.to).collect();
        sorted.sort_by_key(|window| (window.from, window.to));
        let mut joined: Vec<Window> = Vec::with_capacity(sorted.len());
        for window in sorted {
            match joined.last_mut() {
                Some(last) if window.from <= last.to => last.to = last.to.max(window.to),
                Some(_) | None => joined.push(window),
            }
        }
        Self(joined)
    }

    /// One window.
    pub fn one(from: DayTime, to: DayTime) -> Self {
        Self::new([Window { from, to }])
    }

    /// Open without end in either direction.
    pub fn always() -> Self {
        Self::one(DayTime::from_ms(i64::MIN), DayTime::from_ms(i64::MAX))
    }

    /// The windows in order.
    pub fn as_slice(&self) -> &[Window] {
        &self.0
    }

    /// Never open.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first open instant not before `at`, none if there is no more.
    pub fn next_open(&self, at: DayTime) -> Option<DayTime> {
        self.0.iter().find(|window| at < window.to).map(|window| window.from.max(at))
    }

    /// Whether work may start at this instant.
    pub fn contains(&self, at: DayTime) -> bool {
        self.next_open(at) == Some(at)
    }

    /// The end of the last window.
    pub fn end(&self) -> Option<DayTime> {
        self.0.last().map(|window| window.to)
    }

    /// The beginning of the first window.
    pub fn start(&self) -> Option<DayTime> {
        self.0.first().map(|window| window.from)
    }

    /// Open time between two instants.
    pub fn open_between(&self, from: DayTime, to: DayTime) -> Span {
        self.0.iter().fold(Span::ZERO, |sum, window| {
            let length = window.to.min(to) - window.from.max(from);
            sum + length.max(Span::ZERO)
        })
    }

    /// What is open in both.
    pub fn intersect(&self, other: &Self) -> Self {
        let mut both = Vec::new();
        for mine in &self.0 {
            both.extend(
                other
                    .0
                    .iter()
                    .map(|theirs| Window { from: mine.from.max(theirs.from), to: mine.to.min(theirs.to) }),
            );
        }
        Self::new(both)
    }

    /// What is left when nobody is there between two instants: a leader called away, a lunch break.
    pub fn without(&self, gap: Window) -> Self {
        if gap.from >= gap.to {
            return self.clone();
        }
        Self::new(self.0.iter().flat_map(|window| {
            [
                Window { from: window.from, to: window.to.min(gap.from) },
                Window { from: window.from.max(gap.to), to: window.to },
            ]
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes(pairs: &[(i64, i64)]) -> Windows {
        Windows::new(
            pairs.iter().map(|&(from, to)| Window {
                from: DayTime::from_minutes(from),
                to: DayTime::from_minutes(to),
            }),
        )
    }

    #[test]
    fn joins_and_drops() {
        assert_eq!(minutes(&[(20, 30), (0, 10), (10, 15), (40, 35), (7, 7)]), minutes(&[(0, 15), (20, 30)]));
    }

    #[test]
    fn next_opening() {
        let day = minutes(&[(0, 50), (80, 120)]);
        let rows =
            [(-5, Some(0)), (0, Some(0)), (49, Some(49)), (50, Some(80)), (100, Some(100)), (120, None)];
        for (at, expected) in rows {
            assert_eq!(day.next_open(DayTime::from_minutes(at)), expected.map(DayTime::from_minutes), "{at}");
        }
        assert!(day.contains(DayTime::from_minutes(0)) && !day.contains(DayTime::from_minutes(50)));
    }

    #[test]
    fn sets() {
        let day = minutes(&[(0, 50), (80, 120)]);
        assert_eq!(day.intersect(&minutes(&[(40, 90)])), minutes(&[(40, 50), (80, 90)]));
        let gap = Window { from: DayTime::from_minutes(90), to: DayTime::from_minutes(200) };
        assert_eq!(day.without(gap), minutes(&[(0, 50), (80, 90)]));
        let open = day.open_between(DayTime::from_minutes(40), DayTime::from_minutes(90));
        assert_eq!(open, Span::from_minutes(20));
    }
}
