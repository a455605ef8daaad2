//! The permission matrix: role x action x relation. State is the business of [`crate::dossier::transition`].
//!
//! One table answers for web, API, command line and tests alike. Whatever it does not name is refused.

use crate::dossier::Act;
use crate::role::{Grant, Role};
use jiff::civil::Date;

mod no_wait;

pub use no_wait::DayAct;

/// How the actor's unit stands to the object's units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The unit that received the dossier (or owns the object).
    Receiving,
    /// The unit that decides it.
    Deciding,
    /// A unit above one of them.
    Above,
    /// Any other unit.
    Elsewhere,
}

impl Relation {
    /// All relations, in the order of the matrix.
    pub const ALL: [Self; 4] = [Self::Receiving, Self::Deciding, Self::Above, Self::Elsewhere];

    /// The name in the printed matrix.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Receiving => "receiving",
            Self::Deciding => "deciding",
            Self::Above => "above",
            Self::Elsewhere => "elsewhere",
        }
    }
}

/// Everything that can be permitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// An act on a dossier.
    Dossier(Act),
    /// An act that makes the no-wait day run.
    Day(DayAct),
    /// Turn somebody away with slip 02 or 03.
    TurnAway,
    /// Read a dossier with its personal data.
    ReadDossier,
    /// Read the counts and codes of a unit's day.
    ReadDay,
    /// Switch one of the four duties on or off.
    SetDuty,
    /// Sign the close of a day.
    CloseDay,
    /// Export dossiers and events of a unit.
    Export,
    /// Import a register of earlier dossiers.
    Import,
    /// Accounts, roles and tokens.
    ManageAccounts,
    /// Units, packs, programmes, calendars.
    ManagePolicy,
    /// Move the demo's clock.
    MoveClock,
}

impl Action {
    /// The actions that are neither acts on a dossier nor of the day.
    pub const OTHERS: [Self; 10] = [
        Self::TurnAway,
        Self::ReadDossier,
        Self::ReadDay,
        Self::SetDuty,
        Self::CloseDay,
        Self::Export,
        Self::Import,
        Self::ManageAccounts,
        Self::ManagePolicy,
        Self::MoveClock,
    ];

    /// Every action, acts first, in the order of the matrix.
    pub fn all() -> Vec<Self> {
        let acts = Act::ALL.into_iter().map(Self::Dossier);
        acts.chain(DayAct::ALL.into_iter().map(Self::Day)).chain(Self::OTHERS).collect()
    }

    /// The name in the printed matrix.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dossier(act) => act.name(),
            Self::Day(act) => act.name(),
            Self::TurnAway => "turn_away",
            Self::ReadDossier => "read_dossier",
            Self::ReadDay => "read_day",
            Self::SetDuty => "set_duty",
            Self::CloseDay => "close_day",
            Self::Export => "export",
            Self::Import => "import",
            Self::ManageAccounts => "manage_accounts",
            Self::ManagePolicy => "manage_policy",
            Self::MoveClock => "move_clock",
        }
    }
}

/// An action nobody may do with these rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not permitted: {} ({})", action.name(), relation.name())]
pub struct Denied {
    /// What was tried.
    pub action: Action,
    /// How the unit stood to it.
    pub relation: Relation,
}

/// Whether a delegation of approval covers an act: deciding and sending back what cannot be decided, nothing else a
/// leader may do. The deputy's own rights stay as they are.
pub const fn is_delegated(act: Act) -> bool {
    matches!(act, Act::Approve | Act::SendBack)
}

