//! Type size and colours, kept in a cookie so that they work without a script.

use std::fmt;

use i18n::Lang;

/// Size of all letters, in per cent of the usual size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextSize {
    /// The usual size: 18 px.
    #[default]
    Usual,
    /// 125 %.
    Large,
    /// 150 %.
    Larger,
    /// 200 %.
    Largest,
}

impl TextSize {
    /// Every size, the usual one first.
    pub const ALL: [Self; 4] = [Self::Usual, Self::Large, Self::Larger, Self::Largest];

    /// The value in forms, the cookie and `data-size`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Usual => "100",
            Self::Large => "125",
            Self::Larger => "150",
            Self::Largest => "200",
        }
    }

    /// Reads [`Self::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.code() == code)
    }
}

/// Colours of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// What the device asks for.
    #[default]
    Device,
    /// Dark on white.
    Light,
    /// Light on dark.
    Dark,
    /// Black on white, thick borders.
    Contrast,
}

impl Theme {
    /// Every choice, the device's own first.
    pub const ALL: [Self; 4] = [Self::Device, Self::Light, Self::Dark, Self::Contrast];

    /// The value in forms, the cookie and `data-theme`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Device => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }

    /// Reads [`Self::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }
}

/// What a reader chose; prints itself as attributes of `<html>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Prefs {
    /// Language, when chosen by hand.
    pub lang: Option<Lang>,
    /// Size of letters.
    pub size: TextSize,
    /// Colours.
    pub theme: Theme,
}

impl Prefs {
    /// Name of the cookie.
    pub const COOKIE: &'static str = "tuy-chon";

    /// The value of the cookie: `vi.125.dark`, with `-` for a language not chosen.
    pub fn to_cookie(self) -> String {
        let lang = self.lang.map_or("-", Lang::code);
        format!("{lang}.{}.{}", self.size.code(), self.theme.code())
    }

    /// Reads the value of the cookie; what it does not understand stays as usual.
    pub fn from_cookie(value: &str) -> Self {
        let mut parts = value.split('.');
        let lang = parts.next().and_then(Lang::from_code);
        let size = parts.next().and_then(TextSize::from_code).unwrap_or_default();
        let theme = parts.next().and_then(Theme::from_code).unwrap_or_default();
        Self { lang, size, theme }
    }

    /// Finds the cookie in the `Cookie` header.
    pub fn from_header(header: &str) -> Self {
        header
            .split(';')
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(name, _)| *name == Self::COOKIE)
            .map(|(_, value)| Self::from_cookie(value))
            .unwrap_or_default()
    }

    /// The `Set-Cookie` value: a year, this site only, readable by the server alone.
    pub fn set_cookie(self) -> String {
        format!("{}={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly", Self::COOKIE, self.to_cookie())
    }
}

impl fmt::Display for Prefs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.size != TextSize::Usual {
            write!(f, " data-size=\"{}\"", self.size.code())?;
        }
        if self.theme != Theme::Device {
            write!(f, " data-theme=\"{}\"", self.theme.code())?;
        }
        Ok(())
    }
}

impl askama::filters::HtmlSafe for Prefs {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cookie_reads_back() {
        for size in TextSize::ALL {
            for theme in Theme::ALL {
                for lang in [None, Some(Lang::Vi), Some(Lang::En)] {
                    let prefs = Prefs { lang, size, theme };
                    assert_eq!(Prefs::from_header(&format!("a=b; tuy-chon={}", prefs.to_cookie())), prefs);
                }
            }
        }
    }

    #[test]
    fn nonsense_is_the_usual() {
        for header in ["", "tuy-chon=", "tuy-chon=\"><script>", "tuy-chon=x.900.red"] {
            assert_eq!(Prefs::from_header(header), Prefs::default());
        }
    }
}
