//! The plan of a unit's day from what the product knows.

use crate::Policy;
use crate::roster::read::plan as roster_of;
use domain::day::{Window as Hours, WorkingCalendar};
use domain::place::UnitCode;
use domain::programme::Programme;
use domain::promise::Duty;
use domain::roster::{Post, Shift};
use domain::time::{civil, from_ms, instant_on};
use friday::forecast::Slot;
use friday::simulate::{Officer, Plan};
use friday::{DayTime, Law, PerStage, Span, Stage, Window, Windows};
use jiff::civil::{Date, Time};
use storage::dossier::{day_number, list_day};
use storage::{StoreError, Tx};

/// A unit's day as a plan, and where it comes from.
pub struct Live {
    /// The plan.
    pub plan: Plan,
    /// Whether people come from a roster; else one for each duty is taken to be there all day.
    pub has_roster: bool,
    /// Programme days behind the forecast.
    pub days_counted: usize,
}

/// Programme days the forecast looks back: a quarter.
const WEEKS: i64 = 13;
/// Length of a slot of the forecast.
const SLOT: Span = Span::from_minutes(30);
/// What is assumed before anything was counted: arrivals an hour, believed like two days. The article's 2,192 dossiers
/// over 17 Fridays and 21 units are about six a day and unit.
const ASSUMED_PER_HOUR: f64 = 6.0 / 8.0;
/// How many assumed days count.
const ASSUMED_DAYS: f64 = 2.0;
/// How much one day differs from the forecast.
const SPREAD: f64 = 0.2;
/// Share of citizens with priority (our estimate).
const PRIORITY: f64 = 0.15;
/// Share of citizens who need help with the form (our estimate).
const NEED_HELP: f64 = 0.4;

/// The laws assumed for each duty: 10, 15, 3 and 5 minutes (our estimate, no source).
pub fn usual_laws() -> PerStage<Law> {
    let minutes = [(10, 0.6), (15, 0.8), (3, 0.5), (5, 0.5)];
    PerStage(minutes.map(|(mean, cv)| Law::lognormal(Span::from_minutes(mean), cv)))
}

/// The seed of a day's simulations.
pub(super) fn seed(on: Date) -> u64 {
    day_number(on).unsigned_abs()
}

/// Reads a unit's day; none when it is closed or there is no such unit.
pub(super) fn read(
    tx: &mut Tx<'_>,
    policy: &Policy,
    unit: &UnitCode,
    on: Date,
) -> Result<Option<Live>, StoreError> {
    let Some(calendar) = policy.calendar_of(unit, on) else { return Ok(None) };
    let opening = windows(calendar.windows_on(on));
    let Some(closing) = opening.end() else { return Ok(None) };
    let programme = policy.programmes_at(unit, on).into_iter().next();
    let mut plan = Plan::new(opening.clone(), closing, usual_laws());
    plan.cut_off = programme.map(|programme| end_of_minute(programme.cut_off));
    let noon = instant_on(on, Time::midnight());
    let roster = roster_of(tx, policy, unit, on, noon)?;
    let there = |shift: &&Shift| !roster.absences.iter().any(|absence| absence.person == shift.person);
    let shifts: Vec<&Shift> = roster.shifts.iter().filter(there).collect();
    let has_roster = !roster.shifts.is_empty();
    if has_roster {
        people(&mut plan, &shifts);
    } else {
        plan.officers = Stage::ALL.map(|stage| Officer::at(stage, opening.clone())).to_vec();
    }
    plan.volunteers.share = NEED_HELP;
    plan.priority_share = PRIORITY;
    plan.load_spread = SPREAD;
    let (walk_ins, days_counted) = forecast(tx, (unit, on), calendar, programme, &opening)?;
    plan.walk_ins = walk_ins;
    Ok(Some(Live { plan, has_roster, days_counted }))
}

fn windows(hours: &[Hours]) -> Windows {
    Windows::new(
        hours.iter().map(|hours| Window { from: day_time(hours.opens()), to: day_time(hours.closes()) }),
    )
}

fn day_time(at: Time) -> DayTime {
    DayTime::hm(i64::from(at.hour()), i64::from(at.minute()))
}

/// A printed minute belongs to the time before it: 15:30 is in time, 15:31 is not.
fn end_of_minute(at: Time) -> DayTime {
    day_time(at) + Span::from_ms(59_999)
}

/// Officers and volunteers of a roster; an extra officer receives, appraises and returns.
fn people(plan: &mut Plan, shifts: &[&Shift]) {
    for shift in shifts {
        let hours = Windows::one(day_time(shift.from), day_time(shift.to));
        match shift.post {
            Post::Duty(duty) => plan.officers.push(Officer::at(stage_of(duty), hours)),
            Post::Extra => plan.officers.push(Officer {
                duties: PerStage::from_fn(|stage| stage != Stage::Approve),
                windows: hours,
                absent: 0.0,
            }),
            Post::Volunteer => plan.volunteers.windows.push(hours),
        }
    }
}

const fn stage_of(duty: Duty) -> Stage {
    match duty {
        Duty::Receive => Stage::Receive,
        Duty::Appraise => Stage::Appraise,
        Duty::Approve => Stage::Approve,
        Duty::Return => Stage::Return,
    }
}

/// Arrivals an hour for each half hour, learned from the programme days of the last quarter, the latest counting most.
fn forecast(
    tx: &mut Tx<'_>,
    (unit, on): (&UnitCode, Date),
    calendar: &WorkingCalendar,
    programme: Option<&Programme>,
    opening: &Windows,
) -> Result<(Vec<(Window, f64)>, usize), StoreError> {
    let last = programme.map_or(opening.end(), |programme| Some(end_of_minute(programme.cut_off)));
    let slots = slots(opening, last.unwrap_or_default());
    let hours = SLOT.minutes() / 60.0;
    let mut learned = vec![Slot::prior(ASSUMED_PER_HOUR * hours, ASSUMED_DAYS); slots.len()];
    let mut days = 0;
    for week in (1..=WEEKS).rev() {
        let Ok(day) = on.checked_sub(jiff::Span::new().days(7 * week)) else { continue };
        if calendar.windows_on(day).is_empty() {
            continue;
        }
        let arrivals: Vec<DayTime> = list_day(tx, unit, day_number(day))?
            .iter()
            .map(|row| day_time(civil(from_ms(row.received_at)).time()))
            .collect();
        // A unit without a single file has not taken part yet.
        if arrivals.is_empty() {
            continue;
        }
        days += 1;
        for (slot, learned) in slots.iter().zip(&mut learned) {
            let count = arrivals.iter().filter(|at| slot.from <= **at && **at < slot.to).count();
            *learned = learned.after(u32::try_from(count).unwrap_or(u32::MAX));
        }
    }
    let rates = slots.into_iter().zip(learned).map(|(slot, learned)| {
        let share = (slot.to - slot.from).minutes() / SLOT.minutes();
        (slot, learned.mean() / hours / share.max(0.1))
    });
    Ok((rates.collect(), days))
}

/// Half hours of the opening hours up to the last one at which files are promised.
fn slots(opening: &Windows, last: DayTime) -> Vec<Window> {
    let mut slots = Vec::new();
    for hours in opening.as_slice() {
        let mut from = hours.from;
        while from < hours.to.min(last) {
            let to = (from + SLOT).min(hours.to);
            slots.push(Window { from, to });
            from = to;
        }
    }
    slots
}
