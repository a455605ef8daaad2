//! Each rule of the promise, a row each.

use super::super::{
    Basis, Bound, Duty, DutySet, DutySource, MissingPart, Presence, ProgrammeFacts, Promise, PromiseError,
    PromiseFacts, ReasonCode, VerificationAnswer, promise,
};
use super::{facts, friday, term, verification};
use crate::channel::Channel;
use crate::day::tests::at;
use crate::day::{Term, Warning};
use crate::procedure::{Checked, VerificationPolicy};
use crate::programme::ReceptionHours;
use jiff::civil::time;

fn failed(promise: &Promise) -> Vec<&'static str> {
    promise.failed().map(super::super::Reason::code).collect()
}

fn check(
    facts: &PromiseFacts<'_>,
    same_day: bool,
    statutory: &str,
    commitment: Option<&str>,
    codes: &[&str],
) {
    let promised = promise(facts).unwrap();
    assert_eq!(promised.same_day, same_day, "{}", facts.received_at);
    assert_eq!(promised.statutory_due_at(), Some(at(statutory)), "{}", facts.received_at);
    assert_eq!(promised.commitment_due_at(), commitment.map(at), "{}", facts.received_at);
    assert_eq!(failed(&promised), codes, "{}", facts.received_at);
    assert_eq!(promised.reasons.len(), 11);
    assert!(promised.reasons.is_sorted_by(|one, next| one.test() < next.test()));
}

#[test]
fn cut_off_of_the_programme_and_of_the_law() {
    let (today, monday) = ("2023-10-06 17:00", "2023-10-09 17:00");
    for (received, same_day, statutory) in [
        ("2023-10-06 07:30", true, today),
        ("2023-10-06 14:20", true, today),
        ("2023-10-06 15:00", true, today),
        ("2023-10-06 15:00:59", true, today),
        ("2023-10-06 15:01", true, monday),
        ("2023-10-06 15:10", true, monday),
        ("2023-10-06 15:30", true, monday),
        ("2023-10-06 15:30:59", true, monday),
        ("2023-10-06 15:31", false, monday),
        ("2023-10-06 15:40", false, monday),
        ("2023-10-06 17:00", false, monday),
    ] {
        let (commitment, codes): (_, &[_]) =
            if same_day { (today, &[]) } else { ("2023-10-09 09:00", &["after_cut_off", "closes_later"]) };
        check(&facts(received), same_day, statutory, Some(commitment), codes);
    }
}

#[test]
fn after_the_cut_off_the_next_working_day_is_found() {
    let codes = ["after_cut_off", "closes_later"];
    for (received, statutory, commitment) in [
        // over New Year, over Hùng Kings and Tết weeks, to a make-up Saturday
        ("2023-12-29 15:40", "2024-01-02 17:00", "2024-01-02 09:00"),
        ("2024-05-03 16:00", "2024-05-04 17:00", "2024-05-04 09:00"),
        ("2025-01-24 16:00", "2025-02-03 17:00", "2025-02-03 09:00"),
        ("2026-02-13 15:31", "2026-02-23 17:00", "2026-02-23 09:00"),
    ] {
        check(&facts(received), false, statutory, Some(commitment), &codes);
        let promised = promise(&facts(received)).unwrap();
        assert_eq!(promised.basis, Basis::ProgrammeNextMorning);
        assert_eq!(promised.commitment.unwrap().bound, Bound::Before);
    }
}

#[test]
fn days_that_are_not_fridays_of_the_programme() {
    let codes = ["not_programme_day", "closes_later"];
    for (received, statutory) in [
        ("2023-10-03 09:00", "2023-10-03 17:00"),
        ("2023-09-29 09:00", "2023-09-29 17:00"),
        ("2024-05-04 09:00", "2024-05-04 17:00"),
        ("2024-02-09 09:00", "2024-02-15 17:00"),
        ("2024-02-07 09:00", "2024-02-07 17:00"),
        ("2023-10-07 09:00", "2023-10-09 17:00"),
    ] {
        check(&facts(received), false, statutory, None, &codes);
    }
    let evening = ["not_programme_day", "closes_later"];
    check(&facts("2023-10-06 17:30"), false, "2023-10-09 17:00", None, &evening);
}

