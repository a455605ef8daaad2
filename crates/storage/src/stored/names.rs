//! Reading names back into the domain's enumerations.

use super::Undecodable;
use domain::channel::Channel;
use domain::dossier::{Delivery, Digitised, Outcome, PauseCause, PaymentMethod, Synchronisation};
use domain::person::{Authorisation, Relation};
use domain::place::UnitCode;
use domain::procedure::{CaseId, ComponentId, Exemption, ProcedureCode, QuestionId};

fn known<T>(what: &'static str, value: &str, read: Option<T>) -> Result<T, Undecodable> {
    read.ok_or_else(|| Undecodable::Name { what, value: value.to_owned() })
}

macro_rules! readers {
    ($($function:ident -> $type:ty, $what:literal, $read:expr;)*) => {$(
        pub(super) fn $function(value: &str) -> Result<$type, Undecodable> {
            known($what, value, $read(value))
        }
    )*};
}

readers! {
    channel -> Channel, "channel", Channel::from_name;
    digitised -> Digitised, "way of digitisation", Digitised::from_name;
    outcome -> Outcome, "outcome", Outcome::from_name;
    delivery -> Delivery, "delivery", Delivery::from_name;
    pause_cause -> PauseCause, "cause of a pause", PauseCause::from_name;
    payment_method -> PaymentMethod, "method of payment", PaymentMethod::from_name;
    synchronisation -> Synchronisation, "synchronisation", Synchronisation::from_name;
    relation -> Relation, "relation", Relation::from_name;
    authorisation -> Authorisation, "authorisation", Authorisation::from_name;
    unit -> UnitCode, "unit code", |text: &str| text.parse().ok();
    procedure -> ProcedureCode, "procedure code", |text: &str| text.parse().ok();
    component -> ComponentId, "component", |text: &str| text.parse().ok();
    question -> QuestionId, "question", |text: &str| text.parse().ok();
    exemption -> Exemption, "ground of exemption", Exemption::from_name;
    case -> CaseId, "case", |text: &str| text.parse().ok();
}
