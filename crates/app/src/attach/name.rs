//! Names of files: what people called them, made safe for any folder, header and page.

use domain::text::clean_line;

/// Longest name before the ending, in characters.
const STEM_CHARS_MAX: usize = 80;

/// For a file without a usable name.
const NAMELESS: &str = "giay-to";

/// The last part of a name without its ending, without characters that mean something to a file system; the ending
/// follows what the file is.
pub(super) fn safe(typed: &str, extension: &str) -> String {
    let typed: String = typed.chars().filter(|c| !c.is_control()).take(1_000).collect();
    let last = typed.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let safe =
        |c: char| if matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | ';' | '%') { '-' } else { c };
    let stem: String = clean_line(stem).chars().map(safe).take(STEM_CHARS_MAX).collect();
    let stem = stem.trim_matches(['.', ' ', '-']);
    format!("{}.{extension}", if stem.is_empty() { NAMELESS } else { stem })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_whatever_was_typed() {
        let cases = [
            ("Tờ khai.PDF", "Tờ khai.pdf"),
            ("C:\\Users\\a\\anh.exe", "anh.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("", "giay-to.pdf"),
            ("...", "giay-to.pdf"),
            ("a\r\nSet-Cookie: x", "aSet-Cookie- x.pdf"),
            ("\u{202e}fdp.exe", "fdp.pdf"),
        ];
        for (typed, expected) in cases {
            assert_eq!(safe(typed, "pdf"), expected, "{typed:?}");
        }
        assert_eq!(safe(&"á".repeat(5_000), "jpg").chars().count(), STEM_CHARS_MAX + 4);
    }
}
