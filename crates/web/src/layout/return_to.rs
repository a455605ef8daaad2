//! Addresses to come back to.

use std::fmt::Write as _;

/// Longest address that is followed back, in bytes.
const PATH_BYTES_MAX: usize = 512;

/// A path of this site, or `None`: never another site, whatever a stranger wrote into the address.
pub fn local_path(path: &str) -> Option<&str> {
    let clean = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains(['\\', '\r', '\n', '\t'])
        && path.len() <= PATH_BYTES_MAX;
    clean.then_some(path)
}

/// A text as one value of a query.
pub fn encode(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_site() {
        assert_eq!(local_path("/tra-cuu?ma=1"), Some("/tra-cuu?ma=1"));
        for bad in [
            "",
            "tra-cuu",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\r\nSet-Cookie: x",
        ] {
            assert_eq!(local_path(bad), None, "{bad}");
        }
    }
}
