//! Who is at a unit now: checking in and out, being called away, standing in.
//!
//! | file | use case |
//! |---|---|
//! | [`on_site`] | what was recorded today, read as of an instant |
//! | [`check_in`] | in and out, on one's own page |
//! | [`device`] | in and out at a shared device, by number or badge |
//! | [`away`] | called away until an hour, and back |
//! | [`correct`] | what a leader puts right |

pub mod away;
pub mod check_in;
pub mod correct;
pub mod device;
mod on_site;

#[cfg(test)]
mod tests;

pub(crate) use on_site::qualifications;
pub use on_site::{OnSite, Seen, stand_ins};

use crate::App;
use domain::id::DraftId;
use domain::time::to_ms;
use jiff::Timestamp;

/// A fresh identifier for a row of presence: its kind and 128 bits that sort by age.
pub(crate) fn new_id(app: &App, at: Timestamp, prefix: &str) -> String {
    let id = DraftId::from_parts(u64::try_from(to_ms(at)).unwrap_or_default(), app.random.number());
    id.to_string().replacen(DraftId::PREFIX, prefix, 1)
}
