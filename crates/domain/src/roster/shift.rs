//! Shifts and the facts about people that decide whether they can be kept.

use super::post::Post;
use crate::id::AccountId;
use crate::place::UnitCode;
use crate::procedure::SectorCode;
use crate::promise::Duty;
use crate::role::Role;
use crate::validity::Validity;
use jiff::civil::{Date, Time};
use std::collections::BTreeSet;

/// One person at one post for a part of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// Where.
    pub unit: UnitCode,
    /// On which day.
    pub on: Date,
    /// Who.
    pub person: AccountId,
    /// As what.
    pub post: Post,
    /// From this minute.
    pub from: Time,
    /// To this minute.
    pub to: Time,
    /// For whom they stand in, if for somebody.
    pub stands_for: Option<AccountId>,
}

impl Shift {
    /// Whether two shifts share a minute; one that ends when the other starts does not.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.on == other.on && self.from < other.to && other.from < self.to
    }
}

/// Somebody who can be rostered at a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The account.
    pub person: AccountId,
    /// Roles held at the unit on the day.
    pub roles: Vec<Role>,
    /// Whether a delegation of approval is in force for them on the day.
    pub deputy: bool,
}

impl Member {
    /// Whether they may hold a post.
    pub fn fits(&self, post: Post) -> bool {
        post.fits(&self.roles) || (self.deputy && post == Post::Duty(Duty::Approve))
    }
}

/// Who may appraise or approve which sector at a unit. A sector nobody is named for is open to all who hold the role.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Qualifications {
    rows: BTreeSet<(SectorCode, Duty, AccountId)>,
}

impl Qualifications {
    /// Whether somebody may do a duty for a sector.
    pub fn allows(&self, person: AccountId, duty: Duty, sector: &SectorCode) -> bool {
        let mut named = self.rows.iter().filter(|row| row.0 == *sector && row.1 == duty).peekable();
        named.peek().is_none() || named.any(|row| row.2 == person)
    }

    /// Whether somebody is named for a sector.
    pub fn names(&self, person: AccountId, duty: Duty, sector: &SectorCode) -> bool {
        self.rows.contains(&(sector.clone(), duty, person))
    }

    /// All rows: sector, duty, person.
    pub fn rows(&self) -> impl Iterator<Item = &(SectorCode, Duty, AccountId)> {
        self.rows.iter()
    }
}

impl FromIterator<(SectorCode, Duty, AccountId)> for Qualifications {
    fn from_iter<T: IntoIterator<Item = (SectorCode, Duty, AccountId)>>(rows: T) -> Self {
        Self { rows: rows.into_iter().collect() }
    }
}

/// Why somebody is away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AbsenceKind {
    /// Nghỉ phép.
    Leave,
    /// Nghỉ ốm; nothing about the illness is recorded.
    Sick,
    /// Đi công tác, họp.
    Mission,
    /// Đi học, tập huấn.
    Training,
    /// Anything else.
    Other,
}

impl AbsenceKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::Leave, Self::Sick, Self::Mission, Self::Training, Self::Other];

    /// The name in forms and the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Leave => "leave",
            Self::Sick => "sick",
            Self::Mission => "mission",
            Self::Training => "training",
            Self::Other => "other",
        }
    }

    /// Reads [`AbsenceKind::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Days on which somebody cannot come; both ends belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// Who.
    pub person: AccountId,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Why.
    pub kind: AbsenceKind,
}

impl Absence {
    /// Whether a day belongs to it.
    pub fn covers(&self, on: Date) -> bool {
        self.from <= on && on <= self.to
    }
}

/// A leader lets a deputy approve at a unit for some days. What the deputy received or appraised stays closed to them.
///
/// # Legal source
/// Law on Organisation of Local Government 2015 (amended 2019) Art 14, 121: the chair may delegate to a deputy, in
/// writing and for a limited time (from memory).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delegation {
    /// Its identifier, which events of approval name.
    pub id: String,
    /// Where.
    pub unit: UnitCode,
    /// Whose power.
    pub leader: AccountId,
    /// Who uses it.
    pub deputy: AccountId,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// What is wrong with a delegation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DelegationProblem {
    /// It ends before it begins.
    Backwards,
    /// It would be over already.
    Past,
    /// It lasts longer than a delegation may.
    TooLong,
    /// Nobody stands in for themselves.
    ToOneself,
    /// The deputy holds no role at the unit that deals with dossiers.
    NotOfTheUnit,
    /// The deputy helps people and decides nothing.
    Volunteer,
    /// The same deputy stands in for the same leader on some of these days already.
    Twice,
}

/// Longest time a delegation may last, in days: it is for absences, not for ever.
const DELEGATION_DAYS_MAX: i32 = 90;

impl Delegation {
    /// Whether it holds on a day.
    pub fn is_in_force(&self, on: Date) -> bool {
        self.from <= on && on <= self.to
    }

    /// Everything wrong with it; `deputy_roles` are the deputy's at the unit, `others` the ones in force or to come.
    pub fn problems(&self, today: Date, deputy_roles: &[Role], others: &[Self]) -> Vec<DelegationProblem> {
        let days = Validity { from: self.from, to: Some(self.to) };
        let same = |other: &&Self| {
            let span = Validity { from: other.from, to: Some(other.to) };
            other.leader == self.leader && other.deputy == self.deputy && span.overlaps(&days)
        };
        let long = self.from.until(self.to).is_ok_and(|span| span.get_days() > DELEGATION_DAYS_MAX);
        let officer = |role: &Role| super::duty_of(*role).is_some() || *role == Role::Cashier;
        let checks = [
            (self.to < self.from, DelegationProblem::Backwards),
            (self.from <= self.to && self.to < today, DelegationProblem::Past),
            (long, DelegationProblem::TooLong),
            (self.leader == self.deputy, DelegationProblem::ToOneself),
            (deputy_roles.contains(&Role::Volunteer), DelegationProblem::Volunteer),
            (
                !deputy_roles.contains(&Role::Volunteer) && !deputy_roles.iter().any(officer),
                DelegationProblem::NotOfTheUnit,
            ),
            (others.iter().any(|other| same(&other)), DelegationProblem::Twice),
        ];
        checks.into_iter().filter(|(wrong, _)| *wrong).map(|(_, problem)| problem).collect()
    }
}
