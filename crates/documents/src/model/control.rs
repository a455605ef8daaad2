//! Form 05: the hand-overs of one dossier.

use serde::Serialize;

use super::{Field, Frame, Moment};

/// Who held a dossier, from when to when.
///
/// # Legal source
/// Circular 01/2018/TT-VPCP, form 05; form 06 of Circular 03/2025/TT-VPCP.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ControlSlip {
    /// Common parts.
    pub frame: Frame,
    /// Applicant, procedure, lead and coordinating agencies, as labelled lines.
    pub about: Vec<Field>,
    /// When the dossier was received.
    pub received: Moment,
    /// When its result is due.
    pub due: Moment,
    /// Hand-overs in order.
    pub hand_overs: Vec<HandOver>,
}

/// One hand-over.
#[derive(Debug, Clone, Default, Serialize)]
pub struct HandOver {
    /// Unit that takes the dossier over.
    pub unit: String,
    /// Who gives it.
    pub giver: String,
    /// Who takes it.
    pub receiver: String,
    /// When.
    pub at: Moment,
    /// Early, on time or late; empty while open.
    pub outcome: Option<String>,
    /// Remark.
    pub note: Option<String>,
}
