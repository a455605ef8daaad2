//! Who may do what: separation of duties, pages that grew old, the same thing sent twice, leaving everywhere.

use crate::support::counter::{self, EXTRACT, EXTRACT_FORM};
use crate::support::person::PASSWORD;
use crate::support::{Engine, Server};

#[test]
fn nobody_does_what_is_not_theirs_and_nothing_is_done_twice() {
    for engine in Engine::at_hand() {
        let server = Server::demo(engine);
        let code = a_double_click_takes_one_dossier(&server);
        an_old_page_says_who_was_faster(&server, &code);
        the_receiver_approves_nothing(&server, &code);
        a_form_of_another_session_is_refused(&server, &code);
        leaving_everywhere_ends_every_window(&server);
    }
}

fn a_double_click_takes_one_dossier(server: &Server) -> String {
    let mut receiver = server.person();
    receiver.log_in("tiepnhan");
    let page = counter::open(&mut receiver, EXTRACT);
    let form = counter::with(EXTRACT_FORM, &[("viec", "nhan")]);
    let first = receiver.send(&page, "/quay/tiep-nhan", &form, &[]);
    let second = receiver.send(&page, "/quay/tiep-nhan", &form, &[]);
    assert_eq!((first.status, second.status), (303, 303), "{}{}", first.text(), second.text());
    assert_eq!(first.path, second.path, "both clicks lead to the same receipt");
    let other = counter::with(&form, &[("ten", "Nguyễn Thị Mận")]);
    let changed = receiver.send(&page, "/quay/tiep-nhan", &other, &[]);
    assert_eq!(changed.status, 409, "the same key with another content is no repetition: {}", changed.text());
    let (_, said) = server.command(&["export", "dossiers", "--from", "2024-02-02"]);
    assert_eq!(said.lines().count(), 1, "{said}");
    counter::code_of(&first).expect("the address of the dossier")
}

fn an_old_page_says_who_was_faster(server: &Server, code: &str) {
    let (mut appraiser, mut receiver) = (server.person(), server.person());
    appraiser.log_in("thamdinh");
    receiver.log_in("tiepnhan");
    let here = format!("/quay/ho-so/{code}");
    let old = appraiser.get(&here);
    let page = receiver.get(&here);
    let change = [("amend-noi-cu-tru", "Thôn 5, xã Thanh Xá"), ("amend-ly-do", "Gõ nhầm số thôn")];
    let amended = receiver.submit(&page, &format!("{here}/amend"), &change);
    assert_eq!(amended.status, 200, "{}", amended.text());
    let said = [
        ("appraise-de-xuat", "granted"),
        ("appraise-f.entry_text", "Khai sinh số 12"),
        ("appraise-f.source_register", "Sổ đăng ký khai sinh năm 1943"),
    ];
    let late = appraiser.submit(&old, &format!("{here}/appraise"), &said);
    assert_eq!(late.status, 409, "{}", late.text());
    assert!(late.text().contains("Đỗ Đức Thắng vừa thay đổi hồ sơ này, lúc"), "{}", late.text());
    assert!(late.text().contains("Khai sinh số 12"), "what was typed stays");
    let again = appraiser.submit(&late, &format!("{here}/appraise"), &said);
    assert_eq!(again.status, 200, "the fresh page goes through: {}", again.text());
}

fn the_receiver_approves_nothing(server: &Server, code: &str) {
    let mut receiver = server.person();
    receiver.log_in("tiepnhan");
    let page = receiver.get(&format!("/quay/ho-so/{code}"));
    assert!(!page.text().contains(&format!("/phe-duyet/{code}")), "no button leads there");
    let token = page.between("name=\"_csrf\" value=\"", "\"").expect("a form on the page");
    let body = format!("_csrf={token}&version=3&mat-khau={PASSWORD}");
    let target = format!("/phe-duyet/{code}/duyet");
    let kind = "application/x-www-form-urlencoded";
    let tried = receiver.request(ureq::http::Method::POST, &target, kind, body.as_bytes());
    assert_eq!(tried.status, 403, "{}", tried.text());
    let mut leader = server.person();
    leader.log_in("lanhdao");
    assert!(leader.get("/phe-duyet").text().contains(code), "it still waits for the leader");
}

fn a_form_of_another_session_is_refused(server: &Server, code: &str) {
    let (mut leader, mut other) = (server.person(), server.person());
    leader.log_in("lanhdao");
    other.log_in("lanhdao");
    let page = other.get(&format!("/phe-duyet/{code}"));
    let tried = leader.submit(&page, &format!("/phe-duyet/{code}/duyet"), &[("mat-khau", PASSWORD)]);
    assert_eq!(tried.status, 403, "{}", tried.text());
}

fn leaving_everywhere_ends_every_window(server: &Server) {
    let (mut here, mut there) = (server.person(), server.person());
    here.log_in("tiepnhan");
    there.log_in("tiepnhan");
    let account = here.get("/tai-khoan");
    here.submit(&account, "/tai-khoan/moi-noi", &[]);
    for window in [&mut here, &mut there] {
        let page = window.get("/quay/tiep-nhan");
        assert!(page.path.starts_with("/dang-nhap"), "{} is not the sign-in page", page.path);
    }
    let mut leader = server.person();
    leader.log_in("lanhdao");
    assert_eq!(leader.get("/phe-duyet").status, 200, "others stay");
}
