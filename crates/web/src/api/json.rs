//! Bodies: JSON only, at most 1 MB, sound, no name twice, not deeper than 128; then read field by field.

use super::code::Code;
use super::problem::Problem;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use i18n::Key as K;
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::fmt;

/// Largest body, in bytes.
pub const BODY_BYTES_MAX: usize = 1 << 20;

/// What a name that stands twice is called inside the reader's messages.
const TWICE: &str = "stands twice";

/// A body as sent and as read.
pub struct Body {
    /// The bytes, for the digest of the request.
    pub bytes: Bytes,
    /// The object.
    pub object: Map<String, Value>,
}

impl<S: Send + Sync> FromRequest<S> for Body {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let kind = kind.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/json") {
            return Err(Problem::new(Code::UnsupportedMediaType));
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|error| match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Problem::with(Code::TooLarge, K::ApiTooLargeDo),
            _other => Problem::new(Code::BadRequest),
        })?;
        let object = read(&bytes)?;
        Ok(Self { bytes, object })
    }
}

/// Reads an object.
fn read(bytes: &[u8]) -> Result<Map<String, Value>, Problem> {
    let strict: Strict = serde_json::from_slice(bytes).map_err(|error| {
        let twice = error.to_string().contains(TWICE) && error.is_data();
        Problem::new(if twice { Code::DuplicateKey } else { Code::InvalidJson })
    })?;
    match strict.0 {
        Value::Object(object) => Ok(object),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            Err(Problem::new(Code::InvalidJson))
        }
    }
}

/// A value in which no object has a name twice.
struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StrictVisitor).map(Self)
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(Strict(value)) = seq.next_element()? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = map.next_key::<String>()? {
            let Strict(value) = map.next_value()?;
            if object.insert(name, value).is_some() {
                return Err(A::Error::custom(TWICE));
            }
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_sound_is_refused() {
        let deep = format!("{{\"a\":{}{}}}", "[".repeat(10_000), "]".repeat(10_000));
        for bad in [
            "",
            "[]",
            "{",
            "{} {}",
            "{\"a\":1,\"a\":2}",
            "{\"x\":{\"a\":1,\"\\u0061\":2}}",
            "{\"a\":NaN}",
            "{\"a\":Infinity}",
            "{\"a\":0x10}",
            "{\"a\":1e400}",
            deep.as_str(),
        ] {
            assert!(read(bad.as_bytes()).is_err(), "{}", bad.chars().take(40).collect::<String>());
        }
        assert!(read(b"\xff\xfe{\x00}\x00").is_err(), "UTF-16");
        assert!(read(b"{\"a\":\"\xc3\x28\"}").is_err(), "bad UTF-8");
        assert!(read("{\"a\":[1,2,{\"b\":null}]}".as_bytes()).is_ok());
    }
}
