//! Problems of meaning: entries that can be read but break a rule.

use domain::day::CalendarProblem;
use domain::place::TreeProblem;
use domain::procedure::TemplateError;
use jiff::civil::Date;

use super::inner;
use crate::diagnostic::Severity;

/// A problem of meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeaningProblem {
    /// `to` lies before `from`.
    ValidityReversed,
    /// Begins before the pack does, so it would change the past.
    Backdated(Date),
    /// Two versions are in force on one day at one level.
    VersionsOverlap(u16, u16),
    /// A later version does not have the higher number.
    VersionOrder(u16),
    /// No term, or more than one in one entry.
    TermCount,
    /// A term of 0.
    ZeroTerm,
    /// The term with a check is not longer.
    CheckedNotLonger,
    /// No term, or several, without channel and case.
    GeneralTermCount(usize),
    /// Two special terms for the same channel and case.
    AmbiguousTerm,
    /// No amount, or more than one in one entry.
    TariffCount,
    /// Two fee lines of one id cannot be told apart.
    AmbiguousFee(String),
    /// `may` or `yes` without saying what is checked.
    VerificationWithoutWhat,
    /// A procedure that always needs verification is in a programme.
    VerificationInProgramme(String),
    /// The procedure is not decided at the place of the entry.
    NotOffered(String),
    /// No version is in force on the first day of the entry.
    NotInForce(String, Date),
    /// The procedure accepts none of the programme's channels.
    NoCommonChannel(String),
    /// An entry names a unit that the programme's unit is not above.
    UnitOutside(String),
    /// An entry needs a level or a unit, one of both.
    PlaceCount,
    /// The days off of a year of a programme are not listed.
    MissingYear(String, i16),
    /// The days off of a year of a programme are an estimate.
    EstimatedYear(String, i16),
    /// Opening or reception hours end before they begin.
    HoursReversed,
    /// Quoted intervals shall hold in less than half or in all cases.
    QuotePercent,
    /// A duty works less than a minute or more than a day.
    WorkMinutes,
    /// The calendar cannot be built.
    Calendar(CalendarProblem),
    /// The units form no tree.
    Tree(TreeProblem),
    /// A wording cannot be read.
    Template(TemplateError),
    /// A wording names neither a field nor a built-in value.
    UnknownPlaceholder(String),
    /// A group of which one is enough has only one member.
    LonelyGroup(String),
    /// A paper with quantity 0.
    ZeroQuantity,
    /// A condition or remark with a quantity.
    QuantityOnRemark,
    /// A choice field without options, or options on another field.
    ChoiceOptions,
}

