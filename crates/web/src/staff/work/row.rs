//! One dossier in a list of staff: what it is, whose, how far, and how much time is left.

use crate::layout::encode;
use crate::staff::Staff;
use crate::widget::{Rail, Tag, Tone};
use app::Policy;
use askama::Template;
use domain::channel::Channel;
use domain::day::{TimeLeft, time_left};
use domain::dossier::Stage;
use domain::place::UnitCode;
use domain::time::{civil, from_ms};
use i18n::{Key as K, Lang, words};
use jiff::Timestamp;
use storage::dossier::{DossierRow, Position};

/// Working minutes from which the time left asks for care: one hour.
const CARE_MINUTES: u32 = 60;

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Printed code.
    pub code: String,
    /// Where the row leads.
    pub href: String,
    /// Name of the procedure.
    pub procedure: String,
    /// The applicant's name.
    pub applicant: String,
    /// How it came in.
    pub channel: &'static str,
    /// Whether a result on the day of receipt was promised.
    pub same_day: bool,
    /// Time left in working time, or why the clock stands still.
    pub left: Tag,
    /// Due time in words.
    pub due: String,
    /// The four duties; absent once the dossier ended without a result.
    pub rail: Option<Rail>,
    /// The stage in words.
    pub stage: &'static str,
}

/// A list as a table that becomes cards on a phone.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "staff/rows.html")]
pub struct Rows {
    lang: Lang,
    /// The rows.
    pub rows: Vec<Row>,
    /// Whether rows of several stages stand together, so that each names its own.
    pub mixed: bool,
}

impl askama::filters::HtmlSafe for Rows {}

impl Rows {
    /// Rows of one stage.
    pub fn new(lang: Lang, rows: Vec<Row>) -> Self {
        Self { lang, rows, mixed: false }
    }

    /// Rows of several stages.
    pub fn mixed(lang: Lang, rows: Vec<Row>) -> Self {
        Self { lang, rows, mixed: true }
    }

    fn t(&self, key: K) -> &'static str {
        i18n::text(self.lang, key)
    }
}

/// How rows of one answer are made.
pub struct RowMaker<'a> {
    policy: &'a Policy,
    staff: &'a Staff,
    /// What stands before the code in the address.
    base: &'static str,
}

impl<'a> RowMaker<'a> {
    /// Rows that lead to `base` and the code.
    pub const fn new(policy: &'a Policy, staff: &'a Staff, base: &'static str) -> Self {
        Self { policy, staff, base }
    }

    /// One row.
    pub fn row(&self, row: &DossierRow) -> Row {
        let lang = self.staff.ask.lang;
        let stage = Stage::from_name(&row.stage).unwrap_or(Stage::Received);
        let due_at = from_ms(row.working_due_at);
        Row {
            code: row.code.clone(),
            href: format!("{}/{}", self.base, row.code),
            procedure: self.procedure(&row.procedure_code, row.procedure_version),
            applicant: row.applicant_name.clone(),
            channel: Channel::from_name(&row.channel).map_or("", |channel| words::channel(channel, lang)),
            same_day: row.same_day_promised,
            left: left_tag(self.policy, lang, self.staff.now, stage, due_at, &row.deciding_unit),
            due: words::at(lang, due_at),
            rail: rail_of(lang, stage),
            stage: words::stage(stage, lang),
        }
    }

    fn procedure(&self, code: &str, version: u16) -> String {
        let found = code.parse().ok().and_then(|code| self.policy.version(&code, version));
        found.map_or_else(|| code.to_owned(), |version| self.staff.ask.name_of(&version.name).to_owned())
    }
}

