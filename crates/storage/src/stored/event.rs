//! Event payloads as stored. Format 2 is written today; format 1 lacks what was asked at intake beyond the form, and an
//! amendment there carries its fee with the number of copies.

use super::part::{StoredAmendment, StoredCollector, StoredItem, StoredResult};
use super::reception::{StoredComponent, StoredFile, StoredPromise, StoredReception};
use super::{Undecodable, names};
use domain::dossier::{Event, Minutes};
use domain::money::Dong;
use domain::time::{from_ms, to_ms};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The format written today.
pub const FORMAT: i64 = 2;

/// The oldest format that can be read.
const FORMAT_FIRST: i64 = 1;

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum Payload {
    Received {
        reception: Box<StoredReception>,
    },
    SupplementRequested {
        items: Vec<StoredItem>,
        reason: String,
    },
    Supplemented {
        components: Vec<StoredComponent>,
        statutory_due_at: i64,
    },
    VerificationBegun {
        reason: String,
        statutory_due_at: i64,
        promise: StoredPromise,
    },
    VerificationRecorded {
        place: String,
        persons: String,
        finding: String,
    },
    Suspended {
        cause: String,
        reason: String,
    },
    Resumed {
        statutory_due_at: i64,
    },
    Extended {
        statutory_due_at: i64,
        reason: String,
        fault: String,
        late_notice: bool,
    },
    Appraised {
        proposal: String,
        note: String,
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        answers: BTreeMap<String, String>,
    },
    SentBack {
        reason: String,
    },
    Approved {
        outcome: String,
        reason: String,
        result: Box<StoredResult>,
    },
    HandedBack {
        collector: StoredCollector,
        delivery: String,
        paper_sha256: String,
    },
    Withdrawn {
        reason: String,
    },
    Stopped {
        reason: String,
    },
    Amended {
        amendment: Box<StoredAmendment>,
        reason: String,
    },
    Voided {
        reason: String,
    },
    ResultRevoked {
        reason: String,
    },
    FileAttached {
        component: String,
        file: StoredFile,
    },
    FeePaid {
        amount: u64,
        method: String,
        bill: String,
    },
    FeeExempted {
        reason: String,
    },
    FeeRefunded {
        amount: u64,
        reason: String,
    },
    SynchronisationChanged {
        to: String,
    },
}

/// The payload of an event as canonical JSON: fields in a fixed order, maps sorted.
pub fn encode(event: &Event) -> String {
    // Serialising plain strings, numbers and sorted maps cannot fail.
    serde_json::to_string(&Payload::from(event)).unwrap_or_default()
}

/// Reads a payload back.
///
/// # Errors
/// [`Undecodable`] says what could not be understood.
pub fn decode(kind: &str, format: i64, text: &str) -> Result<Event, Undecodable> {
    if !(FORMAT_FIRST..=FORMAT).contains(&format) {
        return Err(Undecodable::Format(format));
    }
    let payload: Payload =
        serde_json::from_str(text).map_err(|source| Undecodable::Json { kind: kind.to_owned(), source })?;
    payload.try_into()
}

