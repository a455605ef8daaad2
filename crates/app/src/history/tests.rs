//! The seeded past, counted from its own records.

use super::*;
use crate::testing::Office;
use domain::time::{civil, from_ms};
use jiff::civil::Weekday;
use std::collections::{BTreeMap, BTreeSet};
use storage::Store;
use storage::dossier::{DossierRow, Position, list_export};
use storage::testing::TestDb;

async fn rows(store: &Store) -> Vec<DossierRow> {
    store
        .report(|tx| {
            Ok::<_, storage::StoreError>(list_export(tx, (0, i64::MAX), &Position::start(), 10_000)?.rows)
        })
        .await
        .unwrap()
}

async fn chains_hold(store: &Store) -> Vec<(String, i64, Vec<u8>)> {
    store
        .report(|tx| {
            let heads = event_log::heads(tx)?;
            for (unit, length, hash) in &heads {
                assert!(event_log::verify_chain(tx, unit, *length, hash)?.is_ok(), "{unit}");
            }
            Ok::<_, storage::StoreError>(heads)
        })
        .await
        .unwrap()
}

fn check(row: &DossierRow) {
    let day = |ms: i64| civil(from_ms(ms)).date();
    let received = civil(from_ms(row.received_at));
    assert!(row.synthetic && row.same_day_promised, "{}", row.code);
    assert_eq!(received.date().weekday(), Weekday::Friday);
    assert!((received.hour(), received.minute()) <= (15, 30), "{}", row.code);
    assert_eq!(row.finished_at.map(day), Some(received.date()), "{}", row.code);
    assert_eq!(row.returned_at.map(day), Some(received.date()), "{}", row.code);
    assert!(row.commitment_due_at >= row.finished_at, "{}", row.code);
    assert_ne!(row.appraiser, None);
    assert_eq!(row.stage, "returned");
}

#[tokio::test(flavor = "multi_thread")]
async fn all_fridays_are_written_once_and_hold_together() {
    let office = Office::open().await;
    let mut heard = Vec::new();
    let summary = seed(&office.app, |done, total| heard.push((done, total))).await.unwrap();
    assert_eq!(summary, Summary { dossiers: 2_192, written: 2_192, days: 17, units: 21 });
    assert_eq!((heard.len(), heard.last()), (17, Some(&(2_192, 2_192))));
    let rows = rows(&office.app.store).await;
    assert_eq!(rows.len(), 2_192);
    rows.iter().for_each(check);
    let days: BTreeSet<_> = rows.iter().map(|row| civil(from_ms(row.received_at)).date()).collect();
    let units: BTreeSet<_> = rows.iter().map(|row| row.receiving_unit.clone()).collect();
    assert_eq!((days.len(), units.len()), (17, 21));
    assert_eq!(days.into_iter().collect::<Vec<_>>(), plan::fridays());
    assert_eq!(chains_hold(&office.app.store).await.len(), 21);
    let again = seed(&office.app, |_, _| ()).await.unwrap();
    assert_eq!((again.dossiers, again.written), (2_192, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_seed_gives_the_same_log_on_every_engine() {
    let mut logs = Vec::new();
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        let summary = seed_days(&office.app, SEED, 1, |_, _| ()).await.unwrap();
        assert!(summary.written > 50 && summary.written == summary.dossiers);
        rows(&office.app.store).await.iter().for_each(check);
        logs.push(chains_hold(&office.app.store).await);
    }
    let office = Office::open().await;
    seed_days(&office.app, SEED, 1, |_, _| ()).await.unwrap();
    logs.push(chains_hold(&office.app.store).await);
    let (first, others) = logs.split_first().unwrap();
    assert!(others.iter().all(|log| log == first));
}

#[tokio::test(flavor = "multi_thread")]
async fn copies_are_most_and_the_programme_lists_everything() {
    let office = Office::open().await;
    seed_days(&office.app, SEED, 2, |_, _| ()).await.unwrap();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows(&office.app.store).await {
        *kinds.entry(row.procedure_code.clone()).or_default() += 1;
        let code = row.procedure_code.parse().unwrap();
        let unit = row.receiving_unit.parse().unwrap();
        let on = civil(from_ms(row.received_at)).date();
        assert!(office.app.policy().listed(&code, &unit, on).is_some(), "{code} at {unit}");
    }
    assert_eq!(
        kinds.iter().max_by_key(|(_, count)| **count).map(|(code, _)| code.as_str()),
        Some("2.000815")
    );
    assert!(kinds.len() > 10);
}
