//! Networks as settings: a list in the file, one text with commas in the environment.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use web::Network;

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Text(String),
    List(Vec<String>),
}

/// Writes them as a list.
pub fn serialize<S: Serializer>(networks: &[Network], serializer: S) -> Result<S::Ok, S::Error> {
    networks.iter().map(Network::to_string).collect::<Vec<_>>().serialize(serializer)
}

/// Reads a list, or a text with commas.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Network>, D::Error> {
    let texts = match Written::deserialize(deserializer)? {
        Written::List(texts) => texts,
        Written::Text(text) => text.split(',').map(str::to_owned).collect(),
    };
    let named = texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty());
    named.map(|text| text.parse().map_err(D::Error::custom)).collect()
}
