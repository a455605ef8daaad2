//! The form of a session: kept while it is typed, handed over to the officer, who decides everything.

use super::{AssistError, Pressed, Session, may_help, press};
use crate::{Actor, App, secret};
use domain::assist::NotOnline;
use domain::procedure::ProcedureCode;
use domain::time::to_ms;
use storage::assist;

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The procedure.
    pub procedure: ProcedureCode,
    /// The form as a query; files are not part of it.
    pub content: String,
    /// Why it is not filed online.
    pub not_online: NotOnline,
}

/// Keeps what was typed. A session that is over by then keeps it for the officer all the same, and says its code.
///
/// # Errors
/// [`AssistError::Expired`] with the code, [`AssistError::Closed`].
pub async fn keep(app: &App, actor: &Actor, sent: Sent) -> Result<Session, AssistError> {
    save(app, actor, sent, false).await
}

/// Hands the form over: from now on an officer finds it by its code. Handed over again it is the newer one.
///
/// # Errors
/// As [`keep`].
pub async fn hand_over(app: &App, actor: &Actor, sent: Sent) -> Result<Session, AssistError> {
    save(app, actor, sent, true).await
}

async fn save(app: &App, actor: &Actor, sent: Sent, hand_over: bool) -> Result<Session, AssistError> {
    let now = may_help(app, actor)?;
    let (volunteer, unit, keys) = (actor.account.to_string(), actor.unit.to_string(), app.keys.clone());
    let saved = app
        .store
        .write(move |tx| {
            let (mut row, over) = match press(tx, &volunteer, now)? {
                Pressed::Open(row) => (row, false),
                Pressed::Expired(row) => (row, true),
                Pressed::None => return Ok::<_, AssistError>(Err(AssistError::Closed)),
            };
            if row.unit != unit {
                return Ok(Err(AssistError::Closed));
            }
            row.procedure_code = Some(sent.procedure.to_string());
            row.content.clone_from(&sent.content);
            sent.not_online.name().clone_into(&mut row.not_online);
            // Nobody may lose what was typed because ten minutes passed: the officer finds it.
            if hand_over || over {
                row.submitted_at = row.submitted_at.or(Some(to_ms(now)));
            }
            let kept = assist::keep(tx, &row)?;
            if over {
                let code = kept.then(|| secret::printed_code(&row.code));
                return Ok(Err(AssistError::Expired { kept: code }));
            }
            Ok(if kept { Ok(Session::read(&row, &keys)?) } else { Err(AssistError::Closed) })
        })
        .await?;
    if saved.is_ok() || matches!(saved, Err(AssistError::Expired { .. })) {
        app.announce(&actor.unit);
    }
    saved
}
