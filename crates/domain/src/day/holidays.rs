//! The national days off of 2022 to 2027, as a reference table.
//!
//! Packs carry their own lists and administrators confirm each year; this table is what those are compared with.
//!
//! # Legal source
//! Labour Code 2019 Art 111(3), 112, and the yearly announcements of the Prime Minister; 2027 is an estimate.

use super::calendar::YearStatus;
use super::named::NamedDay;
use crate::law::{Certainty, LegalSource};
use jiff::civil::Date;
use std::sync::Arc;

/// The days off of one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NationalYear {
    /// The civil year.
    pub year: i16,
    /// Whether the list is official or reckoned ahead.
    pub status: YearStatus,
    off: &'static [NationalDay],
    made_up: &'static [MadeUpDay],
}

/// One day off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NationalDay {
    /// The date.
    pub on: Date,
    /// Which holiday it belongs to.
    pub holiday: Holiday,
    certainty: Certainty,
}

/// A Saturday worked in exchange for a day off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MadeUpDay {
    /// The Saturday.
    pub on: Date,
    /// The day off it is exchanged for, whose hours it has.
    pub swapped_for: Date,
}

/// The public holidays of the Labour Code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holiday {
    /// Tết Dương lịch.
    NewYear,
    /// Tết Nguyên đán.
    Tet,
    /// Giỗ Tổ Hùng Vương.
    HungKings,
    /// Ngày Chiến thắng, 30 April.
    Victory,
    /// Ngày Quốc tế lao động, 1 May.
    Labour,
    /// Quốc khánh.
    National,
    /// 24 November, from 2026.
    Culture,
    /// A working day exchanged for a Saturday (hoán đổi).
    Swap,
}

impl Holiday {
    /// The name in Vietnamese and in English.
    pub const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::NewYear => ("Tết Dương lịch", "New Year's Day"),
            Self::Tet => ("Tết Nguyên đán", "Lunar New Year"),
            Self::HungKings => ("Giỗ Tổ Hùng Vương", "Hùng Kings' Commemoration Day"),
            Self::Victory => ("Ngày Chiến thắng 30/4", "Victory Day, 30 April"),
            Self::Labour => ("Ngày Quốc tế lao động 1/5", "International Labour Day, 1 May"),
            Self::National => ("Quốc khánh", "National Day"),
            Self::Culture => ("Ngày Văn hóa Việt Nam 24/11", "Vietnam Culture Day, 24 November"),
            Self::Swap => ("Nghỉ hoán đổi", "day off exchanged for a Saturday"),
        }
    }
}

impl NationalYear {
    /// Days off in order. Weekly days off appear only inside a longer span such as Tết.
    pub fn days_off(&self) -> impl Iterator<Item = NationalDay> + use<> {
        self.off.iter().copied()
    }

    /// Saturdays worked.
    pub fn made_up(&self) -> impl Iterator<Item = MadeUpDay> + use<> {
        self.made_up.iter().copied()
    }
}

impl NationalDay {
    /// The name and source as calendars keep them.
    pub fn named(&self) -> Arc<NamedDay> {
        let (vi, en) = self.holiday.names();
        Arc::new(named(vi, en, self.certainty))
    }
}

impl MadeUpDay {
    /// The name and source as calendars keep them.
    pub fn named(&self) -> Arc<NamedDay> {
        let (on, vi) = (self.swapped_for, "Ngày làm bù cho ngày");
        let vi = format!("{vi} {}/{}/{}", on.day(), on.month(), on.year());
        Arc::new(named(&vi, &format!("worked in exchange for {on}"), Certainty::Verified))
    }
}

fn named(vi: &str, en: &str, certainty: Certainty) -> NamedDay {
    let citation = "Bộ luật Lao động 45/2019/QH14, Điều 111, 112".to_owned();
    let source = Some(LegalSource { citation, certainty });
    NamedDay { vi: vi.to_owned(), en: en.to_owned(), source }
}

/// The reference list of a year; nothing outside 2022 to 2027.
pub fn national(year: i16) -> Option<&'static NationalYear> {
    TABLE.iter().find(|list| list.year == year)
}

/// The years of the reference table.
pub fn years() -> impl Iterator<Item = &'static NationalYear> {
    TABLE.iter()
}

const fn day(year: i16, month: i8, day: i8, holiday: Holiday) -> NationalDay {
    let certainty = if year == 2027 { Certainty::Reconstruction } else { Certainty::Verified };
    NationalDay { on: Date::constant(year, month, day), holiday, certainty }
}

const fn swap(on: (i16, i8, i8), swapped_for: (i16, i8, i8)) -> MadeUpDay {
    MadeUpDay {
        on: Date::constant(on.0, on.1, on.2),
        swapped_for: Date::constant(swapped_for.0, swapped_for.1, swapped_for.2),
    }
}

