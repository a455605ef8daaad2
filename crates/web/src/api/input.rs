//! What each act's body says, and the command that follows from it.

use super::draft::{COUNT_MAX, answers, handed, questions};
use super::person;
use super::read::{Faults, Object};
use crate::staff::dossier::papers_of;
use app::AppError;
use app::amend::with_consequences;
use app::handle::Situation;
use app::intake::HandedIn;
use app::read::DossierPage;
use domain::dossier::{
    Act, Amendment, Asked, Collector, CollectorIdentity, Command, Delivery, Event, HandedComponent, Minutes,
    Outcome, PauseCause, PaymentMethod, Refusal, SupplementItem, Synchronisation, VerificationAnswer,
};
use domain::money::Dong;
use domain::procedure::{ComponentId, ComponentKind, Exemption, FieldUse, ProcedureVersion};
use i18n::Key as K;
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Value;
use std::sync::Arc;

/// Largest amount of money in đồng.
const DONG_MAX: u64 = 1_000_000_000_000;

/// An act as asked for.
#[derive(Debug, Clone)]
pub enum Input {
    /// A command that needs nothing of the dossier.
    Ready(Box<Command>),
    /// What was brought of what was asked.
    Supplement(Vec<HandedIn>, Vec<ComponentId>),
    /// Why something is verified.
    BeginVerification(String),
    /// The clock goes on.
    Resume,
    /// New due time, reason, unit at fault.
    Extend(Timestamp, String, String),
    /// Outcome and reason.
    Approve(Outcome, String),
    /// To whom, and how.
    HandBack(Collector, Delivery),
    /// Component, hash and name of a file that is kept already.
    AttachFile(ComponentId, String, String),
    /// What was recorded wrongly, and why it is changed.
    Amend(Box<Amendment>, String),
}

/// What reading needs to know: the dossier where the act depends on it.
pub struct About<'a> {
    /// The dossier.
    pub page: Option<&'a DossierPage>,
    /// The version of its procedure.
    pub version: Option<Arc<ProcedureVersion>>,
    /// Today.
    pub today: Date,
}

/// Whether reading an act's body needs the dossier.
pub const fn needs_dossier(act: Act) -> bool {
    matches!(act, Act::Appraise | Act::RequestSupplement | Act::Supplement | Act::Amend)
}

/// Reads the body of an act.
pub fn read(act: Act, body: &mut Object, about: &About<'_>, faults: &mut Faults) -> Option<Input> {
    let reason = |body: &mut Object, faults: &mut Faults| body.required_text("reason", faults);
    let command = match act {
        Act::Receive => return None,
        Act::RequestSupplement => {
            let items = items(body, about, faults);
            Command::RequestSupplement { items, reason: reason(body, faults)? }
        }
        Act::Supplement => return Some(Input::Supplement(handed(body, faults), asked(about.page?))),
        Act::BeginVerification => return reason(body, faults).map(Input::BeginVerification),
        Act::RecordVerification => return minutes(body, faults),
        Act::Suspend => {
            let causes = [PauseCause::Payment, PauseCause::Outside];
            let cause = body.one_of("cause", &causes, PauseCause::name, faults);
            let cause = body.required("cause", cause, faults);
            let reason = reason(body, faults);
            Command::Suspend { cause: cause?, reason: reason? }
        }
        Act::Resume => return Some(Input::Resume),
        Act::Extend => {
            let due = body.instant("statutory_due_at", faults);
            let due = body.required("statutory_due_at", due, faults);
            let reason = reason(body, faults);
            let fault = body.required_line("fault", faults);
            return Some(Input::Extend(due?, reason?, fault?));
        }
        Act::Appraise => return appraise(body, about, faults),
        Act::SendBack => Command::SendBack { reason: reason(body, faults)? },
        Act::Approve => return approve(body, faults),
        Act::HandBack => return hand_back(body, faults),
        Act::Withdraw => Command::Withdraw { reason: reason(body, faults)? },
        Act::Stop => Command::Stop { reason: reason(body, faults)? },
        Act::Amend => return amend(body, about, faults),
        Act::Void => Command::Void { reason: reason(body, faults)? },
        Act::RevokeResult => Command::RevokeResult { reason: reason(body, faults)? },
        Act::AttachFile => return attach(body, faults),
        Act::RecordPayment => return payment(body, faults),
        Act::ExemptFee => Command::ExemptFee { reason: reason(body, faults)? },
        Act::RefundFee => Command::RefundFee { reason: reason(body, faults)? },
        Act::RecordSynchronisation => {
            let to = body.one_of("to", &Synchronisation::ALL, Synchronisation::name, faults);
            Command::RecordSynchronisation { to: body.required("to", to, faults)? }
        }
    };
    Some(Input::Ready(Box::new(command)))
}

