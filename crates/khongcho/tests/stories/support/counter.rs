//! The counter's form, filled in: what every story about a dossier begins with.

use super::{Page, Person};

/// Copy of a civil status extract: a charge, no verification, a result with its own wording.
pub const EXTRACT: &str = "2.000635";

/// Everything a copy of an extract needs, for somebody born in 1943.
pub const EXTRACT_FORM: &[(&str, &str)] = &[
    ("ten", "Nguyễn Thị Đào"),
    ("so-dinh-danh", "030143001234"),
    ("ngay-sinh", "02/03/1943"),
    ("noi-cu-tru", "Thôn 3, xã Thanh Xá"),
    ("gt.to-khai", "1"),
    ("gt.giay-to-tuy-than", "1"),
    ("f.event_kind", "khai-sinh"),
    ("f.subject_name", "Nguyễn Thị Đào"),
    ("f.register_place", "Ủy ban nhân dân xã Thanh Xá"),
    ("so-ban", "2"),
];

/// Opens the form of a procedure.
pub fn open(receiver: &mut Person, procedure: &str) -> Page {
    let page = receiver.get(&format!("/quay/tiep-nhan?thu-tuc={procedure}"));
    assert_eq!(page.status, 200, "{}", page.text());
    page
}

/// `form` with the fields of `other` in place of its own; a value of `-` leaves the field out.
pub fn with<'a>(form: &[(&'a str, &'a str)], other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = form.iter().filter(|(name, _)| other.iter().all(|(changed, _)| changed != name));
    kept.chain(other.iter().filter(|(_, value)| *value != "-")).copied().collect()
}

/// Opens the form of a procedure, fills it in and presses the button `act`.
pub fn press(receiver: &mut Person, procedure: &str, form: &[(&str, &str)], act: &str) -> Page {
    let page = open(receiver, procedure);
    receiver.submit(&page, "/quay/tiep-nhan", &with(form, &[("viec", act)]))
}

/// Takes a dossier and gives its code and its page.
pub fn take(receiver: &mut Person, procedure: &str, form: &[(&str, &str)]) -> (String, Page) {
    let page = press(receiver, procedure, form, "nhan");
    assert_eq!(page.status, 200, "{}", page.text());
    let code = code_of(&page).unwrap_or_else(|| panic!("a dossier, not {}: {}", page.path, page.text()));
    (code, page)
}

/// The code in the address of a dossier's page.
pub fn code_of(page: &Page) -> Option<String> {
    let rest = page.path.strip_prefix("/quay/ho-so/")?;
    rest.split(['/', '?']).next().map(str::to_owned)
}

/// Proposes to grant a copy of an extract.
pub fn appraise(appraiser: &mut Person, code: &str) -> Page {
    let page = appraiser.get(&format!("/quay/ho-so/{code}"));
    let said = [
        ("appraise-de-xuat", "granted"),
        ("appraise-f.entry_text", "Khai sinh số 12 ngày 10/3/1943"),
        ("appraise-f.source_register", "Sổ đăng ký khai sinh năm 1943"),
    ];
    appraiser.submit(&page, &format!("/quay/ho-so/{code}/appraise"), &said)
}
