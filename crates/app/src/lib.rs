//! Use cases: load, decide, commit, answer.
//!
//! Each use case is one file with one public entry. It asks [`domain::permit`] first, decides with pure rules of
//! `domain`, and commits state, event, receipt and outbox rows in one transaction. Whatever reads a clock, random
//! bits or files does so through a [`port`].
//!
//! | module | use case |
//! |---|---|
//! | [`account`] | log-in, sessions, roles, tokens |
//! | [`intake`] | assess, receive, turn away |
//! | [`handle`] | every other act on a dossier |
//! | [`approve`] | decide one or many, with the result's number |
//! | [`export`] | dossiers and events, line by line |
//! | [`history`] | the demo's past from a seed |
//! | [`import`] | registers of earlier dossiers, all or nothing |
//! | [`attach`] | files that people bring |
//! | [`booking`] | appointments for a no-wait day |
//! | [`notify`] | messages to staff, said once |
//! | [`paper`] | receipts, slips and results as PDF |
//! | [`presence`] | checking in and out, being called away, standing in |
//! | [`roster`] | who is meant to be here, and whether that is enough |
//! | [`queue`] | tickets and counters |
//! | [`read`] | dossier pages, work lists, the day, the board |
//! | [`simulate`] | what if: a planned day played many times |
//! | [`standing`] | how units stand on a no-wait day |
//! | [`watch`] | quotes, risks, causes: what becomes of promises |
//! | [`status`] | what the public may see |
//! | [`policy`] | packs, programmes and calendars as one snapshot |

pub mod account;
pub mod actor;
pub mod approve;
pub mod attach;
pub mod booking;
pub mod duty;
pub mod error;
pub mod export;
pub mod handle;
pub mod history;
pub mod import;
pub mod intake;
pub mod notify;
pub mod paper;
pub mod policy;
pub mod port;
pub mod presence;
pub mod queue;
pub mod read;
pub mod roster;
pub mod secret;
pub mod simulate;
pub mod standing;
pub mod status;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod watch;

pub use actor::Actor;
pub use error::AppError;
pub use policy::Policy;
pub use port::{Clock, Files, Random};

use domain::place::UnitCode;
use std::sync::{Arc, RwLock};
use storage::{Store, StoreError};
use tokio::sync::broadcast;

/// How this installation is set up.
#[derive(Debug, Clone)]
pub struct Config {
    /// The address that QR codes and links use, without a slash at the end.
    pub public_url: String,
    /// Whether this is the demo: its clock can be moved, its accounts are known.
    pub demo: bool,
    /// The largest file taken at the counter, in bytes.
    pub file_bytes_max: usize,
    /// How long a session lives.
    pub limits: account::Limits,
}

/// The product: everything a use case needs. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub store: Store,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Random bits.
    pub random: Arc<dyn Random>,
    /// Files by hash.
    pub files: Arc<dyn Files>,
    /// Opens strangers' PDF files, in a child process.
    pub inspector: Arc<dyn attach::Inspect>,
    /// How it is set up.
    pub config: Arc<Config>,
    /// Keys of the installation.
    pub keys: secret::Keys,
    /// What is known of each unit's day.
    pub watch: Arc<watch::Cache>,
    policy: Arc<RwLock<Arc<Policy>>>,
    changes: broadcast::Sender<UnitCode>,
}

impl App {
    /// Puts the parts together and loads (or makes) the keys of the installation.
    ///
    /// # Errors
    /// [`StoreError`] when the keys cannot be read.
    pub async fn new(
        store: Store,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
        files: Arc<dyn Files>,
        config: Config,
        policy: Policy,
    ) -> Result<Self, StoreError> {
        let keys = secret::Keys::load(&store, random.as_ref()).await?;
        let (changes, _) = broadcast::channel(256);
        let policy = Arc::new(RwLock::new(Arc::new(policy)));
        let (inspector, config) = (Arc::new(attach::Inspector::this_program()), Arc::new(config));
        let watch = Arc::new(watch::Cache::default());
        Ok(Self { store, clock, random, files, inspector, config, keys, watch, policy, changes })
    }

    /// The policy in force, as one unchanging snapshot.
    pub fn policy(&self) -> Arc<Policy> {
        // A poisoned lock still holds a whole snapshot: it is only ever replaced as one.
        self.policy.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    /// Replaces the policy.
    pub fn set_policy(&self, policy: Policy) {
        *self.policy.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Arc::new(policy);
        self.watch.forget_all();
    }

    /// Tells boards and pages that something of a unit changed.
    pub fn announce(&self, unit: &UnitCode) {
        self.watch.forget(unit);
        // Nobody listening is fine.
        let _ = self.changes.send(unit.clone());
    }

    /// Listens to changes of all units.
    pub fn listen(&self) -> broadcast::Receiver<UnitCode> {
        self.changes.subscribe()
    }
}
