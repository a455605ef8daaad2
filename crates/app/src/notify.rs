//! Messages to staff inside the product: to a person, or to whoever has a duty at a unit.
//!
//! A message is written in the transaction that causes it, together with its outbox row for the world outside
//! (messages by phone are somebody else's business). Its identifier follows from what is said, so that a transaction
//! run again after a lost race, or a task that looks every minute, says it once:
//!
//! ```text
//! let message = Message::new(Kind::PromiseAtRisk, [("code", code), ("at", "15:30".to_owned())]).once(&code);
//! notify::to_duty(tx, at, &unit, Duty::Approve, &message)?;
//! ```

use crate::error::AppError;
use crate::secret::sha256_hex;
use crate::{Actor, App};
use domain::id::{AccountId, OutboxId};
use domain::place::UnitCode;
use domain::promise::Duty;
use domain::roster::duty_of;
use domain::time::{civil, from_ms, to_ms};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use storage::roster::notice::{self, NoticeRow, Reader};
use storage::{StoreError, Tx, ledger};

/// Messages older than this are no longer shown: 30 days.
const SHOWN_MS: i64 = 30 * 86_400_000;

/// Most messages on the page.
const LISTED_MAX: i64 = 100;

/// What a message is about. Its sentence is a text of the pages, its arguments are written out as data:
/// dates as `2024-02-02` under `on`, `from`, `to`; hours as `15:30` under `at`, `until`; anything else as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The coming no-wait day of a unit is not ready: `unit_name`, `on`.
    RosterNotReady,
    /// A roster with the reader on it was published: `on`.
    RosterPublished,
    /// Somebody asks the reader to stand in: `name`, `on`, `reason`.
    SubstituteAsked,
    /// Somebody stands in: `name`, `on`.
    SubstituteTaken,
    /// Nobody stands in: `name`, `on`.
    SubstituteRefused,
    /// The reader's presence was put right: `name`, `on`, `reason`.
    PresenceCorrected,
    /// A leader was called away: `name`, `until` (empty for the rest of the day).
    CalledAway,
    /// The reader may approve in somebody's place: `name`, `from`, `to`.
    Delegated,
    /// That ended: `name`.
    DelegationRevoked,
    /// An open promise is at risk: `code`, `at` (when it must be done).
    PromiseAtRisk,
    /// A promise was broken: `code`, `at` (what was promised).
    PromiseBroken,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::RosterNotReady,
        Self::RosterPublished,
        Self::SubstituteAsked,
        Self::SubstituteTaken,
        Self::SubstituteRefused,
        Self::PresenceCorrected,
        Self::CalledAway,
        Self::Delegated,
        Self::DelegationRevoked,
        Self::PromiseAtRisk,
        Self::PromiseBroken,
    ];

    /// The name in the database and in topics of the outbox.
    pub const fn name(self) -> &'static str {
        match self {
            Self::RosterNotReady => "roster_not_ready",
            Self::RosterPublished => "roster_published",
            Self::SubstituteAsked => "substitute_asked",
            Self::SubstituteTaken => "substitute_taken",
            Self::SubstituteRefused => "substitute_refused",
            Self::PresenceCorrected => "presence_corrected",
            Self::CalledAway => "called_away",
            Self::Delegated => "delegated",
            Self::DelegationRevoked => "delegation_revoked",
            Self::PromiseAtRisk => "promise_at_risk",
            Self::PromiseBroken => "promise_broken",
        }
    }

    /// Reads [`Kind::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A message without its receiver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    kind: Kind,
    args: BTreeMap<String, String>,
    once: Option<String>,
}

impl Message {
    /// A message with its arguments, see [`Kind`].
    pub fn new(kind: Kind, args: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        let args = args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Self { kind, args, once: None }
    }

    /// Says this but once to the same receiver for the same key, whenever it comes again. Without a key the instant
    /// and the arguments tell messages apart.
    #[must_use]
    pub fn once(mut self, key: impl Into<String>) -> Self {
        self.once = Some(key.into());
        self
    }
}

