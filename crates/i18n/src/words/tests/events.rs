//! The story of a dossier.

use std::collections::BTreeSet;

use super::super::{event_fact, event_sentence};
use super::sample::{events, other_forms};
use super::{CITIZEN_WORDS_MAX, STAFF_WORDS_MAX, check};
use crate::Lang;

const ACTOR: &str = "Bà Lê Thị C";

#[test]
fn each_kind_of_event_is_told() {
    let kinds: BTreeSet<&str> = events().iter().map(domain::dossier::Event::kind).collect();
    assert_eq!(kinds.len(), 22, "the sample has each kind once");
    check(CITIZEN_WORDS_MAX, events(), |event, lang| event_fact(event, lang).to_owned());
    let told = || events().into_iter().chain(other_forms());
    check(STAFF_WORDS_MAX, told(), |event, lang| event_sentence(event, ACTOR, lang));
    for said in told().map(|event| event_sentence(&event, ACTOR, Lang::Vi)) {
        assert!(said.contains(ACTOR) && said.ends_with('.'), "{said}");
    }
}

#[test]
fn facts_hold_nothing_personal() {
    for event in events().into_iter().chain(other_forms()) {
        let said = event_fact(&event, Lang::Vi);
        for personal in ["Nguyễn", "Trần", "Thôn 3", "sổ gốc", "8.000"] {
            assert!(!said.contains(personal), "{said}");
        }
    }
}

#[test]
fn sentences_with_their_details() {
    let rows = [
        (
            "received",
            "Bà Lê Thị C đã tiếp nhận hồ sơ (Trực tiếp tại quầy). Hẹn trả kết quả trước 17 giờ thứ Sáu, \
             02/02/2024.",
            "Bà Lê Thị C received the dossier (In person at the counter). The result is due before 17:00 on \
             Friday, 2 February 2024.",
        ),
        (
            "supplement_requested",
            "Bà Lê Thị C đã yêu cầu bổ sung: Bản chính giấy khai sinh; Thẻ căn cước. Lý do: Cần đối chiếu sổ \
             gốc.",
            "Bà Lê Thị C asked for more papers: Bản chính giấy khai sinh; Thẻ căn cước. Reason: Cần đối chiếu \
             sổ gốc.",
        ),
        (
            "extended",
            "Bà Lê Thị C đã xin lỗi và hẹn lại trước 17 giờ thứ Hai, 19/02/2024. Lý do: Cần đối chiếu sổ gốc. \
             Nơi gây chậm: Phòng Tư pháp.",
            "Bà Lê Thị C apologised and gave a new date: before 17:00 on Monday, 19 February 2024. Reason: \
             Cần đối chiếu sổ gốc. At fault: Phòng Tư pháp.",
        ),
        (
            "approved",
            "Bà Lê Thị C đã phê duyệt. Kết quả số 07/2024/TLHT đã sẵn sàng.",
            "Bà Lê Thị C approved. Result 07/2024/TLHT is ready.",
        ),
        (
            "amended",
            "Bà Lê Thị C đã sửa thông tin người nộp và số bản kết quả (2). Lý do: Cần đối chiếu sổ gốc.",
            "Bà Lê Thị C corrected the applicant's details and the number of copies (2). Reason: Cần đối \
             chiếu sổ gốc.",
        ),
        (
            "fee_paid",
            "Bà Lê Thị C đã ghi nhận nộp 8.000 đ (Tiền mặt), chứng từ số HD 15.",
            "Bà Lê Thị C recorded a payment of 8,000 VND (Cash), bill HD 15.",
        ),
    ];
    for (kind, vietnamese, english) in rows {
        let event = events().into_iter().find(|event| event.kind() == kind).unwrap();
        assert_eq!(event_sentence(&event, ACTOR, Lang::Vi), vietnamese);
        assert_eq!(event_sentence(&event, ACTOR, Lang::En), english);
    }
}
