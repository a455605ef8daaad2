//! A table of a file: values asked for by key, every problem noted, keys nobody asked for found at the end.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::session::File;
use super::value::Value;
use crate::diagnostic::Position;
use crate::problem::{Expected, FormProblem, Problem};

/// A table being read.
pub(super) struct Table<'t> {
    pub(super) file: File<'t>,
    table: &'t DeTable<'t>,
    span: Range<usize>,
    asked: RefCell<BTreeSet<&'static str>>,
}

impl<'t> Table<'t> {
    /// Begins to read a table; call [`Table::finish`] when all keys were asked for.
    pub(super) fn new(file: File<'t>, table: &'t DeTable<'t>, span: Range<usize>) -> Self {
        Self { file, table, span, asked: RefCell::default() }
    }

    /// The value as a table, or a note that it is none.
    pub(super) fn of(file: File<'t>, key: &'static str, value: &'t Spanned<DeValue<'t>>) -> Option<Self> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            file.report(value, FormProblem::WrongType(key, Expected::Table));
        }
        Some(Self::new(file, table?, value.span()))
    }

    /// A value that may be absent.
    pub(super) fn maybe<V: Value>(&self, key: &'static str) -> Option<V> {
        self.get(key).and_then(|value| V::read(self.file, key, value))
    }

    /// A value that must be there.
    pub(super) fn need<V: Value>(&self, key: &'static str) -> Option<V> {
        if self.get(key).is_none() {
            self.report(FormProblem::MissingKey(key));
        }
        self.maybe(key)
    }

    /// The entries of a list of tables; an absent list has none.
    pub(super) fn tables(&self, key: &'static str) -> Vec<Table<'t>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            self.file.report(value, FormProblem::WrongType(key, Expected::List));
            return Vec::new();
        };
        list.iter().filter_map(|entry| Table::of(self.file, key, entry)).collect()
    }

    /// A table that must be there.
    pub(super) fn table(&self, key: &'static str) -> Option<Table<'t>> {
        let Some(value) = self.get(key) else {
            self.report(FormProblem::MissingKey(key));
            return None;
        };
        Table::of(self.file, key, value)
    }

    /// Whether a key is there.
    pub(super) fn has(&self, key: &'static str) -> bool {
        self.get(key).is_some()
    }

    /// Where a key's value is, or the table if the key is absent.
    pub(super) fn at(&self, key: &'static str) -> Position {
        self.get(key).map_or_else(|| self.here(), |value| self.file.at(value))
    }

    /// Where the table is.
    pub(super) fn here(&self) -> Position {
        self.file.position(self.span.clone())
    }

    /// Notes a problem of the table as a whole.
    pub(super) fn report(&self, problem: impl Into<Problem>) {
        self.file.session.report(self.here(), problem);
    }

    /// Notes a problem at a key.
    pub(super) fn report_at(&self, key: &'static str, problem: impl Into<Problem>) {
        self.file.session.report(self.at(key), problem);
    }

    /// Notes every key nobody asked for.
    pub(super) fn finish(self) {
        let asked = self.asked.borrow();
        for (key, _) in self.table.iter().filter(|(key, _)| !asked.contains(&**key.get_ref())) {
            let at = self.file.position(key.span());
            let name = key.get_ref().chars().take(64).collect();
            self.file.session.report(at, FormProblem::UnknownKey(name));
        }
    }

    fn get(&self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.asked.borrow_mut().insert(key);
        self.table.get(key)
    }
}