/// The cell of the matrix.
///
/// # Legal source
/// Roles of the one-stop mechanism: Decree 61/2018/NĐ-CP Art 7-12; administrators have no right to any dossier.
pub const fn allows(role: Role, action: Action, relation: Relation) -> bool {
    let here = matches!(relation, Relation::Receiving);
    let deciding = matches!(relation, Relation::Receiving | Relation::Deciding);
    let not_elsewhere = !matches!(relation, Relation::Elsewhere);
    match role {
        Role::Receiver => match action {
            Action::Day(act) => no_wait::allows(role, act, relation),
            Action::Dossier(act) => here && receiver_act(act),
            Action::TurnAway | Action::SetDuty | Action::CloseDay => here,
            Action::ReadDossier | Action::ReadDay => deciding,
            Action::MoveClock => true,
            Action::Export | Action::Import | Action::ManageAccounts | Action::ManagePolicy => false,
        },
        Role::Appraiser => match action {
            Action::Day(act) => no_wait::allows(role, act, relation),
            Action::Dossier(act) => deciding && appraiser_act(act),
            Action::ReadDossier | Action::ReadDay => deciding,
            Action::SetDuty => here,
            Action::MoveClock => true,
            Action::TurnAway | Action::CloseDay | Action::Export | Action::Import => false,
            Action::ManageAccounts | Action::ManagePolicy => false,
        },
        Role::Leader => match action {
            Action::Day(act) => no_wait::allows(role, act, relation),
            Action::Dossier(act) => deciding && leader_act(act),
            Action::ReadDossier | Action::ReadDay => deciding,
            Action::SetDuty | Action::CloseDay | Action::Export => here,
            Action::MoveClock => true,
            Action::TurnAway | Action::Import | Action::ManageAccounts | Action::ManagePolicy => false,
        },
        Role::ReturnOfficer => match action {
            Action::Day(act) => no_wait::allows(role, act, relation),
            Action::Dossier(act) => here && matches!(act, Act::HandBack | Act::RecordPayment),
            Action::ReadDossier | Action::ReadDay | Action::SetDuty => here,
            Action::MoveClock => true,
            Action::TurnAway | Action::CloseDay | Action::Export | Action::Import => false,
            Action::ManageAccounts | Action::ManagePolicy => false,
        },
        Role::Cashier => match action {
            Action::Day(act) => no_wait::allows(role, act, relation),
            Action::Dossier(act) => {
                here && matches!(act, Act::RecordPayment | Act::ExemptFee | Act::RefundFee)
            }
            Action::ReadDossier | Action::ReadDay => here,
            Action::MoveClock => true,
            Action::TurnAway | Action::SetDuty | Action::CloseDay | Action::Export | Action::Import => false,
            Action::ManageAccounts | Action::ManagePolicy => false,
        },
        // A volunteer helps within a session the citizen opened; no dossier is theirs to look up.
        Role::Volunteer => match action {
            Action::Day(act) => no_wait::allows(role, act, relation),
            Action::ReadDay => here,
            Action::MoveClock => true,
            Action::Dossier(_) | Action::TurnAway | Action::ReadDossier | Action::SetDuty => false,
            Action::CloseDay | Action::Export | Action::Import => false,
            Action::ManageAccounts | Action::ManagePolicy => false,
        },
        Role::Manager => match action {
            Action::Day(act) => no_wait::allows(role, act, relation),
            Action::ReadDay => not_elsewhere,
            Action::Export => not_elsewhere,
            Action::MoveClock => true,
            Action::Dossier(_) | Action::TurnAway | Action::ReadDossier | Action::SetDuty => false,
            Action::CloseDay | Action::Import | Action::ManageAccounts | Action::ManagePolicy => false,
        },
        Role::Administrator => match action {
            Action::Day(act) => no_wait::allows(role, act, relation),
            Action::ManageAccounts | Action::ManagePolicy | Action::Import | Action::MoveClock => true,
            Action::ReadDay => not_elsewhere,
            Action::Dossier(_) | Action::TurnAway | Action::ReadDossier | Action::SetDuty => false,
            Action::CloseDay | Action::Export => false,
        },
        Role::Program => match action {
            Action::Day(act) => no_wait::allows(role, act, relation),
            Action::Dossier(act) => here && matches!(act, Act::RecordSynchronisation),
            Action::ReadDay => here,
            Action::ReadDossier | Action::TurnAway | Action::SetDuty | Action::CloseDay | Action::Export => {
                false
            }
            Action::Import | Action::ManageAccounts | Action::ManagePolicy | Action::MoveClock => false,
        },
    }
}

const fn receiver_act(act: Act) -> bool {
    match act {
        Act::Receive | Act::RequestSupplement | Act::Supplement | Act::BeginVerification => true,
        Act::Suspend | Act::Resume | Act::Extend | Act::Withdraw | Act::Amend | Act::Void => true,
        Act::AttachFile | Act::RecordPayment | Act::ExemptFee => true,
        Act::RecordVerification | Act::Appraise | Act::SendBack | Act::Approve | Act::HandBack => false,
        Act::Stop | Act::RevokeResult | Act::RefundFee | Act::RecordSynchronisation => false,
    }
}

const fn appraiser_act(act: Act) -> bool {
    match act {
        Act::Appraise | Act::RequestSupplement | Act::BeginVerification | Act::RecordVerification => true,
        Act::Suspend | Act::Resume | Act::Extend | Act::AttachFile | Act::Amend => true,
        Act::Receive | Act::Supplement | Act::SendBack | Act::Approve | Act::HandBack | Act::Withdraw => {
            false
        }
        Act::Stop | Act::Void | Act::RevokeResult | Act::RecordPayment | Act::ExemptFee => false,
        Act::RefundFee | Act::RecordSynchronisation => false,
    }
}

