//! The policy in force: packs without errors, calendars that know this year and the next.

use std::collections::BTreeSet;

use app::policy::{self, Policy, PolicyError};
use domain::day::YearStatus;
use domain::place::CalendarId;
use domain::time::civil;
use i18n::Key;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use storage::Store;

use super::{Findings, State};

/// From this month on, the days off of the next year should be known.
const NEXT_YEAR_FROM_MONTH: i8 = 11;

/// Looks at every pack, then at the calendars they make together.
pub async fn packs(findings: &mut Findings<'_>, store: &Store, now: Timestamp) {
    match policy::load(store).await {
        Ok(policy) if policy.packs().is_empty() => {
            findings.add("packs", State::Warning, Key::CliServeNoPack, &[]);
        }
        Ok(policy) => {
            let names: Vec<&str> = policy.packs().iter().map(|pack| pack.id.as_str()).collect();
            findings.add("packs", State::Fine, Key::CliDoctorPacks, &[("packs", &names.join(", "))]);
            calendars(findings, &policy, civil(now).date());
        }
        Err(PolicyError::Pack { pack, diagnostics }) => {
            let errors = crate::output::count(findings.context.lang, Key::CliErrors, diagnostics.len());
            let texts = [("pack", &*pack), ("errors", &*errors)];
            findings.add("packs", State::Fault, Key::CliPackHasErrors, &texts);
        }
        Err(error) => {
            findings.add("packs", State::Fault, Key::CliDoctorSays, &[("what", &error.to_string())])
        }
    }
}

/// The alarm for years without days off: deadlines would be promised as if nobody ever rested.
fn calendars(findings: &mut Findings<'_>, policy: &Policy, today: Date) {
    let used: BTreeSet<&CalendarId> = policy.units().on(today).map(|unit| &unit.calendar).collect();
    if used.is_empty() {
        findings.add("units", State::Warning, Key::CliDoctorNoUnit, &[("day", &today.to_string())]);
        return;
    }
    let next = (today.month() >= NEXT_YEAR_FROM_MONTH).then(|| date(today.year().saturating_add(1), 1, 1));
    for id in used {
        let Some(calendar) = policy.calendar(id) else { continue };
        for (on, missing) in [(Some(today), State::Fault), (next, State::Warning)] {
            let Some(on) = on else { continue };
            let texts = [("calendar", id.as_str()), ("year", &*on.year().to_string())];
            match calendar.year_status(on) {
                Ok(YearStatus::Confirmed) => {
                    findings.add("calendar", State::Fine, Key::CliDoctorYear, &texts);
                }
                Ok(YearStatus::Estimate) => {
                    findings.add("calendar", State::Warning, Key::CliDoctorYearEstimate, &texts);
                }
                Err(_) => findings.add("calendar", missing, Key::CliDoctorYearMissing, &texts),
            }
        }
    }
}
