//! Appointments from the outside: an office on each database, a clock that is moved by hand.

mod closing;
mod life;
mod limits;
mod waiting;

use super::*;
use crate::testing::{OTHER_UNIT, Office, UNIT, at};
use domain::person::{FullName, Phone};
use jiff::civil::{Date, date, time};
use storage::testing::TestDb;

/// The no-wait Friday after the one of the tests: Tết lies between.
pub(super) const NEXT: Date = date(2024, 2, 16);

/// An office on every database at hand, on the Thursday before its Friday.
pub(super) async fn offices() -> Vec<Office> {
    let mut offices = Vec::new();
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        office.clock.set(at("2024-02-01T09:00:00+07:00"));
        offices.push(office);
    }
    offices
}

pub(super) fn unit() -> UnitCode {
    UNIT.parse().unwrap()
}

pub(super) fn other_unit() -> UnitCode {
    OTHER_UNIT.parse().unwrap()
}

/// Somebody with a telephone number of their own, or none for 0.
pub(super) fn asked(number: u32) -> Asked {
    let phone = (number > 0).then(|| Phone::parse(&format!("09120{number:05}")).unwrap());
    let name = FullName::parse("Nguyễn Thị Đào").unwrap();
    Asked { name, phone, email: None, procedure: "1.001193".parse().ok() }
}

pub(super) const FRIDAY: Date = date(2024, 2, 2);

pub(super) const fn hour(hour: i8, minute: i8) -> Time {
    time(hour, minute, 0, 0)
}

/// Books an hour of the Friday as a person would: hold, then send the form.
pub(super) async fn take(office: &Office, at: Time, number: u32) -> Result<Booking, BookingError> {
    take_on(office, FRIDAY, at, number).await
}

pub(super) async fn take_on(
    office: &Office,
    on: Date,
    at: Time,
    number: u32,
) -> Result<Booking, BookingError> {
    let minute = domain::booking::slots::minute_of(at);
    let token = hold(&office.app, &unit(), on, minute).await?;
    book(&office.app, &token, asked(number), None, Caller::default()).await
}

/// The hours of a day at the office.
pub(super) async fn hours(office: &Office, on: Date) -> Vec<Hour> {
    let days = days_of(&office.app, &unit(), 10).await.unwrap();
    days.into_iter().find(|day| day.on == on).map(|day| day.hours).unwrap_or_default()
}

pub(super) async fn left(office: &Office, on: Date, at: Time) -> u32 {
    hours(office, on).await.into_iter().find(|hour| hour.at == at).map_or(0, |hour| hour.left)
}

/// Messages that wait, by topic.
pub(super) async fn queued(office: &Office) -> u64 {
    office.app.store.read(storage::ledger::count_queued).await.unwrap()
}

pub(super) fn problem(error: BookingError) -> SlotProblem {
    match error {
        BookingError::Problem(problem) => problem,
        BookingError::App(error) => panic!("{error:?}"),
    }
}

/// Fills every place of an hour.
pub(super) async fn fill(office: &Office, at: Time, first_number: u32) -> Vec<Booking> {
    let mut all = Vec::new();
    while left(office, FRIDAY, at).await > 0 {
        all.push(take(office, at, first_number + u32::try_from(all.len()).unwrap()).await.unwrap());
    }
    all
}

/// The first part of the Friday's list as the leader sees it.
pub(super) async fn listed(office: &Office) -> manage::DayList {
    let start = (i64::MIN, String::new());
    manage::day(&office.app, &office.leader, &unit(), FRIDAY, start, 50).await.unwrap()
}
