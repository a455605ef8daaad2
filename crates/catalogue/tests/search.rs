//! Golden queries: what people type at a counter and what they mean.

#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

use catalogue::{Catalogue, embedded, load};
use domain::text::fold;
use jiff::civil::{Date, date};

const ON: Date = date(2024, 2, 2);

fn catalogue() -> Catalogue {
    let (pack, _) = load(embedded("thanh-ha-2023").unwrap_or_default().iter().copied());
    Catalogue::join([pack.unwrap()]).unwrap()
}

fn top(catalogue: &Catalogue, query: &str, count: usize) -> Vec<String> {
    catalogue.search(query, ON, count).into_iter().map(|hit| hit.version.code.to_string()).collect()
}

/// Query, code that must be first.
const FIRST: [(&str, &str); 66] = [
    ("khai sinh", "1.001193"),
    ("dang ky khai sinh", "1.001193"),
    ("đăng ký khai sinh", "1.001193"),
    ("ĐĂNG KÝ KHAI SINH", "1.001193"),
    ("lam khai sinh cho con", "1.001193"),
    ("gks", "1.001193"),
    ("giay khai sinh", "1.001193"),
    ("birth certificate", "1.001193"),
    ("register a baby", "1.001193"),
    ("dang ki khai sinh", "1.001193"),
    ("đăng kí kết hôn", "1.000894"),
    ("ket hon", "1.000894"),
    ("đkkh", "1.000894"),
    ("dkkh", "1.000894"),
    ("lay vo", "1.000894"),
    ("marriage", "1.000894"),
    ("get married", "1.000894"),
    ("khai tu", "1.000656"),
    ("giay chung tu", "1.000656"),
    ("death certificate", "1.000656"),
    ("giam ho", "1.004837"),
    ("cham dut giam ho", "1.004845"),
    ("end guardianship", "1.004845"),
    ("doi ten", "1.004859"),
    ("sua ngay sinh", "1.004859"),
    ("cai chinh ho tich", "1.004859"),
    ("doc than", "1.004873"),
    ("giay doc than", "1.004873"),
    ("xac nhan doc than", "1.004873"),
    ("tthn", "1.004873"),
    ("tinh trang hon nhan", "1.004873"),
    ("single status", "1.004873"),
    ("trich luc", "2.000635"),
    ("trích lục khai sinh", "2.000635"),
    ("mat giay khai sinh", "2.000635"),
    ("ban sao giay khai sinh", "2.000635"),
    ("tlks", "2.000635"),
    ("sao y", "2.000815"),
    ("sao y ban chinh", "2.000815"),
    ("cong chung", "2.000815"),
    ("chung thuc ban sao", "2.000815"),
    ("cccd", "2.000815"),
    ("certified copy", "2.000815"),
    ("chung thuc chu ky", "2.000884"),
    ("so yeu ly lich", "2.000884"),
    ("uy quyen", "2.000884"),
    ("di chuc", "2.001019"),
    ("chia thua ke", "2.001406"),
    ("tu choi thua ke", "2.001016"),
    ("mua ban nha dat", "2.001035"),
    ("hop dong", "2.001035"),
    ("huy hop dong", "2.000913"),
    ("sua loi hop dong", "2.000927"),
    ("ban sao hop dong", "2.000942"),
    ("so goc", "2.000908"),
    ("hkd", "1.001612"),
    ("mo cua hang", "1.001612"),
    ("thanh lap ho kinh doanh", "1.001612"),
    ("tam ngung kinh doanh", "1.001570"),
    ("cham dut ho kinh doanh", "1.001266"),
    ("giai the hkd", "1.001266"),
    ("mat giay phep kinh doanh", "2.000575"),
    ("ban ruou", "2.000620"),
    ("2.000635", "2.000635"),
    ("000635", "2.000635"),
    ("1.004873.000.00.00.H01", "1.004873"),
];

#[test]
fn golden_queries() {
    let catalogue = catalogue();
    let wrong: Vec<String> = FIRST
        .iter()
        .filter_map(|(query, expected)| {
            let found = top(&catalogue, query, 3);
            (found.first().map(String::as_str) != Some(*expected))
                .then(|| format!("{query}: {expected} in {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_procedure_is_found_by_its_name_without_marks() {
    let catalogue = catalogue();
    for version in catalogue.in_force(ON) {
        for name in [&version.name.vi, &version.name.en] {
            for query in [fold(name), name.clone()] {
                let found = top(&catalogue, &query, 3);
                assert!(found.contains(&version.code.to_string()), "{query}: {found:?}");
            }
        }
    }
}

/// All texts one slip of the finger away at every sixth letter: left out, doubled, swapped, wrong.
fn typos(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    for at in (0..letters.len()).step_by(6) {
        let (before, rest) = letters.split_at(at);
        let Some((slip, after)) = rest.split_first() else { continue };
        let join = |middle: &[char]| [before, middle, after].concat().iter().collect::<String>();
        found.extend([join(&[]), join(&[*slip, *slip]), join(&['x'])]);
        if let Some((next, tail)) = after.split_first() {
            found.push([before, &[*next, *slip], tail].concat().iter().collect());
        }
    }
    found
}

#[test]
fn one_slip_of_the_finger_is_forgiven() {
    let catalogue = catalogue();
    let (mut tried, mut lost) = (0_u32, Vec::new());
    let names = catalogue.in_force(ON).map(|version| (fold(&version.name.vi), version.code.to_string()));
    let golden = FIRST.iter().filter(|(query, _)| query.chars().count() >= 8);
    let golden = golden.map(|(query, code)| ((*query).to_owned(), (*code).to_owned()));
    for (query, expected) in names.chain(golden) {
        for typed in typos(&query) {
            tried += 1;
            if !top(&catalogue, &typed, 3).contains(&expected) {
                lost.push(typed);
            }
        }
    }
    let lost_share = f64::from(u32::try_from(lost.len()).unwrap()) / f64::from(tried);
    assert!(lost_share <= 0.05, "{} of {tried} lost: {lost:#?}", lost.len());
}

#[test]
fn nothing_is_found_for_nothing() {
    let catalogue = catalogue();
    for query in ["", "   ", "?!", "xyzzy qwrtp", "99999999"] {
        assert!(top(&catalogue, query, 5).is_empty(), "{query}: {:?}", top(&catalogue, query, 5));
    }
}

#[test]
fn marks_exact_come_first() {
    let catalogue = catalogue();
    let hits = catalogue.search("chứng thực di chúc", ON, 2);
    assert_eq!(hits.first().map(|hit| hit.version.code.to_string()), Some("2.001019".to_owned()));
    let without = catalogue.search("chung thuc di chuc", ON, 1);
    assert!(hits[0].score > without[0].score);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 64, ..Default::default() })]
    #[test]
    fn no_query_panics(query in ".{0,200}") {
        static CATALOGUE: std::sync::OnceLock<Catalogue> = std::sync::OnceLock::new();
        let hits = CATALOGUE.get_or_init(catalogue).search(&query, ON, 5);
        proptest::prop_assert!(hits.len() <= 5);
    }
}
