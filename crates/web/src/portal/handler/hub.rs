//! Boards that update themselves: one rendering for all who watch the same unit in the same language.
//!
//! A room renders when something of its unit changed, and often enough that the time left moves; it closes when
//! nobody watches any more.

use super::board;
use crate::site::Site;
use askama::Template;
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use domain::place::UnitCode;
use futures_util::{Stream, stream};
use i18n::Lang;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

/// Most screens that watch at once; more find the server busy.
const VIEWERS_MAX: usize = 500;

/// A board is rendered at least this often.
const REFRESH: Duration = Duration::from_secs(30);

/// Changes that come together are shown together.
const DEBOUNCE: Duration = Duration::from_millis(300);

/// A sign of life for whatever stands between, and for the browser.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// What a room shows: empty before the first rendering.
type Shown = Arc<str>;

/// One room for each unit and language.
type Rooms = BTreeMap<(UnitCode, &'static str), watch::Sender<Shown>>;

/// All rooms.
#[derive(Clone)]
pub struct Hub {
    rooms: Arc<Mutex<Rooms>>,
    seats: Arc<Semaphore>,
}

impl Default for Hub {
    fn default() -> Self {
        Self { rooms: Arc::default(), seats: Arc::new(Semaphore::new(VIEWERS_MAX)) }
    }
}

impl Hub {
    /// Watches a unit; nothing where every seat is taken.
    pub fn join(
        &self,
        site: &Site,
        unit: &UnitCode,
        lang: Lang,
    ) -> Option<Sse<impl Stream<Item = Result<Event, Infallible>> + use<>>> {
        let seat = self.seats.clone().try_acquire_owned().ok()?;
        let shown = self.room(site, unit, lang);
        let events = stream::unfold((shown, seat), next);
        Some(Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)))
    }

    fn room(&self, site: &Site, unit: &UnitCode, lang: Lang) -> watch::Receiver<Shown> {
        let mut rooms = self.locked();
        let key = (unit.clone(), lang.code());
        if let Some(room) = rooms.get(&key) {
            let mut shown = room.subscribe();
            shown.mark_changed();
            return shown;
        }
        let (room, shown) = watch::channel(Shown::from(""));
        rooms.insert(key, room.clone());
        tokio::spawn(self.clone().keep(site.clone(), unit.clone(), lang, room));
        shown
    }

    async fn keep(self, site: Site, unit: UnitCode, lang: Lang, room: watch::Sender<Shown>) {
        let mut changes = site.app.listen();
        while !self.is_left(&unit, lang, &room) {
            match rendered(&site, &unit, lang).await {
                Some(html) => {
                    room.send_if_modified(|shown| {
                        let new = **shown != *html;
                        *shown = html;
                        new
                    });
                }
                None => tracing::warn!(%unit, "a board could not be shown"),
            }
            tokio::select! {
                () = tokio::time::sleep(REFRESH) => {}
                () = changed(&mut changes, &unit) => {
                    tokio::time::sleep(DEBOUNCE).await;
                    drain(&mut changes);
                }
            }
        }
    }

    /// Closes the room when nobody is in it; under the lock, so nobody enters meanwhile.
    fn is_left(&self, unit: &UnitCode, lang: Lang, room: &watch::Sender<Shown>) -> bool {
        let mut rooms = self.locked();
        let left = room.receiver_count() == 0;
        if left {
            rooms.remove(&(unit.clone(), lang.code()));
        }
        left
    }

    fn locked(&self) -> MutexGuard<'_, Rooms> {
        // The map is whole after every step, whoever panicked.
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

type Seat = (watch::Receiver<Shown>, OwnedSemaphorePermit);

async fn next((mut shown, seat): Seat) -> Option<(Result<Event, Infallible>, Seat)> {
    loop {
        shown.changed().await.ok()?;
        let html = shown.borrow_and_update().clone();
        if !html.is_empty() {
            return Some((Ok(Event::default().data(&*html)), (shown, seat)));
        }
    }
}

async fn rendered(site: &Site, unit: &UnitCode, lang: Lang) -> Option<Shown> {
    let live =
        board::live(site, unit, lang).await.inspect_err(|error| tracing::error!(%error, "no board")).ok()?;
    // A carriage return would end a line of the stream.
    live.render().ok().map(|html| html.replace('\r', "").into())
}

/// Waits until something of a unit changed.
async fn changed(changes: &mut Receiver<UnitCode>, unit: &UnitCode) {
    loop {
        match changes.recv().await {
            Ok(other) if other != *unit => {}
            Ok(_) | Err(RecvError::Lagged(_)) => return,
            Err(RecvError::Closed) => std::future::pending().await,
        }
    }
}

/// Forgets changes that the next rendering shows anyway.
fn drain(changes: &mut Receiver<UnitCode>) {
    while matches!(changes.try_recv(), Ok(_) | Err(TryRecvError::Lagged(_))) {}
}
