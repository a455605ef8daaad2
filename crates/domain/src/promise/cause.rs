//! Why a promise was broken: named by the machine from what was recorded, never by whoever was late.

use super::duty::Duty;
use crate::dossier::{PauseCause, Stage};

/// The cause of a broken promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cause {
    /// The program itself did not work.
    Outage,
    /// The dossier waits for papers of the applicant.
    Supplement,
    /// The dossier waits for payment.
    Payment,
    /// The dossier waits for something outside.
    Outside,
    /// Something had to be verified after all.
    Verification,
    /// Nobody was on duty where the dossier lay.
    DutyAbsent(Duty),
    /// Its own work took longer than nineteen of twenty like it.
    SlowStage(Duty),
    /// Too many dossiers waited where it lay.
    Queue(Duty),
}

/// What was recorded at the moment a promise broke.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BreakFacts {
    /// Where the dossier stands.
    pub stage: Stage,
    /// What its clock waits for, when it stands still.
    pub paused: Option<PauseCause>,
    /// Whether the program did not work within the last open hours before the due time.
    pub outage: bool,
    /// Whether nobody is on duty where it lies.
    pub duty_absent: bool,
    /// Whether its own work lasts longer than nineteen of twenty like it.
    pub running_long: bool,
}

impl Cause {
    /// Every cause, for lists and tests.
    pub fn all() -> Vec<Self> {
        let plain = [Self::Outage, Self::Supplement, Self::Payment, Self::Outside, Self::Verification];
        let by_duty =
            Duty::ALL.into_iter().flat_map(|d| [Self::DutyAbsent(d), Self::SlowStage(d), Self::Queue(d)]);
        plain.into_iter().chain(by_duty).collect()
    }

    /// The name in the database and exports, without its duty.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outage => "system_outage",
            Self::Supplement => "supplement",
            Self::Payment => "payment",
            Self::Outside => "outside",
            Self::Verification => "verification",
            Self::DutyAbsent(_) => "duty_absent",
            Self::SlowStage(_) => "slow_stage",
            Self::Queue(_) => "queue",
        }
    }

    /// The duty the cause is about.
    pub const fn duty(self) -> Option<Duty> {
        match self {
            Self::DutyAbsent(duty) | Self::SlowStage(duty) | Self::Queue(duty) => Some(duty),
            Self::Outage | Self::Supplement | Self::Payment | Self::Outside | Self::Verification => None,
        }
    }

    /// Reads [`Cause::name`] and [`Cause::duty`] back.
    pub fn from_name(name: &str, duty: Option<Duty>) -> Option<Self> {
        Self::all().into_iter().find(|cause| cause.name() == name && cause.duty() == duty)
    }

    /// The cause, from what was recorded. The applicant's part and outages come first: they explain an absent or slow
    /// duty, not the other way round.
    pub const fn of(facts: &BreakFacts) -> Self {
        match facts.paused {
            Some(PauseCause::Supplement) => return Self::Supplement,
            Some(PauseCause::Payment) => return Self::Payment,
            Some(PauseCause::Outside) => return Self::Outside,
            None => {}
        }
        if facts.outage {
            return Self::Outage;
        }
        let Some(duty) = duty_at(facts.stage) else { return Self::Verification };
        if facts.duty_absent {
            Self::DutyAbsent(duty)
        } else if facts.running_long {
            Self::SlowStage(duty)
        } else {
            Self::Queue(duty)
        }
    }
}

/// The duty that has a dossier in hand; none where it waits outside the four.
pub const fn duty_at(stage: Stage) -> Option<Duty> {
    match stage {
        Stage::Received => Some(Duty::Appraise),
        Stage::AwaitingApproval => Some(Duty::Approve),
        Stage::ResultReady => Some(Duty::Return),
        Stage::AwaitingSupplement | Stage::UnderVerification | Stage::Suspended => None,
        Stage::Returned | Stage::Withdrawn | Stage::Stopped | Stage::Voided => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: BreakFacts = BreakFacts {
        stage: Stage::Received,
        paused: None,
        outage: false,
        duty_absent: false,
        running_long: false,
    };

    #[test]
    fn the_cause_follows_from_what_was_recorded() {
        let approving = BreakFacts { stage: Stage::AwaitingApproval, ..PLAIN };
        let rows = [
            (PLAIN, Cause::Queue(Duty::Appraise)),
            (BreakFacts { running_long: true, ..PLAIN }, Cause::SlowStage(Duty::Appraise)),
            (
                BreakFacts { duty_absent: true, running_long: true, ..approving },
                Cause::DutyAbsent(Duty::Approve),
            ),
            (BreakFacts { outage: true, duty_absent: true, ..approving }, Cause::Outage),
            (BreakFacts { stage: Stage::UnderVerification, ..PLAIN }, Cause::Verification),
            (
                BreakFacts {
                    stage: Stage::AwaitingSupplement,
                    paused: Some(PauseCause::Supplement),
                    outage: true,
                    ..PLAIN
                },
                Cause::Supplement,
            ),
            (
                BreakFacts { stage: Stage::Suspended, paused: Some(PauseCause::Payment), ..PLAIN },
                Cause::Payment,
            ),
        ];
        for (facts, cause) in rows {
            assert_eq!(Cause::of(&facts), cause, "{facts:?}");
        }
    }

    #[test]
    fn names_are_read_back() {
        for cause in Cause::all() {
            assert_eq!(Cause::from_name(cause.name(), cause.duty()), Some(cause));
        }
        assert_eq!(Cause::from_name("queue", None), None);
    }
}
