//! Asking somebody to stand in, and the answer, on the page of the day.

use super::day::{Wish, filled, missing};
use super::{Planner, person, say};
use crate::fields::Fields;
use crate::reply;
use crate::site::Site;
use crate::staff::Staff;
use crate::widget::ErrorSummary;
use app::roster::swap::SwapError;
use app::roster::{self, DayPlan};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use domain::id::AccountId;
use i18n::{Arg, Key as K, text_with};
use jiff::civil::Date;

/// Addresses of this module.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/lich-truc/{date}/nho-truc-thay", post(ask))
        .route("/lich-truc/{date}/tra-loi", post(answer))
}

/// The wishes of a day in words.
pub(super) fn wishes(planner: &Planner, plan: &DayPlan) -> Vec<Wish> {
    let me = planner.staff.actor.account.to_string();
    let name = |id: &str| id.parse::<AccountId>().map(|id| plan.name(id).to_owned()).unwrap_or_default();
    let wish = |row: &storage::roster::swap::SwapRow| {
        let key = match row.state.as_str() {
            "asked" => K::RosterSwapAsked,
            "taken" => K::RosterSwapTaken,
            _refused => K::RosterSwapRefused,
        };
        let (asker, other) = (name(&row.account_id), name(&row.substitute));
        let args =
            [("name", Arg::Text(&asker)), ("other", Arg::Text(&other)), ("reason", Arg::Text(&row.reason))];
        Wish {
            id: row.id.clone(),
            text: text_with(planner.lang(), key, &args),
            open: row.state == "asked" && (row.substitute == me || plan.may_plan),
        }
    };
    plan.swaps.iter().map(wish).collect()
}

async fn ask(State(site): State<Site>, staff: Staff, Path(date): Path<String>, fields: Fields) -> Response {
    let Ok(on) = date.parse::<Date>() else { return missing(&staff) };
    let planner = Planner::new(site, staff, fields.get("don-vi"));
    if let Err(response) = planner.genuine(&fields) {
        return response;
    }
    let (app, actor) = (&planner.site.app, &planner.staff.actor);
    let Some(substitute) = person(&fields, "nguoi-thay") else {
        return swap_failed(&planner, on, SwapError::Substitute).await;
    };
    match roster::swap::ask(app, actor, &planner.unit, on, substitute, fields.get("ly-do")).await {
        Ok(()) => reply::see_other(&planner.href(&format!("/lich-truc/{on}?xong=1"))),
        Err(error) => swap_failed(&planner, on, error).await,
    }
}

async fn answer(
    State(site): State<Site>,
    staff: Staff,
    Path(date): Path<String>,
    fields: Fields,
) -> Response {
    let Ok(on) = date.parse::<Date>() else { return missing(&staff) };
    let planner = Planner::new(site, staff, fields.get("don-vi"));
    if let Err(response) = planner.genuine(&fields) {
        return response;
    }
    let take = fields.get("nhan") == "1";
    match roster::swap::answer(&planner.site.app, &planner.staff.actor, fields.get("yeu-cau"), take).await {
        Ok(()) => reply::see_other(&planner.href(&format!("/lich-truc/{on}?xong=1"))),
        Err(error) => swap_failed(&planner, on, error).await,
    }
}

/// The page with the reason why nobody stands in.
async fn swap_failed(planner: &Planner, on: Date, error: SwapError) -> Response {
    let mut page = match filled(planner, on, &Fields::default()).await {
        Ok(page) => page,
        Err(error) => return planner.failed(&error),
    };
    let plan = roster::day(&planner.site.app, &planner.staff.actor, &planner.unit, on).await;
    let (field, sentence) = match (error, plan) {
        (SwapError::App(error), _) | (_, Err(error)) => return planner.failed(&error),
        (SwapError::NoShift, _) => ("nguoi-thay", planner.t(K::RosterSwapNoShift)),
        (SwapError::Substitute, _) => ("nguoi-thay", planner.t(K::RosterSwapWho)),
        (SwapError::ReasonMissing, _) => ("ly-do", planner.t(K::RosterSwapReason)),
        (SwapError::Settled, _) => ("nguoi-thay", planner.t(K::RosterSwapSettled)),
        (SwapError::Wrong(conflicts), Ok(plan)) => {
            let names = say::names(&plan);
            let all: Vec<String> =
                conflicts.iter().map(|found| say::conflict(planner, found, &names)).collect();
            ("nguoi-thay", all.join(" "))
        }
    };
    page.page.wrong = true;
    page.errors = ErrorSummary::new(planner.lang(), vec![(field.to_owned(), sentence)]);
    reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}
