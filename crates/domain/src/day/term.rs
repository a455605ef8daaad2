//! Terms of handling: how long the law or a programme allows.

/// A term (thời hạn giải quyết).
///
/// # Legal source
/// The national procedure database uses working days, days, hours and "other"; same-day is its own kind here
/// because there it hides behind "1 other" or 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Term {
    /// Trong ngày: the day of receipt, or the next working day after the procedure's cut-off.
    SameDay,
    /// Ngày làm việc.
    WorkingDays(u16),
    /// Ngày (calendar days); a term that ends on a day off ends on the next working day.
    CalendarDays(u16),
    /// Giờ làm việc: hours within opening windows.
    Hours(u16),
}
