//! From a row to a dossier that can be recorded, or to everything that is wrong with it.

use super::Options;
use super::column::{Column, Heads};
use super::problem::{Problem, Trouble};
use super::source::Row;
use super::value::{self, Cell, Ended, Kind, When};
use crate::intake::rule_of;
use crate::policy::Policy;
use domain::channel::Channel;
use domain::day::{WorkingCalendar, due};
use domain::dossier::DossierCode;
use domain::person::{Applicant, BirthDate, BirthProblem, Citizen, FullName, IdentityNumber};
use domain::place::Unit;
use domain::procedure::{ProcedureCode, ProcedureVersion};
use domain::text::{clean_line, clean_text, fold};
use domain::time::{civil, instant_on};
use jiff::Timestamp;
use jiff::civil::{Date, time};
use std::sync::Arc;

/// A dossier of the register, ready to be recorded.
#[derive(Debug, Clone)]
pub(super) struct Earlier {
    pub row: usize,
    pub code: DossierCode,
    pub unit: Unit,
    pub version: Arc<ProcedureVersion>,
    pub channel: Channel,
    pub applicant: Applicant,
    pub received_at: Timestamp,
    pub due_at: Timestamp,
    pub end: Option<End>,
    pub note: String,
}

/// How it ended.
#[derive(Debug, Clone)]
pub(super) struct End {
    pub how: Ended,
    pub at: Timestamp,
    pub returned: Option<(Timestamp, FullName)>,
}

/// What rows are read against.
pub(super) struct Desk<'a> {
    pub policy: &'a Policy,
    pub options: &'a Options,
    pub heads: &'a Heads,
    /// The first day that is not earlier any more.
    pub today: Date,
}

/// Whether a bare day means its opening or its closing.
#[derive(Clone, Copy)]
enum Edge {
    Opening,
    Closing,
}

struct Reading<'a> {
    desk: &'a Desk<'a>,
    row: &'a Row,
    problems: Vec<Problem>,
}

impl Desk<'_> {
    /// Reads a row.
    ///
    /// # Errors
    /// Every problem of the row.
    pub(super) fn read(&self, row: &Row) -> Result<Earlier, Vec<Problem>> {
        let mut reading = Reading { desk: self, row, problems: Vec::new() };
        match reading.earlier() {
            Some(earlier) if reading.problems.is_empty() => Ok(earlier),
            Some(_) | None => Err(reading.problems),
        }
    }
}

