//! The main job: four people take a dossier from the door to the result in hand, and what everybody else sees of it.

use crate::support::counter::{self, EXTRACT, EXTRACT_FORM};
use crate::support::person::PASSWORD;
use crate::support::{Engine, Page, Person, Server};

/// The unit of the demo's accounts.
const UNIT: &str = "10852";

/// Another person with the same wish.
const NEIGHBOUR: &[(&str, &str)] = &[
    ("ten", "Trần Văn Phúc"),
    ("so-dinh-danh", "030060005678"),
    ("ngay-sinh", "20/11/1960"),
    ("f.subject_name", "Trần Văn Phúc"),
    ("so-ban", "1"),
];

#[test]
fn four_people_take_a_dossier_from_the_door_to_the_result_in_hand() {
    for engine in Engine::at_hand() {
        let server = Server::demo(engine);
        let (code, pin) = receives(&server);
        looks_up(&server, &code, &pin, false);
        appraises(&server, &code);
        let neighbour = receives_and_appraises_another(&server);
        approves(&server, &[&code, &neighbour]);
        let token = result(&server, &code);
        anybody_verifies(&server, &token);
        hands_back(&server, &code);
        looks_up(&server, &code, &pin, true);
        the_day_counts(&server, &code, &neighbour);
        commands_agree(&server, &code, &neighbour);
    }
}

fn receives(server: &Server) -> (String, String) {
    let mut receiver = server.person();
    receiver.log_in("tiepnhan");
    let before = counter::press(&mut receiver, EXTRACT, EXTRACT_FORM, "xem");
    assert!(
        before.text().contains("Có kết quả trong ngày"),
        "the promise stands there before: {}",
        before.text()
    );
    assert!(before.text().contains("16.000"), "two copies at 8,000");
    let (code, page) = counter::take(&mut receiver, EXTRACT, EXTRACT_FORM);
    assert!(code.contains("-240202-0001"), "the first code of the day, not {code}");
    assert!(page.text().contains("Có kết quả trong ngày"), "and after: {}", page.text());
    let pin = page.between("<b class=\"pin code\">", "</b>").expect("the page shows the PIN");
    assert_paper(&receiver.get(&format!("/quay/ho-so/{code}/giay/giay-hen")));
    (code, pin)
}

fn assert_paper(paper: &Page) {
    assert_eq!((paper.status, paper.content_type.as_str()), (200, "application/pdf"), "{}", paper.text());
    assert!(paper.body.starts_with(b"%PDF-") && paper.body.len() > 5_000, "{} bytes", paper.body.len());
}

/// Code and PIN show the stage and nothing personal; a wrong PIN looks like a code that nobody has.
fn looks_up(server: &Server, code: &str, pin: &str, returned: bool) {
    let mut citizen = server.person();
    let mut ask = |code: &str, pin: &str| {
        let form = citizen.get("/tra-cuu");
        citizen.submit(&form, "/tra-cuu", &[("ma", code), ("pin", pin)])
    };
    let status = ask(code, pin);
    assert_eq!(status.status, 200, "{}", status.text());
    assert!(status.text().contains(code));
    assert_eq!(status.text().contains("Kết quả đã được trả"), returned, "{}", status.text());
    for personal in ["Đào", "030143001234", "Thôn 3"] {
        assert!(!status.text().contains(personal), "{personal} is nobody's business");
    }
    let unknown = code.replace("-0001", "-9998");
    let same = (0..3).any(|_| {
        // The demo's clock stands on the page: when it moves on between the two, they are asked for once more.
        let (wrong, none) = (ask(code, "AAAA-AAAA"), ask(&unknown, pin));
        assert_eq!((wrong.status, none.status), (404, 404));
        wrong.text() == none.text().replace(&unknown, code)
    });
    assert!(same, "a wrong PIN and an unknown code look the same");
}

fn appraises(server: &Server, code: &str) {
    let mut appraiser = server.person();
    appraiser.log_in("thamdinh");
    let work = appraiser.get("/viec");
    assert!(work.text().contains(code), "it is on the work list: {}", work.text());
    let after = counter::appraise(&mut appraiser, code);
    assert_eq!(after.status, 200, "{}", after.text());
    assert!(
        appraiser.get(&format!("/quay/ho-so/{code}")).form(&format!("/quay/ho-so/{code}/appraise")).is_none()
    );
}

fn receives_and_appraises_another(server: &Server) -> String {
    let mut receiver = server.person();
    receiver.log_in("tiepnhan");
    let (code, _) = counter::take(&mut receiver, EXTRACT, &counter::with(EXTRACT_FORM, NEIGHBOUR));
    assert!(code.contains("-240202-0002"), "codes have no gaps: {code}");
    appraises(server, &code);
    code
}

