//! A batch: every ticked dossier is decided as its appraiser proposed, each on its own.

use super::view::{ApproveList, BatchDone, Failed};
use super::{appraised, confirm, list_page, password_field};
use crate::fields::Fields;
use crate::layout::Link;
use crate::reply;
use crate::site::Site;
use crate::staff::Staff;
use crate::widget::ErrorSummary;
use app::AppError;
use app::approve::{Decision, approve_many};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::dossier::{Dossier, DossierCode, Outcome};
use i18n::{Arg, Key as K, text, text_with};

/// Most dossiers of one batch; the list shows no more at once.
const BATCH_MAX: usize = 200;

/// Takes a batch.
pub async fn send(State(site): State<Site>, staff: Staff, headers: HeaderMap, fields: Fields) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let codes: Vec<DossierCode> =
        fields.under("chon-").filter_map(|(code, _)| DossierCode::parse(code).ok()).take(BATCH_MAX).collect();
    if codes.is_empty() {
        let sentence = text(staff.ask.lang, K::DeskNothingPicked).to_owned();
        return again(&site, &staff, &fields, ("danh-sach", sentence), false).await;
    }
    if let Err(sentence) = confirm(&site, &staff, &headers, &fields).await {
        return again(&site, &staff, &fields, ("mat-khau", sentence), true).await;
    }
    let mut decisions = Vec::new();
    let mut answers: Vec<(DossierCode, Result<Dossier, AppError>)> = Vec::new();
    for code in codes {
        match decision(&site, &staff, &code, &fields).await {
            Ok(decision) => decisions.push(decision),
            Err(error) => answers.push((code, Err(error))),
        }
    }
    answers.extend(approve_many(&site.app, &staff.actor, decisions).await);
    done(&site, &staff, answers).await
}

/// The decision as the appraiser proposed it; held against the version that was read.
async fn decision(
    site: &Site,
    staff: &Staff,
    code: &DossierCode,
    fields: &Fields,
) -> Result<Decision, AppError> {
    let found = app::read::dossier(&site.app, &staff.actor, code).await?;
    let said = appraised(&found);
    let outcome = said.as_ref().map_or(Outcome::Granted, |said| said.proposal);
    let reason = match outcome {
        Outcome::Granted => String::new(),
        Outcome::Refused => said.map(|said| said.note).unwrap_or_default(),
    };
    let seen = fields.get(&format!("v-{code}")).parse().unwrap_or(0);
    Ok(Decision { code: code.clone(), seen: Some(seen), outcome, reason })
}

/// What became of each; the ones that failed say why.
async fn done(
    site: &Site,
    staff: &Staff,
    answers: Vec<(DossierCode, Result<Dossier, AppError>)>,
) -> Response {
    let lang = staff.ask.lang;
    let (mut decided, mut failed) = (Vec::new(), Vec::new());
    for (code, answer) in answers {
        match answer {
            Ok(_) => decided.push(code.as_str().to_owned()),
            Err(error) => {
                let why = reply::sentence(lang, &error);
                let why = why.unwrap_or_else(|| text(lang, K::DeskNotDecided).to_owned());
                failed.push(Failed { code: code.as_str().to_owned(), why });
            }
        }
    }
    let count = |list: usize| Arg::Number(i64::try_from(list).unwrap_or(i64::MAX));
    let args = [("done", count(decided.len())), ("failed", count(failed.len()))];
    let headline = text_with(lang, K::DeskBatchDone, &args);
    let mut page = staff.page(&site.app, headline.clone()).await;
    page.back = Some(Link::new("/phe-duyet", text(lang, K::DeskBackToApproval)));
    reply::page(&BatchDone { page, headline, decided, failed })
}

/// The list with the ticks as sent and what is wrong.
async fn again(
    site: &Site,
    staff: &Staff,
    fields: &Fields,
    (field, sentence): (&str, String),
    password: bool,
) -> Response {
    let mut list: ApproveList = match list_page(site, staff, &Fields::default()).await {
        Ok(list) => list,
        Err(error) => return reply::failed(&staff.ask, &error),
    };
    for item in list.groups.iter_mut().flat_map(|group| &mut group.items) {
        item.picked = fields.ticked(&format!("chon-{}", item.row.code));
    }
    if password {
        list.password = password_field(staff, Some(sentence.clone()));
    }
    list.errors = ErrorSummary::new(staff.ask.lang, vec![(field.to_owned(), sentence)]);
    list.page.wrong = true;
    reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, &list)
}
