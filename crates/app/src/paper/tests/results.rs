//! Results: drawn once, read for ever, never too early.

use super::*;
use crate::handle;
use domain::dossier::{Act, Collector, CollectorIdentity, Command, Delivery, Event, Outcome, Refusal, Stage};
use domain::person::FullName;

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
