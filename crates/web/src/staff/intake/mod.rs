//! Counter intake: choose the procedure by typing, fill in what the card does not know, see the promise, receive.
//!
//! | address | page |
//! |---|---|
//! | GET `/quay/tiep-nhan` | choose a procedure; with `thu-tuc=CODE` the form, with `chuan-bi=CODE` a prepared one |
//! | POST `/quay/tiep-nhan` | read a card, check, receive, or turn away with a slip |
//! | POST `/quay/tiep-nhan/nhap` | keep the form as a draft |
//! | GET `/quay/phieu/ID.pdf` | the slip of who was turned away |

mod choose;
mod form;
mod part;
mod prepared;
mod promised;
mod view;
mod visit;

pub use prepared::{PreparedForm, prepared_form};
pub use view::IntakePage;

use super::duty::Duties;
use super::form::{Problems, people};
use super::{Staff, WRONG};
use crate::fields::Fields;
use crate::layout::encode;
use crate::reply;
use crate::site::Site;
use crate::widget::{Notice, Tone};
use app::AppError;
use app::intake::{self, Assessment, Origin, RequestKey, SlipKind, TurnAway, assess_with};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use domain::dossier::Refusal;
use domain::procedure::ProcedureVersion;
use domain::promise::{Capacity, Presence};
use domain::time::{civil, to_ms};
use form::Kept;
use i18n::{Key as K, text, words};
use std::collections::BTreeMap;
use std::sync::Arc;
use storage::desk;
use view::Built;

/// Most bytes of one form with its files.
const DOSSIER_BYTES_MAX: usize = 100 << 20;

/// Addresses of intake.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/quay/tiep-nhan", get(open).post(send).layer(DefaultBodyLimit::max(DOSSIER_BYTES_MAX)))
        .route("/quay/phieu/{file}", get(slip))
        .route("/quay/tiep-nhan/nhap", post(keep_draft).layer(DefaultBodyLimit::max(DOSSIER_BYTES_MAX)))
}

/// What one request works on.
struct Work {
    site: Site,
    staff: Staff,
    version: Arc<ProcedureVersion>,
    presence: Presence,
    /// The room left today.
    room: Option<Capacity>,
}

impl Work {
    async fn begin(site: Site, staff: Staff, code: &str) -> Result<Self, Box<Response>> {
        let policy = site.app.policy();
        let on = civil(staff.now).date();
        let version =
            code.parse().ok().and_then(|code| policy.version_in_force(&code, &staff.actor.unit, on).cloned());
        let Some(version) = version else {
            return Err(Box::new(reply::failed(&staff.ask, &AppError::NotOffered)));
        };
        let presence = app::duty::presence_for(&site.app, &staff.actor.unit, &version.code).await;
        let presence = presence.map_err(|error| Box::new(reply::failed(&staff.ask, &error)))?;
        let room = app::watch::quote::room(&site.app, &staff.actor.unit, &version, staff.now).await;
        let room = room.map_err(|error| Box::new(reply::failed(&staff.ask, &error)))?;
        Ok(Self { room: room.map(|room| room.capacity), site, staff, version, presence })
    }

    fn assess(&self, fields: &Fields, kept: &Kept) -> Result<Assessment, AppError> {
        let draft = form::draft(fields, &self.version, &self.staff.actor.unit, kept);
        assess_with(&self.site.app.policy(), &draft, self.staff.now, self.presence, self.room)
    }

    /// What is offered instead where the full day stands against the promise.
    async fn offers(&self, assessment: &Assessment) -> Result<Option<String>, AppError> {
        let full = |reason: &domain::promise::Reason| reason.code() == "capacity_exhausted";
        if !assessment.promise.as_ref().is_ok_and(|promise| promise.reasons.iter().any(full)) {
            return Ok(None);
        }
        let unit = &self.staff.actor.unit;
        let found = app::watch::offers::offers(&self.site.app, unit, &self.version, self.staff.now).await?;
        Ok(Some(crate::watch::offers_sentence(
            &self.site.app.policy(),
            &self.staff.ask,
            self.staff.now,
            &found,
        )))
    }

