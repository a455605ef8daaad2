//! Everything wrong with a day's roster, at once.

use super::post::Post;
use super::shift::{Absence, AbsenceKind, Member, Qualifications, Shift};
use crate::day::Window;
use crate::id::AccountId;
use crate::place::UnitCode;
use crate::procedure::SectorCode;
use crate::promise::Duty;
use jiff::civil::{Date, Time};
use std::collections::BTreeSet;

/// What a roster is held against.
#[derive(Debug, Clone, Copy)]
pub struct DayFacts<'a> {
    /// The unit.
    pub unit: &'a UnitCode,
    /// The day.
    pub on: Date,
    /// Opening hours of the unit on the day; none on a day off.
    pub windows: &'a [Window],
    /// Sectors of the unit's no-wait list on the day.
    pub sectors: &'a [SectorCode],
    /// Everybody who can be rostered here.
    pub members: &'a [Member],
    /// Who may do which sector.
    pub qualifications: &'a Qualifications,
    /// Absences of these people.
    pub absences: &'a [Absence],
    /// Shifts of these people at other units on the day.
    pub elsewhere: &'a [Shift],
}

/// Something wrong with a roster. A shift is named by its place in the list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Conflict {
    /// A shift ends before it starts, or when it starts.
    EndsBeforeItStarts {
        /// Which.
        shift: usize,
    },
    /// A shift at an hour when the unit is closed.
    OutsideOpening {
        /// Which.
        shift: usize,
    },
    /// The unit is closed all day.
    DayOff,
    /// Somebody without the role, or who is not of this unit.
    NotEntitled {
        /// Which shift.
        shift: usize,
        /// Who.
        person: AccountId,
        /// As what.
        post: Post,
    },
    /// Somebody at two posts at once that one person cannot hold.
    Overlap {
        /// Who.
        person: AccountId,
        /// The earlier in the list.
        first: usize,
        /// The later in the list.
        second: usize,
    },
    /// Somebody who is rostered at another unit at the same time.
    TwoUnits {
        /// Which shift.
        shift: usize,
        /// Who.
        person: AccountId,
        /// The other unit.
        other: UnitCode,
    },
    /// Somebody rostered though absent.
    Absent {
        /// Which shift.
        shift: usize,
        /// Who.
        person: AccountId,
        /// Why they are away.
        kind: AbsenceKind,
    },
    /// Nobody can approve all day.
    NoLeader,
    /// Nobody does another duty all day.
    Unstaffed {
        /// Which duty.
        duty: Duty,
    },
    /// Nobody does a duty during some of the opening hours.
    Uncovered {
        /// Which duty.
        duty: Duty,
        /// From this minute.
        from: Time,
        /// To this minute.
        to: Time,
    },
    /// Nobody on the roster may appraise, or approve, a sector of the no-wait list.
    SectorUncovered {
        /// Which duty.
        duty: Duty,
        /// Which sector.
        sector: SectorCode,
    },
    /// The only person who can approve is the only one who can do an earlier step: separation of duties would stop
    /// every dossier.
    ApproverAlone {
        /// Who.
        person: AccountId,
        /// The step they would have to leave to somebody else.
        duty: Duty,
    },
}

impl Conflict {
    /// Whether the roster cannot even be kept: it contradicts itself or the world. Gaps can be kept and filled later.
    pub const fn is_wrong(&self) -> bool {
        match self {
            Self::EndsBeforeItStarts { .. } | Self::OutsideOpening { .. } | Self::DayOff => true,
            Self::NotEntitled { .. } | Self::Overlap { .. } | Self::TwoUnits { .. } | Self::Absent { .. } => {
                true
            }
            Self::NoLeader | Self::Unstaffed { .. } | Self::Uncovered { .. } => false,
            Self::SectorUncovered { .. } | Self::ApproverAlone { .. } => false,
        }
    }

    /// The shift it is about, when it is about one.
    pub const fn shift(&self) -> Option<usize> {
        match self {
            Self::EndsBeforeItStarts { shift } | Self::OutsideOpening { shift } => Some(*shift),
            Self::NotEntitled { shift, .. } | Self::TwoUnits { shift, .. } => Some(*shift),
            Self::Absent { shift, .. } => Some(*shift),
            Self::Overlap { second, .. } => Some(*second),
            Self::DayOff | Self::NoLeader | Self::Unstaffed { .. } | Self::Uncovered { .. } => None,
            Self::SectorUncovered { .. } | Self::ApproverAlone { .. } => None,
        }
    }
}

/// Everything wrong with the shifts of a unit's day: first what contradicts itself, in the order of the list, then
/// what is missing.
pub fn conflicts(shifts: &[Shift], facts: &DayFacts<'_>) -> Vec<Conflict> {
    if facts.windows.is_empty() {
        return if shifts.is_empty() { Vec::new() } else { vec![Conflict::DayOff] };
    }
    let mut found = Vec::new();
    for (at, shift) in shifts.iter().enumerate() {
        found.extend(of_one(at, shift, facts));
        found.extend(shifts.iter().enumerate().take(at).filter_map(|(first, earlier)| {
            let clash =
                shift.person == earlier.person && shift.overlaps(earlier) && !together(shift, earlier);
            clash.then_some(Conflict::Overlap { person: shift.person, first, second: at })
        }));
    }
    if shifts.is_empty() {
        return found;
    }
    found.extend(gaps(shifts, facts));
    found
}

