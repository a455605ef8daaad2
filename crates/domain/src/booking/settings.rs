//! What a unit decides about its appointments. Bounds keep room for people who come without one.

/// Share of a day's capacity that appointments may take, in per cent: lowest and highest.
///
/// # Legal source
/// Our rule, after the design of the no-wait day: people without a telephone are never squeezed out.
pub const SHARE_PERCENT: (u16, u16) = (10, 70);

/// Length of a slot in minutes: lowest and highest; a divisor of an hour, so that hours read well.
pub const SLOT_MINUTES: (u16, u16) = (10, 60);

/// Minutes one visitor needs at the counter: lowest and highest.
pub const SERVICE_MINUTES: (u16, u16) = (3, 120);

/// Counters that receive: lowest and highest.
pub const COUNTERS: (u16, u16) = (1, 20);

/// How many of a hundred who booked come, before anything was learned: lowest and highest.
pub const SHOW_PERCENT: (u16, u16) = (50, 100);

/// How many days ahead can be booked: lowest and highest.
pub const DAYS_AHEAD: (u16, u16) = (1, 92);

/// Visitors whose weight the setting has against what was seen, when the show rate is learned.
const SHOW_PRIOR_VISITORS: f64 = 20.0;

/// What a unit decides about its appointments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SlotSettings {
    /// Whether appointments are offered at all.
    pub open: bool,
    /// Length of a slot in minutes.
    pub slot_minutes: u16,
    /// Minutes one visitor needs at the counter.
    pub service_minutes: u16,
    /// Counters that receive, where no roster says it.
    pub counters: u16,
    /// Share of the capacity that appointments may take, in per cent.
    pub share_percent: u16,
    /// How many of a hundred who booked are expected to come.
    pub show_percent: u16,
    /// How many days ahead can be booked.
    pub days_ahead: u16,
}

impl SlotSettings {
    /// What holds where a unit decided nothing: half hours, ten minutes a visitor, one counter, 60 of a hundred places.
    pub const USUAL: Self = Self {
        open: true,
        slot_minutes: 30,
        service_minutes: 10,
        counters: 1,
        share_percent: 60,
        show_percent: 90,
        days_ahead: 28,
    };

    /// Everything outside its bounds.
    pub fn problems(&self) -> Vec<SettingProblem> {
        let within = |value: u16, (least, most): (u16, u16)| (least..=most).contains(&value);
        let mut problems = Vec::new();
        if !within(self.slot_minutes, SLOT_MINUTES) || 60 % self.slot_minutes != 0 {
            problems.push(SettingProblem::SlotMinutes);
        }
        if !within(self.service_minutes, SERVICE_MINUTES) {
            problems.push(SettingProblem::ServiceMinutes);
        }
        if !within(self.counters, COUNTERS) {
            problems.push(SettingProblem::Counters);
        }
        if !within(self.share_percent, SHARE_PERCENT) {
            problems.push(SettingProblem::Share);
        }
        if !within(self.show_percent, SHOW_PERCENT) {
            problems.push(SettingProblem::Show);
        }
        if !within(self.days_ahead, DAYS_AHEAD) {
            problems.push(SettingProblem::DaysAhead);
        }
        problems
    }

    /// The share of booked visitors who come, as a fraction: the setting, drawn towards what the unit has seen.
    pub fn show_rate(&self, came: u32, missed: u32) -> f64 {
        let prior = f64::from(self.show_percent) / 100.0;
        let seen = f64::from(came) + f64::from(missed);
        (f64::from(came) + prior * SHOW_PRIOR_VISITORS) / (seen + SHOW_PRIOR_VISITORS)
    }
}

/// A setting outside its bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum SettingProblem {
    /// The length of a slot.
    #[error("the length of a slot must divide an hour and be 10 to 60 minutes")]
    SlotMinutes,
    /// The time a visitor needs.
    #[error("a visitor needs 3 to 120 minutes")]
    ServiceMinutes,
    /// The number of counters.
    #[error("there are 1 to 20 counters")]
    Counters,
    /// The share of appointments.
    #[error("appointments take 10 to 70 per cent of a day")]
    Share,
    /// The share who come.
    #[error("50 to 100 of a hundred who booked come")]
    Show,
    /// How far ahead.
    #[error("appointments are given 1 to 92 days ahead")]
    DaysAhead,
}
