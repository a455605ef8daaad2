//! One test of the promise in one sentence, kept or failed.

use domain::programme::ProgrammeId;
use domain::promise::{
    Capacity, Duty, DutySource, MissingPart, NotProgrammeDay, ProgrammeGap, Reason, ReasonCode,
    VerificationState,
};
use jiff::civil::{Date, Time};

use super::names::{self, Names, Unnamed};
use super::{channel, count, duty, list, phrase, say, source, when};
use crate::{Key, Lang, format, text};

/// The outcome of a test, with its details. Missing papers are counted; see [`reason_named`].
pub fn reason(reason: &Reason, lang: Lang) -> String {
    reason_named(reason, &Unnamed, lang)
}

/// As [`reason()`], naming the papers that are missing and the programme.
pub fn reason_named(reason: &Reason, names: &dyn Names, lang: Lang) -> String {
    match &reason.code {
        ReasonCode::InProgramme { programme } => in_programme(programme, names, lang),
        ReasonCode::NotInProgramme(gap) => text(lang, gap_key(*gap)).to_owned(),
        ReasonCode::ProgrammeDay { on, moved_from } => programme_day(*on, *moved_from, lang),
        ReasonCode::NotProgrammeDay { on, why } => not_programme_day(*on, *why, lang),
        ReasonCode::OutsideProgrammeHours { received, hours } => {
            let [received, from, to] = [*received, hours.from, hours.to].map(|at| format::clock(lang, at));
            say(lang, Key::ReasonsOutsideHours, &[("received", &received), ("from", &from), ("to", &to)])
        }
        ReasonCode::ChannelAllowed { channel: how } => {
            say(lang, Key::ReasonsChannelAllowed, &[("channel", channel(*how, lang))])
        }
        ReasonCode::ChannelNotAllowed { channel: how } => {
            say(lang, Key::ReasonsChannelNotAllowed, &[("channel", channel(*how, lang))])
        }
        ReasonCode::ComponentsComplete => text(lang, Key::ReasonsComponentsComplete).to_owned(),
        ReasonCode::ComponentMissing { missing } => components_missing(missing, names, lang),
        ReasonCode::VerificationNotNeeded(state) => {
            let keys = [Key::ReasonsNoVerificationByProcedure, Key::ReasonsNoVerification];
            verification(state, keys, lang)
        }
        ReasonCode::VerificationNeeded(state) => {
            verification(state, [Key::ReasonsVerificationByProcedure, Key::ReasonsVerification], lang)
        }
        ReasonCode::BeforeCutOff { received, cut_off } => {
            cut_off_met(Key::ReasonsBeforeCutOff, *received, *cut_off, lang)
        }
        ReasonCode::AfterCutOff { received, cut_off: Some(cut_off) } => {
            cut_off_met(Key::ReasonsAfterCutOff, *received, *cut_off, lang)
        }
        ReasonCode::AfterCutOff { received: _, cut_off: None } => text(lang, Key::ReasonsNoCutOff).to_owned(),
        ReasonCode::DutyPresent { duty, source } => {
            on_site(*duty, *source, [Key::ReasonsDutyPresent, Key::ReasonsDutyPresentAssumed], lang)
        }
        ReasonCode::DutyAbsent { duty, source } => {
            on_site(*duty, *source, [Key::ReasonsDutyAbsent, Key::ReasonsDutyAbsentAssumed], lang)
        }
        ReasonCode::CapacityLeft { capacity } => room(Key::ReasonsCapacityLeft, capacity, lang),
        ReasonCode::CapacityTight { capacity } => room(Key::ReasonsCapacityTight, capacity, lang),
        ReasonCode::CapacityExhausted { capacity } => {
            let binding = capacity.binding.map(|which| {
                let officers = format::number(lang, i64::from(capacity.officers));
                say(
                    lang,
                    Key::ReasonsCapacityBinding,
                    &[("duty", duty(which, lang)), ("officers", &officers)],
                )
            });
            let refused = room(Key::ReasonsCapacityExhausted, capacity, lang);
            [Some(refused), binding].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        ReasonCode::ClosesSameDay { closes } => {
            say(lang, Key::ReasonsClosesToday, &[("clock", &format::clock(lang, *closes))])
        }
        ReasonCode::ClosesLater { commitment_on: Some(on) } => {
            say(lang, Key::ReasonsClosesLater, &[("day", &when::day(lang, *on))])
        }
        ReasonCode::ClosesLater { commitment_on: None } => text(lang, Key::ReasonsClosesNever).to_owned(),
    }
}

/// What the test rests on, with how sure we are of it; nothing where no source is recorded.
pub fn reason_source(reason: &Reason, lang: Lang) -> Option<String> {
    reason.source.as_ref().map(|recorded| source(recorded, lang))
}

fn in_programme(programme: &ProgrammeId, names: &dyn Names, lang: Lang) -> String {
    match names.programme(programme, lang) {
        Some(name) => say(lang, Key::ReasonsInProgrammeNamed, &[("programme", &name)]),
        None => text(lang, Key::ReasonsInProgramme).to_owned(),
    }
}

const fn gap_key(gap: ProgrammeGap) -> Key {
    match gap {
        ProgrammeGap::NoProgramme => Key::ReasonsNoProgramme,
        ProgrammeGap::NotListed => Key::ReasonsNotListed,
        ProgrammeGap::AlwaysVerified => Key::ReasonsAlwaysVerified,
    }
}

fn programme_day(on: Date, moved_from: Option<Date>, lang: Lang) -> String {
    let day = format::date_long(lang, on);
    match moved_from {
        None => say(lang, Key::ReasonsProgrammeDay, &[("day", &day)]),
        Some(holiday) => {
            let holiday = when::day(lang, holiday);
            say(lang, Key::ReasonsProgrammeDayMoved, &[("day", &day), ("holiday", &holiday)])
        }
    }
}

fn not_programme_day(on: Date, why: Option<NotProgrammeDay>, lang: Lang) -> String {
    let key = match why {
        None => Key::ReasonsNotProgrammeDay,
        Some(NotProgrammeDay::NotInForce) => {
            return say(lang, Key::ReasonsDayNotInForce, &[("day", &when::day(lang, on))]);
        }
        Some(NotProgrammeDay::OtherWeekday { weekday: _ }) => Key::ReasonsDayOtherWeekday,
        Some(NotProgrammeDay::DayOff) => Key::ReasonsDayOff,
        Some(NotProgrammeDay::MakeUpDay) => Key::ReasonsDayMadeUp,
    };
    say(lang, key, &[("day", &format::date_long(lang, on))])
}

/// Names every missing paper, `A hoặc B` where one of several is enough; without names, how many.
fn components_missing(missing: &[MissingPart], names: &dyn Names, lang: Lang) -> String {
    let either = |part: &MissingPart| {
        names::all(names, &part.one_of, lang).map(|known| list(lang, Key::StagesListOr, &known))
    };
    match missing.iter().map(either).collect::<Option<Vec<String>>>() {
        Some(known) if !known.is_empty() => {
            let known = known.join("; ");
            say(lang, Key::ReasonsComponentsMissingNamed, &[("names", &known)])
        }
        Some(_) | None => count(lang, Key::ReasonsComponentsMissing, "count", missing.len()),
    }
}

/// The room left, in dossiers and in how many of a hundred would be late.
fn room(key: Key, capacity: &Capacity, lang: Lang) -> String {
    let ahead = format::number(lang, i64::from(capacity.ahead));
    let late = format::number(lang, i64::from(capacity.late_in_hundred()));
    say(lang, key, &[("ahead", &ahead), ("late", &late)])
}

fn verification(state: &VerificationState, [by_procedure, answered]: [Key; 2], lang: Lang) -> String {
    match state {
        VerificationState::ByProcedure => text(lang, by_procedure).to_owned(),
        VerificationState::Answered { reason } => say(lang, answered, &[("reason", &phrase(reason))]),
    }
}

fn cut_off_met(key: Key, received: Time, cut_off: Time, lang: Lang) -> String {
    let [received, cut_off] = [received, cut_off].map(|at| format::clock(lang, at));
    say(lang, key, &[("received", &received), ("cutoff", &cut_off)])
}

fn on_site(which: Duty, source: DutySource, [recorded, assumed]: [Key; 2], lang: Lang) -> String {
    let key = match source {
        DutySource::Recorded => recorded,
        DutySource::Assumed => assumed,
    };
    say(lang, key, &[("duty", duty(which, lang))])
}
