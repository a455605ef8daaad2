//! Reception: the dossier, its number, its receipt and the message to the outside, in one transaction.

use super::assess::{Assessment, assess_with};
use super::{HandedIn, Intake};
use crate::error::AppError;
use crate::policy::Policy;
use crate::queue::link::Visit;
use crate::watch::{Quoted, quote};
use crate::{Actor, App, duty, queue, secret};
use domain::dossier::{
    Act, Asked, Command, Context, Dossier, DossierCode, HandedComponent, ProcedureRef, Reception,
    ReceptionChecks, Recorded, RecordedPromise, RecordedReason, Refusal, VerificationAnswer, apply, decide,
};
use domain::id::{DossierId, OutboxId};
use domain::permit::Action;
use domain::procedure::{ComponentKind, VerificationPolicy};
use domain::promise::{Presence, Promise, PromiseError};
use domain::time::{civil, to_ms};
use jiff::Timestamp;
use std::sync::Arc;
use storage::counter::{self, Series};
use storage::dossier::{Facts, day_number};
use storage::event_log::{DossierKey, LogError};
use storage::ledger::{self, KeptAnswer};
use storage::{Tx, desk, dossier};

/// What the applicant gets in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The dossier.
    pub id: DossierId,
    /// Its printed number.
    pub code: DossierCode,
    /// The token in its QR.
    pub token: String,
    /// The PIN, as printed.
    pub pin: String,
    /// Whether this answers a request that had been carried out before.
    pub repeated: bool,
}

/// A key that makes a request harmless to repeat, and the digest of what it asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestKey {
    /// Chosen by the caller: a form's hidden field or the Idempotency-Key header.
    pub key: String,
    /// SHA-256 of the request.
    pub digest: [u8; 32],
}

/// Receives a dossier.
///
/// # Errors
/// [`AppError::Refused`] names the rule; [`AppError::Duplicate`] asks the officer to confirm; nothing is recorded then.
pub async fn receive(
    app: &App,
    actor: &Actor,
    intake: Intake,
    request: Option<RequestKey>,
) -> Result<Receipt, AppError> {
    receive_as(app, actor, intake, request, Origin::default()).await
}

/// Where a dossier comes from when it is not handed in now: history and imports go through the same door.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    /// Made up: from a seed, or filed in a demo.
    pub synthetic: bool,
    /// File digest and row of an import.
    pub import_key: Option<String>,
    /// The due time that was read out to the applicant: a later one is not recorded without asking.
    pub told_due_at: Option<Timestamp>,
    /// When it was handed in; now, where absent.
    pub at: Option<Timestamp>,
    /// The code of the form that was prepared with a volunteer's help.
    pub prepared: Option<String>,
    /// Who was on duty then; who is recorded as on duty now, where absent.
    pub presence: Option<Presence>,
    /// The ticket with which it is handed in.
    pub visit: Option<Visit>,
}

impl Origin {
    /// Whether the outside world hears of it: only of what is handed in here and now.
    const fn is_told(&self) -> bool {
        self.at.is_none() && self.import_key.is_none()
    }
}

/// Where a reception happens: the same inside a transaction of its own and inside one of history or an import.
pub(crate) struct Counter<'a> {
    /// The policy in force.
    pub policy: &'a Policy,
    /// Keys of the installation.
    pub keys: &'a secret::Keys,
    /// Who receives, as what.
    pub context: &'a Context,
    /// The new dossier.
    pub id: DossierId,
    /// Its key.
    pub key: &'a DossierKey,
    /// The message to the outside.
    pub outbox: OutboxId,
    /// The room left today; not asked for history and imports.
    pub room: Option<Arc<Quoted>>,
}

