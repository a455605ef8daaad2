//! The parts of the intake page, each built from what was typed, kept and assessed.

use super::view::{Built, PaperRow};
use crate::staff::form::answers::field_of;
use crate::widget::{Field, FieldKind, Opt, Promise, Rail, Reason, Width};
use domain::person::{Authorisation, Relation};
use domain::procedure::{ComponentKind, Exemption, FieldSpec, FieldUse};
use i18n::{Arg, Key as K, format, text, text_with, words};

impl Built<'_> {
    pub(super) fn t(&self, key: K) -> &'static str {
        text(self.ask.lang, key)
    }

    pub(super) fn field(&self, name: &str, label: K, width: Width) -> Field {
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
        let value = self.fields.get(&format!("f.{}", spec.id.as_str())).to_owned();
        field_of(spec, "f.", value, self.problems, self.ask.lang)
    }

    /// Copies, pages, exemption, remark.
    pub fn amounts(&self) -> Vec<Field> {
        let lang = self.ask.lang;
        let count = |name: &str, label| {
            let field =
                Field::of(lang, name.to_owned(), self.t(label), FieldKind::Digits).width(Width::Short);
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
                    format!("{} {}", part.spec.quantity.max(1), kind.to_lowercase())
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
                    kept: kept
                        .iter()
                        .map(|file| (format!("{}~{}", file.sha256, file.name), file.name.clone()))
                        .collect(),
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
                // What stands against it is said at once; what holds is counted, and named below.
                reasons: promise
                    .failed()
                    .map(|reason| Reason::missing(words::reason_named(reason, &names, lang)))
                    .chain(std::iter::once(self.kept_count(promise)))
                    .collect(),
                rail: Some(Rail::at(lang, 0)),
                note: self.expected(promise),
            },
            Err(error) => Promise {
                lang,
                same_day: false,
                headline: words::promise_error(*error, lang).to_owned(),
                reasons: Vec::new(),
                rail: None,
                note: None,
            },
        }
    }

    /// The hour expected with how sure it is; where the day is full, what is offered instead.
    fn expected(&self, promise: &domain::promise::Promise) -> Option<String> {
        let lang = self.ask.lang;
        match &promise.ready {
            Some(ready) => {
                let hour = words::ready_between(ready, lang);
                let told = format!("{hour}. {}", words::ready_level(ready, lang));
                Some([Some(told), self.offers.clone()].into_iter().flatten().collect::<Vec<_>>().join(" "))
            }
            None => self.offers.clone(),
        }
    }

    fn kept_count(&self, promise: &domain::promise::Promise) -> Reason {
        let kept = promise.reasons.iter().filter(|reason| reason.kept).count();
        let (kept, all) = (kept.to_string(), promise.reasons.len().to_string());
        let counted = [("kept", Arg::Text(&kept)), ("all", Arg::Text(&all))];
        Reason::kept(text_with(self.ask.lang, K::IntakeKept, &counted))
    }

    /// Every tested condition with its source.
    pub fn reasons(&self) -> Vec<Reason> {
        let lang = self.ask.lang;
        let names = words::Named { version: &self.assessment.version, programme: None };
        let Ok(promise) = &self.assessment.promise else { return Vec::new() };
        let reasons = promise.reasons.iter();
        reasons
            .map(|reason| Reason {
                kept: reason.kept,
                text: words::reason_named(reason, &names, lang),
                source: words::reason_source(reason, lang),
            })
            .collect()
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
        let lines =
            fee.lines.iter().map(|line| (line.label.clone(), format::money(lang, line.amount))).collect();
        (lines, format::money(lang, fee.total))
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

    /// Kinds of applicants, the picked one marked.
    pub fn kinds(&self) -> Vec<(Opt, bool)> {
        let kind = self.fields.get("loai");
        let all = [
            ("citizen", K::IntakeCitizen),
            ("business", K::IntakeBusiness),
            ("organisation", K::IntakeOrganisation),
        ];
        let picked = |value: &str| kind == value || (kind.is_empty() && value == "citizen");
        all.into_iter().map(|(value, key)| (Opt::new(value, self.t(key)), picked(value))).collect()
    }

    /// Cases of the procedure, the picked one marked.
    pub fn cases(&self) -> Vec<(String, String, bool)> {
        let cases = self.assessment.version.cases.iter();
        cases
            .map(|case| {
                let id = case.id.as_str().to_owned();
                let picked = self.fields.get("truong-hop") == id;
                (id, self.ask.name_of(&case.name).to_owned(), picked)
            })
            .collect()
    }

    /// Questions of the procedure, those answered with yes marked.
    pub fn questions(&self) -> Vec<(String, String, bool)> {
        let questions = self.assessment.version.questions.iter();
        questions
            .map(|question| {
                let name = format!("hoi.{}", question.id.as_str());
                let ticked = self.fields.ticked(&name);
                (name, self.ask.name_of(&question.text).to_owned(), ticked)
            })
            .collect()
    }

    /// The field that the card's scan goes into.
    pub fn scan(&self) -> Field {
        let mut scan =
            Field::text(self.ask.lang, "the", self.t(K::IntakeScan)).hint(self.t(K::IntakeScanHint));
        scan.scan = true;
        scan.optional = true;
        scan.error = self.problems.of("the");
        scan
    }
}

const fn is_paper(kind: ComponentKind) -> bool {
    match kind {
        ComponentKind::Submit | ComponentKind::Present => true,
        ComponentKind::Condition | ComponentKind::Note => false,
    }
}
