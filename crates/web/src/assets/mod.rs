//! Style sheets, script and mark, inside the binary, compressed at build time, named by their content.
//!
//! A name changes with the content, so a browser keeps what it has for ever: the second page costs no asset.

use axum::Router;
use axum::extract::Path;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, LOCATION, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

/// What every page may load: only what this server serves, nothing inline, no frames around it.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; base-uri 'none'; form-action 'self'; \
     frame-ancestors 'none'; object-src 'none'";

const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// One file as served.
struct Asset {
    name: &'static str,
    url: &'static str,
    kind: &'static str,
    plain: &'static [u8],
    gzip: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The address of a file of `static/`, with its hash; `/tinh/` alone when there is no such file, which tests find.
pub fn asset_url(name: &str) -> &'static str {
    ASSETS.iter().find(|asset| asset.name == name).map_or("/tinh/", |asset| asset.url)
}

/// Bytes of a file on the wire when compressed; for the page budget.
pub fn compressed_bytes(name: &str) -> usize {
    ASSETS.iter().find(|asset| asset.name == name).map_or(0, |asset| asset.gzip.len())
}

/// Serves `/tinh/*` and the icon that browsers ask for by themselves.
pub fn router<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
{
    Router::new().route("/tinh/{file}", get(serve)).route("/favicon.ico", get(icon))
}

async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.url.rsplit('/').next() == Some(file.as_str())) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let gzip = accepts_gzip(&headers);
    let mut response = if gzip { asset.gzip } else { asset.plain }.into_response();
    let out = response.headers_mut();
    out.insert(CONTENT_TYPE, HeaderValue::from_static(asset.kind));
    out.insert(CACHE_CONTROL, FOR_EVER);
    out.insert(VARY, HeaderValue::from_static("accept-encoding"));
    out.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if gzip {
        out.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

async fn icon() -> Response {
    let to = HeaderValue::from_static(asset_url("mark.svg"));
    (StatusCode::MOVED_PERMANENTLY, [(LOCATION, to)]).into_response()
}

fn accepts_gzip(headers: &HeaderMap) -> bool {
    headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).is_some_and(|value| {
        value.split(',').map(str::trim).any(|coding| {
            coding.split(';').next() == Some("gzip") && !coding.replace(' ', "").ends_with(";q=0")
        })
    })
}

#[cfg(test)]
mod tests;
