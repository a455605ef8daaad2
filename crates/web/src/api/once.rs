//! Requests that are harmless to repeat: the same key with the same body gets the same answer.

use super::code::Code;
use super::problem::Problem;
use crate::site::Site;
use app::intake::RequestKey;
use app::{Actor, App, AppError};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use i18n::Key as K;
use sha2::{Digest, Sha256};
use storage::ledger;

/// The header's name.
const HEADER: &str = "idempotency-key";

/// Longest key.
const KEY_CHARS_MAX: usize = 100;

/// The key that a caller chose for this request, with method and address.
pub struct Once {
    key: String,
    address: String,
}

impl FromRequestParts<Site> for Once {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _site: &Site) -> Result<Self, Problem> {
        let wrong = || Problem::with(Code::IdempotencyKeyMissing, K::ApiIdempotencyKeyDo);
        let key = parts.headers.get(HEADER).and_then(|value| value.to_str().ok()).ok_or_else(wrong)?;
        let sound = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        if !(1..=KEY_CHARS_MAX).contains(&key.len()) || !key.bytes().all(sound) {
            return Err(wrong());
        }
        Ok(Self { key: key.to_owned(), address: format!("{} {}", parts.method, parts.uri.path()) })
    }
}

impl Once {
    /// The key with the digest of what is asked. Forms have keys of their own, so the API's begin with a word.
    pub fn request(&self, body: &[u8]) -> RequestKey {
        let mut digest = Sha256::new();
        digest.update(self.address.as_bytes());
        digest.update([b'\n']);
        digest.update(body);
        RequestKey { key: format!("api {}", self.key), digest: digest.finalize().into() }
    }
}

/// The answer that was kept for a request.
///
/// # Errors
/// [`AppError::KeyReused`] when the key was used for something else.
pub async fn kept(app: &App, actor: &Actor, request: &RequestKey) -> Result<Option<String>, AppError> {
    let (account, key) = (actor.account.to_string(), request.key.clone());
    let kept = app.store.read(move |tx| ledger::find_answer(tx, &account, &key)).await;
    match kept.map_err(AppError::Store)? {
        None => Ok(None),
        Some(answer) if answer.digest == request.digest => Ok(Some(answer.response)),
        Some(_) => Err(AppError::KeyReused),
    }
}

/// Marks an answer as one that was given before.
pub fn replayed(mut response: Response) -> Response {
    let name = HeaderName::from_static("idempotent-replayed");
    response.headers_mut().insert(name, HeaderValue::from_static("true"));
    response
}