/// What to bring; a component must be one of the dossier's procedure, case and answers.
fn items(body: &mut Object, about: &About<'_>, faults: &mut Faults) -> Vec<SupplementItem> {
    let dossier = about.page.map(|page| &page.dossier);
    let papers = about.version.as_deref().zip(dossier).map(|(version, dossier)| papers_of(version, dossier));
    let mut items = Vec::new();
    let objects = body.objects("items", faults);
    for mut one in body.required("items", objects, faults).unwrap_or_default() {
        let component: Option<ComponentId> = one.parsed("component", faults);
        if let (Some(id), Some(papers)) = (&component, &papers)
            && !papers.iter().any(|spec| spec.id == *id)
        {
            faults.add(one.at("component"), "not_here", K::ApiFieldNotHere);
        }
        let what = one.required_line("what", faults);
        one.finish(faults);
        items.extend(what.map(|what| SupplementItem { component, what }));
    }
    items
}

/// What the last request for a supplement named.
fn asked(page: &DossierPage) -> Vec<ComponentId> {
    let last = page.story.iter().rev().find_map(|told| {
        let Event::SupplementRequested { items, .. } = &told.event else { return None };
        Some(items)
    });
    last.into_iter().flatten().filter_map(|item| item.component.clone()).collect()
}

fn minutes(body: &mut Object, faults: &mut Faults) -> Option<Input> {
    let place = body.required_line("place", faults);
    let persons = body.required_text("persons", faults);
    let finding = body.required_text("finding", faults);
    let minutes = Minutes { place: place?, persons: persons?, finding: finding? };
    Some(Input::Ready(Box::new(Command::RecordVerification(minutes))))
}

fn outcome(body: &mut Object, name: &str, faults: &mut Faults) -> Option<Outcome> {
    let read = body.one_of(name, &Outcome::ALL, Outcome::name, faults);
    body.required(name, read, faults)
}

fn appraise(body: &mut Object, about: &About<'_>, faults: &mut Faults) -> Option<Input> {
    let proposal = outcome(body, "proposal", faults);
    let note = body.text("note", faults).unwrap_or_default();
    let typed = body.texts("answers", faults).unwrap_or_default();
    // A refusal issues no data, so nothing of it need be filled in.
    let answers = match proposal? {
        Outcome::Granted => answers("answers", about.version.as_deref()?, FieldUse::Result, typed, faults),
        Outcome::Refused => typed.into_iter().collect(),
    };
    Some(Input::Ready(Box::new(Command::Appraise { proposal: proposal?, note, answers })))
}

fn approve(body: &mut Object, faults: &mut Faults) -> Option<Input> {
    let outcome = outcome(body, "outcome", faults);
    let reason = body.text("reason", faults).unwrap_or_default();
    Some(Input::Approve(outcome?, reason))
}

fn hand_back(body: &mut Object, faults: &mut Faults) -> Option<Input> {
    let collector = body.object("collector", faults);
    let mut collector = body.required("collector", collector, faults)?;
    let name = person::name(&mut collector, "name", faults);
    let proxy = collector.object("proxy", faults);
    let by_proxy = proxy.is_some();
    let proxy = person::collector_proxy(proxy, faults);
    collector.finish(faults);
    let ways = [Delivery::Handed, Delivery::Posted, Delivery::Downloaded];
    let delivery = body.one_of("delivery", &ways, Delivery::name, faults);
    let delivery = body.required("delivery", delivery, faults);
    let identity = match proxy {
        Some((identity, authorisation)) => CollectorIdentity::Proxy { identity, authorisation },
        None if by_proxy => return None,
        None => CollectorIdentity::Applicant,
    };
    Some(Input::HandBack(Collector { name: name?, identity }, delivery?))
}

fn amend(body: &mut Object, about: &About<'_>, faults: &mut Faults) -> Option<Input> {
    let mut amendment = Amendment::default();
    let applicant = body.object("applicant", faults);
    amendment.applicant = person::applicant(applicant, about.today, faults);
    amendment.proxy = match body.take_nullable("proxy") {
        None => None,
        Some(Value::Null) => Some(None),
        Some(value) => {
            let proxy = body.inside("proxy", value, faults);
            person::proxy(proxy, about.today, faults).map(Some)
        }
    };
    let needs = body.object("needs", faults);
    amendment.needs = person::needs(needs, faults);
    if let Some(typed) = body.texts("answers", faults) {
        let version = about.version.as_deref()?;
        let read = answers("answers", version, FieldUse::Form, typed, faults);
        // Those of the result stay.
        let mut all = about.page?.dossier.reception.answers.clone();
        for spec in version.fields.iter().filter(|spec| spec.used == FieldUse::Form) {
            all.remove(spec.id.as_str());
        }
        all.extend(read);
        amendment.answers = Some(all);
    }
    amendment.copies = body.small("copies", (1, COUNT_MAX), faults);
    amendment.asked = asked_anew(body, about, faults);
    let reason = body.required_text("reason", faults)?;
    Some(Input::Amend(Box::new(amendment), reason))
}

