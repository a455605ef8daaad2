//! The question as typed: a unit, a day and up to four changes.

use crate::fields::Fields;
use crate::simulation::{change_name, duty_of};
use crate::site::Site;
use crate::staff::Staff;
use crate::widget::{Field, FieldKind, Opt, Width};
use app::roster::coming;
use app::simulate::Wish;
use domain::permit::DayAct;
use domain::place::UnitCode;
use domain::time::civil;
use friday::simulate::Change;
use friday::{DayTime, Stage};
use i18n::{Key as K, Lang, format, text, words};
use jiff::civil::{Date, Time};

/// Days offered: the coming ones of the programme.
const DAYS: usize = 6;

/// What was asked, as typed and as understood.
pub(super) struct Question {
    lang: Lang,
    typed: [String; 6],
    /// Whether the button was pressed.
    sent: bool,
    unit: Option<UnitCode>,
    on: Option<Date>,
    leader_until: Result<Option<DayTime>, ()>,
    load_percent: Result<i32, ()>,
    one_more: Option<Change>,
    absent: Option<Stage>,
}

/// Names in the form, in the order of [`Question::typed`].
const NAMES: [&str; 6] = ["don-vi", "ngay", "lanh-dao-ve", "them", "tai", "vang"];

impl Question {
    /// Reads the form; a unit that the reader may not plan is no unit.
    pub fn read(site: &Site, staff: &Staff, fields: &Fields) -> Self {
        let mut typed = NAMES.map(|name| fields.get(name).trim().to_owned());
        let policy = site.app.policy();
        let may = |unit: &UnitCode| staff.actor.may_at(&policy, staff.now, DayAct::Simulate.into(), unit);
        if typed[0].is_empty() {
            typed[0] = staff.actor.unit.to_string();
        }
        let unit = typed[0].parse().ok().filter(may);
        if typed[1].is_empty() {
            let today = civil(staff.now).date();
            let next = unit.as_ref().and_then(|unit| coming(&policy, unit, today)).unwrap_or(today);
            typed[1] = next.to_string();
        }
        Self {
            lang: staff.ask.lang,
            sent: fields.get("chay") == "1",
            unit,
            on: typed[1].parse().ok(),
            leader_until: hour(&typed[2]),
            one_more: Change::ALL.into_iter().find(|change| change_value(*change) == typed[3]),
            load_percent: load(&typed[4]),
            absent: Stage::ALL.into_iter().find(|stage| stage.name() == typed[5]),
            typed,
        }
    }

    /// Everything wrong with it, with the field; nothing before the button was pressed.
    pub fn problems(&self) -> Vec<(String, String)> {
        let rows = [
            (0, self.unit.is_none(), K::SimBadUnit),
            (1, self.on.is_none(), K::SimBadDay),
            (2, self.leader_until.is_err(), K::SimBadHour),
            (4, self.load_percent.is_err(), K::SimBadLoad),
        ];
        let wrong = rows.into_iter().filter(|(_, wrong, _)| *wrong && self.sent);
        wrong.map(|(field, _, key)| (NAMES[field].to_owned(), text(self.lang, key).to_owned())).collect()
    }

    /// The question, when it was sent and can be answered.
    pub fn asked(&self) -> Option<(UnitCode, Date, Wish)> {
        let wish = Wish {
            leader_until: self.leader_until.ok()?,
            one_more: self.one_more,
            load_percent: self.load_percent.ok()?,
            absent: self.absent,
        };
        self.sent.then_some(())?;
        Some((self.unit.clone()?, self.on?, wish))
    }

