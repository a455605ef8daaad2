//! One dossier before the leader: the result as it will be issued, and the three answers to it.

use super::view::ApproveOne;
use super::{appraised, confirm, password_field, people, today_words};
use crate::fields::Fields;
use crate::layout::Link;
use crate::portal::ErrorKind;
use crate::reply;
use crate::site::Site;
use crate::staff::Staff;
use crate::staff::dossier::open;
use crate::staff::form::answers::answer_words;
use crate::staff::work::{done_of, left_tag, query_of};
use crate::widget::{ErrorSummary, Field, FieldKind, Notice, Tone};
use app::approve::{Decision, approve};
use app::handle::{self, Situation};
use app::read::DossierPage;
use app::{Actor, AppError};
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::dossier::{Act, Command, Outcome, Stage};
use domain::procedure::{ProcedureVersion, fill};
use domain::text::clean_text;
use domain::time::civil;
use i18n::{Key as K, Lang, format, text, words};
use storage::dossier::{Position, WorkSide};

/// What came back with errors.
#[derive(Default)]
struct Back {
    open: Option<&'static str>,
    typed: String,
    problems: Vec<(String, String)>,
    notice: Option<Notice>,
}

/// Shows the page.
pub async fn show(
    State(site): State<Site>,
    staff: Staff,
    Path(code): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = query_of(query.as_deref());
    match open(&site, &staff, &code).await {
        Ok(found) if found.acts.contains(&Act::Approve) => {
            let back = Back { notice: done_of(staff.ask.lang, &query), ..Back::default() };
            reply::page(&view(&site, &staff, &found, back).await)
        }
        // Decided meanwhile, or not for this reader to decide: its own page says how it stands.
        Ok(found) => reply::see_other(&format!("/quay/ho-so/{}", found.dossier.code())),
        Err(error) => reply::failed(&staff.ask, &error),
    }
}

