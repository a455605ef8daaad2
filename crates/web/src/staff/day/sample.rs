//! Samples of the day: a busy one with everything, one that just began.

use super::{AwayRow, Child, DayRow, DayView, Figure, title};
use crate::layout::{Link, Sampled};
use crate::staff::dossier::{Fact, Facts};
use crate::staff::duty::Duties;
use crate::staff::samples::sample_page;
use crate::widget::{Field, FieldKind, Tag, Tone};
use domain::promise::{Duty, DutySet};
use i18n::{Key as K, Lang, text};

impl Sampled for DayView {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let mut quiet = busy(lang);
        quiet.rows.clear();
        quiet.away.clear();
        quiet.children.clear();
        quiet.closed = None;
        let label = text(lang, K::DeskDayCloseRemark);
        quiet.close = Some(Field::of(lang, "nhan-xet", label, FieldKind::Lines(2)));
        vec![("day", busy(lang)), ("day-empty", quiet)]
    }
}

fn busy(lang: Lang) -> DayView {
    let mut page = sample_page(lang, "/ngay", K::StaffNavDay);
    page.title = title(lang, jiff::civil::date(2024, 2, 2));
    let base = "/ngay/10852/2024-02-02".to_owned();
    let figure = |value: &str, key, tone| Figure { value: value.to_owned(), label: text(lang, key), tone };
    let row = |number: u8, kept: Tag| DayRow {
        code: format!("H23.10852-240202-000{number}"),
        href: Some(format!("/quay/ho-so/H23.10852-240202-000{number}")),
        procedure: "Cấp bản sao trích lục hộ tịch".to_owned(),
        applicant: Some("Nguyễn Thị Hồng Nhung".to_owned()),
        hours: ["8:00", "9:10", "9:25"].map(str::to_owned),
        stage: "",
        kept,
    };
    DayView {
        page,
        notices: Vec::new(),
        errors: None,
        unit: "Ủy ban nhân dân xã Thanh Xá".to_owned(),
        csrf: "token".to_owned(),
        figures: vec![
            figure("0", K::DeskDayBacklog, Some(Tone::Good)),
            figure("17", K::DeskDayReceived, None),
            figure("12", K::DeskDayReturned, None),
        ],
        rows: vec![
            row(1, Tag::new(Tone::Good, text(lang, K::DeskDayKept))),
            row(2, Tag::new(Tone::Bad, text(lang, K::DeskDayBroken))),
        ],
        named: true,
        away: vec![AwayRow {
            at: "10:15".to_owned(),
            procedure: "Đăng ký khai sinh".to_owned(),
            kind: text(lang, K::DeskDaySlipSupplement),
            href: Some("/quay/phieu/1.pdf".to_owned()),
        }],
        duties: Some(Duties {
            lang,
            unit: "10852".to_owned(),
            csrf: "token".to_owned(),
            back: base.clone(),
            present: DutySet::ALL.without(Duty::Approve),
            may_set: true,
            means: Vec::new(),
        }),
        closed: Some(Facts(vec![Fact::new(text(lang, K::DeskDayClosed), "Phạm Văn Mẫu, 17:05")])),
        close: None,
        days: vec![Link::new("/ngay/10852/2024-02-01", text(lang, K::DeskDayPrevious))],
        report: Link::new(format!("{base}/bao-cao.pdf"), text(lang, K::DeskDayPdf)),
        children: vec![Child {
            link: Link::new("/ngay/10816/2024-02-02", "Xã Hồng Lạc"),
            figures: ["3", "3", "0", "0"].map(str::to_owned),
        }],
        base,
    }
}
