//! Papers and kept files of a dossier, for whoever may read it.

use super::open;
use crate::reply;
use crate::site::Site;
use crate::staff::Staff;
use app::AppError;
use app::paper::{self, ResultReader};
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::response::{IntoResponse, Response};

/// A paper as PDF.
pub async fn paper(
    State(site): State<Site>,
    staff: Staff,
    Path((code, wanted)): Path<(String, String)>,
) -> Response {
    match draw(&site, &staff, &code, &wanted).await {
        Ok(pdf) => reply::pdf(&pdf.file_name, pdf.bytes),
        Err(error) => reply::failed(&staff.ask, &error),
    }
}

async fn draw(site: &Site, staff: &Staff, code: &str, wanted: &str) -> Result<paper::Pdf, AppError> {
    let found = open(site, staff, code).await?;
    let (app, actor, code) = (&site.app, &staff.actor, found.dossier.code());
    match wanted {
        "giay-hen" => paper::receipt(app, actor, code, false, false).await,
        "giay-hen-in-lai" => paper::receipt(app, actor, code, true, false).await,
        "giay-hen-chu-to" => paper::receipt(app, actor, code, false, true).await,
        "kiem-soat" => paper::control_slip(app, actor, code).await,
        "bo-sung" => paper::supplement_slip(app, actor, code).await,
        "xin-loi" => paper::apology(app, actor, code).await,
        "ket-qua" => paper::result(app, ResultReader::Staff(actor, code)).await,
        _other => Err(AppError::NotFound { what: "paper" }),
    }
}

/// A file of the dossier; shown in a sandbox, for it came from outside.
pub async fn file(
    State(site): State<Site>,
    staff: Staff,
    Path((code, sha256)): Path<(String, String)>,
) -> Response {
    match kept(&site, &staff, &code, &sha256).await {
        Ok((media_type, bytes)) => {
            let kind = HeaderValue::from_str(&media_type)
                .unwrap_or(HeaderValue::from_static("application/octet-stream"));
            let headers = [
                (CONTENT_TYPE, kind),
                (CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
                (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
                (CACHE_CONTROL, HeaderValue::from_static("no-store")),
            ];
            (headers, bytes).into_response()
        }
        Err(error) => reply::failed(&staff.ask, &error),
    }
}

async fn kept(site: &Site, staff: &Staff, code: &str, sha256: &str) -> Result<(String, Vec<u8>), AppError> {
    let found = open(site, staff, code).await?;
    let mut files = found.dossier.components().iter().flat_map(|handed| &handed.files);
    let file = files.find(|file| file.sha256 == sha256).ok_or(AppError::NotFound { what: "file" })?;
    let (store, hash) = (site.app.files.clone(), file.sha256.clone());
    let read = tokio::task::spawn_blocking(move || store.get(&hash)).await;
    let bytes = read.map_err(|error| AppError::Io(std::io::Error::other(error)))??;
    Ok((file.media_type.clone(), bytes))
}
