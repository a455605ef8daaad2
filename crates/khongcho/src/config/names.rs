//! Names of settings that do not exist, and the ones that were probably meant.

use super::{KEYS, PREFIX};
use crate::failure::Failure;

/// Variables that begin like ours and belong to the tests.
const OTHERS: [&str; 5] = ["config", "test_postgres", "shots", "bin", "demo_password"];

/// Changed letters up to which a variable is taken for a slip.
const SLIP_MAX: usize = 2;

/// Refuses keys of a file that do not exist.
///
/// # Errors
/// The first such key with the nearest that exists.
pub fn check_keys<'a>(keys: impl Iterator<Item = &'a String>) -> Result<(), Failure> {
    let mut unknown = keys.filter(|key| !KEYS.contains(&key.as_str()));
    let Some(key) = unknown.next() else { return Ok(()) };
    let (nearest, _) = nearest(key);
    Err(Failure::usage(format!("there is no setting `{key}`; did you mean `{nearest}`?")))
}

/// Refuses variables that look like a slip of the pen; others may belong to another program.
///
/// # Errors
/// The first such variable with the one that was probably meant.
pub fn check_environment<'a>(names: impl Iterator<Item = &'a str>) -> Result<(), Failure> {
    for name in names {
        let Some(key) = name.strip_prefix(PREFIX).map(str::to_ascii_lowercase) else { continue };
        if KEYS.contains(&key.as_str()) || OTHERS.contains(&key.as_str()) {
            continue;
        }
        let (nearest, distance) = nearest(&key);
        if distance <= SLIP_MAX {
            let meant = nearest.to_ascii_uppercase();
            return Err(Failure::usage(format!("{name} is no setting; did you mean {PREFIX}{meant}?")));
        }
    }
    Ok(())
}

fn nearest(key: &str) -> (&'static str, usize) {
    let measured = KEYS.into_iter().map(|known| (known, distance(key, known)));
    measured.min_by_key(|(_, distance)| *distance).unwrap_or(("", usize::MAX))
}

/// How many letters must be changed, added or left out.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (line, letter) in one.chars().enumerate() {
        let mut diagonal = line;
        let mut left = line + 1;
        for (cell, second) in row.iter_mut().skip(1).zip(other.chars()) {
            let above = *cell;
            let replaced = diagonal + usize::from(letter != second);
            left = replaced.min(left + 1).min(above + 1);
            diagonal = above;
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = line + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted() {
        for (one, other, changes) in
            [("listen", "listen", 0), ("listn", "listen", 1), ("", "data", 4), ("kitten", "sitting", 3)]
        {
            assert_eq!(distance(one, other), changes, "{one} {other}");
        }
    }

    #[test]
    fn a_slip_is_refused_and_a_stranger_is_not() {
        let check = |name: &str| check_environment([name].into_iter());
        let slip = check("KHONGCHO_DATABSE").unwrap_err().to_string();
        assert!(slip.ends_with("KHONGCHO_DATABASE?"), "{slip}");
        for fine in ["KHONGCHO_DATABASE", "KHONGCHO_TEST_POSTGRES", "KHONGCHO_COLOUR_OF_THE_SKY", "PATH"] {
            assert_eq!(check(fine), Ok(()), "{fine}");
        }
    }
}
