//! Query parameters: each known, each at most once.

use super::code::Code;
use super::problem::{FieldError, Problem};
use crate::site::Site;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use domain::text::has_control;
use i18n::{Key as K, Lang, text};
use std::collections::BTreeMap;
use std::convert::Infallible;

/// Longest query, in bytes.
const QUERY_BYTES_MAX: usize = 4_096;

/// Most rows of a page.
const LIMIT_MAX: usize = 200;

/// Rows of a page where nothing is said.
const LIMIT: usize = 50;

/// The query as sent.
pub struct RawQuery(String);

impl FromRequestParts<Site> for RawQuery {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _site: &Site) -> Result<Self, Infallible> {
        Ok(Self(parts.uri.query().unwrap_or_default().to_owned()))
    }
}

/// Parameters as read.
pub struct Params {
    lang: Lang,
    values: BTreeMap<String, String>,
}

impl RawQuery {
    /// Reads the parameters that this address knows.
    ///
    /// # Errors
    /// 400 for one it does not know, one that stands twice, and whatever cannot be decoded.
    pub fn read(&self, lang: Lang, known: &[&str]) -> Result<Params, Problem> {
        if self.0.len() > QUERY_BYTES_MAX {
            return Err(Problem::new(Code::BadRequest));
        }
        let pairs: Vec<(String, String)> =
            serde_urlencoded::from_str(&self.0).map_err(|_| Problem::new(Code::BadRequest))?;
        let mut params = Params { lang, values: BTreeMap::new() };
        let mut errors = Vec::new();
        for (name, value) in pairs {
            let field: String = name.chars().take(64).collect();
            if !known.contains(&name.as_str()) {
                let detail = text(lang, K::ApiFieldUnknown).to_owned();
                errors.push(FieldError { field, code: "unknown_parameter", detail });
            } else if has_control(&value) {
                return Err(params.bad(&name, "bad_characters", K::ApiFieldCharacters));
            } else if params.values.insert(name, value).is_some() {
                return Err(params.bad(&field, "repeated", K::ApiFieldRepeated));
            }
        }
        if errors.is_empty() { Ok(params) } else { Err(Problem::fields(Code::UnknownParameter, errors)) }
    }
}

impl Params {
    /// The value of a parameter; empty counts as absent.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(|value| value.trim()).filter(|value| !value.is_empty())
    }

    /// 400 about one parameter.
    pub fn bad(&self, name: &str, code: &'static str, key: K) -> Problem {
        let detail = text(self.lang, key).to_owned();
        Problem::fields(Code::BadParameter, vec![FieldError { field: name.to_owned(), code, detail }])
    }

    /// A parameter that parses.
    ///
    /// # Errors
    /// 400.
    pub fn parsed<T: std::str::FromStr>(&self, name: &str, key: K) -> Result<Option<T>, Problem> {
        let read = self.get(name).map(str::parse).transpose();
        read.map_err(|_| self.bad(name, "bad_value", key))
    }

    /// How many rows are wanted.
    ///
    /// # Errors
    /// 400 outside 1 to 200.
    pub fn limit(&self) -> Result<usize, Problem> {
        let wrong = || self.bad("limit", "out_of_range", K::ApiLimitRange);
        let Some(typed) = self.get("limit") else { return Ok(LIMIT) };
        let digits = typed.len() <= 3 && typed.bytes().all(|byte| byte.is_ascii_digit());
        let limit: usize = typed.parse().ok().filter(|_| digits).ok_or_else(wrong)?;
        if (1..=LIMIT_MAX).contains(&limit) { Ok(limit) } else { Err(wrong()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Result<Params, Problem> {
        RawQuery(query.to_owned()).read(Lang::En, &["limit", "q"])
    }

    #[test]
    fn each_known_and_at_most_once() {
        assert_eq!(read("limit=7&q=khai+sinh").ok().and_then(|p| p.limit().ok()), Some(7));
        let long = format!("q={}", "a".repeat(9_000));
        for bad in ["x=1", "q=1&q=2", "q[]=1", "a=1&a=2", "q=%00", "limit[]=", long.as_str()] {
            assert!(read(bad).is_err(), "{}", bad.chars().take(20).collect::<String>());
        }
        for limit in ["0", "-1", "1e9", "201", "1000000000", "5.0", "٥"] {
            assert!(read(&format!("limit={limit}")).unwrap().limit().is_err(), "{limit}");
        }
    }
}
