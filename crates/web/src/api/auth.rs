//! Who calls: a program with a token, never a cookie.

use super::code::Code;
use super::problem::Problem;
use crate::site::Site;
use app::Actor;
use axum::extract::{FromRequestParts, Path};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use i18n::Key as K;
use serde::de::DeserializeOwned;

/// Longest token that is looked up.
const TOKEN_CHARS_MAX: usize = 200;

/// The caller, with the one role at the one unit of its token.
pub struct Caller(pub Actor);

impl FromRequestParts<Site> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Problem> {
        let refused = || Problem::with(Code::Unauthenticated, K::ApiUnauthenticatedDo);
        let mut sent = parts.headers.get_all(AUTHORIZATION).iter();
        let header = match (sent.next(), sent.next()) {
            (Some(header), None) => header.to_str().map_err(|_| refused())?,
            (Some(_), Some(_)) | (None, _) => return Err(refused()),
        };
        let (scheme, token) = header.split_once(' ').ok_or_else(refused)?;
        let token = token.trim();
        if !scheme.eq_ignore_ascii_case("bearer") || token.is_empty() || token.len() > TOKEN_CHARS_MAX {
            return Err(refused());
        }
        app::account::by_token(&site.app, token, site.origin(parts)).await?.map(Self).ok_or_else(refused)
    }
}

/// Parts of the address; what cannot be read names nothing.
pub struct Seg<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<Site> for Seg<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Problem> {
        let read = Path::<T>::from_request_parts(parts, site).await;
        read.map(|Path(value)| Self(value)).map_err(|_| Problem::new(Code::NotFound))
    }
}
