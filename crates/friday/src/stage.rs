//! The four duties a file passes, in their order.

use std::ops::{Index, IndexMut};

/// One of the four duties of a no-wait day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Receive at the counter: check, scan, take the fee.
    Receive,
    /// Appraise: examine and draft the result.
    Appraise,
    /// Approve and sign.
    Approve,
    /// Return the result to the citizen.
    Return,
}

impl Stage {
    /// All stages in the order in which a file passes them.
    pub const ALL: [Self; 4] = [Self::Receive, Self::Appraise, Self::Approve, Self::Return];

    /// Position in [`Stage::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The stage at a position of [`Stage::ALL`], none beyond the last.
    pub fn at(index: usize) -> Option<Self> {
        Self::ALL.get(index).copied()
    }

    /// The name used in plan files and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Receive => "receive",
            Self::Appraise => "appraise",
            Self::Approve => "approve",
            Self::Return => "return",
        }
    }
}

/// One value for each stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PerStage<T>(pub [T; 4]);

impl<T> PerStage<T> {
    /// The same value computed for each stage.
    pub fn from_fn(mut value: impl FnMut(Stage) -> T) -> Self {
        Self(Stage::ALL.map(&mut value))
    }

    /// Each value, changed.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> PerStage<U> {
        PerStage(self.0.map(change))
    }

    /// Stages with their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Stage, &T)> {
        Stage::ALL.into_iter().zip(&self.0)
    }
}

impl<T> Index<Stage> for PerStage<T> {
    type Output = T;

    fn index(&self, stage: Stage) -> &T {
        &self.0[stage.index()]
    }
}

impl<T> IndexMut<Stage> for PerStage<T> {
    fn index_mut(&mut self, stage: Stage) -> &mut T {
        &mut self.0[stage.index()]
    }
}
