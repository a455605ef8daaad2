//! How far one dossier is; nothing personal is on it.

use askama::Template;
use i18n::{Key as K, Lang};

use super::Fact;
use crate::layout::{Link, Page, Sampled};
use crate::widget::{Notice, Rail, Tone};

/// The answer to a code with its PIN, and the page behind the QR code of a receipt.
#[derive(Debug, Template)]
#[template(path = "portal/status.html")]
pub struct Status {
    /// The frame.
    pub page: Page,
    /// Code of the dossier.
    pub code: String,
    /// What is going on, one sentence.
    pub sentence: String,
    /// What the person should do now, if anything.
    pub notice: Option<Notice>,
    /// The four duties; absent where the dossier ended without a result.
    pub rail: Option<Rail>,
    /// Due time, counter, last change.
    pub facts: Vec<Fact>,
    /// What can be done from here.
    pub actions: Vec<Link>,
}

impl Sampled for Status {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let page = || {
            let mut page = super::sample_page(lang, "/tra-cuu", K::PublicStatusTitle);
            page.unit = Some("Xã Thanh Xá".to_owned());
            page.back = Some(Link::new("/tra-cuu", page.t(K::PublicLookUpAnother)));
            page
        };
        let code = "10843-240202-0017";
        let facts = |page: &Page| {
            vec![
                Fact {
                    value: super::sample_clock(lang, 9, 40),
                    label: page.t(K::PublicStatusDue).to_owned(),
                },
                Fact { value: "2".to_owned(), label: page.t(K::PublicStatusCounter).to_owned() },
            ]
        };
        let sample = |sentence: &str, notice, at| {
            let page = page();
            let facts = facts(&page);
            let (code, sentence) = (code.to_owned(), sentence.to_owned());
            Self { page, code, sentence, notice, rail: Some(Rail::at(lang, at)), facts, actions: Vec::new() }
        };
        let ready = Notice::new(Tone::Good, "Mời đến nhận kết quả tại quầy 2", None);
        let missing = Notice::new(
            Tone::Care,
            "Cần bổ sung một giấy tờ",
            Some("Giấy chứng sinh: bản chính.".to_owned()),
        );
        vec![
            ("status", sample("Hồ sơ đang chờ lãnh đạo phê duyệt.", None, 2)),
            ("status-ready", sample("Hồ sơ đã có kết quả.", Some(ready), 3)),
            ("status-missing", sample("Hồ sơ đang tạm dừng để chờ bổ sung.", Some(missing), 1)),
        ]
    }
}
