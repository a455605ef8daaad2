use super::*;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use tower::ServiceExt;

async fn fetch(url: &str, encoding: &str) -> Response {
    let request = Request::get(url).header("accept-encoding", encoding).body(Body::empty()).unwrap();
    router::<()>().oneshot(request).await.unwrap()
}

#[tokio::test]
async fn serves_for_ever_and_compressed() {
    for asset in ASSETS {
        let response = fetch(asset.url, "br, gzip").await;
        assert_eq!(response.status(), StatusCode::OK, "{}", asset.url);
        assert_eq!(response.headers()["content-encoding"], "gzip");
        assert!(response.headers()["cache-control"].to_str().unwrap().contains("immutable"));
        let plain = fetch(asset.url, "identity").await;
        assert!(plain.headers().get("content-encoding").is_none());
        let bytes = to_bytes(plain.into_body(), 1 << 20).await.unwrap();
        assert_eq!(&bytes[..], asset.plain);
    }
}

#[tokio::test]
async fn an_old_name_is_not_found() {
    assert_eq!(fetch("/tinh/khongcho.000000000000.css", "gzip").await.status(), StatusCode::NOT_FOUND);
}

#[test]
fn a_refused_coding_is_not_sent() {
    let header =
        |value: &'static str| HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(value))]);
    assert!(accepts_gzip(&header("gzip;q=0.5, br")));
    assert!(!accepts_gzip(&header("gzip; q=0, br")));
    assert!(!accepts_gzip(&HeaderMap::new()));
}

/// Budgets of the files every page loads, in bytes on the wire.
#[test]
fn files_stay_small() {
    for (name, bytes_max) in [
        ("khongcho.css", 5_120),
        ("desk.css", 3_072),
        ("board.css", 6_656),
        ("khongcho.js", 4_096),
        ("queue.css", 6_656),
        ("queue.js", 3_072),
    ] {
        let bytes = compressed_bytes(name);
        assert!(bytes > 0 && bytes <= bytes_max, "{name}: {bytes} bytes, at most {bytes_max}");
    }
}
