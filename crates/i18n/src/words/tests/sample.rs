//! Values the tests speak about.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::channel::Channel;
use domain::day::{CalendarBuilder, WeeklyPattern, WorkingCalendar, YearStatus};
use domain::dossier::{
    Amendment, Asked, Collector, CollectorIdentity, Delivery, DossierCode, Event, FeeAssessment, FileRef,
    IssuedResult, Minutes, Outcome, PauseCause, PaymentMethod, ProcedureRef, Reception, RecordedPromise,
    ResultNumber, Standing, SupplementItem, Synchronisation, VerificationAnswer,
};
use domain::money::Dong;
use domain::person::{AccessNeeds, Applicant, Authorisation, Citizen, FullName, IdentityNumber};
use domain::procedure::ComponentId;
use domain::programme::ProgrammeId;
use jiff::Timestamp;

use super::super::Names;
use crate::Lang;

/// `2024-02-02 07:30` in Vietnam.
pub fn at(text: &str) -> Timestamp {
    domain::time::instant(text.replace(' ', "T").parse().unwrap())
}

pub fn component(id: &str) -> ComponentId {
    id.parse().unwrap()
}

/// Office hours and the national days off of every year known.
pub fn office() -> WorkingCalendar {
    let ordinary = CalendarBuilder::new(WeeklyPattern::office());
    domain::day::holidays::years()
        .fold(ordinary, |so_far, list| so_far.national(list))
        .year(2030, YearStatus::Estimate)
        .build()
        .unwrap()
}

/// Names two components and a programme.
pub struct Shelf;

impl Names for Shelf {
    fn component(&self, id: &ComponentId, lang: Lang) -> Option<String> {
        let (vi, en) = match id.as_str() {
            "to-khai" => ("Tờ khai", "Form"),
            "the" => ("Thẻ căn cước", "Identity card"),
            "ho-chieu" => ("Hộ chiếu", "Passport"),
            _ => return None,
        };
        Some(match lang {
            Lang::Vi => vi.to_owned(),
            Lang::En => en.to_owned(),
        })
    }

    fn programme(&self, _id: &ProgrammeId, _lang: Lang) -> Option<String> {
        Some("Ngày thứ sáu không chờ".to_owned())
    }
}

fn applicant() -> Applicant {
    Applicant::Citizen(Citizen {
        name: FullName::parse("Nguyễn Thị A").unwrap(),
        identity: None,
        born: None,
        address: "Thôn 3".to_owned(),
        phone: None,
        email: None,
    })
}

fn reception() -> Reception {
    Reception {
        code: DossierCode::new("H23.26.10", jiff::civil::date(2024, 2, 2), 1),
        procedure: ProcedureRef { code: "2.000635".parse().unwrap(), version: 1, case: None },
        applicant: applicant(),
        proxy: None,
        needs: AccessNeeds::default(),
        channel: Channel::Counter,
        receiving_unit: "10813".parse().unwrap(),
        deciding_unit: "10813".parse().unwrap(),
        components: Vec::new(),
        components_required: 1,
        answers: BTreeMap::new(),
        copies: 1,
        asked: Some(Asked::nothing()),
        verification: VerificationAnswer::NotAsked,
        fee: FeeAssessment::default(),
        statutory_due_at: at("2024-02-05 17:00"),
        commitment_due_at: Some(at("2024-02-02 17:00")),
        promise: RecordedPromise::default(),
        result_required: true,
        offered_online: true,
        synthetic: false,
        imported_from: None,
        note: String::new(),
    }
}

fn result() -> Box<IssuedResult> {
    Box::new(IssuedResult {
        number: ResultNumber { register: "TLHT".to_owned(), year: 2024, serial: 7 },
        content_sha256: String::new(),
        template: String::new(),
        data: BTreeMap::new(),
        signer: String::new(),
        standing: Standing::Valid,
    })
}

fn handed(delivery: Delivery, identity: CollectorIdentity) -> Event {
    let collector = Collector { name: FullName::parse("Trần Văn B").unwrap(), identity };
    Event::HandedBack { collector, delivery, paper_sha256: String::new() }
}

