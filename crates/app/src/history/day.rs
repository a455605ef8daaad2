//! One Friday of one unit, from the first visitor to the last result, act by act in the order of the clock.

use super::chance::{Chance, SeededRandom};
use super::papers;
use super::people;
use super::plan;
use super::staff::Staff;
use crate::approve::{Decision, approve_in};
use crate::error::AppError;
use crate::handle::{Desk, Loaded, act_in};
use crate::intake::{Counter, Intake, Origin, receive_in};
use crate::policy::Policy;
use crate::port::Random;
use crate::secret::Keys;
use domain::dossier::{
    Act, Collector, CollectorIdentity, Command, Delivery, Dossier, FileRef, Finance, Outcome, PaymentMethod,
};
use domain::id::{DossierId, OutboxId};
use domain::permit::Action;
use domain::place::Unit;
use domain::procedure::ProcedureVersion;
use domain::promise::Presence;
use domain::time::{instant_on, to_ms};
use jiff::civil::{Date, time};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;
use storage::Tx;
use storage::event_log::DossierKey;

/// Seconds of the morning, 07:30-11:30; the clock of a day counts working seconds from its opening.
const MORNING_S: u32 = 4 * 3_600;

/// What happens to one visitor, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Receive,
    Pay,
    Appraise,
    Approve,
    Return,
}

/// One visitor with what they bring.
struct Visitor {
    id: DossierId,
    key: DossierKey,
    intake: Intake,
    result: BTreeMap<String, String>,
    method: PaymentMethod,
    hours: [(u32, Step); 5],
}

/// A unit's Friday, drawn from the seed before anything is written.
pub(super) struct Day {
    on: Date,
    visitors: Vec<Visitor>,
}

impl Day {
    /// Draws a day: `count` visitors, whose numbers go on from `serial`.
    pub(super) fn draw(
        chance: &mut Chance,
        policy: &Policy,
        unit: &Unit,
        on: Date,
        count: usize,
        serial: u32,
        scan: &FileRef,
    ) -> Self {
        let offered: Vec<Arc<ProcedureVersion>> =
            policy.list_of(&unit.code, on).into_iter().map(|(_, version)| version.clone()).collect();
        let weights: Vec<u32> = offered.iter().map(|version| plan::demand(version.code.as_str())).collect();
        let place = unit.name.vi.trim_start_matches("Ủy ban nhân dân ").to_owned();
        let mut visitors = Vec::with_capacity(count);
        for number in 0..count {
            let Some(version) = offered.get(chance.weighted(&weights)) else { continue };
            let serial = serial.saturating_add(u32::try_from(number).unwrap_or_default());
            let person = people::citizen(chance, serial, &place);
            let intake = papers::intake(chance, version, &unit.code, on, person, scan);
            let result = papers::result_fields(chance, version, &intake, on);
            let hours = hours(chance);
            let random = SeededRandom::new(Chance::new(chance.next(), u64::from(serial)));
            let received = hours.first().map_or(0, |(second, _)| *second);
            let ms = u64::try_from(to_ms(at(on, received))).unwrap_or_default();
            let (id, key) = (DossierId::from_parts(ms, random.number()), DossierKey(random.key()));
            let method = if chance.is(2, 3) { PaymentMethod::Cash } else { PaymentMethod::Transfer };
            visitors.push(Visitor { id, key, intake, result, method, hours });
        }
        Self { on, visitors }
    }

    /// The first dossier of the day: whether it exists tells whether the day was written.
    pub(super) fn first(&self) -> Option<DossierId> {
        self.visitors.first().map(|visitor| visitor.id)
    }

    /// Writes the day; everything goes through the rules that serve people.
    ///
    /// # Errors
    /// The first refusal: the seed contradicts the packs then, and nothing of the transaction stays.
    pub(super) fn write(
        &self,
        tx: &mut Tx<'_>,
        policy: &Policy,
        keys: &Keys,
        staff: &Staff,
    ) -> Result<usize, AppError> {
        let mut agenda: Vec<(u32, Step, usize)> = Vec::with_capacity(self.visitors.len() * 5);
        for (place, visitor) in self.visitors.iter().enumerate() {
            agenda.extend(visitor.hours.iter().map(|(second, step)| (*second, *step, place)));
        }
        agenda.sort_unstable();
        let mut open: Vec<Option<Dossier>> = vec![None; self.visitors.len()];
        for (second, step, place) in agenda {
            let (Some(visitor), Some(dossier)) = (self.visitors.get(place), open.get_mut(place)) else {
                continue;
            };
            let now = Now { policy, keys, staff, at: at(self.on, second) };
            *dossier = Some(match dossier.take() {
                None => now.receive(tx, visitor)?,
                Some(state) => now.go_on(tx, visitor, state, step)?,
            });
        }
        Ok(self.visitors.len())
    }
}

