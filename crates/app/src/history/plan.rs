//! How many come where on which Friday, and for what.

use super::chance::Chance;
use domain::place::Unit;
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Everything handed in over the seeded Fridays.
pub(super) const DOSSIERS: usize = 2_192;

/// How many Fridays there are.
pub(super) const FRIDAYS: usize = 17;

/// The first Friday of the programme; the others follow week by week, none of them a day off.
const FIRST: Date = date(2023, 10, 6);

/// The seeded Fridays in order.
pub(super) fn fridays() -> Vec<Date> {
    (0..FRIDAYS).map(|week| FIRST.saturating_add(i64::try_from(week).unwrap_or_default().weeks())).collect()
}

/// How many dossiers each unit takes on each Friday: everywhere at least one, more as the day becomes known, most
/// at the district and in the town.
pub(super) fn allot(chance: &mut Chance, units: &[Unit]) -> Vec<Vec<usize>> {
    let mut cells = vec![vec![1_usize; units.len()]; FRIDAYS];
    let known = |friday: usize| 20 + u32::try_from(friday).unwrap_or_default() * 2;
    let mut weights = Vec::with_capacity(FRIDAYS * units.len());
    for friday in 0..FRIDAYS {
        for unit in units {
            let size = match unit.level.as_str() {
                "district" => 60,
                _ if unit.name.vi.contains("thị trấn") => 24,
                _ => 7,
            };
            weights.push(size * (known(friday) + chance.between(0, 12)));
        }
    }
    for _ in cells.iter().map(Vec::len).sum()..DOSSIERS {
        let place = chance.weighted(&weights);
        let cell = cells.get_mut(place / units.len()).and_then(|day| day.get_mut(place % units.len()));
        if let Some(count) = cell {
            *count += 1;
        }
    }
    cells
}

/// How often a procedure is asked for beside the others on a list. Copies, signatures and extracts make up most of
/// a counter's day; what is rare stays rare.
pub(super) fn demand(procedure: &str) -> u32 {
    match procedure {
        "2.000815" => 420,
        "2.000884" => 130,
        "2.000635" => 110,
        "1.004873" => 90,
        "1.001193" => 70,
        "1.001612" => 80,
        "2.000720" | "1.000656" | "2.001035" => 36,
        "1.000894" => 30,
        "2.000575" | "2.000908" => 22,
        "1.001570" | "2.000942" | "1.004859" | "2.000992" => 14,
        "2.001008" | "1.001266" | "2.001406" | "2.001019" => 9,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::Weekday;

    #[test]
    fn the_days_are_fridays_from_october_to_january() {
        let days = fridays();
        assert!(days.iter().all(|day| day.weekday() == Weekday::Friday));
        assert_eq!((days.first(), days.last()), (Some(&date(2023, 10, 6)), Some(&date(2024, 1, 26))));
    }
}
