//! Wordings of results, to use when a catalogue brings none of its own.
//!
//! A wording is plain text with `{placeholders}`; [`fill`] puts the values in. A value is never read again
//! for placeholders, so nobody can smuggle one in.
//!
//! # Legal source
//! The sentences follow the annexes of Circular 01/2020/TT-BTP (certification) and Circular 04/2020/TT-BTP
//! (civil status); recalled, to be checked against the printed annex before use outside a demonstration.

use std::collections::BTreeMap;

use crate::MissingPlaceholder;

/// Title of a result with no wording of its own.
pub const PLAIN_TITLE: &str = "GIẤY XÁC NHẬN KẾT QUẢ GIẢI QUYẾT";
/// Opening of a result with no wording of its own.
pub const PLAIN_OPENING: &str =
    "Xét hồ sơ mã số {code} của ông/bà {applicant} về việc {procedure}, tiếp nhận ngày {received};";
/// Closing of a result with no wording of its own.
pub const PLAIN_CLOSING: &str = "Kết quả này có hiệu lực kể từ ngày ký.";

/// Title of a certified copy.
pub const CERTIFIED_COPY_TITLE: &str = "CHỨNG THỰC BẢN SAO TỪ BẢN CHÍNH";
/// The statement of certification.
pub const CERTIFIED_COPY_STATEMENT: &str = "Chứng thực bản sao đúng với bản chính.";
/// How many copies were certified.
pub const CERTIFIED_COPY_COUNT: &str =
    "Đã chứng thực {copies} bản sao, mỗi bản {pages} trang, dưới cùng một số chứng thực.";
/// What the certification proves and what it does not.
pub const CERTIFIED_COPY_SCOPE: &str = "Bản sao được chứng thực có giá trị sử dụng thay cho bản chính đã dùng để đối chiếu \
     trong các giao dịch, trừ trường hợp pháp luật có quy định khác.";

/// Title of a birth extract.
pub const EXTRACT_BIRTH_TITLE: &str = "TRÍCH LỤC KHAI SINH";
/// Title of a marriage extract.
pub const EXTRACT_MARRIAGE_TITLE: &str = "TRÍCH LỤC KẾT HÔN";
/// Title of a death extract.
pub const EXTRACT_DEATH_TITLE: &str = "TRÍCH LỤC KHAI TỬ";
/// Line under the title of an extract issued as a copy.
pub const EXTRACT_SUBTITLE: &str = "(BẢN SAO)";
/// Where the registration stands.
pub const EXTRACT_CLOSING: &str = "Trích lục từ Sổ đăng ký {register_kind} của {registered_at}, số {registered_number}, ngày {registered_date}.";

/// Title of the confirmation of marital status.
pub const MARITAL_TITLE: &str = "GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN";
/// Who asked for it.
pub const MARITAL_OPENING: &str =
    "Xét đề nghị của ông/bà {applicant} về việc cấp Giấy xác nhận tình trạng hôn nhân cho {subject},";
/// The word before the data.
pub const MARITAL_DECLARATION: &str = "XÁC NHẬN:";
/// Status of a person who never married.
pub const MARITAL_NEVER_MARRIED: &str = "Hiện tại chưa đăng ký kết hôn với ai";
/// Purpose and validity.
pub const MARITAL_VALIDITY: &str =
    "Giấy này có giá trị sử dụng trong thời hạn 06 tháng, kể từ ngày cấp, được sử dụng để: {purpose}.";

/// How to tell a genuine paper.
pub const VERIFICATION: &str = "Kiểm tra thật giả: quét mã hoặc mở địa chỉ dưới đây, so số văn bản và nội dung hiện ra với \
     giấy này.";
/// How to look a dossier up, first with the code.
pub const LOOK_UP_QR: &str = "Quét mã QR, hoặc mở {address} rồi nhập hai mã.";
/// How to look a dossier up by phone.
pub const LOOK_UP_PHONE: &str = "Gọi {phone}, hoặc đưa giấy này hỏi tại quầy.";
/// What to bring when collecting.
pub const COLLECT: &str = "Khi nhận, mang giấy này và giấy tờ tùy thân; nhận thay cần thêm giấy ủy quyền.";

/// Puts `values` into the `{placeholders}` of `template`. `{{` and `}}` stand for the braces themselves.
///
/// # Errors
/// [`MissingPlaceholder`] for a name without a value, or a brace that is never closed.
pub fn fill<K, V>(template: &str, values: &BTreeMap<K, V>) -> Result<String, MissingPlaceholder>
where
    K: std::borrow::Borrow<str> + Ord,
    V: AsRef<str>,
{
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, from) = rest.split_at(at);
        text.push_str(before);
        if let Some(after) = from.strip_prefix("{{") {
            text.push('{');
            rest = after;
        } else if let Some(after) = from.strip_prefix('}') {
            text.push('}');
            rest = after.strip_prefix('}').unwrap_or(after);
        } else {
            let inside = &from[1..];
            let (name, after) =
                inside.split_once('}').ok_or_else(|| MissingPlaceholder { name: inside.to_owned() })?;
            let value = values.get(name).ok_or_else(|| MissingPlaceholder { name: name.to_owned() })?;
            text.push_str(value.as_ref());
            rest = after;
        }
    }
    text.push_str(rest);
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values() -> BTreeMap<&'static str, &'static str> {
        BTreeMap::from([("name", "Nguyễn Thị Hà"), ("trick", "{name}")])
    }

    #[test]
    fn values_stand_where_their_names_stood() {
        let cases = [
            ("Ông/bà {name}.", "Ông/bà Nguyễn Thị Hà."),
            ("{trick}", "{name}"),
            ("{{name}}", "{name}"),
            ("không có gì", "không có gì"),
            ("", ""),
        ];
        for (template, expected) in cases {
            assert_eq!(fill(template, &values()).as_deref(), Ok(expected), "{template}");
        }
    }

    #[test]
    fn a_name_without_a_value_is_refused() {
        for (template, name) in [("{purpose}", "purpose"), ("mở {ngoặc", "ngoặc"), ("{}", "")] {
            assert_eq!(fill(template, &values()), Err(MissingPlaceholder { name: name.to_owned() }));
        }
    }
}
