//! What to bring: every paper, condition and remark of a version, with when it is needed.

use super::answer::{count, named};
use super::programme::say;
use crate::portal::Paper;
use domain::law::Certainty;
use domain::procedure::{ComponentKind, ComponentSpec, Condition, ProcedureVersion};
use i18n::{Arg, Key as K, Lang, text, text_with, words};

/// All papers in the order of the pack.
pub fn all(lang: Lang, version: &ProcedureVersion) -> Vec<Paper> {
    version.components.iter().map(|spec| paper(lang, version, spec)).collect()
}

fn paper(lang: Lang, version: &ProcedureVersion, spec: &ComponentSpec) -> Paper {
    let mut notes: Vec<String> = Vec::new();
    notes.extend(condition(lang, version, &spec.condition));
    if spec.one_of.is_some() {
        notes.push(text(lang, K::PublicPaperOneOf).to_owned());
    }
    let copies = match spec.kind {
        ComponentKind::Submit => {
            if !spec.required && spec.one_of.is_none() {
                notes.push(text(lang, K::PublicPaperOptional).to_owned());
            }
            let kind = lower(words::copy_kind(spec.copy_kind, lang));
            let args = [("n", Arg::Number(count(usize::from(spec.quantity)))), ("kind", Arg::Text(&kind))];
            text_with(lang, K::PublicPaperCount, &args)
        }
        ComponentKind::Present => {
            notes.push(text(lang, K::PublicPaperShow).to_owned());
            words::component_kind(spec.kind, lang).to_owned()
        }
        ComponentKind::Condition | ComponentKind::Note => words::component_kind(spec.kind, lang).to_owned(),
    };
    match spec.source.certainty {
        Certainty::Verified => {}
        unsure @ (Certainty::Memory | Certainty::Reconstruction) => {
            notes.push(format!("({})", words::certainty(unsure, lang)));
        }
    }
    let note = (!notes.is_empty()).then(|| notes.join(" "));
    Paper { name: named(lang, &spec.name).to_owned(), note, copies, action: None }
}

/// When something applies; nothing where it always does.
pub fn condition(lang: Lang, version: &ProcedureVersion, condition: &Condition) -> Option<String> {
    match condition {
        Condition::Always => None,
        Condition::WhenProxy => Some(text(lang, K::PublicPaperProxy).to_owned()),
        Condition::WhenCase(id) => {
            let case = version.cases.iter().find(|case| case.id == *id)?;
            Some(say(lang, K::PublicPaperCase, &[("name", named(lang, &case.name))]))
        }
        Condition::WhenAnswer(id) => {
            let question = version.questions.iter().find(|question| question.id == *id)?;
            Some(say(lang, K::PublicPaperAnswer, &[("question", named(lang, &question.text))]))
        }
    }
}

fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
