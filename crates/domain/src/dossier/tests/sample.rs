//! Small values for the tests of the state machine.

use crate::channel::Channel;
use crate::dossier::*;
use crate::id::{AccountId, DossierId};
use crate::money::Dong;
use crate::person::{AccessNeeds, Applicant, Citizen, FullName};
use crate::place::UnitCode;
use crate::procedure::ComponentId;
use crate::role::Role;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

pub fn account(number: u128) -> AccountId {
    AccountId::from_parts(1, number)
}

pub fn dossier_id() -> DossierId {
    DossierId::from_parts(1, 1)
}

/// Minutes after Friday 2024-02-02 08:00 in Vietnam.
pub fn at(minutes: i64) -> Timestamp {
    let start: Timestamp = "2024-02-02T01:00:00Z".parse().unwrap();
    start + SignedDuration::from_mins(minutes)
}

pub fn unit() -> UnitCode {
    "10852".parse().unwrap()
}

pub fn context(who: u128, role: Role, minutes: i64) -> Context {
    Context { actor: account(who), role, unit: unit(), at: at(minutes) }
}

pub fn component(id: &str) -> ComponentId {
    id.parse().unwrap()
}

pub fn citizen(name: &str) -> Citizen {
    Citizen {
        name: FullName::parse(name).unwrap(),
        identity: None,
        born: None,
        address: "Thôn 3".into(),
        phone: None,
        email: None,
    }
}

pub fn reception() -> Reception {
    Reception {
        code: DossierCode::new("H23.26.10", jiff::civil::date(2024, 2, 2), 1),
        procedure: ProcedureRef { code: "2.000635".parse().unwrap(), version: 1, case: None },
        applicant: Applicant::Citizen(citizen("Nguyễn Thị A")),
        proxy: None,
        needs: AccessNeeds::default(),
        channel: Channel::Counter,
        receiving_unit: unit(),
        deciding_unit: unit(),
        components: vec![HandedComponent {
            component: component("to-khai"),
            submitted: true,
            originals: 1,
            copies: 0,
            digitised: Digitised::No,
            files: vec![],
        }],
        components_required: 1,
        answers: BTreeMap::new(),
        copies: 1,
        asked: Some(Asked::nothing()),
        verification: VerificationAnswer::NotAsked,
        fee: FeeAssessment {
            lines: vec![ChargedLine { label: "Bản sao trích lục".into(), amount: Dong(8_000) }],
            total: Dong(8_000),
            exemption: None,
        },
        statutory_due_at: at(540),
        commitment_due_at: Some(at(540)),
        promise: RecordedPromise {
            same_day: true,
            programme: Some("thu-sau-khong-cho".into()),
            reasons: vec![],
        },
        result_required: true,
        offered_online: true,
        synthetic: false,
        imported_from: None,
        note: String::new(),
    }
}

pub fn checks() -> ReceptionChecks {
    ReceptionChecks {
        missing: vec![],
        counter_open: true,
        version_in_force: true,
        verification_asked: false,
        proxy_sufficient: true,
    }
}

pub fn result() -> IssuedResult {
    IssuedResult {
        number: ResultNumber { register: "TLHT".into(), year: 2024, serial: 1 },
        content_sha256: "00".repeat(32),
        template: "extract_copy/1".into(),
        data: BTreeMap::new(),
        signer: "Trần Văn B".into(),
        standing: Standing::Valid,
    }
}

pub fn collector() -> Collector {
    Collector { name: FullName::parse("Nguyễn Thị A").unwrap(), identity: CollectorIdentity::Applicant }
}

/// One command of each kind, content sound, so that only the stage decides.
pub fn command(act: Act) -> Command {
    let reason = || "vì có lý do".to_owned();
    match act {
        Act::Receive => Command::Receive { reception: Box::new(reception()), checks: checks() },
        Act::RequestSupplement => Command::RequestSupplement {
            items: vec![SupplementItem { component: None, what: "Giấy chứng sinh".into() }],
            reason: reason(),
        },
        Act::Supplement => Command::Supplement {
            components: reception().components,
            missing: vec![],
            statutory_due_at: at(2_000),
        },
        Act::BeginVerification => Command::BeginVerification {
            reason: reason(),
            statutory_due_at: at(5_000),
            promise: RecordedPromise::default(),
        },
        Act::RecordVerification => Command::RecordVerification(Minutes {
            place: "Thôn 3".into(),
            persons: "A, B".into(),
            finding: "đúng".into(),
        }),
        Act::Suspend => Command::Suspend { cause: PauseCause::Payment, reason: reason() },
        Act::Resume => Command::Resume { statutory_due_at: at(3_000) },
        Act::Extend => Command::Extend {
            statutory_due_at: at(100_000),
            reason: reason(),
            fault: "UBND xã".into(),
            late_notice: false,
        },
        Act::Appraise => {
            Command::Appraise { proposal: Outcome::Granted, note: String::new(), answers: BTreeMap::new() }
        }
        Act::SendBack => Command::SendBack { reason: reason() },
        Act::Approve => {
            Command::Approve { outcome: Outcome::Granted, reason: String::new(), result: Box::new(result()) }
        }
        Act::HandBack => Command::HandBack {
            collector: collector(),
            delivery: Delivery::Handed,
            paper_sha256: "11".repeat(32),
        },
        Act::Withdraw => Command::Withdraw { reason: reason() },
        Act::Stop => Command::Stop { reason: reason() },
        Act::Amend => Command::Amend {
            amendment: Box::new(Amendment { answers: Some(BTreeMap::new()), ..Amendment::default() }),
            reason: reason(),
        },
        Act::Void => Command::Void { reason: reason() },
        Act::RevokeResult => Command::RevokeResult { reason: reason() },
        Act::AttachFile => Command::AttachFile {
            component: component("to-khai"),
            file: FileRef {
                sha256: "22".repeat(32),
                media_type: "application/pdf".into(),
                pages: 1,
                bytes: 10,
                name: "to-khai.pdf".into(),
            },
        },
        Act::RecordPayment => {
            Command::RecordPayment { amount: Dong(8_000), method: PaymentMethod::Cash, bill: "BL-1".into() }
        }
        Act::ExemptFee => Command::ExemptFee { reason: reason() },
        Act::RefundFee => Command::RefundFee { reason: reason() },
        Act::RecordSynchronisation => Command::RecordSynchronisation { to: Synchronisation::Queued },
    }
}

/// Decides and applies, as a use case does.
pub fn step(state: Option<Dossier>, command: Command, context: &Context) -> Result<Dossier, Refusal> {
    let event = decide(state.as_ref(), command, context)?;
    let recorded = Recorded {
        dossier: dossier_id(),
        sequence: state.as_ref().map_or(1, |dossier| dossier.version + 1),
        at: context.at,
        actor: context.actor,
        role: context.role,
        unit: context.unit.clone(),
        event,
    };
    Ok(apply(state, &recorded).expect("what was decided can be applied"))
}
