//! The counter through its form: what good and bad input gets.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on ends with the reason")]

mod support;

use app::testing::{Office, at};
use axum::http::StatusCode;
use support::{Answer, Browser, value_of};

/// The hidden fields of the intake form.
async fn hidden(browser: &Browser, procedure: &str) -> Vec<(String, String)> {
    let page = browser.get(&format!("/quay/tiep-nhan?thu-tuc={procedure}")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let form = page.body.split_once("class=\"intake\"").expect("the form").1;
    ["_csrf", "khoa", "thu-tuc", "phien-ban"].map(|name| (name.to_owned(), value_of(form, name))).to_vec()
}

const GOOD: &[(&str, &str)] = &[
    ("ten", "Nguyễn Thị Đào"),
    ("so-dinh-danh", "030143001234"),
    ("ngay-sinh", "02/03/1943"),
    ("noi-cu-tru", "Thôn 3, Thanh Xá"),
    ("gt.to-khai", "1"),
    ("gt.giay-to-tuy-than", "1"),
    ("f.event_kind", "khai-sinh"),
    ("f.subject_name", "Nguyễn Thị Đào"),
    ("f.register_place", "UBND xã Thanh Xá"),
    ("so-ban", "2"),
];

async fn send(browser: &Browser, act: &str, change: &[(&str, &str)]) -> Answer {
    let hidden = hidden(browser, "2.000635").await;
    let changed = |name: &str| change.iter().any(|(other, _)| *other == name);
    let mut fields: Vec<(&str, &str)> = hidden.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    fields.retain(|(name, _)| !changed(name));
    fields.extend(GOOD.iter().filter(|(name, _)| !changed(name)));
    fields.extend(change.iter().filter(|(_, value)| *value != "-"));
    fields.push(("viec", act));
    browser.post("/quay/tiep-nhan", &fields).await
}

/// An office where everybody is on duty, and a browser of its receiver.
async fn counter() -> (Office, Browser) {
    let office = Office::open().await;
    office.present().await;
    let browser = Browser::sign_in(&office, "tiepnhan").await;
    (office, browser)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_comes_in_without_signing_in() {
    let office = Office::open().await;
    let stranger = Browser::open(&office);
    let answer = stranger.get("/quay/tiep-nhan?thu-tuc=2.000635").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(answer.location.starts_with("/dang-nhap?ve=%2Fquay"), "{}", answer.location);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_complete_dossier_is_received_once_however_often_it_is_sent() {
    let (_office, browser) = counter().await;
    let hidden = hidden(&browser, "2.000635").await;
    let mut fields: Vec<(&str, &str)> = hidden.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    fields.extend(GOOD);
    fields.push(("viec", "nhan"));
    let first = browser.post("/quay/tiep-nhan", &fields).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.body);
    assert!(first.location.contains("-240202-0001"), "{}", first.location);
    let second = browser.post("/quay/tiep-nhan", &fields).await;
    assert_eq!(second.location, first.location, "a double click gives the same receipt");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_promise_stands_on_the_page_before_anything_is_recorded() {
    let (_office, browser) = counter().await;
    let page = send(&browser, "xem", &[]).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Có kết quả trong ngày"), "{}", page.body);
    assert!(page.body.contains("16.000"), "two copies at 8,000");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_wrong_is_said_at_once_and_what_was_typed_stays() {
    let (_office, browser) = counter().await;
    let wrong =
        [("ten", "Nguyễn 3"), ("so-dinh-danh", "0301430012"), ("ngay-sinh", "29/02/2023"), ("so-ban", "0")];
    let page = send(&browser, "nhan", &wrong).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for (field, typed) in wrong {
        assert!(page.body.contains(&format!("href=\"#{field}\"")), "{field} is in the summary");
        assert!(page.body.contains(&format!("value=\"{typed}\"")), "{typed} was kept");
    }
    assert!(page.body.contains("Thôn 3, Thanh Xá"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn births_in_the_future_and_names_in_any_form() {
    let (_office, browser) = counter().await;
    let future = send(&browser, "nhan", &[("ngay-sinh", "03/02/2024")]).await;
    assert_eq!(future.status, StatusCode::UNPROCESSABLE_ENTITY);
    let odd = send(
        &browser,
        "nhan",
        &[("ten", "Nguye\u{302}\u{303}n\u{200b} Thi\u{323} A"), ("so-dinh-danh", "030199000001")],
    );
    let odd = odd.await;
    assert_eq!(odd.status, StatusCode::SEE_OTHER, "{}", odd.body);
    let control = send(&browser, "nhan", &[("ten", "An\u{7}")]).await;
    assert_eq!(control.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn missing_papers_are_all_named_and_the_slip_needs_no_code() {
    let (_office, browser) = counter().await;
    let bare = [("gt.to-khai", "-"), ("gt.giay-to-tuy-than", "-")];
    let page = send(&browser, "nhan", &bare).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.body.contains("href=\"#gt.to-khai\""), "{}", page.body);
    assert!(page.body.contains("href=\"#gt.giay-to-tuy-than\""));
    let slip = send(&browser, "thieu", &bare).await;
    assert_eq!(slip.status, StatusCode::SEE_OTHER);
    assert!(slip.location.starts_with("/quay/phieu/"), "{}", slip.location);
    let received = send(&browser, "nhan", &[]).await;
    assert!(received.location.contains("-0001"), "the slip took no number: {}", received.location);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_dossier_of_the_same_person_is_asked_about() {
    let (_office, browser) = counter().await;
    assert_eq!(send(&browser, "nhan", &[]).await.status, StatusCode::SEE_OTHER);
    let again = send(&browser, "nhan", &[]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(again.body.contains("-240202-0001") && again.body.contains("name=\"van-nhan\""));
    assert_eq!(send(&browser, "nhan", &[("van-nhan", "1")]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_the_cut_off_the_promise_is_the_next_morning() {
    let (office, browser) = counter().await;
    office.clock.set(at("2024-02-02T15:40:00+07:00"));
    let browser = Browser { cookie: Browser::sign_in(&office, "tiepnhan").await.cookie, ..browser };
    let page = send(&browser, "xem", &[]).await;
    assert!(page.body.contains("9 giờ"), "{}", page.body);
    assert!(!page.body.contains("Có kết quả trong ngày"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_closed_counter_receives_nothing() {
    let (office, _) = counter().await;
    office.clock.set(at("2024-02-09T09:00:00+07:00"));
    let browser = Browser::sign_in(&office, "tiepnhan").await;
    let page = send(&browser, "nhan", &[]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "a Friday that is a holiday");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn forged_and_foreign_forms_are_refused() {
    let (_office, browser) = counter().await;
    let forged = browser.post("/quay/tiep-nhan", &[("thu-tuc", "2.000635"), ("_csrf", "x")]).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    let unknown = browser.get("/quay/tiep-nhan?thu-tuc=9.999999").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    let stale = send(&browser, "nhan", &[("phien-ban", "99")]).await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY, "a version no longer in force");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_megabytes_of_text_are_answered_with_a_sentence() {
    let (_office, browser) = counter().await;
    let page = send(&browser, "nhan", &[("ghi-chu", &"a".repeat(10 << 20))]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.body.contains("href=\"#ghi-chu\""));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_card_fills_the_form_and_a_strange_code_does_not() {
    let (_office, browser) = counter().await;
    let scan = "030143001234||Trần Văn B|05061980|Nam|Thôn 1, Thanh Xá|10052021";
    let page = send(&browser, "the", &[("the", scan), ("ten", "-")]).await;
    assert!(page.body.contains("value=\"Trần Văn B\"") && page.body.contains("value=\"05/06/1980\""));
    let strange = send(&browser, "the", &[("the", "https://example.vn")]).await;
    assert_eq!(strange.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_draft_survives_the_session() {
    let (office, browser) = counter().await;
    let hidden = hidden(&browser, "2.000635").await;
    let fields = [("_csrf", hidden[0].1.as_str()), ("thu-tuc", "2.000635"), ("ten", "Nguyễn Thị Nháp")];
    assert_eq!(browser.post("/quay/tiep-nhan/nhap", &fields).await.status, StatusCode::NO_CONTENT);
    let later = Browser::sign_in(&office, "tiepnhan").await;
    assert!(later.get("/quay/tiep-nhan").await.body.contains("Nguyễn Thị Nháp"));
    let page = later.get("/quay/tiep-nhan?thu-tuc=2.000635&nhap=1").await;
    assert!(page.body.contains("value=\"Nguyễn Thị Nháp\""));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_later_hour_than_the_one_read_out_is_never_recorded_unseen() {
    let (office, browser) = counter().await;
    let looked = send(&browser, "xem", &[]).await;
    let told = looked.body.split_once("name=\"hen\" value=\"").expect("the promise shown").1;
    let told = told.split('"').next().unwrap().to_owned();
    office.clock.set(at("2024-02-02T15:44:00+07:00"));
    let asked = send(&browser, "nhan", &[("hen", &told)]).await;
    assert_eq!(asked.status, StatusCode::CONFLICT, "{}", asked.body);
    for part in ["Lời hẹn đã đổi", "thay vì", "Nhận theo lời hẹn mới"] {
        assert!(asked.body.contains(part), "{part}: {}", asked.body);
    }
    let now = asked.body.split_once("name=\"hen\" value=\"").expect("the promise now").1;
    let now = now.split('"').next().unwrap().to_owned();
    assert!(now > told);
    let done = send(&browser, "nhan", &[("hen", &now)]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let shown = browser.get(&done.location).await;
    assert!(shown.body.contains("Hẹn trả trước"), "{}", shown.body);
}
