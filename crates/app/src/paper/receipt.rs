//! Form 01: the receipt, with its promise, QR and PIN.

use super::frame::{self, Office};
use super::promise::{Explained, Told, explain};
use super::{Pdf, pdf, wording};
use crate::error::AppError;
use crate::policy::Policy;
use crate::read::{self, DossierPage};
use crate::{Actor, App};
use documents::{Component, Document, FeeLine, Moment, Proxy, Receipt, Station, StationState};
use domain::dossier::{Digitised, DossierCode, Event, HandedComponent, Reception};
use domain::procedure::{ComponentId, Exemption};
use domain::promise::Duty;
use domain::time::civil;
use i18n::{Lang, format, words};
use jiff::Timestamp;

/// Draws the receipt of a dossier; `copy` marks a second print, `large` sets it in 18 point.
///
/// Persons, papers and the fee are printed as they stand now (put right, paid), the promise as it was given.
///
/// # Errors
/// [`AppError::NotFound`] also where the actor has no right to the dossier.
pub async fn receipt(
    app: &App,
    actor: &Actor,
    code: &DossierCode,
    copy: bool,
    large: bool,
) -> Result<Pdf, AppError> {
    let page = read::dossier(app, actor, code).await?;
    let policy = app.policy();
    let paper = paper(app, &policy, &page, copy, large)?;
    pdf(Document::Receipt(Box::new(paper)), "giay-tiep-nhan", code.as_str()).await
}

fn paper(
    app: &App,
    policy: &Policy,
    page: &DossierPage,
    copy: bool,
    large: bool,
) -> Result<Receipt, AppError> {
    let dossier = &page.dossier;
    let (reception, received_at) = (&dossier.reception, dossier.received_at);
    let office = Office::at(policy, &reception.receiving_unit, received_at)?;
    let given = explain(policy, as_given(page), received_at, page.room, Lang::Vi);
    let code = reception.code.as_str();
    let mut frame = frame::frame(office.counter(), code, reception.synthetic, received_at);
    frame.look_up = Some(frame::dossier_look_up(app, &page.token, code, Some(page.pin.replace('-', ""))));
    (frame.copy, frame.large_print) = (copy, large);
    Ok(Receipt {
        submitter: frame::applicant(&reception.applicant),
        proxy: reception.proxy.as_ref().map(proxy),
        procedure: frame::procedure(policy, &reception.procedure),
        content: content(policy, reception),
        components: reception.components.iter().map(|handed| component(policy, reception, handed)).collect(),
        sets: 1,
        received: frame::moment(received_at),
        rail: rail(received_at, &due(&given)),
        promise: promise(&given),
        fees: fees(reception),
        fee_total: (!reception.fee.lines.is_empty()).then(|| format::money(Lang::Vi, reception.fee.total)),
        fee_note: Some(fee_note(page)),
        delivery: Some(format!("Tại {}, {}", office.unit.counter_name.vi, office.unit.name.vi)),
        officer: page.names.get(&dossier.received_by).cloned().unwrap_or_default(),
        how_to_look_up: how_to_look_up(app, &office),
        register: None,
        frame,
    })
}

/// The reception as it was recorded first, before anything changed its promise.
fn as_given(page: &DossierPage) -> &Reception {
    match page.story.first().map(|recorded| &recorded.event) {
        Some(Event::Received(reception)) => reception,
        Some(_) | None => &page.dossier.reception,
    }
}

fn due(given: &Explained) -> Moment {
    let mut due = frame::moment(given.due_at);
    if given.before {
        due.hour = format!("Trước {}", due.hour);
    }
    due
}

fn promise(given: &Explained) -> documents::Promise {
    documents::Promise {
        due: due(given),
        sentence: promise_sentence(given),
        kept: kept(&given.kept),
        // That the hour lies later is printed largest of all.
        failed: given.failed.iter().filter(|told| told.code != "closes_later").map(sentence).collect(),
        statutory: given.statutory.clone(),
    }
}

/// The promise and, for today, the hour expected.
fn promise_sentence(given: &Explained) -> String {
    let headline = format!("{}.", given.headline.trim_end_matches('.'));
    match &given.ready {
        Some(ready) => format!("{headline} {}.", words::ready_between(ready, Lang::Vi)),
        None => headline,
    }
}

