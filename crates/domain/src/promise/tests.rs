//! Facts in, promise out.

mod days;
mod invariants;
mod rows;

use super::{Presence, ProgrammeFacts, PromiseFacts};
use crate::channel::Channel;
use crate::day::tests::{at, office};
use crate::day::{DeadlineRule, Term, WorkingCalendar};
use crate::law::{Certainty, LegalSource};
use crate::procedure::{Bilingual, Checked, TermRule, Verification, VerificationPolicy};
use crate::programme::{OnDayOff, Programme};
use crate::validity::Validity;
use jiff::civil::{Weekday, date, time};
use std::sync::LazyLock;

static OFFICE: LazyLock<WorkingCalendar> = LazyLock::new(office);
static RULE: LazyLock<DeadlineRule> = LazyLock::new(DeadlineRule::civil_status);
static FRIDAY: LazyLock<Programme> = LazyLock::new(friday);

static SAME_DAY: LazyLock<TermRule> = LazyLock::new(|| term(Term::SameDay, None));
static NEVER: LazyLock<Verification> = LazyLock::new(|| verification(VerificationPolicy::No));

fn source(citation: &str) -> LegalSource {
    LegalSource { citation: citation.to_owned(), certainty: Certainty::Reconstruction }
}

fn term(term: Term, if_checked: Option<Checked>) -> TermRule {
    TermRule { term, if_checked, source: source("thời hạn") }
}

fn verification(policy: VerificationPolicy) -> Verification {
    Verification { policy, what: None, source: source("xác minh") }
}

/// The no-wait Friday of Thanh Hà.
pub(crate) fn friday() -> Programme {
    Programme {
        id: "thu-sau-khong-cho".parse().unwrap(),
        name: Bilingual { vi: "Ngày thứ sáu không chờ".to_owned(), en: "No-wait Friday".to_owned() },
        validity: Validity::since(date(2023, 10, 6)),
        run_by: "294".parse().unwrap(),
        weekdays: vec![Weekday::Friday],
        hours: None,
        cut_off: time(15, 30, 0, 0),
        after_cut_off_before: time(9, 0, 0, 0),
        on_day_off: OnDayOff::Skip,
        channels: vec![Channel::Counter, Channel::Online],
        capacity_may_refuse: false,
        quote_percent: Programme::QUOTE_PERCENT,
        entries: Vec::new(),
        source: source("kế hoạch"),
    }
}

/// A complete same-day dossier at the counter with everybody on site.
fn facts(received: &str) -> PromiseFacts<'static> {
    PromiseFacts {
        received_at: at(received),
        channel: Channel::Counter,
        term: &SAME_DAY,
        rule: &RULE,
        calendar: &OFFICE,
        programme: Some(ProgrammeFacts { programme: &FRIDAY, lists_procedure: true }),
        missing: &[],
        verification: &NEVER,
        verification_answer: None,
        presence: Presence::ASSUMED,
        capacity: None,
    }
}
