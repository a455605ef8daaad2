//! The document fonts: three subsets of Liberation Serif, metric twin of the face official papers ask for.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::Font;

static FILES: [&[u8]; 3] = [
    include_bytes!("../../fonts/KhongChoSerif-Regular.ttf"),
    include_bytes!("../../fonts/KhongChoSerif-Bold.ttf"),
    include_bytes!("../../fonts/KhongChoSerif-Italic.ttf"),
];

static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| FILES.iter().filter_map(|&file| Font::new(Bytes::new(file), 0)).collect());

/// Regular, bold and italic, in this order.
pub(super) fn all() -> &'static [Font] {
    &FONTS
}

/// Whether every face can show `character`.
pub(super) fn covers(character: char) -> bool {
    FONTS.iter().all(|font| font.info().coverage.contains(u32::from(character)))
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    const VOWELS: &str = "aăâeêioôơuưy";
    /// Grave, acute, hook above, tilde, dot below.
    const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'];

    fn vietnamese_letters() -> Vec<char> {
        let toned = VOWELS.chars().flat_map(|vowel| TONES.map(|tone| [vowel, tone].into_iter().nfc()));
        let letters: Vec<char> =
            ('a'..='z').chain(['đ']).chain(VOWELS.chars()).chain(toned.flatten()).collect();
        letters.iter().flat_map(|letter| [*letter].into_iter().chain(letter.to_uppercase())).collect()
    }

    #[test]
    fn all_faces_load() {
        assert_eq!(all().len(), FILES.len());
    }

    #[test]
    fn every_vietnamese_letter_is_covered() {
        let missing: String = vietnamese_letters().into_iter().filter(|letter| !covers(*letter)).collect();
        assert_eq!(missing, "");
        assert_eq!(vietnamese_letters().len(), 2 * (26 + 1 + 12 + 12 * 5));
    }

    #[test]
    fn signs_of_office_papers_are_covered() {
        let missing: String = "0123456789.,;:?!()[]/\\-–—+=%&@#*_'\"‘’“”«»…•·§°₫€№□■●○→±×"
            .chars()
            .filter(|sign| !covers(*sign))
            .collect();
        assert_eq!(missing, "");
    }
}
