//! Papers of an office, from receipt to result.

use super::*;
use crate::testing::{Office, UNIT, at};
use crate::{handle, intake, secret};
use domain::dossier::{
    Act, Collector, CollectorIdentity, Command, Delivery, DossierCode, Event, Outcome, Refusal, Stage,
};
use domain::person::FullName;
use std::process::Command as Program;

const EXTRACT: &[(&str, &str)] = &[
    ("subject_name", "Trần Gia Bảo"),
    ("subject_birth_date", "2019-11-08"),
    ("event_kind", "khai-sinh"),
    ("register_place", "Ủy ban nhân dân xã Thanh Xá"),
    ("entry_text", "Họ tên mẹ: Nguyễn Thị Hồng Nhung {number}"),
    ("source_register", "Sổ đăng ký khai sinh năm 2019"),
];

/// The text of a PDF without line breaks, where `pdftotext` is at hand.
fn text(pdf: &[u8]) -> Option<String> {
    let file = std::env::temp_dir().join(format!("khongcho-{}.pdf", secret::sha256_hex(pdf)));
    std::fs::write(&file, pdf).unwrap();
    let said = Program::new("pdftotext").args(["-layout"]).arg(&file).arg("-").output();
    std::fs::remove_file(&file).unwrap();
    let said = said.map_err(|error| eprintln!("text was NOT read: pdftotext: {error}")).ok()?;
    let said = String::from_utf8(said.stdout).unwrap().replace('\u{200B}', "");
    Some(said.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn says(pdf: &Pdf, sentences: &[&str]) {
    assert!(pdf.bytes.starts_with(b"%PDF-"));
    let Some(text) = text(&pdf.bytes) else { return };
    for sentence in sentences {
        assert!(text.contains(sentence), "`{sentence}` is not in: {text}");
    }
}

async fn approved(office: &Office, procedure: &str, answers: &[(&str, &str)]) -> DossierCode {
    let code = office.receive(procedure, answers).await.code;
    office.appraise(&code, &[]).await;
    office.approve(&code).await;
    code
}

async fn staff_result(office: &Office, code: &DossierCode) -> Result<Pdf, AppError> {
    result(&office.app, ResultReader::Staff(&office.return_officer, code)).await
}

#[tokio::test]
async fn a_result_is_drawn_once_and_read_for_ever() {
    let office = Office::open().await;
    let code = approved(&office, "2.000635", EXTRACT).await;
    let (one, other) = tokio::join!(staff_result(&office, &code), staff_result(&office, &code));
    let (one, other) = (one.unwrap(), other.unwrap());
    assert_eq!(one.bytes, other.bytes);
    office.clock.pass_minutes(3 * 24 * 60);
    assert_eq!(staff_result(&office, &code).await.unwrap().bytes, one.bytes);
    assert_eq!(office.files.len(), 1);

    let page = crate::read::dossier(&office.app, &office.leader, &code).await.unwrap();
    let token = page.result_token.unwrap();
    let verified = crate::status::verify_result(&office.app, &token).await.unwrap();
    assert_eq!(verified.paper_sha256, Some(secret::sha256_hex(&one.bytes)));
    assert_eq!(result(&office.app, ResultReader::Token(&token)).await.unwrap().bytes, one.bytes);
    says(
        &one,
        &[
            "TRÍCH LỤC HỘ TỊCH (BẢN SAO)",
            "Trần Gia Bảo",
            "08/11/2019",
            "Việc hộ tịch: Khai sinh",
            "Họ tên mẹ: Nguyễn Thị Hồng Nhung {number}",
            "Luật Hộ tịch 60/2014/QH13",
            "01/2024/TLHT",
            "Thanh Xá, ngày 02 tháng 02 năm 2024",
            "Phạm Văn Mẫu",
            "thanhha.example/kiem-chung/",
        ],
    );
}

#[tokio::test]
async fn a_lost_file_is_drawn_again_to_the_bit() {
    let office = Office::open().await;
    let code = approved(&office, "2.000635", EXTRACT).await;
    let first = staff_result(&office, &code).await.unwrap();
    office.files.lose(&secret::sha256_hex(&first.bytes));
    assert_eq!(staff_result(&office, &code).await.unwrap().bytes, first.bytes);
}

#[tokio::test]
async fn official_wordings_of_the_pack_appear() {
    let office = Office::open().await;
    let answers = [("document_name", "Bằng tốt nghiệp"), ("pages_of_original", "2"), ("book_number", "01")];
    let code = approved(&office, "2.000815", &answers).await;
    says(
        &staff_result(&office, &code).await.unwrap(),
        &[
            "CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH",
            "Chứng thực bản sao đúng với bản chính.",
            "Giấy tờ: Bằng tốt nghiệp",
            "Số chứng thực: 01/2024/SCT-BS",
            "01 - SCT/BS",
            "NGƯỜI THỰC HIỆN CHỨNG THỰC",
        ],
    );
    let answers = [
        ("subject_name", "Vũ Thị An"),
        ("subject_gender", "nu"),
        ("purpose", "kết hôn"),
        ("status_text", "Chưa đăng ký kết hôn với ai"),
    ];
    let code = approved(&office, "1.004873", &answers).await;
    says(
        &staff_result(&office, &code).await.unwrap(),
        &[
            "GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN",
            "XÁC NHẬN:",
            "Giới tính: Nữ",
            "Tình trạng hôn nhân: Chưa đăng ký kết hôn với ai",
            "Giấy này có giá trị 06 tháng kể từ ngày cấp",
        ],
    );
    let code = approved(&office, "1.001193", &[("child_name", "Lê Minh")]).await;
    says(&staff_result(&office, &code).await.unwrap(), &["ĐĂNG KÝ KHAI SINH", "Lê Minh", "Nơi nhận:"]);
}

#[tokio::test]
async fn a_refusal_is_a_result_with_its_reason() {
    let office = Office::open().await;
    let code = office.receive("2.000635", EXTRACT).await.code;
    office.appraise(&code, &[]).await;
    office.decide(&code, Outcome::Refused, "Không có trong sổ đăng ký").await;
    says(
        &staff_result(&office, &code).await.unwrap(),
        &["KHÔNG GIẢI QUYẾT HỒ SƠ", "Lý do: Không có trong sổ đăng ký", "khiếu nại"],
    );
}

#[tokio::test]
async fn nothing_is_there_before_approval_or_for_strangers() {
    let office = Office::open().await;
    let code = office.receive("2.000635", EXTRACT).await.code;
    let missing = |answer: Result<Pdf, AppError>| {
        assert!(matches!(answer, Err(AppError::NotFound { .. })), "{answer:?}");
    };
    missing(staff_result(&office, &code).await);
    missing(supplement_slip(&office.app, &office.receiver, &code).await);
    missing(apology(&office.app, &office.receiver, &code).await);
    missing(receipt(&office.app, &office.stranger, &code, false, false).await);
    missing(receipt(&office.app, &office.administrator, &code, false, false).await);
    missing(result(&office.app, ResultReader::Token("7K3MQ2ZD9XRMA5BC")).await);
    missing(
        receipt(
            &office.app,
            &office.receiver,
            &DossierCode::recorded("H1-240202-0009".to_owned()),
            false,
            false,
        )
        .await,
    );
    assert!(office.files.is_empty());
}

#[tokio::test]
async fn a_receipt_says_when_and_why() {
    let office = Office::open().await;
    let taken = office.receive("2.000635", EXTRACT).await;
    let paper = receipt(&office.app, &office.receiver, &taken.code, false, false).await.unwrap();
    assert_eq!(paper.file_name, format!("giay-tiep-nhan-{}.pdf", taken.code));
    says(
        &paper,
        &[
            taken.code.as_str(),
            &taken.pin,
            "Nguyễn Thị Hồng Nhung",
            "Có kết quả trong ngày, trước 17 giờ.",
            "Bốn khâu đều có người trực",
            "8.000 đ",
            "Lê Thị Tiếp",
            "thanhha.example/tra-cuu",
        ],
    );
    let again = receipt(&office.app, &office.receiver, &taken.code, true, true).await.unwrap();
    says(&again, &["Bản in lại"]);
}

#[tokio::test]
async fn the_event_of_return_names_the_paper() {
    let office = Office::open().await;
    let code = approved(&office, "1.000656", &[]).await;
    let name = FullName::parse("Nguyễn Thị Hồng Nhung").unwrap();
    let collector = Collector { name, identity: CollectorIdentity::Applicant };
    let denied =
        hand_back(&office.app, &office.appraiser, &code, None, collector.clone(), Delivery::Handed).await;
    assert!(matches!(denied, Err(AppError::Denied(_))), "{denied:?}");
    assert!(office.files.is_empty());
    let after =
        hand_back(&office.app, &office.return_officer, &code, None, collector, Delivery::Handed).await;
    assert_eq!(after.unwrap().stage, Stage::Returned);
    let paper = staff_result(&office, &code).await.unwrap();
    let page = crate::read::dossier(&office.app, &office.receiver, &code).await.unwrap();
    let Some(Event::HandedBack { paper_sha256, .. }) = page.story.last().map(|last| &last.event) else {
        panic!("the last event is the return");
    };
    assert_eq!(*paper_sha256, secret::sha256_hex(&paper.bytes));
}

#[tokio::test]
async fn a_revoked_result_is_marked_for_staff_and_refused_to_others() {
    let office = Office::open().await;
    let code = approved(&office, "2.000635", EXTRACT).await;
    let first = staff_result(&office, &code).await.unwrap();
    let page = crate::read::dossier(&office.app, &office.leader, &code).await.unwrap();
    let revoke =
        |_: &handle::Situation<'_>| Ok(Command::RevokeResult { reason: "Ghi sai năm sinh".to_owned() });
    handle::act(&office.app, &office.leader, &code, None, Act::RevokeResult, revoke).await.unwrap();
    let kept = staff_result(&office, &code).await.unwrap();
    assert_eq!(kept.bytes, first.bytes);
    assert!(kept.file_name.starts_with("DA-THU-HOI"), "{}", kept.file_name);
    let public = result(&office.app, ResultReader::Token(&page.result_token.unwrap())).await;
    assert!(matches!(public, Err(AppError::Refused(Refusal::RevokedBefore))), "{public:?}");
}

#[tokio::test]
async fn papers_of_invented_dossiers_say_so() {
    let office = Office::open().await;
    let intake = office.intake("2.000635", EXTRACT);
    let origin = intake::Origin { synthetic: true, ..intake::Origin::default() };
    let taken = intake::receive_as(&office.app, &office.receiver, intake, None, origin).await.unwrap();
    says(
        &receipt(&office.app, &office.receiver, &taken.code, false, false).await.unwrap(),
        &["Dữ liệu minh họa"],
    );
    office.appraise(&taken.code, &[]).await;
    office.approve(&taken.code).await;
    says(&staff_result(&office, &taken.code).await.unwrap(), &["Dữ liệu minh họa"]);
}

#[tokio::test]
async fn slips_name_everything_that_is_missing_or_why_not() {
    let office = Office::open().await;
    let mut draft = office.intake("1.001193", &[]).draft;
    draft.handed.clear();
    let turn = |kind, reason: &str| intake::TurnAway {
        draft: draft.clone(),
        applicant: "Nguyễn Thị Hồng Nhung".to_owned(),
        address: "Thôn 1, xã Thanh Xá".to_owned(),
        kind,
        reason: reason.to_owned(),
    };
    let (app, receiver) = (&office.app, &office.receiver);
    let id = intake::turn_away(app, receiver, turn(intake::SlipKind::Supplement, "")).await.unwrap();
    let paper = slip(app, receiver, &id).await.unwrap();
    says(&paper, &["1.001193", "Nguyễn Thị Hồng Nhung", "Bản chính"]);
    let id =
        intake::turn_away(app, receiver, turn(intake::SlipKind::Refusal, "Không thuộc thẩm quyền")).await;
    says(&slip(app, receiver, &id.unwrap()).await.unwrap(), &["Không thuộc thẩm quyền"]);
    let strange = slip(app, &office.stranger, "dra_0").await;
    assert!(matches!(strange, Err(AppError::NotFound { .. })));
}

#[tokio::test]
async fn supplement_apology_and_control_follow_the_story() {
    let office = Office::open().await;
    let code = office.receive("1.004873", &[]).await.code;
    let ask = |_: &handle::Situation<'_>| {
        let items = vec![domain::dossier::SupplementItem {
            component: Some("to-khai".parse().unwrap()),
            what: "phần nơi cư trú chưa ghi".to_owned(),
        }];
        Ok(Command::RequestSupplement { items, reason: "Tờ khai chưa đủ".to_owned() })
    };
    let (app, receiver) = (&office.app, &office.receiver);
    handle::act(app, receiver, &code, None, Act::RequestSupplement, ask).await.unwrap();
    says(
        &supplement_slip(app, receiver, &code).await.unwrap(),
        &["phần nơi cư trú chưa ghi", "Tờ khai chưa đủ"],
    );

    let late = office.receive("1.004873", &[]).await.code;
    let extend = |_: &handle::Situation<'_>| {
        Ok(Command::Extend {
            statutory_due_at: at("2024-02-15T17:00:00+07:00"),
            reason: "Sổ gốc ở kho huyện".to_owned(),
            fault: "Công chức tư pháp".to_owned(),
            late_notice: false,
        })
    };
    handle::act(app, &office.leader, &late, None, Act::Extend, extend).await.unwrap();
    says(
        &apology(app, receiver, &late).await.unwrap(),
        &["Sổ gốc ở kho huyện", "15 tháng 02 năm 2024", "Công chức tư pháp", "Phạm Văn Mẫu"],
    );
    says(&control_slip(app, receiver, &late).await.unwrap(), &["Lê Thị Tiếp", "Thẩm định"]);
}

#[tokio::test]
async fn the_list_and_the_day_are_papers_too() {
    let office = Office::open().await;
    let unit = UNIT.parse().unwrap();
    let on = jiff::civil::date(2024, 2, 2);
    let list = no_wait_notice(&office.app, &unit, on, PaperSize::A4).await.unwrap();
    says(&list, &["2.000635", "2.000815", "15:30", "7:30–11:30, 13:30–17:00", "8.000 đ/bản sao"]);
    let later = no_wait_notice(&office.app, &unit, jiff::civil::date(2022, 1, 7), PaperSize::A3).await;
    assert!(matches!(later, Err(AppError::NotFound { .. })), "no programme ran in 2022");

    let code = office.receive("2.000635", EXTRACT).await.code;
    let report = day_close(&office.app, &office.receiver, &unit, on).await.unwrap();
    says(&report, &["Còn 1 hồ sơ chưa xong.", code.as_str()]);
    let denied = day_close(&office.app, &office.stranger, &unit, on).await;
    assert!(matches!(denied, Err(AppError::Denied(_))));
}
