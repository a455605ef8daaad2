//! `khongcho simulate friday`: figures, comparison, a page, and plans that cannot be played.

use crate::run::khongcho;

fn example(name: &str) -> String {
    format!("{}/../../docs/examples/{name}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_leader_who_leaves_costs_promises() {
    let (full, short) = (example("friday.toml"), example("leader-leaves.toml"));
    let call =
        ["simulate", "friday", "--replications", "400", "--compare", "--plan", &full, "--plan", &short];
    let answer = khongcho(&[&call[..], &["--format", "json"]].concat()).json();
    let kept = |plan: usize| answer["plans"][plan]["kept"]["value"].as_f64().unwrap();
    assert!(kept(0) > kept(1) + 0.02, "{} {}", kept(0), kept(1));
    let again = khongcho(&[&call[..], &["--format", "json"]].concat()).json();
    assert_eq!(answer, again, "the same seed gives the same figures");
    let page = khongcho(&[&call[..], &["--format", "html", "--lang", "en"]].concat());
    assert!(page.out.contains("<svg") && !page.out.contains("<script"), "{}", page.out);
    assert!(page.out.contains("Against"), "{}", page.out);
}

#[test]
fn what_one_more_brings_in_a_table() {
    let full = example("friday.toml");
    let said = khongcho(&["simulate", "friday", "--replications", "200", "--plan", &full, "--lang", "en"]);
    for words in ["Promises kept", "One more volunteer", "200 days, seed 1"] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
}

#[test]
fn plans_that_cannot_be_played_say_why_and_where() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plan.toml");
    let plan = std::fs::read_to_string(example("friday.toml")).unwrap();
    let call = |text: String| {
        std::fs::write(&file, text).unwrap();
        khongcho(&["simulate", "friday", "--lang", "en", "--plan", &file.display().to_string()])
    };
    let alone = call(plan.replace("duties = [\"approve\"]", "duties = [\"return\"]"));
    assert_eq!(alone.code, 1);
    assert!(alone.err.contains("Nobody is planned for"), "{}", alone.err);
    let early = call(plan.replace("to = \"11:00\"", "to = \"09:00\"").replace("\"08:00\"", "\"-8:00\""));
    assert_eq!(early.code, 1);
    assert!(
        early.err.contains("plan.toml:70:") && early.err.contains("\"-8:00\" is no time"),
        "{}",
        early.err
    );
    assert_eq!(khongcho(&["simulate", "friday"]).code, 2);
}
