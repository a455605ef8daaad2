//! `khongcho simulate friday`: a planned day played thousands of times, one plan beside the other.

mod file;
mod page;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use clap::{Args, Subcommand, ValueEnum};
use domain::place::UnitCode;
use friday::order::Class;
use friday::simulate::{Estimate, Gain, Outcome, Plan, gains, run as play};
use friday::{PerStage, Stage};
use i18n::{Key, words};
use jiff::civil::Date;
use serde_json::{Value, json};
use web::simulation::{self, Row};

use super::export::product;
use crate::context::Context;
use crate::failure::Failure;
use crate::output::{self, Progress};
use file::{Problem, Wrong};

/// Arguments of `simulate`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// What is simulated.
    #[command(subcommand)]
    pub action: Action,
}

/// What can be simulated.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// A no-wait day: kept promises, waits, when results are out, what one more brings
    Friday(FridayArguments),
}

/// Plans and how often they are played.
#[derive(Debug, Args)]
pub struct FridayArguments {
    /// A plan (TOML, see docs/simulate.md); may be given several times, they are shown side by side
    #[arg(long, value_name = "FILE")]
    pub plan: Vec<PathBuf>,
    /// Also say how each plan differs from the first, day by day on the same draws
    #[arg(long)]
    pub compare: bool,
    /// How many days are played
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    pub replications: u32,
    /// Start of the draws: the same seed gives the same figures, on any number of cores
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Instead of a file: the roster, calendar and last quarter of this unit in the database
    #[arg(long, value_name = "CODE", requires = "date")]
    pub unit: Option<UnitCode>,
    /// The day, as 2024-02-02
    #[arg(long, value_name = "DAY", requires = "unit")]
    pub date: Option<Date>,
    /// How the answer is printed
    #[arg(long, default_value = "table")]
    pub format: Format,
}

/// For people, for programs, to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table
    Table,
    /// JSON
    Json,
    /// A page with charts
    Html,
}

/// A plan that was played.
struct Played {
    name: String,
    plan: Plan,
    outcome: Outcome,
    gains: Vec<Gain>,
}

/// Plays the plans and prints what came out.
///
/// # Errors
/// [`Failure::Refused`] with everything that is wrong with the plans; [`Failure::Usage`] without a plan.
pub async fn run(context: &Context, arguments: Arguments) -> Result<(), Failure> {
    let Action::Friday(arguments) = arguments.action;
    let mut plans = Vec::new();
    for path in &arguments.plan {
        plans.push(from_file(context, path)?);
    }
    if let (Some(unit), Some(on)) = (&arguments.unit, arguments.date) {
        plans.push(from_database(context, unit, on).await?);
    }
    if plans.is_empty() {
        return Err(context.misused(Key::SimNeedPlan, &[]));
    }
    let played = play_all(context, plans, &arguments);
    match arguments.format {
        Format::Table => table(context, &played, &arguments),
        Format::Json => output::json(&as_json(&played, &arguments)),
        Format::Html => output::raw(page::render(context.lang, &played, &arguments).as_bytes()),
    }
    Ok(())
}

fn from_file(context: &Context, path: &Path) -> Result<(String, Plan), Failure> {
    let shown = path.display().to_string();
    let text =
        std::fs::read_to_string(path).map_err(|error| Failure::refused(format!("{shown}: {error}")))?;
    let (name, plan) = file::read(&text).map_err(|problems| {
        let lines: Vec<String> = problems
            .iter()
            .map(|problem| format!("{shown}:{}: {}", problem.line, in_words(context, problem)))
            .collect();
        Failure::refused(lines.join("\n"))
    })?;
    check(context, &shown, &plan)?;
    Ok((name.unwrap_or(shown), plan))
}

