//! The ticket with which a dossier is handed in: the officer says whether the visit ends with it.

use crate::fields::Fields;
use crate::site::Site;
use crate::staff::Staff;
use crate::widget::{Choice, Opt};
use app::queue::link::Visit;
use domain::id::TicketId;
use i18n::{Arg, Key as K, text, text_with};

/// The value of "something else is still to be done".
const STAYS: &str = "con";

/// The visit that a form names.
pub fn read(fields: &Fields) -> Option<Visit> {
    let ticket = fields.get("so").parse().ok()?;
    Some(Visit { ticket, finish: fields.get("so-xong") != STAYS })
}

/// The hidden ticket and the question about it; nothing for a ticket that is at no counter of this unit.
pub async fn question(site: &Site, staff: &Staff, fields: &Fields) -> Option<(String, Choice)> {
    let id: TicketId = fields.get("so").parse().ok()?;
    let view = app::queue::view::take(&site.app, &staff.actor.unit).await.ok()?;
    let ticket = view.find(id).filter(|ticket| ticket.stage.is_at_counter())?;
    let (lang, number) = (staff.ask.lang, ticket.number.to_string());
    let option = |value, key| Opt::new(value, text_with(lang, key, &[("number", Arg::Text(&number))]));
    let options = vec![option("xong", K::QueueDeskVisitFinish), option(STAYS, K::QueueDeskVisitKeep)];
    let picked = if fields.get("so-xong") == STAYS { STAYS } else { "xong" };
    let choice = Choice::one(lang, "so-xong", text(lang, K::QueueDeskVisit), options).pick(picked);
    Some((id.to_string(), choice))
}
