//! Cursors: where the next page begins, sealed with a key of the installation and bound to its list.

use super::code::Code;
use super::problem::Problem;
use app::App;
use i18n::Key as K;
use subtle::ConstantTimeEq;

/// Bytes of the seal.
const SEAL_BYTES: usize = 16;

/// Longest cursor, in characters.
const CURSOR_CHARS_MAX: usize = 1_024;

/// Seals a place in a list; `list` names the list with its filters.
pub fn seal(app: &App, list: &str, place: &str) -> String {
    let bytes: Vec<u8> = mac(app, list, place).into_iter().chain(place.bytes()).collect();
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Opens a cursor of this list.
///
/// # Errors
/// 400 for one of another list, a changed one, and whatever is none.
pub fn open(app: &App, list: &str, cursor: &str) -> Result<String, Problem> {
    let bad = || Problem::with(Code::BadCursor, K::ApiBadCursorDo);
    if cursor.len() > CURSOR_CHARS_MAX || !cursor.is_ascii() {
        return Err(bad());
    }
    let byte = |at: usize| cursor.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    let bytes: Option<Vec<u8>> = (0..cursor.len()).step_by(2).map(byte).collect();
    let bytes = bytes.ok_or_else(bad)?;
    let (sealed, place) = bytes.split_at_checked(SEAL_BYTES).ok_or_else(bad)?;
    let place = std::str::from_utf8(place).map_err(|_| bad())?;
    if bool::from(mac(app, list, place).as_slice().ct_eq(sealed)) { Ok(place.to_owned()) } else { Err(bad()) }
}

/// The keyed hash of identity numbers serves here too: its input begins with a word that no number has.
fn mac(app: &App, list: &str, place: &str) -> Vec<u8> {
    let sealed = app.keys.person(&format!("cursor {}:{list}{place}", list.len()));
    sealed.iter().copied().take(SEAL_BYTES).collect()
}
