//! The watch over promises on pages: `/giam-sat` (who must do what by when) and `/giam-sat/do-tin-cay` (how far
//! promises can be trusted), and the sentences other pages need.

mod board;
mod reliability;
mod words;

pub use board::{WatchPage, WatchRow};
pub use reliability::ReliabilityPage;
pub use words::{last_safe, offers_sentence, record_sentence};

use crate::layout::Rendered;
use crate::site::Site;
use axum::Router;
use axum::routing::get;
use i18n::Lang;

/// Addresses of this module.
pub fn router() -> Router<Site> {
    Router::new().route("/giam-sat", get(board::show)).route("/giam-sat/do-tin-cay", get(reliability::show))
}

/// Samples for tests and the gallery.
pub fn samples(lang: Lang) -> Vec<Rendered> {
    let mut all = Rendered::all::<WatchPage>(lang);
    all.extend(Rendered::all::<ReliabilityPage>(lang));
    all
}
