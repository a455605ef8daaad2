//! One procedure: can it be done today, what to bring, what it costs.

use askama::Template;
use i18n::{Key as K, Lang};

use crate::layout::{Link, Page, Sampled};
use crate::widget::{Field, FieldKind, Opt, Promise, Rail, Reason};

/// A paper to bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Name of the paper.
    pub name: String,
    /// When it is needed or how it is treated.
    pub note: Option<String>,
    /// How many and of what kind: "1 bản chính", "xuất trình".
    pub copies: String,
    /// What can be done about it here.
    pub action: Option<Link>,
}

/// A fact beside the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideFact {
    /// What it is about.
    pub term: String,
    /// The part to see first, such as the amount.
    pub strong: Option<String>,
    /// The rest, one line each.
    pub lines: Vec<String>,
}

/// The page of a procedure, `/thu-tuc/{code}`.
#[derive(Debug, Template)]
#[template(path = "portal/procedure.html")]
pub struct ProcedurePage {
    /// The frame.
    pub page: Page,
    /// National code.
    pub code: String,
    /// Name of its sector.
    pub sector: String,
    /// Name as published.
    pub name: String,
    /// What it is for, in plain words of the reader's language.
    pub summary: String,
    /// Choice of the unit the promise is for; absent when there is one unit only.
    pub units: Option<Field>,
    /// What would be promised now.
    pub promise: Promise,
    /// What to bring.
    pub papers: Vec<Paper>,
    /// The ways to go on, the first the main one.
    pub actions: Vec<Link>,
    /// Fee, time, place, who decides, law.
    pub facts: Vec<SideFact>,
    /// Whether the list is a reconstruction from national data, which the page must say.
    pub reconstructed: bool,
    /// Source and date of the content in a sentence.
    pub source: String,
}

impl Sampled for ProcedurePage {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let mut no = sample(lang);
        no.promise = Promise {
            lang,
            same_day: false,
            headline: "Có kết quả trước 9 giờ, Thứ Hai, 05/02/2024".to_owned(),
            reasons: vec![
                Reason::kept("Thủ tục có trong danh sách Thứ Sáu không chờ của xã Thanh Xá"),
                Reason::missing("Đã quá giờ nhận hồ sơ của Thứ Sáu không chờ: 15 giờ 30")
                    .from_source("Kế hoạch Thứ Sáu không chờ"),
            ],
            rail: None,
            note: Some("Theo luật, hạn cuối là 17 giờ, Thứ Hai, 05/02/2024.".to_owned()),
        };
        no.units = None;
        no.reconstructed = false;
        vec![("procedure", sample(lang)), ("procedure-late", no)]
    }
}

fn sample(lang: Lang) -> ProcedurePage {
    let mut page = super::sample_page(lang, "/thu-tuc/2.000635", K::PublicSearchTitle);
    "Cấp bản sao trích lục hộ tịch".clone_into(&mut page.title);
    page.unit = Some("Xã Thanh Xá".to_owned());
    page.back = Some(Link::new("/thu-tuc", page.t(K::PublicSearchTitle)));
    let options = vec![Opt::new("10813", "Thị trấn Thanh Hà"), Opt::new("10843", "Xã Thanh Xá")];
    let units =
        Field::of(lang, "don-vi", page.t(K::PublicProcedureUnit), FieldKind::Select(options)).value("10843");
    let hour = |hour, minute| Some(format!("{hour}:{minute:02}"));
    let rail = Rail::at(lang, 0).with_notes([hour(9, 5), hour(9, 15), hour(9, 30), hour(9, 40)]);
    let fact = |term: K, strong: Option<&str>, lines: &[&str]| SideFact {
        term: page.t(term).to_owned(),
        strong: strong.map(str::to_owned),
        lines: lines.iter().map(|line| (*line).to_owned()).collect(),
    };
    let facts = vec![
        fact(K::PublicFactFee, Some("8.000 đ"), &["một bản"]),
        fact(K::PublicFactTerm, None, &["Trong ngày; sau 15 giờ thì ngày làm việc tiếp theo"]),
        fact(K::PublicFactPlace, None, &["Bộ phận Một cửa xã Thanh Xá", "7:30–11:30, 13:30–17:00"]),
        fact(K::PublicFactDecider, None, &["Chủ tịch Ủy ban nhân dân xã"]),
        fact(K::PublicFactLaw, None, &["Luật Hộ tịch 2014, Điều 63, 64"]),
    ];
    ProcedurePage {
        code: "2.000635".to_owned(),
        sector: "Hộ tịch".to_owned(),
        name: "Cấp bản sao trích lục hộ tịch, bản sao giấy khai sinh".to_owned(),
        summary: "Xin thêm bản sao từ sổ hộ tịch.".to_owned(),
        units: Some(units),
        promise: Promise {
            lang,
            same_day: true,
            headline: "Có kết quả trong ngày, khoảng 9 giờ 40 đến 10 giờ".to_owned(),
            reasons: vec![
                Reason::kept("Thủ tục có trong danh sách Thứ Sáu không chờ của xã Thanh Xá"),
                Reason::kept("Không phải xác minh"),
                Reason::kept("Đủ bốn người làm việc: tiếp nhận, thẩm định, phê duyệt, trả kết quả"),
                Reason::kept("Nhận trước 15 giờ 30"),
            ],
            rail: Some(rail),
            note: None,
        },
        papers: sample_papers(),
        actions: vec![
            Link::new("/nop/2.000635", page.t(K::PublicProcedurePrepare)),
            Link::new("/khong-cho", page.t(K::PublicNavNoWait)),
        ],
        facts,
        reconstructed: true,
        source: page.fill(
            K::PublicProcedureSource,
            "date",
            &i18n::format::date(lang, jiff::civil::date(2024, 1, 2)),
        ),
        page,
    }
}

fn sample_papers() -> Vec<Paper> {
    vec![
        Paper {
            name: "Tờ khai cấp bản sao trích lục".to_owned(),
            note: Some("Điền ngay trên trang này, in từ câu trả lời".to_owned()),
            copies: "1 bản chính".to_owned(),
            action: Some(Link::new("/nop/2.000635/to-khai", "Điền tờ khai")),
        },
        Paper {
            name: "Căn cước, để xem".to_owned(),
            note: Some("Không giữ lại, không sao chụp".to_owned()),
            copies: "xuất trình".to_owned(),
            action: None,
        },
    ]
}
