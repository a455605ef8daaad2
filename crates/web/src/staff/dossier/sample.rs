//! Samples of the dossier's page: one that waits for appraisal, one that is finished.

use super::build::qr;
use super::view::{ActForm, DossierView, Fact, Facts, PaperRow, Part, Receipt, ResultView, Told};
use crate::layout::{Link, Sampled};
use crate::staff::samples::sample_page;
use crate::staff::work::rail_of;
use crate::widget::{Choice, Field, FieldKind, Notice, Opt, Promise, Reason, Submit, Tag, Tone};
use domain::dossier::{Act, Digitised, Outcome, Stage};
use i18n::{Key as K, Lang, text, words};

const CODE: &str = "H23.10852-240202-0004";

impl Sampled for DossierView {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let mut wrong = open(lang);
        let missing = text(lang, K::DeskProposalMissing).to_owned();
        wrong.errors = crate::widget::ErrorSummary::new(lang, vec![("appraise-de-xuat".to_owned(), missing)]);
        wrong.page.wrong = true;
        let hint = text(lang, K::DeskStaleHint).to_owned();
        wrong.notices = vec![Notice::new(Tone::Care, "Phạm Văn Mẫu · 9:03", Some(hint))];
        vec![("dossier", open(lang)), ("dossier-wrong", wrong), ("dossier-ready", ready(lang))]
    }
}

fn fact(lang: Lang, key: K, value: &str) -> Fact {
    Fact::new(text(lang, key), value)
}

fn open(lang: Lang) -> DossierView {
    let mut page = sample_page(lang, "/quay/ho-so/x", K::DeskColDossier);
    page.back = Some(Link::new("/quay", text(lang, K::DeskBackToList)));
    DossierView {
        page,
        notices: Vec::new(),
        errors: None,
        code: CODE.to_owned(),
        version: 1,
        csrf: "token".to_owned(),
        headline: words::stage(Stage::Received, lang).to_owned(),
        left: Tag::new(Tone::Care, "35'"),
        made_up: None,
        rail: rail_of(lang, Stage::Received),
        procedure: "Cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh".to_owned(),
        promise: Promise {
            lang,
            same_day: true,
            headline: "9:40".to_owned(),
            reasons: vec![Reason::kept(text(lang, K::ReasonsComponentsComplete))],
            rail: None,
            note: None,
        },
        clock: vec![text(lang, K::DeskPromiseGone).to_owned()],
        people: Facts(vec![
            fact(lang, K::DeskApplicant, "Nguyễn Thị Hồng Nhung"),
            fact(lang, K::DeskIdentity, "030190000001"),
            fact(lang, K::DeskAddress, "Thôn 1, xã Thanh Xá, huyện Thanh Hà, tỉnh Hải Dương"),
        ]),
        papers: vec![PaperRow {
            name: "Tờ khai cấp bản sao trích lục hộ tịch".to_owned(),
            count: "1".to_owned(),
            digitised: words::digitised(Digitised::Scanned, lang),
            files: vec![Link::new(format!("/quay/ho-so/{CODE}/tep/0a"), "to-khai.pdf (2)")],
        }],
        answers: Facts(vec![fact(lang, K::DeskName, "Trần Gia Bảo <i>")]),
        money: Facts(vec![fact(lang, K::DeskState, "8.000 đ")]),
        result: None,
        receipt: Receipt {
            qr: qr("https://thanhha.example/ho-so/00000000000000000000000000"),
            pin: "7K3M-Q2ZD".to_owned(),
            links: vec![Link::new(
                format!("/quay/ho-so/{CODE}/giay/giay-hen"),
                text(lang, K::DeskReceiptPdf),
            )],
        },
        story: vec![Told {
            at: "8:00".to_owned(),
            role: "Công chức một cửa".to_owned(),
            sentence: "Lê Thị Tiếp đã tiếp nhận hồ sơ.".to_owned(),
        }],
        links: Vec::new(),
        acts: acts(lang),
    }
}

fn acts(lang: Lang) -> Vec<ActForm> {
    let form = |act: Act, parts, open| ActForm {
        act: act.name(),
        title: words::act(act, lang),
        hint: None,
        parts,
        submit: Submit::new(words::act(act, lang)),
        open,
        files: false,
    };
    let option = |outcome: Outcome| Opt::new(outcome.name(), words::outcome(outcome, lang));
    let proposal = Choice::one(
        lang,
        "appraise-de-xuat",
        text(lang, K::DeskProposal),
        Outcome::ALL.into_iter().map(option).collect(),
    );
    let lines = |name: &'static str, label| Field::of(lang, name, text(lang, label), FieldKind::Lines(2));
    let note = lines("appraise-ghi-chu", K::DeskNote);
    let reason = lines("withdraw-ly-do", K::DeskReason);
    vec![
        form(Act::Appraise, vec![Part::Choice(proposal), Part::Field(note)], true),
        form(Act::Withdraw, vec![Part::Field(reason)], false),
    ]
}

fn ready(lang: Lang) -> DossierView {
    let mut view = open(lang);
    view.headline = words::stage(Stage::ResultReady, lang).to_owned();
    view.rail = rail_of(lang, Stage::ResultReady);
    view.left = Tag::new(Tone::Good, words::stage(Stage::ResultReady, lang));
    view.acts.clear();
    view.links = vec![Link::new(format!("/quay/tra-ket-qua/{CODE}"), words::act(Act::HandBack, lang))];
    view.result = Some(ResultView {
        state: Tag::new(Tone::Good, text(lang, K::DeskResultValid)),
        facts: Facts(vec![
            fact(lang, K::DeskNumber, "01/2024/tlht"),
            fact(lang, K::DeskContentHash, &"0a".repeat(32)),
        ]),
        links: vec![Link::new("/kiem-chung/x", text(lang, K::DeskVerify))],
    });
    view
}
