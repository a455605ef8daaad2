//! Samples: every page can show itself, so one test renders all of them in every language.

use askama::Template;
use i18n::Lang;

/// A page that has samples of its states.
pub trait Sampled: Template + Sized {
    /// One sample for each state of the page, with a name for its address in the gallery.
    fn samples(lang: Lang) -> Vec<(&'static str, Self)>;
}

/// A sample that has been rendered.
#[derive(Debug)]
pub struct Rendered {
    /// Name in the gallery: `home`, `status-ready`.
    pub name: &'static str,
    /// The page, or why it did not render.
    pub html: Result<String, askama::Error>,
}

impl Rendered {
    /// Renders every sample of a page.
    pub fn all<P: Sampled>(lang: Lang) -> Vec<Self> {
        P::samples(lang).into_iter().map(|(name, page)| Self { name, html: page.render() }).collect()
    }
}
