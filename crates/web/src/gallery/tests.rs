use super::*;
use std::collections::HashSet;

/// First load of a public page: HTML, styles and script as sent, compressed; see the page budget of the design.
const PAGE_BYTES_MAX: usize = 30 * 1024;

/// The same for a page of staff, who load it at a desk.
const STAFF_BYTES_MAX: usize = 80 * 1024;

#[test]
fn every_sample_renders_in_every_language() {
    for lang in Lang::ALL {
        let mut names = HashSet::new();
        for sample in samples(lang) {
            let html = sample.html.expect("a sample renders");
            assert!(names.insert(sample.name), "{} stands twice", sample.name);
            assert!(html.contains(&format!("<html lang=\"{}\"", lang.code())), "{}", sample.name);
            assert!(html.starts_with("<!doctype html>"), "{}", sample.name);
        }
    }
}

#[test]
fn nothing_is_left_to_fill_in() {
    for lang in Lang::ALL {
        for sample in samples(lang) {
            let html = sample.html.unwrap();
            assert!(!html.contains("{$"), "{}: a variable has no value", sample.name);
            for key in i18n::Key::ALL {
                let bare = format!(">{}<", key.id());
                assert!(!html.contains(&bare), "{}: {} needs values", sample.name, key.id());
            }
            assert!(!html.contains("\"/tinh/\""), "{}: an asset is missing", sample.name);
        }
    }
}

#[test]
fn nothing_stands_inline() {
    for sample in samples(Lang::Vi) {
        let html = sample.html.unwrap();
        for inline in ["<style", " style=", " onclick=", "<script>", "javascript:"] {
            assert!(!html.contains(inline), "{}: {inline}", sample.name);
        }
    }
}

#[test]
fn what_a_reader_typed_is_escaped() {
    let all = samples(Lang::Vi);
    let html = all.into_iter().find(|sample| sample.name == "search-nothing").unwrap().html.unwrap();
    assert!(html.contains("&#60;abc&#62;") && !html.contains("<abc>"));
}

#[test]
fn pages_fit_the_budget() {
    let files = ["khongcho.css", "desk.css", "board.css", "khongcho.js", "mark.svg"];
    let shared: usize = files.iter().map(|name| crate::assets::compressed_bytes(name)).sum();
    for sample in samples(Lang::Vi) {
        // Uncompressed HTML stands for the worst connection.
        let html = sample.html.unwrap();
        let most = if html.contains("<body class=\"staff\">") { STAFF_BYTES_MAX } else { PAGE_BYTES_MAX };
        let bytes = html.len() + shared;
        assert!(bytes <= most, "{}: {bytes} bytes", sample.name);
    }
}

/// Sections of the page, tags removed, must agree: an id is used once.
#[test]
fn ids_are_unique() {
    for sample in samples(Lang::Vi) {
        let html = sample.html.unwrap();
        let mut seen = HashSet::new();
        for part in html.split(" id=\"").skip(1) {
            let id = part.split('"').next().unwrap();
            assert!(seen.insert(id.to_owned()), "{}: id {id} stands twice", sample.name);
        }
    }
}