/// As [`receive`], for dossiers that were handed in at another place or time.
///
/// # Errors
/// As [`receive`].
pub async fn receive_as(
    app: &App,
    actor: &Actor,
    intake: Intake,
    request: Option<RequestKey>,
    origin: Origin,
) -> Result<Receipt, AppError> {
    let at = origin.at.unwrap_or_else(|| app.clock.now());
    let policy = app.policy();
    let unit = intake.draft.unit.clone();
    let context = actor.at_unit(&policy, at, Action::Dossier(Act::Receive), &unit)?;
    let (id, key) = (DossierId::from_parts(ms(at), app.random.number()), DossierKey(app.random.key()));
    let outbox = OutboxId::from_parts(ms(at), app.random.number());
    let (keys, account) = (app.keys.clone(), actor.account.to_string());
    let room = if origin.is_told() { room(app, &intake, at).await? } else { None };
    // Whatever is filed in a demo is made up, and everything drawn from it says so.
    let origin = Origin { synthetic: origin.synthetic || app.config.demo, ..origin };
    let intake = Arc::new(intake);
    let receipt = app
        .store
        .write(move |tx| {
            if let Some(answered) = answered(tx, &account, request.as_ref())? {
                return reread(tx, &keys, &answered);
            }
            let room = room.clone();
            let counter =
                Counter { policy: &policy, keys: &keys, context: &context, id, key: &key, outbox, room };
            let (receipt, _) = receive_in(tx, &counter, &intake, &origin)?;
            if let Some(prepared) = &origin.prepared {
                crate::assist::counter::received(tx, prepared, context.unit.as_str(), &receipt.code, at)?;
            }
            if let Some(visit) = origin.visit {
                queue::link::link(tx, visit, &intake.draft.unit, &receipt.code, &context)?;
            }
            if origin.is_told() {
                desk::drop_drafts(tx, &account, "intake")?;
            }
            remember(tx, &account, request.as_ref(), &receipt.code, at)?;
            Ok::<_, AppError>(receipt)
        })
        .await?;
    app.announce(&unit);
    Ok(receipt)
}

/// Receives a dossier inside a transaction; the caller has asked for the permission.
pub(crate) fn receive_in(
    tx: &mut Tx<'_>,
    counter: &Counter<'_>,
    intake: &Intake,
    origin: &Origin,
) -> Result<(Receipt, Dossier), AppError> {
    let (context, at) = (counter.context, counter.context.at);
    let presence = match origin.presence {
        Some(presence) => presence,
        None => {
            let (unit, procedure) = (&intake.draft.unit, &intake.draft.procedure);
            duty::presence_in(tx, counter.policy, unit, at, procedure)?
        }
    };
    let capacity = counter.room.as_ref().map(|room| room.capacity);
    let assessment = assess_with(counter.policy, &intake.draft, at, presence, capacity)?;
    let person = intake.applicant.person().identity.as_ref();
    let person = person.map(|number| counter.keys.person(number.as_str()));
    let checks = checks(intake, &assessment);
    let promise = settle(&assessment, &checks)?;
    if origin.told_due_at.is_some_and(|told| promise.quoted_at().is_some_and(|due| due > told)) {
        return Err(AppError::PromiseChanged);
    }
    refuse_duplicate(tx, intake, person, at)?;
    // The number is taken last, and given back if the rule says no after all.
    let agency = assessment.unit.identifier.identifier.as_str();
    let on = civil(at).date();
    let serial = counter::take(tx, Series::Dossier, &format!("{agency}-{on}"))?;
    let code = DossierCode::new(agency, on, serial);
    let reception = reception(intake, &assessment, &promise, code.clone(), origin);
    let event = decide(None, Command::Receive { reception: Box::new(reception), checks }, context)?;
    let recorded = Recorded {
        dossier: counter.id,
        sequence: 1,
        at,
        actor: context.actor,
        role: context.role,
        unit: context.unit.clone(),
        event,
    };
    let state = apply(None, &recorded).map_err(LogError::from)?;
    let token = counter.keys.receipt_token(counter.id);
    let facts = Facts {
        token_hash: secret::token_hash(&token),
        level: assessment.unit.level.as_str().to_owned(),
        sector: assessment.version.sector.as_str().to_owned(),
        applicant_mac: person,
        parent_code: None,
        result_digitised: false,
    };
    dossier::insert(tx, &state, &facts, counter.key, &recorded)?;
    keep_quote(tx, counter, &state)?;
    if origin.is_told() {
        let outbox = counter.outbox.to_string();
        ledger::queue(tx, &outbox, "dossier.received", code.as_str(), "{}", to_ms(at))?;
    }
    let pin = secret::printed_pin(&secret::pin(counter.key));
    Ok((Receipt { id: counter.id, code, token, pin, repeated: false }, state))
}

