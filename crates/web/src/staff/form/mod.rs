//! Reading the forms of staff: every problem at once, each beside its field. Intake and the acts on a dossier share it.

pub mod answers;
pub mod people;

/// Longest free text, in characters.
pub const TEXT_CHARS_MAX: usize = 10_000;

/// Everything wrong with a form, each beside its field.
#[derive(Debug, Default)]
pub struct Problems(pub Vec<(String, String)>);

impl Problems {
    /// Adds one.
    pub fn add(&mut self, field: impl Into<String>, sentence: impl Into<String>) {
        self.0.push((field.into(), sentence.into()));
    }

    /// The sentence for a field.
    pub fn of(&self, field: &str) -> Option<String> {
        self.0.iter().find(|(found, _)| found == field).map(|(_, sentence)| sentence.clone())
    }
}
