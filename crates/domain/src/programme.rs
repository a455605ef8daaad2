//! A no-wait programme as data: which procedures, at which units, on which day, by which hour.
//!
//! Whether a dossier is promised for the same day is decided elsewhere; this is what was announced.

use jiff::civil::{Date, Time, Weekday};

use crate::channel::Channel;
use crate::law::LegalSource;
use crate::place::code::keys;
use crate::place::{LevelCode, Unit, UnitCode};
use crate::procedure::{Bilingual, ProcedureCode};
use crate::validity::Validity;

keys! {
    /// A programme within a pack: `thu-sau-khong-cho`.
    ProgrammeId;
}

/// What happens to a programme day that is a day off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OnDayOff {
    /// The day is left out.
    Skip,
    /// The last working day before it is used.
    PreviousWorkingDay,
}

impl OnDayOff {
    /// Both ways.
    pub const ALL: [Self; 2] = [Self::Skip, Self::PreviousWorkingDay];

    /// The name used in packs and the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Skip => "skip",
            Self::PreviousWorkingDay => "previous_working_day",
        }
    }
}

/// Part of the day in which a programme receives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReceptionHours {
    /// First minute.
    pub from: Time,
    /// Last minute; as printed, so it belongs to the hours.
    pub to: Time,
}

/// Where an entry of the programme holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryPlace {
    /// At all units of a level.
    Level(LevelCode),
    /// At one unit.
    Unit(UnitCode),
}

/// A procedure that takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgrammeEntry {
    /// Which procedure.
    pub procedure: ProcedureCode,
    /// Where.
    pub place: EntryPlace,
    /// Since when.
    pub validity: Validity,
    /// Why we believe it is on the list.
    pub source: LegalSource,
}

/// A programme (mô hình) that promises the result on the day of reception.
///
/// # Legal source
/// A plan (kế hoạch) of the committee that runs it; its hours are a commitment beside the statutory term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programme {
    /// Key.
    pub id: ProgrammeId,
    /// `Ngày thứ sáu không chờ`.
    pub name: Bilingual,
    /// Days on which the programme runs.
    pub validity: Validity,
    /// The unit that runs it; its own counter and the units below take part.
    pub run_by: UnitCode,
    /// Days of the week.
    pub weekdays: Vec<Weekday>,
    /// Part of the day; absent means the opening hours of the unit.
    pub hours: Option<ReceptionHours>,
    /// Received at this hour or earlier: result the same day. 15:30 is in time, 15:31 is not.
    pub cut_off: Time,
    /// Received later: result before this hour of the next working day.
    pub after_cut_off_before: Time,
    /// What happens when the day is a day off.
    pub on_day_off: OnDayOff,
    /// Channels that take part.
    pub channels: Vec<Channel>,
    /// Whether the promise may be refused for lack of capacity.
    pub capacity_may_refuse: bool,
    /// How many of a hundred quoted intervals shall hold: 50 to 99.
    pub quote_percent: u8,
    /// Procedures that take part.
    pub entries: Vec<ProgrammeEntry>,
    /// Where the programme was announced.
    pub source: LegalSource,
}

impl Programme {
    /// The level of quoted intervals where a pack says nothing: 95 of a hundred.
    pub const QUOTE_PERCENT: u8 = 95;

    /// The entry by which a procedure takes part at a unit on a day; the day of the week is not looked at.
    pub fn entry(&self, procedure: &ProcedureCode, unit: &Unit, on: Date) -> Option<&ProgrammeEntry> {
        self.entries.iter().find(|entry| entry.procedure == *procedure && self.holds(entry, unit, on))
    }

    /// The list of a unit on a day, in the order of the pack.
    pub fn entries_at<'a>(&'a self, unit: &'a Unit, on: Date) -> impl Iterator<Item = &'a ProgrammeEntry> {
        self.entries.iter().filter(move |entry| self.holds(entry, unit, on))
    }

    fn holds(&self, entry: &ProgrammeEntry, unit: &Unit, on: Date) -> bool {
        let here = match &entry.place {
            EntryPlace::Level(level) => *level == unit.level,
            EntryPlace::Unit(code) => *code == unit.code,
        };
        here && self.validity.contains(on) && entry.validity.contains(on)
    }

    /// Whether the programme's rule names this day of the week.
    pub fn is_its_weekday(&self, on: Date) -> bool {
        self.weekdays.contains(&on.weekday())
    }

    /// Whether a dossier on this channel takes part.
    pub fn takes(&self, channel: Channel) -> bool {
        self.channels.contains(&channel)
    }
}
