//! Writing earlier dossiers: each step an event of its own time, made by the rules, in one transaction for all.
//!
//! A register does not say who received, appraised and approved. Accounts of the unit's old register stand for them:
//! disabled, one for the counter and one for the leader, so that the separation of duties shows in the log too. Who
//! imported stands in the log of administration.

use super::row::{Earlier, End};
use super::value::Ended;
use crate::error::AppError;
use crate::handle::{Loaded, commit};
use crate::port::Random;
use crate::secret::{self, Keys};
use domain::dossier::{
    Collector, CollectorIdentity, Command, Context, Delivery, Dossier, FeeAssessment, IssuedResult, Outcome,
    ProcedureRef, Reception, ReceptionChecks, Recorded, RecordedPromise, ResultNumber, Standing,
    VerificationAnswer, apply, decide,
};
use domain::id::{AccountId, DossierId};
use domain::person::AccessNeeds;
use domain::place::{Unit, UnitCode};
use domain::role::Role;
use domain::time::{civil, rfc3339, to_ms};
use jiff::Timestamp;
use std::collections::BTreeMap;
use storage::account::{self, Account};
use storage::counter::{self, Series};
use storage::dossier::{DossierRow, Facts};
use storage::event_log::{DossierKey, LogError};
use storage::{Tx, dossier};

/// The register in which decisions of old registers are numbered: their own numbers stay on their papers.
const REGISTER: &str = "SO-CU";

/// The template of results whose paper the old office issued: nothing is drawn of them here.
const TEMPLATE: &str = "imported/1";

/// Whether a dossier's result is a paper of the old office.
pub(crate) fn is_old_paper(dossier: &Dossier) -> bool {
    dossier.result.as_ref().is_some_and(|result| result.template == TEMPLATE)
}

/// The account that stands for a unit's old counter or leader; the same at every import.
pub(super) fn stand_in(unit: &UnitCode, leader: bool) -> AccountId {
    let digits = unit.as_str().bytes().fold(0_u128, |number, digit| number << 8 | u128::from(digit));
    // Outside of the range of real ones: made in the first millisecond there was.
    AccountId::from_parts(1, digits << 8 | u128::from(leader))
}

/// Makes the accounts of a unit's old register if they are missing.
pub(super) fn enrol(tx: &mut Tx<'_>, unit: &Unit, at: Timestamp) -> Result<(), AppError> {
    for (leader, place, title) in
        [(false, "mot-cua", "Bộ phận Một cửa (theo sổ cũ)"), (true, "lanh-dao", "Lãnh đạo (theo sổ cũ)")]
    {
        let id = stand_in(&unit.code, leader);
        if account::find(tx, id)?.is_some() {
            continue;
        }
        let row = Account {
            id,
            username: format!("so-cu.{}.{place}", unit.code),
            name: format!("{title}, {}", unit.short_name),
            title: title.to_owned(),
            phone: String::new(),
            password_hash: "!".to_owned(),
            must_change_password: true,
            loopback_only: true,
            disabled_at: Some(to_ms(at)),
            created_at: to_ms(at),
            version: 1,
        };
        account::insert(tx, &row)?;
    }
    Ok(())
}

/// Whether a recorded dossier is this very row, taken over before. It may have gone on since.
pub(super) fn is_same(row: &DossierRow, earlier: &Earlier) -> bool {
    row.received_by == stand_in(&earlier.unit.code, false).to_string()
        && row.receiving_unit == earlier.unit.code.as_str()
        && row.procedure_code == earlier.version.code.as_str()
        && row.received_at == to_ms(earlier.received_at)
        && row.applicant_name == earlier.applicant.display_name()
        && earlier.end.as_ref().is_none_or(|end| row.finished_at == Some(to_ms(end.at)))
}

/// Identifier and key of a new dossier.
#[derive(Clone)]
pub(super) struct Fresh {
    id: DossierId,
    key: DossierKey,
}

impl Fresh {
    /// Draws them; once, however often the transaction is tried.
    pub(super) fn draw(earlier: &Earlier, random: &dyn Random) -> Self {
        let ms = u64::try_from(to_ms(earlier.received_at)).unwrap_or_default();
        Self { id: DossierId::from_parts(ms, random.number()), key: DossierKey(random.key()) }
    }
}

