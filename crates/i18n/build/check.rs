//! Compares two languages: the same messages, the same variables.

use crate::read::Language;

/// Every difference between the languages, each naming file and message.
pub fn same(vietnamese: &Language, english: &Language) -> Result<(), Vec<String>> {
    let mut problems = Vec::new();
    for (id, text) in &vietnamese.texts {
        match english.texts.get(id) {
            None => problems.push(format!("`{id}` of {} is missing in English", text.file)),
            Some(twin) if twin.variables != text.variables => problems.push(format!(
                "`{id}`: {} fills in {:?}, {} fills in {:?}",
                text.file, text.variables, twin.file, twin.variables
            )),
            Some(_) => {}
        }
    }
    for (id, text) in &english.texts {
        if !vietnamese.texts.contains_key(id) {
            problems.push(format!("`{id}` of {} has no Vietnamese text", text.file));
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}
