//! Help, accessibility, privacy.

use super::answer;
use crate::portal::Article;
use crate::site::{Ask, Site};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use domain::time::civil;
use i18n::Key as K;

/// `/tro-giup`, with the telephone of the unit that runs the no-wait day, where it is known.
pub async fn help(State(site): State<Site>, ask: Ask, headers: HeaderMap) -> Response {
    let (policy, on) = (site.app.policy(), civil(site.app.clock.now()).date());
    let units = super::programme::units(&policy, on);
    let phone = units.iter().find_map(|unit| unit.contact.phone.as_deref());
    answer::public(&headers, &Article::help(ask.page(K::PublicHelpTitle), phone))
}

/// `/tro-nang`.
pub async fn accessibility(ask: Ask, headers: HeaderMap) -> Response {
    answer::public(&headers, &Article::accessibility(ask.page(K::PublicAccessTitle)))
}

/// `/rieng-tu`.
pub async fn privacy(ask: Ask, headers: HeaderMap) -> Response {
    answer::public(&headers, &Article::privacy(ask.page(K::PublicPrivacyTitle)))
}
