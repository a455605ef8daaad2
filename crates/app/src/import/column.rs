//! Columns are known by their headings, in Vietnamese or English, in whatever order.

use super::problem::{Problem, Trouble};
use domain::text::fold;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Code,
    Unit,
    Procedure,
    Channel,
    ApplicantKind,
    Applicant,
    Representative,
    Identity,
    Born,
    Address,
    ReceivedAt,
    DueAt,
    FinishedAt,
    ReturnedAt,
    Outcome,
    Collector,
    Note,
}

impl Column {
    pub(super) const ALL: [Self; 17] = [
        Self::Code,
        Self::Unit,
        Self::Procedure,
        Self::Channel,
        Self::ApplicantKind,
        Self::Applicant,
        Self::Representative,
        Self::Identity,
        Self::Born,
        Self::Address,
        Self::ReceivedAt,
        Self::DueAt,
        Self::FinishedAt,
        Self::ReturnedAt,
        Self::Outcome,
        Self::Collector,
        Self::Note,
    ];

    /// Headings that mean it, folded; the first is the usual one in each language.
    const fn headings(self) -> &'static [&'static str] {
        match self {
            Self::Code => &["ma ho so", "code", "so ho so", "ma so ho so", "dossier code"],
            Self::Unit => {
                &["don vi tiep nhan", "receiving unit", "ma don vi", "don vi", "unit", "co quan tiep nhan"]
            }
            Self::Procedure => {
                &["ma thu tuc", "procedure", "thu tuc", "ma tthc", "procedure code", "ma thu tuc hanh chinh"]
            }
            Self::Channel => &["hinh thuc nop", "channel", "kenh nop", "hinh thuc tiep nhan", "kenh"],
            Self::ApplicantKind => &["loai doi tuong", "applicant kind", "doi tuong"],
            Self::Applicant => &[
                "ho va ten",
                "applicant",
                "nguoi nop",
                "ten nguoi nop",
                "to chuc ca nhan",
                "ten to chuc ca nhan",
                "applicant name",
            ],
            Self::Representative => &["nguoi dai dien", "representative"],
            Self::Identity => {
                &["so dinh danh", "identity", "cccd", "so cccd", "so giay to", "identity number"]
            }
            Self::Born => &["ngay sinh", "birth date", "born"],
            Self::Address => &["dia chi", "address", "noi cu tru"],
            Self::ReceivedAt => {
                &["ngay tiep nhan", "received at", "ngay nhan", "thoi gian tiep nhan", "ngay nop"]
            }
            Self::DueAt => {
                &["ngay hen tra", "statutory due at", "han tra", "due at", "thoi han", "han giai quyet"]
            }
            Self::FinishedAt => {
                &["ngay co ket qua", "finished at", "ngay hoan thanh", "ngay giai quyet", "ngay ket thuc"]
            }
            Self::ReturnedAt => &["ngay tra ket qua", "returned at", "ngay tra"],
            Self::Outcome => &["ket qua", "outcome", "ket qua giai quyet", "tinh trang"],
            Self::Collector => &["nguoi nhan ket qua", "collector", "nguoi nhan"],
            Self::Note => &["ghi chu", "note"],
        }
    }

    /// The heading to write where the column is missing.
    pub(super) const fn usual(self) -> &'static str {
        match self {
            Self::Code => "Mã hồ sơ (code)",
            Self::Unit => "Đơn vị tiếp nhận (receiving_unit)",
            Self::Procedure => "Mã thủ tục (procedure)",
            Self::Applicant => "Họ và tên (applicant)",
            Self::ReceivedAt => "Ngày tiếp nhận (received_at)",
            Self::Channel => "Hình thức nộp (channel)",
            Self::ApplicantKind => "Loại đối tượng (applicant_kind)",
            Self::Representative => "Người đại diện (representative)",
            Self::Identity => "Số định danh (identity)",
            Self::Born => "Ngày sinh (birth_date)",
            Self::Address => "Địa chỉ (address)",
            Self::DueAt => "Ngày hẹn trả (statutory_due_at)",
            Self::FinishedAt => "Ngày có kết quả (finished_at)",
            Self::ReturnedAt => "Ngày trả kết quả (returned_at)",
            Self::Outcome => "Kết quả (outcome)",
            Self::Collector => "Người nhận kết quả (collector)",
            Self::Note => "Ghi chú (note)",
        }
    }

    fn of(heading: &str) -> Option<Self> {
        let folded = fold(heading);
        Self::ALL.into_iter().find(|column| column.headings().contains(&folded.as_str()))
    }
}

/// Columns without which no dossier can be made.
const REQUIRED: [Column; 5] =
    [Column::Code, Column::Unit, Column::Procedure, Column::Applicant, Column::ReceivedAt];

/// So many known headings make a row the head of the table.
const KNOWN_MIN: usize = 3;

/// Where each column stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Heads {
    /// All headings as written.
    pub headings: Vec<String>,
    places: Vec<Option<Column>>,
}

impl Heads {
    /// Reads a row as the head of the table; `None` when too few of its cells are headings.
    pub(super) fn read(cells: &[String]) -> Option<Self> {
        let places: Vec<Option<Column>> = cells.iter().map(|cell| Column::of(cell)).collect();
        let known = places.iter().flatten().count();
        (known >= KNOWN_MIN).then(|| Self { headings: cells.to_vec(), places })
    }

    /// Where a column stands.
    pub(super) fn place(&self, column: Column) -> Option<usize> {
        self.places.iter().position(|place| *place == Some(column))
    }

    /// The heading of a column as the file has it.
    pub(super) fn heading(&self, column: Column) -> &str {
        let place = self.place(column);
        place.and_then(|place| self.headings.get(place)).map_or_else(|| column.usual(), String::as_str)
    }

    /// Headings nobody reads.
    pub(super) fn ignored(&self) -> Vec<String> {
        let unread = self.headings.iter().zip(&self.places).filter(|(_, place)| place.is_none());
        unread.map(|(heading, _)| heading.clone()).filter(|heading| !heading.trim().is_empty()).collect()
    }

    /// Columns that are missing or stand there twice. A unit given for the whole file needs no column.
    pub(super) fn problems(&self, row: usize, unit_given: bool) -> Vec<Problem> {
        let mut problems = Vec::new();
        for column in Column::ALL {
            let times = self.places.iter().filter(|place| **place == Some(column)).count();
            let required = REQUIRED.contains(&column) && !(unit_given && column == Column::Unit);
            if times > 1 {
                problems.push(Problem::cell(row, self.heading(column), "", Trouble::ColumnTwice));
            } else if times == 0 && required {
                problems.push(Problem::cell(row, column.usual(), "", Trouble::ColumnMissing));
            }
        }
        problems
    }
}
