//! Reading an object field by field: everything wrong is said at once, and whatever nobody asked for is refused.

use super::code::Code;
use super::problem::{FieldError, Problem};
use domain::text::{clean_line, clean_text, has_control};
use i18n::{Arg, Key as K, Lang, text, text_with};
use jiff::Timestamp;
use serde_json::{Map, Value};

/// Longest text on one line, in characters.
pub const LINE_CHARS_MAX: usize = 300;

/// Longest text of several lines, in characters.
pub const TEXT_CHARS_MAX: usize = 2_000;

/// Longest list.
pub const ITEMS_MAX: usize = 200;

/// Everything wrong so far.
pub struct Faults {
    /// The language of the sentences.
    pub lang: Lang,
    found: Vec<FieldError>,
}

impl Faults {
    /// Nothing wrong yet.
    pub const fn new(lang: Lang) -> Self {
        Self { lang, found: Vec::new() }
    }

    /// Adds a sentence.
    pub fn say(&mut self, field: impl Into<String>, code: &'static str, detail: impl Into<String>) {
        self.found.push(FieldError { field: field.into(), code, detail: detail.into() });
    }

    /// Adds a fixed sentence.
    pub fn add(&mut self, field: impl Into<String>, code: &'static str, key: K) {
        let detail = text(self.lang, key);
        self.say(field, code, detail);
    }

    fn expected(&mut self, field: String, what: &str) {
        let detail = text_with(self.lang, K::ApiFieldWrongType, &[("expected", Arg::Text(what))]);
        self.say(field, "wrong_type", detail);
    }

    /// The value, or everything wrong.
    ///
    /// # Errors
    /// 422 with all fields.
    pub fn settle<T>(self, value: Option<T>) -> Result<T, Problem> {
        match value {
            Some(value) if self.found.is_empty() => Ok(value),
            Some(_) | None => Err(Problem::fields(Code::Invalid, self.found)),
        }
    }
}

/// An object being read.
pub struct Object {
    path: String,
    map: Map<String, Value>,
}

impl Object {
    /// The body itself.
    pub const fn body(map: Map<String, Value>) -> Self {
        Self { path: String::new(), map }
    }

    /// Where a field stands.
    pub fn at(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    /// Takes a value; null counts as absent.
    pub fn take(&mut self, name: &str) -> Option<Value> {
        self.map.remove(name).filter(|value| !value.is_null())
    }

    /// Takes a value, and tells null from absent.
    pub fn take_nullable(&mut self, name: &str) -> Option<Value> {
        self.map.remove(name)
    }

    /// Ends reading: what is left was not asked for.
    pub fn finish(self, faults: &mut Faults) {
        for name in self.map.keys() {
            // The name is repeated for whoever looks for it, cut where it is absurd.
            faults.add(
                self.at(&name.chars().take(64).collect::<String>()),
                "unknown_field",
                K::ApiFieldUnknown,
            );
        }
    }

    /// Notes that a field must be there.
    pub fn required<T>(&self, name: &str, value: Option<T>, faults: &mut Faults) -> Option<T> {
        if value.is_none() && !faults.found.iter().any(|error| error.field == self.at(name)) {
            faults.add(self.at(name), "required", K::ApiFieldRequired);
        }
        value
    }

    fn string(&mut self, name: &str, limit: usize, faults: &mut Faults) -> Option<String> {
        match self.take(name)? {
            Value::String(typed) if has_control(&typed) => {
                faults.add(self.at(name), "bad_characters", K::ApiFieldCharacters);
                None
            }
            Value::String(typed) if typed.chars().count() > limit => {
                let limit = i64::try_from(limit).unwrap_or(i64::MAX);
                let detail = text_with(faults.lang, K::ApiFieldTooLong, &[("limit", Arg::Number(limit))]);
                faults.say(self.at(name), "too_long", detail);
                None
            }
            Value::String(typed) => Some(typed),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
                faults.expected(self.at(name), "string");
                None
            }
        }
    }

    /// One line of text; empty counts as absent.
    pub fn line(&mut self, name: &str, faults: &mut Faults) -> Option<String> {
        self.string(name, LINE_CHARS_MAX, faults)
            .map(|typed| clean_line(&typed))
            .filter(|typed| !typed.is_empty())
    }

    /// Several lines of text; empty counts as absent.
    pub fn text(&mut self, name: &str, faults: &mut Faults) -> Option<String> {
        self.string(name, TEXT_CHARS_MAX, faults)
            .map(|typed| clean_text(&typed))
            .filter(|typed| !typed.is_empty())
    }

    /// A text that must be there.
    pub fn required_text(&mut self, name: &str, faults: &mut Faults) -> Option<String> {
        let value = self.text(name, faults);
        self.required(name, value, faults)
    }

    /// A line that must be there.
    pub fn required_line(&mut self, name: &str, faults: &mut Faults) -> Option<String> {
        let value = self.line(name, faults);
        self.required(name, value, faults)
    }

