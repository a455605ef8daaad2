//! From what was typed to the command: made inside the transaction, from the dossier as it stands there.

use super::input::Input;
use crate::site::Site;
use crate::staff::Staff;
use app::amend::with_consequences;
use app::handle::{self, Situation};
use app::{AppError, attach};
use domain::dossier::{Act, Command, DossierCode, Finance, Refusal};
use domain::procedure::ComponentId;

impl Input {
    /// Carries the act out.
    ///
    /// # Errors
    /// As [`handle::act`]; for a file also as [`attach::keep`].
    pub async fn carry_out(
        self,
        site: &Site,
        staff: &Staff,
        code: &DossierCode,
        seen: Option<u32>,
        act: Act,
    ) -> Result<(), AppError> {
        let (app, actor) = (&site.app, &staff.actor);
        if let Self::File(component, file_name, bytes) = self {
            let file = attach::keep(app, actor, bytes.to_vec(), &file_name).await?;
            return attach::attach(app, actor, code, seen, component, file).await.map(|_| ());
        }
        let build = move |situation: &Situation<'_>| self.command(act, situation);
        handle::act(app, actor, code, seen, act, build).await.map(|_| ())
    }

    fn command(&self, act: Act, situation: &Situation<'_>) -> Result<Command, AppError> {
        Ok(match self.clone() {
            Self::Bare => Command::Resume { statutory_due_at: situation.with_remainder()? },
            Self::Reason(reason) => return with_reason(act, reason, situation),
            Self::Appraise(proposal, note, answers) => Command::Appraise { proposal, note, answers },
            Self::Ask(items, reason) => Command::RequestSupplement { items, reason },
            Self::Brought(brought, asked) => supplement(situation, &brought, asked)?,
            Self::Minutes(minutes) => Command::RecordVerification(minutes),
            Self::Suspend(cause, reason) => Command::Suspend { cause, reason },
            Self::Extend(statutory_due_at, reason, fault) => {
                let late_notice = situation.notice_is_late();
                Command::Extend { statutory_due_at, reason, fault, late_notice }
            }
            Self::Amend(amendment, reason) => {
                let amendment = Box::new(with_consequences(situation, *amendment)?);
                Command::Amend { amendment, reason }
            }
            Self::Pay(method, bill) => {
                let Finance::Due(amount) = situation.dossier.finance else {
                    return Err(Refusal::WrongFinance { finance: situation.dossier.finance }.into());
                };
                Command::RecordPayment { amount, method, bill }
            }
            Self::File(..) => return Err(AppError::NotFound { what: "act" }),
        })
    }
}

/// The acts that need a reason and nothing else.
fn with_reason(act: Act, reason: String, situation: &Situation<'_>) -> Result<Command, AppError> {
    Ok(match act {
        Act::BeginVerification => Command::BeginVerification {
            reason,
            statutory_due_at: situation.full_term(true)?,
            promise: situation.promise_withdrawn(),
        },
        Act::SendBack => Command::SendBack { reason },
        Act::Withdraw => Command::Withdraw { reason },
        Act::Stop => Command::Stop { reason },
        Act::Void => Command::Void { reason },
        Act::RevokeResult => Command::RevokeResult { reason },
        Act::ExemptFee => Command::ExemptFee { reason },
        Act::RefundFee => Command::RefundFee { reason },
        Act::Receive | Act::RequestSupplement | Act::Supplement | Act::RecordVerification | Act::Suspend => {
            return Err(AppError::NotFound { what: "act" });
        }
        Act::Resume | Act::Extend | Act::Appraise | Act::Approve | Act::HandBack | Act::Amend => {
            return Err(AppError::NotFound { what: "act" });
        }
        Act::AttachFile | Act::RecordPayment | Act::RecordSynchronisation => {
            return Err(AppError::NotFound { what: "act" });
        }
    })
}

/// The components as they stand after a supplement; what was asked and not brought is missing.
fn supplement(
    situation: &Situation<'_>,
    brought: &[ComponentId],
    asked: Vec<ComponentId>,
) -> Result<Command, AppError> {
    use domain::dossier::{Digitised, HandedComponent};
    use domain::procedure::{ComponentKind, CopyKind};
    let procedure = &situation.dossier.reception.procedure;
    let version = situation.policy.version(&procedure.code, procedure.version);
    let version = version.ok_or(AppError::NotFound { what: "procedure version" })?;
    let mut components = situation.dossier.components().to_vec();
    for id in brought {
        let Some(spec) = version.components.iter().find(|spec| spec.id == *id) else { continue };
        let count = spec.quantity.max(1);
        let (originals, copies) = match spec.copy_kind {
            CopyKind::Original | CopyKind::Form => (count, 0),
            CopyKind::Copy | CopyKind::CertifiedCopy => (0, count),
        };
        match components.iter_mut().find(|handed| handed.component == *id) {
            Some(handed) => {
                handed.originals = handed.originals.saturating_add(originals);
                handed.copies = handed.copies.saturating_add(copies);
            }
            None => components.push(HandedComponent {
                component: id.clone(),
                submitted: spec.kind == ComponentKind::Submit,
                originals,
                copies,
                digitised: Digitised::No,
                files: Vec::new(),
            }),
        }
    }
    let missing = asked.into_iter().filter(|id| !brought.contains(id)).collect();
    let verified = matches!(
        situation.dossier.reception.verification,
        domain::dossier::VerificationAnswer::Needed { .. }
    );
    Ok(Command::Supplement { components, missing, statutory_due_at: situation.full_term(verified)? })
}
