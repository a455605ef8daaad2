//! `POST /dossiers/{code}/files`: a file for a component, looked at and kept as at the counter.

use super::act::{finish, replay, seen};
use super::auth::{Caller, Seg};
use super::code::Code;
use super::once::{self, Once};
use super::problem::Problem;
use super::read::{Faults, Object};
use super::show;
use crate::fields::{BadForm, Fields, SentFile};
use crate::site::{Ask, Site};
use app::once::{Answer, Terms};
use app::{attach, read};
use axum::extract::{FromRequest, Request, State};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use domain::dossier::{DossierCode, FileRef};
use domain::procedure::ComponentId;
use i18n::Key as K;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Largest request, in bytes; the file's own limit is a setting and is asked for when it is looked at.
pub const BODY_BYTES_MAX: usize = 64 << 20;

/// A form with one file, as `multipart/form-data`.
pub struct Upload {
    fields: Fields,
}

impl FromRequest<Site> for Upload {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &Site) -> Result<Self, Problem> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if !kind.is_some_and(|kind| kind.trim_start().starts_with("multipart/form-data")) {
            return Err(Problem::new(Code::UnsupportedMediaType));
        }
        match Fields::from_request(request, state).await {
            Ok(fields) => Ok(Self { fields }),
            Err(BadForm::TooLarge) => Err(Problem::with(Code::TooLarge, K::ApiTooLargeDo)),
            Err(BadForm::Broken) => Err(Problem::new(Code::BadRequest)),
        }
    }
}

/// What the form says.
struct Wish {
    component: ComponentId,
    file: SentFile,
    seen: u32,
}

/// Keeps the file and adds it to the dossier; the answer names its hash.
pub async fn create(
    State(site): State<Site>,
    ask: Ask,
    Caller(actor): Caller,
    Seg(code): Seg<String>,
    once: Once,
    headers: HeaderMap,
    Upload { fields }: Upload,
) -> Result<Response, Problem> {
    let app = &site.app;
    let code = DossierCode::parse(&code).map_err(|_| Problem::new(Code::NotFound))?;
    let request = once.request(&digest(&fields));
    if let Some(kept) = once::kept(app, &actor, &request).await? {
        return Ok(replay(kept));
    }
    // Whoever may not know of the dossier hears nothing about the file either.
    read::dossier(app, &actor, &code).await?;
    let wish = wish(&fields, &headers, &ask)?;
    let file = attach::keep(app, &actor, wish.file.bytes.to_vec(), &wish.file.name).await?;
    let named = file.clone();
    let show = Arc::new(move |after: &domain::dossier::Dossier| {
        let mut shown = show::acted(after);
        shown["file"] = shown_file(&named);
        shown.to_string()
    });
    let answer = Answer { request, show };
    let terms = Terms { seen: Some(wish.seen), answer: Some(answer.clone()) };
    let done = attach::attach(app, &actor, &code, terms, wish.component, file).await;
    finish(app, &actor, &answer, done).await
}

fn shown_file(file: &FileRef) -> Value {
    json!({
        "sha256": file.sha256,
        "media_type": file.media_type,
        "pages": file.pages,
        "bytes": file.bytes,
        "name": file.name,
    })
}

/// Reads the form; everything wrong at once, fields that nobody knows included.
fn wish(fields: &Fields, headers: &HeaderMap, ask: &Ask) -> Result<Wish, Problem> {
    const FILE: &str = "file";
    let mut faults = Faults::new(ask.lang);
    let mut texts = Map::new();
    for (name, value) in fields.pairs().filter(|(name, _)| *name != FILE) {
        // A number in a form is a text: only this one is meant as a number.
        let number = value.parse::<u64>().ok().filter(|_| name == "if_version");
        texts.insert(name.to_owned(), number.map_or_else(|| json!(value), |number| json!(number)));
    }
    let mut object = Object::body(texts);
    let seen = seen(headers, &mut object, ask.lang, &mut faults);
    let component: Option<ComponentId> = object.parsed("component", &mut faults);
    let component = object.required("component", component, &mut faults);
    object.finish(&mut faults);
    let sent = fields.files().filter(|(name, _)| *name == FILE);
    let sent: Vec<&SentFile> = sent.map(|(_, file)| file).collect();
    let file = match (sent.as_slice(), fields.files().count()) {
        ([one], 1) => Some((*one).clone()),
        ([], 0) => {
            faults.add(FILE, "required", K::ApiFieldRequired);
            None
        }
        _other => {
            faults.add(FILE, "repeated", K::ApiFieldRepeated);
            None
        }
    };
    let (component, file) = faults.settle(component.zip(file))?;
    let seen = seen?.ok_or(Problem::with(Code::PreconditionRequired, K::ApiPreconditionDo))?;
    Ok(Wish { component, file, seen })
}

/// SHA-256 of what was sent, whatever boundary stood between the parts.
fn digest(fields: &Fields) -> [u8; 32] {
    let mut hash = Sha256::new();
    let mut part = |bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    };
    for (name, value) in fields.pairs() {
        part(name.as_bytes());
        part(value.as_bytes());
    }
    for (name, file) in fields.files() {
        part(name.as_bytes());
        part(file.name.as_bytes());
        part(&file.bytes);
    }
    hash.finalize().into()
}
