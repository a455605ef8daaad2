//! The forms of a dossier's page: one for each act that the stage and the reader's roles allow.

use super::Form;
use super::amend;
use super::input::{asked, name, papers_of};
use super::view::{ActForm, Part};
use crate::staff::Staff;
use crate::staff::form::Problems;
use crate::staff::form::answers::{field_of, name_of};
use crate::widget::{Choice, Field, FieldKind, Opt, Submit, Width};
use app::read::DossierPage;
use domain::dossier::{Act, Finance, Outcome, PauseCause, PaymentMethod, Standing};
use domain::procedure::{FieldUse, ProcedureVersion};
use domain::time::civil;
use i18n::{Key as K, Lang, format, text, words};

/// Acts with a form here, the usual ones first.
const ORDER: [Act; 18] = [
    Act::Appraise,
    Act::Supplement,
    Act::RecordVerification,
    Act::Resume,
    Act::RecordPayment,
    Act::RequestSupplement,
    Act::BeginVerification,
    Act::AttachFile,
    Act::Amend,
    Act::Suspend,
    Act::Extend,
    Act::SendBack,
    Act::ExemptFee,
    Act::RefundFee,
    Act::RevokeResult,
    Act::Withdraw,
    Act::Stop,
    Act::Void,
];

/// The forms for a reader; the one that came back with errors, else the first, stands open.
pub fn forms(
    staff: &Staff,
    found: &DossierPage,
    version: Option<&ProcedureVersion>,
    form: &Form,
) -> Vec<ActForm> {
    // What came back stays, even where somebody else has made it impossible meanwhile: nothing typed is lost.
    let back = |act: &Act| form.act == Some(*act);
    let open = |act: &Act| back(act) || (found.acts.contains(act) && useful(*act, found));
    let acts: Vec<Act> = ORDER.into_iter().filter(open).collect();
    let first = form.act.or_else(|| acts.first().copied());
    acts.iter()
        .map(|act| Builder { act: *act, staff, found, version, form }.build(first == Some(*act)))
        .collect()
}

/// Whether an act that the stage allows could succeed at all: nothing is offered that is refused for certain.
fn useful(act: Act, found: &DossierPage) -> bool {
    let dossier = &found.dossier;
    match act {
        Act::RecordPayment | Act::ExemptFee => matches!(dossier.finance, Finance::Due(_)),
        Act::RefundFee => matches!(dossier.finance, Finance::Paid(_)),
        Act::RequestSupplement => dossier.supplements == 0,
        Act::Extend => dossier.extensions == 0,
        Act::RevokeResult => dossier.result.as_ref().is_some_and(|result| result.standing == Standing::Valid),
        Act::AttachFile => !dossier.components().is_empty(),
        Act::Receive | Act::Supplement | Act::BeginVerification | Act::RecordVerification => true,
        Act::Suspend | Act::Resume | Act::Appraise | Act::SendBack | Act::Approve | Act::HandBack => true,
        Act::Withdraw | Act::Stop | Act::Amend | Act::Void | Act::RecordSynchronisation => true,
    }
}

pub(super) struct Builder<'a> {
    act: Act,
    staff: &'a Staff,
    pub(super) found: &'a DossierPage,
    pub(super) version: Option<&'a ProcedureVersion>,
    form: &'a Form,
}

