//! What holds for every set of facts.

use super::super::{
    Capacity, Duty, DutySet, DutySource, MissingPart, Presence, ProgrammeFacts, PromiseFacts, ReadyBetween,
    Test, VerificationAnswer, promise,
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

    #[test]
    fn room_only_ever_takes_a_promise_away_where_the_programme_says_so(
        (late_ppm, allowed_ppm, ahead) in (0_u32..=1_000_000, 0_u32..10_000, 0_u32..500),
        (may_refuse, hour, ready, binding) in (any::<bool>(), 7_i8..18, any::<bool>(), 0_usize..5),
    ) {
        let base = facts("2023-10-06 09:00");
        let received_at = time::instant_on(Date::constant(2023, 10, 6), Time::constant(hour, 45, 0, 0));
        let programme = crate::programme::Programme { capacity_may_refuse: may_refuse, ..super::friday() };
        let programme = Some(ProgrammeFacts { programme: &programme, lists_procedure: true });
        let between = ReadyBetween { from: received_at, by: received_at, percent: 95 };
        let capacity = Capacity {
            late_ppm,
            allowed_ppm,
            binding: Duty::ALL.get(binding).copied(),
            ahead,
            officers: 1,
            ready: ready.then_some(between),
        };
        let without = promise(&PromiseFacts { received_at, programme, ..base }).unwrap();
        let with = promise(&PromiseFacts { received_at, programme, capacity: Some(capacity), ..base }).unwrap();
        // Capacity never gives a promise, and takes one away only with the programme's leave and too much risk.
        prop_assert!(!with.same_day || without.same_day);
        let refused = may_refuse && late_ppm > allowed_ppm;
        prop_assert_eq!(with.same_day, without.same_day && !refused);
        prop_assert_eq!(with.statutory_due_at(), without.statutory_due_at());
        if !refused {
            prop_assert_eq!(with.commitment, without.commitment);
        } else {
            prop_assert_eq!(with.commitment, None);
            prop_assert!(with.failed().any(|reason| reason.code() == "capacity_exhausted"));
        }
        prop_assert_eq!(with.ready, Some(between).filter(|_| ready && with.same_day));
        prop_assert_eq!(with.reasons.len(), 12);
    }
}
