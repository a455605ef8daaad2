//! The public pages of appointments as templates see them.

use crate::layout::{Link, Page, Sampled};
use crate::portal::Fact;
use crate::widget::{Choice, ErrorSummary, Field, Notice, Submit, Tag, Tone};
use askama::Template;
use domain::booking::Fill;
use i18n::{Key as K, Lang, format, text};
use jiff::civil::{date, time};

/// A unit with its next day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitRow {
    /// Its name and its hours.
    pub link: Link,
    /// The day and the first free hour, in words.
    pub first: String,
    /// How full the day is.
    pub fill: Tag,
}

/// Where to, `/dat-lich`.
#[derive(Debug, Template)]
#[template(path = "booking/units.html")]
pub struct BookUnits {
    /// The frame.
    pub page: Page,
    /// What the appointment is for, when said already.
    pub purpose: Option<String>,
    /// Units that give appointments.
    pub units: Vec<UnitRow>,
}

/// One hour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HourRow {
    /// Day and hour in the form: `2024-02-09 08:30`.
    pub value: String,
    /// The hour in words; with its day among the nearest.
    pub text: String,
    /// How full it is.
    pub fill: Tag,
    /// Whether it can be chosen.
    pub free: bool,
}

/// A day with its hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayBlock {
    /// The day in words.
    pub title: String,
    /// An id for its heading.
    pub id: String,
    /// Its hours.
    pub hours: Vec<HourRow>,
    /// The waiting list of the day, where its hours are full or nearly so.
    pub wait: Option<String>,
}

/// When, `/dat-lich?don-vi=`, and another hour, `/dat-lich/{token}/doi`.
#[derive(Debug, Template)]
#[template(path = "booking/hours.html")]
pub struct BookHours {
    /// The frame.
    pub page: Page,
    /// Heading.
    pub heading: String,
    /// Name of the unit.
    pub unit: String,
    /// What somebody else did meanwhile.
    pub notice: Option<Notice>,
    /// Where a choice is sent.
    pub action: String,
    /// Names and values that go along.
    pub hidden: Vec<(&'static str, String)>,
    /// The nearest three free hours.
    pub nearest: Vec<HourRow>,
    /// The days.
    pub days: Vec<DayBlock>,
    /// More days.
    pub more: Option<Link>,
}

/// Who comes and what for: after a hold, and for the waiting list.
#[derive(Debug, Template)]
#[template(path = "booking/form.html")]
pub struct BookForm {
    /// The frame.
    pub page: Page,
    /// What is asked.
    pub heading: String,
    /// When and where.
    pub facts: Vec<Fact>,
    /// What is wrong.
    pub summary: Option<ErrorSummary>,
    /// Until when the place is held, or that it is gone.
    pub notice: Option<Notice>,
    /// Where the form is sent.
    pub action: String,
    /// Names and values that go along.
    pub hidden: Vec<(&'static str, String)>,
    /// Another hour, where the one held is gone; the part of the day for the waiting list.
    pub choice: Option<Choice>,
    /// Name, telephone, mail, what for.
    pub fields: Vec<Field>,
    /// The button.
    pub submit: Submit,
}

/// A booking, `/dat-lich/{token}`.
#[derive(Debug, Template)]
#[template(path = "booking/booking.html")]
pub struct BookingPage {
    /// The frame.
    pub page: Page,
    /// Where it stands, one sentence.
    pub sentence: String,
    /// What to know or do.
    pub notices: Vec<Notice>,
    /// The code; absent where there is nothing to show at the counter.
    pub code: Option<String>,
    /// Where and when, name, what for.
    pub facts: Vec<Fact>,
    /// The QR as a drawing.
    pub qr: Option<String>,
    /// Pass, calendar, another hour.
    pub actions: Vec<Link>,
    /// Where an offer is taken.
    pub accept: Option<String>,
    /// Where it is given up.
    pub cancel: Option<String>,
    /// What to bring.
    pub bring: Option<Link>,
}

/// The pass, `/the/{token}`.
#[derive(Debug, Template)]
#[template(path = "booking/pass.html")]
pub struct Pass {
    /// The frame.
    pub page: Page,
    /// Hour and day.
    pub when: String,
    /// Unit and counter.
    pub place: String,
    /// The code.
    pub code: String,
    /// The QR as a drawing.
    pub qr: String,
    /// Where it stands, when it is no pass any more.
    pub notice: Option<Notice>,
}

/// How full an hour is, as a tag.
pub fn fill_tag(lang: Lang, fill: Fill, closed: bool) -> Tag {
    if closed {
        return Tag::new(Tone::Plain, text(lang, K::BookingClosed));
    }
    match fill {
        Fill::Free => Tag::new(Tone::Good, text(lang, K::BookingFree)),
        Fill::Few => Tag::new(Tone::Care, text(lang, K::BookingFew)),
        Fill::Full => Tag::new(Tone::Plain, text(lang, K::BookingFull)),
    }
}

fn frame(lang: Lang, path: &str, title: K) -> Page {
    let mut page = Page::new(lang, path, text(lang, title));
    page.unit = Some("Xã Thanh Xá".to_owned());
    page
}

fn row(lang: Lang, hour: i8, minute: i8, fill: Fill) -> HourRow {
    HourRow {
        value: format!("2024-02-02 {hour:02}:{minute:02}"),
        text: format::clock(lang, time(hour, minute, 0, 0)),
        fill: fill_tag(lang, fill, false),
        free: fill != Fill::Full,
    }
}

fn sample_facts(lang: Lang) -> Vec<Fact> {
    let fact = |key, value: String| Fact { value, label: text(lang, key).to_owned() };
    vec![
        fact(K::BookingWhen, format::clock(lang, time(8, 30, 0, 0))),
        fact(K::BookingDay, format::date_long(lang, date(2024, 2, 2))),
        fact(K::BookingWhere, "Bộ phận Một cửa, Xã Thanh Xá".to_owned()),
    ]
}

impl Sampled for BookUnits {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let row = |name: &str, fill| UnitRow {
            link: Link::new("/dat-lich?don-vi=10852", name),
            first: format::date_long(lang, date(2024, 2, 2)),
            fill: fill_tag(lang, fill, false),
        };
        let sample = |units| Self { page: frame(lang, "/dat-lich", K::BookingTitle), purpose: None, units };
        let units = vec![
            row("Xã Thanh Xá", Fill::Free),
            row("Xã Tân An", Fill::Few),
            row("Xã Thanh Hải", Fill::Full),
        ];
        vec![("book-units", sample(units)), ("book-units-none", sample(Vec::new()))]
    }
}

impl Sampled for BookHours {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let hours =
            vec![row(lang, 7, 30, Fill::Full), row(lang, 8, 0, Fill::Few), row(lang, 8, 30, Fill::Free)];
        let day = DayBlock {
            title: format::date_long(lang, date(2024, 2, 2)),
            id: "ngay-2024-02-02".to_owned(),
            hours: hours.clone(),
            wait: Some("/dat-lich/cho?don-vi=10852&ngay=2024-02-02".to_owned()),
        };
        let lost = Notice::new(Tone::Care, text(lang, K::BookingProblemFull), None);
        let sample = |notice, days: Vec<DayBlock>| Self {
            page: frame(lang, "/dat-lich", K::BookingTitle),
            heading: text(lang, K::BookingTitle).to_owned(),
            unit: "Xã Thanh Xá".to_owned(),
            notice,
            action: "/dat-lich/giu".to_owned(),
            hidden: vec![("don-vi", "10852".to_owned())],
            nearest: if days.is_empty() { Vec::new() } else { hours.iter().skip(1).cloned().collect() },
            days,
            more: None,
        };
        vec![
            ("book-hours", sample(None, vec![day.clone()])),
            ("book-hours-lost", sample(Some(lost), vec![day])),
            ("book-hours-none", sample(None, Vec::new())),
        ]
    }
}

