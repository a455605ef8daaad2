//! Samples of staff pages, rendered by tests and shown in the gallery of the demo.

use super::{approve, day, dossier, hand_back, notices, search, work};
use crate::layout::{DemoClock, Link, Page, Rendered, Surface, Viewer};
use i18n::{Key as K, Lang};
use jiff::Timestamp;
use jiff::civil::{date, time};

/// The hour of samples: a no-wait Friday at five past nine.
pub fn now() -> Timestamp {
    domain::time::instant_on(date(2024, 2, 2), time(9, 5, 0, 0))
}

/// The frame of a sample.
pub fn sample_page(lang: Lang, path: &str, title: K) -> Page {
    let mut page = Page::new(lang, path, i18n::text(lang, title));
    page.surface = Surface::Staff;
    page.demo = Some(DemoClock { now: now() });
    page.unit = Some("Ủy ban nhân dân xã Thanh Xá".to_owned());
    page.viewer = Some(Viewer { name: "Vũ Văn Thẩm".to_owned(), place: None });
    let link = |href: &str, key| Link::new(href, i18n::text(lang, key));
    page.nav = vec![
        link("/viec", K::StaffNavWork),
        link("/phe-duyet", K::StaffNavApprove),
        link("/quay/tra-ket-qua", K::StaffNavReturn),
        link("/ngay", K::StaffNavDay),
    ];
    page
}

/// Every sample of the desks after the counter.
pub fn samples(lang: Lang) -> Vec<Rendered> {
    let mut all = Rendered::all::<work::WorkList>(lang);
    all.extend(Rendered::all::<search::Found>(lang));
    all.extend(Rendered::all::<dossier::DossierView>(lang));
    all.extend(Rendered::all::<approve::ApproveList>(lang));
    all.extend(Rendered::all::<approve::ApproveOne>(lang));
    all.extend(Rendered::all::<approve::BatchDone>(lang));
    all.extend(Rendered::all::<hand_back::ReturnList>(lang));
    all.extend(Rendered::all::<hand_back::ReturnOne>(lang));
    all.extend(Rendered::all::<hand_back::ReturnDone>(lang));
    all.extend(Rendered::all::<day::DayView>(lang));
    all.extend(Rendered::all::<notices::Notices>(lang));
    all
}
