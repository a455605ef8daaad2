//! Records around every change: secrets, idempotency, the outbox, results by token, files, packs, the admin log.

use crate::{StoreError, Tx, values};

/// The SQL of this module.
pub mod sql {
    /// A key of the installation.
    pub const SECRET: &str = "SELECT value FROM secret WHERE name = $1";
    /// Makes one, unless somebody else was faster.
    pub const NEW_SECRET: &str =
        "INSERT INTO secret (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";
    /// The answer given before.
    pub const ANSWER: &str = "SELECT digest, status, response FROM idempotency WHERE actor = $1 AND key = $2";
    /// Keeps an answer.
    pub const KEEP_ANSWER: &str = "INSERT INTO idempotency (actor, key, digest, status, response, created_at)
        VALUES ($1, $2, $3, $4, $5, $6)";
    /// Forgets old answers.
    pub const PURGE_ANSWERS: &str = "DELETE FROM idempotency WHERE created_at < $1";
    /// A message for the outside world.
    pub const QUEUE: &str =
        "INSERT INTO outbox (id, topic, subject, payload, state, attempts, next_at, created_at)
        VALUES ($1, $2, $3, $4, 'waiting', 0, $5, $5)";
    /// How many wait.
    pub const QUEUED: &str = "SELECT COUNT(*) FROM outbox WHERE state = 'waiting'";
    /// A result by approval.
    pub const NEW_RESULT: &str = "INSERT INTO result (dossier_id, number, token_hash, unit, procedure_code,
        approved_at, signer, content_sha256) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// Its paper was drawn.
    pub const SET_PAPER: &str =
        "UPDATE result SET paper_sha256 = $3 WHERE dossier_id = $1 AND number = $2 AND paper_sha256 IS NULL";
    /// It was revoked.
    pub const REVOKE_RESULT: &str = "UPDATE result SET revoked_at = $3 WHERE dossier_id = $1 AND number = $2";
    /// By the token of its QR.
    pub const RESULT_BY_TOKEN: &str = "SELECT dossier_id, number, unit, procedure_code, approved_at, signer,
        content_sha256, paper_sha256, revoked_at FROM result WHERE token_hash = $1";
    /// Of a dossier, by number.
    pub const RESULT_OF: &str = "SELECT dossier_id, number, unit, procedure_code, approved_at, signer,
        content_sha256, paper_sha256, revoked_at FROM result WHERE dossier_id = $1 AND number = $2";
    /// A kept file.
    pub const NEW_BLOB: &str = "INSERT INTO blob (sha256, media_type, bytes, pages, created_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (sha256) DO NOTHING";
    /// A kept file by hash.
    pub const BLOB: &str = "SELECT media_type, bytes, pages FROM blob WHERE sha256 = $1";
    /// Files of packs.
    pub const PACK_FILES: &str = "SELECT pack, path, content FROM pack_file ORDER BY pack, path";
    /// When packs changed last.
    pub const PACKS_CHANGED: &str = "SELECT COALESCE(MAX(imported_at), 0), COUNT(*) FROM pack_file";
    /// Removes a pack.
    pub const DROP_PACK: &str = "DELETE FROM pack_file WHERE pack = $1";
    /// Writes a file of a pack.
    pub const PUT_PACK_FILE: &str = "INSERT INTO pack_file (pack, path, content, imported_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (pack, path) DO UPDATE SET content = EXCLUDED.content, imported_at = EXCLUDED.imported_at";
    /// What an administrator did.
    pub const LOG: &str =
        "INSERT INTO admin_log (id, at, actor, action, object, detail) VALUES ($1, $2, $3, $4, $5, $6)";
    /// The newest entries.
    pub const LOGGED: &str = "SELECT at, actor, action, object, detail FROM admin_log
        WHERE (at, id) < ($1, $2) ORDER BY at DESC, id DESC LIMIT $3";
    /// All statements.
    pub const ALL: &[&str] = &[
        SECRET,
        NEW_SECRET,
        ANSWER,
        KEEP_ANSWER,
        PURGE_ANSWERS,
        QUEUE,
        QUEUED,
        NEW_RESULT,
        SET_PAPER,
        REVOKE_RESULT,
        RESULT_BY_TOKEN,
        RESULT_OF,
        NEW_BLOB,
        BLOB,
        PACK_FILES,
        PACKS_CHANGED,
        DROP_PACK,
        PUT_PACK_FILE,
        LOG,
        LOGGED,
    ];
}

