//! What a made-up applicant brings and writes: every required component, every required field.

use super::chance::Chance;
use super::people;
use domain::channel::Channel;
use domain::dossier::{Digitised, FileRef, VerificationAnswer};
use domain::person::{AccessNeeds, Applicant, Citizen};
use domain::place::UnitCode;
use domain::procedure::{
    ComponentKind, ComponentSpec, FieldKind, FieldSpec, FieldUse, ProcedureVersion, VerificationPolicy,
};
use jiff::civil::Date;
use std::collections::BTreeMap;

use crate::intake::{Draft, HandedIn, Intake};
use crate::secret;

/// The one scan behind all made-up components: a real one-page PDF that says what it is.
const SCAN: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n\
4 0 obj<</Length 66>>\nstream\nBT /F1 20 Tf 90 600 Td (HO SO MAU - SYNTHETIC SAMPLE PAPER) Tj ET\n\
endstream\nendobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\nxref\n0 6\n\
0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \n0000000211 00000 n \n\
0000000323 00000 n \ntrailer<</Size 6/Root 1 0 R>>\nstartxref\n384\n%%EOF\n";

/// The scan's bytes and how a component refers to them.
pub(super) fn scan() -> (&'static [u8], FileRef) {
    let file = FileRef {
        sha256: secret::sha256_hex(SCAN),
        media_type: "application/pdf".to_owned(),
        pages: 1,
        bytes: SCAN.len() as u64,
        name: "giay-to-mau.pdf".to_owned(),
    };
    (SCAN, file)
}

/// A complete dossier of a citizen for a version at a unit.
pub(super) fn intake(
    chance: &mut Chance,
    version: &ProcedureVersion,
    unit: &UnitCode,
    on: Date,
    person: Citizen,
    scan: &FileRef,
) -> Intake {
    let online = version.accepts(Channel::Online) && chance.is(11, 20);
    let channel = if online { Channel::Online } else { Channel::Counter };
    let mut draft = Draft::new(version.code.clone(), unit.clone(), channel);
    if version.terms.special.iter().all(|special| special.case.is_none()) {
        let case = usize::try_from(chance.below(version.cases.len() as u64)).unwrap_or_default();
        draft.case = version.cases.get(case).map(|case| case.id.clone());
    }
    draft.copies = u16::try_from(chance.between(1, 4)).unwrap_or(1);
    draft.pages = u16::try_from(chance.between(1, 6)).unwrap_or(1);
    if version.verification.policy == VerificationPolicy::May {
        let reason = "Giấy tờ và dữ liệu đã rõ, không phải xác minh".to_owned();
        draft.verification = VerificationAnswer::NotNeeded { reason };
    }
    // Now and then a paper is too large for the scanner and stays a paper.
    let scanned = online || !chance.is(1, 90);
    let facts = draft.facts();
    let chosen: Vec<&ComponentSpec> =
        version.required(&facts).iter().filter_map(|need| need.choices().first().copied()).collect();
    draft.handed = chosen.into_iter().map(|spec| handed(spec, scanned, scan)).collect();
    let answers = fields(version, FieldUse::Form)
        .map(|field| (field.id.as_str().to_owned(), answer(chance, field, &draft, &person, on)))
        .collect();
    Intake {
        draft,
        version: version.version,
        applicant: Applicant::Citizen(person),
        proxy: None,
        needs: AccessNeeds::default(),
        answers,
        note: String::new(),
        duplicate_confirmed: false,
    }
}

/// What the appraiser adds for the result.
pub(super) fn result_fields(
    chance: &mut Chance,
    version: &ProcedureVersion,
    intake: &Intake,
    on: Date,
) -> BTreeMap<String, String> {
    let person = intake.applicant.person();
    fields(version, FieldUse::Result)
        .map(|field| (field.id.as_str().to_owned(), answer(chance, field, &intake.draft, person, on)))
        .collect()
}

fn handed(spec: &ComponentSpec, scanned: bool, scan: &FileRef) -> HandedIn {
    // What is only shown is not kept, neither on paper nor as a scan.
    let kept = scanned && spec.kind == ComponentKind::Submit;
    HandedIn {
        component: spec.id.clone(),
        originals: spec.quantity.max(1),
        copies: 0,
        digitised: if kept { Digitised::Scanned } else { Digitised::No },
        files: if kept { vec![scan.clone()] } else { Vec::new() },
    }
}

fn fields(version: &ProcedureVersion, used: FieldUse) -> impl Iterator<Item = &FieldSpec> {
    version.fields.iter().filter(move |field| field.required && field.used == used)
}

