//! Keeping files, adding them to dossiers, and reading them back.

use super::{Inspected, inspect, name};
use crate::error::AppError;
use crate::once::Terms;
use crate::{Actor, App, handle, read, secret};
use domain::dossier::{Act, Command, Dossier, DossierCode, FileRef};
use domain::permit::Action;
use domain::procedure::ComponentId;
use domain::time::to_ms;
use std::io;
use storage::ledger;
use tokio::sync::Semaphore;

/// How many files are looked at at once: each PDF holds a child process.
static INSPECTING: Semaphore = Semaphore::const_new(4);

/// Keeps a file that somebody at the actor's unit brought; it belongs to no dossier yet. Bytes stand before the note of
/// them, so that nothing noted is missing.
///
/// # Errors
/// [`AppError::File`] says why it is not taken; [`AppError::Denied`] without a right to add files at the unit.
pub async fn keep(app: &App, actor: &Actor, bytes: Vec<u8>, name: &str) -> Result<FileRef, AppError> {
    let now = app.clock.now();
    actor.at_unit(&app.policy(), now, Action::Dossier(Act::AttachFile), &actor.unit)?;
    let permit = INSPECTING.acquire().await.map_err(io::Error::other)?;
    let (inspector, files) = (app.inspector.clone(), app.files.clone());
    let (name, limit) = (name.to_owned(), app.config.file_bytes_max);
    let looking = tokio::task::spawn_blocking(move || {
        let _held_while_looking = permit;
        let found = inspect(inspector.as_ref(), bytes, &name, limit)?;
        files.put(&found.sha256, &found.bytes)?;
        Ok::<Inspected, AppError>(found)
    });
    let found = looking.await.map_err(io::Error::other)??;
    let file = FileRef {
        sha256: found.sha256,
        media_type: found.media_type.to_owned(),
        pages: found.pages,
        bytes: found.bytes.len() as u64,
        name: found.safe_name,
    };
    let (noted, at) = (file.clone(), to_ms(now));
    let note = app.store.write(move |tx| {
        ledger::note_blob(tx, &noted.sha256, &noted.media_type, noted.bytes, noted.pages, at)
    });
    note.await.map_err(AppError::Store)?;
    Ok(file)
}

/// A file kept before, by its hash: type, size and pages are those that were found then, whatever a form says.
///
/// # Errors
/// [`AppError::NotFound`] when it was never kept as a file of a dossier.
pub async fn kept(app: &App, sha256: &str, name: &str) -> Result<FileRef, AppError> {
    let wanted = sha256.to_owned();
    let blob = app.store.read(move |tx| ledger::find_blob(tx, &wanted)).await.map_err(AppError::Store)?;
    let (media_type, bytes, pages) = blob.ok_or(AppError::NotFound { what: "file" })?;
    let extension = if media_type == "image/jpeg" { "jpg" } else { "pdf" };
    Ok(FileRef { sha256: sha256.to_owned(), name: name::safe(name, extension), media_type, pages, bytes })
}

/// Adds a kept file to a component of a dossier.
///
/// # Errors
/// As [`handle::act`]; [`AppError::NotFound`] when the file was never kept.
pub async fn attach(
    app: &App,
    actor: &Actor,
    code: &DossierCode,
    terms: impl Into<Terms>,
    component: ComponentId,
    file: FileRef,
) -> Result<Dossier, AppError> {
    let file = kept(app, &file.sha256, &file.name).await?;
    let build = move |_: &handle::Situation<'_>| {
        Ok(Command::AttachFile { component: component.clone(), file: file.clone() })
    };
    handle::act(app, actor, code, terms, Act::AttachFile, build).await
}

/// A file read back; to be served as an attachment, never shown inside a page of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The file as the dossier names it.
    pub file: FileRef,
    /// Its bytes, checked against the hash.
    pub bytes: Vec<u8>,
}

/// Opens a file of a dossier.
///
/// # Errors
/// [`AppError::NotFound`] where the dossier has no such file or the actor no right to it; [`AppError::Io`] when the
/// kept bytes are missing or damaged.
pub async fn open(app: &App, actor: &Actor, code: &DossierCode, sha256: &str) -> Result<Opened, AppError> {
    let page = read::dossier(app, actor, code).await?;
    let mut files = page.dossier.components().iter().flat_map(|handed| &handed.files);
    let file = files.find(|file| file.sha256 == sha256).ok_or(AppError::NotFound { what: "file" })?.clone();
    let (store, wanted) = (app.files.clone(), file.sha256.clone());
    let reading = tokio::task::spawn_blocking(move || {
        let bytes = store.get(&wanted)?;
        if secret::sha256_hex(&bytes) == wanted {
            Ok(bytes)
        } else {
            Err(io::Error::new(io::ErrorKind::InvalidData, "the kept file does not have its hash"))
        }
    });
    let bytes = reading.await.map_err(io::Error::other)??;
    Ok(Opened { file, bytes })
}
