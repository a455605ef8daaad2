//! The intake page: three columns, who and what and the promise; nothing scrolls away that decides.

use super::form::Kept;
use crate::fields::Fields;
use crate::layout::Page;
use crate::site::Ask;
use crate::staff::duty::Duties;
use crate::staff::form::Problems;
use crate::widget::{Choice, ErrorSummary, Field, Notice, Opt, Promise, Reason, Tone, Width};
use app::intake::Assessment;
use askama::Template;
use domain::procedure::FieldUse;
use i18n::{Key as K, text};

/// One paper of the case.
pub struct PaperRow {
    /// Its key.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Originals or copies wanted, or "to show".
    pub wanted: String,
    /// Whether it is ticked.
    pub ticked: bool,
    /// Whether it is required.
    pub required: bool,
    /// Whether it is kept (a file may be added) or only shown.
    pub submitted: bool,
    /// What is wrong with its file.
    pub error: Option<String>,
    /// Files kept so far: value to send back, name to show.
    pub kept: Vec<(String, String)>,
    /// Which key ticks it: 1 to 9.
    pub key: Option<String>,
}

/// The page.
#[derive(Template)]
#[template(path = "staff/intake.html")]
pub struct IntakePage {
    /// The frame.
    pub page: Page,
    /// The session's secret.
    pub csrf: String,
    /// A key that makes sending twice harmless.
    pub request_key: String,
    /// The code of the prepared form it comes from.
    pub prepared: Option<String>,
    /// The ticket with which it is handed in, and whether the visit ends with it.
    pub visit: Option<(String, Choice)>,
    /// Procedure code, name and version.
    pub procedure: (String, String, u16),
    /// Everything wrong, at the top.
    pub summary: Option<ErrorSummary>,
    /// Something to know first.
    pub notice: Option<Notice>,
    /// The card's scan field.
    pub scan: Field,
    /// Kind of the applicant.
    pub kinds: Vec<(Opt, bool)>,
    /// Name and number of a body.
    pub body: Vec<Field>,
    /// Whether a body asks, so that its part stands open.
    pub body_open: bool,
    /// Whether somebody needs help to sign, so that its part stands open.
    pub needs_open: bool,
    /// The applicant's fields.
    pub person: Vec<Field>,
    /// A look again at the identity number.
    pub warning: Option<String>,
    /// Whether the fields came from the card.
    pub from_card: bool,
    /// Whether a proxy hands in.
    pub by_proxy: bool,
    /// The proxy's fields.
    pub proxy: Vec<Field>,
    /// Witnesses and interpreter.
    pub needs: Vec<Field>,
    /// Whether a fingerprint stands for the signature.
    pub fingerprint: bool,
    /// Cases: value, label, picked.
    pub cases: Vec<(String, String, bool)>,
    /// What is wrong with the case.
    pub case_error: Option<String>,
    /// Questions: name, text, ticked.
    pub questions: Vec<(String, String, bool)>,
    /// Papers.
    pub papers: Vec<PaperRow>,
    /// Conditions and notes.
    pub remarks: Vec<String>,
    /// Fields of the procedure.
    pub asked: Vec<Field>,
    /// Copies, pages, exemption, remark.
    pub amounts: Vec<Field>,
    /// Whether verification is asked; the question.
    pub verification: Option<String>,
    /// Its answer as picked.
    pub verified: &'static str,
    /// The reason field of verification.
    pub verification_reason: Field,
    /// What is wrong with the answer.
    pub verification_error: Option<String>,
    /// The promise as it stands.
    pub promise: Promise,
    /// What the form sends back of it, so that it cannot change unseen.
    pub promised: String,
    /// Whether it changed since it was read out, so that receiving means the new one.
    pub changed: bool,
    /// Every condition of the promise.
    pub reasons: Vec<Reason>,
    /// Due under the law.
    pub statutory: Option<String>,
    /// Fee lines and total.
    pub fees: Vec<(String, String)>,
    /// The total.
    pub total: String,
    /// Duties and their switches.
    pub duties: Duties,
    /// Whether the officer must confirm a second dossier of the day.
    pub duplicate: bool,
    /// The reason of a refusal.
    pub refusal: Field,
}

/// What a page is built from.
pub struct Built<'a> {
    /// The request.
    pub ask: &'a Ask,
    /// What was typed.
    pub fields: &'a Fields,
    /// Files kept so far.
    pub kept: &'a Kept,
    /// The assessment of what was typed.
    pub assessment: &'a Assessment,
    /// What is wrong.
    pub problems: &'a Problems,
    /// The duties with their buttons.
    pub duties: &'a Duties,
    /// Until when intake is safe, and what is offered where the day is full.
    pub offers: Option<String>,
}

impl Built<'_> {
    /// Whole page.
    pub fn page(
        &self,
        mut page: Page,
        csrf: &str,
        request_key: String,
        notice: Option<Notice>,
    ) -> IntakePage {
        let lang = self.ask.lang;
        let kind = self.fields.get("loai");
        let version = &self.assessment.version;
        let (fees, total) = self.fees();
        page.wrong = !self.problems.0.is_empty();
        let mut refusal = self.field("tu-choi-ly-do", K::IntakeRefusalReason, Width::Full);
        refusal.optional = true;
        IntakePage {
            page,
            csrf: csrf.to_owned(),
            request_key,
            prepared: self.fields.typed("chuan-bi").map(str::to_owned),
            visit: None,
            procedure: (
                version.code.to_string(),
                self.ask.name_of(&version.name).to_owned(),
                version.version,
            ),
            summary: ErrorSummary::new(lang, self.problems.0.clone()),
            changed: self.changed(),
            notice,
            scan: self.scan(),
            kinds: self.kinds(),
            body: self.body(),
            body_open: matches!(kind, "business" | "organisation"),
            needs_open: self.fields.ticked("diem-chi")
                || ["lam-chung-1", "lam-chung-2", "phien-dich"]
                    .iter()
                    .any(|name| self.fields.typed(name).is_some()),
            person: self.person(""),
            warning: self.warning(),
            from_card: self.fields.ticked("tu-the"),
            by_proxy: self.fields.ticked("nop-thay"),
            proxy: self.proxy(),
            needs: self.needs(),
            fingerprint: self.fields.ticked("diem-chi"),
            cases: self.cases(),
            case_error: self.problems.of("truong-hop"),
            questions: self.questions(),
            papers: self.papers(),
            remarks: self.remarks(),
            asked: self.asked(FieldUse::Form),
            amounts: self.amounts(),
            verification: self.verification(),
            verified: match self.fields.get("xac-minh") {
                "khong" => "khong",
                "co" => "co",
                _other => "",
            },
            verification_reason: self.field("xac-minh-ly-do", K::IntakeReason, Width::Full),
            verification_error: self.problems.of("xac-minh"),
            promise: self.promise(),
            promised: self.promised(),
            reasons: self.reasons(),
            statutory: self.statutory(),
            fees,
            total,
            duties: self.duties.clone(),
            duplicate: self.problems.of("van-nhan").is_some(),
            refusal,
        }
    }
}

/// A notice of a tone with a title.
pub fn notice(ask: &Ask, tone: Tone, key: K) -> Notice {
    Notice::new(tone, text(ask.lang, key), None)
}