/// The working seconds of a visitor's day: in by half past three, out by five.
fn hours(chance: &mut Chance) -> [(u32, Step); 5] {
    let received = if chance.is(7, 10) {
        chance.between(120, MORNING_S - 600)
    } else {
        MORNING_S + chance.between(60, 6_900)
    };
    let paid = received + chance.between(40, 170);
    let appraised = received + chance.between(180, 1_500);
    let approved = appraised + chance.between(240, 2_100);
    let returned = approved + chance.between(180, 1_500);
    [
        (received, Step::Receive),
        (paid, Step::Pay),
        (appraised, Step::Appraise),
        (approved, Step::Approve),
        (returned, Step::Return),
    ]
}

/// The instant of a working second.
fn at(on: Date, second: u32) -> Timestamp {
    let (opens, into) = match second.checked_sub(MORNING_S) {
        Some(into) => (time(13, 30, 0, 0), into),
        None => (time(7, 30, 0, 0), second),
    };
    let opens = instant_on(on, opens);
    opens.checked_add(SignedDuration::from_secs(i64::from(into))).unwrap_or(opens)
}

/// One moment at one unit.
struct Now<'a> {
    policy: &'a Policy,
    keys: &'a Keys,
    staff: &'a Staff,
    at: Timestamp,
}

impl Now<'_> {
    fn receive(&self, tx: &mut Tx<'_>, visitor: &Visitor) -> Result<Dossier, AppError> {
        let unit = &visitor.intake.draft.unit;
        let may = Action::Dossier(Act::Receive);
        let context = self.staff.counter.at_unit(self.policy, self.at, may, unit)?;
        let counter = Counter {
            room: None,
            policy: self.policy,
            keys: self.keys,
            context: &context,
            id: visitor.id,
            key: &visitor.key,
            outbox: OutboxId::from_parts(0, 0),
        };
        let origin = Origin {
            prepared: None,
            synthetic: true,
            import_key: None,
            told_due_at: None,
            at: Some(self.at),
            presence: Some(Presence::ASSUMED),
            visit: None,
        };
        let (_, dossier) = receive_in(tx, &counter, &visitor.intake, &origin)?;
        Ok(dossier)
    }

    fn go_on(
        &self,
        tx: &mut Tx<'_>,
        visitor: &Visitor,
        state: Dossier,
        step: Step,
    ) -> Result<Dossier, AppError> {
        match step {
            Step::Receive => Ok(state),
            Step::Pay => match state.finance {
                Finance::Due(amount) => {
                    let bill = format!("BL-{}", state.code());
                    let pay = Command::RecordPayment { amount, method: visitor.method, bill };
                    self.act(tx, &self.staff.counter, visitor, state, pay)
                }
                Finance::None | Finance::Paid(_) | Finance::Exempt | Finance::Refunded(_) => Ok(state),
            },
            Step::Appraise => {
                let answers = visitor.result.clone();
                let note = String::new();
                let appraise = Command::Appraise { proposal: Outcome::Granted, note, answers };
                self.act(tx, &self.staff.appraiser, visitor, state, appraise)
            }
            Step::Approve => {
                let desk = self.desk(&self.staff.leader);
                let code = state.code().clone();
                let decision =
                    Decision { code, seen: None, outcome: Outcome::Granted, reason: String::new() };
                let loaded = Loaded { state, key: visitor.key.clone() };
                approve_in(tx, &desk, self.keys, loaded, &decision)
            }
            Step::Return => {
                let name = visitor.intake.applicant.person().name.clone();
                let collector = Collector { name, identity: CollectorIdentity::Applicant };
                // The paper is drawn and hashed when it is first opened; none went over a counter.
                let paper_sha256 = String::new();
                let hand_back = Command::HandBack { collector, delivery: Delivery::Handed, paper_sha256 };
                self.act(tx, &self.staff.counter, visitor, state, hand_back)
            }
        }
    }

    fn act(
        &self,
        tx: &mut Tx<'_>,
        actor: &crate::Actor,
        visitor: &Visitor,
        state: Dossier,
        command: Command,
    ) -> Result<Dossier, AppError> {
        let loaded = Loaded { state, key: visitor.key.clone() };
        act_in(tx, &self.desk(actor), loaded, command.act(), |_| Ok(command.clone()))
    }

    fn desk<'d>(&'d self, actor: &'d crate::Actor) -> Desk<'d> {
        Desk { policy: self.policy, actor, at: self.at, outbox: None }
    }
}
