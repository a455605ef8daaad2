//! `/giam-sat`: the open promises of the reader's unit, least time to spare first.

use super::words::{risk_tag, step_sentence};
use crate::layout::{Link, Page, Sampled};
use crate::reply;
use crate::site::Site;
use crate::staff::Staff;
use crate::staff::samples::sample_page;
use crate::widget::Tag;
use app::watch::risk::{self, Standing, Step};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::permit::Action;
use domain::promise::{Cause, Duty};
use domain::time::civil;
use friday::Risk;
use i18n::{Key as K, Lang, format, text, words};
use jiff::Timestamp;

/// One open promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WatchRow {
    /// Printed code.
    pub code: String,
    /// Its page; absent for readers of figures only.
    pub href: Option<String>,
    /// Name of the procedure.
    pub procedure: String,
    /// The band.
    pub risk: Tag,
    /// Who has it in hand.
    pub duty: &'static str,
    /// Promised hour, latest begin, hour expected.
    pub hours: [String; 3],
    /// What can be done, or why it was broken.
    pub steps: Vec<String>,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "watch/board.html")]
pub struct WatchPage {
    /// The frame.
    pub page: Page,
    /// Name of the unit.
    pub unit: String,
    /// Until when intake is safe.
    pub safe: Option<String>,
    /// The record of four weeks.
    pub record: Option<String>,
    /// Open promises.
    pub rows: Vec<WatchRow>,
    /// How far promises can be trusted.
    pub reliability: Link,
}

/// `GET /giam-sat`.
pub(super) async fn show(State(site): State<Site>, staff: Staff) -> Response {
    let (app, unit, lang) = (&site.app, staff.actor.unit.clone(), staff.ask.lang);
    let watched = match risk::watched(app, &staff.actor, &unit).await {
        Ok(watched) => watched,
        Err(error) => return reply::failed(&staff.ask, &error),
    };
    let policy = app.policy();
    let named = staff.actor.may_at(&policy, staff.now, Action::ReadDossier, &unit);
    let rows = watched.promises.iter().map(|standing| {
        let (code, version) = &standing.work.procedure;
        let version = policy.version(code, *version);
        let name =
            version.map_or_else(|| code.to_string(), |version| staff.ask.name_of(&version.name).to_owned());
        row(lang, standing, name, named)
    });
    let rows = rows.collect();
    reply::page(&WatchPage {
        page: staff.page(app, text(lang, K::WatchTitle)).await,
        unit: staff.unit_name.clone(),
        safe: super::last_safe(&site, lang, &unit, staff.now).await,
        record: super::record_sentence(&site, lang, Some(&unit)).await,
        rows,
        reliability: Link::new("/giam-sat/do-tin-cay", text(lang, K::WatchReliabilityTitle)),
    })
}

fn row(lang: Lang, standing: &Standing, procedure: String, named: bool) -> WatchRow {
    let hour = |at: Timestamp| format::clock_short(civil(at).time());
    let cause = standing.cause.map(|cause| words::cause(cause, lang));
    let steps = standing.steps.iter().map(|step| step_sentence(*step, lang));
    let code = standing.work.code.clone();
    let expected = standing.expected_at.map_or_else(|| text(lang, K::WatchNotToday).to_owned(), hour);
    WatchRow {
        href: named.then(|| format!("/quay/ho-so/{code}")),
        risk: risk_tag(standing.risk, lang),
        duty: standing.work.duty().map_or("", |duty| words::duty(duty, lang)),
        hours: [hour(standing.due_at), hour(standing.begin_by), expected],
        steps: cause.into_iter().chain(steps).collect(),
        code,
        procedure,
    }
}

impl Sampled for WatchPage {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let row = |number: u8, risk: Risk, steps: &[Step], cause: Option<Cause>| WatchRow {
            code: format!("H23.10852-240202-000{number}"),
            href: Some(format!("/quay/ho-so/H23.10852-240202-000{number}")),
            procedure: "Cấp bản sao trích lục hộ tịch".to_owned(),
            risk: risk_tag(risk, lang),
            duty: words::duty(Duty::Appraise, lang),
            hours: ["17:00", "16:42", "16:30"].map(str::to_owned),
            steps: cause
                .map(|cause| words::cause(cause, lang))
                .into_iter()
                .chain(steps.iter().map(|step| step_sentence(*step, lang)))
                .collect(),
        };
        let page = || sample_page(lang, "/giam-sat", K::WatchTitle);
        let view = |rows| Self {
            page: page(),
            unit: "Ủy ban nhân dân xã Thanh Xá".to_owned(),
            safe: Some(text(lang, K::WatchLastSafeOver).to_owned()),
            record: None,
            rows,
            reliability: Link::new("/giam-sat/do-tin-cay", text(lang, K::WatchReliabilityTitle)),
        };
        let red = [Step::ServeNext(Duty::Appraise), Step::SecondOfficer(Duty::Appraise), Step::TellCitizen];
        let amber = [Step::CallReserve(Duty::Approve), Step::SigningRound];
        let rows = vec![
            row(1, Risk::Broken, &[Step::Apologise], Some(Cause::Queue(Duty::Appraise))),
            row(2, Risk::Red, &red, None),
            row(3, Risk::Amber, &amber, None),
            row(4, Risk::Green, &[], None),
        ];
        vec![("watch", view(rows)), ("watch-empty", view(Vec::new()))]
    }
}