fn sentence(told: &Told) -> String {
    told.sentence.clone()
}

/// What held; four lines of one duty each become one line.
fn kept(told: &[Told]) -> Vec<String> {
    let on_site = |told: &&Told| told.code.starts_with("duty_");
    if told.iter().filter(on_site).count() != Duty::ALL.len() {
        return told.iter().map(sentence).collect();
    }
    let others = told.iter().filter(|told| !on_site(told)).map(sentence);
    others.chain([wording::ALL_DUTIES.to_owned()]).collect()
}

fn proxy(proxy: &domain::person::Proxy) -> Proxy {
    let relation = words::relation(proxy.relation, Lang::Vi);
    let basis = words::authorisation(proxy.authorisation, Lang::Vi);
    Proxy {
        name: proxy.person.name.as_str().to_owned(),
        id_number: proxy.person.identity.as_ref().map(|number| number.as_str().to_owned()),
        basis: format!("{relation}; {basis}"),
    }
}

fn content(policy: &Policy, reception: &Reception) -> String {
    let version = policy.version(&reception.procedure.code, reception.procedure.version);
    let cases = version.iter().flat_map(|version| &version.cases);
    let mut chosen = cases.filter(|case| Some(&case.id) == reception.procedure.case.as_ref());
    let case = chosen.next().map(|case| case.name.vi.clone());
    let copies = (reception.copies > 1).then(|| format!("Số bản kết quả: {}", reception.copies));
    case.into_iter().chain(copies).collect::<Vec<_>>().join("; ")
}

fn component(policy: &Policy, reception: &Reception, handed: &HandedComponent) -> Component {
    let note = if handed.digitised == Digitised::FromDatabase {
        Some(wording::FROM_DATABASE)
    } else {
        (!handed.submitted).then_some(wording::ONLY_SHOWN)
    };
    let kept = |count: u16| if handed.submitted { u32::from(count) } else { 0 };
    Component {
        name: component_name(policy, reception, &handed.component),
        originals: kept(handed.originals),
        copies: kept(handed.copies),
        note: note.map(str::to_owned),
    }
}

/// The name of a component; its key where the version left the policy.
pub(super) fn component_name(policy: &Policy, reception: &Reception, id: &ComponentId) -> String {
    let version = policy.version(&reception.procedure.code, reception.procedure.version);
    let spec = version.and_then(|version| version.components.iter().find(|spec| spec.id == *id));
    spec.map_or_else(|| id.as_str().to_owned(), |spec| spec.name.vi.clone())
}

fn rail(received_at: Timestamp, due: &Moment) -> Vec<Station> {
    let station = |duty: Duty, hour: Option<String>, state| Station {
        name: words::duty(duty, Lang::Vi).to_owned(),
        hour,
        state,
    };
    let received = format::clock(Lang::Vi, civil(received_at).time());
    vec![
        station(Duty::Receive, Some(received), StationState::Done),
        station(Duty::Appraise, None, StationState::Now),
        station(Duty::Approve, None, StationState::Next),
        station(Duty::Return, Some(due.hour.clone()), StationState::Next),
    ]
}

fn fees(reception: &Reception) -> Vec<FeeLine> {
    let line = |line: &domain::dossier::ChargedLine| FeeLine {
        name: line.label.clone(),
        amount: format::money(Lang::Vi, line.amount),
    };
    reception.fee.lines.iter().map(line).collect()
}

fn fee_note(page: &DossierPage) -> String {
    let state = words::finance(page.dossier.finance, Lang::Vi);
    let ground = page.dossier.reception.fee.exemption.as_deref().and_then(Exemption::from_name);
    match ground {
        Some(ground) => format!("{state}. Miễn: {}.", words::exemption(ground, Lang::Vi)),
        None => format!("{state}."),
    }
}

fn how_to_look_up(app: &App, office: &Office<'_>) -> Vec<String> {
    let address = format!("{}/tra-cuu", frame::typed(&app.config.public_url));
    let by_qr = documents::wording::LOOK_UP_QR.replace("{address}", &address);
    let phone = office.unit.contact.phone.as_ref();
    let by_phone = phone.map(|phone| documents::wording::LOOK_UP_PHONE.replace("{phone}", phone));
    [Some(by_qr), by_phone, Some(documents::wording::COLLECT.to_owned())].into_iter().flatten().collect()
}
