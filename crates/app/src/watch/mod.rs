//! The watch over promises: what a unit can still do today, what is quoted, what is at risk, what was broken.
//!
//! The arithmetic is that of `friday`; here live facts become its input and its numbers become answers.
//!
//! | file | concept |
//! |---|---|
//! | [`load`] | what is known of a unit at one moment, kept in memory until the unit's next event |
//! | [`laws`] | how long work takes, learned and drawn towards the district and the pack |
//! | [`snapshot`] | a load as the engine's input |
//! | [`state`] | that input as text with a hash, so that an auditor recomputes a quote bit for bit |
//! | [`quote`] | what a newcomer is told, and what is kept of it |
//! | [`offers`] | what is offered instead where the day is full |
//! | [`risk`] | how open promises stand, who must do what, what is written down of it |
//! | [`record`] | what became of promises, and how far they can be trusted |
//! | [`learn`] | learned times, written with the event that ends a piece of work |

mod cache;
pub mod laws;
pub mod learn;
pub mod load;
pub mod offers;
pub mod quote;
pub mod record;
pub mod risk;
pub mod snapshot;
pub mod state;

#[cfg(test)]
mod tests;

pub use cache::Cache;
pub use load::Load;
pub use quote::Quoted;

use domain::promise::Duty;
use friday::Stage;

/// The most a promise may be at risk where capacity may refuse, in millionths, until enough days were counted:
/// one in five hundred.
pub const ALLOWED_PPM: u32 = 2_000;

/// Drawn days behind a quote: a risk of some ten-thousandths is seen from 16,384 on.
pub const PATHS: usize = 16_384;

/// Drawn days behind a question that compares (which duty binds, until when intake is safe).
pub const PATHS_COMPARED: usize = 2_048;

/// The engine's name of a duty.
pub const fn stage_of(duty: Duty) -> Stage {
    match duty {
        Duty::Receive => Stage::Receive,
        Duty::Appraise => Stage::Appraise,
        Duty::Approve => Stage::Approve,
        Duty::Return => Stage::Return,
    }
}

/// The duty behind a stage of the engine.
pub const fn duty_of(stage: Stage) -> Duty {
    match stage {
        Stage::Receive => Duty::Receive,
        Stage::Appraise => Duty::Appraise,
        Stage::Approve => Duty::Approve,
        Stage::Return => Duty::Return,
    }
}
