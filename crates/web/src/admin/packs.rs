//! Packs: what is in force, their files, importing one that was checked.

use super::bundle;
use super::problems::Errors;
use super::{Admin, shown, wrong};
use crate::fields::Fields;
use crate::layout::{Link, encode};
use crate::reply;
use crate::sheet::{Block, Cell, Form, Sheet, Table};
use crate::site::Site;
use crate::widget::{Field, FieldKind, Notice, Submit, Tag, Tone, Width};
use app::AppError;
use app::policy::{self, PackText, PolicyError};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use catalogue::{Change, ChangeKind, Subject, diff};
use catalogue::{Diagnostic, Pack, Severity};
use i18n::{Key as K, Lang, format};
use std::collections::BTreeMap;

pub(super) const PATH: &str = "/quan-tri/goi";

/// Largest pack taken, in bytes.
const PACK_BYTES_MAX: usize = 8 << 20;

pub(super) fn router() -> Router<Site> {
    Router::new()
        .route(PATH, get(open).post(import).layer(DefaultBodyLimit::max(PACK_BYTES_MAX)))
        .route("/quan-tri/goi/{pack}", get(one))
        .route("/quan-tri/goi/{pack}/van-ban", get(download))
}

async fn open(admin: Admin) -> Response {
    match build(&admin, &Fields::default(), &[]).await {
        Ok(sheet) => shown(&sheet),
        Err(error) => admin.failed(&error),
    }
}

async fn build(admin: &Admin, fields: &Fields, errors: &[(String, String)]) -> Result<Sheet, AppError> {
    let stored = policy::stored(&admin.site.app.store).await?;
    let mut sheet = admin.sheet(admin.t(K::AdminPacks), PATH).await;
    sheet.lead = Some(admin.t(K::AdminPacksLead));
    let policy = admin.site.app.policy();
    let row = |(id, files): (&String, &Vec<PackText>)| {
        let meta = policy.packs().iter().find(|meta| meta.id == *id);
        let name = meta.map(|meta| admin.staff.ask.name_of(&meta.name).to_owned()).unwrap_or_default();
        vec![
            Cell::link(format!("{PATH}/{}", encode(id)), id.clone()).note(name),
            Cell::text(bundle::revision(files).map(|revision| revision.to_string()).unwrap_or_default()),
            Cell::text(meta.map(|meta| admin.span(meta.validity)).unwrap_or_default()),
            Cell::text(files.len().to_string()),
        ]
    };
    sheet.add(Block::Table(Table {
        caption: admin.t(K::AdminPacks),
        head: [K::AdminPack, K::AdminRevision, K::AdminValidity, K::AdminFiles]
            .map(|key| admin.t(key))
            .to_vec(),
        rows: stored.iter().map(row).collect(),
        empty: admin.t(K::AdminNothing),
    }));
    sheet.head(K::AdminImport);
    sheet.add(Block::Text(admin.t(K::AdminImportHint)));
    sheet.add(Block::Form(import_form(admin, fields, errors)));
    Ok(sheet)
}

fn import_form(admin: &Admin, fields: &Fields, errors: &[(String, String)]) -> Form {
    let lang = admin.lang();
    let name = Field::text(lang, "ten", admin.t(K::AdminPackName))
        .hint(admin.t(K::AdminPackNameHint))
        .value(fields.get("ten"))
        .error(super::problems::of(errors, "ten"))
        .width(Width::Medium);
    let mut file =
        Field::of(lang, "tep", admin.t(K::AdminPackFile), FieldKind::File("text/plain,.txt,.toml"));
    file.optional = true;
    let text = Field::of(lang, "van-ban", admin.t(K::AdminPackText), FieldKind::Lines(14))
        .value(fields.get("van-ban"))
        .error(super::problems::of(errors, "van-ban"));
    let mut form = Form::new(PATH, vec![name.into(), file.into(), text.into()], "");
    form.submits = submits(admin);
    (form.files, form.broad) = (true, true);
    form
}

/// "Check" and "check and put in force".
pub(super) fn submits(admin: &Admin) -> Vec<Submit> {
    let mut check = Submit::new(admin.t(K::AdminCheck)).class("plain");
    check.sends = Some(("viec", "kiem-tra".to_owned()));
    let mut apply = Submit::new(admin.t(K::AdminApply));
    apply.sends = Some(("viec", "ap-dung".to_owned()));
    vec![apply, check]
}

/// What became of a pack that was checked.
pub(super) enum Outcome {
    /// In force now.
    Applied,
    /// Sound, with what would change and what somebody should look at.
    Sound(Vec<Block>),
    /// Not sound, with every problem.
    Unsound(Vec<Block>),
}

