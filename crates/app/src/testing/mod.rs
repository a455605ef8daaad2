//! An office for tests: the product on a fresh SQLite database with the pack of Thanh Hà, a clock that stands until it
//! is moved, and staff with one duty each.
//!
//! ```no_run
//! # async fn story() {
//! let office = app::testing::Office::open().await;
//! let receipt = office.receive("2.000635", &[("subject_name", "Trần Gia Bảo")]).await;
//! office.appraise(&receipt.code, &[]).await;
//! office.approve(&receipt.code).await;
//! # }
//! ```
#![allow(clippy::expect_used, reason = "a test that cannot have its office should end with the reason")]

mod ports;
mod story;

pub use ports::{CountedRandom, ManualClock, MemoryFiles};

use crate::attach::InProcess;
use crate::policy::{PackText, Policy};
use crate::{Actor, App, Config};
use domain::id::AccountId;
use domain::place::UnitCode;
use domain::role::{Grant, Role};
use domain::validity::Validity;
use jiff::Timestamp;
use jiff::civil::date;
use std::sync::Arc;
use storage::Tx;
use storage::account::{self, Account};
use storage::testing::TestDb;

/// The pack of the office.
pub const PACK: &str = "thanh-ha-2023";

/// The unit of the office: the commune of Thanh Xá.
pub const UNIT: &str = "10852";

/// Another commune of the same district.
pub const OTHER_UNIT: &str = "10816";

/// The office with its staff.
pub struct Office {
    /// The product.
    pub app: App,
    /// Its clock: a no-wait Friday, 2024-02-02 08:00.
    pub clock: Arc<ManualClock>,
    /// Its files.
    pub files: Arc<MemoryFiles>,
    /// Receives; may also appraise.
    pub receiver: Actor,
    /// Appraises.
    pub appraiser: Actor,
    /// Decides.
    pub leader: Actor,
    /// Gives results back and takes fees.
    pub return_officer: Actor,
    /// Administers; may read no dossier.
    pub administrator: Actor,
    /// Receives at another commune.
    pub stranger: Actor,
    /// Keeps the database until the end.
    pub db: TestDb,
}

impl Office {
    /// Opens an office on SQLite.
    pub async fn open() -> Self {
        Self::open_on(TestDb::sqlite().await).await
    }

    /// Opens an office on a migrated database.
    pub async fn open_on(db: TestDb) -> Self {
        let clock = Arc::new(ManualClock::new(at("2024-02-02T08:00:00+07:00")));
        let files = Arc::new(MemoryFiles::default());
        let config = Config {
            public_url: "https://thanhha.example".to_owned(),
            demo: true,
            file_bytes_max: 10 * 1024 * 1024,
            limits: crate::account::Limits::DEMO,
        };
        let random = Arc::new(CountedRandom::default());
        let mut app =
            App::new(db.store.clone(), clock.clone(), random, files.clone(), config, pack_policy(PACK))
                .await
                .expect("the keys of a fresh database are made");
        // Tests make their files themselves, and a test program has no hidden command to count them with.
        app.inspector = Arc::new(InProcess);
        let staff = |number: u128, name: &str, title: &str, roles: &[Role], unit: &str| {
            actor(number, name, title, roles, unit)
        };
        let both = [Role::Receiver, Role::Appraiser];
        let office = Self {
            receiver: staff(1, "Lê Thị Tiếp", "Công chức một cửa", &both, UNIT),
            appraiser: staff(2, "Vũ Văn Thẩm", "Công chức tư pháp - hộ tịch", &[Role::Appraiser], UNIT),
            leader: staff(3, "Phạm Văn Mẫu", "CHỦ TỊCH", &[Role::Leader], UNIT),
            return_officer: staff(4, "Đỗ Thị Trả", "Công chức một cửa", &[Role::ReturnOfficer], UNIT),
            administrator: staff(5, "Quản Thị Trị", "Quản trị", &[Role::Administrator], UNIT),
            stranger: staff(6, "Ngô Văn Lạ", "Công chức một cửa", &[Role::Receiver], OTHER_UNIT),
            app,
            clock,
            files,
            db,
        };
        office.employ().await;
        office.present().await;
        office
    }

    async fn employ(&self) {
        let staff = [
            &self.receiver,
            &self.appraiser,
            &self.leader,
            &self.return_officer,
            &self.administrator,
            &self.stranger,
        ];
        let staff: Vec<Actor> = staff.into_iter().cloned().collect();
        let hired = self.db.store.write(move |tx| staff.iter().try_for_each(|actor| employ(tx, actor))).await;
        hired.expect("accounts fit into a fresh database");
    }
}

fn employ(tx: &mut Tx<'_>, actor: &Actor) -> Result<(), storage::StoreError> {
    let account = Account {
        id: actor.account,
        username: format!("nv{}", actor.account.to_string().to_lowercase()),
        name: actor.name.clone(),
        title: actor.title.clone(),
        phone: "0220 000 0001".to_owned(),
        password_hash: String::new(),
        must_change_password: false,
        loopback_only: true,
        disabled_at: None,
        created_at: 0,
        version: 1,
    };
    account::insert(tx, &account)?;
    actor.grants.iter().try_for_each(|grant| account::grant(tx, actor.account, grant))
}

/// A member of staff with roles at a unit since 2020.
pub fn actor(number: u128, name: &str, title: &str, roles: &[Role], unit: &str) -> Actor {
    let unit: UnitCode = unit.parse().expect("a unit's code is digits");
    let grant =
        |role: &Role| Grant { role: *role, unit: unit.clone(), validity: Validity::since(date(2020, 1, 1)) };
    Actor {
        account: AccountId::from_parts(0, number),
        name: name.to_owned(),
        title: title.to_owned(),
        grants: roles.iter().map(grant).collect(),
        unit: unit.clone(),
        stand_ins: Vec::new(),
    }
}

/// An instant as it is written: `2024-02-02T08:00:00+07:00`.
pub fn at(text: &str) -> Timestamp {
    text.parse().expect("the test writes an instant")
}

/// The files of a pack that ships with the program.
pub fn pack_files(name: &str) -> Vec<PackText> {
    let files = catalogue::embedded(name).expect("the pack ships with the program");
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// The policy of one pack that ships with the program.
pub fn pack_policy(name: &str) -> Policy {
    let (pack, _) = crate::policy::check(name, &pack_files(name)).expect("the pack has no errors");
    crate::policy::join(vec![pack]).expect("one pack does not contradict itself")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::dossier::Stage;

    #[tokio::test]
    async fn the_office_takes_a_dossier_from_counter_to_result() {
        let office = Office::open().await;
        for procedure in ["2.000635", "2.000815", "1.004873"] {
            let receipt = office.receive(procedure, &[]).await;
            office.appraise(&receipt.code, &[]).await;
            assert_eq!(office.approve(&receipt.code).await.stage, Stage::ResultReady, "{procedure}");
        }
    }
}
