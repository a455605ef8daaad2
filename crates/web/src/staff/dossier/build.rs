//! From what a use case read to what the page shows.

use super::view::{DossierView, Fact, Facts, PaperRow, Receipt, ResultView, Told};
use super::{Form, acts};
use crate::layout::Link;
use crate::site::Site;
use crate::staff::Staff;
use crate::staff::form::answers::{answer_words, name_of};
use crate::staff::work::{left_tag, rail_of};
use crate::widget::{Promise, Reason, Tag, Tone};
use app::read::DossierPage;
use domain::assist::Consent;
use domain::dossier::{Act, Dossier, Event, HandedComponent, Reception, Standing};
use domain::procedure::ProcedureVersion;
use domain::time::civil;
use i18n::{Arg, Key as K, Lang, format, text, text_with, words};
use jiff::Timestamp;

/// The page as a reader may see it.
pub async fn view(site: &Site, staff: &Staff, found: &DossierPage, form: &Form) -> DossierView {
    let (lang, dossier) = (staff.ask.lang, &found.dossier);
    let policy = site.app.policy();
    let procedure = &dossier.reception.procedure;
    let version = policy.version(&procedure.code, procedure.version).map(AsRef::as_ref);
    let code = dossier.code().as_str().to_owned();
    let mut page = staff.page(&site.app, format!("{} {code}", text(lang, K::DeskColDossier))).await;
    page.back = Some(Link::new("/quay", text(lang, K::DeskBackToList)));
    let due = dossier.working_due_at();
    DossierView {
        page,
        notices: Vec::new(),
        errors: None,
        version: dossier.version,
        csrf: staff.csrf.clone(),
        headline: words::stage(dossier.stage, lang).to_owned(),
        left: left_tag(&policy, lang, staff.now, dossier.stage, due, dossier.deciding_unit().as_str()),
        made_up: dossier.reception.synthetic.then(|| Tag::new(Tone::Care, text(lang, K::CommonMadeUp))),
        rail: rail_of(lang, dossier.stage).map(|rail| rail.with_notes(hours(found))),
        procedure: version.map_or_else(|| procedure.code.to_string(), |v| name_of(&v.name, lang).to_owned()),
        promise: promise(&policy, found, lang),
        clock: clock(&policy, found, lang),
        people: people_of(dossier, lang),
        papers: dossier.components().iter().map(|handed| paper(handed, version, &code, lang)).collect(),
        answers: facts_of_answers(dossier, version, lang),
        money: money(dossier, lang),
        result: result(found, lang),
        receipt: receipt(site, found, lang),
        story: helped(found, lang)
            .into_iter()
            .chain(found.story.iter().map(|told| story(found, told, &policy, lang)))
            .collect(),
        links: links(found, lang),
        acts: acts::forms(staff, found, version, form),
        code,
    }
}

/// The hour of each duty done, below the rail.
fn hours(found: &DossierPage) -> [Option<String>; 4] {
    let hour = |at: Timestamp| format::clock_short(civil(at).time());
    let last = |wanted: fn(&Event) -> bool| {
        found.story.iter().rev().find(|told| wanted(&told.event)).map(|told| hour(told.at))
    };
    [
        Some(hour(found.dossier.received_at)),
        last(|event| matches!(event, Event::Appraised { .. })),
        found.dossier.finished_at.filter(|_| found.dossier.result.is_some()).map(hour),
        found.dossier.returned_at.map(hour),
    ]
}

/// What was recorded at reception, before any amendment.
fn given(found: &DossierPage) -> Option<&Reception> {
    let first = &found.story.first()?.event;
    if let Event::Received(reception) = first { Some(reception) } else { None }
}

/// The promise as it was given on the receipt, whatever became of it.
fn promise(policy: &app::Policy, found: &DossierPage, lang: Lang) -> Promise {
    let given = given(found);
    let reception = given.unwrap_or(&found.dossier.reception);
    let told = app::paper::explain(policy, reception, found.dossier.received_at, found.room, lang);
    let failed = told.failed.into_iter().map(|told| Reason::missing(told.sentence));
    let kept = told.kept.into_iter().map(|told| Reason::kept(told.sentence));
    Promise {
        lang,
        same_day: reception.promise.same_day,
        headline: told.headline,
        reasons: failed.chain(kept).collect(),
        rail: None,
        note: told.ready.as_ref().map(|ready| format!("{}.", words::ready_between(ready, lang))),
    }
}