impl Builder<'_> {
    fn build(&self, open: bool) -> ActForm {
        let title = words::act(self.act, self.lang());
        let mut submit = Submit::new(title);
        match self.act {
            Act::Appraise => submit = submit.key("Ctrl+Enter"),
            Act::Withdraw | Act::Stop | Act::Void | Act::RevokeResult => submit = submit.class("stop"),
            Act::Receive | Act::RequestSupplement | Act::Supplement | Act::BeginVerification => {}
            Act::RecordVerification | Act::Suspend | Act::Resume | Act::Extend | Act::SendBack => {}
            Act::Approve | Act::HandBack | Act::Amend | Act::AttachFile | Act::RecordPayment => {}
            Act::ExemptFee | Act::RefundFee | Act::RecordSynchronisation => {}
        }
        ActForm {
            act: self.act.name(),
            title,
            hint: self.hint().map(|key| text(self.lang(), key).to_owned()),
            parts: self.parts(),
            submit,
            open,
            files: self.act == Act::AttachFile,
        }
    }

    pub(super) const fn lang(&self) -> Lang {
        self.staff.ask.lang
    }

    const fn hint(&self) -> Option<K> {
        match self.act {
            Act::RequestSupplement => Some(K::DeskHintSupplement),
            Act::Supplement => Some(K::DeskHintBrought),
            Act::BeginVerification => Some(K::DeskHintVerification),
            Act::Resume => Some(K::DeskHintResume),
            Act::Extend => Some(K::DeskHintExtend),
            Act::Amend => Some(K::DeskHintAmend),
            Act::Void => Some(K::DeskHintVoid),
            Act::RevokeResult => Some(K::DeskHintRevoke),
            Act::Receive | Act::RecordVerification | Act::Suspend | Act::Appraise | Act::SendBack => None,
            Act::Approve | Act::HandBack | Act::Withdraw | Act::Stop | Act::AttachFile => None,
            Act::RecordPayment | Act::ExemptFee | Act::RefundFee | Act::RecordSynchronisation => None,
        }
    }

    fn parts(&self) -> Vec<Part> {
        match self.act {
            Act::Appraise => self.appraise(),
            Act::RequestSupplement => self.supplement(),
            Act::Supplement => vec![self.brought()],
            Act::RecordVerification => vec![
                self.text("noi", K::DeskPlace),
                self.lines("nguoi", K::DeskPersons),
                self.lines("ket-qua", K::DeskFinding),
            ],
            Act::Suspend => vec![self.cause(), self.reason()],
            Act::Extend => self.extend(),
            Act::Amend => amend::parts(self),
            Act::RecordPayment => self.pay(),
            Act::AttachFile => self.file(),
            Act::Resume => Vec::new(),
            Act::BeginVerification | Act::SendBack | Act::Withdraw | Act::Stop | Act::Void => {
                vec![self.reason()]
            }
            Act::RevokeResult | Act::ExemptFee | Act::RefundFee => vec![self.reason()],
            Act::Receive | Act::Approve | Act::HandBack | Act::RecordSynchronisation => Vec::new(),
        }
    }

    /// Whether this very form came back with errors.
    pub(super) fn is_back(&self) -> bool {
        self.form.act == Some(self.act)
    }

    pub(super) fn value(&self, field: &str, otherwise: &str) -> String {
        let name = name(self.act, field);
        if self.is_back() { self.form.typed.get(&name).to_owned() } else { otherwise.to_owned() }
    }

    pub(super) fn error(&self, field: &str) -> Option<String> {
        self.form.problems.of(&name(self.act, field))
    }

    fn field(&self, field: &str, label: K, kind: FieldKind) -> Field {
        let label = text(self.lang(), label);
        let made = Field::of(self.lang(), name(self.act, field), label, kind);
        made.value(self.value(field, "")).error(self.error(field))
    }

    fn text(&self, field: &str, label: K) -> Part {
        Part::Field(self.field(field, label, FieldKind::Text))
    }

    fn lines(&self, field: &str, label: K) -> Part {
        Part::Field(self.field(field, label, FieldKind::Lines(2)))
    }

    pub(super) fn reason(&self) -> Part {
        self.lines("ly-do", K::DeskReason)
    }

    /// A choice of one; it keeps what was picked.
    fn one(&self, full: &'static str, field: &str, legend: K, options: Vec<Opt>) -> Part {
        let choice = Choice::one(self.lang(), full, text(self.lang(), legend), options);
        let picked = self.value(field, "");
        let choice = if picked.is_empty() { choice } else { choice.pick(picked) };
        Part::Choice(choice.error(self.error(field)))
    }

    /// A choice of many; it keeps what was ticked.
    fn many(&self, full: &'static str, field: &str, legend: K, options: Vec<Opt>) -> Part {
        match self.ticks(full, legend, options, &[]) {
            Part::Choice(choice) => Part::Choice(choice.error(self.error(field))),
            other @ (Part::Field(_) | Part::Heading(_)) => other,
        }
    }

    /// Boxes that are ticked as recorded, or as they came back.
    pub(super) fn ticks(
        &self,
        full: &'static str,
        legend: K,
        options: Vec<Opt>,
        recorded: &[String],
    ) -> Part {
        let mut choice = Choice::any(self.lang(), full, text(self.lang(), legend), options.clone());
        for option in options {
            let ticked = self.form.typed.ticked(&format!("{full}-{}", option.value));
            if (self.is_back() && ticked) || (!self.is_back() && recorded.contains(&option.value)) {
                choice = choice.pick(option.value);
            }
        }
        Part::Choice(choice)
    }

    fn appraise(&self) -> Vec<Part> {
        let lang = self.lang();
        let option = |outcome: Outcome| Opt::new(outcome.name(), words::outcome(outcome, lang));
        let proposals = Outcome::ALL.into_iter().map(option).collect();
        let mut parts = vec![self.one("appraise-de-xuat", "de-xuat", K::DeskProposal, proposals)];
        if let Some(version) = self.version {
            parts.extend(self.specs(version, FieldUse::Result));
        }
        let mut note = self.field("ghi-chu", K::DeskNote, FieldKind::Lines(2));
        note.hint = Some(text(lang, K::DeskNoteHint).to_owned());
        parts.push(Part::Field(note));
        parts
    }

    /// The procedure's own fields of one use, with what is known already.
    pub(super) fn specs(&self, version: &ProcedureVersion, used: FieldUse) -> Vec<Part> {
        let prefix = name(self.act, "f.");
        let none = Problems::default();
        let problems = if self.is_back() { &self.form.problems } else { &none };
        let known = &self.found.dossier.reception.answers;
        let specs = version.fields.iter().filter(|spec| spec.used == used);
        specs
            .map(|spec| {
                let id = spec.id.as_str();
                let before = known.get(id).map_or("", String::as_str);
                let value = self.value(&format!("f.{id}"), before);
                Part::Field(field_of(spec, &prefix, value, problems, self.lang()))
            })
            .collect()
    }

    fn supplement(&self) -> Vec<Part> {
        let papers = self.version.map(|version| papers_of(version, &self.found.dossier)).unwrap_or_default();
        let options = papers.into_iter();
        let options =
            options.map(|spec| Opt::new(spec.id.as_str(), name_of(&spec.name, self.lang()))).collect();
        let mut free = self.field("khac", K::DeskOtherPapers, FieldKind::Lines(2));
        free.optional = true;
        free.hint = Some(text(self.lang(), K::DeskOtherPapersHint).to_owned());
        let papers = self.many("request_supplement-giay-to", "giay-to", K::DeskWhichPapers, options);
        vec![papers, Part::Field(free), self.reason()]
    }

    fn brought(&self) -> Part {
        let items = asked(self.found);
        let options =
            items.iter().enumerate().map(|(at, item)| Opt::new(at.to_string(), &item.what)).collect();
        self.many("supplement-da-nop", "da-nop", K::DeskBrought, options)
    }

    fn cause(&self) -> Part {
        let causes = [PauseCause::Payment, PauseCause::Outside];
        let option = |cause: PauseCause| Opt::new(cause.name(), words::pause_cause(cause, self.lang()));
        self.one("suspend-cho", "cho", K::DeskCause, causes.into_iter().map(option).collect())
    }

    fn extend(&self) -> Vec<Part> {
        let lang = self.lang();
        let mut on = self.field("ngay", K::DeskNewDay, FieldKind::Text).width(Width::Medium);
        on.hint = Some(text(lang, K::DeskDateHint).to_owned());
        let mut hour = self.field("gio", K::DeskNewHour, FieldKind::Text).width(Width::Short);
        hour.value =
            self.value("gio", &format::clock_short(civil(self.found.dossier.statutory_due_at).time()));
        vec![Part::Field(on), Part::Field(hour), self.reason(), self.text("don-vi", K::DeskFault)]
    }

    fn pay(&self) -> Vec<Part> {
        let method =
            |method: PaymentMethod| Opt::new(method.name(), words::payment_method(method, self.lang()));
        let methods = PaymentMethod::ALL.into_iter().map(method).collect();
        let mut bill = self.field("bien-lai", K::DeskBill, FieldKind::Text).width(Width::Medium);
        bill.optional = true;
        let mut owed = K::DeskMethod;
        if !matches!(self.found.dossier.finance, Finance::Due(_)) {
            owed = K::DeskMoney;
        }
        vec![self.one("record_payment-cach", "cach", owed, methods), Part::Field(bill)]
    }

    fn file(&self) -> Vec<Part> {
        let lang = self.lang();
        let label = |id: &domain::procedure::ComponentId| {
            let spec = self.version.and_then(|version| version.components.iter().find(|spec| spec.id == *id));
            spec.map_or(id.as_str(), |spec| name_of(&spec.name, lang)).to_owned()
        };
        let handed = self.found.dossier.components().iter();
        let options = handed.map(|handed| Opt::new(handed.component.as_str(), label(&handed.component)));
        let options = std::iter::once(Opt::new("", text(lang, K::DeskChoose))).chain(options).collect();
        let mut file = self.field("tep", K::DeskFile, FieldKind::File("application/pdf,image/jpeg"));
        file.hint = Some(text(lang, K::DeskFileHint).to_owned());
        vec![
            Part::Field(self.field("giay-to", K::DeskForPaper, FieldKind::Select(options))),
            Part::Field(file),
        ]
    }
}
