//! Tests of completeness: every gap at once, one-of groups, conditions, data in place of paper.

use jiff::civil::{date, time};

use super::*;
use crate::channel::Channel;
use crate::day::Term;
use crate::law::{Certainty, LegalSource};
use crate::validity::Validity;

fn source() -> LegalSource {
    LegalSource { citation: "Luật Hộ tịch 60/2014/QH13".to_owned(), certainty: Certainty::Verified }
}

fn component(id: &str) -> ComponentSpec {
    ComponentSpec {
        id: id.parse().unwrap(),
        name: Bilingual::new(id, id),
        kind: ComponentKind::Submit,
        copy_kind: CopyKind::Original,
        quantity: 1,
        required: true,
        one_of: None,
        condition: Condition::Always,
        processing_result: false,
        source: source(),
    }
}

fn birth() -> ProcedureVersion {
    let group = |id: &str| ComponentSpec { one_of: Some("birth-proof".parse().unwrap()), ..component(id) };
    let kind = |id: &str, kind| ComponentSpec { kind, ..component(id) };
    let when = |id: &str, condition| ComponentSpec { condition, ..component(id) };
    ProcedureVersion {
        code: "1.001193".parse().unwrap(),
        version: 1,
        validity: Validity::since(date(2016, 1, 1)),
        name: Bilingual::new("Đăng ký khai sinh", "Birth registration"),
        summary: Bilingual::default(),
        aliases: vec![],
        life_event: LifeEvent::Birth,
        levels: vec!["commune".parse().unwrap()],
        sector: "ho-tich".parse().unwrap(),
        channels: vec![Channel::Counter],
        cases: vec![],
        questions: vec![],
        components: vec![
            ComponentSpec { quantity: 2, ..component("form") },
            group("certificate"),
            kind("id", ComponentKind::Present),
            group("witness"),
            when("letter", Condition::WhenProxy),
            when("minutes", Condition::WhenAnswer("abandoned".parse().unwrap())),
            when("papers", Condition::WhenCase("change".parse().unwrap())),
            kind("both", ComponentKind::Condition),
            kind("remark", ComponentKind::Note),
            ComponentSpec { required: false, ..component("extra") },
        ],
        terms: TermRules {
            general: TermRule { term: Term::SameDay, if_checked: None, source: source() },
            special: vec![],
        },
        same_day_cut_off: time(15, 0, 0, 0),
        work: WorkMinutes::ASSUMED,
        fees: vec![],
        verification: Verification { policy: VerificationPolicy::No, what: None, source: source() },
        fields: vec![],
        result: ResultTemplate {
            kind: ResultKind::Plain,
            title: "KẾT QUẢ".to_owned(),
            paragraphs: vec![],
            register: "ks".parse().unwrap(),
            source: source(),
        },
        legal_bases: vec![source()],
        certainty: Certainty::Verified,
    }
}

fn names(needs: &[Required<'_>]) -> Vec<String> {
    let ids = |need: &Required<'_>| {
        need.choices().iter().map(|spec| spec.id.to_string()).collect::<Vec<_>>().join("|")
    };
    needs.iter().map(ids).collect()
}

fn paper(id: &str, quantity: u16) -> Handed {
    Handed::paper(id.parse().unwrap(), quantity)
}

#[test]
fn every_gap_is_told_at_once() {
    let version = birth();
    let plain = CaseFacts::default();
    assert_eq!(names(&version.missing(&plain, &[])), ["form", "certificate|witness", "id"]);
    let rows: [(&[Handed], &[&str]); 4] = [
        (&[paper("form", 1)], &["form", "certificate|witness", "id"]),
        (&[paper("form", 2), paper("witness", 1)], &["id"]),
        (&[paper("form", 2), paper("certificate", 1), Handed::data("id".parse().unwrap())], &[]),
        (&[paper("unknown", 9)], &["form", "certificate|witness", "id"]),
    ];
    for (handed, expected) in rows {
        assert_eq!(names(&version.missing(&plain, handed)), expected);
    }
}

#[test]
fn conditions_add_components() {
    let version = birth();
    let facts = CaseFacts {
        proxy: true,
        case: Some("change".parse().unwrap()),
        yes: ["abandoned".parse().unwrap()].into(),
    };
    let expected = ["form", "certificate|witness", "id", "letter", "minutes", "papers"];
    assert_eq!(names(&version.required(&facts)), expected);
    assert_eq!(version.applicable(&facts).count(), 10);
    assert!(version.must_submit(&facts));
}

#[test]
fn a_group_of_optional_members_is_optional() {
    let mut version = birth();
    for spec in &mut version.components {
        spec.required &= spec.one_of.is_none();
    }
    assert_eq!(names(&version.required(&CaseFacts::default())), ["form", "id"]);
}

proptest::proptest! {
    #[test]
    fn what_is_missing_is_required_and_handing_it_in_completes(
        proxy in proptest::bool::ANY,
        handed in proptest::collection::vec((0_usize..10, 0_u16..4), 0..12),
    ) {
        let version = birth();
        let facts = CaseFacts { proxy, ..CaseFacts::default() };
        let papers = handed.iter().map(|(at, count)| Handed::paper(version.components[*at].id.clone(), *count));
        let mut papers: Vec<Handed> = papers.collect();
        let missing = version.missing(&facts, &papers);
        let required = version.required(&facts);
        proptest::prop_assert!(missing.iter().all(|need| required.contains(need)));
        papers.extend(missing.iter().map(|need| Handed::data(need.choices()[0].id.clone())));
        proptest::prop_assert!(version.missing(&facts, &papers).is_empty());
    }
}
