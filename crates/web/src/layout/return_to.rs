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

/// Addresses that only take forms, by how they begin, and how many segments of them are the page.
const FORMS: [(&str, usize); 10] = [
    ("/quay/ho-so/", 3),
    ("/ngay/", 3),
    ("/phe-duyet/", 2),
    ("/quay/lich-hen/", 2),
    ("/quay/tiep-nhan/", 2),
    ("/quan-tri/chuong-trinh/", 2),
    ("/quan-tri/ma-truy-cap/", 2),
    ("/quay/nhiem-vu", 1),
    ("/tai-khoan/", 1),
    ("/thong-bao/", 1),
];

/// The page on which a form stands: forms are sent to their page or to an address below it, and one that only takes
/// forms is no place to come back to.
pub fn form_page(path: &str) -> &str {
    let path = path.split('?').next().unwrap_or("/");
    let found = FORMS.into_iter().find(|(base, _)| path.starts_with(base));
    let end = found.and_then(|(_, segments)| path.match_indices('/').nth(segments));
    end.and_then(|(at, _)| path.get(..at)).unwrap_or(path)
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
    fn a_form_leads_back_to_the_page_it_stands_on() {
        for (sent, page) in [
            ("/quay/ho-so/H23.1-1/appraise", "/quay/ho-so/H23.1-1"),
            ("/phe-duyet/H23.1-1/duyet", "/phe-duyet/H23.1-1"),
            ("/phe-duyet", "/phe-duyet"),
            ("/ngay/10852/2024-02-02/khoa-so", "/ngay/10852/2024-02-02"),
            ("/quay/tiep-nhan?thu-tuc=1", "/quay/tiep-nhan"),
            ("/quay/nhiem-vu", "/quay"),
            ("/tai-khoan/mat-khau", "/tai-khoan"),
            ("/quay/tra-ket-qua/H23.1-1", "/quay/tra-ket-qua/H23.1-1"),
        ] {
            assert_eq!(form_page(sent), page);
        }
    }

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
