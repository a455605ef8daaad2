//! Look-ups, the board and the check of a result: what is shown, and that nothing personal is.

use super::Portal;
use app::testing::UNIT;
use axum::body::Body;
use axum::http::header::ACCEPT;
use axum::http::{Request, StatusCode};
use futures_util::StreamExt;
use tower::ServiceExt;

const NAME: &str = "Nhung";

async fn receive(portal: &Portal) -> app::intake::Receipt {
    portal.office.receive("2.000635", &[("subject_name", "Trần Gia Bảo")]).await
}

#[tokio::test]
async fn code_and_pin_show_the_stage_and_nobody() {
    let portal = Portal::open().await;
    let receipt = receive(&portal).await;
    let form = format!("ma={}&pin={}", receipt.code.as_str().to_lowercase(), receipt.pin);
    let page = portal.post("/tra-cuu", &form).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.header("cache-control"), "no-store");
    let text = page.text();
    assert!(text.contains(receipt.code.as_str()) && text.contains("17 giờ") && text.contains("Thanh Xá"));
    assert!(!text.contains(NAME) && !text.contains("Gia Bảo"));
    let page = portal.get(&format!("/ho-so/{}", receipt.token)).await;
    assert_eq!(page.status, StatusCode::OK);
    portal.office.appraise(&receipt.code, &[]).await;
    portal.office.approve(&receipt.code).await;
    let ready = portal.get(&format!("/ho-so/{}", receipt.token)).await.text();
    assert!(ready.contains("Mời đến nhận kết quả tại"), "{ready}");
}

#[tokio::test]
async fn an_unknown_code_and_a_wrong_pin_get_the_same_bytes() {
    let portal = Portal::open().await;
    let known = receive(&portal).await.code.as_str().to_owned();
    let unknown = known.replace("-0001", "-0002");
    assert_ne!(known, unknown);
    let answer = async |code: &str| {
        let answer = portal.post("/tra-cuu", &format!("ma={code}&pin=0000-0000")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        let mut headers: Vec<String> =
            answer.headers.iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
        headers.sort();
        (headers, answer.text().replace(code, "MA"))
    };
    assert_eq!(answer(&known).await, answer(&unknown).await);
}

#[tokio::test]
async fn guessing_is_stopped_after_ten_misses() {
    let portal = Portal::open().await;
    let receipt = receive(&portal).await;
    for guess in 0..10 {
        let form = format!("ma=H23.99-240202-{guess:04}&pin=0000-000{guess}");
        assert_eq!(portal.post("/tra-cuu", &form).await.status, StatusCode::NOT_FOUND);
    }
    let right = format!("ma={}&pin={}", receipt.code, receipt.pin);
    let blocked = portal.post("/tra-cuu", &right).await;
    assert_eq!(blocked.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(blocked.header("retry-after"), "3600");
    // The QR of the receipt works all the same, and so does the next hour.
    assert_eq!(portal.get(&format!("/ho-so/{}", receipt.token)).await.status, StatusCode::OK);
    portal.office.clock.pass_minutes(60);
    assert_eq!(portal.post("/tra-cuu", &right).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_form_that_cannot_be_comes_back_with_what_was_typed() {
    let portal = Portal::open().await;
    let page = portal.post("/tra-cuu", "ma=khong+phai&pin=").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = page.text();
    assert!(text.contains("value=\"khong phai\"") && text.contains("Chưa có PIN"), "{text}");
}

#[tokio::test]
async fn a_result_is_verified_without_naming_anybody() {
    let portal = Portal::open().await;
    let receipt = receive(&portal).await;
    portal.office.appraise(&receipt.code, &[]).await;
    portal.office.approve(&receipt.code).await;
    let page = app::read::dossier(&portal.office.app, &portal.office.leader, &receipt.code).await.unwrap();
    let token = page.result_token.unwrap();
    let page = portal.get(&format!("/kiem-chung/{token}")).await;
    assert_eq!(page.status, StatusCode::OK);
    let text = page.text();
    assert!(text.contains("đang có hiệu lực") && text.contains("Phạm Văn Mẫu"), "{text}");
    assert!(text.contains("không phải giấy tờ thật") && text.contains("Dữ liệu minh họa"), "{text}");
    assert!(!text.contains(NAME));
    let paper = portal.get(&format!("/ket-qua/{token}.pdf")).await;
    assert_eq!(paper.status, StatusCode::NOT_FOUND, "the paper itself is given to its owner only");
}

#[tokio::test]
async fn the_board_shows_serials_and_time_left() {
    let portal = Portal::open().await;
    let path = format!("/bang/{UNIT}");
    assert!(portal.get(&path).await.text().contains("Chưa có hồ sơ nào"));
    let (first, _second) = (receive(&portal).await, receive_another(&portal).await);
    portal.office.appraise(&first.code, &[]).await;
    portal.office.approve(&first.code).await;
    let text = portal.get(&path).await.text();
    assert!(text.contains("0001") && text.contains("0002") && text.contains("còn 7 giờ"), "{text}");
    assert!(!text.contains(NAME) && !text.contains(first.code.as_str()));
    assert!(text.contains("<noscript>") && text.contains("?tu-tai=1"));
    assert_eq!(portal.get(&format!("{path}?tu-tai=1")).await.header("refresh"), "15");
}

async fn receive_another(portal: &Portal) -> app::intake::Receipt {
    portal.office.receive("2.000815", &[]).await
}

#[tokio::test]
async fn the_stream_sends_the_board_at_once_and_on_every_change() {
    let portal = Portal::open().await;
    let request = Request::get(format!("/bang/{UNIT}/su-kien")).header(ACCEPT, "text/event-stream");
    let request = request.header("accept-encoding", "gzip").body(Body::empty()).unwrap();
    let response = portal.router.clone().oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    assert!(!response.headers().contains_key("content-encoding"));
    let mut stream = response.into_body().into_data_stream();
    let first = String::from_utf8(stream.next().await.unwrap().unwrap().to_vec()).unwrap();
    assert!(first.starts_with("data:") && first.contains("Chưa có hồ sơ nào"), "{first}");
    receive(&portal).await;
    let second = String::from_utf8(stream.next().await.unwrap().unwrap().to_vec()).unwrap();
    assert!(second.contains("0001"), "{second}");
}

#[tokio::test]
async fn an_overdue_dossier_is_called_overdue() {
    let portal = Portal::open().await;
    let receipt = receive(&portal).await;
    let page = format!("/ho-so/{}", receipt.token);
    assert!(!portal.get(&page).await.text().contains("quá hẹn"));
    portal.office.clock.pass_minutes(14 * 24 * 60);
    let late = portal.get(&page).await.text();
    assert!(late.contains("Hồ sơ này đã quá hẹn") && late.contains("phiếu xin lỗi"), "{late}");
}
