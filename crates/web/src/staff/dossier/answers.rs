//! Answers to the fields of a procedure: how they are asked, read and shown.

use super::input::Problems;
use crate::fields::Fields;
use crate::widget::{self, Field, Opt, Width};
use domain::dossier::{ChargedLine, Dossier, FeeAssessment};
use domain::person::read_date;
use domain::procedure::{CaseFacts, Exemption, FeeFacts, FieldKind, FieldSpec, FieldUse, ProcedureVersion};
use domain::text::{clean_line, clean_text, has_control};
use domain::time::civil;
use i18n::{Key as K, Lang, text, words};
use std::collections::{BTreeMap, BTreeSet};

/// Longest answer, in characters.
const ANSWER_CHARS_MAX: usize = 10_000;

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
            let empty = Opt::new("", text(lang, K::DeskChoose));
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
        match read_one(fields.get(&name), spec, lang) {
            Ok(Some(value)) => {
                answers.insert(spec.id.as_str().to_owned(), value);
            }
            Ok(None) if spec.required => problems.add(name, text(lang, K::DeskAnswerMissing)),
            Ok(None) => {}
            Err(sentence) => problems.add(name, sentence),
        }
    }
    answers
}

fn read_one(typed: &str, spec: &FieldSpec, lang: Lang) -> Result<Option<String>, String> {
    let wrong = |key| Err(text(lang, key).to_owned());
    let line = clean_line(typed);
    if line.is_empty() {
        return Ok(None);
    }
    if typed.chars().count() > ANSWER_CHARS_MAX {
        return wrong(K::DeskAnswerLong);
    }
    match &spec.kind {
        FieldKind::Text if has_control(&line) => wrong(K::DeskAnswerControl),
        FieldKind::Text => Ok(Some(line)),
        FieldKind::LongText => Ok(Some(clean_text(typed))),
        FieldKind::Date => match read_date(&line) {
            Ok(on) => Ok(Some(on.strftime("%d/%m/%Y").to_string())),
            Err(problem) => Err(words::birth_problem(problem, lang).to_owned()),
        },
        FieldKind::Number => match line.replace(['.', ' '], "").parse::<u64>() {
            Ok(number) => Ok(Some(number.to_string())),
            Err(_) => wrong(K::DeskAnswerNumber),
        },
        FieldKind::Choice(options) if options.iter().any(|option| option.value == line) => Ok(Some(line)),
        FieldKind::Choice(_) => wrong(K::DeskAnswerMissing),
    }
}

/// The fee with another number of copies. What the fee was assessed from is not kept whole; where the rules do not
/// give the recorded fee again for the recorded copies, no new one can be vouched for.
pub fn fee_for_copies(version: &ProcedureVersion, dossier: &Dossier, copies: u16) -> Option<FeeAssessment> {
    let reception = &dossier.reception;
    let quote = |copies: u16| {
        let exemption = reception.fee.exemption.as_deref().and_then(Exemption::from_name);
        let quote = version.fee(&FeeFacts {
            channel: reception.channel,
            on: civil(dossier.received_at).date(),
            exemption,
            copies: u32::from(copies),
            pages: 1,
            case: CaseFacts {
                case: reception.procedure.case.clone(),
                proxy: reception.proxy.is_some(),
                yes: BTreeSet::new(),
            },
        });
        let lines = quote.lines.iter();
        let lines = lines.map(|line| ChargedLine { label: line.rule.name.vi.clone(), amount: line.amount });
        FeeAssessment {
            lines: lines.collect(),
            total: quote.total,
            exemption: exemption.filter(|_| quote.exempt).map(|ground| ground.name().to_owned()),
        }
    };
    (quote(reception.copies) == reception.fee).then(|| quote(copies))
}
