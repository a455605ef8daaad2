//! Problems of form: what a single file does not say properly.

/// What a value should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A text between quotes.
    Text,
    /// `2024-02-02`.
    Date,
    /// `"15:30"`.
    HourMinute,
    /// `"07:30-11:30"`.
    Hours,
    /// A whole number from 0.
    Number,
    /// `true` or `false`.
    YesNo,
    /// `[ … ]`.
    List,
    /// `{ … }` or a section.
    Table,
    /// Digits of an administrative code.
    UnitCode,
    /// `2.000635`.
    ProcedureCode,
    /// `H23.11.7`.
    AgencyIdentifier,
    /// `a-z`, digits, hyphen, underscore, dot.
    Key,
    /// `always`, `proxy`, `case:…`, `answer:…`.
    Condition,
    /// One of these words.
    OneOf(&'static [&'static str]),
}

impl Expected {
    fn vi(self) -> String {
        let fixed = match self {
            Self::Text => "chuỗi ký tự trong ngoặc kép",
            Self::Date => "ngày dạng 2024-02-02",
            Self::HourMinute => "giờ dạng \"15:30\"",
            Self::Hours => "khoảng giờ dạng \"07:30-11:30\"",
            Self::Number => "số nguyên không âm",
            Self::YesNo => "true hoặc false",
            Self::List => "danh sách [ … ]",
            Self::Table => "bảng { … }",
            Self::UnitCode => "mã đơn vị hành chính gồm 1 đến 5 chữ số",
            Self::ProcedureCode => "mã thủ tục dạng 2.000635",
            Self::AgencyIdentifier => "mã định danh điện tử dạng H23.11.7, tối đa 35 ký tự",
            Self::Key => "khóa gồm a-z, chữ số, gạch nối, gạch dưới, dấu chấm",
            Self::Condition => "always, proxy, case:KHÓA hoặc answer:KHÓA",
            Self::OneOf(words) => return format!("một trong các từ: {}", words.join(", ")),
        };
        fixed.to_owned()
    }

    fn en(self) -> String {
        let fixed = match self {
            Self::Text => "a text between quotes",
            Self::Date => "a date like 2024-02-02",
            Self::HourMinute => "an hour like \"15:30\"",
            Self::Hours => "hours like \"07:30-11:30\"",
            Self::Number => "a whole number from 0",
            Self::YesNo => "true or false",
            Self::List => "a list [ … ]",
            Self::Table => "a table { … }",
            Self::UnitCode => "an administrative code of 1 to 5 digits",
            Self::ProcedureCode => "a procedure code like 2.000635",
            Self::AgencyIdentifier => "an agency identifier like H23.11.7, at most 35 characters",
            Self::Key => "a key of a-z, digits, hyphen, underscore, dot",
            Self::Condition => "always, proxy, case:KEY or answer:KEY",
            Self::OneOf(words) => return format!("one of the words: {}", words.join(", ")),
        };
        fixed.to_owned()
    }
}

/// What a key names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// A level of the administration.
    Level,
    /// A sector.
    Sector,
    /// A working calendar.
    Calendar,
    /// A unit.
    Unit,
    /// A procedure.
    Procedure,
    /// A version number of a procedure.
    Version,
    /// A programme.
    Programme,
    /// A component of a procedure.
    Component,
    /// A case of a procedure.
    Case,
    /// A question of a procedure.
    Question,
    /// A field of a procedure.
    Field,
    /// A value of a choice.
    Choice,
}

impl Thing {
    const fn vi(self) -> &'static str {
        match self {
            Self::Level => "cấp hành chính",
            Self::Sector => "lĩnh vực",
            Self::Calendar => "lịch làm việc",
            Self::Unit => "đơn vị",
            Self::Procedure => "thủ tục",
            Self::Version => "phiên bản",
            Self::Programme => "mô hình",
            Self::Component => "thành phần hồ sơ",
            Self::Case => "trường hợp",
            Self::Question => "câu hỏi",
            Self::Field => "trường thông tin",
            Self::Choice => "lựa chọn",
        }
    }

    const fn en(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Sector => "sector",
            Self::Calendar => "calendar",
            Self::Unit => "unit",
            Self::Procedure => "procedure",
            Self::Version => "version",
            Self::Programme => "programme",
            Self::Component => "component",
            Self::Case => "case",
            Self::Question => "question",
            Self::Field => "field",
            Self::Choice => "choice",
        }
    }
}

