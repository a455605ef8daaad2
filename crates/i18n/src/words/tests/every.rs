//! Every variant of every kind of value has its own words in each language.

use domain::channel::Channel;
use domain::day::{Term, Timeliness, Warning};
use domain::dossier::{
    Act, Delivery, Digitised, Finance, Outcome, PauseCause, PaymentMethod, Refusal, Stage, Synchronisation,
};
use domain::law::{Certainty, LegalSource};
use domain::money::Dong;
use domain::permit::{Action, Denied, Relation as UnitRelation};
use domain::person::{
    Authorisation, BirthProblem, CardProblem, ContactProblem, IdentityProblem, NameProblem, Relation,
};
use domain::procedure::{ComponentKind, CopyKind, Exemption, FeeKind, LifeEvent};
use domain::promise::{Basis, Cause, Duty, PromiseError};
use domain::role::Role;

use super::super::*;
use super::sample::{Shelf, component};
use super::{CITIZEN_WORDS_MAX, STAFF_WORDS_MAX, check};

/// A short name fits a button or a table.
const LABEL_WORDS_MAX: usize = 12;

#[test]
fn axes_of_a_dossier() {
    let amount = Dong(8_000);
    let finances = [
        Finance::None,
        Finance::Due(amount),
        Finance::Paid(amount),
        Finance::Exempt,
        Finance::Refunded(amount),
    ];
    check(LABEL_WORDS_MAX, Stage::ALL, |value, lang| stage(*value, lang).to_owned());
    check(CITIZEN_WORDS_MAX, Stage::ALL, |value, lang| status_sentence(*value, lang).to_owned());
    check(LABEL_WORDS_MAX, Channel::ALL, |value, lang| channel(*value, lang).to_owned());
    check(LABEL_WORDS_MAX, finances, |value, lang| finance(*value, lang));
    check(LABEL_WORDS_MAX, Delivery::ALL, |value, lang| delivery(*value, lang).to_owned());
    check(LABEL_WORDS_MAX, Synchronisation::ALL, |value, lang| synchronisation(*value, lang).to_owned());
    check(LABEL_WORDS_MAX, Outcome::ALL, |value, lang| outcome(*value, lang).to_owned());
    check(LABEL_WORDS_MAX, PauseCause::ALL, |value, lang| pause_cause(*value, lang).to_owned());
    let timely = [Timeliness::Early, Timeliness::OnTime, Timeliness::Overdue];
    check(LABEL_WORDS_MAX, timely, |value, lang| timeliness(*value, lang).to_owned());
}

#[test]
fn people_and_what_they_may_do() {
    check(LABEL_WORDS_MAX, Role::ALL, |value, lang| role(*value, lang).to_owned());
    check(LABEL_WORDS_MAX, Duty::ALL, |value, lang| duty(*value, lang).to_owned());
    check(1, Duty::ALL, |value, lang| duty_short(*value, lang).to_owned());
    check(CITIZEN_WORDS_MAX, Cause::all(), |value, lang| cause(*value, lang));
    check(LABEL_WORDS_MAX, Act::ALL, |value, lang| act(*value, lang).to_owned());
    check(LABEL_WORDS_MAX, Action::all(), |value, lang| action(*value, lang).to_owned());
    check(LABEL_WORDS_MAX, Relation::ALL, |value, lang| relation(*value, lang).to_owned());
    check(LABEL_WORDS_MAX, Authorisation::ALL, |value, lang| authorisation(*value, lang).to_owned());
    check(LABEL_WORDS_MAX, UnitRelation::ALL, |value, lang| unit_relation(*value, lang).to_owned());
}

#[test]
fn papers_and_money() {
    check(LABEL_WORDS_MAX, ComponentKind::ALL, |value, lang| component_kind(*value, lang).to_owned());
    check(LABEL_WORDS_MAX, CopyKind::ALL, |value, lang| copy_kind(*value, lang).to_owned());
    check(LABEL_WORDS_MAX, Digitised::ALL, |value, lang| digitised(*value, lang).to_owned());
    check(LABEL_WORDS_MAX, LifeEvent::ALL, |value, lang| life_event(*value, lang).to_owned());
    check(LABEL_WORDS_MAX, PaymentMethod::ALL, |value, lang| payment_method(*value, lang).to_owned());
    check(LABEL_WORDS_MAX, FeeKind::ALL, |value, lang| fee_kind(*value, lang).to_owned());
    check(LABEL_WORDS_MAX, Exemption::ALL, |value, lang| exemption(*value, lang).to_owned());
    let sure = [Certainty::Verified, Certainty::Memory, Certainty::Reconstruction];
    check(LABEL_WORDS_MAX, sure, |value, lang| certainty(*value, lang).to_owned());
    check(STAFF_WORDS_MAX, sure, |value, lang| {
        source(&LegalSource { citation: "Luật Hộ tịch, Điều 5".to_owned(), certainty: *value }, lang)
    });
}

