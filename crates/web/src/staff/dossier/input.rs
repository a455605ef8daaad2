//! From a form to a command: what was typed is read outside the transaction, the command is made inside it.

use super::amend;
use crate::fields::Fields;
use crate::site::Site;
use crate::staff::Staff;
use crate::staff::form::Problems;
use crate::staff::form::answers::read_answers;
use app::read::DossierPage;
use domain::dossier::{
    Act, Amendment, Dossier, Event, Minutes, Outcome, PauseCause, PaymentMethod, SupplementItem,
};
use domain::person::read_date;
use domain::procedure::{ComponentId, ComponentKind, ComponentSpec, FieldUse, ProcedureVersion};
use domain::text::{clean_line, clean_text};
use domain::time::instant_on;
use i18n::{Key as K, Lang, text, words};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Longest reason, in characters.
const REASON_CHARS_MAX: usize = 2_000;

/// What an act's form says.
#[derive(Debug, Clone)]
pub enum Input {
    /// Nothing but that it is wished.
    Bare,
    /// A reason.
    Reason(String),
    /// A proposal with remark and fields of the result.
    Appraise(Outcome, String, BTreeMap<String, String>),
    /// Everything to bring, and why.
    Ask(Vec<SupplementItem>, String),
    /// What was brought of what was asked.
    Brought(Vec<ComponentId>, Vec<ComponentId>),
    /// Minutes.
    Minutes(Minutes),
    /// What it waits for, and why.
    Suspend(PauseCause, String),
    /// New due time, reason, unit at fault.
    Extend(Timestamp, String, String),
    /// What was recorded wrongly, and why it is changed.
    Amend(Box<Amendment>, String),
    /// How it was paid, and the bill.
    Pay(PaymentMethod, String),
    /// A file for a component.
    File(ComponentId, String, axum::body::Bytes),
}

/// The name of a field of an act's form; forms of several acts stand on one page.
pub fn name(act: Act, field: &str) -> String {
    format!("{}-{field}", act.name())
}

/// Reads the form of an act; `None` when it has no form here or something is wrong, which `problems` then names.
pub fn read(
    site: &Site,
    staff: &Staff,
    found: &DossierPage,
    act: Act,
    fields: &Fields,
    problems: &mut Problems,
) -> Option<Input> {
    let mut form = Reader { act, fields, lang: staff.ask.lang, problems };
    let policy = site.app.policy();
    let procedure = &found.dossier.reception.procedure;
    let version = policy.version(&procedure.code, procedure.version);
    match act {
        Act::Resume => Some(Input::Bare),
        Act::Appraise => form.appraise(version?),
        Act::RequestSupplement => form.ask(version?, &found.dossier),
        Act::Supplement => form.brought(&asked(found)),
        Act::RecordVerification => form.minutes(),
        Act::Suspend => form.suspend(),
        Act::Extend => form.extend(),
        Act::Amend => amend::read(&found.dossier, version?, staff, fields, problems),
        Act::RecordPayment => form.pay(),
        Act::AttachFile => form.file(&found.dossier),
        Act::BeginVerification
        | Act::SendBack
        | Act::Withdraw
        | Act::Stop
        | Act::Void
        | Act::RevokeResult
        | Act::ExemptFee
        | Act::RefundFee => form.reason().map(Input::Reason),
        Act::Receive | Act::Approve | Act::HandBack | Act::RecordSynchronisation => {
            let title = words::act(act, form.lang);
            form.problems.add(String::new(), title);
            None
        }
    }
}

/// The papers that belong to a dossier: those of its case and its answers. Where the answers were not kept, all.
pub fn papers_of<'v>(version: &'v ProcedureVersion, dossier: &Dossier) -> Vec<&'v ComponentSpec> {
    let (facts, known) = (dossier.reception.facts(), dossier.reception.asked.is_some());
    let belongs = |spec: &&ComponentSpec| match spec.kind {
        ComponentKind::Submit | ComponentKind::Present => !known || spec.condition.holds(&facts),
        ComponentKind::Condition | ComponentKind::Note => false,
    };
    version.components.iter().filter(belongs).collect()
}

/// What the last request for a supplement named.
pub fn asked(found: &DossierPage) -> Vec<SupplementItem> {
    let last = found.story.iter().rev().find_map(|told| {
        if let Event::SupplementRequested { items, .. } = &told.event { Some(items.clone()) } else { None }
    });
    last.unwrap_or_default()
}

struct Reader<'a> {
    act: Act,
    fields: &'a Fields,
    lang: Lang,
    problems: &'a mut Problems,
}

