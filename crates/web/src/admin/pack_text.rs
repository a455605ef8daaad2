//! One file of a pack as text: edit, check, put in force.

use super::packs::{PATH, answer, submits, work};
use super::problems::Errors;
use super::{Admin, bundle, shown};
use crate::fields::Fields;
use crate::layout::{Link, encode};
use crate::sheet::{Block, Form, Sheet};
use crate::site::Site;
use crate::widget::{Field, FieldKind};
use app::AppError;
use app::policy::{self, PackText};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use i18n::Key as K;
use std::collections::BTreeMap;

pub(super) fn router() -> Router<Site> {
    Router::new()
        .route("/quan-tri/goi/{pack}/tep", get(open).post(save).layer(DefaultBodyLimit::max(4 << 20)))
}

/// The address of a file's page.
pub(super) fn href(pack: &str, path: &str) -> String {
    format!("{PATH}/{}/tep?ten={}", encode(pack), encode(path))
}

/// The files of a pack as they are in force.
pub(super) async fn files(admin: &Admin, pack: &str) -> Result<Vec<PackText>, AppError> {
    let mut stored = policy::stored(&admin.site.app.store).await?;
    stored.remove(pack).ok_or(AppError::NotFound { what: "pack" })
}

async fn open(
    State(_site): State<Site>,
    admin: Admin,
    Path(pack): Path<String>,
    Query(query): Query<BTreeMap<String, String>>,
) -> Response {
    let path = query.get("ten").cloned().unwrap_or_default();
    let files = match files(&admin, &pack).await {
        Ok(files) => files,
        Err(error) => return admin.failed(&error),
    };
    match files.into_iter().find(|(found, _)| *found == path) {
        Some((_, text)) => shown(&build(&admin, &pack, &path, &text).await),
        None => admin.failed(&AppError::NotFound { what: "file" }),
    }
}

async fn build(admin: &Admin, pack: &str, path: &str, text: &str) -> Sheet {
    let mut sheet = admin.sheet(path, href(pack, path)).await;
    sheet.page.back = Some(Link::new(format!("{PATH}/{}", encode(pack)), pack));
    sheet.lead = Some(admin.t(K::AdminPackTextLead));
    let rows = u8::try_from(text.lines().count().clamp(12, 36)).unwrap_or(36);
    let field = Field::of(admin.lang(), "van-ban", path, FieldKind::Lines(rows)).value(text);
    let mut form = Form::new(href(pack, path), vec![field.into()], "");
    form.submits = submits(admin);
    (form.files, form.broad) = (true, true);
    sheet.add(Block::Form(form));
    sheet
}

async fn save(
    State(_site): State<Site>,
    admin: Admin,
    Path(pack): Path<String>,
    Query(query): Query<BTreeMap<String, String>>,
    fields: Fields,
) -> Response {
    if let Err(response) = admin.genuine(&fields) {
        return response;
    }
    let path = query.get("ten").cloned().unwrap_or_default();
    let text = bundle::as_file(fields.get("van-ban"));
    let outcome = replace(&admin, &pack, &path, &text, fields.get("viec") == "ap-dung").await;
    let sheet = build(&admin, &pack, &path, &text).await;
    let to = format!("{PATH}/{}?xong=1", encode(&pack));
    answer(&admin, sheet, outcome, Errors::new(), &to)
}

/// Checks a pack with one file replaced, and puts it in force when that is wished.
pub(super) async fn replace(
    admin: &Admin,
    pack: &str,
    path: &str,
    text: &str,
    apply: bool,
) -> Result<super::packs::Outcome, AppError> {
    let mut files = files(admin, pack).await?;
    let file =
        files.iter_mut().find(|(found, _)| found == path).ok_or(AppError::NotFound { what: "file" })?;
    text.clone_into(&mut file.1);
    work(admin, pack, files, apply).await
}
