//! Whether there is room left today: what the projection of the unit's day found, as plain values.
//!
//! The projection is arithmetic and is done elsewhere; here it is a fact like presence. Where the programme does not
//! let capacity refuse (Thanh Hà), a full day moves the quoted hour and the promise stands.

use super::duty::Duty;
use jiff::Timestamp;

/// From when to when the result is expected, at a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReadyBetween {
    /// Not before this.
    pub from: Timestamp,
    /// Ready by this.
    pub by: Timestamp,
    /// How many of a hundred such intervals shall hold.
    pub percent: u8,
}

/// What is known of the room left for one more dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Capacity {
    /// Expected share of such dossiers that would miss closing, in millionths.
    pub late_ppm: u32,
    /// The most the promise rule allows, in millionths.
    pub allowed_ppm: u32,
    /// The duty at which one more officer would help most, if one would.
    pub binding: Option<Duty>,
    /// Dossiers that are served before this one.
    pub ahead: u32,
    /// Officers at the binding duty; at the busiest one where none binds.
    pub officers: u32,
    /// When the result is expected; nothing when that is not today.
    pub ready: Option<ReadyBetween>,
}

impl Capacity {
    /// Whether there is room by the rule of the promise.
    pub const fn suffices(&self) -> bool {
        self.late_ppm <= self.allowed_ppm
    }

    /// Of a hundred dossiers like this one, how many would be late; never rounded down to none.
    pub const fn late_in_hundred(&self) -> u32 {
        self.late_ppm.div_ceil(10_000)
    }
}
