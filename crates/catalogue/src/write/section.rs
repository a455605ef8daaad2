//! A TOML text in the making.

use std::fmt::{Display, Write as _};

/// Longest line before a list is broken, in characters.
const LINE_MAX: usize = 100;

/// A file being written.
#[derive(Debug, Default)]
pub(super) struct Document {
    text: String,
}

impl Document {
    /// Begins a section with its header.
    pub(super) fn section(&mut self, header: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.line(format_args!("{header}"));
    }

    /// Writes a key and a value that is already TOML.
    pub(super) fn pair(&mut self, key: &str, value: impl Display) {
        self.line(format_args!("{key} = {value}"));
    }

    /// Writes a list: on one line where it fits, else one entry a line.
    pub(super) fn list(&mut self, key: &str, entries: &[String]) {
        let short = format!("[{}]", entries.join(", "));
        if short.chars().count() + key.len() + 3 <= LINE_MAX {
            return self.pair(key, short);
        }
        self.line(format_args!("{key} = ["));
        for entry in entries {
            self.line(format_args!("    {entry},"));
        }
        self.line(format_args!("]"));
    }

    /// The text.
    pub(super) fn finish(self) -> String {
        self.text
    }

    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "{line}");
    }
}

/// A text as TOML writes it.
pub(super) fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// `{ a = 1, b = 2 }`.
pub(super) fn inline(pairs: &[(&str, String)]) -> String {
    let pairs: Vec<String> = pairs.iter().map(|(key, value)| format!("{key} = {value}")).collect();
    format!("{{ {} }}", pairs.join(", "))
}

/// A time of day as printed.
pub(super) fn hour(at: jiff::civil::Time) -> String {
    format!("\"{:02}:{:02}\"", at.hour(), at.minute())
}
