//! Legal sources: what a rule rests on and how sure we are of it.

/// How a fact of a pack came to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// Seen in a named source.
    Verified,
    /// From memory, not checked; shown as such wherever staff read it.
    Memory,
    /// Our reconstruction of something known only in outline.
    Reconstruction,
}

impl Certainty {
    /// The name used in packs and the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Memory => "memory",
            Self::Reconstruction => "reconstruction",
        }
    }
}

/// An instrument and article, as printed: `Luật Hộ tịch 60/2014/QH13, Điều 63`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LegalSource {
    /// The citation as people read it.
    pub citation: String,
    /// How sure we are.
    pub certainty: Certainty,
}
