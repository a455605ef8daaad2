//! Pages for people: server-rendered HTML, complete without a script, in two languages.
//!
//! | module | concept |
//! |---|---|
//! | [`assets`] | style sheets, script and mark, inside the binary, named by their content |
//! | [`layout`] | what every page has: head, demo clock, language, type size and colours |
//! | [`widget`] | the parts pages are made of, each a typed value that renders itself |
//! | [`portal`] | the public pages, one context a file, each with samples |
//! | [`live`] | pages that change by themselves, drawn once for all who look on |
//! | [`queue`] | tickets, displays, the counter that calls |
//! | [`booking`] | appointments: for everybody, and for the unit that gives them |
//! | [`simulation`] | figures of simulated days in words and charts |
//! | [`sign_in`] | log-in and one's own account |
//! | [`admin`] | pages of administration |
//! | [`api`] | `/api/v1`, the same use cases for programs |
//! | [`gallery`] | every part in every state and every sample page, in the demo only |

pub mod admin;
pub mod api;
pub mod assets;
pub mod booking;
pub mod fields;
pub mod gallery;
pub mod layout;
pub mod live;
pub mod portal;
pub mod queue;
pub mod reply;
pub mod router;
mod sheet;
pub mod sign_in;
pub mod simulation;
pub mod site;
pub mod staff;
pub mod watch;
pub mod widget;

pub use router::router;
