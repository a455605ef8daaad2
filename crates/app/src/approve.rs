//! Approval: the leader decides, the result takes its number, and the event names the hash of what was decided.
//!
//! A batch is one commit for each dossier, so that one refusal spoils one dossier and no other.

use crate::actor::StandIn;
use crate::error::AppError;
use crate::handle::{Desk, Loaded, fresh, load_by_code, may};
use crate::once::{Answer, Terms};
use crate::{Actor, App, handle, presence, secret};
use domain::dossier::{Act, Command, Dossier, DossierCode, IssuedResult, Outcome, ResultNumber, Standing};
use domain::id::OutboxId;
use domain::procedure::ProcedureVersion;
use domain::time::{civil, rfc3339, to_ms};
use jiff::Timestamp;
use std::collections::BTreeMap;
use storage::Tx;
use storage::counter::{self, Series};
use storage::ledger::{self, ResultRow};

/// Where the data of a result name the delegation by which a deputy decided.
pub const DELEGATION: &str = "delegation";

/// Where they name the leader whose power it was.
pub const DELEGATED_BY: &str = "delegated_by";

/// What the leader decides on one dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Which dossier.
    pub code: DossierCode,
    /// The version that was read.
    pub seen: Option<u32>,
    /// Granted or refused.
    pub outcome: Outcome,
    /// The reason of a refusal.
    pub reason: String,
}

/// Decides one dossier.
///
/// # Errors
/// [`AppError::Refused`] with `ApproverIsAppraiser` for whoever received or appraised it.
pub async fn approve(app: &App, actor: &Actor, decision: Decision) -> Result<Dossier, AppError> {
    approve_once(app, actor, decision, None).await
}

/// As [`approve`], with an answer that is kept in the same transaction.
///
/// # Errors
/// As [`approve`]; [`AppError::KeyReused`] when the key of the answer is taken.
pub async fn approve_once(
    app: &App,
    actor: &Actor,
    decision: Decision,
    answer: Option<Answer>,
) -> Result<Dossier, AppError> {
    let at = app.clock.now();
    approve_with(app, actor, decision, answer, at).await
}

/// As [`approve`], at a time given by history or an import.
///
/// # Errors
/// As [`approve`].
pub async fn approve_at(
    app: &App,
    actor: &Actor,
    decision: Decision,
    at: Timestamp,
) -> Result<Dossier, AppError> {
    approve_with(app, actor, decision, None, at).await
}

async fn approve_with(
    app: &App,
    actor: &Actor,
    decision: Decision,
    answer: Option<Answer>,
    at: Timestamp,
) -> Result<Dossier, AppError> {
    let terms = Terms { seen: decision.seen, answer };
    let policy = app.policy();
    let outbox = OutboxId::from_parts(u64::try_from(to_ms(at)).unwrap_or_default(), app.random.number());
    let (actor, keys) = (actor.clone(), app.keys.clone());
    let after = app
        .store
        .write(move |tx| {
            let loaded = load_by_code(tx, &decision.code)?;
            // A delegation may have been ended, or the deputy have left, since the page was made.
            let stand_ins = presence::stand_ins(tx, &policy, actor.account, at)?;
            let actor = Actor { stand_ins, ..actor.clone() };
            may(&actor, &policy, at, Act::Approve, &loaded.state)?;
            fresh(tx, &loaded.state, terms.seen)?;
            let desk = Desk { policy: &policy, actor: &actor, at, outbox: Some(outbox) };
            let after = approve_in(tx, &desk, &keys, loaded, &decision)?;
            terms.keep(tx, &actor.account.to_string(), &after, at)?;
            Ok::<_, AppError>(after)
        })
        .await?;
    app.announce(after.receiving_unit());
    Ok(after)
}

