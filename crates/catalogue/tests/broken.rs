//! Broken packs: each fault put into a sound pack is reported at its line with its key, in both languages.

#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

use catalogue::{Diagnostic, Severity, load};

/// A small sound pack; line numbers below count from its texts.
const SOUND: [(&str, &str); 6] = [
    ("pack.toml", include_str!("sound/pack.toml")),
    ("sectors.toml", include_str!("sound/sectors.toml")),
    ("calendars.toml", include_str!("sound/calendars.toml")),
    ("units.toml", include_str!("sound/units.toml")),
    ("programmes.toml", include_str!("sound/programmes.toml")),
    ("procedures/2.000635.toml", include_str!("sound/2.000635.toml")),
];

const PACK: &str = "pack.toml";
const SECTORS: &str = "sectors.toml";
const CALENDARS: &str = "calendars.toml";
const UNITS: &str = "units.toml";
const PROGRAMMES: &str = "programmes.toml";
const PROCEDURE: &str = "procedures/2.000635.toml";

/// A fault: file, text to replace, replacement, the text whose line is blamed, key of the problem.
type Fault = (&'static str, &'static str, &'static str, &'static str, &'static str);

const FAULTS: [Fault; 63] = [
    (
        PROGRAMMES,
        "capacity_may_refuse = false",
        "capacity_may_refuse = false\nquote_percent = 100",
        "quote_percent",
        "quote_percent",
    ),
    (
        PROCEDURE,
        "levels = [",
        "work_minutes = { receive = 8, appraise = 0, approve = 3, return = 2 }\nlevels = [",
        "work_minutes",
        "work_minutes",
    ),
    (
        PROCEDURE,
        "levels = [",
        "work_minutes = { receive = 8, appraise = 9, approve = 3 }\nlevels = [",
        "work_minutes",
        "missing_key",
    ),
    (
        PROCEDURE,
        "[[version.component]]",
        "[[version.term]]\nchannel = \"online\"\nhours = 9\nsource = \"x\"\ncertainty = \"memory\"\n[[version.component]]",
        "[[version.term]]\nchannel = \"online\"\nhours = 9",
        "ambiguous_term",
    ),
    (
        PROCEDURE,
        "[[version.fee]]",
        "[[version.fee]]\nid = \"phi\"\nkind = \"charge\"\nname = { vi = \"P\", en = \"C\" }\nper = { vi = \"b\", en = \"c\" }\nfree = true\nsource = \"x\"\ncertainty = \"memory\"\n[[version.fee]]",
        "[[version.fee]]\nid = \"phi\"\nkind = \"charge\"\nname = { vi = \"Phí",
        "ambiguous_fee",
    ),
    (
        PROCEDURE,
        "kind = \"submit\"\ncopy = \"form\"",
        "kind = \"note\"",
        "quantity = 2",
        "quantity_on_remark",
    ),
    (PROGRAMMES, "certainty = \"reconstruction\"", "certainty = \"sure\"", "sure", "bad_value"),
    (PACK, "revision = 1", "revision = \"1\"", "revision", "wrong_type"),
    (PACK, "revision = 1", "revision = 0", "revision", "out_of_range"),
    (PACK, "revision = 1", "", "id = \"little\"", "missing_key"),
    (PACK, "revision = 1", "revision = 1\nversion = 2", "version = 2", "unknown_key"),
    (PACK, "from = 2023-01-01", "from = 2023-13-01", "from = 2023-13-01", "syntax"),
    (PACK, "from = 2023-01-01", "from = \"2023-01-01\"", "from = \"2023", "wrong_type"),
    (PACK, "\"circular_01_2018\"", "\"circular_9\"", "circular_9", "bad_value"),
    (PACK, "vi = \"Nhỏ\"", "vi = \"Nho\u{309}\"", "Nho\u{309}", "unclean_text"),
    (PACK, "vi = \"Nhỏ\"", "vi = \"Nhỏ\u{200b}\"", "Nhỏ\u{200b}", "unclean_text"),
    (PACK, "vi = \"Nhỏ\"", "vi = \"Nhỏ  quá\"", "Nhỏ  quá", "unclean_text"),
    (PACK, "vi = \"Nhỏ\"", "vi = \" \"", "vi = \" \"", "empty"),
    (PACK, ", en = \"Little\"", "", "vi = \"Nhỏ\"", "missing_key"),
    (
        PACK,
        "code = \"commune\"",
        "code = \"district\"",
        "code = \"district\"\nname = { vi = \"Cấp xã",
        "doubled",
    ),
    (SECTORS, "code = \"ho-tich\"", "code = \"Hộ tịch\"", "Hộ tịch", "bad_value"),
    (SECTORS, "code = \"ho-tich\"", "code = \"other\"", "", "dangling"),
    (
        CALENDARS,
        "\"07:30-11:30\", \"13:30-17:00\"]\n\n",
        "\"11:30-07:30\"]\n\n",
        "11:30-07:30",
        "hours_reversed",
    ),
    (CALENDARS, "\"07:30-11:30\", \"13:30-17:00\"]\n\n", "\"7h30-11h30\"]\n\n", "7h30", "bad_value"),
    (
        CALENDARS,
        "\"07:30-11:30\", \"13:30-17:00\"]\n\n",
        "\"07:30-11:30\", \"11:00-17:00\"]\n\n",
        "id = ",
        "calendar",
    ),
    (CALENDARS, "year = 2024", "year = 2022", "", "missing_year"),
    (
        CALENDARS,
        "year = 2024\nstatus = \"confirmed\"",
        "year = 2024\nstatus = \"estimate\"",
        "",
        "estimated_year",
    ),
    (CALENDARS, "year = 2024", "year = 2023", "id = ", "calendar"),
    (UNITS, "code = \"10852\"", "code = \"1O852\"", "1O852", "bad_value"),
    (UNITS, "identifier = \"H23.11.12\"", "identifier = \"H23..12\"", "H23..12", "bad_value"),
    (
        UNITS,
        "calendar = \"gio\"\ncertainty = \"memory\"",
        "calendar = \"giờ\"\ncertainty = \"memory\"",
        "giờ",
        "bad_value",
    ),
    (
        UNITS,
        "calendar = \"gio\"\ncertainty = \"memory\"",
        "calendar = \"gi\"\ncertainty = \"memory\"",
        "\"gi\"",
        "dangling",
    ),
    (UNITS, "level = \"commune\"", "level = \"ward\"", "ward", "dangling"),
    (UNITS, "parent = [{ code = \"294\" }]", "parent = [{ code = \"295\" }]", "code = \"295\"", "dangling"),
    (UNITS, "parent = [{ code = \"294\" }]", "parent = [{ code = \"10852\" }]", "code = \"10852\"", "tree"),
    (UNITS, "code = \"10852\"", "code = \"294\"", "", "tree"),
    (
        UNITS,
        "from = 2023-01-01\nto = 2024-12-31",
        "from = 2023-01-01\nto = 2022-12-31",
        "to = 2022",
        "validity_reversed",
    ),
    (PROGRAMMES, "cut_off = \"15:30\"", "cut_off = \"25:30\"", "25:30", "bad_value"),
    (PROGRAMMES, "weekdays = [\"friday\"]", "weekdays = [\"thứ sáu\"]", "weekdays", "bad_value"),
    (PROGRAMMES, "weekdays = [\"friday\"]", "weekdays = []", "weekdays", "empty"),
    (PROGRAMMES, "procedures = [\"2.000635\"]", "procedures = [\"2.000636\"]", "2.000636", "dangling"),
    (
        PROGRAMMES,
        "procedures = [\"2.000635\"]",
        "procedures = [\"2.000635\", \"2.000635\"]",
        "procedures",
        "doubled",
    ),
    (PROGRAMMES, "level = \"commune\"\n", "", "[[programme.list]]", "place_count"),
    (PROGRAMMES, "level = \"commune\"", "level = \"district\"", "procedures", "not_offered"),
    (
        PROGRAMMES,
        "level = \"commune\"",
        "unit = \"10852\"\nlevel = \"commune\"",
        "[[programme.list]]",
        "place_count",
    ),
    (PROGRAMMES, "level = \"commune\"\nfrom = 2023-10-06", "unit = \"294\"", "procedures", "not_offered"),
    (
        PROGRAMMES,
        "channels = [\"counter\", \"online\"]",
        "channels = [\"post\"]",
        "procedures",
        "no_common_channel",
    ),
    (PROCEDURE, "code = \"2.000635\"", "code = \"2.000630\"", "code = \"2.000630\"", "wrong_file_name"),
    (PROCEDURE, "from = 2023-01-01", "from = 2022-01-01", "version = 1", "backdated"),
    (PROCEDURE, "to = 2024-12-31", "to = 2023-02-01", "", "not_in_force"),
    (PROCEDURE, "policy = \"no\"", "policy = \"yes\"", "policy", "verification_without_what"),
    (PROCEDURE, "policy = \"no\"", "policy = \"yes\"", "", "verification_in_programme"),
    (PROCEDURE, "{subject_name}", "{subjekt}", "paragraphs", "unknown_placeholder"),
    (PROCEDURE, "{subject_name}", "{subject_name", "paragraphs", "template"),
    (PROCEDURE, "same_day = true", "working_days = 0", "[[version.term]]", "zero_term"),
    (PROCEDURE, "same_day = true", "same_day = true\nhours = 4", "[[version.term]]", "term_count"),
    (
        PROCEDURE,
        "same_day = true",
        "case = \"mot\"\nsame_day = true",
        "[[version.term]]",
        "general_term_count",
    ),
    (
        PROCEDURE,
        "same_day = true",
        "working_days = 5\nchecked_replaces = { working_days = 3 }",
        "[[version.term]]",
        "checked_not_longer",
    ),
    (PROCEDURE, "when = \"answer:co-quan\"", "when = \"answer:khac\"", "answer:khac", "dangling"),
    (PROCEDURE, "when = \"answer:co-quan\"", "one_of = \"nhom\"", "nhom", "lonely_group"),
    (PROCEDURE, "quantity = 2", "quantity = 0", "quantity = 0", "zero_quantity"),
    (PROCEDURE, "per_copy = 8000", "per_copy = 8000\nfree = true", "[[version.fee]]", "tariff_count"),
    (PROCEDURE, "kind = \"text\"", "kind = \"choice\"", "kind = \"choice\"", "choice_options"),
];

fn with(file: &str, old: &str, new: &str) -> Vec<(&'static str, String)> {
    let change = |(path, text): (&'static str, &str)| {
        let text = if path == file { text.replacen(old, new, 1) } else { text.to_owned() };
        (path, text)
    };
    SOUND.into_iter().map(change).collect()
}

/// The line of a text, from 1.
fn line_of(text: &str, blamed: &str) -> u32 {
    let before = text.split(blamed).next().unwrap_or_default();
    u32::try_from(before.matches('\n').count()).unwrap() + 1
}

fn shown(diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_little_pack_is_sound() {
    let (pack, diagnostics) = load(SOUND);
    assert_eq!(shown(&diagnostics), "");
    assert!(pack.is_some());
}

#[test]
fn every_fault_is_found_at_its_line() {
    let mut wrong = Vec::new();
    for (file, old, new, blamed, key) in FAULTS {
        let files = with(file, old, new);
        let text = files.iter().find(|(path, _)| *path == file).map(|(_, text)| text.as_str()).unwrap();
        assert!(
            SOUND.iter().any(|(path, sound)| *path == file && *sound != text),
            "{file}: {old} is not there"
        );
        let (pack, diagnostics) = load(files.iter().map(|(path, text)| (*path, text.as_str())));
        let line = line_of(text, blamed);
        // An empty blame means another file shows the fault.
        let found = diagnostics.iter().find(|d| {
            d.problem.key() == key && (blamed.is_empty() || (d.at.file == file && d.at.line == line))
        });
        match found {
            None => wrong.push(format!("{file}: {new}: no {key} at line {line} in\n{}", shown(&diagnostics))),
            Some(found) => {
                assert_eq!(pack.is_none(), diagnostics.iter().any(|d| d.severity() == Severity::Error));
                assert!(!found.problem.vi().is_empty() && found.problem.vi() != found.problem.en());
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn all_faults_of_a_pack_are_told_at_once() {
    let mut files = with(PACK, "revision = 1", "");
    for (path, text) in &mut files {
        match *path {
            UNITS => *text = text.replace("level = \"commune\"", "level = \"ward\""),
            PROCEDURE => {
                *text = text.replace("same_day = true", "hours = 0").replace("kind = \"text\"", "kind = 1")
            }
            _ => {}
        }
    }
    let (pack, diagnostics) = load(files.iter().map(|(path, text)| (*path, text.as_str())));
    assert!(pack.is_none());
    let keys: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.problem.key()).collect();
    assert_eq!(keys, ["missing_key", "zero_term", "wrong_type", "dangling"], "{}", shown(&diagnostics));
}

#[test]
fn files_too_many_and_too_few() {
    let few: Vec<(&str, &str)> = SOUND.into_iter().filter(|(path, _)| *path != UNITS).collect();
    let (_, diagnostics) = load(few);
    assert!(shown(&diagnostics).starts_with("programmes.toml:"), "{}", shown(&diagnostics));
    assert!(
        shown(&diagnostics).contains("units.toml:1:1: error: the file units.toml is missing [missing_file]")
    );
    let (_, diagnostics) = load(SOUND.into_iter().chain([("notes.txt", "")]));
    assert_eq!(
        shown(&diagnostics),
        "notes.txt:1:1: error: this file does not belong to a pack [unknown_file]"
    );
    let (pack, diagnostics) = load(Vec::<(&str, &str)>::new());
    assert!(pack.is_none());
    assert_eq!(diagnostics.len(), 5);
}

#[test]
fn a_unit_outside_the_programme_is_refused() {
    let mut files = with(PROGRAMMES, "run_by = \"294\"", "run_by = \"10852\"");
    for (_, text) in files.iter_mut().filter(|(path, _)| *path == PROGRAMMES) {
        *text = text.replace("level = \"commune\"\n", "unit = \"294\"\n");
    }
    let (_, diagnostics) = load(files);
    assert!(shown(&diagnostics).contains("[unit_outside]"), "{}", shown(&diagnostics));
}

#[test]
fn versions_may_not_overlap() {
    let second = SOUND[5].1.split_once("[[version]]").unwrap().1.replace("version = 1", "version = 2");
    let text = format!("{}\n[[version]]{second}", SOUND[5].1);
    let files =
        SOUND.into_iter().map(|(path, sound)| (path, if path == PROCEDURE { text.as_str() } else { sound }));
    let (_, diagnostics) = load(files);
    assert!(shown(&diagnostics).contains("[versions_overlap]"), "{}", shown(&diagnostics));
    let doubled = text.replace("version = 2", "version = 1");
    let files = SOUND
        .into_iter()
        .map(|(path, sound)| (path, if path == PROCEDURE { doubled.as_str() } else { sound }));
    let (_, diagnostics) = load(files);
    assert!(shown(&diagnostics).contains("the version `1` is declared twice"), "{}", shown(&diagnostics));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 128, ..Default::default() })]
    #[test]
    fn no_text_panics(text in "(?s).{0,400}", file in 0_usize..6) {
        let mut files = SOUND;
        let path = files[file].0;
        let kept = files.iter_mut().filter(|(known, _)| *known != path).map(|(path, text)| (*path, *text));
        let (pack, diagnostics) = load(kept.chain([(path, text.as_str())]));
        proptest::prop_assert!(pack.is_some() || !diagnostics.is_empty());
    }

    #[test]
    fn no_damage_panics(
        file in 0_usize..6,
        start in 0_usize..3_000,
        length in 0_usize..40,
        put in "[\\[\\]{}\"'=.a-z0-9\n -]{0,12}",
    ) {
        let (path, sound) = SOUND[file];
        let letters = sound.chars();
        let text: String = letters.clone().take(start).chain(put.chars()).chain(letters.skip(start + length)).collect();
        let kept = SOUND.into_iter().filter(|(known, _)| *known != path);
        let (pack, diagnostics) = load(kept.chain([(path, text.as_str())]));
        proptest::prop_assert!(pack.is_some() || !diagnostics.is_empty());
    }
}
