//! The public pages, one context a file. Handlers fill the contexts; templates only print them.
//!
//! | address | page |
//! |---|---|
//! | `/` | [`Home`] |
//! | `/thu-tuc?q=` | [`Search`] |
//! | `/thu-tuc/{code}` | [`ProcedurePage`] |
//! | `/khong-cho`, `/khong-cho/{unit}` | [`NoWaitUnits`], [`NoWaitList`] |
//! | `/tra-cuu` | [`LookUp`], [`Status`] |
//! | `/bang/{unit}` | [`Board`]; for a unit with others below it [`Wall`] |
//! | `/tuy-chon` | [`Options`] |
//! | `/kiem-chung/{token}` | [`Verify`] |
//! | `/tro-giup`, `/tro-nang`, `/rieng-tu` | [`Article`] |
//! | `/dong-ho` | [`ClockPage`], in the demo |
//! | any | [`ErrorPage`] |

mod article;
mod board;
mod clock;
mod error_page;
pub mod handler;
mod home;
mod life_event;
mod look_up;
mod no_wait_list;
mod no_wait_units;
mod options;
mod procedure;
mod search;
mod status;
mod verify;
mod wall;

pub use article::{Article, Section};
pub use board::{Board, BoardLive, BoardRow, Called, Sum};
pub use clock::{ClockPage, ClockStep};
pub use error_page::{ErrorKind, ErrorPage};
pub use home::{Fact, Home, Today};
pub use life_event::LifeEvent;
pub use look_up::LookUp;
pub use no_wait_list::{Change, ListRow, NoWaitList, SectorGroup};
pub use no_wait_units::{NoWaitUnits, UnitRow};
pub use options::Options;
pub use procedure::{Paper, ProcedurePage, SideFact};
pub use search::{Hit, Search};
pub use status::Status;
pub use verify::{Verify, VerifyOutcome};
pub use wall::{Wall, WallLive, WallRow};

use i18n::{Key as K, Lang, format};
use jiff::civil::{date, time};

use crate::layout::{DemoClock, Page};

/// The frame of samples: the demo clock on its first morning.
fn sample_page(lang: Lang, path: &str, title: K) -> Page {
    let mut page = Page::new(lang, path, i18n::text(lang, title));
    page.demo = Some(DemoClock { now: domain::time::instant_on(date(2024, 2, 2), time(9, 5, 0, 0)) });
    page
}

/// An hour of samples in words.
fn sample_clock(lang: Lang, hour: i8, minute: i8) -> String {
    format::clock(lang, time(hour, minute, 0, 0))
}
