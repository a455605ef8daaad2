//! `/api`: the interface in words, for whoever writes the program.

use super::BASE;
use super::code::Code;
use super::endpoint;
use crate::layout::Page;
use crate::reply;
use crate::site::Ask;
use askama::Template;
use axum::response::Response;
use i18n::{Key as K, text};

struct Address {
    method: String,
    path: String,
    purpose: &'static str,
    who: &'static str,
}

struct Kind {
    status: u16,
    name: &'static str,
    meaning: &'static str,
}

#[derive(Template)]
#[template(path = "api/index.html")]
struct Description {
    page: Page,
    addresses: Vec<Address>,
    kinds: Vec<Kind>,
}

/// The page.
pub async fn page(ask: Ask) -> Response {
    let say = |key: K| text(ask.lang, key);
    let address = |endpoint: endpoint::Endpoint| Address {
        method: endpoint.method.to_uppercase(),
        path: format!("{BASE}{}", endpoint.path),
        purpose: say(endpoint.purpose),
        who: say(if endpoint.public { K::ApiPublic } else { K::ApiWithToken }),
    };
    let kind =
        |code: Code| Kind { status: code.status().as_u16(), name: code.name(), meaning: say(code.title()) };
    reply::page(&Description {
        page: ask.page(K::ApiTitle),
        addresses: endpoint::all().into_iter().map(address).collect(),
        kinds: Code::ALL.into_iter().map(kind).collect(),
    })
}
