//! A deadline in one sentence, with the calendar days it passed over and why.

use domain::day::{Closed, Deadline, DeadlineReason, Remainder, SkippedSpan, SkippedWhy, Term, Warning};
use domain::time::civil;
use jiff::civil::{Date, Weekday};

use super::{count, list, say, when};
use crate::{Key, Lang, format, text};

/// Why something is due when it is due, in one sentence; one more for each warning.
///
/// `Nhận lúc 14 giờ 20 thứ Tư, 07/02/2024, 3 ngày làm việc: không tính ngày nhận; bỏ qua 08/02–14/02 (nghỉ Tết
/// Nguyên đán) và 17/02–18/02 (cuối tuần); hẹn trước 17 giờ thứ Hai, 19/02/2024.`
pub fn deadline_sentence(deadline: &Deadline, lang: Lang) -> String {
    let mut steps: Vec<String> =
        deadline.reasons.iter().filter_map(|reason| step(reason, deadline, lang)).collect();
    if !deadline.skipped.is_empty() {
        steps.push(say(lang, Key::ReasonsStepSkipped, &[("spans", &skipped(deadline, lang))]));
    }
    let (received, due) = (when::at(lang, deadline.received_at), when::at(lang, deadline.due_at));
    let (steps, term) = (steps.join("; "), term(deadline.term, lang));
    let key = if steps.is_empty() { Key::ReasonsDeadlinePlain } else { Key::ReasonsDeadline };
    let args = [("received", &*received), ("term", &*term), ("steps", &*steps), ("due", &*due)];
    let mut sentences = vec![say(lang, key, &args)];
    sentences.extend(deadline.warnings.iter().map(|uncertain| warning(*uncertain, lang)));
    sentences.join(" ")
}

/// How long something may take: `3 ngày làm việc`.
pub fn term(term: Term, lang: Lang) -> String {
    match term {
        Term::SameDay => text(lang, Key::ReasonsTermSameDay).to_owned(),
        Term::WorkingDays(days) => count(lang, Key::ReasonsTermWorkingDays, "n", days),
        Term::CalendarDays(days) => count(lang, Key::ReasonsTermCalendarDays, "n", days),
        Term::Hours(hours) => count(lang, Key::ReasonsTermHours, "n", hours),
    }
}

/// What makes a deadline less than certain, and what to do.
pub fn warning(warning: Warning, lang: Lang) -> String {
    let (key, year) = match warning {
        Warning::MissingYear { year } => (Key::ReasonsWarningMissingYear, year),
        Warning::EstimatedYear { year } => (Key::ReasonsWarningEstimatedYear, year),
        Warning::OutOfRange => return text(lang, Key::ReasonsWarningOutOfRange).to_owned(),
    };
    say(lang, key, &[("year", &year.to_string())])
}

/// One step as a part of the sentence; the due time closes the sentence and is no part.
fn step(reason: &DeadlineReason, deadline: &Deadline, lang: Lang) -> Option<String> {
    let part = match reason {
        DeadlineReason::CountedFromNextOpening { closed } => next_opening(*closed, deadline, lang),
        DeadlineReason::ByCutOff { received: _, cut_off } => {
            say(lang, Key::ReasonsStepByCutOff, &[("cutoff", &format::clock(lang, *cut_off))])
        }
        DeadlineReason::AfterCutOff { received: _, cut_off } => {
            say(lang, Key::ReasonsStepAfterCutOff, &[("cutoff", &format::clock(lang, *cut_off))])
        }
        DeadlineReason::DayOfReceiptNotCounted { on } if *on == civil(deadline.received_at).date() => {
            text(lang, Key::ReasonsStepReceiptNotCounted).to_owned()
        }
        DeadlineReason::DayOfReceiptNotCounted { on } => {
            say(lang, Key::ReasonsStepDayNotCounted, &[("on", &when::day(lang, *on))])
        }
        DeadlineReason::MakeUpDayCounted { on, name: _ } => {
            say(lang, Key::ReasonsStepMadeUp, &[("on", &when::day(lang, *on))])
        }
        DeadlineReason::MovedFromDayOff { from } => {
            say(lang, Key::ReasonsStepMoved, &[("on", &when::day(lang, *from))])
        }
        DeadlineReason::Resumed { paused_at, resumed_at, remainder } => {
            let [paused, resumed] = [*paused_at, *resumed_at].map(|at| when::at(lang, at));
            let left = left_over(*remainder, lang);
            let args = [("paused", &*paused), ("resumed", &*resumed), ("left", &*left)];
            say(lang, Key::ReasonsStepResumed, &args)
        }
        DeadlineReason::EndsAtClosing { at: _ } | DeadlineReason::EndsWithinHours { at: _ } => return None,
    };
    Some(part)
}

