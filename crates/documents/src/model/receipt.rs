//! Form 01: receipt and appointment.

use serde::Serialize;

use super::{Frame, Moment, Person};

/// Receipt of a dossier and promise of its result.
///
/// # Legal source
/// Circular 01/2018/TT-VPCP, form 01; the programme's promise stands beside the statutory term.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Receipt {
    /// Common parts; the look-up address is required by the layout's purpose, though not by the type.
    pub frame: Frame,
    /// Book and serial of the paper register, where one is kept.
    pub register: Option<String>,
    /// Who hands the dossier in.
    pub submitter: Person,
    /// Who acts for the submitter.
    pub proxy: Option<Proxy>,
    /// Code and name of the procedure.
    pub procedure: String,
    /// What is asked for, in the submitter's words.
    pub content: String,
    /// The papers received.
    pub components: Vec<Component>,
    /// Sets of the whole dossier.
    pub sets: u32,
    /// When it was received.
    pub received: Moment,
    /// When the result is due, and why.
    pub promise: Promise,
    /// The four duties of the dossier.
    pub rail: Vec<Station>,
    /// Fees, one line each; empty when nothing is to pay.
    pub fees: Vec<FeeLine>,
    /// Sum of the fees.
    pub fee_total: Option<String>,
    /// How it was paid, or why nothing is.
    pub fee_note: Option<String>,
    /// How the result is handed over.
    pub delivery: Option<String>,
    /// Full name of the receiving officer.
    pub officer: String,
    /// How to look the dossier up, one sentence each.
    pub how_to_look_up: Vec<String>,
}

/// Who acts for the submitter, and by what right.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Proxy {
    /// Full name.
    pub name: String,
    /// National number.
    pub id_number: Option<String>,
    /// The paper that gives the right.
    pub basis: String,
}

/// A paper handed in.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Component {
    /// Name of the paper.
    pub name: String,
    /// Originals received.
    pub originals: u32,
    /// Copies received.
    pub copies: u32,
    /// Remark ("xuất trình, không nộp").
    pub note: Option<String>,
}

/// When the result is due, and why.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Promise {
    /// The hour printed largest on the paper.
    pub due: Moment,
    /// The promise in one sentence.
    pub sentence: String,
    /// Tests that hold.
    pub kept: Vec<String>,
    /// Tests that do not hold.
    pub failed: Vec<String>,
    /// The statutory due time in one sentence.
    pub statutory: String,
}

/// One stop of the rail.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Station {
    /// Name of the duty.
    pub name: String,
    /// Hour done or expected.
    pub hour: Option<String>,
    /// How far the dossier has come.
    pub state: StationState,
}

/// How far the dossier has come at a stop.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StationState {
    /// Behind it.
    Done,
    /// Here.
    Now,
    /// Still to come.
    #[default]
    Next,
}

/// One fee.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FeeLine {
    /// What is paid for ("Lệ phí bản sao, 2 bản × 8.000 đ").
    pub name: String,
    /// Amount with its unit.
    pub amount: String,
}
