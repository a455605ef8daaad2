//! The promise the officer read to the applicant, held against the one that would be recorded now.

use super::view::Built;
use crate::fields::Fields;
use crate::site::Ask;
use crate::widget::{Notice, Tone};
use app::intake::Assessment;
use domain::time::{from_ms, to_ms};
use i18n::{Arg, Key as K, text, text_with, words};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

/// Name of the field that carries what was shown, in milliseconds.
pub(super) const FIELD: &str = "hen";

/// When the result would be due: the hour of the programme, else the term under the law.
fn due(assessment: &Assessment) -> Option<Timestamp> {
    assessment.promise.as_ref().ok()?.quoted_at()
}

/// The due time that the page showed when it was sent.
pub(super) fn told(fields: &Fields) -> Option<Timestamp> {
    Some(from_ms(fields.typed(FIELD)?.parse().ok()?))
}

impl Built<'_> {
    /// The promise this page shows, as the form sends it back; nothing while there is none.
    pub(super) fn promised(&self) -> String {
        due(self.assessment).map(|at| to_ms(at).to_string()).unwrap_or_default()
    }

    /// Whether receiving now means a later hour than the one that was shown before.
    pub(super) fn changed(&self) -> bool {
        self.fields.get("viec") == "nhan" && worse(self.ask, self.fields, self.assessment).is_some()
    }
}

/// What to say before a later hour is recorded than the one that was read out.
/// A form without a promise yet, and one that became better, need no second look.
pub(super) fn worse(ask: &Ask, fields: &Fields, assessment: &Assessment) -> Option<Notice> {
    let shown = told(fields)?;
    let now = due(assessment).filter(|now| *now > shown)?;
    let (before, after) = (words::at(ask.lang, shown), words::at(ask.lang, now));
    let args = [("before", Arg::Text(&before)), ("after", Arg::Text(&after))];
    let title = text_with(ask.lang, K::IntakePromiseChanged, &args);
    Some(Notice::new(Tone::Care, title, Some(text(ask.lang, K::IntakePromiseChangedDo).to_owned())))
}

/// SHA-256 of what was sent: the same key with other content is another request.
pub(super) fn digest(fields: &Fields) -> [u8; 32] {
    let mut hash = Sha256::new();
    for (name, value) in fields.pairs().filter(|(name, _)| !["_csrf", "van-nhan", FIELD].contains(name)) {
        for part in [name, value] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
    }
    hash.finalize().into()
}
