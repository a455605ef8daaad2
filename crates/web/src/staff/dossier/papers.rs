//! Papers and kept files of a dossier, for whoever may read it.

use super::open;
use crate::reply;
use crate::site::Site;
use crate::staff::Staff;
use app::paper::{self, ResultReader};
use app::{AppError, attach};
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS,
};
use axum::response::{IntoResponse, Response};
use domain::dossier::DossierCode;

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

/// A file of the dossier. It came from outside, so no browser runs anything of it: it is saved, not shown.
pub async fn file(
    State(site): State<Site>,
    staff: Staff,
    Path((code, sha256)): Path<(String, String)>,
) -> Response {
    let opened = match DossierCode::parse(&code) {
        Ok(code) => attach::open(&site.app, &staff.actor, &code, &sha256).await,
        Err(_) => Err(AppError::NotFound { what: "file" }),
    };
    match opened {
        Ok(opened) => {
            let value = |text: &str| HeaderValue::from_str(text).ok();
            let kind = value(&opened.file.media_type);
            let saved = value(&format!("attachment; filename=\"{}\"", opened.file.name));
            let headers = [
                (CONTENT_TYPE, kind.unwrap_or(HeaderValue::from_static("application/octet-stream"))),
                (CONTENT_DISPOSITION, saved.unwrap_or(HeaderValue::from_static("attachment"))),
                (CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
                (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
                (CACHE_CONTROL, HeaderValue::from_static("no-store")),
            ];
            (headers, opened.bytes).into_response()
        }
        Err(error) => reply::failed(&staff.ask, &error),
    }
}
