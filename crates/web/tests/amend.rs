//! Putting right what was recorded wrongly: people, proxy, needs, what was asked, and the fee that follows.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on ends with the reason")]

mod support;

use app::testing::Office;
use axum::http::StatusCode;
use domain::dossier::{Dossier, DossierCode};
use domain::money::Dong;
use domain::person::Applicant;
use support::Browser;

/// A certified copy: its fee counts pages and copies.
const COPY: &str = "2.000815";

async fn dossier(office: &Office, code: &str) -> Dossier {
    let code = DossierCode::parse(code).unwrap();
    app::read::dossier(&office.app, &office.receiver, &code).await.unwrap().dossier
}

/// What the form says when nothing was touched.
fn as_recorded(dossier: &Dossier) -> Vec<(String, String)> {
    let reception = &dossier.reception;
    let person = reception.applicant.person();
    let mut fields = vec![
        ("amend-ten", person.name.as_str().to_owned()),
        ("amend-so-dinh-danh", person.identity.as_ref().unwrap().to_string()),
        ("amend-ngay-sinh", "12/05/1990".to_owned()),
        ("amend-noi-cu-tru", person.address.clone()),
        ("amend-so-ban", reception.copies.to_string()),
        ("amend-so-trang", reception.asked.as_ref().unwrap().pages.to_string()),
        ("amend-ly-do", "Ghi nhầm".to_owned()),
        ("version", dossier.version.to_string()),
    ];
    if let Applicant::Business { name, number, .. } = &reception.applicant {
        fields.push(("amend-ten-to-chuc", name.clone()));
        fields.push(("amend-ma-so", number.clone()));
    }
    let mut fields: Vec<(String, String)> = fields.into_iter().map(|(n, v)| (n.to_owned(), v)).collect();
    fields.extend(reception.answers.iter().map(|(id, value)| (format!("amend-f.{id}"), value.clone())));
    fields
}

async fn amend(browser: &Browser, before: &Dossier, change: &[(&str, &str)]) -> support::Answer {
    let recorded = as_recorded(before);
    let kept = recorded.iter().filter(|(name, _)| !change.iter().any(|(changed, _)| changed == name));
    let mut fields: Vec<(&str, &str)> = kept.map(|(n, v)| (n.as_str(), v.as_str())).collect();
    fields.extend_from_slice(change);
    let path = format!("/quay/ho-so/{}", before.code().as_str());
    browser.send(&path, &format!("{path}/amend"), &fields).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_and_copies_change_the_fee() {
    let office = Office::open().await;
    let answers = [("document_name", "Bằng tốt nghiệp"), ("pages_of_original", "1"), ("book_number", "1")];
    let code = office.receive(COPY, &answers).await.code.as_str().to_owned();
    let before = dossier(&office, &code).await;
    assert_eq!(before.reception.fee.total, Dong(2_000));
    let browser = Browser::sign_in(&office, "tiepnhan").await;
    let page = browser.get(&format!("/quay/ho-so/{code}")).await.body;
    assert!(
        page.contains("name=\"amend-so-trang\"") && page.contains("name=\"amend-nguoi-nop-thay\""),
        "{page}"
    );

    let nothing = amend(&browser, &before, &[]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing would change");
    let wrong = [("amend-so-trang", "0"), ("amend-so-ban", "x"), ("amend-ten", "")];
    let wrong = amend(&browser, &before, &wrong).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.body.matches("id=\"amend-so-trang-loi\"").count(), 1, "{}", wrong.body);
    assert!(wrong.body.contains("amend-so-ban-loi") && wrong.body.contains("amend-ten-loi"));

    let done = amend(&browser, &before, &[("amend-so-trang", "5"), ("amend-so-ban", "2")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let after = dossier(&office, &code).await;
    // Two pages at 2,000 đ, three at 1,000 đ, two copies.
    assert_eq!(after.reception.fee.total, Dong(14_000));
    assert_eq!((after.reception.copies, after.reception.asked.as_ref().unwrap().pages), (2, 5));
    assert_eq!(after.finance, domain::dossier::Finance::Due(Dong(14_000)));
    let story = browser.get(&format!("/quay/ho-so/{code}")).await.body;
    assert!(story.contains("phí mới"), "{story}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_proxy_and_help_with_signing_are_added_and_taken_away() {
    let office = Office::open().await;
    let code = office.receive("2.000635", &[("subject_name", "Trần Gia Bảo")]).await.code.as_str().to_owned();
    let browser = Browser::sign_in(&office, "tiepnhan").await;
    let before = dossier(&office, &code).await;
    let proxy = [
        ("amend-nguoi-nop-thay", "1"),
        ("amend-nt-ten", "Trần Văn Con"),
        ("amend-nt-so-dinh-danh", "030190000002"),
        ("amend-nt-quan-he", "other"),
        ("amend-nt-giay", "family"),
        ("amend-ky-diem-chi", "1"),
        ("amend-lam-chung-1", "Phạm Thị Chứng"),
        ("amend-f.subject_name", "Trần Gia Bảo"),
        ("amend-f.event_kind", "khai-sinh"),
        ("amend-f.register_place", "UBND xã Thanh Xá"),
    ];
    let insufficient = amend(&browser, &before, &proxy).await;
    assert_eq!(insufficient.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(insufficient.body.contains("amend-nt-giay-loi"), "{}", insufficient.body);
    let mut sound = proxy;
    sound[4].1 = "certified";
    let done = amend(&browser, &before, &sound).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let after = dossier(&office, &code).await;
    let added = after.reception.proxy.as_ref().expect("somebody hands in");
    assert_eq!(added.person.name.as_str(), "Trần Văn Con");
    assert!(after.reception.needs.fingerprint && after.reception.needs.witnesses.len() == 1);
    // Now the paper of a proxy belongs to the dossier, so that a supplement may ask for it.
    let page = browser.get(&format!("/quay/ho-so/{code}")).await.body;
    assert!(page.contains("request_supplement-giay-to-van-ban-uy-quyen"));

    let gone = amend(&browser, &after, &[]).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.body);
    let last = dossier(&office, &code).await;
    assert!(last.reception.proxy.is_none() && !last.reception.needs.fingerprint);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_name_and_number_of_a_body_are_put_right() {
    let office = Office::open().await;
    let mut intake = office.intake(COPY, &[("document_name", "Hợp đồng"), ("pages_of_original", "1")]);
    intake.applicant = Applicant::Business {
        name: "Công ty Vải Thiều".to_owned(),
        number: "0800000001".to_owned(),
        representative: office.citizen(),
    };
    let receipt = app::intake::receive(&office.app, &office.receiver, intake, None).await.unwrap();
    let code = receipt.code.as_str().to_owned();
    let browser = Browser::sign_in(&office, "tiepnhan").await;
    let before = dossier(&office, &code).await;
    let wrong = amend(&browser, &before, &[("amend-ten-to-chuc", ""), ("amend-ma-so", "12")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("amend-ten-to-chuc-loi") && wrong.body.contains("amend-ma-so-loi"));
    let right = [("amend-ten-to-chuc", "Hợp tác xã Vải Thiều"), ("amend-ma-so", "0800000002")];
    let done = amend(&browser, &before, &right).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let after = dossier(&office, &code).await;
    let Applicant::Business { name, number, representative } = &after.reception.applicant else {
        panic!("a business stays one");
    };
    assert_eq!((name.as_str(), number.as_str()), ("Hợp tác xã Vải Thiều", "0800000002"));
    assert_eq!(*representative, office.citizen());
}
