//! Messages to the person signed in, `/thong-bao`: newest first, each with the page where something can be done.

use super::Staff;
use super::samples::{now, sample_page};
use crate::fields::Fields;
use crate::layout::{Page, Sampled};
use crate::reply;
use crate::site::Site;
use crate::widget::Tone;
use app::notify::{self, Kind, Received};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use domain::promise::Duty;
use domain::time::{from_ms, to_ms};
use i18n::{Arg, Key as K, Lang, format, text_with, words};
use jiff::civil::{Date, Time};
use std::collections::BTreeMap;

/// A message in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What is to know.
    pub text: String,
    /// How grave it is.
    pub tone: Tone,
    /// Where something can be done about it.
    pub href: Option<String>,
    /// When it came.
    pub when: String,
    /// For which duty, when it is for no one person.
    pub duty: Option<&'static str>,
    /// Whether the reader has not seen it.
    pub fresh: bool,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "staff/notices.html")]
pub struct Notices {
    /// The frame.
    pub page: Page,
    /// Secret of the session.
    pub csrf: String,
    /// The messages.
    pub lines: Vec<Line>,
    /// The instant up to which the page shows them, in milliseconds.
    pub upto: i64,
}

impl Notices {
    fn has_fresh(&self) -> bool {
        self.lines.iter().any(|line| line.fresh)
    }
}

impl Sampled for Notices {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let sample = |lines| Self {
            page: sample_page(lang, "/thong-bao", K::NoticeTitle),
            csrf: "x".to_owned(),
            lines,
            upto: to_ms(now()),
        };
        let args = [
            ("unit_name", "UBND xã Thanh Xá"),
            ("on", "2024-02-02"),
            ("from", "2024-02-02"),
            ("to", "2024-02-09"),
            ("name", "Phạm Văn Mẫu"),
            ("reason", "họp huyện"),
            ("code", "H23.26.10-240202-0001"),
            ("at", "15:30"),
            ("until", ""),
        ];
        let args: BTreeMap<String, String> =
            args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let received = |kind: Kind| {
            let seen_at = (kind != Kind::PromiseAtRisk).then(now);
            let unit = "10852".parse().ok()?;
            Some(Received { kind, args: args.clone(), unit, duty: Some(Duty::Approve), at: now(), seen_at })
        };
        let received = Kind::ALL.into_iter().filter_map(received);
        let lines = received.map(|message| line(lang, &message)).collect();
        vec![("notices", sample(lines)), ("notices-none", sample(Vec::new()))]
    }
}

/// Addresses of this module.
pub fn router() -> Router<Site> {
    Router::new().route("/thong-bao", get(list)).route("/thong-bao/da-xem", post(see))
}

async fn list(State(site): State<Site>, staff: Staff) -> Response {
    let lang = staff.ask.lang;
    let received = match notify::list(&site.app, &staff.actor).await {
        Ok(received) => received,
        Err(error) => return reply::failed(&staff.ask, &error),
    };
    reply::page(&Notices {
        page: staff.page(&site.app, i18n::text(lang, K::NoticeTitle)).await,
        csrf: staff.csrf.clone(),
        lines: received.iter().map(|message| line(lang, message)).collect(),
        upto: to_ms(staff.now),
    })
}

async fn see(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let upto = fields.get("den").parse().map_or(staff.now, from_ms);
    match notify::see(&site.app, &staff.actor, upto).await {
        Ok(()) => reply::see_other("/thong-bao"),
        Err(error) => reply::failed(&staff.ask, &error),
    }
}

/// A message in words.
pub fn line(lang: Lang, message: &Received) -> Line {
    Line {
        text: sentence(lang, message),
        tone: tone(message.kind),
        href: href(message),
        when: format::moment(lang, message.at),
        duty: message.duty.map(|duty| words::duty(duty, lang)),
        fresh: message.seen_at.is_none(),
    }
}

/// Arguments as people read them: dates and hours written out, the rest as it stands.
fn sentence(lang: Lang, message: &Received) -> String {
    let key = match message.kind {
        Kind::RosterNotReady => K::NoticeRosterNotReady,
        Kind::RosterPublished => K::NoticeRosterPublished,
        Kind::SubstituteAsked => K::NoticeSubstituteAsked,
        Kind::SubstituteTaken => K::NoticeSubstituteTaken,
        Kind::SubstituteRefused => K::NoticeSubstituteRefused,
        Kind::PresenceCorrected => K::NoticePresenceCorrected,
        Kind::CalledAway if message.arg("until").is_empty() => K::NoticeCalledAwayForTheDay,
        Kind::CalledAway => K::NoticeCalledAway,
        Kind::Delegated => K::NoticeDelegated,
        Kind::DelegationRevoked => K::NoticeDelegationRevoked,
        Kind::PromiseAtRisk => K::NoticePromiseAtRisk,
        Kind::PromiseBroken => K::NoticePromiseBroken,
    };
    let written: Vec<(&str, String)> =
        message.args.iter().map(|(name, value)| (name.as_str(), written(lang, name, value))).collect();
    let args: Vec<(&str, Arg<'_>)> = written.iter().map(|(name, value)| (*name, Arg::Text(value))).collect();
    text_with(lang, key, &args)
}

fn written(lang: Lang, name: &str, value: &str) -> String {
    let shown = match name {
        "on" | "from" | "to" => value.parse::<Date>().ok().map(|on| format::date(lang, on)),
        "at" | "until" => value.parse::<Time>().ok().map(|at| format::clock(lang, at)),
        _other => None,
    };
    shown.unwrap_or_else(|| value.to_owned())
}

const fn tone(kind: Kind) -> Tone {
    match kind {
        Kind::PromiseBroken => Tone::Bad,
        Kind::RosterNotReady | Kind::SubstituteAsked | Kind::SubstituteRefused => Tone::Care,
        Kind::CalledAway | Kind::PromiseAtRisk | Kind::DelegationRevoked => Tone::Care,
        Kind::SubstituteTaken => Tone::Good,
        Kind::RosterPublished | Kind::PresenceCorrected | Kind::Delegated => Tone::Plain,
    }
}

fn href(message: &Received) -> Option<String> {
    match message.kind {
        Kind::RosterNotReady | Kind::RosterPublished | Kind::SubstituteAsked | Kind::SubstituteTaken => {
            Some(format!("/lich-truc/{}?don-vi={}", message.arg("on"), message.unit))
        }
        Kind::SubstituteRefused => Some(format!("/lich-truc/{}?don-vi={}", message.arg("on"), message.unit)),
        Kind::PresenceCorrected => Some("/diem-danh".to_owned()),
        Kind::CalledAway => Some("/ngay".to_owned()),
        Kind::Delegated => Some("/phe-duyet".to_owned()),
        Kind::DelegationRevoked => Some("/lich-truc/uy-quyen".to_owned()),
        Kind::PromiseAtRisk | Kind::PromiseBroken => Some(format!("/quay/ho-so/{}", message.arg("code"))),
    }
}
