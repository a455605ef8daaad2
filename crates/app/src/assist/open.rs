//! Opening a session: with a code of the citizen, or one an officer gave, and with their consent.

use super::{AssistError, CODE_CHARS, Pressed, Session, claim_mac, claim_of, may_help, press};
use crate::error::AppError;
use crate::{Actor, App, secret};
use domain::assist::{Consent, Opening};
use domain::booking::BookingState;
use domain::dossier::{Act, DossierCode};
use domain::id::AssistId;
use domain::permit::Action;
use domain::person::FullName;
use domain::role::Role;
use domain::roster::Post;
use domain::time::{civil, to_ms};
use jiff::SignedDuration;
use storage::assist::{InviteRow, SessionRow};
use storage::dossier::day_number;
use storage::roster::day as roster;
use storage::{StoreError, Tx, assist, booking, dossier, event_log, session};

/// A code from an officer holds so long.
const INVITE_HOLDS: SignedDuration = SignedDuration::from_mins(15);

/// Wrong codes that a volunteer may enter before waiting.
const MISSES_MAX: u32 = 10;

/// How long the waiting is, in milliseconds.
const MISSES_WAIT_MS: i64 = 3_600_000;

/// What the volunteer enters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// Code of an appointment, of a receipt, or from an officer.
    pub code: String,
    /// PIN of the receipt.
    pub pin: String,
    /// How the person agreed.
    pub consent: Consent,
    /// Who heard it: the volunteer, or the witness.
    pub heard_by: FullName,
}

/// Opens a session.
///
/// # Errors
/// [`AssistError::OffShift`] for a volunteer the published roster does not name today;
/// [`AssistError::Unknown`] for a wrong code or PIN, [`AssistError::TooMany`] after ten of them,
/// [`AssistError::Busy`] while another session is open.
pub async fn open(app: &App, actor: &Actor, start: Start) -> Result<Session, AssistError> {
    let now = may_help(app, actor)?;
    let at = u64::try_from(to_ms(now)).unwrap_or_default();
    let id = AssistId::from_parts(at, app.random.number()).to_string();
    let code = secret::short_code(app.random.as_ref(), CODE_CHARS);
    let is_officer = actor.holds_here(Role::Receiver, now);
    let (actor, keys) = (actor.clone(), app.keys.clone());
    let answer = app
        .store
        .write(move |tx| {
            let volunteer = actor.account.to_string();
            let key = format!("assist {volunteer}");
            let (misses, last) = session::failures(tx, &key)?;
            if misses >= MISSES_MAX && to_ms(now).saturating_sub(last) < MISSES_WAIT_MS {
                return Ok(Err(AssistError::TooMany));
            }
            if let Pressed::Open(_) = press(tx, &volunteer, now)? {
                return Ok(Err(AssistError::Busy));
            }
            let today = day_number(civil(now).date());
            if !is_officer && !on_shift(tx, actor.unit.as_str(), &volunteer, today)? {
                return Ok(Err(AssistError::OffShift));
            }
            let Some((opening, reference, name)) = who(tx, &actor, &start, &id, to_ms(now), today)? else {
                // Counted, so this transaction must stand.
                session::fail(tx, &key, to_ms(now))?;
                return Ok(Err(AssistError::Unknown));
            };
            session::forgive(tx, &key)?;
            let row = SessionRow {
                id: id.clone(),
                unit: actor.unit.to_string(),
                volunteer,
                volunteer_name: actor.name.clone(),
                opening: opening.name().to_owned(),
                reference,
                name,
                consent: start.consent.name().to_owned(),
                heard_by: start.heard_by.as_str().to_owned(),
                opened_at: to_ms(now),
                last_seen_at: to_ms(now),
                ended_at: None,
                end_reason: String::new(),
                code: code.clone(),
                procedure_code: None,
                content: String::new(),
                submitted_at: None,
                dossier_code: None,
                received_at: None,
                not_online: domain::assist::NotOnline::NotAsked.name().to_owned(),
            };
            assist::open(tx, &row, &claim_mac(&keys, &claim_of(&keys, &id)))?;
            Ok(Ok(Session::read(&row, &keys)?))
        })
        .await;
    match answer {
        Err(AssistError::App(AppError::Store(error))) if error.is_unique("assist_session(open_for)") => {
            Err(AssistError::Busy)
        }
        other => other?,
    }
}

/// Whether a volunteer is on shift: by the published roster; where there is none, whoever has the role may help.
fn on_shift(tx: &mut Tx<'_>, unit: &str, volunteer: &str, today: i64) -> Result<bool, StoreError> {
    if roster::find_head(tx, unit, today)?.is_none_or(|head| head.published_at.is_none()) {
        return Ok(true);
    }
    let shifts = roster::list_shifts(tx, unit, (today, today))?;
    Ok(shifts.iter().any(|shift| shift.account_id == volunteer && shift.post == Post::Volunteer.name()))
}

/// Whose code it is: what it opens, the reference, the name. The same nothing for every wrong one.
fn who(
    tx: &mut Tx<'_>,
    actor: &Actor,
    start: &Start,
    id: &str,
    now: i64,
    today: i64,
) -> Result<Option<(Opening, String, String)>, AssistError> {
    let unit = actor.unit.as_str();
    if let Ok(code) = DossierCode::parse(&start.code) {
        let row = dossier::find_row(tx, &code)?.filter(|row| row.receiving_unit == unit);
        let key = match row.as_ref().and_then(|row| row.id.parse().ok()) {
            Some(id) => event_log::find_key(tx, id)?,
            None => None,
        };
        let fits = key.is_some_and(|key| secret::pin_matches(&secret::pin(&key), &start.pin));
        let found = row.filter(|_| fits);
        return Ok(found.map(|row| (Opening::Dossier, row.code, row.applicant_name)));
    }
    let last = start.code.split(['?', '#']).next().unwrap_or_default().rsplit('/').next().unwrap_or_default();
    let typed = secret::normal(last);
    let found = match typed.len() {
        CODE_CHARS => booking::find_by_code(tx, &typed)?,
        _longer => booking::find_by_token(tx, &secret::token_hash(&typed))?,
    };
    let here = |row: &booking::BookingRow| {
        let came = [BookingState::Booked, BookingState::Arrived].map(BookingState::name);
        row.unit == unit && row.on_day == today && came.contains(&row.state.as_str())
    };
    if let Some(row) = found.filter(here) {
        return Ok(Some((Opening::Booking, row.code, row.name)));
    }
    let name = assist::use_invite(tx, &typed, unit, id, now)?;
    Ok(name.map(|name| (Opening::Officer, typed, name)))
}

/// Gives a code for somebody who is here; an officer who receives says who it is.
///
/// # Errors
/// [`AppError::Denied`] for whoever does not receive dossiers.
pub async fn invite(app: &App, actor: &Actor, name: FullName) -> Result<String, AssistError> {
    let now = app.clock.now();
    actor
        .at_unit(&app.policy(), now, Action::Dossier(Act::Receive), &actor.unit)
        .map_err(AssistError::App)?;
    let row = InviteRow {
        code: secret::short_code(app.random.as_ref(), CODE_CHARS),
        unit: actor.unit.to_string(),
        name: name.as_str().to_owned(),
        officer: actor.account.to_string(),
        created_at: to_ms(now),
        expires_at: to_ms(now.checked_add(INVITE_HOLDS).unwrap_or(now)),
    };
    let code = secret::printed_code(&row.code);
    app.store.write(move |tx| assist::invite(tx, &row)).await?;
    Ok(code)
}
