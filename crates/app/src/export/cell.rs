//! Cells and lines: JSON in the order of the columns, CSV that no spreadsheet takes for a program.

use serde_json::{Map, Value};

/// First characters by which spreadsheets know a formula; such cells get an apostrophe before them.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A value as the text of a cell; absent is empty, lists are JSON.
pub(super) fn text(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(list)) if list.is_empty() => String::new(),
        Some(other) => other.to_string(),
    }
}

/// A line of CSV: every cell quoted, CR LF at the end (RFC 4180).
pub(super) fn line<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    let mut line = String::new();
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            line.push(',');
        }
        line.push('"');
        if cell.starts_with(FORMULA) {
            line.push('\'');
        }
        line.push_str(&cell.replace('"', "\"\""));
        line.push('"');
    }
    line.push_str("\r\n");
    line
}

/// A line of JSON with its keys in the order of the columns.
pub(super) fn json(columns: &[&str], object: &Map<String, Value>) -> String {
    let mut line = String::from("{");
    for (place, name) in columns.iter().enumerate() {
        if place > 0 {
            line.push(',');
        }
        line.push_str(&Value::from(*name).to_string());
        line.push(':');
        line.push_str(&object.get(*name).unwrap_or(&Value::Null).to_string());
    }
    line.push_str("}\n");
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for start in ["=", "+", "-", "@", "\t", "\r"] {
            let cell = format!("{start}HYPERLINK(\"http://x\")");
            let line = line(std::iter::once(cell.as_str()));
            assert!(line.starts_with("\"'"), "{line}");
            assert!(line.contains("(\"\"http://x\"\")"));
        }
        assert_eq!(line(["a", "", "2024-01-01"].into_iter()), "\"a\",\"\",\"2024-01-01\"\r\n");
    }
}
