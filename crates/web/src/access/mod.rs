//! Who may open what: every address of the product in one table. What has no row is answered to nobody.
//!
//! A row is asked before the page is made; which dossier, day or unit an address names is asked in `app`, with the same
//! matrix. `access/access.golden.txt` is the table as people read it.

mod rows;
#[cfg(test)]
mod tests;

pub use rows::ROWS;

use crate::api;
use crate::portal::ErrorKind;
use crate::reply;
use crate::site::Ask;
use app::{Actor, Policy};
use axum::extract::{MatchedPath, Request};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::permit::{Action, Relation, allows};
use domain::place::UnitCode;
use domain::role::Role;
use jiff::Timestamp;
use std::borrow::Cow;

/// Who may open an address.
#[derive(Debug, Clone, Copy)]
pub enum Who {
    /// Everybody.
    Everyone,
    /// Everybody, in the demo only: elsewhere there is no such page.
    Demo,
    /// A program with a token.
    Program,
    /// Whoever is signed in.
    Staff,
    /// Whoever is signed in comes as far as the use case, which asks by unit, person and day.
    Asked,
    /// Whoever may do one of these at the unit of their desk.
    Here(&'static [Action]),
    /// Whoever may do one of these at any unit they work for.
    Anywhere(&'static [Action]),
}

/// One method of one address.
#[derive(Debug, Clone)]
pub struct Row {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The address as the router knows it.
    pub path: Cow<'static, str>,
    /// Who may.
    pub who: Who,
}

/// Every row: pages, then the interface for programs, whose table says the same of itself.
pub fn all() -> Vec<Row> {
    let mut all = ROWS.to_vec();
    all.extend(api::access());
    all
}

/// The row of a page.
pub fn find(method: &Method, path: &str) -> Option<&'static Row> {
    let method = if *method == Method::HEAD { Method::GET.as_str() } else { method.as_str() };
    ROWS.iter().find(|row| *row.path == *path && row.method == method)
}

impl Who {
    /// The actions of which one is needed; none where no action is asked for.
    pub const fn actions(self) -> &'static [Action] {
        match self {
            Self::Here(actions) | Self::Anywhere(actions) => actions,
            Self::Everyone | Self::Demo | Self::Program | Self::Staff | Self::Asked => &[],
        }
    }

    /// Whether a member of staff may open the page, by their own roles or standing in for somebody.
    pub fn admits(self, actor: &Actor, policy: &Policy, at: Timestamp) -> bool {
        let may =
            |unit: &UnitCode| self.actions().iter().any(|action| actor.may_at(policy, at, *action, unit));
        match self {
            Self::Everyone | Self::Demo | Self::Staff | Self::Asked => true,
            Self::Program => false,
            Self::Here(_) => may(&actor.unit),
            Self::Anywhere(_) => {
                let stand_ins = actor.stand_ins.iter().map(|found| &found.unit);
                actor.units(at).iter().chain(stand_ins).any(may)
            }
        }
    }

    /// Whether a role is enough, at its own unit.
    pub fn is_for(self, role: Role) -> bool {
        self.actions().iter().any(|action| allows(role, *action, Relation::Receiving))
    }

    /// The roles that are enough, in their order.
    pub fn roles(self) -> Vec<Role> {
        Role::ALL.into_iter().filter(|role| self.is_for(*role)).collect()
    }
}

/// Answers only what the table names: an address without a row is open to nobody, and a method without one is none.
pub async fn listed(ask: Ask, request: Request, next: Next) -> Response {
    let path = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let path = path.unwrap_or_default();
    if find(request.method(), &path).is_some() {
        return next.run(request).await;
    }
    if ROWS.iter().any(|row| *row.path == *path) {
        // The router says which methods there are; it has none that the table lacks, or nobody may use it.
        let is_known = matches!(*request.method(), Method::GET | Method::HEAD | Method::POST);
        return if is_known {
            StatusCode::METHOD_NOT_ALLOWED.into_response()
        } else {
            next.run(request).await
        };
    }
    tracing::error!(method = %request.method(), path, "no row in web::access says who may open this");
    reply::error(&ask, ErrorKind::Forbidden)
}

/// The table as text: one line for each row, with the roles that follow from the matrix.
pub fn printed() -> String {
    let mut text = String::from("method | address | who | roles\n");
    for row in all() {
        let actions: Vec<&str> = row.who.actions().iter().map(|action| action.name()).collect();
        let roles: Vec<&str> = row.who.roles().into_iter().map(Role::name).collect();
        let who = match row.who {
            Who::Everyone => "everyone".to_owned(),
            Who::Demo => "everyone, in the demo".to_owned(),
            Who::Program => "a program with a token".to_owned(),
            Who::Staff => "whoever is signed in".to_owned(),
            Who::Asked => "whoever is signed in; the use case asks".to_owned(),
            Who::Here(_) => format!("{} at the desk", actions.join(" or ")),
            Who::Anywhere(_) => format!("{} somewhere", actions.join(" or ")),
        };
        let roles = if roles.is_empty() { "-".to_owned() } else { roles.join(", ") };
        text.push_str(&format!("{} | {} | {who} | {roles}\n", row.method, row.path));
    }
    text
}
