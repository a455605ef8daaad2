//! How alike two words are.

use std::cmp::Ordering;

/// Whether one insertion, deletion, replacement or swap of neighbours turns one word into the other.
pub(super) fn within_one_edit(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let (short, long) = (short.get(same..).unwrap_or_default(), long.get(same..).unwrap_or_default());
    match (short, long) {
        ([], [] | [_]) => true,
        ([x, rest @ ..], [y, tail @ ..]) if short.len() == long.len() => {
            let replaced = rest == tail;
            let swapped =
                matches!((rest, tail), ([x2, r @ ..], [y2, t @ ..]) if x == y2 && y == x2 && r == t);
            replaced || swapped
        }
        (_, [_, tail @ ..]) => short == tail,
        (_, []) => false,
    }
}

/// Sorted groups of three neighbouring characters of a text without its blanks, ends marked.
pub(super) fn trigrams(text: &str) -> Vec<[char; 3]> {
    let inner = text.chars().filter(|c| *c != ' ');
    let marked: Vec<char> = std::iter::once('^').chain(inner).chain(['$']).collect();
    let mut found: Vec<[char; 3]> = marked.windows(3).filter_map(|three| three.try_into().ok()).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// How alike two texts are by their trigrams, from 0 to 1.
pub(super) fn alike(a: &[[char; 3]], b: &[[char; 3]]) -> f64 {
    let (mut left, mut right, mut shared) = (a.iter().peekable(), b.iter().peekable(), 0_usize);
    while let (Some(x), Some(y)) = (left.peek(), right.peek()) {
        match x.cmp(y) {
            Ordering::Less => left.next(),
            Ordering::Greater => right.next(),
            Ordering::Equal => {
                shared += 1;
                right.next();
                left.next()
            }
        };
    }
    (ratio(shared, a.len()) * ratio(shared, b.len())).sqrt()
}

/// A share as a number from 0 to 1; counts here are far below the precision of the type.
pub(super) fn ratio(part: usize, whole: usize) -> f64 {
    let small = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    small(part) / small(whole).max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_edit() {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        for (a, b, expected) in [
            ("khai", "khai", true),
            ("khai", "kai", true),
            ("khai", "khaii", true),
            ("khai", "khoi", true),
            ("khai", "kahi", true),
            ("khai", "hkia", false),
            ("khai", "kh", false),
            ("", "a", true),
            ("", "", true),
            ("ab", "ba", true),
            ("abc", "cba", false),
            ("khai", "xkha", false),
        ] {
            assert_eq!(within_one_edit(&chars(a), &chars(b)), expected, "{a} {b}");
            assert_eq!(within_one_edit(&chars(b), &chars(a)), expected, "{b} {a}");
        }
    }
}
