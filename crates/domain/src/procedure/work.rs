//! How long each duty usually works on a dossier, before a unit has learned its own times.

use crate::promise::Duty;

/// Minutes of work by duty (phút xử lý), as a pack says or as we assume.
///
/// Only the work, not the waiting. What a unit learns from its own days replaces this little by little.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WorkMinutes {
    /// Checking, scanning, taking the fee.
    pub receive: u16,
    /// Examining and drafting the result.
    pub appraise: u16,
    /// Reading and signing.
    pub approve: u16,
    /// Handing over.
    pub hand_back: u16,
}

impl WorkMinutes {
    /// What is assumed where a pack says nothing: 10, 15, 3 and 5 minutes (our estimate, no source).
    pub const ASSUMED: Self = Self { receive: 10, appraise: 15, approve: 3, hand_back: 5 };

    /// Longest work a pack may name: a day of eight hours.
    pub const MAX: u16 = 480;

    /// The minutes of a duty.
    pub const fn of(&self, duty: Duty) -> u16 {
        match duty {
            Duty::Receive => self.receive,
            Duty::Appraise => self.appraise,
            Duty::Approve => self.approve,
            Duty::Return => self.hand_back,
        }
    }

    /// Whether each duty has between one minute and [`WorkMinutes::MAX`].
    pub fn is_sound(&self) -> bool {
        Duty::ALL.into_iter().all(|duty| (1..=Self::MAX).contains(&self.of(duty)))
    }
}

impl Default for WorkMinutes {
    fn default() -> Self {
        Self::ASSUMED
    }
}
