//! Forms 01 to 05, the list on the wall and the day's report.

use super::*;
use crate::testing::{UNIT, at};
use crate::{handle, intake};
use domain::dossier::{Act, Command};

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