/// Time left as a state: past is bad, the last hour asks for care; a clock that stands still says why.
pub fn left_tag(
    policy: &Policy,
    lang: Lang,
    now: Timestamp,
    stage: Stage,
    due_at: Timestamp,
    unit: &str,
) -> Tag {
    match stage {
        Stage::AwaitingSupplement | Stage::Suspended => {
            return Tag::new(Tone::Plain, i18n::text(lang, K::DeskClockStands));
        }
        Stage::ResultReady | Stage::Returned | Stage::Withdrawn | Stage::Stopped | Stage::Voided => {
            return Tag::new(Tone::Good, words::stage(stage, lang));
        }
        Stage::Received | Stage::UnderVerification | Stage::AwaitingApproval => {}
    }
    let unit: Option<UnitCode> = unit.parse().ok();
    let calendar = unit.and_then(|unit| policy.calendar_of(&unit, civil(now).date()));
    let Some(calendar) = calendar else { return Tag::new(Tone::Plain, words::at(lang, due_at)) };
    let left = time_left(now, due_at, calendar);
    let tone = match left {
        TimeLeft::Past { .. } => Tone::Bad,
        TimeLeft::Left { working_minutes } if working_minutes <= CARE_MINUTES => Tone::Care,
        TimeLeft::Left { .. } => Tone::Good,
    };
    Tag::new(tone, words::time_left(left, lang))
}

/// How far a dossier at a stage is on the rail.
pub fn rail_of(lang: Lang, stage: Stage) -> Option<Rail> {
    let at = match stage {
        Stage::Received | Stage::AwaitingSupplement | Stage::UnderVerification | Stage::Suspended => 1,
        Stage::AwaitingApproval => 2,
        Stage::ResultReady => 3,
        Stage::Returned => 4,
        Stage::Withdrawn | Stage::Stopped | Stage::Voided => return None,
    };
    Some(Rail::at(lang, at))
}

/// A place in a list as one value of an address.
pub fn position_code(position: &Position) -> String {
    encode(&format!("{}.{}", position.at, position.id))
}

/// Reads [`position_code`] back; anything else is the given beginning of the list.
pub fn position(typed: &str, otherwise: Position) -> Position {
    let read = typed.split_once('.').and_then(|(at, id)| {
        let sound = id.len() <= 40 && id.chars().all(|c| c.is_ascii_alphanumeric());
        Some(Position { at: at.parse().ok()?, id: id.to_owned() }).filter(|_| sound)
    });
    read.unwrap_or(otherwise)
}

/// Rows for samples, one for each state of time.
pub fn sample_rows(lang: Lang, base: &str) -> Vec<Row> {
    let row = |number: u8, procedure: &str, applicant: &str, left: Tag| Row {
        code: format!("H23.10852-240202-00{number:02}"),
        href: format!("{base}/H23.10852-240202-00{number:02}"),
        procedure: procedure.to_owned(),
        applicant: applicant.to_owned(),
        channel: words::channel(Channel::Counter, lang),
        same_day: number % 2 == 1,
        left,
        due: words::at(lang, crate::staff::samples::now()),
        rail: rail_of(lang, Stage::Received),
        stage: words::stage(Stage::Received, lang),
    };
    let left = |minutes| words::time_left(TimeLeft::Left { working_minutes: minutes }, lang);
    let past = words::time_left(TimeLeft::Past { working_minutes: 25 }, lang);
    vec![
        row(1, "Cấp bản sao trích lục hộ tịch", "Trần Văn Bình", Tag::new(Tone::Bad, past)),
        row(4, "Chứng thực bản sao từ bản chính", "Nguyễn Thị Hồng Nhung", Tag::new(Tone::Care, left(35))),
        row(7, "Đăng ký khai sinh", "Lê Thị Thu <b>", Tag::new(Tone::Good, left(310))),
        row(
            9,
            "Đăng ký khai tử",
            "Phạm Ngọc Ánh",
            Tag::new(Tone::Plain, i18n::text(lang, K::DeskClockStands)),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_read_back_and_nonsense_is_the_beginning() {
        let place = Position { at: -5, id: "01HQ".to_owned() };
        assert_eq!(position(&position_code(&place), Position::start()), place);
        for typed in ["", "x", "5.", "5.a/b", "5.\u{1F600}", &"9".repeat(99)] {
            let read = position(typed, Position::start());
            assert!(read.id.is_empty() || read.at == 5, "{typed}");
        }
    }
}