    /// The fields, with what was typed and what is wrong beside it.
    pub fn fields(&self, site: &Site, staff: &Staff) -> Vec<Field> {
        let problems = self.problems();
        let field = |which: usize, key, kind| {
            let error = problems.iter().find(|(name, _)| name == NAMES[which]).map(|(_, text)| text.clone());
            Field::of(self.lang, NAMES[which], text(self.lang, key), kind)
                .value(self.typed[which].clone())
                .error(error)
                .width(Width::Medium)
        };
        let none = |key| Opt::new("", text(self.lang, key));
        let more = Change::ALL
            .into_iter()
            .map(|change| Opt::new(change_value(change), change_name(self.lang, change)));
        let duties = Stage::ALL
            .into_iter()
            .map(|stage| Opt::new(stage.name(), words::duty(duty_of(stage), self.lang)));
        let mut fields = vec![
            field(0, K::SimUnit, FieldKind::Select(self.units(site, staff))).width(Width::Full),
            field(1, K::SimDay, FieldKind::Select(self.days(site))).width(Width::Full),
            field(2, K::SimLeaderUntil, FieldKind::Text).hint(text(self.lang, K::SimLeaderUntilHint)),
            field(
                3,
                K::SimMore,
                FieldKind::Select(std::iter::once(none(K::SimMoreNone)).chain(more).collect()),
            ),
            field(4, K::SimLoad, FieldKind::Text).hint(text(self.lang, K::SimLoadHint)),
            field(
                5,
                K::SimAbsent,
                FieldKind::Select(std::iter::once(none(K::SimAbsentNone)).chain(duties).collect()),
            ),
        ];
        for which in [2, 4] {
            fields[which].optional = true;
        }
        fields
    }

    fn units(&self, site: &Site, staff: &Staff) -> Vec<Opt> {
        let policy = site.app.policy();
        let may = |unit: &UnitCode| staff.actor.may_at(&policy, staff.now, DayAct::Simulate.into(), unit);
        let units = policy.units().on(civil(staff.now).date()).filter(|unit| may(&unit.code));
        units.map(|unit| Opt::new(unit.code.to_string(), staff.ask.name_of(&unit.name))).collect()
    }

    /// The coming days of the programme, and the day asked about.
    fn days(&self, site: &Site) -> Vec<Opt> {
        let policy = site.app.policy();
        let mut days: Vec<Date> = self.on.into_iter().collect();
        if let Some(unit) = &self.unit {
            let first = self.on.filter(|_| !self.sent).unwrap_or_else(|| civil(site.app.clock.now()).date());
            let next = |day: &Date| coming(&policy, unit, day.tomorrow().ok()?);
            days.extend(std::iter::successors(coming(&policy, unit, first), next).take(DAYS));
        }
        days.sort_unstable();
        days.dedup();
        days.into_iter().map(|day| Opt::new(day.to_string(), format::date_long(self.lang, day))).collect()
    }
}

fn change_value(change: Change) -> &'static str {
    match change {
        Change::OneMoreAt(stage) => stage.name(),
        Change::OneMoreVolunteer => "volunteer",
    }
}

/// An hour as `15:00`, `15.00` or `15 giờ`; empty is none.
fn hour(typed: &str) -> Result<Option<DayTime>, ()> {
    if typed.is_empty() {
        return Ok(None);
    }
    let spaced = typed.replace(['.', 'h', 'g'], ":").replace(":iờ", ":");
    let (hours, minutes) = spaced.split_once(':').unwrap_or((&spaced, ""));
    let minutes = if minutes.trim().is_empty() { "0" } else { minutes.trim() };
    let parsed = hours.trim().parse().ok().zip(minutes.parse().ok());
    let time = parsed.and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok()).ok_or(())?;
    Ok(Some(DayTime::hm(i64::from(time.hour()), i64::from(time.minute()))))
}

/// A whole per cent within what can be wished for; empty is none.
fn load(typed: &str) -> Result<i32, ()> {
    let digits = typed.trim_end_matches('%').trim().trim_start_matches('+');
    if digits.is_empty() {
        return Ok(0);
    }
    digits.parse().ok().filter(|load| Wish::LOAD_PERCENT.contains(load)).ok_or(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_as_people_type_them() {
        for typed in ["15:00", "15.00", "15h", "15 giờ", "15g00", "15"] {
            assert_eq!(hour(typed), Ok(Some(DayTime::hm(15, 0))), "{typed}");
        }
        assert_eq!(hour(""), Ok(None));
        for typed in ["25:00", "-1:00", "three", "15:60"] {
            assert_eq!(hour(typed), Err(()), "{typed}");
        }
    }

    #[test]
    fn loads_as_people_type_them() {
        for (typed, expected) in [
            ("20", Ok(20)),
            ("+20 %", Ok(20)),
            ("-15", Ok(-15)),
            ("", Ok(0)),
            ("301", Err(())),
            ("x", Err(())),
        ] {
            assert_eq!(load(typed), expected, "{typed}");
        }
    }
}
