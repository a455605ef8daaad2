//! What holds for every set of facts.

use super::super::{
    DutySet, DutySource, MissingPart, Presence, PromiseFacts, Test, VerificationAnswer, promise,
};
use super::{facts, term, verification};
use crate::channel::Channel;
use crate::day::Term;
use crate::procedure::VerificationPolicy;
use crate::time;
use jiff::civil::{Date, Time};
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_promise_is_total_and_consistent(
        (year, month, day) in (1900_i16..2200, 1_i8..=12, 1_i8..=28),
        (hour, minute) in (0_i8..24, 0_i8..60),
        days in 0_u16..40,
        (channel, may, missing, in_programme, duties) in (0_usize..3, any::<bool>(), any::<bool>(), any::<bool>(), 0_u8..16),
    ) {
        let answer = VerificationAnswer::NotNeeded { reason: String::new() };
        let lacking = [MissingPart::component("to-khai".parse().unwrap())];
        let rule = term(if days == 0 { Term::SameDay } else { Term::WorkingDays(days) }, None);
        let policy = verification(if may { VerificationPolicy::May } else { VerificationPolicy::No });
        let base = facts("2023-10-06 09:00");
        let present: DutySet =
            super::super::Duty::ALL.into_iter().enumerate().filter(|(bit, _)| duties >> bit & 1 == 1).map(|(_, duty)| duty).collect();
        let received = PromiseFacts {
            received_at: time::instant_on(Date::constant(year, month, day), Time::constant(hour, minute, 0, 0)),
            channel: Channel::ALL[channel],
            term: &rule,
            programme: base.programme.filter(|_| in_programme),
            missing: if missing { &lacking } else { &[] },
            verification: &policy,
            verification_answer: Some(&answer),
            presence: Presence { present, source: DutySource::Recorded },
            ..base
        };
        let promised = promise(&received).unwrap();
        prop_assert_eq!(&promise(&received).unwrap(), &promised);
        prop_assert_eq!(promised.reasons.len(), 11);
        prop_assert_eq!(promised.same_day, promised.failed().count() == 0);
        prop_assert_eq!(promised.statutory.is_none(), missing);
        if let Some(due_at) = promised.commitment_due_at() {
            prop_assert!(due_at >= received.received_at);
            let late = promised.failed().any(|reason| reason.test() == Test::BeforeCutOff);
            prop_assert_eq!(late, !promised.same_day);
        }
        if promised.same_day {
            let counted_from = promised.statutory.as_ref().unwrap().received_counted_from;
            let due_on = time::civil(promised.commitment_due_at().unwrap()).date();
            prop_assert_eq!(due_on, time::civil(counted_from).date());
        }
    }
}
