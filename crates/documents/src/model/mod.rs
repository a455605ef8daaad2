//! What a document says, as plain values with the text already formatted.

mod control;
mod day_close;
mod frame;
mod notice;
mod receipt;
mod result;
mod slips;

use serde::Serialize;

pub use control::{ControlSlip, HandOver};
pub use day_close::{DayClose, Figure, OpenCase};
pub use frame::{Agency, Field, Frame, LocalTime, LookUp, Moment, Person, Signer};
pub use notice::{NoWaitNotice, NoticeGroup, NoticeRow, PaperSize};
pub use receipt::{Component, FeeLine, Promise, Proxy, Receipt, Station, StationState};
pub use result::{IssuedResult, ResultKind};
pub use slips::{ApologyNotice, Contact, MissingItem, RefusalNotice, SupplementSlip};

/// One paper of the office.
///
/// # Legal source
/// Forms 01-05: Circular 01/2018/TT-VPCP, Articles 9 and 10; renumbered by Circular 03/2025/TT-VPCP.
#[derive(Debug, Clone)]
pub enum Document {
    /// Form 01: receipt and appointment, A5.
    Receipt(Box<Receipt>),
    /// Form 02: everything that is missing, A5.
    SupplementSlip(Box<SupplementSlip>),
    /// Form 03: reasoned refusal, A5.
    RefusalNotice(Box<RefusalNotice>),
    /// Form 04: apology and new date, A5.
    ApologyNotice(Box<ApologyNotice>),
    /// Form 05 (06 from 2025): hand-overs of one dossier, A4.
    ControlSlip(Box<ControlSlip>),
    /// The list a unit posts on its wall, A4 or A3.
    NoWaitNotice(Box<NoWaitNotice>),
    /// The result itself, A4.
    IssuedResult(Box<IssuedResult>),
    /// The report that closes a day, A4.
    DayClose(Box<DayClose>),
}

impl Document {
    /// Agency, code, look-up address and print options, which every document has.
    #[must_use]
    pub fn frame(&self) -> &Frame {
        match self {
            Self::Receipt(paper) => &paper.frame,
            Self::SupplementSlip(paper) => &paper.frame,
            Self::RefusalNotice(paper) => &paper.frame,
            Self::ApologyNotice(paper) => &paper.frame,
            Self::ControlSlip(paper) => &paper.frame,
            Self::NoWaitNotice(paper) => &paper.frame,
            Self::IssuedResult(paper) => &paper.frame,
            Self::DayClose(paper) => &paper.frame,
        }
    }

    /// Title shown by a reader program and read aloud first.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Receipt(_) => "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
            Self::SupplementSlip(_) => "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
            Self::RefusalNotice(_) => "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
            Self::ApologyNotice(_) => "Phiếu xin lỗi và hẹn lại ngày trả kết quả",
            Self::ControlSlip(_) => "Phiếu kiểm soát quá trình giải quyết hồ sơ",
            Self::NoWaitNotice(paper) => &paper.headline,
            Self::IssuedResult(paper) => &paper.title,
            Self::DayClose(_) => "Báo cáo kết thúc ngày",
        }
    }

    /// Name of the embedded template.
    pub(crate) const fn template(&self) -> &'static str {
        match self {
            Self::Receipt(_) => "receipt.typ",
            Self::SupplementSlip(_) => "supplement.typ",
            Self::RefusalNotice(_) => "refusal.typ",
            Self::ApologyNotice(_) => "apology.typ",
            Self::ControlSlip(_) => "control.typ",
            Self::NoWaitNotice(_) => "notice.typ",
            Self::IssuedResult(_) => "result.typ",
            Self::DayClose(_) => "day_close.typ",
        }
    }

    /// The document as a tree of values for its template.
    pub(crate) fn values(&self) -> Result<serde_json::Value, serde_json::Error> {
        fn tree(paper: &impl Serialize) -> Result<serde_json::Value, serde_json::Error> {
            serde_json::to_value(paper)
        }
        match self {
            Self::Receipt(paper) => tree(paper),
            Self::SupplementSlip(paper) => tree(paper),
            Self::RefusalNotice(paper) => tree(paper),
            Self::ApologyNotice(paper) => tree(paper),
            Self::ControlSlip(paper) => tree(paper),
            Self::NoWaitNotice(paper) => tree(paper),
            Self::IssuedResult(paper) => tree(paper),
            Self::DayClose(paper) => tree(paper),
        }
    }
}
