//! The desks after the counter through their pages: from the work list to the result in hand, and what bad input gets.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on ends with the reason")]

mod support;

use app::testing::Office;
use axum::http::StatusCode;
use domain::dossier::Stage;
use support::{Browser, value_of};

async fn office() -> Office {
    let office = Office::open().await;
    office.present().await;
    app::account::seed_demo(&office.app).await.unwrap();
    office
}

/// A received dossier of the procedure for extract copies, and its code.
async fn received(office: &Office) -> String {
    let answers = [("subject_name", "Trần Gia Bảo"), ("register_place", "UBND xã Thanh Xá")];
    office.receive("2.000635", &answers).await.code.as_str().to_owned()
}

/// A dossier that waits for the leader.
async fn appraised(office: &Office) -> String {
    let receipt = office.receive("2.000635", &[("subject_name", "Trần Gia Bảo")]).await;
    office.appraise(&receipt.code, &[("entry_text", "Khai sinh số 12")]).await;
    receipt.code.as_str().to_owned()
}

async fn stage(office: &Office, code: &str) -> Stage {
    let code = domain::dossier::DossierCode::parse(code).unwrap();
    app::read::dossier(&office.app, &office.receiver, &code).await.unwrap().dossier.stage
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_appraiser_finds_reads_and_proposes() {
    let office = office().await;
    let code = received(&office).await;
    let browser = Browser::sign_in(&office, "thamdinh").await;
    let list = browser.get("/viec").await;
    assert!(list.body.contains(&code) && list.body.contains("Nguyễn Thị Hồng Nhung"), "{}", list.body);
    let path = format!("/quay/ho-so/{code}");
    let page = browser.get(&path).await;
    for part in ["Trần Gia Bảo", "Lê Thị Tiếp", "<svg", "lam-appraise", "Diễn biến"] {
        assert!(page.body.contains(part), "{part}");
    }
    assert!(!page.body.contains("lam-hand_back") && !page.body.contains("lam-withdraw"), "not their acts");
    let empty = browser
        .send(&path, &format!("{path}/appraise"), &[("version", "1"), ("appraise-ghi-chu", "Đã xem")])
        .await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.body.contains("Hãy chọn đồng ý hoặc từ chối.") && empty.body.contains("Đã xem"));
    assert_eq!(stage(&office, &code).await, Stage::Received);
    let mut fields = vec![("version", "1"), ("appraise-de-xuat", "granted")];
    let names: Vec<String> = required_names(&page.body);
    fields.extend(
        names.iter().map(|name| (name.as_str(), if name.ends_with("_on") { "01/02/1990" } else { "12" })),
    );
    let done = browser.send(&path, &format!("{path}/appraise"), &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert!(done.location.starts_with("/viec?xong=appraise"), "{}", done.location);
    assert_eq!(stage(&office, &code).await, Stage::AwaitingApproval);
}

/// Names of the fields of the result on the page.
fn required_names(html: &str) -> Vec<String> {
    let parts = html.split("name=\"appraise-f.").skip(1);
    parts.map(|part| format!("appraise-f.{}", part.split('"').next().unwrap())).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stale_page_says_who_was_faster_and_keeps_what_was_typed() {
    let office = office().await;
    let code = received(&office).await;
    let browser = Browser::sign_in(&office, "thamdinh").await;
    let path = format!("/quay/ho-so/{code}");
    let fields = [("version", "1"), ("suspend-cho", "outside"), ("suspend-ly-do", "Chờ công an xã")];
    let first = browser.send(&path, &format!("{path}/suspend"), &fields).await;
    assert_eq!(first.location, format!("{path}?xong=suspend&cua={code}"));
    let late = [("version", "1"), ("begin_verification-ly-do", "Hỏi nơi cư trú cũ")];
    let answer = browser.send(&path, &format!("{path}/begin_verification"), &late).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(
        answer.body.contains("Hỏi nơi cư trú cũ"),
        "typed text stays, although the act is no longer open"
    );
    assert!(answer.body.contains("8 giờ"), "says when");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn forms_of_elsewhere_and_people_without_a_right_change_nothing() {
    let office = office().await;
    let code = received(&office).await;
    let path = format!("/quay/ho-so/{code}");
    let browser = Browser::sign_in(&office, "thamdinh").await;
    let forged = [("_csrf", "x"), ("version", "1"), ("appraise-de-xuat", "granted")];
    assert_eq!(browser.post(&format!("{path}/appraise"), &forged).await.status, StatusCode::FORBIDDEN);
    let desk = Browser::sign_in(&office, "traketqua").await;
    let void = [("version", "1"), ("void-ly-do", "x")];
    assert_eq!(desk.send(&path, &format!("{path}/void"), &void).await.status, StatusCode::FORBIDDEN);
    let stranger = Browser::sign_in(&office, "tiepnhan.10816").await;
    assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);
    let manager = Browser::sign_in(&office, "quantri").await;
    assert_eq!(manager.get(&path).await.status, StatusCode::FORBIDDEN);
    assert_eq!(stage(&office, &code).await, Stage::Received);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_leader_decides_a_batch_with_the_password_asked_once() {
    let office = office().await;
    let (one, two) = (appraised(&office).await, appraised(&office).await);
    let browser = Browser::sign_in(&office, "lanhdao").await;
    let list = browser.get("/phe-duyet").await;
    assert!(list.body.contains(&one) && list.body.contains("TRÍCH LỤC HỘ TỊCH"), "{}", list.body);
    assert!(!list.body.contains(" checked"), "nothing is ticked beforehand");
    let nothing = browser.send("/phe-duyet", "/phe-duyet", &[]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.body.contains("Chưa chọn hồ sơ nào"));
    office.clock.pass_minutes(6);
    let (pick_one, pick_two) = (format!("chon-{one}"), format!("chon-{two}"));
    let (seen_one, seen_two) = (format!("v-{one}"), format!("v-{two}"));
    let mut fields: Vec<(&str, &str)> =
        vec![(&pick_one, "1"), (&pick_two, "1"), (&seen_one, "2"), (&seen_two, "1")];
    let unsure = browser.send("/phe-duyet", "/phe-duyet", &fields).await;
    assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unsure.body.contains("Hãy nhập mật khẩu") && unsure.body.contains(" checked"));
    fields.push(("mat-khau", app::account::DEMO_PASSWORD));
    let done = browser.send("/phe-duyet", "/phe-duyet", &fields).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    assert!(done.body.contains("1 hồ sơ đã phê duyệt, 1 chưa được"), "the second page was out of date");
    assert_eq!(
        (stage(&office, &one).await, stage(&office, &two).await),
        (Stage::ResultReady, Stage::AwaitingApproval)
    );
    let path = format!("/phe-duyet/{two}");
    let refuse = browser.send(&path, &format!("{path}/tu-choi"), &[("version", "2")]).await;
    assert_eq!(refuse.status, StatusCode::UNPROCESSABLE_ENTITY);
    let back = [("version", "2"), ("tra-lai-ly-do", "Thiếu căn cứ")];
    let back = browser.send(&path, &format!("{path}/tra-lai"), &back).await;
    assert!(back.location.starts_with("/phe-duyet?xong=send_back"), "{}", back.location);
    assert_eq!(stage(&office, &two).await, Stage::Received);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_result_is_paid_for_and_handed_to_whoever_may_have_it() {
    let office = office().await;
    let code = appraised(&office).await;
    let parsed = domain::dossier::DossierCode::parse(&code).unwrap();
    office.approve(&parsed).await;
    let browser = Browser::sign_in(&office, "traketqua").await;
    let token = app::read::dossier(&office.app, &office.receiver, &parsed).await.unwrap().token;
    let scan =
        browser.get(&format!("/quay/tra-ket-qua?q=https%3A%2F%2Fthanhha.example%2Fho-so%2F{token}")).await;
    assert_eq!(scan.location, format!("/quay/tra-ket-qua/{code}"));
    let by_name = browser.get("/quay/tra-ket-qua?q=hong+nhung").await;
    assert!(by_name.body.contains(&code), "{}", by_name.body);
    let path = format!("/quay/tra-ket-qua/{code}");
    let version = value_of(&browser.get(&path).await.body, "version");
    let bad =
        [("version", version.as_str()), ("nguoi-nhan", "proxy"), ("ten", "Lê Văn B"), ("cach-tra", "handed")];
    let wrong = browser.send(&path, &path, &bad).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in ["Phải thu đủ phí", "Hãy chọn giấy tờ mà người nhận thay", "Lê Văn B"] {
        assert!(wrong.body.contains(part), "{part}");
    }
    assert_eq!(stage(&office, &code).await, Stage::ResultReady);
    let good = [
        ("version", version.as_str()),
        ("cach-nop", "cash"),
        ("nguoi-nhan", "applicant"),
        ("cach-tra", "handed"),
    ];
    let done = browser.send(&path, &path, &good).await;
    assert_eq!(done.location, path, "{}", done.body);
    assert_eq!(stage(&office, &code).await, Stage::Returned);
    assert!(browser.get(&path).await.body.contains("Đã trả kết quả"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_day_shows_everything_and_is_closed_once() {
    let office = office().await;
    let code = received(&office).await;
    let browser = Browser::sign_in(&office, "lanhdao").await;
    let today = browser.get("/ngay").await.location;
    assert_eq!(today, "/ngay/10852/2024-02-02");
    let page = browser.get(&today).await;
    assert!(page.body.contains(&code) && page.body.contains("Tồn đọng quá hạn"), "{}", page.body);
    let close = format!("{today}/khoa-so");
    let secret = value_of(&page.body, "_csrf");
    let fields = [("_csrf", secret.as_str()), ("nhan-xet", "Đông từ 9 giờ")];
    assert_eq!(browser.post(&close, &fields).await.location, today);
    assert!(browser.get(&today).await.body.contains("Đông từ 9 giờ"));
    let again = browser.post(&close, &fields).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(again.body.contains("đã được khóa sổ"));
    let above = Browser::sign_in(&office, "tiepnhan.10816").await;
    assert_eq!(above.get(&today).await.status, StatusCode::FORBIDDEN);
    assert_eq!(browser.get("/ngay/10852/x").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn duties_are_switched_and_dossiers_found_without_marks() {
    let office = office().await;
    let code = received(&office).await;
    let browser = Browser::sign_in(&office, "tiepnhan").await;
    let day = "/ngay/10852/2024-02-02";
    let off = [("unit", "10852"), ("duty", "approve"), ("on", "0"), ("ve", day)];
    assert_eq!(browser.send(day, "/quay/nhiem-vu", &off).await.location, day);
    assert!(browser.get(day).await.body.contains("đang vắng"));
    let away = [("unit", "10852"), ("duty", "approve"), ("on", "0"), ("ve", "//evil.example")];
    assert_eq!(browser.send(day, "/quay/nhiem-vu", &away).await.location, "/quay");
    let found = browser.get("/quay/tim?q=hong%20nhung").await;
    assert!(found.body.contains(&code));
    assert_eq!(browser.get(&format!("/quay/tim?q={code}")).await.location, format!("/quay/ho-so/{code}"));
    assert!(browser.get("/quay/tim?q=%3Cabc%3E").await.body.contains("&#60;abc&#62;"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_supplement_is_asked_and_taken_in_whole() {
    let office = office().await;
    let code = received(&office).await;
    let path = format!("/quay/ho-so/{code}");
    let browser = Browser::sign_in(&office, "tiepnhan").await;
    let nothing = [("version", "1"), ("request_supplement-ly-do", "Thiếu")];
    let wrong = browser.send(&path, &format!("{path}/request_supplement"), &nothing).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let ask = [
        ("version", "1"),
        ("request_supplement-giay-to-to-khai", "1"),
        ("request_supplement-khac", "Ảnh 4x6"),
        ("request_supplement-ly-do", "Tờ khai nhòe"),
    ];
    let form = browser.get(&path).await.body;
    assert!(form.contains("request_supplement-giay-to-to-khai"));
    // Nobody hands in for the applicant: the paper of a proxy is not asked for.
    assert!(!form.contains("request_supplement-giay-to-van-ban-uy-quyen"));
    let asked = browser.send(&path, &format!("{path}/request_supplement"), &ask).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
    let half = [("version", "2"), ("supplement-da-nop-0", "1")];
    let wrong = browser.send(&path, &format!("{path}/supplement"), &half).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let whole = [("version", "2"), ("supplement-da-nop-0", "1"), ("supplement-da-nop-1", "1")];
    let done = browser.send(&path, &format!("{path}/supplement"), &whole).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let page = browser.get(&path).await.body;
    assert!(page.contains("Đồng hồ dừng từ") && page.contains("tính lại từ đầu"), "the clock is explained");
    assert_eq!(stage(&office, &code).await, Stage::Received);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_decided_meanwhile_is_a_conflict_with_a_way_on() {
    let office = office().await;
    let leader = Browser::sign_in(&office, "lanhdao").await;
    let receipt = office.receive("2.000635", &[]).await;
    office.appraise(&receipt.code, &[]).await;
    let page = format!("/phe-duyet/{}", receipt.code);
    let shown = leader.get(&page).await;
    let (secret, version) = (value_of(&shown.body, "_csrf"), value_of(&shown.body, "version"));
    office.approve(&receipt.code).await;
    let fields =
        [("_csrf", secret.as_str()), ("version", &version), ("mat-khau", app::account::DEMO_PASSWORD)];
    let late = leader.post(&format!("{page}/duyet"), &fields).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.body);
    assert!(late.body.contains("Đã có thay đổi"), "{}", late.body);
    assert!(
        late.body.contains(&format!("href=\"{page}\"")) && late.body.contains("href=\"/quay\""),
        "{}",
        late.body
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_lost_in_an_act_leads_back_to_the_dossier() {
    let office = office().await;
    let receipt = office.receive("2.000635", &[]).await;
    let nobody = Browser::open(&office);
    let turned = nobody.post(&format!("/quay/ho-so/{}/appraise", receipt.code), &[("note", "x")]).await;
    let code = receipt.code.as_str();
    assert_eq!(turned.location, format!("/dang-nhap?ve=%2Fquay%2Fho-so%2F{code}&gui=1"));
    let page = nobody.get(&turned.location).await;
    assert!(page.body.contains("chưa được ghi") && !page.body.contains("ản nháp"), "{}", page.body);
    // A stranger's pages lead to the log-in, those of staff to the desk.
    assert!(nobody.get("/khong-co-trang").await.body.contains("href=\"/dang-nhap\""));
    let leader = Browser::sign_in(&office, "lanhdao").await;
    let missing = leader.get("/khong-co-trang").await;
    assert!(missing.body.contains("class=\"mark\" href=\"/quay\""), "{}", missing.body);
}

/// What if the leader leaves at three? The page answers, in numbers, charts and words, and changes nothing.
#[tokio::test]
async fn a_planned_day_can_be_played_with_a_change() {
    let office = office().await;
    received(&office).await;
    let leader = Browser::sign_in(&office, "lanhdao").await;
    let form = leader.get("/lich-truc/mo-phong").await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.body);
    assert!(!form.body.contains("<svg class=\"chart\""), "nothing is played before it is asked");

    let asked = leader.get("/lich-truc/mo-phong?chay=1&lanh-dao-ve=15:00&tai=50").await;
    assert_eq!(asked.status, StatusCode::OK, "{}", asked.body);
    assert!(
        asked.body.contains("<svg class=\"chart\"") && asked.body.contains("Khi thay đổi"),
        "{}",
        asked.body
    );
    assert!(asked.body.contains("value=\"15:00\""), "what was typed is kept");
    let again = leader.get("/lich-truc/mo-phong?chay=1&lanh-dao-ve=15:00&tai=50").await;
    let table = |page: &str| page.split("<table").nth(1).unwrap().to_owned();
    assert_eq!(table(&asked.body), table(&again.body), "the same question has the same answer");
}

#[tokio::test]
async fn a_question_that_cannot_be_played_says_why() {
    let office = office().await;
    let leader = Browser::sign_in(&office, "lanhdao").await;
    let wrong = leader.get("/lich-truc/mo-phong?chay=1&lanh-dao-ve=tr%C6%B0a&tai=9000&don-vi=99999").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["Hãy ghi giờ như 15:00.", "Hãy ghi số nguyên từ -90 đến 300.", "Không có đơn vị này"]
    {
        assert!(wrong.body.contains(words), "{words}: {}", wrong.body);
    }
    let alone = leader.get("/lich-truc/mo-phong?chay=1&vang=approve").await;
    assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(alone.body.contains("Chưa phân công ai"), "{}", alone.body);
    let closed = leader.get("/lich-truc/mo-phong?chay=1&ngay=2024-02-04").await;
    assert!(closed.body.contains("Đơn vị không mở cửa"), "{}", closed.body);
    let volunteer = Browser::sign_in(&office, "tiepnhan").await;
    let denied = volunteer.get("/lich-truc/mo-phong?chay=1").await;
    assert_ne!(denied.status, StatusCode::OK, "{}", denied.body);
}
