//! Looking texts up and filling them in.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::key::sources;
use crate::{Arg, Key, Lang, format};

type Bundle = FluentBundle<FluentResource>;

static VIETNAMESE: LazyLock<Bundle> = LazyLock::new(|| load(Lang::Vi));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| load(Lang::En));

/// The text of a message in which nothing is filled in: one look-up in a table.
///
/// A message with variables gives its id, which the tests of pages find; use [`text_with`] for it.
pub fn text(lang: Lang, key: Key) -> &'static str {
    key.plain(lang).unwrap_or_else(|| key.id())
}

/// The text of a message with its variables filled in, without isolation marks.
///
/// A variable without a value stays as `{$name}`, which the tests of pages find.
pub fn text_with(lang: Lang, key: Key, args: &[(&str, Arg<'_>)]) -> String {
    if let Some(plain) = key.plain(lang) {
        return plain.to_owned();
    }
    let bundle = match lang {
        Lang::Vi => &*VIETNAMESE,
        Lang::En => &*ENGLISH,
    };
    let Some(pattern) = bundle.get_message(key.id()).and_then(|message| message.value()) else {
        return key.id().to_owned();
    };
    let mut values = FluentArgs::with_capacity(args.len());
    for (name, value) in args {
        values.set(*name, value.into_fluent());
    }
    let mut errors = Vec::new();
    bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned()
}

fn load(lang: Lang) -> Bundle {
    let tag: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::Vi => |value, _| grouped(Lang::Vi, value),
        Lang::En => |value, _| grouped(Lang::En, value),
    }));
    for source in sources(lang) {
        // The build has parsed every file, so what remains here is the readable part in any case.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(readable, _)| readable);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn grouped(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format::number(lang, number.value as i64)),
        FluentValue::String(_) | FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_in_without_isolation_marks() {
        let text = text_with(Lang::Vi, Key::CommonRemaining, &[("span", Arg::Text("2 giờ 10 phút"))]);
        assert_eq!(text, "còn 2 giờ 10 phút");
    }

    #[test]
    fn numbers_are_grouped_and_choose_the_plural() {
        let hours = |lang, n| text_with(lang, Key::CommonHours, &[("n", Arg::Number(n))]);
        assert_eq!(hours(Lang::En, 1), "1 hour");
        assert_eq!(hours(Lang::En, 2192), "2,192 hours");
        assert_eq!(hours(Lang::Vi, 2192), "2.192 giờ");
    }

    #[test]
    fn a_message_that_needs_values_shows_its_id_without_them() {
        assert_eq!(text(Lang::Vi, Key::CommonHours), "common-hours");
        assert!(text_with(Lang::Vi, Key::CommonHours, &[]).contains("{$n}"));
    }
}
