//! Samples of the leader's pages.

use super::view::{ApproveList, ApproveOne, BatchDone, Failed, Group, Item};
use crate::layout::{Link, Sampled};
use crate::staff::dossier::{Fact, Facts};
use crate::staff::samples::sample_page;
use crate::staff::work::sample_rows;
use crate::widget::{ErrorSummary, Field, FieldKind, Tag, Tone};
use domain::dossier::Outcome;
use i18n::{Arg, Key as K, Lang, text, text_with, words};

fn password(lang: Lang) -> Field {
    Field::of(lang, "mat-khau", text(lang, K::DeskPassword), FieldKind::Password)
        .hint(text(lang, K::DeskPasswordHint))
}

fn answers(lang: Lang) -> Facts {
    Facts(vec![
        Fact::new(text(lang, K::DeskName), "Trần Gia Bảo"),
        Fact::new(text(lang, K::DeskBorn), "12/05/1990"),
    ])
}

impl Sampled for ApproveList {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let item = |row, refuses: bool| Item {
            row,
            version: 2,
            picked: false,
            issues: "TRÍCH LỤC HỘ TỊCH (BẢN SAO)".to_owned(),
            answers: answers(lang),
            proposal: words::outcome(if refuses { Outcome::Refused } else { Outcome::Granted }, lang),
            refuses,
            appraiser: "Vũ Văn Thẩm".to_owned(),
            note: if refuses {
                "Không có trong sổ hộ tịch của xã".to_owned()
            } else {
                String::new()
            },
        };
        let mut rows = sample_rows(lang, "/phe-duyet").into_iter();
        let mut group = |procedure: &str, refuses| Group {
            procedure: procedure.to_owned(),
            items: rows.by_ref().take(2).map(|row| item(row, refuses)).collect(),
        };
        let groups = vec![group("Cấp bản sao trích lục hộ tịch", false), group("Đăng ký khai tử", true)];
        let list = |groups| Self {
            page: sample_page(lang, "/phe-duyet", K::StaffNavApprove),
            done: None,
            errors: None,
            csrf: "token".to_owned(),
            groups,
            password: Some(password(lang)),
            pager: None,
        };
        let mut wrong = list(groups.clone());
        let sentence = text(lang, K::DeskNothingPicked).to_owned();
        wrong.errors = ErrorSummary::new(lang, vec![("danh-sach".to_owned(), sentence)]);
        vec![("approve", list(groups)), ("approve-wrong", wrong), ("approve-empty", list(Vec::new()))]
    }
}

impl Sampled for BatchDone {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let args = [("done", Arg::Number(2)), ("failed", Arg::Number(1))];
        let headline = text_with(lang, K::DeskBatchDone, &args);
        let mut page = sample_page(lang, "/phe-duyet", K::StaffNavApprove);
        page.back = Some(Link::new("/phe-duyet", text(lang, K::DeskBackToApproval)));
        let code = |number: u8| format!("H23.10852-240202-000{number}");
        let why = text(lang, K::DeskNotDecided).to_owned();
        let failed = vec![Failed { code: code(3), why }];
        vec![("batch", Self { page, headline, decided: vec![code(1), code(2)], failed })]
    }
}

impl Sampled for ApproveOne {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let mut page = sample_page(lang, "/phe-duyet/x", K::StaffNavApprove);
        page.back = Some(Link::new("/phe-duyet", text(lang, K::DeskBackToApproval)));
        let reason =
            |name: &'static str| Field::of(lang, name, text(lang, K::DeskReason), FieldKind::Lines(3));
        let one = Self {
            page,
            notices: Vec::new(),
            errors: None,
            code: "H23.10852-240202-0004".to_owned(),
            version: 2,
            csrf: "token".to_owned(),
            procedure: "Cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh".to_owned(),
            left: Tag::new(Tone::Care, "35'"),
            title: "TRÍCH LỤC HỘ TỊCH (BẢN SAO)".to_owned(),
            paragraphs: vec![
                "Họ, chữ đệm, tên: Trần Gia Bảo".to_owned(),
                "Ngày, tháng, năm sinh: 12/05/1990".to_owned(),
                "Số bản sao được cấp: 2".to_owned(),
            ],
            dated: "Thanh Xá, ngày 02 tháng 02 năm 2024".to_owned(),
            signer: ("CHỦ TỊCH".to_owned(), "Phạm Văn Mẫu".to_owned()),
            people: answers(lang),
            proposal: words::outcome(Outcome::Granted, lang).to_owned(),
            refuses: false,
            note: "Đã đối chiếu sổ".to_owned(),
            password: Some(password(lang)),
            refuse: reason("tu-choi-ly-do"),
            send_back: reason("tra-lai-ly-do"),
            open: None,
            next: Some("H23.10852-240202-0007".to_owned()),
        };
        vec![("approve-one", one)]
    }
}