/// What was asked at intake, with what the body says of it anew; nothing when it says nothing.
fn asked_anew(body: &mut Object, about: &About<'_>, faults: &mut Faults) -> Option<Asked> {
    let yes = body.lines("yes", faults);
    let pages = body.small("pages", (1, COUNT_MAX), faults);
    let exemption = body.one_of("exemption", &Exemption::ALL, Exemption::name, faults);
    if yes.is_none() && pages.is_none() && exemption.is_none() {
        return None;
    }
    let mut asked = about.page?.dossier.reception.asked.clone().unwrap_or(Asked::nothing());
    if let Some(yes) = yes {
        asked.yes = questions(body, about.version.as_deref()?, yes, faults);
    }
    asked.pages = pages.unwrap_or(asked.pages);
    asked.exemption = exemption.or(asked.exemption);
    Some(asked)
}

fn attach(body: &mut Object, faults: &mut Faults) -> Option<Input> {
    let component: Option<ComponentId> = body.parsed("component", faults);
    let component = body.required("component", component, faults);
    let sha256 = body.required_line("sha256", faults);
    let name = body.required_line("name", faults);
    Some(Input::AttachFile(component?, sha256?, name?))
}

fn payment(body: &mut Object, faults: &mut Faults) -> Option<Input> {
    let amount = body.number("amount", (0, DONG_MAX), faults);
    let amount = body.required("amount", amount, faults);
    let method = body.one_of("method", &PaymentMethod::ALL, PaymentMethod::name, faults);
    let method = body.required("method", method, faults);
    let bill = body.line("bill", faults).unwrap_or_default();
    let command = Command::RecordPayment { amount: Dong(amount?), method: method?, bill };
    Some(Input::Ready(Box::new(command)))
}

impl Input {
    /// The command, worked out from the dossier as it stands.
    ///
    /// # Errors
    /// [`AppError`] when the dossier's version left the policy.
    pub fn command(&self, act: Act, situation: &Situation<'_>) -> Result<Command, AppError> {
        Ok(match self.clone() {
            Self::Ready(command) => *command,
            Self::Supplement(brought, asked) => supplement(situation, brought, asked)?,
            Self::BeginVerification(reason) => Command::BeginVerification {
                reason,
                statutory_due_at: situation.full_term(true)?,
                promise: situation.promise_withdrawn(),
            },
            Self::Resume => Command::Resume { statutory_due_at: situation.with_remainder()? },
            Self::Extend(statutory_due_at, reason, fault) => {
                Command::Extend { statutory_due_at, reason, fault, late_notice: situation.notice_is_late() }
            }
            Self::Amend(amendment, reason) => {
                let amendment = Box::new(with_consequences(situation, *amendment)?);
                Command::Amend { amendment, reason }
            }
            Self::Approve(..) | Self::HandBack(..) | Self::AttachFile(..) => {
                return Err(Refusal::WrongStage { act, stage: Some(situation.dossier.stage) }.into());
            }
        })
    }
}

/// The components as they stand after a supplement; what was asked and not brought is missing.
fn supplement(
    situation: &Situation<'_>,
    brought: Vec<HandedIn>,
    asked: Vec<ComponentId>,
) -> Result<Command, AppError> {
    let reception = &situation.dossier.reception;
    let version = situation.policy.version(&reception.procedure.code, reception.procedure.version);
    let version = version.ok_or(AppError::NotFound { what: "procedure version" })?;
    let missing =
        asked.into_iter().filter(|id| !brought.iter().any(|paper| paper.component == *id)).collect();
    let mut components = situation.dossier.components().to_vec();
    for paper in brought {
        let spec = version.components.iter().find(|spec| spec.id == paper.component);
        let spec = spec.ok_or(Refusal::UnknownComponent)?;
        match components.iter_mut().find(|handed| handed.component == paper.component) {
            Some(handed) => {
                handed.originals = handed.originals.saturating_add(paper.originals);
                handed.copies = handed.copies.saturating_add(paper.copies);
            }
            None => components.push(HandedComponent {
                component: paper.component,
                submitted: spec.kind == ComponentKind::Submit,
                originals: paper.originals,
                copies: paper.copies,
                digitised: paper.digitised,
                files: paper.files,
            }),
        }
    }
    let checked = matches!(reception.verification, VerificationAnswer::Needed { .. });
    Ok(Command::Supplement { components, missing, statutory_due_at: situation.full_term(checked)? })
}
