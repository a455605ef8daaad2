//! Slips 02 and 03 for somebody who was turned away: nothing was received, so there is no code.

use super::frame::{self, Office};
use super::{Pdf, pdf, wording};
use crate::error::AppError;
use crate::intake::{Slip, SlipKind, find_slip};
use crate::policy::Policy;
use crate::{Actor, App};
use documents::{Contact, Document, MissingItem, Person, RefusalNotice, SupplementSlip};
use domain::procedure::ProcedureVersion;
use domain::time::{civil, from_ms};
use i18n::{Lang, words};

/// Draws the slip of somebody who was turned away.
///
/// # Errors
/// [`AppError::NotFound`] also where the actor has no right at its unit.
pub async fn slip(app: &App, actor: &Actor, slip_id: &str) -> Result<Pdf, AppError> {
    let slip = find_slip(app, actor, slip_id).await?;
    let policy = app.policy();
    let (document, kind) = match slip.kind {
        SlipKind::Supplement => (supplement(&policy, &slip)?, "phieu-bo-sung"),
        SlipKind::Refusal => (refusal(&policy, &slip)?, "phieu-tu-choi"),
    };
    pdf(document, kind, slip_id).await
}

fn supplement(policy: &Policy, slip: &Slip) -> Result<Document, AppError> {
    let office = office(policy, slip)?;
    let version = version(policy, &office, slip);
    let missing = slip.missing.iter().map(|name| missing(version, name)).collect();
    Ok(Document::SupplementSlip(Box::new(SupplementSlip {
        frame: frame::frame(office.counter(), "", false, from_ms(slip.at)),
        number: None,
        place_date: office.place_date(from_ms(slip.at)),
        applicant: applicant(slip),
        procedure: procedure(version, slip),
        content: String::new(),
        missing,
        reason: slip.reason.clone(),
        next_step: Some(wording::BRING_ALL.to_owned()),
        contact: contact(&office, &slip.officer),
    })))
}

fn refusal(policy: &Policy, slip: &Slip) -> Result<Document, AppError> {
    let office = office(policy, slip)?;
    let version = version(policy, &office, slip);
    let bases = version.into_iter().flat_map(|version| &version.legal_bases);
    Ok(Document::RefusalNotice(Box::new(RefusalNotice {
        frame: frame::frame(office.counter(), "", false, from_ms(slip.at)),
        number: None,
        place_date: office.place_date(from_ms(slip.at)),
        applicant: applicant(slip),
        procedure: procedure(version, slip),
        content: String::new(),
        reasons: slip.reason.lines().map(str::to_owned).collect(),
        legal_basis: bases.map(|source| source.citation.clone()).collect(),
        next_step: Some(wording::ASK_AGAIN.to_owned()),
        contact: contact(&office, &slip.officer),
    })))
}

fn office<'p>(policy: &'p Policy, slip: &Slip) -> Result<Office<'p>, AppError> {
    let unit = slip.unit.parse().map_err(|_| AppError::NotFound { what: "unit" })?;
    Office::at(policy, &unit, from_ms(slip.at))
}

/// The version that the slip was written by; the slip itself keeps only names.
fn version<'p>(policy: &'p Policy, office: &Office<'p>, slip: &Slip) -> Option<&'p ProcedureVersion> {
    let offered = policy.offered_at(&office.unit.code, civil(from_ms(slip.at)).date());
    offered.into_iter().map(std::convert::AsRef::as_ref).find(|version| version.name.vi == slip.procedure)
}

fn procedure(version: Option<&ProcedureVersion>, slip: &Slip) -> String {
    version.map_or_else(|| slip.procedure.clone(), |version| format!("{} {}", version.code, slip.procedure))
}

fn missing(version: Option<&ProcedureVersion>, name: &str) -> MissingItem {
    let mut components = version.into_iter().flat_map(|version| &version.components);
    match components.find(|spec| spec.name.vi == name) {
        Some(spec) => MissingItem {
            name: name.to_owned(),
            form: words::copy_kind(spec.copy_kind, Lang::Vi).to_owned(),
            number: u32::from(spec.quantity),
        },
        None => MissingItem { name: name.to_owned(), form: wording::ANY_FORM.to_owned(), number: 1 },
    }
}

fn applicant(slip: &Slip) -> Person {
    let address = Some(slip.address.clone()).filter(|address| !address.is_empty());
    Person { name: slip.applicant.clone(), address, ..Person::default() }
}

pub(super) fn contact(office: &Office<'_>, officer: &str) -> Contact {
    Contact { name: officer.to_owned(), phone: office.unit.contact.phone.clone() }
}
