//! The integer programme behind a proposal: people, duties and parts of a day, solved to the end.

use domain::day::Window;
use domain::id::AccountId;
use domain::place::UnitCode;
use domain::procedure::SectorCode;
use domain::promise::Duty;
use domain::roster::{Post, Qualifications, Shift};
use good_lp::solvers::microlp::microlp;
use good_lp::{Expression, ProblemVariables, Solution, SolverModel, Variable, constraint, variable};
use jiff::civil::{Date, Time};
use std::collections::BTreeMap;

/// Minutes of work one dossier takes at each duty, until measured times are used: receive, appraise, approve, return.
const MINUTES: [u32; 4] = [10, 15, 3, 5];

/// Share of an officer's time that goes into dossiers; the rest is questions, printing, walking.
const USED_PERCENT: u32 = 80;

/// Somebody who can come, as the solver sees them.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Who.
    pub person: AccountId,
    /// Duties they may do.
    pub duties: Vec<Duty>,
    /// Minutes on the roster in the weeks before.
    pub minutes_before: i64,
    /// What they did last time.
    pub last: Option<Duty>,
}

/// What a day needs.
#[derive(Debug, Clone)]
pub struct Need<'a> {
    /// The unit.
    pub unit: &'a UnitCode,
    /// The day.
    pub on: Date,
    /// Opening hours: the parts for which people are chosen.
    pub windows: &'a [Window],
    /// Sectors of the list.
    pub sectors: &'a [SectorCode],
    /// Who may do which sector.
    pub qualifications: &'a Qualifications,
    /// Dossiers expected that day.
    pub expected: u32,
}

/// Why somebody was chosen for a duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Nobody else who can come may do it.
    OnlyOne,
    /// Named for a sector of the list that few are named for.
    Sector(SectorCode),
    /// Has had the least time on the roster in the weeks before: so many hours.
    LeastBefore(i64),
    /// So many dossiers are expected that one person is not enough.
    Load(u32),
    /// Did it last time.
    AsLastTime,
    /// Fits, and somebody must.
    Fits,
    /// A volunteer who can come.
    Volunteer,
}

/// Why there is no roster that works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clash {
    /// The unit is closed.
    Closed,
    /// Nobody who can come may do a duty.
    Nobody(Duty),
    /// Nobody who can come may do a duty for a sector.
    NobodyFor(Duty, SectorCode),
    /// Fewer people can come than the duties need at the same time.
    TooFew {
        /// How many can come.
        people: usize,
    },
    /// Each duty has somebody, but not all at once: the same people are needed twice.
    SamePeople,
}

/// A proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The shifts.
    pub shifts: Vec<Shift>,
    /// The reason for each shift, in the same order.
    pub why: Vec<Why>,
    /// Dossiers expected.
    pub expected: u32,
}

pub(super) fn shift(need: &Need<'_>, person: AccountId, post: Post, (from, to): (Time, Time)) -> Shift {
    Shift { unit: need.unit.clone(), on: need.on, person, post, from, to, stands_for: None }
}

/// A choice: candidate, duty, window.
type Choices = BTreeMap<(usize, usize, usize), Variable>;