impl MeaningProblem {
    /// Warnings are listed; everything else is an error.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::Backdated(_) | Self::EstimatedYear(..) => Severity::Warning,
            Self::ValidityReversed
            | Self::VersionsOverlap(..)
            | Self::VersionOrder(_)
            | Self::TermCount
            | Self::ZeroTerm
            | Self::CheckedNotLonger
            | Self::GeneralTermCount(_)
            | Self::AmbiguousTerm
            | Self::TariffCount
            | Self::AmbiguousFee(_)
            | Self::VerificationWithoutWhat
            | Self::VerificationInProgramme(_)
            | Self::NotOffered(_)
            | Self::NotInForce(..)
            | Self::NoCommonChannel(_)
            | Self::UnitOutside(_)
            | Self::PlaceCount
            | Self::MissingYear(..)
            | Self::HoursReversed
            | Self::QuotePercent
            | Self::WorkMinutes
            | Self::Calendar(_)
            | Self::Tree(_)
            | Self::Template(_)
            | Self::UnknownPlaceholder(_)
            | Self::LonelyGroup(_)
            | Self::ZeroQuantity
            | Self::QuantityOnRemark
            | Self::ChoiceOptions => Severity::Error,
        }
    }

    /// Stable key for programs.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::ValidityReversed => "validity_reversed",
            Self::Backdated(_) => "backdated",
            Self::VersionsOverlap(..) => "versions_overlap",
            Self::VersionOrder(_) => "version_order",
            Self::TermCount => "term_count",
            Self::ZeroTerm => "zero_term",
            Self::CheckedNotLonger => "checked_not_longer",
            Self::GeneralTermCount(_) => "general_term_count",
            Self::AmbiguousTerm => "ambiguous_term",
            Self::TariffCount => "tariff_count",
            Self::AmbiguousFee(_) => "ambiguous_fee",
            Self::VerificationWithoutWhat => "verification_without_what",
            Self::VerificationInProgramme(_) => "verification_in_programme",
            Self::NotOffered(_) => "not_offered",
            Self::NotInForce(..) => "not_in_force",
            Self::NoCommonChannel(_) => "no_common_channel",
            Self::UnitOutside(_) => "unit_outside",
            Self::PlaceCount => "place_count",
            Self::MissingYear(..) => "missing_year",
            Self::EstimatedYear(..) => "estimated_year",
            Self::HoursReversed => "hours_reversed",
            Self::QuotePercent => "quote_percent",
            Self::WorkMinutes => "work_minutes",
            Self::Calendar(_) => "calendar",
            Self::Tree(_) => "tree",
            Self::Template(_) => "template",
            Self::UnknownPlaceholder(_) => "unknown_placeholder",
            Self::LonelyGroup(_) => "lonely_group",
            Self::ZeroQuantity => "zero_quantity",
            Self::QuantityOnRemark => "quantity_on_remark",
            Self::ChoiceOptions => "choice_options",
        }
    }

    /// The text in Vietnamese.
    pub fn vi(&self) -> String {
        match self {
            Self::ValidityReversed => "ngày hết hiệu lực trước ngày có hiệu lực".to_owned(),
            Self::Backdated(from) => format!("có hiệu lực từ {from}, trước ngày bắt đầu của bộ dữ liệu"),
            Self::VersionsOverlap(a, b) => format!("phiên bản {a} và {b} cùng có hiệu lực trong một ngày"),
            Self::VersionOrder(n) => format!("phiên bản {n} phải có số lớn hơn phiên bản trước nó"),
            Self::TermCount => "cần đúng một thời hạn giải quyết".to_owned(),
            Self::ZeroTerm => "thời hạn bằng 0; nếu trả trong ngày, hãy ghi same_day = true".to_owned(),
            Self::CheckedNotLonger => "thời hạn khi phải xác minh không dài hơn thời hạn thường".to_owned(),
            Self::GeneralTermCount(n) => format!("cần đúng một thời hạn chung, hiện có {n}"),
            Self::AmbiguousTerm => "đã có thời hạn cho hình thức nộp và trường hợp này".to_owned(),
            Self::TariffCount => "cần đúng một cách tính mức thu".to_owned(),
            Self::AmbiguousFee(id) => format!("hai mức thu `{id}` cùng áp dụng, không phân biệt được"),
            Self::VerificationWithoutWhat => "cần ghi nội dung phải xác minh (what)".to_owned(),
            Self::VerificationInProgramme(code) => {
                format!("thủ tục {code} luôn phải xác minh nên không thể đưa vào mô hình")
            }
            Self::NotOffered(code) => format!("thủ tục {code} không được giải quyết tại nơi này"),
            Self::NotInForce(code, on) => format!("thủ tục {code} chưa có phiên bản hiệu lực ngày {on}"),
            Self::NoCommonChannel(code) => format!("thủ tục {code} không nhận qua kênh nào của mô hình"),
            Self::UnitOutside(code) => format!("đơn vị {code} không thuộc đơn vị chủ trì mô hình"),
            Self::PlaceCount => "cần ghi đúng một trong hai: level hoặc unit".to_owned(),
            Self::MissingYear(id, year) => format!("lịch {id} chưa có danh sách ngày nghỉ năm {year}"),
            Self::EstimatedYear(id, year) => format!("ngày nghỉ năm {year} của lịch {id} mới là ước tính"),
            Self::HoursReversed => "giờ kết thúc trước giờ bắt đầu".to_owned(),
            Self::QuotePercent => "độ tin cậy của khung giờ hẹn phải từ 50 đến 99 phần trăm".to_owned(),
            Self::WorkMinutes => "mỗi khâu phải từ 1 đến 480 phút".to_owned(),
            Self::Calendar(problem) => format!("lịch làm việc không hợp lệ: {}", inner::calendar(problem)),
            Self::Tree(problem) => format!("cây đơn vị không hợp lệ: {}", inner::tree(problem)),
            Self::Template(problem) => format!("lời văn không hợp lệ: {}", inner::template(problem)),
            Self::UnknownPlaceholder(name) => format!("`{{{name}}}` không phải trường thông tin nào"),
            Self::LonelyGroup(group) => format!("nhóm thay thế `{group}` chỉ có một giấy tờ"),
            Self::ZeroQuantity => "giấy tờ phải có số lượng từ 1".to_owned(),
            Self::QuantityOnRemark => "điều kiện và lưu ý không có số lượng".to_owned(),
            Self::ChoiceOptions => "trường lựa chọn cần danh sách options, trường khác thì không".to_owned(),
        }
    }

    /// The text in English.
    pub fn en(&self) -> String {
        match self {
            Self::ValidityReversed => "the last day in force lies before the first".to_owned(),
            Self::Backdated(from) => format!("in force from {from}, before the pack begins"),
            Self::VersionsOverlap(a, b) => format!("versions {a} and {b} are in force on one day"),
            Self::VersionOrder(n) => format!("version {n} must have a higher number than the one before it"),
            Self::TermCount => "exactly one term is needed".to_owned(),
            Self::ZeroTerm => "a term of 0; write same_day = true if it is the same day".to_owned(),
            Self::CheckedNotLonger => "the term with a check is not longer than the one without".to_owned(),
            Self::GeneralTermCount(n) => format!("exactly one general term is needed, there are {n}"),
            Self::AmbiguousTerm => "there is already a term for this channel and case".to_owned(),
            Self::TariffCount => "exactly one way to work out the amount is needed".to_owned(),
            Self::AmbiguousFee(id) => format!("two fee lines `{id}` apply and cannot be told apart"),
            Self::VerificationWithoutWhat => "what is checked must be said (what)".to_owned(),
            Self::VerificationInProgramme(code) => {
                format!("procedure {code} always needs verification, so it cannot be in a programme")
            }
            Self::NotOffered(code) => format!("procedure {code} is not decided at this place"),
            Self::NotInForce(code, on) => format!("no version of procedure {code} is in force on {on}"),
            Self::NoCommonChannel(code) => format!("procedure {code} accepts no channel of the programme"),
            Self::UnitOutside(code) => format!("unit {code} does not lie below the programme's unit"),
            Self::PlaceCount => "exactly one of level and unit is needed".to_owned(),
            Self::MissingYear(id, year) => format!("calendar {id} has no list of days off for {year}"),
            Self::EstimatedYear(id, year) => {
                format!("the days off of {year} in calendar {id} are an estimate")
            }
            Self::HoursReversed => "the hours end before they begin".to_owned(),
            Self::QuotePercent => "quoted intervals must hold in 50 to 99 of a hundred cases".to_owned(),
            Self::WorkMinutes => "each duty must have 1 to 480 minutes".to_owned(),
            Self::Calendar(problem) => format!("the calendar is wrong: {problem}"),
            Self::Tree(problem) => format!("the tree of units is wrong: {problem}"),
            Self::Template(problem) => format!("the wording is wrong: {problem}"),
            Self::UnknownPlaceholder(name) => format!("`{{{name}}}` is no field"),
            Self::LonelyGroup(group) => format!("the one-of group `{group}` has only one paper"),
            Self::ZeroQuantity => "a paper needs a quantity of at least 1".to_owned(),
            Self::QuantityOnRemark => "conditions and remarks have no quantity".to_owned(),
            Self::ChoiceOptions => "a choice field needs options, other fields have none".to_owned(),
        }
    }
}
