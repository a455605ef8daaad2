//! Every act on an existing dossier: load, ask, decide, commit, answer.

use crate::error::AppError;
use crate::intake::rule_of;
use crate::once::Terms;
use crate::policy::Policy;
use crate::watch::learn;
use crate::{Actor, App, secret};
use domain::day::{Deadline, due, hours, resume_with_remainder};
use domain::dossier::{
    Act, Command, Context, Dossier, DossierCode, Event, Recorded, RecordedPromise, Refusal, apply, decide,
};
use domain::id::{DossierId, OutboxId};
use domain::permit::Action;
use domain::time::{civil, to_ms};
use jiff::Timestamp;
use storage::event_log::{DossierKey, LogError};
use storage::{StoreError, Tx, account, dossier, event_log, ledger};

/// A dossier as it was loaded inside a transaction.
pub(crate) struct Loaded {
    /// Its state.
    pub state: Dossier,
    /// Its key.
    pub key: DossierKey,
}

pub(crate) fn load(tx: &mut Tx<'_>, id: DossierId) -> Result<Loaded, AppError> {
    let missing = || AppError::NotFound { what: "dossier" };
    let state = event_log::find(tx, id)?.ok_or_else(missing)?;
    let key = event_log::find_key(tx, id)?.ok_or_else(missing)?;
    Ok(Loaded { state, key })
}

pub(crate) fn load_by_code(tx: &mut Tx<'_>, code: &DossierCode) -> Result<Loaded, AppError> {
    let id = dossier::find_id(tx, code)?.ok_or(AppError::NotFound { what: "dossier" })?;
    load(tx, id)
}

/// Holds the version that the page showed against the one that is there; names who was faster.
pub(crate) fn fresh(tx: &mut Tx<'_>, state: &Dossier, seen: Option<u32>) -> Result<(), AppError> {
    if seen.is_none_or(|version| version == state.version) {
        return Ok(());
    }
    let log = event_log::list_of(tx, state.id)?;
    let by = match log.last() {
        Some(last) => account::find(tx, last.actor)?.map(|account| account.name).unwrap_or_default(),
        None => String::new(),
    };
    Err(AppError::Stale { by, at: state.changed_at })
}

/// Decides a command and writes everything that follows from it. Without a message the outside world hears nothing, as
/// of history and imports; without a policy nothing is learned of how long the work took, as of imports.
pub(crate) fn commit(
    tx: &mut Tx<'_>,
    loaded: Loaded,
    command: Command,
    context: &Context,
    outbox: Option<OutboxId>,
    policy: Option<&Policy>,
) -> Result<Dossier, AppError> {
    let came_at = loaded.state.changed_at;
    let event = decide(Some(&loaded.state), command, context)?;
    let topic = format!("dossier.{}", event.kind());
    let recorded = Recorded {
        dossier: loaded.state.id,
        sequence: loaded.state.version.saturating_add(1),
        at: context.at,
        actor: context.actor,
        role: context.role,
        unit: context.unit.clone(),
        event,
    };
    let after = apply(Some(loaded.state), &recorded).map_err(LogError::from)?;
    dossier::update(tx, &after, &loaded.key, &recorded).map_err(|error| {
        let faster =
            matches!(error, StoreError::Conflict { .. }) || error.is_unique("event(dossier_id, sequence)");
        if faster { AppError::Stale { by: String::new(), at: context.at } } else { AppError::Store(error) }
    })?;
    if let Some(policy) = policy {
        learn::from_event(tx, policy, &after, came_at, &recorded)?;
    }
    if let (Event::ResultRevoked { .. }, Some(result)) = (&recorded.event, &after.result) {
        // The verification page reads the ledger: it must say so in the same moment.
        let number = result.number.to_string();
        ledger::revoke_result(tx, &after.id.to_string(), &number, to_ms(context.at))?;
    }
    if let Some(outbox) = outbox {
        ledger::queue(tx, &outbox.to_string(), &topic, after.code().as_str(), "{}", to_ms(context.at))?;
    }
    Ok(after)
}

/// What an act needs beyond the page's input, worked out from the loaded state.
pub struct Situation<'a> {
    /// The dossier as it stands.
    pub dossier: &'a Dossier,
    /// The policy in force.
    pub policy: &'a Policy,
    /// Now.
    pub at: Timestamp,
}

