//! Whether a result is genuine, for anybody who holds the paper.

use super::answer::{named, unit_name};
use crate::portal::{Fact, Verify, VerifyOutcome};
use crate::reply;
use crate::site::{Ask, Site};
use crate::widget::{Tag, Tone};
use app::AppError;
use app::status::{self, VerifiedResult};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::procedure::ProcedureCode;
use domain::time::civil;
use i18n::{Key as K, format, text};

/// Longest token that is looked up, in bytes.
const TOKEN_BYTES_MAX: usize = 64;

/// `/kiem-chung/{token}`.
pub async fn verify(State(site): State<Site>, ask: Ask, Path(token): Path<String>) -> Response {
    if token.len() > TOKEN_BYTES_MAX {
        return unknown(&ask);
    }
    match status::verify_result(&site.app, &token).await {
        Ok(found) => {
            let outcome = match found.revoked_at {
                None if found.synthetic => VerifyOutcome::MadeUp,
                None => VerifyOutcome::Genuine,
                Some(_) => VerifyOutcome::Revoked,
            };
            let mut page = Verify::new(ask.page(K::PublicVerifyTitle), outcome, facts(&site, &ask, &found));
            page.made_up = found.synthetic.then(|| Tag::new(Tone::Care, text(ask.lang, K::CommonMadeUp)));
            reply::page(&page)
        }
        Err(AppError::NotFound { .. }) => unknown(&ask),
        Err(error) => reply::failed(&ask, &error),
    }
}

fn unknown(ask: &Ask) -> Response {
    let page = Verify::new(ask.page(K::PublicVerifyTitle), VerifyOutcome::Unknown, Vec::new());
    reply::page_with(StatusCode::NOT_FOUND, &page)
}

/// What the paper in the hand must show too; nothing about the person.
fn facts(site: &Site, ask: &Ask, found: &VerifiedResult) -> Vec<Fact> {
    let (policy, lang) = (site.app.policy(), ask.lang);
    let on = civil(found.approved_at).date();
    let unit = policy.unit(&found.unit, on);
    let code: Option<ProcedureCode> = found.procedure.parse().ok();
    let version = code.and_then(|code| policy.version_in_force(&code, &found.unit, on).cloned());
    let procedure =
        version.map_or_else(|| found.procedure.clone(), |version| named(lang, &version.name).to_owned());
    let fact = |label, value| Fact { value, label: text(lang, label).to_owned() };
    let mut facts = vec![
        fact(K::PublicVerifyNumber, found.number.clone()),
        fact(K::PublicVerifyDate, format::date(lang, on)),
        fact(K::PublicVerifyProcedure, procedure),
        fact(K::PublicVerifyUnit, unit.map(|unit| unit_name(lang, unit)).unwrap_or_default()),
        fact(K::PublicVerifySigner, found.signer.clone()),
    ];
    facts.extend(found.revoked_at.map(|at| fact(K::PublicVerifyRevokedOn, format::moment(lang, at))));
    facts.extend(found.paper_sha256.clone().map(|hash| fact(K::PublicVerifyHash, hash)));
    facts.push(fact(K::PublicVerifyContent, found.content_sha256.clone()));
    facts
}
