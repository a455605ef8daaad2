//! The roster: shifts, rights, presence, and messages to staff.
//!
//! | file | tables |
//! |---|---|
//! | [`day`] | `roster`, `shift` |
//! | [`rights`] | `qualification`, `absence`, `delegation` |
//! | [`swap`] | `swap` |
//! | [`presence`] | `presence`, `presence_correction`, `away` |
//! | [`device`] | `device_pin`, `badge` |
//! | [`notice`] | `staff_notice`, `staff_notice_seen` |

pub mod day;
pub mod device;
pub mod notice;
pub mod presence;
pub mod rights;
pub mod swap;
