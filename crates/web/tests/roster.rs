//! Roster and presence through their pages: planning a Friday, checking in, and what bad input gets.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on ends with the reason")]

use app::testing::Office;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use std::net::{IpAddr, Ipv4Addr};
use tower::ServiceExt;

/// A signed-in browser without a script.
struct Browser {
    router: Router,
    cookie: String,
}

/// An answer with its text.
struct Answer {
    status: StatusCode,
    location: String,
    body: String,
}

impl Browser {
    async fn sign_in(office: &Office, username: &str) -> Self {
        let here = IpAddr::V4(Ipv4Addr::LOCALHOST);
        let password = app::account::DEMO_PASSWORD;
        let signed = app::account::sign_in(&office.app, username, password, here, None).await.unwrap();
        Self {
            router: web::router(office.app.clone()),
            cookie: format!("{}={}", web::staff::cookie_name(&office.app), signed.token),
        }
    }

    async fn ask(&self, request: Request<Body>) -> Answer {
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let status = answer.status();
        let location = answer.headers().get(header::LOCATION).map(|l| l.to_str().unwrap().to_owned());
        let body = to_bytes(answer.into_body(), 32 << 20).await.unwrap();
        let body = String::from_utf8_lossy(&body).into_owned();
        Answer { status, location: location.unwrap_or_default(), body }
    }

    async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path).header(header::COOKIE, &self.cookie).body(Body::empty()).unwrap();
        self.ask(request).await
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_urlencoded::to_string(fields).unwrap();
        let request = Request::post(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        self.ask(request).await
    }

    /// Sends a form that stands on a page, with the secret of the page.
    async fn send(&self, page: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let shown = self.get(page).await;
        assert_eq!(shown.status, StatusCode::OK, "{page}: {}", shown.location);
        let secret = value_of(&shown.body, "_csrf");
        let mut all = vec![("_csrf", secret.as_str())];
        all.extend(fields);
        self.post(path, &all).await
    }
}

/// The value of the first hidden field of a name.
fn value_of(html: &str, name: &str) -> String {
    let after = html.split_once(&format!("name=\"{name}\" value=\"")).expect(name).1;
    after.split('"').next().unwrap().to_owned()
}

async fn office() -> Office {
    let office = Office::open().await;
    app::account::seed_demo(&office.app).await.unwrap();
    office
}

/// The account of somebody of the demo.
fn id(username: &str) -> String {
    app::account::demo::demo_id(username).to_string()
}

/// Rows of a form: person, post, hours.
fn rows(shifts: &[(&str, &str, &str)]) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for (index, (who, post, hours)) in shifts.iter().enumerate() {
        let (from, to) = hours.split_once('-').unwrap();
        for (part, value) in [("nguoi", id(who)), ("vi-tri", (*post).to_owned())] {
            fields.push((format!("s{index}-{part}"), value));
        }
        fields.push((format!("s{index}-tu"), from.to_owned()));
        fields.push((format!("s{index}-den"), to.to_owned()));
    }
    fields
}

fn with<'a>(rows: &'a [(String, String)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields: Vec<(&str, &str)> =
        rows.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.extend(more);
    fields
}

const FOUR: [(&str, &str, &str); 4] = [
    ("tiepnhan", "receive", "7:30-17h"),
    ("thamdinh", "appraise", "07h30-17:00"),
    ("lanhdao", "approve", "07:30-17:00"),
    ("traketqua", "return", "07:30-17:00"),
];

