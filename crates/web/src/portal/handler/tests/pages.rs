//! Every page answers in both languages, and says what is true of the day.

use super::Portal;
use app::testing::{UNIT, at};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use domain::promise::Duty;

const PROCEDURE: &str = "/thu-tuc/2.000635";

/// HTML, styles and mark of a first visit, compressed; the page budget of the design.
const FIRST_VISIT_BYTES_MAX: usize = 30 * 1024;

#[tokio::test]
async fn every_page_answers_in_both_languages() {
    let portal = Portal::open().await;
    let unit = [format!("/khong-cho/{UNIT}"), format!("/bang/{UNIT}")];
    let fixed = ["/", "/thu-tuc", PROCEDURE, "/khong-cho", "/tra-cuu", "/tuy-chon", "/tro-giup", "/tro-nang"];
    let fixed = fixed.into_iter().chain(["/rieng-tu", "/dong-ho", "/thu-tuc?q=khai%20sinh&viec=sinh-con"]);
    for path in fixed.map(str::to_owned).chain(unit) {
        for lang in ["vi", "en"] {
            let page = portal.get_in(&path, lang).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(page.text().contains(&format!("<html lang=\"{lang}\"")), "{path} in {lang}");
            assert!(page.header("content-security-policy").contains("default-src 'self'"), "{path}");
        }
    }
}

