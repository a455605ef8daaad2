//! What is wrong in a register: where it stands, what it says, what would be right.

use domain::person::{BirthProblem, IdentityProblem, NameProblem};
use i18n::{Arg, Key, Lang, text, text_with, words};

/// One thing that is wrong. A register with problems is not taken over, not even in part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The row as a spreadsheet counts it, from 1; 0 where the whole file is meant.
    pub row: usize,
    /// The column's heading as the file has it; empty where a whole row or file is meant.
    pub column: String,
    /// What stands there, cut to a length one can read.
    pub value: String,
    /// What is wrong.
    pub trouble: Trouble,
}

/// How much of a value is shown, in characters.
const VALUE_CHARS_MAX: usize = 80;

impl Problem {
    /// A problem of the whole file.
    pub(super) fn file(trouble: Trouble) -> Self {
        Self { row: 0, column: String::new(), value: String::new(), trouble }
    }

    /// A problem of one cell.
    pub(super) fn cell(row: usize, column: &str, value: &str, trouble: Trouble) -> Self {
        let shown = |text: &str| -> String {
            text.chars().filter(|c| !c.is_control()).take(VALUE_CHARS_MAX).collect()
        };
        Self { row, column: shown(column), value: shown(value), trouble }
    }
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing is in the file.
    Empty,
    /// The file is larger than can be read.
    TooLarge {
        /// The limit in megabytes.
        megabytes: usize,
    },
    /// The text is not UTF-8; the likely encoding is named.
    Encoding {
        /// Its name.
        name: &'static str,
    },
    /// A workbook in the format from before 2007.
    OldWorkbook,
    /// Not a table at all.
    NotATable,
    /// More rows than one import takes.
    TooManyRows {
        /// The limit.
        rows: usize,
    },
    /// A column that must be there is not; its usual heading stands in the place of the column.
    ColumnMissing,
    /// Two columns have headings of the same meaning.
    ColumnTwice,
    /// The row has more or fewer cells than the head.
    Ragged {
        /// Cells in the head.
        wanted: usize,
        /// Cells in the row.
        found: usize,
    },
    /// Characters that no text has.
    Control,
    /// Longer than any cell may be.
    TooLong {
        /// The limit in characters.
        characters: usize,
    },
    /// Nothing stands there.
    Missing,
    /// Not a dossier code.
    Code,
    /// No unit of that day has this code or name.
    UnknownUnit,
    /// No procedure has this code.
    UnknownProcedure,
    /// The unit did not offer this procedure on that day.
    NotOffered,
    /// Not a way of filing.
    Channel,
    /// Not a kind of applicant.
    ApplicantKind,
    /// Not a name.
    Name(NameProblem),
    /// Not an identity number.
    Identity(IdentityProblem),
    /// Not a date of birth.
    Birth(BirthProblem),
    /// Not a date or time that can be read.
    Moment,
    /// Day and month could be exchanged; the order must be declared.
    AmbiguousDate,
    /// The calendar has no such day.
    NoSuchDay,
    /// Today or later: what happens now belongs to the counter.
    NotEarlier,
    /// Before what must come first.
    TooEarly,
    /// Not an outcome.
    Outcome,
    /// An outcome or a return without a day on which handling ended.
    EndMissing,
    /// Returned although nothing was decided.
    NothingToReturn,
    /// The code stands in an earlier row.
    DoubleCode {
        /// The earlier row.
        row: usize,
    },
    /// A dossier with this code is recorded, and it differs.
    Recorded,
}

impl Trouble {
    /// The sentence that says what is wrong and what to do.
    pub fn text(&self, lang: Lang) -> String {
        let count = |key: Key, n: usize| {
            text_with(lang, key, &[("n", Arg::Number(i64::try_from(n).unwrap_or(i64::MAX)))])
        };
        let key = match self {
            Self::TooLarge { megabytes } => return count(Key::ImportTooLarge, *megabytes),
            Self::Encoding { name } => {
                return text_with(lang, Key::ImportEncoding, &[("name", Arg::Text(name))]);
            }
            Self::TooManyRows { rows } => return count(Key::ImportTooManyRows, *rows),
            Self::Ragged { wanted, found } => {
                let (wanted, found) = (wanted.to_string(), found.to_string());
                let args = [("wanted", Arg::Text(&wanted)), ("found", Arg::Text(&found))];
                return text_with(lang, Key::ImportRagged, &args);
            }
            Self::TooLong { characters } => return count(Key::ImportTooLong, *characters),
            Self::Name(problem) => return words::name_problem(*problem, lang).to_owned(),
            Self::Identity(problem) => return words::identity_problem(*problem, lang),
            Self::Birth(problem) => return words::birth_problem(*problem, lang).to_owned(),
            Self::DoubleCode { row } => {
                let row = row.to_string();
                return text_with(lang, Key::ImportDoubleCode, &[("row", Arg::Text(&row))]);
            }
            Self::Empty => Key::ImportEmpty,
            Self::OldWorkbook => Key::ImportOldWorkbook,
            Self::NotATable => Key::ImportNotATable,
            Self::ColumnMissing => Key::ImportColumnMissing,
            Self::ColumnTwice => Key::ImportColumnTwice,
            Self::Control => Key::ImportControl,
            Self::Missing => Key::ImportMissing,
            Self::Code => Key::ImportCode,
            Self::UnknownUnit => Key::ImportUnknownUnit,
            Self::UnknownProcedure => Key::ImportUnknownProcedure,
            Self::NotOffered => Key::ImportNotOffered,
            Self::Channel => Key::ImportChannel,
            Self::ApplicantKind => Key::ImportApplicantKind,
            Self::Moment => Key::ImportMoment,
            Self::AmbiguousDate => Key::ImportAmbiguousDate,
            Self::NoSuchDay => Key::ImportNoSuchDay,
            Self::NotEarlier => Key::ImportNotEarlier,
            Self::TooEarly => Key::ImportTooEarly,
            Self::Outcome => Key::ImportOutcome,
            Self::EndMissing => Key::ImportEndMissing,
            Self::NothingToReturn => Key::ImportNothingToReturn,
            Self::Recorded => Key::ImportRecorded,
        };
        text(lang, key).to_owned()
    }
}

/// The problems as CSV for the person who mends the register: row, column, problem, value. No cell is a formula.
pub fn report(problems: &[Problem], lang: Lang) -> String {
    let heads =
        [Key::ImportReportRow, Key::ImportReportColumn, Key::ImportReportProblem, Key::ImportReportValue];
    let mut csv = String::from("\u{feff}");
    csv.push_str(&crate::export::cell::line(heads.into_iter().map(|key| text(lang, key))));
    for problem in problems {
        let row = if problem.row == 0 { String::new() } else { problem.row.to_string() };
        let text = problem.trouble.text(lang);
        let cells = [row.as_str(), problem.column.as_str(), text.as_str(), problem.value.as_str()];
        csv.push_str(&crate::export::cell::line(cells.into_iter()));
    }
    csv
}
