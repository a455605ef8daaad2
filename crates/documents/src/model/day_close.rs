//! The report that closes a no-wait day.

use serde::Serialize;

use super::{Frame, Signer};

/// What came in, what went out, what stayed and why.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DayClose {
    /// Common parts; the code names the report.
    pub frame: Frame,
    /// The day ("thứ Sáu, ngày 02 tháng 02 năm 2024").
    pub date: String,
    /// The day in one sentence ("Không còn hồ sơ tồn.").
    pub sentence: String,
    /// Received, returned the same day, ready but not collected, still open.
    pub figures: Vec<Figure>,
    /// Dossiers that did not go as promised; empty on a good day.
    pub exceptions: Vec<OpenCase>,
    /// Place and date.
    pub place_date: String,
    /// The person in charge.
    pub signer: Signer,
}

/// One count.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Figure {
    /// The number.
    pub value: String,
    /// What it counts.
    pub label: String,
}

/// A dossier that did not go as promised.
#[derive(Debug, Clone, Default, Serialize)]
pub struct OpenCase {
    /// Code of the dossier.
    pub code: String,
    /// Name of the procedure.
    pub procedure: String,
    /// When it was due.
    pub due: String,
    /// The cause.
    pub cause: String,
    /// What is done about it.
    pub action: Option<String>,
}
