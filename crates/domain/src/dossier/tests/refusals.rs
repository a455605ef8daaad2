//! Every refusal has a row: what leads to it.

use super::sample::*;
use crate::dossier::*;
use crate::money::Dong;
use crate::person::{Authorisation, FullName, IdentityNumber};
use crate::role::Role;

fn after(acts: &[Act]) -> Option<Dossier> {
    acts.iter().enumerate().fold(None, |state, (minutes, act)| {
        let who = if *act == Act::Appraise {
            2
        } else if *act == Act::Approve {
            3
        } else {
            1
        };
        let context = context(who, Role::Receiver, i64::try_from(minutes).unwrap());
        Some(step(state, command(*act), &context).expect("the way there is sound"))
    })
}

fn refusal(before: &[Act], command: Command, who: u128) -> Refusal {
    let state = after(before);
    decide(state.as_ref(), command, &context(who, Role::Leader, 60)).expect_err("this must be refused")
}

fn receive(change: impl FnOnce(&mut Reception, &mut ReceptionChecks)) -> Command {
    let (mut reception, mut checks) = (reception(), checks());
    change(&mut reception, &mut checks);
    Command::Receive { reception: Box::new(reception), checks }
}

#[test]
fn at_reception() {
    let missing = vec![component("to-khai")];
    let rows = [
        (
            receive(|_, c| c.missing.clone_from(&missing)),
            Refusal::ComponentsMissing { missing: missing.clone() },
        ),
        (receive(|_, c| c.counter_open = false), Refusal::CounterClosed),
        (receive(|_, c| c.version_in_force = false), Refusal::VersionNotInForce),
        (receive(|_, c| c.verification_asked = true), Refusal::VerificationUnanswered),
        (receive(|_, c| c.proxy_sufficient = false), Refusal::AuthorisationInsufficient),
        (receive(|r, _| r.copies = 0), Refusal::NoCopies),
    ];
    for (command, expected) in rows {
        assert_eq!(refusal(&[], command, 1), expected);
    }
}

#[test]
fn along_the_way() {
    let supplemented = [Act::Receive, Act::RequestSupplement, Act::Supplement];
    let extended = [Act::Receive, Act::Extend];
    let nothing = Command::RequestSupplement { items: vec![], reason: "x".into() };
    let unexplained = Command::SendBack { reason: " ".into() };
    let earlier = Command::Extend {
        statutory_due_at: at(1),
        reason: "x".into(),
        fault: "y".into(),
        late_notice: false,
    };
    let incomplete = Command::Supplement {
        components: vec![],
        missing: vec![component("to-khai")],
        statutory_due_at: at(2_000),
    };
    let unchanged = Command::Amend { amendment: Box::default(), reason: "x".into() };
    let no_copies = Command::Amend {
        amendment: Box::new(Amendment { copies: Some(0), ..Amendment::default() }),
        reason: "x".into(),
    };
    let stranger = Command::AttachFile {
        component: component("khac"),
        file: {
            let Command::AttachFile { file, .. } = command(Act::AttachFile) else {
                unreachable!("the sample of this act")
            };
            file
        },
    };
    let rows: Vec<(&[Act], Command, Refusal)> = vec![
        (&supplemented, command(Act::RequestSupplement), Refusal::SupplementAskedBefore),
        (&extended, command(Act::Extend), Refusal::ExtendedBefore),
        (&[Act::Receive], nothing, Refusal::NothingAsked),
        (&[Act::Receive], earlier, Refusal::NotLater),
        (&[Act::Receive, Act::Appraise], unexplained, Refusal::ReasonMissing),
        (&[Act::Receive], unchanged, Refusal::NothingChanged),
        (&[Act::Receive], no_copies, Refusal::NoCopies),
        (&[Act::Receive], stranger, Refusal::UnknownComponent),
        (
            &[Act::Receive, Act::RequestSupplement],
            incomplete,
            Refusal::ComponentsMissing { missing: vec![component("to-khai")] },
        ),
        (
            &[Act::Receive],
            command(Act::Approve),
            Refusal::WrongStage { act: Act::Approve, stage: Some(Stage::Received) },
        ),
    ];
    for (before, command, expected) in rows {
        assert_eq!(refusal(before, command, 9), expected);
    }
}

#[test]
fn approver_is_neither_receiver_nor_any_appraiser() {
    let ready = [Act::Receive, Act::Appraise];
    assert_eq!(refusal(&ready, command(Act::Approve), 1), Refusal::ApproverIsAppraiser, "the receiver");
    assert_eq!(refusal(&ready, command(Act::Approve), 2), Refusal::ApproverIsAppraiser, "the appraiser");
    assert!(decide(after(&ready).as_ref(), command(Act::Approve), &context(3, Role::Leader, 60)).is_ok());
}

#[test]
fn money_and_return() {
    let ready = [Act::Receive, Act::Appraise, Act::Approve];
    let paid = [Act::Receive, Act::RecordPayment, Act::Appraise, Act::Approve];
    let wrong =
        Command::RecordPayment { amount: Dong(7_999), method: PaymentMethod::Cash, bill: String::new() };
    let hand = |delivery, identity| Command::HandBack {
        collector: Collector { name: FullName::parse("Lê C").unwrap(), identity },
        delivery,
        paper_sha256: "11".repeat(32),
    };
    let posting_slip = CollectorIdentity::Proxy {
        identity: IdentityNumber::parse("030143001234").unwrap(),
        authorisation: Authorisation::PostingSlip,
    };
    let rows: Vec<(&[Act], Command, Refusal)> = vec![
        (&ready, hand(Delivery::Handed, CollectorIdentity::Applicant), Refusal::FeeOwed { due: Dong(8_000) }),
        (&paid, hand(Delivery::Ready, CollectorIdentity::Applicant), Refusal::NotADelivery),
        (&paid, hand(Delivery::Handed, posting_slip), Refusal::CollectorNotAuthorised),
        (&[Act::Receive], wrong, Refusal::WrongAmount { expected: Dong(8_000), given: Dong(7_999) }),
        (
            &[Act::Receive, Act::RecordPayment],
            command(Act::RecordPayment),
            Refusal::WrongFinance { finance: Finance::Paid(Dong(8_000)) },
        ),
        (
            &[Act::Receive],
            command(Act::RefundFee),
            Refusal::WrongFinance { finance: Finance::Due(Dong(8_000)) },
        ),
    ];
    for (before, command, expected) in rows {
        assert_eq!(refusal(before, command, 9), expected);
    }
    let revoked =
        [Act::Receive, Act::RecordPayment, Act::Appraise, Act::Approve, Act::HandBack, Act::RevokeResult];
    assert_eq!(refusal(&revoked, command(Act::RevokeResult), 9), Refusal::RevokedBefore);
}

#[test]
fn time_does_not_run_backwards() {
    let state = after(&[Act::Receive, Act::Appraise]);
    let early = context(3, Role::Leader, -1);
    assert_eq!(decide(state.as_ref(), command(Act::Approve), &early), Err(Refusal::TimeBeforeLastEvent));
}
