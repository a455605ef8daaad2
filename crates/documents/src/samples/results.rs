//! Samples of issued results, filled from the default wordings.

use std::collections::BTreeMap;

use super::{chairman, frame, place_date};
use crate::{Field, Frame, IssuedResult, LookUp, ResultKind, Signer, wording};

/// Fills a default wording; one that lacks a value shows the name of what it lacks.
fn filled(template: &str, values: &[(&str, &str)]) -> String {
    let values: BTreeMap<&str, &str> = values.iter().copied().collect();
    crate::fill(template, &values).unwrap_or_else(|missing| missing.to_string())
}

fn result_frame(number: &str) -> Frame {
    let mut frame = frame();
    frame.agency.name = "ỦY BAN NHÂN DÂN\nXÃ THANH XÁ".into();
    frame.agency.desk = None;
    frame.agency.address = None;
    frame.agency.phone = None;
    frame.code = format!("Số {number}");
    frame.look_up = Some(LookUp {
        url: "https://thanhha.example/kiem-tra/9XRMA5BC7K3MQ2ZD".into(),
        shown: "thanhha.example/kiem-tra/9XRMA5BC7K3MQ2ZD".into(),
        pin: None,
    });
    frame
}

fn base(kind: ResultKind, title: &str, number: &str) -> IssuedResult {
    IssuedResult {
        frame: result_frame(number),
        kind,
        title: title.into(),
        number: number.into(),
        place_date: place_date(),
        signer: chairman(),
        verification: Some(wording::VERIFICATION.into()),
        ..IssuedResult::default()
    }
}

fn one(label: &str, value: &str) -> Vec<Field> {
    vec![Field::new(label, value)]
}

/// A confirmation of any procedure.
#[must_use]
pub fn confirmation() -> IssuedResult {
    IssuedResult {
        legal_basis: vec![
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;".into(),
            "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ;".into(),
        ],
        opening: vec![filled(
            wording::PLAIN_OPENING,
            &[
                ("code", "H23.25.10813-240202-0012"),
                ("applicant", "Nguyễn Thị Hồng Nhung"),
                ("procedure", "xác nhận đang cư trú tại địa phương"),
                ("received", "02 tháng 02 năm 2024"),
            ],
        )],
        declaration: Some("ỦY BAN NHÂN DÂN XÃ THANH XÁ XÁC NHẬN:".into()),
        rows: vec![
            one("Ông/bà", "Nguyễn Thị Hồng Nhung"),
            vec![Field::new("Ngày sinh", "12/5/1990"), Field::new("Số định danh", "030190000001")],
            one("Nơi cư trú", "Thôn 1, xã Thanh Xá, huyện Thanh Hà, tỉnh Hải Dương"),
            one("Nội dung", "Đang cư trú tại địa chỉ trên từ ngày 01/3/2015"),
        ],
        closing: vec![wording::PLAIN_CLOSING.into()],
        recipients: vec!["Người yêu cầu;".into(), "Lưu: VT.".into()],
        ..base(ResultKind::Plain, wording::PLAIN_TITLE, "27/XN-UBND")
    }
}

/// A statement of certification.
#[must_use]
pub fn certified_copy() -> IssuedResult {
    IssuedResult {
        register: Some("01/2024-SCT/BS".into()),
        rows: vec![
            one("Tên bản chính", "Bằng tốt nghiệp trung học phổ thông"),
            vec![Field::new("Số hiệu", "A 0123456"), Field::new("Ngày cấp", "15/7/2008")],
            one("Nơi cấp", "Sở Giáo dục và Đào tạo tỉnh Hải Dương"),
            one("Người yêu cầu chứng thực", "Nguyễn Thị Hồng Nhung"),
        ],
        closing: vec![
            wording::CERTIFIED_COPY_STATEMENT.into(),
            filled(wording::CERTIFIED_COPY_COUNT, &[("copies", "03"), ("pages", "01")]),
            wording::CERTIFIED_COPY_SCOPE.into(),
        ],
        signer: Signer {
            authority: vec!["NGƯỜI THỰC HIỆN CHỨNG THỰC".into(), "CHỦ TỊCH".into()],
            ..chairman()
        },
        ..base(ResultKind::CertifiedCopy, wording::CERTIFIED_COPY_TITLE, "118")
    }
}

