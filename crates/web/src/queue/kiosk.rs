//! The machine in the hall, `/kiosk/{unit}`: three large choices, the question of priority, the number. Every step is an
//! address of its own, so a reload or a restart loses nothing, and left alone the machine goes back to its first page.

use super::phone::request_key;
use super::say::{failed, is_told, sentence, unit_of};
use super::ticket::{Paper, TicketLive, found};
use crate::fields::Fields;
use crate::layout::{Link, Page, Sampled};
use crate::portal::ErrorKind;
use crate::reply;
use crate::site::{Ask, Site};
use crate::widget::{Notice, Tone};
use app::queue::view;
use app::queue::{Act, Issue, holder_acts, issue};
use app::status;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::dossier::Stage;
use domain::place::UnitCode;
use domain::queue::{Door, Group, PriorityReason, Purpose, TicketStage};
use i18n::{Arg, Key as K, Lang, text, text_with, words};

/// A large button: where it leads, what it says, what that means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Large {
    /// Where it leads.
    pub link: Link,
    /// What it means.
    pub hint: String,
}

/// A page of the machine.
#[derive(Debug, Clone, Template)]
#[template(path = "queue/kiosk.html")]
pub struct Start {
    /// The frame.
    pub page: Page,
    /// Name of the unit.
    pub unit: String,
    /// The first page of this machine.
    pub home: String,
    /// Why something was not done.
    pub notice: Option<Notice>,
    /// What to know about the question.
    pub hint: Option<&'static str>,
    /// Choices that lead on.
    pub choices: Vec<Large>,
    /// Grounds of priority; each button takes the ticket.
    pub reasons: Option<Reasons>,
    /// The field a scanner types into.
    pub scan: Option<String>,
}

/// The question of priority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reasons {
    /// Where the form goes.
    pub action: String,
    /// The group chosen.
    pub group: String,
    /// Makes a second press harmless.
    pub key: String,
    /// The code of a booking, which gives the ticket its hour.
    pub booking: Option<String>,
    /// Value and words.
    pub all: Vec<(&'static str, &'static str)>,
}

struct Machine {
    site: Site,
    ask: Ask,
    unit: UnitCode,
    name: String,
}

impl Machine {
    fn at(site: Site, ask: Ask, code: &str) -> Result<Self, Box<Response>> {
        match unit_of(&site, code) {
            Some((unit, name)) => Ok(Self { site, ask, unit, name }),
            None => Err(Box::new(reply::error(&ask, ErrorKind::NotFound))),
        }
    }

    fn t(&self, key: K) -> &'static str {
        text(self.ask.lang, key)
    }

    fn home(&self) -> String {
        format!("/kiosk/{}", self.unit)
    }

    fn page(&self, title: K) -> Start {
        let mut page = self.ask.page(title);
        page.live = true;
        Start {
            page,
            unit: self.name.clone(),
            home: self.home(),
            notice: None,
            hint: None,
            choices: Vec::new(),
            reasons: None,
            scan: None,
        }
    }

    fn large(&self, path: &str, words: &str, hint: impl Into<String>) -> Large {
        Large { link: Link::new(format!("{}{path}", self.home()), words), hint: hint.into() }
    }

    /// The first letter of a purpose at this unit.
    async fn group_for(&self, purpose: Purpose) -> Option<Group> {
        let view = view::take(&self.site.app, &self.unit).await.ok()?;
        view.groups.iter().find(|group| group.spec.purpose == purpose).map(|group| group.spec.group)
    }
}

