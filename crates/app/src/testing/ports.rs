//! Ports that a test holds in its hand.

use crate::port::{Clock, Files, Random};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicI64, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// A clock that stands until it is moved.
pub struct ManualClock(AtomicI64);

impl ManualClock {
    /// Stands at an instant.
    pub fn new(at: Timestamp) -> Self {
        Self(AtomicI64::new(at.as_millisecond()))
    }

    /// Moves to an instant, backwards too.
    pub fn set(&self, at: Timestamp) {
        self.0.store(at.as_millisecond(), Ordering::SeqCst);
    }

    /// Lets minutes pass.
    pub fn pass_minutes(&self, minutes: i64) {
        self.0.fetch_add(minutes * 60_000, Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        domain::time::from_ms(self.0.load(Ordering::SeqCst))
    }

    fn move_to(&self, to: Timestamp) -> bool {
        let forward = to >= self.now();
        if forward {
            self.set(to);
        }
        forward
    }
}

/// The same bits in the same order in every run; never the same twice in one.
#[derive(Default)]
pub struct CountedRandom(AtomicU64);

impl Random for CountedRandom {
    fn fill(&self, buffer: &mut [u8]) {
        for chunk in buffer.chunks_mut(32) {
            let number = self.0.fetch_add(1, Ordering::SeqCst);
            let digest = Sha256::digest(number.to_be_bytes());
            chunk.iter_mut().zip(digest.iter()).for_each(|(to, from)| *to = *from);
        }
    }
}

/// Files in memory; counts how often something new was put.
#[derive(Default)]
pub struct MemoryFiles {
    kept: Mutex<BTreeMap<String, Vec<u8>>>,
    puts: AtomicUsize,
}

impl MemoryFiles {
    /// How many files are kept.
    pub fn len(&self) -> usize {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How often bytes were put, the same ones again included.
    pub fn puts(&self) -> usize {
        self.puts.load(Ordering::SeqCst)
    }

    /// Loses a file, as a damaged disk would.
    pub fn lose(&self, sha256: &str) {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).remove(sha256);
    }
}

impl Files for MemoryFiles {
    fn put(&self, sha256: &str, bytes: &[u8]) -> io::Result<()> {
        self.puts.fetch_add(1, Ordering::SeqCst);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.entry(sha256.to_owned()).or_insert_with(|| bytes.to_vec());
        Ok(())
    }

    fn get(&self, sha256: &str) -> io::Result<Vec<u8>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(sha256).cloned().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    }
}