fn in_words(context: &Context, problem: &Problem) -> String {
    match &problem.what {
        Wrong::Text(text) => text.clone(),
        Wrong::NoTime(text) => context.say(Key::SimWrongNoTime, &[("text", text)]),
        Wrong::EndsBefore(from, to) => context.say(Key::SimWrongEndsBefore, &[("from", from), ("to", to)]),
        Wrong::NoDuty(text) => context.say(Key::SimWrongDuty, &[("text", text)]),
        Wrong::Amount(text) => context.say(Key::SimWrongAmount, &[("text", text)]),
        Wrong::NoShare(text) => context.say(Key::SimWrongShare, &[("text", text)]),
        Wrong::Missing(text) => context.say(Key::SimWrongMissing, &[("text", text)]),
    }
}

/// Refuses a plan that cannot be played, with every reason.
fn check(context: &Context, shown: &str, plan: &Plan) -> Result<(), Failure> {
    let problems = plan.problems();
    let lines: Vec<String> = problems
        .into_iter()
        .map(|problem| format!("{shown}: {}", simulation::problem(context.lang, problem)))
        .collect();
    if lines.is_empty() { Ok(()) } else { Err(Failure::refused(lines.join("\n"))) }
}

async fn from_database(context: &Context, unit: &UnitCode, on: Date) -> Result<(String, Plan), Failure> {
    let app = product(context).await?;
    let day = words::day(context.lang, on);
    let found = app::simulate::live_plan(&app, unit, on).await?;
    let texts = [("unit", unit.as_str()), ("day", &*day)];
    let live = found.ok_or_else(|| context.refuse(Key::SimNoSuchDay, &texts))?;
    let named = app.policy().unit(unit, on).map_or_else(|| unit.to_string(), |unit| unit.name.vi.clone());
    let name = context.say(Key::SimLiveName, &[("unit", &*named), ("day", &*day)]);
    check(context, &name, &live.plan)?;
    Ok((name, live.plan))
}

fn play_all(context: &Context, plans: Vec<(String, Plan)>, arguments: &FridayArguments) -> Vec<Played> {
    let days = arguments.replications as usize;
    let rounds = if arguments.compare { 1 } else { 1 + friday::simulate::Change::ALL.len() };
    let all = (plans.len() * days * rounds) as u64;
    let progress = Mutex::new((Progress::new(context.say(Key::SimProgress, &[])), 0));
    let step = |days: usize| {
        let mut progress = progress.lock().unwrap_or_else(PoisonError::into_inner);
        progress.1 += days as u64;
        let done = progress.1;
        progress.0.step(done, all);
    };
    let played = plans.into_iter().map(|(name, plan)| {
        let outcome = play(&plan, arguments.seed, days, step);
        let gains = if arguments.compare { Vec::new() } else { gains(&plan, &outcome, arguments.seed, step) };
        Played { name, plan, outcome, gains }
    });
    played.collect()
}

fn table(context: &Context, played: &[Played], arguments: &FridayArguments) {
    let lang = context.lang;
    let n = output::count(lang, Key::CliNumber, arguments.replications);
    output::line(context.say(Key::SimReplications, &[("n", &*n), ("seed", &*arguments.seed.to_string())]));
    let names: Vec<&str> = played.iter().map(|played| played.name.as_str()).collect();
    let outcomes: Vec<&Outcome> = played.iter().map(|played| &played.outcome).collect();
    print_rows(context.say(Key::SimFigure, &[]), &names, &simulation::rows(lang, &outcomes));
    for (name, rows) in differences(context, played, arguments) {
        output::line("");
        print_rows(name, &simulation::gain_headings(lang), &rows);
    }
    for played in played.iter().filter(|played| !played.gains.is_empty()) {
        output::line("");
        output::line(format!("{}: {}", context.say(Key::SimGainTitle, &[]), played.name));
        let heading = context.say(Key::SimGainWhat, &[]);
        let headings = simulation::gain_headings(lang);
        print_rows(heading, &headings, &simulation::gain_rows(lang, &played.gains));
    }
}

