//! Texts as the search compares them.

use domain::procedure::ProcedureCode;
use domain::text::{clean_line, fold};

/// Words people type but nobody means.
const STOP_WORDS: [&str; 22] = [
    "thu", "tuc", "cho", "toi", "muon", "can", "lam", "xin", "ve", "va", "cua", "the", "of", "a", "an", "to",
    "for", "how", "get", "i", "my", "hanh",
];

/// A query taken apart.
pub(super) struct Query {
    /// Lower case, marks kept.
    pub(super) marked: String,
    /// No marks.
    pub(super) folded: String,
    /// Words without marks that mean something.
    pub(super) words: Vec<String>,
    /// Digits of a procedure code, if the query may be one.
    pub(super) code: Option<String>,
}

/// The longest query that is looked at, in characters.
const QUERY_MAX: usize = 120;

impl Query {
    /// Takes a query apart.
    pub(super) fn new(typed: &str) -> Self {
        let short: String = typed.chars().take(QUERY_MAX).collect();
        let marked = clean_line(&short).to_lowercase();
        let folded = fold(&short);
        let all: Vec<String> = folded.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        let meant: Vec<String> =
            all.iter().filter(|word| !STOP_WORDS.contains(&word.as_str())).cloned().collect();
        let code = marked.to_uppercase().parse().ok().map(|code: ProcedureCode| digits(code.as_str()));
        let only_code = marked.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ' ' | '-'));
        let code = code.or_else(|| Some(digits(&marked)).filter(|digits| only_code && digits.len() >= 3));
        Self { marked, folded, words: if meant.is_empty() { all } else { meant }, code }
    }
}

/// The digits of a code, by which codes are compared.
pub(super) fn digits(code: &str) -> String {
    code.chars().filter(char::is_ascii_digit).collect()
}