/// Decides one dossier inside a transaction: the number, the event and the result's row together.
pub(crate) fn approve_in(
    tx: &mut Tx<'_>,
    desk: &Desk<'_>,
    keys: &secret::Keys,
    loaded: Loaded,
    decision: &Decision,
) -> Result<Dossier, AppError> {
    let (actor, at) = (desk.actor, desk.at);
    let context = may(actor, desk.policy, at, Act::Approve, &loaded.state)?;
    let reception = &loaded.state.reception;
    let version = desk
        .policy
        .version(&reception.procedure.code, reception.procedure.version)
        .ok_or(AppError::NotFound { what: "procedure version" })?
        .clone();
    let unit = reception.deciding_unit.clone();
    let register = version.result.register.as_str();
    let year = civil(at).year();
    // Taken in this transaction: a refusal below gives the number back.
    let serial = counter::take(tx, Series::Result, &format!("{unit}/{register}/{year}"))?;
    let number = ResultNumber { register: register.to_owned(), year, serial };
    let stand_in = actor.standing_in(desk.policy, at, Act::Approve, &loaded.state);
    let result = content(&loaded.state, &version, number, (actor, stand_in), decision, at);
    let row = ResultRow {
        dossier_id: loaded.state.id.to_string(),
        number: result.number.to_string(),
        unit: unit.as_str().to_owned(),
        procedure_code: version.code.as_str().to_owned(),
        approved_at: to_ms(at),
        signer: result.signer.clone(),
        content_sha256: result.content_sha256.clone(),
        paper_sha256: None,
        revoked_at: None,
    };
    let token = keys.result_token(loaded.state.id, &row.number);
    let command = Command::Approve {
        outcome: decision.outcome,
        reason: decision.reason.clone(),
        result: Box::new(result),
    };
    let after = handle::commit(tx, loaded, command, &context, desk.outbox, Some(desk.policy))?;
    ledger::insert_result(tx, &secret::token_hash(&token), &row)?;
    Ok(after)
}

/// Decides many, each on its own; the answers stand in the order of the decisions.
pub async fn approve_many(
    app: &App,
    actor: &Actor,
    decisions: Vec<Decision>,
) -> Vec<(DossierCode, Result<Dossier, AppError>)> {
    let mut answers = Vec::with_capacity(decisions.len());
    for decision in decisions {
        let code = decision.code.clone();
        answers.push((code, approve(app, actor, decision).await));
    }
    answers
}

/// The result as decided: unit, outcome, reason, data, template and number, and the hash over exactly these.
fn content(
    dossier: &Dossier,
    version: &ProcedureVersion,
    number: ResultNumber,
    (signer, stand_in): (&Actor, Option<&StandIn>),
    decision: &Decision,
    at: Timestamp,
) -> IssuedResult {
    let reception = &dossier.reception;
    let person = reception.applicant.person();
    let mut data: BTreeMap<String, String> = reception.answers.clone();
    let mut put = |name: &str, value: String| data.insert(name.to_owned(), value);
    put("applicant_name", reception.applicant.display_name().to_owned());
    put("applicant_address", person.address.clone());
    if let Some(number) = &person.identity {
        put("applicant_id_number", number.to_string());
    }
    if let Some(born) = person.born {
        put("applicant_birth_date", born.date().strftime("%d/%m/%Y").to_string());
    }
    put("copies", reception.copies.to_string());
    put("dossier_code", reception.code.as_str().to_owned());
    put("received_on", civil(dossier.received_at).date().strftime("%d/%m/%Y").to_string());
    put("issued_on", civil(at).date().strftime("%d/%m/%Y").to_string());
    put("number", number.to_string());
    put("procedure_name", version.name.vi.clone());
    put("signer_name", signer.name.clone());
    put("signer_title", signer.title.clone());
    if let Some(found) = stand_in {
        // Part of the event and of the hash: by whose power it was signed.
        put(DELEGATION, found.delegation.clone());
        put(DELEGATED_BY, found.leader_name.clone());
    }
    let bases: Vec<&str> = version.legal_bases.iter().map(|source| source.citation.as_str()).collect();
    put("legal_basis", bases.join("; "));
    let template = format!("{}/{}", version.result.kind.name(), version.version);
    let printed = number.to_string();
    let parts = [
        reception.deciding_unit.as_str(),
        decision.outcome.name(),
        &decision.reason,
        &template,
        &printed,
        &rfc3339(at),
        &signer.name,
    ];
    let lines: Vec<String> = parts
        .iter()
        .map(|part| format!("{}:{part}", part.len()))
        .chain(data.iter().map(|(name, value)| format!("{}:{name}={}:{value}", name.len(), value.len())))
        .collect();
    let content_sha256 = secret::sha256_hex(lines.join("\n").as_bytes());
    let signer = signer.name.clone();
    IssuedResult { number, content_sha256, template, data, signer, standing: Standing::Valid }
}
