//! Text as people type it, made safe to print.
//!
//! The archive standard forbids characters the fonts lack, so one emoji in a name would refuse the whole
//! receipt; and a word without a break would run off the paper.

use unicode_normalization::UnicodeNormalization;

use super::fonts;

/// Printed where the fonts have no glyph.
const UNKNOWN: char = '□';
/// Longest run printed without a break; a dossier code has at most 47 characters and stays whole.
const LONGEST_WORD: usize = 48;
/// Where a longer run is broken.
const PIECE: usize = 20;
/// Invites a line break and prints nothing.
const BREAK: char = '\u{200B}';

/// Text to print and the number of characters that had to be replaced.
pub(super) fn clean(text: &str) -> (String, usize) {
    let mut replaced = 0;
    let shown = text.nfc().filter_map(|character| shown(character, &mut replaced));
    (with_breaks(shown), replaced)
}

fn shown(character: char, replaced: &mut usize) -> Option<char> {
    match character {
        '\n' => Some('\n'),
        '\t' => Some(' '),
        _ if invisible(character) => None,
        _ if fonts::covers(character) => Some(character),
        _ if character.is_whitespace() => Some(' '),
        _ => {
            *replaced += 1;
            Some(UNKNOWN)
        }
    }
}

/// Controls, joiners, direction marks and variation selectors: they change how others look, not what is said.
fn invisible(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
                | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0100}'..='\u{E01EF}'
        )
}

fn with_breaks(characters: impl Iterator<Item = char>) -> String {
    let mut text = String::new();
    let mut word = String::new();
    for character in characters {
        if character.is_whitespace() {
            push_word(&mut text, &word);
            word.clear();
            text.push(character);
        } else {
            word.push(character);
        }
    }
    push_word(&mut text, &word);
    text
}

fn push_word(text: &mut String, word: &str) {
    if word.chars().count() <= LONGEST_WORD {
        text.push_str(word);
        return;
    }
    for (at, character) in word.chars().enumerate() {
        if at > 0 && at % PIECE == 0 {
            text.push(BREAK);
        }
        text.push(character);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_made_printable() {
        let cases = [
            ("Nguyễn Thị Hà", "Nguyễn Thị Hà", 0),
            ("Nguye\u{302}\u{303}n", "Nguyễn", 0),
            ("Hà 😀 王", "Hà □ □", 2),
            ("a\u{202E}b\u{0}c\td", "abc d", 0),
            ("dòng một\ndòng hai", "dòng một\ndòng hai", 0),
            ("", "", 0),
        ];
        for (typed, printed, replaced) in cases {
            assert_eq!(clean(typed), (printed.to_owned(), replaced), "{typed:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_typed_can_be_printed(typed in ".{0,200}") {
            let (printed, _) = clean(&typed);
            for character in printed.chars() {
                let printable = fonts::covers(character) || matches!(character, '\n' | BREAK);
                proptest::prop_assert!(printable, "{character:?} in {printed:?}");
            }
        }
    }

    #[test]
    fn only_endless_words_are_broken() {
        let code = "H23.25.10813-240202-0012";
        assert_eq!(clean(code).0, code);
        let (endless, _) = clean(&"x".repeat(100));
        assert_eq!(endless.matches(BREAK).count(), 4);
    }
}
