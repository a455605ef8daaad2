//! The life of a booking, one cell for each state and act.

/// Where a booking stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BookingState {
    /// On the waiting list.
    Waiting,
    /// A freed place is held for them, for some minutes.
    Offered,
    /// Has a place.
    Booked,
    /// Came.
    Arrived,
    /// Did not come.
    Missed,
    /// Cancelled by the person, or for them.
    Cancelled,
    /// Closed by the office: the hour or the day fell away.
    Closed,
    /// Left the waiting list after offers nobody answered.
    Lapsed,
}

impl BookingState {
    /// All states.
    pub const ALL: [Self; 8] = [
        Self::Waiting,
        Self::Offered,
        Self::Booked,
        Self::Arrived,
        Self::Missed,
        Self::Cancelled,
        Self::Closed,
        Self::Lapsed,
    ];

    /// The name in the database and the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Offered => "offered",
            Self::Booked => "booked",
            Self::Arrived => "arrived",
            Self::Missed => "missed",
            Self::Cancelled => "cancelled",
            Self::Closed => "closed",
            Self::Lapsed => "lapsed",
        }
    }

    /// Reads [`BookingState::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Whether the person still has, or waits for, a place.
    pub const fn is_open(self) -> bool {
        match self {
            Self::Waiting | Self::Offered | Self::Booked => true,
            Self::Arrived | Self::Missed | Self::Cancelled | Self::Closed | Self::Lapsed => false,
        }
    }
}

/// What can happen to a booking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BookingAct {
    /// A freed place is held for who waits.
    Offer,
    /// They take it.
    Accept,
    /// They did not answer in time and wait on.
    PassOver,
    /// They did not answer too often.
    Lapse,
    /// Another hour.
    Move,
    /// Given up.
    Cancel,
    /// The person is here.
    Arrive,
    /// The person did not come.
    Miss,
    /// The office closes the hour or the day.
    Close,
}

impl BookingAct {
    /// All acts.
    pub const ALL: [Self; 9] = [
        Self::Offer,
        Self::Accept,
        Self::PassOver,
        Self::Lapse,
        Self::Move,
        Self::Cancel,
        Self::Arrive,
        Self::Miss,
        Self::Close,
    ];

    /// The name in the log.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Offer => "offer",
            Self::Accept => "accept",
            Self::PassOver => "pass_over",
            Self::Lapse => "lapse",
            Self::Move => "move",
            Self::Cancel => "cancel",
            Self::Arrive => "arrive",
            Self::Miss => "miss",
            Self::Close => "close",
        }
    }
}

/// The act does not fit the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("a booking that is {} cannot {}", state.name(), act.name())]
pub struct NotNow {
    /// Where the booking stands.
    pub state: BookingState,
    /// What was tried.
    pub act: BookingAct,
}

/// The state after an act.
///
/// # Errors
/// [`NotNow`].
pub const fn next(state: BookingState, act: BookingAct) -> Result<BookingState, NotNow> {
    use BookingState as S;
    let after = match act {
        BookingAct::Offer => match state {
            S::Waiting => Some(S::Offered),
            S::Offered | S::Booked | S::Arrived | S::Missed | S::Cancelled | S::Closed | S::Lapsed => None,
        },
        BookingAct::Accept => match state {
            S::Offered => Some(S::Booked),
            S::Waiting | S::Booked | S::Arrived | S::Missed | S::Cancelled | S::Closed | S::Lapsed => None,
        },
        BookingAct::PassOver => match state {
            S::Offered => Some(S::Waiting),
            S::Waiting | S::Booked | S::Arrived | S::Missed | S::Cancelled | S::Closed | S::Lapsed => None,
        },
        BookingAct::Lapse => match state {
            S::Offered | S::Waiting => Some(S::Lapsed),
            S::Booked | S::Arrived | S::Missed | S::Cancelled | S::Closed | S::Lapsed => None,
        },
        BookingAct::Move => match state {
            S::Booked => Some(S::Booked),
            S::Waiting | S::Offered | S::Arrived | S::Missed | S::Cancelled | S::Closed | S::Lapsed => None,
        },
        BookingAct::Cancel => {
            if state.is_open() {
                Some(S::Cancelled)
            } else {
                None
            }
        }
        BookingAct::Close => {
            if state.is_open() {
                Some(S::Closed)
            } else {
                None
            }
        }
        // Who was given up and comes after all is welcome: they count from when they came.
        BookingAct::Arrive => match state {
            S::Booked | S::Missed => Some(S::Arrived),
            S::Waiting | S::Offered | S::Arrived | S::Cancelled | S::Closed | S::Lapsed => None,
        },
        BookingAct::Miss => match state {
            S::Booked => Some(S::Missed),
            S::Waiting | S::Offered | S::Arrived | S::Missed | S::Cancelled | S::Closed | S::Lapsed => None,
        },
    };
    match after {
        Some(state) => Ok(state),
        None => Err(NotNow { state, act }),
    }
}