const PAPERS: &[&str] = &[
    "Căn cước công dân",
    "Bằng tốt nghiệp trung học phổ thông",
    "Bằng tốt nghiệp đại học",
    "Giấy khai sinh",
    "Giấy chứng nhận quyền sử dụng đất",
    "Giấy phép lái xe",
    "Hợp đồng lao động",
];
const TRADES: &[&str] = &[
    "Thu mua, sơ chế vải thiều",
    "Bán lẻ lương thực, thực phẩm",
    "Sửa chữa xe máy",
    "May mặc gia công",
    "Dịch vụ ăn uống",
    "Bán lẻ vật liệu xây dựng",
];

fn answer(chance: &mut Chance, field: &FieldSpec, draft: &Draft, person: &Citizen, on: Date) -> String {
    match &field.kind {
        FieldKind::Date => day(chance, field.id.as_str(), on),
        FieldKind::Number => number(field.id.as_str(), draft),
        FieldKind::Choice(options) => {
            let at = usize::try_from(chance.below(options.len() as u64)).unwrap_or_default();
            options.get(at).map(|option| option.value.clone()).unwrap_or_default()
        }
        FieldKind::Text | FieldKind::LongText => text(chance, field.id.as_str(), person),
    }
}

fn number(field: &str, draft: &Draft) -> String {
    if field.starts_with("pages") { draft.pages.to_string() } else { draft.copies.to_string() }
}

fn day(chance: &mut Chance, field: &str, on: Date) -> String {
    let year = on.year();
    let day = match field {
        "child_birth_date" | "death_date" => people::day_between(chance, year - 1, year - 1),
        "deceased_birth_date" => people::day_between(chance, 1930, 1960),
        _ => people::day_between(chance, 1970, 2002),
    };
    day.strftime("%Y-%m-%d").to_string()
}

fn text(chance: &mut Chance, field: &str, person: &Citizen) -> String {
    match field {
        "subject_name" | "person_name" | "holder_name" | "guardian_name" => person.name.as_str().to_owned(),
        "wife_name" | "mother_name" => people::name(chance, people::Sex::Woman),
        "husband_name" | "father_name" => people::name(chance, people::Sex::Man),
        "business_name" => format!("Hộ kinh doanh {}", person.name.as_str()),
        "business_line" => chance.pick(TRADES).to_owned(),
        "document_name" => chance.pick(PAPERS).to_owned(),
        "parties" => format!("{} và {}", person.name.as_str(), people::anybody(chance)),
        "asset" => format!("Xe mô tô biển số 34B{}-{:05}", chance.between(1, 9), chance.between(0, 99_999)),
        "subject_id_number" => {
            person.identity.as_ref().map(|number| number.as_str().to_owned()).unwrap_or_default()
        }
        "subject_residence" | "business_address" => person.address.clone(),
        "child_birth_place" | "death_place" | "register_place" => "huyện Thanh Hà, tỉnh Hải Dương".to_owned(),
        "subject_nationality" => "Việt Nam".to_owned(),
        "subject_ethnicity" => "Kinh".to_owned(),
        "language" => chance.pick(&["Tiếng Anh", "Tiếng Trung Quốc", "Tiếng Nhật Bản"]).to_owned(),
        "country" => "Nhật Bản".to_owned(),
        "status_text" => "Hiện tại chưa đăng ký kết hôn với ai".to_owned(),
        "purpose" => {
            chance.pick(&["Để đăng ký kết hôn", "Bổ túc hồ sơ vay vốn", "Mua bán nhà đất"]).to_owned()
        }
        "book_number" => "01".to_owned(),
        "register_number" | "certified_number" => chance.between(1, 400).to_string(),
        _ if field.ends_with("_name") => people::anybody(chance),
        _ => "Theo hồ sơ mẫu kèm theo".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scan_is_a_pdf_whose_tables_are_right() {
        let text = String::from_utf8(SCAN.to_vec()).unwrap();
        for number in 1..=5 {
            let listed = text.lines().skip_while(|line| *line != "xref").nth(2 + number).unwrap();
            let at: usize = listed.get(..10).unwrap().parse().unwrap();
            assert!(
                text.get(at..).unwrap().starts_with(&format!("{number} 0 obj")),
                "object {number} at {at}"
            );
        }
        let start: usize = text.lines().rev().nth(1).unwrap().parse().unwrap();
        assert!(text.get(start..).unwrap().starts_with("xref"));
    }
}
