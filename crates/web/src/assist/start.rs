//! V1: opening a session with a code and with consent.

use super::pages::StartPage;
use super::{failed, wiped};
use crate::fields::Fields;
use crate::layout::Page;
use crate::reply;
use crate::site::Site;
use crate::staff::{Staff, WRONG};
use crate::widget::{Choice, ErrorSummary, Field, Notice, Opt, Tone, Width};
use app::assist::{self, AssistError, Start};
use axum::extract::{RawQuery, State};
use axum::response::Response;
use domain::assist::Consent;
use domain::dossier::Act;
use domain::permit::{Action, DayAct};
use domain::person::FullName;
use i18n::{Arg, Key as K, Lang, text, text_with, words};

type Problems = Vec<(String, String)>;

/// `GET /giup-do`: the open session, or the form that opens one.
pub async fn show(State(site): State<Site>, staff: Staff, RawQuery(query): RawQuery) -> Response {
    match assist::current(&site.app, &staff.actor).await {
        Ok(_) => return reply::see_other("/giup-do/phien"),
        Err(error @ AssistError::Expired { .. }) => return failed(&staff, &error),
        Err(AssistError::Closed) => {}
        Err(error) => return failed(&staff, &error),
    }
    let query = query.as_deref().and_then(Fields::from_encoded).unwrap_or_default();
    let code: String = query.get("ma").chars().filter(char::is_ascii_alphanumeric).take(12).collect();
    let notice = (!code.is_empty()).then(|| {
        let code = app::secret::printed_code(&code);
        let said = text_with(staff.ask.lang, K::AssistInvited, &[("code", Arg::Text(&code))]);
        Notice::new(Tone::Good, said, None)
    });
    let mut page = page(&site, &staff, &Fields::default(), &[]).await;
    page.notice = notice;
    wiped(reply::page(&page))
}

async fn page(site: &Site, staff: &Staff, fields: &Fields, problems: &[(String, String)]) -> StartPage {
    let lang = staff.ask.lang;
    let mut frame = staff.page(&site.app, text(lang, K::AssistTitle)).await;
    frame.wrong = !problems.is_empty();
    let receives = Action::Dossier(Act::Receive);
    let officer = staff.actor.may_at(&site.app.policy(), staff.now, receives, &staff.actor.unit);
    let mut page = built(frame, lang, &staff.csrf, fields, problems, officer);
    if page.heard_by.value.is_empty() {
        page.heard_by.value.clone_from(&staff.actor.name);
    }
    page
}

/// The page with what was typed.
pub fn built(
    page: Page,
    lang: Lang,
    csrf: &str,
    fields: &Fields,
    problems: &[(String, String)],
    officer: bool,
) -> StartPage {
    let of = |name: &str| problems.iter().find(|(field, _)| field == name).map(|(_, why)| why.clone());
    let mut code = Field::text(lang, "ma", text(lang, K::AssistCode))
        .hint(text(lang, K::AssistCodeHint))
        .value(fields.get("ma"))
        .error(of("ma"))
        .width(Width::Medium);
    code.scan = true;
    let mut pin = Field::text(lang, "pin", text(lang, K::AssistPin)).error(of("pin")).width(Width::Medium);
    pin.optional = true;
    let option = |consent: Consent| {
        let key = match consent {
            Consent::Said => K::AssistConsentSaid,
            Consent::Signed => K::AssistConsentSigned,
            Consent::Witness => K::AssistConsentWitness,
        };
        Opt::new(consent.name(), text(lang, key))
    };
    let options = Consent::ALL.iter().copied().map(option).collect();
    let mut consent =
        Choice::one(lang, "dong-y", text(lang, K::AssistConsentHow), options).error(of("dong-y"));
    if let Some(picked) = fields.typed("dong-y") {
        consent = consent.pick(picked);
    }
    let heard_by = Field::text(lang, "nguoi-nghe", text(lang, K::AssistHeardBy))
        .hint(text(lang, K::AssistHeardByHint))
        .value(fields.get("nguoi-nghe"))
        .error(of("nguoi-nghe"));
    let invite = officer.then(|| {
        Field::text(lang, "ten", text(lang, K::AssistInviteName)).value(fields.get("ten")).error(of("ten"))
    });
    StartPage {
        csrf: csrf.to_owned(),
        notice: None,
        summary: ErrorSummary::new(lang, problems.to_vec()),
        codes: vec![code, pin],
        consent,
        heard_by,
        invite,
        page,
    }
}

/// `POST /giup-do`: opens a session.
pub async fn open(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let lang = staff.ask.lang;
    let may = staff.actor.at_unit(&site.app.policy(), staff.now, DayAct::Assist.into(), &staff.actor.unit);
    if let Err(error) = may {
        return reply::failed(&staff.ask, &error);
    }
    let mut problems = Problems::new();
    let mut wrong = |field: &str, why: &str| problems.push((field.to_owned(), why.to_owned()));
    let code = fields.get("ma").trim().chars().take(200).collect::<String>();
    if code.is_empty() {
        wrong("ma", text(lang, K::AssistCodeMissing));
    }
    let consent = Consent::from_name(fields.get("dong-y"));
    if consent.is_none() {
        wrong("dong-y", text(lang, K::AssistConsentMissing));
    }
    let heard_by = FullName::parse(fields.get("nguoi-nghe"));
    if let Err(problem) = &heard_by {
        wrong("nguoi-nghe", words::name_problem(*problem, lang));
    }
    if let (Some(consent), Ok(heard_by), true) = (consent, heard_by, problems.is_empty()) {
        let pin = fields.get("pin").to_owned();
        match assist::open(&site.app, &staff.actor, Start { code, pin, consent, heard_by }).await {
            Ok(_) | Err(AssistError::Busy) => return reply::see_other("/giup-do/phien"),
            Err(AssistError::Unknown) => {
                problems.push(("ma".to_owned(), text(lang, K::AssistUnknown).to_owned()))
            }
            Err(AssistError::OffShift) => {
                problems.push(("ma".to_owned(), text(lang, K::AssistOffShift).to_owned()));
            }
            Err(AssistError::TooMany) => {
                problems.push(("ma".to_owned(), text(lang, K::AssistTooMany).to_owned()))
            }
            Err(error) => return failed(&staff, &error),
        }
    }
    reply::page_with(WRONG, &page(&site, &staff, &fields, &problems).await)
}

/// `POST /giup-do/ma`: an officer gives a code for somebody who is here.
pub async fn invite(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let problem = match FullName::parse(fields.get("ten")) {
        Ok(name) => match assist::invite(&site.app, &staff.actor, name).await {
            Ok(code) => return reply::see_other(&format!("/giup-do?ma={}", code.replace('-', ""))),
            Err(error) => return failed(&staff, &error),
        },
        Err(problem) => words::name_problem(problem, staff.ask.lang),
    };
    let problems = vec![("ten".to_owned(), problem.to_owned())];
    reply::page_with(WRONG, &page(&site, &staff, &fields, &problems).await)
}