fn of_one(at: usize, shift: &Shift, facts: &DayFacts<'_>) -> Vec<Conflict> {
    let person = shift.person;
    let mut found = Vec::new();
    if shift.to <= shift.from {
        found.push(Conflict::EndsBeforeItStarts { shift: at });
    } else if !is_within(shift, facts.windows) {
        found.push(Conflict::OutsideOpening { shift: at });
    }
    let entitled = facts.members.iter().any(|member| member.person == person && member.fits(shift.post));
    if !entitled {
        found.push(Conflict::NotEntitled { shift: at, person, post: shift.post });
    }
    let elsewhere = facts.elsewhere.iter().filter(|other| other.person == person && other.overlaps(shift));
    let units: BTreeSet<&UnitCode> = elsewhere.map(|other| &other.unit).collect();
    found.extend(units.into_iter().map(|unit| Conflict::TwoUnits { shift: at, person, other: unit.clone() }));
    let absence = facts.absences.iter().find(|absence| absence.person == person && absence.covers(facts.on));
    found.extend(absence.map(|absence| Conflict::Absent { shift: at, person, kind: absence.kind }));
    found
}

/// Within the day of the unit; a shift may run over the break at noon.
fn is_within(shift: &Shift, windows: &[Window]) -> bool {
    let opens = windows.iter().map(Window::opens).min();
    let closes = windows.iter().map(Window::closes).max();
    opens.is_some_and(|opens| opens <= shift.from) && closes.is_some_and(|closes| shift.to <= closes)
}

/// Receiving, appraising and returning can be one person's work; approving never goes with another duty.
fn together(one: &Shift, other: &Shift) -> bool {
    let free = |post: Post| match post {
        Post::Duty(Duty::Receive | Duty::Appraise | Duty::Return) => true,
        Post::Duty(Duty::Approve) | Post::Extra | Post::Volunteer => false,
    };
    one.post != other.post && free(one.post) && free(other.post)
}

fn gaps(shifts: &[Shift], facts: &DayFacts<'_>) -> Vec<Conflict> {
    let mut found = Vec::new();
    for duty in Duty::ALL {
        let spans: Vec<(Time, Time)> = shifts
            .iter()
            .filter(|shift| shift.post == Post::Duty(duty))
            .map(|shift| (shift.from, shift.to))
            .collect();
        if spans.is_empty() {
            found.push(if duty == Duty::Approve { Conflict::NoLeader } else { Conflict::Unstaffed { duty } });
            continue;
        }
        let open = facts.windows.iter().flat_map(|window| uncovered(window, &spans));
        found.extend(open.map(|(from, to)| Conflict::Uncovered { duty, from, to }));
    }
    found.extend(sectors_without(shifts, facts));
    found.extend(alone(shifts, facts));
    found
}

/// The parts of opening hours that no span covers, in order.
fn uncovered(window: &Window, spans: &[(Time, Time)]) -> Vec<(Time, Time)> {
    let mut sorted: Vec<(Time, Time)> = spans.iter().filter(|span| span.0 < span.1).copied().collect();
    sorted.sort_unstable();
    let (mut open, mut at) = (Vec::new(), window.opens());
    for (from, to) in sorted {
        if from > at && from < window.closes() {
            open.push((at, from));
        } else if from >= window.closes() {
            break;
        }
        at = at.max(to);
    }
    if at < window.closes() {
        open.push((at, window.closes()));
    }
    open
}

/// Who on the roster may do a duty for a sector, or at all.
fn able(
    shifts: &[Shift],
    facts: &DayFacts<'_>,
    duty: Duty,
    sector: Option<&SectorCode>,
) -> BTreeSet<AccountId> {
    let people = shifts.iter().filter(|shift| shift.post == Post::Duty(duty)).map(|shift| shift.person);
    people
        .filter(|person| sector.is_none_or(|sector| facts.qualifications.allows(*person, duty, sector)))
        .collect()
}

fn sectors_without(shifts: &[Shift], facts: &DayFacts<'_>) -> Vec<Conflict> {
    let mut found = Vec::new();
    for duty in [Duty::Appraise, Duty::Approve] {
        // When nobody does the duty at all, that is said already.
        if able(shifts, facts, duty, None).is_empty() {
            continue;
        }
        let bare = |sector: &&SectorCode| able(shifts, facts, duty, Some(*sector)).is_empty();
        let bare = facts.sectors.iter().filter(bare).cloned();
        found.extend(bare.map(|sector| Conflict::SectorUncovered { duty, sector }));
    }
    found
}

fn alone(shifts: &[Shift], facts: &DayFacts<'_>) -> Vec<Conflict> {
    let only = |set: &BTreeSet<AccountId>| match set.len() {
        1 => set.first().copied(),
        0 | 2.. => None,
    };
    let whole_day: [Option<&SectorCode>; 1] = [None];
    let scopes = whole_day.into_iter().chain(facts.sectors.iter().map(Some));
    let mut found = BTreeSet::new();
    for sector in scopes {
        let Some(approver) = only(&able(shifts, facts, Duty::Approve, sector)) else { continue };
        if only(&able(shifts, facts, Duty::Appraise, sector)) == Some(approver) {
            found.insert(Conflict::ApproverAlone { person: approver, duty: Duty::Appraise });
        }
        if sector.is_none() && only(&able(shifts, facts, Duty::Receive, None)) == Some(approver) {
            found.insert(Conflict::ApproverAlone { person: approver, duty: Duty::Receive });
        }
    }
    found.into_iter().collect()
}
