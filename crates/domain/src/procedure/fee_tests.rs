//! Tests of the fee schedule: tariffs of domain data, channels, dates, exemptions.

use jiff::civil::{Date, date};

use super::*;
use crate::channel::Channel;
use crate::law::{Certainty, LegalSource};
use crate::money::Dong;
use crate::validity::Validity;

const COPY: Tariff = Tariff::CertifiedCopy {
    first_pages: 2,
    first: Dong(2_000),
    further: Dong(1_000),
    max_per_copy: Dong(200_000),
};

fn rule(id: &str, tariff: Tariff) -> FeeRule {
    FeeRule {
        id: id.parse().unwrap(),
        kind: FeeKind::StateFee,
        name: Bilingual::new("Lệ phí hộ tịch", "Civil status fee"),
        unit_text: Bilingual::new("đồng/việc", "đồng per case"),
        tariff,
        channel: None,
        condition: Condition::Always,
        validity: Validity::since(date(2017, 1, 1)),
        exemptions: vec![Exemption::Child, Exemption::PoorHousehold],
        source: LegalSource { citation: "HĐND".to_owned(), certainty: Certainty::Memory },
    }
}

fn facts(channel: Channel, on: Date) -> FeeFacts {
    FeeFacts { channel, on, exemption: None, copies: 1, pages: 1, case: CaseFacts::default() }
}

#[test]
fn the_tariff_of_certified_copies() {
    let rows = [
        (1, 1, 2_000),
        (1, 2, 4_000),
        (1, 3, 5_000),
        (3, 5, 21_000),
        (1, 198, 200_000),
        (1, 199, 200_000),
        (2, 5_000, 400_000),
        (0, 9, 0),
        (1, 0, 0),
    ];
    for (copies, pages, expected) in rows {
        assert_eq!(COPY.amount(copies, pages), Dong(expected), "{copies} copies, {pages} pages");
    }
    assert_eq!(COPY.amount(u32::MAX, u32::MAX), Dong(200_000 * u64::from(u32::MAX)));
    assert_eq!(Tariff::PerCopy(Dong(8_000)).amount(3, 9), Dong(24_000));
}

#[test]
fn online_is_free_from_a_date_and_the_counter_still_pays() {
    let free_from = date(2026, 8, 8);
    let free = FeeRule {
        channel: Some(Channel::Online),
        validity: Validity::since(free_from),
        ..rule("ho-tich", Tariff::Zero)
    };
    let rules = [rule("ho-tich", Tariff::Flat(Dong(5_000))), free];
    let total = |channel, on| quote(&rules, &facts(channel, on)).total;
    assert_eq!(total(Channel::Online, date(2026, 8, 7)), Dong(5_000));
    assert_eq!(total(Channel::Online, free_from), Dong::ZERO);
    assert_eq!(total(Channel::Counter, free_from), Dong(5_000));
    assert_eq!(quote(&rules, &facts(Channel::Online, free_from)).lines.len(), 1);
}

#[test]
fn a_late_birth_pays_and_a_timely_one_does_not() {
    let late: QuestionId = "late".parse().unwrap();
    let rules = [
        rule("ho-tich", Tariff::Zero),
        FeeRule {
            condition: Condition::WhenAnswer(late.clone()),
            ..rule("ho-tich", Tariff::Flat(Dong(8_000)))
        },
    ];
    let mut asked = facts(Channel::Counter, date(2024, 2, 2));
    assert_eq!(quote(&rules, &asked).total, Dong::ZERO);
    asked.case.yes.insert(late);
    assert_eq!(quote(&rules, &asked).total, Dong(8_000));
    asked.exemption = Some(Exemption::PoorHousehold);
    let waived = quote(&rules, &asked);
    assert_eq!((waived.total, waived.exempt), (Dong::ZERO, true));
    assert_eq!(waived.lines[0].full, Dong(8_000));
    asked.exemption = Some(Exemption::Merit);
    assert_eq!(quote(&rules, &asked).total, Dong(8_000));
}

#[test]
fn lines_of_different_ids_add_up_and_dates_count() {
    let rules = [rule("a", Tariff::Flat(Dong(1))), rule("b", Tariff::PerCopy(Dong(10)))];
    let mut asked = facts(Channel::Post, date(2024, 2, 2));
    asked.copies = 3;
    assert_eq!(quote(&rules, &asked).total, Dong(31));
    asked.on = date(2016, 12, 31);
    assert_eq!(quote(&rules, &asked), FeeQuote::default());
}

proptest::proptest! {
    #[test]
    fn the_total_is_the_sum_and_an_exemption_never_costs(copies: u32, pages: u32, flat: u32, each: u32) {
        let tariffs = [Tariff::Flat(Dong(flat.into())), Tariff::PerCopy(Dong(each.into())), COPY, Tariff::Zero];
        let rules: Vec<FeeRule> = ["a", "b", "c", "d"].iter().zip(tariffs).map(|(id, t)| rule(id, t)).collect();
        let full = FeeFacts { copies, pages, ..facts(Channel::Counter, date(2024, 2, 2)) };
        let waived = FeeFacts { exemption: Some(Exemption::Child), ..full.clone() };
        let (full, waived) = (quote(&rules, &full), quote(&rules, &waived));
        let sum = full.lines.iter().fold(Dong::ZERO, |sum, line| sum.saturating_add(line.amount));
        proptest::prop_assert_eq!(sum, full.total);
        proptest::prop_assert!(!full.exempt && waived.total == Dong::ZERO);
    }
}