/// A quarter of an hour after signing in the password is asked for at the first approval, and not again at the second.
fn approves(server: &Server, codes: &[&str]) {
    let mut leader = server.person();
    leader.log_in("lanhdao");
    let clock = leader.get("/dong-ho");
    leader.submit(&clock, "/dong-ho", &[("den", "15-phut")]);
    let list = leader.get("/phe-duyet");
    for (at, code) in codes.iter().enumerate() {
        assert!(list.text().contains(code), "{code} waits: {}", list.text());
        let page = leader.get(&format!("/phe-duyet/{code}"));
        let target = format!("/phe-duyet/{code}/duyet");
        let asked = page.text().contains("name=\"mat-khau\"");
        assert_eq!(asked, at == 0, "the password is asked for once: {}", page.text());
        if asked {
            let refused = leader.submit(&page, &target, &[("mat-khau", "sai-mat-khau")]);
            assert_eq!(refused.status, 422, "a wrong password approves nothing: {}", refused.text());
        }
        let typed: &[(&str, &str)] = if asked { &[("mat-khau", PASSWORD)] } else { &[] };
        let after = leader.submit(&page, &target, typed);
        assert_eq!(after.status, 200, "{}", after.text());
    }
    let list = leader.get("/phe-duyet");
    assert!(codes.iter().all(|code| !list.text().contains(code)), "both left the list: {}", list.text());
}

/// The result as PDF, and the token of its QR.
fn result(server: &Server, code: &str) -> String {
    let mut returner = server.person();
    returner.log_in("traketqua");
    let page = returner.get(&format!("/quay/ho-so/{code}"));
    assert_paper(&returner.get(&format!("/quay/ho-so/{code}/giay/ket-qua")));
    page.between("href=\"/kiem-chung/", "\"").expect("the page links to the verification of the result")
}

fn anybody_verifies(server: &Server, token: &str) {
    let mut stranger = server.person();
    let page = stranger.get(&format!("/kiem-chung/{token}"));
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.text().contains("đang có hiệu lực"), "{}", page.text());
    assert!(!page.text().contains("Đào"), "nothing about the person");
    let none = stranger.get("/kiem-chung/0000000000000000000000000000");
    assert_eq!(none.status, 404, "{}", none.text());
}

fn hands_back(server: &Server, code: &str) {
    let mut returner = server.person();
    returner.log_in("traketqua");
    assert!(returner.get("/quay/tra-ket-qua").text().contains(code), "it lies ready");
    let target = format!("/quay/tra-ket-qua/{code}");
    let page = returner.get(&target);
    let owing = returner.submit(&page, &target, &[("nguoi-nhan", "applicant"), ("cach-tra", "handed")]);
    assert_eq!(owing.status, 422, "nothing goes out while the charge is owed: {}", owing.text());
    let said =
        [("nguoi-nhan", "applicant"), ("cach-tra", "handed"), ("cach-nop", "cash"), ("bien-lai", "0000123")];
    let done = returner.submit(&page, &target, &said);
    assert_eq!(done.status, 200, "{}", done.text());
    let story = returner.get(&format!("/quay/ho-so/{code}")).text();
    for who in ["Đỗ Đức Thắng", "Đặng Thị Bích Ngọc", "Nguyễn Hữu Nghĩa", "Bùi Văn Sơn"]
    {
        assert!(story.contains(who), "{who} is part of the story: {story}");
    }
}

/// The day's page names both dossiers and what became of them.
fn the_day_counts(server: &Server, code: &str, neighbour: &str) {
    let mut receiver: Person = server.person();
    receiver.log_in("tiepnhan");
    let day = receiver.get("/ngay");
    assert_eq!(day.status, 200, "{}", day.text());
    for code in [code, neighbour] {
        assert!(day.text().contains(code), "{code} was taken today: {}", day.text());
    }
}

fn commands_agree(server: &Server, code: &str, neighbour: &str) {
    let (exit, said) = server.command(&["verify"]);
    assert_eq!(exit, 0, "{said}");
    let (exit, said) = server.command(&["export", "dossiers", "--from", "2024-02-02", "--unit", UNIT]);
    assert_eq!(exit, 0, "{said}");
    let lines: Vec<serde_json::Value> =
        said.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
    let of = |code: &str| lines.iter().find(|line| line["code"] == code).expect("its line");
    assert_eq!(lines.len(), 2, "{said}");
    let first = of(code);
    let expected = [
        ("receiving_unit", UNIT.into()),
        ("deciding_unit", UNIT.into()),
        ("level", "commune".into()),
        ("procedure", EXTRACT.into()),
        ("channel", "counter".into()),
        ("same_day_promised", true.into()),
        ("programme", "thu-sau-khong-cho".into()),
        ("state", "returned".into()),
        ("outcome", "granted".into()),
        ("extensions", 0.into()),
        ("synthetic", true.into()),
    ];
    let expected: [(&str, serde_json::Value); 11] = expected;
    for (name, value) in expected {
        assert_eq!(first[name], value, "{name} of {first}");
    }
    for name in ["received_at", "statutory_due_at", "commitment_due_at", "finished_at", "returned_at"] {
        let at = first[name].as_str().unwrap_or_default();
        assert!(at.starts_with("2024-02-02T") && at.ends_with("+07:00"), "{name} of {first}");
    }
    let other = of(neighbour);
    assert_eq!((other["state"].as_str(), other["returned_at"].is_null()), (Some("result_ready"), true));
    assert!(!said.contains("Đào"), "an export names nobody");
}
