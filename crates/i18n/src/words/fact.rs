//! What happened to a dossier, for anybody who holds its code.

use domain::dossier::Event;

use crate::{Key, Lang, text};

/// The bare fact: `Hồ sơ đã được tiếp nhận.` Nothing in it is personal or typed by anybody.
pub fn event_fact(event: &Event, lang: Lang) -> &'static str {
    let key = match event {
        Event::Received(_) => Key::StagesFactReceived,
        Event::SupplementRequested { .. } => Key::StagesFactSupplementRequested,
        Event::Supplemented { .. } => Key::StagesFactSupplemented,
        Event::VerificationBegun { .. } => Key::StagesFactVerificationBegun,
        Event::VerificationRecorded(_) => Key::StagesFactVerificationRecorded,
        Event::Suspended { .. } => Key::StagesFactSuspended,
        Event::Resumed { .. } => Key::StagesFactResumed,
        Event::Extended { .. } => Key::StagesFactExtended,
        Event::Appraised { .. } => Key::StagesFactAppraised,
        Event::SentBack { .. } => Key::StagesFactSentBack,
        Event::Approved { .. } => Key::StagesFactApproved,
        Event::HandedBack { .. } => Key::StagesFactHandedBack,
        Event::Withdrawn { .. } => Key::StagesFactWithdrawn,
        Event::Stopped { .. } => Key::StagesFactStopped,
        Event::Amended { .. } => Key::StagesFactAmended,
        Event::Voided { .. } => Key::StagesFactVoided,
        Event::ResultRevoked { .. } => Key::StagesFactResultRevoked,
        Event::FileAttached { .. } => Key::StagesFactFileAttached,
        Event::FeePaid { .. } => Key::StagesFactFeePaid,
        Event::FeeExempted { .. } => Key::StagesFactFeeExempted,
        Event::FeeRefunded { .. } => Key::StagesFactFeeRefunded,
        Event::SynchronisationChanged { .. } => Key::StagesFactSynchronisationChanged,
    };
    text(lang, key)
}
