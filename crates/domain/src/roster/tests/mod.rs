//! Tests of the roster.

mod conflicts;
mod presence;
mod ready;

use super::*;
use crate::day::Window;
use crate::id::AccountId;
use crate::place::UnitCode;
use crate::procedure::SectorCode;
use crate::promise::Duty;
use crate::role::Role;
use jiff::civil::{Date, date};

/// A no-wait Friday.
const FRIDAY: Date = date(2024, 2, 2);

fn person(number: u128) -> AccountId {
    AccountId::from_parts(1, number)
}

fn unit(code: &str) -> UnitCode {
    code.parse().unwrap()
}

fn sector(code: &str) -> SectorCode {
    code.parse().unwrap()
}

fn window(text: &str) -> Window {
    let (opens, closes) = text.split_once('-').unwrap();
    Window::new(opens.parse().unwrap(), closes.parse().unwrap()).unwrap()
}

/// `1 receive 07:30-17:00`.
fn shift(text: &str) -> Shift {
    let mut words = text.split(' ');
    let mut next = || words.next().unwrap();
    let (who, post, hours) = (next(), next(), next());
    let (from, to) = hours.split_once('-').unwrap();
    Shift {
        unit: unit("10852"),
        on: FRIDAY,
        person: person(who.parse().unwrap()),
        post: Post::from_name(post).unwrap(),
        from: from.parse().unwrap(),
        to: to.parse().unwrap(),
        stands_for: None,
    }
}

fn shifts(text: &[&str]) -> Vec<Shift> {
    text.iter().map(|line| shift(line)).collect()
}

fn member(number: u128, roles: &[Role]) -> Member {
    Member { person: person(number), roles: roles.to_vec(), deputy: false }
}

/// 1 receives, 2 appraises, 3 decides, 4 gives back, 5 receives and appraises, 6 helps, 7 appraises and decides.
fn members() -> Vec<Member> {
    vec![
        member(1, &[Role::Receiver]),
        member(2, &[Role::Appraiser]),
        member(3, &[Role::Leader]),
        member(4, &[Role::ReturnOfficer]),
        member(5, &[Role::Receiver, Role::Appraiser]),
        member(6, &[Role::Volunteer]),
        member(7, &[Role::Appraiser, Role::Leader]),
    ]
}

/// A whole day of the four.
const FOUR: [&str; 4] =
    ["1 receive 07:30-17:00", "2 appraise 07:30-17:00", "3 approve 07:30-17:00", "4 return 07:30-17:00"];

const ALL_DAY: [Duty; 4] = Duty::ALL;
