//! What somebody without an account does and sees.

use super::*;

#[tokio::test]
async fn from_the_list_of_units_to_the_pass() {
    let (_office, router) = office().await;
    let browser = Browser::stranger(&router);
    let units = browser.get("/dat-lich").await;
    assert!(
        units.body.contains("Xã Thanh Xá") && units.body.contains("/dat-lich?don-vi=10852"),
        "{}",
        units.body
    );
    let hours = browser.get("/dat-lich?don-vi=10852&thu-tuc=1.001193").await;
    assert!(
        hours.body.contains("value=\"2024-02-02 07:30\"") && hours.body.contains("Còn chỗ"),
        "{}",
        hours.body
    );
    assert!(!hours.body.contains("2024-02-09"), "Tết is no no-wait day");
    let form = [("don-vi", "10852"), ("gio", "2024-02-02 08:30"), ("thu-tuc", "1.001193")];
    let held = browser.post("/dat-lich/giu", &form).await;
    assert!(held.location.starts_with("/dat-lich/giu/") && held.location.ends_with("?thu-tuc=1.001193"));
    let form = browser.get(&held.location).await;
    assert!(
        form.body.contains("9 giờ 10") && form.body.contains("value=\"1.001193\" selected"),
        "{}",
        form.body
    );
    // Everything wrong at once, with what was typed.
    let path = held.location.split('?').next().unwrap();
    let bad = [("ten", ""), ("dien-thoai", "12"), ("thu-dien-tu", "x@"), ("thu-tuc", "khac")];
    let wrong = browser.post(path, &bad).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in [
        "href=\"#ten\"",
        "href=\"#dien-thoai\"",
        "href=\"#thu-dien-tu\"",
        "href=\"#thu-tuc\"",
        "value=\"12\"",
    ] {
        assert!(wrong.body.contains(part), "{part}: {}", wrong.body);
    }
    let good = [("ten", "Nguyễn Thị Đào"), ("dien-thoai", "0912 345 678"), ("thu-tuc", "1.001193")];
    let booked = browser.post(path, &good).await;
    assert_eq!(booked.status, StatusCode::SEE_OTHER, "{}", booked.body);
    // Pressed twice it is the same one; going back to the form leads to it too.
    let again = browser.post(path, &good).await;
    assert_eq!(again.location, booked.location.trim_end_matches("?moi=1"));
    assert_eq!(browser.get(path).await.location, again.location);
    let page = browser.get(&booked.location).await;
    assert!(
        page.body.contains("Đã đặt lịch xong")
            && page.body.contains("8 giờ 30")
            && page.body.contains("<svg")
    );
    assert!(!page.body.contains("345"), "the number is not shown to whoever holds the link");
    assert_eq!(page.headers["x-robots-tag"], "noindex");
    assert_eq!(page.headers["cache-control"], "no-store");
    for secret in ["Đào", "0912", "%C4%90"] {
        assert!(!booked.location.contains(secret) && !held.location.contains(secret));
    }
    let pass = browser.get(&again.location.replace("/dat-lich/", "/the/")).await;
    assert!(
        pass.body.contains("pass-code") && pass.body.contains("8 giờ 30, Thứ Sáu, 02/02/2024"),
        "{}",
        pass.body
    );
    let ics = browser.get(&format!("{}/lich.ics", again.location)).await;
    assert!(ics.headers["content-type"].to_str().unwrap().starts_with("text/calendar"));
    assert!(ics.body.contains("DTSTART:20240202T013000Z") && !ics.body.contains("Đào"), "{}", ics.body);
}

