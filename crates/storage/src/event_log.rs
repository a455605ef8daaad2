//! The event log: append-only, one hash chain for each receiving unit.
//!
//! An entry's hash covers the entry before it and the keyed hash of its payload, never the payload itself.

use crate::stored;
use crate::{Row, StoreError, Tx, values};
use domain::dossier::{Corrupt, Dossier, Recorded, fold};
use domain::id::{AccountId, DossierId, IdError};
use domain::place::UnitCode;
use domain::role::Role;
use domain::time::{from_ms, to_ms};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// The SQL of this module.
pub mod sql {
    /// Next position in a unit's chain; the row lock orders writers.
    pub const NEXT: &str = "INSERT INTO chain_head (unit, position, hash) VALUES ($1, 1, $2)
        ON CONFLICT (unit) DO UPDATE SET position = chain_head.position + 1
        RETURNING position, hash";
    /// Sets the new head.
    pub const SET_HEAD: &str = "UPDATE chain_head SET hash = $2 WHERE unit = $1";
    /// Appends an entry.
    pub const APPEND: &str = "INSERT INTO event (unit, position, dossier_id, sequence, kind, at, actor, role,
        actor_unit, payload_mac, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    /// Keeps its payload.
    pub const PAYLOAD: &str =
        "INSERT INTO event_payload (dossier_id, sequence, format, payload) VALUES ($1, $2, $3, $4)";
    /// The key of a dossier.
    pub const KEY: &str = "SELECT key FROM dossier_key WHERE dossier_id = $1";
    /// Makes the key of a new dossier.
    pub const NEW_KEY: &str = "INSERT INTO dossier_key (dossier_id, key) VALUES ($1, $2)";
    /// The log of one dossier with its key.
    pub const OF_DOSSIER: &str =
        "SELECT e.sequence, e.kind, e.at, e.actor, e.role, e.actor_unit, p.format, p.payload
        FROM event e JOIN event_payload p ON p.dossier_id = e.dossier_id AND p.sequence = e.sequence
        WHERE e.dossier_id = $1 ORDER BY e.sequence";
    /// A stretch of one unit's chain.
    pub const CHAIN: &str =
        "SELECT e.position, e.dossier_id, e.sequence, e.kind, e.at, e.actor, e.role, e.actor_unit,
        e.payload_mac, e.hash, p.payload, k.key FROM event e
        LEFT JOIN event_payload p ON p.dossier_id = e.dossier_id AND p.sequence = e.sequence
        LEFT JOIN dossier_key k ON k.dossier_id = e.dossier_id
        WHERE e.unit = $1 AND e.position > $2 ORDER BY e.position LIMIT $3";
    /// All chains and their heads.
    pub const HEADS: &str = "SELECT unit, position, hash FROM chain_head ORDER BY unit";
    /// A stretch of all events in the order of units and positions, for export.
    pub const EXPORT: &str =
        "SELECT e.unit, e.position, e.dossier_id, e.sequence, e.kind, e.at, e.actor, e.role,
        e.actor_unit, e.payload_mac, e.hash, p.payload, d.code FROM event e
        JOIN dossier d ON d.id = e.dossier_id
        LEFT JOIN event_payload p ON p.dossier_id = e.dossier_id AND p.sequence = e.sequence
        WHERE (e.unit, e.position) > ($1, $2) ORDER BY e.unit, e.position LIMIT $3";
    /// Events of a unit's chain that end a piece of work, in the order of the chain.
    pub const WORK: &str = "SELECT dossier_id, sequence FROM event
        WHERE unit = $1 AND kind IN ('appraised', 'approved') ORDER BY position";
    /// All statements, for the test that prepares each on both engines.
    pub const ALL: &[&str] =
        &[NEXT, SET_HEAD, APPEND, PAYLOAD, KEY, NEW_KEY, OF_DOSSIER, CHAIN, HEADS, EXPORT, WORK];
}

