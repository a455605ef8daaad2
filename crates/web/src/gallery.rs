//! Every part in every state, and every sample page; served in the demo only.

mod desk;
mod parts;

use axum::Router;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use i18n::Lang;

pub use desk::Desk;
pub use parts::Parts;

use crate::layout::Rendered;
use crate::portal;

/// The language of a sample page, `?ngon-ngu=en`.
#[derive(Debug, serde::Deserialize)]
struct Choice {
    #[serde(rename = "ngon-ngu", default)]
    language: String,
}

/// Serves `/_khung` and `/_khung/{sample}`.
pub fn router<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
{
    Router::new().route("/_khung", get(index)).route("/_khung/{sample}", get(sample))
}

/// Every sample page of the crate, rendered.
pub fn samples(lang: Lang) -> Vec<Rendered> {
    let mut all = Rendered::all::<Parts>(lang);
    all.extend(Rendered::all::<Desk>(lang));
    all.extend(Rendered::all::<portal::Home>(lang));
    all.extend(Rendered::all::<portal::Search>(lang));
    all.extend(Rendered::all::<portal::ProcedurePage>(lang));
    all.extend(Rendered::all::<portal::NoWaitUnits>(lang));
    all.extend(Rendered::all::<portal::NoWaitList>(lang));
    all.extend(Rendered::all::<portal::LookUp>(lang));
    all.extend(Rendered::all::<portal::Status>(lang));
    all.extend(Rendered::all::<portal::Board>(lang));
    all.extend(Rendered::all::<portal::Options>(lang));
    all.extend(Rendered::all::<portal::Verify>(lang));
    all.extend(Rendered::all::<portal::ClockPage>(lang));
    all.extend(Rendered::all::<portal::Article>(lang));
    all.extend(Rendered::all::<portal::ErrorPage>(lang));
    all.extend(crate::queue::samples(lang));
    all.extend(Rendered::all::<portal::Wall>(lang));
    all.extend(crate::staff::samples::samples(lang));
    all.extend(crate::booking::samples(lang));
    all.extend(crate::assist::samples(lang));
    all.extend(crate::watch::samples(lang));
    all
}

async fn index(query: Query<Choice>) -> Response {
    sample(Path("parts".to_owned()), query).await
}

async fn sample(Path(name): Path<String>, Query(choice): Query<Choice>) -> Response {
    let lang = Lang::from_code(&choice.language).unwrap_or_default();
    match samples(lang).into_iter().find(|sample| sample.name == name).map(|sample| sample.html) {
        Some(Ok(html)) => Html(html).into_response(),
        Some(Err(_)) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

#[cfg(test)]
mod tests;
