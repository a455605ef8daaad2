//! `khongcho promise`: what the counter would promise then, with every reason.

use app::policy::{Policy, programme_facts};
use clap::{Args, ValueEnum};
use domain::channel::Channel;
use domain::day::DeadlineRule;
use domain::place::{Unit, UnitCode};
use domain::procedure::{
    CaseId, ComponentId, ComponentKind, ProcedureCode, ProcedureVersion, VerificationPolicy,
};
use domain::promise::{
    self, Duty, DutySet, DutySource, MissingPart, Presence, Promise, PromiseError, PromiseFacts,
    VerificationAnswer,
};
use domain::time::{civil, rfc3339};
use i18n::words::{self, Named};
use i18n::{Key, Lang};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::deadline;
use super::format::{Format, instant, time};
use crate::context::Context;
use crate::failure::Failure;
use crate::output;

/// Arguments of `promise`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Administrative code of the unit, as valid on the day of receipt
    #[arg(long, value_name = "CODE")]
    pub unit: UnitCode,
    /// National code of the procedure, as 2.000635
    #[arg(long, value_name = "CODE")]
    pub procedure: ProcedureCode,
    /// How the dossier comes in
    #[arg(long, value_name = "CHANNEL", value_parser = ["counter", "online", "post"])]
    pub channel: String,
    /// When it comes in (RFC 3339)
    #[arg(long, value_name = "TIME", value_parser = instant)]
    pub received: Timestamp,
    /// A component that is not there; may be given several times
    #[arg(long, value_name = "COMPONENT")]
    pub missing: Vec<ComponentId>,
    /// Whether something must be verified; must be said where the procedure may need it
    #[arg(long)]
    pub verification: Option<Verification>,
    /// The case, in procedures that have cases
    #[arg(long, value_name = "CASE")]
    pub case: Option<CaseId>,
    /// Duties on site: `all`, `none`, or a list of receive, appraise, approve, return [default: all, taken as given]
    #[arg(long, value_name = "DUTIES", value_parser = duties)]
    pub present: Option<DutySet>,
    /// Pack that counts: folder or name [default: the database that was named, else all that ship]
    #[arg(long, value_name = "PACK")]
    pub pack: Vec<String>,
    /// How the answer is printed
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// Whether something must be verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Verification {
    /// It must
    Needed,
    /// It need not
    NotNeeded,
}

fn duties(text: &str) -> Result<DutySet, String> {
    match text {
        "all" => Ok(DutySet::ALL),
        "none" | "" => Ok(DutySet::NONE),
        list => list
            .split(',')
            .map(|name| {
                let unknown = || format!("`{name}` is no duty: receive, appraise, approve, return");
                Duty::from_name(name.trim()).ok_or_else(unknown)
            })
            .collect(),
    }
}

/// What a question was about and what came out.
struct Answer<'a> {
    unit: &'a Unit,
    version: &'a ProcedureVersion,
    programme: Option<&'a domain::programme::Programme>,
    counter_open: bool,
    promise: Promise,
}

/// Says what would be promised.
///
/// # Errors
/// [`Failure::Usage`] for a unit, procedure or component that is not known, and without an answer about verification
/// where one is needed; [`Failure::Refused`] where the unit does not decide the procedure on that day.
pub async fn run(context: &Context, arguments: &Arguments) -> Result<(), Failure> {
    let policy = context.policy(&arguments.pack).await?;
    let answer = answer(context, &policy, arguments)?;
    match arguments.format {
        Format::Text => print(context.lang, &answer),
        Format::Json => output::json(&as_json(context.lang, arguments, &answer)),
    }
    Ok(())
}

fn answer<'a>(context: &Context, policy: &'a Policy, arguments: &Arguments) -> Result<Answer<'a>, Failure> {
    let on = civil(arguments.received).date();
    let day = words::day(context.lang, on);
    let names =
        [("unit", arguments.unit.as_str()), ("procedure", arguments.procedure.as_str()), ("day", &*day)];
    let unit = policy.unit(&arguments.unit, on).ok_or_else(|| context.misused(Key::CliNoSuchUnit, &names))?;
    if policy.versions(&arguments.procedure).is_empty() {
        return Err(context.misused(Key::CliNoSuchProcedure, &names));
    }
    let version = policy
        .version_in_force(&arguments.procedure, &unit.code, on)
        .ok_or_else(|| context.refuse(Key::CliNotOffered, &names))?;
    let calendar =
        policy.calendar(&unit.calendar).ok_or_else(|| context.misused(Key::CliNoSuchUnit, &names))?;
    let channel = Channel::from_name(&arguments.channel).unwrap_or(Channel::Counter);
    let source = version.terms.general.source.clone();
    let programme = programme_facts(policy, &version.code, unit, on);
    let missing = missing(context, version, &arguments.missing)?;
    let promise = promise::promise(&PromiseFacts {
        received_at: arguments.received,
        channel,
        term: version.terms.rule(channel, arguments.case.as_ref()),
        rule: &DeadlineRule { cut_off: version.same_day_cut_off, source },
        calendar,
        programme,
        missing: &missing,
        verification: &version.verification,
        verification_answer: verification(context, arguments, version).as_ref(),
        presence: presence(arguments),
        capacity: None,
    });
    let promise = promise.map_err(|error| match error {
        PromiseError::VerificationUnanswered => context.misused(Key::CliVerificationUnanswered, &names),
        PromiseError::VerificationUnforeseen => Failure::usage(words::promise_error(error, context.lang)),
    })?;
    Ok(Answer {
        unit,
        version,
        programme: programme.map(|facts| facts.programme),
        counter_open: calendar.is_open_at(arguments.received),
        promise,
    })
}

