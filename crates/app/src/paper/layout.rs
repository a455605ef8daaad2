//! Where each paragraph of a pack's wording goes on the paper. Judged by the wording alone, before any value is filled
//! in, so that nothing somebody typed can move a line.

/// Longest label of a line, in characters; what is longer is a sentence.
const LABEL_CHARS_MAX: usize = 60;

/// A paragraph of the wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part<'w> {
    /// `Giới tính: {a}. Dân tộc: {b}`: labels with the wordings of their values, on one line.
    Line(Vec<(String, &'w str)>),
    /// `XÁC NHẬN:`
    Declaration(&'w str),
    /// Anything else.
    Sentence(&'w str),
}

/// Tells what a paragraph is.
pub(super) fn part(wording: &str) -> Part<'_> {
    let text = wording.trim();
    if text.contains("{legal_basis}") {
        return Part::Sentence(text);
    }
    if text.ends_with(':') && !text.contains('{') && text == text.to_uppercase() {
        return Part::Declaration(text);
    }
    for separator in [". ", "; "] {
        let pairs: Option<Vec<_>> = text.trim_end_matches('.').split(separator).map(pair).collect();
        if let Some(pairs) = pairs.filter(|pairs| pairs.len() > 1) {
            return Part::Line(pairs);
        }
    }
    pair(text).map_or(Part::Sentence(text), |pair| Part::Line(vec![pair]))
}

/// `Họ, chữ đệm, tên: {subject_name}`; nothing unless a short label stands before a value.
fn pair(text: &str) -> Option<(String, &str)> {
    let (label, value) = text.split_once(": ")?;
    let short = !label.contains('{') && label.chars().count() <= LABEL_CHARS_MAX;
    (short && value.starts_with('{')).then(|| (capital(label), value))
}

fn capital(label: &str) -> String {
    let mut letters = label.trim().chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_declarations_and_sentences_are_told_apart() {
        let line = |pairs: &[(&str, &'static str)]| {
            Part::Line(pairs.iter().map(|(label, value)| ((*label).to_owned(), *value)).collect())
        };
        let cases = [
            ("Họ, chữ đệm, tên: {name}", line(&[("Họ, chữ đệm, tên", "{name}")])),
            ("Số: {a}, ngày {b}", line(&[("Số", "{a}, ngày {b}")])),
            ("Giới tính: {a}. Dân tộc: {b}.", line(&[("Giới tính", "{a}"), ("Dân tộc", "{b}")])),
            ("Số bản: {a}; số trang: {b}", line(&[("Số bản", "{a}"), ("Số trang", "{b}")])),
            ("XÁC NHẬN:", Part::Declaration("XÁC NHẬN:")),
            ("Căn cứ pháp lý: {legal_basis}.", Part::Sentence("Căn cứ pháp lý: {legal_basis}.")),
            ("Xét đề nghị của {name}.", Part::Sentence("Xét đề nghị của {name}.")),
            ("Ghi chú: không có", Part::Sentence("Ghi chú: không có")),
        ];
        for (wording, expected) in cases {
            assert_eq!(part(wording), expected, "{wording}");
        }
    }
}