/// `GET /kiosk/{unit}`.
pub async fn start(State(site): State<Site>, ask: Ask, Path(code): Path<String>) -> Response {
    let machine = match Machine::at(site, ask, &code) {
        Ok(machine) => machine,
        Err(response) => return *response,
    };
    let help = match machine.group_for(Purpose::Ask).await {
        Some(group) => format!("/lay-so/{group}"),
        None => "/lay-so".to_owned(),
    };
    let mut page = machine.page(K::QueueKioskWelcome);
    page.choices = vec![
        machine.large("/giay-hen", machine.t(K::QueueKioskPass), machine.t(K::QueueKioskPassHint)),
        machine.large("/lay-so", machine.t(K::QueueKioskTake), machine.t(K::QueueKioskTakeHint)),
        machine.large(&help, machine.t(K::QueueKioskHelp), machine.t(K::QueueKioskHelpHint)),
    ];
    reply::page(&page)
}

/// `GET /kiosk/{unit}/lay-so`.
pub async fn groups(State(site): State<Site>, ask: Ask, Path(code): Path<String>) -> Response {
    let machine = match Machine::at(site, ask, &code) {
        Ok(machine) => machine,
        Err(response) => return *response,
    };
    let view = match view::take(&machine.site.app, &machine.unit).await {
        Ok(view) => view,
        Err(error) => return failed(&machine.ask, &error),
    };
    let lang = machine.ask.lang;
    let mut page = machine.page(K::QueueKioskWhat);
    for group in &view.groups {
        let waiting = text_with(lang, K::QueueKioskWaiting, &[("n", Arg::Number(i64::from(group.waiting)))]);
        let hint = format!("{waiting}. {}", words::wait(group.wait, lang));
        let path = format!("/lay-so/{}", group.spec.group);
        page.choices.push(machine.large(&path, words::purpose(group.spec.purpose, lang), hint));
    }
    reply::page(&page)
}

/// `GET /kiosk/{unit}/lay-so/{group}`.
pub async fn priority(
    State(site): State<Site>,
    ask: Ask,
    Path((code, group)): Path<(String, String)>,
) -> Response {
    let machine = match Machine::at(site, ask, &code) {
        Ok(machine) => machine,
        Err(response) => return *response,
    };
    let Ok(group) = group.parse::<Group>() else {
        return reply::error(&machine.ask, ErrorKind::NotFound);
    };
    let key = app::secret::fresh_token(machine.site.app.random.as_ref());
    reply::page(&asked(&machine, group, key, None))
}

fn asked(machine: &Machine, group: Group, key: String, notice: Option<Notice>) -> Start {
    let lang = machine.ask.lang;
    let mut page = machine.page(K::QueueKioskPriority);
    page.hint = Some(machine.t(K::QueueKioskPriorityHint));
    page.notice = notice;
    let mut all = vec![("", text(lang, K::QueuePriorityNone))];
    all.extend(PriorityReason::ALL.map(|reason| (reason.name(), words::priority(reason, lang))));
    let action = format!("{}/lay-so", machine.home());
    page.reasons = Some(Reasons { action, group: group.to_string(), key, booking: None, all });
    page
}

/// `POST /kiosk/{unit}/lay-so`: the ticket.
pub async fn take(State(site): State<Site>, ask: Ask, Path(code): Path<String>, fields: Fields) -> Response {
    let machine = match Machine::at(site, ask, &code) {
        Ok(machine) => machine,
        Err(response) => return *response,
    };
    let Ok(group) = fields.get("nhom").parse::<Group>() else {
        return reply::see_other(&format!("{}/lay-so", machine.home()));
    };
    let priority = PriorityReason::from_name(fields.get("uu-tien"));
    // Checked in again it stays so: the hour is the booking's own, not what the form says.
    let slot_at = match fields.typed("hen") {
        Some(code) => booked(&machine, code).await,
        None => None,
    };
    let wish = Issue { unit: machine.unit.clone(), group, door: Door::Kiosk, priority, slot_at };
    let request = request_key(&fields, &wish);
    match issue(&machine.site.app, None, wish, request).await {
        Ok(given) => reply::see_other(&format!("{}/so/{}", machine.home(), given.token)),
        Err(error) if is_told(&error) => {
            let title = sentence(machine.ask.lang, &error).unwrap_or_default();
            let key = app::secret::fresh_token(machine.site.app.random.as_ref());
            let page = asked(&machine, group, key, Some(Notice::new(Tone::Care, title, None)));
            reply::page_with(super::say::status(&error), &page)
        }
        Err(error) => failed(&machine.ask, &error),
    }
}

