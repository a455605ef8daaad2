//! What every document has: who issues it, its code, how it is printed.

use serde::Serialize;

/// The parts common to all documents.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Frame {
    /// Who issues the document.
    pub agency: Agency,
    /// Code of the dossier, or number of the document; repeated at the head of every page.
    pub code: String,
    /// Where to look the document up; draws the QR code.
    pub look_up: Option<LookUp>,
    /// 18 point instead of 12 for people who see little.
    pub large_print: bool,
    /// Marks a second print of a paper already handed out ("Bản in lại").
    pub copy: bool,
    /// Banner on every page of a document made from invented data.
    pub synthetic: Option<String>,
    /// Time of drawing, written into the file; part of the input so that the bytes stay the same.
    pub drawn_at: LocalTime,
}

/// The issuing agency.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Agency {
    /// The agency above, as on the left of the head ("UBND HUYỆN THANH HÀ").
    pub parent: Option<String>,
    /// The agency itself, in capitals.
    pub name: String,
    /// The counter, when the paper comes from it.
    pub desk: Option<String>,
    /// Street address.
    pub address: Option<String>,
    /// Phone number.
    pub phone: Option<String>,
}

/// Where anyone can look the document up.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LookUp {
    /// Full address inside the QR code.
    pub url: String,
    /// Text under the QR code: the code, or a short address to type.
    pub shown: String,
    /// Secret that opens the status page, 8 characters; printed 4-4.
    pub pin: Option<String>,
}

/// A civil time in Vietnam (+07:00).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct LocalTime {
    /// Year, four digits.
    pub year: i32,
    /// Month, 1-12.
    pub month: u8,
    /// Day of the month, 1-31.
    pub day: u8,
    /// Hour, 0-23.
    pub hour: u8,
    /// Minute, 0-59.
    pub minute: u8,
    /// Second, 0-59.
    pub second: u8,
}

impl Default for LocalTime {
    /// The first day of the epoch: valid, and plainly nobody's time.
    fn default() -> Self {
        Self { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0 }
    }
}

/// An hour and a day as people read them.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Moment {
    /// "9 giờ 40".
    pub hour: String,
    /// "thứ Sáu, ngày 02 tháng 02 năm 2024".
    pub date: String,
}

/// A person or organisation as printed on the forms.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Person {
    /// Full name.
    pub name: String,
    /// National number, passport or enterprise number.
    pub id_number: Option<String>,
    /// Address.
    pub address: Option<String>,
    /// Phone number.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
}

/// A label with its value.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Field {
    /// What it is.
    pub label: String,
    /// The value; empty prints as a dotted line to fill by hand.
    pub value: String,
}

impl Field {
    /// A field from anything that reads as text.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}

/// Who signs.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Signer {
    /// Authority and office, one line each ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH").
    pub authority: Vec<String>,
    /// What to do in the empty space ("Ký, ghi rõ họ tên và đóng dấu").
    pub instruction: Option<String>,
    /// Full name under the signature.
    pub name: Option<String>,
}