/// A resumed deadline keeps the receipt it began with, so its opening is told without a time.
fn next_opening(closed: Closed, deadline: &Deadline, lang: Lang) -> String {
    if deadline.reasons.iter().any(|reason| matches!(reason, DeadlineReason::Resumed { .. })) {
        return text(lang, Key::ReasonsStepResumedClosed).to_owned();
    }
    let key = match closed {
        Closed::DayOff => Key::ReasonsStepDayOff,
        Closed::BeforeOpening => Key::ReasonsStepBeforeOpening,
        Closed::Break => Key::ReasonsStepBreak,
        Closed::AfterClosing => Key::ReasonsStepAfterClosing,
    };
    say(lang, key, &[("from", &when::at(lang, deadline.received_counted_from))])
}

fn left_over(remainder: Remainder, lang: Lang) -> String {
    match remainder {
        Remainder::WorkingSeconds(seconds) => {
            when::working_span(lang, u32::try_from(seconds / 60).unwrap_or(u32::MAX))
        }
        Remainder::CalendarDays(days) => count(lang, Key::ReasonsTermCalendarDays, "n", days),
    }
}

/// Every day passed over: rows of days joined, rows of one reason told together.
fn skipped(deadline: &Deadline, lang: Lang) -> String {
    let year = deadline.due_on.year();
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for row in deadline.skipped_spans() {
        let (why, days) = (why(&row, lang), span(lang, row.from, row.to, year));
        match groups.iter_mut().find(|(told, _)| *told == why) {
            Some((_, rows)) => rows.push(days),
            None => groups.push((why, vec![days])),
        }
    }
    let tell = |(why, rows): &(String, Vec<String>)| {
        say(lang, Key::ReasonsSkipped, &[("days", &rows.join(", ")), ("why", why)])
    };
    let told: Vec<String> = groups.iter().map(tell).collect();
    list(lang, Key::StagesListAnd, &told)
}

fn why(row: &SkippedSpan<'_>, lang: Lang) -> String {
    match row.why {
        SkippedWhy::WeeklyOff if [row.from, row.to].into_iter().all(is_weekend) => {
            text(lang, Key::ReasonsSkippedWeekly).to_owned()
        }
        SkippedWhy::WeeklyOff => text(lang, Key::ReasonsSkippedWeeklyOne).to_owned(),
        SkippedWhy::Holiday(named) => {
            let name = match lang {
                Lang::En if !named.en.is_empty() => &named.en,
                Lang::Vi | Lang::En => &named.vi,
            };
            // Some names already say that it is a day off: `Nghỉ hoán đổi`.
            let name = name.strip_prefix("Nghỉ ").unwrap_or(name);
            say(lang, Key::ReasonsSkippedHoliday, &[("name", name)])
        }
    }
}

fn is_weekend(on: Date) -> bool {
    matches!(on.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// `08/02–14/02`; `8–14 February`. The year is told only where it is not the year of the due day.
fn span(lang: Lang, from: Date, to: Date, year: i16) -> String {
    let told = |on: Date| match lang {
        Lang::Vi | Lang::En if on.year() != year => format::date(lang, on),
        Lang::Vi => format!("{:02}/{:02}", on.day(), on.month()),
        Lang::En => format::date_short(lang, on),
    };
    if from == to {
        return told(from);
    }
    match lang {
        Lang::En if from.month() == to.month() && from.year() == to.year() => {
            format!("{}–{}", from.day(), told(to))
        }
        Lang::Vi => format!("{}–{}", told(from), told(to)),
        Lang::En => format!("{} – {}", told(from), told(to)),
    }
}
