//! Wording of results (kết quả giải quyết): paragraphs with named placeholders.

use super::RegisterCode;
use crate::law::LegalSource;

/// Which layout a result has on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ResultKind {
    /// A plain notice with the decided data.
    Plain,
    /// Lời chứng of a certified copy, set beneath or beside the copy.
    CertifiedCopy,
    /// Trích lục hộ tịch (bản sao).
    ExtractCopy,
    /// Giấy xác nhận tình trạng hôn nhân.
    MaritalStatus,
}

impl ResultKind {
    /// All layouts.
    pub const ALL: [Self; 4] = [Self::Plain, Self::CertifiedCopy, Self::ExtractCopy, Self::MaritalStatus];

    /// The name used in packs and the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::CertifiedCopy => "certified_copy",
            Self::ExtractCopy => "extract_copy",
            Self::MaritalStatus => "marital_status",
        }
    }
}

/// Wording of a result. Results are official papers, so the wording is Vietnamese only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultTemplate {
    /// Layout.
    pub kind: ResultKind,
    /// Heading: `GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN`.
    pub title: String,
    /// Paragraphs with `{placeholders}`.
    pub paragraphs: Vec<String>,
    /// Register in which the result is numbered, per unit and year.
    pub register: RegisterCode,
    /// Where the wording comes from.
    pub source: LegalSource,
}

/// Placeholders every template may use besides the fields of its procedure.
pub const BUILT_IN_PLACEHOLDERS: [&str; 18] = [
    "applicant_address",
    "applicant_birth_date",
    "applicant_gender",
    "applicant_id_number",
    "applicant_name",
    "copies",
    "dossier_code",
    "issued_on",
    "issued_on_words",
    "legal_basis",
    "number",
    "pages",
    "place",
    "procedure_name",
    "received_on",
    "signer_name",
    "signer_title",
    "unit_name",
];

/// Why a wording cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// `{` without `}`.
    #[error("an opening brace is not closed")]
    Unclosed,
    /// `}` without `{`.
    #[error("a closing brace was not opened")]
    Unopened,
    /// `{}` or a name with other characters than `a-z`, `0-9`, `-`, `_`.
    #[error("`{{{0}}}` is no placeholder")]
    BadName(String),
}

/// A piece of a wording.
enum Piece<'a> {
    Text(&'a str),
    Name(&'a str),
}

/// The names of the placeholders of a wording, in order.
///
/// # Errors
/// The first brace or name that cannot be read.
pub fn placeholders(wording: &str) -> Result<Vec<&str>, TemplateError> {
    let named = |piece| match piece {
        Piece::Name(name) => Some(name),
        Piece::Text(_) => None,
    };
    Ok(pieces(wording)?.into_iter().filter_map(named).collect())
}

/// Fills a wording; a name the look-up does not know becomes a row of dots, as on a paper form.
///
/// # Errors
/// As [`placeholders`].
pub fn fill(wording: &str, look_up: impl Fn(&str) -> Option<String>) -> Result<String, TemplateError> {
    let mut filled = String::with_capacity(wording.len());
    for piece in pieces(wording)? {
        match piece {
            Piece::Text(text) => filled.push_str(text),
            Piece::Name(name) => filled.push_str(look_up(name).as_deref().unwrap_or("..........")),
        }
    }
    Ok(filled)
}

fn pieces(wording: &str) -> Result<Vec<Piece<'_>>, TemplateError> {
    let mut pieces = Vec::new();
    let mut rest = wording;
    while let Some(at) = rest.find(['{', '}']) {
        let (text, brace) = rest.split_at(at);
        let Some(after) = brace.strip_prefix('{') else { return Err(TemplateError::Unopened) };
        let (name, tail) = after.split_once('}').ok_or(TemplateError::Unclosed)?;
        if !crate::place::code::is_key(name) {
            return Err(TemplateError::BadName(name.chars().take(48).collect()));
        }
        pieces.extend([Piece::Text(text), Piece::Name(name)]);
        rest = tail;
    }
    pieces.push(Piece::Text(rest));
    Ok(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_found_and_filled() {
        let wording = "Xác nhận: {applicant_name}, sinh ngày {birth}.";
        assert_eq!(placeholders(wording), Ok(vec!["applicant_name", "birth"]));
        let look_up = |name: &str| (name == "birth").then(|| "02/02/1990".to_owned());
        assert_eq!(fill(wording, look_up).unwrap(), "Xác nhận: .........., sinh ngày 02/02/1990.");
    }

    #[test]
    fn stray_braces_are_refused() {
        assert_eq!(placeholders("a {b"), Err(TemplateError::Unclosed));
        assert_eq!(placeholders("a b}"), Err(TemplateError::Unopened));
        assert_eq!(placeholders("{}"), Err(TemplateError::BadName(String::new())));
        assert_eq!(placeholders("{Tên}"), Err(TemplateError::BadName("Tên".to_owned())));
    }

    proptest::proptest! {
        #[test]
        fn no_wording_panics(wording in ".*") {
            let _ = fill(&wording, |_| None);
        }
    }
}
