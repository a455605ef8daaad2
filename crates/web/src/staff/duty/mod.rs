//! The four duties of a unit as a button each: whoever sits down presses theirs, and the promise follows at once.

use super::Staff;
use crate::fields::Fields;
use crate::layout::local_path;
use crate::reply;
use crate::site::Site;
use app::{App, AppError};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::post;
use domain::dossier::Stage;
use domain::permit::Action;
use domain::place::UnitCode;
use domain::promise::{Duty, DutySet};
use i18n::{Arg, Key as K, Lang, text_with, words};
use std::collections::BTreeMap;
use storage::dossier::Counted;

/// The four buttons, each in a form of its own, so that they work without a script.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "staff/duties.html")]
pub struct Duties {
    /// Language of its own words.
    pub lang: Lang,
    /// Whose duties.
    pub unit: String,
    /// Secret of the session.
    pub csrf: String,
    /// Where to come back to.
    pub back: String,
    /// Who is on.
    pub present: DutySet,
    /// Whether the reader may switch them; else they are only told.
    pub may_set: bool,
    /// What each absent duty means for the dossiers that are open now.
    pub means: Vec<String>,
}

impl askama::filters::HtmlSafe for Duties {}

impl Duties {
    /// The duties of a unit as they are now.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub async fn of(app: &App, staff: &Staff, unit: &UnitCode) -> Result<Self, AppError> {
        let presence = app::standing::presence(app, unit).await?;
        Ok(Self {
            lang: staff.ask.lang,
            unit: unit.to_string(),
            csrf: staff.csrf.clone(),
            back: staff.ask.path.clone(),
            present: presence.present,
            may_set: staff.actor.may_at(&app.policy(), staff.now, Action::SetDuty, unit),
            means: means(staff.ask.lang, presence.present, &app::read::waiting(app, unit).await?),
        })
    }

    fn rows(&self) -> Vec<(&'static str, &'static str, bool)> {
        let row = |duty: Duty| (duty.name(), words::duty(duty, self.lang), self.present.contains(duty));
        Duty::ALL.into_iter().map(row).collect()
    }

    fn t(&self, key: K) -> &'static str {
        i18n::text(self.lang, key)
    }
}

/// What an absent duty means: new dossiers that cannot come in, or those that wait for the step and stay where they are.
pub fn means(lang: Lang, present: DutySet, waiting: &BTreeMap<Stage, Counted>) -> Vec<String> {
    let sentence = |duty: Duty| {
        let stage = match duty {
            Duty::Receive => {
                return Some(text_with(
                    lang,
                    K::PresenceMeansReceive,
                    &[("duty", Arg::Text(words::duty(duty, lang)))],
                ));
            }
            Duty::Appraise => Stage::Received,
            Duty::Approve => Stage::AwaitingApproval,
            Duty::Return => Stage::ResultReady,
        };
        let count = waiting.get(&stage).filter(|count| count.number() > 0)?.to_string();
        Some(text_with(
            lang,
            K::PresenceMeans,
            &[("duty", Arg::Text(words::duty(duty, lang))), ("n", Arg::Text(&count))],
        ))
    };
    Duty::ALL.into_iter().filter(|duty| !present.contains(*duty)).filter_map(sentence).collect()
}

/// Addresses of this module.
pub fn router() -> Router<Site> {
    Router::new().route("/quay/nhiem-vu", post(switch))
}

/// Switches one duty and goes back to the page the button stands on.
async fn switch(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let unit: Result<UnitCode, _> = fields.get("unit").parse();
    let duty = Duty::from_name(fields.get("duty"));
    let on = match fields.get("on") {
        "1" => Some(true),
        "0" => Some(false),
        _other => None,
    };
    let (Ok(unit), Some(duty), Some(on)) = (unit, duty, on) else {
        return reply::failed(&staff.ask, &AppError::NotFound { what: "duty" });
    };
    match app::duty::set(&site.app, &staff.actor, &unit, duty, on).await {
        Ok(()) => reply::see_other(local_path(fields.get("ve")).unwrap_or("/quay")),
        Err(error) => reply::failed(&staff.ask, &error),
    }
}
