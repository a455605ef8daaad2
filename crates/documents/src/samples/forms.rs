//! Samples of forms 01-05.

use super::{at, chairman, citizen, frame, place_date};
use crate::{
    ApologyNotice, Component, Contact, ControlSlip, FeeLine, Field, Frame, HandOver, LookUp, MissingItem,
    Moment, Person, Promise, Proxy, Receipt, RefusalNotice, Station, StationState, SupplementSlip,
};

const PROCEDURE: &str = "2.000635 Cấp bản sao trích lục hộ tịch, bản sao giấy khai sinh";

/// A receipt with the promise kept.
#[must_use]
pub fn receipt() -> Receipt {
    Receipt {
        frame: frame(),
        register: Some("Quyển số 01/2024, số thứ tự 112".into()),
        submitter: citizen(),
        proxy: None,
        procedure: PROCEDURE.into(),
        content: "Xin cấp 02 bản sao trích lục khai sinh cho con Trần Gia Bảo".into(),
        components: vec![
            Component {
                name: "Tờ khai cấp bản sao trích lục hộ tịch".into(),
                originals: 1,
                ..Component::default()
            },
            Component {
                name: "Căn cước công dân".into(),
                note: Some("xuất trình, không nộp".into()),
                ..Component::default()
            },
        ],
        sets: 1,
        received: at("9 giờ 05"),
        promise: Promise {
            due: at("9 giờ 40"),
            sentence: "Có kết quả trong buổi sáng nay, chậm nhất 11 giờ 30.".into(),
            kept: vec![
                "Thủ tục có trong danh sách Thứ Sáu không chờ của xã Thanh Xá".into(),
                "Hồ sơ đủ giấy tờ, không phải xác minh".into(),
                "Đủ bốn người làm việc: tiếp nhận, thẩm định, phê duyệt, trả kết quả".into(),
                "Nhận trước 15 giờ 30".into(),
            ],
            failed: Vec::new(),
            statutory: "Thời hạn theo luật: trong ngày làm việc, chậm nhất 17 giờ 00 hôm nay.".into(),
        },
        rail: rail(&["9 giờ 05", "9 giờ 15", "9 giờ 30", "9 giờ 40"]),
        fees: vec![FeeLine {
            name: "Lệ phí bản sao trích lục, 2 bản × 8.000 đ".into(),
            amount: "16.000 đ".into(),
        }],
        fee_total: Some("16.000 đ".into()),
        fee_note: Some("Đã thu bằng tiền mặt.".into()),
        delivery: Some("Tại quầy số 2".into()),
        officer: "Lê Thị Tiếp Nhận".into(),
        how_to_look_up: vec![
            crate::wording::LOOK_UP_QR.replace("{address}", "thanhha.example/tra-cuu"),
            crate::wording::LOOK_UP_PHONE.replace("{phone}", "0220 000 0000"),
            crate::wording::COLLECT.into(),
        ],
    }
}

/// Papers after the receipt do not repeat the secret.
fn frame_without_pin() -> Frame {
    let mut frame = frame();
    frame.look_up = frame.look_up.map(|look_up| LookUp { pin: None, ..look_up });
    frame
}

/// The same receipt for someone who sees little, printed a second time, handed in by a relative.
pub(super) fn receipt_large_copy() -> Receipt {
    let mut paper = receipt();
    paper.frame.large_print = true;
    paper.frame.copy = true;
    paper.proxy = Some(Proxy {
        name: "Trần Văn Bảo".into(),
        id_number: Some("030188000002".into()),
        basis: "Chồng của người yêu cầu, có giấy chứng nhận kết hôn".into(),
    });
    paper
}

/// A receipt after the cut-off hour.
pub(super) fn receipt_after_cut_off() -> Receipt {
    let mut paper = receipt();
    paper.received = at("15 giờ 42");
    paper.promise = Promise {
        due: Moment { hour: "Trước 9 giờ 00".into(), date: "thứ Hai, ngày 05 tháng 02 năm 2024".into() },
        sentence: "Nhận sau 15 giờ 30 nên trả kết quả đầu giờ sáng ngày làm việc tiếp theo; bỏ qua thứ Bảy 03/02 và \
                   Chủ nhật 04/02."
            .into(),
        kept: vec!["Hồ sơ đủ giấy tờ, không phải xác minh".into()],
        failed: vec!["Nhận sau 15 giờ 30, giờ chốt của Thứ Sáu không chờ".into()],
        statutory: "Thời hạn theo luật: ngày làm việc tiếp theo, thứ Hai 05/02/2024.".into(),
    };
    paper.rail = rail(&["15 giờ 42", "", "", "trước 9 giờ"]);
    paper
}

/// A receipt with everything optional left out.
pub(super) fn receipt_sparse() -> Receipt {
    let full = receipt();
    let mut frame = frame();
    frame.synthetic = None;
    frame.look_up = None;
    frame.agency.parent = None;
    frame.agency.address = None;
    frame.agency.phone = None;
    Receipt {
        frame,
        submitter: Person { name: "Vũ Thị An".into(), ..Person::default() },
        procedure: full.procedure,
        received: full.received,
        promise: Promise { due: at("17 giờ 00"), ..Promise::default() },
        sets: 1,
        officer: full.officer,
        ..Receipt::default()
    }
}

