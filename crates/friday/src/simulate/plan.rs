//! A planned day: hours, people, citizens, work. Everything the simulator knows.

use crate::order::{Accumulating, Class, Policy};
use crate::{DayTime, Law, PerStage, Span, Stage, Window, Windows};

/// A planned day of one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// When work may start; what runs is finished. An end after closing means that desks stay until the house is empty.
    pub opening: Windows,
    /// The instant by which results must be out.
    pub closing: DayTime,
    /// Files received later are not promised for the day; none: every file is.
    pub cut_off: Option<DayTime>,
    /// The officers.
    pub officers: Vec<Officer>,
    /// Volunteers who fill forms with citizens before the counter.
    pub volunteers: Volunteers,
    /// Kinds of files.
    pub kinds: Vec<Kind>,
    /// Unannounced citizens: expected number an hour, by window.
    pub walk_ins: Vec<(Window, f64)>,
    /// How much the load of one day differs from the forecast: coefficient of variation of a factor on all walk-ins.
    pub load_spread: f64,
    /// Citizens and files whose time is known: a recorded day, or what is left from yesterday.
    pub listed: Vec<Listed>,
    /// Booked citizens.
    pub booking: Booking,
    /// Share of citizens whom the law gives priority.
    pub priority_share: f64,
    /// Order at each stage.
    pub order: PerStage<Policy>,
    /// How long a citizen waits for the counter before leaving; none: everybody stays.
    pub patience: Option<Law>,
    /// Help for files that take too long; none: everybody works alone.
    pub rescue: Option<Rescue>,
}

/// One officer of the day.
#[derive(Clone, Debug, PartialEq)]
pub struct Officer {
    /// Duties; with several the later stage comes first, because it brings a file nearer to its end.
    pub duties: PerStage<bool>,
    /// Hours.
    pub windows: Windows,
    /// Probability of not coming at all.
    pub absent: f64,
}

impl Officer {
    /// Somebody with one duty who surely comes.
    pub fn at(stage: Stage, windows: Windows) -> Self {
        Self { duties: PerStage::from_fn(|other| other == stage), windows, absent: 0.0 }
    }
}

/// Volunteers: a free one takes a citizen who needs help aside; the work at the counter is then shorter.
#[derive(Clone, Debug, PartialEq)]
pub struct Volunteers {
    /// Hours of each volunteer.
    pub windows: Vec<Windows>,
    /// Share of citizens who need help.
    pub share: f64,
    /// How long filling takes together.
    pub takes: Law,
    /// Part of the counter's work that is saved, 0 to 1.
    pub saves: f64,
}

impl Volunteers {
    /// Nobody.
    pub const NONE: Self =
        Self { windows: Vec::new(), share: 0.0, takes: Law::Fixed(Span::from_minutes(8)), saves: 0.4 };
}

/// A kind of file, mostly a procedure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kind {
    /// How often it comes, against the others.
    pub weight: f64,
    /// Law of each stage.
    pub laws: PerStage<Law>,
}

/// A citizen or a file whose time is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// When.
    pub at: DayTime,
    /// First stage.
    pub enters: Stage,
    /// Class; none: drawn.
    pub class: Option<Class>,
    /// Position in [`Plan::kinds`]; none: drawn.
    pub kind: Option<usize>,
}

/// Booked citizens.
#[derive(Clone, Debug, PartialEq)]
pub struct Booking {
    /// The slots given.
    pub slots: Vec<Appointment>,
    /// How punctual citizens are.
    pub punctuality: Punctuality,
}

/// One booked slot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Appointment {
    /// The slot.
    pub at: DayTime,
    /// Probability of coming.
    pub show: f64,
}

/// Booked citizens come between so much before and so much after their slot, evenly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Punctuality {
    /// Earliest before the slot.
    pub early: Span,
    /// Latest after the slot.
    pub late: Span,
}

impl Booking {
    /// Nobody is booked.
    pub const NONE: Self = Self {
        slots: Vec::new(),
        punctuality: Punctuality { early: Span::from_minutes(10), late: Span::from_minutes(5) },
    };
}

/// Help for slow work: after some time a colleague joins, and the rest goes faster. The colleague is taken to be free, so
/// this is an upper bound of what help brings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rescue {
    /// Where.
    pub stage: Stage,
    /// After how much work.
    pub after: Span,
    /// How many times faster the rest goes.
    pub speed: f64,
}

/// What is wrong with a plan. Positions count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanProblem {
    /// Nobody is planned for a duty.
    NobodyAt(Stage),
    /// An officer approves and also receives or appraises: nobody decides on own files.
    ApprovesOwnWork(usize),
    /// An officer has no duty.
    NoDuty(usize),
    /// An officer is never there while the house is open.
    NeverThere(usize),
    /// A probability or share is not between 0 and 1.
    NotAShare,
    /// A rate, weight, mean, spread or speed is negative, zero where it must not be, or no number.
    NotANumber,
    /// There is no kind of file, or all weights are zero.
    NoKind,
    /// A listed file names a kind that does not exist.
    UnknownKind(usize),
    /// The house is never open.
    NeverOpen,
    /// More arrivals than can be counted in a day.
    TooManyArrivals,
}