/// The best roster for a day, or the clash when there is none.
///
/// Hard: each duty and each sector of the list has somebody in every part of the day, nobody is at two places at once,
/// so that whoever approves appraises nothing meanwhile. Wanted: as many hands as the expected dossiers need, hours
/// shared evenly over the weeks, everybody at what they did last time and all day at the same duty.
///
/// # Errors
/// [`Clash`].
pub fn solve(candidates: &[Candidate], need: &Need<'_>) -> Result<Proposal, Clash> {
    if need.windows.is_empty() {
        return Err(Clash::Closed);
    }
    named_clash(candidates, need)?;
    let mut variables = ProblemVariables::new();
    let mut choices = Choices::new();
    for (who, candidate) in candidates.iter().enumerate() {
        for duty in &candidate.duties {
            for part in 0..need.windows.len() {
                choices.insert((who, place(*duty), part), variables.add(variable().binary()));
            }
        }
    }
    let mut missing = BTreeMap::new();
    for duty in Duty::ALL {
        for part in 0..need.windows.len() {
            let wanted = f64::from(hands(need, duty, part).saturating_sub(1));
            missing.insert((place(duty), part), (variables.add(variable().min(0.0).max(wanted)), wanted));
        }
    }
    let changes: BTreeMap<(usize, usize), Variable> = candidates
        .iter()
        .enumerate()
        .flat_map(|(who, candidate)| candidate.duties.iter().map(move |duty| (who, place(*duty))))
        .map(|key| (key, variables.add(variable().min(0.0).max(1.0))))
        .collect();
    let cost = cost(candidates, &choices, &missing, &changes);
    let mut model = variables.minimise(cost).using(microlp);
    for (rule, at_least) in covers(candidates, need, &choices) {
        model = model.with(constraint!(rule >= at_least));
    }
    for ((duty, part), (short, wanted)) in &missing {
        let hands: Expression = of_duty(&choices, *duty, *part).sum();
        model = model.with(constraint!(hands + *short >= 1.0 + *wanted));
    }
    for who in 0..candidates.len() {
        for part in 0..need.windows.len() {
            let mine = choices.iter().filter(|((w, _, p), _)| *w == who && *p == part).map(|(_, v)| *v);
            model = model.with(constraint!(mine.sum::<Expression>() <= 1.0));
        }
    }
    for ((who, duty), change) in &changes {
        for part in 1..need.windows.len() {
            let (Some(now), Some(then)) =
                (choices.get(&(*who, *duty, part)), choices.get(&(*who, *duty, part - 1)))
            else {
                continue;
            };
            model = model.with(constraint!(*change >= *now - *then));
            model = model.with(constraint!(*change >= *then - *now));
        }
    }
    let solution = model.solve().map_err(|_| whole_clash(candidates))?;
    Ok(read(candidates, need, |key| choices.get(key).is_some_and(|choice| solution.value(*choice) > 0.5)))
}

const fn place(duty: Duty) -> usize {
    match duty {
        Duty::Receive => 0,
        Duty::Appraise => 1,
        Duty::Approve => 2,
        Duty::Return => 3,
    }
}

fn of_duty(choices: &Choices, duty: usize, part: usize) -> impl Iterator<Item = Variable> {
    choices.iter().filter(move |((_, d, p), _)| *d == duty && *p == part).map(|(_, choice)| *choice)
}

/// Officers that the expected dossiers need at a duty in a part of the day.
fn hands(need: &Need<'_>, duty: Duty, part: usize) -> u32 {
    let length = |window: &Window| window.seconds() / 60;
    let open: u32 = need.windows.iter().map(length).sum::<u32>().max(1);
    let here = need.windows.get(part).map_or(1, length).max(1);
    let share = need.expected.saturating_mul(here).div_ceil(open);
    let minutes = MINUTES.get(place(duty)).copied().unwrap_or_default();
    let work = share.saturating_mul(minutes);
    work.saturating_mul(100).div_ceil(here.saturating_mul(USED_PERCENT)).clamp(1, 10)
}

/// What must be covered: each duty, and each sector that not everybody may do, in each part.
fn covers(candidates: &[Candidate], need: &Need<'_>, choices: &Choices) -> Vec<(Expression, f64)> {
    let mut rules = Vec::new();
    for part in 0..need.windows.len() {
        for duty in Duty::ALL {
            rules.push((of_duty(choices, place(duty), part).sum(), 1.0));
        }
        for duty in [Duty::Appraise, Duty::Approve] {
            for sector in need.sectors {
                let able = choices.iter().filter(|((who, d, p), _)| {
                    *d == place(duty)
                        && *p == part
                        && candidates
                            .get(*who)
                            .is_some_and(|one| need.qualifications.allows(one.person, duty, sector))
                });
                rules.push((able.map(|(_, choice)| *choice).sum(), 1.0));
            }
        }
    }
    rules
}

/// What the solver makes small: missing hands first, then unfair hours, then needless people and changes.
fn cost(
    candidates: &[Candidate],
    choices: &Choices,
    missing: &BTreeMap<(usize, usize), (Variable, f64)>,
    changes: &BTreeMap<(usize, usize), Variable>,
) -> Expression {
    let count = i64::try_from(candidates.len()).unwrap_or(1).max(1);
    let mean = candidates.iter().map(|one| one.minutes_before).sum::<i64>() / count;
    let fair = |one: &Candidate| {
        let hours = i32::try_from((one.minutes_before - mean) / 60).unwrap_or_default();
        f64::from(hours.clamp(-200, 200)) / 10.0
    };
    let mut cost = Expression::from(0.0);
    for ((who, duty, _), choice) in choices {
        let Some(one) = candidates.get(*who) else { continue };
        let used_to = one.last.is_some_and(|last| place(last) == *duty);
        // More than the fairness of any one person, so that nobody comes for nothing.
        cost += (25.0 + fair(one) - if used_to { 0.5 } else { 0.0 }) * *choice;
    }
    for (short, _) in missing.values() {
        cost += 100.0 * *short;
    }
    for change in changes.values() {
        cost += 2.0 * *change;
    }
    cost
}

