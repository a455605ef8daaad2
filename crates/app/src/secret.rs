//! Secrets: keys of the installation, tokens, PINs. Nothing shown to people is stored; it is derived from keys.

use crate::port::Random;
use domain::id::{AccountId, DossierId};
use sha2::{Digest, Sha256};
use storage::event_log::{DossierKey, mac};
use storage::{Store, StoreError, ledger};
use subtle::ConstantTimeEq;

/// Crockford's alphabet: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Keys of the installation.
#[derive(Clone)]
pub struct Keys {
    token: Vec<u8>,
    person: Vec<u8>,
}

impl Keys {
    /// Reads the keys, making them at the first start.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn load(store: &Store, random: &dyn Random) -> Result<Self, StoreError> {
        let (token, person) = (random.key(), random.key());
        store
            .write(move |tx| {
                let token = ledger::secret(tx, "token", &token)?;
                let person = ledger::secret(tx, "person", &person)?;
                Ok(Self { token, person })
            })
            .await
    }

    /// The token in the QR of a receipt: 26 characters, 128 bits, tells nothing.
    pub fn receipt_token(&self, dossier: DossierId) -> String {
        code(&mac(&self.token, &[b"receipt", dossier.to_string().as_bytes()]), 26)
    }

    /// The token in the QR of a result.
    pub fn result_token(&self, dossier: DossierId, number: &str) -> String {
        code(&mac(&self.token, &[b"result", dossier.to_string().as_bytes(), number.as_bytes()]), 26)
    }

    /// The token of a page of its own for somebody without an account: 26 characters, 128 bits; `kind` keeps tokens of
    /// different pages apart.
    pub fn page_token(&self, kind: &str, id: &str) -> String {
        code(&mac(&self.token, &[b"page", kind.as_bytes(), id.as_bytes()]), 26)
    }

    /// A keyed hash of a contact or address: tells equal ones apart from others, and nothing else.
    pub fn contact(&self, contact: &str) -> [u8; 32] {
        mac(&self.person, &[b"contact", contact.as_bytes()])
    }

    /// A keyed hash of somebody's number for shared devices: equal numbers of two people differ.
    pub fn device_pin(&self, person: AccountId, digits: &str) -> [u8; 32] {
        mac(&self.person, &[b"device pin", person.to_string().as_bytes(), digits.as_bytes()])
    }

    /// A keyed hash of an identity number: tells equal ones apart from others, and nothing else.
    pub fn person(&self, identity: &str) -> [u8; 32] {
        mac(&self.person, &[identity.as_bytes()])
    }
}

/// The PIN of a receipt: 8 Crockford characters, derived from the dossier's own key.
pub fn pin(key: &DossierKey) -> String {
    code(&mac(&key.0, &[b"pin"]), 8)
}

/// The PIN as printed: four and four.
pub fn printed_pin(pin: &str) -> String {
    let (first, last) = pin.split_at(pin.len().min(4));
    format!("{first}-{last}")
}

/// Compares a typed PIN in constant time; small letters, blanks, hyphens and look-alikes are understood.
pub fn pin_matches(pin: &str, typed: &str) -> bool {
    let typed = normal(typed);
    typed.as_bytes().ct_eq(pin.as_bytes()).into()
}

/// A typed code in Crockford's alphabet as it was printed.
pub fn normal(typed: &str) -> String {
    typed
        .chars()
        .take(64)
        // Blanks, hyphens and the invisible break points of a printed address.
        .filter(char::is_ascii_alphanumeric)
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

/// A fresh random token of 256 bits for sessions and programs.
pub fn fresh_token(random: &dyn Random) -> String {
    code(&random.key(), 51)
}

/// A short random code that people say and type: `length` characters of 5 bits each.
pub fn short_code(random: &dyn Random, length: usize) -> String {
    code(&random.key(), length)
}

/// A short code as printed: in two halves.
pub fn printed_code(code: &str) -> String {
    let (first, last) = code.split_at_checked(code.len() / 2).unwrap_or((code, ""));
    format!("{first}-{last}")
}

/// What is stored of a token.
pub fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// SHA-256 in lower-case hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The first `length` characters of the bits in Crockford's alphabet.
fn code(bits: &[u8], length: usize) -> String {
    let bit = |index: usize| bits.get(index / 8).is_some_and(|byte| byte & (0x80 >> (index % 8)) != 0);
    let character = |at: usize| {
        let value = (0..5).fold(0_usize, |value, offset| value << 1 | usize::from(bit(at * 5 + offset)));
        ALPHABET.get(value).map_or('0', |byte| char::from(*byte))
    };
    (0..length).map(character).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pins_are_eight_characters_and_forgive_how_they_are_typed() {
        let pin = pin(&DossierKey([7; 32]));
        assert_eq!(pin.len(), 8);
        assert!(pin_matches(&pin, &printed_pin(&pin).to_lowercase()));
        assert!(!pin_matches(&pin, "0000-0000"));
        assert!(!pin_matches(&pin, ""));
    }

    #[test]
    fn codes_use_all_bits() {
        assert_eq!(code(&[0xff; 5], 8), "ZZZZZZZZ");
        assert_eq!(code(&[0x00; 5], 8), "00000000");
        assert_ne!(code(&[1; 32], 51), code(&[2; 32], 51));
    }
}
