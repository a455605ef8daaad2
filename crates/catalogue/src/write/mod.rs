//! Writing a pack back as text files, in one canonical form: what is read again is the same pack, and what is
//! written again is the same text.

mod calendars;
mod parts;
mod procedure;
mod programmes;
mod section;
mod units;

use std::collections::BTreeMap;

use crate::pack::{Pack, PackMeta};
use parts::{bilingual, validity};
use section::{Document, quote};

/// The files of a pack: path within the pack, text; by path.
pub fn export(pack: &Pack) -> Vec<(String, String)> {
    let mut files = vec![
        ("pack.toml".to_owned(), meta(&pack.meta)),
        ("sectors.toml".to_owned(), sectors(pack)),
        ("calendars.toml".to_owned(), calendars::write(&pack.calendars)),
        ("units.toml".to_owned(), units::write(&pack.units)),
        ("programmes.toml".to_owned(), programmes::write(&pack.programmes)),
    ];
    let mut by_code: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for version in &pack.procedures {
        by_code.entry(&version.code).or_default().push(version);
    }
    for (code, versions) in by_code {
        files.push((format!("procedures/{code}.toml"), procedure::write(code, &versions)));
    }
    files.sort();
    files
}

fn meta(meta: &PackMeta) -> String {
    let mut file = Document::default();
    file.pair("id", quote(&meta.id));
    file.pair("revision", meta.revision);
    file.pair("name", bilingual(&meta.name));
    file.pair("notice", bilingual(&meta.notice));
    validity(&mut file, meta.validity);
    for forms in &meta.forms {
        file.section("[[forms]]");
        file.pair("set", quote(forms.set.name()));
        validity(&mut file, forms.validity);
        parts::source(&mut file, &forms.source);
    }
    for level in &meta.levels {
        file.section("[[level]]");
        file.pair("code", quote(level.code.as_str()));
        file.pair("name", bilingual(&level.name));
        file.pair("rank", level.rank);
    }
    file.finish()
}

fn sectors(pack: &Pack) -> String {
    let mut file = Document::default();
    for sector in &pack.sectors {
        file.section("[[sector]]");
        file.pair("code", quote(sector.code.as_str()));
        file.pair("name", bilingual(&sector.name));
    }
    file.finish()
}
