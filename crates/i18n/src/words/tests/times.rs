//! Deadlines and the time left, in words.

use domain::day::{DeadlineRule, Term, TimeLeft, due, resume_with_remainder};

use super::super::{deadline_sentence, time_left};
use super::sample::{at, named, office};
use super::{STAFF_WORDS_MAX, check};
use crate::Lang;

fn sentence(term: Term, received: &str, lang: Lang) -> String {
    deadline_sentence(&due(term, at(received), &office(), &DeadlineRule::civil_status()), lang)
}

#[test]
fn a_deadline_names_the_days_it_passed_over() {
    let rows = [
        (
            Term::WorkingDays(4),
            "2024-02-07 14:20",
            "Nhận lúc 14 giờ 20 thứ Tư, 07/02/2024, 4 ngày làm việc: không tính ngày nhận; bỏ qua \
             08/02–14/02 (nghỉ Tết Nguyên đán) và 17/02–18/02 (cuối tuần); hẹn trước 17 giờ thứ Ba, \
             20/02/2024.",
            "Received at 14:20 on Wednesday, 7 February 2024, 4 working days: the day of receipt is not \
             counted; passing over 8–14 February (Lunar New Year) and 17–18 February (weekend); due before \
             17:00 on Tuesday, 20 February 2024.",
        ),
        (
            Term::SameDay,
            "2024-02-02 07:30",
            "Nhận lúc 7 giờ 30 thứ Sáu, 02/02/2024, giải quyết trong ngày: kịp mốc 15 giờ nên trả trong ngày; \
             hẹn trước 17 giờ thứ Sáu, 02/02/2024.",
            "Received at 7:30 on Friday, 2 February 2024, same-day handling: in time for the cut-off at 15:00, \
             so due the same day; due before 17:00 on Friday, 2 February 2024.",
        ),
        (
            Term::SameDay,
            "2024-02-02 15:01",
            "Nhận lúc 15 giờ 01 thứ Sáu, 02/02/2024, giải quyết trong ngày: sau mốc 15 giờ nên sang ngày làm \
             việc tiếp theo; bỏ qua 03/02–04/02 (cuối tuần); hẹn trước 17 giờ thứ Hai, 05/02/2024.",
            "Received at 15:01 on Friday, 2 February 2024, same-day handling: after the cut-off at 15:00, so \
             due the next working day; passing over 3–4 February (weekend); due before 17:00 on Monday, 5 \
             February 2024.",
        ),
        (
            Term::Hours(4),
            "2024-02-01 20:00",
            "Nhận lúc 20 giờ thứ Năm, 01/02/2024, 4 giờ làm việc: nhận sau giờ làm việc nên tính từ 7 giờ 30 \
             thứ Sáu, 02/02/2024; hẹn trước 11 giờ 30 thứ Sáu, 02/02/2024.",
            "Received at 20:00 on Thursday, 1 February 2024, 4 working hours: received after closing, so \
             counted from 7:30 on Friday, 2 February 2024; due before 11:30 on Friday, 2 February 2024.",
        ),
    ];
    for (term, received, vietnamese, english) in rows {
        assert_eq!(sentence(term, received, Lang::Vi), vietnamese);
        assert_eq!(sentence(term, received, Lang::En), english);
    }
}

#[test]
fn every_step_and_warning_is_told() {
    let made_up = sentence(Term::WorkingDays(1), "2024-05-03 09:00", Lang::Vi);
    assert!(made_up.contains("có tính ngày làm bù thứ Bảy, 04/05/2024"), "{made_up}");
    let moved = sentence(Term::CalendarDays(2), "2024-02-08 09:00", Lang::Vi);
    assert!(moved.contains("nhận vào ngày nghỉ nên tính từ 7 giờ 30 thứ Năm, 15/02/2024"), "{moved}");
    assert!(moved.contains("không tính ngày thứ Năm, 15/02/2024"), "{moved}");
    assert!(moved.contains("hạn rơi vào ngày nghỉ thứ Bảy, 17/02/2024"), "{moved}");
    let old = sentence(Term::WorkingDays(1), "2031-03-03 09:00", Lang::Vi);
    assert!(old.ends_with("Lịch nghỉ năm 2031 chưa được nhập. Mời xác nhận lịch rồi tính lại hạn."), "{old}");
    let unsure = sentence(Term::WorkingDays(1), "2030-03-04 09:00", Lang::En);
    assert!(unsure.contains("The days off of 2030 are an estimate."), "{unsure}");
    let twice = sentence(Term::WorkingDays(8), "2023-12-28 09:00", Lang::Vi);
    assert!(twice.contains("30/12/2023–31/12/2023, 06/01–07/01 (cuối tuần)"), "{twice}");
}

#[test]
fn a_pause_is_told_with_what_was_left() {
    let rule = DeadlineRule::civil_status();
    let before = due(Term::WorkingDays(1), at("2024-02-01 09:00"), &office(), &rule);
    let after = resume_with_remainder(&before, at("2024-02-02 14:00"), at("2024-02-05 18:00"), &office());
    let said = deadline_sentence(&after, Lang::Vi);
    assert!(said.contains("xử lý tiếp ngoài giờ làm việc"), "{said}");
    assert!(
        said.contains("tạm dừng từ 14 giờ thứ Sáu, 02/02/2024 đến 18 giờ thứ Hai, 05/02/2024, còn lại 3 giờ"),
        "{said}"
    );
}

#[test]
fn a_name_that_says_day_off_does_not_say_it_twice() {
    let mut deadline =
        due(Term::WorkingDays(1), at("2024-02-01 09:00"), &office(), &DeadlineRule::civil_status());
    for (vi, told) in [("Nghỉ hoán đổi", "(nghỉ hoán đổi)"), ("Quốc khánh", "(nghỉ Quốc khánh)")]
    {
        let why = domain::day::SkippedWhy::Holiday(named(vi, ""));
        deadline.skipped = vec![domain::day::Skipped { on: jiff::civil::date(2024, 2, 2), why }];
        assert!(deadline_sentence(&deadline, Lang::Vi).contains(told));
        assert!(deadline_sentence(&deadline, Lang::En).contains("2 February ("), "falls back to Vietnamese");
    }
}

#[test]
fn clauses_stay_short() {
    let terms = [Term::SameDay, Term::WorkingDays(3), Term::CalendarDays(10), Term::Hours(4)];
    check(STAFF_WORDS_MAX, terms, |term, lang| sentence(*term, "2024-02-08 22:00", lang));
}

#[test]
fn time_left_in_working_time() {
    let left = |working_minutes| TimeLeft::Left { working_minutes };
    let past = |working_minutes| TimeLeft::Past { working_minutes };
    for (time, vietnamese, english) in [
        (left(130), "còn 2 giờ 10 phút", "2 hours 10 minutes left"),
        (left(3_000), "còn 50 giờ làm việc", "50 working hours left"),
        (left(0), "vừa đến hạn", "due now"),
        (past(0), "vừa quá hạn", "overdue just now"),
        (past(60), "quá hạn 1 giờ", "1 hour overdue"),
    ] {
        assert_eq!(time_left(time, Lang::Vi), vietnamese);
        assert_eq!(time_left(time, Lang::En), english);
    }
}
