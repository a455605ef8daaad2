//! `/api/v1`: the same use cases for programs, as JSON.
//!
//! | module | concept |
//! |---|---|
//! | [`endpoint`] | every address once; router and description are made from it |
//! | [`auth`] | tokens for programs, one role at one unit; no cookies |
//! | [`json`], [`read`] | bodies: strict, bounded, everything wrong at once |
//! | [`query`], [`cursor`] | parameters and sealed places in lists |
//! | [`once`] | Idempotency-Key |
//! | [`problem`], [`code`] | errors as RFC 9457 says, in the reader's language |
//! | [`draft`], [`person`], [`input`] | what bodies mean |
//! | [`files`] | a file for a component |
//! | [`show`] | what answers look like |
//! | [`openapi`], [`page`] | the description for programs and for people |

mod act;
mod assessments;
mod auth;
mod code;
mod cursor;
mod dossiers;
mod draft;
mod endpoint;
mod files;
mod input;
mod json;
mod once;
mod openapi;
mod page;
mod person;
mod problem;
mod procedures;
mod public;
mod query;
mod read;
mod show;
#[cfg(test)]
mod tests;

pub use openapi::openapi;
pub use problem::{foreign, of_bare};

use crate::access::{Row, Who};
use crate::portal::handler::limit::Limiter;
use crate::site::Site;
use axum::extract::DefaultBodyLimit;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use code::Code;
use problem::Problem;
use std::sync::Arc;

/// Where the API lives.
pub const BASE: &str = "/api/v1";

/// The page that describes the API.
pub fn page() -> Router<Site> {
    Router::new().route("/api", get(page::page))
}

/// The API. Codes and PINs guessed here and on the page count together.
pub fn router(site: &Site, limiter: Arc<Limiter>) -> Router<Site> {
    let api = endpoint::all()
        .into_iter()
        .fold(Router::new(), |router, endpoint| router.route(endpoint.path, endpoint.route))
        .method_not_allowed_fallback(async || Problem::new(Code::MethodNotAllowed))
        .fallback(async || Problem::new(Code::NotFound))
        .layer(DefaultBodyLimit::max(json::BODY_BYTES_MAX))
        .layer(Extension(limiter))
        .layer(from_fn_with_state(site.clone(), problem::speak));
    Router::new().nest(BASE, api)
}

/// Who may call what, for the table of every address.
pub fn access() -> Vec<Row> {
    let row = |endpoint: endpoint::Endpoint| Row {
        method: if endpoint.method == "get" { "GET" } else { "POST" },
        path: format!("{BASE}{}", endpoint.path).into(),
        who: if endpoint.public { Who::Everyone } else { Who::Program },
    };
    endpoint::all().into_iter().map(row).collect()
}

/// An answer in JSON, kept by nobody.
fn answer(status: StatusCode, body: String) -> Response {
    let kind = HeaderValue::from_static("application/json");
    (status, [(CONTENT_TYPE, kind), (CACHE_CONTROL, HeaderValue::from_static("no-store"))], body)
        .into_response()
}

/// Marks an answer with the version of the dossier; it may be kept by the caller alone, who asks before using it.
fn etag(mut response: Response, version: u32) -> Response {
    let headers = response.headers_mut();
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{version}\"")) {
        headers.insert(ETAG, tag);
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    response
}
