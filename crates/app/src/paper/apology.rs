//! Form 04: the apology for a late result, with its one new date.

use super::frame::{self, Office};
use super::slip::contact;
use super::{Pdf, pdf};
use crate::error::AppError;
use crate::policy::Policy;
use crate::read::{self, DossierPage};
use crate::{Actor, App};
use documents::{ApologyNotice, Document};
use domain::dossier::{DossierCode, Event, Recorded};
use domain::promise::{Cause, Duty};
use domain::role::Role;
use domain::time::{civil, from_ms};
use i18n::{Lang, words};
use jiff::Timestamp;
use storage::watch;

/// Draws the apology of a dossier whose time was extended; of one whose promise broke, the draft with the cause that was
/// named and the close of the next working day as its new date.
///
/// # Errors
/// [`AppError::NotFound`] when it was neither extended nor broken, and where the actor has no right to the dossier.
pub async fn apology(app: &App, actor: &Actor, code: &DossierCode) -> Result<Pdf, AppError> {
    let page = read::dossier(app, actor, code).await?;
    let policy = app.policy();
    let paper = match paper(app, &policy, &page)? {
        Some(paper) => paper,
        None => draft(app, &policy, &page).await?.ok_or(AppError::NotFound { what: "extension" })?,
    };
    pdf(Document::ApologyNotice(Box::new(paper)), "phieu-xin-loi", code.as_str()).await
}

fn paper(app: &App, policy: &Policy, page: &DossierPage) -> Result<Option<ApologyNotice>, AppError> {
    let mut before = page.dossier.reception.statutory_due_at;
    for recorded in &page.story {
        if let Event::Extended { statutory_due_at, reason, fault, late_notice: _ } = &recorded.event {
            return notice(app, policy, page, recorded, [before, *statutory_due_at], reason, fault).map(Some);
        }
        before = due_after(&recorded.event).unwrap_or(before);
    }
    Ok(None)
}

/// The apology drafted from a broken promise.
async fn draft(app: &App, policy: &Policy, page: &DossierPage) -> Result<Option<ApologyNotice>, AppError> {
    let id = page.dossier.id.to_string();
    let Some(broken) = app.store.read(move |tx| watch::find_broken(tx, &id)).await? else { return Ok(None) };
    let duty = broken.duty.as_deref().and_then(Duty::from_name);
    let Some(cause) = Cause::from_name(&broken.cause, duty) else { return Ok(None) };
    let (due_at, unit) = (from_ms(broken.due_at), page.dossier.deciding_unit());
    let on = civil(due_at).date();
    let calendar = policy.calendar_of(unit, on).ok_or(AppError::NotFound { what: "calendar" })?;
    let next = calendar.next_working_day(on).and_then(|next| calendar.closing(next));
    let Some((recorded, new_due)) = page.story.last().zip(next) else { return Ok(None) };
    let recorded = Recorded { at: from_ms(broken.noticed_at), ..recorded.clone() };
    let fault = policy.unit(unit, on).map(|unit| unit.name.vi.clone()).unwrap_or_default();
    let reason = words::cause(cause, Lang::Vi);
    notice(app, policy, page, &recorded, [due_at, new_due], &reason, &fault).map(Some)
}

/// The due time that an event sets: what the applicant was told last.
fn due_after(event: &Event) -> Option<Timestamp> {
    match event {
        Event::Received(reception) => Some(reception.commitment_due_at.unwrap_or(reception.statutory_due_at)),
        Event::Supplemented { statutory_due_at, .. }
        | Event::VerificationBegun { statutory_due_at, .. }
        | Event::Resumed { statutory_due_at } => Some(*statutory_due_at),
        Event::SupplementRequested { .. }
        | Event::VerificationRecorded(_)
        | Event::Suspended { .. }
        | Event::Extended { .. }
        | Event::Appraised { .. }
        | Event::SentBack { .. }
        | Event::Approved { .. }
        | Event::HandedBack { .. }
        | Event::Withdrawn { .. }
        | Event::Stopped { .. }
        | Event::Amended { .. }
        | Event::Voided { .. }
        | Event::ResultRevoked { .. }
        | Event::FileAttached { .. }
        | Event::FeePaid { .. }
        | Event::FeeExempted { .. }
        | Event::FeeRefunded { .. }
        | Event::SynchronisationChanged { .. } => None,
    }
}

fn notice(
    app: &App,
    policy: &Policy,
    page: &DossierPage,
    recorded: &Recorded,
    [old_due, new_due]: [Timestamp; 2],
    reason: &str,
    fault: &str,
) -> Result<ApologyNotice, AppError> {
    let reception = &page.dossier.reception;
    let office = Office::at(policy, &reception.deciding_unit, recorded.at)?;
    let code = reception.code.as_str();
    let mut frame = frame::frame(office.counter(), code, reception.synthetic, recorded.at);
    frame.look_up = Some(frame::dossier_look_up(app, &page.token, code, None));
    let officer = page.names.get(&recorded.actor).cloned().unwrap_or_default();
    let signs = recorded.role == Role::Leader;
    Ok(ApologyNotice {
        frame,
        number: None,
        place_date: office.place_date(recorded.at),
        recipient: frame::applicant(&reception.applicant),
        procedure: frame::procedure(policy, &reception.procedure),
        received: frame::moment(page.dossier.received_at),
        old_due: frame::moment(old_due),
        new_due: frame::moment(new_due),
        reason: reason.to_owned(),
        unit_at_fault: Some(fault.to_owned()).filter(|fault| !fault.trim().is_empty()),
        contact: Some(contact(&office, &officer)),
        signer: office.signer("", signs.then_some(officer)),
    })
}
