//! The desk of three columns: who, what, promise.

use askama::Template;
use i18n::{Key as K, Lang};

use crate::layout::{DemoClock, Link, Page, Sampled, Surface, Viewer};
use crate::widget::{Field, FieldKind, Rail, Submit, Tag, Tone};

/// The counter as its style sheet means it: one key an act, nothing scrolls during an intake.
#[derive(Debug, Template)]
#[template(path = "gallery/desk.html")]
pub struct Desk {
    page: Page,
    fields: Vec<Field>,
    enough: Tag,
    missing: Tag,
    rail: Rail,
    call: Submit,
    receive: Submit,
    slip: Submit,
}

impl Sampled for Desk {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let mut page = Page::new(lang, "/_khung/desk", "Quầy mẫu");
        page.surface = Surface::Staff;
        page.unit = Some("Xã Thanh Xá".to_owned());
        page.viewer =
            Some(Viewer { name: "Nguyễn Thị A".to_owned(), place: Some("Quầy 2".to_owned()) });
        page.nav = vec![Link::new("/_khung", "Bộ khung"), Link::new("/_khung/board", "Bảng gọi số")];
        let now = domain::time::instant_on(jiff::civil::date(2024, 2, 2), jiff::civil::time(9, 5, 0, 0));
        page.demo = Some(DemoClock { now });
        let field = |name, label: &str, value: &str| Field::text(lang, name, label).value(value);
        let mut number = Field::of(lang, "so", "Số định danh", FieldKind::Digits).value("030 143 00 1234");
        number.source = Some("từ thẻ căn cước".to_owned());
        number.scan = true;
        let desk = Self {
            fields: vec![
                field("ten", "Họ và tên", "Nguyễn Thị A"),
                number,
                field("sinh", "Ngày sinh", "02/03/1943"),
                field("o", "Nơi cư trú", "Thôn 3, Thanh Xá, Thanh Hà"),
            ],
            enough: Tag::new(Tone::Good, "Đủ"),
            missing: Tag::new(Tone::Bad, "Thiếu"),
            rail: Rail::at(lang, 0),
            call: Submit::new("Gọi số tiếp").key("F2").class("full"),
            receive: Submit::new("Nhận và in giấy hẹn").key("Ctrl+Enter").class("full"),
            slip: Submit::new("Thiếu giấy tờ: in phiếu").key("F8").class("plain full"),
            page,
        };
        vec![("desk", desk)]
    }
}
