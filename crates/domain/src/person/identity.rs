//! Identity numbers.

use std::fmt;

/// A number that identifies a person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IdentityNumber {
    /// Số định danh cá nhân: 12 digits.
    Citizen(String),
    /// Chứng minh nhân dân: the old 9 digits.
    OldCard(String),
    /// Hộ chiếu: 6 to 12 letters and digits, at least one letter.
    Passport(String),
}

/// Why a text is not an identity number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum IdentityProblem {
    /// Only digits, but neither 12 nor 9 of them.
    #[error("the number has {digits} digits; it must have 12, or 9 on an old card")]
    WrongLength {
        /// How many were typed.
        digits: usize,
    },
    /// Neither digits nor a passport number.
    #[error("the number holds characters that no identity number has")]
    ForeignCharacter,
    /// The first three digits of 12 stand for no place.
    #[error("the first three digits of the number stand for no place")]
    UnknownPlace,
}

/// What an officer should look at, without being stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IdentityWarning {
    /// The digits name another year of birth than the form.
    BirthYearDiffers,
}

impl IdentityNumber {
    /// Reads a typed number; blanks, dots and hyphens are ignored, full-width digits understood.
    ///
    /// # Errors
    /// [`IdentityProblem`] says what is wrong.
    ///
    /// # Legal source
    /// Twelve digits: three for the place of birth registration, one for century and sex, two for the year of
    /// birth, six at random. No check digit [memory].
    pub fn parse(typed: &str) -> Result<Self, IdentityProblem> {
        let cleaned: String = crate::text::clean_line(typed)
            .chars()
            .filter(|c| !matches!(c, ' ' | '.' | '-'))
            .map(ascii_of_full_width)
            .collect();
        if !cleaned.is_empty() && cleaned.chars().all(|c| c.is_ascii_digit()) {
            return match cleaned.len() {
                12 if cleaned.starts_with("000") => Err(IdentityProblem::UnknownPlace),
                12 => Ok(Self::Citizen(cleaned)),
                9 => Ok(Self::OldCard(cleaned)),
                digits => Err(IdentityProblem::WrongLength { digits }),
            };
        }
        let passport = cleaned.to_ascii_uppercase();
        let fits = (6..=12).contains(&passport.len())
            && passport.chars().all(|c| c.is_ascii_alphanumeric())
            && passport.chars().next().is_some_and(|c| c.is_ascii_alphabetic())
            && passport.chars().filter(char::is_ascii_digit).count() >= 5;
        if fits { Ok(Self::Passport(passport)) } else { Err(IdentityProblem::ForeignCharacter) }
    }

    /// The digits or letters without blanks.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Citizen(number) | Self::OldCard(number) | Self::Passport(number) => number,
        }
    }

    /// The last four characters, the rest as dots: for pages that need not show it whole.
    pub fn masked(&self) -> String {
        let number = self.as_str();
        let shown = number.len().saturating_sub(4);
        format!("{}{}", "•".repeat(shown), number.get(shown..).unwrap_or_default())
    }

    /// Compares the digits with a stated year of birth: a hint to look again, never a refusal.
    pub fn warning(&self, birth_year: i16) -> Option<IdentityWarning> {
        let Self::Citizen(number) = self else { return None };
        let digits: Vec<i16> = number.bytes().map(|b| i16::from(b - b'0')).collect();
        let century = 1900 + 100 * (digits.get(3)? / 2);
        let year = century + 10 * digits.get(4)? + digits.get(5)?;
        (year != birth_year).then_some(IdentityWarning::BirthYearDiffers)
    }
}

impl fmt::Display for IdentityNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

fn ascii_of_full_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_type() {
        for (typed, number) in [
            ("030143001234", IdentityNumber::Citizen("030143001234".into())),
            (" 030 143 001 234 ", IdentityNumber::Citizen("030143001234".into())),
            ("030.143.001.234", IdentityNumber::Citizen("030143001234".into())),
            ("０30143001234", IdentityNumber::Citizen("030143001234".into())),
            ("142345678", IdentityNumber::OldCard("142345678".into())),
            ("b1234567", IdentityNumber::Passport("B1234567".into())),
        ] {
            assert_eq!(IdentityNumber::parse(typed), Ok(number), "{typed}");
        }
    }

    #[test]
    fn refuses_the_rest() {
        for (typed, problem) in [
            ("03014300123", IdentityProblem::WrongLength { digits: 11 }),
            ("0301430012345", IdentityProblem::WrongLength { digits: 13 }),
            ("000143001234", IdentityProblem::UnknownPlace),
            ("03014300123x", IdentityProblem::ForeignCharacter),
            ("", IdentityProblem::ForeignCharacter),
            ("٠٣٠١٤٣٠٠١٢٣٤", IdentityProblem::ForeignCharacter),
        ] {
            assert_eq!(IdentityNumber::parse(typed), Err(problem), "{typed}");
        }
    }

    #[test]
    fn warns_when_the_year_differs() {
        let number = IdentityNumber::parse("030143001234").unwrap();
        assert_eq!(number.warning(1943), None);
        assert_eq!(number.warning(1944), Some(IdentityWarning::BirthYearDiffers));
        assert_eq!(IdentityNumber::parse("030204001234").unwrap().warning(2004), None);
    }

    #[test]
    fn masks_all_but_four() {
        assert_eq!(IdentityNumber::parse("030143001234").unwrap().masked(), "••••••••1234");
    }
}
