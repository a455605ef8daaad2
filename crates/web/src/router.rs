//! Every address of the product, and what surrounds each answer.

use crate::portal::ErrorKind;
use crate::portal::handler;
use crate::portal::handler::limit::{Limiter, Network};
use crate::site::{Ask, Site};
use crate::{api, assets, booking, gallery, reply, staff};
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
    router_with(app, Vec::new())
}

/// As [`router`]; look-ups from networks of the units themselves are not counted, for many people share them.
pub fn router_with(app: App, own_networks: Vec<Network>) -> Router {
    let site = Site::new(app);
    let mut pages = Router::new().route("/healthz", get(healthy)).route("/readyz", get(ready));
    if site.app.config.demo {
        pages = pages.merge(gallery::router());
    }
    pages
        .merge(assets::router())
        .merge(api::router(&site, Limiter::new(own_networks.clone())))
        .merge(booking::router(own_networks.clone()))
        .merge(crate::queue::router(own_networks.clone()))
        .merge(handler::router(Limiter::new(own_networks)))
        .merge(crate::sign_in::router())
        .merge(crate::admin::router())
        .merge(staff::router())
        .fallback(nowhere)
        .layer(DefaultBodyLimit::max(FORM_BYTES_MAX))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            Duration::from_secs(ANSWER_SECONDS_MAX),
        ))
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