impl Situation<'_> {
    /// A full term from now: after a supplement, or with verification.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when the dossier's version or calendar left the policy.
    pub fn full_term(&self, checked: bool) -> Result<Timestamp, AppError> {
        let reception = &self.dossier.reception;
        let version = self
            .policy
            .version(&reception.procedure.code, reception.procedure.version)
            .ok_or(AppError::NotFound { what: "procedure version" })?;
        let unit = self.policy.unit(&reception.deciding_unit, civil(self.at).date());
        let unit = unit.ok_or(AppError::NotFound { what: "unit" })?;
        let calendar = self.policy.calendar(&unit.calendar).ok_or(AppError::NotFound { what: "calendar" })?;
        let term = version.term(reception.channel, reception.procedure.case.as_ref(), checked);
        Ok(due(term, self.at, calendar, &rule_of(version)).due_at)
    }

    /// The due time after a pause that ends now: the remainder of the term goes on.
    ///
    /// # Errors
    /// As [`Situation::full_term`].
    pub fn with_remainder(&self) -> Result<Timestamp, AppError> {
        let reception = &self.dossier.reception;
        let paused_at =
            self.dossier.pauses.iter().rev().find(|pause| pause.to.is_none()).map(|pause| pause.from);
        let Some(paused_at) = paused_at else { return Ok(self.dossier.statutory_due_at) };
        let version = self
            .policy
            .version(&reception.procedure.code, reception.procedure.version)
            .ok_or(AppError::NotFound { what: "procedure version" })?;
        let unit = self.policy.unit(&reception.deciding_unit, civil(self.at).date());
        let calendar = unit.and_then(|unit| self.policy.calendar(&unit.calendar));
        let calendar = calendar.ok_or(AppError::NotFound { what: "calendar" })?;
        let checked = matches!(reception.verification, domain::dossier::VerificationAnswer::Needed { .. });
        let term = version.term(reception.channel, reception.procedure.case.as_ref(), checked);
        let mut deadline: Deadline = due(term, self.dossier.received_at, calendar, &rule_of(version));
        // Supplements and extensions may have moved the due time since reception.
        deadline.due_at = self.dossier.statutory_due_at;
        deadline.due_on = civil(deadline.due_at).date();
        Ok(resume_with_remainder(&deadline, paused_at, self.at, calendar).due_at)
    }

    /// Whether less than a working day is left, so that an extension comes too late to count as on time.
    pub fn notice_is_late(&self) -> bool {
        let unit = self.policy.unit(self.dossier.deciding_unit(), civil(self.at).date());
        let calendar = unit.and_then(|unit| self.policy.calendar(&unit.calendar));
        let day = 8 * 3_600;
        calendar.is_none_or(|calendar| {
            hours::working_seconds(self.at, self.dossier.statutory_due_at, calendar) < day
        })
    }

    /// The recorded promise without same-day: what remains when verification turns out to be needed.
    pub fn promise_withdrawn(&self) -> RecordedPromise {
        let mut promise = self.dossier.reception.promise.clone();
        promise.same_day = false;
        promise.programme = None;
        promise.reasons.retain(|reason| reason.code != "verification_not_needed");
        let code = "verification_needed".to_owned();
        promise.reasons.push(domain::dossier::RecordedReason { code, kept: false });
        promise
    }
}

/// Carries out one act. `build` makes the command from the loaded state; it runs inside the transaction and may run
/// again after a lost race, so it only computes.
///
/// # Errors
/// [`AppError::Stale`] when the page showed an older version, [`AppError::Refused`] when a rule says no,
/// [`AppError::NotFound`] also where the actor may not even know of the dossier.
pub async fn act(
    app: &App,
    actor: &Actor,
    code: &DossierCode,
    terms: impl Into<Terms>,
    which: Act,
    build: impl Fn(&Situation<'_>) -> Result<Command, AppError> + Send + 'static,
) -> Result<Dossier, AppError> {
    let at = app.clock.now();
    act_at(app, actor, code, terms, which, at, build).await
}

/// As [`act`], at a time given by history or an import.
///
/// # Errors
/// As [`act`].
pub async fn act_at(
    app: &App,
    actor: &Actor,
    code: &DossierCode,
    terms: impl Into<Terms>,
    which: Act,
    at: Timestamp,
    build: impl Fn(&Situation<'_>) -> Result<Command, AppError> + Send + 'static,
) -> Result<Dossier, AppError> {
    let policy = app.policy();
    let outbox = OutboxId::from_parts(u64::try_from(to_ms(at)).unwrap_or_default(), app.random.number());
    let (code, actor, terms) = (code.clone(), actor.clone(), terms.into());
    let after = app
        .store
        .write(move |tx| {
            let loaded = load_by_code(tx, &code)?;
            let desk = Desk { policy: &policy, actor: &actor, at, outbox: Some(outbox) };
            may(&actor, &policy, at, which, &loaded.state)?;
            fresh(tx, &loaded.state, terms.seen)?;
            let after = act_in(tx, &desk, loaded, which, &build)?;
            terms.keep(tx, &actor.account.to_string(), &after, at)?;
            Ok::<_, AppError>(after)
        })
        .await?;
    app.announce(after.receiving_unit());
    if after.deciding_unit() != after.receiving_unit() {
        app.announce(after.deciding_unit());
    }
    Ok(after)
}

/// Who acts, when and under which policy: the same in a transaction of its own and in one of many acts.
pub(crate) struct Desk<'a> {
    /// The policy in force.
    pub policy: &'a Policy,
    /// Who acts.
    pub actor: &'a Actor,
    /// When.
    pub at: Timestamp,
    /// The message to the outside; none for history and imports.
    pub outbox: Option<OutboxId>,
}

/// Carries out one act inside a transaction.
pub(crate) fn act_in(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    loaded: Loaded,
    which: Act,
    build: impl Fn(&Situation<'_>) -> Result<Command, AppError>,
) -> Result<Dossier, AppError> {
    let context = may(desk.actor, desk.policy, desk.at, which, &loaded.state)?;
    let command = build(&Situation { dossier: &loaded.state, policy: desk.policy, at: desk.at })?;
    if command.act() != which {
        return Err(Refusal::WrongStage { act: which, stage: Some(loaded.state.stage) }.into());
    }
    commit(tx, loaded, command, &context, desk.outbox, Some(desk.policy))
}

/// Asks for an act; whoever may not even read the dossier learns nothing of it.
pub(crate) fn may(
    actor: &Actor,
    policy: &Policy,
    at: Timestamp,
    act: Act,
    state: &Dossier,
) -> Result<Context, AppError> {
    actor.on_dossier(policy, at, Action::Dossier(act), state).map_err(|denied| {
        match actor.on_dossier(policy, at, Action::ReadDossier, state) {
            Ok(_) => denied,
            Err(_) => AppError::NotFound { what: "dossier" },
        }
    })
}

/// The PIN of a dossier for its receipt; only for who may read the dossier.
pub(crate) fn pin_of(key: &DossierKey) -> String {
    secret::printed_pin(&secret::pin(key))
}