/// Checks a pack beside the others, and puts it in force when that is wished.
pub(super) async fn work(
    admin: &Admin,
    name: &str,
    mut files: Vec<PackText>,
    apply: bool,
) -> Result<Outcome, AppError> {
    let app = &admin.site.app;
    let stored = policy::stored(&app.store).await?;
    let old = stored.get(name);
    bundle::count_up(&mut files, old.and_then(|files| bundle::revision(files)));
    let checked = policy::check(name, &files).and_then(|(pack, warnings)| {
        let mut packs = vec![pack.clone()];
        for (other, files) in stored.iter().filter(|(other, _)| *other != name) {
            packs.push(policy::check(other, files)?.0);
        }
        policy::join(packs).map(|_| (pack, warnings))
    });
    let (pack, warnings) = match checked {
        Ok(sound) => sound,
        Err(error) => return unsound(admin, error),
    };
    if apply {
        policy::import(app, &admin.staff.actor, name, files).await?;
        return Ok(Outcome::Applied);
    }
    let old = old.and_then(|files| policy::check(name, files).ok()).map(|(pack, _)| pack);
    let mut blocks = vec![
        Block::Notice(Notice::new(Tone::Good, admin.t(K::AdminSound), Some(admin.t(K::AdminSoundHint)))),
        changes(admin, old.as_ref(), &pack),
    ];
    if !warnings.is_empty() {
        blocks.push(diagnostics(admin, &warnings));
    }
    Ok(Outcome::Sound(blocks))
}

fn unsound(admin: &Admin, error: PolicyError) -> Result<Outcome, AppError> {
    match error {
        PolicyError::Pack { diagnostics: found, .. } => {
            Ok(Outcome::Unsound(vec![diagnostics(admin, &found)]))
        }
        PolicyError::Join { problems } => {
            let rows = problems.into_iter().map(|problem| vec![Cell::text(problem)]).collect();
            Ok(Outcome::Unsound(vec![Block::Table(Table {
                caption: admin.t(K::AdminContradictions),
                head: vec![admin.t(K::AdminProblem)],
                rows,
                empty: String::new(),
            })]))
        }
        other @ (PolicyError::Store(_) | PolicyError::Denied(_)) => Err(other.into()),
    }
}

/// Every problem with file and line, errors first.
fn diagnostics(admin: &Admin, found: &[Diagnostic]) -> Block {
    let mut sorted: Vec<&Diagnostic> = found.iter().collect();
    sorted.sort_by_key(|diagnostic| (diagnostic.severity(), diagnostic.at.clone()));
    let row = |diagnostic: &&Diagnostic| {
        let (tone, key) = match diagnostic.severity() {
            Severity::Error => (Tone::Bad, K::AdminError),
            Severity::Warning => (Tone::Care, K::AdminWarning),
        };
        let words = match admin.lang() {
            Lang::Vi => diagnostic.problem.vi(),
            Lang::En => diagnostic.problem.en(),
        };
        vec![
            Cell::text(diagnostic.at.file.clone()),
            Cell::text(diagnostic.at.line.to_string()),
            Cell::tag(Tag::new(tone, admin.t(key))),
            Cell::text(words),
        ]
    };
    Block::Table(Table {
        caption: admin.t(K::AdminProblems),
        head: [K::AdminFile, K::AdminLine, K::AdminState, K::AdminProblem].map(|key| admin.t(key)).to_vec(),
        rows: sorted.iter().map(row).collect(),
        empty: String::new(),
    })
}

/// What differs from the pack in force.
pub(super) fn changes(admin: &Admin, old: Option<&Pack>, new: &Pack) -> Block {
    let Some(old) = old else { return Block::Text(admin.t(K::AdminPackNew)) };
    let row = |change: Change| {
        let what = match &change.kind {
            ChangeKind::Added => admin.t(K::AdminAdded),
            ChangeKind::Removed => admin.t(K::AdminRemoved),
            ChangeKind::Changed(parts) => format!("{}: {}", admin.t(K::AdminChanged), parts.join(", ")),
        };
        let mut key = Cell::text(change.key.clone());
        if change.is_backdated(admin.today()) {
            key = key.note(admin.t(K::AdminBackdated));
        }
        let from = change.from.map(|from| format::date(admin.lang(), from)).unwrap_or_default();
        vec![key, Cell::text(subject(admin, change.subject)), Cell::text(what), Cell::text(from)]
    };
    Block::Table(Table {
        caption: admin.t(K::AdminChanges),
        head: [K::AdminEntry, K::AdminKind, K::AdminWhat, K::AdminFrom].map(|key| admin.t(key)).to_vec(),
        rows: diff(old, new).into_iter().map(row).collect(),
        empty: admin.t(K::AdminNoChanges),
    })
}

fn subject(admin: &Admin, subject: Subject) -> String {
    admin.t(match subject {
        Subject::Pack => K::AdminPack,
        Subject::Sector => K::AdminSector,
        Subject::Calendar => K::AdminCalendar,
        Subject::Unit => K::AdminUnit,
        Subject::Procedure => K::AdminProcedure,
        Subject::Programme => K::AdminProgramme,
    })
}

