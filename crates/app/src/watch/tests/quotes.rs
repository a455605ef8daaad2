//! A quote is given, kept, and worked out again bit for bit; times are learned with the events.

use crate::testing::{Office, UNIT};
use crate::watch::quote::{self, Audit};
use crate::watch::state::State;
use crate::watch::{Cache, learn, load, snapshot};
use domain::promise::Duty;
use domain::time::civil;
use friday::{DayTime, QuoteTerms, Span};
use std::sync::Arc;
use storage::testing::TestDb;
use storage::watch;

async fn kept(office: &Office, id: &str) -> Option<(watch::QuoteRow, Option<String>)> {
    let id = id.to_owned();
    let read = office.app.store.read(move |tx| {
        let Some(row) = watch::find_quote(tx, &id)? else { return Ok(None) };
        let state = watch::find_state(tx, &row.state_sha256)?;
        Ok::<_, storage::StoreError>(Some((row, state)))
    });
    read.await.unwrap()
}

#[tokio::test]
async fn a_reception_keeps_its_quote_and_an_auditor_finds_the_same() {
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        for _ in 0..3 {
            office.receive("2.000635", &[]).await;
        }
        let receipt = office.receive("2.000635", &[]).await;
        let (row, state) = kept(&office, &receipt.id.to_string()).await.unwrap();
        assert_eq!((row.ahead, row.officers, row.percent), (3, 1, 95));
        let (from, by) = (row.ready_from.unwrap(), row.ready_by.unwrap());
        assert!(row.at < from && from < by && by <= row.deadline_at, "{row:?}");
        assert_eq!(quote::audit(&row, state.as_deref()), Audit::Same);
        // Whoever changes a figure or the state is found.
        let better = watch::QuoteRow { ready_by: Some(by - 900_000), ..row.clone() };
        assert!(matches!(quote::audit(&better, state.as_deref()), Audit::Differs { .. }));
        let state = state.unwrap().replace("\"paths\":16384", "\"paths\":16383");
        assert_eq!(quote::audit(&row, Some(&state)), Audit::StateDamaged);
        assert_eq!(quote::audit(&row, None), Audit::StateDamaged);
    }
}

#[tokio::test]
async fn more_files_ahead_never_quote_an_earlier_hour() {
    let office = Office::open().await;
    let mut last = None;
    for _ in 0..6 {
        let receipt = office.receive("2.000635", &[]).await;
        let by = kept(&office, &receipt.id.to_string()).await.unwrap().0.ready_by.unwrap();
        assert!(last.is_none_or(|last| last <= by), "{last:?} {by}");
        last = Some(by);
    }
}

#[tokio::test]
async fn what_is_learned_equals_what_the_log_teaches() {
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        for procedure in ["2.000635", "2.000815", "2.000635"] {
            let receipt = office.receive(procedure, &[]).await;
            office.clock.pass_minutes(12);
            office.appraise(&receipt.code, &[]).await;
            office.clock.pass_minutes(4);
            office.approve(&receipt.code).await;
        }
        let policy = office.app.policy();
        let read = office.app.store.read(move |tx| {
            let known = watch::list_all_service_times(tx)?;
            Ok::<_, storage::event_log::LogError>((known, learn::from_log(tx, &policy)?))
        });
        let (known, taught) = read.await.unwrap();
        assert_eq!(known, taught);
        let counts: Vec<(&str, &str, i64)> =
            known.iter().map(|row| (row.procedure_code.as_str(), row.duty.as_str(), row.n)).collect();
        let rows = [
            ("2.000635", "appraise", 2),
            ("2.000635", "approve", 2),
            ("2.000815", "appraise", 1),
            ("2.000815", "approve", 1),
        ];
        assert_eq!(counts, rows);
        // Twice twelve minutes: the sum of logarithms says so.
        let first = known.first().unwrap();
        assert_eq!(first.log_sum, 2 * (12.0_f64.ln() * 1e6).round() as i64);
        let policy = office.app.policy();
        office.app.store.write(move |tx| learn::rebuild(tx, &policy)).await.unwrap();
        assert_eq!(office.app.store.read(watch::list_all_service_times).await.unwrap(), taught);
    }
}

