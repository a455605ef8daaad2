//! The watch over promises: learned times, quotes, risks, broken promises.

mod learn;
mod quote;
mod record;
mod risk;

pub use learn::{
    ServiceTime, add_service_time, clear_service_times, list_all_service_times, list_service_times,
    list_work_ends, work_end,
};
pub use quote::{QuoteRow, find_quote, find_state, insert_quote, keep_state, list_quoted_ids};
pub use record::{QuotedRow, Record, count_kept, list_kept_by, list_quoted};
pub use risk::{
    BrokenRow, RiskRow, beat, find_broken, insert_broken, insert_outage, insert_risk, is_outage,
    open_promises, promises_running,
};

/// The SQL of this module.
pub mod sql {
    /// All statements.
    pub const ALL: &[&str] = &[
        super::learn::ADD,
        super::learn::OF_UNIT,
        super::learn::EVERY,
        super::learn::CLEAR,
        super::learn::CLEAR_ENDS,
        super::learn::ENDS,
        super::learn::END,
        super::learn::SET_END,
        super::quote::KEEP_STATE,
        super::quote::STATE,
        super::quote::INSERT,
        super::quote::FIND,
        super::quote::LIST,
        super::record::KEPT,
        super::record::KEPT_AT,
        super::record::KEPT_BY,
        super::record::QUOTED,
        super::risk::INSERT,
        super::risk::OPEN,
        super::risk::RUNNING,
        super::risk::BREAK,
        super::risk::FIND_BROKEN,
        super::risk::BEAT,
        super::risk::LAST_BEAT,
        super::risk::OUTAGE,
        super::risk::OUTAGES,
    ];
}
