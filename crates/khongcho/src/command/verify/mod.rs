//! `khongcho verify`: the chains of the event log, and that every record follows from it.

mod dossier;
mod serials;
mod watched;

use clap::Args;
use domain::time::from_ms;
use i18n::Key;
use jiff::Timestamp;
use storage::dossier::{Position, list_export};
use storage::event_log::{self, Broken};
use storage::{Store, StoreError};

use crate::context::Context;
use crate::failure::Failure;
use crate::output::{self, Progress};
use dossier::Fault;
use serials::Serials;

/// Dossiers read at a time.
const PAGE: usize = 200;

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub struct Arguments {}

/// A chain: unit, number of entries, hash of the last.
type Chain = (String, i64, Vec<u8>);

/// Checks every chain, every dossier and every series of numbers.
///
/// # Errors
/// [`Failure::Refused`] with the first problem.
pub async fn run(context: &Context, _arguments: &Arguments) -> Result<(), Failure> {
    let (_, store) = context.open().await?;
    let chains = store.report(event_log::heads).await?;
    let entries: i64 = chains.iter().map(|(_, length, _)| *length).sum();
    chain(context, &store, &chains, entries).await?;
    let dossiers = dossiers(context, &store, entries).await?;
    let quotes = watch(context, &store).await?;
    let number = |n: i64| output::count(context.lang, Key::CliNumber, n);
    let texts = [
        ("chains", &*number(i64::try_from(chains.len()).unwrap_or(i64::MAX))),
        ("entries", &*number(entries)),
        ("dossiers", &*number(i64::try_from(dossiers).unwrap_or(i64::MAX))),
    ];
    output::line(context.say(Key::CliVerified, &texts));
    let quotes = number(i64::try_from(quotes).unwrap_or(i64::MAX));
    output::line(context.say(Key::CliVerifiedQuotes, &[("quotes", &quotes)]));
    Ok(())
}

/// Learned times and quotes; gives the number of quotes.
async fn watch(context: &Context, store: &Store) -> Result<u64, Failure> {
    let policy = app::policy::load(store).await?;
    let refuse = |fault: &watched::Fault| match fault {
        watched::Fault::Learned => context.refuse(Key::CliLearnedDiffers, &[]),
        watched::Fault::Quote(dossier) => context.refuse(Key::CliQuoteDiffers, &[("dossier", dossier)]),
    };
    let learned = watched::learned(store, policy).await.map_err(app::AppError::from)?;
    if let Some(fault) = learned {
        return Err(refuse(&fault));
    }
    watched::quotes(store).await?.map_err(|fault| refuse(&fault))
}

async fn chain(context: &Context, store: &Store, chains: &[Chain], entries: i64) -> Result<(), Failure> {
    let mut progress = Progress::new(context.say(Key::CliVerifyChains, &[]));
    let mut done = 0;
    for (unit, length, head) in chains {
        let (of, length, head) = (unit.clone(), *length, head.clone());
        let checked = store.report(move |tx| event_log::verify_chain(tx, &of, length, &head)).await?;
        if let Err(Broken { unit, position, why }) = checked {
            let texts = [("unit", &*unit), ("position", &*position.to_string()), ("why", why)];
            return Err(context.refuse(Key::CliChainBroken, &texts));
        }
        done += length;
        progress.step(u64::try_from(done).unwrap_or_default(), u64::try_from(entries).unwrap_or_default());
    }
    Ok(())
}

/// Folds every dossier and compares; every entry must belong to one of them.
async fn dossiers(context: &Context, store: &Store, entries: i64) -> Result<u64, Failure> {
    let mut progress = Progress::new(context.say(Key::CliVerifyDossiers, &[]));
    let (mut serials, mut after) = (Serials::default(), Position { at: i64::MIN, id: String::new() });
    let (mut count, mut events) = (0_u64, 0_i64);
    loop {
        let from = after.clone();
        let page = store.report(move |tx| {
            let listed = list_export(tx, (i64::MIN, i64::MAX), &from, PAGE)?;
            let checked: Result<Vec<_>, StoreError> =
                listed.rows.iter().map(|row| dossier::check(tx, row)).collect();
            Ok::<_, StoreError>((checked?, listed.next))
        });
        let (checked, next) = page.await?;
        for found in checked {
            let state = found.map_err(|fault| broken(context, &fault))?;
            events += i64::from(state.version);
            count += 1;
            serials.add(&state);
        }
        progress.step(u64::try_from(events).unwrap_or_default(), u64::try_from(entries).unwrap_or_default());
        match next {
            Some(next) => after = next,
            None => break,
        }
    }
    if events != entries {
        let texts = [("entries", &*entries.to_string()), ("found", &*events.to_string())];
        return Err(context.refuse(Key::CliDossierMissing, &texts));
    }
    match serials.gap() {
        Some((series, serial)) => {
            let texts = [("series", &*series), ("serial", &*serial.to_string())];
            Err(context.refuse(Key::CliSerialGap, &texts))
        }
        None => Ok(count),
    }
}

fn broken(context: &Context, fault: &Fault) -> Failure {
    context.refuse(Key::CliDossierBroken, &[("code", &fault.code), ("what", &fault.what)])
}

/// When the last event of any unit happened.
///
/// # Errors
/// [`Failure::Refused`] when the log cannot be read.
pub async fn last_event_at(store: &Store) -> Result<Option<Timestamp>, Failure> {
    let last = store.report(|tx| {
        let mut last = None;
        for (unit, length, _) in event_log::heads(tx)? {
            let tail = event_log::export(tx, (&unit, length - 1), 1)?;
            let at = tail.iter().filter(|entry| entry.unit == unit).map(|entry| entry.at).max();
            last = last.max(at);
        }
        Ok::<_, StoreError>(last)
    });
    Ok(last.await?.map(from_ms))
}
