//! Papers of an office, read back as text.

mod forms;
mod results;

use super::*;
use crate::secret;
use crate::testing::Office;
use domain::dossier::DossierCode;
use std::process::Command as Program;

const EXTRACT: &[(&str, &str)] = &[
    ("subject_name", "Trần Gia Bảo"),
    ("subject_birth_date", "2019-11-08"),
    ("event_kind", "khai-sinh"),
    ("register_place", "Ủy ban nhân dân xã Thanh Xá"),
    ("entry_text", "Họ tên mẹ: Nguyễn Thị Hồng Nhung {number}"),
    ("source_register", "Sổ đăng ký khai sinh năm 2019"),
];

/// The text of a PDF without line breaks, where `pdftotext` is at hand.
fn text(pdf: &[u8]) -> Option<String> {
    let file = std::env::temp_dir().join(format!("khongcho-{}.pdf", secret::sha256_hex(pdf)));
    std::fs::write(&file, pdf).unwrap();
    let said = Program::new("pdftotext").args(["-layout"]).arg(&file).arg("-").output();
    std::fs::remove_file(&file).unwrap();
    let said = said.map_err(|error| eprintln!("text was NOT read: pdftotext: {error}")).ok()?;
    let said = String::from_utf8(said.stdout).unwrap().replace('\u{200B}', "");
    Some(said.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn says(pdf: &Pdf, sentences: &[&str]) {
    assert!(pdf.bytes.starts_with(b"%PDF-"));
    let Some(text) = text(&pdf.bytes) else { return };
    for sentence in sentences {
        assert!(text.contains(sentence), "`{sentence}` is not in: {text}");
    }
}

async fn approved(office: &Office, procedure: &str, answers: &[(&str, &str)]) -> DossierCode {
    let code = office.receive(procedure, answers).await.code;
    office.appraise(&code, &[]).await;
    office.approve(&code).await;
    code
}

async fn staff_result(office: &Office, code: &DossierCode) -> Result<Pdf, AppError> {
    result(&office.app, ResultReader::Staff(&office.return_officer, code)).await
}
