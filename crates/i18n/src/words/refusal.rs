//! Why something cannot be done, and what to do instead.

use domain::dossier::Refusal;
use domain::permit::{Denied, Relation};
use domain::promise::PromiseError;

use super::names::{self, Names, Unnamed};
use super::{act, count, finance, list, say, stage};
use crate::{Key, Lang, format, text};

/// A rule's refusal: what is wrong and what to do. Missing papers are counted; see [`refusal_named`].
pub fn refusal(refusal: &Refusal, lang: Lang) -> String {
    refusal_named(refusal, &Unnamed, lang)
}

/// As [`refusal()`], naming the papers that are missing.
pub fn refusal_named(refusal: &Refusal, names: &dyn Names, lang: Lang) -> String {
    let key = match refusal {
        Refusal::WrongStage { act: tried, stage: Some(at) } => {
            let args = [("act", act::act(*tried, lang)), ("stage", stage::stage(*at, lang))];
            return say(lang, Key::RefusalsWrongStage, &args);
        }
        Refusal::WrongStage { act: tried, stage: None } => {
            return say(lang, Key::RefusalsNoDossier, &[("act", act::act(*tried, lang))]);
        }
        Refusal::ComponentsMissing { missing } => {
            return match names::all(names, missing, lang) {
                Some(known) if !known.is_empty() => {
                    let known = list(lang, Key::StagesListAnd, &known);
                    say(lang, Key::RefusalsComponentsMissingNamed, &[("names", &known)])
                }
                Some(_) | None => count(lang, Key::RefusalsComponentsMissing, "count", missing.len()),
            };
        }
        Refusal::WrongFinance { finance: at } => {
            return say(lang, Key::RefusalsWrongFinance, &[("finance", &finance(*at, lang))]);
        }
        Refusal::WrongAmount { expected, given } => {
            let (expected, given) = (format::money(lang, *expected), format::money(lang, *given));
            return say(lang, Key::RefusalsWrongAmount, &[("expected", &expected), ("given", &given)]);
        }
        Refusal::FeeOwed { due } => {
            return say(lang, Key::RefusalsFeeOwed, &[("due", &format::money(lang, *due))]);
        }
        Refusal::VerificationUnanswered => Key::RefusalsVerificationUnanswered,
        Refusal::CounterClosed => Key::RefusalsCounterClosed,
        Refusal::VersionNotInForce => Key::RefusalsVersionNotInForce,
        Refusal::AuthorisationInsufficient => Key::RefusalsAuthorisationInsufficient,
        Refusal::ApproverIsAppraiser => Key::RefusalsApproverIsAppraiser,
        Refusal::SupplementAskedBefore => Key::RefusalsSupplementAskedBefore,
        Refusal::ExtendedBefore => Key::RefusalsExtendedBefore,
        Refusal::NotLater => Key::RefusalsNotLater,
        Refusal::ReasonMissing => Key::RefusalsReasonMissing,
        Refusal::NothingAsked => Key::RefusalsNothingAsked,
        Refusal::NothingChanged => Key::RefusalsNothingChanged,
        Refusal::CollectorNotAuthorised => Key::RefusalsCollectorNotAuthorised,
        Refusal::UnknownComponent => Key::RefusalsUnknownComponent,
        Refusal::RevokedBefore => Key::RefusalsRevokedBefore,
        Refusal::NotADelivery => Key::RefusalsNotADelivery,
        Refusal::TimeBeforeLastEvent => Key::RefusalsTimeBeforeLastEvent,
        Refusal::NoCopies => Key::RefusalsNoCopies,
        Refusal::FeeBasisUnknown => Key::RefusalsFeeBasisUnknown,
    };
    text(lang, key).to_owned()
}

/// An action these rights do not cover, and whom to turn to.
pub fn denied(denied: &Denied, lang: Lang) -> String {
    let key = match denied.relation {
        Relation::Receiving => Key::RefusalsDeniedHere,
        Relation::Deciding => Key::RefusalsDeniedDeciding,
        Relation::Above => Key::RefusalsDeniedAbove,
        Relation::Elsewhere => Key::RefusalsDeniedElsewhere,
    };
    say(lang, key, &[("action", act::action(denied.action, lang))])
}

/// How a unit stands to a dossier: `Đơn vị giải quyết`.
pub fn unit_relation(relation: Relation, lang: Lang) -> &'static str {
    let key = match relation {
        Relation::Receiving => Key::RefusalsRelationReceiving,
        Relation::Deciding => Key::RefusalsRelationDeciding,
        Relation::Above => Key::RefusalsRelationAbove,
        Relation::Elsewhere => Key::RefusalsRelationElsewhere,
    };
    text(lang, key)
}

/// Why no promise can be worked out.
pub fn promise_error(error: PromiseError, lang: Lang) -> &'static str {
    let key = match error {
        PromiseError::VerificationUnanswered => Key::RefusalsPromiseUnanswered,
        PromiseError::VerificationUnforeseen => Key::RefusalsPromiseUnforeseen,
    };
    text(lang, key)
}