#[test]
fn terms_and_promises() {
    let terms = [Term::SameDay, Term::WorkingDays(3), Term::CalendarDays(10), Term::Hours(4)];
    check(LABEL_WORDS_MAX, terms, |value, lang| term(*value, lang));
    let warnings =
        [Warning::MissingYear { year: 2031 }, Warning::EstimatedYear { year: 2027 }, Warning::OutOfRange];
    check(CITIZEN_WORDS_MAX, warnings, |value, lang| warning(*value, lang));
    let bases = [Basis::ProgrammeToday, Basis::ProgrammeNextMorning, Basis::Statute, Basis::Incomplete];
    check(LABEL_WORDS_MAX, bases, |value, lang| basis(*value, lang).to_owned());
    let errors = [PromiseError::VerificationUnanswered, PromiseError::VerificationUnforeseen];
    check(CITIZEN_WORDS_MAX, errors, |value, lang| promise_error(*value, lang).to_owned());
}

#[test]
fn problems_of_fields() {
    let limit = CITIZEN_WORDS_MAX;
    let names = [NameProblem::Empty, NameProblem::TooLong, NameProblem::ForeignCharacter];
    check(limit, names, |value, lang| name_problem(*value, lang).to_owned());
    let numbers = [
        IdentityProblem::WrongLength { digits: 11 },
        IdentityProblem::WrongLength { digits: 1 },
        IdentityProblem::ForeignCharacter,
        IdentityProblem::UnknownPlace,
    ];
    check(limit, numbers, |value, lang| identity_problem(*value, lang));
    let warnings = [domain::person::IdentityWarning::BirthYearDiffers];
    check(limit, warnings, |value, lang| identity_warning(*value, lang).to_owned());
    let births =
        [BirthProblem::NotADate, BirthProblem::NoSuchDay, BirthProblem::InFuture, BirthProblem::TooLongAgo];
    check(limit, births, |value, lang| birth_problem(*value, lang).to_owned());
    let contacts = [ContactProblem::Phone, ContactProblem::Email];
    check(limit, contacts, |value, lang| contact_problem(*value, lang).to_owned());
    let cards = [CardProblem::NotACard, CardProblem::Number];
    check(limit, cards, |value, lang| card_problem(*value, lang).to_owned());
}

fn refusals() -> Vec<Refusal> {
    vec![
        Refusal::WrongStage { act: Act::Approve, stage: Some(Stage::Received) },
        Refusal::WrongStage { act: Act::Approve, stage: None },
        Refusal::ComponentsMissing { missing: vec![component("to-khai"), component("the")] },
        Refusal::VerificationUnanswered,
        Refusal::CounterClosed,
        Refusal::VersionNotInForce,
        Refusal::AuthorisationInsufficient,
        Refusal::ApproverIsAppraiser,
        Refusal::SupplementAskedBefore,
        Refusal::ExtendedBefore,
        Refusal::NotLater,
        Refusal::ReasonMissing,
        Refusal::NothingAsked,
        Refusal::NothingChanged,
        Refusal::WrongFinance { finance: Finance::Paid(Dong(8_000)) },
        Refusal::WrongAmount { expected: Dong(8_000), given: Dong(80_000) },
        Refusal::FeeOwed { due: Dong(8_000) },
        Refusal::CollectorNotAuthorised,
        Refusal::UnknownComponent,
        Refusal::RevokedBefore,
        Refusal::NotADelivery,
        Refusal::TimeBeforeLastEvent,
        Refusal::NoCopies,
        Refusal::FeeBasisUnknown,
    ]
}

#[test]
fn refusals_say_what_to_do() {
    check(STAFF_WORDS_MAX, refusals(), refusal);
    check(STAFF_WORDS_MAX, refusals(), |value, lang| refusal_named(value, &Shelf, lang));
    for said in refusals().iter().map(|value| refusal(value, Lang::Vi)) {
        assert!(
            said.matches(". ").count() >= 1 && said.ends_with('.'),
            "what is wrong, then what to do: {said}"
        );
    }
    let every = UnitRelation::ALL
        .into_iter()
        .flat_map(|relation| Action::all().into_iter().map(move |action| Denied { action, relation }));
    check(STAFF_WORDS_MAX, every, denied);
}
