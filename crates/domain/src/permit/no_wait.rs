//! The part of the matrix that belongs to the no-wait day: roster, presence, queue, slots, help, planning.

use super::{Action, Relation};
use crate::role::Role;

/// What people do to make a no-wait day run, apart from the dossiers themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayAct {
    /// Read the roster of a unit.
    ReadRoster,
    /// Plan shifts, absences and qualifications.
    PlanRoster,
    /// Record one's own presence.
    CheckIn,
    /// Put right somebody else's forgotten check-in or check-out.
    CorrectPresence,
    /// Name a stand-in for approving, with dates.
    Delegate,
    /// Hand out a ticket.
    IssueTicket,
    /// Call, recall, transfer, park or miss a ticket at one's counter.
    CallTicket,
    /// Open, close and describe the counters of a unit.
    SetCounter,
    /// Set the appointment slots of a unit and change bookings for people.
    ManageSlots,
    /// Open an assisted session with somebody who asked for help.
    Assist,
    /// Simulate a day with what-ifs.
    Simulate,
}

impl DayAct {
    /// All of them, in the order of the matrix.
    pub const ALL: [Self; 11] = [
        Self::ReadRoster,
        Self::PlanRoster,
        Self::CheckIn,
        Self::CorrectPresence,
        Self::Delegate,
        Self::IssueTicket,
        Self::CallTicket,
        Self::SetCounter,
        Self::ManageSlots,
        Self::Assist,
        Self::Simulate,
    ];

    /// The name in the printed matrix.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ReadRoster => "read_roster",
            Self::PlanRoster => "plan_roster",
            Self::CheckIn => "check_in",
            Self::CorrectPresence => "correct_presence",
            Self::Delegate => "delegate",
            Self::IssueTicket => "issue_ticket",
            Self::CallTicket => "call_ticket",
            Self::SetCounter => "set_counter",
            Self::ManageSlots => "manage_slots",
            Self::Assist => "assist",
            Self::Simulate => "simulate",
        }
    }
}

impl From<DayAct> for Action {
    fn from(act: DayAct) -> Self {
        Self::Day(act)
    }
}

/// The cell of the matrix for an act of the day.
pub(super) const fn allows(role: Role, act: DayAct, relation: Relation) -> bool {
    let here = matches!(relation, Relation::Receiving);
    let not_elsewhere = !matches!(relation, Relation::Elsewhere);
    match act {
        DayAct::ReadRoster => (here && works_at_the_counter(role)) || (not_elsewhere && oversees(role)),
        DayAct::CheckIn => here && works_at_the_counter(role),
        DayAct::PlanRoster | DayAct::Simulate => {
            (here && matches!(role, Role::Leader)) || (not_elsewhere && oversees(role))
        }
        DayAct::CorrectPresence | DayAct::Delegate => here && matches!(role, Role::Leader),
        DayAct::IssueTicket => {
            here && matches!(role, Role::Receiver | Role::ReturnOfficer | Role::Cashier | Role::Volunteer)
        }
        DayAct::CallTicket => {
            here && matches!(role, Role::Receiver | Role::Appraiser | Role::ReturnOfficer | Role::Cashier)
        }
        DayAct::SetCounter | DayAct::ManageSlots => here && matches!(role, Role::Receiver | Role::Leader),
        DayAct::Assist => here && matches!(role, Role::Receiver | Role::Volunteer),
    }
}

/// Whoever stands on the roster of a unit.
const fn works_at_the_counter(role: Role) -> bool {
    match role {
        Role::Receiver | Role::Appraiser | Role::Leader | Role::ReturnOfficer => true,
        Role::Cashier | Role::Volunteer => true,
        Role::Manager | Role::Administrator | Role::Program => false,
    }
}

/// Whoever looks after the units below.
const fn oversees(role: Role) -> bool {
    matches!(role, Role::Manager)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn volunteers_help_and_hand_out_tickets_and_nothing_else() {
        let allowed: Vec<&str> = DayAct::ALL
            .into_iter()
            .filter(|act| allows(Role::Volunteer, *act, Relation::Receiving))
            .map(DayAct::name)
            .collect();
        assert_eq!(allowed, ["read_roster", "check_in", "issue_ticket", "assist"]);
    }

    #[test]
    fn nobody_works_on_the_day_of_a_unit_elsewhere() {
        for role in Role::ALL {
            assert!(DayAct::ALL.into_iter().all(|act| !allows(role, act, Relation::Elsewhere)));
        }
    }
}
