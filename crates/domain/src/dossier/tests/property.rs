//! Properties of any history: what was decided can be applied; the fold of the log is the state; a refusal changes nothing.

use super::sample::*;
use crate::dossier::*;
use crate::role::Role;
use proptest::prelude::*;

fn acts() -> impl Strategy<Value = Vec<(usize, u128)>> {
    proptest::collection::vec((0..Act::ALL.len(), 1u128..4), 1..40)
}

proptest! {
    #[test]
    fn any_history_is_sound(steps in acts()) {
        let mut state: Option<Dossier> = None;
        let mut log: Vec<Recorded> = Vec::new();
        for (minutes, (index, who)) in steps.into_iter().enumerate() {
            let act = Act::ALL[index];
            let context = context(who, Role::Receiver, i64::try_from(minutes).unwrap());
            let Ok(event) = decide(state.as_ref(), command(act), &context) else { continue };
            let recorded = Recorded {
                dossier: dossier_id(),
                sequence: u32::try_from(log.len()).unwrap() + 1,
                at: context.at,
                actor: context.actor,
                role: context.role,
                unit: context.unit,
                event,
            };
            state = Some(apply(state, &recorded).expect("what was decided can be applied"));
            log.push(recorded);
        }
        let Some(dossier) = state else { return Ok(()) };
        prop_assert_eq!(&fold(&log).unwrap(), &dossier);
        prop_assert_eq!(dossier.version as usize, log.len());
        // The approver of a standing decision had no other part in it.
        if let Some(approver) = dossier.approved_by {
            prop_assert_ne!(approver, dossier.received_by);
            prop_assert!(!dossier.appraisers.contains(&approver));
        }
        // A result that was returned was approved, and at most one supplement and one extension were made.
        prop_assert_eq!(dossier.returned_at.is_some(), dossier.stage == Stage::Returned);
        prop_assert!(dossier.stage != Stage::Returned || dossier.approved_by.is_some());
        prop_assert!(dossier.supplements <= 1 && dossier.extensions <= 1);
        // The clock stands still exactly while a pause is open.
        prop_assert_eq!(dossier.pauses.iter().any(|pause| pause.to.is_none()), dossier.is_paused());
    }
}
