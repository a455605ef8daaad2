//! `khongcho catalogue`: packs are text files in a folder; they are checked, imported, exported and compared.

pub mod source;

use std::fs;
use std::path::PathBuf;

use app::policy;
use catalogue::{Change, ChangeKind, Diagnostic, Severity};
use clap::{Args, Subcommand};
use domain::time::{civil, to_ms};
use i18n::{Key, Lang};
use serde_json::{Value, json};

use super::format::Format;
use crate::context::Context;
use crate::failure::Failure;
use crate::output;
use source::Source;

/// Arguments of `catalogue`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub action: Action,
}

/// What can be done with packs.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// List the packs that ship with the program
    List,
    /// List every problem of a pack with file, line and column
    Check {
        /// Folder of a pack, or the name of one that ships with the program
        pack: String,
        /// How problems are printed
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Put a pack into the database; it is in force at once. Nothing happens when it has an error
    Import {
        /// Folder of a pack, or the name of one that ships with the program
        pack: String,
    },
    /// Write a pack as text files in canonical form
    Export {
        /// Name of a pack in the database; with --shipped of one that ships with the program
        pack: String,
        /// Folder to write into; it must be new or empty
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
        /// Take the pack that ships with the program
        #[arg(long)]
        shipped: bool,
    },
    /// Say what a pack changes, entry by entry
    Diff {
        /// The new pack: folder, or name of one that ships with the program
        pack: String,
        /// The old pack [default: the pack of the same name in the database]
        #[arg(long, value_name = "PACK")]
        against: Option<String>,
        /// How differences are printed
        #[arg(long, default_value = "text")]
        format: Format,
    },
}

/// Runs one of the actions.
///
/// # Errors
/// [`Failure`]: a pack with errors, a pack that is not there, a folder that cannot be written.
pub async fn run(context: &Context, arguments: Arguments) -> Result<(), Failure> {
    match arguments.action {
        Action::List => {
            catalogue::embedded_ids().for_each(output::line);
            Ok(())
        }
        Action::Check { pack, format } => check(context, &pack, format),
        Action::Import { pack } => import(context, &pack).await,
        Action::Export { pack, to, shipped } => export(context, &pack, to, shipped).await,
        Action::Diff { pack, against, format } => diff(context, &pack, against, format).await,
    }
}

fn check(context: &Context, name: &str, format: Format) -> Result<(), Failure> {
    let source = source::find(context, name)?;
    let (_, diagnostics) =
        catalogue::load(source.files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let errors = diagnostics.iter().filter(|found| found.severity() == Severity::Error).count();
    match format {
        Format::Text => {
            diagnostics.iter().for_each(|found| output::line(told(found, &source.prefix, context.lang)));
        }
        Format::Json => {
            let found: Vec<Value> = diagnostics.iter().map(as_json).collect();
            output::json(&json!({ "pack": source.id, "errors": errors, "problems": found }));
        }
    }
    if errors > 0 {
        let count = output::count(context.lang, Key::CliErrors, errors);
        return Err(context.refuse(Key::CliPackHasErrors, &[("pack", &source.id), ("errors", &count)]));
    }
    if format == Format::Text {
        output::line(context.say(Key::CliPackSound, &[("pack", &source.id)]));
    }
    Ok(())
}

/// `file:line:column: error: text [key]`, which editors jump to.
fn told(found: &Diagnostic, prefix: &str, lang: Lang) -> String {
    let text = match lang {
        Lang::Vi => found.problem.vi(),
        Lang::En => found.problem.en(),
    };
    format!("{prefix}{}: {}: {text} [{}]", found.at, found.severity().name(), found.problem.key())
}

fn as_json(found: &Diagnostic) -> Value {
    json!({
        "file": found.at.file,
        "line": found.at.line,
        "column": found.at.column,
        "severity": found.severity().name(),
        "key": found.problem.key(),
        "vi": found.problem.vi(),
        "en": found.problem.en(),
    })
}

async fn import(context: &Context, name: &str) -> Result<(), Failure> {
    let Source { id, files, .. } = source::find(context, name)?;
    let (place, store) = context.open().await?;
    let now = place.clock()?.now();
    let count = output::count(context.lang, Key::CliFiles, files.len());
    policy::install(&store, &id, files, to_ms(now)).await?;
    output::line(context.say(Key::CliPackImported, &[("pack", &id), ("files", &count)]));
    Ok(())
}

async fn export(context: &Context, name: &str, to: PathBuf, shipped: bool) -> Result<(), Failure> {
    let source =
        if shipped { source::find(context, name)? } else { source::installed(context, name).await? };
    let (pack, _) = policy::check(&source.id, &source.files)?;
    let shown = to.display().to_string();
    let refused = |error: std::io::Error| Failure::refused(format!("{shown}: {error}"));
    if fs::read_dir(&to).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(context.refuse(Key::CliFolderNotEmpty, &[("folder", &shown)]));
    }
    let files = catalogue::export(&pack);
    for (path, text) in &files {
        let path = to.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(refused)?;
        }
        fs::write(path, text).map_err(refused)?;
    }
    let count = output::count(context.lang, Key::CliFiles, files.len());
    output::line(context.say(Key::CliPackExported, &[("folder", &shown), ("files", &count)]));
    Ok(())
}

async fn diff(context: &Context, name: &str, against: Option<String>, format: Format) -> Result<(), Failure> {
    let new = source::find(context, name)?;
    let old = match &against {
        Some(old) => source::find(context, old)?,
        None => source::installed(context, &new.id).await?,
    };
    let (old, _) = policy::check(&old.id, &old.files)?;
    let (new, _) = policy::check(&new.id, &new.files)?;
    let changes = catalogue::diff(&old, &new);
    let today = civil(context.place(crate::context::USUAL_DATA)?.clock()?.now()).date();
    match format {
        Format::Text if changes.is_empty() => output::line(context.say(Key::CliNoDifference, &[])),
        Format::Text => changes.iter().for_each(|change| output::line(change_line(change))),
        Format::Json => {
            let changes: Vec<Value> = changes
                .iter()
                .map(|change| {
                    json!({
                        "subject": change.subject.name(),
                        "key": change.key,
                        "change": kind(change).0,
                        "parts": kind(change).1,
                        "from": change.from.map(|from| from.to_string()),
                        "backdated": change.is_backdated(today),
                    })
                })
                .collect();
            output::json(&Value::from(changes));
        }
    }
    Ok(())
}

fn kind(change: &Change) -> (&'static str, &[&'static str]) {
    match &change.kind {
        ChangeKind::Added => ("added", &[]),
        ChangeKind::Removed => ("removed", &[]),
        ChangeKind::Changed(parts) => ("changed", parts),
    }
}

/// `~ procedure 2.000635 v1: terms, fees`, with + and - for what is new and gone.
fn change_line(change: &Change) -> String {
    let sign = match change.kind {
        ChangeKind::Added => '+',
        ChangeKind::Removed => '-',
        ChangeKind::Changed(_) => '~',
    };
    let parts = kind(change).1.join(", ");
    let parts = if parts.is_empty() { parts } else { format!(": {parts}") };
    format!("{sign} {} {}{parts}", change.subject.name(), change.key)
}
