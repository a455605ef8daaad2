//! What machines ask for: which pages to read, and where to report a weakness.

use crate::site::Site;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use domain::time::civil;
use jiff::SignedDuration;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// How long the note on reporting weaknesses is good for.
const SECURITY_TXT_VALID: SignedDuration = SignedDuration::from_hours(24 * 180);

/// `/robots.txt`: pages about single dossiers are nobody's search result.
pub async fn robots(State(site): State<Site>) -> Response {
    let closed = [
        "/ho-so/",
        "/dat-lich/",
        "/the/",
        "/giup-do",
        "/kiem-chung/",
        "/quay",
        "/api/",
        "/bang/",
        "/tuy-chon",
        "/dong-ho",
    ];
    let mut text = String::from("User-agent: *\n");
    for path in closed {
        let _ = writeln!(text, "Disallow: {path}");
    }
    let _ = writeln!(text, "Sitemap: {}/sitemap.xml", site.app.config.public_url);
    text.into_response()
}

/// `/sitemap.xml`: the public pages and every procedure in force.
pub async fn sitemap(State(site): State<Site>) -> Response {
    let (policy, on) = (site.app.policy(), civil(site.app.clock.now()).date());
    let fixed =
        ["/", "/thu-tuc", "/khong-cho", "/dat-lich", "/tra-cuu", "/tro-giup", "/tro-nang", "/rieng-tu"];
    let codes: BTreeSet<String> = policy.in_force(on).map(|version| version.code.to_string()).collect();
    let paths = fixed.into_iter().map(str::to_owned);
    let paths = paths.chain(codes.into_iter().map(|code| format!("/thu-tuc/{code}")));
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for path in paths {
        let _ = writeln!(text, "<url><loc>{}{path}</loc></url>", escaped(&site.app.config.public_url));
    }
    text.push_str("</urlset>\n");
    ([(CONTENT_TYPE, "application/xml; charset=utf-8")], text).into_response()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// `/.well-known/security.txt`, RFC 9116.
pub async fn security(State(site): State<Site>) -> Response {
    let (address, now) = (&site.app.config.public_url, site.app.clock.now());
    let until = now.checked_add(SECURITY_TXT_VALID).unwrap_or(now).strftime("%Y-%m-%dT%H:%M:%SZ");
    let text = format!(
        "Contact: {address}/tro-giup\nExpires: {until}\nPreferred-Languages: vi, en\n\
         Canonical: {address}/.well-known/security.txt\n"
    );
    ([(CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}
