//! How fast, by hand: `cargo test --release -p storage -- --ignored --nocapture`.

use std::time::{Duration, Instant};

use super::{databases, file};

const CLIENTS: usize = 64;

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a measurement, not a check"]
async fn durable_units_a_second() {
    for db in databases().await {
        let (before, start) = (db.store.stats(), Instant::now());
        let clients = (0..CLIENTS).map(|_| {
            let store = db.store.clone();
            tokio::spawn(async move {
                let mut units = 0_u32;
                while start.elapsed() < Duration::from_secs(2) {
                    file(&store, "10813", false).await.unwrap();
                    units += 1;
                }
                units
            })
        });
        let mut units = 0;
        for client in clients.collect::<Vec<_>>() {
            units += client.await.unwrap();
        }
        let commits = db.store.stats().commits - before.commits;
        let rate = f64::from(units) / start.elapsed().as_secs_f64();
        println!("{}: {CLIENTS} clients, {rate:.0} units a second, {commits} commits", db.engine());
    }
}
