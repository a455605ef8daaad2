//! `khongcho import`: registers of earlier dossiers.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use app::import::{self, DateOrder, ImportError, Options, Preview, Problem};
use clap::{Args, Subcommand, ValueEnum};
use domain::place::UnitCode;
use i18n::Key;

use super::export::product;
use super::user::machine;
use crate::context::Context;
use crate::failure::Failure;
use crate::output;

/// Arguments of `import`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// What to take over.
    #[command(subcommand)]
    pub action: Action,
}

/// What can be taken over.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// A register of earlier dossiers: all of it or nothing, with every problem by row and column
    Dossiers(Register),
}

/// A register and how it is read.
#[derive(Debug, Args)]
pub struct Register {
    /// The register: CSV in UTF-8 (comma, semicolon or tab) or XLSX, known by its headings
    pub file: PathBuf,
    /// Take it over; without this it is only looked at
    #[arg(long)]
    pub yes: bool,
    /// Only say what would be taken over, and every problem (the default)
    #[arg(long, conflicts_with = "yes")]
    pub preview: bool,
    /// What stands first in dates as 03/04/2024; needed where both could
    #[arg(long, value_name = "ORDER")]
    pub date_order: Option<Order>,
    /// The unit of all rows, for registers without a column for it
    #[arg(long, value_name = "CODE")]
    pub unit: Option<UnitCode>,
    /// Where the problems are written as CSV [default: beside the register, ending in .problems.csv]
    #[arg(long, value_name = "FILE")]
    pub errors: Option<PathBuf>,
}

/// What stands first in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Order {
    /// 03/04/2024 is the third of April
    DayFirst,
    /// 03/04/2024 is the fourth of March
    MonthFirst,
}

/// So many problems are printed; the report holds all.
const PRINTED_MAX: usize = 20;

/// Looks at a register, and with `--yes` takes it over.
///
/// # Errors
/// [`Failure::Refused`] when the register has problems; nothing is recorded then.
pub async fn run(context: &Context, arguments: Arguments) -> Result<(), Failure> {
    let Action::Dossiers(register) = arguments.action;
    let shown = register.file.display().to_string();
    let bytes = std::fs::read(&register.file);
    let bytes = bytes.map_err(|error| Failure::refused(format!("{shown}: {error}")))?;
    let app = product(context).await?;
    let actor = machine(&app);
    let date_order = register.date_order.map(|order| match order {
        Order::DayFirst => DateOrder::DayFirst,
        Order::MonthFirst => DateOrder::MonthFirst,
    });
    let options = Options { date_order, unit: register.unit.clone() };
    let done = if register.yes {
        import::commit(&app, &actor, &bytes, &options).await
    } else {
        import::preview(&app, &actor, &bytes, &options).await.map_err(ImportError::App)
    };
    match done {
        Ok(preview) if preview.problems.is_empty() => {
            tell(context, &preview, register.yes);
            Ok(())
        }
        Ok(preview) => Err(complain(context, &register, &preview)),
        Err(ImportError::Problems(preview)) => Err(complain(context, &register, &preview)),
        Err(ImportError::App(error)) => Err(error.into()),
    }
}

/// What was taken over or would be.
fn tell(context: &Context, preview: &Preview, written: bool) {
    let number = |n: usize| output::count(context.lang, Key::CliNumber, i64::try_from(n).unwrap_or(i64::MAX));
    let texts = [
        ("fresh", &*number(preview.fresh)),
        ("open", &*number(preview.open)),
        ("present", &*number(preview.present)),
        ("rows", &*number(preview.rows)),
    ];
    let key = if written { Key::ImportDone } else { Key::ImportWould };
    output::line(context.say(key, &texts));
    for (unit, count) in &preview.by_unit {
        output::line(format!("  {unit}: {}", number(*count)));
    }
    if !preview.ignored.is_empty() {
        let columns = preview.ignored.join(", ");
        output::line(context.say(Key::ImportIgnored, &[("columns", &columns)]));
    }
    if !written {
        output::line(context.say(Key::ImportHowTo, &[]));
    }
}

/// Writes the report and says what is wrong.
fn complain(context: &Context, register: &Register, preview: &Preview) -> Failure {
    let path = register.errors.clone().unwrap_or_else(|| beside(&register.file));
    let report = import::report(&preview.problems, context.lang);
    let written = match std::fs::write(&path, report) {
        Ok(()) => context.say(Key::ImportReportAt, &[("file", &path.display().to_string())]),
        Err(error) => format!("{}: {error}", path.display()),
    };
    let count = i64::try_from(preview.problems.len()).unwrap_or(i64::MAX);
    let mut text = output::count(context.lang, Key::ImportHasProblems, count);
    for problem in preview.problems.iter().take(PRINTED_MAX) {
        text.push('\n');
        text.push_str(&line(context, problem));
    }
    if preview.problems.len() > PRINTED_MAX {
        text.push_str("\n  …");
    }
    Failure::refused(format!("{text}\n{written}"))
}

fn line(context: &Context, problem: &Problem) -> String {
    let mut text = String::from("  ");
    if problem.row > 0 {
        text.push_str(&context.say(Key::ImportAtRow, &[("row", &problem.row.to_string())]));
        text.push(' ');
    }
    for part in [&problem.column, &problem.value] {
        if !part.is_empty() {
            text.push_str(&format!("[{part}] "));
        }
    }
    text + &problem.trouble.text(context.lang)
}

fn beside(file: &Path) -> PathBuf {
    let mut name = file.file_name().map(OsString::from).unwrap_or_default();
    name.push(".problems.csv");
    file.with_file_name(name)
}