#[tokio::test]
async fn changed_and_cancelled_with_two_presses() {
    let (_office, router) = office().await;
    let browser = Browser::stranger(&router);
    let page = book(&browser, "2024-02-02 08:30", "0912345678").await;
    let hours = browser.get(&format!("{page}/doi")).await;
    assert!(hours.body.contains(&format!("action=\"{page}/doi\"")) && hours.body.contains("Lịch hiện tại"));
    let moved =
        browser.post(&format!("{page}/doi"), &[("don-vi", "10852"), ("gio", "2024-02-16 14:00")]).await;
    assert_eq!(
        (moved.status, moved.location.as_str()),
        (StatusCode::SEE_OTHER, format!("{page}?doi=1").as_str())
    );
    assert!(browser.get(&page).await.body.contains("14 giờ"));
    let past =
        browser.post(&format!("{page}/doi"), &[("don-vi", "10852"), ("gio", "2024-01-26 08:30")]).await;
    assert_eq!(past.status, StatusCode::CONFLICT);
    assert!(past.body.contains("không nhận đặt lịch"), "{}", past.body);
    let gone = browser.post(&format!("{page}/huy"), &[]).await;
    assert_eq!(gone.location, page);
    let shown = browser.get(&page).await.body;
    assert!(
        shown.contains("Đã hủy") && !shown.contains("<svg class=\"\"") && shown.contains("Đặt lịch khác")
    );
    assert_eq!(
        browser.post(&format!("{page}/huy"), &[]).await.status,
        StatusCode::SEE_OTHER,
        "twice is once"
    );
    assert_eq!(browser.get(&format!("{page}/lich.ics")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_cannot_be() {
    let (office, router) = office().await;
    let browser = Browser::stranger(&router);
    for path in [
        "/dat-lich/0000000000000000000000000A",
        "/the/nobody",
        "/dat-lich/giu/nobody",
        "/dat-lich?don-vi=99999",
        "/dat-lich?don-vi=%3Cscript%3E",
        "/dat-lich/cho?don-vi=10852&ngay=hom-nay",
        &format!("/dat-lich/{}", "A".repeat(500)),
    ] {
        assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for (hour, status) in [
        ("2024-02-02 08:31", StatusCode::CONFLICT),
        ("2024-02-09 08:30", StatusCode::CONFLICT),
        ("2024-01-26 08:30", StatusCode::CONFLICT),
        ("2024-02-30 08:30", StatusCode::BAD_REQUEST),
        ("", StatusCode::BAD_REQUEST),
        ("2024-02-02 08:30; DROP", StatusCode::BAD_REQUEST),
    ] {
        let answer = browser.post("/dat-lich/giu", &[("don-vi", "10852"), ("gio", hour)]).await;
        assert_eq!(answer.status, status, "{hour}");
    }
    // A wrong token does nothing.
    let nowhere = browser.post("/dat-lich/0000000000000000000000000A/huy", &[]).await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
    // The hour runs out while the form is filled: what was typed stays, other hours are offered.
    let held = browser.post("/dat-lich/giu", &[("don-vi", "10852"), ("gio", "2024-02-02 07:30")]).await;
    office.clock.pass_minutes(11);
    for phone in ["0912000001", "0912000002", "0912000003"] {
        let other = browser.post("/dat-lich/giu", &[("don-vi", "10852"), ("gio", "2024-02-02 07:30")]).await;
        if other.status == StatusCode::SEE_OTHER {
            browser.post(&other.location, &[("ten", "Trần Văn An"), ("dien-thoai", phone)]).await;
        }
    }
    let late = browser.post(&held.location, &[("ten", "Nguyễn Thị Đào"), ("dien-thoai", "0912345678")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        late.body.contains("value=\"Nguyễn Thị Đào\"") && late.body.contains("value=\"2024-02-02 08:00\""),
        "{}",
        late.body
    );
    let form = [("ten", "Nguyễn Thị Đào"), ("dien-thoai", "0912345678"), ("gio", "2024-02-02 08:00")];
    assert_eq!(browser.post(&held.location, &form).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn one_telephone_is_told_kindly_that_two_are_enough() {
    let (_office, router) = office().await;
    let browser = Browser::stranger(&router);
    for hour in ["2024-02-02 08:30", "2024-02-02 09:00"] {
        book(&browser, hour, "0912345678").await;
    }
    let held = browser.post("/dat-lich/giu", &[("don-vi", "10852"), ("gio", "2024-02-02 09:30")]).await;
    let form = [("ten", "Nguyễn Thị Đào"), ("dien-thoai", "+84 912 345 678")];
    let refused = browser.post(&held.location, &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("đang có 2 lịch hẹn") && refused.body.contains("đến trực tiếp"));
}

#[tokio::test]
async fn the_waiting_list_offers_and_is_answered() {
    let (office, router) = office().await;
    let browser = Browser::stranger(&router);
    let leader = &office.leader;
    let unit = "10852".parse().unwrap();
    let friday = jiff::civil::date(2024, 2, 2);
    let close = app::booking::manage::close(&office.app, leader, &unit, friday, (480, 1440), "Họp");
    close.await.unwrap();
    let taken = book(&browser, "2024-02-02 07:30", "0912000001").await;
    let hours = browser.get("/dat-lich?don-vi=10852").await.body;
    assert!(
        hours.contains("/dat-lich/cho?don-vi=10852&amp;ngay=2024-02-02")
            || hours.contains("/dat-lich/cho?don-vi=10852&#38;ngay=2024-02-02"),
        "{hours}"
    );
    let form = browser.get("/dat-lich/cho?don-vi=10852&ngay=2024-02-02").await;
    assert!(form.body.contains("Buổi sáng"), "{}", form.body);
    let send = |phone: &'static str, part: &'static str| {
        let fields = [
            ("don-vi", "10852"),
            ("ngay", "2024-02-02"),
            ("buoi", part),
            ("ten", "Trần Văn An"),
            ("dien-thoai", phone),
        ];
        let browser = Browser::stranger(&router);
        async move { browser.post("/dat-lich/cho", &fields).await }
    };
    let afternoon = send("0912000002", "afternoon").await;
    assert_eq!(afternoon.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is open then");
    let waiting = send("0912000002", "any").await.location.replace("?moi=1", "");
    assert!(browser.get(&waiting).await.body.contains("đứng đầu danh sách chờ"));
    browser.post(&format!("{taken}/huy"), &[]).await;
    let offered = browser.get(&waiting).await.body;
    assert!(
        offered.contains("Có chỗ cho bạn") && offered.contains("9 giờ 10") && offered.contains("/nhan"),
        "{offered}"
    );
    office.clock.pass_minutes(10);
    let late = browser.post(&format!("{waiting}/nhan"), &[]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.body.contains("quá 10 phút"), "{}", late.body);
    // Alone in the list, the next offer is theirs again.
    assert_eq!(browser.post(&format!("{waiting}/nhan"), &[]).await.status, StatusCode::SEE_OTHER);
    assert!(browser.get(&waiting).await.body.contains("Đã đặt lịch"));
}