#[test]
fn online_counts_from_the_next_opening() {
    let online = |received| PromiseFacts { channel: Channel::Online, ..facts(received) };
    let friday = "2023-10-06 17:00";
    check(&online("2023-10-05 23:00"), true, friday, Some(friday), &[]);
    check(&online("2023-10-06 03:00"), true, friday, Some(friday), &[]);
    check(&online("2023-10-06 12:00"), true, friday, Some(friday), &[]);
    let late = ["not_programme_day", "closes_later"];
    check(&online("2023-10-08 10:00"), false, "2023-10-09 17:00", None, &late);
}

#[test]
fn post_is_outside_the_programme() {
    let post = PromiseFacts { channel: Channel::Post, ..facts("2023-10-06 09:00") };
    check(&post, false, "2023-10-06 17:00", None, &["channel_not_in_programme", "closes_later"]);
}

#[test]
fn a_missing_component_leaves_no_due_time() {
    let missing = ["to-khai", "giay-to-tuy-than"].map(|id| MissingPart::component(id.parse().unwrap()));
    let promised = promise(&PromiseFacts { missing: &missing, ..facts("2023-10-06 09:00") }).unwrap();
    assert!(!promised.same_day);
    assert_eq!((promised.statutory_due_at(), promised.commitment_due_at()), (None, None));
    assert_eq!((promised.quoted_at(), promised.basis), (None, Basis::Incomplete));
    assert_eq!(failed(&promised), ["component_missing", "closes_later"]);
    let all = ReasonCode::ComponentMissing { missing: missing.to_vec() };
    assert!(promised.reasons.iter().any(|reason| reason.code == all));
}

#[test]
fn verification_is_asked_answered_or_known() {
    let received = facts("2023-10-06 09:00");
    let reason = "sổ gốc có đủ".to_owned();
    let needed = VerificationAnswer::Needed { reason: reason.clone() };
    let not_needed = VerificationAnswer::NotNeeded { reason };
    let (may, yes) = (verification(VerificationPolicy::May), verification(VerificationPolicy::Yes));
    let three_or_six = term(Term::WorkingDays(3), Some(Checked::Plus(3)));
    let may = PromiseFacts { verification: &may, ..received };
    assert_eq!(promise(&may), Err(PromiseError::VerificationUnanswered));

    let answered_no = PromiseFacts { verification_answer: Some(&not_needed), ..may };
    check(&answered_no, true, "2023-10-06 17:00", Some("2023-10-06 17:00"), &[]);
    let answered_yes = PromiseFacts { verification_answer: Some(&needed), term: &three_or_six, ..may };
    check(&answered_yes, false, "2023-10-16 17:00", None, &["verification_needed", "closes_later"]);

    let always = PromiseFacts { verification: &yes, term: &three_or_six, ..received };
    let codes = ["not_in_programme", "verification_needed", "closes_later"];
    check(&always, false, "2023-10-16 17:00", None, &codes);
    check(
        &PromiseFacts { verification_answer: Some(&not_needed), ..always },
        false,
        "2023-10-16 17:00",
        None,
        &codes,
    );

    let never = PromiseFacts { verification_answer: Some(&needed), ..received };
    assert_eq!(promise(&never), Err(PromiseError::VerificationUnforeseen));
}

#[test]
fn a_procedure_outside_the_programme_has_the_statutory_deadline() {
    let friday = friday();
    let unlisted = ProgrammeFacts { programme: &friday, lists_procedure: false };
    let received = PromiseFacts { programme: Some(unlisted), ..facts("2023-10-06 09:00") };
    check(&received, false, "2023-10-06 17:00", None, &["not_in_programme", "closes_later"]);
    assert_eq!(promise(&received).unwrap().basis, Basis::Statute);

    let nowhere = PromiseFacts { programme: None, ..facts("2023-10-06 09:00") };
    let codes = [
        "not_in_programme",
        "not_programme_day",
        "channel_not_in_programme",
        "after_cut_off",
        "closes_later",
    ];
    check(&nowhere, false, "2023-10-06 17:00", None, &codes);
}