impl Reading<'_> {
    /// Reads everything before it gives up, so that all problems of a row are said at once.
    fn earlier(&mut self) -> Option<Earlier> {
        let code = self.code();
        let received = self.when(Column::ReceivedAt);
        if received.is_none() && self.text(Column::ReceivedAt).is_empty() {
            self.wrong(Column::ReceivedAt, Trouble::Missing);
        }
        let on = received.map(day_of);
        let unit = self.unit(on);
        let version = self.version(unit.as_ref(), on);
        let calendar = unit.as_ref().and_then(|unit| self.desk.policy.calendar(&unit.calendar)).cloned();
        let channel = self.one_of(Column::Channel, value::channel, Trouble::Channel);
        let applicant = self.applicant(on);
        let received_at = received.map(|when| instant(when, calendar.as_deref(), Edge::Opening));
        let due_cell = self.when(Column::DueAt);
        let due_at = due_cell.map(|when| instant(when, calendar.as_deref(), Edge::Closing));
        let end = self.end(calendar.as_deref(), received_at, applicant.as_ref());
        let note = clean_text(&self.text(Column::Note));
        let (channel, version, received_at) = (channel?, version?, received_at?);
        let due_at = match due_at {
            Some(due_at) => due_at,
            None => {
                due(version.term(channel, None, false), received_at, calendar.as_ref()?, &rule_of(&version))
                    .due_at
            }
        };
        let (code, unit, applicant) = (code?, unit?, applicant?);
        Some(Earlier {
            row: self.row.number,
            code,
            unit,
            version,
            channel,
            applicant,
            received_at,
            due_at,
            end: end?,
            note,
        })
    }

    fn cell(&self, column: Column) -> Option<&Cell> {
        self.row.cells.get(self.desk.heads.place(column)?)
    }

    fn text(&self, column: Column) -> String {
        self.cell(column).map(Cell::shown).unwrap_or_default().trim().to_owned()
    }

    fn wrong(&mut self, column: Column, trouble: Trouble) {
        let heading = self.desk.heads.heading(column);
        self.problems.push(Problem::cell(self.row.number, heading, &self.text(column), trouble));
    }

    /// A text that must be there.
    fn required(&mut self, column: Column) -> Option<String> {
        let text = self.text(column);
        if text.is_empty() {
            self.wrong(column, Trouble::Missing);
            return None;
        }
        Some(text)
    }

    fn one_of<T>(&mut self, column: Column, read: fn(&str) -> Option<T>, trouble: Trouble) -> Option<T> {
        let read = read(&self.text(column));
        if read.is_none() {
            self.wrong(column, trouble);
        }
        read
    }

    fn code(&mut self) -> Option<DossierCode> {
        let text = self.required(Column::Code)?;
        let code = DossierCode::parse(&text).ok();
        if code.is_none() {
            self.wrong(Column::Code, Trouble::Code);
        }
        code
    }

    /// A point in time; nothing where nothing stands or what stands cannot be read.
    fn when(&mut self, column: Column) -> Option<When> {
        let cell = self.cell(column)?.clone();
        if cell.shown().trim().is_empty() {
            return None;
        }
        match value::when(&cell, self.desk.options.date_order) {
            Ok(when) if day_of(when) >= self.desk.today && column != Column::DueAt => {
                self.wrong(column, Trouble::NotEarlier);
                None
            }
            Ok(when) => Some(when),
            Err(trouble) => {
                self.wrong(column, trouble);
                None
            }
        }
    }

    fn unit(&mut self, on: Option<Date>) -> Option<Unit> {
        if let (Some(given), None) = (&self.desk.options.unit, self.desk.heads.place(Column::Unit)) {
            let found = on.and_then(|on| self.desk.policy.unit(given, on)).cloned();
            if found.is_none() && on.is_some() {
                self.wrong(Column::Unit, Trouble::UnknownUnit);
            }
            return found;
        }
        let text = self.required(Column::Unit)?;
        let on = on?;
        let units = self.desk.policy.units();
        let by_code = text.parse().ok().and_then(|code| units.unit(&code, on));
        let named = fold(&text);
        let by_name = || units.on(on).find(|unit| fold(&unit.name.vi) == named);
        let found = by_code.or_else(by_name).cloned();
        if found.is_none() {
            self.wrong(Column::Unit, Trouble::UnknownUnit);
        }
        found
    }

    fn version(&mut self, unit: Option<&Unit>, on: Option<Date>) -> Option<Arc<ProcedureVersion>> {
        let text = self.required(Column::Procedure)?;
        let policy = self.desk.policy;
        let code: Option<ProcedureCode> = clean_line(&text).parse().ok();
        let Some(code) = code.filter(|code| !policy.versions(code).is_empty()) else {
            self.wrong(Column::Procedure, Trouble::UnknownProcedure);
            return None;
        };
        let (unit, on) = (unit?, on?);
        let version = policy.version_in_force(&code, &unit.code, on).cloned();
        if version.is_none() {
            self.wrong(Column::Procedure, Trouble::NotOffered);
        }
        version
    }

    fn applicant(&mut self, on: Option<Date>) -> Option<Applicant> {
        let kind = self.one_of(Column::ApplicantKind, value::kind, Trouble::ApplicantKind)?;
        let identity = self.identity();
        let born = self.born(on);
        let address = clean_line(&self.text(Column::Address));
        let person = |name| Citizen {
            name,
            identity: None,
            born: None,
            address: address.clone(),
            phone: None,
            email: None,
        };
        match kind {
            Kind::Citizen => {
                let name = self.name(Column::Applicant)?;
                Some(Applicant::Citizen(Citizen { identity: identity?, born: born?, ..person(name) }))
            }
            Kind::Business => {
                let name = clean_line(&self.required(Column::Applicant)?);
                let representative = person(self.name(Column::Representative)?);
                let number = clean_line(&self.text(Column::Identity));
                Some(Applicant::Business { name, number, representative })
            }
            Kind::Organisation => {
                let name = clean_line(&self.required(Column::Applicant)?);
                let representative = person(self.name(Column::Representative)?);
                Some(Applicant::Organisation { name, representative })
            }
        }
    }

    fn name(&mut self, column: Column) -> Option<FullName> {
        match FullName::parse(&self.text(column)) {
            Ok(name) => Some(name),
            Err(problem) => {
                self.wrong(column, Trouble::Name(problem));
                None
            }
        }
    }

    /// The outer nothing: something is wrong; the inner: nothing stands there. Numbers of firms are no identity numbers.
    fn identity(&mut self) -> Option<Option<IdentityNumber>> {
        let text = self.text(Column::Identity);
        let person = value::kind(&self.text(Column::ApplicantKind)) == Some(Kind::Citizen);
        if text.is_empty() || !person {
            return Some(None);
        }
        match IdentityNumber::parse(&text) {
            Ok(number) => Some(Some(number)),
            Err(problem) => {
                self.wrong(Column::Identity, Trouble::Identity(problem));
                None
            }
        }
    }

    fn born(&mut self, on: Option<Date>) -> Option<Option<BirthDate>> {
        let Some(cell) = self.cell(Column::Born).cloned() else { return Some(None) };
        if cell.shown().trim().is_empty() {
            return Some(None);
        }
        let read = value::when(&cell, self.desk.options.date_order).and_then(|when| {
            let born = BirthDate::new(day_of(when), on.unwrap_or(self.desk.today));
            born.map_err(|problem: BirthProblem| Trouble::Birth(problem))
        });
        match read {
            Ok(born) => Some(Some(born)),
            Err(trouble) => {
                self.wrong(Column::Born, trouble);
                None
            }
        }
    }

    /// The outer nothing: something is wrong; the inner: the dossier is still open.
    fn end(
        &mut self,
        calendar: Option<&WorkingCalendar>,
        received_at: Option<Timestamp>,
        applicant: Option<&Applicant>,
    ) -> Option<Option<End>> {
        let how = self.one_of(Column::Outcome, value::outcome, Trouble::Outcome)?;
        let before = self.problems.len();
        let (finished, returned) = (self.when(Column::FinishedAt), self.when(Column::ReturnedAt));
        if self.problems.len() > before {
            return None;
        }
        let Some(finished) = finished else {
            if returned.is_some() || !self.text(Column::Outcome).is_empty() {
                self.wrong(Column::FinishedAt, Trouble::EndMissing);
                return None;
            }
            return Some(None);
        };
        let at = instant(finished, calendar, Edge::Closing);
        if received_at.is_some_and(|received_at| at < received_at) {
            self.wrong(Column::FinishedAt, Trouble::TooEarly);
            return None;
        }
        let Some(returned) = returned else { return Some(Some(End { how, at, returned: None })) };
        if matches!(how, Ended::Withdrawn | Ended::Stopped) {
            self.wrong(Column::ReturnedAt, Trouble::NothingToReturn);
            return None;
        }
        let returned = instant(returned, calendar, Edge::Closing);
        if returned < at {
            self.wrong(Column::ReturnedAt, Trouble::TooEarly);
            return None;
        }
        let collector = self.collector(applicant)?;
        Some(Some(End { how, at, returned: Some((returned, collector)) }))
    }

    /// Who took the result: as the register says, else the applicant.
    fn collector(&mut self, applicant: Option<&Applicant>) -> Option<FullName> {
        if self.text(Column::Collector).is_empty() {
            return Some(applicant?.person().name.clone());
        }
        self.name(Column::Collector)
    }
}

fn day_of(when: When) -> Date {
    match when {
        When::At(at) => civil(at).date(),
        When::On(on) => on,
    }
}

/// The instant of a bare day is when the unit opened or closed; on a day off the usual hour.
fn instant(when: When, calendar: Option<&WorkingCalendar>, edge: Edge) -> Timestamp {
    let on = match when {
        When::At(at) => return at,
        When::On(on) => on,
    };
    let (usual, printed) = match edge {
        Edge::Opening => (time(7, 30, 0, 0), calendar.and_then(|days| days.opening(on))),
        Edge::Closing => (time(17, 0, 0, 0), calendar.and_then(|days| days.closing(on))),
    };
    printed.unwrap_or_else(|| instant_on(on, usual))
}
