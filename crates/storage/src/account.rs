//! Accounts of staff and the roles they hold.

use crate::dossier::day_number;
use crate::{Row, StoreError, Tx, values};
use domain::id::AccountId;
use domain::place::UnitCode;
use domain::role::{Grant, Role};
use domain::validity::Validity;
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// The SQL of this module.
pub mod sql {
    macro_rules! columns {
        () => {
            "id, username, name, title, phone, password_hash, must_change_password, loopback_only, disabled_at,
            created_at, version"
        };
    }
    /// A new account.
    pub const INSERT: &str = "INSERT INTO account (id, username, name, title, phone, password_hash,
        must_change_password, loopback_only, disabled_at, created_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)";
    /// Changes what an administrator may change.
    pub const UPDATE: &str = "UPDATE account SET name = $3, title = $4, phone = $5, disabled_at = $6,
        version = version + 1 WHERE id = $1 AND version = $2";
    /// Sets a password.
    pub const SET_PASSWORD: &str = "UPDATE account SET password_hash = $2, must_change_password = $3,
        version = version + 1 WHERE id = $1";
    /// By name of log-in.
    pub const BY_USERNAME: &str = concat!("SELECT ", columns!(), " FROM account WHERE username = $1");
    /// By identifier.
    pub const BY_ID: &str = concat!("SELECT ", columns!(), " FROM account WHERE id = $1");
    /// All, by name of log-in.
    pub const LIST: &str = concat!("SELECT ", columns!(), " FROM account ORDER BY username");
    /// How many.
    pub const COUNT: &str = "SELECT COUNT(*) FROM account";
    /// The roles of one account.
    pub const GRANTS: &str = "SELECT role, unit, valid_from, valid_to FROM role_grant WHERE account_id = $1 ORDER BY role, unit, valid_from";
    /// The roles of all accounts.
    pub const ALL_GRANTS: &str = "SELECT role, unit, valid_from, valid_to, account_id FROM role_grant
        ORDER BY account_id, role, unit, valid_from";
    /// A new role.
    pub const GRANT: &str = "INSERT INTO role_grant (account_id, role, unit, valid_from, valid_to)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (account_id, role, unit, valid_from) DO UPDATE SET valid_to = EXCLUDED.valid_to";
    /// Ends a role.
    pub const END_GRANT: &str = "UPDATE role_grant SET valid_to = $5
        WHERE account_id = $1 AND role = $2 AND unit = $3 AND valid_from = $4";
    /// All statements.
    pub const ALL: &[&str] = &[
        INSERT,
        UPDATE,
        SET_PASSWORD,
        BY_USERNAME,
        BY_ID,
        LIST,
        COUNT,
        GRANTS,
        ALL_GRANTS,
        GRANT,
        END_GRANT,
    ];
}

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its identifier.
    pub id: AccountId,
    /// Name of log-in: lower case letters, digits, dot, hyphen.
    pub username: String,
    /// The person's name.
    pub name: String,
    /// Their title, as printed beside a signature.
    pub title: String,
    /// Phone of the office, printed on slips.
    pub phone: String,
    /// argon2id, in the PHC form.
    pub password_hash: String,
    /// The password was set by somebody else.
    pub must_change_password: bool,
    /// Works only from the machine itself: accounts of the demo.
    pub loopback_only: bool,
    /// Since when it is disabled, in milliseconds.
    pub disabled_at: Option<i64>,
    /// When it was made, in milliseconds.
    pub created_at: i64,
    /// For optimistic locking.
    pub version: i64,
}

fn read(row: &Row) -> Result<Account, StoreError> {
    let text = row.text(0)?;
    Ok(Account {
        id: text.parse().map_err(|_| StoreError::NoRow)?,
        username: row.text(1)?,
        name: row.text(2)?,
        title: row.text(3)?,
        phone: row.text(4)?,
        password_hash: row.text(5)?,
        must_change_password: row.bool(6)?,
        loopback_only: row.bool(7)?,
        disabled_at: row.opt_int(8)?,
        created_at: row.int(9)?,
        version: row.int(10)?,
    })
}

/// Adds an account.
///
/// # Errors
/// [`StoreError::Unique`] on `account(username)` when the name is taken.
pub fn insert(tx: &mut Tx<'_>, account: &Account) -> Result<(), StoreError> {
    tx.execute_one(
        sql::INSERT,
        &values![
            account.id.to_string(),
            &account.username,
            &account.name,
            &account.title,
            &account.phone,
            &account.password_hash,
            account.must_change_password,
            account.loopback_only,
            account.disabled_at,
            account.created_at
        ],
    )
}

