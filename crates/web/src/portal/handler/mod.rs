//! The public pages, filled from what is known: one file a page.
//!
//! Pages that show nothing of a dossier are kept by browsers and asked for again ([`answer::public`]); pages about a
//! dossier are never kept. What is unknown in an address is ignored, what is absurd gets a page that says so.

pub mod answer;
mod article;
pub mod bare;
pub mod board;
mod clock;
mod fees;
mod home;
pub mod limit;
mod look_up;
mod no_wait;
mod options;
mod paper;
mod papers;
mod procedure;
pub mod programme;
mod promise;
mod search;
mod verify;
mod wall;
mod well_known;

use crate::site::Site;
use axum::routing::get;
use axum::{Extension, Router};
use std::sync::Arc;

/// Every public page.
pub fn router(limiter: limit::Limiter) -> Router<Site> {
    Router::new()
        .route("/", get(home::home))
        .route("/thu-tuc", get(search::search))
        .route("/thu-tuc/{code}", get(procedure::procedure))
        .route("/khong-cho", get(no_wait::units))
        .route("/khong-cho/{unit}", get(no_wait::list))
        .route("/khong-cho/{unit}/niem-yet.pdf", get(paper::notice))
        .route("/tra-cuu", get(look_up::form).post(look_up::by_code))
        .route("/ho-so/{token}", get(look_up::by_token))
        .route("/kiem-chung/{token}", get(verify::verify))
        .route("/bang/{unit}", get(board::board))
        .route("/bang/{unit}/su-kien", get(board::events))
        .route("/tuy-chon", get(options::options))
        .route("/tro-giup", get(article::help))
        .route("/tro-nang", get(article::accessibility))
        .route("/rieng-tu", get(article::privacy))
        .route("/dong-ho", get(clock::show).post(clock::step))
        .route("/robots.txt", get(well_known::robots))
        .route("/sitemap.xml", get(well_known::sitemap))
        .route("/.well-known/security.txt", get(well_known::security))
        .layer(Extension(Arc::new(limiter)))
        .layer(Extension(paper::Drawn::default()))
}

#[cfg(test)]
mod tests;
