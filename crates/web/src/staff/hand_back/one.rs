//! One result handed over: fee, collector, delivery in one form.

use super::view::{ReturnDone, ReturnOne};
use crate::fields::Fields;
use crate::layout::Link;
use crate::reply;
use crate::site::Site;
use crate::staff::Staff;
use crate::staff::dossier::{Fact, Facts, Part, open, people_of};
use crate::widget::{Choice, ErrorSummary, Field, FieldKind, Notice, Opt, Tone, Width};
use app::AppError;
use app::handle::{self, Situation};
use app::read::DossierPage;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::dossier::{
    Act, Collector, CollectorIdentity, Command, Delivery, Event, Finance, PaymentMethod, Refusal, Stage,
};
use domain::person::{Authorisation, FullName, IdentityNumber};
use domain::text::clean_line;
use i18n::{Key as K, Lang, text, words};

type Problems = Vec<(String, String)>;

/// What the form says.
struct Input {
    payment: Option<(PaymentMethod, String)>,
    collector: Collector,
    delivery: Delivery,
}

/// Shows the form, or what became of the result.
pub async fn show(State(site): State<Site>, staff: Staff, Path(code): Path<String>) -> Response {
    match open(&site, &staff, &code).await {
        Ok(found) if found.acts.contains(&Act::HandBack) => {
            reply::page(&form(&site, &staff, &found, &Fields::default(), Vec::new(), None).await)
        }
        Ok(found) if found.dossier.stage == Stage::Returned => {
            reply::page(&done(&site, &staff, &found).await)
        }
        Ok(found) => reply::see_other(&format!("/quay/ho-so/{}", found.dossier.code())),
        Err(error) => reply::failed(&staff.ask, &error),
    }
}

/// Takes the fee where one is owed, then hands the result over.
pub async fn send(
    State(site): State<Site>,
    staff: Staff,
    Path(code): Path<String>,
    fields: Fields,
) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let found = match open(&site, &staff, &code).await {
        Ok(found) => found,
        Err(error) => return reply::failed(&staff.ask, &error),
    };
    let mut problems = Vec::new();
    let read = read(&fields, &found, staff.ask.lang, &mut problems);
    let Some(input) = read.filter(|_| problems.is_empty()) else {
        let page = form(&site, &staff, &found, &fields, problems, None).await;
        return reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let seen = fields.get("version").parse().unwrap_or(0);
    match carry_out(&site, &staff, &found, seen, input).await {
        Ok(()) => reply::see_other(&format!("/quay/tra-ket-qua/{}", found.dossier.code())),
        Err(error) => refused(&site, &staff, &code, &fields, error).await,
    }
}

async fn carry_out(
    site: &Site,
    staff: &Staff,
    found: &DossierPage,
    mut seen: u32,
    input: Input,
) -> Result<(), AppError> {
    let (app, actor, code) = (&site.app, &staff.actor, found.dossier.code());
    if let Some((method, bill)) = input.payment {
        let build = move |situation: &Situation<'_>| {
            let Finance::Due(amount) = situation.dossier.finance else {
                return Err(Refusal::WrongFinance { finance: situation.dossier.finance }.into());
            };
            Ok(Command::RecordPayment { amount, method, bill: bill.clone() })
        };
        seen = handle::act(app, actor, code, Some(seen), Act::RecordPayment, build).await?.version;
    }
    app::paper::hand_back(app, actor, code, Some(seen), input.collector, input.delivery).await.map(|_| ())
}

/// The form as it is now, with what was typed and why it was not done.
async fn refused(site: &Site, staff: &Staff, code: &str, fields: &Fields, error: AppError) -> Response {
    let lang = staff.ask.lang;
    let (Ok(fresh), Some(sentence)) = (open(site, staff, code).await, reply::sentence(lang, &error)) else {
        return reply::failed(&staff.ask, &error);
    };
    if matches!(error, AppError::Denied(_)) || !fresh.acts.contains(&Act::HandBack) {
        return reply::failed(&staff.ask, &error);
    }
    let (status, problems, notice) = if matches!(error, AppError::Stale { .. }) {
        let hint = text(lang, K::DeskStaleHint).to_owned();
        (StatusCode::CONFLICT, Vec::new(), Some(Notice::new(Tone::Care, sentence, Some(hint))))
    } else {
        (StatusCode::UNPROCESSABLE_ENTITY, vec![("nguoi-nhan".to_owned(), sentence)], None)
    };
    reply::page_with(status, &form(site, staff, &fresh, fields, problems, notice).await)
}

