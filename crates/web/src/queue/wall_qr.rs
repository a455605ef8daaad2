//! The sheet for the wall, `/quay/goi-so/ma-qr`: a QR that leads to the ticket by phone.

use crate::layout::Page;
use crate::reply;
use crate::site::{Ask, Site};
use crate::staff::Staff;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use i18n::Key as K;

/// The page with the QR for the wall.
#[derive(Debug, Template)]
#[template(path = "queue/wall_qr.html")]
pub struct WallQr {
    /// The frame.
    pub page: Page,
    /// Name of the unit.
    pub unit: String,
    /// The drawing.
    pub qr: String,
    /// The address in letters.
    pub address: String,
}

/// `GET /quay/goi-so/ma-qr`.
pub async fn show(State(site): State<Site>, staff: Staff, ask: Ask) -> Response {
    let address = format!("{}/lay-so/{}", site.app.config.public_url, staff.actor.unit);
    let mut page = ask.page(K::QueueDeskWallQr);
    page.live = true;
    let unit = staff.unit_name.clone();
    reply::page(&WallQr { page, unit, qr: crate::staff::dossier::qr(&address), address })
}
