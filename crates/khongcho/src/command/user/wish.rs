//! A role at a unit as it is typed: `receiver@10852`.

use std::str::FromStr;

use domain::place::UnitCode;
use domain::role::{Grant, Role};
use domain::validity::Validity;
use jiff::civil::Date;

/// A role at a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// The role.
    pub role: Role,
    /// The unit.
    pub unit: UnitCode,
}

impl Post {
    /// Held from a day on.
    pub fn since(self, from: Date) -> Grant {
        Grant { role: self.role, unit: self.unit, validity: Validity::since(from) }
    }
}

impl FromStr for Post {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let roles = || Role::ALL.map(Role::name).join(", ");
        let (role, unit) = text.split_once('@').ok_or_else(|| "as receiver@10852".to_owned())?;
        let role = Role::from_name(role).ok_or_else(|| format!("`{role}` is no role: {}", roles()))?;
        Ok(Self { role, unit: unit.parse().map_err(|error: domain::place::CodeError| error.to_string())? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_are_read() {
        let post: Post = "leader@10852".parse().unwrap();
        assert_eq!((post.role, post.unit.as_str()), (Role::Leader, "10852"));
        for (text, named) in
            [("leader", "@"), ("boss@10852", "return_officer"), ("leader@x", "administrative")]
        {
            assert!(text.parse::<Post>().unwrap_err().contains(named), "{text}");
        }
    }
}
