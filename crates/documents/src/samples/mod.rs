//! Sample documents from invented data: for previews, tests and the eye of a designer.

mod forms;
mod lists;
mod results;

use crate::{Agency, Document, Frame, LocalTime, LookUp, Moment, Person, Signer};

pub use forms::{apology, control, receipt, refusal, supplement};
pub use lists::{day_close, notice};
pub use results::{certified_copy, confirmation, extract, marital_status};

/// Name and document of every sample, in ordinary, large and repeated print.
#[must_use]
pub fn all() -> Vec<(&'static str, Document)> {
    vec![
        ("receipt", Document::Receipt(Box::new(receipt()))),
        ("receipt-large-copy", Document::Receipt(Box::new(forms::receipt_large_copy()))),
        ("receipt-after-cut-off", Document::Receipt(Box::new(forms::receipt_after_cut_off()))),
        ("receipt-sparse", Document::Receipt(Box::new(forms::receipt_sparse()))),
        ("supplement", Document::SupplementSlip(Box::new(supplement()))),
        ("refusal", Document::RefusalNotice(Box::new(refusal()))),
        ("apology", Document::ApologyNotice(Box::new(apology()))),
        ("control", Document::ControlSlip(Box::new(control()))),
        ("notice-a4", Document::NoWaitNotice(Box::new(notice(crate::PaperSize::A4)))),
        ("notice-a3", Document::NoWaitNotice(Box::new(notice(crate::PaperSize::A3)))),
        ("result-plain", Document::IssuedResult(Box::new(confirmation()))),
        ("result-certified-copy", Document::IssuedResult(Box::new(certified_copy()))),
        ("result-extract", Document::IssuedResult(Box::new(extract()))),
        ("result-marital-status", Document::IssuedResult(Box::new(marital_status()))),
        ("day-close", Document::DayClose(Box::new(day_close(true)))),
        ("day-close-zero", Document::DayClose(Box::new(day_close(false)))),
    ]
}

fn frame() -> Frame {
    Frame {
        agency: Agency {
            parent: Some("UBND HUYỆN THANH HÀ".into()),
            name: "ỦY BAN NHÂN DÂN XÃ THANH XÁ".into(),
            desk: Some("Bộ phận Tiếp nhận và Trả kết quả".into()),
            address: Some("Thôn 2, xã Thanh Xá".into()),
            phone: Some("0220 000 0000".into()),
        },
        code: "H23.25.10813-240202-0012".into(),
        look_up: Some(LookUp {
            url: "https://thanhha.example/t/7K3MQ2ZD9XRMA5BC".into(),
            shown: "H23.25.10813-240202-0012".into(),
            pin: Some("7K3MQ2ZD".into()),
        }),
        large_print: false,
        copy: false,
        synthetic: Some("Dữ liệu minh họa".into()),
        drawn_at: LocalTime { year: 2024, month: 2, day: 2, hour: 9, minute: 5, second: 30 },
    }
}

fn at(hour: &str) -> Moment {
    Moment { hour: hour.into(), date: "thứ Sáu, ngày 02 tháng 02 năm 2024".into() }
}

fn place_date() -> String {
    "Thanh Xá, ngày 02 tháng 02 năm 2024".into()
}

fn citizen() -> Person {
    Person {
        name: "Nguyễn Thị Hồng Nhung".into(),
        id_number: Some("030190000001".into()),
        address: Some("Thôn 1, xã Thanh Xá, huyện Thanh Hà, tỉnh Hải Dương".into()),
        phone: Some("0900 000 001".into()),
        email: Some("nhung@example.vn".into()),
    }
}

fn chairman() -> Signer {
    Signer {
        authority: vec!["TM. ỦY BAN NHÂN DÂN".into(), "CHỦ TỊCH".into()],
        instruction: Some("(Ký, ghi rõ họ tên và đóng dấu)".into()),
        name: Some("Phạm Văn Mẫu".into()),
    }
}
