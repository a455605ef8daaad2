//! Every address of the product, and what surrounds each answer.

use crate::network::Networks;
use crate::portal::ErrorKind;
use crate::portal::handler;
use crate::portal::handler::limit::Limiter;
use crate::site::{Ask, Site};
use crate::{access, api, assets, booking, gallery, reply, staff};
use app::App;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::{
    CONTENT_SECURITY_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::sync::Arc;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// Largest form without files, in bytes.
const FORM_BYTES_MAX: usize = 1 << 20;

/// Longest time an answer may take.
const ANSWER_SECONDS_MAX: u64 = 30;

/// The whole product as one service.
pub fn router(app: App) -> Router {
    router_with(app, Networks::default())
}

/// As [`router`], behind proxies that are trusted, and with look-ups from the units' own networks not counted, for many
/// people share those.
pub fn router_with(app: App, networks: Networks) -> Router {
    let networks = Arc::new(networks);
    let limiter = Arc::new(Limiter::new(networks.clone()));
    let site = Site { networks: networks.clone(), ..Site::new(app) };
    let mut pages = Router::new().route("/healthz", get(healthy)).route("/readyz", get(ready));
    if site.app.config.demo {
        pages = pages.merge(gallery::router());
    }
    let routes = pages
        .merge(assets::router())
        .merge(api::page())
        .merge(booking::router(networks.clone()))
        .merge(crate::queue::router(networks))
        .merge(handler::router(limiter.clone()))
        .merge(crate::sign_in::router())
        .merge(crate::admin::router())
        .merge(crate::assist::router())
        .merge(staff::router())
        .route_layer(from_fn_with_state(site.clone(), access::listed))
        .merge(api::router(&site, limiter))
        .fallback(nowhere);
    surrounded(routes, site, Duration::from_secs(ANSWER_SECONDS_MAX))
}

/// What surrounds every answer; the longest time an answer may take is a matter of the caller.
fn surrounded(routes: Router<Site>, site: Site, answer_within: Duration) -> Router {
    routes
        .layer(DefaultBodyLimit::max(FORM_BYTES_MAX))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, answer_within))
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(site.clone(), handler::bare::into_pages))
        .layer(from_fn_with_state(site.clone(), guard))
        .layer(CompressionLayer::new().gzip(true))
        .with_state(site)
}

/// Alive: the process answers.
async fn healthy() -> &'static str {
    "ok\n"
}

/// Ready: the database answers and has the schema this program knows.
async fn ready(State(site): State<Site>) -> Response {
    match site.app.store.schema_version().await {
        Ok(version) if version == site.app.store.known_version() => "ready\n".into_response(),
        Ok(_) => (StatusCode::SERVICE_UNAVAILABLE, "the schema is not up to date\n").into_response(),
        Err(error) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}

async fn nowhere(ask: Ask) -> Response {
    reply::error(&ask, ErrorKind::NotFound)
}

/// What surrounds every answer: forms of other sites are refused, and browsers are told what a page may do.
async fn guard(State(site): State<Site>, ask: Ask, request: Request, next: Next) -> Response {
    let writes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let foreign = request.headers().get("sec-fetch-site").is_some_and(|from| from == "cross-site");
    if writes && foreign && ask.path.starts_with(api::BASE) {
        return api::foreign(ask.lang);
    }
    if writes && foreign {
        return reply::error(&ask, ErrorKind::Forbidden);
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(CONTENT_SECURITY_POLICY, assets::CONTENT_SECURITY_POLICY);
    set(X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(REFERRER_POLICY, "same-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("permissions-policy"), "camera=(self), geolocation=(), microphone=()");
    if site.app.config.public_url.starts_with("https://") {
        set(STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::testing::Office;
    use axum::body::{Body, to_bytes};
    use tower::ServiceExt;

    #[tokio::test]
    async fn what_breaks_or_takes_too_long_is_a_problem_for_programs_and_a_page_for_people() {
        let office = Office::open().await;
        let site = Site::new(office.app.clone());
        #[allow(clippy::panic, reason = "the answer to a panic is what is asked for")]
        let broken = get(async || -> StatusCode { panic!("on purpose") });
        let slow = get(async || tokio::time::sleep(Duration::from_secs(3_600)).await);
        let reads = axum::routing::post(async |body: axum::body::Bytes| body.len().to_string());
        let mut routes = Router::new();
        for below in ["/api/v1", "/x"] {
            routes = routes
                .route(&format!("{below}/broken"), broken.clone())
                .route(&format!("{below}/slow"), slow.clone())
                .route(&format!("{below}/reads"), reads.clone())
                .route(&format!("{below}/busy"), get(async || StatusCode::SERVICE_UNAVAILABLE));
        }
        let router = surrounded(routes, site, Duration::from_millis(50));
        for (method, path, status, code) in [
            ("GET", "broken", 500, "fault"),
            ("GET", "slow", 503, "unavailable"),
            ("GET", "busy", 503, "unavailable"),
            ("POST", "reads", 413, "too_large"),
            ("PUT", "reads", 405, "method_not_allowed"),
        ] {
            for (below, kind) in [("/api/v1", "application/problem+json"), ("/x", "text/html; charset=utf-8")]
            {
                let large = if status == 413 { vec![b'a'; FORM_BYTES_MAX + 1] } else { Vec::new() };
                let request = Request::builder().method(method).uri(format!("{below}/{path}"));
                let request = request.header("accept", "text/html").body(Body::from(large)).unwrap();
                let answer = router.clone().oneshot(request).await.unwrap();
                assert_eq!(answer.status().as_u16(), status, "{below}/{path}");
                assert_eq!(answer.headers()["content-type"], kind, "{below}/{path}");
                let bytes = to_bytes(answer.into_body(), 1 << 20).await.unwrap();
                let text = String::from_utf8(bytes.to_vec()).unwrap();
                assert!(below == "/x" || text.contains(&format!("\"code\":\"{code}\"")), "{text}");
            }
        }
    }
}
