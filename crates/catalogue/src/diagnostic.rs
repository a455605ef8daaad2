//! What is wrong with a pack, and where.

use std::fmt;

use crate::problem::Problem;

/// A position in a file of a pack; lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Path within the pack.
    pub file: String,
    /// Line.
    pub line: u32,
    /// Column.
    pub column: u32,
}

impl Position {
    /// The beginning of a file.
    pub fn start(file: &str) -> Self {
        Self { file: file.to_owned(), line: 1, column: 1 }
    }

    /// The position of a byte offset in a text.
    pub fn at(file: &str, text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |tail| tail.chars().count()) + 1;
        Self { file: file.to_owned(), line: narrow(line), column: narrow(column) }
    }
}

impl fmt::Display for Position {
    /// `procedures/2.000635.toml:12:3`, as editors read it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The pack cannot go live.
    Error,
    /// Somebody should look at it.
    Warning,
}

impl Severity {
    /// The name used in output for programs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One problem at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where.
    pub at: Position,
    /// What; it carries its key, its severity and its text in both languages.
    pub problem: Problem,
}

impl Diagnostic {
    /// How bad it is.
    pub const fn severity(&self) -> Severity {
        self.problem.severity()
    }
}

impl fmt::Display for Diagnostic {
    /// `file:line:column: error: text in English [key]`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { at, problem } = self;
        write!(f, "{at}: {}: {} [{}]", self.severity().name(), problem.en(), problem.key())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_become_lines_and_columns() {
        let text = "a\nđb\r\nc";
        for (offset, line, column) in [(0, 1, 1), (2, 2, 1), (4, 2, 2), (7, 3, 1), (99, 3, 2), (3, 3, 2)] {
            let at = Position::at("x", text, offset);
            assert_eq!((at.line, at.column), (line, column), "{offset}");
        }
    }
}
