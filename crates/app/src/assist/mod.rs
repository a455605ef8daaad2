//! Help by volunteers: a session for one person, opened with that person's code or by an officer, that can do nothing
//! but fill in and hand over one form.
//!
//! | module | use case |
//! |---|---|
//! | [`open`] | with a code and consent; an officer's code for somebody who is here |
//! | [`prepare`] | the form: kept while it is typed, handed over to the officer |
//! | [`end`](mod@end) | with one press, or by itself |
//! | [`counter`] | what the officer finds: prepared forms, who helped |
//! | [`shift`] | how many were helped, what people stumbled on |
//!
//! A volunteer never searches for people and never reads a file: nothing here takes a name and gives a dossier.

pub mod counter;
pub mod end;
pub mod open;
pub mod prepare;
pub mod shift;
#[cfg(test)]
mod tests;

pub use counter::{Help, Prepared, find_prepared, list_prepared};
pub use end::{end, end_if_over, erase};
pub use open::{Start, invite, open};
pub use prepare::{Sent, hand_over, keep};

use crate::error::AppError;
use crate::secret::{self, Keys};
use crate::{Actor, App};
use domain::assist::{Consent, NotOnline, Opening, Standing, standing};
use domain::permit::DayAct;
use domain::place::UnitCode;
use domain::procedure::ProcedureCode;
use domain::time::{from_ms, to_ms};
use jiff::Timestamp;
use storage::assist::SessionRow;
use storage::{StoreError, Tx};

/// Characters of the code under which an officer finds a prepared form.
pub const CODE_CHARS: usize = 6;

/// Characters of the code with which the citizen's account takes the dossier over later.
const CLAIM_CHARS: usize = 8;

/// What a session is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its identifier.
    pub id: String,
    /// The unit.
    pub unit: UnitCode,
    /// What it was opened with.
    pub opening: Opening,
    /// The code it was opened with.
    pub reference: String,
    /// Who is helped.
    pub name: String,
    /// How they agreed.
    pub consent: Consent,
    /// Who heard it.
    pub heard_by: String,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// The code for the officer, as printed.
    pub code: String,
    /// The code with which the citizen's account takes the dossier over later, as printed.
    pub claim: String,
    /// The procedure whose form is prepared.
    pub procedure: Option<ProcedureCode>,
    /// The form as typed, as a query.
    pub content: String,
    /// When it was handed over to the officer.
    pub submitted_at: Option<Timestamp>,
    /// Why it was not filed online.
    pub not_online: NotOnline,
}

/// Why a session cannot be used, or could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum AssistError {
    /// No such code here today, or a wrong PIN; said alike.
    #[error("there is no such code here today")]
    Unknown,
    /// The published roster has no shift for this volunteer today.
    #[error("not on the roster today")]
    OffShift,
    /// Too many wrong codes; wait.
    #[error("too many wrong codes")]
    TooMany,
    /// The volunteer helps somebody already.
    #[error("another session is open")]
    Busy,
    /// No session is open.
    #[error("no session is open")]
    Closed,
    /// It ended by itself; what was sent last is kept for the officer under this code.
    #[error("the session is over")]
    Expired {
        /// The code, where something was kept.
        kept: Option<String>,
    },
    /// Anything else.
    #[error(transparent)]
    App(#[from] AppError),
}

impl From<StoreError> for AssistError {
    fn from(error: StoreError) -> Self {
        Self::App(AppError::Store(error))
    }
}

impl Session {
    fn read(row: &SessionRow, keys: &Keys) -> Result<Self, AppError> {
        let broken = || AppError::NotFound { what: "assisted session" };
        Ok(Self {
            unit: row.unit.parse().map_err(|_| broken())?,
            opening: Opening::from_name(&row.opening).ok_or_else(broken)?,
            reference: row.reference.clone(),
            name: row.name.clone(),
            consent: Consent::from_name(&row.consent).ok_or_else(broken)?,
            heard_by: row.heard_by.clone(),
            opened_at: from_ms(row.opened_at),
            code: secret::printed_code(&row.code),
            claim: secret::printed_code(&claim_of(keys, &row.id)),
            procedure: row.procedure_code.as_ref().and_then(|code| code.parse().ok()),
            content: row.content.clone(),
            submitted_at: row.submitted_at.map(from_ms),
            not_online: NotOnline::from_name(&row.not_online).unwrap_or(NotOnline::NotAsked),
            id: row.id.clone(),
        })
    }
}

/// The claim code of a session; derived, so that only its keyed hash is kept.
fn claim_of(keys: &Keys, id: &str) -> String {
    keys.page_token("claim", id).chars().take(CLAIM_CHARS).collect()
}

/// What is kept of a claim code: a keyed hash, for a short code alone is soon guessed.
pub fn claim_mac(keys: &Keys, code: &str) -> [u8; 32] {
    keys.contact(&format!("claim {}", secret::normal(code)))
}

/// Whether somebody may help here at all.
fn may_help(app: &App, actor: &Actor) -> Result<Timestamp, AppError> {
    let now = app.clock.now();
    actor.at_unit(&app.policy(), now, DayAct::Assist.into(), &actor.unit)?;
    Ok(now)
}

/// The open session of a volunteer; a press that keeps it open. One that is over by time is ended here.
///
/// # Errors
/// [`AssistError::Closed`], [`AssistError::Expired`]; [`AppError::Denied`] without the right to help.
pub async fn current(app: &App, actor: &Actor) -> Result<Session, AssistError> {
    let now = may_help(app, actor)?;
    let (volunteer, keys) = (actor.account.to_string(), app.keys.clone());
    let found = app
        .store
        .write(move |tx| match press(tx, &volunteer, now)? {
            Pressed::Open(row) => Ok(Ok(Session::read(&row, &keys)?)),
            Pressed::Expired(_) => Ok(Err(AssistError::Expired { kept: None })),
            Pressed::None => Ok::<_, AssistError>(Err(AssistError::Closed)),
        })
        .await?;
    let session = found?;
    // Whoever moved to another desk left this one.
    if session.unit == actor.unit { Ok(session) } else { Err(AssistError::Closed) }
}

/// What a press met.
enum Pressed {
    Open(Box<SessionRow>),
    Expired(Box<SessionRow>),
    None,
}

/// Finds the open session and notes the press; ends it when it is over.
fn press(tx: &mut Tx<'_>, volunteer: &str, now: Timestamp) -> Result<Pressed, StoreError> {
    let Some(mut row) = storage::assist::find_open(tx, volunteer)? else { return Ok(Pressed::None) };
    let seen = (from_ms(row.opened_at), from_ms(row.last_seen_at), row.ended_at.map(from_ms));
    match standing(seen.0, seen.1, seen.2, now) {
        Standing::Open => {
            storage::assist::touch(tx, &row.id, to_ms(now))?;
            row.last_seen_at = to_ms(now);
            Ok(Pressed::Open(Box::new(row)))
        }
        Standing::Ended | Standing::Expired => {
            storage::assist::end(tx, &row.id, to_ms(now), domain::assist::EndReason::Idle.name())?;
            Ok(Pressed::Expired(Box::new(row)))
        }
    }
}
