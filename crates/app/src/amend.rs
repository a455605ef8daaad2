//! What follows from an amendment: the fee and the number of papers, by the rules that held at reception.

use crate::error::AppError;
use crate::handle::Situation;
use crate::intake::{fee_by, papers_to_submit};
use domain::dossier::{Amendment, Asked, FeeAssessment, Reception, Refusal};
use domain::procedure::{Condition, Exemption, ProcedureVersion};
use domain::time::civil;
use jiff::civil::Date;

/// Adds to an amendment what follows from it. The day of reception and the version of then count, not today's.
///
/// # Errors
/// [`Refusal::FeeBasisUnknown`] where the fee would change and what it was assessed from was not kept;
/// [`AppError::NotFound`] when the dossier's version left the policy.
pub fn with_consequences(situation: &Situation<'_>, mut amendment: Amendment) -> Result<Amendment, AppError> {
    let before = &situation.dossier.reception;
    let asks_anew = amendment.copies.is_some() || amendment.asked.is_some();
    if !asks_anew && amendment.proxy.is_none() {
        return Ok(amendment);
    }
    let procedure = &before.procedure;
    let version = situation
        .policy
        .version(&procedure.code, procedure.version)
        .ok_or(AppError::NotFound { what: "procedure version" })?;
    let mut after = before.clone();
    after.copies = amendment.copies.unwrap_or(after.copies);
    if let Some(proxy) = &amendment.proxy {
        after.proxy.clone_from(proxy);
    }
    if let Some(asked) = &amendment.asked {
        after.asked = Some(asked.clone());
    }
    if after.facts() != before.facts() {
        let required = papers_to_submit(version, &after.facts());
        amendment.components_required = (required != before.components_required).then_some(required);
    }
    let by_proxy = |condition: &Condition| *condition == Condition::WhenProxy;
    if asks_anew || version.fees.iter().any(|rule| by_proxy(&rule.condition)) {
        let fee = fee_after(version, before, after, civil(situation.dossier.received_at).date())?;
        amendment.fee = (fee != before.fee).then_some(fee);
    }
    Ok(amendment)
}

fn fee_after(
    version: &ProcedureVersion,
    before: &Reception,
    mut after: Reception,
    on: Date,
) -> Result<FeeAssessment, AppError> {
    let fee = |reception: &Reception| reception.fee_facts(on).map(|facts| fee_by(version, &facts));
    if after.asked.is_none() {
        // Recorded before it was kept: only where the usual answers give the recorded fee are they what was said.
        let exemption = before.fee.exemption.as_deref().and_then(Exemption::from_name);
        let usual = Some(Asked { exemption, ..Asked::nothing() });
        let guess = Reception { asked: usual.clone(), ..before.clone() };
        if fee(&guess).as_ref() == Some(&before.fee) {
            after.asked = usual;
        }
    }
    Ok(fee(&after).ok_or(Refusal::FeeBasisUnknown)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Office;
    use domain::money::Dong;

    #[tokio::test]
    async fn a_fee_is_worked_out_anew_only_from_what_is_known() {
        let office = Office::open().await;
        let receipt = office.receive("2.000815", &[]).await;
        let page = crate::read::dossier(&office.app, &office.receiver, &receipt.code).await.unwrap();
        let policy = office.app.policy();
        let five = Asked { pages: 5, ..Asked::nothing() };
        let copies = |copies| Amendment { copies: Some(copies), ..Amendment::default() };
        let both = Amendment { asked: Some(five), ..copies(2) };
        // Kept since format 2; before that the usual answers count only where they give the recorded fee again.
        let rows = [
            (page.dossier.reception.asked.clone(), 2_000, copies(3), Some(Some(Dong(6_000)))),
            (page.dossier.reception.asked.clone(), 2_000, both.clone(), Some(Some(Dong(14_000)))),
            (page.dossier.reception.asked.clone(), 2_000, Amendment::default(), Some(None)),
            (None, 2_000, copies(3), Some(Some(Dong(6_000)))),
            (None, 7_000, copies(3), None),
            (None, 7_000, both, Some(Some(Dong(14_000)))),
        ];
        for (asked, recorded, amendment, wanted) in rows {
            let mut dossier = page.dossier.clone();
            dossier.reception.asked = asked;
            dossier.reception.fee.total = Dong(recorded);
            dossier.reception.fee.lines[0].amount = Dong(recorded);
            let situation = Situation { dossier: &dossier, policy: &policy, at: dossier.received_at };
            let found = with_consequences(&situation, amendment.clone());
            let found = found.map(|after| after.fee.map(|fee| fee.total)).ok();
            assert_eq!(found, wanted, "{recorded} {amendment:?}");
        }
    }
}
