//! Codes of procedures and of their parts.

use std::fmt;
use std::str::FromStr;

use crate::place::CodeError;
use crate::place::code::{keys, quoted};

/// National code of a procedure: `2.000635`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProcedureCode(String);

impl ProcedureCode {
    /// The code as printed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ProcedureCode {
    type Err = CodeError;

    /// Reads the national code; the agency's tail that provinces print (`1.004873.000.00.00.H01`) is dropped.
    fn from_str(text: &str) -> Result<Self, CodeError> {
        let mut groups = text.splitn(3, '.');
        let digits =
            |group: &str, count: usize| group.len() == count && group.bytes().all(|b| b.is_ascii_digit());
        let tail = |group: &str| group.parse::<crate::place::AgencyIdentifier>().is_ok();
        match (groups.next(), groups.next(), groups.next()) {
            (Some(book), Some(number), rest)
                if digits(book, 1) && digits(number, 6) && rest.is_none_or(tail) =>
            {
                Ok(Self(format!("{book}.{number}")))
            }
            _ => Err(CodeError::ProcedureCode(quoted(text))),
        }
    }
}

impl fmt::Display for ProcedureCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

keys! {
    /// A sector (lĩnh vực): `ho-tich`.
    SectorCode;
    /// A component (thành phần hồ sơ) within a procedure.
    ComponentId;
    /// A group of components of which one is enough.
    GroupId;
    /// A case (trường hợp) within a procedure: `bo-sung`.
    CaseId;
    /// A question asked at intake, answered yes or no.
    QuestionId;
    /// A line of the fee schedule.
    FeeId;
    /// A field of the e-form or the result.
    FieldId;
    /// A register in which results are numbered: `cttthn`.
    RegisterCode;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn procedure_codes_with_and_without_the_tail() {
        for (text, code) in [("2.000635", "2.000635"), ("1.004873.000.00.00.H01", "1.004873")] {
            assert_eq!(text.parse::<ProcedureCode>().map(|c| c.to_string()), Ok(code.to_owned()));
        }
        for bad in ["", "2000635", "2.00635", "2.0006355", "x.000635", "2.000635.", "2.000635.a b"] {
            assert!(bad.parse::<ProcedureCode>().is_err(), "{bad}");
        }
    }
}