impl Sampled for BookForm {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let name = super::person::fields(lang, &crate::fields::Fields::default(), &[], Vec::new());
        let form = Self {
            page: frame(lang, "/dat-lich/giu/x", K::BookingFormTitle),
            heading: text(lang, K::BookingFormTitle).to_owned(),
            facts: sample_facts(lang),
            summary: None,
            notice: None,
            action: "/dat-lich/giu/x".to_owned(),
            hidden: Vec::new(),
            choice: None,
            fields: name,
            submit: Submit::new(text(lang, K::BookingFormSend)),
        };
        vec![("book-form", form)]
    }
}

impl Sampled for BookingPage {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let page = Self {
            page: frame(lang, "/dat-lich/x", K::BookingYours),
            sentence: text(lang, K::BookingStateBooked).to_owned(),
            notices: vec![Notice::new(Tone::Good, text(lang, K::BookingDone), None)],
            code: Some("7K3-M9P".to_owned()),
            facts: sample_facts(lang),
            qr: Some(crate::staff::qr("https://thanhha.example/the/X")),
            actions: vec![Link::new("/the/x", text(lang, K::BookingPass))],
            accept: None,
            cancel: Some("/dat-lich/x/huy".to_owned()),
            bring: None,
        };
        vec![("booking", page)]
    }
}

impl Sampled for Pass {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let pass = Self {
            page: frame(lang, "/the/x", K::BookingPass),
            when: format::moment(lang, domain::time::instant_on(date(2024, 2, 2), time(8, 30, 0, 0))),
            place: "Bộ phận Một cửa, Xã Thanh Xá".to_owned(),
            code: "7K3-M9P".to_owned(),
            qr: crate::staff::qr("https://thanhha.example/the/X"),
            notice: None,
        };
        vec![("pass", pass)]
    }
}
