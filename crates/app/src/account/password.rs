//! Passwords: what is a good one, how it is kept, how it is compared.

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

/// The fewest characters of a password.
pub const LENGTH_MIN: usize = 8;
/// The most characters of a password.
pub const LENGTH_MAX: usize = 128;

/// More bytes than 128 characters can need in any normal form; longer input is not even normalised.
const BYTES_MAX: usize = 4096;

/// Memory in KiB, passes and lanes: the first choice of OWASP's list for argon2id with 19 MiB.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);

/// At most so many hashes at once: each takes 19 MiB and a core, which the counters need too.
static WORKERS: Semaphore = Semaphore::const_new(2);
/// At most so many who wait for a worker; more are turned away at once, so that a flood cannot pile up.
static QUEUE: Semaphore = Semaphore::const_new(64);

/// A hash that no password has; unknown names are compared with it, so that they take as long as known ones.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$a2hvbmdjaG8tbm9ib2R5$1vQ0XoP5uH0l6M5rYBqk0W0v5m1r3gq0pYwZr2v9f7E";

/// What is wrong with a new password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PasswordProblem {
    /// Fewer than [`LENGTH_MIN`] characters.
    TooShort,
    /// More than [`LENGTH_MAX`] characters.
    TooLong,
    /// It contains the name of log-in.
    HoldsUsername,
    /// It is among the first that anybody would try.
    Common,
    /// It is the password it should replace.
    Unchanged,
}

/// Too many log-ins at the same moment, or the hash could not be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HashError {
    /// The queue is full.
    #[error("too many log-ins at once")]
    Busy,
    /// The worker ended without an answer.
    #[error("the password could not be processed")]
    Failed,
}

/// Everything wrong with a new password; nothing is wrong when it is empty.
pub fn problems(username: &str, password: &str) -> Vec<PasswordProblem> {
    if password.len() > BYTES_MAX {
        return vec![PasswordProblem::TooLong];
    }
    let normal = normal(password);
    let length = normal.chars().count();
    let lower = normal.to_lowercase();
    let mut problems = Vec::new();
    if length < LENGTH_MIN {
        problems.push(PasswordProblem::TooShort);
    }
    if length > LENGTH_MAX {
        problems.push(PasswordProblem::TooLong);
    }
    if username.len() >= 3 && lower.contains(&username.to_lowercase()) {
        problems.push(PasswordProblem::HoldsUsername);
    }
    if is_common(&lower) {
        problems.push(PasswordProblem::Common);
    }
    problems
}

fn is_common(lower: &str) -> bool {
    static COMMON: LazyLock<BTreeSet<&'static str>> =
        LazyLock::new(|| include_str!("common_passwords.txt").lines().collect());
    let bare: String = domain::text::fold(lower).split(' ').collect();
    let mut characters = lower.chars();
    let first = characters.next();
    let monotonous = first.is_some_and(|first| characters.all(|c| c == first));
    monotonous || COMMON.contains(lower) || COMMON.contains(bare.as_str())
}

/// The form that is hashed: the same keys give the same password on every keyboard.
fn normal(password: &str) -> String {
    password.nfc().collect()
}

fn hasher() -> Option<Argon2<'static>> {
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Hashes a password with a salt of its own, in the PHC form.
///
/// # Errors
/// [`HashError`].
pub async fn hash(password: &str, salt: [u8; 16]) -> Result<String, HashError> {
    let password = normal(password);
    on_worker(move || {
        let hasher = hasher()?;
        let hash = hasher.hash_password_with_salt(password.as_bytes(), &salt).ok()?;
        Some(hash.to_string())
    })
    .await
}

/// Whether a password belongs to a hash. Without one the same work is done, and the answer is no.
///
/// # Errors
/// [`HashError`].
pub async fn verify(password: &str, kept: Option<&str>) -> Result<bool, HashError> {
    // Nobody has so long a password; the bytes are cut so that the work stays the same.
    let sound = password.len() <= BYTES_MAX;
    let password = if sound { normal(password) } else { String::new() };
    let known = kept.is_some() && sound;
    let kept = kept.unwrap_or(NOBODY).to_owned();
    let same = on_worker(move || Some(hasher()?.verify_password(password.as_bytes(), kept.as_str()).is_ok()))
        .await?;
    Ok(same && known)
}

async fn on_worker<T: Send + 'static>(
    work: impl FnOnce() -> Option<T> + Send + 'static,
) -> Result<T, HashError> {
    let _queued = QUEUE.try_acquire().map_err(|_| HashError::Busy)?;
    let worker = WORKERS.acquire().await.map_err(|_| HashError::Failed)?;
    let done = tokio::task::spawn_blocking(move || {
        // Held by the work itself: a caller who goes away must not let a third worker in.
        let _worker = worker;
        work()
    });
    done.await.ok().flatten().ok_or(HashError::Failed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use PasswordProblem::*;

    #[test]
    fn weak_passwords_are_named_with_every_fault() {
        let long = "ăâ".repeat(65);
        let cases: [(&str, &[PasswordProblem]); 11] = [
            ("gạo nếp cái hoa vàng", &[]),
            ("ngắn", &[TooShort]),
            ("1234567", &[TooShort]),
            ("12345678", &[Common]),
            ("PassWord123", &[Common]),
            ("mật khẩu 123", &[Common]),
            ("Anh Yêu Em", &[Common]),
            ("zzzzzzzzz", &[Common]),
            ("tiepnhan-2024", &[HoldsUsername]),
            ("Tiepnhan", &[HoldsUsername, Common]),
            (&long, &[TooLong]),
        ];
        for (password, expected) in cases {
            assert_eq!(problems("tiepnhan", password), expected, "{password}");
        }
        assert_eq!(problems("x", &"a\u{301}".repeat(5000)), [TooLong]);
    }

    #[test]
    fn characters_are_counted_composed() {
        // Eight letters typed with separate marks are eight, not sixteen.
        assert_eq!(problems("x", &"đằng ấy".nfd().collect::<String>()), [TooShort]);
        assert_eq!(problems("x", &"đằng ấy à".nfd().collect::<String>()), []);
    }

    #[tokio::test]
    async fn both_normal_forms_open_the_same_account() {
        let kept = hash("gạo nếp cái hoa vàng", [3; 16]).await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        let decomposed: String = "gạo nếp cái hoa vàng".nfd().collect();
        assert!(verify(&decomposed, Some(&kept)).await.unwrap());
        assert!(!verify("gao nep cai hoa vang", Some(&kept)).await.unwrap());
        assert!(!verify("gạo nếp cái hoa vàng", None).await.unwrap());
        assert!(!verify("gạo nếp cái hoa vàng", Some("nonsense")).await.unwrap());
    }

    #[tokio::test]
    async fn unknown_names_cost_the_same_work() {
        // The stand-in must be a hash the verifier really computes, not one it rejects by its shape.
        let parsed = argon2::password_hash::phc::PasswordHash::new(NOBODY).unwrap();
        let params = Params::try_from(&parsed).unwrap();
        assert_eq!((params.m_cost(), params.t_cost(), params.p_cost()), COST);
        assert!(parsed.salt.is_some() && parsed.hash.is_some());
    }
}
