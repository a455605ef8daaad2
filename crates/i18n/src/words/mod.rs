//! One wording for every value of the domain: pages, papers, commands and the API all ask here.
//!
//! Every function is an exhaustive match, so a new variant does not compile before it has words in each language.
//!
//! | module | concept |
//! |---|---|
//! | [`stage`](mod@stage), [`axes`] | where a dossier stands, its other axes |
//! | [`staff`], [`act`](mod@act) | roles and duties; what can be done |
//! | [`people`], [`papers`], [`money`] | relations, kinds of paper, fees |
//! | [`event`], [`fact`] | what happened: with names for staff, without for anybody with the code |
//! | [`roster`] | posts of a roster, kinds of absence |
//! | [`refusal`](mod@refusal), [`problem`] | what is wrong and what to do |
//! | [`promise`], [`reason`](mod@reason) | the same-day promise and its tests |
//! | [`watch`] | hours expected, causes of broken promises |
//! | [`deadline`], [`when`] | a deadline in one sentence, time left |
//! | [`queue`] | tickets and waits |
//! | [`names`] | names of components and programmes, which come with the data |

pub mod act;
pub mod axes;
pub mod deadline;
pub mod event;
pub mod fact;
pub mod money;
pub mod names;
pub mod papers;
pub mod people;
pub mod problem;
pub mod promise;
pub mod queue;
pub mod reason;
pub mod refusal;
pub mod roster;
pub mod staff;
pub mod stage;
pub mod watch;
pub mod when;

#[cfg(test)]
mod tests;

pub use act::{act, action};
pub use axes::{channel, delivery, outcome, pause_cause, synchronisation, timeliness};
pub use deadline::{deadline_sentence, term, warning};
pub use event::event_sentence;
pub use fact::event_fact;
pub use money::{exemption, fee_kind, finance, payment_method};
pub use names::{Named, Names, Unnamed};
pub use papers::{certainty, component_kind, copy_kind, digitised, life_event, source};
pub use people::{authorisation, relation};
pub use problem::{
    birth_problem, card_problem, contact_problem, identity_problem, identity_warning, name_problem,
};
pub use promise::{basis, promise_headline};
pub use queue::{priority, purpose, ticket_refusal, ticket_stage, wait};
pub use reason::{reason, reason_named, reason_source};
pub use refusal::{denied, promise_error, refusal, refusal_named, unit_relation};
pub use roster::{absence_kind, post};
pub use staff::{duty, duty_short, role};
pub use stage::{stage, status_sentence, status_with_due};
pub use watch::{cause, ready_between, ready_level};
pub use when::{at, day, time_left};

use crate::{Arg, Key, Lang, text_with};

/// A message with texts filled in.
fn say(lang: Lang, key: Key, texts: &[(&str, &str)]) -> String {
    let args: Vec<(&str, Arg<'_>)> = texts.iter().map(|(name, text)| (*name, Arg::Text(text))).collect();
    text_with(lang, key, &args)
}

/// A message with one number filled in, which also chooses the plural.
fn count(lang: Lang, key: Key, name: &str, n: impl TryInto<i64>) -> String {
    text_with(lang, key, &[(name, Arg::Number(n.try_into().unwrap_or(i64::MAX)))])
}

/// Typed text as part of a sentence: one line, without the full stop the sentence brings itself.
fn phrase(typed: &str) -> String {
    let words: Vec<&str> = typed.split_whitespace().collect();
    words.join(" ").trim_end_matches(['.', ';', ',', ' ']).to_owned()
}

/// `A, B và C`; nothing for nothing.
fn list(lang: Lang, joint: Key, items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [before @ .., last] => say(lang, joint, &[("before", &before.join(", ")), ("last", last)]),
    }
}
