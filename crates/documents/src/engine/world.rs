//! All a template can see: the embedded templates, the embedded fonts, its own values. No files, no network,
//! no clock, no packages.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::{fonts, templates};
use crate::DocumentError;

static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(fonts::all())));

/// The world of one drawing.
pub(super) struct PaperWorld {
    library: LazyHash<Library>,
    main: FileId,
}

impl PaperWorld {
    /// Prepares `template` with `inputs` reachable as `sys.inputs`.
    pub(super) fn new(template: &str, inputs: Dict) -> Result<Self, DocumentError> {
        let main = templates::by_name(template).ok_or(DocumentError::Resource("template is not embedded"))?;
        let library = Library::builder().with_inputs(inputs).build();
        Ok(Self { library: LazyHash::new(library), main: main.id() })
    }
}

impl World for PaperWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        templates::by_id(id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, _id: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::all().get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