/// The room left today, where a promise for today is in question at all.
async fn room(app: &App, intake: &Intake, at: Timestamp) -> Result<Option<Arc<Quoted>>, AppError> {
    let (policy, draft) = (app.policy(), &intake.draft);
    let version = policy.version_in_force(&draft.procedure, &draft.unit, civil(at).date());
    match version {
        Some(version) => quote::room(app, &draft.unit, version, at).await,
        None => Ok(None),
    }
}

/// Keeps what was quoted: for a promise of today, and where the full day was the reason against one.
fn keep_quote(tx: &mut Tx<'_>, counter: &Counter<'_>, state: &Dossier) -> Result<(), AppError> {
    let promise = &state.reception.promise;
    let refused = promise.reasons.iter().any(|reason| reason.code == "capacity_exhausted");
    let Some(room) = counter.room.as_ref().filter(|_| promise.same_day || refused) else { return Ok(()) };
    let (unit, procedure) = (state.receiving_unit(), state.reception.procedure.code.as_str());
    let kept = quote::keep(tx, &state.id.to_string(), unit, procedure, state.received_at, room);
    kept.map_err(AppError::Store)
}

/// Keeps the answer, so that the same request gets it again.
fn remember(
    tx: &mut Tx<'_>,
    account: &str,
    request: Option<&RequestKey>,
    code: &DossierCode,
    at: Timestamp,
) -> Result<(), AppError> {
    if let Some(request) = request {
        let answer =
            KeptAnswer { digest: request.digest.to_vec(), status: 201, response: code.as_str().to_owned() };
        ledger::keep_answer(tx, account, &request.key, &answer, to_ms(at))?;
    }
    Ok(())
}

fn ms(at: Timestamp) -> u64 {
    u64::try_from(to_ms(at)).unwrap_or_default()
}

/// The answer given before to the same request.
fn answered(
    tx: &mut Tx<'_>,
    account: &str,
    request: Option<&RequestKey>,
) -> Result<Option<DossierCode>, AppError> {
    let Some(request) = request else { return Ok(None) };
    match ledger::find_answer(tx, account, &request.key)? {
        None => Ok(None),
        Some(answer) if answer.digest == request.digest => Ok(Some(DossierCode::recorded(answer.response))),
        Some(_) => Err(AppError::KeyReused),
    }
}

/// The receipt of a dossier received before.
fn reread(tx: &mut Tx<'_>, keys: &secret::Keys, code: &DossierCode) -> Result<Receipt, AppError> {
    let missing = || AppError::NotFound { what: "dossier" };
    let id = dossier::find_id(tx, code)?.ok_or_else(missing)?;
    let key = storage::event_log::find_key(tx, id)?.ok_or_else(missing)?;
    let pin = secret::printed_pin(&secret::pin(&key));
    Ok(Receipt { id, code: code.clone(), token: keys.receipt_token(id), pin, repeated: true })
}

fn checks(intake: &Intake, assessment: &Assessment) -> ReceptionChecks {
    let first_choice = |part: &domain::promise::MissingPart| part.one_of.first().cloned();
    ReceptionChecks {
        missing: assessment.missing.iter().filter_map(first_choice).collect(),
        counter_open: assessment.counter_open,
        version_in_force: assessment.version.version == intake.version,
        verification_asked: assessment.verification_asked,
        proxy_sufficient: intake.proxy.as_ref().is_none_or(domain::person::Proxy::is_sufficient),
    }
}