    /// Yes or no; no where absent.
    pub fn flag(&mut self, name: &str, faults: &mut Faults) -> Option<bool> {
        match self.take(name) {
            None => None,
            Some(Value::Bool(value)) => Some(value),
            Some(_) => {
                faults.expected(self.at(name), "boolean");
                None
            }
        }
    }

    /// A whole number within bounds.
    pub fn number(&mut self, name: &str, bounds: (u64, u64), faults: &mut Faults) -> Option<u64> {
        let value = self.take(name)?;
        let read = value.as_u64().filter(|number| (bounds.0..=bounds.1).contains(number));
        if read.is_none() {
            let limit = |bound: u64| i64::try_from(bound).unwrap_or(i64::MAX);
            let args = [("from", Arg::Number(limit(bounds.0))), ("to", Arg::Number(limit(bounds.1)))];
            let detail = text_with(faults.lang, K::ApiFieldOutOfRange, &args);
            faults.say(self.at(name), "out_of_range", detail);
        }
        read
    }

    /// A small whole number.
    pub fn small(&mut self, name: &str, bounds: (u16, u16), faults: &mut Faults) -> Option<u16> {
        let bounds = (u64::from(bounds.0), u64::from(bounds.1));
        self.number(name, bounds, faults).and_then(|number| u16::try_from(number).ok())
    }

    /// One of a few names.
    pub fn one_of<T: Copy>(
        &mut self,
        name: &str,
        all: &[T],
        named: fn(T) -> &'static str,
        faults: &mut Faults,
    ) -> Option<T> {
        let typed = self.line(name, faults)?;
        let found = all.iter().copied().find(|value| named(*value) == typed);
        if found.is_none() {
            let values: Vec<&str> = all.iter().map(|value| named(*value)).collect();
            let values = values.join(", ");
            let detail = text_with(faults.lang, K::ApiFieldNotOneOf, &[("values", Arg::Text(&values))]);
            faults.say(self.at(name), "not_one_of", detail);
        }
        found
    }

    /// An instant with its offset.
    pub fn instant(&mut self, name: &str, faults: &mut Faults) -> Option<Timestamp> {
        let typed = self.line(name, faults)?;
        let read = typed.parse().ok();
        if read.is_none() {
            faults.add(self.at(name), "bad_time", K::ApiFieldTime);
        }
        read
    }

    /// A code or key that parses.
    pub fn parsed<T: std::str::FromStr>(&mut self, name: &str, faults: &mut Faults) -> Option<T> {
        let typed = self.line(name, faults)?;
        let read = typed.parse().ok();
        if read.is_none() {
            faults.add(self.at(name), "not_here", K::ApiFieldNotHere);
        }
        read
    }

    /// An object inside.
    pub fn object(&mut self, name: &str, faults: &mut Faults) -> Option<Self> {
        let value = self.take(name)?;
        self.inside(name, value, faults)
    }

    /// An object made of a value that was taken.
    pub fn inside(&self, name: &str, value: Value, faults: &mut Faults) -> Option<Self> {
        if let Value::Object(map) = value {
            return Some(Self { path: self.at(name), map });
        }
        faults.expected(self.at(name), "object");
        None
    }

    fn values(&mut self, name: &str, faults: &mut Faults) -> Option<Vec<Value>> {
        match self.take(name)? {
            Value::Array(values) if values.len() <= ITEMS_MAX => Some(values),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_)
            | Value::Object(_) => {
                faults.expected(self.at(name), "array");
                None
            }
        }
    }

    /// Objects in a list.
    pub fn objects(&mut self, name: &str, faults: &mut Faults) -> Option<Vec<Self>> {
        let values = self.values(name, faults)?;
        let mut objects = Vec::with_capacity(values.len());
        for (place, value) in values.into_iter().enumerate() {
            objects.extend(self.inside(&format!("{name}.{place}"), value, faults));
        }
        Some(objects)
    }

    /// Lines in a list.
    pub fn lines(&mut self, name: &str, faults: &mut Faults) -> Option<Vec<String>> {
        let values = self.values(name, faults)?;
        let mut lines = Vec::with_capacity(values.len());
        for (place, value) in values.into_iter().enumerate() {
            let map = Map::from_iter([(place.to_string(), value)]);
            let mut one = Self { path: self.at(name), map };
            let line = one.line(&place.to_string(), faults);
            lines.extend(one.required(&place.to_string(), line, faults));
        }
        Some(lines)
    }

    /// Names with texts: whatever names are there.
    pub fn texts(&mut self, name: &str, faults: &mut Faults) -> Option<Vec<(String, String)>> {
        let mut object = self.object(name, faults)?;
        let names: Vec<String> = object.map.keys().take(ITEMS_MAX).cloned().collect();
        let mut texts = Vec::with_capacity(names.len());
        for name in names {
            if let Some(text) = object.text(&name, faults) {
                texts.push((name, text));
            }
        }
        object.finish(faults);
        Some(texts)
    }
}
