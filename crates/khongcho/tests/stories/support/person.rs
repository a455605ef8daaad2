//! Somebody with a browser: own cookies, follows redirects, fills in forms.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use ureq::http::{Method, Request, header};
use ureq::{Agent, AsSendBody};

use super::Page;

/// The password of every account of the demo; it works on loopback only.
pub const PASSWORD: &str = "khong-cho-demo";

const REDIRECTS_MAX: usize = 5;
const BOUNDARY: &str = "khongcho-story-boundary";

/// A file for a form: name of the field, name of the file, kind, bytes.
pub type Upload<'a> = (&'a str, &'a str, &'a str, &'a [u8]);

/// A window of one person.
pub struct Person {
    agent: Agent,
    base: String,
    cookies: BTreeMap<String, String>,
}

impl Person {
    /// A window on the server at `base`.
    pub fn new(base: &str) -> Self {
        let config = Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .build();
        Self { agent: config.into(), base: base.to_owned(), cookies: BTreeMap::new() }
    }

    /// Opens `path`.
    pub fn get(&mut self, path: &str) -> Page {
        let answer = self.request(Method::GET, path, "", &[]);
        self.follow(answer)
    }

    /// Logs in with the password of the demo and gives the first page; fails when refused.
    pub fn log_in(&mut self, username: &str) -> Page {
        let page = self.get("/dang-nhap");
        let first = self.submit(&page, "/dang-nhap", &[("username", username), ("password", PASSWORD)]);
        assert_eq!(first.status, 200, "{username} logs in: {}", first.text());
        assert!(!first.path.starts_with("/dang-nhap"), "{username} was not let in: {}", first.text());
        first
    }

    /// Fills the form of `page` that goes to `action` with `typed` and sends it.
    pub fn submit(&mut self, page: &Page, action: &str, typed: &[(&str, &str)]) -> Page {
        self.submit_with(page, action, typed, &[])
    }

    /// The same with files.
    pub fn submit_with(
        &mut self,
        page: &Page,
        action: &str,
        typed: &[(&str, &str)],
        files: &[Upload],
    ) -> Page {
        let answer = self.send(page, action, typed, files);
        self.follow(answer)
    }

    /// Sends the form and gives the first answer, redirects not followed.
    pub fn send(&mut self, page: &Page, action: &str, typed: &[(&str, &str)], files: &[Upload]) -> Page {
        let form = page
            .form(action)
            .unwrap_or_else(|| panic!("no form to {action} on {}:\n{}", page.path, page.text()));
        let target = if form.action.is_empty() { page.path.clone() } else { form.action.clone() };
        let fields = form.filled(typed);
        if form.multipart {
            let kind = format!("multipart/form-data; boundary={BOUNDARY}");
            self.request(Method::POST, &target, &kind, &multipart(&fields, files))
        } else {
            self.request(
                Method::POST,
                &target,
                "application/x-www-form-urlencoded",
                encode(&fields).as_bytes(),
            )
        }
    }

    /// Sends `body` as it is: for programs, and for what no browser would send.
    pub fn request(&mut self, method: Method, path: &str, content_type: &str, body: &[u8]) -> Page {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder()
            .method(&method)
            .uri(format!("{}{path}", self.base))
            .header(header::COOKIE, cookies.join("; "))
            .header(header::ACCEPT_LANGUAGE, "vi");
        if !content_type.is_empty() {
            request = request.header(header::CONTENT_TYPE, content_type).header(header::ORIGIN, &self.base);
        }
        if method == Method::GET {
            self.run(request.body(()).expect("a request"), path)
        } else {
            self.run(request.body(body).expect("a request"), path)
        }
    }

    fn run(&mut self, request: Request<impl AsSendBody>, path: &str) -> Page {
        let mut answer = self.agent.run(request).unwrap_or_else(|error| panic!("{path}: {error}"));
        for cookie in answer.headers().get_all(header::SET_COOKIE) {
            self.keep(cookie.to_str().expect("a cookie is ASCII"));
        }
        let text =
            |name| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let content_type = text(header::CONTENT_TYPE).to_owned();
        let location = text(header::LOCATION).to_owned();
        let status = answer.status().as_u16();
        let body = answer.body_mut().read_to_vec().unwrap_or_else(|error| panic!("{path}: {error}"));
        let path = if (300..400).contains(&status) { location } else { path.to_owned() };
        Page { status, path, content_type, body }
    }

    /// An answer of 3xx carries its target as path.
    fn follow(&mut self, mut page: Page) -> Page {
        for _ in 0..REDIRECTS_MAX {
            if !matches!(page.status, 301 | 302 | 303 | 307 | 308) {
                return page;
            }
            let target = page.path.strip_prefix(&self.base).unwrap_or(&page.path).to_owned();
            page = self.request(Method::GET, &target, "", &[]);
        }
        panic!("more than {REDIRECTS_MAX} redirects, the last to {}", page.path);
    }

    fn keep(&mut self, cookie: &str) {
        let Some((name, value)) = cookie.split(';').next().and_then(|pair| pair.split_once('=')) else {
            return;
        };
        if value.is_empty() || cookie.contains("Max-Age=0") {
            self.cookies.remove(name.trim());
        } else {
            self.cookies.insert(name.trim().to_owned(), value.trim().to_owned());
        }
    }
}

fn encode(fields: &[(String, String)]) -> String {
    fields
        .iter()
        .map(|(name, value)| format!("{}={}", percent(name), percent(value)))
        .collect::<Vec<_>>()
        .join("&")
}

fn percent(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-._*".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            write!(encoded, "%{byte:02X}").expect("writing to a string");
        }
        encoded
    })
}

fn multipart(fields: &[(String, String)], files: &[Upload]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part =
            format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(part.as_bytes());
    }
    for (name, file, kind, bytes) in files {
        let head = format!(
            "content-disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\ncontent-type: {kind}"
        );
        body.extend(format!("--{BOUNDARY}\r\n{head}\r\n\r\n").as_bytes());
        body.extend(*bytes);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}
