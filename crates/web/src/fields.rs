//! What a form sent: named values, and files where it sends some. Sizes are bounded before anything is read.

use axum::body::Bytes;
use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use std::collections::BTreeMap;

/// Most fields a form may send.
const FIELDS_MAX: usize = 1_000;

/// A file as sent.
#[derive(Debug, Clone)]
pub struct SentFile {
    /// Name on the sender's machine; never trusted.
    pub name: String,
    /// The bytes.
    pub bytes: Bytes,
}

/// The values of a form, in the order sent for each name.
#[derive(Debug, Clone, Default)]
pub struct Fields {
    values: BTreeMap<String, Vec<String>>,
    files: Vec<(String, SentFile)>,
}

impl Fields {
    /// The first value of a name, empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.values.get(name).and_then(|values| values.first()).map_or("", String::as_str)
    }

    /// The first value, trimmed; `None` when nothing was typed.
    pub fn typed(&self, name: &str) -> Option<&str> {
        Some(self.get(name).trim()).filter(|value| !value.is_empty())
    }

    /// All values of a name.
    pub fn all(&self, name: &str) -> &[String] {
        self.values.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a box was ticked.
    pub fn ticked(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    /// Whether a name was sent with this value.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).iter().any(|sent| sent == value)
    }

    /// Sets a value, as when a scan fills a field.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.values.insert(name.to_owned(), vec![value.into()]);
    }

    /// Names and values whose name begins with a prefix; the prefix is cut off.
    pub fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.values.iter().filter_map(move |(name, values)| {
            Some((name.strip_prefix(prefix)?, values.first().map_or("", String::as_str)))
        })
    }

    /// Files with their field's name, empty ones left out.
    pub fn files(&self) -> impl Iterator<Item = (&str, &SentFile)> {
        self.files.iter().filter(|(_, file)| !file.bytes.is_empty()).map(|(name, file)| (name.as_str(), file))
    }

    /// All names and values, for keeping a draft and for the digest of a request.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values
            .iter()
            .flat_map(|(name, values)| values.iter().map(|value| (name.as_str(), value.as_str())))
    }

    /// Reads a draft or a query back.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut fields = Self::default();
        for (name, value) in pairs {
            fields.values.entry(name.to_owned()).or_default().push(value.to_owned());
        }
        fields
    }

    /// Reads `application/x-www-form-urlencoded` text.
    pub fn from_encoded(text: &str) -> Option<Self> {
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(text).ok()?;
        (pairs.len() <= FIELDS_MAX)
            .then(|| Self::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))))
    }
}

/// Why a form could not be read.
#[derive(Debug)]
pub enum BadForm {
    /// Larger than this address takes.
    TooLarge,
    /// Not a form, or a broken one.
    Broken,
}

impl IntoResponse for BadForm {
    fn into_response(self) -> Response {
        match self {
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
            Self::Broken => StatusCode::BAD_REQUEST.into_response(),
        }
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = BadForm;

    async fn from_request(request: Request, state: &S) -> Result<Self, BadForm> {
        let kind =
            request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if kind.starts_with("multipart/form-data") {
            let parts = Multipart::from_request(request, state).await.map_err(|_| BadForm::Broken)?;
            return multipart(parts).await;
        }
        if !kind.starts_with("application/x-www-form-urlencoded") {
            return Err(BadForm::Broken);
        }
        let body = Bytes::from_request(request, state).await.map_err(|error| match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => BadForm::TooLarge,
            _other => BadForm::Broken,
        })?;
        std::str::from_utf8(&body).ok().and_then(Self::from_encoded).ok_or(BadForm::Broken)
    }
}

async fn multipart(mut parts: Multipart) -> Result<Fields, BadForm> {
    let broken = |error: MultipartError| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => BadForm::TooLarge,
        _other => BadForm::Broken,
    };
    let mut fields = Fields::default();
    let mut count = 0;
    while let Some(part) = parts.next_field().await.map_err(broken)? {
        count += 1;
        if count > FIELDS_MAX {
            return Err(BadForm::Broken);
        }
        let name = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(str::to_owned) {
            Some(file) => {
                let bytes = part.bytes().await.map_err(broken)?;
                fields.files.push((name, SentFile { name: file, bytes }));
            }
            None => {
                let value = part.text().await.map_err(broken)?;
                fields.values.entry(name).or_default().push(value);
            }
        }
    }
    Ok(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_keep_their_order_and_marks() {
        let fields = Fields::from_encoded("ten=Nguy%E1%BB%85n+A&g=1&g=2&c.to-khai=1").unwrap();
        assert_eq!(fields.get("ten"), "Nguyễn A");
        assert_eq!(fields.all("g"), ["1", "2"]);
        assert_eq!(fields.under("c.").collect::<Vec<_>>(), [("to-khai", "1")]);
        assert_eq!(fields.typed("khong"), None);
    }
}
