//! The printed number of a dossier (mã số hồ sơ).

use jiff::civil::Date;
use std::fmt;

/// `agency-YYMMDD-XXXX`: the receiving agency's identifier, the civil day of receipt, and a serial that is gapless
/// per agency and day. The serial has at least four digits, widens after 9999 and never wraps.
///
/// # Legal source
/// Circular 01/2018/TT-VPCP Art 19.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DossierCode(String);

/// A text that is no dossier code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a dossier code")]
pub struct NotACode;

/// Longest code there can be, in characters: 35 + 1 + 6 + 1 and a serial of up to ten digits.
const CODE_CHARS_MAX: usize = 53;

impl DossierCode {
    /// Builds the code of the `serial`-th dossier that `agency` received on `on`; serials start at 1.
    ///
    /// ```
    /// # use domain::dossier::DossierCode;
    /// let code = DossierCode::new("H23.26.10", jiff::civil::date(2024, 2, 2), 7);
    /// assert_eq!(code.as_str(), "H23.26.10-240202-0007");
    /// ```
    pub fn new(agency: &str, on: Date, serial: u64) -> Self {
        let year = on.year().rem_euclid(100);
        Self(format!("{agency}-{year:02}{:02}{:02}-{serial:04}", on.month(), on.day()))
    }

    /// Reads a code as people type it: lower case, O for 0 and missing hyphens are put right.
    ///
    /// # Errors
    /// [`NotACode`] when it cannot be one; this never tells whether such a dossier exists.
    pub fn parse(typed: &str) -> Result<Self, NotACode> {
        if typed.len() > 200 {
            return Err(NotACode);
        }
        let cleaned: String = crate::text::clean_line(typed).to_uppercase().replace(' ', "");
        let cleaned = match cleaned.matches('-').count() {
            2 => cleaned,
            0 => with_hyphens(&cleaned).ok_or(NotACode)?,
            _ => return Err(NotACode),
        };
        let mut parts = cleaned.split('-');
        let (agency, day, serial) = match (parts.next(), parts.next(), parts.next()) {
            (Some(agency), Some(day), Some(serial)) => {
                (agency, day.replace('O', "0"), serial.replace('O', "0"))
            }
            _ => return Err(NotACode),
        };
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        let sound = !agency.is_empty()
            && agency.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.')
            && day.len() == 6
            && digits(&day)
            && (4..=10).contains(&serial.len())
            && digits(&serial);
        let code = format!("{agency}-{day}-{serial}");
        if sound && code.len() <= CODE_CHARS_MAX { Ok(Self(code)) } else { Err(NotACode) }
    }

    /// A code read back from our own records.
    pub fn recorded(code: String) -> Self {
        Self(code)
    }

    /// The code as printed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DossierCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Puts the hyphens back into a code typed without: the last four characters are the serial, six before the day.
fn with_hyphens(code: &str) -> Option<String> {
    let serial_at = code.len().checked_sub(4)?;
    let day_at = serial_at.checked_sub(6)?;
    Some(format!("{}-{}-{}", code.get(..day_at)?, code.get(day_at..serial_at)?, code.get(serial_at..)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn serial_widens_and_never_wraps() {
        let on = date(2024, 2, 2);
        assert_eq!(DossierCode::new("H23.26.10", on, 9_999).as_str(), "H23.26.10-240202-9999");
        assert_eq!(DossierCode::new("H23.26.10", on, 10_000).as_str(), "H23.26.10-240202-10000");
    }

    #[test]
    fn typed_oddly_is_put_right() {
        let code = DossierCode::new("H23.26.10", date(2024, 2, 2), 7);
        for typed in [
            "H23.26.10-240202-0007",
            " h23.26.10-24O2O2-OOO7 ",
            "H23.26.102402020007",
            "H23.26.10 -240202- 0007",
        ] {
            assert_eq!(DossierCode::parse(typed), Ok(code.clone()), "{typed}");
        }
    }

    #[test]
    fn hostile_text_is_no_code() {
        for typed in
            ["", "../x", "%2e%2e", "a-b-c", "H23-240202-00\u{0}7", "đ", "H23-240202-1", "-240202-0001"]
        {
            assert_eq!(DossierCode::parse(typed), Err(NotACode), "{typed}");
        }
        assert_eq!(DossierCode::parse(&"9".repeat(5_000)), Err(NotACode));
    }
}
