//! Accounts on every engine at hand, with a clock moved by hand.

mod managing;
mod sessions;
mod signing_in;
mod tokens;

use super::*;
use crate::port::{Clock, Files, SystemRandom};
use crate::{App, Config, policy};
use jiff::{SignedDuration, Timestamp};
use std::net::IpAddr;
use std::sync::{Arc, Mutex};
use storage::testing::TestDb;

/// Noon-less Friday: 2024-02-02 07:30 in Việt Nam.
const START: i64 = 1_706_833_800;

struct HandClock(Mutex<Timestamp>);

impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

struct NoFiles;

impl Files for NoFiles {
    fn put(&self, _: &str, _: &[u8]) -> std::io::Result<()> {
        Err(std::io::ErrorKind::Unsupported.into())
    }
    fn get(&self, _: &str) -> std::io::Result<Vec<u8>> {
        Err(std::io::ErrorKind::NotFound.into())
    }
}

struct Bench {
    app: App,
    clock: Arc<HandClock>,
    _db: TestDb,
}

impl Bench {
    async fn all() -> Vec<Self> {
        let mut all = Vec::new();
        for db in TestDb::all().await {
            let clock = Arc::new(HandClock(Mutex::new(Timestamp::from_second(START).unwrap())));
            let policy = policy::join(vec![pack()]).unwrap();
            let config = Config {
                public_url: "http://localhost".into(),
                demo: false,
                file_bytes_max: 1 << 20,
                limits: crate::account::Limits::STAFF,
            };
            let (random, files) = (Arc::new(SystemRandom), Arc::new(NoFiles));
            let app = App::new(db.store.clone(), clock.clone(), random, files, config, policy).await.unwrap();
            all.push(Self { app, clock, _db: db });
        }
        all
    }

    /// The same with the accounts of the demo.
    async fn seeded() -> Vec<Self> {
        let all = Self::all().await;
        for bench in &all {
            seed_demo(&bench.app).await.unwrap();
        }
        all
    }

    fn wait(&self, seconds: i64) {
        let mut now = self.clock.0.lock().unwrap();
        *now += SignedDuration::from_secs(seconds);
    }

    async fn try_in(&self, username: &str, password: &str, address: &str) -> Result<SignedIn, SignInError> {
        let address: IpAddr = address.parse().unwrap();
        sign_in(&self.app, username, password, address, None).await
    }

    /// Logs in at the machine itself; the token.
    async fn enter(&self, username: &str) -> String {
        self.try_in(username, DEMO_PASSWORD, "127.0.0.1").await.unwrap().token
    }

    async fn who(&self, token: &str) -> Option<(crate::Actor, SessionInfo)> {
        session(&self.app, token).await.unwrap()
    }

    /// The administrator of the demo.
    async fn administrator(&self) -> crate::Actor {
        let token = self.enter("quantri").await;
        self.who(&token).await.unwrap().0
    }
}

fn pack() -> catalogue::Pack {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/thanh-ha-2023");
    let mut files = Vec::new();
    gather(&folder, &folder, &mut files);
    policy::check("thanh-ha-2023", &files).unwrap().0
}

fn gather(root: &std::path::Path, folder: &std::path::Path, files: &mut Vec<policy::PackText>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            files.push((name, std::fs::read_to_string(&path).unwrap()));
        }
    }
}

const HERE: &str = "127.0.0.1";

/// At the machine itself.
fn here() -> Origin {
    Origin::from(HERE.parse::<IpAddr>().unwrap())
}

const NEW_PASSWORD: &str = "gạo nếp cái hoa vàng";
