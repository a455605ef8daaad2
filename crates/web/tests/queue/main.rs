//! The queue over HTTP: machine, phone, paper, display, counter, intake with a ticket, the wall; and what bad input gets.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on ends with the reason")]

mod browser;
mod cost;

use app::testing::{Office, at};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use browser::{Browser, value_of};
use futures_util::StreamExt;
use tower::ServiceExt;

async fn office() -> Office {
    let office = Office::open().await;
    app::account::seed_demo(&office.app).await.unwrap();
    office
}

const KIOSK: &str = "/kiosk/10852";

async fn machine_ticket(machine: &Browser, group: &str, reason: &str) -> String {
    let page = machine.get(&format!("{KIOSK}/lay-so/{group}")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let key = value_of(&page.body, "khoa");
    let fields = [("nhom", group), ("uu-tien", reason), ("khoa", key.as_str())];
    let taken = machine.post(&format!("{KIOSK}/lay-so"), &fields).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
    // Pressed twice: the same ticket.
    let again = machine.post(&format!("{KIOSK}/lay-so"), &fields).await;
    assert_eq!(again.location, taken.location);
    taken.location
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_the_machine_to_the_display_and_the_counter() {
    let office = office().await;
    let machine = Browser::stranger(&office);
    let start = machine.get(KIOSK).await;
    for part in ["Tôi có giấy hẹn", "Lấy số thứ tự", "Nhờ hướng dẫn", "Xã Thanh Xá"] {
        assert!(start.body.contains(part), "{part}");
    }
    let number = machine_ticket(&machine, "A", "").await;
    let shown = machine.get(&number).await;
    assert!(
        shown.body.contains("A001")
            && shown.body.contains("Chưa có quầy nào mở")
            && shown.body.contains("<svg")
    );
    // A reload shows the same number and takes no other.
    assert!(machine.get(&number).await.body.contains("A001"));
    machine_ticket(&machine, "A", "aged").await;
    let desk = Browser::sign_in(&office, "tiepnhan").await;
    let opened = desk.press("/quay/goi-so/mo", &[("quay", "2")]).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
    let page = desk.get("/quay/goi-so").await;
    assert!(page.body.contains("Quầy 2") && page.body.contains("Gọi số tiếp theo"), "{}", page.body);
    desk.press("/quay/goi-so/tiep", &[]).await;
    let page = desk.get("/quay/goi-so").await;
    assert!(page.body.contains("A001") && page.body.contains("Gọi lại") && page.body.contains("?so=tkt_"));
    let display = machine.get("/bang-goi-so/10852").await;
    assert!(display.body.contains("A001") && display.body.contains("đến quầy 2"), "{}", display.body);
    assert!(
        display.body.contains("Mời số A 0 0 1, đến quầy 2")
            && display.body.contains("http-equiv=\"refresh\"")
    );
    // Absent only after the calls and the way, each refusal says what to do.
    let early = desk.press("/quay/goi-so", &[("viec", "vang")]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.body.contains("Gọi ít nhất 2 lần"), "{}", early.body);
    desk.press("/quay/goi-so", &[("viec", "goi-lai")]).await;
    office.clock.pass_minutes(1);
    let absent = desk.press("/quay/goi-so", &[("viec", "vang")]).await;
    assert_eq!(absent.status, StatusCode::SEE_OTHER, "{}", absent.body);
    let page = desk.get("/quay/goi-so").await;
    assert!(page.body.contains("Gọi mà chưa đến") && page.body.contains("Gọi số tiếp theo"));
    desk.press("/quay/goi-so/tiep", &[]).await;
    desk.press("/quay/goi-so", &[("viec", "bat-dau")]).await;
    assert!(desk.get("/quay/goi-so").await.body.contains("Xong, gọi số tiếp theo"));
    let moved = desk.press("/quay/goi-so", &[("viec", "chuyen"), ("den", "nhom-B")]).await;
    assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.body);
    desk.press("/quay/goi-so/tiep", &[]).await;
    desk.press("/quay/goi-so", &[("viec", "xong")]).await;
    let none = desk.press("/quay/goi-so/tiep", &[]).await;
    assert!(none.body.contains("Không có ai chờ"), "{}", none.body);
    assert_eq!(desk.press("/quay/goi-so/dong", &[]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_machine_without_paper_keeps_the_number_on_the_screen_and_counts_nobody() {
    let office = office().await;
    let machine = Browser::stranger(&office);
    let number = machine_ticket(&machine, "A", "").await;
    assert_eq!(machine.post(&number, &[("viec", "hong")]).await.location, number);
    let shown = machine.get(&number).await;
    assert!(
        shown.body.contains("Chưa có phiếu giấy")
            && shown.body.contains("A001")
            && shown.body.contains("<svg")
    );
    assert!(machine.get(&format!("{KIOSK}/lay-so")).await.body.contains("0 người chờ"));
    assert_eq!(machine.post(&number, &[("viec", "nho")]).await.location, KIOSK);
    assert!(machine.get(&format!("{KIOSK}/lay-so")).await.body.contains("1 người chờ"));
    // Pressed again by the next person's impatience: the page says how it stands, nothing breaks.
    assert_eq!(machine.post(&number, &[("viec", "nho")]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_has_one_open_ticket_and_leaves_with_one_press() {
    let office = office().await;
    let mut phone = Browser::stranger(&office);
    let form = phone.get("/lay-so/10852").await;
    assert!(form.body.contains("Chưa có quầy nào mở") && form.body.contains("Nộp hồ sơ"), "{}", form.body);
    let empty = phone.post("/lay-so/10852", &[("khoa", "x")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.body.contains("Hãy chọn việc"));
    let taken = phone.post("/lay-so/10852", &[("nhom", "B"), ("uu-tien", "pregnant"), ("khoa", "k1")]).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
    phone.cookie = taken.cookie.split(';').next().unwrap().to_owned();
    assert_eq!(phone.get("/lay-so/10852").await.location, taken.location, "led to its own ticket");
    let second = phone.post("/lay-so/10852", &[("nhom", "A"), ("khoa", "k2")]).await;
    assert_eq!(second.location, taken.location, "one open ticket a phone");
    let page = phone.get(&taken.location).await;
    for part in ["B001", "Phụ nữ có thai", "Rời hàng chờ", "tiếp theo"] {
        assert!(page.body.contains(part), "{part}: {}", page.body);
    }
    for size in ["80", "58", "a6"] {
        let paper = phone.get(&format!("{}/phieu?kho={size}", taken.location)).await;
        assert!(paper.body.contains("B001") && paper.body.contains("<svg"), "{size}");
    }
    assert_eq!(phone.post(&taken.location, &[("viec", "bo")]).await.status, StatusCode::SEE_OTHER);
    let left = phone.get(&taken.location).await;
    assert!(left.body.contains("Số này đã bỏ") && left.body.contains("Lấy số mới"));
    let twice = phone.post(&taken.location, &[("viec", "bo")]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(phone.get("/lay-so/10852").await.status, StatusCode::OK, "a new one may be taken");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_network_takes_few_tickets_by_phone() {
    let office = office().await;
    let phones = Browser::stranger(&office);
    let mut last = StatusCode::OK;
    for turn in 0..25 {
        let key = format!("k{turn}");
        let answer = phones.post("/lay-so/10852", &[("nhom", "A"), ("khoa", &key)]).await;
        last = answer.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    machine_ticket(&phones, "A", "").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn closed_days_unknown_units_and_nonsense_get_their_answer() {
    let office = office().await;
    let anybody = Browser::stranger(&office);
    for path in [
        "/kiosk/99999",
        "/kiosk/x",
        "/lay-so/99999",
        "/bang-goi-so/99999",
        "/bang-goi-so/99999/su-kien",
        "/so/00000000000000000000000000",
        "/so/%C3%A9",
        "/kiosk/10852/lay-so/AB",
        "/kiosk/10852/so/0000",
    ] {
        assert_eq!(anybody.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(anybody.post("/so/0000", &[("viec", "bo")]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(anybody.get("/quay/goi-so").await.status, StatusCode::SEE_OTHER, "log in first");
    office.clock.set(at("2024-02-03T09:00:00+07:00"));
    let closed = anybody.post("/lay-so/10852", &[("nhom", "A"), ("khoa", "k")]).await;
    assert_eq!(closed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        closed.body.contains("Lúc này chưa phát số") && closed.body.contains("7 giờ 30"),
        "{}",
        closed.body
    );
    let machine = anybody.post(&format!("{KIOSK}/lay-so"), &[("nhom", "A"), ("khoa", "k")]).await;
    assert!(machine.body.contains("Lúc này chưa phát số"));
    let scanned = anybody.post(&format!("{KIOSK}/giay-hen"), &[("ma", "https://x/ho-so/nothing")]).await;
    assert!(scanned.status == StatusCode::UNPROCESSABLE_ENTITY && scanned.body.contains("Không đọc được"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_receipt_at_the_machine_leads_to_the_right_group() {
    let office = office().await;
    let machine = Browser::stranger(&office);
    let receipt = office.receive("2.000635", &[("subject_name", "Trần Gia Bảo")]).await;
    let scan = format!("https://thanhha.example/ho-so/{}", receipt.token);
    let early = machine.post(&format!("{KIOSK}/giay-hen"), &[("ma", &scan)]).await;
    assert!(early.body.contains("Hồ sơ chưa có kết quả") && early.body.contains("name=\"nhom\" value=\"C\""));
    office.appraise(&receipt.code, &[("entry_text", "12")]).await;
    office.approve(&receipt.code).await;
    let ready = machine.post(&format!("{KIOSK}/giay-hen"), &[("ma", &scan)]).await;
    assert!(ready.body.contains("Kết quả đã có") && ready.body.contains("name=\"nhom\" value=\"B\""));
    assert!(!ready.body.contains("Nguyễn Thị Hồng Nhung"), "nothing personal on the machine");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn officers_hand_out_tickets_and_describe_counters() {
    let office = office().await;
    let desk = Browser::sign_in(&office, "tiepnhan").await;
    let given = desk.press("/quay/goi-so/phat", &[("nhom", "A"), ("uu-tien", "merit"), ("khoa", "g1")]).await;
    assert!(given.location.starts_with("/quay/goi-so?phat="), "{}", given.body);
    assert!(desk.get(&given.location).await.body.contains("Đã phát số A001"));
    let places = "/quay/goi-so/quay";
    let secret = value_of(&desk.get(places).await.body, "_csrf");
    let wrong = desk.post(places, &[("_csrf", &secret), ("viec", "luu-quay"), ("so-quay", "0")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("từ 1 đến 99") && wrong.body.contains("Chọn ít nhất một nhóm"));
    let fields = [
        ("_csrf", secret.as_str()),
        ("viec", "luu-quay"),
        ("so-quay", "5"),
        ("bien", "Hộ tịch"),
        ("nhom-A", "1"),
    ];
    assert_eq!(desk.post(places, &fields).await.status, StatusCode::SEE_OTHER);
    let group =
        [("_csrf", secret.as_str()), ("viec", "luu-nhom"), ("chu-cai", "D"), ("viec-nhom", "hand_in")];
    assert_eq!(desk.post(places, &group).await.status, StatusCode::SEE_OTHER);
    let page = desk.get(places).await.body;
    assert!(page.contains("Quầy 5 · Hộ tịch") && page.contains("D · Nộp hồ sơ"), "{page}");
    let forged = desk.post(places, &[("_csrf", "x"), ("viec", "bo-quay:5")]).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    let leader = Browser::sign_in(&office, "lanhdao").await;
    assert_eq!(leader.get("/quay/goi-so").await.status, StatusCode::FORBIDDEN);
    assert_eq!(leader.get(places).await.status, StatusCode::OK);
}

/// The next event with data of a stream; pulses are passed over.
async fn event(body: &mut axum::body::BodyDataStream) -> String {
    loop {
        let chunk = body.next().await.unwrap().unwrap();
        let text = String::from_utf8(chunk.to_vec()).unwrap();
        if text.contains("data:") && !text.contains("event: nhip") {
            return text;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_is_on_every_screen_at_once() {
    let office = office().await;
    let router = web::router(office.app.clone());
    let machine = Browser { router: router.clone(), cookie: String::new() };
    let number = machine_ticket(&machine, "A", "").await;
    let token = number.rsplit('/').next().unwrap();
    let desk = Browser { router: router.clone(), ..Browser::sign_in(&office, "tiepnhan").await };
    desk.press("/quay/goi-so/mo", &[("quay", "1")]).await;
    let open = |path: String| {
        let router = router.clone();
        async move {
            let answer = router.oneshot(Request::get(path).body(Body::empty()).unwrap()).await.unwrap();
            assert_eq!(answer.status(), StatusCode::OK);
            answer.into_body().into_data_stream()
        }
    };
    let mut display = open("/bang-goi-so/10852/su-kien".to_owned()).await;
    let mut phone = open(format!("/so/{token}/su-kien")).await;
    let mut wall = open("/bang/294/su-kien".to_owned()).await;
    assert!(event(&mut display).await.contains("Chưa gọi số nào"));
    assert!(event(&mut phone).await.contains("tiếp theo"));
    assert!(event(&mut wall).await.contains("Thanh Xá"));
    desk.press("/quay/goi-so/tiep", &[]).await;
    let within = std::time::Duration::from_secs(5);
    let called = tokio::time::timeout(within, event(&mut display)).await.unwrap();
    assert!(called.contains("A001") && called.contains("data-fresh"), "{called}");
    let called = tokio::time::timeout(within, event(&mut phone)).await.unwrap();
    assert!(called.contains("Mời đến quầy 1") && called.contains("data-called"), "{called}");
    // Whoever comes back after an hour without a connection sees what is true now, and is not shouted at.
    drop(display);
    office.clock.pass_minutes(60);
    let mut back = open("/bang-goi-so/10852/su-kien".to_owned()).await;
    let first = event(&mut back).await;
    assert!(first.contains("A001"), "{first}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_wall_counts_units_and_turns_red_with_backlog() {
    let office = office().await;
    let anybody = Browser::stranger(&office);
    machine_ticket(&anybody, "A", "").await;
    office.receive("2.000635", &[("subject_name", "Trần Gia Bảo")]).await;
    let wall = anybody.get("/bang/294").await;
    assert_eq!(wall.status, StatusCode::OK);
    for part in ["Xã Thanh Xá", "Không còn hồ sơ tồn", "đến giờ đóng cửa"] {
        assert!(wall.body.contains(part), "{part}");
    }
    assert!(!wall.body.contains("wall-late"));
    assert!(!wall.body.contains("Nguyễn Thị Hồng Nhung"));
    office.clock.set(at("2024-03-20T09:00:00+07:00"));
    let late = anybody.get("/bang/294").await;
    assert!(late.body.contains("wall-late") && late.body.contains("Còn 1 hồ sơ tồn"), "{}", late.body);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn intake_carries_the_ticket() {
    let office = office().await;
    machine_ticket(&Browser::stranger(&office), "A", "").await;
    let desk = Browser::sign_in(&office, "tiepnhan").await;
    desk.press("/quay/goi-so/mo", &[("quay", "1")]).await;
    desk.press("/quay/goi-so/tiep", &[]).await;
    let page = desk.get("/quay/goi-so").await.body;
    let id = value_of(&page, "so");
    let choose = desk.get(&format!("/quay/tiep-nhan?so={id}")).await.body;
    assert!(choose.contains(&format!("thu-tuc=2.000635&amp;so={id}")), "the link keeps the ticket");
    let form = desk.get(&format!("/quay/tiep-nhan?thu-tuc=2.000635&so={id}")).await.body;
    assert!(form.contains("Xong lượt của số A001") && form.contains(&format!("value=\"{id}\"")), "{form}");
    let gone = desk.get("/quay/tiep-nhan?thu-tuc=2.000635&so=tkt_00000000000000000000000000").await.body;
    assert!(!gone.contains("Xong lượt"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_screens_are_drawn_once() {
    let office = office().await;
    let router = web::router(office.app.clone());
    let machine = Browser { router: router.clone(), cookie: String::new() };
    let mut screens = Vec::new();
    for _ in 0..1_000 {
        let ask = Request::get("/bang-goi-so/10852/su-kien").body(Body::empty()).unwrap();
        let answer = router.clone().oneshot(ask).await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        screens.push(answer.into_body().into_data_stream());
    }
    for screen in &mut screens {
        event(screen).await;
    }
    machine_ticket(&machine, "A", "").await;
    let mut shown = std::collections::BTreeSet::new();
    for screen in &mut screens {
        shown.insert(event(screen).await);
    }
    assert_eq!(shown.len(), 1, "every screen shows the same picture");
}
