//! Form 05: who held a dossier, from whom to whom and when.

use super::frame::{self, Office};
use super::{Pdf, pdf};
use crate::error::AppError;
use crate::policy::Policy;
use crate::read::{self, DossierPage};
use crate::{Actor, App};
use documents::{ControlSlip, Document, Field, HandOver};
use domain::day::Timeliness;
use domain::dossier::{DossierCode, Event, Recorded};
use domain::promise::Duty;
use domain::time::civil;
use i18n::{Lang, format, words};

/// Draws the control slip of a dossier.
///
/// # Errors
/// [`AppError::NotFound`] also where the actor has no right to the dossier.
pub async fn control_slip(app: &App, actor: &Actor, code: &DossierCode) -> Result<Pdf, AppError> {
    let page = read::dossier(app, actor, code).await?;
    let policy = app.policy();
    let paper = paper(app, &policy, &page)?;
    pdf(Document::ControlSlip(Box::new(paper)), "phieu-kiem-soat", code.as_str()).await
}

fn paper(app: &App, policy: &Policy, page: &DossierPage) -> Result<ControlSlip, AppError> {
    let dossier = &page.dossier;
    let reception = &dossier.reception;
    let office = Office::at(policy, &reception.receiving_unit, dossier.received_at)?;
    let code = reception.code.as_str();
    // The story may have gone on since the last print; the paper is dated by its last line.
    let mut frame = frame::frame(office.counter(), code, reception.synthetic, dossier.changed_at);
    frame.look_up = Some(frame::dossier_look_up(app, &page.token, code, None));
    Ok(ControlSlip {
        frame,
        about: vec![
            Field::new("Người nộp", reception.applicant.display_name()),
            Field::new("Thủ tục", frame::procedure(policy, &reception.procedure)),
            Field::new("Cơ quan chủ trì", leading(policy, page)),
        ],
        received: frame::moment(dossier.received_at),
        due: frame::moment(dossier.working_due_at()),
        hand_overs: hand_overs(page),
    })
}

fn leading(policy: &Policy, page: &DossierPage) -> String {
    let unit = policy.unit(page.dossier.deciding_unit(), civil(page.dossier.received_at).date());
    unit.map(|unit| unit.name.vi.clone()).unwrap_or_default()
}

/// Where the dossier lies after an event, if the event moves it.
fn next_duty(event: &Event) -> Option<Duty> {
    match event {
        Event::Received(_) | Event::SentBack { .. } | Event::Supplemented { .. } => Some(Duty::Appraise),
        Event::Appraised { .. } => Some(Duty::Approve),
        Event::Approved { .. } | Event::SupplementRequested { .. } => Some(Duty::Return),
        Event::VerificationBegun { .. }
        | Event::VerificationRecorded(_)
        | Event::Suspended { .. }
        | Event::Resumed { .. }
        | Event::Extended { .. }
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

/// Each move of the dossier; who took it over is known from who moved it on, or does it now.
fn hand_overs(page: &DossierPage) -> Vec<HandOver> {
    let moves: Vec<(&Recorded, Duty)> =
        page.story.iter().filter_map(|recorded| Some((recorded, next_duty(&recorded.event)?))).collect();
    let ends = page.story.iter().filter(|recorded| matches!(recorded.event, Event::HandedBack { .. }));
    let takers: Vec<&Recorded> = moves.iter().skip(1).map(|(recorded, _)| *recorded).chain(ends).collect();
    let name = |recorded: &Recorded| page.names.get(&recorded.actor).cloned().unwrap_or_default();
    moves
        .iter()
        .enumerate()
        .map(|(index, (recorded, duty))| HandOver {
            unit: words::duty(*duty, Lang::Vi).to_owned(),
            giver: name(recorded),
            receiver: takers.get(index).map(|taker| name(taker)).unwrap_or_default(),
            at: documents::Moment {
                hour: format::clock(Lang::Vi, civil(recorded.at).time()),
                date: format::date(Lang::Vi, civil(recorded.at).date()),
            },
            outcome: outcome(page, recorded),
            note: None,
        })
        .collect()
}

/// Early, on time or late, once it is decided.
fn outcome(page: &DossierPage, recorded: &Recorded) -> Option<String> {
    let decided = matches!(recorded.event, Event::Approved { .. });
    let due_on = civil(page.dossier.statutory_due_at).date();
    let found = decided.then(|| Timeliness::of(civil(recorded.at).date(), due_on))?;
    Some(words::timeliness(found, Lang::Vi).to_owned())
}
