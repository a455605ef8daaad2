//! One dossier: its row must be what its events make of it, and nobody decided on their own work.

use domain::dossier::Dossier;
use domain::time::to_ms;
use storage::dossier::DossierRow;
use storage::event_log::{self, LogError};
use storage::{StoreError, Tx};

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
    if let Some((column, _)) = columns(row, &state).into_iter().find(|(_, same)| !same) {
        return fault(column.to_owned());
    }
    if let Some(approver) = state.approved_by
        && (approver == state.received_by || state.appraisers.contains(&approver))
    {
        return fault("approved_by".to_owned());
    }
    Ok(Ok(state))
}

/// The columns that follow from events, and whether each is what it should be.
fn columns(row: &DossierRow, state: &Dossier) -> [(&'static str, bool); 19] {
    let ms = |at: Option<jiff::Timestamp>| at.map(to_ms);
    [
        ("version", row.version == state.version),
        ("code", row.code == state.code().as_str()),
        ("receiving_unit", row.receiving_unit == state.receiving_unit().as_str()),
        ("deciding_unit", row.deciding_unit == state.deciding_unit().as_str()),
        ("stage", row.stage == state.stage.name()),
        ("finance", row.finance == state.finance.name()),
        ("delivery", row.delivery == state.delivery.name()),
        ("synchronisation", row.synchronisation == state.synchronisation.name()),
        ("outcome", row.outcome.as_deref() == state.outcome.map(|outcome| outcome.name())),
        ("received_at", row.received_at == to_ms(state.received_at)),
        ("received_by", row.received_by == state.received_by.to_string()),
        ("changed_at", row.changed_at == to_ms(state.changed_at)),
        ("statutory_due_at", row.statutory_due_at == to_ms(state.statutory_due_at)),
        ("commitment_due_at", row.commitment_due_at == ms(state.commitment_due_at)),
        ("working_due_at", row.working_due_at == to_ms(state.working_due_at())),
        ("finished_at", row.finished_at == ms(state.finished_at)),
        ("returned_at", row.returned_at == ms(state.returned_at)),
        ("extensions", row.extensions == i64::from(state.extensions)),
        ("procedure_code", row.procedure_code == state.reception.procedure.code.as_str()),
    ]
}
