//! Administration through the router.

use crate::sign_in::tests::Browser;
use app::policy;
use axum::http::StatusCode;

/// An administrator before an office whose pack is in the database too.
async fn administrator() -> Browser {
    let browser = Browser::of("quantri").await;
    let files = app::testing::pack_files(app::testing::PACK);
    policy::install(&browser.office.app.store, app::testing::PACK, files, 0).await.unwrap();
    browser
}

const PAGES: [&str; 11] = [
    "/quan-tri",
    "/quan-tri/tai-khoan",
    "/quan-tri/them-tai-khoan",
    "/quan-tri/tai-khoan/tiepnhan",
    "/quan-tri/don-vi",
    "/quan-tri/goi",
    "/quan-tri/goi/thanh-ha-2023",
    "/quan-tri/goi/thanh-ha-2023/tep?ten=units.toml",
    "/quan-tri/chuong-trinh",
    "/quan-tri/lich?nam=2024",
    "/quan-tri/quyen",
];

#[tokio::test]
async fn every_page_opens_for_administrators_and_for_nobody_else() {
    let mut admin = administrator().await;
    for path in PAGES.into_iter().chain(["/quan-tri/nhat-ky", "/quan-tri/ma-truy-cap"]) {
        let answer = admin.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(answer.html.matches("<h1").count(), 1, "{path}");
    }
    for username in ["tiepnhan", "lanhdao", "theodoi"] {
        admin.log_in(username, app::account::DEMO_PASSWORD).await;
        for path in PAGES {
            assert_eq!(admin.get(path).await.status, StatusCode::FORBIDDEN, "{username} {path}");
        }
    }
    let mut stranger = Browser::open().await;
    assert_eq!(stranger.get("/quan-tri").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_new_account_has_every_problem_at_once_and_then_a_password() {
    let mut admin = administrator().await;
    let path = "/quan-tri/them-tai-khoan";
    let bad =
        [("ten-dang-nhap", "Đào"), ("dien-thoai", "abc"), ("tu-ngay-ngay", "31"), ("tu-ngay-thang", "2")];
    let answer = admin.submit(path, path, &bad).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for id in ["ten-dang-nhap", "ho-ten", "dien-thoai", "vai-tro", "don-vi", "tu-ngay"] {
        assert!(answer.html.contains(&format!("id=\"{id}-loi\"")), "{id}");
    }
    let good = [
        ("ten-dang-nhap", "dao.nt"),
        ("ho-ten", "Nguyễn Thị Đào"),
        ("vai-tro", "receiver"),
        ("don-vi", "10852"),
    ];
    let made = admin.submit(path, path, &good).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.html);
    let password = made.html.split("call code\">").nth(1).and_then(|rest| rest.split('<').next()).unwrap();
    let password = password.to_owned();
    assert_eq!(admin.log_in("dao.nt", &password).await.to, "/tai-khoan");
    assert_eq!(admin.get("/quay").await.to, "/tai-khoan");
}

#[tokio::test]
async fn roles_are_given_and_ended_on_the_account_page() {
    let mut admin = administrator().await;
    let path = "/quan-tri/tai-khoan/tiepnhan";
    let role = [
        ("vai-tro", "cashier"),
        ("don-vi", "10852"),
        ("tu-ngay-ngay", "1"),
        ("tu-ngay-thang", "2"),
        ("tu-ngay-nam", "2024"),
    ];
    let given = admin.submit(path, &format!("{path}/vai-tro"), &role).await;
    assert_eq!(given.to, format!("{path}?xong=1"));
    assert!(admin.get(path).await.html.contains("value=\"cashier\""));
    let end = [("vai-tro", "cashier"), ("don-vi", "10852"), ("tu", "2024-02-01")];
    assert_eq!(admin.submit(path, &format!("{path}/thoi-vai-tro"), &end).await.to, format!("{path}?xong=1"));
    let again = [("vai-tro", "leader"), ("don-vi", "")];
    assert_eq!(
        admin.submit(path, &format!("{path}/vai-tro"), &again).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let stale = [("phien-ban", "99"), ("ho-ten", "Ai Đó")];
    assert_eq!(admin.submit(path, &format!("{path}/sua"), &stale).await.status, StatusCode::CONFLICT);
    let own = "/quan-tri/tai-khoan/quantri";
    let locked = admin.submit(own, &format!("{own}/khoa"), &[("phien-ban", "1")]).await;
    assert_eq!(locked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(admin.get("/quan-tri/nhat-ky").await.html.contains("Giao vai trò"));
}

#[tokio::test]
async fn a_broken_pack_is_told_line_by_line_and_changes_nothing() {
    let mut admin = administrator().await;
    let path = "/quan-tri/goi/thanh-ha-2023/tep?ten=calendars.toml";
    let broken = "[[calendar]]\nid = \"x\"\nla = 1\n";
    let answer = admin.submit(path, path, &[("van-ban", broken), ("viec", "ap-dung")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.html.contains("calendars.toml") && answer.html.contains("Lỗi"));
    assert!(!admin.get(path).await.html.contains("la = 1"));
    let import = admin.submit("/quan-tri/goi", "/quan-tri/goi", &[("ten", "Gói!"), ("van-ban", "x")]).await;
    assert_eq!(import.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_day_off_is_in_force_at_once_and_the_revision_counts_up() {
    let mut admin = administrator().await;
    let fields = [
        ("lich", "thanh-ha-gio-hanh-chinh"),
        ("nam", "2024"),
        ("loai", "nghi"),
        ("tu-ngay-ngay", "9"),
        ("tu-ngay-thang", "9"),
        ("tu-ngay-nam", "2024"),
        ("ten-vi", "Nghỉ phòng bão"),
        ("ten-en", "Storm"),
    ];
    let path = "/quan-tri/lich?nam=2024";
    let saved = admin.submit(path, "/quan-tri/lich", &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.html);
    let page = admin.get(&saved.to).await.html;
    assert!(page.contains("Nghỉ phòng bão"));
    let policy = admin.office.app.policy();
    let day = jiff::civil::date(2024, 9, 9);
    let calendar = policy.calendar_of(&"10852".parse().unwrap(), day).unwrap();
    assert!(!calendar.is_working_day(day).is_working());
    assert_eq!(policy.packs()[0].revision, 2);
    let empty =
        admin.submit(path, "/quan-tri/lich", &[("lich", "thanh-ha-gio-hanh-chinh"), ("nam", "2024")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_programme_ends_when_its_last_day_is_saved() {
    let mut admin = administrator().await;
    let fields = [
        ("tu-ngay-ngay", "1"),
        ("tu-ngay-thang", "10"),
        ("tu-ngay-nam", "2023"),
        ("den-ngay-ngay", "1"),
        ("den-ngay-thang", "2"),
        ("den-ngay-nam", "2024"),
    ];
    let page = "/quan-tri/chuong-trinh";
    let action = "/quan-tri/chuong-trinh/thanh-ha-2023/thu-sau-khong-cho";
    let saved = admin.submit(page, action, &fields).await;
    assert_eq!(saved.to, "/quan-tri/chuong-trinh?xong=1", "{}", saved.html);
    let policy = admin.office.app.policy();
    let unit = "10852".parse().unwrap();
    assert!(policy.programmes_at(&unit, jiff::civil::date(2024, 2, 2)).is_empty());
    assert!(!policy.programmes_at(&unit, jiff::civil::date(2024, 2, 1)).is_empty());
}

#[tokio::test]
async fn a_token_is_shown_once() {
    let mut admin = administrator().await;
    let path = "/quan-tri/ma-truy-cap";
    assert_eq!(admin.submit(path, path, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let wish = [("nhan", "Hộ tịch"), ("tai-khoan", "tiepnhan"), ("vai-tro", "receiver"), ("don-vi", "10852")];
    let made = admin.submit(path, path, &wish).await;
    assert!(made.html.contains("khc_"));
    let listed = admin.get(path).await.html;
    assert!(listed.contains("Hộ tịch") && !listed.contains("khc_"));
}
