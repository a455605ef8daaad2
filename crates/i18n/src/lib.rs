//! What people read, in each language, and how dates, hours, numbers and money are written.
//!
//! Texts stand in `locales/{vi,en}/AREA.ftl`; an id starts with the name of its file. The build turns each
//! Vietnamese message into a variant of [`Key`] and fails when the English one is missing or fills in other
//! variables. A text nobody uses, a sentence too long for the public, or letters not in NFC fail the tests.
//!
//! ```
//! use i18n::{Arg, Key, Lang, text, text_with};
//! assert_eq!(text(Lang::Vi, Key::CommonPlaceName), "không chờ");
//! assert_eq!(text_with(Lang::En, Key::CommonHours, &[("n", Arg::Number(1))]), "1 hour");
//! ```

mod arg;
mod bundle;
pub mod format;
mod key;
mod lang;
pub mod words;

pub use arg::Arg;
pub use bundle::{text, text_with};
pub use key::Key;
pub use lang::Lang;