/// The clock: due when and why, every span in which it stood still, and what moved the due time since.
fn clock(policy: &app::Policy, found: &DossierPage, lang: Lang) -> Vec<String> {
    let dossier = &found.dossier;
    let said = |key, name, value: &str| text_with(lang, key, &[(name, Arg::Text(value))]);
    let given = given(found);
    let mut sentences = Vec::new();
    if let Some(reception) = given {
        sentences
            .push(app::paper::explain(policy, reception, dossier.received_at, found.room, lang).statutory);
        if reception.statutory_due_at != dossier.statutory_due_at {
            sentences.push(said(K::DeskDueNow, "due", &words::at(lang, dossier.statutory_due_at)));
        }
    }
    match dossier.commitment_due_at {
        Some(at) => sentences.push(said(K::DeskPromisedNow, "due", &words::at(lang, at))),
        None if given.is_some_and(|reception| reception.commitment_due_at.is_some()) => {
            sentences.push(text(lang, K::DeskPromiseGone).to_owned());
        }
        None => {}
    }
    for pause in &dossier.pauses {
        let (from, cause) = (words::at(lang, pause.from), words::pause_cause(pause.cause, lang));
        let to = pause.to.map(|to| words::at(lang, to));
        let key = if to.is_some() { K::DeskPause } else { K::DeskPauseOpen };
        let to = to.unwrap_or_default();
        let args = [("from", Arg::Text(&from)), ("to", Arg::Text(&to)), ("cause", Arg::Text(cause))];
        sentences.push(text_with(lang, key, &args));
    }
    sentences
}

/// Applicant, proxy and ways of acting.
pub fn people_of(dossier: &Dossier, lang: Lang) -> Facts {
    let reception = &dossier.reception;
    let person = reception.applicant.person();
    let mut facts = vec![Fact::new(text(lang, K::DeskApplicant), reception.applicant.display_name())];
    let mut add = |key: K, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            facts.push(Fact::new(text(lang, key), value));
        }
    };
    let body = reception.applicant.kind() != "citizen";
    add(K::DeskRepresentative, body.then(|| person.name.as_str().to_owned()));
    add(K::DeskIdentity, person.identity.as_ref().map(ToString::to_string));
    add(K::DeskBorn, person.born.map(|born| format::date(lang, born.date())));
    add(K::DeskAddress, Some(person.address.clone()));
    add(K::DeskPhone, person.phone.as_ref().map(|phone| phone.as_str().to_owned()));
    add(K::DeskChannel, Some(words::channel(reception.channel, lang).to_owned()));
    add(K::DeskCopies, Some(reception.copies.to_string()));
    if let Some(proxy) = &reception.proxy {
        let relation = words::relation(proxy.relation, lang);
        let paper = words::authorisation(proxy.authorisation, lang);
        add(K::DeskProxy, Some(format!("{} ({relation}; {paper})", proxy.person.name.as_str())));
    }
    let needs = &reception.needs;
    add(K::DeskFingerprint, needs.fingerprint.then(|| text(lang, K::DeskYes).to_owned()));
    let witnesses: Vec<String> = needs.witnesses.iter().map(|name| name.as_str().to_owned()).collect();
    add(K::DeskWitnesses, Some(witnesses.join(", ")));
    add(K::DeskInterpreter, needs.interpreter.as_ref().map(|name| name.as_str().to_owned()));
    add(K::DeskRemark, Some(reception.note.clone()));
    Facts(facts)
}

/// Answers in the order of the form, choices in words.
pub fn facts_of_answers(dossier: &Dossier, version: Option<&ProcedureVersion>, lang: Lang) -> Facts {
    let Some(version) = version else { return Facts::default() };
    let answers = &dossier.reception.answers;
    let fact = |spec: &domain::procedure::FieldSpec| {
        let value = answers.get(spec.id.as_str())?;
        Some(Fact::new(name_of(&spec.label, lang), answer_words(spec, value, lang)))
    };
    Facts(version.fields.iter().filter_map(fact).collect())
}

fn paper(handed: &HandedComponent, version: Option<&ProcedureVersion>, code: &str, lang: Lang) -> PaperRow {
    let id = &handed.component;
    let spec = version.and_then(|version| version.components.iter().find(|spec| spec.id == *id));
    let counted =
        |key, count: u16| (count > 0).then(|| text_with(lang, key, &[("n", Arg::Number(i64::from(count)))]));
    let counts = [counted(K::DeskOriginals, handed.originals), counted(K::DeskCopyCount, handed.copies)];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    let shown = if handed.submitted { String::new() } else { format!(" ({})", text(lang, K::DeskShown)) };
    let link = |file: &domain::dossier::FileRef| {
        let pages = text_with(lang, K::DeskPages, &[("n", Arg::Number(i64::from(file.pages)))]);
        Link::new(format!("/quay/ho-so/{code}/tep/{}", file.sha256), format!("{} ({pages})", file.name))
    };
    PaperRow {
        name: spec.map_or(id.as_str(), |spec| name_of(&spec.name, lang)).to_owned(),
        count: format!("{}{shown}", counts.join(", ")),
        digitised: words::digitised(handed.digitised, lang),
        files: handed.files.iter().map(link).collect(),
    }
}

