//! Errors as problem details (RFC 9457), in the language of the request.

use super::code::Code;
use crate::reply;
use crate::site::{Ask, Site};
use app::AppError;
use axum::extract::{Request, State};
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::dossier::Refusal;
use domain::time::rfc3339;
use i18n::{Arg, Key as K, Lang, text, text_with};
use serde_json::{Value, json};
use std::sync::Arc;
use storage::StoreError;

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// Where: names and places joined by dots, as `components.0.originals`.
    pub field: String,
    /// What, for programs.
    pub code: &'static str,
    /// What, for people.
    pub detail: String,
}

/// An error on its way to the caller.
#[derive(Debug)]
pub struct Problem {
    code: Code,
    detail: Option<K>,
    errors: Vec<FieldError>,
    cause: Option<AppError>,
}

impl Problem {
    /// A problem that its title says.
    pub const fn new(code: Code) -> Self {
        Self { code, detail: None, errors: Vec::new(), cause: None }
    }

    /// A problem with a sentence on what to do.
    pub const fn with(code: Code, detail: K) -> Self {
        Self { code, detail: Some(detail), errors: Vec::new(), cause: None }
    }

    /// A problem with fields.
    pub const fn fields(code: Code, errors: Vec<FieldError>) -> Self {
        Self { code, detail: None, errors, cause: None }
    }

    fn body(&self, lang: Lang) -> Value {
        let title = text(lang, self.code.title());
        let mut detail = self.detail.map(|key| text(lang, key).to_owned());
        let (mut name, mut errors) = (self.code.name(), self.errors.clone());
        let mut body = json!({
            "type": format!("/api#{}", self.code.name()),
            "title": title,
            "status": self.code.status().as_u16(),
        });
        match &self.cause {
            Some(AppError::Refused(refusal)) => {
                name = refusal.code();
                errors.extend(missing(refusal, lang));
            }
            Some(AppError::Promise(_)) => name = Refusal::VerificationUnanswered.code(),
            Some(AppError::NotOffered) => name = "not_offered",
            Some(AppError::Stale { by, at }) => {
                insert(&mut body, "changed_by", json!(by));
                insert(&mut body, "changed_at", json!(rfc3339(*at)));
            }
            Some(AppError::Duplicate { codes }) => {
                insert(&mut body, "codes", json!(codes));
                let codes = codes.join(", ");
                detail = Some(text_with(lang, K::ApiDuplicateDo, &[("codes", Arg::Text(&codes))]));
            }
            Some(_) | None => {}
        }
        let detail = detail.or_else(|| self.cause.as_ref().and_then(|cause| reply::sentence(lang, cause)));
        insert(&mut body, "detail", json!(detail.unwrap_or_else(|| title.to_owned())));
        insert(&mut body, "code", json!(name));
        let errors: Vec<Value> = errors.iter().map(shown).collect();
        insert(&mut body, "errors", Value::Array(errors));
        body
    }

    /// The answer.
    pub fn response(&self, lang: Lang) -> Response {
        let kind = HeaderValue::from_static("application/problem+json");
        let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, HeaderValue::from_static("no-store"))];
        let mut response = (self.code.status(), headers, self.body(lang).to_string()).into_response();
        match self.code.status() {
            StatusCode::UNAUTHORIZED => {
                response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            StatusCode::SERVICE_UNAVAILABLE => {
                response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("5"));
            }
            _other => {}
        }
        response
    }
}

fn insert(body: &mut Value, name: &str, value: Value) {
    if let Some(object) = body.as_object_mut() {
        object.insert(name.to_owned(), value);
    }
}

fn shown(error: &FieldError) -> Value {
    json!({ "field": error.field, "code": error.code, "detail": error.detail })
}

/// Components that are missing, each as an error of its own.
fn missing(refusal: &Refusal, lang: Lang) -> Vec<FieldError> {
    let Refusal::ComponentsMissing { missing } = refusal else { return Vec::new() };
    let error = |id: &domain::procedure::ComponentId| FieldError {
        field: format!("components.{id}"),
        code: "required",
        detail: text(lang, K::ApiFieldRequired).to_owned(),
    };
    missing.iter().map(error).collect()
}

impl From<AppError> for Problem {
    fn from(cause: AppError) -> Self {
        let code = match &cause {
            AppError::Denied(_) | AppError::ConfirmFirst => Code::Forbidden,
            AppError::NotFound { .. } => Code::NotFound,
            AppError::Refused(_) | AppError::Promise(_) | AppError::NotOffered | AppError::File(_) => {
                Code::Refused
            }
            AppError::Stale { .. } | AppError::PromiseChanged => Code::Stale,
            AppError::Duplicate { .. } => Code::DuplicateDossier,
            AppError::KeyReused => Code::KeyReused,
            AppError::Store(StoreError::Busy { .. } | StoreError::Unavailable { .. } | StoreError::Full) => {
                Code::Unavailable
            }
            AppError::Policy(_)
            | AppError::Store(_)
            | AppError::Log(_)
            | AppError::Io(_)
            | AppError::Document(_) => {
                tracing::error!(error = %cause, "a request of a program failed");
                Code::Fault
            }
        };
        Self { code, detail: None, errors: Vec::new(), cause: Some(cause) }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        AppError::Store(error).into()
    }
}

/// Carried through to [`speak`], which knows the language.
#[derive(Clone)]
struct Carried(Arc<Problem>);

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.code.status().into_response();
        response.extensions_mut().insert(Carried(Arc::new(self)));
        response
    }
}

/// Puts problems into the language of the request.
pub async fn speak(State(_): State<Site>, ask: Ask, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    match response.extensions().get::<Carried>() {
        Some(Carried(problem)) => problem.response(ask.lang),
        None => response,
    }
}

/// An error that the framework answered without a body (too slow, broken, too large), as a problem like all others.
pub fn of_bare(bare: Response, lang: Lang) -> Response {
    let status = bare.status();
    let kind = bare.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let failed = status.is_client_error() || status.is_server_error();
    if !failed || kind.starts_with("application/problem+json") {
        return bare;
    }
    let same = |code: &Code| code.status() == status;
    let other = if status.is_server_error() { Code::Fault } else { Code::BadRequest };
    let code = Code::ALL.into_iter().find(same).unwrap_or(other);
    let mut answer = Problem::new(code).response(lang);
    for name in [ALLOW, RETRY_AFTER] {
        if let Some(value) = bare.headers().get(&name) {
            answer.headers_mut().insert(name, value.clone());
        }
    }
    answer
}

/// What stands against a request of a page of another site.
pub fn foreign(lang: Lang) -> Response {
    Problem::new(Code::Forbidden).response(lang)
}
