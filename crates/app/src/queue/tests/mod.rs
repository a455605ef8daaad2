//! The queue through its use cases.

mod day;
mod life;
mod order;
mod races;

use super::counter::{Seat, open};
use super::*;
use crate::testing::{Office, actor};
use crate::{Actor, AppError};
use domain::place::UnitCode;
use domain::queue::{CounterNumber, Door, Group, Ticket};
use domain::role::Role;
use std::collections::BTreeSet;

pub fn unit() -> UnitCode {
    crate::testing::UNIT.parse().unwrap()
}

pub fn number(counter: i64) -> CounterNumber {
    CounterNumber::try_from(counter).unwrap()
}

pub fn wish(group: Group) -> Issue {
    Issue { unit: unit(), group, door: Door::Kiosk, priority: None, slot_at: None }
}

pub async fn given(office: &Office) -> Ticket {
    issue(&office.app, None, wish(Group::A), None).await.unwrap().ticket
}

pub async fn sit(office: &Office, officer: &Actor, counter: i64) {
    let seat = Seat { number: number(counter), groups: BTreeSet::new(), take_over: false };
    open(&office.app, officer, &unit(), seat).await.unwrap();
}

/// An officer of the unit without an account of their own.
pub fn officer(which: u128) -> Actor {
    actor(100 + which, "Quầy", "Công chức một cửa", &[Role::Receiver], crate::testing::UNIT)
}

pub async fn next(office: &Office, officer: &Actor, counter: i64) -> Result<NextCall, QueueError> {
    call_next(&office.app, officer, &unit(), number(counter)).await
}

pub async fn does(
    office: &Office,
    officer: &Actor,
    counter: i64,
    ticket: &Ticket,
    what: Act,
) -> Result<Ticket, QueueError> {
    let counter = Some(number(counter));
    act(&office.app, officer, &unit(), counter, ticket.id, None, what).await
}

pub fn is_denied(error: &QueueError) -> bool {
    matches!(error, QueueError::Other(AppError::Denied(_)))
}