/// How the later plans differ from the first, where asked.
fn differences(context: &Context, played: &[Played], arguments: &FridayArguments) -> Vec<(String, Vec<Row>)> {
    let Some((first, others)) = played.split_first().filter(|_| arguments.compare) else { return Vec::new() };
    if others.is_empty() {
        return Vec::new();
    }
    let rows = others.iter().map(|other| {
        let gain = friday::simulate::difference(&first.outcome, &other.outcome);
        simulation::difference_row(context.lang, &other.name, &gain)
    });
    vec![(context.say(Key::SimCompared, &[("name", &first.name)]), rows.collect())]
}

/// Prints a table with columns as wide as what stands in them.
fn print_rows(heading: String, names: &[&str], rows: &[Row]) {
    let mut lines =
        vec![std::iter::once(heading).chain(names.iter().map(|name| (*name).to_owned())).collect()];
    lines
        .extend(rows.iter().map(|row| std::iter::once(row.label.clone()).chain(row.cells.clone()).collect()));
    let widths: Vec<usize> = (0..=names.len())
        .map(|column| {
            lines
                .iter()
                .filter_map(|line: &Vec<String>| line.get(column))
                .map(|cell| cell.chars().count())
                .max()
                .unwrap_or(0)
        })
        .collect();
    for line in lines {
        let cells = line
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.chars().count())));
        output::line(cells.collect::<Vec<_>>().join("  ").trim_end());
    }
}

fn as_json(played: &[Played], arguments: &FridayArguments) -> Value {
    let estimate =
        |found: Option<Estimate>| found.map(|found| json!({ "value": found.value, "half": found.half }));
    let plan = |played: &Played| {
        let of = &played.outcome;
        let busy = PerStage::from_fn(|stage| of.utilisation(stage));
        let busy: serde_json::Map<String, Value> =
            busy.iter().map(|(stage, busy)| (stage.name().to_owned(), json!(estimate(*busy)))).collect();
        let gains = played.gains.iter().map(|gain| {
            json!({
                "change": change_key(gain.change),
                "kept": estimate(gain.kept),
                "zero_backlog": estimate(gain.zero_backlog),
                "wait_minutes": estimate(gain.wait),
                "ready_minutes": estimate(gain.sojourn),
            })
        });
        json!({
            "name": played.name,
            "files": estimate(of.files()),
            "promised": estimate(of.promised()),
            "kept": estimate(of.kept()),
            "kept_at_least": of.kept_at_least(),
            "zero_backlog": estimate(of.zero_backlog()),
            "wait_p50_minutes": estimate(of.wait(0.5)),
            "wait_p90_minutes": estimate(of.wait(0.9)),
            "wait_priority_minutes": estimate(of.mean_wait(Class::Priority)),
            "wait_others_minutes": estimate(of.mean_wait(Class::Normal)),
            "ready_p50_minutes": estimate(of.sojourn(0.5)),
            "ready_p90_minutes": estimate(of.sojourn(0.9)),
            "ready_p99_minutes": estimate(of.sojourn(0.99)),
            "last_ready_minutes": estimate(of.last_ready()),
            "last_half_hour": estimate(of.last_half_hour()),
            "safe_intake": of.last_safe_intake(simulation::SAFE_SHARE).map(|at| at.to_string()),
            "utilisation": busy,
            "ready": of.ready_by_quarter().filter(|(_, n)| *n > 0).map(|(at, n)| json!([at.to_string(), n])).collect::<Vec<_>>(),
            "gains": gains.collect::<Vec<_>>(),
        })
    };
    json!({
        "replications": arguments.replications,
        "seed": arguments.seed,
        "plans": played.iter().map(plan).collect::<Vec<_>>(),
    })
}

fn change_key(change: friday::simulate::Change) -> String {
    match change {
        friday::simulate::Change::OneMoreAt(stage) => format!("one_more_{}", Stage::name(stage)),
        friday::simulate::Change::OneMoreVolunteer => "one_more_volunteer".to_owned(),
    }
}