/// What is missing; where one of several is enough, naming one means that none is there.
fn missing(
    context: &Context,
    version: &ProcedureVersion,
    named: &[ComponentId],
) -> Result<Vec<MissingPart>, Failure> {
    let mut parts: Vec<MissingPart> = Vec::new();
    for id in named {
        let handed_in = |kind| matches!(kind, ComponentKind::Submit | ComponentKind::Present);
        let papers = version.components.iter().filter(|spec| handed_in(spec.kind));
        let known: Vec<&str> = papers.clone().map(|spec| spec.id.as_str()).collect();
        let spec = papers.clone().find(|spec| spec.id == *id).ok_or_else(|| {
            let texts = [
                ("component", id.as_str()),
                ("procedure", version.code.as_str()),
                ("known", &*known.join(", ")),
            ];
            context.misused(Key::CliNoSuchComponent, &texts)
        })?;
        let part = match &spec.one_of {
            None => MissingPart::component(id.clone()),
            group @ Some(_) => MissingPart {
                one_of: papers.filter(|other| other.one_of == *group).map(|other| other.id.clone()).collect(),
            },
        };
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    Ok(parts)
}

/// The officer's answer; that it is not needed goes without saying where the procedure never needs it.
fn verification(
    context: &Context,
    arguments: &Arguments,
    version: &ProcedureVersion,
) -> Option<VerificationAnswer> {
    let reason = context.say(Key::CliVerificationAsGiven, &[]);
    match (arguments.verification, version.verification.policy) {
        (None, _) | (Some(Verification::NotNeeded), VerificationPolicy::No) => None,
        (Some(Verification::Needed), _) => Some(VerificationAnswer::Needed { reason }),
        (Some(Verification::NotNeeded), VerificationPolicy::May | VerificationPolicy::Yes) => {
            Some(VerificationAnswer::NotNeeded { reason })
        }
    }
}

fn presence(arguments: &Arguments) -> Presence {
    match arguments.present {
        None => Presence::ASSUMED,
        Some(present) => Presence { present, source: DutySource::Assumed },
    }
}

fn print(lang: Lang, answer: &Answer<'_>) {
    let promise = &answer.promise;
    output::line(words::promise_headline(promise, lang));
    if let Some(deadline) = &promise.statutory {
        output::line(format!("  {}", words::deadline_sentence(deadline, lang)));
    }
    let named = Named { version: answer.version, programme: answer.programme };
    for reason in &promise.reasons {
        let mark = if reason.kept { '✓' } else { '✗' };
        output::line(format!("  {mark} {}", words::reason_named(reason, &named, lang)));
    }
}

fn as_json(lang: Lang, arguments: &Arguments, answer: &Answer<'_>) -> Value {
    let promise = &answer.promise;
    let named = Named { version: answer.version, programme: answer.programme };
    let reasons = promise.reasons.iter().map(|reason| {
        json!({
            "code": reason.code(),
            "kept": reason.kept,
            "text": words::reason_named(reason, &named, lang),
            "source": words::reason_source(reason, lang),
        })
    });
    let statutory = promise.statutory.as_ref().map(|found| deadline::as_json(found, lang));
    json!({
        "unit": answer.unit.code.as_str(),
        "procedure": answer.version.code.as_str(),
        "version": answer.version.version,
        "channel": arguments.channel,
        "received_at": rfc3339(arguments.received),
        "counter_open": answer.counter_open,
        "programme": answer.programme.map(|programme| programme.id.as_str()),
        "same_day": promise.same_day,
        "basis": promise.basis.name(),
        "statutory_due_at": time(promise.statutory_due_at()),
        "commitment_due_at": time(promise.commitment_due_at()),
        "text": words::promise_headline(promise, lang),
        "deadline": statutory,
        "reasons": reasons.collect::<Vec<_>>(),
        "warnings": promise.warnings.iter().map(|found| deadline::warning(*found, lang)).collect::<Vec<_>>(),
    })
}
