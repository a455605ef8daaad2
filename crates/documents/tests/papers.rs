//! Every paper, drawn from ordinary, extreme and hostile input.

mod common;

use common::{pdf_info, pdf_text, render};
use documents::{
    Component, Document, DocumentError, FeeLine, LocalTime, LookUp, NoticeGroup, NoticeRow, PaperSize,
    samples,
};

fn receipt(change: impl FnOnce(&mut documents::Receipt)) -> Document {
    let mut paper = samples::receipt();
    change(&mut paper);
    Document::Receipt(Box::new(paper))
}

#[test]
fn every_sample_is_drawn_without_losing_a_character() {
    for (name, document) in samples::all() {
        let drawn = render(&document);
        assert!(drawn.pdf.starts_with(b"%PDF-1."), "{name}");
        assert!((1..=6).contains(&drawn.pages), "{name}: {} pages", drawn.pages);
        assert_eq!(drawn.replaced_characters, 0, "{name}");
        assert_eq!(drawn.template_version, documents::TEMPLATE_VERSION, "{name}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for (name, document) in samples::all() {
        assert!(render(&document).pdf == render(&document).pdf, "{name} differs between two drawings");
    }
}

#[test]
fn the_time_of_drawing_comes_from_the_input() {
    let at = |second| receipt(|paper| paper.frame.drawn_at.second = second);
    assert!(render(&at(1)).pdf != render(&at(2)).pdf);
}

#[test]
fn files_name_both_standards_and_the_language() {
    for (name, document) in samples::all() {
        let pdf = render(&document).pdf;
        let holds = |needle: &str| pdf.windows(needle.len()).any(|at| at == needle.as_bytes());
        for needle in ["<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "<rdf:li>vi-VN<"] {
            assert!(holds(needle), "{name} lacks {needle}");
        }
    }
}

#[test]
fn sheets_have_the_size_of_their_form() {
    let cases = [
        ("receipt", "419.5"),
        ("receipt-large-copy", "419.5"),
        ("supplement", "419.5"),
        ("refusal", "419.5"),
        ("apology", "419.5"),
        ("control", "595.2"),
        ("notice-a4", "595.2"),
        ("notice-a3", "841.8"),
        ("result-plain", "595.2"),
        ("day-close", "595.2"),
    ];
    for (name, document) in samples::all() {
        let Some(info) = pdf_info(&render(&document).pdf) else { return };
        let Some((_, width)) = cases.iter().find(|(known, _)| *known == name) else { continue };
        assert!(info.contains(&format!("Page size:       {width}")), "{name}: {info}");
        assert!(info.contains("Tagged:          yes"), "{name}: {info}");
        assert!(info.contains("Title:"), "{name}: {info}");
    }
}

#[test]
fn texts_say_what_the_forms_require() {
    let cases: [(&str, &[&str]); 9] = [
        (
            "receipt",
            &[
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "7K3M-Q2ZD",
                "9 giờ 40",
                "16.000 đ",
                "Nguyễn Thị Hồng Nhung",
                "Mẫu số 01",
            ],
        ),
        ("receipt-large-copy", &["Bản in lại", "Trần Văn Bảo"]),
        ("receipt-sparse", &["Mã hồ sơ H23.25.10813-240202-0012", "17 giờ 00"]),
        ("receipt-after-cut-off", &["Trước 9 giờ 00", "Chưa đạt:", "bỏ qua thứ Bảy"]),
        ("supplement", &["Giấy tờ cần bổ sung (3)", "Giấy chứng sinh", "0220 000 0001"]),
        ("notice-a3", &["Ngày thứ Sáu không chờ", "2.000635", "Trước 9:00"]),
        ("result-certified-copy", &["Chứng thực bản sao đúng với bản chính", "01/2024-SCT/BS"]),
        ("result-marital-status", &["thời hạn 06 tháng", "GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN"]),
        ("day-close", &["Còn 1 hồ sơ chưa xong", "Sổ gốc"]),
    ];
    for (name, document) in samples::all() {
        let Some((_, needles)) = cases.iter().find(|(known, _)| *known == name) else { continue };
        let Some(text) = pdf_text(&render(&document).pdf) else { return };
        let text = text.to_lowercase();
        for needle in *needles {
            assert!(text.contains(&needle.to_lowercase()), "{name} lacks {needle:?}:\n{text}");
        }
        let invented = text.contains("dữ liệu minh họa") || name == "receipt-sparse";
        assert!(invented, "{name} does not say that its data are invented");
    }
}

#[test]
fn what_people_type_is_never_markup() {
    let hostile = r##"#import "x" $x$ *bold* _em_ <b> @ref \ #panic("x") `raw` = h [c] // y"##;
    let document = receipt(|paper| {
        paper.submitter.name = hostile.into();
        paper.content = hostile.into();
        paper.frame.agency.name = hostile.into();
    });
    let Some(text) = pdf_text(&render(&document).pdf) else { return };
    for needle in ["#import \"x\" $x$ *bold* _em_ <b> @ref \\", "`raw`", "[c] // y"] {
        assert!(text.contains(needle), "{needle:?} is not shown as typed:\n{text}");
    }
}

#[test]
fn strange_characters_are_counted_not_fatal() {
    let drawn = render(&receipt(|paper| paper.content = "Hà 😀 王 \u{202E}abc\u{0}\n\ndòng \u{E000}".into()));
    assert_eq!(drawn.replaced_characters, 3);
}

#[test]
fn long_input_runs_over_pages() {
    let document = receipt(|paper| {
        paper.submitter.name = "Nguyễn Phước Bảo Long Hoàng Thiên Kim ".repeat(6);
        paper.submitter.address = Some("x".repeat(300));
        paper.content = "Nội dung rất dài. ".repeat(200);
        paper.components = (1..=40)
            .map(|index| Component {
                name: format!("Giấy tờ số {index}, có tên dài để xuống dòng trong bảng"),
                originals: index,
                copies: 1,
                note: (index % 3 == 0).then(|| "xuất trình".into()),
            })
            .collect();
        paper.fees = vec![FeeLine { name: "Lệ phí".into(), amount: "2.000 đ".into() }; 5];
    });
    let drawn = render(&document);
    assert!(drawn.pages > 3);
    let Some(text) = pdf_text(&drawn.pdf) else { return };
    assert!(text.contains("Giấy tờ số 40"));
    assert!(text.matches("Bản chính").count() >= 2, "the head of the table is repeated");
}

#[test]
fn the_longest_code_stays_whole_on_every_page() {
    let code = "000.00.00.H23-25.10813.12.34.56-240202-0012345";
    let document = receipt(|paper| {
        paper.frame.code = code.into();
        paper.frame.look_up = Some(LookUp { url: "https://a.example".into(), shown: code.into(), pin: None });
    });
    let drawn = render(&document);
    let Some(text) = pdf_text(&drawn.pdf) else { return };
    assert_eq!(text.matches(code).count(), drawn.pages, "{text}");
}

#[test]
fn a_cell_longer_than_a_page_is_continued() {
    let document = receipt(|paper| {
        paper.components = vec![Component { name: "Tên giấy tờ ".repeat(400), ..Component::default() }];
    });
    assert!(render(&document).pages > 3);
}

#[test]
fn a_long_notice_repeats_its_head() {
    let mut paper = samples::notice(PaperSize::A3);
    let row = NoticeRow { code: "1.000001".into(), name: "Thủ tục".into(), ..NoticeRow::default() };
    paper.groups = vec![NoticeGroup { sector: "Lĩnh vực".into(), rows: vec![row; 120] }];
    let drawn = render(&Document::NoWaitNotice(Box::new(paper)));
    let Some(text) = pdf_text(&drawn.pdf) else { return };
    assert!(text.matches("Thời gian").count() >= drawn.pages - 1);
}

#[test]
fn input_out_of_proportion_is_refused() {
    let flood = receipt(|paper| paper.content = "dài ".repeat(200_000));
    assert!(matches!(documents::render(&flood), Err(DocumentError::TooLarge { .. })));
    let address = receipt(|paper| {
        paper.frame.look_up = Some(LookUp { url: "a".repeat(400), ..LookUp::default() });
    });
    assert!(matches!(documents::render(&address), Err(DocumentError::Qr(_))));
    let untitled = Document::IssuedResult(Box::default());
    assert!(matches!(documents::render(&untitled), Err(DocumentError::Untitled)));
    let time = receipt(|paper| paper.frame.drawn_at = LocalTime { month: 13, ..LocalTime::default() });
    assert!(matches!(documents::render(&time), Err(DocumentError::Time(_))));
}

#[test]
fn empty_papers_are_still_papers() {
    let papers = [
        Document::Receipt(Box::default()),
        Document::SupplementSlip(Box::default()),
        Document::RefusalNotice(Box::default()),
        Document::ApologyNotice(Box::default()),
        Document::ControlSlip(Box::default()),
        Document::DayClose(Box::default()),
    ];
    for paper in papers {
        assert!(
            documents::render(&paper).is_ok(),
            "{}: {:?}",
            paper.title(),
            documents::render(&paper).err()
        );
    }
}
