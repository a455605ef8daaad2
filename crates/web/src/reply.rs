//! Answers: pages, redirects, and what an error looks like to a person.

use crate::layout::{Link, form_page};
use crate::portal::{ErrorKind, ErrorPage};
use crate::site::Ask;
use app::AppError;
use app::error::FileProblem;
use askama::Template;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::dossier::Refusal;
use i18n::{Arg, Key as K, Lang, text, text_with, words};
use storage::StoreError;

/// A page with status 200.
pub fn page(template: &impl Template) -> Response {
    page_with(StatusCode::OK, template)
}

/// A page with another status: 422 for a form that came back, 409 for a stale one.
pub fn page_with(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => {
            let kind = HeaderValue::from_static("text/html; charset=utf-8");
            (status, [(CONTENT_TYPE, kind), (CACHE_CONTROL, HeaderValue::from_static("no-store"))], html)
                .into_response()
        }
        Err(error) => {
            tracing::error!(%error, "a page could not be rendered");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// A redirect after a form was taken: the browser asks for the page anew, so Back and reload are harmless.
pub fn see_other(path: &str) -> Response {
    let to = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(LOCATION, to)]).into_response()
}

/// A PDF shown in the browser.
pub fn pdf(name: &str, bytes: Vec<u8>) -> Response {
    let shown = format!("inline; filename=\"{name}\"");
    let shown = HeaderValue::from_str(&shown).unwrap_or(HeaderValue::from_static("inline"));
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("application/pdf")),
        (axum::http::header::CONTENT_DISPOSITION, shown),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (axum::http::header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    (headers, bytes).into_response()
}

/// An error page of a kind.
pub fn error(ask: &Ask, kind: ErrorKind) -> Response {
    let status = StatusCode::from_u16(kind.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    page_with(status, &ErrorPage::new(ask.page(kind.title()), kind))
}

/// What an error of a use case looks like where no form can show it beside a field.
pub fn failed(ask: &Ask, failure: &AppError) -> Response {
    let kind = match failure {
        AppError::Denied(_) => ErrorKind::Forbidden,
        AppError::NotFound { .. } | AppError::NotOffered => ErrorKind::NotFound,
        AppError::Refused(Refusal::WrongStage { .. })
        | AppError::Stale { .. }
        | AppError::Duplicate { .. }
        | AppError::KeyReused
        | AppError::PromiseChanged
        | AppError::ConfirmFirst => ErrorKind::Conflict,
        AppError::Refused(_) | AppError::Promise(_) | AppError::File(_) | AppError::Policy(_) => {
            ErrorKind::Unprocessable
        }
        AppError::Store(StoreError::Busy { .. } | StoreError::Unavailable { .. } | StoreError::Full) => {
            ErrorKind::Unavailable
        }
        AppError::Store(error) => fault(error),
        AppError::Log(error) => fault(error),
        AppError::Io(error) => fault(error),
        AppError::Document(message) => fault(message),
    };
    let status = StatusCode::from_u16(kind.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut page = ErrorPage::new(ask.page(kind.title()), kind);
    page.detail = sentence(ask.lang, failure);
    if kind == ErrorKind::Conflict {
        let back = form_page(&ask.path).to_owned();
        page.actions.insert(0, Link::new(back, text(ask.lang, K::ErrorsConflictOpen)));
    }
    page_with(status, &page)
}

/// The sentence for a person about this very case; faults of ours have none.
pub fn sentence(lang: Lang, failure: &AppError) -> Option<String> {
    match failure {
        AppError::Denied(denied) => Some(words::denied(denied, lang)),
        AppError::Refused(refusal) => Some(words::refusal(refusal, lang)),
        AppError::Promise(error) => Some(words::promise_error(*error, lang).to_owned()),
        AppError::Stale { by, at } => {
            let at = i18n::format::moment(lang, *at);
            let key = if by.is_empty() { K::ErrorsStaleNameless } else { K::ErrorsStale };
            Some(text_with(lang, key, &[("by", Arg::Text(by)), ("at", Arg::Text(&at))]))
        }
        AppError::Duplicate { codes } => {
            Some(text_with(lang, K::ErrorsDuplicate, &[("codes", Arg::Text(&codes.join(", ")))]))
        }
        AppError::KeyReused => Some(text(lang, K::ErrorsKeyReused).to_owned()),
        AppError::PromiseChanged => Some(text(lang, K::IntakePromiseChangedDo).to_owned()),
        AppError::ConfirmFirst => Some(text(lang, K::ErrorsConfirmFirst).to_owned()),
        AppError::NotOffered => Some(text(lang, K::ErrorsNotOffered).to_owned()),
        AppError::File(problem) => Some(file_problem(lang, *problem)),
        AppError::Policy(_)
        | AppError::NotFound { .. }
        | AppError::Store(_)
        | AppError::Log(_)
        | AppError::Io(_)
        | AppError::Document(_) => None,
    }
}

/// Why a file was not taken, and what to do.
pub fn file_problem(lang: Lang, problem: FileProblem) -> String {
    let key = match problem {
        FileProblem::Empty => K::ErrorsFileEmpty,
        FileProblem::TooLarge { limit_bytes } => {
            let megabytes = i64::try_from(limit_bytes / (1 << 20)).unwrap_or(i64::MAX);
            return text_with(lang, K::ErrorsFileTooLarge, &[("n", Arg::Number(megabytes))]);
        }
        FileProblem::Kind => K::ErrorsFileKind,
        FileProblem::Heic => K::ErrorsFileHeic,
        FileProblem::Locked => K::ErrorsFileLocked,
        FileProblem::Unreadable => K::ErrorsFileUnreadable,
    };
    text(lang, key).to_owned()
}

/// A fault of ours: written to the log, never to the page.
fn fault(error: &dyn std::fmt::Display) -> ErrorKind {
    tracing::error!(%error, "a request failed");
    ErrorKind::Fault
}
