//! Tells code from comments and literals.

/// A Rust text taken apart.
#[derive(Debug, PartialEq, Eq)]
pub struct Masked {
    /// The text with every comment, string and character literal blanked out, line breaks kept.
    pub code: String,
    /// The string literals in order: line (from 1) and content as written.
    pub strings: Vec<(usize, String)>,
}

/// Blanks what is not code. Works on any input; broken source only gives a less useful answer.
pub fn mask(text: &str) -> Masked {
    let mut reader =
        Reader { rest: text, line: 1, code: String::with_capacity(text.len()), strings: Vec::new() };
    while !reader.rest.is_empty() {
        reader.step();
    }
    Masked { code: reader.code, strings: reader.strings }
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
    code: String,
    strings: Vec<(usize, String)>,
}

impl Reader<'_> {
    fn step(&mut self) {
        if self.rest.starts_with("//") {
            self.blank(self.rest.find('\n').unwrap_or(self.rest.len()));
        } else if self.rest.starts_with("/*") {
            self.blank(block_comment_len(self.rest));
        } else if let Some(hashes) = self.raw_string_hashes() {
            let open = self.rest.find('"').unwrap_or(0) + 1;
            let close = format!("\"{}", "#".repeat(hashes));
            let content = self.rest[open..].find(&close).unwrap_or(self.rest.len() - open);
            self.literal(open, content, close.len());
        } else if self.rest.starts_with('"') {
            let content = quoted_len(&self.rest[1..], '"');
            self.literal(1, content, 1);
        } else if self.rest.starts_with('\'') && is_char_literal(self.rest) {
            let content = quoted_len(&self.rest[1..], '\'');
            self.blank((content + 2).min(self.rest.len()));
        } else {
            self.keep();
        }
    }

    /// `r"`, `r#"`, `br#"` … at a place where no identifier ends.
    fn raw_string_hashes(&self) -> Option<usize> {
        if self.code.ends_with(|last: char| last.is_alphanumeric() || last == '_') {
            return None;
        }
        let after = ["r", "br", "cr"].iter().find_map(|prefix| self.rest.strip_prefix(prefix))?;
        let hashes = after.len() - after.trim_start_matches('#').len();
        after[hashes..].starts_with('"').then_some(hashes)
    }

    fn literal(&mut self, open: usize, content: usize, close: usize) {
        self.strings.push((self.line, self.rest[open..open + content].to_owned()));
        self.blank((open + content + close).min(self.rest.len()));
    }

    fn blank(&mut self, bytes: usize) {
        let (gone, rest) = self.rest.split_at(bytes);
        for character in gone.chars() {
            self.code.push(if character == '\n' { '\n' } else { ' ' });
            self.line += usize::from(character == '\n');
        }
        self.rest = rest;
    }

    fn keep(&mut self) {
        let mut characters = self.rest.chars();
        if let Some(character) = characters.next() {
            self.code.push(character);
            self.line += usize::from(character == '\n');
        }
        self.rest = characters.as_str();
    }
}

fn block_comment_len(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < text.len() {
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

fn quoted_len(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices() {
        if escaped {
            escaped = false;
        } else if character == '\\' {
            escaped = true;
        } else if character == quote {
            return at;
        }
    }
    text.len()
}

/// A quote opens a character when an escape or a closing quote follows; else it is a lifetime.
fn is_char_literal(text: &str) -> bool {
    let mut characters = text.chars().skip(1);
    match characters.next() {
        Some('\\') => true,
        Some(_) => characters.next() == Some('\''),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::mask;

    #[test]
    fn comments_and_literals_are_blanked() {
        let cases = [
            ("a // b\nc", "a     \nc"),
            ("a /* b /* c */ d */ e", "a                   e"),
            ("let s = \"todo!\";", "let s =        ;"),
            (r#"let s = "a \" b";"#, "let s =         ;"),
            ("let s = r#\"a \" b\"#;", "let s =           ;"),
            ("let c = '\"'; x", "let c =    ; x"),
            ("let c = '\\''; x", "let c =     ; x"),
            ("fn f<'a>(x: &'a str) {}", "fn f<'a>(x: &'a str) {}"),
            ("let đ = 'đ';", "let đ =    ;"),
        ];
        for (text, code) in cases {
            assert_eq!(mask(text).code, code, "{text}");
        }
    }

    #[test]
    fn strings_are_kept_with_their_line() {
        let masked = mask("one(\"a\");\ntwo(r\"b\", \"c\\n\");");
        assert_eq!(masked.strings, [(1, "a".into()), (2, "b".into()), (2, "c\\n".into())]);
    }

    #[test]
    fn broken_source_is_no_error() {
        for text in ["\"", "'", "/*", "r#\"", "'\\", "\"\\"] {
            mask(text);
        }
    }
}
