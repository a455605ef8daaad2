//! What the unit does with its list.

use super::*;

#[tokio::test]
async fn the_list_of_the_day_and_who_came() {
    let (office, router) = office().await;
    let browser = Browser::stranger(&router);
    book(&browser, "2024-02-02 08:30", "0912345678").await;
    let second = book(&browser, "2024-02-02 10:30", "0912345679").await;
    let desk = Browser::sign_in(&router, &office, "tiepnhan").await;
    office.clock.set(at("2024-02-02T08:28:00+07:00"));
    let list = desk.get("/quay/lich-hen").await;
    assert_eq!(list.status, StatusCode::OK, "{}", list.location);
    assert!(list.body.contains("Nguyễn Thị Đào") && list.body.contains("Đăng ký khai sinh"), "{}", list.body);
    let code = list.body.split_once("name=\"ma\" value=\"").unwrap().1;
    let code = code.split_once("name=\"ma\" value=\"").unwrap().1.split('"').next().unwrap().to_owned();
    let came = desk.send("/quay/lich-hen", "/quay/lich-hen/den", &[("ma", &code.to_lowercase())]).await;
    assert!(came.location.contains("xong=den"), "{} {}", came.status, came.body);
    assert!(desk.get(&came.location).await.body.contains("đã đến đúng giờ hẹn"));
    // The QR of the pass, scanned, early.
    let pass = format!("https://thanhha.example{}", second.replace("/dat-lich/", "/the/"));
    let early = desk.send("/quay/lich-hen", "/quay/lich-hen/den", &[("ma", &pass)]).await;
    assert!(early.location.contains("xong=som"), "{}", early.body);
    let unknown = desk.send("/quay/lich-hen", "/quay/lich-hen/den", &[("ma", "000-000")]).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unknown.body.contains("vẫn được phục vụ") && unknown.body.contains("value=\"000-000\""));
    let forged = desk.post("/quay/lich-hen/den", &[("ma", &code)]).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn booked_for_somebody_who_rang() {
    let (office, router) = office().await;
    let desk = Browser::sign_in(&router, &office, "tiepnhan").await;
    let page = "/quay/lich-hen?ngay=2024-02-02";
    let form = [("ngay", "2024-02-02"), ("gio", "09:30"), ("ten", "Cụ Lê Văn Bảy"), ("dien-thoai", "")];
    let booked = desk.send(page, "/quay/lich-hen/dat", &form).await;
    assert!(booked.location.contains("xong=dat"), "{}", booked.body);
    let list = desk.get(&booked.location).await.body;
    assert!(list.contains("Cụ Lê Văn Bảy") && list.contains("Hãy đọc mã này"), "{list}");
    let bad = [("ngay", "2024-02-02"), ("gio", "12:30"), ("ten", "Lê Văn Tám"), ("dien-thoai", "")];
    let refused = desk.send(page, "/quay/lich-hen/dat", &bad).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("value=\"Lê Văn Tám\""), "{}", refused.body);
}

#[tokio::test]
async fn closing_hours_and_settings_belong_to_the_unit() {
    let (office, router) = office().await;
    let browser = Browser::stranger(&router);
    let page = book(&browser, "2024-02-02 14:00", "0912345678").await;
    let leader = Browser::sign_in(&router, &office, "lanhdao").await;
    let list = "/quay/lich-hen?ngay=2024-02-02";
    let empty = [("ngay", "2024-02-02"), ("tu", "15:00"), ("den", "14:00"), ("ly-do", "")];
    let wrong = leader.send(list, "/quay/lich-hen/dong", &empty).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("href=\"#den\"") && wrong.body.contains("href=\"#ly-do\""), "{}", wrong.body);
    let form = [("ngay", "2024-02-02"), ("tu", "13h30"), ("den", "17:00"), ("ly-do", "Mất điện theo lịch")];
    let closed = leader.send(list, "/quay/lich-hen/dong", &form).await;
    assert!(closed.location.contains("xong=dong"), "{}", closed.body);
    let told = browser.get(&page).await.body;
    assert!(told.contains("Mất điện theo lịch") && told.contains("Lịch hẹn không còn"), "{told}");
    let settings = "/quay/lich-hen/cai-dat";
    let usual = |share: &'static str, version: &'static str| {
        [
            ("ban", version),
            ("mo", "1"),
            ("do-dai", "30"),
            ("phuc-vu", "10"),
            ("quay", "2"),
            ("ty-le", share),
            ("den", "90"),
            ("truoc", "28"),
        ]
    };
    let greedy = leader.send(settings, settings, &usual("95", "0")).await;
    assert_eq!(greedy.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(greedy.body.contains("href=\"#ty-le\"") && greedy.body.contains("value=\"95\""));
    let saved = leader.send(settings, settings, &usual("70", "0")).await;
    assert_eq!(saved.location, "/quay/lich-hen/cai-dat?da-luu=1", "{}", saved.body);
    assert_eq!(leader.send(settings, settings, &usual("50", "0")).await.status, StatusCode::CONFLICT);
    for username in ["thamdinh", "traketqua", "tinhnguyen", "quantri"] {
        let other = Browser::sign_in(&router, &office, username).await;
        for path in ["/quay/lich-hen", settings] {
            assert_eq!(other.get(path).await.status, StatusCode::FORBIDDEN, "{username} {path}");
        }
    }
    assert_eq!(browser.get("/quay/lich-hen").await.status, StatusCode::SEE_OTHER, "to the log-in");
}
