//! The database: within reach, its schema, the ends of its chains, who can log in.

use domain::time::rfc3339;
use i18n::Key;
use jiff::Timestamp;
use storage::{DatabaseUrl, Store, StoreError, account, event_log};

use super::{Findings, State};
use crate::context::Place;
use crate::output;

/// Opens the database; without it nothing else can be looked at.
pub async fn open(findings: &mut Findings<'_>, place: &Place) -> Option<Store> {
    let address = place.url.to_string();
    if let DatabaseUrl::Sqlite(file) = &place.url
        && !file.is_file()
    {
        let file = file.display().to_string();
        findings.add("database", State::Fault, Key::CliNoDatabase, &[("file", &file)]);
        return None;
    }
    let opened = Store::open(&place.url).await;
    let version = match &opened {
        Ok(store) => store.schema_version().await,
        Err(error) => Err(error.clone()),
    };
    match (opened, version) {
        (Ok(store), Ok(found)) => {
            let known = store.known_version();
            let engine = store.engine().to_string();
            let texts = [
                ("engine", &*engine),
                ("address", &*address),
                ("found", &*found.to_string()),
                ("known", &*known.to_string()),
            ];
            if found < known {
                findings.add("database", State::Fault, Key::CliSchemaOld, &texts);
                return None;
            }
            findings.add("database", State::Fine, Key::CliDoctorDatabase, &texts);
            Some(store)
        }
        (Err(error), _) | (Ok(_), Err(error)) => {
            let texts = [("address", &*address), ("problem", &*error.to_string())];
            findings.add("database", State::Fault, Key::CliDoctorDatabaseFault, &texts);
            None
        }
    }
}

/// The last entry of a chain against its head.
struct Tail {
    unit: String,
    fits: bool,
    at: Option<i64>,
    length: i64,
}

/// Whether every chain ends where its head says, and nothing lies in the future.
pub async fn log(findings: &mut Findings<'_>, store: &Store, now: Timestamp) {
    let tails = store.report(|tx| {
        let mut tails = Vec::new();
        for (unit, length, head) in event_log::heads(tx)? {
            let last = event_log::export(tx, (&unit, length - 1), 1)?.into_iter().find(|e| e.unit == unit);
            let fits = last.as_ref().map_or(length == 0, |entry| entry.hash == head);
            tails.push(Tail { unit, fits, at: last.map(|entry| entry.at), length });
        }
        Ok::<_, StoreError>(tails)
    });
    let tails = match tails.await {
        Ok(tails) => tails,
        Err(error) => {
            findings.add("log", State::Fault, Key::CliDoctorSays, &[("what", &error.to_string())]);
            return;
        }
    };
    if let Some(tail) = tails.iter().find(|tail| !tail.fits) {
        findings.add("log", State::Fault, Key::CliDoctorChainFault, &[("unit", &tail.unit)]);
    } else {
        let entries: i64 = tails.iter().map(|tail| tail.length).sum();
        let number = |n: i64| output::count(findings.context.lang, Key::CliNumber, n);
        let chains = number(i64::try_from(tails.len()).unwrap_or(i64::MAX));
        let texts = [("chains", &*chains), ("entries", &*number(entries))];
        findings.add("log", State::Fine, Key::CliDoctorChains, &texts);
    }
    let last = tails.iter().filter_map(|tail| tail.at).max().map(domain::time::from_ms);
    if let Some(last) = last.filter(|last| *last > now) {
        let texts = [("last", &*rfc3339(last)), ("now", &*rfc3339(now))];
        findings.add("clock", State::Fault, Key::CliDoctorClockBehind, &texts);
    }
}

/// Whether anybody can log in.
pub async fn accounts(findings: &mut Findings<'_>, store: &Store) {
    match store.read(account::count).await {
        Ok(0) => findings.add("accounts", State::Warning, Key::CliDoctorNoAccount, &[]),
        Ok(count) => {
            let count = output::count(findings.context.lang, Key::CliNumber, count);
            findings.add("accounts", State::Fine, Key::CliDoctorAccounts, &[("count", &count)]);
        }
        Err(error) => {
            findings.add("accounts", State::Fault, Key::CliDoctorSays, &[("what", &error.to_string())]);
        }
    }
}