#[tokio::test]
async fn slow_days_move_the_law_of_the_unit_and_nobody_elses() {
    let office = Office::open().await;
    let (unit, at) = (UNIT.parse().unwrap(), office.app.clock.now());
    let minutes = domain::procedure::WorkMinutes::ASSUMED;
    let before = load::of_unit(&office.app, &unit, at).await.unwrap();
    for _ in 0..4 {
        let receipt = office.receive("2.000635", &[]).await;
        office.clock.pass_minutes(40);
        office.appraise(&receipt.code, &[]).await;
    }
    let after = load::of_unit(&office.app, &unit, office.app.clock.now()).await.unwrap();
    let mean =
        |load: &load::Load, code: &str| load.learned.law(code, &minutes, Duty::Appraise).mean_minutes();
    assert_eq!(mean(&before, "2.000635"), 15.0);
    assert!(mean(&after, "2.000635") > 16.0, "{}", mean(&after, "2.000635"));
    assert_eq!(mean(&after, "2.000815"), 15.0);
}

#[test]
fn a_state_is_read_back_as_it_was() {
    let policy = crate::testing::pack_policy("thanh-ha-2023");
    let on = jiff::civil::date(2024, 2, 2);
    let unit: domain::place::UnitCode = UNIT.parse().unwrap();
    let load = load::Load {
        unit: unit.clone(),
        at: crate::testing::at("2024-02-02T09:00:00+07:00"),
        on,
        work: Vec::new(),
        present: domain::promise::DutySet::ALL,
        officers: vec![
            load::Officer { duty: Duty::Appraise, from: None },
            load::Officer {
                duty: Duty::Approve,
                from: Some(crate::testing::at("2024-02-02T10:00:00+07:00")),
            },
        ],
        ended: Vec::new(),
        learned: crate::watch::laws::Learned::default(),
    };
    let calendar = policy.calendar_of(&unit, on).unwrap();
    let version = policy.version_in_force(&"2.000635".parse().unwrap(), &unit, on).unwrap();
    let day = snapshot::snapshot(&policy, calendar, &load, load.at);
    let state = State {
        newcomer: snapshot::newcomer(&load, version, &day),
        snapshot: day,
        terms: QuoteTerms {
            deadline: DayTime::hm(17, 0),
            level: 0.95,
            margin: Span::ZERO,
            seed: u64::MAX >> 1,
            paths: 512,
        },
    };
    let (text, hash) = state.encode();
    let back = State::decode(&text).unwrap();
    assert_eq!(back, state);
    assert_eq!(back.encode(), (text.clone(), hash));
    assert_eq!(State::decode(&text.replace("\"format\":1", "\"format\":2")), None);
    assert_eq!(State::decode("{}"), None);
}

#[tokio::test]
async fn an_event_of_the_unit_makes_its_load_old_and_a_moved_clock_every_load() {
    let office = Office::open().await;
    let unit = UNIT.parse().unwrap();
    let read = || load::of_unit(&office.app, &unit, office.app.clock.now());
    let first = read().await.unwrap();
    assert!(Arc::ptr_eq(&first, &read().await.unwrap()));
    office.receive("2.000635", &[]).await;
    let second = read().await.unwrap();
    assert_eq!((first.work.len(), second.work.len()), (0, 1));
    office.clock.pass_minutes(180);
    assert!(!Arc::ptr_eq(&second, &read().await.unwrap()));
    // What was read before an event is not kept after it.
    let cache = Cache::default();
    let (generation, _) = cache.find(&unit, second.at);
    cache.forget(&unit);
    cache.keep(&second, generation);
    assert!(cache.find(&unit, second.at).1.is_none());
    assert_eq!(civil(second.at).date(), second.on);
}