/// The key of the installation under a name; `fresh` becomes it when there is none yet.
///
/// # Errors
/// [`StoreError`].
pub fn secret(tx: &mut Tx<'_>, name: &str, fresh: &[u8; 32]) -> Result<Vec<u8>, StoreError> {
    tx.execute(sql::NEW_SECRET, &values![name, fresh])?;
    tx.query_one(sql::SECRET, &values![name])?.blob(0)
}

/// An answer given before to a request with a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAnswer {
    /// Digest of the request; another digest under the same key is a mistake of the caller.
    pub digest: Vec<u8>,
    /// HTTP status.
    pub status: u16,
    /// Body, or the address of the page for a form.
    pub response: String,
}

/// Finds the answer to a key.
///
/// # Errors
/// [`StoreError`].
pub fn find_answer(tx: &mut Tx<'_>, actor: &str, key: &str) -> Result<Option<KeptAnswer>, StoreError> {
    let row = tx.query_opt(sql::ANSWER, &values![actor, key])?;
    row.map(|row| Ok(KeptAnswer { digest: row.blob(0)?, status: row.int_as(1)?, response: row.text(2)? }))
        .transpose()
}

/// Keeps an answer in the transaction of the change it answers.
///
/// # Errors
/// [`StoreError::Unique`] on `idempotency(actor, key)` when a twin request was faster.
pub fn keep_answer(
    tx: &mut Tx<'_>,
    actor: &str,
    key: &str,
    answer: &KeptAnswer,
    now_ms: i64,
) -> Result<(), StoreError> {
    tx.execute_one(
        sql::KEEP_ANSWER,
        &values![actor, key, answer.digest.clone(), answer.status, &answer.response, now_ms],
    )
}

/// Forgets answers given before a time.
///
/// # Errors
/// [`StoreError`].
pub fn purge_answers(tx: &mut Tx<'_>, before_ms: i64) -> Result<u64, StoreError> {
    tx.execute(sql::PURGE_ANSWERS, &values![before_ms])
}

/// Queues a message for the outside world: topic, subject (a code), payload without personal data.
///
/// # Errors
/// [`StoreError`].
pub fn queue(
    tx: &mut Tx<'_>,
    id: &str,
    topic: &str,
    subject: &str,
    payload: &str,
    now_ms: i64,
) -> Result<(), StoreError> {
    tx.later(sql::QUEUE, &values![id, topic, subject, payload, now_ms])
}

/// How many messages wait.
///
/// # Errors
/// [`StoreError`].
pub fn count_queued(tx: &mut Tx<'_>) -> Result<u64, StoreError> {
    tx.query_one(sql::QUEUED, &[])?.int_as(0)
}

/// A result as its verification page needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the columns")]
pub struct ResultRow {
    pub dossier_id: String,
    pub number: String,
    pub unit: String,
    pub procedure_code: String,
    pub approved_at: i64,
    pub signer: String,
    pub content_sha256: String,
    pub paper_sha256: Option<String>,
    pub revoked_at: Option<i64>,
}

/// Records a result at its approval.
///
/// # Errors
/// [`StoreError`].
pub fn insert_result(tx: &mut Tx<'_>, token_hash: &[u8; 32], row: &ResultRow) -> Result<(), StoreError> {
    tx.execute_one(
        sql::NEW_RESULT,
        &values![
            &row.dossier_id,
            &row.number,
            token_hash,
            &row.unit,
            &row.procedure_code,
            row.approved_at,
            &row.signer,
            &row.content_sha256
        ],
    )
}

/// Notes the hash of the drawn paper, once; says whether this call did.
///
/// # Errors
/// [`StoreError`].
pub fn set_paper(tx: &mut Tx<'_>, dossier: &str, number: &str, sha256: &str) -> Result<bool, StoreError> {
    Ok(tx.execute(sql::SET_PAPER, &values![dossier, number, sha256])? == 1)
}

/// Marks a result as revoked.
///
/// # Errors
/// [`StoreError::Conflict`] when there is no such result.
pub fn revoke_result(tx: &mut Tx<'_>, dossier: &str, number: &str, now_ms: i64) -> Result<(), StoreError> {
    tx.execute_one(sql::REVOKE_RESULT, &values![dossier, number, now_ms])
}

fn result_row(row: &crate::Row) -> Result<ResultRow, StoreError> {
    Ok(ResultRow {
        dossier_id: row.text(0)?,
        number: row.text(1)?,
        unit: row.text(2)?,
        procedure_code: row.text(3)?,
        approved_at: row.int(4)?,
        signer: row.text(5)?,
        content_sha256: row.text(6)?,
        paper_sha256: row.opt_text(7)?,
        revoked_at: row.opt_int(8)?,
    })
}

