//! Pages that change by themselves: what they show is drawn once for a change and shared by everybody who looks on.
//!
//! A room draws when something of its units changed, at once after a quiet while, and often enough that clocks move;
//! it closes when nobody is in it. Viewers get the whole changing part each time, so whoever comes back after an hour
//! without a connection sees what is true now.

use app::App;
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use domain::place::UnitCode;
use futures_util::{Stream, stream};
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

/// Most screens that watch at once; more find the server busy. Half of the connections the server takes.
const VIEWERS_MAX: usize = 5_000;

/// A room draws at least this often.
const REFRESH: Duration = Duration::from_secs(30);

/// Two drawings of a room are at least this far apart: changes that come together are shown together.
const GAP: Duration = Duration::from_millis(40);

/// A sign of life, so that a screen can tell silence from a lost connection.
const PULSE: Duration = Duration::from_secs(4);

/// What a room shows; nothing before the first drawing.
type Shown<P> = Option<Arc<P>>;

/// Rooms of one kind of picture.
pub struct Rooms<K, P> {
    rooms: Arc<Mutex<BTreeMap<K, watch::Sender<Shown<P>>>>>,
}

impl<K, P> Clone for Rooms<K, P> {
    fn clone(&self) -> Self {
        Self { rooms: Arc::clone(&self.rooms) }
    }
}

impl<K, P> Default for Rooms<K, P> {
    fn default() -> Self {
        Self { rooms: Arc::default() }
    }
}

impl<K, P> Rooms<K, P>
where
    K: Ord + Clone + Send + 'static,
    P: PartialEq + Send + Sync + 'static,
{
    /// Watches a room; `of` tells whose changes concern it, `draw` makes its picture.
    pub fn enter<F, D>(
        &self,
        app: &App,
        key: K,
        of: impl Fn(&UnitCode) -> bool + Send + Sync + 'static,
        draw: D,
    ) -> watch::Receiver<Shown<P>>
    where
        D: Fn() -> F + Send + Sync + 'static,
        F: Future<Output = Option<P>> + Send + 'static,
    {
        let mut rooms = self.locked();
        if let Some(room) = rooms.get(&key) {
            let mut shown = room.subscribe();
            shown.mark_changed();
            return shown;
        }
        let (room, shown) = watch::channel(None);
        rooms.insert(key.clone(), room.clone());
        tokio::spawn(self.clone().keep(key, app.listen(), of, draw, room));
        shown
    }

    async fn keep<F, D>(
        self,
        key: K,
        mut changes: Receiver<UnitCode>,
        of: impl Fn(&UnitCode) -> bool + Send + Sync + 'static,
        draw: D,
        room: watch::Sender<Shown<P>>,
    ) where
        D: Fn() -> F + Send + Sync + 'static,
        F: Future<Output = Option<P>> + Send + 'static,
    {
        while !self.is_left(&key, &room) {
            let gap = tokio::time::sleep(GAP);
            if let Some(picture) = draw().await {
                room.send_if_modified(|shown| {
                    let new = shown.as_deref() != Some(&picture);
                    if new {
                        *shown = Some(Arc::new(picture));
                    }
                    new
                });
            }
            tokio::select! {
                () = tokio::time::sleep(REFRESH) => {}
                () = changed(&mut changes, &of) => {
                    gap.await;
                    drain(&mut changes);
                }
            }
        }
    }

    /// Closes the room when nobody is in it; under the lock, so nobody enters meanwhile.
    fn is_left(&self, key: &K, room: &watch::Sender<Shown<P>>) -> bool {
        let mut rooms = self.locked();
        let left = room.receiver_count() == 0;
        if left {
            rooms.remove(key);
        }
        left
    }

    fn locked(&self) -> MutexGuard<'_, BTreeMap<K, watch::Sender<Shown<P>>>> {
        // The map is whole after every step, whoever panicked.
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Waits until something concerned changed.
async fn changed(changes: &mut Receiver<UnitCode>, of: &(impl Fn(&UnitCode) -> bool + Sync)) {
    loop {
        match changes.recv().await {
            Ok(unit) if !of(&unit) => {}
            Ok(_) | Err(RecvError::Lagged(_)) => return,
            Err(RecvError::Closed) => std::future::pending().await,
        }
    }
}

/// Forgets changes that the next drawing shows anyway.
fn drain(changes: &mut Receiver<UnitCode>) {
    while matches!(changes.try_recv(), Ok(_) | Err(TryRecvError::Lagged(_))) {}
}

/// Seats for everybody who watches, whatever room.
#[derive(Clone)]
pub struct Seats(Arc<Semaphore>);

impl Default for Seats {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(VIEWERS_MAX)))
    }
}

/// One viewer of a room.
struct Viewer<P, V> {
    shown: watch::Receiver<Shown<P>>,
    seat: OwnedSemaphorePermit,
    view: V,
    last: Arc<str>,
}

impl Seats {
    /// The stream of one viewer: their part of each picture, when it differs from the last; nothing where every seat is
    /// taken.
    pub fn watch<P, V>(
        &self,
        shown: watch::Receiver<Shown<P>>,
        view: V,
    ) -> Option<Sse<impl Stream<Item = Result<Event, Infallible>> + use<P, V>>>
    where
        P: Send + Sync + 'static,
        V: Fn(&P) -> Option<Arc<str>> + Send + 'static,
    {
        let seat = Arc::clone(&self.0).try_acquire_owned().ok()?;
        let viewer = Viewer { shown, seat, view, last: Arc::from("") };
        let pulse = KeepAlive::new().interval(PULSE).event(Event::default().event("nhip").data("1"));
        Some(Sse::new(stream::unfold(viewer, next)).keep_alive(pulse))
    }
}

type Told<P, V> = Option<(Result<Event, Infallible>, Viewer<P, V>)>;

async fn next<P, V>(mut viewer: Viewer<P, V>) -> Told<P, V>
where
    V: Fn(&P) -> Option<Arc<str>>,
{
    loop {
        viewer.shown.changed().await.ok()?;
        let picture = viewer.shown.borrow_and_update().clone();
        let Some(html) = picture.and_then(|picture| (viewer.view)(&picture)) else { continue };
        if html != viewer.last {
            viewer.last = Arc::clone(&html);
            let Viewer { shown, seat, view, last } = viewer;
            return Some((Ok(Event::default().data(&*html)), Viewer { shown, seat, view, last }));
        }
    }
}

/// What a template draws, as a stream can carry it: a carriage return would end a line.
pub fn drawn(template: &impl askama::Template) -> Option<Arc<str>> {
    let drawn =
        template.render().inspect_err(|error| tracing::error!(%error, "a picture could not be drawn"));
    drawn.ok().map(|html| html.replace('\r', "").into())
}
