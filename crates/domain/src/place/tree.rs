//! The dated tree of units.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{LevelCode, Unit, UnitCode};

/// What makes a set of units no tree.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum TreeProblem {
    /// One code means two units on the same day.
    #[error("unit {code} is described twice for {on}")]
    Doubled {
        /// The code.
        code: UnitCode,
        /// A day with both meanings.
        on: Date,
    },
    /// A unit has two parents on the same day.
    #[error("unit {code} has two parents on {on}")]
    TwoParents {
        /// The unit below.
        code: UnitCode,
        /// A day with both parents.
        on: Date,
    },
    /// The parent does not exist on the first day of the edge.
    #[error("unit {code} has the parent {parent}, which does not exist on {on}")]
    NoParent {
        /// The unit below.
        code: UnitCode,
        /// The parent that is missing.
        parent: UnitCode,
        /// First day of the edge.
        on: Date,
    },
    /// A unit lies above itself.
    #[error("unit {code} lies above itself on {on}")]
    Cycle {
        /// A unit of the ring.
        code: UnitCode,
        /// A day with the ring.
        on: Date,
    },
}

impl TreeProblem {
    /// The unit at whose entry the problem is to be mended.
    pub const fn unit(&self) -> &UnitCode {
        match self {
            Self::Doubled { code, .. }
            | Self::TwoParents { code, .. }
            | Self::NoParent { code, .. }
            | Self::Cycle { code, .. } => code,
        }
    }
}

/// Units with dated edges; on every day each unit has at most one parent and nobody is above themselves.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnitTree {
    by_code: BTreeMap<UnitCode, Vec<Unit>>,
}

impl UnitTree {
    /// Builds the tree.
    ///
    /// # Errors
    /// Every problem at once, sorted.
    pub fn build(units: Vec<Unit>) -> Result<Self, Vec<TreeProblem>> {
        let mut by_code: BTreeMap<UnitCode, Vec<Unit>> = BTreeMap::new();
        for unit in units {
            by_code.entry(unit.code.clone()).or_default().push(unit);
        }
        for meanings in by_code.values_mut() {
            meanings.sort_by_key(|unit| unit.validity.from);
        }
        let tree = Self { by_code };
        let problems = tree.problems();
        if problems.is_empty() { Ok(tree) } else { Err(problems.into_iter().collect()) }
    }

    /// The unit that a code means on a day.
    pub fn unit(&self, code: &UnitCode, on: Date) -> Option<&Unit> {
        self.by_code.get(code)?.iter().find(|unit| unit.validity.contains(on))
    }

    /// All units of all days, by code and first day.
    pub fn all(&self) -> impl Iterator<Item = &Unit> {
        self.by_code.values().flatten()
    }

    /// Units that exist on a day, by code.
    pub fn on(&self, on: Date) -> impl Iterator<Item = &Unit> {
        self.all().filter(move |unit| unit.validity.contains(on))
    }

    /// Units of a level on a day, by code.
    pub fn of_level<'a>(&'a self, level: &'a LevelCode, on: Date) -> impl Iterator<Item = &'a Unit> {
        self.on(on).filter(move |unit| unit.level == *level)
    }

    /// The unit directly above on a day.
    pub fn parent_on(&self, code: &UnitCode, on: Date) -> Option<&Unit> {
        let unit = self.unit(code, on)?;
        let edge = unit.parents.iter().find(|edge| edge.validity.contains(on))?;
        self.unit(&edge.parent, on)
    }

    /// Units directly below on a day, by code.
    pub fn children_on(&self, code: &UnitCode, on: Date) -> Vec<&Unit> {
        let below = |unit: &&Unit| self.parent_on(&unit.code, on).is_some_and(|parent| parent.code == *code);
        self.on(on).filter(below).collect()
    }

    /// Whether `above` lies somewhere above `below` on a day; no unit lies above itself.
    pub fn is_above(&self, above: &UnitCode, below: &UnitCode, on: Date) -> bool {
        self.chain_above(below, on).any(|unit| unit.code == *above)
    }

    /// The units above on a day, nearest first.
    pub fn chain_above<'a>(&'a self, code: &UnitCode, on: Date) -> impl Iterator<Item = &'a Unit> {
        let first = self.parent_on(code, on);
        // The bound keeps the walk finite even on the unfinished trees that `problems` looks at.
        std::iter::successors(first, move |unit| self.parent_on(&unit.code, on)).take(self.by_code.len())
    }

    fn problems(&self) -> BTreeSet<TreeProblem> {
        let mut problems = BTreeSet::new();
        for (code, meanings) in &self.by_code {
            for (index, unit) in meanings.iter().enumerate() {
                if meanings[..index].iter().any(|earlier| earlier.validity.overlaps(&unit.validity)) {
                    problems.insert(TreeProblem::Doubled { code: code.clone(), on: unit.validity.from });
                }
                self.edge_problems(unit, &mut problems);
            }
        }
        problems
    }

    fn edge_problems(&self, unit: &Unit, problems: &mut BTreeSet<TreeProblem>) {
        for (index, edge) in unit.parents.iter().enumerate() {
            let code = unit.code.clone();
            let on = edge.validity.from.max(unit.validity.from);
            if let Some(other) = unit.parents[..index].iter().find(|o| o.validity.overlaps(&edge.validity)) {
                let on = on.max(other.validity.from);
                problems.insert(TreeProblem::TwoParents { code: code.clone(), on });
            }
            if self.unit(&edge.parent, on).is_none() {
                problems.insert(TreeProblem::NoParent { code, parent: edge.parent.clone(), on });
            } else if self.is_above(&unit.code, &unit.code, on) {
                // A ring closes on the first day of its youngest edge, and that edge is looked at too.
                problems.insert(TreeProblem::Cycle { code, on });
            }
        }
    }
}
