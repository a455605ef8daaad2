//! Bare error answers of the framework become pages for people, and problems for programs below the API's address.

use crate::api;
use crate::portal::ErrorKind;
use crate::reply;
use crate::site::Ask;
use axum::extract::Request;
use axum::http::header::{ACCEPT, ALLOW, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::Response;

/// Turns an error without a page of its own into one, where the reader is a browser.
pub async fn into_pages(ask: Ask, request: Request, next: Next) -> Response {
    if request.uri().path().starts_with(api::BASE) {
        return api::of_bare(next.run(request).await, ask.lang);
    }
    let reads_pages = wants_html(request.headers());
    let heads = *request.method() == Method::HEAD;
    let bare = next.run(request).await;
    let failed = bare.status().is_client_error() || bare.status().is_server_error();
    if !failed || !reads_pages || heads || has_page(bare.headers()) {
        return bare;
    }
    let status = bare.status();
    let mut page = reply::error(&ask, ErrorKind::from_status(status.as_u16()));
    *page.status_mut() = status;
    for name in [ALLOW, RETRY_AFTER] {
        if let Some(value) = bare.headers().get(&name) {
            page.headers_mut().insert(name, value.clone());
        }
    }
    page
}

fn wants_html(headers: &HeaderMap) -> bool {
    headers.get(ACCEPT).and_then(|value| value.to_str().ok()).is_some_and(|kinds| kinds.contains("text/html"))
}

/// Whether the answer says more than a line of plain text.
fn has_page(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("text/plain");
    !kind.starts_with("text/plain")
}