impl From<&Event> for Payload {
    fn from(event: &Event) -> Self {
        match event {
            Event::Received(reception) => Self::Received { reception: Box::new((&**reception).into()) },
            Event::SupplementRequested { items, reason } => Self::SupplementRequested {
                items: items.iter().map(StoredItem::from).collect(),
                reason: reason.clone(),
            },
            Event::Supplemented { components, statutory_due_at } => Self::Supplemented {
                components: components.iter().map(StoredComponent::from).collect(),
                statutory_due_at: to_ms(*statutory_due_at),
            },
            Event::VerificationBegun { reason, statutory_due_at, promise } => Self::VerificationBegun {
                reason: reason.clone(),
                statutory_due_at: to_ms(*statutory_due_at),
                promise: promise.into(),
            },
            Event::VerificationRecorded(minutes) => Self::VerificationRecorded {
                place: minutes.place.clone(),
                persons: minutes.persons.clone(),
                finding: minutes.finding.clone(),
            },
            Event::Suspended { cause, reason } => {
                Self::Suspended { cause: cause.name().to_owned(), reason: reason.clone() }
            }
            Event::Resumed { statutory_due_at } => {
                Self::Resumed { statutory_due_at: to_ms(*statutory_due_at) }
            }
            Event::Extended { statutory_due_at, reason, fault, late_notice } => Self::Extended {
                statutory_due_at: to_ms(*statutory_due_at),
                reason: reason.clone(),
                fault: fault.clone(),
                late_notice: *late_notice,
            },
            Event::Appraised { proposal, note, answers } => Self::Appraised {
                proposal: proposal.name().to_owned(),
                note: note.clone(),
                answers: answers.clone(),
            },
            Event::SentBack { reason } => Self::SentBack { reason: reason.clone() },
            Event::Approved { outcome, reason, result } => Self::Approved {
                outcome: outcome.name().to_owned(),
                reason: reason.clone(),
                result: Box::new((&**result).into()),
            },
            Event::HandedBack { collector, delivery, paper_sha256 } => Self::HandedBack {
                collector: collector.into(),
                delivery: delivery.name().to_owned(),
                paper_sha256: paper_sha256.clone(),
            },
            Event::Withdrawn { reason } => Self::Withdrawn { reason: reason.clone() },
            Event::Stopped { reason } => Self::Stopped { reason: reason.clone() },
            Event::Amended { amendment, reason } => {
                Self::Amended { amendment: Box::new((&**amendment).into()), reason: reason.clone() }
            }
            Event::Voided { reason } => Self::Voided { reason: reason.clone() },
            Event::ResultRevoked { reason } => Self::ResultRevoked { reason: reason.clone() },
            Event::FileAttached { component, file } => {
                Self::FileAttached { component: component.as_str().to_owned(), file: file.into() }
            }
            Event::FeePaid { amount, method, bill } => {
                Self::FeePaid { amount: amount.0, method: method.name().to_owned(), bill: bill.clone() }
            }
            Event::FeeExempted { reason } => Self::FeeExempted { reason: reason.clone() },
            Event::FeeRefunded { amount, reason } => {
                Self::FeeRefunded { amount: amount.0, reason: reason.clone() }
            }
            Event::SynchronisationChanged { to } => Self::SynchronisationChanged { to: to.name().to_owned() },
        }
    }
}

