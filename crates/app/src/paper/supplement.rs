//! Slip 02 of a dossier that was received: everything that was asked for, in one paper.

use super::frame::{self, Office};
use super::receipt::component_name;
use super::slip::contact;
use super::{Pdf, pdf, wording};
use crate::error::AppError;
use crate::policy::Policy;
use crate::read::{self, DossierPage};
use crate::{Actor, App};
use documents::{Document, MissingItem, SupplementSlip};
use domain::dossier::{DossierCode, Event, Recorded, SupplementItem};
use i18n::{Lang, words};

/// Draws the slip of the supplement that was asked for.
///
/// # Errors
/// [`AppError::NotFound`] when none was asked for, and where the actor has no right to the dossier.
pub async fn supplement_slip(app: &App, actor: &Actor, code: &DossierCode) -> Result<Pdf, AppError> {
    let page = read::dossier(app, actor, code).await?;
    let asked = page.story.iter().rev().find_map(|recorded| {
        let Event::SupplementRequested { items, reason } = &recorded.event else { return None };
        Some((recorded, items, reason))
    });
    let (recorded, items, reason) = asked.ok_or(AppError::NotFound { what: "supplement" })?;
    let policy = app.policy();
    let paper = paper(app, &policy, &page, recorded, items, reason)?;
    pdf(Document::SupplementSlip(Box::new(paper)), "phieu-bo-sung", code.as_str()).await
}

fn paper(
    app: &App,
    policy: &Policy,
    page: &DossierPage,
    recorded: &Recorded,
    items: &[SupplementItem],
    reason: &str,
) -> Result<SupplementSlip, AppError> {
    let reception = &page.dossier.reception;
    let office = Office::at(policy, &recorded.unit, recorded.at)?;
    let code = reception.code.as_str();
    let mut frame = frame::frame(office.counter(), code, reception.synthetic, recorded.at);
    frame.look_up = Some(frame::dossier_look_up(app, &page.token, code, None));
    let version = policy.version(&reception.procedure.code, reception.procedure.version);
    let item = |item: &SupplementItem| {
        let components = version.iter().flat_map(|version| &version.components);
        let mut known = components.filter(|spec| Some(&spec.id) == item.component.as_ref());
        let spec = known.next();
        let name = item.component.as_ref().map(|id| component_name(policy, reception, id));
        MissingItem {
            name: name
                .into_iter()
                .chain([item.what.clone()])
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(": "),
            form: spec
                .map_or(wording::ANY_FORM, |spec| words::copy_kind(spec.copy_kind, Lang::Vi))
                .to_owned(),
            number: spec.map_or(1, |spec| u32::from(spec.quantity)),
        }
    };
    Ok(SupplementSlip {
        frame,
        number: None,
        place_date: office.place_date(recorded.at),
        applicant: frame::applicant(&reception.applicant),
        procedure: frame::procedure(policy, &reception.procedure),
        content: String::new(),
        missing: items.iter().map(item).collect(),
        reason: reason.to_owned(),
        next_step: Some(wording::BRING_ALL_ONCE.to_owned()),
        contact: contact(&office, page.names.get(&recorded.actor).map(String::as_str).unwrap_or_default()),
    })
}
