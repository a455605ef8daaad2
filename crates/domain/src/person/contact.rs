//! Ways to reach a person.

/// A Vietnamese phone number in the international form: `+84912345678`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Phone(String);

/// A mail address that looks like one; used only after its owner has proved it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

/// Why a text is no contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum ContactProblem {
    /// Not a Vietnamese number of ten digits (eleven for some landlines).
    #[error("the phone number is not a Vietnamese number")]
    Phone,
    /// Not a mail address.
    #[error("the mail address is not complete")]
    Email,
}

impl Phone {
    /// Reads `0912 345 678`, `84912345678`, `+84…`.
    ///
    /// # Errors
    /// [`ContactProblem::Phone`].
    pub fn parse(typed: &str) -> Result<Self, ContactProblem> {
        let mut digits = String::new();
        for c in crate::text::clean_line(typed).chars() {
            match c {
                '0'..='9' => digits.push(c),
                '+' if digits.is_empty() => {}
                ' ' | '.' | '-' | '(' | ')' => {}
                _ => return Err(ContactProblem::Phone),
            }
        }
        let national = digits.strip_prefix("84").filter(|rest| rest.len() >= 9).or(digits.strip_prefix('0'));
        match national {
            Some(rest) if (9..=10).contains(&rest.len()) && !rest.starts_with('0') => {
                Ok(Self(format!("+84{rest}")))
            }
            Some(_) | None => Err(ContactProblem::Phone),
        }
    }

    /// A number that was checked when it was first recorded.
    pub const fn recorded(number: String) -> Self {
        Self(number)
    }

    /// The international form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Email {
    /// Checks shape and length; quoted local parts and control characters are refused.
    ///
    /// # Errors
    /// [`ContactProblem::Email`].
    pub fn parse(typed: &str) -> Result<Self, ContactProblem> {
        let cleaned = crate::text::clean_line(typed);
        let (local, host) = cleaned.split_once('@').ok_or(ContactProblem::Email)?;
        let sound = !local.is_empty()
            && cleaned.len() <= 254
            && !crate::text::has_control(typed)
            && !typed.contains(['\r', '\n'])
            && !cleaned.contains([' ', '"', '<', '>', ',', ';'])
            && host.split('.').count() >= 2
            && host.split('.').all(|label| !label.is_empty() && !label.contains('@'));
        if sound { Ok(Self(format!("{local}@{}", host.to_lowercase()))) } else { Err(ContactProblem::Email) }
    }

    /// An address that was checked when it was first recorded.
    pub const fn recorded(address: String) -> Self {
        Self(address)
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones() {
        for typed in ["0912345678", "0912 345 678", "+84912345678", "84912345678", "0912.345.678"] {
            assert_eq!(Phone::parse(typed).map(|p| p.0), Ok("+84912345678".into()), "{typed}");
        }
        for typed in ["", "12345", "0012345678", "091234567x", "+1 202 555 0100"] {
            assert!(Phone::parse(typed).is_err(), "{typed}");
        }
        assert!(Phone::parse("02203812345").is_ok(), "a landline of eleven digits");
    }

    #[test]
    fn mail() {
        assert!(Email::parse("an@example.vn").is_ok());
        for typed in
            ["an", "an@vn", "@x.vn", "a b@x.vn", "a@x..vn", "a\r\nBcc: b@x.vn", "\"a\"@x.vn", "a@b@c.vn"]
        {
            assert!(Email::parse(typed).is_err(), "{typed}");
        }
    }
}