/// The promise to record; without one the rule that stands against it is named first.
fn settle(assessment: &Assessment, checks: &ReceptionChecks) -> Result<Promise, AppError> {
    if !checks.version_in_force {
        return Err(Refusal::VersionNotInForce.into());
    }
    match &assessment.promise {
        Ok(promise) => Ok(promise.clone()),
        Err(PromiseError::VerificationUnanswered) => Err(Refusal::VerificationUnanswered.into()),
        Err(error) => Err((*error).into()),
    }
}

fn refuse_duplicate(
    tx: &mut Tx<'_>,
    intake: &Intake,
    person: Option<[u8; 32]>,
    at: Timestamp,
) -> Result<(), AppError> {
    let Some(person) = person.filter(|_| !intake.duplicate_confirmed) else { return Ok(()) };
    let on = day_number(civil(at).date());
    let codes = dossier::list_same_person(tx, &person, intake.draft.procedure.as_str(), on)?;
    if codes.is_empty() { Ok(()) } else { Err(AppError::Duplicate { codes }) }
}

/// The promise as it is kept in the log.
pub(crate) fn recorded_promise(promise: &Promise, programme: Option<String>) -> RecordedPromise {
    let reason = |reason: &domain::promise::Reason| RecordedReason {
        code: reason.code().to_owned(),
        kept: reason.kept,
    };
    RecordedPromise {
        same_day: promise.same_day,
        programme: programme.filter(|_| promise.commitment.is_some()),
        reasons: promise.reasons.iter().map(reason).collect(),
    }
}

fn reception(
    intake: &Intake,
    assessment: &Assessment,
    promise: &Promise,
    code: DossierCode,
    origin: &Origin,
) -> Reception {
    let version = &assessment.version;
    let verification = match version.verification.policy {
        VerificationPolicy::No => VerificationAnswer::NotAsked,
        VerificationPolicy::May => intake.draft.verification.clone(),
        VerificationPolicy::Yes => VerificationAnswer::Needed {
            reason: version.verification.what.as_ref().map(|what| what.vi.clone()).unwrap_or_default(),
        },
    };
    // Without a due time the dossier is incomplete, and the decision below says so with everything missing.
    let statutory_due_at = promise.statutory_due_at().unwrap_or(Timestamp::MAX);
    Reception {
        code,
        procedure: ProcedureRef {
            code: version.code.clone(),
            version: version.version,
            case: intake.draft.case.clone(),
        },
        applicant: intake.applicant.clone(),
        proxy: intake.proxy.clone(),
        needs: intake.needs.clone(),
        channel: intake.draft.channel,
        receiving_unit: intake.draft.unit.clone(),
        deciding_unit: intake.draft.unit.clone(),
        components: intake.draft.handed.iter().map(|paper| handed(paper, assessment)).collect(),
        components_required: assessment.components_required,
        answers: intake.answers.clone(),
        copies: intake.draft.copies,
        asked: Some(Asked {
            yes: intake.draft.yes.clone(),
            pages: intake.draft.pages,
            exemption: intake.draft.exemption,
        }),
        verification,
        fee: assessment.fee.clone(),
        statutory_due_at,
        commitment_due_at: promise.commitment_due_at(),
        promise: recorded_promise(promise, assessment.programme.clone()),
        result_required: true,
        offered_online: version.accepts(domain::channel::Channel::Online),
        synthetic: origin.synthetic,
        imported_from: origin.import_key.clone(),
        note: intake.note.clone(),
    }
}

fn handed(paper: &HandedIn, assessment: &Assessment) -> HandedComponent {
    let spec = assessment.parts.iter().find(|part| part.spec.id == paper.component);
    HandedComponent {
        component: paper.component.clone(),
        submitted: spec.is_some_and(|part| part.spec.kind == ComponentKind::Submit),
        originals: paper.originals,
        copies: paper.copies,
        digitised: paper.digitised,
        files: paper.files.clone(),
    }
}
