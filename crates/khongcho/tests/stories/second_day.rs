//! What is not promised for the same day, and why: a paper missing, a verification, the cut-off, a holiday.

use serde_json::Value;

use crate::support::counter::{self, EXTRACT, EXTRACT_FORM};
use crate::support::{Engine, Server};

/// Birth registration: the officer answers whether anything must be verified.
const BIRTH: &str = "1.001193";

const BIRTH_FORM: &[(&str, &str)] = &[
    ("ten", "Phạm Thị Ánh Nguyệt"),
    ("so-dinh-danh", "030195004321"),
    ("ngay-sinh", "05/06/1995"),
    ("noi-cu-tru", "Thôn 1, xã Thanh Xá"),
    ("gt.to-khai", "1"),
    ("gt.giay-chung-sinh", "1"),
    ("gt.giay-to-tuy-than", "1"),
    ("f.child_name", "Phạm Gia Hân"),
    ("f.child_gender", "nu"),
    ("f.child_birth_date", "20/01/2024"),
    ("f.child_birth_place", "Trung tâm Y tế huyện Thanh Hà"),
];

/// One of the demo's days after another, on the same data.
#[test]
fn what_cannot_be_done_the_same_day_is_said_before_anything_is_taken() {
    for engine in Engine::at_hand() {
        let server = Server::demo(engine);
        a_missing_paper_gets_a_slip_and_no_code(&server);
        a_verification_ends_the_same_day(&server);
        let server = server.again_at("2024-02-02T15:40:00+07:00");
        after_the_cut_off_it_is_the_next_morning(&server);
        let server = server.again_at("2024-02-09T09:00:00+07:00");
        a_holiday_has_no_counter_and_no_programme(&server);
        let (exit, said) = server.command(&["verify"]);
        assert_eq!(exit, 0, "{said}");
    }
}

/// What `khongcho export dossiers` says of the day and the unit of the demo.
fn exported(server: &Server) -> Vec<Value> {
    let (exit, said) = server.command(&["export", "dossiers", "--from", "2024-02-02", "--unit", "10852"]);
    assert_eq!(exit, 0, "{said}");
    said.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

fn exported_as(server: &Server, code: &str) -> Value {
    exported(server).into_iter().find(|line| line["code"] == code).expect("its line")
}

fn a_missing_paper_gets_a_slip_and_no_code(server: &Server) {
    let mut receiver = server.person();
    receiver.log_in("tiepnhan");
    let form = counter::with(EXTRACT_FORM, &[("gt.to-khai", "-"), ("gt.giay-to-tuy-than", "-")]);
    let refused = counter::press(&mut receiver, EXTRACT, &form, "nhan");
    assert_eq!(refused.status, 422, "{}", refused.text());
    for paper in ["gt.to-khai", "gt.giay-to-tuy-than"] {
        assert!(
            refused.text().contains(&format!("href=\"#{paper}\"")),
            "{paper} is named: {}",
            refused.text()
        );
    }
    assert!(refused.text().contains("Nguyễn Thị Đào"), "what was typed stays");
    let slip = counter::press(&mut receiver, EXTRACT, &form, "thieu");
    assert_eq!((slip.status, slip.content_type.as_str()), (200, "application/pdf"), "{}", slip.text());
    assert!(slip.body.starts_with(b"%PDF-"));
    assert_eq!(exported(server), Vec::<Value>::new(), "who was turned away has no dossier");
}

fn a_verification_ends_the_same_day(server: &Server) {
    let mut receiver = server.person();
    receiver.log_in("tiepnhan");
    let silent = counter::press(&mut receiver, BIRTH, BIRTH_FORM, "nhan");
    assert_eq!(silent.status, 422, "the question is answered first: {}", silent.text());
    assert!(silent.text().contains("href=\"#xac-minh\""), "{}", silent.text());
    let none = [("xac-minh", "khong"), ("xac-minh-ly-do", "Đã tra cơ sở dữ liệu hôn nhân")];
    let without = counter::press(&mut receiver, BIRTH, &counter::with(BIRTH_FORM, &none), "xem");
    assert!(without.text().contains("Có kết quả trong ngày"), "{}", without.text());
    let needed = [("xac-minh", "co"), ("xac-minh-ly-do", "Chưa thấy đăng ký kết hôn của cha mẹ")];
    let form = counter::with(BIRTH_FORM, &needed);
    let before = counter::press(&mut receiver, BIRTH, &form, "xem");
    assert!(before.text().contains("Hẹn trả kết quả trước"), "{}", before.text());
    assert!(before.text().contains("Hồ sơ cần xác minh: Chưa thấy đăng ký kết hôn"), "{}", before.text());
    let (code, _) = counter::take(&mut receiver, BIRTH, &form);
    let line = exported_as(server, &code);
    assert_eq!(line["same_day_promised"], Value::from(false), "{line}");
}

fn after_the_cut_off_it_is_the_next_morning(server: &Server) {
    let mut receiver = server.person();
    receiver.log_in("tiepnhan");
    let before = counter::press(&mut receiver, EXTRACT, EXTRACT_FORM, "xem");
    assert!(before.text().contains("sau mốc 15 giờ 30"), "{}", before.text());
    let (code, _) = counter::take(&mut receiver, EXTRACT, EXTRACT_FORM);
    let line = exported_as(server, &code);
    assert_eq!(line["same_day_promised"], Value::from(false), "{line}");
    assert_eq!(line["commitment_due_at"], "2024-02-05T09:00:00+07:00", "{line}");
}

/// 9 February 2024 is a Friday and the eve of the Lunar New Year.
fn a_holiday_has_no_counter_and_no_programme(server: &Server) {
    let before = exported(server).len();
    let mut receiver = server.person();
    receiver.log_in("tiepnhan");
    let refused = counter::press(&mut receiver, EXTRACT, EXTRACT_FORM, "nhan");
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert!(refused.text().contains("Quầy đang ngoài giờ làm việc"), "{}", refused.text());
    // Whatever came by another way would be counted from the first working day, a Thursday.
    assert!(
        refused.text().contains("Hẹn trả kết quả trước 17 giờ thứ Năm, 15/02/2024"),
        "{}",
        refused.text()
    );
    assert!(!refused.text().contains("Có kết quả trong ngày"), "{}", refused.text());
    assert_eq!(exported(server).len(), before, "nothing was taken");
}
