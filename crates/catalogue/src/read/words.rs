//! Values written as one of a few words.

use domain::channel::Channel;
use domain::day::YearStatus;
use domain::law::Certainty;
use domain::procedure::{
    ComponentKind, CopyKind, Exemption, FeeKind, FieldUse, LifeEvent, ResultKind, VerificationPolicy,
};
use domain::programme::OnDayOff;
use jiff::civil::Weekday;

use super::session::File;
use super::value::{Raw, Value, bad, text};
use crate::calendar::WEEKDAYS;
use crate::pack::FormSet;
use crate::problem::Expected;

/// Kinds written as one of a few words.
pub(super) trait Word: Copy + PartialEq + 'static {
    /// Words and meanings, in order.
    const WORDS: &'static [(&'static str, Self)];
    /// The words alone, for messages.
    const NAMES: &'static [&'static str];
}

macro_rules! words {
    ($($kind:ty: $($word:literal $meaning:expr),+;)*) => {$(
        impl Word for $kind {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, $meaning)),+];
            const NAMES: &'static [&'static str] = &[$($word),+];
        }

        impl Value for $kind {
            fn read<'t>(file: File<'t>, key: &'static str, value: &'t Raw<'t>) -> Option<Self> {
                let expected = Expected::OneOf(<$kind as Word>::NAMES);
                let written = text(file, key, value, expected)?;
                let read = <$kind as Word>::WORDS.iter().find(|(word, _)| *word == written);
                if read.is_none() {
                    bad(file, key, value, expected);
                }
                read.map(|(_, meaning)| *meaning)
            }
        }
    )*};
}

words! {
    Certainty: "verified" Self::Verified, "memory" Self::Memory, "reconstruction" Self::Reconstruction;
    Channel: "counter" Self::Counter, "online" Self::Online, "post" Self::Post;
    FormSet: "circular_01_2018" Self::Circular01Of2018, "circular_03_2025" Self::Circular03Of2025;
    YearStatus: "confirmed" Self::Confirmed, "estimate" Self::Estimate;
    OnDayOff: "skip" Self::Skip, "previous_working_day" Self::PreviousWorkingDay;
    VerificationPolicy: "no" Self::No, "may" Self::May, "yes" Self::Yes;
    LifeEvent: "birth" Self::Birth, "marriage" Self::Marriage, "death" Self::Death, "copies" Self::Copies,
        "business" Self::Business, "other" Self::Other;
    ComponentKind: "submit" Self::Submit, "present" Self::Present, "condition" Self::Condition, "note" Self::Note;
    CopyKind: "original" Self::Original, "copy" Self::Copy, "certified_copy" Self::CertifiedCopy,
        "form" Self::Form;
    FeeKind: "charge" Self::Charge, "state_fee" Self::StateFee;
    Exemption: "child" Self::Child, "poor_household" Self::PoorHousehold, "elderly" Self::Elderly,
        "disabled" Self::Disabled, "merit" Self::Merit, "minority" Self::Minority;
    FieldUse: "form" Self::Form, "result" Self::Result;
    ResultKind: "plain" Self::Plain, "certified_copy" Self::CertifiedCopy, "extract_copy" Self::ExtractCopy,
        "marital_status" Self::MaritalStatus;
    FieldWord: "text" Self::Text, "long_text" Self::LongText, "date" Self::Date, "number" Self::Number,
        "choice" Self::Choice;
}

/// The kind of a field before its options are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FieldWord {
    Text,
    LongText,
    Date,
    Number,
    Choice,
}

impl Value for Weekday {
    fn read<'t>(file: File<'t>, key: &'static str, value: &'t Raw<'t>) -> Option<Self> {
        const NAMES: Expected =
            Expected::OneOf(&["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]);
        let written = text(file, key, value, NAMES)?;
        let read = WEEKDAYS.iter().find(|(_, name)| *name == written);
        if read.is_none() {
            bad(file, key, value, NAMES);
        }
        read.map(|(day, _)| *day)
    }
}