/// The clash one can name before searching.
fn named_clash(candidates: &[Candidate], need: &Need<'_>) -> Result<(), Clash> {
    let able = |duty: Duty| candidates.iter().filter(move |one| one.duties.contains(&duty));
    for duty in Duty::ALL {
        if able(duty).next().is_none() {
            return Err(Clash::Nobody(duty));
        }
    }
    for duty in [Duty::Appraise, Duty::Approve] {
        for sector in need.sectors {
            if !able(duty).any(|one| need.qualifications.allows(one.person, duty, sector)) {
                return Err(Clash::NobodyFor(duty, sector.clone()));
            }
        }
    }
    if candidates.len() < Duty::ALL.len() {
        return Err(Clash::TooFew { people: candidates.len() });
    }
    Ok(())
}

fn whole_clash(candidates: &[Candidate]) -> Clash {
    if candidates.len() < Duty::ALL.len() {
        Clash::TooFew { people: candidates.len() }
    } else {
        Clash::SamePeople
    }
}

/// The chosen parts as shifts: parts that follow one another at the same duty are one shift.
fn read(
    candidates: &[Candidate],
    need: &Need<'_>,
    chosen: impl Fn(&(usize, usize, usize)) -> bool,
) -> Proposal {
    let (mut shifts, mut why) = (Vec::new(), Vec::new());
    for duty in Duty::ALL {
        let on_duty = |who: usize| (0..need.windows.len()).any(|part| chosen(&(who, place(duty), part)));
        let people: Vec<usize> = (0..candidates.len()).filter(|who| on_duty(*who)).collect();
        for who in &people {
            let Some(one) = candidates.get(*who) else { continue };
            for (from, to) in spans(need, |part| chosen(&(*who, place(duty), part))) {
                shifts.push(shift(need, one.person, Post::Duty(duty), (from, to)));
                why.push(reason(candidates, need, one, duty, people.len()));
            }
        }
    }
    Proposal { shifts, why, expected: need.expected }
}

fn spans(need: &Need<'_>, chosen: impl Fn(usize) -> bool) -> Vec<(Time, Time)> {
    let mut spans: Vec<(Time, Time)> = Vec::new();
    let mut running = false;
    for (part, window) in need.windows.iter().enumerate() {
        if !chosen(part) {
            running = false;
            continue;
        }
        match spans.last_mut().filter(|_| running) {
            Some(last) => last.1 = window.closes(),
            None => spans.push((window.opens(), window.closes())),
        }
        running = true;
    }
    spans
}

/// The reason that weighs most.
fn reason(candidates: &[Candidate], need: &Need<'_>, one: &Candidate, duty: Duty, people: usize) -> Why {
    let able: Vec<&Candidate> = candidates.iter().filter(|other| other.duties.contains(&duty)).collect();
    if able.len() == 1 {
        return Why::OnlyOne;
    }
    let rare = need.sectors.iter().find(|sector| {
        let named = able.iter().filter(|other| need.qualifications.allows(other.person, duty, sector));
        named.count() == 1 && need.qualifications.names(one.person, duty, sector)
    });
    if let Some(sector) = rare {
        return Why::Sector(sector.clone());
    }
    if people > 1 && hands(need, duty, 0) > 1 {
        return Why::Load(need.expected);
    }
    let least = able.iter().map(|other| other.minutes_before).min();
    let differ = able.iter().any(|other| other.minutes_before != one.minutes_before);
    if least == Some(one.minutes_before) && differ {
        return Why::LeastBefore(one.minutes_before / 60);
    }
    if one.last == Some(duty) { Why::AsLastTime } else { Why::Fits }
}

#[cfg(test)]
#[path = "solve_tests.rs"]
mod tests;
