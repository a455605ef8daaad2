//! Numbers, shares and money.

use domain::money::Dong;

use crate::{Arg, Key, Lang, text_with};

/// A whole number in groups of three: `2.192`; `2,192`.
pub fn number(lang: Lang, value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if value < 0 {
        out.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(group_mark(lang));
        }
        out.push(digit);
    }
    out
}

/// A share given in hundredths of a per cent (9997): `99,97 %`; `99.97%`.
pub fn percent(lang: Lang, hundredths: i64) -> String {
    let value = two_places(lang, hundredths);
    match lang {
        Lang::Vi => format!("{value} %"),
        Lang::En => format!("{value}%"),
    }
}

/// A difference of shares in hundredths of a point, always with its sign: `+0,31 điểm %`; `+0.31 points`.
pub fn points(lang: Lang, hundredths: i64) -> String {
    let sign = if hundredths > 0 { "+" } else { "" };
    let value = format!("{sign}{}", two_places(lang, hundredths));
    text_with(lang, Key::CommonPoints, &[("value", Arg::Text(&value))])
}

/// An amount: `8.000 đ`; `8,000 VND`.
pub fn money(lang: Lang, amount: Dong) -> String {
    let value = number(lang, i64::try_from(amount.0).unwrap_or(i64::MAX));
    text_with(lang, Key::CommonMoney, &[("value", Arg::Text(&value))])
}

fn two_places(lang: Lang, hundredths: i64) -> String {
    let magnitude = hundredths.unsigned_abs();
    let sign = if hundredths < 0 { "-" } else { "" };
    let whole = number(lang, i64::try_from(magnitude / 100).unwrap_or(i64::MAX));
    format!("{sign}{whole}{}{:02}", decimal_mark(lang), magnitude % 100)
}

const fn group_mark(lang: Lang) -> char {
    match lang {
        Lang::Vi => '.',
        Lang::En => ',',
    }
}

const fn decimal_mark(lang: Lang) -> char {
    match lang {
        Lang::Vi => ',',
        Lang::En => '.',
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_language_has_its_marks() {
        assert_eq!(number(Lang::Vi, 2192), "2.192");
        assert_eq!(number(Lang::En, -1_234_567), "-1,234,567");
        assert_eq!(percent(Lang::Vi, 9997), "99,97 %");
        assert_eq!(percent(Lang::En, 9997), "99.97%");
        assert_eq!(points(Lang::Vi, -31), "-0,31 điểm %");
        assert_eq!(points(Lang::En, 3912), "+39.12 points");
        assert_eq!(money(Lang::Vi, Dong(8000)), "8.000 đ");
        assert_eq!(money(Lang::En, Dong(8000)), "8,000 VND");
    }

    proptest! {
        #[test]
        fn marks_never_change_the_digits(value: i64) {
            for lang in Lang::ALL {
                let plain: String = number(lang, value).chars().filter(|c| c.is_ascii_digit() || *c == '-').collect();
                prop_assert_eq!(plain, value.to_string());
            }
        }
    }
}