    /// The form as typed, with everything that is wrong.
    async fn show(
        &self,
        status: StatusCode,
        fields: &Fields,
        kept: &Kept,
        problems: &Problems,
        notice: Option<Notice>,
    ) -> Response {
        let assessment = match self.assess(fields, kept) {
            Ok(assessment) => assessment,
            Err(error) => return reply::failed(&self.staff.ask, &error),
        };
        let ask = &self.staff.ask;
        let title = format!("{}: {}", text(ask.lang, K::IntakeTitle), ask.name_of(&self.version.name));
        let mut page = self.staff.page(&self.site.app, title).await;
        page.path = format!("/quay/tiep-nhan?thu-tuc={}", encode(self.version.code.as_str()));
        let duties = match Duties::of(&self.site.app, &self.staff, &self.staff.actor.unit).await {
            Ok(duties) => Duties { back: page.path.clone(), ..duties },
            Err(error) => return reply::failed(&self.staff.ask, &error),
        };
        let offers = match self.offers(&assessment).await {
            Ok(offers) => offers,
            Err(error) => return reply::failed(&self.staff.ask, &error),
        };
        let safe =
            crate::watch::last_safe(&self.site, ask.lang, &self.staff.actor.unit, self.staff.now).await;
        let offers = Some([safe, offers].into_iter().flatten().collect::<Vec<_>>().join(" "));
        let built = Built {
            ask: &self.staff.ask,
            fields,
            kept,
            assessment: &assessment,
            problems,
            duties: &duties,
            offers: offers.filter(|offers| !offers.is_empty()),
        };
        let request_key = match fields.typed("khoa") {
            Some(key) => key.to_owned(),
            None => app::secret::fresh_token(self.site.app.random.as_ref()),
        };
        let mut page = built.page(page, &self.staff.csrf, request_key, notice);
        page.visit = visit::question(&self.site, &self.staff, fields).await;
        reply::page_with(status, &page)
    }
}

async fn open(
    State(site): State<Site>,
    staff: Staff,
    Query(query): Query<BTreeMap<String, String>>,
) -> Response {
    if let Some(code) = query.get("chuan-bi") {
        return prepared::open(site, staff, code).await;
    }
    let Some(code) = query.get("thu-tuc") else {
        let typed = query.get("q").map_or("", String::as_str);
        let ticket = query.get("so").and_then(|id| id.parse().ok());
        return choose::page(&site, &staff, typed, ticket).await;
    };
    let work = match Work::begin(site, staff, code).await {
        Ok(work) => work,
        Err(response) => return *response,
    };
    let (mut fields, mut notice) = (Fields::default(), None);
    if query.contains_key("nhap")
        && let Some(draft) = choose::draft(&work.site, &work.staff).await
        && draft.get("thu-tuc") == work.version.code.as_str()
    {
        fields = draft;
        notice = Some(view::notice(&work.staff.ask, Tone::Plain, K::IntakeDraftRestored));
    }
    if let Some(ticket) = query.get("so") {
        fields.set("so", ticket.clone());
    }
    let kept = kept_files(&work, &fields).await;
    work.show(StatusCode::OK, &fields, &kept, &Problems::default(), notice).await
}

/// Files kept by earlier sendings of the same form; the form names them by hash, the database vouches for them.
async fn kept_files(work: &Work, fields: &Fields) -> Kept {
    let mut kept = Kept::new();
    for spec in &work.version.components {
        let id = spec.id.as_str();
        for value in fields.all(&format!("luu.{id}")) {
            let Some((sha256, name)) = value.split_once('~') else { continue };
            // A hash the database does not know is not this form's file, and is left out.
            if let Ok(file) = app::attach::kept(&work.site.app, sha256, name).await {
                kept.entry(id.to_owned()).or_default().push(file);
            }
        }
    }
    kept
}

/// Takes in the files sent now; what cannot be taken is named beside its component.
async fn take_files(
    work: &Work,
    fields: &Fields,
    kept: &mut Kept,
    problems: &mut Problems,
) -> Result<(), AppError> {
    for (field, file) in fields.files() {
        let Some(id) = field.strip_prefix("tep.") else { continue };
        if !work.version.components.iter().any(|spec| spec.id.as_str() == id) {
            continue;
        }
        match app::attach::keep(&work.site.app, &work.staff.actor, file.bytes.to_vec(), &file.name).await {
            Ok(file) => kept.entry(id.to_owned()).or_default().push(file),
            Err(AppError::File(problem)) => {
                problems.add(field, reply::file_problem(work.staff.ask.lang, problem))
            }
            Err(other) => return Err(other),
        }
    }
    Ok(())
}

