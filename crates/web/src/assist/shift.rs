//! The end of a shift: how many were helped, what people stumbled on.

use super::pages::ShiftPage;
use super::{failed, reason_word};
use crate::fields::Fields;
use crate::reply;
use crate::site::Site;
use crate::staff::{Staff, WRONG};
use crate::widget::{ErrorSummary, Field, FieldKind, Notice, Submit, Tone};
use app::assist::{self, AssistError};
use axum::extract::{RawQuery, State};
use axum::response::Response;
use domain::text::clean_text;
use i18n::{Arg, Key as K, Lang, format, text, text_with};

/// Longest note, in characters.
const NOTE_CHARS_MAX: usize = 2_000;

/// The question of the page.
pub fn field(lang: Lang, typed: &str, error: Option<String>) -> Field {
    let mut field = Field::of(lang, "vuong", text(lang, K::AssistStumbled), FieldKind::Lines(6))
        .hint(text(lang, K::AssistStumbledHint))
        .value(typed)
        .error(error);
    field.optional = true;
    field
}

/// `GET /giup-do/cuoi-ca`.
pub async fn show(State(site): State<Site>, staff: Staff, RawQuery(query): RawQuery) -> Response {
    let saved = query.as_deref() == Some("da-luu=1");
    let notice = saved.then(|| Notice::new(Tone::Good, text(staff.ask.lang, K::AssistShiftSaved), None));
    match page(&site, &staff, None, None, notice).await {
        Ok(page) => reply::page(&page),
        Err(error) => failed(&staff, &error),
    }
}

async fn page(
    site: &Site,
    staff: &Staff,
    typed: Option<&str>,
    error: Option<String>,
    notice: Option<Notice>,
) -> Result<ShiftPage, AssistError> {
    let lang = staff.ask.lang;
    let found = assist::shift::shift(&site.app, &staff.actor).await?;
    let mut page = staff.page(&site.app, text(lang, K::AssistShiftTitle)).await;
    page.wrong = error.is_some();
    let helped = i64::try_from(found.helped).unwrap_or(i64::MAX);
    let number = |n: u32| format::number(lang, i64::from(n));
    let errors = error.iter().map(|why| ("vuong".to_owned(), why.clone())).collect();
    Ok(ShiftPage {
        csrf: staff.csrf.clone(),
        notice,
        summary: ErrorSummary::new(lang, errors),
        helped: text_with(lang, K::AssistHelped, &[("n", Arg::Number(helped))]),
        reasons: found.reasons.iter().map(|(reason, n)| (reason_word(lang, *reason), number(*n))).collect(),
        stumbled: field(lang, typed.unwrap_or(&found.mine), error),
        notes: found
            .notes
            .iter()
            .filter(|(on, text)| *on != found.on && !text.is_empty())
            .map(|(on, text)| (format::date(lang, *on), text.clone()))
            .collect(),
        submit: Submit::new(text(lang, K::AssistShiftSave)),
        page,
    })
}

/// `POST /giup-do/cuoi-ca`.
pub async fn save(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let note = clean_text(fields.get("vuong"));
    if note.chars().count() > NOTE_CHARS_MAX {
        let error = text(staff.ask.lang, K::AssistNoteLong).to_owned();
        return match page(&site, &staff, Some(&note), Some(error), None).await {
            Ok(page) => reply::page_with(WRONG, &page),
            Err(error) => failed(&staff, &error),
        };
    }
    match assist::shift::note(&site.app, &staff.actor, note).await {
        Ok(()) => reply::see_other("/giup-do/cuoi-ca?da-luu=1"),
        Err(error) => failed(&staff, &error),
    }
}
