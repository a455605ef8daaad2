//! From a document to bytes: values, typesetter, exporter.

mod clean;
mod fonts;
mod templates;
mod values;
mod world;

use typst::WorldExt as _;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use self::world::PaperWorld;
use crate::{Document, DocumentError, LocalTime, Rendered, TEMPLATE_VERSION};

/// No paper of an office comes near this; a larger one is a mistake or an attack on memory.
const PAGE_LIMIT: usize = 200;
/// Vietnam keeps one zone all year, seven hours ahead of UTC.
const ZONE_MINUTES: i32 = 7 * 60;

/// Draws `document`; see [`crate::render`].
pub(crate) fn render(document: &Document) -> Result<Rendered, DocumentError> {
    let outcome = draw(document);
    // Memory: the typesetter remembers every layout until told otherwise, failed ones included.
    comemo::evict(0);
    outcome
}

fn draw(document: &Document) -> Result<Rendered, DocumentError> {
    if document.title().trim().is_empty() {
        return Err(DocumentError::Untitled);
    }
    let template = document.template();
    let (inputs, replaced_characters) = values::inputs(document)?;
    let world = PaperWorld::new(template, inputs)?;
    let paged = typst::compile::<PagedDocument>(&world)
        .output
        .map_err(|found| DocumentError::Layout { template, message: messages(&world, &found) })?;
    let pages = paged.pages().len();
    if pages > PAGE_LIMIT {
        return Err(DocumentError::TooManyPages { pages, limit: PAGE_LIMIT });
    }
    let pdf = typst_pdf::pdf(&paged, &options(document)?)
        .map_err(|found| DocumentError::Export { template, message: messages(&world, &found) })?;
    Ok(Rendered { pdf, pages, replaced_characters, template_version: TEMPLATE_VERSION })
}

fn options(document: &Document) -> Result<PdfOptions, DocumentError> {
    let frame = document.frame();
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|_| DocumentError::Resource("archive and accessibility standards exclude each other"))?;
    Ok(PdfOptions {
        ident: Smart::Custom(format!("khongcho/{}/{}/{TEMPLATE_VERSION}", document.template(), frame.code)),
        creator: Smart::Custom(Some(format!("khongcho, template {TEMPLATE_VERSION}"))),
        timestamp: Some(timestamp(frame.drawn_at)?),
        standards,
        ..PdfOptions::default()
    })
}

fn timestamp(at: LocalTime) -> Result<Timestamp, DocumentError> {
    Datetime::from_ymd_hms(at.year, at.month, at.day, at.hour, at.minute, at.second)
        .and_then(|time| Timestamp::new_local(time, ZONE_MINUTES))
        .ok_or_else(|| DocumentError::Time(format!("{at:?}")))
}

fn messages(world: &PaperWorld, found: &[SourceDiagnostic]) -> String {
    found.iter().map(|one| located(world, one)).collect::<Vec<_>>().join("; ")
}

/// The message with the template and line it is about, where it is about one.
fn located(world: &PaperWorld, one: &SourceDiagnostic) -> String {
    let place = one.span.id().and_then(templates::by_id).and_then(|source| {
        let line = source.lines().byte_to_line(world.range(one.span)?.start)?;
        Some(format!("{}:{}: ", source.id().vpath().get_without_slash(), line + 1))
    });
    format!("{}{}", place.unwrap_or_default(), one.message)
}
