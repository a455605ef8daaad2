//! How units stand on a no-wait day, for the public: which duties are on, what is left over.

use crate::error::AppError;
use crate::{App, duty};
use domain::place::UnitCode;
use domain::promise::{DutySet, Presence};
use domain::time::to_ms;
use storage::dossier;

/// How one unit stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The unit.
    pub unit: UnitCode,
    /// The duties on site.
    pub presence: Presence,
    /// Open dossiers past their due time under the law.
    pub backlog: u64,
}

impl Standing {
    /// Whether all four duties are on.
    pub fn is_ready(&self) -> bool {
        self.presence.present == DutySet::ALL
    }
}

/// Reads how units stand, all as of one instant.
///
/// # Errors
/// [`AppError::Store`].
pub async fn of_units(app: &App, units: Vec<UnitCode>) -> Result<Vec<Standing>, AppError> {
    let (at, policy) = (app.clock.now(), app.policy());
    let now = to_ms(at);
    let read = app.store.read(move |tx| {
        let stand = |unit: &UnitCode| {
            let presence = duty::presence(tx, &policy, unit, at)?;
            Ok(Standing { unit: unit.clone(), presence, backlog: dossier::count_backlog(tx, unit, now)? })
        };
        units.iter().map(stand).collect()
    });
    read.await.map_err(AppError::Store)
}

/// The duties on site at one unit.
///
/// # Errors
/// [`AppError::Store`].
pub async fn presence(app: &App, unit: &UnitCode) -> Result<Presence, AppError> {
    let (unit, at, policy) = (unit.clone(), app.clock.now(), app.policy());
    app.store.read(move |tx| duty::presence(tx, &policy, &unit, at)).await.map_err(AppError::Store)
}
