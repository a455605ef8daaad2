//! `khongcho catalogue`: check with places, import, export, diff.

use std::fs;
use std::path::Path;

use crate::run::khongcho;

fn exported(to: &Path) {
    let said = khongcho(&["catalogue", "export", "thanh-ha-2023", "--shipped", "--to", to.to_str().unwrap()]);
    assert_eq!(said.code, 0, "{}", said.err);
}

#[test]
fn the_packs_that_ship_are_in_order() {
    let listed = khongcho(&["catalogue", "list"]);
    assert_eq!(listed.out.lines().collect::<Vec<_>>(), ["hai-phong-2025", "thanh-ha-2023"]);
    for pack in listed.out.lines() {
        let said = khongcho(&["catalogue", "check", pack]);
        assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    }
}

#[test]
fn every_problem_of_a_broken_pack_has_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("hong");
    exported(&pack);
    let file = pack.join("procedures/2.000635.toml");
    let text = fs::read_to_string(&file).unwrap();
    let broken = text.replacen("life_event", "life_evnt", 1).replacen("verification", "verifikation", 1);
    assert_ne!(text, broken);
    fs::write(&file, broken).unwrap();
    let shown = pack.to_str().unwrap();
    let said = khongcho(&["catalogue", "check", shown, "--lang", "en"]);
    assert_eq!(said.code, 1, "{}{}", said.out, said.err);
    assert!(said.err.contains("errors"), "{}", said.err);
    let first = said.out.lines().find(|line| line.contains("life_evnt")).expect("the slip is named");
    let place = first.strip_prefix(&format!("{shown}/procedures/2.000635.toml:")).expect("with its file");
    let mut parts = place.splitn(4, ':');
    let line: usize = parts.next().unwrap().parse().unwrap();
    assert!(parts.next().unwrap().parse::<usize>().is_ok());
    assert_eq!(parts.next(), Some(" error"));
    assert!(fs::read_to_string(&file).unwrap().lines().nth(line - 1).unwrap().contains("life_evnt"));
    assert!(said.out.lines().count() >= 2, "every problem at once: {}", said.out);
    let json = khongcho(&["catalogue", "check", shown, "--format", "json"]);
    assert_eq!(json.code, 1);
    assert!(json.out.contains("\"severity\": \"error\""));
    let data = folder.path().join("data");
    migrated(&data);
    let refused = khongcho(&["catalogue", "import", shown, "--data", data.to_str().unwrap()]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("2.000635.toml"), "{}", refused.err);
}

fn migrated(data: &Path) {
    let said = khongcho(&["migrate", "--data", data.to_str().unwrap(), "--lang", "en"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("Applied 0001_foundation"), "{}", said.out);
}

#[test]
fn a_pack_goes_in_and_comes_out_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let data = data.to_str().unwrap();
    migrated(Path::new(data));
    assert_eq!(khongcho(&["catalogue", "import", "thanh-ha-2023", "--data", data]).code, 0);
    let out = folder.path().join("thanh-ha-2023");
    let shown = out.to_str().unwrap();
    let said = khongcho(&["catalogue", "export", "thanh-ha-2023", "--to", shown, "--data", data]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(khongcho(&["catalogue", "export", "thanh-ha-2023", "--to", shown, "--data", data]).code, 1);
    let same = khongcho(&["catalogue", "diff", shown, "--data", data, "--lang", "en"]);
    assert_eq!((same.code, same.out.as_str()), (0, "No difference.\n"), "{}", same.err);
    let file = out.join("sectors.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("Hộ tịch", "Hộ tịch, quốc tịch", 1)).unwrap();
    let changed = khongcho(&["catalogue", "diff", shown, "--data", data]);
    assert!(changed.out.starts_with("~ sector "), "{}", changed.out);
    let json =
        khongcho(&["catalogue", "diff", shown, "--against", "thanh-ha-2023", "--format", "json"]).json();
    assert_eq!(json[0]["change"], "changed");
}

#[test]
fn a_pack_that_is_not_there_is_a_wrong_call() {
    let said = khongcho(&["catalogue", "check", "thanh-ha", "--lang", "en"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("thanh-ha-2023"), "{}", said.err);
}
