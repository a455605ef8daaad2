//! Appointments as a browser meets them: a citizen without an account, and the unit.

mod citizen;
mod unit;

use crate::staff::cookie_name;
use app::testing::{Office, at};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION};
use axum::http::{Request, StatusCode};
use tower::ServiceExt;

pub struct Answer {
    pub status: StatusCode,
    pub location: String,
    pub headers: axum::http::HeaderMap,
    pub body: String,
}

/// A browser: with a session or without.
pub struct Browser {
    router: Router,
    cookie: String,
}

impl Browser {
    pub fn stranger(router: &Router) -> Self {
        Self { router: router.clone(), cookie: String::new() }
    }

    pub async fn sign_in(router: &Router, office: &Office, username: &str) -> Self {
        let here = std::net::IpAddr::from([127, 0, 0, 1]);
        let password = app::account::DEMO_PASSWORD;
        let signed = app::account::sign_in(&office.app, username, password, here, None).await.unwrap();
        let cookie = format!("{}={}", cookie_name(&office.app), signed.token);
        Self { router: router.clone(), cookie }
    }

    async fn ask(&self, request: Request<Body>) -> Answer {
        let mut request = request;
        // Demo accounts work on the machine itself only.
        let peer = axum::extract::ConnectInfo(std::net::SocketAddr::from(([127, 0, 0, 1], 1)));
        request.extensions_mut().insert(peer);
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = String::from_utf8(to_bytes(body, 1 << 22).await.unwrap().to_vec()).unwrap();
        let location = parts.headers.get(LOCATION).map_or("", |value| value.to_str().unwrap()).to_owned();
        Answer { status: parts.status, location, headers: parts.headers, body }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path).header(COOKIE, &self.cookie).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_urlencoded::to_string(fields).unwrap();
        let request = Request::post(path)
            .header(COOKIE, &self.cookie)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body));
        self.ask(request.unwrap()).await
    }

    /// Sends a form with the secret of the page it stands on.
    pub async fn send(&self, page: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let shown = self.get(page).await;
        assert_eq!(shown.status, StatusCode::OK, "{page}: {}", shown.location);
        let after = shown.body.split_once("name=\"_csrf\" value=\"").expect("a form").1;
        let secret = after.split('"').next().unwrap().to_owned();
        let mut all = vec![("_csrf", secret.as_str())];
        all.extend(fields);
        self.post(path, &all).await
    }
}

/// An office on the Thursday before its no-wait Friday, with the accounts of the demo.
pub async fn office() -> (Office, Router) {
    let office = Office::open().await;
    app::account::seed_demo(&office.app).await.unwrap();
    office.clock.set(at("2024-02-01T09:00:00+07:00"));
    let router = crate::router(office.app.clone());
    (office, router)
}

/// Holds an hour and sends the form; gives the address of the booking's page.
pub async fn book(browser: &Browser, hour: &str, phone: &str) -> String {
    let held = browser.post("/dat-lich/giu", &[("don-vi", "10852"), ("gio", hour)]).await;
    assert_eq!(held.status, StatusCode::SEE_OTHER, "{}", held.body);
    let form = [("ten", "Nguyễn Thị Đào"), ("dien-thoai", phone), ("thu-tuc", "1.001193")];
    let booked = browser.post(&held.location, &form).await;
    assert_eq!(booked.status, StatusCode::SEE_OTHER, "{}", booked.body);
    booked.location.trim_end_matches("?moi=1").to_owned()
}