fn money(dossier: &Dossier, lang: Lang) -> Facts {
    let fee = &dossier.reception.fee;
    let mut facts: Vec<Fact> =
        fee.lines.iter().map(|line| Fact::new(&line.label, format::money(lang, line.amount))).collect();
    facts.push(Fact::new(text(lang, K::DeskState), words::finance(dossier.finance, lang)));
    Facts(facts)
}

fn result(found: &DossierPage, lang: Lang) -> Option<ResultView> {
    let result = found.dossier.result.as_ref()?;
    let (state, mut facts) = match &result.standing {
        Standing::Valid => (Tag::new(Tone::Good, text(lang, K::DeskResultValid)), Vec::new()),
        Standing::Revoked { reason } => (
            Tag::new(Tone::Bad, text(lang, K::DeskResultRevoked)),
            vec![Fact::new(text(lang, K::DeskReason), reason)],
        ),
    };
    facts.push(Fact::new(text(lang, K::DeskNumber), result.number.to_string()));
    if let Some(outcome) = found.dossier.outcome {
        facts.push(Fact::new(text(lang, K::DeskOutcome), words::outcome(outcome, lang)));
    }
    facts.push(Fact::new(text(lang, K::DeskSigner), &result.signer));
    facts.push(Fact::new(text(lang, K::DeskContentHash), &result.content_sha256));
    let paper = found.story.iter().rev().find_map(|told| {
        if let Event::HandedBack { paper_sha256, .. } = &told.event { Some(paper_sha256) } else { None }
    });
    if let Some(hash) = paper {
        facts.push(Fact::new(text(lang, K::DeskPaperHash), hash));
    }
    let code = found.dossier.code();
    let mut links = vec![Link::new(format!("/quay/ho-so/{code}/giay/ket-qua"), text(lang, K::DeskResultPdf))];
    if let Some(token) = &found.result_token {
        links.push(Link::new(format!("/kiem-chung/{token}"), text(lang, K::DeskVerify)));
    }
    Some(ResultView { state, facts: Facts(facts), links })
}

fn receipt(site: &Site, found: &DossierPage, lang: Lang) -> Receipt {
    let code = found.dossier.code();
    let link = |paper: &str, key| Link::new(format!("/quay/ho-so/{code}/giay/{paper}"), text(lang, key));
    let mut links = vec![
        link("giay-hen", K::DeskReceiptPdf),
        link("giay-hen-in-lai", K::DeskReceiptAgain),
        link("giay-hen-chu-to", K::DeskReceiptLarge),
        link("kiem-soat", K::DeskControlSlip),
    ];
    if found.dossier.supplements > 0 {
        links.push(link("bo-sung", K::DeskSupplementSlip));
    }
    if found.dossier.extensions > 0 {
        links.push(link("xin-loi", K::DeskApology));
    }
    let url = format!("{}/ho-so/{}", site.app.config.public_url, found.token);
    Receipt { qr: qr(&url), pin: found.pin.clone(), links }
}

/// A QR as an inline drawing; nothing when the text is too long for one, which no address is.
pub fn qr(url: &str) -> String {
    let Ok(code) = qrcode::QrCode::new(url) else { return String::new() };
    let drawing = code.render::<qrcode::render::svg::Color<'_>>().min_dimensions(132, 132).build();
    drawing.find("<svg").and_then(|at| drawing.get(at..)).unwrap_or_default().to_owned()
}

/// Who helped to prepare it, with how the person agreed.
fn helped(found: &DossierPage, lang: Lang) -> Option<Told> {
    let help = found.help.as_ref()?;
    let key = match help.consent {
        Consent::Said => K::AssistStorySaid,
        Consent::Signed => K::AssistStorySigned,
        Consent::Witness => K::AssistStoryWitness,
    };
    let args = [("helper", Arg::Text(&help.helper)), ("by", Arg::Text(&help.heard_by))];
    Some(Told {
        at: format::moment(lang, help.at),
        role: words::role(domain::role::Role::Volunteer, lang).to_owned(),
        sentence: text_with(lang, key, &args),
    })
}

fn story(found: &DossierPage, told: &domain::dossier::Recorded, policy: &app::Policy, lang: Lang) -> Told {
    let actor = found.names.get(&told.actor).map_or("", String::as_str);
    let unit = policy.unit(&told.unit, civil(told.at).date());
    let unit = unit.map_or_else(|| told.unit.to_string(), |unit| name_of(&unit.name, lang).to_owned());
    Told {
        at: format::moment(lang, told.at),
        role: format!("{} · {unit}", words::role(told.role, lang)),
        sentence: words::event_sentence(&told.event, actor, lang),
    }
}

/// Acts that have a page of their own.
fn links(found: &DossierPage, lang: Lang) -> Vec<Link> {
    let code = found.dossier.code();
    let pages = [(Act::Approve, "/phe-duyet"), (Act::HandBack, "/quay/tra-ket-qua")];
    let open = pages.into_iter().filter(|(act, _)| found.acts.contains(act));
    open.map(|(act, base)| Link::new(format!("{base}/{code}"), words::act(act, lang))).collect()
}
