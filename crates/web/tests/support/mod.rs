//! A signed-in browser without a script, for the tests of pages.

#![allow(dead_code, reason = "each test file uses a part of it")]

use app::testing::Office;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use tower::ServiceExt;
use web::Networks;

/// A signed-in browser without a script.
pub struct Browser {
    pub router: Router,
    pub cookie: String,
    /// Where its connections come from.
    pub peer: IpAddr,
    /// Headers of every request, as proxies add them.
    pub headers: Vec<(&'static str, &'static str)>,
}

/// An answer with its text.
pub struct Answer {
    pub status: StatusCode,
    pub location: String,
    pub body: String,
}

impl Browser {
    /// Nobody yet, at the machine itself.
    pub fn open(office: &Office) -> Self {
        Self::behind(office, Networks::default())
    }

    /// Nobody yet, before a server that knows these networks.
    pub fn behind(office: &Office, networks: Networks) -> Self {
        let router = web::router_with(office.app.clone(), networks);
        Self { router, cookie: String::new(), peer: Ipv4Addr::LOCALHOST.into(), headers: Vec::new() }
    }

    /// Somebody of the demo, whose accounts are made where they are missing.
    pub async fn sign_in(office: &Office, username: &str) -> Self {
        app::account::seed_demo(&office.app).await.unwrap();
        let here = IpAddr::V4(Ipv4Addr::LOCALHOST);
        let password = app::account::DEMO_PASSWORD;
        let signed = app::account::sign_in(&office.app, username, password, here, None).await.unwrap();
        let cookie = format!("{}={}", web::staff::cookie_name(&office.app), signed.token);
        Self { cookie, ..Self::open(office) }
    }

    pub async fn ask(&self, mut request: Request<Body>) -> Answer {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(self.peer, 50_000)));
        for (name, value) in &self.headers {
            request.headers_mut().append(*name, value.parse().unwrap());
        }
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let status = answer.status();
        let location = answer.headers().get(header::LOCATION).map(|l| l.to_str().unwrap().to_owned());
        let body = to_bytes(answer.into_body(), 32 << 20).await.unwrap();
        let body = String::from_utf8_lossy(&body).into_owned();
        Answer { status, location: location.unwrap_or_default(), body }
    }

    pub async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path).header(header::COOKIE, &self.cookie).body(Body::empty()).unwrap();
        self.ask(request).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_urlencoded::to_string(fields).unwrap();
        let request = Request::post(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        self.ask(request).await
    }

    /// Sends a form that stands on a page, with the secret of the page.
    pub async fn send(&self, page: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let shown = self.get(page).await;
        assert_eq!(shown.status, StatusCode::OK, "{page}: {}", shown.location);
        let secret = value_of(&shown.body, "_csrf");
        let mut all = vec![("_csrf", secret.as_str())];
        all.extend(fields);
        self.post(path, &all).await
    }
}

/// The value of the first hidden field of a name.
pub fn value_of(html: &str, name: &str) -> String {
    let after = html.split_once(&format!("name=\"{name}\" value=\"")).expect(name).1;
    after.split('"').next().unwrap().to_owned()
}
