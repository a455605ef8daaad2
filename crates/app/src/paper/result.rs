//! The result on paper: from the data that was decided and the wording of the version, and nothing else.

use super::frame::{self, Office};
use super::layout::{Part, part};
use super::wording;
use crate::error::AppError;
use documents::{Document, Field, IssuedResult, LookUp, ResultKind};
use domain::dossier::{self, Dossier, Outcome};
use domain::procedure::{self, FieldKind, FieldSpec, ProcedureVersion, fill};
use domain::time::civil;
use i18n::{Lang, format};
use jiff::Timestamp;
use jiff::civil::Date;

/// What a result is drawn from.
pub(super) struct Decided<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// The result as approved.
    pub result: &'a dossier::IssuedResult,
    /// The version it was decided by.
    pub version: &'a ProcedureVersion,
    /// The deciding unit on the day of the decision.
    pub office: Office<'a>,
    /// When it was decided.
    pub at: Timestamp,
    /// Granted or refused.
    pub outcome: Outcome,
    /// The reason of a refusal.
    pub reason: &'a str,
    /// The page that says whether the paper is genuine.
    pub check_url: String,
}

/// The paper of a result.
pub(super) fn document(decided: &Decided<'_>) -> Result<Document, AppError> {
    let paper = match decided.outcome {
        Outcome::Granted => granted(decided),
        Outcome::Refused => refused(decided),
    };
    let paper = paper.map_err(|error| AppError::Document(error.to_string()))?;
    Ok(Document::IssuedResult(Box::new(paper)))
}

/// What every result has.
fn base(decided: &Decided<'_>) -> IssuedResult {
    let number = number(decided);
    let mut agency = decided.office.authority();
    agency.name = agency.name.replacen("ỦY BAN NHÂN DÂN ", "ỦY BAN NHÂN DÂN\n", 1);
    let synthetic = decided.dossier.reception.synthetic;
    let mut frame = frame::frame(agency, &format!("Số {number}"), synthetic, decided.at);
    let shown = frame::typed(&decided.check_url).to_owned();
    frame.look_up = Some(LookUp { url: decided.check_url.clone(), shown, pin: None });
    let title = decided.result.data.get("signer_title").map(String::as_str).unwrap_or_default();
    IssuedResult {
        frame,
        number,
        place_date: decided.office.place_date(decided.at),
        signer: decided.office.signer(title, Some(decided.result.signer.clone())),
        verification: Some(documents::wording::VERIFICATION.to_owned()),
        ..IssuedResult::default()
    }
}

fn granted(decided: &Decided<'_>) -> Result<IssuedResult, procedure::TemplateError> {
    let template = &decided.version.result;
    let mut paper = IssuedResult { title: template.title.clone(), ..base(decided) };
    match template.kind {
        procedure::ResultKind::Plain => {
            paper.kind = ResultKind::Plain;
            paper.recipients = wording::RECIPIENTS.map(str::to_owned).to_vec();
        }
        procedure::ResultKind::CertifiedCopy => {
            paper.kind = ResultKind::CertifiedCopy;
            paper.signer.authority.insert(0, wording::CERTIFIER.to_owned());
            paper.closing.push(documents::wording::CERTIFIED_COPY_STATEMENT.to_owned());
        }
        procedure::ResultKind::ExtractCopy => paper.kind = ResultKind::ExtractCopy,
        procedure::ResultKind::MaritalStatus => paper.kind = ResultKind::MaritalStatus,
    }
    for paragraph in &template.paragraphs {
        place(&mut paper, paragraph, decided)?;
    }
    Ok(paper)
}

/// Puts a paragraph where the layout has it, keeping the order of the wording: after the first sentence that follows
/// the lines, everything stays a sentence.
fn place(
    paper: &mut IssuedResult,
    paragraph: &str,
    decided: &Decided<'_>,
) -> Result<(), procedure::TemplateError> {
    let filled = |wording: &str| fill(wording, |name| value(decided, name));
    let certified = paper.kind == ResultKind::CertifiedCopy;
    let only_statement = usize::from(certified);
    let lines_ended = paper.closing.len() > only_statement;
    match part(paragraph) {
        // The layout of a certification prints number and book in its own box.
        Part::Line(pairs) if certified && pairs.iter().any(|(_, value)| *value == "{number}") => {
            let book = pairs.iter().find(|(_, value)| *value != "{number}");
            paper.register = book.map(|(_, value)| filled(value)).transpose()?;
        }
        Part::Line(pairs) if !lines_ended => {
            let field = |(label, value): (String, &str)| Ok(Field::new(&label, &filled(value)?));
            paper.rows.push(pairs.into_iter().map(field).collect::<Result<_, _>>()?);
        }
        Part::Declaration(text) if paper.rows.is_empty() => paper.declaration = Some(text.to_owned()),
        Part::Sentence(text) if paper.rows.is_empty() && paper.declaration.is_none() && !certified => {
            paper.opening.push(filled(text)?);
        }
        Part::Line(_) | Part::Declaration(_) | Part::Sentence(_) => {
            paper.closing.push(filled(paragraph)?);
        }
    }
    Ok(())
}

fn refused(decided: &Decided<'_>) -> Result<IssuedResult, procedure::TemplateError> {
    let filled = |wording: &str| fill(wording, |name| value(decided, name));
    Ok(IssuedResult {
        kind: ResultKind::Plain,
        title: wording::REFUSAL_TITLE.to_owned(),
        opening: vec![filled(wording::REFUSAL_OPENING)?],
        rows: vec![vec![Field::new("Lý do", decided.reason)]],
        closing: vec![filled(wording::LEGAL_BASIS)?, wording::REFUSAL_CLOSING.to_owned()],
        recipients: wording::RECIPIENTS.map(str::to_owned).to_vec(),
        ..base(decided)
    })
}

/// The number as printed; registers are keys in packs and capitals on paper.
fn number(decided: &Decided<'_>) -> String {
    decided.result.number.to_string().to_uppercase()
}

/// The value of a placeholder: what was decided, in the form people read; what the dossier itself says besides.
fn value(decided: &Decided<'_>, name: &str) -> Option<String> {
    if name == "number" {
        return Some(number(decided));
    }
    let recorded = decided.result.data.get(name).filter(|value| !value.trim().is_empty());
    if let Some(recorded) = recorded {
        let spec = decided.version.fields.iter().find(|field| field.id.as_str() == name);
        return Some(spec.map_or_else(|| recorded.clone(), |spec| shown(spec, recorded)));
    }
    match name {
        "unit_name" => Some(decided.office.unit.name.vi.clone()),
        "place" => Some(decided.office.unit.short_name.clone()),
        "issued_on_words" => Some(format::date_words(Lang::Vi, civil(decided.at).date())),
        "pages" => decided.result.data.get("pages_of_original").cloned(),
        _unknown => None,
    }
}

/// A choice by its label, a date as `02/02/2024`, anything else as it was typed.
fn shown(spec: &FieldSpec, recorded: &str) -> String {
    match &spec.kind {
        FieldKind::Choice(options) => {
            let chosen = options.iter().find(|option| option.value == recorded);
            chosen.map_or_else(|| recorded.to_owned(), |option| option.label.vi.clone())
        }
        FieldKind::Date => {
            recorded.parse::<Date>().map_or_else(|_| recorded.to_owned(), |on| format::date(Lang::Vi, on))
        }
        FieldKind::Text | FieldKind::LongText | FieldKind::Number => recorded.to_owned(),
    }
}
