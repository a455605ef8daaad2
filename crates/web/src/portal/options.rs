//! Type size, colours and language, without a script.

use askama::Template;
use i18n::{Key as K, Lang};

use crate::layout::{Page, Prefs, Sampled, TextSize, Theme};
use crate::widget::{Choice, Notice, Opt, Submit, Tone};

/// The options, `/tuy-chon`. A plain GET form; with values the handler sets the cookie and goes back to `ve`.
#[derive(Debug, Template)]
#[template(path = "portal/options.html")]
pub struct Options {
    /// The frame.
    pub page: Page,
    /// Where the reader came from, already checked by `layout::local_path`.
    pub back_to: String,
    saved: Option<Notice>,
    size: Choice,
    theme: Choice,
    language: Choice,
    submit: Submit,
}

impl Options {
    /// Name of the size in the form.
    pub const SIZE: &'static str = "co-chu";
    /// Name of the colours in the form.
    pub const THEME: &'static str = "mau";
    /// Name of the language in the form.
    pub const LANGUAGE: &'static str = "ngon-ngu";
    /// Name of the address to come back to.
    pub const BACK: &'static str = "ve";

    /// The form with what is chosen now.
    pub fn new(page: Page, back_to: &str, just_saved: bool) -> Self {
        let Prefs { size, theme, .. } = page.prefs;
        let sizes = TextSize::ALL.map(|size| Opt::new(size.code(), page.t(size_name(size)))).to_vec();
        let themes = Theme::ALL.map(|theme| Opt::new(theme.code(), page.t(theme_name(theme)))).to_vec();
        let languages = Lang::ALL.map(|lang| Opt::new(lang.code(), lang.own_name())).to_vec();
        let one = |name, legend, options| Choice::one(page.lang, name, page.t(legend), options);
        Self {
            back_to: back_to.to_owned(),
            saved: just_saved.then(|| Notice::new(Tone::Good, page.t(K::PublicOptionsSaved), None)),
            size: one(Self::SIZE, K::PublicOptionsSize, sizes).pick(size.code()),
            theme: one(Self::THEME, K::PublicOptionsTheme, themes).pick(theme.code()),
            language: one(Self::LANGUAGE, K::PublicOptionsLanguage, languages).pick(page.lang.code()),
            submit: Submit::new(page.t(K::PublicOptionsSave)),
            page,
        }
    }
}

const fn size_name(size: TextSize) -> K {
    match size {
        TextSize::Usual => K::PublicSizeUsual,
        TextSize::Large => K::PublicSizeLarge,
        TextSize::Larger => K::PublicSizeLarger,
        TextSize::Largest => K::PublicSizeLargest,
    }
}

const fn theme_name(theme: Theme) -> K {
    match theme {
        Theme::Device => K::PublicThemeDevice,
        Theme::Light => K::PublicThemeLight,
        Theme::Dark => K::PublicThemeDark,
        Theme::Contrast => K::PublicThemeContrast,
    }
}

impl Sampled for Options {
    fn samples(lang: Lang) -> Vec<(&'static str, Self)> {
        let page = |prefs| {
            let mut page = super::sample_page(lang, "/tuy-chon", K::CommonNavOptions);
            page.prefs = prefs;
            page
        };
        let dark = Prefs { lang: Some(lang), size: TextSize::Largest, theme: Theme::Dark };
        let contrast = Prefs { lang: Some(lang), size: TextSize::Large, theme: Theme::Contrast };
        vec![
            ("options", Self::new(page(Prefs::default()), "/", false)),
            ("options-dark", Self::new(page(dark), "/tra-cuu", true)),
            ("options-contrast", Self::new(page(contrast), "/", true)),
        ]
    }
}
