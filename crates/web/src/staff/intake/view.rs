//! The intake page: three columns, who and what and the promise; nothing scrolls away that decides.

use super::form::{Kept, Problems};
use crate::fields::Fields;
use crate::layout::Page;
use crate::site::Ask;
use crate::widget::{ErrorSummary, Field, FieldKind, Notice, Opt, Promise, Rail, Reason, Tone, Width};
use app::intake::Assessment;
use askama::Template;
use domain::person::{Authorisation, Relation};
use domain::procedure::{ComponentKind, Exemption, FieldKind as AskKind, FieldSpec, FieldUse};
use domain::promise::{Duty, Presence};
use i18n::{Arg, Key as K, format, text, text_with, words};

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

/// One duty with its switch.
pub struct DutyRow {
    /// Its name in forms.
    pub name: &'static str,
    /// In words.
    pub word: &'static str,
    /// Whether somebody is on it.
    pub on: bool,
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
    /// The unit's code.
    pub unit: String,
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
    /// Due under the law.
    pub statutory: Option<String>,
    /// Fee lines and total.
    pub fees: Vec<(String, String)>,
    /// The total.
    pub total: String,
    /// Everything missing.
    pub missing: Vec<String>,
    /// Duties and their switches.
    pub duties: Vec<DutyRow>,
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
    /// The duties.
    pub presence: Presence,
}

