//! What is wrong with an administrator's wish.

use crate::error::AppError;
use storage::StoreError;

/// One problem, to be shown beside its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AccountProblem {
    /// 3 to 40 of a-z, 0-9, dot, hyphen; the first a letter.
    UsernameShape,
    /// Somebody has the name of log-in already.
    UsernameTaken,
    /// No name.
    NameMissing,
    /// More than 100 characters.
    NameTooLong,
    /// More than 100 characters.
    TitleTooLong,
    /// Not a telephone number.
    PhoneShape,
    /// There is no such unit on the first day.
    NoSuchUnit,
    /// The last day is before the first.
    PeriodBackwards,
    /// A volunteer holds no other role at the same unit at the same time.
    VolunteerAlone,
    /// A program's account is no person's.
    ProgramAlone,
    /// Nobody gives themselves a role.
    OwnRole,
    /// Nobody disables their own account.
    OwnAccount,
    /// Nobody ends their own last right as administrator.
    LastAdministrator,
    /// There is no such role to end.
    NoSuchRole,
    /// No label on a token.
    LabelMissing,
    /// More than 100 characters.
    LabelTooLong,
    /// A token never manages accounts and packs.
    TokenForAdministrator,
    /// The account does not hold that role at that unit.
    TokenWithoutRole,
    /// The token would have ended before it began.
    TokenOver,
}

/// An administrator's wish was not carried out; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum ManageError {
    /// Not permitted, not found, changed meanwhile, or the database failed.
    #[error(transparent)]
    App(#[from] AppError),
    /// Everything that is wrong.
    #[error("{0:?}")]
    Problems(Vec<AccountProblem>),
    /// Too many passwords at the same moment.
    #[error("too many passwords at once")]
    Busy,
}

impl From<StoreError> for ManageError {
    fn from(error: StoreError) -> Self {
        Self::App(AppError::Store(error))
    }
}

impl From<super::password::HashError> for ManageError {
    fn from(_: super::password::HashError) -> Self {
        Self::Busy
    }
}

/// Nothing when the list is empty.
pub(super) fn refuse_any(problems: Vec<AccountProblem>) -> Result<(), ManageError> {
    if problems.is_empty() { Ok(()) } else { Err(ManageError::Problems(problems)) }
}
