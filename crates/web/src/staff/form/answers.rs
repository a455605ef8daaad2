//! Answers to the fields of a procedure: how they are asked, read and shown.

use super::{Problems, TEXT_CHARS_MAX};
use crate::fields::Fields;
use crate::widget::{self, Field, Opt, Width};
use domain::person::read_date;
use domain::procedure::{FieldKind, FieldSpec, FieldUse, ProcedureVersion};
use domain::text::{clean_line, clean_text, has_control};
use i18n::{Key as K, Lang, text, words};
use std::collections::BTreeMap;

/// A text of the packs in the reader's language.
pub fn name_of(name: &domain::procedure::Bilingual, lang: Lang) -> &str {
    match lang {
        Lang::En if !name.en.is_empty() => &name.en,
        Lang::Vi | Lang::En => &name.vi,
    }
}

/// An answer as people read it: the words of a choice, else as typed.
pub fn answer_words<'a>(spec: &'a FieldSpec, value: &'a str, lang: Lang) -> &'a str {
    match &spec.kind {
        FieldKind::Choice(options) => {
            let found = options.iter().find(|option| option.value == value);
            found.map_or(value, |option| name_of(&option.label, lang))
        }
        FieldKind::Text | FieldKind::LongText | FieldKind::Date | FieldKind::Number => value,
    }
}

/// The question for a field; `prefix` tells forms on one page apart.
pub fn field_of(spec: &FieldSpec, prefix: &str, value: String, problems: &Problems, lang: Lang) -> Field {
    let name = format!("{prefix}{}", spec.id.as_str());
    let kind = match &spec.kind {
        FieldKind::Text | FieldKind::Date => widget::FieldKind::Text,
        FieldKind::LongText => widget::FieldKind::Lines(3),
        FieldKind::Number => widget::FieldKind::Digits,
        FieldKind::Choice(options) => {
            let empty = Opt::new("", text(lang, K::IntakeChoose));
            let rest = options.iter().map(|option| Opt::new(&option.value, name_of(&option.label, lang)));
            widget::FieldKind::Select(std::iter::once(empty).chain(rest).collect())
        }
    };
    let error = problems.of(&name);
    let mut field = Field::of(lang, name, name_of(&spec.label, lang), kind).value(value).error(error);
    field.hint = spec.hint.as_ref().map(|hint| name_of(hint, lang).to_owned());
    field.optional = !spec.required;
    match spec.kind {
        FieldKind::Date => {
            field.width = Width::Medium;
            field.hint.get_or_insert_with(|| text(lang, K::DeskDateHint).to_owned());
        }
        FieldKind::Number => field.width = Width::Short,
        FieldKind::Text | FieldKind::LongText | FieldKind::Choice(_) => {}
    }
    field
}

/// Reads the answers of one use, every problem named; empty ones are left out.
pub fn read_answers(
    fields: &Fields,
    prefix: &str,
    version: &ProcedureVersion,
    used: FieldUse,
    lang: Lang,
    problems: &mut Problems,
) -> BTreeMap<String, String> {
    let mut answers = BTreeMap::new();
    for spec in version.fields.iter().filter(|spec| spec.used == used) {
        let name = format!("{prefix}{}", spec.id.as_str());
        match answer(fields.get(&name), spec, lang) {
            Ok(value) if value.is_empty() => {}
            Ok(value) => {
                answers.insert(spec.id.as_str().to_owned(), value);
            }
            // Several fields may fail alike: the summary says which.
            Err(sentence) => problems.add(name, format!("{}: {sentence}", name_of(&spec.label, lang))),
        }
    }
    answers
}

fn answer(typed: &str, spec: &FieldSpec, lang: Lang) -> Result<String, String> {
    let fail = |key| Err(text(lang, key).to_owned());
    if has_control(typed) {
        return fail(K::IntakeControl);
    }
    if typed.chars().count() > TEXT_CHARS_MAX {
        return fail(K::IntakeTooLong);
    }
    let value = clean_line(typed);
    if value.is_empty() {
        return if spec.required { fail(K::IntakeFieldMissing) } else { Ok(value) };
    }
    match &spec.kind {
        FieldKind::Text => Ok(value),
        FieldKind::LongText => Ok(clean_text(typed)),
        FieldKind::Number => {
            let digits: String = value.chars().filter(|c| !matches!(c, ' ' | '.')).collect();
            if digits.parse::<u64>().is_ok() { Ok(digits) } else { fail(K::IntakeNumber) }
        }
        FieldKind::Date => match read_date(&value) {
            Ok(on) => Ok(on.strftime("%d/%m/%Y").to_string()),
            Err(problem) => Err(words::birth_problem(problem, lang).to_owned()),
        },
        FieldKind::Choice(options) => {
            if options.iter().any(|option| option.value == value) {
                Ok(value)
            } else {
                fail(K::IntakeChoice)
            }
        }
    }
}
