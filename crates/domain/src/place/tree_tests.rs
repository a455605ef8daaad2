//! Tests of the dated tree, on the place this project grew from.

use jiff::civil::{Date, date};

use super::*;
use crate::law::Certainty;
use crate::procedure::Bilingual;
use crate::validity::Validity;

const OLD: Date = date(2024, 2, 2);
const NEW: Date = date(2025, 8, 1);
const REFORM: Date = date(2025, 7, 1);
const LAST_OLD: Date = date(2025, 6, 30);

fn code(text: &str) -> UnitCode {
    text.parse().unwrap()
}

fn unit(text: &str, validity: Validity, parents: &[(&str, Validity)]) -> Unit {
    Unit {
        code: code(text),
        validity,
        name: Bilingual::new(text, text),
        short_name: text.to_owned(),
        level: "commune".parse().unwrap(),
        identifier: UnitIdentifier { identifier: "H23".parse().unwrap(), invented: true },
        parents: parents
            .iter()
            .map(|(parent, validity)| ParentEdge { parent: code(parent), validity: *validity })
            .collect(),
        contact: Contact::default(),
        counter_name: Bilingual::new("Bộ phận Một cửa", "One-stop shop"),
        signer_title: "CHỦ TỊCH".to_owned(),
        calendar: "office".parse().unwrap(),
        certainty: Certainty::Verified,
    }
}

fn old() -> Validity {
    Validity { from: date(2004, 1, 1), to: Some(LAST_OLD) }
}

fn always() -> Validity {
    Validity::since(date(2004, 1, 1))
}

fn new() -> Validity {
    Validity::since(REFORM)
}

#[test]
fn a_code_and_its_parent_change_with_the_reform() {
    let tree = UnitTree::build(vec![
        unit("30", old(), &[]),
        unit("31", always(), &[]),
        unit("294", old(), &[("30", old())]),
        unit("10813", old(), &[("294", old())]),
        unit("10813", new(), &[("31", new())]),
    ])
    .unwrap();
    let town = code("10813");
    assert_eq!(tree.parent_on(&town, OLD).map(|u| u.code.to_string()), Some("294".to_owned()));
    assert_eq!(tree.parent_on(&town, NEW).map(|u| u.code.to_string()), Some("31".to_owned()));
    assert!(tree.is_above(&code("30"), &town, OLD));
    assert!(!tree.is_above(&code("30"), &town, NEW));
    assert!(!tree.is_above(&town, &town, OLD));
    assert!(!tree.is_above(&town, &code("30"), OLD));
    assert_eq!(tree.children_on(&code("294"), OLD).len(), 1);
    assert!(tree.children_on(&code("294"), NEW).is_empty());
    assert!(tree.unit(&code("294"), NEW).is_none());
}

#[test]
fn every_problem_is_told_at_once() {
    let from = always().from;
    let problems = UnitTree::build(vec![
        unit("1", always(), &[("2", always())]),
        unit("2", always(), &[("1", always())]),
        unit("3", always(), &[("99", always())]),
        unit("4", always(), &[("1", always()), ("2", new())]),
        unit("5", always(), &[]),
        unit("5", new(), &[]),
    ])
    .unwrap_err();
    assert_eq!(
        problems,
        vec![
            TreeProblem::Doubled { code: code("5"), on: REFORM },
            TreeProblem::TwoParents { code: code("4"), on: REFORM },
            TreeProblem::NoParent { code: code("3"), parent: code("99"), on: from },
            TreeProblem::Cycle { code: code("1"), on: from },
            TreeProblem::Cycle { code: code("2"), on: from },
        ]
    );
    assert!(problems.iter().all(|problem| !problem.to_string().is_empty()));
}

#[test]
fn a_ring_that_closes_later_is_found() {
    let problems =
        UnitTree::build(vec![unit("1", always(), &[("2", new())]), unit("2", always(), &[("1", always())])])
            .unwrap_err();
    assert_eq!(problems, vec![TreeProblem::Cycle { code: code("1"), on: REFORM }]);
}
