//! Names that come with the data: components of a procedure, programmes.

use domain::procedure::{Bilingual, ComponentId, ProcedureVersion};
use domain::programme::{Programme, ProgrammeId};

use crate::Lang;

/// Looks up the names a sentence mentions. What is not known is counted or left out, never shown as a key.
pub trait Names {
    /// The component's name as people read it.
    fn component(&self, _id: &ComponentId, _lang: Lang) -> Option<String> {
        None
    }

    /// The programme's name as people read it.
    fn programme(&self, _id: &ProgrammeId, _lang: Lang) -> Option<String> {
        None
    }
}

/// Knows no name.
#[derive(Debug, Clone, Copy)]
pub struct Unnamed;

impl Names for Unnamed {}

/// The names of one version of a procedure and of the unit's programme.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// Whose components are named.
    pub version: &'a ProcedureVersion,
    /// The programme of the unit, if it has one.
    pub programme: Option<&'a Programme>,
}

impl Names for Named<'_> {
    fn component(&self, id: &ComponentId, lang: Lang) -> Option<String> {
        let spec = self.version.components.iter().find(|spec| spec.id == *id)?;
        Some(bilingual(&spec.name, lang))
    }

    fn programme(&self, id: &ProgrammeId, lang: Lang) -> Option<String> {
        let programme = self.programme.filter(|programme| programme.id == *id)?;
        Some(bilingual(&programme.name, lang))
    }
}

/// The names of some components, joined by commas; nothing unless every one is known.
pub(super) fn all(names: &dyn Names, ids: &[ComponentId], lang: Lang) -> Option<Vec<String>> {
    ids.iter().map(|id| names.component(id, lang).filter(|name| !name.is_empty())).collect()
}

/// The text in a language; where English is missing, the Vietnamese one.
fn bilingual(text: &Bilingual, lang: Lang) -> String {
    match lang {
        Lang::En if !text.en.is_empty() => text.en.clone(),
        Lang::Vi | Lang::En => text.vi.clone(),
    }
}
