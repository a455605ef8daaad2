//! Type size, colours and language: the form, and the cookie that keeps what was chosen.

use super::answer::Query;
use crate::layout::{Prefs, TextSize, Theme, local_path};
use crate::portal::Options;
use crate::reply;
use crate::site::{Ask, Site};
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use i18n::{Key as K, Lang};

/// The page itself, with a word that the choice was kept.
const SAVED: &str = "/tuy-chon?da-luu=1";

/// `/tuy-chon?co-chu=&mau=&ngon-ngu=&ve=`: with a choice, keeps it and goes back; without one, the form.
pub async fn options(State(site): State<Site>, ask: Ask, Query(fields): Query) -> Response {
    let back_to = local_path(fields.get(Options::BACK));
    let size = TextSize::from_code(fields.get(Options::SIZE));
    let theme = Theme::from_code(fields.get(Options::THEME));
    let lang = Lang::from_code(fields.get(Options::LANGUAGE));
    if size.is_none() && theme.is_none() && lang.is_none() {
        let page = ask.page(K::CommonNavOptions);
        return reply::page(&Options::new(page, back_to.unwrap_or("/"), fields.ticked("da-luu")));
    }
    let prefs = Prefs {
        lang: lang.or(ask.prefs.lang),
        size: size.unwrap_or(ask.prefs.size),
        theme: theme.unwrap_or(ask.prefs.theme),
    };
    let mut answer = reply::see_other(back_to.unwrap_or(SAVED));
    let secure = if site.app.config.public_url.starts_with("https://") { "; Secure" } else { "" };
    if let Ok(cookie) = HeaderValue::from_str(&format!("{}{secure}", prefs.set_cookie())) {
        answer.headers_mut().insert(SET_COOKIE, cookie);
    }
    answer
}
