//! The report that closes a unit's day: what came in, what went out, what stayed.

use super::frame::{self, Office};
use super::{Pdf, pdf, wording};
use crate::error::AppError;
use crate::policy::Policy;
use crate::read::{self, Day};
use crate::{Actor, App};
use documents::{DayClose, Document, Figure, OpenCase, Signer};
use domain::dossier::Stage;
use domain::place::UnitCode;
use domain::time::{civil, from_ms, instant_on};
use i18n::{Lang, words};
use jiff::civil::{Date, Time};
use storage::dossier::DossierRow;

/// Draws the report of a day, closed or not.
///
/// # Errors
/// [`AppError::Denied`] without a right to read the unit's day.
pub async fn day_close(app: &App, actor: &Actor, unit: &UnitCode, on: Date) -> Result<Pdf, AppError> {
    let day = read::day(app, actor, unit, on).await?;
    let policy = app.policy();
    let paper = paper(app, &policy, &day)?;
    pdf(Document::DayClose(Box::new(paper)), "ket-thuc-ngay", &format!("{unit}-{on}")).await
}

/// What became of the day's dossiers.
#[derive(Default)]
struct Counts {
    returned_today: usize,
    ready: usize,
    ended: usize,
    open: usize,
}

fn counts(day: &Day) -> Counts {
    let mut counts = Counts::default();
    for row in &day.received {
        match Stage::from_name(&row.stage) {
            Some(Stage::Returned) if is_on(row.returned_at, day.on) => counts.returned_today += 1,
            Some(Stage::Returned | Stage::ResultReady) => counts.ready += 1,
            Some(Stage::Withdrawn | Stage::Stopped | Stage::Voided) => counts.ended += 1,
            Some(
                Stage::Received
                | Stage::AwaitingSupplement
                | Stage::UnderVerification
                | Stage::Suspended
                | Stage::AwaitingApproval,
            )
            | None => counts.open += 1,
        }
    }
    counts
}

fn is_on(at_ms: Option<i64>, on: Date) -> bool {
    at_ms.is_some_and(|at| civil(from_ms(at)).date() == on)
}

fn paper(app: &App, policy: &Policy, day: &Day) -> Result<DayClose, AppError> {
    let office = Office::on(policy, &day.unit, day.on)?;
    let drawn_at = day.closed.as_ref().map_or_else(|| app.clock.now(), |(at, _, _)| *at);
    let synthetic = day.received.iter().any(|row| row.synthetic);
    let counts = counts(day);
    let figure = |value: usize, label: &str| Figure { value: value.to_string(), label: label.to_owned() };
    let sentence = match counts.open {
        0 => "Không còn hồ sơ tồn.".to_owned(),
        open => format!("Còn {open} hồ sơ chưa xong."),
    };
    Ok(DayClose {
        frame: frame::frame(
            office.counter(),
            &format!("Báo cáo ngày {}, {}", i18n::format::date(Lang::Vi, day.on), office.unit.short_name),
            synthetic,
            drawn_at,
        ),
        date: frame::long_date(day.on),
        sentence,
        figures: vec![
            figure(day.received.len(), "hồ sơ đã nhận"),
            figure(counts.returned_today, "trả kết quả trong ngày"),
            figure(counts.ready, "có kết quả, trả sau"),
            figure(counts.ended, "rút, dừng hoặc hủy"),
            figure(counts.open, "chưa xong"),
            figure(day.turned_away.len(), "được hướng dẫn bổ sung, từ chối"),
        ],
        exceptions: day.received.iter().filter_map(|row| exception(policy, day, row)).collect(),
        place_date: office.place_date(instant_on(day.on, Time::midnight())),
        signer: Signer {
            authority: vec!["NGƯỜI PHỤ TRÁCH".to_owned()],
            instruction: Some(wording::SIGN.to_owned()),
            name: day.closed.as_ref().map(|(_, name, _)| name.clone()),
        },
    })
}

/// A dossier that is still open, or whose promised hour passed before its result was ready.
fn exception(policy: &Policy, day: &Day, row: &DossierRow) -> Option<OpenCase> {
    let stage = Stage::from_name(&row.stage)?;
    let due = row.commitment_due_at.unwrap_or(row.statutory_due_at);
    let late = row.finished_at.is_some_and(|finished| finished > due);
    if !stage.is_open() && !late {
        return None;
    }
    let code = row.procedure_code.parse().ok();
    let version = code.as_ref().and_then(|code| policy.version_in_force(code, &day.unit, day.on));
    Some(OpenCase {
        code: row.code.clone(),
        procedure: version.map_or_else(|| row.procedure_code.clone(), |version| version.name.vi.clone()),
        due: words::at(Lang::Vi, from_ms(due)),
        cause: words::stage(stage, Lang::Vi).to_owned(),
        action: None,
    })
}
