//! What was recorded at a unit today, read as of an instant.

use crate::Policy;
use crate::actor::StandIn;
use domain::id::AccountId;
use domain::place::UnitCode;
use domain::procedure::SectorCode;
use domain::promise::{Duty, DutySet};
use domain::role::Role;
use domain::roster::{Away, Qualifications, Stay, StayEnd, Switch, duty_of, is_here, on_duty, stay_end};
use domain::time::{civil, from_ms};
use jiff::Timestamp;
use jiff::civil::Date;
use storage::dossier::day_number;
use storage::roster::presence::{self, AwayRow, StayRow};
use storage::roster::rights::{self, DelegationRow};
use storage::roster::{self, day::MemberRow};
use storage::{StoreError, Tx, account, desk};

/// Somebody who was seen at a unit today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The stay's identifier.
    pub id: String,
    /// Their name.
    pub name: String,
    /// Their title.
    pub title: String,
    /// The stay, with the duties that count now.
    pub stay: Stay,
    /// How they checked in: `page`, `pin`, `badge`.
    pub by: String,
    /// How it ended, if it did.
    pub end: StayEnd,
    /// Whether they are here: checked in and not called away.
    pub here: bool,
    /// Until when they are away; nothing inside: for the rest of the day.
    pub away: Option<Option<Timestamp>>,
}

/// A unit's day as recorded.
#[derive(Debug, Clone)]
pub struct OnSite {
    on: Date,
    now: Timestamp,
    closing: Option<Timestamp>,
    seen: Vec<Seen>,
    aways: Vec<Away>,
    switches: Vec<Switch>,
    qualifications: Qualifications,
    /// Deputies with the leader whose power they use today.
    delegated: Vec<(AccountId, AccountId)>,
}

impl OnSite {
    /// Reads a unit's day.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn load(
        tx: &mut Tx<'_>,
        policy: &Policy,
        unit: &UnitCode,
        now: Timestamp,
    ) -> Result<Self, StoreError> {
        let on = civil(now).date();
        let (code, day) = (unit.as_str(), day_number(on));
        let mut site = Self {
            on,
            now,
            closing: policy.calendar_of(unit, on).and_then(|calendar| calendar.closing(on)),
            seen: Vec::new(),
            aways: Vec::new(),
            switches: desk::list_duties(tx, code)?.iter().filter_map(switch).collect(),
            qualifications: Qualifications::default(),
            delegated: Vec::new(),
        };
        let stays = presence::list_stays(tx, code, day)?;
        // Most units switch by hand or have nobody in yet: then there is nothing more to know.
        if stays.is_empty() {
            return Ok(site);
        }
        let aways = presence::list_aways(tx, code, day)?;
        site.aways = aways.iter().filter_map(away).collect();
        site.qualifications = qualifications(rights::list_qualifications(tx, code)?);
        let members = roster::day::list_members(tx, code, day)?;
        let delegations = rights::list_delegations(tx, code, (day, day))?;
        site.delegated = delegations.iter().filter_map(|row| deputy(row, &members)).collect();
        site.seen = stays.into_iter().filter_map(|row| site.seen(row, &members)).collect();
        Ok(site)
    }

    fn seen(&self, row: StayRow, members: &[MemberRow]) -> Option<Seen> {
        let person: AccountId = row.account_id.parse().ok()?;
        let member = members.iter().find(|member| member.id == person);
        let roles = member.map_or(&[][..], |member| member.roles.as_slice());
        let may: DutySet = roles.iter().filter_map(|role| duty_of(*role)).collect();
        let chosen = DutySet::from_bits(u8::try_from(row.duties).unwrap_or_default());
        let stands_in = self.delegated.iter().any(|(deputy, _)| *deputy == person);
        let duties = chosen.and(may);
        let duties = if stands_in { duties.with(Duty::Approve) } else { duties };
        let out_at = row.out_at.map(from_ms);
        let stay = Stay { person, duties, in_at: from_ms(row.in_at), out_at };
        let here = is_here(&stay, &self.aways, self.on, self.closing, self.now);
        let end = stay_end(&stay, self.on, self.closing, self.now);
        let called = self.aways.iter().rev().find(|away| {
            away.person == person
                && away.back_at.is_none()
                && away.until_at.is_none_or(|until| self.now < until)
        });
        Some(Seen {
            id: row.id,
            name: member.map(|member| member.name.clone()).unwrap_or_default(),
            title: member.map(|member| member.title.clone()).unwrap_or_default(),
            stay,
            by: row.in_by,
            end,
            here,
            away: called.filter(|_| end == StayEnd::Open && !here).map(|away| away.until_at),
        })
    }

    /// Everybody who was here today, in the order of arrival.
    pub fn everybody(&self) -> &[Seen] {
        &self.seen
    }

    /// Whether somebody is here now.
    pub fn is_here(&self, person: AccountId) -> bool {
        self.seen.iter().any(|seen| seen.stay.person == person && seen.here)
    }

    /// The duties covered now; for a sector, by people who may do it.
    pub fn duties(&self, sector: Option<&SectorCode>) -> DutySet {
        let stays: Vec<Stay> = self.seen.iter().map(|seen| self.able(seen.stay, sector)).collect();
        on_duty(&stays, &self.aways, &self.switches, self.on, self.closing, self.now)
    }

    /// A stay with the duties its person may do for a sector. A deputy may approve what the leader may.
    fn able(&self, stay: Stay, sector: Option<&SectorCode>) -> Stay {
        let Some(sector) = sector else { return stay };
        let person = stay.person;
        let allows = |who, duty| self.qualifications.allows(who, duty, sector);
        let by_leader = || {
            self.delegated.iter().any(|(deputy, leader)| *deputy == person && allows(*leader, Duty::Approve))
        };
        let may = |duty: &Duty| match duty {
            Duty::Appraise => allows(person, Duty::Appraise),
            Duty::Approve => allows(person, Duty::Approve) || by_leader(),
            Duty::Receive | Duty::Return => true,
        };
        Stay { duties: stay.duties.iter().filter(may).collect(), ..stay }
    }
}

