//! Key sentences, read whole.

use domain::channel::Channel;
use domain::day::{DeadlineRule, Term, due};
use domain::dossier::{Act, Refusal, Stage};
use domain::law::{Certainty, LegalSource};
use domain::money::Dong;
use domain::permit::{Action, Denied, Relation};
use domain::person::{BirthProblem, IdentityProblem};
use domain::programme::ReceptionHours;
use domain::promise::{
    Basis, Bound, Commitment, Duty, DutySource, MissingPart, NotProgrammeDay, ProgrammeGap, Promise, Reason,
    ReasonCode, VerificationState,
};
use jiff::civil::{Weekday, date, time};

use super::super::*;
use super::sample::{Shelf, at, component, office};
use super::{CITIZEN_WORDS_MAX, check};

fn promise(term: Term, received: &str, commitment: Option<Commitment>, basis: Basis) -> Promise {
    let statutory = due(term, at(received), &office(), &DeadlineRule::civil_status());
    Promise {
        same_day: basis == Basis::ProgrammeToday,
        statutory: (basis != Basis::Incomplete).then_some(statutory),
        commitment,
        ready: None,
        basis,
        reasons: Vec::new(),
        warnings: Vec::new(),
    }
}

#[test]
fn headlines() {
    let closing = Some(Commitment { due_at: at("2024-02-02 17:00"), bound: Bound::AtLatest });
    let morning = Some(Commitment { due_at: at("2024-02-05 09:00"), bound: Bound::Before });
    let rows = [
        (
            promise(Term::SameDay, "2024-02-02 08:00", closing, Basis::ProgrammeToday),
            "Có kết quả trong ngày, trước 17 giờ",
            "Result today, before 17:00",
        ),
        (
            promise(Term::SameDay, "2024-02-01 21:00", closing, Basis::ProgrammeToday),
            "Hẹn trả kết quả trước 17 giờ thứ Sáu, 02/02/2024",
            "Result due before 17:00 on Friday, 2 February 2024",
        ),
        (
            promise(Term::SameDay, "2024-02-02 15:40", morning, Basis::ProgrammeNextMorning),
            "Hẹn trả kết quả trước 9 giờ thứ Hai, 05/02/2024",
            "Result due before 9:00 on Monday, 5 February 2024",
        ),
        (
            promise(Term::WorkingDays(3), "2024-02-06 10:00", None, Basis::Statute),
            "Hẹn trả kết quả trước 17 giờ thứ Sáu, 16/02/2024",
            "Result due before 17:00 on Friday, 16 February 2024",
        ),
        (
            promise(Term::SameDay, "2024-02-02 08:00", None, Basis::Incomplete),
            "Chưa thể hẹn trả kết quả vì còn thiếu giấy tờ",
            "No date can be promised yet because papers are missing",
        ),
    ];
    for (promise, vietnamese, english) in rows {
        assert_eq!(promise_headline(&promise, Lang::Vi), vietnamese);
        assert_eq!(promise_headline(&promise, Lang::En), english);
    }
}

fn codes() -> Vec<ReasonCode> {
    let on = date(2024, 2, 2);
    let missing = vec![
        MissingPart::component(component("to-khai")),
        MissingPart { one_of: vec![component("the"), component("ho-chieu")] },
    ];
    let answered = VerificationState::Answered { reason: "hỏi công an xã".to_owned() };
    let hours = ReceptionHours { from: time(7, 30, 0, 0), to: time(11, 30, 0, 0) };
    let (received, cut_off) = (time(15, 31, 0, 0), time(15, 30, 0, 0));
    let mut codes = vec![
        ReasonCode::InProgramme { programme: "thu-sau-khong-cho".parse().unwrap() },
        ReasonCode::NotInProgramme(ProgrammeGap::NoProgramme),
        ReasonCode::NotInProgramme(ProgrammeGap::NotListed),
        ReasonCode::NotInProgramme(ProgrammeGap::AlwaysVerified),
        ReasonCode::ProgrammeDay { on, moved_from: None },
        ReasonCode::ProgrammeDay { on, moved_from: Some(date(2024, 2, 9)) },
        ReasonCode::NotProgrammeDay { on, why: None },
        ReasonCode::OutsideProgrammeHours { received, hours },
        ReasonCode::ComponentsComplete,
        ReasonCode::ComponentMissing { missing },
        ReasonCode::VerificationNotNeeded(VerificationState::ByProcedure),
        ReasonCode::VerificationNotNeeded(answered.clone()),
        ReasonCode::VerificationNeeded(VerificationState::ByProcedure),
        ReasonCode::VerificationNeeded(answered),
        ReasonCode::BeforeCutOff { received: time(15, 30, 0, 0), cut_off },
        ReasonCode::AfterCutOff { received, cut_off: Some(cut_off) },
        ReasonCode::AfterCutOff { received, cut_off: None },
        ReasonCode::ClosesSameDay { closes: time(17, 0, 0, 0) },
        ReasonCode::ClosesLater { commitment_on: Some(date(2024, 2, 5)) },
        ReasonCode::ClosesLater { commitment_on: None },
    ];
    let whys = [
        NotProgrammeDay::NotInForce,
        NotProgrammeDay::OtherWeekday { weekday: Weekday::Tuesday },
        NotProgrammeDay::DayOff,
        NotProgrammeDay::MakeUpDay,
    ];
    codes.extend(whys.map(|why| ReasonCode::NotProgrammeDay { on, why: Some(why) }));
    for channel in Channel::ALL {
        codes.extend([ReasonCode::ChannelAllowed { channel }, ReasonCode::ChannelNotAllowed { channel }]);
    }
    for duty in Duty::ALL {
        for source in [DutySource::Assumed, DutySource::Recorded] {
            codes.extend([ReasonCode::DutyPresent { duty, source }, ReasonCode::DutyAbsent { duty, source }]);
        }
    }
    codes
}

