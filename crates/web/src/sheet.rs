//! A page as data: headings, tables and forms, one below the other. Administration and the roster are made of it.

use crate::layout::{Link, Page};
use crate::widget::{Choice, DateField, ErrorSummary, Field, Notice, Submit, Tag};
use askama::Template;
use i18n::Key as K;

/// The page.
#[derive(Template)]
#[template(path = "sheet.html")]
pub(crate) struct Sheet {
    pub page: Page,
    /// The secret that every form of this session carries.
    pub csrf: String,
    pub notice: Option<Notice>,
    pub summary: Option<ErrorSummary>,
    pub lead: Option<String>,
    pub blocks: Vec<Block>,
    /// What the sections below the heading belong to, for readers aloud.
    sections_name: String,
    /// Sections, for the line below the heading; the first is the way in.
    sections: Vec<Link>,
}

impl Sheet {
    /// An empty page among its sections.
    pub(crate) fn new(page: Page, csrf: String, sections_name: String, sections: Vec<Link>) -> Self {
        let (notice, summary, lead, blocks) = (None, None, None, Vec::new());
        Self { page, csrf, notice, summary, lead, blocks, sections_name, sections }
    }

    /// Whether a section is the one of this page: its own address or one below it.
    fn is_in(&self, link: &Link) -> bool {
        let without = |href: &str| href.split('?').next().unwrap_or_default().to_owned();
        let (path, href) = (without(&self.page.path), without(&link.href));
        let below = path.strip_prefix(href.as_str()).is_some_and(|rest| rest.starts_with('/'));
        let way_in = self.sections.first().is_some_and(|first| without(&first.href) == href);
        path == href || (below && !way_in)
    }

    /// Adds a part.
    pub(crate) fn add(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Adds a heading.
    pub(crate) fn head(&mut self, key: K) {
        self.blocks.push(Block::Head(self.page.t(key).to_owned()));
    }
}

/// A part of the page.
pub(crate) enum Block {
    /// A heading.
    Head(String),
    /// A paragraph.
    Text(String),
    /// Name and value pairs.
    Facts(Vec<(String, String)>),
    /// Links as buttons.
    Links(Vec<Link>),
    /// Links as a line to choose from; the second says which is chosen.
    Chips(Vec<(Link, bool)>),
    /// Ways into the sections.
    Tiles(Vec<(Link, String)>),
    /// A search: address, label, typed words.
    Search(&'static str, String, String),
    Table(Table),
    Form(Form),
    /// A secret to be noted now: its name and itself.
    Secret(String, String),
    /// A year, month by month.
    Year(Vec<Month>),
    /// Something to know, in its place.
    Notice(Notice),
}

/// A table whose first column names the row.
pub(crate) struct Table {
    pub caption: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
    /// What stands there instead of no rows.
    pub empty: String,
}

impl Table {
    /// The heading of a column.
    fn label(&self, index: &usize) -> Option<&str> {
        self.head.get(*index).map(String::as_str)
    }
}

/// A form of one button: address, hidden values, words on the button.
pub type OneButton = (String, Vec<(&'static str, String)>, String);

/// A cell.
#[derive(Default)]
pub(crate) struct Cell {
    pub text: String,
    pub href: Option<String>,
    /// Steps to the right, for trees.
    pub depth: usize,
    pub tag: Option<Tag>,
    /// Further lines, smaller.
    pub notes: Vec<String>,
    /// A form of one button: address, hidden values, words on the button.
    pub form: Option<OneButton>,
}

impl Cell {
    /// Plain words.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A link.
    pub(crate) fn link(href: impl Into<String>, text: impl Into<String>) -> Self {
        Self { href: Some(href.into()), ..Self::text(text) }
    }

    /// A state.
    pub(crate) fn tag(tag: Tag) -> Self {
        Self { tag: Some(tag), ..Self::default() }
    }

    /// Adds a smaller line.
    pub(crate) fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// A button that sends hidden values.
    pub(crate) fn button(
        action: String,
        hidden: Vec<(&'static str, String)>,
        words: impl Into<String>,
    ) -> Self {
        Self { form: Some((action, hidden, words.into())), ..Self::default() }
    }
}

/// A form.
pub(crate) struct Form {
    pub action: String,
    pub hidden: Vec<(&'static str, String)>,
    pub parts: Vec<Part>,
    pub submits: Vec<Submit>,
    /// Whether files can be sent with it.
    pub files: bool,
    /// Whether the text it holds needs the whole width.
    pub broad: bool,
}

impl Form {
    /// A form with one button.
    pub(crate) fn new(action: impl Into<String>, parts: Vec<Part>, words: &str) -> Self {
        Self {
            action: action.into(),
            hidden: Vec::new(),
            parts,
            submits: vec![Submit::new(words)],
            files: false,
            broad: false,
        }
    }
}

/// A question.
pub(crate) enum Part {
    Field(Box<Field>),
    Choice(Choice),
    Date(DateField),
}

impl From<Field> for Part {
    fn from(field: Field) -> Self {
        Self::Field(Box::new(field))
    }
}

/// A month of a year: its name and 31 marks.
pub(crate) struct Month {
    pub name: String,
    pub days: Vec<Day>,
}

/// A day of a month as a mark, and what readers aloud hear.
pub(crate) struct Day {
    /// Class of the style sheet.
    pub class: &'static str,
    pub mark: &'static str,
    pub words: String,
}