async fn send(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if let Err(response) = staff.genuine(&fields) {
        return *response;
    }
    let work = match Work::begin(site, staff, fields.get("thu-tuc")).await {
        Ok(work) => work,
        Err(response) => return *response,
    };
    let mut problems = Problems::default();
    let mut kept = kept_files(&work, &fields).await;
    if let Err(error) = take_files(&work, &fields, &mut kept, &mut problems).await {
        return reply::failed(&work.staff.ask, &error);
    }
    match fields.get("viec") {
        "nhan" => receive(&work, fields, kept, problems).await,
        "thieu" => turn_away(&work, fields, kept, problems, SlipKind::Supplement).await,
        "tu-choi" => turn_away(&work, fields, kept, problems, SlipKind::Refusal).await,
        // A scanner ends with Enter, which presses the first button: with a scan in the field it is a card.
        _other if fields.typed("the").is_some() => read_card(&work, fields, kept, problems).await,
        _other => {
            let status = if problems.0.is_empty() { StatusCode::OK } else { WRONG };
            work.show(status, &fields, &kept, &problems, None).await
        }
    }
}

async fn read_card(work: &Work, mut fields: Fields, kept: Kept, mut problems: Problems) -> Response {
    let scan = fields.get("the").to_owned();
    let today = civil(work.staff.now).date();
    if let Err(sentence) = people::fill_from_card(&mut fields, &scan, today, work.staff.ask.lang) {
        problems.add("the", sentence);
    }
    let status = if problems.0.is_empty() { StatusCode::OK } else { WRONG };
    work.show(status, &fields, &kept, &problems, None).await
}

async fn receive(work: &Work, fields: Fields, kept: Kept, mut problems: Problems) -> Response {
    let lang = work.staff.ask.lang;
    let today = civil(work.staff.now).date();
    let draft = form::draft(&fields, &work.version, &work.staff.actor.unit, &kept);
    let intake = match form::read(&fields, lang, &work.version, draft, today) {
        Ok(intake) if problems.0.is_empty() => intake,
        Ok(_) => return work.show(WRONG, &fields, &kept, &problems, None).await,
        Err(mut found) => {
            found.0.append(&mut problems.0);
            // The applicant hears of everything at once: the papers too, not only what was typed.
            if let Ok(assessment) = work.assess(&fields, &kept) {
                let missing =
                    assessment.missing.iter().filter_map(|part| part.one_of.first().cloned()).collect();
                refused(work, &Refusal::ComponentsMissing { missing }, &mut found);
            }
            return work.show(WRONG, &fields, &kept, &found, None).await;
        }
    };
    let key = fields.get("khoa").chars().take(80).collect();
    let request = RequestKey { key, digest: promised::digest(&fields) };
    let prepared = fields.typed("chuan-bi").map(|code| code.chars().take(20).collect());
    let (visit, told_due_at) = (visit::read(&fields), promised::told(&fields));
    let origin = Origin { prepared, visit, told_due_at, ..Origin::default() };
    let answer = intake::receive_as(&work.site.app, &work.staff.actor, intake, Some(request), origin).await;
    match answer {
        Ok(receipt) => reply::see_other(&format!("/quay/ho-so/{}?vua-nhan=1", receipt.code)),
        Err(AppError::Refused(refusal)) => {
            refused(work, &refusal, &mut problems);
            work.show(WRONG, &fields, &kept, &problems, None).await
        }
        Err(AppError::PromiseChanged) => {
            let assessed = work.assess(&fields, &kept);
            let notice = assessed.ok().and_then(|now| promised::worse(&work.staff.ask, &fields, &now));
            work.show(StatusCode::CONFLICT, &fields, &kept, &problems, notice).await
        }
        Err(error @ AppError::Duplicate { .. }) => {
            problems.add("van-nhan", reply::sentence(lang, &error).unwrap_or_default());
            work.show(StatusCode::CONFLICT, &fields, &kept, &problems, None).await
        }
        Err(error) => reply::failed(&work.staff.ask, &error),
    }
}