/// Writes name, title, phone and whether it is disabled.
///
/// # Errors
/// [`StoreError::Conflict`] when somebody else changed it meanwhile.
pub fn update(tx: &mut Tx<'_>, account: &Account) -> Result<(), StoreError> {
    tx.execute_one(
        sql::UPDATE,
        &values![
            account.id.to_string(),
            account.version,
            &account.name,
            &account.title,
            &account.phone,
            account.disabled_at
        ],
    )
}

/// Sets a password hash.
///
/// # Errors
/// [`StoreError::Conflict`] when there is no such account.
pub fn set_password(tx: &mut Tx<'_>, id: AccountId, hash: &str, must_change: bool) -> Result<(), StoreError> {
    tx.execute_one(sql::SET_PASSWORD, &values![id.to_string(), hash, must_change])
}

/// Finds by name of log-in.
///
/// # Errors
/// [`StoreError`].
pub fn find_by_username(tx: &mut Tx<'_>, username: &str) -> Result<Option<Account>, StoreError> {
    tx.query_opt(sql::BY_USERNAME, &values![username])?.map(|row| read(&row)).transpose()
}

/// Finds by identifier.
///
/// # Errors
/// [`StoreError`].
pub fn find(tx: &mut Tx<'_>, id: AccountId) -> Result<Option<Account>, StoreError> {
    tx.query_opt(sql::BY_ID, &values![id.to_string()])?.map(|row| read(&row)).transpose()
}

/// All accounts by name of log-in.
///
/// # Errors
/// [`StoreError`].
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<Account>, StoreError> {
    tx.query(sql::LIST, &[])?.iter().map(read).collect()
}

/// How many accounts there are; none means a first run.
///
/// # Errors
/// [`StoreError`].
pub fn count(tx: &mut Tx<'_>) -> Result<u64, StoreError> {
    tx.query_one(sql::COUNT, &[])?.int_as(0)
}

/// The civil date of a day number.
pub fn date_of(day: i64) -> Date {
    date(1970, 1, 1).saturating_add(day.clamp(-4_000_000, 2_900_000).days())
}

/// The roles of an account, past and future ones too.
///
/// # Errors
/// [`StoreError`]; a role or unit this program does not know gives no right and is left out.
pub fn list_grants(tx: &mut Tx<'_>, id: AccountId) -> Result<Vec<Grant>, StoreError> {
    let rows = tx.query(sql::GRANTS, &values![id.to_string()])?;
    Ok(rows.iter().map(read_grant).collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

/// The roles of all accounts with the identifier of the account, as [`list_grants`].
///
/// # Errors
/// [`StoreError`].
pub fn list_all_grants(tx: &mut Tx<'_>) -> Result<Vec<(String, Grant)>, StoreError> {
    let mut grants = Vec::new();
    for row in &tx.query(sql::ALL_GRANTS, &[])? {
        if let Some(grant) = read_grant(row)? {
            grants.push((row.text(4)?, grant));
        }
    }
    Ok(grants)
}

fn read_grant(row: &Row) -> Result<Option<Grant>, StoreError> {
    let validity = Validity { from: date_of(row.int(2)?), to: row.opt_int(3)?.map(date_of) };
    let (Some(role), Ok(unit)) = (Role::from_name(row.str(0)?), row.str(1)?.parse::<UnitCode>()) else {
        return Ok(None);
    };
    Ok(Some(Grant { role, unit, validity }))
}

/// Gives a role, or changes the end of one given before.
///
/// # Errors
/// [`StoreError`].
pub fn grant(tx: &mut Tx<'_>, id: AccountId, grant: &Grant) -> Result<(), StoreError> {
    tx.execute(
        sql::GRANT,
        &values![
            id.to_string(),
            grant.role.name(),
            grant.unit.as_str(),
            day_number(grant.validity.from),
            grant.validity.to.map(day_number)
        ],
    )
    .map(|_| ())
}

/// Sets the last day of a role.
///
/// # Errors
/// [`StoreError::Conflict`] when there is no such role.
pub fn end_grant(tx: &mut Tx<'_>, id: AccountId, grant: &Grant, last: Date) -> Result<(), StoreError> {
    tx.execute_one(
        sql::END_GRANT,
        &values![
            id.to_string(),
            grant.role.name(),
            grant.unit.as_str(),
            day_number(grant.validity.from),
            day_number(last)
        ],
    )
}
