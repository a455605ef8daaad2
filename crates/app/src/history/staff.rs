//! Who served on the seeded Fridays: accounts nobody can log in with, whose rights ended with the last Friday.

use super::chance::Chance;
use super::people;
use crate::Actor;
use crate::error::AppError;
use domain::id::AccountId;
use domain::place::Unit;
use domain::role::{Grant, Role};
use domain::time::{instant_on, to_ms};
use domain::validity::Validity;
use jiff::Timestamp;
use jiff::civil::{Date, Time, date};
use storage::Tx;
use storage::account::{self, Account};

/// In force from the day before the first Friday.
const FROM: Date = date(2023, 10, 1);
/// Until the end of the month of the last one: nobody of them may do anything in the demo's present.
const TO: Date = date(2024, 1, 31);

/// The people of one unit.
pub(super) struct Staff {
    /// Receives, takes the fee and gives the result back.
    pub counter: Actor,
    /// Appraises.
    pub appraiser: Actor,
    /// Approves; neither of the two others.
    pub leader: Actor,
}

/// The people of a unit; the same for the same seed.
pub(super) fn staff(seed: u64, unit: &Unit) -> Staff {
    let number: u64 = unit.code.as_str().parse().unwrap_or_default();
    let mut chance = Chance::new(seed, 0x57AF_0000_0000 ^ number);
    let mut person = |place: u64, title: &str, roles: &[Role]| {
        let validity = Validity { from: FROM, to: Some(TO) };
        let grant = |role: &Role| Grant { role: *role, unit: unit.code.clone(), validity };
        let random = u128::from(number) << 8 | u128::from(place);
        Actor {
            account: AccountId::from_parts(u64::try_from(to_ms(made_at())).unwrap_or_default(), random),
            name: people::anybody(&mut chance),
            title: title.to_owned(),
            grants: roles.iter().map(grant).collect(),
            unit: unit.code.clone(),
            stand_ins: Vec::new(),
        }
    };
    Staff {
        counter: person(1, "Công chức Bộ phận Một cửa", &[Role::Receiver, Role::ReturnOfficer]),
        appraiser: person(2, "Chuyên viên thẩm định", &[Role::Appraiser]),
        leader: person(3, &unit.signer_title, &[Role::Leader]),
    }
}

fn made_at() -> Timestamp {
    instant_on(FROM, Time::midnight())
}

impl Staff {
    /// The three.
    fn all(&self) -> [(&Actor, &'static str); 3] {
        [(&self.counter, "tiep-nhan"), (&self.appraiser, "tham-dinh"), (&self.leader, "lanh-dao")]
    }

    /// Writes the accounts that are missing: disabled, and with a hash no password has.
    pub(super) fn enrol(&self, tx: &mut Tx<'_>) -> Result<(), AppError> {
        for (actor, place) in self.all() {
            if account::find(tx, actor.account)?.is_some() {
                continue;
            }
            let row = Account {
                id: actor.account,
                username: format!("lich-su.{}.{place}", actor.unit),
                name: actor.name.clone(),
                title: actor.title.clone(),
                phone: String::new(),
                password_hash: "!".to_owned(),
                must_change_password: true,
                loopback_only: true,
                disabled_at: Some(to_ms(made_at())),
                created_at: to_ms(made_at()),
                version: 1,
            };
            account::insert(tx, &row)?;
            for grant in &actor.grants {
                account::grant(tx, actor.account, grant)?;
            }
        }
        Ok(())
    }
}