impl Reader<'_> {
    fn typed(&self, field: &str) -> &str {
        self.fields.get(&name(self.act, field))
    }

    fn wrong(&mut self, field: &str, key: K) {
        self.problems.add(name(self.act, field), text(self.lang, key));
    }

    fn required(&mut self, field: &str, missing: K) -> Option<String> {
        let read = clean_text(self.typed(field));
        if read.is_empty() {
            self.wrong(field, missing);
        } else if read.chars().count() > REASON_CHARS_MAX {
            self.wrong(field, K::DeskAnswerLong);
        } else {
            return Some(read);
        }
        None
    }

    fn reason(&mut self) -> Option<String> {
        self.required("ly-do", K::DeskReasonMissing)
    }

    fn appraise(&mut self, version: &ProcedureVersion) -> Option<Input> {
        let proposal = Outcome::from_name(self.typed("de-xuat"));
        if proposal.is_none() {
            self.wrong("de-xuat", K::DeskProposalMissing);
        }
        let note = match proposal {
            Some(Outcome::Refused) => self.required("ghi-chu", K::DeskReasonMissing)?,
            Some(Outcome::Granted) | None => clean_text(self.typed("ghi-chu")),
        };
        let prefix = name(self.act, "f.");
        // A refusal issues no data, so nothing of it need be filled in.
        let answers = match proposal {
            Some(Outcome::Refused) => BTreeMap::new(),
            Some(Outcome::Granted) | None => {
                read_answers(self.fields, &prefix, version, FieldUse::Result, self.lang, self.problems)
            }
        };
        Some(Input::Appraise(proposal?, note, answers))
    }

    fn ask(&mut self, version: &ProcedureVersion, dossier: &Dossier) -> Option<Input> {
        let prefix = name(self.act, "giay-to-");
        let mut items: Vec<SupplementItem> = Vec::new();
        for spec in papers_of(version, dossier) {
            if self.fields.ticked(&format!("{prefix}{}", spec.id.as_str())) {
                items.push(SupplementItem { component: Some(spec.id.clone()), what: spec.name.vi.clone() });
            }
        }
        let free = clean_text(self.typed("khac"));
        let lines = free.lines().map(str::trim).filter(|line| !line.is_empty());
        items.extend(lines.map(|line| SupplementItem { component: None, what: line.to_owned() }));
        if items.is_empty() {
            self.wrong("giay-to", K::DeskNothingAsked);
        }
        let reason = self.reason();
        Some(Input::Ask(items, reason?))
    }

    fn brought(&mut self, asked: &[SupplementItem]) -> Option<Input> {
        let mut brought = Vec::new();
        let mut free_missing = false;
        for (at, item) in asked.iter().enumerate() {
            let ticked = self.fields.ticked(&format!("{}{at}", name(self.act, "da-nop-")));
            match &item.component {
                Some(component) if ticked => brought.push(component.clone()),
                Some(_) => {}
                None => free_missing |= !ticked,
            }
        }
        if free_missing {
            self.wrong("da-nop", K::DeskSupplementMissing);
        }
        let asked = asked.iter().filter_map(|item| item.component.clone()).collect();
        Some(Input::Brought(brought, asked))
    }

    fn minutes(&mut self) -> Option<Input> {
        let place = self.required("noi", K::DeskPlaceMissing);
        let persons = self.required("nguoi", K::DeskPersonsMissing);
        let finding = self.required("ket-qua", K::DeskFindingMissing);
        Some(Input::Minutes(Minutes { place: place?, persons: persons?, finding: finding? }))
    }

    fn suspend(&mut self) -> Option<Input> {
        let cause = PauseCause::from_name(self.typed("cho")).filter(|cause| *cause != PauseCause::Supplement);
        if cause.is_none() {
            self.wrong("cho", K::DeskCauseMissing);
        }
        let reason = self.reason();
        Some(Input::Suspend(cause?, reason?))
    }

    fn extend(&mut self) -> Option<Input> {
        let on = read_date(self.typed("ngay"));
        if let Err(problem) = on {
            let sentence = words::birth_problem(problem, self.lang);
            self.problems.add(name(self.act, "ngay"), sentence);
        }
        let hour = hour(self.typed("gio"));
        if hour.is_none() {
            self.wrong("gio", K::DeskHourWrong);
        }
        let reason = self.reason();
        let fault = self.required("don-vi", K::DeskFaultMissing);
        Some(Input::Extend(instant_on(on.ok()?, hour?), reason?, fault?))
    }

    fn pay(&mut self) -> Option<Input> {
        let method = PaymentMethod::from_name(self.typed("cach"));
        if method.is_none() {
            self.wrong("cach", K::DeskMethodMissing);
        }
        let bill: String = clean_line(self.typed("bien-lai")).chars().take(100).collect();
        Some(Input::Pay(method?, bill))
    }

    fn file(&mut self, dossier: &Dossier) -> Option<Input> {
        let typed = self.typed("giay-to").to_owned();
        let handed = dossier.components().iter().find(|handed| handed.component.as_str() == typed);
        if handed.is_none() {
            self.wrong("giay-to", K::DeskComponentMissing);
        }
        let wanted = name(self.act, "tep");
        let sent = self.fields.files().find(|(field, _)| *field == wanted).map(|(_, file)| file.clone());
        if sent.is_none() {
            self.wrong("tep", K::DeskFileMissing);
        }
        let (handed, sent) = (handed?, sent?);
        Some(Input::File(handed.component.clone(), sent.name, sent.bytes))
    }
}

/// An hour as it is said or written: `16:30`, `16 giờ 30`, `16h`.
fn hour(typed: &str) -> Option<jiff::civil::Time> {
    let digits: Vec<i8> = typed
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    match digits.as_slice() {
        [hour] => jiff::civil::Time::new(*hour, 0, 0, 0).ok(),
        [hour, minute] => jiff::civil::Time::new(*hour, *minute, 0, 0).ok(),
        _other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (typed, hour_minute) in
            [("16:30", (16, 30)), ("16 giờ 30", (16, 30)), ("16h", (16, 0)), (" 7.05 ", (7, 5))]
        {
            let read = hour(typed).unwrap();
            assert_eq!((read.hour(), read.minute()), hour_minute, "{typed}");
        }
        for typed in ["", "x", "25:00", "16:99", "1:2:3", "999"] {
            assert_eq!(hour(typed), None, "{typed}");
        }
    }
}