/// Records one dossier with its whole life.
///
/// # Errors
/// What the rules or the database say; the transaction must then end.
pub(super) fn record(
    tx: &mut Tx<'_>,
    keys: &Keys,
    digest: &str,
    earlier: &Earlier,
    fresh: &Fresh,
) -> Result<(), AppError> {
    let state = receive(tx, keys, digest, earlier, fresh)?;
    let Some(end) = &earlier.end else { return Ok(()) };
    let unit = &earlier.unit.code;
    let step = |tx: &mut Tx<'_>, state: Dossier, role, at, command| {
        let leader = role == Role::Leader;
        let context = Context { actor: stand_in(unit, leader), role, unit: unit.clone(), at };
        commit(tx, Loaded { state, key: fresh.key.clone() }, command, &context, None, None)
    };
    let reason = if earlier.note.is_empty() { "Theo sổ cũ".to_owned() } else { earlier.note.clone() };
    let outcome = match end.how {
        Ended::Withdrawn => {
            return step(tx, state, Role::Receiver, end.at, Command::Withdraw { reason }).map(|_| ());
        }
        Ended::Stopped => return step(tx, state, Role::Leader, end.at, Command::Stop { reason }).map(|_| ()),
        Ended::Granted => Outcome::Granted,
        Ended::Refused => Outcome::Refused,
    };
    let appraise = Command::Appraise { proposal: outcome, note: reason.clone(), answers: BTreeMap::new() };
    let state = step(tx, state, Role::Appraiser, end.at, appraise)?;
    let result = Box::new(result(tx, earlier, end)?);
    let state = step(tx, state, Role::Leader, end.at, Command::Approve { outcome, reason, result })?;
    if let Some((at, name)) = &end.returned {
        let collector = Collector { name: name.clone(), identity: CollectorIdentity::Applicant };
        let hand_back =
            Command::HandBack { collector, delivery: Delivery::Handed, paper_sha256: String::new() };
        step(tx, state, Role::ReturnOfficer, *at, hand_back)?;
    }
    Ok(())
}

fn receive(
    tx: &mut Tx<'_>,
    keys: &Keys,
    digest: &str,
    earlier: &Earlier,
    fresh: &Fresh,
) -> Result<Dossier, AppError> {
    let checks = ReceptionChecks {
        // What was checked then was checked by the people of then.
        missing: Vec::new(),
        counter_open: true,
        version_in_force: true,
        verification_asked: false,
        proxy_sufficient: true,
    };
    let command = Command::Receive { reception: Box::new(reception(digest, earlier)), checks };
    let unit = &earlier.unit.code;
    let context = Context {
        actor: stand_in(unit, false),
        role: Role::Receiver,
        unit: unit.clone(),
        at: earlier.received_at,
    };
    let recorded = Recorded {
        dossier: fresh.id,
        sequence: 1,
        at: context.at,
        actor: context.actor,
        role: context.role,
        unit: context.unit.clone(),
        event: decide(None, command, &context)?,
    };
    let state = apply(None, &recorded).map_err(LogError::from)?;
    let facts = Facts {
        token_hash: secret::token_hash(&keys.receipt_token(fresh.id)),
        level: earlier.unit.level.as_str().to_owned(),
        sector: earlier.version.sector.as_str().to_owned(),
        applicant_mac: earlier
            .applicant
            .person()
            .identity
            .as_ref()
            .map(|number| keys.person(number.as_str())),
        parent_code: None,
        result_digitised: false,
    };
    dossier::insert(tx, &state, &facts, &fresh.key, &recorded)?;
    Ok(state)
}

/// What the register tells. It tells nothing of papers, fees and promises, and so nothing of them is claimed.
fn reception(digest: &str, earlier: &Earlier) -> Reception {
    let version = &earlier.version;
    Reception {
        code: earlier.code.clone(),
        procedure: ProcedureRef { code: version.code.clone(), version: version.version, case: None },
        applicant: earlier.applicant.clone(),
        proxy: None,
        needs: AccessNeeds::default(),
        channel: earlier.channel,
        receiving_unit: earlier.unit.code.clone(),
        deciding_unit: earlier.unit.code.clone(),
        components: Vec::new(),
        components_required: 0,
        answers: BTreeMap::new(),
        copies: 1,
        asked: None,
        verification: VerificationAnswer::NotAsked,
        fee: FeeAssessment::default(),
        statutory_due_at: earlier.due_at,
        commitment_due_at: None,
        promise: RecordedPromise { same_day: false, programme: None, reasons: Vec::new() },
        result_required: true,
        offered_online: version.accepts(domain::channel::Channel::Online),
        synthetic: false,
        imported_from: Some(format!("{digest}:{}", earlier.code)),
        note: earlier.note.clone(),
    }
}

fn result(tx: &mut Tx<'_>, earlier: &Earlier, end: &End) -> Result<IssuedResult, AppError> {
    let year = civil(end.at).year();
    let unit = &earlier.unit.code;
    let serial = counter::take(tx, Series::Result, &format!("{unit}/{REGISTER}/{year}"))?;
    let number = ResultNumber { register: REGISTER.to_owned(), year, serial };
    let said = [number.to_string(), earlier.code.to_string(), rfc3339(end.at)].join("\n");
    Ok(IssuedResult {
        number,
        content_sha256: secret::sha256_hex(said.as_bytes()),
        template: TEMPLATE.to_owned(),
        data: BTreeMap::new(),
        signer: String::new(),
        standing: Standing::Valid,
    })
}
