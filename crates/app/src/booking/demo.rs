//! Some bookings of people who do not exist, so that the demo's pages show something.

use super::book::{Asked, coded, insert, new_row};
use super::hold::take;
use super::{BookingError, Frame, plan};
use crate::App;
use domain::person::FullName;
use domain::place::UnitCode;
use jiff::civil::Date;
use storage::booking::seat;
use storage::dossier::day_number;
use storage::{StoreError, Tx, booking};

/// Who booked: name, hour as the position among the day's hours, what for.
const PEOPLE: [(&str, usize, &str); 6] = [
    ("Nguyễn Thị Mẫu Một", 0, "1.001193"),
    ("Trần Văn Mẫu Hai", 1, "2.000635"),
    ("Lê Thị Mẫu Ba", 1, "1.004873"),
    ("Phạm Văn Mẫu Bốn", 3, "2.000815"),
    ("Vũ Thị Mẫu Năm", 8, "1.000894"),
    ("Đỗ Văn Mẫu Sáu", 9, "2.000815"),
];

/// Books for the next day of a unit, once: not where any booking of that day exists.
///
/// # Errors
/// [`BookingError`].
pub async fn seed(app: &App, unit: &UnitCode) -> Result<(), BookingError> {
    let frame = Frame::of(app);
    let (reading, code) = (frame.clone(), unit.clone());
    let found = app.store.read(move |tx| next_day(tx, &reading, &code)).await?;
    let Some((on, minutes)) = found else { return Ok(()) };
    for (name, position, procedure) in PEOPLE {
        let (Some(minute), Ok(name)) = (minutes.get(position).copied(), FullName::parse(name)) else {
            continue;
        };
        let procedure = procedure.parse().ok();
        let asked = Asked { name, phone: None, email: None, procedure };
        let booked = coded(app, |id, code| {
            let (frame, asked, unit) = (frame.clone(), asked.clone(), unit.clone());
            move |tx: &mut Tx<'_>| {
                seat::lock_day(tx, unit.as_str(), day_number(on), frame.ms())?;
                let mut row = new_row(&frame, &id, &code, &unit, on, &asked);
                row.minute = Some(i64::from(minute));
                row.synthetic = true;
                take(tx, &frame, &unit, on, minute, &row.id, None)?;
                insert(tx, &frame, &row, "demo")
            }
        });
        match booked.await {
            // A full hour is nothing to fail a demo for.
            Ok(_) | Err(BookingError::Problem(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// The next day with hours after today and the minutes of its hours; nothing once anybody booked on it.
fn next_day(tx: &mut Tx<'_>, frame: &Frame, unit: &UnitCode) -> Result<Option<(Date, Vec<u16>)>, StoreError> {
    let basis = plan::basis(tx, unit, frame)?;
    let days = plan::days(&frame.policy, unit, frame.today(), &basis);
    let Some(on) = days.into_iter().find(|on| *on > frame.today()) else { return Ok(None) };
    let start = (i64::MIN, String::new());
    if !booking::list_day(tx, unit.as_str(), day_number(on), &start, 1)?.is_empty() {
        return Ok(None);
    }
    let hours = plan::planned(&frame.policy, unit, on, &basis);
    Ok(Some((on, hours.iter().map(plan::Hour::minute).collect())))
}