/// More citizens a day than this are not simulated.
const ARRIVALS_MAX: f64 = 100_000.0;

impl Plan {
    /// A plan for hours and laws, with the usual order; people and citizens are still to be put in.
    pub fn new(opening: Windows, closing: DayTime, laws: PerStage<Law>) -> Self {
        Self {
            opening,
            closing,
            cut_off: None,
            officers: Vec::new(),
            volunteers: Volunteers::NONE,
            kinds: vec![Kind { weight: 1.0, laws }],
            walk_ins: Vec::new(),
            load_spread: 0.0,
            listed: Vec::new(),
            booking: Booking::NONE,
            priority_share: 0.0,
            order: PerStage::from_fn(|stage| match stage {
                Stage::Receive => Policy::Accumulating(Accumulating::USUAL),
                Stage::Appraise | Stage::Approve | Stage::Return => Policy::InOrder,
            }),
            patience: None,
            rescue: None,
        }
    }

    /// Everything that is wrong with the plan; empty when it can be played.
    pub fn problems(&self) -> Vec<PlanProblem> {
        let mut problems = Vec::new();
        if self.opening.is_empty() {
            problems.push(PlanProblem::NeverOpen);
        }
        let idle = |stage: &Stage| !self.officers.iter().any(|officer| officer.duties[*stage]);
        problems.extend(Stage::ALL.into_iter().filter(idle).map(PlanProblem::NobodyAt));
        for (position, officer) in self.officers.iter().enumerate() {
            problems.extend(self.officer_problem(position, officer));
        }
        if !self.shares().all(|share| (0.0..=1.0).contains(&share)) {
            problems.push(PlanProblem::NotAShare);
        }
        if !self.amounts().all(|amount| amount.is_finite() && amount >= 0.0)
            || self.rescue.is_some_and(|rescue| rescue.speed <= 0.0)
        {
            problems.push(PlanProblem::NotANumber);
        }
        if self.kinds.iter().map(|kind| kind.weight).sum::<f64>() <= 0.0 {
            problems.push(PlanProblem::NoKind);
        }
        let unknown = |listed: &Listed| listed.kind.is_some_and(|kind| kind >= self.kinds.len());
        problems.extend(self.listed.iter().position(unknown).map(PlanProblem::UnknownKind));
        if self.expected_arrivals() > ARRIVALS_MAX {
            problems.push(PlanProblem::TooManyArrivals);
        }
        problems
    }

    /// How many citizens are expected.
    pub fn expected_arrivals(&self) -> f64 {
        let hours = |window: &Window| (window.to - window.from).minutes().max(0.0) / 60.0;
        let walk_ins: f64 = self.walk_ins.iter().map(|(window, per_hour)| hours(window) * per_hour).sum();
        let booked: f64 = self.booking.slots.iter().map(|slot| slot.show).sum();
        walk_ins + booked + self.listed.len() as f64
    }

    fn officer_problem(&self, position: usize, officer: &Officer) -> Option<PlanProblem> {
        let duties = officer.duties;
        if Stage::ALL.into_iter().all(|stage| !duties[stage]) {
            Some(PlanProblem::NoDuty(position))
        } else if duties[Stage::Approve] && (duties[Stage::Receive] || duties[Stage::Appraise]) {
            Some(PlanProblem::ApprovesOwnWork(position))
        } else if officer.windows.intersect(&self.opening).is_empty() {
            Some(PlanProblem::NeverThere(position))
        } else {
            None
        }
    }

    fn shares(&self) -> impl Iterator<Item = f64> {
        let own = [self.priority_share, self.volunteers.share, self.volunteers.saves];
        own.into_iter()
            .chain(self.officers.iter().map(|officer| officer.absent))
            .chain(self.booking.slots.iter().map(|slot| slot.show))
    }

    fn amounts(&self) -> impl Iterator<Item = f64> {
        let laws = self.kinds.iter().flat_map(|kind| kind.laws.0).chain(self.patience);
        let spread = |law: Law| match law {
            Law::Fixed(span) | Law::Exponential { mean: span } => [span.minutes(), 0.0],
            Law::Lognormal { mean, cv, .. } => [mean.minutes(), cv],
        };
        laws.flat_map(spread)
            .chain(self.kinds.iter().map(|kind| kind.weight))
            .chain(self.walk_ins.iter().map(|(_, per_hour)| *per_hour))
            .chain([self.load_spread, self.rescue.map_or(1.0, |rescue| rescue.speed)])
    }
}
