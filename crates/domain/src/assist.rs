//! Help by volunteers: how consent is given, when a session ends, why something could not be filed online.

use jiff::{SignedDuration, Timestamp};

/// A session without any press for so long is over.
pub const IDLE: SignedDuration = SignedDuration::from_mins(10);

/// No session is longer, however busy.
pub const LONGEST: SignedDuration = SignedDuration::from_mins(90);

/// Named constants with a name each, for forms and the database.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$about])* $variant,)+ }

        impl $name {
            /// All of them, in the order of the form.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in forms and the database.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// Reads the name back.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}

named! {
    /// How somebody agreed to be helped.
    Consent {
        /// Said so, after the sentence was read out.
        Said = "said",
        /// Signed it.
        Signed = "signed",
        /// Nodded or pressed a finger before a named witness.
        Witness = "witness",
    }
}

named! {
    /// What a session was opened with.
    Opening {
        /// The code of an appointment here today.
        Booking = "booking",
        /// Code and PIN of a receipt.
        Dossier = "dossier",
        /// A code an officer gave for a person who is here.
        Officer = "officer",
    }
}

named! {
    /// Why a session ended.
    EndReason {
        /// Somebody pressed the button.
        Done = "done",
        /// Nobody pressed anything for too long.
        Idle = "idle",
    }
}

named! {
    /// Why something could not be filed online; counted for the figures.
    ///
    /// # Legal source
    /// Practice of centres that accept in person and record the reason; the list is our reading.
    NotOnline {
        /// It was, or nobody asked.
        NotAsked = "not_asked",
        /// No account of the national portal or VNeID.
        NoAccount = "no_account",
        /// No telephone, or none that fits.
        NoDevice = "no_device",
        /// Forgot the password, the number changed.
        LockedOut = "locked_out",
        /// The portal or the network did not work.
        Outage = "outage",
        /// The register knows other data than the papers.
        DataDiffers = "data_differs",
        /// Cannot see, read or write well enough.
        CannotReadScreen = "cannot_read_screen",
        /// Wants to hand it in here.
        Wish = "wish",
    }
}

/// How a session stands at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Can be used.
    Open,
    /// Ended by a press.
    Ended,
    /// Over by time.
    Expired,
}

/// Judges a session. A clock that was set back lengthens none: what was opened or used in the future is over.
pub fn standing(
    opened_at: Timestamp,
    last_seen_at: Timestamp,
    ended_at: Option<Timestamp>,
    now: Timestamp,
) -> Standing {
    let age = now.duration_since(opened_at);
    let idle = now.duration_since(last_seen_at);
    if ended_at.is_some() {
        Standing::Ended
    } else if idle >= IDLE || age >= LONGEST || idle <= -IDLE || age <= -IDLE {
        Standing::Expired
    } else {
        Standing::Open
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_end_by_time() {
        let at = |minutes: i64| Timestamp::from_second(1_706_835_600 + minutes * 60).unwrap();
        for (opened, seen, ended, now, wanted) in [
            (0, 0, None, 0, Standing::Open),
            (0, 5, None, 14, Standing::Open),
            (0, 5, None, 15, Standing::Expired),
            (0, 89, None, 90, Standing::Expired),
            (0, 85, None, 89, Standing::Open),
            (0, 5, Some(6), 7, Standing::Ended),
            (0, 5, Some(6), 60, Standing::Ended),
            // The clock went back by an hour.
            (0, 5, None, -55, Standing::Expired),
            (0, 5, None, -4, Standing::Open),
        ] {
            let found = standing(at(opened), at(seen), ended.map(at), at(now));
            assert_eq!(found, wanted, "{opened} {seen} {ended:?} {now}");
        }
    }

    #[test]
    fn names_read_back() {
        assert!(Consent::ALL.iter().all(|one| Consent::from_name(one.name()) == Some(*one)));
        assert!(Opening::ALL.iter().all(|one| Opening::from_name(one.name()) == Some(*one)));
        assert!(EndReason::ALL.iter().all(|one| EndReason::from_name(one.name()) == Some(*one)));
        assert!(NotOnline::ALL.iter().all(|one| NotOnline::from_name(one.name()) == Some(*one)));
        assert_eq!(NotOnline::from_name("anything"), None);
    }
}
