//! What somebody is rostered for.

use crate::promise::{Duty, DutySet};
use crate::role::{Grant, Role};
use jiff::civil::Date;

use crate::place::UnitCode;

/// A place on the roster: one of the four duties, an extra pair of hands, or a volunteer.
///
/// # Legal source
/// Plan of the Thanh Hà district committee for the no-wait Friday: leaders and officers of the four duties, extra
/// professional officers, youth-union volunteers (reported by the press of Hải Dương).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Post {
    /// One of the four duties.
    Duty(Duty),
    /// Công chức chuyên môn tăng cường: helps where it is full.
    Extra,
    /// Đoàn viên thanh niên tình nguyện: helps people, decides nothing.
    Volunteer,
}

impl Post {
    /// All of them, in the order of the roster.
    pub const ALL: [Self; 6] = [
        Self::Duty(Duty::Receive),
        Self::Duty(Duty::Appraise),
        Self::Duty(Duty::Approve),
        Self::Duty(Duty::Return),
        Self::Extra,
        Self::Volunteer,
    ];

    /// The name in files, forms and the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Duty(duty) => duty.name(),
            Self::Extra => "extra",
            Self::Volunteer => "volunteer",
        }
    }

    /// Reads [`Post::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|post| post.name() == name)
    }

    /// The duty, when it is one.
    pub const fn duty(self) -> Option<Duty> {
        match self {
            Self::Duty(duty) => Some(duty),
            Self::Extra | Self::Volunteer => None,
        }
    }

    /// Whether somebody with these roles may hold it.
    pub fn fits(self, roles: &[Role]) -> bool {
        match self {
            Self::Duty(duty) => roles.iter().any(|role| duty_of(*role) == Some(duty)),
            Self::Extra => roles.iter().any(|role| duty_of(*role).is_some() || *role == Role::Cashier),
            Self::Volunteer => roles.contains(&Role::Volunteer),
        }
    }
}

/// The duty that a role lets somebody do.
pub const fn duty_of(role: Role) -> Option<Duty> {
    match role {
        Role::Receiver => Some(Duty::Receive),
        Role::Appraiser => Some(Duty::Appraise),
        Role::Leader => Some(Duty::Approve),
        Role::ReturnOfficer => Some(Duty::Return),
        Role::Cashier | Role::Volunteer | Role::Manager | Role::Administrator | Role::Program => None,
    }
}

/// The duties somebody may do at a unit on a day by their roles.
pub fn duties_of(grants: &[Grant], unit: &UnitCode, on: Date) -> DutySet {
    let here = grants.iter().filter(|grant| grant.unit == *unit && grant.is_in_force(on));
    here.filter_map(|grant| duty_of(grant.role)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for post in Post::ALL {
            assert_eq!(Post::from_name(post.name()), Some(post));
        }
        assert_eq!(Post::from_name("chief"), None);
    }

    #[test]
    fn nobody_holds_a_post_without_the_role() {
        assert!(Post::Duty(Duty::Approve).fits(&[Role::Leader]));
        assert!(!Post::Duty(Duty::Approve).fits(&[Role::Appraiser, Role::Volunteer]));
        assert!(Post::Extra.fits(&[Role::Cashier]) && !Post::Extra.fits(&[Role::Volunteer]));
        assert!(!Post::Volunteer.fits(&[Role::Receiver]));
    }
}
