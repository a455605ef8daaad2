//! Behind a proxy and before one: whose address counts, and what a forged header is worth.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on ends with the reason")]

mod support;

use app::account::DEMO_PASSWORD;
use app::testing::Office;
use axum::http::StatusCode;
use support::Browser;
use web::Networks;

/// The proxy of these tests, and a stranger.
const PROXY: &str = "10.9.0.1";
const STRANGER: &str = "203.0.113.5";

/// Misses after which an address waits.
const MISSES_MAX: usize = 10;

fn networks() -> Networks {
    Networks {
        trusted_proxies: vec!["10.9.0.0/24".parse().unwrap()],
        own: vec!["192.0.2.0/24".parse().unwrap()],
    }
}

/// A visitor who comes from `peer` with what the header says.
fn visitor(browser: &Browser, peer: &str, forwarded: Option<&'static str>) -> Browser {
    Browser {
        router: browser.router.clone(),
        cookie: browser.cookie.clone(),
        peer: peer.parse().unwrap(),
        headers: forwarded.map(|value| ("x-forwarded-for", value)).into_iter().collect(),
    }
}

async fn miss(browser: &Browser) -> StatusCode {
    browser.post("/tra-cuu", &[("ma", "H23.108-240202-0001"), ("pin", "0000-0000")]).await.status
}

async fn log_in(browser: &Browser) -> StatusCode {
    browser.post("/dang-nhap", &[("username", "tiepnhan"), ("password", DEMO_PASSWORD)]).await.status
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn look_ups_count_for_the_client_and_not_for_the_proxy() {
    let office = Office::open().await;
    let site = Browser::behind(&office, networks());
    let one = visitor(&site, PROXY, Some("198.51.100.1"));
    for _ in 0..MISSES_MAX {
        assert_eq!(miss(&one).await, StatusCode::NOT_FOUND);
    }
    assert_eq!(miss(&one).await, StatusCode::TOO_MANY_REQUESTS);
    // What the client writes in front of its own address changes nothing.
    let forger = visitor(&site, PROXY, Some("198.51.100.77, 198.51.100.1"));
    assert_eq!(miss(&forger).await, StatusCode::TOO_MANY_REQUESTS);
    let neighbour = visitor(&site, PROXY, Some("198.51.100.2"));
    assert_eq!(miss(&neighbour).await, StatusCode::NOT_FOUND);
    // The interface for programs counts with the page.
    let body = r#"{"code":"H23.108-240202-0001","pin":"0000-0000"}"#;
    let request = axum::http::Request::post("/api/v1/status")
        .header("content-type", "application/json")
        .body(axum::body::Body::from(body))
        .unwrap();
    assert_eq!(one.ask(request).await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_header_from_a_stranger_is_air() {
    let office = Office::open().await;
    let site = Browser::behind(&office, networks());
    const FORGED: [&str; 4] = ["198.51.100.10", "192.0.2.9", "127.0.0.1", "10.9.0.1"];
    for round in 0..MISSES_MAX {
        let stranger = visitor(&site, STRANGER, Some(FORGED[round % FORGED.len()]));
        assert_eq!(miss(&stranger).await, StatusCode::NOT_FOUND);
    }
    let own = visitor(&site, STRANGER, Some("192.0.2.9"));
    assert_eq!(miss(&own).await, StatusCode::TOO_MANY_REQUESTS, "another header is the same stranger");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_units_own_network_is_not_counted() {
    let office = Office::open().await;
    let site = Browser::behind(&office, networks());
    for browser in [visitor(&site, "192.0.2.9", None), visitor(&site, PROXY, Some("192.0.2.9"))] {
        for _ in 0..=MISSES_MAX {
            assert_eq!(miss(&browser).await, StatusCode::NOT_FOUND);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn accounts_of_this_machine_are_never_reached_through_a_proxy() {
    let office = Office::open().await;
    let signed_in = Browser::sign_in(&office, "tiepnhan").await;
    let site = Browser { cookie: signed_in.cookie.clone(), ..Browser::behind(&office, networks()) };
    let here = visitor(&site, "127.0.0.1", None);
    assert_eq!(log_in(&here).await, StatusCode::SEE_OTHER);
    assert_eq!(here.get("/tai-khoan").await.status, StatusCode::OK);
    for (peer, forwarded) in [
        // Through a trusted proxy, whatever it says and even where it says nothing.
        (PROXY, Some("127.0.0.1")),
        (PROXY, None),
        // Through a proxy on this machine that nobody told us to trust.
        ("127.0.0.1", Some("127.0.0.1")),
        ("127.0.0.1", Some("198.51.100.1")),
        // Not through a proxy at all, but from elsewhere with a forged header.
        (STRANGER, Some("127.0.0.1")),
        (STRANGER, None),
    ] {
        let away = visitor(&site, peer, forwarded);
        assert_eq!(log_in(&away).await, StatusCode::UNPROCESSABLE_ENTITY, "{peer} {forwarded:?}");
        // A session that began at the machine does not open elsewhere.
        let page = away.get("/tai-khoan").await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{peer} {forwarded:?}");
        assert!(page.location.starts_with("/dang-nhap"), "{}", page.location);
    }
    let mut named = visitor(&site, "127.0.0.1", None);
    named.headers = vec![("host", "motcua.example.vn")];
    assert_eq!(log_in(&named).await, StatusCode::UNPROCESSABLE_ENTITY, "a proxy kept the name people typed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn failed_log_ins_behind_a_proxy_do_not_lock_out_others() {
    let office = Office::open().await;
    let site = Browser::behind(&office, networks());
    let guesser = visitor(&site, PROXY, Some("198.51.100.1"));
    let wrong = [("username", "ai-do"), ("password", "sai rồi nhé")];
    for _ in 0..5 {
        assert_eq!(guesser.post("/dang-nhap", &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(guesser.post("/dang-nhap", &wrong).await.status, StatusCode::TOO_MANY_REQUESTS);
    let neighbour = visitor(&site, PROXY, Some("198.51.100.2"));
    assert_eq!(neighbour.post("/dang-nhap", &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}
