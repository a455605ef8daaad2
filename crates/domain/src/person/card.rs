//! The QR code on the identity card: a convenience for typing, never proof of identity.

use super::birth::{BirthDate, read_date};
use super::identity::IdentityNumber;
use super::name::FullName;
use jiff::civil::Date;

/// What the card's QR says, as far as it could be read.
///
/// # Legal source
/// Layout seen in public parsers: `id|old id|name|ddMMyyyy|sex|address|ddMMyyyy`, seven fields; some cards have
/// six, newer ones add fields that are ignored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardQr {
    /// The 12-digit number.
    pub identity: IdentityNumber,
    /// The name; absent where a keyboard driver garbled it.
    pub name: Option<FullName>,
    /// Date of birth.
    pub born: Option<BirthDate>,
    /// The address as printed.
    pub address: String,
}

/// Why a scan is not an identity card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum CardProblem {
    /// A web address, payment code, health card or anything else.
    #[error("the code is not that of an identity card")]
    NotACard,
    /// The first field is not a 12-digit number.
    #[error("the number on the card could not be read")]
    Number,
}

/// Longest scan looked at, in bytes.
const SCAN_BYTES_MAX: usize = 2_048;

impl CardQr {
    /// Reads a scan. Fields that cannot be read are left for a human to fill in.
    ///
    /// # Errors
    /// [`CardProblem`] when it is not an identity card at all.
    pub fn parse(scan: &str, today: Date) -> Result<Self, CardProblem> {
        if scan.len() > SCAN_BYTES_MAX {
            return Err(CardProblem::NotACard);
        }
        let fields: Vec<&str> = scan.trim().split('|').map(str::trim).collect();
        if fields.len() < 6 {
            return Err(CardProblem::NotACard);
        }
        let number = fields.first().copied().unwrap_or_default();
        let identity = match IdentityNumber::parse(number) {
            Ok(identity @ IdentityNumber::Citizen(_)) => identity,
            Ok(IdentityNumber::OldCard(_) | IdentityNumber::Passport(_)) | Err(_) => {
                return Err(CardProblem::Number);
            }
        };
        // Six fields: the old number is left out altogether.
        let shift =
            usize::from(fields.get(1).is_some_and(|f| f.is_empty() || f.chars().all(|c| c.is_ascii_digit())));
        let field = |index: usize| fields.get(index + shift).copied().unwrap_or_default();
        Ok(Self {
            identity,
            name: FullName::parse(field(1)).ok(),
            born: card_date(field(2)).and_then(|on| BirthDate::new(on, today).ok()),
            address: crate::text::clean_line(field(4)),
        })
    }
}

/// `ddMMyyyy`, or with separators.
fn card_date(text: &str) -> Option<Date> {
    let digits: Option<(&str, &str, &str)> =
        (text.len() == 8 && text.is_ascii()).then(|| (&text[..2], &text[2..4], &text[4..]));
    match digits {
        Some((day, month, year)) => read_date(&format!("{day}/{month}/{year}")).ok(),
        None => read_date(text).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn today() -> Date {
        date(2024, 2, 2)
    }

    #[test]
    fn seven_fields() {
        let card = CardQr::parse(
            "030143001234|142345678|Nguyễn Thị A|02031943|Nữ|Thôn 3, Thanh Xá, Thanh Hà, Hải Dương|10052021",
            today(),
        )
        .unwrap();
        assert_eq!(card.identity.as_str(), "030143001234");
        assert_eq!(card.name.unwrap().as_str(), "Nguyễn Thị A");
        assert_eq!(card.born.unwrap().date(), date(1943, 3, 2));
        assert_eq!(card.address, "Thôn 3, Thanh Xá, Thanh Hà, Hải Dương");
    }

    #[test]
    fn empty_old_number_six_fields_and_extra_fields() {
        for scan in [
            "030143001234||Nguyễn Thị A|02031943|Nữ|Thôn 3|10052021",
            "030143001234|Nguyễn Thị A|02031943|Nữ|Thôn 3|10052021",
            "030143001234||Nguyễn Thị A|02031943|Nữ|Thôn 3|10052021|x|y",
        ] {
            let card = CardQr::parse(scan, today()).unwrap();
            assert_eq!(card.name.unwrap().as_str(), "Nguyễn Thị A", "{scan}");
            assert_eq!(card.address, "Thôn 3", "{scan}");
        }
    }

    #[test]
    fn not_a_card() {
        for scan in [
            "",
            "https://example.vn",
            "javascript:alert(1)",
            "00020101021238570010A000000727",
            "a|b|c|d|e|f|g",
        ] {
            assert!(CardQr::parse(scan, today()).is_err(), "{scan}");
        }
        assert_eq!(CardQr::parse(&"1|".repeat(3000), today()), Err(CardProblem::NotACard));
    }
}
