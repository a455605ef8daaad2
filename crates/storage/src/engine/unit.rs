//! Running a closure so that neither a panic nor a swallowed failure can keep half a unit.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::error::StoreError;
use crate::tx::{Session, Tx};

/// How a closure ended.
pub(crate) struct Ended<T, E> {
    /// The closure's own result, or the failure that ends the unit in its place.
    pub(crate) result: Result<Result<T, E>, StoreError>,
    /// The first statement that failed, if one did; set beside a closure's `Err` too.
    pub(crate) fault: Option<StoreError>,
}

impl<T, E> Ended<T, E> {
    /// Whether the transaction may be committed.
    pub(crate) fn keep(&self) -> bool {
        matches!(self.result, Ok(Ok(_)))
    }
}

/// Runs the closure on an open transaction.
pub(crate) fn run<T, E, F>(work: &mut F, session: Session<'_>) -> Ended<T, E>
where
    F: FnMut(&mut Tx<'_>) -> Result<T, E>,
{
    let mut tx = Tx::new(session);
    // Unwind safety: after a panic the closure is never called again and the transaction is undone.
    let caught = catch_unwind(AssertUnwindSafe(|| work(&mut tx)));
    let fault = tx.into_fault();
    let result = match (caught, &fault) {
        (Err(_), _) => Err(StoreError::Panicked),
        (Ok(Ok(_)), Some(fault)) => Err(fault.clone()),
        (Ok(result), _) => Ok(result),
    };
    Ended { result, fault }
}

/// Turns the two layers of failure into the caller's one.
pub(crate) fn flatten<T, E: From<StoreError>>(result: Result<Result<T, E>, StoreError>) -> Result<T, E> {
    result.unwrap_or_else(|error| Err(E::from(error)))
}
