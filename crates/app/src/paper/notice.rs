//! The no-wait list that a unit posts on its wall.

use super::frame::{self, Office};
use super::{Pdf, file_name, pdf};
use crate::App;
use crate::error::AppError;
use crate::policy::Policy;
use catalogue::Listed;
use documents::{Document, Field, LookUp, NoWaitNotice, NoticeGroup, NoticeRow, PaperSize};
use domain::day::{Window, WorkingCalendar};
use domain::place::UnitCode;
use domain::procedure::{FeeRule, ProcedureVersion, SectorCode, Tariff, VerificationPolicy};
use domain::programme::Programme;
use domain::time::instant_on;
use i18n::{Lang, format};
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use std::sync::Arc;

/// Draws the list of a unit as it stands on a day. Anybody may read it.
///
/// # Errors
/// [`AppError::NotFound`] for an unknown unit, or one without a programme on that day.
pub async fn no_wait_notice(app: &App, unit: &UnitCode, on: Date, size: PaperSize) -> Result<Pdf, AppError> {
    let policy = app.policy();
    let paper = paper(app, &policy, unit, on, size)?;
    let drawn = pdf(Document::NoWaitNotice(Box::new(paper)), "khong-cho", unit.as_str()).await?;
    let file_name = file_name("danh-muc-khong-cho", &format!("{unit}-{on}"));
    Ok(Pdf { file_name, ..drawn })
}

fn paper(
    app: &App,
    policy: &Policy,
    unit: &UnitCode,
    on: Date,
    size: PaperSize,
) -> Result<NoWaitNotice, AppError> {
    let office = Office::on(policy, unit, on)?;
    let list = policy.list_of(unit, on);
    let programme = list.first().map(|(listed, _)| listed.programme);
    let programme = programme.ok_or(AppError::NotFound { what: "programme" })?;
    let calendar = policy.calendar(&office.unit.calendar).ok_or(AppError::NotFound { what: "calendar" })?;
    let at = instant_on(on, Time::midnight());
    let mut frame = frame::frame(office.counter(), "", false, at);
    let url = format!("{}/khong-cho/{unit}", app.config.public_url);
    frame.look_up = Some(LookUp { shown: frame::typed(&url).to_owned(), url, pin: None });
    let cut_off = format::clock(Lang::Vi, programme.cut_off);
    Ok(NoWaitNotice {
        frame,
        size,
        headline: programme.name.vi.clone(),
        sentence: format!("Mang đủ giấy tờ, nộp trước {cut_off}, nhận kết quả ngay trong ngày."),
        programme: hours(programme, calendar, on),
        groups: groups(policy, &list),
        footnotes: policy.pack_on(on).map(|pack| pack.notice.vi.clone()).into_iter().collect(),
        place_date: office.place_date(at),
        signer: None,
    })
}

fn hours(programme: &Programme, calendar: &WorkingCalendar, on: Date) -> Vec<Field> {
    let weekdays: Vec<&str> =
        programme.weekdays.iter().map(|weekday| format::weekday(Lang::Vi, *weekday)).collect();
    let span = |from: Time, to: Time| format!("{}–{}", format::clock_short(from), format::clock_short(to));
    let opening = match programme.hours {
        Some(hours) => span(hours.from, hours.to),
        None => {
            let windows = next_windows(programme, calendar, on);
            windows.iter().map(|window| span(window.opens(), window.closes())).collect::<Vec<_>>().join(", ")
        }
    };
    let cut_off = format::clock_short(programme.cut_off);
    let later = format::clock_short(programme.after_cut_off_before);
    vec![
        Field::new("Ngày", format!("{} hằng tuần", weekdays.join(", "))),
        Field::new("Giờ nhận", opening),
        Field::new(format!("Nhận đến {cut_off}"), "trả trong ngày"),
        Field::new(format!("Nhận sau {cut_off}"), format!("trả trước {later} ngày làm việc sau")),
    ]
}

/// Opening hours of the next day on which the programme runs; two months without one have none to print.
fn next_windows<'c>(programme: &Programme, calendar: &'c WorkingCalendar, on: Date) -> &'c [Window] {
    let days = on.series(1.day()).take(60).filter(|day| programme.is_its_weekday(*day));
    days.map(|day| calendar.windows_on(day)).find(|windows| !windows.is_empty()).unwrap_or_default()
}

/// The list by sector, in the order in which sectors first appear.
fn groups(policy: &Policy, list: &[(Listed<'_>, &Arc<ProcedureVersion>)]) -> Vec<NoticeGroup> {
    let mut groups: Vec<(&SectorCode, NoticeGroup)> = Vec::new();
    for (_, version) in list {
        let row = row(version);
        if let Some((_, group)) = groups.iter_mut().find(|(sector, _)| **sector == version.sector) {
            group.rows.push(row);
        } else {
            let sector = policy.sector(&version.sector);
            let sector = sector.map_or_else(|| version.sector.to_string(), |sector| sector.name.vi.clone());
            groups.push((&version.sector, NoticeGroup { sector, rows: vec![row] }));
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn row(version: &ProcedureVersion) -> NoticeRow {
    let verified = version.verification.policy == VerificationPolicy::May;
    NoticeRow {
        code: version.code.to_string(),
        name: version.name.vi.clone(),
        time: "Trong ngày".to_owned(),
        fee: fees(&version.fees),
        note: verified.then(|| "Khi không phải xác minh".to_owned()),
    }
}

/// `8.000 đ/bản sao`; several lines are joined, nothing to pay is said so. What follows a comma is detail for the counter.
fn fees(rules: &[FeeRule]) -> String {
    let mut told: Vec<String> = Vec::new();
    for rule in rules {
        let amount = match rule.tariff {
            Tariff::Zero => continue,
            Tariff::Flat(amount) | Tariff::PerCopy(amount) => amount,
            Tariff::CertifiedCopy { first, .. } => first,
        };
        let per = rule.unit_text.vi.split(',').next().unwrap_or_default();
        let per = per.strip_prefix("đồng").unwrap_or_default();
        let line = format!("{}{per}", format::money(Lang::Vi, amount));
        if !told.contains(&line) {
            told.push(line);
        }
    }
    if told.is_empty() { "Không".to_owned() } else { told.join("; ") }
}
