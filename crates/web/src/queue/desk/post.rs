//! What the buttons of the counter do; every press ends with the page asked for anew.

use super::page_of;
use crate::fields::Fields;
use crate::queue::phone::request_key;
use crate::queue::say::{failed, is_told};
use crate::reply;
use crate::site::Site;
use crate::staff::Staff;
use app::AppError;
use app::queue::{Act, Issue, QueueError, act as carry_out, call_next, counter, issue};
use axum::extract::State;
use axum::response::Response;
use domain::queue::{CounterNumber, Door, Goal, Group, PriorityReason};
use std::collections::BTreeSet;

/// Where every press ends.
const PAGE: &str = "/quay/goi-so";

async fn answer<T>(site: &Site, staff: &Staff, done: Result<T, QueueError>) -> Response {
    match done {
        Ok(_) => reply::see_other(PAGE),
        Err(error) if is_told(&error) => page_of(site, staff, Some(error), None).await,
        Err(error) => failed(&staff.ask, &error),
    }
}

fn counter_of(fields: &Fields) -> Result<CounterNumber, QueueError> {
    fields.get("quay").parse().map_err(|_| AppError::NotFound { what: "counter" }.into())
}

/// Groups that were ticked.
pub(in crate::queue) fn groups_of(fields: &Fields) -> BTreeSet<Group> {
    fields.under("nhom-").filter_map(|(letter, _)| letter.parse().ok()).collect()
}

/// `POST /quay/goi-so/mo`.
pub async fn open(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let opened = match counter_of(&fields) {
        Ok(number) => {
            let take_over = fields.ticked("vao-thay-1");
            let seat = counter::Seat { number, groups: groups_of(&fields), take_over };
            counter::open(&site.app, &staff.actor, &staff.actor.unit, seat).await
        }
        Err(error) => Err(error),
    };
    answer(&site, &staff, opened).await
}

/// `POST /quay/goi-so/dong`.
pub async fn close(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let closed = match counter_of(&fields) {
        Ok(number) => counter::close(&site.app, &staff.actor, &staff.actor.unit, number).await,
        Err(error) => Err(error),
    };
    answer(&site, &staff, closed).await
}

/// `POST /quay/goi-so/tiep`.
pub async fn next(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let called = match counter_of(&fields) {
        Ok(number) => call_next(&site.app, &staff.actor, &staff.actor.unit, number).await,
        Err(error) => Err(error),
    };
    answer(&site, &staff, called).await
}

/// `POST /quay/goi-so`: everything else on one ticket.
pub async fn act(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let done = match (act_of(&fields), fields.get("so").parse()) {
        (Some(act), Ok(id)) => {
            let counter = counter_of(&fields).ok();
            let seen = fields.typed("version").and_then(|version| version.parse().ok());
            carry_out(&site.app, &staff.actor, &staff.actor.unit, counter, id, seen, act).await
        }
        (_, _) => Err(AppError::NotFound { what: "ticket" }.into()),
    };
    answer(&site, &staff, done).await
}

fn act_of(fields: &Fields) -> Option<Act> {
    Some(match fields.get("viec") {
        "goi-lai" => Act::Recall,
        "ve-quay" => Act::CallBack,
        "bat-dau" => Act::Start,
        "xong" => Act::Finish,
        "vang" => Act::MarkAbsent,
        "lai" => Act::ComeBack,
        "rieng" => Act::Park,
        "bo" => Act::Cancel,
        "hong" => Act::MarkUnprinted,
        "chuyen" => Act::Transfer(goal_of(fields.get("den"))?),
        _other => return None,
    })
}

fn goal_of(value: &str) -> Option<Goal> {
    match value.split_once('-')? {
        ("nhom", letter) => letter.parse().ok().map(Goal::Group),
        ("quay", number) => number.parse().ok().map(Goal::Counter),
        (_, _) => None,
    }
}

/// `POST /quay/goi-so/phat`: a ticket from the officer's hand.
pub async fn give(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    if let Err(refused) = staff.genuine(&fields) {
        return *refused;
    }
    let Ok(group) = fields.get("nhom").parse::<Group>() else {
        return page_of(&site, &staff, Some(QueueError::NoGroup), None).await;
    };
    let priority = PriorityReason::from_name(fields.get("uu-tien"));
    let unit = staff.actor.unit.clone();
    let wish = Issue { unit, group, door: Door::Counter, priority, slot_at: None };
    let request = request_key(&fields, &wish);
    match issue(&site.app, Some(&staff.actor), wish, request).await {
        Ok(given) => reply::see_other(&format!("{PAGE}?phat={}", given.token)),
        Err(error) => answer::<()>(&site, &staff, Err(error)).await,
    }
}