async fn import(State(_site): State<Site>, admin: Admin, mut fields: Fields) -> Response {
    if let Err(response) = admin.genuine(&fields) {
        return response;
    }
    let sent = fields.files().next().map(|(_, file)| String::from_utf8_lossy(&file.bytes).into_owned());
    if let Some(text) = sent {
        fields.set("van-ban", text);
    }
    let mut errors = Errors::new();
    let name = fields.get("ten").trim().to_owned();
    if !is_name(&name) {
        errors.push(("ten".to_owned(), admin.t(K::AdminPackNameWrong)));
    }
    let files = bundle::read(fields.get("van-ban"));
    if files.is_none() {
        errors.push(("van-ban".to_owned(), admin.t(K::AdminPackTextWrong)));
    }
    let apply = fields.get("viec") == "ap-dung";
    let outcome = match files.filter(|_| errors.is_empty()) {
        Some(files) => work(&admin, &name, files, apply).await,
        None => Ok(Outcome::Unsound(Vec::new())),
    };
    let to = format!("{PATH}/{}?xong=1", encode(&name));
    match build(&admin, &fields, &errors).await {
        Ok(sheet) => answer(&admin, sheet, outcome, errors, &to),
        Err(error) => admin.failed(&error),
    }
}

/// Shows what became of a checked pack on top of the page it was sent from.
pub(super) fn answer(
    admin: &Admin,
    mut sheet: Sheet,
    outcome: Result<Outcome, AppError>,
    mut errors: Errors,
    to: &str,
) -> Response {
    match outcome {
        Ok(Outcome::Applied) => reply::see_other(to),
        Ok(Outcome::Sound(blocks)) => {
            sheet.blocks.splice(0..0, blocks);
            shown(&sheet)
        }
        Ok(Outcome::Unsound(blocks)) => {
            if errors.is_empty() {
                errors.push(("van-ban".to_owned(), admin.t(K::AdminUnsound)));
            }
            sheet.blocks.splice(0..0, blocks);
            wrong(sheet, errors)
        }
        Err(error) => admin.failed(&error),
    }
}

/// A pack's name is a key: small letters, digits, hyphens.
fn is_name(name: &str) -> bool {
    name.parse::<domain::place::LevelCode>().is_ok()
}

async fn one(
    State(site): State<Site>,
    admin: Admin,
    Path(id): Path<String>,
    Query(query): Query<BTreeMap<String, String>>,
) -> Response {
    let stored = match policy::stored(&site.app.store).await {
        Ok(stored) => stored,
        Err(error) => return admin.failed(&AppError::Store(error)),
    };
    let Some(files) = stored.get(&id) else { return admin.failed(&AppError::NotFound { what: "pack" }) };
    let mut sheet = admin.sheet(id.clone(), format!("{PATH}/{id}")).await;
    sheet.page.back = Some(Link::new(PATH, admin.t(K::AdminPacks)));
    sheet.notice = query.contains_key("xong").then(|| admin.done(K::AdminApplied)).flatten();
    let read = policy::check(&id, files);
    if let Ok((pack, _)) = &read {
        sheet.lead = Some(admin.staff.ask.name_of(&pack.meta.notice).to_owned());
        sheet.add(Block::Facts(vec![
            (admin.t(K::AdminCalled), admin.staff.ask.name_of(&pack.meta.name).to_owned()),
            (admin.t(K::AdminRevision), pack.meta.revision.to_string()),
            (admin.t(K::AdminValidity), admin.span(pack.meta.validity)),
        ]));
    }
    sheet.add(Block::Links(vec![Link::new(format!("{PATH}/{id}/van-ban"), admin.t(K::AdminDownload))]));
    let row = |(path, text): &PackText| {
        vec![
            Cell::link(format!("{PATH}/{id}/tep?ten={}", encode(path)), path.clone()),
            Cell::text(text.lines().count().to_string()),
        ]
    };
    sheet.add(Block::Table(Table {
        caption: admin.t(K::AdminFiles),
        head: [K::AdminFile, K::AdminLines].map(|key| admin.t(key)).to_vec(),
        rows: files.iter().map(row).collect(),
        empty: String::new(),
    }));
    if let (Ok((pack, warnings)), Some(shipped)) = (&read, catalogue::embedded(&id)) {
        let shipped: Vec<PackText> =
            shipped.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        sheet.head(K::AdminAgainstShipped);
        if let Ok((shipped, _)) = policy::check(&id, &shipped) {
            sheet.add(changes(&admin, Some(&shipped), pack));
        }
        if !warnings.is_empty() {
            sheet.add(diagnostics(&admin, warnings));
        }
    }
    shown(&sheet)
}

async fn download(State(site): State<Site>, admin: Admin, Path(id): Path<String>) -> Response {
    let stored = match policy::stored(&site.app.store).await {
        Ok(stored) => stored,
        Err(error) => return admin.failed(&AppError::Store(error)),
    };
    let Some(files) = stored.get(&id) else { return admin.failed(&AppError::NotFound { what: "pack" }) };
    let name = HeaderValue::from_str(&format!("attachment; filename=\"{id}.txt\""));
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8")),
        (CONTENT_DISPOSITION, name.unwrap_or(HeaderValue::from_static("attachment"))),
    ];
    (headers, bundle::print(files)).into_response()
}
