//! Finds functions, blocks and match arms in masked code.

/// A function with a body.
#[derive(Debug, PartialEq, Eq)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// The line of its `fn`, from 1.
    pub line: usize,
    /// Lines from `fn` to the closing brace, both included.
    pub lines: usize,
}

/// All functions in `code` (see [`crate::mask::mask`]), nested ones too.
pub fn functions(code: &str) -> Vec<Function> {
    words(code, "fn").filter_map(|at| function_at(code, at)).collect()
}

fn function_at(code: &str, at: usize) -> Option<Function> {
    let name: String =
        code[at + 2..].trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    if name.is_empty() {
        return None; // a function pointer type
    }
    let open = at + body_start(&code[at..])?;
    let close = open + block_len(&code[open..]);
    Some(Function { name, line: line_of(code, at), lines: code[at..close].matches('\n').count() + 1 })
}

/// The `{` of the body, unless a `;` outside of brackets says there is none.
fn body_start(code: &str) -> Option<usize> {
    let mut depth = 0_i32;
    for (at, character) in code.char_indices() {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            '{' if depth == 0 => return Some(at),
            ';' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// Length in bytes of the block that starts with the `{` at 0.
pub fn block_len(code: &str) -> usize {
    let mut depth = 0_i32;
    for (at, character) in code.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    code.len()
}

/// Where `word` stands as a word of its own.
pub fn words<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word)
        .map(|(at, _)| at)
        .filter(move |at| !code[..*at].ends_with(part) && !code[at + word.len()..].starts_with(part))
}

/// The line (from 1) of the byte `at`.
pub fn line_of(code: &str, at: usize) -> usize {
    code[..at].matches('\n').count() + 1
}

/// Lines of `_ =>` arms that stand beside arms naming a variant (`Kind::Variant`): the next variant
/// somebody adds would be swallowed there without a word from the compiler.
pub fn catch_all_arms(code: &str) -> Vec<usize> {
    let mut found = Vec::new();
    for at in words(code, "match") {
        let Some(open) = body_start(&code[at..]).map(|offset| at + offset) else { continue };
        let body = &code[open + 1..open + block_len(&code[open..]).max(1)];
        let arms = arm_patterns(body);
        if !arms.iter().any(|(_, pattern)| names_a_variant(pattern)) {
            continue;
        }
        for (offset, pattern) in &arms {
            if pattern.trim() == "_" || pattern.trim().starts_with("_ if ") {
                found.push(line_of(code, open + 1 + offset));
            }
        }
    }
    found.sort_unstable();
    found
}

/// The patterns of a match body with the offset of each, found by the `=>` outside of brackets.
fn arm_patterns(body: &str) -> Vec<(usize, &str)> {
    let mut patterns = Vec::new();
    let (mut depth, mut start, mut in_pattern) = (0_i32, 0, true);
    for (at, character) in body.char_indices() {
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            '>' if depth == 0 && in_pattern && body[..at].ends_with('=') => {
                let pattern = body[start..at - 1].trim_start();
                patterns.push((at - 1 - pattern.len(), pattern.trim_end()));
                in_pattern = false;
            }
            _ => {}
        }
        // A comma ends an arm; so does a closing brace, unless `else` or a method follows it, which the next
        // comma then cuts off.
        let arm_ends = depth == 0 && (character == ',' || (!in_pattern && character == '}'));
        if arm_ends {
            start = at + 1;
            in_pattern = true;
        }
    }
    patterns
}

fn names_a_variant(pattern: &str) -> bool {
    pattern.match_indices("::").any(|(at, _)| {
        let owner = pattern[..at].rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or("");
        let variant = &pattern[at + 2..];
        owner.starts_with(char::is_uppercase)
            && variant.starts_with(char::is_uppercase)
            && variant.chars().nth(1).is_none_or(|second| !second.is_uppercase())
    })
}

#[cfg(test)]
mod tests {
    use super::{catch_all_arms, functions};

    #[test]
    fn functions_are_measured_from_fn_to_brace() {
        let code =
            "trait T { fn a(); }\nfn b(x: [u8; 2]) -> u8 {\n    c(|| { 1 })\n}\ntype F = fn(u8) -> u8;\n";
        let found: Vec<_> = functions(code).into_iter().map(|f| (f.name, f.line, f.lines)).collect();
        assert_eq!(found, [("b".to_owned(), 2, 3)]);
    }

    #[test]
    fn catch_all_beside_variants_is_found() {
        let cases: [(&str, &[usize]); 8] = [
            ("match s {\n    State::A => 1,\n    _ => 2,\n}", &[3]),
            ("match s {\n    State::A { x } => { 1 }\n    _ if x => 2,\n    State::B => 3,\n}", &[3]),
            ("match (a, b) {\n    (Self::A, _) => 1,\n    _ => 2,\n}", &[3]),
            ("match month {\n    1 => 1,\n    _ => 2,\n}", &[]),
            ("match s {\n    State::A => if x { 1 } else { 2 },\n    _ => 2,\n}", &[3]),
            ("match x {\n    i64::MAX => 1,\n    _ => 2,\n}", &[]),
            ("match x {\n    Some(n) => match n { State::A => 1, State::B => 2 },\n    _ => 2,\n}", &[]),
            ("match x {\n    Some(State::A) => 1,\n    None => f(|_| { 2 }),\n    _ => 2,\n}", &[4]),
        ];
        for (code, lines) in cases {
            assert_eq!(catch_all_arms(code), lines, "{code}");
        }
    }
}
