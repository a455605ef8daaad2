//! A change somebody wishes to try.

use friday::simulate::{Change, Plan};
use friday::{DayTime, Stage, Windows};

/// What shall be different; the default changes nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wish {
    /// The leader leaves at this hour.
    pub leader_until: Option<DayTime>,
    /// One more pair of hands, all day.
    pub one_more: Option<Change>,
    /// So many per cent more citizens come without appointment; below zero fewer.
    pub load_percent: i32,
    /// One officer of this duty does not come.
    pub absent: Option<Stage>,
}

impl Wish {
    /// The most and the least load that can be wished for.
    pub const LOAD_PERCENT: std::ops::RangeInclusive<i32> = -90..=300;

    /// A plan with this change. An absence takes the first officer of the duty who has no other.
    #[must_use]
    pub fn applied(self, plan: &Plan) -> Plan {
        let mut changed = match self.one_more {
            Some(change) => change.applied(plan),
            None => plan.clone(),
        };
        if let Some(until) = self.leader_until {
            let before = Windows::one(DayTime::from_ms(i64::MIN), until);
            for officer in changed.officers.iter_mut().filter(|officer| officer.duties[Stage::Approve]) {
                officer.windows = officer.windows.intersect(&before);
            }
            changed.officers.retain(|officer| !officer.windows.is_empty());
        }
        if let Some(stage) = self.absent {
            let position = |alone: bool| {
                changed.officers.iter().position(|officer| {
                    officer.duties[stage]
                        && (!alone || officer.duties.0.iter().filter(|duty| **duty).count() == 1)
                })
            };
            if let Some(absent) = position(true).or_else(|| position(false)) {
                changed.officers.remove(absent);
            }
        }
        let factor = 1.0 + f64::from(self.load_percent) / 100.0;
        changed.walk_ins.iter_mut().for_each(|(_, per_hour)| *per_hour *= factor.max(0.0));
        changed
    }
}
