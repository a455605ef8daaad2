//! Registers good and bad.

use super::*;
use crate::paper;
use crate::testing::{Office, UNIT};
use domain::dossier::{Collector, CollectorIdentity, Delivery, DossierCode, Stage};
use domain::person::FullName;
use i18n::Lang;
use std::fmt::Write as _;
use storage::StoreError;
use storage::dossier::{DossierRow, Position, list_export};
use storage::event_log;
use storage::testing::TestDb;

const HEAD: &str = "Mã hồ sơ;Đơn vị tiếp nhận;Mã thủ tục;Họ và tên;Số định danh;Ngày tiếp nhận;Ngày có kết quả;\
Ngày trả kết quả;Kết quả;Ghi chú";

const GOOD: &str = "H23.11.12-230105-0001;10852;2.000635;Nguyễn Thị Hồng;030190000001;05/01/2023 08:15;13/01/2023 09:30;\
13/01/2023 10:00;Đã giải quyết;
H23.11.12-230116-0002;Ủy ban nhân dân xã Thanh Xá;2.000815;Vũ Văn Đạt;;16/01/2023;17/01/2023;;Từ chối;Bản chính tẩy xóa
H23.11.12-230117-0003;10852;1.004873;H'Hen Niê;;17/01/2023 14:00;;;;
H23.11.12-230118-0004;10852;2.000884;Đỗ Thị Ước;;18/01/2023 14:00;19/01/2023;;Rút hồ sơ;";

fn declared() -> Options {
    Options { date_order: Some(DateOrder::DayFirst), unit: None }
}

fn register(rows: &str) -> String {
    format!("{HEAD}\r\n{rows}\r\n")
}

async fn recorded(office: &Office) -> Vec<DossierRow> {
    let read = office.app.store.report(|tx| {
        Ok::<_, StoreError>(list_export(tx, (i64::MIN, i64::MAX), &Position::start(), 5_000)?.rows)
    });
    read.await.unwrap()
}

async fn look(office: &Office, bytes: &[u8]) -> Preview {
    preview(&office.app, &office.administrator, bytes, &declared()).await.unwrap()
}

