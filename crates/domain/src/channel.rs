//! How a dossier was handed in.

/// Channel of submission (hình thức nộp).
///
/// # Legal source
/// Decree 61/2018/NĐ-CP Art 16: in person, by public post, online.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// Trực tiếp: at a counter, also when staff type it in.
    Counter,
    /// Trực tuyến: on the portal, by the citizen, helped or not.
    Online,
    /// Bưu chính công ích.
    Post,
}

impl Channel {
    /// All channels, in the order of the national portal's codes 1, 2, 3.
    pub const ALL: [Self; 3] = [Self::Counter, Self::Online, Self::Post];

    /// The name used in commands, exports and the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Counter => "counter",
            Self::Online => "online",
            Self::Post => "post",
        }
    }

    /// Reads [`Channel::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.name() == name)
    }
}
