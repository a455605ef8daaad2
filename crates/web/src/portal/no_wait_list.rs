//! The posted list of one unit; it is printed and hung at the counter too.

use askama::Template;
use i18n::{Key as K, Lang};

use crate::layout::{Link, Page, Sampled};

/// One procedure of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    /// National code.
    pub code: String,
    /// Name as published.
    pub name: String,
    /// Whether verification may be needed, asked at the counter.
    pub may_verify: bool,
    /// Fee in words or as an amount.
    pub fee: String,
}

/// Procedures of one sector.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectorGroup {
    /// Name of the sector.
    pub name: String,
    /// Its procedures.
    pub rows: Vec<ListRow>,
}

/// A change of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The day it took effect, as written.
    pub on: String,
    /// What changed, one sentence.
    pub text: String,
}

/// The list of one unit, `/khong-cho/{unit}`.
#[derive(Debug, Template)]
#[template(path = "portal/no_wait_list.html")]
pub struct NoWaitList {
    /// The frame; its unit is the unit of the list.
    pub page: Page,
    /// Name of the unit.
    pub unit: String,
    /// When dossiers are taken and results come, in sentences.
    pub rule: Vec<String>,
    /// The list by sector.
    pub groups: Vec<SectorGroup>,
    /// Changes, newest first.
    pub changes: Vec<Change>,
    /// Whether the list is a reconstruction from national data, which the page must say.
    pub reconstructed: bool,
    /// Source and date in a sentence.
    pub source: String,
    /// The list for the wall as PDF, one for each size of paper.
    pub pdfs: Vec<Link>,
}

impl NoWaitList {
    fn heading(&self) -> String {
        self.page.fill(K::PublicNoWaitOfUnit, "unit", &self.unit)
    }

    fn total(&self) -> String {
        let rows: usize = self.groups.iter().map(|group| group.rows.len()).sum();
        self.page.count(K::PublicNoWaitTotal, i64::try_from(rows).unwrap_or(i64::MAX))
    }
}

impl Sampled for NoWaitList {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let mut page = super::sample_page(lang, "/khong-cho/10843", K::PublicNoWaitTitle);
        page.title = page.fill(K::PublicNoWaitOfUnit, "unit", "Xã Thanh Xá");
        page.unit = Some("Xã Thanh Xá".to_owned());
        page.back = Some(Link::new("/khong-cho", page.t(K::PublicNoWaitAll)));
        let row = |code: &str, name: &str, may_verify| ListRow {
            code: code.to_owned(),
            name: name.to_owned(),
            may_verify,
            fee: "8.000 đ".to_owned(),
        };
        let date = i18n::format::date(lang, jiff::civil::date(2023, 10, 6));
        let list = Self {
            unit: "Xã Thanh Xá".to_owned(),
            rule: vec![page.fill(K::PublicTodayCutOff, "hour", &super::sample_clock(lang, 15, 30))],
            groups: vec![SectorGroup {
                name: "Hộ tịch".to_owned(),
                rows: vec![
                    row("1.001193", "Đăng ký khai sinh", false),
                    row("2.000635", "Cấp bản sao trích lục hộ tịch, bản sao giấy khai sinh", false),
                    row("1.004873", "Cấp giấy xác nhận tình trạng hôn nhân", true),
                ],
            }],
            changes: vec![Change {
                on: date.clone(),
                text: "Công bố lần đầu: 21 thủ tục, 2 lĩnh vực.".to_owned(),
            }],
            reconstructed: true,
            source: page.fill(K::PublicProcedureSource, "date", &date),
            pdfs: vec![Link::new("/khong-cho/10843/niem-yet.pdf?kho=A3", "A3 (PDF)")],
            page,
        };
        vec![("no-wait-list", list)]
    }
}
