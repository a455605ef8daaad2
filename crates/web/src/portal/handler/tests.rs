//! The public pages as a browser meets them: a real office on SQLite behind the real router.

mod hostile;
mod pages;
mod tracking;

use app::testing::Office;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_TYPE, COOKIE};
use axum::http::{HeaderMap, Request, StatusCode};
use tower::ServiceExt;

/// The most a test reads of an answer.
const BODY_BYTES_MAX: usize = 1 << 22;

/// An answer, read whole.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// An office with its pages.
pub struct Portal {
    pub office: Office,
    pub router: Router,
}

impl Portal {
    pub async fn open() -> Self {
        let office = Office::open().await;
        let router = crate::router(office.app.clone());
        Self { office, router }
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, BODY_BYTES_MAX).await.unwrap().to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.get_in(path, "vi").await
    }

    pub async fn get_in(&self, path: &str, lang: &str) -> Answer {
        let request = Request::get(path).header(ACCEPT, "text/html");
        let request = request.header(COOKIE, format!("tuy-chon={lang}.100.auto"));
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// As a browser loads it: compressed.
    pub async fn get_small(&self, path: &str) -> Answer {
        let request = Request::get(path).header(ACCEPT, "text/html").header(ACCEPT_ENCODING, "gzip");
        self.send(request.body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, form: &str) -> Answer {
        let request = Request::post(path).header(ACCEPT, "text/html");
        let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(form.to_owned())).unwrap()).await
    }
}
