//! What is wrong with a wish about accounts, in words.

use app::account::{AccountProblem, ManageError};
use i18n::{Key, Lang, text};

use crate::failure::Failure;

/// Everything that is wrong, one line each.
pub fn manage_failure(lang: Lang, error: ManageError) -> Failure {
    match error {
        ManageError::Problems(problems) => {
            let lines: Vec<&str> = problems.iter().map(|problem| text(lang, key(*problem))).collect();
            Failure::refused(lines.join("\n"))
        }
        ManageError::App(error) => error.into(),
        ManageError::Busy => Failure::refused(ManageError::Busy.to_string()),
    }
}

const fn key(problem: AccountProblem) -> Key {
    match problem {
        AccountProblem::UsernameShape => Key::CliAccountUsernameShape,
        AccountProblem::UsernameTaken => Key::CliAccountUsernameTaken,
        AccountProblem::NameMissing => Key::CliAccountNameMissing,
        AccountProblem::NameTooLong => Key::CliAccountNameTooLong,
        AccountProblem::TitleTooLong => Key::CliAccountTitleTooLong,
        AccountProblem::PhoneShape => Key::CliAccountPhoneShape,
        AccountProblem::NoSuchUnit => Key::CliAccountNoSuchUnit,
        AccountProblem::PeriodBackwards => Key::CliAccountPeriodBackwards,
        AccountProblem::VolunteerAlone => Key::CliAccountVolunteerAlone,
        AccountProblem::ProgramAlone => Key::CliAccountProgramAlone,
        AccountProblem::NoSuchRole => Key::CliAccountNoSuchRole,
        AccountProblem::OwnRole
        | AccountProblem::OwnAccount
        | AccountProblem::LastAdministrator
        | AccountProblem::LabelMissing
        | AccountProblem::LabelTooLong
        | AccountProblem::TokenForAdministrator
        | AccountProblem::TokenWithoutRole
        | AccountProblem::TokenOver => Key::CliAccountElsewhere,
    }
}
