//! One request: who asks, in which language, from where; and the page frame that follows from it.

use crate::layout::{DemoClock, Page, Prefs};
use crate::live::Seats;
use crate::network::Networks;
use crate::portal::handler::board::Boards;
use crate::queue::picture::Queues;
use app::App;
use app::account::Origin;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};
use axum::http::request::Parts;
use i18n::{Key as K, Lang};
use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

/// What every handler shares.
#[derive(Clone)]
pub struct Site {
    /// The product.
    pub app: App,
    /// Trusted proxies, and networks of the units.
    pub networks: Arc<Networks>,
    /// Pictures of queues, each taken once for all who look on.
    pub queues: Queues,
    /// Boards, the same.
    pub boards: Boards,
    /// Seats for whoever watches.
    pub seats: Seats,
}

impl Site {
    /// The product with nobody watching yet, and no proxy in front.
    pub fn new(app: App) -> Self {
        let (queues, boards, seats) = (Queues::default(), Boards::default(), Seats::default());
        Self { app, networks: Arc::default(), queues, boards, seats }
    }

    /// Where a request came from; one that came over no socket was made inside this process.
    pub fn origin(&self, parts: &Parts) -> Origin {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        self.networks.origin(peer.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)), &parts.headers)
    }
}

/// What a request says about its reader.
#[derive(Debug, Clone)]
pub struct Ask {
    /// Language of the answer.
    pub lang: Lang,
    /// Type size and colours.
    pub prefs: Prefs,
    /// Path and query.
    pub path: String,
    /// The client's address, as [`Networks::origin`] believes it.
    pub address: IpAddr,
    /// Whether a proxy stands in between.
    pub via_proxy: bool,
    /// Whether the browser carries a session; whether it still holds, only the desk knows.
    pub signed_in: bool,
    /// The demo clock.
    demo: Option<DemoClock>,
}

impl Ask {
    /// Where the request came from.
    pub const fn origin(&self) -> Origin {
        Origin { address: self.address, via_proxy: self.via_proxy }
    }

    /// The frame of a public page.
    pub fn page(&self, title: K) -> Page {
        self.titled(i18n::text(self.lang, title))
    }

    /// The frame of a public page with a title that is not a fixed text.
    pub fn titled(&self, title: impl Into<String>) -> Page {
        let mut page = Page::new(self.lang, self.path.clone(), title);
        page.prefs = self.prefs;
        page.demo = self.demo;
        page.signed_in = self.signed_in;
        page
    }
}

impl Ask {
    /// A name of the packs in the reader's language.
    pub fn name_of<'n>(&self, name: &'n domain::procedure::Bilingual) -> &'n str {
        match self.lang {
            Lang::Vi => &name.vi,
            Lang::En => &name.en,
        }
    }
}

impl FromRequestParts<Site> for Ask {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Infallible> {
        let header = |name| parts.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let prefs = Prefs::from_header(header(COOKIE));
        let lang = prefs.lang.unwrap_or_else(|| preferred(header(ACCEPT_LANGUAGE)));
        let Origin { address, via_proxy } = site.origin(parts);
        let demo = site.app.config.demo.then(|| DemoClock { now: site.app.clock.now() });
        let signed_in = crate::staff::session_token(&site.app, parts).is_some();
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        Ok(Self { lang, prefs, path, address, via_proxy, signed_in, demo })
    }
}

/// Vietnamese first: English only for who asks for it before Vietnamese.
fn preferred(accept: &str) -> Lang {
    let first = accept.split(',').next().unwrap_or_default().trim();
    if first.to_ascii_lowercase().starts_with("en") { Lang::En } else { Lang::Vi }
}

/// The value of a cookie.
pub fn cookie<'h>(header: &'h str, name: &str) -> Option<&'h str> {
    header
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(found, _)| *found == name)
        .map(|(_, v)| v)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_unless_english_comes_first() {
        assert_eq!(preferred(""), Lang::Vi);
        assert_eq!(preferred("en-US,en;q=0.9"), Lang::En);
        assert_eq!(preferred("vi-VN,vi;q=0.9,en;q=0.8"), Lang::Vi);
        assert_eq!(preferred("fr-FR"), Lang::Vi);
    }

    #[test]
    fn cookies_are_found_by_their_whole_name() {
        assert_eq!(cookie("a=1; khongcho=x", "khongcho"), Some("x"));
        assert_eq!(cookie("xkhongcho=1", "khongcho"), None);
    }
}
