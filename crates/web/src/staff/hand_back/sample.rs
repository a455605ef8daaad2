//! Samples of the return desk.

use super::one::Questions;
use super::view::{ReturnDone, ReturnList, ReturnOne};
use crate::fields::Fields;
use crate::layout::{Link, Sampled};
use crate::staff::dossier::{Fact, Facts};
use crate::staff::samples::sample_page;
use crate::staff::work::{Rows, sample_rows};
use crate::widget::{ErrorSummary, Notice, Tone};
use i18n::{Key as K, Lang, text};

const CODE: &str = "H23.10852-240202-0004";

impl Sampled for ReturnList {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let list = |rows, typed: &str| Self {
            page: sample_page(lang, "/quay/tra-ket-qua", K::StaffNavReturn),
            done: None,
            typed: typed.to_owned(),
            rows: Rows::new(lang, rows),
            pager: None,
        };
        let full = list(sample_rows(lang, "/quay/tra-ket-qua"), "");
        vec![("return", full), ("return-empty", list(Vec::new(), ""))]
    }
}

impl Sampled for ReturnOne {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let one = |problems: Vec<(String, String)>| {
            let typed = Fields::from_pairs([("nguoi-nhan", "proxy"), ("ten", "Lê Văn <i>")]);
            let ask = Questions { lang, typed: &typed, problems: &problems };
            let mut page = sample_page(lang, "/quay/tra-ket-qua/x", K::StaffNavReturn);
            page.back = Some(Link::new("/quay/tra-ket-qua", text(lang, K::DeskBackToReturn)));
            page.wrong = !problems.is_empty();
            Self {
                page,
                notices: Vec::new(),
                code: CODE.to_owned(),
                version: 3,
                csrf: "token".to_owned(),
                procedure: "Cấp bản sao trích lục hộ tịch".to_owned(),
                applicant: "Nguyễn Thị Hồng Nhung".to_owned(),
                people: Facts(vec![Fact::new(text(lang, K::DeskIdentity), "030190000001")]),
                owed: Some(Notice::new(Tone::Care, "8.000 đ", None)),
                payment: ask.payment(),
                collector: ask.collector(),
                proxy: ask.proxy(),
                delivery: ask.delivery(),
                paper: Link::new(format!("/quay/ho-so/{CODE}/giay/ket-qua"), text(lang, K::DeskResultPdf)),
                errors: ErrorSummary::new(lang, problems.clone()),
            }
        };
        let problem = |field: &str, key| (field.to_owned(), text(lang, key).to_owned());
        let problems =
            vec![problem("cach-nop", K::DeskPayFirst), problem("giay-uy-quyen", K::DeskAuthorisationMissing)];
        vec![("return-one", one(Vec::new())), ("return-one-wrong", one(problems))]
    }
}

impl Sampled for ReturnDone {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let mut page = sample_page(lang, "/quay/tra-ket-qua/x", K::DeskReturned);
        page.back = Some(Link::new("/quay/tra-ket-qua", text(lang, K::DeskBackToReturn)));
        let facts = Facts(vec![Fact::new(text(lang, K::DeskApplicant), "Nguyễn Thị Hồng Nhung")]);
        let links = vec![Link::new(format!("/quay/ho-so/{CODE}/giay/ket-qua"), text(lang, K::DeskResultPdf))];
        vec![("return-done", Self { page, code: CODE.to_owned(), facts, links })]
    }
}