const DAY: &str = "/lich-truc/2024-02-16";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_leader_plans_publishes_and_prints_a_friday() {
    let office = office().await;
    let leader = Browser::sign_in(&office, "lanhdao").await;
    let week = leader.get("/lich-truc").await;
    assert_eq!(week.status, StatusCode::OK);
    assert!(week.body.contains("Lịch trực") && week.body.contains(DAY), "{}", week.body);
    let empty = leader.get(DAY).await;
    assert!(empty.body.contains("Chưa có lịch trực."), "{}", empty.body);
    let typed = rows(&FOUR);
    let saved = leader.send(DAY, DAY, &with(&typed, &[("phien-ban", "0")])).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let kept = leader.get(&saved.location).await;
    assert!(kept.body.contains("Lịch trực chưa công bố.") && kept.body.contains("Cần bổ sung"));
    let told = leader.send(DAY, &format!("{DAY}/cong-bo"), &[("phien-ban", "1")]).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.body);
    assert!(leader.get(DAY).await.body.contains("Sẵn sàng"));
    let paper = leader.get(&format!("{DAY}?in=1")).await;
    assert!(paper.body.contains("Người phân công") && !paper.body.contains("<select"));
    let other = Browser::sign_in(&office, "thamdinh").await;
    let messages = other.get("/thong-bao").await;
    assert!(
        messages.body.contains("Thông báo 1") && messages.body.contains("16/02/2024"),
        "{}",
        messages.body
    );
    let seen = other.send("/thong-bao", "/thong-bao/da-xem", &[("den", "9999999999999")]).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER);
    assert!(!other.get("/thong-bao").await.body.contains("Thông báo 1"));
    let refused = other.post(DAY, &[]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN, "a form without the secret");
    assert!(!other.get(DAY).await.body.contains("name=\"phien-ban\""), "an officer reads and does not plan");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bad_roster_comes_back_whole_and_a_stale_one_says_who() {
    let office = office().await;
    let leader = Browser::sign_in(&office, "lanhdao").await;
    let wrong = rows(&[
        ("tiepnhan", "receive", "17:00-07:30"),
        ("thamdinh", "approve", "07:30-17:00"),
        ("lanhdao", "approve", "bảy-17:00"),
    ]);
    let unread = leader.send(DAY, DAY, &with(&wrong, &[("phien-ban", "0")])).await;
    assert_eq!(unread.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unread.body.contains("Giờ viết như") && unread.body.contains("value=\"bảy\""), "{}", unread.body);
    let wrong = rows(&[("tiepnhan", "receive", "17:00-07:30"), ("thamdinh", "approve", "07:30-17:00")]);
    let refused = leader.send(DAY, DAY, &with(&wrong, &[("phien-ban", "0")])).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in ["Dòng 1: giờ kết thúc phải sau giờ bắt đầu.", "chưa có vai trò để trực", "Lỗi:"]
    {
        assert!(refused.body.contains(part), "{part}");
    }
    let typed = rows(&FOUR);
    let saved = leader.send(DAY, DAY, &with(&typed, &[("phien-ban", "0")])).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let fewer = rows(&FOUR[..2]);
    let stale = leader.send(DAY, DAY, &with(&fewer, &[("phien-ban", "0")])).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.body.contains("Những gì đồng chí vừa nhập vẫn còn"), "{}", stale.body);
    assert_eq!(leader.get("/lich-truc/2024-99-99").await.status, StatusCode::NOT_FOUND);
    let elsewhere = leader.get(&format!("{DAY}?don-vi=10816")).await;
    assert_eq!(elsewhere.status, StatusCode::FORBIDDEN, "another unit's roster");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn last_week_and_a_proposal_fill_the_rows_without_keeping_anything() {
    let office = office().await;
    let leader = Browser::sign_in(&office, "lanhdao").await;
    let proposed = leader.get(&format!("{DAY}?tu=de-xuat")).await;
    assert!(proposed.body.contains("Chưa lưu") && proposed.body.contains("có mặt được"), "{}", proposed.body);
    let none = leader.get(&format!("{DAY}?tu=tuan-truoc")).await;
    assert!(none.body.contains("Năm tuần trước không có lịch nào"));
    assert!(leader.get(DAY).await.body.contains("Chưa có lịch trực."));
    let first = "/lich-truc/2024-02-02";
    let typed = rows(&FOUR);
    leader.send(first, first, &with(&typed, &[("phien-ban", "0")])).await;
    let away = [
        ("nguoi", id("thamdinh")),
        ("loai", "leave".to_owned()),
        ("tu-ngay-ngay", "16".to_owned()),
        ("tu-ngay-thang", "2".to_owned()),
        ("tu-ngay-nam", "2024".to_owned()),
        ("den-ngay-ngay", "16".to_owned()),
        ("den-ngay-thang", "2".to_owned()),
        ("den-ngay-nam", "2024".to_owned()),
    ];
    let away: Vec<(&str, &str)> = away.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let kept = leader.send("/lich-truc/vang-mat", "/lich-truc/vang-mat", &away).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
    let copied = leader.get(&format!("{DAY}?tu=tuan-truoc")).await;
    assert!(copied.body.contains("Không đưa vào:") && copied.body.contains("Nghỉ phép"), "{}", copied.body);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_checks_in_is_called_away_and_the_page_says_what_it_means() {
    let office = office().await;
    office.clock.pass_minutes(5);
    let leader = Browser::sign_in(&office, "lanhdao").await;
    let page = leader.get("/diem-danh").await;
    assert!(page.body.contains("Đồng chí chưa điểm danh"), "{}", page.body);
    let entered = leader.send("/diem-danh", "/diem-danh", &[("vi-tri-approve", "1")]).await;
    assert_eq!(entered.location, "/diem-danh?xong=vao");
    let again = leader.send("/diem-danh", "/diem-danh", &[("vi-tri-approve", "1")]).await;
    assert_eq!(again.location, "/diem-danh?xong=roi");
    let receipt = office.receive("2.000635", &[("subject_name", "Trần Gia Bảo")]).await;
    office.appraise(&receipt.code, &[("entry_text", "Khai sinh số 12")]).await;
    office.clock.pass_minutes(5);
    let wrong = leader.send("/diem-danh", "/diem-danh/vang", &[("den-gio", "mai")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("value=\"mai\""));
    let over = leader.send("/diem-danh", "/diem-danh/vang", &[("den-gio", "7:00")]).await;
    assert!(over.status == StatusCode::UNPROCESSABLE_ENTITY && over.body.contains("Giờ này đã qua."));
    let away = leader.send("/diem-danh", "/diem-danh/vang", &[("den-gio", "14h")]).await;
    assert_eq!(away.location, "/diem-danh?xong=vang");
    assert!(leader.get("/diem-danh").await.body.contains("vắng đến"));
    let day = leader.get("/ngay").await;
    let day = if day.location.is_empty() { day } else { leader.get(&day.location).await };
    assert!(day.body.contains("Vắng Phê duyệt: 1 hồ sơ đang chờ bước này."), "{}", day.body);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_shared_device_knows_people_by_number_and_badge() {
    let office = office().await;
    let leader = Browser::sign_in(&office, "lanhdao").await;
    let weak = leader.send("/diem-danh", "/diem-danh/ma-so", &[("ma-so", "111111")]).await;
    assert!(weak.status == StatusCode::UNPROCESSABLE_ENTITY && !weak.body.contains("value=\"111111\""));
    let set = leader.send("/diem-danh", "/diem-danh/ma-so", &[("ma-so", "204816")]).await;
    assert_eq!(set.status, StatusCode::SEE_OTHER);
    let card = leader.send("/diem-danh", "/diem-danh/the", &[]).await;
    assert!(card.body.contains("<svg") && card.body.contains("chỉ hiện một lần"));
    let code = card.body.split("class=\"code small\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let device = Browser::sign_in(&office, "tiepnhan").await;
    let page = "/diem-danh/thiet-bi";
    let who = id("lanhdao");
    let wrong = device.send(page, page, &[("nguoi", &who), ("ma-so", "204817"), ("chieu", "vao")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("Mã số hoặc thẻ không đúng") && !wrong.body.contains("204817"));
    let right = device.send(page, page, &[("nguoi", &who), ("ma-so", "204816"), ("chieu", "vao")]).await;
    assert_eq!(right.location, "/diem-danh/thiet-bi?xong=vao");
    let out = device.send(page, page, &[("the", &code), ("chieu", "ve")]).await;
    assert_eq!(out.location, "/diem-danh/thiet-bi?xong=ve", "{}", out.body);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_delegation_is_given_used_for_the_page_and_ended() {
    let office = office().await;
    let leader = Browser::sign_in(&office, "lanhdao").await;
    let page = "/lich-truc/uy-quyen";
    let deputy = id("traketqua");
    let wish = [
        ("nguoi", deputy.as_str()),
        ("tu-ngay-ngay", "2"),
        ("tu-ngay-thang", "2"),
        ("tu-ngay-nam", "2024"),
        ("den-ngay-ngay", "1"),
        ("den-ngay-thang", "2"),
        ("den-ngay-nam", "2024"),
        ("ly-do", "họp huyện"),
    ];
    let backwards = leader.send(page, page, &wish).await;
    assert_eq!(backwards.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(backwards.body.contains("họp huyện"));
    let sound: Vec<(&str, &str)> = wish
        .iter()
        .map(|(name, value)| if *name == "den-ngay-ngay" { (*name, "9") } else { (*name, *value) })
        .collect();
    assert_eq!(leader.send(page, page, &sound).await.status, StatusCode::SEE_OTHER);
    let browser = Browser::sign_in(&office, "traketqua").await;
    assert!(!browser.get("/diem-danh").await.body.contains("href=\"/phe-duyet\""), "not on site yet");
    browser.send("/diem-danh", "/diem-danh", &[("vi-tri-return", "1")]).await;
    assert!(browser.get("/diem-danh").await.body.contains("href=\"/phe-duyet\""));
    assert_eq!(browser.get("/phe-duyet").await.status, StatusCode::OK);
    let shown = leader.get(page).await;
    let code = value_of(&shown.body, "ma");
    assert_eq!(
        leader.send(page, "/lich-truc/uy-quyen/thoi", &[("ma", &code)]).await.status,
        StatusCode::SEE_OTHER
    );
    assert!(!browser.get("/diem-danh").await.body.contains("href=\"/phe-duyet\""));
}
