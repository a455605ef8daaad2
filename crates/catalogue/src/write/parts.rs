//! Parts that many entries share.

use domain::day::Window;
use domain::law::LegalSource;
use domain::procedure::Bilingual;
use domain::validity::Validity;

use super::section::{Document, inline, quote};

/// A text in both languages.
pub(super) fn bilingual(text: &Bilingual) -> String {
    inline(&[("vi", quote(&text.vi)), ("en", quote(&text.en))])
}

/// `source` and `certainty`.
pub(super) fn source(file: &mut Document, source: &LegalSource) {
    file.pair("source", quote(&source.citation));
    file.pair("certainty", quote(source.certainty.name()));
}

/// A source on one line.
pub(super) fn inline_source(source: &LegalSource) -> String {
    inline(&[("source", quote(&source.citation)), ("certainty", quote(source.certainty.name()))])
}

/// `from` and `to`.
pub(super) fn validity(file: &mut Document, days: Validity) {
    file.pair("from", days.from);
    if let Some(to) = days.to {
        file.pair("to", to);
    }
}

/// `from` and `to` where they differ from those of the whole.
pub(super) fn validity_within(file: &mut Document, days: Validity, whole: Validity) {
    if days != whole {
        validity(file, days);
    }
}

/// Opening hours.
pub(super) fn hours(windows: &[Window]) -> Vec<String> {
    let printed = |window: &Window| {
        let (from, to) = (window.opens(), window.closes());
        format!("\"{:02}:{:02}-{:02}:{:02}\"", from.hour(), from.minute(), to.hour(), to.minute())
    };
    windows.iter().map(printed).collect()
}
