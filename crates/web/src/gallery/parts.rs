//! The page of parts.

use askama::Template;
use i18n::{Key as K, Lang};

use crate::layout::{DemoClock, Page, Sampled, Surface, Viewer};
use crate::widget::{
    Choice, DateField, ErrorSummary, Field, FieldKind, Notice, Opt, Pager, Promise, Rail, Reason, Submit,
    Tag, Tone, Width,
};

/// Every part in every state.
#[derive(Debug, Template)]
#[template(path = "gallery/parts.html")]
pub struct Parts {
    page: Page,
    summary: Option<ErrorSummary>,
    fields: Vec<Field>,
    dates: Vec<DateField>,
    choices: Vec<Choice>,
    buttons: Vec<Submit>,
    rails: Vec<Rail>,
    promises: Vec<Promise>,
    notices: Vec<Notice>,
    tags: Vec<Tag>,
    pager: Option<Pager>,
}

impl Sampled for Parts {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let mut staff = parts(lang);
        staff.page.surface = Surface::Staff;
        staff.page.unit = Some("Xã Thanh Xá".to_owned());
        staff.page.viewer =
            Some(Viewer { name: "Nguyễn Thị A".to_owned(), place: Some("Quầy 2".to_owned()) });
        vec![("parts", parts(lang)), ("parts-staff", staff)]
    }
}

fn parts(lang: Lang) -> Parts {
    let mut page = Page::new(lang, "/_khung", "Bộ khung giao diện");
    page.wrong = true;
    let start = domain::time::instant_on(jiff::civil::date(2024, 2, 2), jiff::civil::time(7, 30, 0, 0));
    page.demo = Some(DemoClock { now: start });
    let birthday = "Ngày sinh phải là ngày trong quá khứ.";
    let errors = vec![("ngay-sinh-ngay".to_owned(), birthday.to_owned())];
    let rail = |at| Rail::at(lang, at);
    let hours = ["9:05", "9:15", "9:30", "9:40"].map(|hour| Some(hour.to_owned()));
    let promise = |same_day, headline: &str, reasons, rail| Promise {
        lang,
        same_day,
        headline: headline.to_owned(),
        reasons,
        rail,
        note: None,
    };
    let tones = [Tone::Good, Tone::Care, Tone::Bad, Tone::Plain];
    Parts {
        summary: ErrorSummary::new(lang, errors),
        fields: fields(lang),
        dates: dates(lang, birthday),
        choices: choices(lang),
        buttons: vec![
            Submit::new("Nộp hồ sơ"),
            Submit::new("Gọi số tiếp").key("F2"),
            Submit::new("Nhận và in giấy hẹn").key("Ctrl+Enter"),
            Submit::new("Để sau").class("plain"),
            Submit::new("Thu hồi kết quả").class("stop"),
        ],
        rails: (0..=4).map(rail).chain([rail(1).with_notes(hours.clone())]).collect(),
        promises: vec![
            promise(
                true,
                "Có kết quả trong ngày, khoảng 9 giờ 40 đến 10 giờ",
                vec![Reason::kept("Không phải xác minh")],
                Some(rail(0).with_notes(hours)),
            ),
            promise(
                false,
                "Có kết quả trước 9 giờ, Thứ Hai, 05/02/2024",
                vec![Reason::kept("Đủ giấy tờ"), Reason::missing("Đã quá 15 giờ 30").from_source("Kế hoạch")],
                None,
            ),
        ],
        notices: tones
            .map(|tone| Notice::new(tone, "Điều cần biết", Some("Thêm một câu.".to_owned())))
            .to_vec(),
        tags: tones.map(|tone| Tag::new(tone, "Trạng thái")).to_vec(),
        pager: Pager::new(lang, Some("/_khung".to_owned()), Some("/_khung".to_owned())),
        page,
    }
}

fn fields(lang: Lang) -> Vec<Field> {
    let of = |name, label: &str, kind| Field::of(lang, name, label, kind);
    let mut optional = of("email", "Thư điện tử", FieldKind::Email).hint("Để nhận tin khi có kết quả");
    optional.optional = true;
    let mut scanned = of("the", "Số định danh", FieldKind::Digits).value("030143001234").width(Width::Medium);
    scanned.source = Some("từ thẻ căn cước".to_owned());
    vec![
        Field::text(lang, "ho-ten", "Họ và tên").value("Nguyễn Thị A"),
        Field::text(lang, "noi-sinh", "Nơi sinh")
            .error(Some("Chưa có nơi sinh. Hãy chọn xã và tỉnh.".to_owned())),
        optional,
        scanned,
        of("dien-thoai", "Điện thoại", FieldKind::Phone).width(Width::Medium),
        of("mat-khau", "Mật khẩu", FieldKind::Password),
        of("ly-do", "Lý do", FieldKind::Lines(3)),
        of(
            "don-vi",
            "Nơi nộp",
            FieldKind::Select(vec![Opt::new("1", "Xã Thanh Xá"), Opt::new("2", "Xã Liên Mạc")]),
        ),
        of("tep", "Giấy chứng sinh", FieldKind::File("application/pdf,image/jpeg")).hint("PDF hoặc JPEG"),
    ]
}

fn dates(lang: Lang, error: &str) -> Vec<DateField> {
    let mut wrong = DateField::new(lang, "ngay-sinh", "Ngày sinh");
    wrong.hint = Some("Ví dụ 02 03 1943".to_owned());
    wrong.error = Some(error.to_owned());
    wrong.typed = ["2".to_owned(), "3".to_owned(), "2043".to_owned()];
    vec![DateField::new(lang, "ngay-cap", "Ngày cấp"), wrong]
}

fn choices(lang: Lang) -> Vec<Choice> {
    let options = || {
        vec![
            Opt::new("khong", "Không, có trong sổ"),
            Opt::new("co", "Có, ghi lý do").hint("Thời hạn được tính lại"),
        ]
    };
    vec![
        Choice::one(lang, "xac-minh", "Có phải xác minh không?", options()),
        Choice::one(lang, "xac-minh-2", "Có phải xác minh không?", options())
            .error(Some("Chưa chọn câu trả lời. Hãy chọn Có hoặc Không.".to_owned())),
        Choice::any(
            lang,
            "nhan-tin",
            "Nhận tin bằng",
            vec![Opt::new("sms", "SMS"), Opt::new("thu", "Thư điện tử")],
        )
        .pick("sms"),
    ]
}