/// Takes the answer.
pub async fn send(
    State(site): State<Site>,
    staff: Staff,
    Path((code, act)): Path<(String, String)>,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let (open_form, act) = match act.as_str() {
        "duyet" => ("duyet", Act::Approve),
        "tu-choi" => ("tu-choi", Act::Approve),
        "tra-lai" => ("tra-lai", Act::SendBack),
        _other => return reply::error(&staff.ask, ErrorKind::NotFound),
    };
    let found = match open(&site, &staff, &code).await {
        Ok(found) => found,
        Err(error) => return reply::failed(&staff.ask, &error),
    };
    let lang = staff.ask.lang;
    let field = if act == Act::SendBack { "tra-lai-ly-do" } else { "tu-choi-ly-do" };
    let typed = clean_text(fields.get(field));
    let mut back = Back { open: Some(open_form), typed: typed.clone(), ..Back::default() };
    if open_form != "duyet" && typed.is_empty() {
        back.problems.push((field.to_owned(), text(lang, K::DeskReasonMissing).to_owned()));
    }
    if act == Act::Approve
        && let Err(sentence) = confirm(&site, &staff, &headers, &fields).await
    {
        back.problems.push(("mat-khau".to_owned(), sentence));
    }
    if !back.problems.is_empty() {
        let page = view(&site, &staff, &found, back).await;
        return reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let code = found.dossier.code().clone();
    let seen = Some(fields.get("version").parse().unwrap_or(0));
    let outcome = if open_form == "duyet" { Outcome::Granted } else { Outcome::Refused };
    let answer = if act == Act::SendBack {
        let build = move |_: &Situation<'_>| Ok(Command::SendBack { reason: typed.clone() });
        handle::act(&site.app, &staff.actor, &code, seen, act, build).await.map(|_| ())
    } else {
        let decision = Decision { code: code.clone(), seen, outcome, reason: typed };
        approve(&site.app, &staff.actor, decision).await.map(|_| ())
    };
    match answer {
        Ok(()) => onward(&site, &staff, code.as_str(), act).await,
        Err(error) => refused(&site, &staff, code.as_str(), back, error).await,
    }
}

/// To the next dossier that waits, or back to the list when there is none.
async fn onward(site: &Site, staff: &Staff, code: &str, act: Act) -> Response {
    let done = format!("?xong={}&cua={code}", act.name());
    match next_code(site, staff, code).await {
        Some(next) => reply::see_other(&format!("/phe-duyet/{next}{done}")),
        None => reply::see_other(&format!("/phe-duyet{done}")),
    }
}

async fn next_code(site: &Site, staff: &Staff, code: &str) -> Option<String> {
    let (side, stage) = (WorkSide::Deciding, Stage::AwaitingApproval);
    let work = app::read::work(&site.app, &staff.actor, side, stage, Position::start(), 2).await.ok()?;
    work.listed.rows.into_iter().map(|row| row.code).find(|other| other != code)
}

/// A rule or somebody faster said no: the page as it is now, with the sentence.
async fn refused(site: &Site, staff: &Staff, code: &str, mut back: Back, error: AppError) -> Response {
    let lang = staff.ask.lang;
    let (Ok(fresh), Some(sentence)) = (open(site, staff, code).await, reply::sentence(lang, &error)) else {
        return reply::failed(&staff.ask, &error);
    };
    if matches!(error, AppError::Denied(_)) || !fresh.acts.contains(&Act::Approve) {
        return reply::failed(&staff.ask, &error);
    }
    let status = if matches!(error, AppError::Stale { .. }) {
        let hint = text(lang, K::DeskStaleHint).to_owned();
        back.notice = Some(Notice::new(Tone::Care, sentence, Some(hint)));
        StatusCode::CONFLICT
    } else {
        back.problems.push(("tra-loi".to_owned(), sentence));
        StatusCode::UNPROCESSABLE_ENTITY
    };
    reply::page_with(status, &view(site, staff, &fresh, back).await)
}

async fn view(site: &Site, staff: &Staff, found: &DossierPage, back: Back) -> ApproveOne {
    let (lang, dossier) = (staff.ask.lang, &found.dossier);
    let policy = site.app.policy();
    let procedure = &dossier.reception.procedure;
    let version = policy.version(&procedure.code, procedure.version).map(AsRef::as_ref);
    let said = appraised(found);
    let code = dossier.code().as_str().to_owned();
    let mut page = staff.page(&site.app, format!("{} {code}", text(lang, K::StaffNavApprove))).await;
    page.back = Some(Link::new("/phe-duyet", text(lang, K::DeskBackToApproval)));
    page.wrong = !back.problems.is_empty();
    let error = |field: &str| {
        back.problems.iter().find(|(found, _)| found == field).map(|(_, sentence)| sentence.clone())
    };
    let reason = |name: &'static str, form: &str| {
        let typed = if back.open == Some(form) { back.typed.clone() } else { String::new() };
        Field::of(lang, name, text(lang, K::DeskReason), FieldKind::Lines(3)).value(typed).error(error(name))
    };
    let unit = policy.unit(dossier.deciding_unit(), civil(staff.now).date());
    let place = unit.map_or("", |unit| unit.short_name.as_str());
    let due = dossier.working_due_at();
    ApproveOne {
        page,
        code: code.clone(),
        version: dossier.version,
        csrf: staff.csrf.clone(),
        procedure: version.map_or_else(String::new, |version| staff.ask.name_of(&version.name).to_owned()),
        left: left_tag(&policy, lang, staff.now, dossier.stage, due, dossier.deciding_unit().as_str()),
        title: version.map(|version| version.result.title.clone()).unwrap_or_default(),
        paragraphs: version.map(|version| paragraphs(found, version, staff)).unwrap_or_default(),
        dated: format!("{place}, {}", today_words(staff.now)),
        signer: (staff.actor.title.clone(), staff.actor.name.clone()),
        people: people(found, lang),
        proposal: said.as_ref().map_or_else(String::new, |said| {
            format!("{} ({})", words::outcome(said.proposal, lang), said.by)
        }),
        refuses: said.as_ref().is_some_and(|said| said.proposal == Outcome::Refused),
        note: said.map(|said| said.note).unwrap_or_default(),
        password: password_field(staff, error("mat-khau")),
        refuse: reason("tu-choi-ly-do", "tu-choi"),
        send_back: reason("tra-lai-ly-do", "tra-lai"),
        open: back.open,
        next: next_code(site, staff, &code).await,
        notices: back.notice.into_iter().collect(),
        errors: ErrorSummary::new(lang, back.problems),
    }
}

/// The paragraphs as they will be printed. What is only known at approval stays a row of dots.
fn paragraphs(found: &DossierPage, version: &ProcedureVersion, staff: &Staff) -> Vec<String> {
    let look_up = |name: &str| known(found, version, &staff.actor, staff.now, name);
    version.result.paragraphs.iter().filter_map(|wording| fill(wording, look_up).ok()).collect()
}

fn known(
    found: &DossierPage,
    version: &ProcedureVersion,
    signer: &Actor,
    now: jiff::Timestamp,
    name: &str,
) -> Option<String> {
    let reception = &found.dossier.reception;
    let person = reception.applicant.person();
    let date = |at| format::date(Lang::Vi, civil(at).date());
    if let Some(answer) = reception.answers.get(name) {
        let spec = version.fields.iter().find(|spec| spec.id.as_str() == name);
        return Some(spec.map_or(answer.as_str(), |spec| answer_words(spec, answer, Lang::Vi)).to_owned());
    }
    Some(match name {
        "applicant_name" => reception.applicant.display_name().to_owned(),
        "applicant_address" => person.address.clone(),
        "applicant_id_number" => person.identity.as_ref()?.to_string(),
        "applicant_birth_date" => format::date(Lang::Vi, person.born?.date()),
        "copies" => reception.copies.to_string(),
        "dossier_code" => reception.code.as_str().to_owned(),
        "received_on" => date(found.dossier.received_at),
        "issued_on" => date(now),
        "issued_on_words" => today_words(now),
        "procedure_name" => version.name.vi.clone(),
        "signer_name" => signer.name.clone(),
        "signer_title" => signer.title.clone(),
        "legal_basis" => {
            let bases: Vec<&str> = version.legal_bases.iter().map(|base| base.citation.as_str()).collect();
            bases.join("; ")
        }
        _other => return None,
    })
}
