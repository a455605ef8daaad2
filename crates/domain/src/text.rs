//! Text cleaned at the door: NFC, no invisible characters, single spaces; and folded for search.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Cleans one line of typed text: NFC, zero-width characters removed, every white space a single blank, ends trimmed.
///
/// ```
/// assert_eq!(domain::text::clean_line("  Nguye\u{302}\u{303}n\u{200b}  Thi\u{323} A "), "Nguyễn Thị A");
/// ```
pub fn clean_line(typed: &str) -> String {
    let visible = typed.nfc().filter(|c| !is_invisible(*c));
    let mut cleaned = String::with_capacity(typed.len());
    let mut pending_blank = false;
    for c in visible {
        if c.is_whitespace() {
            pending_blank = !cleaned.is_empty();
        } else {
            if pending_blank {
                cleaned.push(' ');
                pending_blank = false;
            }
            cleaned.push(c);
        }
    }
    cleaned
}

/// Cleans free text of several lines: as [`clean_line`], line by line; blank lines at the ends removed.
pub fn clean_text(typed: &str) -> String {
    let lines: Vec<String> = typed.lines().map(clean_line).collect();
    lines.join("\n").trim().to_owned()
}

/// Folds text for search: lower case, no marks, đ as d, only letters and digits kept, single blanks between words.
///
/// ```
/// assert_eq!(domain::text::fold("Đất đai, Hộ tịch"), "dat dai ho tich");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut pending_blank = false;
    for c in text.nfd().filter(|c| !is_combining_mark(*c) && !is_invisible(*c)).flat_map(char::to_lowercase) {
        let c = if c == 'đ' { 'd' } else { c };
        if c.is_alphanumeric() {
            if pending_blank && !folded.is_empty() {
                folded.push(' ');
            }
            pending_blank = false;
            folded.push(c);
        } else {
            pending_blank = true;
        }
    }
    folded
}

/// Characters nobody sees and nobody means: zero-width, byte order marks, bidirectional overrides, soft hyphens.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Control characters other than line feed and tab: never meant by anybody who types.
pub fn has_control(text: &str) -> bool {
    text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_normal_forms_become_one() {
        assert_eq!(clean_line("Trần Thị Ước"), clean_line(&"Trần Thị Ước".nfd().collect::<String>()));
    }

    #[test]
    fn folding_drops_marks_and_d_with_stroke() {
        assert_eq!(fold("NGUYỄN ĐẶNG"), "nguyen dang");
        assert_eq!(fold("  2.000635 "), "2 000635");
    }
}
