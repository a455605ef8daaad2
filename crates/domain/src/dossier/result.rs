//! The result of a dossier: the paper that goes home.

use std::collections::BTreeMap;
use std::fmt;

/// The number of a result: gapless per unit, register and year.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ResultNumber {
    /// The register (sổ) it is entered in: `TLHT`, `SCT/BS`.
    pub register: String,
    /// The civil year.
    pub year: i16,
    /// The serial in that register and year, from 1.
    pub serial: u64,
}

impl fmt::Display for ResultNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}/{}/{}", self.serial, self.year, self.register.to_uppercase())
    }
}

/// Whether a result stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It is in force.
    Valid,
    /// It was taken back.
    Revoked {
        /// Why.
        reason: String,
    },
}

/// A result as approved. Its paper is drawn from exactly this and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedResult {
    /// Its number.
    pub number: ResultNumber,
    /// SHA-256 over the canonical content the leader approved, in hexadecimal.
    pub content_sha256: String,
    /// Which template draws it.
    pub template: String,
    /// The data decided on, by field.
    pub data: BTreeMap<String, String>,
    /// Name and title of the signer as printed.
    pub signer: String,
    /// Whether it stands.
    pub standing: Standing,
}