/// A refusal beside the field it is about.
fn refused(work: &Work, refusal: &Refusal, problems: &mut Problems) {
    let lang = work.staff.ask.lang;
    let names = words::Named { version: &work.version, programme: None };
    let sentence = words::refusal_named(refusal, &names, lang);
    if let Refusal::ComponentsMissing { missing } = refusal {
        // Every missing paper has its own line, at its own tick.
        for id in missing {
            let spec = work.version.components.iter().find(|spec| spec.id == *id);
            let name = spec.map_or(id.as_str(), |spec| work.staff.ask.name_of(&spec.name));
            problems.add(format!("gt.{}", id.as_str()), format!("{}: {name}", text(lang, K::IntakeMissing)));
        }
        return;
    }
    let field = if *refusal == Refusal::VerificationUnanswered {
        "xac-minh"
    } else if *refusal == Refusal::AuthorisationInsufficient {
        "nt-giay"
    } else if *refusal == Refusal::NoCopies {
        "so-ban"
    } else {
        "viec"
    };
    problems.add(field, sentence);
}

async fn turn_away(
    work: &Work,
    fields: Fields,
    kept: Kept,
    mut problems: Problems,
    kind: SlipKind,
) -> Response {
    let lang = work.staff.ask.lang;
    let reason = domain::text::clean_text(fields.get("tu-choi-ly-do"));
    let input = TurnAway {
        draft: form::draft(&fields, &work.version, &work.staff.actor.unit, &kept),
        applicant: domain::text::clean_line(fields.get("ten")).chars().take(200).collect(),
        address: domain::text::clean_line(fields.get("noi-cu-tru")).chars().take(500).collect(),
        kind,
        reason,
    };
    match intake::turn_away(&work.site.app, &work.staff.actor, input).await {
        Ok(id) => reply::see_other(&format!("/quay/phieu/{id}.pdf")),
        Err(AppError::Refused(Refusal::NothingAsked)) => {
            let notice = view::notice(&work.staff.ask, Tone::Good, K::IntakeNothingMissing);
            work.show(WRONG, &fields, &kept, &problems, Some(notice)).await
        }
        Err(AppError::Refused(Refusal::ReasonMissing)) => {
            problems.add("tu-choi-ly-do", text(lang, K::IntakeRefusalMissing));
            work.show(WRONG, &fields, &kept, &problems, None).await
        }
        Err(error) => reply::failed(&work.staff.ask, &error),
    }
}

/// Keeps what was typed while it is typed; files are not part of a draft until the form was sent once.
async fn keep_draft(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if staff.genuine(&fields).is_err() {
        return StatusCode::FORBIDDEN.into_response();
    }
    let id = format!("{}-intake", staff.actor.account);
    match save_draft(&site, &staff, &id, &fields).await {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => reply::failed(&staff.ask, &AppError::Store(error)),
    }
}

async fn save_draft(
    site: &Site,
    staff: &Staff,
    id: &str,
    fields: &Fields,
) -> Result<(), storage::StoreError> {
    let pairs: Vec<(&str, &str)> = fields
        .pairs()
        .filter(|(name, _)| !matches!(*name, "_csrf" | "viec" | "khoa" | "so" | "so-xong" | promised::FIELD))
        .collect();
    let content = serde_urlencoded::to_string(&pairs).unwrap_or_default();
    let (id, account, now) = (id.to_owned(), staff.actor.account.to_string(), to_ms(staff.now));
    site.app.store.write(move |tx| desk::save_draft(tx, &id, &account, "intake", &content, now)).await
}

/// The slip of who was turned away, for printing now or again.
async fn slip(State(site): State<Site>, staff: Staff, Path(file): Path<String>) -> Response {
    let id = file.strip_suffix(".pdf").unwrap_or(&file);
    match app::paper::slip(&site.app, &staff.actor, id).await {
        Ok(pdf) => reply::pdf(&pdf.file_name, pdf.bytes),
        Err(error) => reply::failed(&staff.ask, &error),
    }
}
