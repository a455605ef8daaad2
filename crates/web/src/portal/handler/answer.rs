//! What public pages have in common: how they are kept, and how their addresses are read.

use crate::fields::Fields;
use crate::portal::ErrorKind;
use crate::reply;
use crate::site::Ask;
use askama::Template;
use axum::extract::{FromRequestParts, RawQuery};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::procedure::Bilingual;
use i18n::Lang;
use sha2::{Digest, Sha256};

/// Longest query that is read, in bytes: what the search box takes, percent-encoded, with room.
const QUERY_BYTES_MAX: usize = 2_048;

/// Values of the query; unknown names are ignored.
#[derive(Debug, Default)]
pub struct Query(pub Fields);

impl FromRequestParts<crate::site::Site> for Query {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &crate::site::Site) -> Result<Self, Response> {
        let Ok(RawQuery(raw)) = RawQuery::from_request_parts(parts, site).await;
        let Some(raw) = raw else { return Ok(Self::default()) };
        let read = (raw.len() <= QUERY_BYTES_MAX).then(|| Fields::from_encoded(&raw)).flatten();
        match read {
            Some(fields) => Ok(Self(fields)),
            None => {
                let Ok(ask) = Ask::from_request_parts(parts, site).await;
                Err(reply::error(&ask, ErrorKind::BadRequest))
            }
        }
    }
}

/// A page without anything personal: browsers keep it and ask each time whether it is still so.
pub fn public(headers: &HeaderMap, template: &impl Template) -> Response {
    let Ok(html) = template.render() else { return reply::page(template) };
    let tag = tag_of(html.as_bytes());
    let common = [
        (CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        (VARY, HeaderValue::from_static("cookie, accept-language")),
        (ETAG, tag.clone()),
    ];
    if headers.get(IF_NONE_MATCH).is_some_and(|known| is_among(known, &tag)) {
        return (StatusCode::NOT_MODIFIED, common).into_response();
    }
    (common, [(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))], html).into_response()
}

/// A weak tag: compression changes the bytes, not the page.
fn tag_of(html: &[u8]) -> HeaderValue {
    let digest = Sha256::digest(html);
    let short: String = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    HeaderValue::from_str(&format!("W/\"{short}\"")).unwrap_or(HeaderValue::from_static("W/\"0\""))
}

fn is_among(known: &HeaderValue, tag: &HeaderValue) -> bool {
    let (Ok(known), Ok(tag)) = (known.to_str(), tag.to_str()) else { return false };
    let bare = |text: &str| text.trim().trim_start_matches("W/").to_owned();
    known.split(',').any(|one| bare(one) == bare(tag))
}

/// The text of a pack in the reader's language; where English is missing, the Vietnamese one.
pub fn named(lang: Lang, text: &Bilingual) -> &str {
    match lang {
        Lang::En if !text.en.is_empty() => &text.en,
        Lang::Vi | Lang::En => &text.vi,
    }
}

/// A count as messages take it.
pub fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The name of a unit as people call it: `Xã Thanh Xá`.
pub fn unit_name(lang: Lang, unit: &domain::place::Unit) -> String {
    let full = named(lang, &unit.name);
    let short = full.strip_prefix("Ủy ban nhân dân ").unwrap_or(full);
    let mut letters = short.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_compared_weakly() {
        let tag = tag_of(b"page");
        let text = tag.to_str().unwrap().to_owned();
        assert!(is_among(&HeaderValue::from_str(&format!("\"x\", {text}")).unwrap(), &tag));
        assert!(is_among(&HeaderValue::from_str(text.trim_start_matches("W/")).unwrap(), &tag));
        assert!(!is_among(&HeaderValue::from_static("\"x\""), &tag));
    }
}