/// Tells a person. Says whether it is new.
///
/// # Errors
/// [`StoreError`].
pub fn to_person(
    tx: &mut Tx<'_>,
    at: Timestamp,
    unit: &UnitCode,
    person: AccountId,
    message: &Message,
) -> Result<bool, StoreError> {
    send(tx, at, unit, (Some(person.to_string()), None), message)
}

/// Tells whoever has a duty at a unit. Says whether it is new.
///
/// # Errors
/// [`StoreError`].
pub fn to_duty(
    tx: &mut Tx<'_>,
    at: Timestamp,
    unit: &UnitCode,
    duty: Duty,
    message: &Message,
) -> Result<bool, StoreError> {
    send(tx, at, unit, (None, Some(duty.name().to_owned())), message)
}

fn send(
    tx: &mut Tx<'_>,
    at: Timestamp,
    unit: &UnitCode,
    (person, duty): (Option<String>, Option<String>),
    message: &Message,
) -> Result<bool, StoreError> {
    let args = serde_json::to_string(&message.args).unwrap_or_else(|_| "{}".to_owned());
    let said = message.once.clone().unwrap_or_else(|| format!("{}\n{args}", to_ms(at)));
    let receiver = person.as_deref().or(duty.as_deref()).unwrap_or_default();
    let whole = format!("{unit}\n{receiver}\n{}\n{said}", message.kind.name());
    let hash = sha256_hex(whole.as_bytes());
    let row = NoticeRow {
        id: format!("ntc_{}", hash.get(..26).unwrap_or_default()),
        unit: unit.to_string(),
        account_id: person,
        duty,
        kind: message.kind.name().to_owned(),
        args,
        at: to_ms(at),
        seen_at: None,
    };
    let is_new = notice::insert(tx, &row)?;
    if is_new {
        let [a, b, c, d, e, f, g, h, ..]: [u8; 32] = Sha256::digest(whole.as_bytes()).into();
        let random = u128::from(u64::from_be_bytes([a, b, c, d, e, f, g, h]));
        let outbox = OutboxId::from_parts(u64::try_from(row.at).unwrap_or_default(), random).to_string();
        // The payload names the message only: what it says may name people.
        ledger::queue(tx, &outbox, &format!("notice.{}", row.kind), &row.id, "{}", row.at)?;
    }
    Ok(is_new)
}

/// A message as its reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// What it is about.
    pub kind: Kind,
    /// Its arguments.
    pub args: BTreeMap<String, String>,
    /// The unit it comes from.
    pub unit: UnitCode,
    /// The duty it is for, when it is for no one person.
    pub duty: Option<Duty>,
    /// When it was written.
    pub at: Timestamp,
    /// When the reader first saw it.
    pub seen_at: Option<Timestamp>,
}

impl Received {
    /// An argument, empty when there is none.
    pub fn arg(&self, name: &str) -> &str {
        self.args.get(name).map_or("", String::as_str)
    }
}

/// The messages of somebody at their desk, newest first.
///
/// # Errors
/// [`AppError::Store`].
pub async fn list(app: &App, actor: &Actor) -> Result<Vec<Received>, AppError> {
    let reader = reader(actor, app.clock.now());
    let rows: Vec<NoticeRow> = app.store.read(move |tx| notice::list(tx, &reader, LISTED_MAX)).await?;
    Ok(rows.into_iter().filter_map(received).collect())
}

fn received(row: NoticeRow) -> Option<Received> {
    Some(Received {
        // Written by a newer program: not shown rather than shown wrong.
        kind: Kind::from_name(&row.kind)?,
        args: serde_json::from_str(&row.args).unwrap_or_default(),
        unit: row.unit.parse().ok()?,
        duty: row.duty.as_deref().and_then(Duty::from_name),
        at: from_ms(row.at),
        seen_at: row.seen_at.map(from_ms),
    })
}

/// How many messages somebody has not seen.
///
/// # Errors
/// [`AppError::Store`].
pub async fn unseen(app: &App, actor: &Actor) -> Result<u64, AppError> {
    let reader = reader(actor, app.clock.now());
    app.store.read(move |tx| notice::count_unseen(tx, &reader)).await.map_err(AppError::Store)
}

