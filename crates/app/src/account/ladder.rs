//! Waiting after failed log-ins, for each account and address together.
//!
//! Five tries are free, then the waiting time doubles up to a quarter of an hour. Since the address is part of
//! the key, strangers can never lock a person out who sits elsewhere.

use super::sign_in::SignInError;
use crate::App;
use crate::account::commit;
use crate::secret::sha256_hex;
use domain::time::to_ms;
use std::net::IpAddr;
use storage::session;
use tokio::sync::Mutex;

const FREE: u32 = 5;
const FIRST_WAIT_MS: i64 = 5_000;
const WAIT_MAX_MS: i64 = 15 * 60_000;
/// Failures older than a day no longer count.
const FORGOTTEN_MS: i64 = 24 * 3_600_000;

/// One try at a time is counted, so that many at the same moment cannot all count as the first.
static TURN: Mutex<()> = Mutex::const_new(());

/// How long to wait after so many failures, in milliseconds.
fn wait_ms(failures: u32) -> i64 {
    if failures < FREE {
        return 0;
    }
    let doubled = 1_i64.checked_shl(failures - FREE).filter(|factor| *factor > 0);
    doubled
        .and_then(|factor| factor.checked_mul(FIRST_WAIT_MS))
        .map_or(WAIT_MAX_MS, |wait| wait.min(WAIT_MAX_MS))
}

/// The key of failures. Hashed, because people type passwords into the field for the name.
pub(super) fn key(username: &str, address: IpAddr) -> String {
    sha256_hex(format!("{username}\n{}", network(address)).as_bytes())
}

/// One household or office: the address, or the first half of a version 6 address, whose rest anybody can change.
fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

/// Lets a try in and counts it as failed until [`session::forgive`] says otherwise.
///
/// # Errors
/// [`SignInError::Wait`] while the waiting time runs; such a try is not counted.
pub(super) async fn admit(app: &App, key: &str) -> Result<(), SignInError> {
    let now = to_ms(app.clock.now());
    let key = key.to_owned();
    let _turn = TURN.lock().await;
    let left_ms = commit(app, move |tx| {
        let (failures, last) = session::failures(tx, &key)?;
        if now - last > FORGOTTEN_MS {
            session::forgive(tx, &key)?;
        } else {
            let left = last + wait_ms(failures) - now;
            if left > 0 {
                return Ok(left);
            }
        }
        session::fail(tx, &key, now)?;
        Ok(0)
    })
    .await?;
    if left_ms > 0 {
        let seconds = u64::try_from(left_ms).unwrap_or_default().div_ceil(1000);
        return Err(SignInError::Wait { seconds });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_are_free_then_waiting_doubles_to_a_quarter_of_an_hour() {
        let waits: Vec<i64> = (0..16).map(|failures| wait_ms(failures) / 1000).collect();
        assert_eq!(waits, [0, 0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900]);
        assert_eq!(wait_ms(u32::MAX), WAIT_MAX_MS);
        assert_eq!(wait_ms(FREE + 63), WAIT_MAX_MS);
    }

    #[test]
    fn neighbours_in_one_network_share_a_key_and_strangers_do_not() {
        let of = |address: &str| key("tiepnhan", address.parse().unwrap());
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("192.0.2.1"), of("::ffff:192.0.2.1"));
        assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
        assert_ne!(of("192.0.2.1"), key("thamdinh", "192.0.2.1".parse().unwrap()));
    }
}