#[test]
fn a_programme_of_the_morning_takes_nothing_in_the_afternoon() {
    let hours = ReceptionHours { from: time(7, 30, 0, 0), to: time(11, 0, 0, 0) };
    let morning = crate::programme::Programme { hours: Some(hours), cut_off: time(10, 30, 0, 0), ..friday() };
    let listed = ProgrammeFacts { programme: &morning, lists_procedure: true };
    let received = |at| PromiseFacts { programme: Some(listed), ..facts(at) };
    let (today, next) = ("2023-10-06 17:00", "2023-10-09 09:00");
    check(&received("2023-10-06 10:30"), true, today, Some(today), &[]);
    check(&received("2023-10-06 11:00"), false, today, Some(next), &["after_cut_off", "closes_later"]);
    let codes = ["outside_programme_hours", "after_cut_off", "closes_later"];
    check(&received("2023-10-06 11:01"), false, today, None, &codes);
}

#[test]
fn a_longer_statutory_term_does_not_hinder_the_programme() {
    let three = term(Term::WorkingDays(3), None);
    let three_days = PromiseFacts { term: &three, ..facts("2023-10-06 15:20") };
    check(&three_days, true, "2023-10-11 17:00", Some("2023-10-06 17:00"), &[]);
    assert_eq!(promise(&three_days).unwrap().quoted_at(), Some(at("2023-10-06 17:00")));
}

#[test]
fn every_reason_of_the_programme_has_a_source() {
    let promised = promise(&facts("2023-10-06 09:00")).unwrap();
    let citations: Vec<_> =
        promised.reasons.iter().map(|reason| reason.source.as_ref().unwrap().citation.as_str()).collect();
    assert_eq!(citations[3..5], ["Nghị định 61/2018/NĐ-CP, Điều 17", "xác minh"]);
    assert!(citations[..3].iter().chain(&citations[5..]).all(|citation| *citation == "kế hoạch"));
}

#[test]
fn the_codes_of_a_promise_are_stable() {
    let promised = promise(&facts("2023-10-06 09:00")).unwrap();
    let codes: Vec<_> = promised.reasons.iter().map(super::super::Reason::code).collect();
    assert_eq!(
        codes,
        [
            "in_programme",
            "programme_day",
            "channel",
            "components_complete",
            "verification_not_needed",
            "before_cut_off",
            "duty_receive_present",
            "duty_appraise_present",
            "duty_approve_present",
            "duty_return_present",
            "closes_same_day",
        ]
    );
}

#[test]
fn each_absent_duty_is_its_own_reason() {
    for (duty, code) in [
        (Duty::Receive, "duty_receive_absent"),
        (Duty::Appraise, "duty_appraise_absent"),
        (Duty::Approve, "duty_approve_absent"),
        (Duty::Return, "duty_return_absent"),
    ] {
        let presence = Presence { present: DutySet::ALL.without(duty), source: DutySource::Recorded };
        let received = PromiseFacts { presence, ..facts("2023-10-06 09:00") };
        check(&received, false, "2023-10-06 17:00", None, &[code, "closes_later"]);
        let promised = promise(&received).unwrap();
        let absent = ReasonCode::DutyAbsent { duty, source: DutySource::Recorded };
        assert!(promised.failed().any(|reason| reason.code == absent));
    }
}

#[test]
fn several_faults_are_all_recorded() {
    let presence = Presence { present: DutySet::NONE, source: DutySource::Recorded };
    let received = PromiseFacts { presence, channel: Channel::Post, ..facts("2023-10-05 16:00") };
    let promised = promise(&received).unwrap();
    assert_eq!(
        failed(&promised),
        [
            "not_programme_day",
            "channel_not_in_programme",
            "after_cut_off",
            "duty_receive_absent",
            "duty_appraise_absent",
            "duty_approve_absent",
            "duty_return_absent",
            "closes_later",
        ]
    );
    assert_eq!(promised.commitment, None);
}

#[test]
fn an_uncertain_year_is_passed_on() {
    let estimated = promise(&facts("2027-01-08 09:00")).unwrap();
    assert_eq!(estimated.warnings, [Warning::EstimatedYear { year: 2027 }]);
    let across = promise(&facts("2027-12-31 15:40")).unwrap();
    let both = [Warning::EstimatedYear { year: 2027 }, Warning::MissingYear { year: 2028 }];
    assert_eq!(across.warnings, both);
}
