//! Samples of the notice on the wall and of the day's report.

use super::{chairman, frame, place_date};
use crate::{
    DayClose, Field, Figure, LookUp, NoWaitNotice, NoticeGroup, NoticeRow, OpenCase, PaperSize, Signer,
};

/// A posted list of two sectors.
#[must_use]
pub fn notice(size: PaperSize) -> NoWaitNotice {
    let mut frame = frame();
    frame.agency.desk = None;
    frame.code = "Danh sách không chờ, xã Thanh Xá".into();
    frame.look_up = Some(LookUp {
        url: "https://thanhha.example/khong-cho/10813".into(),
        shown: "thanhha.example/khong-cho".into(),
        pin: None,
    });
    NoWaitNotice {
        frame,
        size,
        headline: "Ngày thứ Sáu không chờ".into(),
        sentence: "Mang đủ giấy tờ, về nhà cùng ngày với kết quả đã ký.".into(),
        programme: vec![
            Field::new("Ngày", "Thứ Sáu hằng tuần"),
            Field::new("Giờ nhận", "7:30–11:30, 13:30–17:00"),
            Field::new("Nhận đến 15:30", "trả trong ngày"),
            Field::new("Nhận sau 15:30", "trả trước 9:00 ngày làm việc sau"),
        ],
        groups: vec![
            NoticeGroup { sector: "Hộ tịch".into(), rows: rows(CIVIL) },
            NoticeGroup { sector: "Chứng thực".into(), rows: rows(CERTIFICATION) },
        ],
        footnotes: vec![
            "Danh mục được dựng lại từ dữ liệu quốc gia về thủ tục hành chính; bài báo gốc chỉ nêu số lượng."
                .into(),
        ],
        place_date: place_date(),
        signer: Some(chairman()),
    }
}

type Line = (&'static str, &'static str, &'static str, &'static str);

const CIVIL: &[Line] = &[
    ("1.001193", "Đăng ký khai sinh", "Không", ""),
    ("1.000894", "Đăng ký kết hôn", "Không", "Cả hai người có mặt"),
    ("1.001022", "Đăng ký nhận cha, mẹ, con", "15.000 đ", "Khi không phải xác minh"),
    ("1.000656", "Đăng ký khai tử", "Không", ""),
    ("1.000893", "Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con", "Không", "Khi không phải xác minh"),
    ("2.000635", "Cấp bản sao trích lục hộ tịch, bản sao giấy khai sinh", "8.000 đ một bản", ""),
    ("1.004873", "Cấp giấy xác nhận tình trạng hôn nhân", "15.000 đ", "Khi không phải xác minh"),
    ("1.004884", "Đăng ký lại khai sinh", "8.000 đ", "Khi sổ gốc còn tại xã"),
    ("1.004746", "Đăng ký lại kết hôn", "30.000 đ", ""),
    ("1.005461", "Đăng ký lại khai tử", "8.000 đ", ""),
    ("1.004859", "Thay đổi, cải chính, bổ sung thông tin hộ tịch", "15.000 đ", "Chỉ bổ sung thông tin"),
];

const CERTIFICATION: &[Line] = &[
    (
        "2.000815",
        "Chứng thực bản sao từ bản chính giấy tờ, văn bản",
        "2.000 đ một trang",
        "Từ trang 3: 1.000 đ",
    ),
    ("2.000884", "Chứng thực chữ ký trong các giấy tờ, văn bản", "10.000 đ", ""),
    ("2.000913", "Chứng thực việc sửa đổi, bổ sung, hủy bỏ hợp đồng, giao dịch", "30.000 đ", ""),
    ("2.000927", "Sửa lỗi sai sót trong hợp đồng, giao dịch đã được chứng thực", "25.000 đ", ""),
    ("2.000942", "Cấp bản sao có chứng thực từ bản chính hợp đồng, giao dịch", "2.000 đ một trang", ""),
    ("2.001035", "Chứng thực hợp đồng, giao dịch liên quan đến tài sản là động sản", "50.000 đ", ""),
    ("2.001019", "Chứng thực di chúc", "50.000 đ", "Người lập di chúc có mặt"),
    ("2.001016", "Chứng thực văn bản từ chối nhận di sản", "50.000 đ", ""),
    ("2.001406", "Chứng thực văn bản thỏa thuận phân chia di sản", "50.000 đ", ""),
    ("2.001009", "Chứng thực văn bản khai nhận di sản", "50.000 đ", ""),
];

fn rows(lines: &[Line]) -> Vec<NoticeRow> {
    lines
        .iter()
        .map(|(code, name, fee, note)| NoticeRow {
            code: (*code).into(),
            name: (*name).into(),
            time: "Trong ngày".into(),
            fee: (*fee).into(),
            note: (!note.is_empty()).then(|| (*note).into()),
        })
        .collect()
}

/// The report of a day, with or without exceptions.
#[must_use]
pub fn day_close(with_exceptions: bool) -> DayClose {
    let mut frame = frame();
    frame.code = "Báo cáo ngày 02/02/2024, xã Thanh Xá".into();
    frame.look_up = None;
    let figure = |value: &str, label: &str| Figure { value: value.into(), label: label.into() };
    let exceptions = if with_exceptions {
        vec![OpenCase {
            code: "H23.25.10813-240202-0031".into(),
            procedure: "Đăng ký lại khai sinh".into(),
            due: "16 giờ 30, 02/02/2024".into(),
            cause: "Sổ gốc ở kho huyện".into(),
            action: Some("Đã gửi phiếu xin lỗi, hẹn lại 10 giờ 00 thứ Hai".into()),
        }]
    } else {
        Vec::new()
    };
    DayClose {
        frame,
        date: "thứ Sáu, ngày 02 tháng 02 năm 2024".into(),
        sentence: if with_exceptions { "Còn 1 hồ sơ chưa xong." } else { "Không còn hồ sơ tồn." }.into(),
        figures: vec![
            figure("38", "hồ sơ đã nhận"),
            figure(if with_exceptions { "35" } else { "36" }, "trả kết quả trong ngày"),
            figure("2", "xong, chưa đến lấy"),
            figure(if with_exceptions { "1" } else { "0" }, "chưa xong"),
        ],
        exceptions,
        place_date: place_date(),
        signer: Signer {
            authority: vec!["NGƯỜI PHỤ TRÁCH".into()],
            instruction: Some("(Ký, ghi rõ họ tên)".into()),
            name: Some("Lê Thị Tiếp Nhận".into()),
        },
    }
}
