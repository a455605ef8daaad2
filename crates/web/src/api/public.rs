//! What everybody may ask: status by code and PIN, or by the token of the receipt's QR.

use super::auth::Seg;
use super::code::Code;
use super::json::Body;
use super::problem::Problem;
use super::read::{Faults, Object};
use super::{answer, show};
use crate::portal::handler::limit::Limiter;
use crate::site::{Ask, Site};
use app::AppError;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use i18n::Key as K;
use std::sync::Arc;

/// `POST /status`: the PIN never stands in an address.
pub async fn by_pin(
    State(site): State<Site>,
    Extension(limiter): Extension<Arc<Limiter>>,
    ask: Ask,
    body: Body,
) -> Result<Response, Problem> {
    let (mut faults, mut object) = (Faults::new(ask.lang), Object::body(body.object));
    let code = object.required_line("code", &mut faults);
    let pin = object.required_line("pin", &mut faults);
    object.finish(&mut faults);
    let (code, pin) = faults.settle(code.zip(pin))?;
    let now = site.app.clock.now();
    if limiter.is_blocked(ask.address, now) {
        return Err(Problem::with(Code::TooManyRequests, K::ErrorsTooManyDo));
    }
    tokio::time::sleep(limiter.delay(ask.address, &code, now)).await;
    let found = app::status::by_code(&site.app, &code, &pin).await;
    if matches!(found, Err(AppError::NotFound { .. })) {
        limiter.missed(ask.address, &code, now);
    }
    let status = found?;
    Ok(answer(StatusCode::OK, show::status(&status, ask.lang).to_string()))
}

/// `GET /status/{token}`
pub async fn by_token(
    State(site): State<Site>,
    ask: Ask,
    Seg(token): Seg<String>,
) -> Result<Response, Problem> {
    let status = app::status::by_token(&site.app, &token).await?;
    Ok(answer(StatusCode::OK, show::status(&status, ask.lang).to_string()))
}
