//! Exports read back.

use super::*;
use crate::testing::{Office, UNIT};
use crate::{handle, history};
use domain::dossier::{Act, Command, PauseCause};
use jiff::civil::date;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use storage::testing::TestDb;

async fn lines(office: &Office, filter: &Filter) -> Vec<Value> {
    let mut out = Vec::new();
    let written = dossiers(&office.app, filter, Format::Ndjson, &mut out).await.unwrap();
    let lines: Vec<Value> =
        String::from_utf8(out).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(written, lines.len() as u64);
    lines
}

/// Received, suspended for an hour, decided.
async fn paused(office: &Office) -> String {
    let receipt = office.receive("2.000635", &[]).await;
    office.clock.pass_minutes(10);
    let suspend = |_: &handle::Situation<'_>| {
        Ok(Command::Suspend { cause: PauseCause::Payment, reason: "chờ nộp phí".to_owned() })
    };
    handle::act(&office.app, &office.receiver, &receipt.code, None, Act::Suspend, suspend).await.unwrap();
    office.clock.pass_minutes(60);
    let resume = |situation: &handle::Situation<'_>| {
        Ok(Command::Resume { statutory_due_at: situation.with_remainder()? })
    };
    handle::act(&office.app, &office.receiver, &receipt.code, None, Act::Resume, resume).await.unwrap();
    receipt.code.as_str().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_has_every_field_and_its_pauses() {
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        office.receive("2.000815", &[]).await;
        let code = paused(&office).await;
        let lines = lines(&office, &Filter::default()).await;
        assert_eq!(lines.len(), 2);
        for line in &lines {
            let object = line.as_object().unwrap();
            assert!(DOSSIER_COLUMNS.iter().all(|name| object.contains_key(*name)));
        }
        let line = lines.iter().find(|line| line["code"] == code.as_str()).unwrap();
        assert_eq!(line["received_at"], "2024-02-02T08:00:00+07:00");
        assert_eq!(
            line["paused"],
            serde_json::json!([{ "from": "2024-02-02T08:10:00+07:00", "to": "2024-02-02T09:10:00+07:00",
                "cause": "payment" }])
        );
        assert_eq!((&line["finished_at"], &line["outcome"]), (&Value::Null, &Value::Null));
        assert_eq!(
            (&line["state"], &line["synthetic"]),
            (&"received".into(), &true.into()),
            "what a demo receives"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_fridays_can_be_counted_from_the_export_alone() {
    let office = Office::open().await;
    history::seed(&office.app, |_, _| ()).await.unwrap();
    office.receive("2.000815", &[]).await;
    let all = Filter { to: Some(date(2024, 1, 31)), ..Filter::default() };
    let past = lines(&office, &all).await;
    assert_eq!(past.len(), 2_192);
    let day =
        |line: &Value, field: &str| line[field].as_str().unwrap_or_default().get(..10).map(str::to_owned);
    assert!(past.iter().all(|line| line["same_day_promised"] == true && line["state"] == "returned"));
    assert!(past.iter().all(|line| day(line, "received_at") == day(line, "returned_at")));
    assert!(past.iter().all(|line| line["programme"] == "thu-sau-khong-cho" && line["synthetic"] == true));
    let friday = Filter { from: Some(date(2023, 12, 29)), to: Some(date(2023, 12, 29)), ..Filter::default() };
    let friday = lines(&office, &friday).await;
    assert!(!friday.is_empty());
    assert!(friday.iter().all(|line| day(line, "received_at").as_deref() == Some("2023-12-29")));
    let unit = Filter { unit: Some(UNIT.parse().unwrap()), ..all };
    assert!(lines(&office, &unit).await.iter().all(|line| line["receiving_unit"] == UNIT));
}

/// The chain as the export describes it, computed anew.
fn chain_holds(events: &[Value]) -> bool {
    let text = |event: &Value, name: &str| event[name].as_str().unwrap_or_default().to_owned();
    let bytes = |hex: String| -> Vec<u8> {
        (0..hex.len() / 2).map(|at| u8::from_str_radix(&hex[at * 2..at * 2 + 2], 16).unwrap()).collect()
    };
    let mut previous: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    events.iter().all(|event| {
        let unit = text(event, "unit");
        let before = previous.get(&unit).cloned().unwrap_or_else(|| vec![0; 32]);
        let mut hash = Sha256::new();
        let mut put = |part: &[u8]| {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        };
        put(&before);
        for name in ["position", "sequence", "at_ms"] {
            put(&event[name].as_i64().unwrap().to_be_bytes());
        }
        for name in ["unit", "dossier", "kind", "actor", "role", "actor_unit"] {
            put(text(event, name).as_bytes());
        }
        put(&bytes(text(event, "payload_mac")));
        let computed = hash.finalize().to_vec();
        let holds = computed == bytes(text(event, "hash"));
        previous.insert(unit, computed);
        holds
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn events_can_be_checked_from_outside_and_tell_nothing_personal() {
    let office = Office::open().await;
    paused(&office).await;
    history::seed(&office.app, |_, _| ()).await.unwrap();
    let mut out = Vec::new();
    events(&office.app, &Filter::default(), Format::Ndjson, false, &mut out).await.unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(!text.contains("Nguyễn") && !text.contains("payload\":"));
    let parsed: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(parsed.len() > 8_000);
    assert!(chain_holds(&parsed));
    let unit = Filter { unit: Some(UNIT.parse().unwrap()), from: Some(date(2024, 2, 1)), to: None };
    let mut out = Vec::new();
    let written = events(&office.app, &unit, Format::Csv { bom: true }, true, &mut out).await.unwrap();
    let text = String::from_utf8(out).unwrap();
    assert_eq!(written, 3);
    assert!(text.starts_with("\u{feff}\"unit\",") && text.contains("Nguyễn Thị Hồng Nhung"));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_answers_for_a_unit_exports_it() {
    let office = Office::open().await;
    let mut filter = Filter::default();
    assert!(permit(&office.app, &office.leader, &mut filter).is_ok());
    assert_eq!(filter.unit, Some(UNIT.parse().unwrap()));
    assert!(permit(&office.app, &office.receiver, &mut filter).is_err());
    let mut other = Filter { unit: Some("10816".parse().unwrap()), ..Filter::default() };
    assert!(permit(&office.app, &office.leader, &mut other).is_err());
}