#[tokio::test]
async fn heads_are_answered_like_pages() {
    let portal = Portal::open().await;
    for path in ["/", PROCEDURE, "/tra-cuu"] {
        let answer = portal.send(Request::head(path).body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(answer.body.is_empty(), "{path}");
    }
}

#[tokio::test]
async fn what_does_not_exist_gets_a_page_that_says_so() {
    let portal = Portal::open().await;
    for path in [
        "/khong-co",
        "/thu-tuc/9.999999",
        "/thu-tuc/x",
        "/khong-cho/99999",
        "/khong-cho/x",
        "/bang/99999",
        "/bang/99999/su-kien",
        "/ho-so/KHONGCO",
        "/kiem-chung/KHONGCO",
    ] {
        let page = portal.get(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(page.text().contains("<h1>"), "{path}");
    }
    let page = portal.post("/thu-tuc", "").await;
    assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(page.text().contains("405") && page.header("allow").contains("GET"));
}

#[tokio::test]
async fn the_first_page_tells_the_day() {
    let portal = Portal::open().await;
    let friday = portal.get("/").await.text();
    assert!(friday.contains("15 giờ 30") && friday.contains("1 / 21"), "{friday}");
    portal.office.clock.set(at("2024-02-02T15:31:00+07:00"));
    assert!(portal.get("/").await.text().contains("Đã quá 15 giờ 30"));
    // The Friday in the week of Tết is a holiday and is left out.
    portal.office.clock.set(at("2024-02-05T09:00:00+07:00"));
    let monday = portal.get_in("/", "en").await.text();
    assert!(monday.contains("Friday, 16 February 2024"), "{monday}");
}

#[tokio::test]
async fn the_promise_follows_the_hour_and_the_duties() {
    let portal = Portal::open().await;
    let path = format!("{PROCEDURE}?don-vi={UNIT}");
    let morning = portal.get(&path).await.text();
    assert!(morning.contains("Có kết quả trong ngày, trước 17 giờ"), "{morning}");
    assert!(morning.contains("Mang đủ giấy tờ") && morning.contains("8.000"));
    portal.office.clock.set(at("2024-02-02T15:31:00+07:00"));
    let late = portal.get(&path).await.text();
    assert!(late.contains("9 giờ thứ Hai, 05/02/2024"), "{late}");
    portal.office.clock.set(at("2024-02-02T08:00:00+07:00"));
    let unit = UNIT.parse().unwrap();
    let office = &portal.office;
    app::duty::set(&office.app, &office.receiver, &unit, Duty::Approve, false).await.unwrap();
    let leaderless = portal.get(&path).await.text();
    assert!(!leaderless.contains("Có kết quả trong ngày"), "{leaderless}");
    let units = portal.get("/khong-cho").await.text();
    assert!(units.contains("Đang chờ lãnh đạo đến"), "{units}");
}

#[tokio::test]
async fn an_open_question_is_told_as_a_condition() {
    let portal = Portal::open().await;
    let page = portal.get(&format!("/thu-tuc/1.004873?don-vi={UNIT}")).await.text();
    assert!(page.contains("Không có gì phải xác minh; quầy hỏi điều này khi nhận."), "{page}");
    let page = portal.get_in(&format!("/thu-tuc/1.004873?don-vi={UNIT}"), "en").await.text();
    assert!(page.contains("Nothing has to be verified; the counter asks this at filing."), "{page}");
}

#[tokio::test]
async fn procedures_are_found_without_marks_and_with_typos() {
    let portal = Portal::open().await;
    for words in
        ["trich%20luc", "trích%20lục".replace('í', "%C3%AD").replace('ụ', "%E1%BB%A5").as_str(), "trich+luuc"]
    {
        let page = portal.get(&format!("/thu-tuc?q={words}")).await.text();
        assert!(page.contains("/thu-tuc/2.000635"), "{words}");
    }
    let (first, second) = (portal.get("/thu-tuc").await.text(), portal.get("/thu-tuc?trang=2").await.text());
    assert!(first.contains("trang=2") && second.contains("trang=1") && first != second);
    let beyond = portal.get("/thu-tuc?trang=9999").await;
    assert_eq!(beyond.status, StatusCode::OK);
    let only = portal.get("/thu-tuc?khong-cho=1&viec=ban-sao").await.text();
    assert!(only.contains("/thu-tuc/2.000815") && !only.contains("/thu-tuc/1.001193"));
}

#[tokio::test]
async fn each_unit_posts_its_list() {
    let portal = Portal::open().await;
    let commune = portal.get(&format!("/khong-cho/{UNIT}")).await.text();
    let district = portal.get("/khong-cho/294").await.text();
    assert!(commune.contains("21 thủ tục") && district.contains("14 thủ tục"));
    assert!(commune.contains("dựng lại từ dữ liệu quốc gia") && commune.contains("Thêm 21 thủ tục"));
}

#[tokio::test]
async fn the_list_is_printed_in_both_sizes() {
    let portal = Portal::open().await;
    assert!(portal.get(&format!("/khong-cho/{UNIT}")).await.text().contains("niem-yet.pdf?kho=A4"));
    let paper = async |size: &str| {
        let answer = portal.get(&format!("/khong-cho/{UNIT}/niem-yet.pdf?kho={size}")).await;
        assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "application/pdf"));
        answer.body
    };
    let (large, small) = (paper("A3").await, paper("A4").await);
    assert!(large.starts_with(b"%PDF") && large != small);
    assert_eq!(paper("A3").await, large);
    let none = portal.get("/khong-cho/30/niem-yet.pdf").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_page_that_is_kept_is_not_sent_again() {
    let portal = Portal::open().await;
    let page = portal.get_in("/", "vi").await;
    assert_eq!(page.header("cache-control"), "no-cache");
    let again = Request::get("/").header("accept", "text/html").header("if-none-match", page.header("etag"));
    let again = portal.send(again.body(Body::empty()).unwrap()).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert!(again.body.is_empty());
}

#[tokio::test]
async fn a_first_visit_fits_the_budget() {
    let portal = Portal::open().await;
    for path in ["/", PROCEDURE] {
        let html = portal.get_small(path).await;
        assert_eq!(html.header("content-encoding"), "gzip");
        let plain = portal.get(path).await.text();
        let assets = plain.matches("/tinh/").count();
        assert!(assets <= 2, "{path}: {assets} assets beside the page");
        let css =
            crate::assets::compressed_bytes("khongcho.css") + crate::assets::compressed_bytes("mark.svg");
        let bytes = html.body.len() + css;
        assert!(bytes <= FIRST_VISIT_BYTES_MAX, "{path}: {bytes} bytes");
    }
}

#[tokio::test]
async fn choices_are_kept_and_lead_back_to_this_site_only() {
    let portal = Portal::open().await;
    let answer = portal.get("/tuy-chon?ngon-ngu=en&ve=%2Fthu-tuc%3Fq%3Da").await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/thu-tuc?q=a"));
    assert!(answer.header("set-cookie").starts_with("tuy-chon=en.100.auto;"));
    assert!(answer.header("set-cookie").contains("Secure"));
    for evil in ["%2F%2Fevil.example", "https%3A%2F%2Fevil.example", "%2F%5Cevil.example"] {
        let answer = portal.get(&format!("/tuy-chon?mau=dark&ve={evil}")).await;
        assert_eq!(answer.header("location"), "/tuy-chon?da-luu=1", "{evil}");
    }
}

#[tokio::test]
async fn the_clock_of_the_demo_moves_forward() {
    let portal = Portal::open().await;
    let answer = portal.post("/dong-ho", "den=15-29&ve=%2Fkhong-cho").await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/khong-cho"));
    assert_eq!(app::Clock::now(portal.office.clock.as_ref()), at("2024-02-02T15:29:00+07:00"));
    portal.post("/dong-ho", "den=ngay-khong-cho").await;
    assert_eq!(app::Clock::now(portal.office.clock.as_ref()), at("2024-02-16T07:30:00+07:00"));
    assert_eq!(portal.post("/dong-ho", "den=hom-qua").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn machines_find_their_files() {
    let portal = Portal::open().await;
    assert!(portal.get("/robots.txt").await.text().contains("Disallow: /ho-so/"));
    let map = portal.get("/sitemap.xml").await.text();
    assert!(map.contains("<loc>https://thanhha.example/thu-tuc/2.000635</loc>"), "{map}");
    assert!(portal.get("/.well-known/security.txt").await.text().contains("Expires: 2024-07-3"));
}
