//! Posts of a roster and kinds of absence.

use domain::roster::{AbsenceKind, Post};

use crate::{Key, Lang, text};

use super::staff;

/// A place on the roster: `Thẩm định`, `Tăng cường`.
pub fn post(post: Post, lang: Lang) -> &'static str {
    match post {
        Post::Duty(duty) => staff::duty(duty, lang),
        Post::Extra => text(lang, Key::RosterPostExtra),
        Post::Volunteer => text(lang, Key::RosterPostVolunteer),
    }
}

/// Why somebody is away: `Nghỉ phép`.
pub fn absence_kind(kind: AbsenceKind, lang: Lang) -> &'static str {
    let key = match kind {
        AbsenceKind::Leave => Key::RosterKindLeave,
        AbsenceKind::Sick => Key::RosterKindSick,
        AbsenceKind::Mission => Key::RosterKindMission,
        AbsenceKind::Training => Key::RosterKindTraining,
        AbsenceKind::Other => Key::RosterKindOther,
    };
    text(lang, key)
}