/// An extract from the birth register.
#[must_use]
pub fn extract() -> IssuedResult {
    let nation = || vec![Field::new("Dân tộc", "Kinh"), Field::new("Quốc tịch", "Việt Nam")];
    IssuedResult {
        subtitle: Some(wording::EXTRACT_SUBTITLE.into()),
        rows: vec![
            one("Họ, chữ đệm, tên", "TRẦN GIA BẢO"),
            one("Ngày, tháng, năm sinh", "08/11/2019"),
            one("Ghi bằng chữ", "Ngày tám, tháng mười một, năm hai nghìn không trăm mười chín"),
            [vec![Field::new("Giới tính", "Nam")], nation()].concat(),
            one("Nơi sinh", "Trung tâm Y tế huyện Thanh Hà, tỉnh Hải Dương"),
            one("Quê quán", "Xã Thanh Xá, huyện Thanh Hà, tỉnh Hải Dương"),
            one("Số định danh cá nhân", "030219000003"),
            one("Họ, chữ đệm, tên người mẹ", "NGUYỄN THỊ HỒNG NHUNG"),
            [vec![Field::new("Năm sinh", "1990")], nation()].concat(),
            one("Họ, chữ đệm, tên người cha", "TRẦN VĂN BẢO"),
            [vec![Field::new("Năm sinh", "1988")], nation()].concat(),
            one("Ghi chú", "Không"),
        ],
        closing: vec![filled(
            wording::EXTRACT_CLOSING,
            &[
                ("register_kind", "khai sinh"),
                ("registered_at", "Ủy ban nhân dân xã Thanh Xá"),
                ("registered_number", "87/2019"),
                ("registered_date", "15 tháng 11 năm 2019"),
            ],
        )],
        signer: Signer {
            authority: vec!["NGƯỜI KÝ TRÍCH LỤC".into(), "CHỦ TỊCH".into()], ..chairman()
        },
        ..base(ResultKind::ExtractCopy, wording::EXTRACT_BIRTH_TITLE, "15/TLKS-BS")
    }
}

/// A confirmation of marital status.
#[must_use]
pub fn marital_status() -> IssuedResult {
    IssuedResult {
        opening: vec![filled(
            wording::MARITAL_OPENING,
            &[("applicant", "Vũ Thị An"), ("subject", "chính người yêu cầu")],
        )],
        declaration: Some(wording::MARITAL_DECLARATION.into()),
        rows: vec![
            one("Họ, chữ đệm, tên", "VŨ THỊ AN"),
            one("Ngày, tháng, năm sinh", "03/9/1996"),
            vec![
                Field::new("Giới tính", "Nữ"),
                Field::new("Dân tộc", "Kinh"),
                Field::new("Quốc tịch", "Việt Nam"),
            ],
            one("Giấy tờ tùy thân", "Căn cước công dân số 030196000004, cấp ngày 10/4/2021"),
            one("Nơi cư trú", "Thôn 3, xã Thanh Xá, huyện Thanh Hà, tỉnh Hải Dương"),
            one("Tình trạng hôn nhân", wording::MARITAL_NEVER_MARRIED),
        ],
        closing: vec![filled(
            wording::MARITAL_VALIDITY,
            &[("purpose", "đăng ký kết hôn với anh Đỗ Văn Bình, sinh năm 1994")],
        )],
        signer: Signer {
            authority: vec!["NGƯỜI KÝ GIẤY XÁC NHẬN".into(), "CHỦ TỊCH".into()], ..chairman()
        },
        ..base(ResultKind::MaritalStatus, wording::MARITAL_TITLE, "9/UBND-XNTTHN")
    }
}
