//! Lives of dossiers, from door to result.

use super::sample::*;
use crate::dossier::*;
use crate::money::Dong;
use crate::role::Role;

fn run(acts: &[(Act, u128)]) -> Result<Dossier, Refusal> {
    let mut state = None;
    for (minutes, (act, who)) in acts.iter().enumerate() {
        let context = context(*who, Role::Receiver, i64::try_from(minutes).unwrap());
        state = Some(step(state, command(*act), &context)?);
    }
    Ok(state.expect("at least one act"))
}

#[test]
fn four_duties() {
    let dossier = run(&[
        (Act::Receive, 1),
        (Act::RecordPayment, 1),
        (Act::Appraise, 2),
        (Act::Approve, 3),
        (Act::HandBack, 1),
    ])
    .unwrap();
    assert_eq!(dossier.stage, Stage::Returned);
    assert_eq!(dossier.finance, Finance::Paid(Dong(8_000)));
    assert_eq!(dossier.delivery, Delivery::Handed);
    assert_eq!(dossier.outcome, Some(Outcome::Granted));
    assert_eq!((dossier.finished_at, dossier.returned_at), (Some(at(3)), Some(at(4))));
    assert_eq!(dossier.version, 5);
}

#[test]
fn a_supplement_pauses_and_gives_a_full_new_term() {
    let dossier = run(&[(Act::Receive, 1), (Act::RequestSupplement, 2), (Act::Supplement, 1)]).unwrap();
    assert_eq!(dossier.stage, Stage::Received);
    assert_eq!(dossier.statutory_due_at, at(2_000));
    assert_eq!(dossier.commitment_due_at, None);
    assert_eq!(dossier.pauses, [Pause { from: at(1), to: Some(at(2)), cause: PauseCause::Supplement }]);
}

#[test]
fn suspension_goes_back_to_where_it_was() {
    let dossier =
        run(&[(Act::Receive, 1), (Act::BeginVerification, 2), (Act::Suspend, 2), (Act::Resume, 2)]).unwrap();
    assert_eq!(dossier.stage, Stage::UnderVerification);
    assert_eq!(dossier.pauses.len(), 1);
}

#[test]
fn verification_takes_the_promise_away() {
    let dossier = run(&[(Act::Receive, 1), (Act::BeginVerification, 2)]).unwrap();
    assert_eq!(dossier.commitment_due_at, None);
    assert!(!dossier.reception.promise.same_day);
}

#[test]
fn an_amendment_before_approval_is_appraised_anew() {
    let dossier = run(&[(Act::Receive, 1), (Act::Appraise, 2), (Act::Amend, 1)]).unwrap();
    assert_eq!(dossier.stage, Stage::Received);
}

#[test]
fn revoked_before_it_was_given_is_decided_anew() {
    let acts = [(Act::Receive, 1), (Act::Appraise, 2), (Act::Approve, 3), (Act::RevokeResult, 3)];
    let dossier = run(&acts).unwrap();
    assert_eq!((dossier.stage, dossier.outcome, dossier.finished_at), (Stage::Received, None, None));
    let again = [acts.as_slice(), &[(Act::Appraise, 2), (Act::Approve, 3)]].concat();
    assert_eq!(run(&again).unwrap().result.unwrap().standing, Standing::Valid);
}

#[test]
fn revoked_after_it_was_given_stays_given() {
    let acts = [
        (Act::Receive, 1),
        (Act::RecordPayment, 1),
        (Act::Appraise, 2),
        (Act::Approve, 3),
        (Act::HandBack, 1),
    ];
    let dossier = run(&[acts.as_slice(), &[(Act::RevokeResult, 3)]].concat()).unwrap();
    assert_eq!(dossier.stage, Stage::Returned);
    assert!(matches!(dossier.result.unwrap().standing, Standing::Revoked { .. }));
}

#[test]
fn withdrawing_while_paused_ends_the_pause() {
    let dossier = run(&[(Act::Receive, 1), (Act::RequestSupplement, 2), (Act::Withdraw, 1)]).unwrap();
    assert_eq!((dossier.stage, dossier.finished_at), (Stage::Withdrawn, Some(at(2))));
    assert!(dossier.pauses.iter().all(|pause| pause.to.is_some()));
}

#[test]
fn a_log_out_of_order_is_corrupt() {
    let received = Recorded {
        dossier: dossier_id(),
        sequence: 1,
        at: at(0),
        actor: account(1),
        role: Role::Receiver,
        unit: unit(),
        event: Event::Received(Box::new(reception())),
    };
    let doubled = [received.clone(), Recorded { sequence: 2, ..received.clone() }];
    assert!(matches!(fold(&doubled), Err(Corrupt::OutOfPlace { sequence: 2, .. })));
    assert!(matches!(fold(&[Recorded { sequence: 2, ..received }]), Err(Corrupt::Sequence { found: 2, .. })));
    assert_eq!(fold(&[]), Err(Corrupt::Empty));
}
