//! The queue as people see it: the machine in the hall, the phone, the display, the counter that calls.
//!
//! | address | page |
//! |---|---|
//! | `/kiosk/{unit}` | [`kiosk`]: three large choices, priority, the number |
//! | `/lay-so/{unit}` | [`phone`]: a ticket by the QR on the wall |
//! | `/so/{token}` | [`ticket`]: one's own ticket, its place, its call; `/so/{token}/phieu` on paper |
//! | `/bang-goi-so/{unit}` | [`calls`]: the display in the hall |
//! | `/quay/goi-so` | [`desk`]: open a counter, call, serve |
//! | `/quay/goi-so/quay` | [`places`]: counters and groups of a unit |
//!
//! Displays, phones and counters of a unit are drawn from one [`picture`] for each change, whoever looks on.

pub mod calls;
pub mod desk;
pub mod kiosk;
pub mod phone;
pub mod picture;
pub mod places;
mod say;
pub mod ticket;
mod wall_qr;

use crate::layout::Rendered;
use crate::portal::handler::limit::{Limiter, Network};
use crate::site::Site;
use axum::routing::get;
use axum::{Extension, Router};
use i18n::Lang;
use std::sync::Arc;

/// Addresses of the queue.
pub fn router(own_networks: Vec<Network>) -> Router<Site> {
    let door = phone::Takers(Arc::new(Limiter::with_most(own_networks, phone::TICKETS_PER_HOUR_MAX)));
    Router::new()
        .route("/kiosk/{unit}", get(kiosk::start))
        .route("/kiosk/{unit}/lay-so", get(kiosk::groups).post(kiosk::take))
        .route("/kiosk/{unit}/lay-so/{group}", get(kiosk::priority))
        .route("/kiosk/{unit}/giay-hen", get(kiosk::pass).post(kiosk::scanned))
        .route("/kiosk/{unit}/so/{token}", get(kiosk::number).post(kiosk::about_number))
        .route("/lay-so/{unit}", get(phone::form).post(phone::take))
        .route("/so/{token}", get(ticket::show).post(ticket::act))
        .route("/so/{token}/su-kien", get(ticket::events))
        .route("/so/{token}/phieu", get(ticket::paper))
        .route("/bang-goi-so/{unit}", get(calls::show))
        .route("/bang-goi-so/{unit}/su-kien", get(calls::events))
        .merge(desk::router())
        .merge(places::router())
        .layer(Extension(door))
}

/// Samples of the pages, rendered by tests and shown in the gallery of the demo.
pub fn samples(lang: Lang) -> Vec<Rendered> {
    let mut all = Rendered::all::<kiosk::Start>(lang);
    all.extend(Rendered::all::<ticket::TicketPage>(lang));
    all.extend(Rendered::all::<calls::Calls>(lang));
    all
}
