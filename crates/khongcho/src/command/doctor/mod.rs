//! `khongcho doctor`: looks whether everything is in order, and says what to do where it is not.

mod database;
mod machine;
mod policy;

use clap::Args;
use i18n::Key;
use serde_json::{Value, json};

use super::format::Format;
use crate::context::{Context, Place};
use crate::failure::Failure;
use crate::output;

/// Arguments of `doctor`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// How findings are printed
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// How it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// In order.
    Fine,
    /// Somebody should look at it.
    Warning,
    /// It will fail, or has failed.
    Fault,
}

impl State {
    const fn name(self) -> &'static str {
        match self {
            Self::Fine => "ok",
            Self::Warning => "warning",
            Self::Fault => "fault",
        }
    }

    const fn mark(self) -> char {
        match self {
            Self::Fine => '✓',
            Self::Warning => '!',
            Self::Fault => '✗',
        }
    }
}

/// What one look found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at: `database`, `calendar`.
    pub check: &'static str,
    /// How it stands.
    pub state: State,
    /// What was found, and what to do.
    pub text: String,
}

/// Collects findings in the language of the run.
pub struct Findings<'c> {
    context: &'c Context,
    found: Vec<Finding>,
}

impl Findings<'_> {
    /// Takes a finding down.
    pub fn add(&mut self, check: &'static str, state: State, key: Key, texts: &[(&str, &str)]) {
        self.found.push(Finding { check, state, text: self.context.say(key, texts) });
    }
}

/// Looks at everything; later looks need what earlier ones found.
///
/// # Errors
/// [`Failure::Refused`] when something is at fault.
pub async fn run(context: &Context, arguments: &Arguments) -> Result<(), Failure> {
    let mut findings = Findings { context, found: Vec::new() };
    let place = context.place(context.usual())?;
    look(&mut findings, &place).await;
    let worst = findings.found.iter().map(|finding| finding.state).max();
    match arguments.format {
        Format::Text => findings.found.iter().for_each(|finding| {
            output::line(format!("{} {}", finding.state.mark(), finding.text));
        }),
        Format::Json => output::json(&findings.found.iter().map(as_json).collect()),
    }
    match worst {
        Some(State::Fault) => Err(context.refuse(Key::CliDoctorFault, &[])),
        Some(State::Fine | State::Warning) | None => Ok(()),
    }
}

async fn look(findings: &mut Findings<'_>, place: &Place) {
    machine::files(findings, place);
    machine::disk(findings, place);
    let clock = match place.clock() {
        Ok(clock) => clock,
        Err(failure) => {
            findings.add("clock", State::Fault, Key::CliDoctorSays, &[("what", &failure.to_string())]);
            return;
        }
    };
    let now = clock.now();
    machine::clock(findings, now);
    let Some(store) = database::open(findings, place).await else { return };
    database::log(findings, &store, now).await;
    database::accounts(findings, &store).await;
    policy::packs(findings, &store, now).await;
}

fn as_json(finding: &Finding) -> Value {
    json!({ "check": finding.check, "state": finding.state.name(), "text": finding.text })
}