const fn confirmed(year: i16, off: &'static [NationalDay], made_up: &'static [MadeUpDay]) -> NationalYear {
    NationalYear { year, status: YearStatus::Confirmed, off, made_up }
}

static TABLE: [NationalYear; 6] = [
    confirmed(2022, &OFF_2022, &[]),
    confirmed(2023, &OFF_2023, &[]),
    confirmed(2024, &OFF_2024, &[swap((2024, 5, 4), (2024, 4, 29))]),
    confirmed(2025, &OFF_2025, &[swap((2025, 4, 26), (2025, 5, 2))]),
    confirmed(2026, &OFF_2026, &[swap((2026, 8, 22), (2026, 8, 31))]),
    NationalYear { year: 2027, status: YearStatus::Estimate, off: &OFF_2027, made_up: &[] },
];

use Holiday::{Culture, HungKings, Labour, National, NewYear, Swap, Tet, Victory};

static OFF_2022: [NationalDay; 11] = [
    day(2022, 1, 3, NewYear),
    day(2022, 1, 31, Tet),
    day(2022, 2, 1, Tet),
    day(2022, 2, 2, Tet),
    day(2022, 2, 3, Tet),
    day(2022, 2, 4, Tet),
    day(2022, 4, 11, HungKings),
    day(2022, 5, 2, Victory),
    day(2022, 5, 3, Labour),
    day(2022, 9, 1, National),
    day(2022, 9, 2, National),
];

static OFF_2023: [NationalDay; 13] = [
    day(2023, 1, 2, NewYear),
    day(2023, 1, 20, Tet),
    day(2023, 1, 21, Tet),
    day(2023, 1, 22, Tet),
    day(2023, 1, 23, Tet),
    day(2023, 1, 24, Tet),
    day(2023, 1, 25, Tet),
    day(2023, 1, 26, Tet),
    day(2023, 5, 1, Labour),
    day(2023, 5, 2, HungKings),
    day(2023, 5, 3, Victory),
    day(2023, 9, 1, National),
    day(2023, 9, 4, National),
];

static OFF_2024: [NationalDay; 14] = [
    day(2024, 1, 1, NewYear),
    day(2024, 2, 8, Tet),
    day(2024, 2, 9, Tet),
    day(2024, 2, 10, Tet),
    day(2024, 2, 11, Tet),
    day(2024, 2, 12, Tet),
    day(2024, 2, 13, Tet),
    day(2024, 2, 14, Tet),
    day(2024, 4, 18, HungKings),
    day(2024, 4, 29, Swap),
    day(2024, 4, 30, Victory),
    day(2024, 5, 1, Labour),
    day(2024, 9, 2, National),
    day(2024, 9, 3, National),
];

static OFF_2025: [NationalDay; 12] = [
    day(2025, 1, 1, NewYear),
    day(2025, 1, 27, Tet),
    day(2025, 1, 28, Tet),
    day(2025, 1, 29, Tet),
    day(2025, 1, 30, Tet),
    day(2025, 1, 31, Tet),
    day(2025, 4, 7, HungKings),
    day(2025, 4, 30, Victory),
    day(2025, 5, 1, Labour),
    day(2025, 5, 2, Swap),
    day(2025, 9, 1, National),
    day(2025, 9, 2, National),
];

static OFF_2026: [NationalDay; 13] = [
    day(2026, 1, 1, NewYear),
    day(2026, 2, 16, Tet),
    day(2026, 2, 17, Tet),
    day(2026, 2, 18, Tet),
    day(2026, 2, 19, Tet),
    day(2026, 2, 20, Tet),
    day(2026, 4, 27, HungKings),
    day(2026, 4, 30, Victory),
    day(2026, 5, 1, Labour),
    day(2026, 8, 31, Swap),
    day(2026, 9, 1, National),
    day(2026, 9, 2, National),
    day(2026, 11, 24, Culture),
];

static OFF_2027: [NationalDay; 14] = [
    day(2027, 1, 1, NewYear),
    day(2027, 2, 4, Tet),
    day(2027, 2, 5, Tet),
    day(2027, 2, 6, Tet),
    day(2027, 2, 7, Tet),
    day(2027, 2, 8, Tet),
    day(2027, 2, 9, Tet),
    day(2027, 2, 10, Tet),
    day(2027, 4, 16, HungKings),
    day(2027, 4, 30, Victory),
    day(2027, 5, 3, Labour),
    day(2027, 9, 2, National),
    day(2027, 9, 3, National),
    day(2027, 11, 24, Culture),
];
