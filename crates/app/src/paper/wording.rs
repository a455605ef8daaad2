//! Sentences of the papers that belong to no form and no pack. Official papers are in Vietnamese only.

/// Banner of everything made from invented data.
pub(super) const SYNTHETIC: &str = "Dữ liệu minh họa";

/// The four duties on site, in one line instead of four.
pub(super) const ALL_DUTIES: &str =
    "Bốn khâu đều có người trực: tiếp nhận, thẩm định, phê duyệt, trả kết quả";

/// Beside a paper that is shown and given back.
pub(super) const ONLY_SHOWN: &str = "Xuất trình, không nộp";

/// Beside a component that data of a national database replaced.
pub(super) const FROM_DATABASE: &str = "Lấy từ cơ sở dữ liệu";

/// Above the signature, for a committee.
pub(super) const ON_BEHALF: &str = "TM. ỦY BAN NHÂN DÂN";

/// Above the signature of a certification.
pub(super) const CERTIFIER: &str = "NGƯỜI THỰC HIỆN CHỨNG THỰC";

/// How a result is signed.
pub(super) const SIGN_AND_SEAL: &str = "(Ký, ghi rõ họ tên và đóng dấu)";

/// How a slip is signed.
pub(super) const SIGN: &str = "(Ký, ghi rõ họ tên)";

/// Title of a refusal.
pub(super) const REFUSAL_TITLE: &str = "THÔNG BÁO VỀ VIỆC KHÔNG GIẢI QUYẾT HỒ SƠ";

/// Opening of a refusal.
///
/// # Legal source
/// Decree 61/2018/NĐ-CP Art 19(5): a dossier that does not meet the conditions is returned with a written reason.
pub(super) const REFUSAL_OPENING: &str = "{unit_name} đã xem xét hồ sơ số {dossier_code} của ông/bà {applicant_name} về thủ tục {procedure_name}, tiếp nhận ngày {received_on}. Hồ sơ không đủ điều kiện giải quyết.";

/// What somebody who was refused can do.
///
/// # Legal source
/// Law on Complaints 02/2011/QH13, Art 7 (from memory).
pub(super) const REFUSAL_CLOSING: &str =
    "Nếu không đồng ý, ông/bà có quyền khiếu nại hoặc khởi kiện theo quy định của pháp luật.";

/// The law a result rests on.
pub(super) const LEGAL_BASIS: &str = "Căn cứ pháp lý: {legal_basis}.";

/// Copies of an ordinary result go to.
pub(super) const RECIPIENTS: [&str; 2] = ["Người yêu cầu;", "Lưu: VT."];

/// What to do after slip 02.
pub(super) const BRING_ALL: &str =
    "Xin mang đủ các giấy tờ trên trong một lần. Hồ sơ đủ giấy tờ sẽ được tiếp nhận ngay.";

/// What to do after slip 02 of a dossier that was received.
pub(super) const BRING_ALL_ONCE: &str =
    "Xin mang đủ các giấy tờ trên trong một lần; thời hạn giải quyết được tính lại từ ngày nhận đủ.";

/// What to do after slip 03.
pub(super) const ASK_AGAIN: &str =
    "Xin hỏi cán bộ hướng dẫn nếu có điều chưa rõ; ông/bà có quyền khiếu nại theo quy định của pháp luật.";

/// Where a pack names no form of the paper.
pub(super) const ANY_FORM: &str = "Theo quy định của thủ tục";
