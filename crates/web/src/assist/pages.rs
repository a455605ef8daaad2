//! The pages of helping as templates see them.

use crate::layout::{Link, Page, Sampled};
use crate::staff::intake::IntakePage;
use crate::staff::samples::sample_page;
use crate::widget::{Choice, ErrorSummary, Field, Notice, Submit};
use askama::Template;
use i18n::{Key as K, Lang, text};

/// V1: open a session, `/giup-do`.
#[derive(Debug, Template)]
#[template(path = "assist/start.html")]
pub struct StartPage {
    /// The frame.
    pub page: Page,
    /// Secret of the session.
    pub csrf: String,
    /// What was just done.
    pub notice: Option<Notice>,
    /// What is wrong.
    pub summary: Option<ErrorSummary>,
    /// Code and PIN.
    pub codes: Vec<Field>,
    /// How the person agreed.
    pub consent: Choice,
    /// Who heard it.
    pub heard_by: Field,
    /// For officers: the name of somebody who is here.
    pub invite: Option<Field>,
}

impl StartPage {
    /// The sentence that is read out, in both languages.
    fn sentences(&self) -> [(&'static str, &'static str); 2] {
        [Lang::Vi, Lang::En].map(|lang| (lang.code(), text(lang, K::AssistConsentSentence)))
    }
}

/// V2 and V3: who is helped and with what, `/giup-do/phien`.
#[derive(Debug, Template)]
#[template(path = "assist/session.html")]
pub struct SessionPage {
    /// The frame.
    pub page: Page,
    /// Secret of the session.
    pub csrf: String,
    /// Who is helped; shown red on every page of the session.
    pub name: String,
    /// How the session came about, a sentence.
    pub opened: String,
    /// The form handed over, if it was: code for the officer, claim code.
    pub handed: Option<(String, String)>,
    /// What was typed in the search.
    pub typed: String,
    /// Procedures to choose.
    pub procedures: Vec<Link>,
    /// Going on with the form that was begun.
    pub go_on: Option<Link>,
    /// Why it was not filed online.
    pub reason: Field,
}

/// The form, `/giup-do/phien?thu-tuc=`.
#[derive(Template)]
#[template(path = "assist/form.html")]
pub struct FormPage {
    /// The parts of the intake form.
    pub intake: IntakePage,
    /// The frame.
    pub page: Page,
    /// Who is helped.
    pub name: String,
    /// Why it was not filed online.
    pub reason: Field,
}

/// Nothing of the session, `/giup-do/da-xong`.
#[derive(Debug, Template)]
#[template(path = "assist/done.html")]
pub struct DonePage {
    /// The frame.
    pub page: Page,
    /// What happened.
    pub notice: Notice,
}

/// The end of the shift, `/giup-do/cuoi-ca`.
#[derive(Debug, Template)]
#[template(path = "assist/shift.html")]
pub struct ShiftPage {
    /// The frame.
    pub page: Page,
    /// Secret of the session.
    pub csrf: String,
    /// What was just done.
    pub notice: Option<Notice>,
    /// What is wrong.
    pub summary: Option<ErrorSummary>,
    /// How many were helped, a sentence.
    pub helped: String,
    /// Reasons with their numbers.
    pub reasons: Vec<(&'static str, String)>,
    /// What people stumbled on.
    pub stumbled: Field,
    /// Earlier notes: the day and the text.
    pub notes: Vec<(String, String)>,
    /// The button.
    pub submit: Submit,
}

impl Sampled for StartPage {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let page = || sample_page(lang, "/giup-do", K::AssistTitle);
        let fields = crate::fields::Fields::default();
        vec![("assist-start", super::start::built(page(), lang, "", &fields, &[], true))]
    }
}

impl Sampled for SessionPage {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let page = Self {
            page: sample_page(lang, "/giup-do/phien", K::AssistTitle),
            csrf: String::new(),
            name: "Nguyễn Thị Mẫu".to_owned(),
            opened: text(lang, K::AssistOpenedOfficer).to_owned(),
            handed: Some(("7K3-M9P".to_owned(), "AB12-CD34".to_owned())),
            typed: String::new(),
            procedures: vec![Link::new("/giup-do/phien?thu-tuc=1.001193", "Đăng ký khai sinh")],
            go_on: None,
            reason: super::session::reason_field(lang, domain::assist::NotOnline::NotAsked),
        };
        vec![("assist-session", page)]
    }
}

impl Sampled for DonePage {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let notice = Notice::new(crate::widget::Tone::Good, text(lang, K::AssistDone), None);
        vec![("assist-done", Self { page: sample_page(lang, "/giup-do/da-xong", K::AssistTitle), notice })]
    }
}

impl Sampled for ShiftPage {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let page = Self {
            page: sample_page(lang, "/giup-do/cuoi-ca", K::AssistShiftTitle),
            csrf: String::new(),
            notice: None,
            summary: None,
            helped: i18n::text_with(lang, K::AssistHelped, &[("n", i18n::Arg::Number(7))]),
            reasons: vec![(text(lang, K::AssistReasonAccount), "3".to_owned())],
            stumbled: super::shift::field(lang, "", None),
            notes: Vec::new(),
            submit: Submit::new(text(lang, K::AssistShiftSave)),
        };
        vec![("assist-shift", page)]
    }
}
