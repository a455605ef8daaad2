//! How often a code and PIN may be guessed: by address and by code, never so that a stranger locks anybody out.
//!
//! An address with too many misses in an hour waits for the hour to pass; the unit's own network never does. A code
//! that was missed often is answered later, right or wrong, known or unknown, so the wait tells nothing.

use crate::network::Networks;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Misses of one address in an hour.
const ADDRESS_MISSES_MAX: u32 = 10;

/// Misses of one code that cost nothing: people mistype.
const CODE_MISSES_FREE: u32 = 3;

/// What the first miss that costs costs, in milliseconds; each further one doubles it.
const DELAY_MS_FIRST: u64 = 250;

/// The longest an answer about a code is held back, in milliseconds.
const DELAY_MS_MAX: u64 = 4_000;

/// How long a miss is remembered.
const WINDOW: SignedDuration = SignedDuration::from_hours(1);

/// Most addresses and codes remembered; a flood of new ones makes the oldest forgotten.
const ENTRIES_MAX: usize = 20_000;

/// Misses of the last hour.
#[derive(Debug)]
pub struct Limiter {
    networks: Arc<Networks>,
    most: u32,
    addresses: Mutex<Misses<IpAddr>>,
    codes: Mutex<Misses<String>>,
}

impl Limiter {
    /// A limiter that lets networks of the units themselves guess freely: many people share their addresses.
    pub fn new(networks: Arc<Networks>) -> Self {
        Self::with_most(networks, ADDRESS_MISSES_MAX)
    }

    /// The same with another number of misses an address has in an hour.
    pub fn with_most(networks: Arc<Networks>, most: u32) -> Self {
        Self { networks, most, addresses: Mutex::default(), codes: Mutex::default() }
    }

    /// Who an address stands for where a limit is kept longer than an hour; nobody for the unit's own network.
    pub fn caller(&self, address: IpAddr) -> Option<String> {
        (!self.is_exempt(address)).then(|| household(address).to_string())
    }

    /// Whether an address must wait for its hour to pass.
    pub fn is_blocked(&self, address: IpAddr, now: Timestamp) -> bool {
        let misses = locked(&self.addresses).count(&household(address), now);
        let blocked = !self.is_exempt(address) && misses >= self.most;
        if blocked {
            tracing::warn!(client = %address, "too many misses: this address waits");
        }
        blocked
    }

    /// How long an answer about a code is held back.
    pub fn delay(&self, address: IpAddr, code: &str, now: Timestamp) -> Duration {
        if self.is_exempt(address) {
            return Duration::ZERO;
        }
        let misses = locked(&self.codes).count(&key_of(code), now);
        let over = misses.saturating_sub(CODE_MISSES_FREE);
        let wait = DELAY_MS_FIRST.saturating_mul(1 << over.saturating_sub(1).min(16)).min(DELAY_MS_MAX);
        if over == 0 { Duration::ZERO } else { Duration::from_millis(wait) }
    }

    /// Remembers a miss.
    pub fn missed(&self, address: IpAddr, code: &str, now: Timestamp) {
        locked(&self.addresses).add(household(address), now);
        locked(&self.codes).add(key_of(code), now);
    }

    fn is_exempt(&self, address: IpAddr) -> bool {
        self.networks.is_own(address)
    }
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    // Counters are whole after every step, whoever panicked.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One household has one IPv4 address or one IPv6 network of 64 bits.
fn household(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(six) => IpAddr::V6(Ipv6Addr::from(u128::from(six) & (u128::MAX << 64))),
    }
}

/// Ways of typing one code count together, and no typed text is kept whole.
fn key_of(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).take(48).map(|c| c.to_ascii_uppercase()).collect()
}

#[derive(Debug)]
struct Misses<K> {
    entries: BTreeMap<K, (Timestamp, u32)>,
}

impl<K> Default for Misses<K> {
    fn default() -> Self {
        Self { entries: BTreeMap::new() }
    }
}

impl<K: Ord + Clone> Misses<K> {
    fn count(&self, key: &K, now: Timestamp) -> u32 {
        self.entries.get(key).filter(|(since, _)| now.duration_since(*since) < WINDOW).map_or(0, |(_, n)| *n)
    }

    fn add(&mut self, key: K, now: Timestamp) {
        if self.entries.len() >= ENTRIES_MAX && !self.entries.contains_key(&key) {
            self.forget(now);
        }
        let entry = self.entries.entry(key).or_insert((now, 0));
        if now.duration_since(entry.0) >= WINDOW {
            *entry = (now, 0);
        }
        entry.1 = entry.1.saturating_add(1);
    }

    /// Forgets what is past, and the oldest half where that is not enough.
    fn forget(&mut self, now: Timestamp) {
        self.entries.retain(|_, (since, _)| now.duration_since(*since) < WINDOW);
        if self.entries.len() < ENTRIES_MAX {
            return;
        }
        let mut starts: Vec<Timestamp> = self.entries.values().map(|(since, _)| *since).collect();
        starts.sort_unstable();
        let Some(middle) = starts.get(starts.len() / 2).copied() else { return };
        self.entries.retain(|_, (since, _)| *since > middle);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_700_000_000 + minute * 60).unwrap()
    }

    #[test]
    fn an_address_waits_for_its_hour_and_its_own_network_never() {
        let networks = Networks { own: vec!["10.0.0.0/8".parse().unwrap()], ..Networks::default() };
        let limiter = Limiter::new(Arc::new(networks));
        let (stranger, own) = ("192.0.2.1".parse().unwrap(), "10.0.0.1".parse().unwrap());
        for _ in 0..ADDRESS_MISSES_MAX {
            assert!(!limiter.is_blocked(stranger, at(0)));
            limiter.missed(stranger, "X-240202-0001", at(0));
            limiter.missed(own, "X-240202-0001", at(0));
        }
        assert!(limiter.is_blocked(stranger, at(59)));
        assert!(!limiter.is_blocked(stranger, at(60)));
        assert!(!limiter.is_blocked(own, at(0)));
    }

    #[test]
    fn a_code_is_answered_later_but_always_answered() {
        let limiter = Limiter::new(Arc::default());
        let address = "192.0.2.1".parse().unwrap();
        let mut last = Duration::ZERO;
        for _ in 0..200 {
            limiter.missed(address, "x-240202-0001", at(0));
            let delay = limiter.delay(address, "X2402020001", at(1));
            assert!(delay >= last && delay <= Duration::from_millis(DELAY_MS_MAX));
            last = delay;
        }
        assert_eq!(last, Duration::from_millis(DELAY_MS_MAX));
        assert_eq!(limiter.delay(address, "X-240202-0002", at(1)), Duration::ZERO);
    }

    #[test]
    fn a_flood_does_not_grow_without_end() {
        let mut misses = Misses::default();
        for n in 0..(ENTRIES_MAX + 5_000) {
            misses.add(n, at(i64::try_from(n / 1_000).unwrap()));
        }
        assert!(misses.entries.len() <= ENTRIES_MAX);
    }
}