const fn leader_act(act: Act) -> bool {
    match act {
        Act::Approve | Act::SendBack | Act::Extend | Act::Stop | Act::Void | Act::RevokeResult => true,
        Act::RefundFee | Act::ExemptFee => true,
        Act::Receive | Act::RequestSupplement | Act::Supplement | Act::BeginVerification => false,
        Act::RecordVerification | Act::Suspend | Act::Resume | Act::Appraise | Act::HandBack => false,
        Act::Withdraw | Act::Amend | Act::AttachFile | Act::RecordPayment | Act::RecordSynchronisation => {
            false
        }
    }
}

/// The role under which somebody with these grants may act, the first in the order of [`Role::ALL`].
/// `relation_of` tells how a grant's unit stands to the object.
///
/// # Errors
/// [`Denied`] when no grant suffices.
pub fn permit(
    grants: &[Grant],
    on: Date,
    action: Action,
    relation_of: impl Fn(&Grant) -> Relation,
) -> Result<&Grant, Denied> {
    let mut nearest = Relation::Elsewhere;
    let mut sufficient: Option<&Grant> = None;
    for grant in grants.iter().filter(|grant| grant.is_in_force(on)) {
        let relation = relation_of(grant);
        nearest = nearest.min(relation);
        if allows(grant.role, action, relation) && sufficient.is_none_or(|found| grant.role < found.role) {
            sufficient = Some(grant);
        }
    }
    sufficient.ok_or(Denied { action, relation: nearest })
}

/// The whole matrix as text: one line for each role and action that are allowed anywhere.
pub fn printed() -> String {
    let mut text = String::from("role | action | relations | stages\n");
    for role in Role::ALL {
        for action in Action::all() {
            let relations: Vec<&str> =
                Relation::ALL.into_iter().filter(|r| allows(role, action, *r)).map(Relation::name).collect();
            if relations.is_empty() {
                continue;
            }
            let stages = match action {
                Action::Dossier(act) => stages_of(act),
                Action::Day(_)
                | Action::TurnAway
                | Action::ReadDossier
                | Action::ReadDay
                | Action::SetDuty
                | Action::CloseDay => "-".to_owned(),
                Action::Export | Action::Import | Action::ManageAccounts => "-".to_owned(),
                Action::ManagePolicy | Action::MoveClock => "-".to_owned(),
            };
            text.push_str(&format!(
                "{} | {} | {} | {stages}\n",
                role.name(),
                action.name(),
                relations.join(", ")
            ));
        }
    }
    text
}

fn stages_of(act: Act) -> String {
    if act == Act::Receive {
        return "new".to_owned();
    }
    let names: Vec<&str> =
        crate::dossier::transition::allowed_at(act).iter().map(|stage| stage.name()).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validity::Validity;
    use jiff::civil::date;

    #[test]
    fn the_printed_matrix_is_as_agreed() {
        // The golden file is read by people who answer for it; change both together.
        assert_eq!(printed(), include_str!("permit.golden.txt"));
    }

    #[test]
    fn administrators_and_volunteers_touch_no_dossier() {
        for role in [Role::Administrator, Role::Volunteer, Role::Manager] {
            for relation in Relation::ALL {
                assert!(!allows(role, Action::ReadDossier, relation));
                assert!(Act::ALL.into_iter().all(|act| !allows(role, Action::Dossier(act), relation)));
            }
        }
    }

    #[test]
    fn nobody_acts_on_dossiers_of_other_units() {
        for role in Role::ALL {
            for relation in [Relation::Above, Relation::Elsewhere] {
                assert!(Act::ALL.into_iter().all(|act| !allows(role, Action::Dossier(act), relation)));
            }
        }
    }

    #[test]
    fn a_right_ends_with_its_last_day() {
        let unit = "10852".parse().unwrap();
        let validity = Validity { from: date(2024, 1, 1), to: Some(date(2024, 1, 31)) };
        let grants = [Grant { role: Role::Leader, unit, validity }];
        let action = Action::Dossier(Act::Approve);
        let here = |_: &Grant| Relation::Receiving;
        assert!(permit(&grants, date(2024, 1, 31), action, here).is_ok());
        assert!(permit(&grants, date(2024, 2, 1), action, here).is_err());
    }
}
