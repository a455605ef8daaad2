//! Returning a result: the paper is kept first, then the event names its hash.

use super::keep::ensure_paper;
use crate::error::AppError;
use crate::once::Terms;
use crate::{Actor, App, handle, import, read};
use domain::dossier::{Act, Collector, Command, Delivery, Dossier, DossierCode, Refusal};

/// Gives the result to its collector; the event names the hash of exactly the paper that was kept.
///
/// # Errors
/// As [`handle::act`]; [`AppError::NotFound`] for a paper that cannot be drawn because its version left the policy.
pub async fn hand_back(
    app: &App,
    actor: &Actor,
    code: &DossierCode,
    terms: impl Into<Terms>,
    collector: Collector,
    delivery: Delivery,
) -> Result<Dossier, AppError> {
    let page = read::dossier(app, actor, code).await?;
    // Whoever may not hand it back draws nothing; the act below says why. The paper of an imported result is that of
    // the old office: none is drawn, and no hash is claimed.
    let paper = if !page.acts.contains(&Act::HandBack) {
        None
    } else if import::is_old_paper(&page.dossier) {
        Some(String::new())
    } else {
        Some(ensure_paper(app, page.dossier.id).await?.sha256)
    };
    let build = move |situation: &handle::Situation<'_>| {
        let stage = Some(situation.dossier.stage);
        let wrong = Refusal::WrongStage { act: Act::HandBack, stage };
        let paper_sha256 = paper.clone().ok_or(wrong)?;
        Ok(Command::HandBack { collector: collector.clone(), delivery, paper_sha256 })
    };
    handle::act(app, actor, code, terms, Act::HandBack, build).await
}
