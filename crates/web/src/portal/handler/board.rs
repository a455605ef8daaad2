//! The display in the hall: today's no-wait dossiers by serial, their stage and the time left. No names.

use super::answer::{Query, count, unit_name};
use super::{look_up, programme, wall};
use crate::live::{Rooms, drawn};
use crate::portal::{Board, BoardLive, BoardRow, Called, ErrorKind, Sum, Wall, WallLive};
use crate::reply;
use crate::site::{Ask, Site};
use crate::widget::Rail;
use app::read::{self, Day};
use app::{AppError, Policy};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::day::time_left;
use domain::dossier::Stage;
use domain::place::{Unit, UnitCode};
use domain::time::{civil, from_ms};
use i18n::{Key as K, Lang, format, text, words};
use jiff::Timestamp;
use std::sync::Arc;
use storage::dossier::DossierRow;

/// Most rows that can be read across a hall.
const ROWS_MAX: usize = 6;

/// Most serials named after the one that is called.
const NEXT_MAX: usize = 4;

/// `/bang/{unit}`; with `?tu-tai=1` the page loads itself again, for screens without a script. A unit with others below
/// it has a wall of them.
pub async fn board(
    State(site): State<Site>,
    ask: Ask,
    Path(code): Path<String>,
    Query(fields): Query,
) -> Response {
    let Some(unit) = known(&site, &code) else { return reply::error(&ask, ErrorKind::NotFound) };
    let answer = match draw(&site, &unit, ask.lang).await {
        Ok(live) => shown_page(&ask, &unit, live),
        Err(error) => return reply::failed(&ask, &error),
    };
    if fields.ticked("tu-tai") { ([Board::RELOAD], answer).into_response() } else { answer }
}

/// What stands at `/bang/{unit}`.
enum Live {
    Board(BoardLive),
    Wall(WallLive),
}

async fn draw(site: &Site, unit: &UnitCode, lang: Lang) -> Result<Live, AppError> {
    if wall::below(site, unit).is_empty() {
        live(site, unit, lang).await.map(Live::Board)
    } else {
        wall::live(site, unit, lang).await.map(Live::Wall)
    }
}

fn shown_page(ask: &Ask, unit: &UnitCode, live: Live) -> Response {
    let stream = format!("/bang/{unit}/su-kien");
    match live {
        Live::Board(live) => {
            let mut page = ask.page(K::PublicBoardTitle);
            page.live = true;
            reply::page(&Board { page, stream, live })
        }
        Live::Wall(live) => {
            let mut page = ask.page(K::QueueWallTitle);
            page.live = true;
            reply::page(&Wall { page, stream, live })
        }
    }
}

/// Rooms of boards: what they show, drawn once in each language.
pub type Boards = Rooms<UnitCode, [Option<Arc<str>>; 2]>;

/// `/bang/{unit}/su-kien`: the changing part, again whenever something changed.
pub async fn events(State(site): State<Site>, ask: Ask, Path(code): Path<String>) -> Response {
    let Some(unit) = known(&site, &code) else { return reply::error(&ask, ErrorKind::NotFound) };
    let (own, of) = (site.clone(), unit.clone());
    let drawing = move || {
        let (site, unit) = (own.clone(), of.clone());
        async move { Some([drawn_in(&site, &unit, Lang::Vi).await, drawn_in(&site, &unit, Lang::En).await]) }
    };
    let mut concerned = wall::below(&site, &unit);
    concerned.push(unit.clone());
    let room = site.boards.enter(&site.app, unit, move |changed| concerned.contains(changed), drawing);
    let lang = crate::queue::picture::index(ask.lang);
    match site.seats.watch(room, move |picture: &[Option<Arc<str>>; 2]| picture[lang].clone()) {
        Some(stream) => stream.into_response(),
        None => reply::error(&ask, ErrorKind::Unavailable),
    }
}

async fn drawn_in(site: &Site, unit: &UnitCode, lang: Lang) -> Option<Arc<str>> {
    let live = draw(site, unit, lang).await;
    match live.inspect_err(|error| tracing::error!(%error, %unit, "no board")).ok()? {
        Live::Board(live) => drawn(&live),
        Live::Wall(live) => drawn(&live),
    }
}

/// The unit of an address, if it exists today.
fn known(site: &Site, code: &str) -> Option<UnitCode> {
    let code: UnitCode = code.parse().ok()?;
    site.app.policy().unit(&code, civil(site.app.clock.now()).date()).map(|unit| unit.code.clone())
}

/// The dossiers of a unit's day that are in work, the most urgent first: for displays that show them beside calls.
///
/// # Errors
/// [`AppError`].
pub async fn day_rows(
    site: &Site,
    unit: &UnitCode,
    lang: Lang,
    limit: usize,
) -> Result<Vec<BoardRow>, AppError> {
    let now = site.app.clock.now();
    let on = civil(now).date();
    let day = read::public_day(&site.app, unit, on).await?;
    let policy = site.app.policy();
    let Some(unit) = policy.unit(unit, on) else { return Ok(Vec::new()) };
    Ok(rows(&policy, unit, &split(&day), lang, now, limit))
}

