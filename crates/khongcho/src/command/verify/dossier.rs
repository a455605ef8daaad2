//! One dossier: its row must be what its events make of it, and nobody decided on their own work.

use domain::dossier::{Dossier, Standing};
use domain::time::to_ms;
use storage::dossier::DossierRow;
use storage::event_log::{self, LogError};
use storage::{StoreError, Tx, ledger};

/// What is wrong with a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its code.
    pub code: String,
    /// What is wrong.
    pub what: String,
}

/// Folds the events of a dossier and compares with its row.
///
/// # Errors
/// [`StoreError`] when the database fails; a fault is an answer, not an error.
pub fn check(tx: &mut Tx<'_>, row: &DossierRow) -> Result<Result<Dossier, Fault>, StoreError> {
    let fault = |what: String| Ok(Err(Fault { code: row.code.clone(), what }));
    let Ok(id) = row.id.parse() else { return fault("id".to_owned()) };
    let state = match event_log::find(tx, id) {
        Ok(Some(state)) => state,
        Ok(None) => return fault("no events".to_owned()),
        Err(LogError::Store(error)) => return Err(error),
        Err(other) => return fault(other.to_string()),
    };
    if let Some(column) = row.differs_from(&state).or(result_fault(tx, &state)?) {
        return fault(column.to_owned());
    }
    if let Some(approver) = state.approved_by
        && (approver == state.received_by || state.appraisers.contains(&approver))
    {
        return fault("approved_by".to_owned());
    }
    Ok(Ok(state))
}

/// The result's row must say what the leader approved. Results taken over with an import have none.
fn result_fault(tx: &mut Tx<'_>, state: &Dossier) -> Result<Option<&'static str>, StoreError> {
    let Some(result) = &state.result else { return Ok(None) };
    let Some(row) = ledger::find_result(tx, &state.id.to_string(), &result.number.to_string())? else {
        return Ok(state.reception.imported_from.is_none().then_some("result.number"));
    };
    let revoked = match &result.standing {
        Standing::Valid => false,
        Standing::Revoked { .. } => true,
    };
    let same = [
        ("result.signer", row.signer == result.signer),
        ("result.content_sha256", row.content_sha256 == result.content_sha256),
        ("result.unit", row.unit == state.deciding_unit().as_str()),
        ("result.procedure_code", row.procedure_code == state.reception.procedure.code.as_str()),
        ("result.approved_at", state.finished_at.is_none_or(|at| row.approved_at == to_ms(at))),
        ("result.revoked_at", row.revoked_at.is_some() == revoked),
    ];
    Ok(same.into_iter().find(|(_, same)| !same).map(|(column, _)| column))
}
