//! Acts that are harmless to repeat: the answer is kept in the transaction of what it answers.

use crate::error::AppError;
use crate::intake::RequestKey;
use domain::dossier::Dossier;
use domain::time::to_ms;
use jiff::Timestamp;
use std::sync::Arc;
use storage::ledger::{self, KeptAnswer};
use storage::{StoreError, Tx};

/// An answer to keep under the key of its request.
#[derive(Clone)]
pub struct Answer {
    /// The request.
    pub request: RequestKey,
    /// What is answered about the dossier as it stands afterwards.
    pub show: Arc<dyn Fn(&Dossier) -> String + Send + Sync>,
}

/// On what terms an act is carried out.
#[derive(Clone, Default)]
pub struct Terms {
    /// The version that was read; whatever stands, where absent.
    pub seen: Option<u32>,
    /// The answer to keep with the act.
    pub answer: Option<Answer>,
}

impl From<Option<u32>> for Terms {
    fn from(seen: Option<u32>) -> Self {
        Self { seen, answer: None }
    }
}

impl Terms {
    /// Keeps the answer, if one is to be kept.
    ///
    /// # Errors
    /// [`AppError::KeyReused`] when the key has been taken meanwhile; the act is undone then.
    pub(crate) fn keep(
        &self,
        tx: &mut Tx<'_>,
        account: &str,
        after: &Dossier,
        at: Timestamp,
    ) -> Result<(), AppError> {
        let Some(answer) = &self.answer else { return Ok(()) };
        let (digest, response) = (answer.request.digest.to_vec(), (answer.show)(after));
        let kept = KeptAnswer { digest, status: 200, response };
        match ledger::keep_answer(tx, account, &answer.request.key, &kept, to_ms(at)) {
            Err(StoreError::Unique { .. }) => Err(AppError::KeyReused),
            other => Ok(other?),
        }
    }
}