fn switch(row: &desk::DutyRow) -> Option<Switch> {
    Some(Switch { duty: Duty::from_name(&row.duty)?, on: row.present, since: from_ms(row.since) })
}

fn away(row: &AwayRow) -> Option<Away> {
    Some(Away {
        person: row.account_id.parse().ok()?,
        from_at: from_ms(row.from_at),
        until_at: row.until_at.map(from_ms),
        back_at: row.back_at.map(from_ms),
    })
}

/// Qualifications as kept to the rule's own form; a row of a sector that left the policy is left out.
pub(crate) fn qualifications(rows: Vec<(String, String, String)>) -> Qualifications {
    let row = |(person, duty, sector): (String, String, String)| {
        Some((sector.parse().ok()?, Duty::from_name(&duty)?, person.parse().ok()?))
    };
    rows.into_iter().filter_map(row).collect()
}

/// Deputy and leader of a delegation, while the one still works at the unit and the other still leads it.
fn deputy(row: &DelegationRow, members: &[MemberRow]) -> Option<(AccountId, AccountId)> {
    let (deputy, leader): (AccountId, AccountId) = (row.deputy.parse().ok()?, row.leader.parse().ok()?);
    let roles = |who: AccountId| members.iter().find(|member| member.id == who).map(|member| &member.roles);
    let leads = roles(leader).is_some_and(|roles| roles.contains(&Role::Leader));
    let officer = roles(deputy).is_some_and(|roles| !roles.contains(&Role::Volunteer));
    (leads && officer).then_some((deputy, leader))
}

/// The delegations somebody may use at this moment: in force today, from somebody who leads the unit today, while they
/// themselves work there and are on site.
///
/// # Errors
/// [`StoreError`].
pub fn stand_ins(
    tx: &mut Tx<'_>,
    policy: &Policy,
    person: AccountId,
    now: Timestamp,
) -> Result<Vec<StandIn>, StoreError> {
    let day = day_number(civil(now).date());
    let mut found = Vec::new();
    for row in rights::list_delegated(tx, &person.to_string(), day)? {
        let (Ok(unit), Ok(leader)) = (row.unit.parse::<UnitCode>(), row.leader.parse::<AccountId>()) else {
            continue;
        };
        let site = OnSite::load(tx, policy, &unit, now)?;
        if site.is_here(person) && site.delegated.contains(&(person, leader)) {
            let leader_name = account::find(tx, leader)?.map(|account| account.name).unwrap_or_default();
            found.push(StandIn { delegation: row.id, unit, leader, leader_name });
        }
    }
    Ok(found)
}
