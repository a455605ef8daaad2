//! The one picture of a unit's queue: taken once for a change, drawn once in each language, shared by every screen.

use super::calls::CallsLive;
use super::desk::Side;
use crate::live::{Rooms, drawn};
use crate::site::Site;
use app::queue::view::{self, QueueView};
use domain::place::UnitCode;
use i18n::Lang;
use std::sync::Arc;
use tokio::sync::watch;

/// What the screens of a unit show.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The queue, for screens that show one ticket.
    pub view: QueueView,
    /// The display in the hall, in each language.
    pub calls: [Option<Arc<str>>; 2],
    /// The line beside the counter, in each language.
    pub side: [Option<Arc<str>>; 2],
}

/// Where a language stands in a picture.
pub const fn index(lang: Lang) -> usize {
    match lang {
        Lang::Vi => 0,
        Lang::En => 1,
    }
}

/// Watches the picture of a unit.
pub fn watch(site: &Site, unit: &UnitCode) -> watch::Receiver<Option<Arc<Picture>>> {
    let (own, of, key) = (site.clone(), unit.clone(), unit.clone());
    let draw = move || {
        let (site, unit) = (own.clone(), of.clone());
        async move { take(&site, &unit).await }
    };
    let own = unit.clone();
    site.queues.enter(&site.app, key, move |changed| *changed == own, draw)
}

/// Rooms of all units.
pub type Queues = Rooms<UnitCode, Picture>;

async fn take(site: &Site, unit: &UnitCode) -> Option<Picture> {
    let view = view::take(&site.app, unit).await;
    let view = view.inspect_err(|error| tracing::error!(%error, %unit, "no picture of a queue")).ok()?;
    let mut picture = Picture { view, calls: [None, None], side: [None, None] };
    for lang in Lang::ALL {
        let calls = CallsLive::of(site, &picture.view, lang).await;
        let calls = calls.inspect_err(|error| tracing::error!(%error, %unit, "no display")).ok();
        picture.calls[index(lang)] = calls.as_ref().and_then(drawn);
        picture.side[index(lang)] = drawn(&Side::of(&picture.view, lang));
    }
    Some(picture)
}