/// `GET /kiosk/{unit}/giay-hen`.
pub async fn pass(State(site): State<Site>, ask: Ask, Path(code): Path<String>) -> Response {
    match Machine::at(site, ask, &code) {
        Ok(machine) => reply::page(&scanning(&machine, None)),
        Err(response) => *response,
    }
}

fn scanning(machine: &Machine, notice: Option<Notice>) -> Start {
    let mut page = machine.page(K::QueueKioskScan);
    page.notice = notice;
    page.scan = Some(format!("{}/giay-hen", machine.home()));
    page
}

/// `POST /kiosk/{unit}/giay-hen`: the token of a receipt's QR.
pub async fn scanned(
    State(site): State<Site>,
    ask: Ask,
    Path(code): Path<String>,
    fields: Fields,
) -> Response {
    let machine = match Machine::at(site, ask, &code) {
        Ok(machine) => machine,
        Err(response) => return *response,
    };
    let typed = fields.get("ma").trim();
    if let (Some(at), Some(group)) = (booked(&machine, typed).await, machine.group_for(Purpose::HandIn).await)
    {
        let key = app::secret::fresh_token(machine.site.app.random.as_ref());
        let hour = words::at(machine.ask.lang, at);
        let title = text_with(machine.ask.lang, K::QueueKioskBooked, &[("at", Arg::Text(&hour))]);
        let mut page = asked(&machine, group, key, Some(Notice::new(Tone::Good, title, None)));
        page.reasons = page.reasons.map(|reasons| Reasons { booking: Some(typed.to_owned()), ..reasons });
        return reply::page(&page);
    }
    let token: String = typed.rsplit('/').next().unwrap_or_default().chars().take(64).collect();
    let Ok(found) = status::by_token(&machine.site.app, &token).await else {
        let notice = Notice::new(Tone::Care, machine.t(K::QueueKioskScanUnknown), None);
        let page = scanning(&machine, Some(notice));
        return reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let lang = machine.ask.lang;
    let ready = found.stage == Stage::ResultReady;
    let purpose = if ready { Purpose::Collect } else { Purpose::Ask };
    let stage = words::stage(found.stage, lang);
    let title = if ready {
        machine.t(K::QueueKioskReady).to_owned()
    } else {
        text_with(lang, K::QueueKioskNotReady, &[("stage", Arg::Text(stage))])
    };
    let tone = if ready { Tone::Good } else { Tone::Plain };
    match machine.group_for(purpose).await {
        Some(group) => {
            let key = app::secret::fresh_token(machine.site.app.random.as_ref());
            reply::page(&asked(&machine, group, key, Some(Notice::new(tone, title, None))))
        }
        None => reply::see_other(&format!("{}/lay-so", machine.home())),
    }
}

/// The hour of a booking for here and today, checked in with this.
async fn booked(machine: &Machine, typed: &str) -> Option<jiff::Timestamp> {
    let typed: String = typed.chars().take(200).collect();
    let checked = app::booking::check_in(&machine.site.app, &machine.unit, &typed).await.ok()?;
    checked.booking.starts_at()
}

/// The number, large, with its paper.
#[derive(Debug, Clone, Template)]
#[template(path = "queue/kiosk_number.html")]
pub struct Number {
    /// The frame.
    pub page: Page,
    /// The first page of this machine.
    pub home: String,
    /// Where the buttons go.
    pub action: String,
    /// Whether the paper did not come out.
    pub unprinted: bool,
    /// What the machine says.
    pub say: String,
    /// What the screen shows.
    pub live: TicketLive,
    /// What is printed.
    pub paper: Paper,
}

/// `GET /kiosk/{unit}/so/{token}`.
pub async fn number(
    State(site): State<Site>,
    ask: Ask,
    Path((code, token)): Path<(String, String)>,
) -> Response {
    let machine = match Machine::at(site, ask, &code) {
        Ok(machine) => machine,
        Err(response) => return *response,
    };
    let loaded = match found(&machine.site, &token).await {
        Ok(ticket) => view::take(&machine.site.app, &ticket.unit).await.map(|view| (ticket, view)),
        Err(error) => Err(error),
    };
    let (ticket, view) = match loaded {
        Ok(loaded) if loaded.0.unit == machine.unit => loaded,
        Ok(_) => return reply::error(&machine.ask, ErrorKind::NotFound),
        Err(error) => return failed(&machine.ask, &error),
    };
    let paper = Paper::of(&machine.site, &machine.ask, &ticket, &view, &token, "80");
    let lang = machine.ask.lang;
    let action = format!("{}/so/{token}", machine.home());
    let live = TicketLive::of(&ticket, Some(&view), action.clone(), machine.site.app.clock.now(), lang);
    let signs: Vec<String> = live.number.chars().map(String::from).collect();
    let number = signs.join(" ");
    let wait = live.note.clone().unwrap_or_default();
    let args = [("number", Arg::Text(number.as_str())), ("wait", Arg::Text(wait.trim_end_matches('.')))];
    let mut page = machine.ask.page(K::QueueKioskYour);
    page.live = true;
    reply::page(&Number {
        page,
        home: machine.home(),
        action,
        unprinted: ticket.stage == TicketStage::Unprinted,
        say: text_with(lang, K::QueueKioskSayNumber, &args),
        live,
        paper,
    })
}

/// `POST /kiosk/{unit}/so/{token}`: no paper came out, or the number is known.
pub async fn about_number(
    State(site): State<Site>,
    ask: Ask,
    Path((code, token)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    let machine = match Machine::at(site, ask, &code) {
        Ok(machine) => machine,
        Err(response) => return *response,
    };
    let act = match fields.get("viec") {
        "hong" => Act::MarkUnprinted,
        "nho" => Act::ComeBack,
        "bo" => Act::Cancel,
        _other => return reply::error(&machine.ask, ErrorKind::Unprocessable),
    };
    match holder_acts(&machine.site.app, &token, act).await {
        Ok(_) if act == Act::MarkUnprinted => reply::see_other(&format!("{}/so/{token}", machine.home())),
        Ok(_) => reply::see_other(&machine.home()),
        // Pressed twice, or called meanwhile: the page says how the ticket stands.
        Err(error) if is_told(&error) => reply::see_other(&format!("{}/so/{token}", machine.home())),
        Err(error) => failed(&machine.ask, &error),
    }
}

impl Sampled for Start {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let mut page = Page::new(lang, "/kiosk/10852", text(lang, K::QueueKioskWelcome));
        page.live = true;
        let large = |key, hint| Large {
            link: Link::new("/kiosk/10852/lay-so", text(lang, key)),
            hint: text(lang, hint).to_owned(),
        };
        let start = Self {
            page,
            unit: "Xã Thanh Xá".to_owned(),
            home: "/kiosk/10852".to_owned(),
            notice: None,
            hint: None,
            choices: vec![
                large(K::QueueKioskPass, K::QueueKioskPassHint),
                large(K::QueueKioskTake, K::QueueKioskTakeHint),
                large(K::QueueKioskHelp, K::QueueKioskHelpHint),
            ],
            reasons: None,
            scan: None,
        };
        let mut scan = start.clone();
        scan.choices.clear();
        scan.scan = Some("/kiosk/10852/giay-hen".to_owned());
        vec![("kiosk", start), ("kiosk-scan", scan)]
    }
}