fn read(fields: &Fields, found: &DossierPage, lang: Lang, problems: &mut Problems) -> Option<Input> {
    let mut wrong = |field: &str, key| problems.push((field.to_owned(), text(lang, key).to_owned()));
    let owes = matches!(found.dossier.finance, Finance::Due(_));
    let method = PaymentMethod::from_name(fields.get("cach-nop"));
    if owes && method.is_none() {
        wrong("cach-nop", K::DeskPayFirst);
    }
    let delivery = match Delivery::from_name(fields.get("cach-tra")) {
        Some(delivery @ (Delivery::Handed | Delivery::Posted)) => Some(delivery),
        Some(Delivery::None | Delivery::Ready | Delivery::Downloaded) | None => {
            wrong("cach-tra", K::DeskDeliveryMissing);
            None
        }
    };
    let collector = match fields.get("nguoi-nhan") {
        "applicant" => {
            let name = found.dossier.reception.applicant.person().name.clone();
            Some(Collector { name, identity: CollectorIdentity::Applicant })
        }
        "proxy" => proxy(fields, lang, problems),
        _other => {
            wrong("nguoi-nhan", K::DeskCollectorMissing);
            None
        }
    };
    let bill: String = clean_line(fields.get("bien-lai")).chars().take(100).collect();
    let payment = method.filter(|_| owes).map(|method| (method, bill));
    Some(Input { payment, collector: collector?, delivery: delivery? })
}

fn proxy(fields: &Fields, lang: Lang, problems: &mut Problems) -> Option<Collector> {
    let name = FullName::parse(fields.get("ten"));
    if let Err(problem) = name {
        problems.push(("ten".to_owned(), words::name_problem(problem, lang).to_owned()));
    }
    let identity = IdentityNumber::parse(fields.get("so-dinh-danh"));
    if let Err(problem) = &identity {
        problems.push(("so-dinh-danh".to_owned(), words::identity_problem(*problem, lang)));
    }
    let authorisation = Authorisation::from_name(fields.get("giay-uy-quyen"));
    if authorisation.is_none() {
        problems.push(("giay-uy-quyen".to_owned(), text(lang, K::DeskAuthorisationMissing).to_owned()));
    }
    let identity = CollectorIdentity::Proxy { identity: identity.ok()?, authorisation: authorisation? };
    Some(Collector { name: name.ok()?, identity })
}

async fn form(
    site: &Site,
    staff: &Staff,
    found: &DossierPage,
    typed: &Fields,
    problems: Problems,
    notice: Option<Notice>,
) -> ReturnOne {
    let (lang, dossier) = (staff.ask.lang, &found.dossier);
    let ask = Questions { lang, typed, problems: &problems };
    let policy = site.app.policy();
    let procedure = &dossier.reception.procedure;
    let version = policy.version(&procedure.code, procedure.version);
    let code = dossier.code().as_str().to_owned();
    let mut page = staff.page(&site.app, format!("{} {code}", text(lang, K::StaffNavReturn))).await;
    page.back = Some(Link::new("/quay/tra-ket-qua", text(lang, K::DeskBackToReturn)));
    page.wrong = !problems.is_empty();
    let owed = match dossier.finance {
        Finance::Due(_) => Some(Notice::new(Tone::Care, words::finance(dossier.finance, lang), None)),
        Finance::None | Finance::Paid(_) | Finance::Exempt | Finance::Refunded(_) => None,
    };
    ReturnOne {
        page,
        notices: notice.into_iter().collect(),
        version: dossier.version,
        csrf: staff.csrf.clone(),
        procedure: version.map_or_else(String::new, |version| staff.ask.name_of(&version.name).to_owned()),
        applicant: dossier.reception.applicant.display_name().to_owned(),
        people: people_of(dossier, lang),
        payment: if owed.is_some() { ask.payment() } else { Vec::new() },
        owed,
        collector: ask.collector(),
        proxy: ask.proxy(),
        delivery: ask.delivery(),
        paper: Link::new(format!("/quay/ho-so/{code}/giay/ket-qua"), text(lang, K::DeskResultPdf)),
        errors: ErrorSummary::new(lang, problems.clone()),
        code,
    }
}

