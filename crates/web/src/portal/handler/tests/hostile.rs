//! What nobody should send: answered calmly, never with a fault of ours.

use super::Portal;
use app::testing::UNIT;
use axum::http::StatusCode;

#[tokio::test]
async fn nothing_typed_is_a_fault_of_ours() {
    let portal = Portal::open().await;
    let long = "a".repeat(5_000);
    let nasty = [
        "khai%20sinh%CC%82",
        "tri%CC%81ch%20lu%CC%A3c",
        "%E2%80%8Bkhai%E2%80%8B",
        "%00",
        "%FF%FE",
        "..%2F..%2Fetc%2Fpasswd",
        "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "'%20OR%201%3D1--",
        "%25",
        "%",
        "-1",
        "99999999999999999999999",
        long.as_str(),
    ];
    for text in nasty {
        let pages = [
            format!("/thu-tuc?q={text}"),
            format!("/thu-tuc?trang={text}&viec={text}"),
            format!("/thu-tuc/{text}"),
            format!("/thu-tuc/2.000635?don-vi={text}"),
            format!("/khong-cho/{text}"),
            format!("/bang/{text}"),
            format!("/bang/{text}/su-kien"),
            format!("/ho-so/{text}"),
            format!("/kiem-chung/{text}"),
            format!("/tuy-chon?co-chu={text}&ve={text}"),
            format!("/{text}"),
        ];
        for path in pages {
            let answer = portal.get(&path).await;
            assert!(!answer.status.is_server_error(), "{path}: {}", answer.status);
            assert!(!answer.text().contains("<script>alert"), "{path}");
            if answer.status.is_client_error() {
                assert!(answer.text().contains("<h1>"), "{path}: {} without a page", answer.status);
            }
        }
        for path in ["/tra-cuu", "/dong-ho"] {
            let answer = portal.post(path, &format!("ma={text}&pin={text}&den={text}&ve={text}")).await;
            assert!(!answer.status.is_server_error(), "{path} {text}");
        }
    }
}

#[tokio::test]
async fn absurd_sizes_get_a_page() {
    let portal = Portal::open().await;
    let long = portal.get(&format!("/thu-tuc?q={}", "a".repeat(5_000))).await;
    assert_eq!(long.status, StatusCode::BAD_REQUEST);
    assert!(long.text().contains("Địa chỉ này quá dài"));
    let large = portal.post("/tra-cuu", &format!("ma={}", "a".repeat(2 << 20))).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(large.text().contains("Điều vừa gửi quá lớn"));
}

#[tokio::test]
async fn unknown_values_are_ignored() {
    let portal = Portal::open().await;
    for path in ["/?x=1", "/thu-tuc/2.000635?don-vi=99999&x=y", "/thu-tuc?viec=khong-co", "/tuy-chon?mau=do"]
    {
        assert_eq!(portal.get(path).await.status, StatusCode::OK, "{path}");
    }
    let path = format!("/khong-cho/{UNIT}/");
    assert_eq!(portal.get(&path).await.status, StatusCode::NOT_FOUND);
}
