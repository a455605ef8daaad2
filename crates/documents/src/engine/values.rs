//! The document as values of the typesetter.

use serde_json::Value as Json;
use typst::foundations::{Array, Bytes, Dict, IntoValue, Value};

use super::clean::clean;
use crate::{Document, DocumentError, qr};

/// Text of the largest notice stays far below; more is refused before it costs memory.
const TEXT_LIMIT: usize = 512 * 1024;

/// What was met on the way through the values.
#[derive(Default)]
struct Tally {
    bytes: usize,
    replaced: usize,
}

/// `sys.inputs` for `document`, and how many characters the fonts could not show.
pub(super) fn inputs(document: &Document) -> Result<(Dict, usize), DocumentError> {
    let mut tally = Tally::default();
    let doc = convert(document.values()?, &mut tally);
    if tally.bytes > TEXT_LIMIT {
        return Err(DocumentError::TooLarge { bytes: tally.bytes, limit: TEXT_LIMIT });
    }
    let mut inputs = Dict::new();
    inputs.insert("doc".into(), doc);
    inputs.insert("title".into(), clean(document.title()).0.into_value());
    inputs.insert("qr".into(), qr_value(document)?);
    Ok((inputs, tally.replaced))
}

fn qr_value(document: &Document) -> Result<Value, DocumentError> {
    let Some(look_up) = &document.frame().look_up else {
        return Ok(Value::None);
    };
    let code = qr::draw(&look_up.url)?;
    let mut value = Dict::new();
    value.insert("modules".into(), code.modules.into_value());
    value.insert("svg".into(), Bytes::from_string(code.svg).into_value());
    Ok(value.into_value())
}

fn convert(json: Json, tally: &mut Tally) -> Value {
    match json {
        Json::Null => Value::None,
        Json::Bool(flag) => flag.into_value(),
        Json::Number(number) => number.as_i64().map_or_else(|| number.to_string().into_value(), Value::Int),
        Json::String(text) => {
            tally.bytes += text.len();
            let (shown, replaced) = clean(&text);
            tally.replaced += replaced;
            shown.into_value()
        }
        Json::Array(items) => {
            items.into_iter().map(|item| convert(item, tally)).collect::<Array>().into_value()
        }
        Json::Object(fields) => fields
            .into_iter()
            .map(|(name, field)| (name.into(), convert(field, tally)))
            .collect::<Dict>()
            .into_value(),
    }
}