/// The questions with what was typed and what is wrong.
pub(super) struct Questions<'a> {
    /// Language of the questions.
    pub lang: Lang,
    /// What was typed.
    pub typed: &'a Fields,
    /// What is wrong.
    pub problems: &'a [(String, String)],
}

impl Questions<'_> {
    fn error(&self, field: &str) -> Option<String> {
        self.problems.iter().find(|(found, _)| found == field).map(|(_, sentence)| sentence.clone())
    }

    fn choice(&self, name: &'static str, legend: K, options: Vec<Opt>, otherwise: Option<&str>) -> Part {
        let choice = Choice::one(self.lang, name, text(self.lang, legend), options).error(self.error(name));
        let picked = self.typed.typed(name).or(otherwise).map(str::to_owned);
        Part::Choice(match picked {
            Some(picked) => choice.pick(picked),
            None => choice,
        })
    }

    fn field(&self, name: &'static str, label: K, kind: FieldKind) -> Field {
        let field = Field::of(self.lang, name, text(self.lang, label), kind).width(Width::Medium);
        field.value(self.typed.get(name)).error(self.error(name))
    }

    /// How the fee is paid.
    pub fn payment(&self) -> Vec<Part> {
        let option =
            |method: PaymentMethod| Opt::new(method.name(), words::payment_method(method, self.lang));
        let methods = PaymentMethod::ALL.into_iter().map(option).collect();
        let mut bill = self.field("bien-lai", K::DeskBill, FieldKind::Text);
        bill.optional = true;
        vec![self.choice("cach-nop", K::DeskMethod, methods, None), Part::Field(bill)]
    }

    /// Who collects; never preselected, for it is recorded as seen.
    pub fn collector(&self) -> Part {
        let options = vec![
            Opt::new("applicant", text(self.lang, K::DeskCollectorApplicant)),
            Opt::new("proxy", text(self.lang, K::DeskCollectorProxy)),
        ];
        self.choice("nguoi-nhan", K::DeskCollector, options, None)
    }

    /// Somebody else who collects.
    pub fn proxy(&self) -> Vec<Part> {
        let empty = Opt::new("", text(self.lang, K::DeskChoose));
        let option = |kind: Authorisation| Opt::new(kind.name(), words::authorisation(kind, self.lang));
        let papers = std::iter::once(empty).chain(Authorisation::ALL.into_iter().map(option)).collect();
        vec![
            Part::Field(self.field("ten", K::DeskName, FieldKind::Text)),
            Part::Field(self.field("so-dinh-danh", K::DeskIdentity, FieldKind::Digits)),
            Part::Field(self.field("giay-uy-quyen", K::DeskAuthorisation, FieldKind::Select(papers))),
        ]
    }

    /// How it is given: by hand unless said otherwise.
    pub fn delivery(&self) -> Part {
        let ways = [Delivery::Handed, Delivery::Posted];
        let option = |way: Delivery| Opt::new(way.name(), words::delivery(way, self.lang));
        let ways = ways.into_iter().map(option).collect();
        self.choice("cach-tra", K::DeskDelivery, ways, Some(Delivery::Handed.name()))
    }
}

async fn done(site: &Site, staff: &Staff, found: &DossierPage) -> ReturnDone {
    let (lang, dossier) = (staff.ask.lang, &found.dossier);
    let code = dossier.code().as_str().to_owned();
    let mut page = staff.page(&site.app, text(lang, K::DeskReturned)).await;
    page.back = Some(Link::new("/quay/tra-ket-qua", text(lang, K::DeskBackToReturn)));
    let mut facts = vec![Fact::new(text(lang, K::DeskApplicant), dossier.reception.applicant.display_name())];
    let given = found.story.iter().rev().find(|told| matches!(told.event, Event::HandedBack { .. }));
    if let Some(told) = given {
        let by = found.names.get(&told.actor).map_or("", String::as_str);
        facts.push(Fact::new(
            i18n::format::moment(lang, told.at),
            words::event_sentence(&told.event, by, lang),
        ));
    }
    let mut links = vec![Link::new(format!("/quay/ho-so/{code}/giay/ket-qua"), text(lang, K::DeskResultPdf))];
    if let Some(token) = &found.result_token {
        links.push(Link::new(format!("/kiem-chung/{token}"), text(lang, K::DeskVerify)));
    }
    links.push(Link::new(format!("/quay/ho-so/{code}"), text(lang, K::DeskWholeDossier)));
    ReturnDone { page, code, facts: Facts(facts), links }
}
