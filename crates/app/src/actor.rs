//! Who acts, and the question whether they may.

use crate::error::AppError;
use crate::policy::Policy;
use domain::dossier::{Act, Context, Dossier};
use domain::id::AccountId;
use domain::permit::{Action, Relation, is_delegated, permit};
use domain::place::UnitCode;
use domain::role::{Grant, Role};
use domain::time::civil;
use jiff::Timestamp;

/// A person (or program) who is logged in.
#[derive(Debug, Clone)]
pub struct Actor {
    /// The account.
    pub account: AccountId,
    /// Their name, for pages.
    pub name: String,
    /// Their title, as printed beside a signature.
    pub title: String,
    /// Everything they are entrusted with.
    pub grants: Vec<Grant>,
    /// The unit whose desk they sit at.
    pub unit: UnitCode,
    /// Delegations of approval they may use at this moment.
    pub stand_ins: Vec<StandIn>,
}

/// A delegation of approval in force, to somebody who is on site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandIn {
    /// The delegation, which the event of an approval names.
    pub delegation: String,
    /// Where it holds.
    pub unit: UnitCode,
    /// Whose power it is.
    pub leader: AccountId,
    /// Their name.
    pub leader_name: String,
}

impl Actor {
    /// Whether they hold a role somewhere on a day.
    pub fn holds(&self, role: Role, at: Timestamp) -> bool {
        let on = civil(at).date();
        self.grants.iter().any(|grant| grant.role == role && grant.is_in_force(on))
    }

    /// Whether they hold a role at their desk's unit.
    pub fn holds_here(&self, role: Role, at: Timestamp) -> bool {
        let on = civil(at).date();
        self.grants.iter().any(|grant| grant.role == role && grant.unit == self.unit && grant.is_in_force(on))
    }

    /// The units where they hold any role on a day, each once, in order.
    pub fn units(&self, at: Timestamp) -> Vec<UnitCode> {
        let on = civil(at).date();
        let mut units: Vec<UnitCode> = self
            .grants
            .iter()
            .filter(|grant| grant.is_in_force(on))
            .map(|grant| grant.unit.clone())
            .collect();
        units.sort();
        units.dedup();
        units
    }

    /// Asks for an action on a dossier; the context of the act, in the role that allows it.
    ///
    /// # Errors
    /// [`AppError::Denied`].
    pub fn on_dossier(
        &self,
        policy: &Policy,
        at: Timestamp,
        action: Action,
        dossier: &Dossier,
    ) -> Result<Context, AppError> {
        self.ask(policy, at, action, dossier.receiving_unit(), dossier.deciding_unit())
    }

    /// Asks for an action at a unit.
    ///
    /// # Errors
    /// [`AppError::Denied`].
    pub fn at_unit(
        &self,
        policy: &Policy,
        at: Timestamp,
        action: Action,
        unit: &UnitCode,
    ) -> Result<Context, AppError> {
        self.ask(policy, at, action, unit, unit)
    }

    /// Whether an action at a unit would be allowed; for showing what can be done.
    pub fn may_at(&self, policy: &Policy, at: Timestamp, action: Action, unit: &UnitCode) -> bool {
        self.ask(policy, at, action, unit, unit).is_ok()
    }

    fn ask(
        &self,
        policy: &Policy,
        at: Timestamp,
        action: Action,
        receiving: &UnitCode,
        deciding: &UnitCode,
    ) -> Result<Context, AppError> {
        let on = civil(at).date();
        let relation_of = |grant: &Grant| {
            if grant.unit == *receiving {
                Relation::Receiving
            } else if grant.unit == *deciding {
                Relation::Deciding
            } else if policy.units().is_above(&grant.unit, receiving, on)
                || policy.units().is_above(&grant.unit, deciding, on)
            {
                Relation::Above
            } else {
                Relation::Elsewhere
            }
        };
        match permit(&self.grants, on, action, relation_of) {
            Ok(grant) => Ok(Context { actor: self.account, role: grant.role, unit: grant.unit.clone(), at }),
            Err(denied) => match self.stand_in(action, receiving, deciding) {
                Some(found) => {
                    Ok(Context { actor: self.account, role: Role::Leader, unit: found.unit.clone(), at })
                }
                None => Err(denied.into()),
            },
        }
    }

    /// The delegation by which somebody does an act on a dossier that their own roles would not allow.
    pub fn standing_in(
        &self,
        policy: &Policy,
        at: Timestamp,
        act: Act,
        dossier: &Dossier,
    ) -> Option<&StandIn> {
        let own = Self { stand_ins: Vec::new(), ..self.clone() };
        let action = Action::Dossier(act);
        if own.on_dossier(policy, at, action, dossier).is_ok() {
            return None;
        }
        self.stand_in(action, dossier.receiving_unit(), dossier.deciding_unit())
    }

    fn stand_in(&self, action: Action, receiving: &UnitCode, deciding: &UnitCode) -> Option<&StandIn> {
        let Action::Dossier(act) = action else { return None };
        let here = |found: &&StandIn| found.unit == *receiving || found.unit == *deciding;
        self.stand_ins.iter().find(here).filter(|_| is_delegated(act))
    }
}
