//! Registers as CSV: UTF-8 with or without a mark, comma, semicolon or tab.

use super::problem::Trouble;
use super::source::{ROWS_MAX, Row};
use super::value::Cell;

/// Reads the rows of a CSV.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<Row>, Trouble> {
    let text = decode(bytes)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(text))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let (mut line, mut counted) = (1, 0);
    for record in reader.records() {
        let record = record.map_err(|_| Trouble::NotATable)?;
        if rows.len() >= ROWS_MAX {
            return Err(Trouble::TooManyRows { rows: ROWS_MAX });
        }
        // The line it begins on: empty lines count, as they do in a spreadsheet. The reader's own count is one off
        // after CR LF.
        let begins = record.position().map_or(counted, |at| begin(text, at.byte()));
        let passed = text.as_bytes().get(counted..begins).unwrap_or_default();
        line += passed.iter().filter(|byte| **byte == b'\n').count();
        counted = begins;
        rows.push(Row { number: line, cells: record.iter().map(cell).collect() });
    }
    Ok(rows)
}

/// The first byte of a record after the ends of the lines before it.
fn begin(text: &str, at: u64) -> usize {
    let at = usize::try_from(at).unwrap_or(usize::MAX).min(text.len());
    let ends = text.as_bytes().iter().skip(at).take_while(|byte| matches!(byte, b'\r' | b'\n'));
    at + ends.count()
}

/// A cell; the apostrophe by which our own exports keep a text from being a formula is taken away.
fn cell(text: &str) -> Cell {
    let plain = match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) => rest,
        Some(_) | None => text,
    };
    Cell::Text(plain.to_owned())
}

/// The separator that stands most often in the first lines, outside of quotes.
fn separator(text: &str) -> u8 {
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.bytes().take(8_192) {
        if byte == b'"' {
            quoted = !quoted;
        } else if let Some((_, count)) = counts.iter_mut().find(|(of, _)| *of == byte && !quoted) {
            *count += 1;
        }
    }
    // The first of equals wins: the comma.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(of, _)| *of)
}

/// The text behind a mark, if it is UTF-8; else the likely encoding by its name.
fn decode(bytes: &[u8]) -> Result<&str, Trouble> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(Trouble::Encoding { name: "UTF-16" });
    }
    std::str::from_utf8(bytes).map_err(|_| Trouble::Encoding { name: likely(bytes) })
}

/// Guesses an encoding from before UTF-8 by what stands after plain vowels.
fn likely(bytes: &[u8]) -> &'static str {
    let (mut combining, mut paired, mut single) = (0_usize, 0_usize, 0_usize);
    for pair in bytes.windows(2) {
        let [before, byte] = pair else { continue };
        let vowel = matches!(before.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
            || matches!(before, 0xe2 | 0xea | 0xf4 | 0xe3 | 0xf5 | 0xfd);
        match byte {
            // windows-1258 writes the five tones as marks after the vowel.
            0xcc | 0xd2 | 0xde | 0xec | 0xf2 if vowel => combining += 1,
            // VNI writes vowel and tone as a letter and a sign of the upper half.
            0xd8 | 0xd9 | 0xd5 | 0xcf | 0xdb | 0xf8 | 0xf9 | 0xf5 | 0xef | 0xfb | 0xe1 | 0xe0 | 0xe5
            | 0xe3 | 0xe4
                if before.is_ascii_alphabetic() && vowel =>
            {
                paired += 1;
            }
            // TCVN3 has one sign for each marked letter, most between B5 and DE.
            0xa8..=0xae | 0xb5..=0xcb | 0xcd..=0xd1 | 0xd3..=0xd7 => single += 1,
            _ => {}
        }
    }
    match combining.max(paired).max(single) {
        0 => "không rõ / unknown",
        most if most == combining => "windows-1258",
        most if most == single => "TCVN3 (ABC)",
        _ => "VNI",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(bytes: &[u8]) -> Vec<Vec<String>> {
        rows(bytes).unwrap().into_iter().map(|row| row.cells.iter().map(Cell::shown).collect()).collect()
    }

    #[test]
    fn separators_marks_and_quotes() {
        let expected = vec![vec!["a", "b,c"], vec!["d", "e\"f"]];
        for text in
            ["a,\"b,c\"\r\nd,\"e\"\"f\"\r\n", "\u{feff}a;b,c\nd;\"e\"\"f\"", "a\tb,c\nd\t\"e\"\"f\"\n"]
        {
            assert_eq!(texts(text.as_bytes()), expected, "{text}");
        }
        assert_eq!(texts(b"'=1+1,'s\n"), vec![vec!["=1+1", "'s"]]);
    }

    #[test]
    fn other_encodings_are_named() {
        let name = |bytes: &[u8]| match rows(bytes) {
            Err(Trouble::Encoding { name }) => name,
            other => panic!("{other:?}"),
        };
        assert_eq!(name(b"\xff\xfeM\0\xe3\x00"), "UTF-16");
        // "Nguyễn Thị Hòa" as each wrote it.
        assert_eq!(name(b"Nguy\xea\xden Thi\xf2 Ho\xcca"), "windows-1258");
        assert_eq!(name(b"Nguy\xd4n Th\xde H\xdfa, \xae\xb5 N\xb9ng"), "TCVN3 (ABC)");
        assert_eq!(name(b"Nguye\xe3n Thi\xef Ho\xf8a"), "VNI");
        assert_eq!(name(b"\xff\xff\xff"), "không rõ / unknown");
    }
}
