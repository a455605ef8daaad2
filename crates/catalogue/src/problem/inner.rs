//! Vietnamese texts of problems that the domain tells in English.

use domain::day::CalendarProblem;
use domain::place::TreeProblem;
use domain::procedure::TemplateError;

/// What makes a set of units no tree.
pub(crate) fn tree(problem: &TreeProblem) -> String {
    match problem {
        TreeProblem::Doubled { code, on } => format!("đơn vị {code} có hai mô tả cho ngày {on}"),
        TreeProblem::TwoParents { code, on } => format!("đơn vị {code} có hai đơn vị cấp trên ngày {on}"),
        TreeProblem::NoParent { code, parent, on } => {
            format!("đơn vị cấp trên {parent} của {code} không tồn tại ngày {on}")
        }
        TreeProblem::Cycle { code, on } => format!("đơn vị {code} là cấp trên của chính mình ngày {on}"),
    }
}

/// What is wrong with a calendar.
pub(crate) fn calendar(problem: &CalendarProblem) -> String {
    match problem {
        CalendarProblem::WindowsOverlap { first, second } => {
            format!("giờ mở cửa từ {second} bắt đầu trước khi giờ trước kết thúc lúc {first}")
        }
        CalendarProblem::NeverOpen => "cả tuần không có giờ mở cửa".to_owned(),
        CalendarProblem::SeasonReversed { from, to } => format!("mùa từ {from} kết thúc trước, ngày {to}"),
        CalendarProblem::SeasonsOverlap { on } => format!("hai mùa cùng có ngày {on}"),
        CalendarProblem::DuplicateDay { on } => format!("ngày {on} được ghi hai lần"),
        CalendarProblem::EmptyMakeUp { on } => format!("ngày làm bù {on} không có giờ mở cửa"),
        CalendarProblem::DuplicateYear { year } => format!("năm {year} được ghi hai lần"),
    }
}

/// Why a wording cannot be read.
pub(crate) fn template(problem: &TemplateError) -> String {
    match problem {
        TemplateError::Unclosed => "có dấu ngoặc nhọn mở mà không đóng".to_owned(),
        TemplateError::Unopened => "có dấu ngoặc nhọn đóng mà không mở".to_owned(),
        TemplateError::BadName(name) => format!("`{{{name}}}` không phải tên trường thông tin"),
    }
}