#[test]
fn each_outcome_of_each_test_is_told() {
    let reasons = || codes().into_iter().map(|code| code.because(None));
    check(CITIZEN_WORDS_MAX, reasons(), reason);
    check(CITIZEN_WORDS_MAX, reasons(), |because, lang| reason_named(because, &Shelf, lang));
}

#[test]
fn reasons_name_what_decided() {
    let rows: [(&str, &str, &str); 6] = [
        (
            "component_missing",
            "Hồ sơ còn thiếu: Tờ khai; Thẻ căn cước hoặc Hộ chiếu.",
            "Papers are missing: Form; Identity card or Passport.",
        ),
        (
            "outside_programme_hours",
            "Hồ sơ tính lúc 15 giờ 31, ngoài giờ không chờ từ 7 giờ 30 đến 11 giờ 30.",
            "The dossier counts from 15:31, outside the no-wait hours 7:30 to 11:30.",
        ),
        (
            "after_cut_off",
            "Hồ sơ tính lúc 15 giờ 31, sau mốc 15 giờ 30.",
            "The dossier counts from 15:31, after the cut-off at 15:30.",
        ),
        (
            "verification_needed",
            "Thủ tục luôn phải xác minh nên không trả được trong ngày.",
            "The procedure always needs verification, so no result can be given the same day.",
        ),
        (
            "duty_approve_absent",
            "Vị trí Phê duyệt được coi là vắng người, chưa có ghi nhận.",
            "Nobody is taken to be on duty for Approval; nobody recorded it.",
        ),
        (
            "in_programme",
            "Thủ tục có trong danh sách “Ngày thứ sáu không chờ” của đơn vị.",
            "The procedure is on the unit's list “Ngày thứ sáu không chờ”.",
        ),
    ];
    for (name, vietnamese, english) in rows {
        let because = codes().into_iter().find(|code| code.name() == name).unwrap().because(None);
        assert_eq!(reason_named(&because, &Shelf, Lang::Vi), vietnamese);
        assert_eq!(reason_named(&because, &Shelf, Lang::En), english);
    }
}

#[test]
fn sources_say_how_sure_we_are() {
    let citation = "Nghị định 61/2018/NĐ-CP, Điều 17".to_owned();
    let ground = |certainty| Some(LegalSource { citation: citation.clone(), certainty });
    let because = |source| Reason { source, ..ReasonCode::ComponentsComplete.because(None) };
    assert_eq!(reason_source(&because(None), Lang::Vi), None);
    assert_eq!(reason_source(&because(ground(Certainty::Verified)), Lang::Vi), Some(citation.clone()));
    assert_eq!(
        reason_source(&because(ground(Certainty::Memory)), Lang::Vi).unwrap(),
        "Nghị định 61/2018/NĐ-CP, Điều 17 (theo trí nhớ, chưa đối chiếu)"
    );
}

#[test]
fn statuses_and_refusals() {
    let due_at = at("2024-02-19 17:00");
    assert_eq!(status_sentence(Stage::ResultReady, Lang::Vi), "Kết quả đã sẵn sàng. Mời bạn đến nhận.");
    assert_eq!(
        status_with_due(Stage::UnderVerification, due_at, Lang::Vi),
        "Hồ sơ đang được xác minh. Hẹn trả kết quả trước 17 giờ thứ Hai, 19/02/2024."
    );
    assert_eq!(
        status_with_due(Stage::Suspended, due_at, Lang::En),
        status_sentence(Stage::Suspended, Lang::En)
    );
    let missing = Refusal::ComponentsMissing { missing: vec![component("to-khai"), component("the")] };
    assert_eq!(
        refusal_named(&missing, &Shelf, Lang::Vi),
        "Còn thiếu giấy tờ bắt buộc: Tờ khai và Thẻ căn cước. Mời bổ sung đủ rồi làm lại."
    );
    assert_eq!(
        refusal(&missing, Lang::Vi),
        "Còn thiếu 2 giấy tờ bắt buộc. Mời bổ sung đủ rồi làm lại.",
        "without names they are counted"
    );
    let stage = Refusal::WrongStage { act: Act::HandBack, stage: Some(Stage::Received) };
    assert_eq!(
        refusal(&stage, Lang::Vi),
        "Không làm được việc “Trả kết quả” khi hồ sơ ở bước “Đã tiếp nhận”. Mời mở lại hồ sơ để xem việc làm \
         được."
    );
    assert_eq!(
        refusal(&Refusal::FeeOwed { due: Dong(8_000) }, Lang::En),
        "8,000 VND is still owed. Take the payment before you give the result."
    );
    let export = Denied { action: Action::Export, relation: Relation::Elsewhere };
    assert_eq!(
        denied(&export, Lang::Vi),
        "Hồ sơ hoặc dữ liệu này thuộc đơn vị khác nên không làm được việc “Xuất dữ liệu”. Mời liên hệ đơn vị \
         đó."
    );
}

#[test]
fn problems_say_how_to_put_it_right() {
    assert_eq!(
        identity_problem(IdentityProblem::WrongLength { digits: 11 }, Lang::Vi),
        "Số đã nhập có 11 chữ số. Số định danh có 12 chữ số, chứng minh nhân dân cũ có 9 chữ số."
    );
    assert_eq!(
        identity_problem(IdentityProblem::WrongLength { digits: 1 }, Lang::En),
        "The number has 1 digit. An identity number has 12 digits, an old identity card 9."
    );
    assert_eq!(
        birth_problem(BirthProblem::NoSuchDay, Lang::Vi),
        "Ngày sinh đã nhập không có trong lịch. Mời kiểm tra lại ngày và tháng."
    );
}
