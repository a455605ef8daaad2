//! `khongcho deadline`: one deadline on the calendar of a unit, explained.

use clap::{Args, ValueEnum};
use domain::day::{self, Deadline, DeadlineRule, Skipped, SkippedWhy, Term, Warning};
use domain::place::UnitCode;
use domain::time::{civil, rfc3339};
use i18n::{Key, Lang, words};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::format::{Format, instant};
use crate::context::Context;
use crate::failure::Failure;
use crate::output;

/// Arguments of `deadline`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Administrative code of the unit, as valid on the day of receipt
    #[arg(long, value_name = "CODE")]
    pub unit: UnitCode,
    /// Kind of term
    #[arg(long)]
    pub kind: Kind,
    /// How many days or hours; not for same-day
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub amount: Option<u16>,
    /// When it was received (RFC 3339)
    #[arg(long, value_name = "TIME", value_parser = instant)]
    pub received: Timestamp,
    /// Pack whose calendars count: folder or name [default: the database that was named, else all that ship]
    #[arg(long, value_name = "PACK")]
    pub pack: Vec<String>,
    /// How the answer is printed
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// Kinds of term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// On the day of receipt, or the next working day after 15:00
    SameDay,
    /// Working days
    WorkingDays,
    /// Calendar days
    CalendarDays,
    /// Hours within opening hours
    Hours,
}

/// Explains a deadline.
///
/// # Errors
/// [`Failure::Usage`] without the amount a kind needs, or for a unit that does not exist on that day.
pub async fn run(context: &Context, arguments: &Arguments) -> Result<(), Failure> {
    let term = term(context, arguments)?;
    let policy = context.policy(&arguments.pack).await?;
    let on = civil(arguments.received).date();
    let calendar = policy.calendar_of(&arguments.unit, on).ok_or_else(|| {
        let day = words::day(context.lang, on);
        context.misused(Key::CliNoSuchUnit, &[("unit", arguments.unit.as_str()), ("day", &day)])
    })?;
    let deadline = day::due(term, arguments.received, calendar, &DeadlineRule::civil_status());
    match arguments.format {
        Format::Text => output::line(words::deadline_sentence(&deadline, context.lang)),
        Format::Json => {
            let mut answer = as_json(&deadline, context.lang);
            answer["unit"] = Value::from(arguments.unit.as_str());
            output::json(&answer);
        }
    }
    Ok(())
}

fn term(context: &Context, arguments: &Arguments) -> Result<Term, Failure> {
    let amount = || arguments.amount.ok_or_else(|| context.misused(Key::CliAmountMissing, &[]));
    match arguments.kind {
        Kind::SameDay if arguments.amount.is_some() => Err(context.misused(Key::CliAmountNotWanted, &[])),
        Kind::SameDay => Ok(Term::SameDay),
        Kind::WorkingDays => amount().map(Term::WorkingDays),
        Kind::CalendarDays => amount().map(Term::CalendarDays),
        Kind::Hours => amount().map(Term::Hours),
    }
}

/// A deadline for programs, with its sentence.
pub fn as_json(deadline: &Deadline, lang: Lang) -> Value {
    let (kind, amount) = match deadline.term {
        Term::SameDay => ("same-day", None),
        Term::WorkingDays(days) => ("working-days", Some(days)),
        Term::CalendarDays(days) => ("calendar-days", Some(days)),
        Term::Hours(hours) => ("hours", Some(hours)),
    };
    json!({
        "kind": kind,
        "amount": amount,
        "received_at": rfc3339(deadline.received_at),
        "counted_from": rfc3339(deadline.received_counted_from),
        "statutory_due_at": rfc3339(deadline.due_at),
        "due_on": deadline.due_on.to_string(),
        "skipped": deadline.skipped.iter().map(|day| skipped(day, lang)).collect::<Vec<_>>(),
        "warnings": deadline.warnings.iter().map(|found| warning(*found, lang)).collect::<Vec<_>>(),
        "text": words::deadline_sentence(deadline, lang),
    })
}

fn skipped(day: &Skipped, lang: Lang) -> Value {
    let (kind, name, source) = match &day.why {
        SkippedWhy::WeeklyOff => ("weekly_off", None, None),
        SkippedWhy::Holiday(named) => {
            let name = match lang {
                Lang::En if !named.en.is_empty() => &named.en,
                Lang::Vi | Lang::En => &named.vi,
            };
            ("holiday", Some(name.clone()), named.source.as_ref().map(|source| words::source(source, lang)))
        }
    };
    let reason = name.unwrap_or_else(|| i18n::text(lang, Key::CliWeeklyOff).to_owned());
    json!({ "on": day.on.to_string(), "kind": kind, "reason": reason, "source": source })
}

/// What makes a deadline less than certain, for programs.
pub fn warning(found: Warning, lang: Lang) -> Value {
    let code = match found {
        Warning::MissingYear { .. } => "missing_year",
        Warning::EstimatedYear { .. } => "estimated_year",
        Warning::OutOfRange => "out_of_range",
    };
    json!({ "code": code, "text": words::warning(found, lang) })
}