impl Built<'_> {
    fn t(&self, key: K) -> &'static str {
        text(self.ask.lang, key)
    }

    fn field(&self, name: &str, label: K, width: Width) -> Field {
        let field = Field::text(self.ask.lang, name.to_owned(), self.t(label));
        field.value(self.fields.get(name)).error(self.problems.of(name)).width(width)
    }

    /// The five fields of a person.
    pub fn person(&self, prefix: &str) -> Vec<Field> {
        let name = |field: &str| format!("{prefix}{field}");
        let mut fields = vec![
            self.field(&name("ten"), K::IntakeName, Width::Full),
            self.field(&name("so-dinh-danh"), K::IntakeIdentity, Width::Full),
            self.field(&name("ngay-sinh"), K::IntakeBorn, Width::Full),
            self.field(&name("noi-cu-tru"), K::IntakeAddress, Width::Full),
            self.field(&name("dien-thoai"), K::IntakePhone, Width::Full),
        ];
        for field in fields.iter_mut().skip(1) {
            field.optional = true;
        }
        if prefix.is_empty() && self.fields.ticked("tu-the") {
            for field in fields.iter_mut().take(4).filter(|field| !field.value.is_empty()) {
                field.source = Some(self.t(K::IntakeFromCard).to_owned());
            }
        }
        fields
    }

    fn select(&self, name: &str, label: K, options: Vec<Opt>) -> Field {
        let mut all = vec![Opt::new("", self.t(K::IntakeChoose))];
        all.extend(options);
        let field = Field::of(self.ask.lang, name.to_owned(), self.t(label), FieldKind::Select(all));
        field.value(self.fields.get(name)).error(self.problems.of(name))
    }

    /// The proxy's fields with relation and paper.
    pub fn proxy(&self) -> Vec<Field> {
        let lang = self.ask.lang;
        let relations = Relation::ALL.map(|r| Opt::new(r.name(), words::relation(r, lang)));
        let papers = Authorisation::ALL.map(|a| Opt::new(a.name(), words::authorisation(a, lang)));
        let mut fields = self.person("nt-");
        fields.push(self.select("nt-quan-he", K::IntakeRelation, relations.to_vec()));
        fields.push(self.select("nt-giay", K::IntakeAuthorisation, papers.to_vec()));
        fields
    }

    /// Name and number of a business or organisation.
    pub fn body(&self) -> Vec<Field> {
        let mut fields = vec![
            self.field("ten-to-chuc", K::IntakeBody, Width::Full),
            self.field("ma-so", K::IntakeNumber2, Width::Full),
        ];
        for field in &mut fields {
            field.optional = true;
        }
        fields
    }

    /// Witnesses and interpreter.
    pub fn needs(&self) -> Vec<Field> {
        let mut fields = vec![
            self.field("lam-chung-1", K::IntakeWitness1, Width::Full),
            self.field("lam-chung-2", K::IntakeWitness2, Width::Full),
            self.field("phien-dich", K::IntakeInterpreter, Width::Full),
        ];
        for field in &mut fields {
            field.optional = true;
        }
        fields
    }

    /// The procedure's own fields for one use.
    pub fn asked(&self, used: FieldUse) -> Vec<Field> {
        let specs = self.assessment.version.fields.iter().filter(|spec| spec.used == used);
        specs.map(|spec| self.own_field(spec)).collect()
    }

    fn own_field(&self, spec: &FieldSpec) -> Field {
        let name = format!("f.{}", spec.id.as_str());
        let kind = match &spec.kind {
            AskKind::Text => FieldKind::Text,
            AskKind::LongText => FieldKind::Lines(3),
            AskKind::Date => FieldKind::Text,
            AskKind::Number => FieldKind::Digits,
            AskKind::Choice(options) => {
                let mut all = vec![Opt::new("", self.t(K::IntakeChoose))];
                all.extend(options.iter().map(|o| Opt::new(o.value.clone(), self.ask.name_of(&o.label))));
                FieldKind::Select(all)
            }
        };
        let label = self.ask.name_of(&spec.label).to_owned();
        let mut field = Field::of(self.ask.lang, name.clone(), label, kind);
        field.optional = !spec.required;
        field.hint = spec.hint.as_ref().map(|hint| self.ask.name_of(hint).to_owned());
        field.value(self.fields.get(&name)).error(self.problems.of(&name))
    }

    /// Copies, pages, exemption, remark.
    pub fn amounts(&self) -> Vec<Field> {
        let lang = self.ask.lang;
        let count = |name: &str, label| {
            let field = Field::of(lang, name.to_owned(), self.t(label), FieldKind::Digits).width(Width::Short);
            let typed = self.fields.get(name);
            field.value(if typed.is_empty() { "1" } else { typed }).error(self.problems.of(name))
        };
        let grounds = Exemption::ALL.map(|ground| Opt::new(ground.name(), words::exemption(ground, lang)));
        let mut exemption = self.select("mien", K::IntakeExemption, grounds.to_vec());
        exemption.optional = true;
        let mut note = self.field("ghi-chu", K::IntakeNote, Width::Full);
        note.optional = true;
        vec![count("so-ban", K::IntakeCopies), count("so-trang", K::IntakePages), exemption, note]
    }

    /// Papers with their ticks and files.
    pub fn papers(&self) -> Vec<PaperRow> {
        let lang = self.ask.lang;
        let papers = self.assessment.parts.iter().filter(|part| is_paper(part.spec.kind));
        papers
            .enumerate()
            .map(|(index, part)| {
                let id = part.spec.id.as_str();
                let submitted = part.spec.kind == ComponentKind::Submit;
                let wanted = if submitted {
                    let kind = words::copy_kind(part.spec.copy_kind, lang);
                    format!("{} {kind}", part.spec.quantity.max(1))
                } else {
                    self.t(K::IntakeToShow).to_owned()
                };
                let kept = self.kept.get(id).map_or(&[][..], Vec::as_slice);
                PaperRow {
                    id: id.to_owned(),
                    name: self.ask.name_of(&part.spec.name).to_owned(),
                    wanted,
                    ticked: part.present,
                    required: part.required,
                    submitted,
                    error: self.problems.of(&format!("tep.{id}")),
                    kept: kept.iter().map(|file| (format!("{}~{}", file.sha256, file.name), file.name.clone())).collect(),
                    key: (index < 9).then(|| format!("Alt+{}", index + 1)),
                }
            })
            .collect()
    }

    /// Conditions and notes of the case.
    pub fn remarks(&self) -> Vec<String> {
        let parts = self.assessment.parts.iter().filter(|part| !is_paper(part.spec.kind));
        parts.map(|part| self.ask.name_of(&part.spec.name).to_owned()).collect()
    }

    /// Everything missing, alternatives joined.
    pub fn missing(&self) -> Vec<String> {
        let or = format!(" {} ", self.t(K::IntakeOr));
        let name_of = |id: &domain::procedure::ComponentId| {
            let found = self.assessment.parts.iter().find(|part| part.spec.id == *id);
            found.map_or_else(|| id.as_str().to_owned(), |part| self.ask.name_of(&part.spec.name).to_owned())
        };
        let parts = self.assessment.missing.iter();
        parts.map(|part| part.one_of.iter().map(name_of).collect::<Vec<_>>().join(&or)).collect()
    }

    /// The promise, the largest thing of the right column.
    pub fn promise(&self) -> Promise {
        let lang = self.ask.lang;
        let programme = None;
        let names = words::Named { version: &self.assessment.version, programme };
        match &self.assessment.promise {
            Ok(promise) => Promise {
                lang,
                same_day: promise.same_day,
                headline: words::promise_headline(promise, lang),
                reasons: promise
                    .reasons
                    .iter()
                    .map(|reason| Reason {
                        kept: reason.kept,
                        text: words::reason_named(reason, &names, lang),
                        source: words::reason_source(reason, lang),
                    })
                    .collect(),
                rail: Some(Rail::at(lang, 0)),
                note: None,
            },
            Err(error) => Promise {
                lang,
                same_day: false,
                headline: words::promise_error(error.clone(), lang).to_owned(),
                reasons: Vec::new(),
                rail: None,
                note: None,
            },
        }
    }

    /// The due time under the law with its sentence.
    pub fn statutory(&self) -> Option<String> {
        let promise = self.assessment.promise.as_ref().ok()?;
        promise.statutory.as_ref().map(|deadline| words::deadline_sentence(deadline, self.ask.lang))
    }

    /// Lines of the fee and the total.
    pub fn fees(&self) -> (Vec<(String, String)>, String) {
        let lang = self.ask.lang;
        let fee = &self.assessment.fee;
        let lines = fee.lines.iter().map(|line| (line.label.clone(), format::money(lang, line.amount))).collect();
        (lines, format::money(lang, fee.total))
    }

    /// The duties with their switches.
    pub fn duties(&self) -> Vec<DutyRow> {
        let row = |duty: Duty| DutyRow {
            name: duty.name(),
            word: words::duty(duty, self.ask.lang),
            on: self.presence.present.contains(duty),
        };
        Duty::ALL.map(row).into_iter().collect()
    }

    /// The question of verification, where it is asked.
    pub fn verification(&self) -> Option<String> {
        if !self.assessment.verification_asked {
            return None;
        }
        let what = self.assessment.version.verification.what.as_ref();
        Some(what.map_or_else(
            || self.t(K::IntakeVerification).to_owned(),
            |what| {
                let what = self.ask.name_of(what);
                text_with(self.ask.lang, K::IntakeVerificationOf, &[("what", Arg::Text(what))])
            },
        ))
    }

    /// A look again at the number, when its year differs from the birth date.
    pub fn warning(&self) -> Option<String> {
        let number = domain::person::IdentityNumber::parse(self.fields.get("so-dinh-danh")).ok()?;
        let born = domain::person::read_date(self.fields.get("ngay-sinh")).ok()?;
        let warning = number.warning(born.year())?;
        Some(words::identity_warning(warning, self.ask.lang).to_owned())
    }

    /// Whole page.
    pub fn page(&self, mut page: Page, csrf: &str, request_key: String, notice: Option<Notice>) -> IntakePage {
        let lang = self.ask.lang;
        let kind = self.fields.get("loai");
        let kinds = [("citizen", K::IntakeCitizen), ("business", K::IntakeBusiness), ("organisation", K::IntakeOrganisation)]
            .map(|(value, key)| (Opt::new(value, self.t(key)), kind == value || (kind.is_empty() && value == "citizen")));
        let version = &self.assessment.version;
        let (fees, total) = self.fees();
        let mut scan = Field::text(lang, "the", self.t(K::IntakeScan)).hint(self.t(K::IntakeScanHint));
        scan.scan = true;
        scan.optional = true;
        scan.error = self.problems.of("the");
        page.wrong = !self.problems.0.is_empty();
        let mut refusal = self.field("tu-choi-ly-do", K::IntakeRefusalReason, Width::Full);
        refusal.optional = true;
        IntakePage {
            page,
            csrf: csrf.to_owned(),
            request_key,
            unit: self.assessment.unit.code.to_string(),
            procedure: (version.code.to_string(), self.ask.name_of(&version.name).to_owned(), version.version),
            summary: ErrorSummary::new(lang, self.problems.0.clone()),
            notice,
            scan,
            kinds: kinds.into_iter().collect(),
            body: self.body(),
            body_open: matches!(kind, "business" | "organisation"),
            needs_open: self.fields.ticked("diem-chi")
                || ["lam-chung-1", "lam-chung-2", "phien-dich"].iter().any(|name| self.fields.typed(name).is_some()),
            person: self.person(""),
            warning: self.warning(),
            from_card: self.fields.ticked("tu-the"),
            by_proxy: self.fields.ticked("nop-thay"),
            proxy: self.proxy(),
            needs: self.needs(),
            fingerprint: self.fields.ticked("diem-chi"),
            cases: version
                .cases
                .iter()
                .map(|case| {
                    let id = case.id.as_str().to_owned();
                    let picked = self.fields.get("truong-hop") == id;
                    (id, self.ask.name_of(&case.name).to_owned(), picked)
                })
                .collect(),
            case_error: self.problems.of("truong-hop"),
            questions: version
                .questions
                .iter()
                .map(|question| {
                    let name = format!("hoi.{}", question.id.as_str());
                    let ticked = self.fields.ticked(&name);
                    (name, self.ask.name_of(&question.text).to_owned(), ticked)
                })
                .collect(),
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
            statutory: self.statutory(),
            fees,
            total,
            missing: self.missing(),
            duties: self.duties(),
            duplicate: self.problems.of("van-nhan").is_some(),
            refusal,
        }
    }
}

const fn is_paper(kind: ComponentKind) -> bool {
    match kind {
        ComponentKind::Submit | ComponentKind::Present => true,
        ComponentKind::Condition | ComponentKind::Note => false,
    }
}

/// A notice of a tone with a title.
pub fn notice(ask: &Ask, tone: Tone, key: K) -> Notice {
    Notice::new(tone, text(ask.lang, key), None)
}
