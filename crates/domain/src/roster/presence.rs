//! Who is here now. Check-outs are forgotten and clocks jump, so this is a pure function of what was recorded and the
//! hour: nothing has to run for a forgotten stay to end.

use crate::id::AccountId;
use crate::promise::{Duty, DutySet};
use crate::time;
use jiff::civil::{Date, time as hour};
use jiff::{SignedDuration, Timestamp};

/// One stay: from checking in to checking out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    /// Who.
    pub person: AccountId,
    /// The duties they do while they are here.
    pub duties: DutySet,
    /// When they checked in.
    pub in_at: Timestamp,
    /// When they checked out, if they did.
    pub out_at: Option<Timestamp>,
}

/// Called away while checked in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Away {
    /// Who.
    pub person: AccountId,
    /// Since when.
    pub from_at: Timestamp,
    /// Until when; nothing: for the rest of the day.
    pub until_at: Option<Timestamp>,
    /// When they came back before that.
    pub back_at: Option<Timestamp>,
}

/// A duty switched on or off by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Switch {
    /// Which duty.
    pub duty: Duty,
    /// On or off.
    pub on: bool,
    /// Since when.
    pub since: Timestamp,
}

/// How a stay ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StayEnd {
    /// They are still here.
    Open,
    /// They checked out.
    CheckedOut(Timestamp),
    /// They forgot to, and the unit closed.
    Forgotten(Timestamp),
}

/// How a stay of a day stands at an instant. It ends by itself when the unit closes, one that began after closing when
/// the day ends. Only being past that end closes it: after a clock was set back it is open again.
pub fn stay_end(stay: &Stay, on: Date, closing: Option<Timestamp>, now: Timestamp) -> StayEnd {
    if let Some(at) = stay.out_at {
        return StayEnd::CheckedOut(at);
    }
    let midnight = time::instant_on(on, hour(23, 59, 0, 0));
    let end = closing.filter(|closing| stay.in_at <= *closing).unwrap_or(midnight);
    // As printed: the closing minute is still open.
    let minute = SignedDuration::from_mins(1);
    if now.duration_since(end) >= minute { StayEnd::Forgotten(end) } else { StayEnd::Open }
}

/// Whether somebody is here: checked in and not called away.
pub fn is_here(stay: &Stay, aways: &[Away], on: Date, closing: Option<Timestamp>, now: Timestamp) -> bool {
    let open = stay_end(stay, on, closing, now) == StayEnd::Open;
    let called = |away: &&Away| {
        away.person == stay.person
            && away.from_at >= stay.in_at
            && away.back_at.is_none()
            && away.until_at.is_none_or(|until| now < until)
    };
    open && !aways.iter().any(|away| called(&away))
}

/// The duties that are covered at a unit now, from the stays of the day.
///
/// A switch set by hand holds until somebody of that duty comes, goes or is called away on this day; where nobody
/// checked in for a duty today, the switch alone decides. Whoever alone both appraises and approves counts for
/// appraising only: they could approve nothing.
pub fn on_duty(
    stays: &[Stay],
    aways: &[Away],
    switches: &[Switch],
    on: Date,
    closing: Option<Timestamp>,
    now: Timestamp,
) -> DutySet {
    let here = |duty: Duty| -> Vec<AccountId> {
        let stays = stays.iter().filter(|stay| stay.duties.contains(duty));
        stays.filter(|stay| is_here(stay, aways, on, closing, now)).map(|stay| stay.person).collect()
    };
    let switched = |duty: Duty| {
        let switch = switches.iter().find(|switch| switch.duty == duty)?;
        let newer = last_word(duty, stays, aways).is_none_or(|word| word <= switch.since);
        newer.then_some(switch.on)
    };
    let covered = |duty: Duty| switched(duty).unwrap_or_else(|| !here(duty).is_empty());
    let set: DutySet = Duty::ALL.into_iter().filter(|duty| covered(*duty)).collect();
    let by_hand = switched(Duty::Approve).is_some() || switched(Duty::Appraise).is_some();
    let approvers = here(Duty::Approve);
    let appraisers = here(Duty::Appraise);
    let same = |person: &AccountId| appraisers.iter().all(|other| other == person);
    if !by_hand && !appraisers.is_empty() && approvers.iter().all(same) {
        return set.without(Duty::Approve);
    }
    set
}

/// The last time today that somebody of a duty came, went or was called away.
fn last_word(duty: Duty, stays: &[Stay], aways: &[Away]) -> Option<Timestamp> {
    let of_duty = || stays.iter().filter(|stay| stay.duties.contains(duty));
    let moves = of_duty().flat_map(|stay| [Some(stay.in_at), stay.out_at]).flatten();
    let calls = aways
        .iter()
        .filter(|away| of_duty().any(|stay| stay.person == away.person))
        .flat_map(|away| [Some(away.from_at), away.back_at])
        .flatten();
    moves.chain(calls).max()
}
