//! What every paper has: agency, times as people write them, persons, signers.

use super::wording;
use crate::App;
use crate::error::AppError;
use crate::policy::Policy;
use documents::{Agency, Frame, LocalTime, LookUp, Moment, Person, Signer};
use domain::person::{Applicant, Citizen};
use domain::place::{Unit, UnitCode};
use domain::time::civil;
use i18n::{Lang, format};
use jiff::Timestamp;
use jiff::civil::Date;

const COMMITTEE: &str = "Ủy ban nhân dân";

/// A unit as it was on a day.
#[derive(Clone, Copy)]
pub(super) struct Office<'p> {
    policy: &'p Policy,
    /// The unit.
    pub unit: &'p Unit,
    on: Date,
}

impl<'p> Office<'p> {
    /// The unit that a code meant on the day of an instant.
    pub fn at(policy: &'p Policy, code: &UnitCode, at: Timestamp) -> Result<Self, AppError> {
        Self::on(policy, code, civil(at).date())
    }

    /// The unit that a code meant on a day.
    pub fn on(policy: &'p Policy, code: &UnitCode, on: Date) -> Result<Self, AppError> {
        let unit = policy.unit(code, on).ok_or(AppError::NotFound { what: "unit" })?;
        Ok(Self { policy, unit, on })
    }

    /// Head of a paper of the counter.
    pub fn counter(&self) -> Agency {
        Agency {
            desk: Some(self.unit.counter_name.vi.clone()),
            address: self.unit.contact.address.clone(),
            phone: self.unit.contact.phone.clone(),
            ..self.authority()
        }
    }

    /// Head of a paper of the authority itself.
    pub fn authority(&self) -> Agency {
        let above = self.policy.units().parent_on(&self.unit.code, self.on);
        Agency {
            parent: above.map(|unit| unit.name.vi.replace(COMMITTEE, "UBND").to_uppercase()),
            name: self.unit.name.vi.to_uppercase(),
            ..Agency::default()
        }
    }

    /// `Thanh Xá, ngày 02 tháng 02 năm 2024`.
    pub fn place_date(&self, at: Timestamp) -> String {
        format!("{}, {}", self.unit.short_name, format::date_words(Lang::Vi, civil(at).date()))
    }

    /// Authority and office above a signature; whoever is not the head signs in the head's stead.
    ///
    /// # Legal source
    /// Decree 30/2020/NĐ-CP, annex I, part II: `TM.` for a committee, `KT.` for a deputy.
    pub fn signer(&self, title: &str, name: Option<String>) -> Signer {
        let head = self.unit.signer_title.to_uppercase();
        let title = title.trim().to_uppercase();
        let mut authority = Vec::new();
        if self.unit.name.vi.starts_with(COMMITTEE) {
            authority.push(wording::ON_BEHALF.to_owned());
        }
        if title.is_empty() || title == head {
            authority.push(head);
        } else {
            authority.extend([format!("KT. {head}"), title]);
        }
        Signer { authority, instruction: Some(wording::SIGN_AND_SEAL.to_owned()), name }
    }
}

/// The common parts of a paper.
pub(super) fn frame(agency: Agency, code: &str, synthetic: bool, drawn_at: Timestamp) -> Frame {
    Frame {
        agency,
        code: code.to_owned(),
        look_up: None,
        large_print: false,
        copy: false,
        synthetic: synthetic.then(|| wording::SYNTHETIC.to_owned()),
        drawn_at: local(drawn_at),
    }
}

/// The look-up of a dossier by its receipt; papers after the receipt do not repeat the PIN.
pub(super) fn dossier_look_up(app: &App, token: &str, code: &str, pin: Option<String>) -> LookUp {
    LookUp { url: format!("{}/ho-so/{token}", app.config.public_url), shown: code.to_owned(), pin }
}

/// An address as people type it: without the scheme.
pub(super) fn typed(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, rest)| rest)
}

/// An instant as the papers print it.
pub(super) fn moment(at: Timestamp) -> Moment {
    let civil = civil(at);
    Moment { hour: format::clock(Lang::Vi, civil.time()), date: long_date(civil.date()) }
}

/// `thứ Sáu, ngày 02 tháng 02 năm 2024`.
pub(super) fn long_date(on: Date) -> String {
    let weekday = format::weekday(Lang::Vi, on.weekday());
    let mut letters = weekday.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
    format!("{first}{}, {}", letters.as_str(), format::date_words(Lang::Vi, on))
}

fn local(at: Timestamp) -> LocalTime {
    let civil = civil(at);
    // Parts of a civil time are never negative.
    let part = |value: i8| u8::try_from(value).unwrap_or_default();
    LocalTime {
        year: i32::from(civil.year()),
        month: part(civil.month()),
        day: part(civil.day()),
        hour: part(civil.hour()),
        minute: part(civil.minute()),
        second: part(civil.second()),
    }
}

/// Who asks, as printed.
pub(super) fn applicant(applicant: &Applicant) -> Person {
    Person { name: applicant.display_name().to_owned(), ..person(applicant.person()) }
}

/// A person as printed.
pub(super) fn person(citizen: &Citizen) -> Person {
    Person {
        name: citizen.name.as_str().to_owned(),
        id_number: citizen.identity.as_ref().map(|number| number.as_str().to_owned()),
        address: Some(citizen.address.clone()).filter(|address| !address.is_empty()),
        phone: citizen.phone.as_ref().map(|phone| phone.as_str().to_owned()),
        email: citizen.email.as_ref().map(|email| email.as_str().to_owned()),
    }
}

/// `2.000635 Cấp bản sao trích lục hộ tịch`.
pub(super) fn procedure(policy: &Policy, recorded: &domain::dossier::ProcedureRef) -> String {
    let version = policy.version(&recorded.code, recorded.version);
    let name = version.map(|version| version.name.vi.as_str()).unwrap_or_default();
    format!("{} {name}", recorded.code).trim_end().to_owned()
}
