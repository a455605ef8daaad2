//! One reading of a pack: problems found so far, and which keys were declared and used.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use crate::diagnostic::{Diagnostic, Position};
use crate::problem::{FormProblem, Problem, Thing};

/// A key within its scope; scopes keep the cases of one version apart from those of another.
type Name = (Thing, String, String);

/// Shared by all files of a pack while it is read.
#[derive(Debug, Default)]
pub(super) struct Session {
    diagnostics: RefCell<Vec<Diagnostic>>,
    declared: RefCell<BTreeMap<Name, Position>>,
    used: RefCell<Vec<(Name, Position)>>,
}

impl Session {
    /// Notes a problem.
    pub(super) fn report(&self, at: Position, problem: impl Into<Problem>) {
        self.diagnostics.borrow_mut().push(Diagnostic { at, problem: problem.into() });
    }

    /// Declares a key; a second declaration is a problem.
    pub(super) fn declare(&self, thing: Thing, scope: &str, id: &str, at: Position) {
        let name = (thing, scope.to_owned(), id.to_owned());
        if self.declared.borrow().contains_key(&name) {
            self.report(at, FormProblem::Doubled(thing, id.to_owned()));
        } else {
            self.declared.borrow_mut().insert(name, at);
        }
    }

    /// Whether a key was declared so far.
    pub(super) fn is_declared(&self, thing: Thing, scope: &str, id: &str) -> bool {
        self.declared.borrow().contains_key(&(thing, scope.to_owned(), id.to_owned()))
    }

    /// Makes a key known that may be declared several times, such as a code with several meanings by date.
    pub(super) fn know(&self, thing: Thing, id: &str, at: Position) {
        self.declared.borrow_mut().entry((thing, String::new(), id.to_owned())).or_insert(at);
    }

    /// Notes that a key is relied on; whether it was declared is looked at when all files are read.
    pub(super) fn rely(&self, thing: Thing, scope: &str, id: &str, at: Position) {
        self.used.borrow_mut().push(((thing, scope.to_owned(), id.to_owned()), at));
    }

    /// All problems, by place.
    pub(super) fn finish(self) -> Vec<Diagnostic> {
        let declared = self.declared.into_inner();
        let mut diagnostics = self.diagnostics.into_inner();
        for (name, at) in self.used.into_inner() {
            if !declared.contains_key(&name) {
                let (thing, _, id) = name;
                diagnostics.push(Diagnostic { at, problem: FormProblem::Dangling(thing, id).into() });
            }
        }
        diagnostics.sort_by(|a, b| a.at.cmp(&b.at));
        diagnostics
    }
}

/// A file being read.
#[derive(Debug, Clone, Copy)]
pub(super) struct File<'s> {
    pub(super) session: &'s Session,
    pub(super) path: &'s str,
    pub(super) text: &'s str,
}

impl File<'_> {
    /// Where a span begins.
    pub(super) fn position(&self, span: Range<usize>) -> Position {
        Position::at(self.path, self.text, span.start)
    }

    /// Where a value begins.
    pub(super) fn at(&self, value: &Spanned<DeValue<'_>>) -> Position {
        self.position(value.span())
    }

    /// Notes a problem at a value.
    pub(super) fn report(&self, value: &Spanned<DeValue<'_>>, problem: impl Into<Problem>) {
        self.session.report(self.at(value), problem);
    }
}