fn rail(hours: &[&str; 4]) -> Vec<Station> {
    ["Tiếp nhận", "Thẩm định", "Phê duyệt", "Trả kết quả"]
        .iter()
        .zip(hours)
        .enumerate()
        .map(|(index, (name, hour))| Station {
            name: (*name).into(),
            hour: (!hour.is_empty()).then(|| (*hour).into()),
            state: match index {
                0 => StationState::Done,
                1 => StationState::Now,
                _ => StationState::Next,
            },
        })
        .collect()
}

/// A slip that names everything missing.
#[must_use]
pub fn supplement() -> SupplementSlip {
    let item = |name: &str, form: &str, number| MissingItem { name: name.into(), form: form.into(), number };
    let mut frame = frame();
    frame.look_up = None;
    SupplementSlip {
        frame,
        number: Some("05/HDHS".into()),
        place_date: place_date(),
        applicant: citizen(),
        procedure: "1.001193 Đăng ký khai sinh".into(),
        content: "Đăng ký khai sinh cho con".into(),
        missing: vec![
            item("Giấy chứng sinh; nếu không có thì văn bản của người làm chứng", "Bản chính", 1),
            item("Giấy chứng nhận kết hôn của cha mẹ", "Xuất trình", 1),
            item("Tờ khai đăng ký khai sinh, phần nơi sinh chưa ghi", "Bản chính", 1),
        ],
        reason: "Khoản 1 Điều 16 Luật Hộ tịch 2014 yêu cầu nộp giấy chứng sinh và tờ khai đầy đủ.".into(),
        next_step: Some(
            "Mang đủ ba giấy tờ trên đến trước 15 giờ 30 thứ Sáu để nhận kết quả trong ngày.".into(),
        ),
        contact: contact(),
    }
}

fn contact() -> Contact {
    Contact { name: "Lê Thị Tiếp Nhận".into(), phone: Some("0220 000 0001".into()) }
}

/// A refusal with its reasons.
#[must_use]
pub fn refusal() -> RefusalNotice {
    let mut frame = frame();
    frame.look_up = None;
    RefusalNotice {
        frame,
        number: Some("02/TCHS".into()),
        place_date: place_date(),
        applicant: citizen(),
        procedure: "1.004873 Cấp giấy xác nhận tình trạng hôn nhân".into(),
        content: "Xin xác nhận tình trạng hôn nhân để kết hôn".into(),
        reasons: vec![
            "Người yêu cầu thường trú tại thị trấn Thanh Hà; xã Thanh Xá không có thẩm quyền xác nhận."
                .into(),
        ],
        legal_basis: vec!["Nghị định 123/2015/NĐ-CP, Điều 21, khoản 1".into()],
        next_step: Some("Nộp hồ sơ tại Bộ phận Một cửa thị trấn Thanh Hà, hoặc nộp trực tuyến.".into()),
        contact: contact(),
    }
}

/// An apology with a new date.
#[must_use]
pub fn apology() -> ApologyNotice {
    ApologyNotice {
        frame: frame_without_pin(),
        number: Some("01/PXL".into()),
        place_date: place_date(),
        recipient: citizen(),
        procedure: PROCEDURE.into(),
        received: at("9 giờ 05"),
        old_due: at("9 giờ 40"),
        new_due: Moment {
            hour: "10 giờ 00".into(), date: "thứ Hai, ngày 05 tháng 02 năm 2024".into()
        },
        reason: "Sổ hộ tịch gốc năm 1990 đang ở kho lưu trữ huyện, chiều nay mới chuyển về.".into(),
        unit_at_fault: Some("Công chức Tư pháp - Hộ tịch".into()),
        contact: Some(contact()),
        signer: chairman(),
    }
}

/// The hand-overs of one dossier.
#[must_use]
pub fn control() -> ControlSlip {
    let step = |unit: &str, giver: &str, receiver: &str, hour: &str, outcome: Option<&str>| HandOver {
        unit: unit.into(),
        giver: giver.into(),
        receiver: receiver.into(),
        at: Moment { hour: hour.into(), date: "02/02/2024".into() },
        outcome: outcome.map(Into::into),
        note: None,
    };
    ControlSlip {
        frame: frame_without_pin(),
        about: vec![
            Field::new("Người nộp", "Nguyễn Thị Hồng Nhung"),
            Field::new("Thủ tục", PROCEDURE),
            Field::new("Cơ quan chủ trì", "Công chức Tư pháp - Hộ tịch"),
            Field::new("Cơ quan phối hợp", "không"),
        ],
        received: at("9 giờ 05"),
        due: at("9 giờ 40"),
        hand_overs: vec![
            step("Tư pháp - Hộ tịch", "Lê Thị Tiếp Nhận", "Vũ Văn Thẩm", "9 giờ 06", Some("Trước hạn")),
            step("Lãnh đạo ủy ban", "Vũ Văn Thẩm", "Phạm Văn Mẫu", "9 giờ 14", Some("Đúng hạn")),
            step("Bộ phận Một cửa", "Phạm Văn Mẫu", "Lê Thị Tiếp Nhận", "9 giờ 28", None),
        ],
    }
}
