//! `khongcho deadline`: the vectors of the rules, and what is refused.

use crate::run::khongcho;

fn due(unit: &str, kind: &str, amount: &str, received: &str) -> serde_json::Value {
    let mut arguments = vec!["deadline", "--unit", unit, "--kind", kind, "--received", received];
    if !amount.is_empty() {
        arguments.extend(["--amount", amount]);
    }
    arguments.extend(["--format", "json"]);
    khongcho(&arguments).json()
}

#[test]
fn the_known_vectors_hold() {
    let rows = [
        ("10852", "same-day", "", "2023-10-06T14:20:00+07:00", "2023-10-06T17:00:00+07:00"),
        ("10852", "same-day", "", "2023-10-06T15:00:00+07:00", "2023-10-06T17:00:00+07:00"),
        ("10852", "same-day", "", "2023-10-06T15:10:00+07:00", "2023-10-09T17:00:00+07:00"),
        ("10852", "same-day", "", "2024-02-08T20:00:00+07:00", "2024-02-15T17:00:00+07:00"),
        ("10852", "working-days", "3", "2024-02-07T09:00:00+07:00", "2024-02-19T17:00:00+07:00"),
        ("10852", "working-days", "3", "2025-04-24T09:00:00+07:00", "2025-04-28T17:00:00+07:00"),
        ("10813", "working-days", "2", "2026-08-21T09:00:00+07:00", "2026-08-24T17:00:00+07:00"),
        ("10813", "working-days", "3", "2026-08-28T09:00:00+07:00", "2026-09-07T17:00:00+07:00"),
        ("10852", "calendar-days", "5", "2024-02-05T09:00:00+07:00", "2024-02-15T17:00:00+07:00"),
        ("10852", "hours", "4", "2024-02-02T16:00:00+07:00", "2024-02-05T10:30:00+07:00"),
    ];
    for (unit, kind, amount, received, expected) in rows {
        let answer = due(unit, kind, amount, received);
        assert_eq!(answer["statutory_due_at"], expected, "{unit} {kind} {amount} {received}");
        assert_eq!(answer["unit"], unit);
    }
}

#[test]
fn skipped_days_have_their_reasons() {
    let answer = due("10852", "working-days", "3", "2024-02-07T09:00:00+07:00");
    let skipped = answer["skipped"].as_array().unwrap();
    assert_eq!(skipped.len(), 9, "{skipped:?}");
    assert_eq!(skipped[0]["on"], "2024-02-08");
    assert_eq!(skipped[0]["kind"], "holiday");
    assert!(skipped[0]["reason"].as_str().unwrap().contains("Tết"), "{}", skipped[0]);
    assert_eq!(skipped[8]["on"], "2024-02-18");
    assert_eq!(skipped[8]["kind"], "weekly_off");
}

#[test]
fn people_get_a_sentence_in_their_language() {
    let call = ["deadline", "--unit", "10852", "--kind", "working-days", "--amount", "3", "--received"];
    let vietnamese = khongcho(&[&call[..], &["2024-02-07T09:00:00+07:00"]].concat());
    assert!(vietnamese.out.contains("Tết Nguyên đán") && vietnamese.out.ends_with("19/02/2024.\n"));
    let english = khongcho(&[&call[..], &["2024-02-07T09:00:00+07:00", "--lang", "en"]].concat());
    assert!(english.out.contains("19 February 2024"), "{}", english.out);
}

#[test]
fn wrong_calls_end_with_two() {
    let received = "2024-02-07T09:00:00+07:00";
    let rows: [(&[&str], &str); 7] = [
        (&["--unit", "10852", "--kind", "working-days", "--received", received], "--amount"),
        (&["--unit", "10852", "--kind", "same-day", "--amount", "1", "--received", received], "--amount"),
        (&["--unit", "10852", "--kind", "weeks", "--amount", "1", "--received", received], "same-day"),
        (&["--unit", "99999", "--kind", "same-day", "--received", received], "99999"),
        (&["--unit", "10852", "--kind", "same-day", "--received", "tomorrow"], "2024-02-02T15:30:00+07:00"),
        (&["--unit", "x", "--kind", "same-day", "--received", received], "administrative code"),
        (&["--unit", "10852", "--kind", "hours", "--amount", "0", "--received", received], "0"),
    ];
    for (arguments, named) in rows {
        let said = khongcho(&[&["deadline", "--lang", "en"], arguments].concat());
        assert_eq!(said.code, 2, "{arguments:?}: {}", said.err);
        assert!(said.err.contains(named), "{arguments:?}: {}", said.err);
        assert_eq!(said.out, "");
    }
}
