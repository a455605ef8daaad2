//! Packs in the database and the policy they make together.
//!
//! The policy in force is one unchanging [`Catalogue`]; it is replaced as a whole when a pack changes. Nothing goes
//! live unchecked: a pack with an error is refused with all its problems.

use crate::error::AppError;
use crate::{Actor, App};
use catalogue::{Catalogue, Diagnostic, Pack, Severity};
use domain::permit::Action;
use domain::place::Unit;
use domain::procedure::ProcedureCode;
use domain::promise::ProgrammeFacts;
use domain::time::to_ms;
use jiff::civil::Date;
use std::collections::BTreeMap;
use storage::ledger::{self, AdminEntry};
use storage::{Store, StoreError};

/// The policy in force: everything the packs say, joined.
pub type Policy = Catalogue;

/// A file of a pack: its path in the folder and its text.
pub type PackText = (String, String);

/// Why the packs in the database make no policy.
#[derive(Debug, thiserror::Error)]
pub enum PolicyError {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A pack has errors.
    #[error("pack `{pack}` has {} problems", diagnostics.len())]
    Pack {
        /// Which pack.
        pack: String,
        /// All problems.
        diagnostics: Vec<Diagnostic>,
    },
    /// The packs contradict one another.
    #[error("the packs contradict one another in {} places: {}", problems.len(), problems.join("; "))]
    Join {
        /// All contradictions, in words.
        problems: Vec<String>,
    },
    /// Not permitted.
    #[error(transparent)]
    Denied(#[from] domain::permit::Denied),
}

impl From<PolicyError> for AppError {
    fn from(error: PolicyError) -> Self {
        match error {
            PolicyError::Store(error) => Self::Store(error),
            PolicyError::Denied(denied) => Self::Denied(denied),
            other @ (PolicyError::Pack { .. } | PolicyError::Join { .. }) => Self::Policy(Box::new(other)),
        }
    }
}

/// Checks the files of a pack.
///
/// # Errors
/// [`PolicyError::Pack`] with every problem, warnings too, when at least one is an error.
pub fn check(pack: &str, files: &[PackText]) -> Result<(Pack, Vec<Diagnostic>), PolicyError> {
    let (read, diagnostics) =
        catalogue::load(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let wrong = diagnostics.iter().any(|found| found.severity() == Severity::Error);
    match read {
        Some(read) if !wrong => Ok((read, diagnostics)),
        Some(_) | None => Err(PolicyError::Pack { pack: pack.to_owned(), diagnostics }),
    }
}

/// Joins packs into one policy.
///
/// # Errors
/// [`PolicyError::Join`] with every contradiction.
pub fn join(packs: Vec<Pack>) -> Result<Policy, PolicyError> {
    Catalogue::join(packs).map_err(|problems| PolicyError::Join {
        problems: problems.iter().map(|problem| format!("{problem:?}")).collect(),
    })
}

/// The packs kept in the database, file by file.
///
/// # Errors
/// [`StoreError`].
pub async fn stored(store: &Store) -> Result<BTreeMap<String, Vec<PackText>>, StoreError> {
    let files = store.read(ledger::list_pack_files).await?;
    let mut packs: BTreeMap<String, Vec<PackText>> = BTreeMap::new();
    for (pack, path, text) in files {
        packs.entry(pack).or_default().push((path, text));
    }
    Ok(packs)
}

/// Reads the packs of the database into a policy; without packs it is empty.
///
/// # Errors
/// [`PolicyError`].
pub async fn load(store: &Store) -> Result<Policy, PolicyError> {
    let mut packs = Vec::new();
    for (name, files) in stored(store).await? {
        packs.push(check(&name, &files)?.0);
    }
    join(packs)
}

/// Imports a pack without asking who does it: first start and command line.
///
/// # Errors
/// [`PolicyError`]; nothing is changed then.
pub async fn install(
    store: &Store,
    name: &str,
    files: Vec<PackText>,
    at_ms: i64,
) -> Result<Policy, PolicyError> {
    let mut packs = stored(store).await?;
    check(name, &files)?;
    packs.insert(name.to_owned(), files.clone());
    let mut read = Vec::new();
    for (name, files) in &packs {
        read.push(check(name, files)?.0);
    }
    let policy = join(read)?;
    let name = name.to_owned();
    store.write(move |tx| ledger::put_pack(tx, &name, &files, at_ms)).await?;
    Ok(policy)
}

/// Imports a pack (or an edited one) as an administrator; it is in force at once, and the log says who did it.
///
/// # Errors
/// [`AppError::Policy`] with every problem, [`AppError::Denied`] without the right; nothing is changed then.
pub async fn import(app: &App, actor: &Actor, name: &str, files: Vec<PackText>) -> Result<(), AppError> {
    let at = app.clock.now();
    actor.at_unit(&app.policy(), at, Action::ManagePolicy, &actor.unit)?;
    let count = files.len();
    let policy = install(&app.store, name, files, to_ms(at)).await?;
    app.set_policy(policy);
    let entry = AdminEntry {
        at: to_ms(at),
        actor: actor.account.to_string(),
        action: "import_pack".to_owned(),
        object: name.to_owned(),
        detail: format!("{count} files"),
    };
    let id =
        domain::id::DraftId::from_parts(u64::try_from(to_ms(at)).unwrap_or_default(), app.random.number());
    app.store.write(move |tx| ledger::log(tx, &id.to_string(), &entry)).await.map_err(AppError::Store)?;
    // A day that became a holiday sends its appointments away; the pack is in force whether or not that works now.
    if let Err(error) = crate::booking::tidy_up::reconcile(app).await {
        tracing::warn!(%error, "appointments of days that fell away are looked at again within the hour");
    }
    Ok(())
}

/// The programme of a unit on a day and whether it lists a procedure, as the promise asks.
pub fn programme_facts<'p>(
    policy: &'p Policy,
    procedure: &ProcedureCode,
    unit: &Unit,
    on: Date,
) -> Option<ProgrammeFacts<'p>> {
    if let Some(listed) = policy.listed(procedure, &unit.code, on) {
        return Some(ProgrammeFacts { programme: listed.programme, lists_procedure: true });
    }
    let programme = policy.programmes_at(&unit.code, on).into_iter().next()?;
    Some(ProgrammeFacts { programme, lists_procedure: false })
}