/// Finds a result by the token of its QR.
///
/// # Errors
/// [`StoreError`].
pub fn find_result_by_token(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<Option<ResultRow>, StoreError> {
    tx.query_opt(sql::RESULT_BY_TOKEN, &values![token_hash])?.map(|row| result_row(&row)).transpose()
}

/// Finds a result of a dossier by its number.
///
/// # Errors
/// [`StoreError`].
pub fn find_result(tx: &mut Tx<'_>, dossier: &str, number: &str) -> Result<Option<ResultRow>, StoreError> {
    tx.query_opt(sql::RESULT_OF, &values![dossier, number])?.map(|row| result_row(&row)).transpose()
}

/// Notes a file whose bytes are kept; noting it twice is harmless.
///
/// # Errors
/// [`StoreError`].
pub fn note_blob(
    tx: &mut Tx<'_>,
    sha256: &str,
    media_type: &str,
    bytes: u64,
    pages: u32,
    now_ms: i64,
) -> Result<(), StoreError> {
    let size = i64::try_from(bytes).map_err(|_| StoreError::OutOfRange)?;
    tx.execute(sql::NEW_BLOB, &values![sha256, media_type, size, pages, now_ms]).map(|_| ())
}

/// Media type, size and pages of a kept file.
///
/// # Errors
/// [`StoreError`].
pub fn find_blob(tx: &mut Tx<'_>, sha256: &str) -> Result<Option<(String, u64, u32)>, StoreError> {
    let row = tx.query_opt(sql::BLOB, &values![sha256])?;
    row.map(|row| Ok((row.text(0)?, row.int_as(1)?, row.int_as(2)?))).transpose()
}

/// A file of a pack: pack, path, content.
pub type PackFile = (String, String, String);

/// All files of all packs.
///
/// # Errors
/// [`StoreError`].
pub fn list_pack_files(tx: &mut Tx<'_>) -> Result<Vec<PackFile>, StoreError> {
    tx.query(sql::PACK_FILES, &[])?.iter().map(|row| Ok((row.text(0)?, row.text(1)?, row.text(2)?))).collect()
}

/// A mark that changes whenever a pack changes: time of the last import and number of files.
///
/// # Errors
/// [`StoreError`].
pub fn packs_mark(tx: &mut Tx<'_>) -> Result<(i64, i64), StoreError> {
    let row = tx.query_one(sql::PACKS_CHANGED, &[])?;
    Ok((row.int(0)?, row.int(1)?))
}

/// Replaces a pack by these files.
///
/// # Errors
/// [`StoreError`].
pub fn put_pack(
    tx: &mut Tx<'_>,
    pack: &str,
    files: &[(String, String)],
    now_ms: i64,
) -> Result<(), StoreError> {
    tx.execute(sql::DROP_PACK, &values![pack])?;
    for (path, content) in files {
        tx.execute(sql::PUT_PACK_FILE, &values![pack, path, content, now_ms])?;
    }
    Ok(())
}

/// Writes one file of a pack.
///
/// # Errors
/// [`StoreError`].
pub fn put_pack_file(
    tx: &mut Tx<'_>,
    pack: &str,
    path: &str,
    content: &str,
    now_ms: i64,
) -> Result<(), StoreError> {
    tx.execute(sql::PUT_PACK_FILE, &values![pack, path, content, now_ms]).map(|_| ())
}

/// One entry of the admin log.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the columns")]
pub struct AdminEntry {
    pub at: i64,
    pub actor: String,
    pub action: String,
    pub object: String,
    pub detail: String,
}

/// Writes an entry of the admin log.
///
/// # Errors
/// [`StoreError`].
pub fn log(tx: &mut Tx<'_>, id: &str, entry: &AdminEntry) -> Result<(), StoreError> {
    tx.execute_one(
        sql::LOG,
        &values![id, entry.at, &entry.actor, &entry.action, &entry.object, &entry.detail],
    )
}

/// The newest entries of the admin log before a position.
///
/// # Errors
/// [`StoreError`].
pub fn list_log(tx: &mut Tx<'_>, before: (i64, &str), limit: i64) -> Result<Vec<AdminEntry>, StoreError> {
    let rows = tx.query(sql::LOGGED, &values![before.0, before.1, limit])?;
    rows.iter()
        .map(|row| {
            Ok(AdminEntry {
                at: row.int(0)?,
                actor: row.text(1)?,
                action: row.text(2)?,
                object: row.text(3)?,
                detail: row.text(4)?,
            })
        })
        .collect()
}