fn rows(
    policy: &Policy,
    unit: &Unit,
    split: &Split<'_>,
    lang: Lang,
    now: Timestamp,
    limit: usize,
) -> Vec<BoardRow> {
    let row = |(row, stage): &(&DossierRow, Stage)| BoardRow {
        number: serial(row),
        rail: Rail::at(lang, look_up::step(*stage).unwrap_or_default()),
        note: left(policy, unit, row, lang, now),
    };
    split.working.iter().take(limit).map(row).collect()
}

/// What the board of a unit shows now.
///
/// # Errors
/// [`AppError::NotFound`] without such a unit today, [`AppError::Store`].
pub async fn live(site: &Site, unit: &UnitCode, lang: Lang) -> Result<BoardLive, AppError> {
    let now = site.app.clock.now();
    let on = civil(now).date();
    let day = read::public_day(&site.app, unit, on).await?;
    let policy = site.app.policy();
    let unit = policy.unit(unit, on).ok_or(AppError::NotFound { what: "unit" })?;
    let mut live = shown(&policy, unit, &day, lang, now);
    let safe = crate::watch::last_safe(site, lang, &unit.code, now).await;
    let record = crate::watch::record_sentence(site, lang, Some(&unit.code)).await;
    let told: Vec<String> = [live.wait.take(), safe, record].into_iter().flatten().collect();
    live.wait = (!told.is_empty()).then(|| told.join(" "));
    Ok(live)
}

/// The no-wait dossiers of the day by what the hall must know of them.
struct Split<'d> {
    promised: usize,
    /// Results to collect, the newest first.
    ready: Vec<&'d DossierRow>,
    /// Being worked on, the most urgent first.
    working: Vec<(&'d DossierRow, Stage)>,
    returned: usize,
}

fn split(day: &Day) -> Split<'_> {
    let promised = || day.received.iter().filter(|row| row.same_day_promised);
    let (mut ready, mut working, mut returned) = (Vec::new(), Vec::new(), 0);
    for row in promised() {
        match Stage::from_name(&row.stage) {
            Some(Stage::ResultReady) => ready.push(row),
            Some(Stage::Returned) => returned += 1,
            Some(stage) if look_up::step(stage).is_some() => working.push((row, stage)),
            Some(_) | None => {}
        }
    }
    ready.sort_by_key(|row| std::cmp::Reverse(row.finished_at));
    working.sort_by_key(|(row, _)| (row.commitment_due_at, row.received_at));
    Split { promised: promised().count(), ready, working, returned }
}

fn shown(policy: &Policy, unit: &Unit, day: &Day, lang: Lang, now: Timestamp) -> BoardLive {
    let split = split(day);
    let rows = rows(policy, unit, &split, lang, now, ROWS_MAX);
    let Split { promised, ready, working, returned } = split;
    let sum = |n: i64, label, good| Sum {
        value: format::number(lang, n),
        label: text(lang, label).to_owned(),
        good,
    };
    let backlog = i64::try_from(day.backlog).unwrap_or(i64::MAX);
    BoardLive {
        lang,
        unit: unit_name(Lang::Vi, unit),
        clock: format!("{} · {}", format::clock_short(civil(now).time()), format::date_long(lang, day.on)),
        called: ready.first().map(|row| Called {
            number: serial(row),
            counter: text(lang, K::PublicBoardCollectAt).to_owned(),
        }),
        next: ready.iter().skip(1).take(NEXT_MAX).map(|row| serial(row)).collect(),
        wait: programme::standing(policy, now).map(|found| programme::today_sentence(&found, lang)),
        rows,
        sums: vec![
            sum(count(promised), K::PublicBoardReceived, false),
            sum(count(returned), K::PublicBoardReturned, false),
            sum(count(working.len() + ready.len()), K::PublicBoardWorking, false),
            sum(backlog, K::PublicBoardBacklog, backlog == 0),
        ],
    }
}

/// The last group of a code: enough to find oneself in the hall, and it tells nobody anything else.
fn serial(row: &DossierRow) -> String {
    row.code.rsplit('-').next().unwrap_or_default().to_owned()
}

fn left(policy: &Policy, unit: &Unit, row: &DossierRow, lang: Lang, now: Timestamp) -> String {
    let due_at = from_ms(row.commitment_due_at.unwrap_or(row.statutory_due_at));
    match policy.calendar(&unit.calendar) {
        Some(calendar) => words::time_left(time_left(now, due_at, calendar), lang),
        None => words::at(lang, due_at),
    }
}
