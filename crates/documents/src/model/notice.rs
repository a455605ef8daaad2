//! The no-wait list on the wall.

use serde::Serialize;

use super::{Field, Frame, Signer};

/// The posted list of procedures whose result comes the same day.
///
/// # Legal source
/// Decree 61/2018, Article 15: procedures are posted where people see them.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NoWaitNotice {
    /// Common parts; the look-up address is the public page of the list.
    pub frame: Frame,
    /// Sheet it is printed on.
    pub size: PaperSize,
    /// Headline ("Ngày thứ Sáu không chờ").
    pub headline: String,
    /// The promise in one sentence.
    pub sentence: String,
    /// Weekday, hours, cut-off, what holds after it: two to four labelled lines.
    pub programme: Vec<Field>,
    /// The list by sector.
    pub groups: Vec<NoticeGroup>,
    /// Remarks under the list.
    pub footnotes: Vec<String>,
    /// Place and date of posting.
    pub place_date: String,
    /// Who signs; none for an unsigned poster.
    pub signer: Option<Signer>,
}

/// The sheet of a notice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperSize {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 297 × 420 mm.
    A3,
}

/// Procedures of one sector.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NoticeGroup {
    /// Name of the sector.
    pub sector: String,
    /// Its procedures.
    pub rows: Vec<NoticeRow>,
}

/// One procedure of the list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NoticeRow {
    /// Procedure code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Time to the result.
    pub time: String,
    /// Fee.
    pub fee: String,
    /// Condition or remark.
    pub note: Option<String>,
}
