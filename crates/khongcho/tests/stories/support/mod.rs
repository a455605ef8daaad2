//! What stories stand on.
//!
//! A story starts a [`Server`] on an [`Engine`], opens a window for each [`Person`], and goes from [`Page`] to page by
//! filling in the forms it finds there:
//!
//! ```ignore
//! for engine in Engine::at_hand() {
//!     let server = Server::demo(engine);
//!     let mut receiver = server.person();
//!     receiver.log_in("tiepnhan");
//!     let form = receiver.get("/quay/tiep-nhan");
//!     let receipt = receiver.submit(&form, "/quay/tiep-nhan", &[("procedure", "2.000815")]);
//!     assert_eq!(receipt.status, 200, "{}", receipt.text());
//! }
//! ```
#![allow(dead_code, unused_imports, reason = "each story uses its part")]

pub mod counter;
pub mod engine;
pub mod form;
pub mod page;
pub mod person;
pub mod server;

pub use engine::Engine;
pub use page::Page;
pub use person::Person;
pub use server::Server;