/// Notes that somebody has seen their messages up to an instant, the one their page was made at.
///
/// # Errors
/// [`AppError::Store`].
pub async fn see(app: &App, actor: &Actor, upto: Timestamp) -> Result<(), AppError> {
    let now = app.clock.now();
    let reader = reader(actor, now);
    let seen = app.store.write(move |tx| notice::see(tx, &reader, to_ms(upto.min(now)), to_ms(now)));
    seen.await.map(|_| ()).map_err(AppError::Store)
}

/// Whose messages: the person's, and those of the duties their roles at the desk give them.
fn reader(actor: &Actor, at: Timestamp) -> Reader {
    let on = civil(at).date();
    let here = actor.grants.iter().filter(|grant| grant.unit == actor.unit && grant.is_in_force(on));
    let held: Vec<Duty> = here.filter_map(|grant| duty_of(grant.role)).collect();
    let name = |duty: Duty| if held.contains(&duty) { duty.name().to_owned() } else { String::new() };
    Reader {
        account_id: actor.account.to_string(),
        unit: actor.unit.to_string(),
        duties: Duty::ALL.map(name),
        since: to_ms(at) - SHOWN_MS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Office, UNIT};
    use storage::testing::TestDb;

    async fn tell(office: &Office, message: &Message, times: usize) -> Vec<bool> {
        let (unit, at): (UnitCode, _) = (UNIT.parse().unwrap(), office.app.clock.now());
        let message = message.clone();
        let told = office
            .app
            .store
            .write(move |tx| (0..times).map(|_| to_duty(tx, at, &unit, Duty::Approve, &message)).collect());
        told.await.unwrap()
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_message_to_a_duty_reaches_who_has_it_and_is_said_once() {
        for db in TestDb::all().await {
            let office = Office::open_on(db).await;
            let message =
                Message::new(Kind::PromiseAtRisk, [("code", "X".to_owned()), ("at", "15:30".to_owned())]);
            assert_eq!(tell(&office, &message, 2).await, [true, false]);
            let listed = list(&office.app, &office.leader).await.unwrap();
            assert_eq!(listed.len(), 1);
            assert_eq!((listed[0].arg("code"), listed[0].duty), ("X", Some(Duty::Approve)));
            assert_eq!(unseen(&office.app, &office.leader).await.unwrap(), 1);
            assert_eq!(unseen(&office.app, &office.receiver).await.unwrap(), 0);
            see(&office.app, &office.leader, office.app.clock.now()).await.unwrap();
            see(&office.app, &office.leader, office.app.clock.now()).await.unwrap();
            assert_eq!(unseen(&office.app, &office.leader).await.unwrap(), 0);
            // Later the same words are a new message, unless a key holds them together.
            office.clock.pass_minutes(1);
            assert_eq!(tell(&office, &message, 1).await, [true]);
            let keyed = message.once("X");
            assert_eq!(tell(&office, &keyed, 1).await, [true]);
            office.clock.pass_minutes(60);
            assert_eq!(tell(&office, &keyed, 1).await, [false]);
            let queued: u64 = office.app.store.read(ledger::count_queued).await.unwrap();
            assert_eq!(queued, 3, "each new message has its outbox row");
        }
    }

    #[tokio::test]
    async fn a_message_to_a_person_reaches_nobody_else_and_old_ones_fade() {
        let office = Office::open().await;
        let (unit, at): (UnitCode, _) = (UNIT.parse().unwrap(), office.app.clock.now());
        let person = office.appraiser.account;
        let message = Message::new(Kind::RosterPublished, [("on", "2024-02-02".to_owned())]);
        let told = office.app.store.write(move |tx| to_person(tx, at, &unit, person, &message));
        assert!(told.await.unwrap());
        assert_eq!(unseen(&office.app, &office.appraiser).await.unwrap(), 1);
        assert_eq!(unseen(&office.app, &office.leader).await.unwrap(), 0);
        office.clock.pass_minutes(31 * 24 * 60);
        assert_eq!(list(&office.app, &office.appraiser).await.unwrap(), []);
    }

    #[test]
    fn kinds_are_read_back_from_their_names() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_name(kind.name()), Some(kind));
        }
    }
}