fn proxy() -> CollectorIdentity {
    CollectorIdentity::Proxy {
        identity: IdentityNumber::parse("030143001234").unwrap(),
        authorisation: Authorisation::Certified,
    }
}

/// One event of each kind, in the order of a life, with typed text as people type it.
pub fn events() -> Vec<Event> {
    let due = at("2024-02-19 17:00");
    let why = || " Cần đối chiếu sổ gốc. ".to_owned();
    let file = FileRef {
        sha256: String::new(),
        media_type: "application/pdf".to_owned(),
        pages: 1,
        bytes: 1,
        name: "to-khai.pdf".to_owned(),
    };
    let item = |what: &str| SupplementItem { component: None, what: what.to_owned() };
    let minutes = Minutes {
        place: "Thôn 3".to_owned(),
        persons: "Tổ trưởng".to_owned(),
        finding: "Thông tin đúng".to_owned(),
    };
    vec![
        Event::Received(Box::new(reception())),
        Event::SupplementRequested {
            items: vec![item("Bản chính giấy khai sinh"), item("Thẻ căn cước.")],
            reason: why(),
        },
        Event::Supplemented { components: Vec::new(), statutory_due_at: due },
        Event::VerificationBegun {
            reason: why(),
            statutory_due_at: due,
            promise: RecordedPromise::default(),
        },
        Event::VerificationRecorded(minutes),
        Event::Suspended { cause: PauseCause::Payment, reason: why() },
        Event::Resumed { statutory_due_at: due },
        Event::Extended {
            statutory_due_at: due,
            reason: why(),
            fault: "Phòng Tư pháp".to_owned(),
            late_notice: false,
        },
        Event::Appraised { proposal: Outcome::Granted, note: String::new(), answers: BTreeMap::new() },
        Event::SentBack { reason: why() },
        Event::Approved { outcome: Outcome::Granted, reason: String::new(), result: result() },
        handed(Delivery::Handed, CollectorIdentity::Applicant),
        Event::Withdrawn { reason: why() },
        Event::Stopped { reason: why() },
        Event::Amended {
            amendment: Box::new(Amendment {
                applicant: Some(applicant()),
                copies: Some(2),
                ..Amendment::default()
            }),
            reason: why(),
        },
        Event::Voided { reason: why() },
        Event::ResultRevoked { reason: why() },
        Event::FileAttached { component: component("to-khai"), file },
        Event::FeePaid { amount: Dong(8_000), method: PaymentMethod::Cash, bill: "HD 15".to_owned() },
        Event::FeeExempted { reason: why() },
        Event::FeeRefunded { amount: Dong(8_000), reason: why() },
        Event::SynchronisationChanged { to: Synchronisation::Failed },
    ]
}

/// The same kinds with other details, where the sentence takes another form.
pub fn other_forms() -> Vec<Event> {
    let due = at("2024-02-19 17:00");
    vec![
        Event::Extended {
            statutory_due_at: due,
            reason: "Quá tải".to_owned(),
            fault: "Phòng Tư pháp".to_owned(),
            late_notice: true,
        },
        Event::Appraised {
            proposal: Outcome::Refused,
            note: "Sổ gốc không có tên".to_owned(),
            answers: BTreeMap::new(),
        },
        Event::Approved {
            outcome: Outcome::Refused,
            reason: "Sổ gốc không có tên".to_owned(),
            result: result(),
        },
        handed(Delivery::Handed, proxy()),
        handed(Delivery::Posted, CollectorIdentity::Applicant),
        handed(Delivery::Downloaded, CollectorIdentity::Applicant),
        handed(Delivery::Ready, CollectorIdentity::Applicant),
        handed(Delivery::None, CollectorIdentity::Applicant),
        Event::FeePaid { amount: Dong(8_000), method: PaymentMethod::Transfer, bill: String::new() },
        Event::Amended { amendment: Box::default(), reason: "Ghi nhầm".to_owned() },
    ]
}

/// A name for a day off.
pub fn named(vi: &str, en: &str) -> Arc<domain::day::NamedDay> {
    Arc::new(domain::day::NamedDay { vi: vi.to_owned(), en: en.to_owned(), source: None })
}
