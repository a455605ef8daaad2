//! `khongcho promise`: the Friday, its cut-off, its holiday, and everything that breaks it.

use serde_json::Value;

use crate::run::{Said, khongcho};

/// A commune of the programme, and a procedure on its list.
const CALL: [&str; 7] = ["promise", "--unit", "10852", "--procedure", "2.000635", "--format", "json"];

fn asked(more: &[&str]) -> Said {
    khongcho(&[&CALL[..], more].concat())
}

fn promised(channel: &str, received: &str, more: &[&str]) -> Value {
    asked(&[&["--channel", channel, "--received", received], more].concat()).json()
}

fn failed(answer: &Value) -> Vec<&str> {
    let reasons = answer["reasons"].as_array().unwrap();
    reasons.iter().filter(|one| one["kept"] == false).map(|one| one["code"].as_str().unwrap()).collect()
}

/// Received, same day, statutory, commitment, failed tests besides that of the closing.
type Row = (&'static str, &'static str, bool, &'static str, Option<&'static str>, &'static [&'static str]);

#[test]
fn the_friday_and_its_edges() {
    let rows: [Row; 8] = [
        ("counter", "2024-02-02T08:00:00+07:00", true, "02-02T17:00", Some("02-02T17:00"), &[]),
        ("counter", "2024-02-02T15:00:00+07:00", true, "02-02T17:00", Some("02-02T17:00"), &[]),
        ("counter", "2024-02-02T15:30:00+07:00", true, "02-05T17:00", Some("02-02T17:00"), &[]),
        ("counter", "2024-02-02T15:30:59+07:00", true, "02-05T17:00", Some("02-02T17:00"), &[]),
        (
            "counter",
            "2024-02-02T15:31:00+07:00",
            false,
            "02-05T17:00",
            Some("02-05T09:00"),
            &["after_cut_off"],
        ),
        ("online", "2024-02-01T22:00:00+07:00", true, "02-02T17:00", Some("02-02T17:00"), &[]),
        ("post", "2024-02-02T08:00:00+07:00", false, "02-02T17:00", None, &["channel_not_in_programme"]),
        ("counter", "2024-01-30T08:00:00+07:00", false, "01-30T17:00", None, &["not_programme_day"]),
    ];
    for (channel, received, same_day, statutory, commitment, broken) in rows {
        let answer = promised(channel, received, &[]);
        let time = |short: &str| Value::from(format!("2024-{short}:00+07:00"));
        assert_eq!(answer["same_day"], same_day, "{channel} {received}");
        assert_eq!(answer["statutory_due_at"], time(statutory), "{channel} {received}");
        assert_eq!(answer["commitment_due_at"], commitment.map_or(Value::Null, time), "{channel} {received}");
        let failed: Vec<&str> = failed(&answer).into_iter().filter(|code| *code != "closes_later").collect();
        assert_eq!(failed, broken, "{channel} {received}");
    }
}

#[test]
fn a_friday_that_is_a_holiday_promises_nothing() {
    let answer = promised("online", "2024-02-09T09:00:00+07:00", &[]);
    assert_eq!(answer["same_day"], false);
    assert_eq!(answer["statutory_due_at"], "2024-02-15T17:00:00+07:00");
    assert_eq!(answer["commitment_due_at"], Value::Null);
    assert!(failed(&answer).contains(&"not_programme_day"), "{answer}");
    let counter = promised("counter", "2024-02-09T09:00:00+07:00", &[]);
    assert_eq!(counter["counter_open"], false);
}

#[test]
fn every_reason_has_its_words() {
    for lang in ["vi", "en"] {
        let answer = promised("counter", "2024-02-02T15:31:00+07:00", &["--lang", lang]);
        let reasons = answer["reasons"].as_array().unwrap();
        assert_eq!(reasons.len(), 11);
        assert!(
            reasons.iter().all(|one| one["text"].as_str().is_some_and(|text| text.len() > 10)),
            "{answer}"
        );
    }
}

#[test]
fn what_is_missing_leaves_no_times() {
    let said = asked(&["--channel", "counter", "--received", "2024-02-02T08:00:00+07:00", "--missing", "x"]);
    assert_eq!(said.code, 2, "{}", said.out);
    let papers = said.err.rsplit(": ").next().unwrap().trim().trim_end_matches('.').to_owned();
    let first = papers.split(", ").next().unwrap();
    let answer = promised("counter", "2024-02-02T08:00:00+07:00", &["--missing", first]);
    assert_eq!(answer["same_day"], false);
    assert_eq!(answer["statutory_due_at"], Value::Null);
    assert_eq!(answer["commitment_due_at"], Value::Null);
    assert!(failed(&answer).contains(&"component_missing"), "{answer}");
}

#[test]
fn absent_duties_break_the_promise() {
    let at = "2024-02-02T08:00:00+07:00";
    assert_eq!(promised("counter", at, &["--present", "all"])["same_day"], true);
    let answer = promised("counter", at, &["--present", "receive,appraise,return"]);
    assert_eq!(answer["same_day"], false);
    assert!(failed(&answer).contains(&"duty_approve_absent"));
    let wrong = asked(&["--channel", "counter", "--received", at, "--present", "signing"]);
    assert_eq!(wrong.code, 2);
}

#[test]
fn verification_must_be_answered_where_it_may_be_needed() {
    let call = |more: &[&str]| {
        let fixed = ["promise", "--unit", "294", "--procedure", "1.001266", "--channel", "counter"];
        let rest = ["--received", "2024-02-02T08:00:00+07:00", "--format", "json"];
        khongcho(&[&fixed[..], &rest, more].concat())
    };
    let silent = call(&["--lang", "en"]);
    assert_eq!(silent.code, 2, "{}{}", silent.out, silent.err);
    assert!(silent.err.contains("--verification needed"), "{}", silent.err);
    assert_eq!(call(&["--verification", "not-needed"]).json()["same_day"], true);
    let needed = call(&["--verification", "needed"]).json();
    assert_eq!(needed["same_day"], false);
    assert!(failed(&needed).contains(&"verification_needed"));
}

#[test]
fn what_does_not_exist_is_named() {
    let at = "2024-02-02T08:00:00+07:00";
    let call = |unit: &str, procedure: &str| {
        let fixed = ["promise", "--channel", "counter", "--received", at, "--unit", unit];
        khongcho(&[&fixed[..], &["--procedure", procedure]].concat())
    };
    assert_eq!(call("10999", "2.000635").code, 2);
    assert_eq!(call("10852", "9.999999").code, 2);
    assert_eq!(call("10852", "2-000635").code, 2);
    let elsewhere = call("10852", "1.001266");
    assert_eq!(elsewhere.code, 1, "{}{}", elsewhere.out, elsewhere.err);
}

#[test]
fn people_read_the_headline_first() {
    let said = khongcho(&[
        "promise",
        "--unit",
        "10852",
        "--procedure",
        "2.000635",
        "--channel",
        "counter",
        "--received",
        "2024-02-02T15:30:00+07:00",
    ]);
    assert!(said.out.starts_with("Có kết quả trong ngày, trước 17 giờ\n"), "{}", said.out);
    assert_eq!(said.out.matches('✓').count(), 11);
}