/// The problems of a register of one row, as row, column and trouble.
async fn troubles(office: &Office, bytes: &[u8]) -> Vec<(usize, String, Trouble)> {
    let problems = look(office, bytes).await.problems.into_iter();
    problems.map(|problem| (problem.row, problem.column, problem.trouble)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_register_becomes_dossiers_with_their_whole_life() {
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        let register = register(GOOD);
        let seen = look(&office, register.as_bytes()).await;
        assert_eq!(
            (seen.rows, seen.fresh, seen.open, seen.problems.len()),
            (4, 4, 1, 0),
            "{:?}",
            seen.problems
        );
        assert!(recorded(&office).await.is_empty(), "a preview writes nothing");
        let done =
            commit(&office.app, &office.administrator, register.as_bytes(), &declared()).await.unwrap();
        assert_eq!((done.fresh, done.present), (4, 0));
        let rows = recorded(&office).await;
        let facts: Vec<(&str, &str, Option<&str>)> =
            rows.iter().map(|row| (row.code.as_str(), row.stage.as_str(), row.outcome.as_deref())).collect();
        assert_eq!(
            facts,
            [
                ("H23.11.12-230105-0001", "returned", Some("granted")),
                ("H23.11.12-230116-0002", "result_ready", Some("refused")),
                ("H23.11.12-230117-0003", "received", None),
                ("H23.11.12-230118-0004", "withdrawn", None),
            ]
        );
        assert!(rows.iter().all(|row| !row.synthetic && row.commitment_due_at.is_none()));
        let heads = office.app.store.report(event_log::heads).await.unwrap();
        for (unit, length, hash) in heads {
            let checked = office
                .app
                .store
                .report(move |tx| event_log::verify_chain(tx, &unit, length, &hash))
                .await
                .unwrap();
            assert!(checked.is_ok());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_register_twice_or_with_moved_columns_changes_nothing() {
    let office = Office::open().await;
    let register = register(GOOD);
    let act = |bytes: Vec<u8>| {
        let (app, actor) = (office.app.clone(), office.administrator.clone());
        async move { commit(&app, &actor, &bytes, &declared()).await }
    };
    act(register.clone().into_bytes()).await.unwrap();
    let again = act(register.clone().into_bytes()).await.unwrap();
    assert_eq!((again.fresh, again.present), (0, 4));
    let moved: String = register
        .lines()
        .map(|line| {
            let mut cells: Vec<&str> = line.split(';').collect();
            cells.reverse();
            cells.join(",") + "\n"
        })
        .collect();
    let moved = act(moved.into_bytes()).await.unwrap();
    assert_eq!((moved.fresh, moved.present), (0, 4));
    assert_eq!(recorded(&office).await.len(), 4);
    let changed = register.replace("Vũ Văn Đạt", "Vũ Văn Đặng");
    let Err(ImportError::Problems(seen)) = act(changed.into_bytes()).await else { panic!("it differs") };
    assert_eq!(seen.problems.len(), 1);
    assert!(matches!(seen.problems.as_slice(), [Problem { row: 3, trouble: Trouble::Recorded, .. }]));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_bad_row_of_a_thousand_keeps_all_out() {
    let office = Office::open().await;
    let mut rows = String::from(HEAD);
    for number in 1..=1_000 {
        let day = if number == 999 { "29/02/2023" } else { "28/02/2023" };
        let _ = write!(rows, "\nH23.11.12-230228-{number:04};10852;2.000815;Nguyễn Văn A;;{day} 08:00;;;;");
    }
    let result = commit(&office.app, &office.administrator, rows.as_bytes(), &declared()).await;
    let Err(ImportError::Problems(seen)) = result else { panic!("row 999 is bad") };
    assert_eq!(seen.problems.len(), 1);
    let Some(problem) = seen.problems.first() else { panic!("there is one") };
    assert_eq!((problem.row, &problem.trouble), (1_000, &Trouble::NoSuchDay));
    assert!(recorded(&office).await.is_empty());
    let report = report(&seen.problems, Lang::Vi);
    assert!(
        report.contains("\"1000\",\"Ngày tiếp nhận\",\"Lịch không có ngày này.\",\"29/02/2023 08:00\""),
        "{report}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn every_cell_says_what_is_wrong_with_it() {
    let office = Office::open().await;
    let cases: [(&str, &str, Trouble); 17] = [
        ("x;10852;2.000815;A;;28/02/2023;;;;", "Mã hồ sơ", Trouble::Code),
        (";10852;2.000815;A;;28/02/2023;;;;", "Mã hồ sơ", Trouble::Missing),
        ("H23-230228-0001;99999;2.000815;A;;28/02/2023;;;;", "Đơn vị tiếp nhận", Trouble::UnknownUnit),
        ("H23-230228-0001;10852;9.999999;A;;28/02/2023;;;;", "Mã thủ tục", Trouble::UnknownProcedure),
        ("H23-230228-0001;10852;=1+1;A;;28/02/2023;;;;", "Mã thủ tục", Trouble::UnknownProcedure),
        ("H23-230228-0001;10852;1.001612;A;;28/02/2023;;;;", "Mã thủ tục", Trouble::NotOffered),
        (
            "H23-230228-0001;10852;2.000815;=HYPERLINK(1);;28/02/2023;;;;",
            "Họ và tên",
            Trouble::Name(domain::person::NameProblem::ForeignCharacter),
        ),
        (
            "H23-230228-0001;10852;2.000815;A;30190000001;28/02/2023;;;;",
            "Số định danh",
            Trouble::Identity(domain::person::IdentityProblem::WrongLength { digits: 11 }),
        ),
        ("H23-230228-0001;10852;2.000815;A;;;;;;", "Ngày tiếp nhận", Trouble::Missing),
        ("H23-230228-0001;10852;2.000815;A;;hôm qua;;;;", "Ngày tiếp nhận", Trouble::Moment),
        ("H23-230228-0001;10852;2.000815;A;;02/02/2024;;;;", "Ngày tiếp nhận", Trouble::NotEarlier),
        ("H23-230228-0001;10852;2.000815;A;;28/02/2023;27/02/2023;;;", "Ngày có kết quả", Trouble::TooEarly),
        (
            "H23-230228-0001;10852;2.000815;A;;28/02/2023;;28/02/2023;;",
            "Ngày có kết quả",
            Trouble::EndMissing,
        ),
        (
            "H23-230228-0001;10852;2.000815;A;;28/02/2023;28/02/2023;28/02/2023;Rút hồ sơ;",
            "Ngày trả kết quả",
            Trouble::NothingToReturn,
        ),
        ("H23-230228-0001;10852;2.000815;A;;28/02/2023;28/02/2023;;lạ;", "Kết quả", Trouble::Outcome),
        ("H23-230228-0001;10852;2.000815;A;;28/02/2023;;;;x\u{0}y", "Ghi chú", Trouble::Control),
        ("H23-230228-0001;10852;2.000815;A;;28/02/2023", "", Trouble::Ragged { wanted: 10, found: 6 }),
    ];
    for (row, column, trouble) in cases {
        let found = troubles(&office, register(row).as_bytes()).await;
        assert_eq!(found, [(2, column.to_owned(), trouble)], "{row}");
    }
    let two = register("x;y;2.000815;1;;hôm qua;;;;");
    assert!(troubles(&office, two.as_bytes()).await.len() >= 3, "all problems of a row are said");
    let ambiguous = register("H23-230304-0001;10852;2.000815;A;;03/04/2023;;;;");
    let seen =
        preview(&office.app, &office.administrator, ambiguous.as_bytes(), &Options::default()).await.unwrap();
    assert!(matches!(seen.problems.as_slice(), [Problem { trouble: Trouble::AmbiguousDate, .. }]));
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_files_are_named_for_what_they_are() {
    let office = Office::open().await;
    let long = register(&format!(
        "H23-230228-0001;10852;2.000815;A;;28/02/2023;;;;{}",
        "x".repeat(10 * 1024 * 1024)
    ));
    let open_quote = register("H23-230228-0001;10852;2.000815;\"A;;28/02/2023;;;;\nH23-230228-0002;10852");
    let twice = register(
        "H23-230228-0001;10852;2.000815;A;;28/02/2023;;;;\nH23-230228-0001;10852;2.000815;B;;28/02/2023;;;;",
    );
    let missing = "Mã hồ sơ,Họ và tên,Ngày tiếp nhận\na,b,c\n";
    let columns = |found: &[(usize, String, Trouble)]| found.len();
    for (bytes, trouble) in [
        (b"".as_slice(), Trouble::Empty),
        (b"\xd0\xcf\x11\xe0\xa1\xb1".as_slice(), Trouble::OldWorkbook),
        (b"PK\x03\x04 no archive".as_slice(), Trouble::NotATable),
        (b"%PDF-1.4".as_slice(), Trouble::NotATable),
        (HEAD.as_bytes(), Trouble::Empty),
        (b"\xff\xfea\0b\0".as_slice(), Trouble::Encoding { name: "UTF-16" }),
    ] {
        let found = troubles(&office, bytes).await;
        assert_eq!(found, [(0, String::new(), trouble)]);
    }
    let found = troubles(&office, long.as_bytes()).await;
    assert!(matches!(found.as_slice(), [(2, _, Trouble::TooLong { .. })]), "{found:?}");
    let found = troubles(&office, open_quote.as_bytes()).await;
    assert!(found.iter().any(|(_, _, trouble)| matches!(trouble, Trouble::Ragged { .. })));
    let found = troubles(&office, twice.as_bytes()).await;
    assert_eq!(found, [(3, "Mã hồ sơ".to_owned(), Trouble::DoubleCode { row: 2 })]);
    assert_eq!(columns(&troubles(&office, missing.as_bytes()).await), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn titles_above_and_a_unit_for_all_are_understood() {
    let office = Office::open().await;
    let text = "SỔ THEO DÕI HỒ SƠ,,,,\n\nMã hồ sơ,Mã thủ tục,Họ và tên,Ngày tiếp nhận,Lạ\n\
        H23-230228-0001,2.000815,A,28/02/2023,z\n";
    let options = Options { unit: Some(UNIT.parse().unwrap()), ..declared() };
    let seen = preview(&office.app, &office.administrator, text.as_bytes(), &options).await.unwrap();
    assert_eq!((seen.fresh, seen.problems.len()), (1, 0), "{:?}", seen.problems);
    assert_eq!(seen.ignored, ["Lạ"]);
    assert!(preview(&office.app, &office.leader, text.as_bytes(), &options).await.is_err());
}

/// A workbook with a title, a date the workbook knows, a number that lost its zero, and one cell in the last corner.
const WORKBOOK: &[u8] = include_bytes!("testdata/so-cu.xlsx");

#[tokio::test(flavor = "multi_thread")]
async fn a_workbook_is_read_cell_by_cell() {
    let office = Office::open().await;
    let seen = preview(&office.app, &office.administrator, WORKBOOK, &Options::default()).await.unwrap();
    let found: Vec<(usize, &str, &Trouble)> = seen
        .problems
        .iter()
        .map(|problem| (problem.row, problem.column.as_str(), &problem.trouble))
        .collect();
    let short = Trouble::Identity(domain::person::IdentityProblem::WrongLength { digits: 11 });
    assert_eq!((seen.rows, seen.fresh), (2, 1));
    assert_eq!(found, [(5, "Ngày tiếp nhận", &Trouble::AmbiguousDate), (5, "Số định danh", &short)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_old_register_left_goes_on_at_the_counter() {
    let office = Office::open().await;
    commit(&office.app, &office.administrator, register(GOOD).as_bytes(), &declared()).await.unwrap();
    let ready = DossierCode::recorded("H23.11.12-230116-0002".to_owned());
    let reader = paper::ResultReader::Staff(&office.leader, &ready);
    assert!(paper::result(&office.app, reader).await.is_err(), "the old office issued that paper, not we");
    let name = FullName::parse("Vũ Văn Đạt").unwrap();
    let collector = Collector { name, identity: CollectorIdentity::Applicant };
    let done =
        paper::hand_back(&office.app, &office.return_officer, &ready, None, collector, Delivery::Handed)
            .await;
    assert_eq!(done.unwrap().stage, Stage::Returned);
    let open = DossierCode::recorded("H23.11.12-230117-0003".to_owned());
    office.appraise(&open, &[]).await;
    assert_eq!(office.approve(&open).await.stage, Stage::ResultReady);
}
