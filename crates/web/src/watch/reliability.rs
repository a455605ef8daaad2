//! `/giam-sat/do-tin-cay`: of those promised, how many were kept, with the bound; whether quoted hours and stated risks
//! hold. Never "100 %" alone.

use super::words::{percent, record_line};
use crate::layout::{Page, Sampled};
use crate::reply;
use crate::site::Site;
use crate::staff::Staff;
use crate::staff::samples::sample_page;
use app::watch::record::{self, Reliability};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::time::civil;
use i18n::{Arg, Key as K, Lang, format, text, text_with};
use storage::watch::Record;

/// A unit and procedure with its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordRow {
    /// Unit.
    pub unit: String,
    /// Procedure.
    pub procedure: String,
    /// Promised, kept, at least, in the last half hour.
    pub figures: [String; 4],
}

/// A band of stated risk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BandRow {
    /// From which risk on.
    pub from: String,
    /// Quotes, risk stated on average, late.
    pub figures: [String; 3],
    /// Whether what happened agrees with what was stated.
    pub agrees: &'static str,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "watch/reliability.html")]
pub struct ReliabilityPage {
    /// The frame.
    pub page: Page,
    /// First and last day.
    pub days: String,
    /// The record in one sentence.
    pub whole: String,
    /// How many quoted hours held, in one sentence.
    pub intervals: Option<String>,
    /// By unit and procedure.
    pub rows: Vec<RecordRow>,
    /// By stated risk.
    pub bands: Vec<BandRow>,
}

/// `GET /giam-sat/do-tin-cay`.
pub(super) async fn show(State(site): State<Site>, staff: Staff) -> Response {
    let found = match record::reliability(&site.app, &staff.actor).await {
        Ok(found) => found,
        Err(error) => return reply::failed(&staff.ask, &error),
    };
    let (lang, policy, on) = (staff.ask.lang, site.app.policy(), civil(staff.now).date());
    let rows = found.by_work.iter().map(|(unit, code, record)| {
        let unit = policy
            .unit(unit, on)
            .map_or_else(|| unit.to_string(), |unit| staff.ask.name_of(&unit.name).to_owned());
        let version = code.parse().ok().and_then(|code| policy.versions(&code).last().cloned());
        let name =
            version.map_or_else(|| code.clone(), |version| staff.ask.name_of(&version.name).to_owned());
        row(lang, unit, name, record)
    });
    let rows = rows.collect();
    let frame = staff.page(&site.app, text(lang, K::WatchReliabilityTitle)).await;
    reply::page(&page(lang, frame, &found, rows))
}

fn count(lang: Lang, n: u64) -> String {
    format::number(lang, i64::try_from(n).unwrap_or(i64::MAX))
}

fn row(lang: Lang, unit: String, procedure: String, record: &Record) -> RecordRow {
    let bound = record::at_least(record).map_or_else(String::new, |bound| percent(lang, bound));
    let figures =
        [count(lang, record.promised), count(lang, record.kept), bound, count(lang, record.last_half_hour)];
    RecordRow { unit, procedure, figures }
}

fn page(lang: Lang, page: Page, found: &Reliability, rows: Vec<RecordRow>) -> ReliabilityPage {
    let days = format!("{} – {}", format::date(lang, found.days.0), format::date(lang, found.days.1));
    let intervals = (found.intervals.quoted > 0).then(|| {
        let (kept, all) = (count(lang, found.intervals.kept), count(lang, found.intervals.quoted));
        let bound = percent(lang, found.intervals.at_least());
        let args = [("kept", Arg::Text(&kept)), ("all", Arg::Text(&all)), ("bound", Arg::Text(&bound))];
        text_with(lang, K::WatchIntervals, &args)
    });
    let bands = found.bands.as_slice().iter().filter(|band| band.count > 0).map(|band| BandRow {
        from: percent(lang, band.from),
        figures: [
            count(lang, band.count),
            band.predicted_share().map_or_else(String::new, |share| percent(lang, share)),
            count(lang, band.late),
        ],
        agrees: text(lang, if band.agrees() { K::WatchBandAgrees } else { K::WatchBandDiffers }),
    });
    ReliabilityPage {
        days,
        whole: record_line(lang, &found.whole),
        intervals,
        bands: bands.collect(),
        rows,
        page,
    }
}

impl Sampled for ReliabilityPage {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let whole = Record { promised: 516, kept: 515, last_half_hour: 7 };
        let days = (jiff::civil::date(2024, 1, 5), jiff::civil::date(2024, 2, 2));
        let mut found = Reliability {
            days,
            whole,
            by_work: Vec::new(),
            intervals: friday::calibration::Coverage { quoted: 120, kept: 114 },
            bands: friday::calibration::Bands::default(),
        };
        for turn in 0..200 {
            found.bands.add(0.03, turn % 30 == 0);
        }
        let one = row(lang, "Xã Thanh Xá".to_owned(), "Đăng ký khai sinh".to_owned(), &whole);
        let frame = || sample_page(lang, "/giam-sat/do-tin-cay", K::WatchReliabilityTitle);
        let none = Reliability { whole: Record::default(), ..found.clone() };
        vec![
            ("reliability", page(lang, frame(), &found, vec![one])),
            ("reliability-empty", page(lang, frame(), &none, Vec::new())),
        ]
    }
}