impl TryFrom<Payload> for Event {
    type Error = Undecodable;
    fn try_from(payload: Payload) -> Result<Self, Undecodable> {
        Ok(match payload {
            Payload::Received { reception } => Self::Received(Box::new((*reception).try_into()?)),
            Payload::SupplementRequested { items, reason } => Self::SupplementRequested {
                items: items.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?,
                reason,
            },
            Payload::Supplemented { components, statutory_due_at } => Self::Supplemented {
                components: components.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?,
                statutory_due_at: from_ms(statutory_due_at),
            },
            Payload::VerificationBegun { reason, statutory_due_at, promise } => Self::VerificationBegun {
                reason,
                statutory_due_at: from_ms(statutory_due_at),
                promise: promise.into(),
            },
            Payload::VerificationRecorded { place, persons, finding } => {
                Self::VerificationRecorded(Minutes { place, persons, finding })
            }
            Payload::Suspended { cause, reason } => {
                Self::Suspended { cause: names::pause_cause(&cause)?, reason }
            }
            Payload::Resumed { statutory_due_at } => {
                Self::Resumed { statutory_due_at: from_ms(statutory_due_at) }
            }
            Payload::Extended { statutory_due_at, reason, fault, late_notice } => {
                Self::Extended { statutory_due_at: from_ms(statutory_due_at), reason, fault, late_notice }
            }
            Payload::Appraised { proposal, note, answers } => {
                Self::Appraised { proposal: names::outcome(&proposal)?, note, answers }
            }

            Payload::SentBack { reason } => Self::SentBack { reason },
            Payload::Approved { outcome, reason, result } => Self::Approved {
                outcome: names::outcome(&outcome)?,
                reason,
                result: Box::new((*result).into()),
            },
            Payload::HandedBack { collector, delivery, paper_sha256 } => Self::HandedBack {
                collector: collector.try_into()?,
                delivery: names::delivery(&delivery)?,
                paper_sha256,
            },
            Payload::Withdrawn { reason } => Self::Withdrawn { reason },
            Payload::Stopped { reason } => Self::Stopped { reason },
            Payload::Amended { amendment, reason } => {
                Self::Amended { amendment: Box::new((*amendment).try_into()?), reason }
            }
            Payload::Voided { reason } => Self::Voided { reason },
            Payload::ResultRevoked { reason } => Self::ResultRevoked { reason },
            Payload::FileAttached { component, file } => {
                Self::FileAttached { component: names::component(&component)?, file: file.into() }
            }
            Payload::FeePaid { amount, method, bill } => {
                Self::FeePaid { amount: Dong(amount), method: names::payment_method(&method)?, bill }
            }
            Payload::FeeExempted { reason } => Self::FeeExempted { reason },
            Payload::FeeRefunded { amount, reason } => Self::FeeRefunded { amount: Dong(amount), reason },
            Payload::SynchronisationChanged { to } => {
                Self::SynchronisationChanged { to: names::synchronisation(&to)? }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As format 1 wrote it: without what was asked, and with the fee inside the number of copies.
    const RECEIVED: &str = r#"{"kind":"received","reception":{"code":"H23.11-240202-0001","procedure":"2.000815","version":1,
        "applicant":{"kind":"citizen","person":{"name":"Nguyễn Thị Đào"}},"channel":"counter","receiving_unit":"10852",
        "deciding_unit":"10852","components":[],"components_required":1,"answers":{},"copies":2,"verification":"not_asked",
        "fee":{"lines":[["Phí",4000]],"total":4000},"statutory_due_at":1706868000000,
        "promise":{"same_day":true,"reasons":[]},"result_required":true,"offered_online":true}}"#;
    const AMENDED: &str = r#"{"kind":"amended","amendment":{"copies":[3,{"lines":[["Phí",6000]],"total":6000}]},
        "reason":"Ghi nhầm"}"#;

    #[test]
    fn what_format_1_wrote_stays_readable() {
        let Event::Received(reception) = decode("received", 1, RECEIVED).unwrap() else {
            panic!("a reception")
        };
        assert_eq!((reception.copies, &reception.asked), (2, &None));
        let Event::Amended { amendment, .. } = decode("amended", 1, AMENDED).unwrap() else {
            panic!("an amendment")
        };
        assert_eq!(amendment.copies, Some(3));
        assert_eq!(amendment.fee.as_ref().map(|fee| fee.total), Some(Dong(6_000)));
        assert_eq!(amendment.asked, None);
    }

    #[test]
    fn what_is_written_today_is_format_2_and_comes_back_whole() {
        let Event::Received(mut reception) = decode("received", 1, RECEIVED).unwrap() else {
            panic!("a reception")
        };
        let asked = domain::dossier::Asked {
            yes: [names::question("co-yeu-to-nuoc-ngoai").unwrap()].into(),
            pages: 7,
            exemption: Some(domain::procedure::Exemption::Elderly),
        };
        reception.asked = Some(asked.clone());
        let amendment = domain::dossier::Amendment {
            copies: Some(2),
            asked: Some(asked),
            fee: Some(reception.fee.clone()),
            components_required: Some(3),
            ..domain::dossier::Amendment::default()
        };
        let amended = Event::Amended { amendment: Box::new(amendment), reason: "Nhầm".to_owned() };
        for event in [Event::Received(reception), amended] {
            assert_eq!(decode(event.kind(), FORMAT, &encode(&event)).unwrap(), event);
            assert!(matches!(decode(event.kind(), FORMAT + 1, &encode(&event)), Err(Undecodable::Format(3))));
        }
    }
}
