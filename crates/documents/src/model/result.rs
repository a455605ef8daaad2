//! The result of a procedure, as issued.

use serde::Serialize;

use super::{Field, Frame, Signer};

/// A result on paper: the layout is ours, the wording comes with the procedure.
///
/// Every text may be the output of [`crate::fill`]; [`crate::wording`] holds plain fallbacks.
///
/// # Legal source
/// Decree 30/2020 on the form of administrative documents; for certified copies Decree 23/2015 and Circular
/// 01/2020/TT-BTP; for civil status papers Circular 04/2020/TT-BTP.
#[derive(Debug, Clone, Default, Serialize)]
pub struct IssuedResult {
    /// Common parts; the look-up address is the page that says whether the paper is genuine.
    pub frame: Frame,
    /// Which layout.
    pub kind: ResultKind,
    /// Title in capitals.
    pub title: String,
    /// Line under the title ("(BẢN SAO)").
    pub subtitle: Option<String>,
    /// Number of the document ("15/TLKS-BS").
    pub number: String,
    /// Book the number is taken from ("01/2024-SCT/BS").
    pub register: Option<String>,
    /// Place and date.
    pub place_date: String,
    /// Laws it rests on, one line each.
    pub legal_basis: Vec<String>,
    /// Paragraphs before the data.
    pub opening: Vec<String>,
    /// The word that introduces the data ("XÁC NHẬN:").
    pub declaration: Option<String>,
    /// The data, line by line; short fields may share a line.
    pub rows: Vec<Vec<Field>>,
    /// Paragraphs after the data.
    pub closing: Vec<String>,
    /// Copies go to ("Như trên;", "Lưu: VT").
    pub recipients: Vec<String>,
    /// Who signs.
    pub signer: Signer,
    /// Sentence beside the QR code that tells how to check the paper.
    pub verification: Option<String>,
}

/// Layout of a result.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ResultKind {
    /// Any confirmation or decision.
    #[default]
    Plain,
    /// Statement of certification, to be bound to the copies.
    CertifiedCopy,
    /// Extract from a civil status register (bản sao trích lục).
    ExtractCopy,
    /// Confirmation of marital status.
    MaritalStatus,
}
