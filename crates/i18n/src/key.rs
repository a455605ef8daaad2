//! The generated list of messages.

use crate::Lang;

include!(concat!(env!("OUT_DIR"), "/keys.rs"));

impl Key {
    /// The id of the message in the `.ftl` files.
    pub fn id(self) -> &'static str {
        IDS.get(self as usize).copied().unwrap_or_default()
    }

    /// The key of an id, for names that come from data.
    pub fn from_id(id: &str) -> Option<Self> {
        let index = IDS.binary_search(&id).ok()?;
        Self::ALL.get(index).copied()
    }

    /// The whole text if nothing is filled in.
    pub(crate) fn plain(self, lang: Lang) -> Option<&'static str> {
        let table = match lang {
            Lang::Vi => VI_PLAIN,
            Lang::En => EN_PLAIN,
        };
        table.get(self as usize).copied().flatten()
    }
}

/// The `.ftl` files of a language.
pub(crate) fn sources(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Vi => VI_SOURCES,
        Lang::En => EN_SOURCES,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_keys_are_one_list() {
        assert_eq!(Key::ALL.len(), IDS.len());
        for key in Key::ALL {
            assert_eq!(Key::from_id(key.id()), Some(*key));
        }
        assert_eq!(Key::from_id("no-such-message"), None);
    }
}
