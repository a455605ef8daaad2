//! What is wrong in a field, and how to put it right.

use domain::person::{
    BirthProblem, CardProblem, ContactProblem, IdentityProblem, IdentityWarning, NameProblem,
};

use super::count;
use crate::{Key, Lang, text};

/// A name that is none.
pub fn name_problem(problem: NameProblem, lang: Lang) -> &'static str {
    let key = match problem {
        NameProblem::Empty => Key::ProblemsNameEmpty,
        NameProblem::TooLong => Key::ProblemsNameTooLong,
        NameProblem::ForeignCharacter => Key::ProblemsNameForeignCharacter,
    };
    text(lang, key)
}

/// An identity number that is none.
pub fn identity_problem(problem: IdentityProblem, lang: Lang) -> String {
    let key = match problem {
        IdentityProblem::WrongLength { digits } => {
            return count(lang, Key::ProblemsIdentityWrongLength, "digits", digits);
        }
        IdentityProblem::ForeignCharacter => Key::ProblemsIdentityForeignCharacter,
        IdentityProblem::UnknownPlace => Key::ProblemsIdentityUnknownPlace,
    };
    text(lang, key).to_owned()
}

/// What to look at without being stopped.
pub fn identity_warning(warning: IdentityWarning, lang: Lang) -> &'static str {
    let key = match warning {
        IdentityWarning::BirthYearDiffers => Key::ProblemsIdentityBirthYearDiffers,
    };
    text(lang, key)
}

/// A date of birth that is none.
pub fn birth_problem(problem: BirthProblem, lang: Lang) -> &'static str {
    let key = match problem {
        BirthProblem::NotADate => Key::ProblemsBirthNotADate,
        BirthProblem::NoSuchDay => Key::ProblemsBirthNoSuchDay,
        BirthProblem::InFuture => Key::ProblemsBirthInFuture,
        BirthProblem::TooLongAgo => Key::ProblemsBirthTooLongAgo,
    };
    text(lang, key)
}

/// A phone number or mail address that is none.
pub fn contact_problem(problem: ContactProblem, lang: Lang) -> &'static str {
    let key = match problem {
        ContactProblem::Phone => Key::ProblemsContactPhone,
        ContactProblem::Email => Key::ProblemsContactEmail,
    };
    text(lang, key)
}

/// A scan that is no identity card.
pub fn card_problem(problem: CardProblem, lang: Lang) -> &'static str {
    let key = match problem {
        CardProblem::NotACard => Key::ProblemsCardNotACard,
        CardProblem::Number => Key::ProblemsCardNumber,
    };
    text(lang, key)
}
