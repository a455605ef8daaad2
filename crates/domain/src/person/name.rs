//! Names of people.

use crate::text::{clean_line, has_control};

/// Longest name kept, in characters after cleaning.
pub const NAME_CHARS_MAX: usize = 200;

/// A person's full name (họ và tên): NFC, single blanks, as typed otherwise. Never re-cased, never shortened.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FullName(String);

/// Why a text is not a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum NameProblem {
    /// Nothing was typed.
    #[error("the name is empty")]
    Empty,
    /// More than [`NAME_CHARS_MAX`] characters.
    #[error("the name is longer than 200 characters")]
    TooLong,
    /// A digit, emoji or sign that no name holds.
    #[error("the name holds a character that names do not have")]
    ForeignCharacter,
}

impl FullName {
    /// Cleans and checks a typed name.
    ///
    /// # Errors
    /// [`NameProblem`] says what is wrong. One-letter names, apostrophes, hyphens and dots are fine.
    ///
    /// ```
    /// # use domain::person::FullName;
    /// assert_eq!(FullName::parse(" H'Hen  Niê ").unwrap().as_str(), "H'Hen Niê");
    /// assert!(FullName::parse("Nguyễn 3").is_err());
    /// ```
    pub fn parse(typed: &str) -> Result<Self, NameProblem> {
        if has_control(typed) {
            return Err(NameProblem::ForeignCharacter);
        }
        let cleaned = clean_line(typed);
        if cleaned.is_empty() {
            return Err(NameProblem::Empty);
        }
        if cleaned.chars().count() > NAME_CHARS_MAX {
            return Err(NameProblem::TooLong);
        }
        let allowed = |c: char| c.is_alphabetic() || matches!(c, ' ' | '\'' | '’' | '-' | '.') || is_mark(c);
        if !cleaned.chars().all(allowed) || !cleaned.chars().any(char::is_alphabetic) {
            return Err(NameProblem::ForeignCharacter);
        }
        Ok(Self(cleaned))
    }

    /// A name that was checked when it was first recorded.
    pub const fn recorded(name: String) -> Self {
        Self(name)
    }

    /// The name as people read it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_people_have() {
        for name in ["A", "Nguyễn Thị Ước", "H'Hen Niê", "Ka-Thin", "Trần Văn Đ.", "O’Brien"] {
            assert_eq!(FullName::parse(name).map(|n| n.0), Ok(name.to_owned()));
        }
    }

    #[test]
    fn typed_oddly_is_cleaned() {
        let decomposed = "Nguye\u{302}\u{303}n\u{a0}\u{3000}Va\u{306}n\u{200b} A";
        assert_eq!(FullName::parse(decomposed).unwrap().as_str(), "Nguyễn Văn A");
    }

    #[test]
    fn refusals() {
        for (typed, problem) in [
            ("", NameProblem::Empty),
            ("  \u{200b} ", NameProblem::Empty),
            ("Nguyễn 2", NameProblem::ForeignCharacter),
            ("An 😀", NameProblem::ForeignCharacter),
            ("An\0", NameProblem::ForeignCharacter),
            ("--", NameProblem::ForeignCharacter),
        ] {
            assert_eq!(FullName::parse(typed), Err(problem), "{typed:?}");
        }
        assert_eq!(FullName::parse(&"a".repeat(201)), Err(NameProblem::TooLong));
    }
}
