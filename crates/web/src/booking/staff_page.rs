//! The unit's own pages of appointments as templates see them.

use crate::layout::{Link, Page, Sampled};
use crate::widget::{Choice, ErrorSummary, Field, Notice, Pager, Submit, Tag, Tone};
use askama::Template;
use i18n::{Key as K, Lang, format, text};
use jiff::civil::{date, time};

/// One booking of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookedRow {
    /// Its identifier, for the buttons.
    pub id: String,
    /// The hour.
    pub at: String,
    /// The name given.
    pub name: String,
    /// Telephone or mail.
    pub contact: String,
    /// What for.
    pub purpose: String,
    /// The code.
    pub code: String,
    /// Where it stands.
    pub state: Tag,
    /// Whether "came" is offered.
    pub may_arrive: bool,
    /// Whether "did not come" is offered.
    pub may_miss: bool,
    /// Whether it can be given up for them.
    pub may_cancel: bool,
}

/// A closed span of hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedRow {
    /// Its identifier.
    pub id: String,
    /// From when to when.
    pub span: String,
    /// Why.
    pub reason: String,
}

/// The list of a day, `/quay/lich-hen`.
#[derive(Debug, Template)]
#[template(path = "booking/manage.html")]
pub struct ManagePage {
    /// The frame.
    pub page: Page,
    /// Heading: the day.
    pub heading: String,
    /// Secret of the session.
    pub csrf: String,
    /// The day in forms.
    pub on: String,
    /// What was just done or refused.
    pub notices: Vec<Notice>,
    /// What is wrong.
    pub summary: Option<ErrorSummary>,
    /// The field for a code.
    pub code: Field,
    /// Days with hours or bookings.
    pub days: Vec<(Link, bool)>,
    /// Numbers of the day in a sentence.
    pub counted: String,
    /// The bookings.
    pub rows: Vec<BookedRow>,
    /// Further parts of the list.
    pub pager: Option<Pager>,
    /// Who waits, first come first.
    pub waiting: Vec<BookedRow>,
    /// Hour, name, contact, purpose for booking somebody in; absent on a past day.
    pub book: Vec<Field>,
    /// Whether that part stands open.
    pub book_open: bool,
    /// From, to, reason for closing hours.
    pub close: Vec<Field>,
    /// Whether that part stands open.
    pub close_open: bool,
    /// Closed hours.
    pub closures: Vec<ClosedRow>,
}

/// The settings, `/quay/lich-hen/cai-dat`.
#[derive(Debug, Template)]
#[template(path = "booking/settings.html")]
pub struct SettingsPage {
    /// The frame.
    pub page: Page,
    /// Secret of the session.
    pub csrf: String,
    /// The version that was read.
    pub version: String,
    /// What was just done.
    pub notice: Option<Notice>,
    /// What is wrong.
    pub summary: Option<ErrorSummary>,
    /// Whether appointments are given.
    pub open: Choice,
    /// The numbers.
    pub fields: Vec<Field>,
    /// What they make of the next day, in a sentence.
    pub result: String,
    /// The button.
    pub submit: Submit,
}

fn sample_row(lang: Lang, hour: i8, state: (Tone, K), open: bool) -> BookedRow {
    BookedRow {
        id: "bok_1".to_owned(),
        at: format::clock_short(time(hour, 30, 0, 0)),
        name: "Nguyễn Thị Mẫu Một".to_owned(),
        contact: "+84912000001".to_owned(),
        purpose: "Đăng ký khai sinh".to_owned(),
        code: "7K3-M9P".to_owned(),
        state: Tag::new(state.0, text(lang, state.1)),
        may_arrive: open,
        may_miss: false,
        may_cancel: open,
    }
}

impl Sampled for ManagePage {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let rows = vec![
            sample_row(lang, 7, (Tone::Good, K::BookingStateArrived), false),
            sample_row(lang, 8, (Tone::Plain, K::BookingStateBooked), true),
        ];
        let day = format::date_long(lang, date(2024, 2, 2));
        let page = Self {
            page: crate::staff::samples::sample_page(lang, "/quay/lich-hen", K::BookingManage),
            heading: day.clone(),
            csrf: String::new(),
            on: "2024-02-02".to_owned(),
            notices: Vec::new(),
            summary: None,
            code: Field::text(lang, "ma", text(lang, K::BookingManageCode)),
            days: vec![(Link::new("/quay/lich-hen?ngay=2024-02-02", day), true)],
            counted: String::new(),
            rows,
            pager: None,
            waiting: Vec::new(),
            book: Vec::new(),
            book_open: false,
            close: Vec::new(),
            close_open: false,
            closures: Vec::new(),
        };
        vec![("booking-day", page)]
    }
}

impl Sampled for SettingsPage {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let typed = super::staff::typed(&domain::booking::SlotSettings::USUAL);
        let page = Self {
            page: crate::staff::samples::sample_page(lang, "/quay/lich-hen/cai-dat", K::BookingSettings),
            csrf: String::new(),
            version: "0".to_owned(),
            notice: None,
            summary: None,
            open: super::staff::open_choice(lang, &typed),
            fields: super::staff::number_fields(lang, &typed, &[]),
            result: String::new(),
            submit: Submit::new(text(lang, K::BookingSettingsSave)),
        };
        vec![("booking-settings", page)]
    }
}
