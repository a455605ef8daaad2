//! The Vietnamese lunar calendar, only to propose days off.
//!
//! The binding list is the decision of each year, entered and confirmed by an administrator. Nothing that reckons a
//! deadline calls this module.

use calendrical_calculations::chinese_based::{Chinese, ChineseBased, YearBounds, month_structure_for_year};
use calendrical_calculations::gregorian::{fixed_from_gregorian, gregorian_from_fixed};
use calendrical_calculations::rata_die::RataDie;
use jiff::civil::Date;
use std::ops::RangeInclusive;

/// The years reckoned here: since Vietnam's calendar follows its own meridian.
///
/// # Legal source
/// Decision 121/CP of 8 August 1967: hour +07:00 for the lunar calendar from 1968 (from memory).
pub const YEARS: RangeInclusive<i16> = 1968..=2100;

/// The days off that follow the moon, as a proposal to an administrator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LunarProposal {
    /// New Year's Day, the first of the first month (mùng một Tết).
    pub new_year: Date,
    /// Five days from the eve on; the Prime Minister may choose another span around New Year's Day.
    pub tet: [Date; 5],
    /// The tenth of the third month (Giỗ Tổ Hùng Vương).
    pub hung_kings: Date,
}

/// What the moon proposes for a civil year; nothing outside [`YEARS`].
///
/// # Legal source
/// Labour Code 2019 Art 112(1): Tết 5 days; the 10th day of the third lunar month.
pub fn propose(year: i16) -> Option<LunarProposal> {
    if !YEARS.contains(&year) {
        return None;
    }
    let bounds = YearBounds::compute::<Vietnamese>(fixed_from_gregorian(i32::from(year), 7, 1));
    let new_year = bounds.new_year;
    let mut tet = [Date::ZERO; 5];
    for (day, offset) in tet.iter_mut().zip(-1_i64..) {
        *day = civil(new_year + offset)?;
    }
    let before_third: i64 = third_month_starts_after(bounds);
    Some(LunarProposal { new_year: civil(new_year)?, tet, hung_kings: civil(new_year + before_third + 9)? })
}

/// Days from New Year's Day to the first of the third month, over a leap month where there is one.
fn third_month_starts_after(bounds: YearBounds) -> i64 {
    let (long, leap) = month_structure_for_year::<Vietnamese>(bounds.new_year, bounds.next_new_year);
    let months = if leap.is_some_and(|position| position <= 3) { 3 } else { 2 };
    long.iter().take(months).map(|is_long| if *is_long { 30 } else { 29 }).sum()
}

/// The rules of the Chinese calendar seen from Vietnam's hour.
struct Vietnamese;

impl ChineseBased for Vietnamese {
    fn utc_offset(_fixed: RataDie) -> f64 {
        7.0 / 24.0
    }
    const EPOCH: RataDie = Chinese::EPOCH;
    const DEBUG_NAME: &'static str = "vietnamese";
}

fn civil(fixed: RataDie) -> Option<Date> {
    let (year, month, day) = gregorian_from_fixed(fixed).ok()?;
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn new_year_and_hung_kings() {
        for (new_year, hung_kings) in [
            (date(2023, 1, 22), date(2023, 4, 29)),
            (date(2024, 2, 10), date(2024, 4, 18)),
            (date(2025, 1, 29), date(2025, 4, 7)),
            (date(2026, 2, 17), date(2026, 4, 26)),
            (date(2027, 2, 6), date(2027, 4, 16)),
        ] {
            let proposal = propose(new_year.year()).unwrap();
            assert_eq!((proposal.new_year, proposal.hung_kings), (new_year, hung_kings));
            assert_eq!(proposal.tet[1], new_year);
        }
    }

    #[test]
    fn differs_from_beijing_where_history_did() {
        for (new_year, beijing) in [
            (date(1968, 1, 29), date(1968, 1, 30)),
            (date(1969, 2, 16), date(1969, 2, 17)),
            (date(1985, 1, 21), date(1985, 2, 20)),
            (date(2007, 2, 17), date(2007, 2, 18)),
            (date(2030, 2, 2), date(2030, 2, 3)),
        ] {
            assert_eq!(propose(new_year.year()).unwrap().new_year, new_year);
            assert_ne!(new_year, beijing);
        }
    }

    #[test]
    fn answers_every_year_it_knows_and_no_other() {
        for year in YEARS {
            let proposal = propose(year).unwrap();
            assert!(
                date(year, 1, 20) <= proposal.new_year && proposal.new_year <= date(year, 2, 22),
                "{year}"
            );
            let days = proposal.new_year.duration_until(proposal.hung_kings).as_hours() / 24;
            assert!((67..=98).contains(&days), "{year}: {days}");
            let eve = proposal.new_year.yesterday().unwrap();
            assert_eq!(proposal.tet[0], eve);
        }
        for year in [i16::MIN, -1, 0, 1967, 2101, i16::MAX] {
            assert_eq!(propose(year), None);
        }
    }
}