/// What is wrong with a log.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A payload cannot be read.
    #[error(transparent)]
    Undecodable(#[from] stored::Undecodable),
    /// The events do not make a dossier.
    #[error(transparent)]
    Corrupt(#[from] Corrupt),
    /// The events do not make a ticket.
    #[error(transparent)]
    Ticket(#[from] domain::queue::CorruptTicket),
    /// An identifier cannot be read.
    #[error(transparent)]
    Id(#[from] IdError),
    /// A role or unit cannot be read.
    #[error("event {sequence} names an unknown {what}")]
    Unknown {
        /// Which event.
        sequence: u32,
        /// Role or unit.
        what: &'static str,
    },
}

/// The key of one dossier: 32 random bytes, made at reception.
#[derive(Clone)]
pub struct DossierKey(pub [u8; 32]);

/// HMAC-SHA-256.
pub fn mac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    // HMAC takes keys of any length.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return [0; 32] };
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// The hash of an entry: over the entry before it and every column of its own, each with its length.
fn entry_hash(previous: &[u8], unit: &str, position: i64, entry: &Entry<'_>, payload_mac: &[u8]) -> [u8; 32] {
    let numbers = [position, i64::from(entry.sequence), entry.at].map(i64::to_be_bytes);
    let texts = [unit, entry.dossier, entry.kind, entry.actor, entry.role, entry.actor_unit];
    let mut hash = Sha256::new();
    let parts = std::iter::once(previous)
        .chain(numbers.iter().map(|n| n.as_slice()))
        .chain(texts.iter().map(|t| t.as_bytes()))
        .chain(std::iter::once(payload_mac));
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

struct Entry<'a> {
    dossier: &'a str,
    sequence: u32,
    kind: &'a str,
    at: i64,
    actor: &'a str,
    role: &'a str,
    actor_unit: &'a str,
}

/// Makes the key of a new dossier.
///
/// # Errors
/// [`StoreError`].
pub fn new_key(tx: &mut Tx<'_>, dossier: DossierId, key: &DossierKey) -> Result<(), StoreError> {
    tx.later(sql::NEW_KEY, &values![dossier.to_string(), &key.0])
}

/// Reads the key of a dossier; `None` when it was never made or was destroyed.
///
/// # Errors
/// [`StoreError`].
pub fn find_key(tx: &mut Tx<'_>, dossier: DossierId) -> Result<Option<DossierKey>, StoreError> {
    let row = tx.query_opt(sql::KEY, &values![dossier.to_string()])?;
    Ok(row.map(|row| row.blob(0)).transpose()?.and_then(|bytes| bytes.try_into().ok()).map(DossierKey))
}

/// Appends one event to the chain of `unit`.
///
/// # Errors
/// [`StoreError::Unique`] on `event(dossier_id, sequence)` when somebody else was faster; see [`Tx::later`] for when.
pub fn append(
    tx: &mut Tx<'_>,
    unit: &UnitCode,
    key: &DossierKey,
    recorded: &Recorded,
) -> Result<(), StoreError> {
    let payload = stored::encode(&recorded.event);
    let payload_mac = mac(&key.0, &[payload.as_bytes()]);
    let head = tx.query_one(sql::NEXT, &values![unit.as_str(), &[0_u8; 32]])?;
    let (position, previous) = (head.int(0)?, head.blob(1)?);
    let dossier = recorded.dossier.to_string();
    let actor = recorded.actor.to_string();
    let entry = Entry {
        dossier: &dossier,
        sequence: recorded.sequence,
        kind: recorded.event.kind(),
        at: to_ms(recorded.at),
        actor: &actor,
        role: recorded.role.name(),
        actor_unit: recorded.unit.as_str(),
    };
    let hash = entry_hash(&previous, unit.as_str(), position, &entry, &payload_mac);
    let row = values![
        unit.as_str(),
        position,
        entry.dossier,
        entry.sequence,
        entry.kind,
        entry.at,
        entry.actor,
        entry.role,
        entry.actor_unit,
        &payload_mac,
        &hash
    ];
    tx.later(sql::APPEND, &row)?;
    tx.later(sql::PAYLOAD, &values![entry.dossier, entry.sequence, stored::FORMAT, payload])?;
    tx.later(sql::SET_HEAD, &values![unit.as_str(), &hash])
}

/// Reads the whole log of a dossier; empty when there is none.
///
/// # Errors
/// [`LogError`].
pub fn list_of(tx: &mut Tx<'_>, dossier: DossierId) -> Result<Vec<Recorded>, LogError> {
    let rows = tx.query(sql::OF_DOSSIER, &values![dossier.to_string()])?;
    rows.iter().map(|row| recorded(dossier, row)).collect()
}

/// Reads a dossier: the fold of its log. `None` when it does not exist.
///
/// # Errors
/// [`LogError`].
pub fn find(tx: &mut Tx<'_>, dossier: DossierId) -> Result<Option<Dossier>, LogError> {
    let log = list_of(tx, dossier)?;
    if log.is_empty() { Ok(None) } else { Ok(Some(fold(&log)?)) }
}

fn recorded(dossier: DossierId, row: &Row) -> Result<Recorded, LogError> {
    let sequence: u32 = row.int_as(0)?;
    let kind = row.str(1)?;
    let unknown = |what| LogError::Unknown { sequence, what };
    Ok(Recorded {
        dossier,
        sequence,
        at: from_ms(row.int(2)?),
        actor: row.str(3)?.parse::<AccountId>()?,
        role: Role::from_name(row.str(4)?).ok_or(unknown("role"))?,
        unit: row.str(5)?.parse::<UnitCode>().map_err(|_| unknown("unit"))?,
        event: stored::decode(kind, row.int(6)?, row.str(7)?)?,
    })
}

/// Events of a unit that end a piece of work (appraised, approved), in the order of its chain: dossier and sequence.
///
/// # Errors
/// [`StoreError`].
pub fn list_work(tx: &mut Tx<'_>, unit: &str) -> Result<Vec<(String, u32)>, StoreError> {
    let rows = tx.query(sql::WORK, &values![unit])?;
    rows.iter().map(|row| Ok((row.text(0)?, row.int_as(1)?))).collect()
}

/// The first entry of a chain that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Whose chain.
    pub unit: String,
    /// At which position.
    pub position: i64,
    /// What is wrong.
    pub why: &'static str,
}

/// How many entries are read at a time.
const STRETCH: i64 = 1_000;

/// All chains: unit, number of entries, hash of the last.
///
/// # Errors
/// [`StoreError`].
pub fn heads(tx: &mut Tx<'_>) -> Result<Vec<(String, i64, Vec<u8>)>, StoreError> {
    let rows = tx.query(sql::HEADS, &[])?;
    rows.iter().map(|row| Ok((row.text(0)?, row.int(1)?, row.blob(2)?))).collect()
}

/// Checks one chain from its first entry to its head; a payload that was lawfully erased (key destroyed) is skipped.
///
/// # Errors
/// [`StoreError`]; a broken chain is an answer, not an error.
pub fn verify_chain(
    tx: &mut Tx<'_>,
    unit: &str,
    length: i64,
    head: &[u8],
) -> Result<Result<u64, Broken>, StoreError> {
    let mut previous = vec![0_u8; 32];
    let mut position = 0_i64;
    let broken = |position, why| Ok(Err(Broken { unit: unit.to_owned(), position, why }));
    loop {
        let rows = tx.query(sql::CHAIN, &values![unit, position, STRETCH])?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            position += 1;
            if row.int(0)? != position {
                return broken(position, "an entry is missing");
            }
            let payload_mac = row.blob(8)?;
            let (payload, key) = (row.opt_text(10)?, row.opt_blob(11)?);
            match (&payload, &key) {
                (Some(payload), Some(key)) if mac(key, &[payload.as_bytes()]).as_slice() != payload_mac => {
                    return broken(position, "a payload was changed");
                }
                (Some(_), Some(_)) | (_, None) => {}
                (None, Some(_)) => return broken(position, "a payload is missing"),
            }
            let entry = Entry {
                dossier: row.str(1)?,
                sequence: row.int_as(2)?,
                kind: row.str(3)?,
                at: row.int(4)?,
                actor: row.str(5)?,
                role: row.str(6)?,
                actor_unit: row.str(7)?,
            };
            let hash = entry_hash(&previous, unit, position, &entry, &payload_mac);
            if row.blob(9)? != hash {
                return broken(position, "an entry was changed");
            }
            previous = hash.to_vec();
        }
    }
    if position != length || previous != head {
        return broken(position, "the end of the chain was cut off or replaced");
    }
    Ok(Ok(u64::try_from(position).unwrap_or_default()))
}

/// One line of the export of events.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as in the export")]
pub struct ExportedEvent {
    pub unit: String,
    pub position: i64,
    pub dossier_id: String,
    pub code: String,
    pub sequence: i64,
    pub kind: String,
    pub at: i64,
    pub actor: String,
    pub role: String,
    pub actor_unit: String,
    pub payload_mac: Vec<u8>,
    pub hash: Vec<u8>,
    pub payload: Option<String>,
}

/// A page of all events after a position, in the order of units and positions.
///
/// # Errors
/// [`StoreError`].
pub fn export(tx: &mut Tx<'_>, after: (&str, i64), limit: i64) -> Result<Vec<ExportedEvent>, StoreError> {
    let rows = tx.query(sql::EXPORT, &values![after.0, after.1, limit])?;
    rows.iter()
        .map(|row| {
            Ok(ExportedEvent {
                unit: row.text(0)?,
                position: row.int(1)?,
                dossier_id: row.text(2)?,
                sequence: row.int(3)?,
                kind: row.text(4)?,
                at: row.int(5)?,
                actor: row.text(6)?,
                role: row.text(7)?,
                actor_unit: row.text(8)?,
                payload_mac: row.blob(9)?,
                hash: row.blob(10)?,
                payload: row.opt_text(11)?,
                code: row.text(12)?,
            })
        })
        .collect()
}