/// A problem of form; always an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormProblem {
    /// The file is not TOML.
    Syntax(String),
    /// The file is none of a pack.
    UnknownFile,
    /// A file every pack has is absent.
    MissingFile(&'static str),
    /// A procedure lies in a file of another name.
    WrongFileName(String),
    /// The entry has a key we do not know, probably a slip of the pen.
    UnknownKey(String),
    /// The entry lacks a key.
    MissingKey(&'static str),
    /// The value is of another kind.
    WrongType(&'static str, Expected),
    /// The value is of the right kind but cannot be read.
    BadValue(&'static str, String, Expected),
    /// The number is too small or too large.
    OutOfRange(&'static str, u64, u64),
    /// The text or list is empty.
    Empty(&'static str),
    /// The text holds invisible characters, doubled blanks, or is not in NFC.
    UncleanText(&'static str),
    /// The key is used twice.
    Doubled(Thing, String),
    /// The key names nothing.
    Dangling(Thing, String),
}

impl FormProblem {
    /// Stable key for programs.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Syntax(_) => "syntax",
            Self::UnknownFile => "unknown_file",
            Self::MissingFile(_) => "missing_file",
            Self::WrongFileName(_) => "wrong_file_name",
            Self::UnknownKey(_) => "unknown_key",
            Self::MissingKey(_) => "missing_key",
            Self::WrongType(..) => "wrong_type",
            Self::BadValue(..) => "bad_value",
            Self::OutOfRange(..) => "out_of_range",
            Self::Empty(_) => "empty",
            Self::UncleanText(_) => "unclean_text",
            Self::Doubled(..) => "doubled",
            Self::Dangling(..) => "dangling",
        }
    }

    /// The text in Vietnamese.
    pub fn vi(&self) -> String {
        match self {
            Self::Syntax(message) => format!("tệp không đúng cú pháp TOML: {message}"),
            Self::UnknownFile => "tệp này không thuộc bộ dữ liệu".to_owned(),
            Self::MissingFile(name) => format!("thiếu tệp {name}"),
            Self::WrongFileName(name) => format!("tệp phải có tên {name}"),
            Self::UnknownKey(key) => format!("không có khóa `{key}` ở đây"),
            Self::MissingKey(key) => format!("thiếu khóa `{key}`"),
            Self::WrongType(key, expected) => format!("`{key}` phải là {}", expected.vi()),
            Self::BadValue(key, value, expected) => {
                format!("`{key}`: `{value}` không phải là {}", expected.vi())
            }
            Self::OutOfRange(key, min, max) => format!("`{key}` phải từ {min} đến {max}"),
            Self::Empty(key) => format!("`{key}` không được để trống"),
            Self::UncleanText(key) => {
                format!("`{key}` có ký tự ẩn, khoảng trắng thừa hoặc chưa ở dạng chuẩn NFC")
            }
            Self::Doubled(thing, id) => format!("{} `{id}` bị khai báo hai lần", thing.vi()),
            Self::Dangling(thing, id) => format!("không có {} nào là `{id}`", thing.vi()),
        }
    }

    /// The text in English.
    pub fn en(&self) -> String {
        match self {
            Self::Syntax(message) => format!("the file is not TOML: {message}"),
            Self::UnknownFile => "this file does not belong to a pack".to_owned(),
            Self::MissingFile(name) => format!("the file {name} is missing"),
            Self::WrongFileName(name) => format!("the file must be called {name}"),
            Self::UnknownKey(key) => format!("there is no key `{key}` here"),
            Self::MissingKey(key) => format!("the key `{key}` is missing"),
            Self::WrongType(key, expected) => format!("`{key}` must be {}", expected.en()),
            Self::BadValue(key, value, expected) => format!("`{key}`: `{value}` is not {}", expected.en()),
            Self::OutOfRange(key, min, max) => format!("`{key}` must be from {min} to {max}"),
            Self::Empty(key) => format!("`{key}` must not be empty"),
            Self::UncleanText(key) => {
                format!("`{key}` has invisible characters, extra blanks, or is not in NFC")
            }
            Self::Doubled(thing, id) => format!("the {} `{id}` is declared twice", thing.en()),
            Self::Dangling(thing, id) => format!("there is no {} `{id}`", thing.en()),
        }
    }
}
