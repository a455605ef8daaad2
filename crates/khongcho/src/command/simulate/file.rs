//! A plan file as TOML: what may stand in it, and everything that is wrong with one, with its line.

use friday::order::{Accumulating, Class, Policy};
use friday::simulate::{
    Appointment, Kind, Listed, Officer, Plan, Punctuality, Rescue, Volunteers as Helpers,
};
use friday::{DayTime, Law, PerStage, Span, Stage, Window, Windows};
use serde::Deserialize;
use toml::Spanned;

/// What is wrong with a plan file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Line, from 1.
    pub line: usize,
    /// What it is.
    pub what: Wrong,
}

/// The kinds of mistakes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// No TOML, or a key that is not known: in the words of the reader.
    Text(String),
    /// No time of the day.
    NoTime(String),
    /// Ends before it begins.
    EndsBefore(String, String),
    /// Not a duty.
    NoDuty(String),
    /// A number that must not be negative, or is too large.
    Amount(String),
    /// Not between 0 and 1.
    NoShare(String),
    /// Something needed is not there.
    Missing(&'static str),
}

type Text = Spanned<String>;
type Number = Spanned<f64>;

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: Option<String>,
    closing: Option<Text>,
    cut_off: Option<Text>,
    #[serde(default)]
    opening: Vec<Hours>,
    #[serde(default)]
    staff: Vec<Staff>,
    volunteers: Option<Volunteers>,
    #[serde(default)]
    arrivals: Vec<Arrivals>,
    load_spread: Option<Number>,
    #[serde(default)]
    arrive_at: Vec<Text>,
    #[serde(default)]
    work: Vec<Work>,
    appointments: Option<Appointments>,
    priority: Option<Priority>,
    help: Option<Help>,
    patience_minutes: Option<Number>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Hours {
    from: Text,
    to: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Staff {
    duties: Vec<Text>,
    count: Option<Number>,
    from: Option<Text>,
    to: Option<Text>,
    absent: Option<Number>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Volunteers {
    count: Number,
    from: Option<Text>,
    to: Option<Text>,
    share: Option<Number>,
    minutes: Option<Number>,
    saves: Option<Number>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Arrivals {
    from: Text,
    to: Text,
    per_hour: Number,
}

/// Minutes of work at one duty: mean, spread (standard deviation over mean), and the least.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Minutes {
    mean: Number,
    spread: Option<Number>,
    least: Option<Number>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Work {
    #[serde(rename = "name")]
    _name: Option<String>,
    weight: Option<Number>,
    receive: Minutes,
    appraise: Minutes,
    approve: Minutes,
    #[serde(rename = "return")]
    hand_over: Minutes,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Appointments {
    slots: Vec<Text>,
    show: Option<Number>,
    early_minutes: Option<Number>,
    late_minutes: Option<Number>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Priority {
    share: Number,
    ratio: Option<Number>,
    cap_minutes: Option<Number>,
    others_cap_minutes: Option<Number>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Help {
    duty: Text,
    after_minutes: Number,
    speed: Number,
}

/// Reads a plan with its name, if it has one.
///
/// # Errors
/// Every problem, in the order of lines.
pub fn read(text: &str) -> Result<(Option<String>, Plan), Vec<Problem>> {
    let file: File = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        vec![Problem { line: line(text, at), what: Wrong::Text(error.message().to_owned()) }]
    })?;
    let mut reader = Reader { text, problems: Vec::new() };
    let name = file.name.clone();
    let plan = reader.plan(file);
    reader.problems.sort_by_key(|problem| problem.line);
    if reader.problems.is_empty() { Ok((name, plan)) } else { Err(reader.problems) }
}

fn line(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or(text).matches('\n').count() + 1
}

/// Reads values and keeps what is wrong with them.
struct Reader<'t> {
    text: &'t str,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn wrong(&mut self, at: usize, what: Wrong) {
        let line = line(self.text, at);
        self.problems.push(Problem { line, what });
    }

    fn plan(&mut self, file: File) -> Plan {
        let windows: Vec<Window> =
            file.opening.iter().map(|hours| self.window(&hours.from, &hours.to)).collect();
        let opening = Windows::new(windows);
        let closing = file.closing.as_ref().map(|at| self.time(at)).or(opening.end());
        let mut plan = Plan::new(opening, closing.unwrap_or_default(), app::simulate::usual_laws());
        if file.opening.is_empty() {
            self.wrong(0, Wrong::Missing("opening"));
        }
        plan.cut_off = file.cut_off.as_ref().map(|at| self.time(at) + Span::from_ms(59_999));
        for staff in &file.staff {
            self.staff(&mut plan, staff);
        }
        if let Some(volunteers) = &file.volunteers {
            plan.volunteers = self.volunteers(volunteers, &plan.opening);
        }
        let arrivals = file.arrivals.iter();
        plan.walk_ins =
            arrivals.map(|row| (self.window(&row.from, &row.to), self.amount(&row.per_hour))).collect();
        plan.load_spread = file.load_spread.as_ref().map_or(0.0, |spread| self.amount(spread));
        plan.listed = file.arrive_at.iter().map(|at| self.listed(at)).collect();
        if !file.work.is_empty() {
            plan.kinds = file.work.iter().map(|work| self.kind(work)).collect();
        }
        if let Some(appointments) = &file.appointments {
            let show = appointments.show.as_ref().map_or(1.0, |show| self.share(show));
            plan.booking.slots =
                appointments.slots.iter().map(|at| Appointment { at: self.time(at), show }).collect();
            let usual = plan.booking.punctuality;
            let early = appointments.early_minutes.as_ref().map_or(usual.early, |early| self.minutes(early));
            let late = appointments.late_minutes.as_ref().map_or(usual.late, |late| self.minutes(late));
            plan.booking.punctuality = Punctuality { early, late };
        }
        if let Some(priority) = &file.priority {
            plan.priority_share = self.share(&priority.share);
            plan.order[Stage::Receive] = self.order(priority);
        }
        plan.rescue = file.help.as_ref().and_then(|help| self.rescue(help));
        plan.patience =
            file.patience_minutes.as_ref().map(|mean| Law::Exponential { mean: self.minutes(mean) });
        plan
    }

    fn staff(&mut self, plan: &mut Plan, staff: &Staff) {
        let mut duties = PerStage([false; 4]);
        for name in &staff.duties {
            match Stage::ALL.into_iter().find(|stage| stage.name() == name.get_ref()) {
                Some(stage) => duties[stage] = true,
                None => self.wrong(name.span().start, Wrong::NoDuty(name.get_ref().clone())),
            }
        }
        let windows = self.shift(staff.from.as_ref(), staff.to.as_ref(), &plan.opening);
        let absent = staff.absent.as_ref().map_or(0.0, |absent| self.share(absent));
        let count = staff.count.as_ref().map_or(1, |count| self.count(count));
        plan.officers.extend(vec![Officer { duties, windows, absent }; count]);
    }

    fn volunteers(&mut self, volunteers: &Volunteers, opening: &Windows) -> Helpers {
        let windows = self.shift(volunteers.from.as_ref(), volunteers.to.as_ref(), opening);
        let count = self.count(&volunteers.count);
        let minutes = volunteers.minutes.as_ref().map(|mean| self.minutes(mean));
        Helpers {
            windows: vec![windows; count],
            share: volunteers.share.as_ref().map_or(0.4, |share| self.share(share)),
            takes: minutes.map_or(Helpers::NONE.takes, |mean| Law::lognormal(mean, 0.5)),
            saves: volunteers.saves.as_ref().map_or(Helpers::NONE.saves, |saves| self.share(saves)),
        }
    }

    fn listed(&mut self, at: &Text) -> Listed {
        Listed { at: self.time(at), enters: Stage::Receive, class: None::<Class>, kind: None }
    }

    fn kind(&mut self, work: &Work) -> Kind {
        let minutes = [&work.receive, &work.appraise, &work.approve, &work.hand_over];
        let laws = PerStage(minutes.map(|minutes| self.law(minutes)));
        Kind { weight: work.weight.as_ref().map_or(1.0, |weight| self.amount(weight)), laws }
    }

    fn law(&mut self, minutes: &Minutes) -> Law {
        let shift = minutes.least.as_ref().map_or(Span::ZERO, |least| self.minutes(least));
        let mean = self.minutes(&minutes.mean);
        let cv = minutes.spread.as_ref().map_or(0.5, |spread| self.amount(spread));
        if shift >= mean && cv > 0.0 && minutes.least.is_some() {
            let at = minutes.mean.span().start;
            self.wrong(at, Wrong::Amount(minutes.mean.get_ref().to_string()));
        }
        Law::Lognormal { shift, mean, cv }
    }

    fn order(&mut self, priority: &Priority) -> Policy {
        let usual = Accumulating::USUAL;
        let cap = |reader: &mut Self, cap: &Option<Number>, usual| {
            cap.as_ref().map_or(usual, |cap| Some(reader.minutes(cap)))
        };
        Policy::Accumulating(Accumulating {
            ratio: priority.ratio.as_ref().map_or(usual.ratio, |ratio| self.amount(ratio)),
            priority_cap: cap(self, &priority.cap_minutes, usual.priority_cap),
            normal_cap: cap(self, &priority.others_cap_minutes, usual.normal_cap),
        })
    }

    fn rescue(&mut self, help: &Help) -> Option<Rescue> {
        let stage = Stage::ALL.into_iter().find(|stage| stage.name() == help.duty.get_ref());
        if stage.is_none() {
            self.wrong(help.duty.span().start, Wrong::NoDuty(help.duty.get_ref().clone()));
        }
        let (after, speed) = (self.minutes(&help.after_minutes), self.amount(&help.speed));
        stage.map(|stage| Rescue { stage, after, speed })
    }

    /// Hours of a shift; what is not said is the opening hour.
    fn shift(&mut self, from: Option<&Text>, to: Option<&Text>, opening: &Windows) -> Windows {
        let start = from.map(|at| self.time(at)).or(opening.start()).unwrap_or_default();
        let end = to.map(|at| self.time(at)).or(opening.end()).unwrap_or_default();
        if let Some(at) = to.or(from).filter(|_| end <= start) {
            let what = Wrong::EndsBefore(start.to_string(), end.to_string());
            self.wrong(at.span().start, what);
        }
        opening.intersect(&Windows::one(start, end))
    }

    fn window(&mut self, from: &Text, to: &Text) -> Window {
        let window = Window { from: self.time(from), to: self.time(to) };
        if window.to <= window.from
            && self.problems.last().is_none_or(|last| last.line < line(self.text, to.span().start))
        {
            self.wrong(to.span().start, Wrong::EndsBefore(from.get_ref().clone(), to.get_ref().clone()));
        }
        window
    }

    /// An hour as `07:30` or `7:30`; up to 24:00.
    fn time(&mut self, text: &Text) -> DayTime {
        let parsed = text.get_ref().split_once(':').and_then(|(hour, minute)| {
            let digits =
                |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<i64>().ok());
            Some((digits(hour)??, digits(minute)??)).filter(|_| minute.len() == 2)
        });
        match parsed.filter(|&(hour, minute)| minute < 60 && hour * 60 + minute <= 24 * 60) {
            Some((hour, minute)) => DayTime::hm(hour, minute),
            None => {
                self.wrong(text.span().start, Wrong::NoTime(text.get_ref().clone()));
                DayTime::default()
            }
        }
    }

    fn amount(&mut self, number: &Number) -> f64 {
        const MOST: f64 = 100_000.0;
        let value = *number.get_ref();
        if (0.0..=MOST).contains(&value) {
            return value;
        }
        self.wrong(number.span().start, Wrong::Amount(value.to_string()));
        0.0
    }

    fn minutes(&mut self, number: &Number) -> Span {
        Span::from_minutes_f64(self.amount(number))
    }

    fn count(&mut self, number: &Number) -> usize {
        const MOST: f64 = 200.0;
        let value = *number.get_ref();
        if (0.0..=MOST).contains(&value) && value.fract() == 0.0 {
            return value as usize;
        }
        self.wrong(number.span().start, Wrong::Amount(value.to_string()));
        0
    }

    fn share(&mut self, number: &Number) -> f64 {
        let value = *number.get_ref();
        if (0.0..=1.0).contains(&value) {
            return value;
        }
        self.wrong(number.span().start, Wrong::NoShare(value.to_string()));
        0.0
    }
}

#[cfg(test)]
mod tests;
