//! A browser in front of the real router.

use app::testing::Office;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use std::net::{IpAddr, Ipv4Addr};
use tower::ServiceExt;

/// A browser without a script; without a cookie it is the machine in the hall or a phone.
pub struct Browser {
    pub router: Router,
    pub cookie: String,
}

pub struct Answer {
    pub status: StatusCode,
    pub location: String,
    pub cookie: String,
    pub body: String,
}

impl Browser {
    pub fn stranger(office: &Office) -> Self {
        Self { router: web::router(office.app.clone()), cookie: String::new() }
    }

    pub async fn sign_in(office: &Office, username: &str) -> Self {
        let here = IpAddr::V4(Ipv4Addr::LOCALHOST);
        let password = app::account::DEMO_PASSWORD;
        let signed = app::account::sign_in(&office.app, username, password, here, None).await.unwrap();
        let cookie = format!("{}={}", web::staff::cookie_name(&office.app), signed.token);
        Self { cookie, ..Self::stranger(office) }
    }

    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let status = answer.status();
        let head = |name| answer.headers().get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
        let (location, cookie) = (head(header::LOCATION), head(header::SET_COOKIE));
        let body = to_bytes(answer.into_body(), 32 << 20).await.unwrap();
        Answer { status, location, cookie, body: String::from_utf8_lossy(&body).into_owned() }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path).header(header::COOKIE, &self.cookie).body(Body::empty()).unwrap()).await
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

    /// Presses a button of the counter's page, with everything hidden that the page holds for it.
    pub async fn press(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get("/quay/goi-so").await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        let secret = value_of(&page.body, "_csrf");
        let hidden: Vec<(String, String)> = ["so", "version", "quay"]
            .iter()
            .filter(|name| !fields.iter().any(|(given, _)| given == *name))
            .filter_map(|name| Some(((*name).to_owned(), hidden_of(&page.body, name)?)))
            .collect();
        let mut all = vec![("_csrf", secret.as_str())];
        all.extend(hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        all.extend(fields);
        self.post(path, &all).await
    }
}

fn hidden_of(html: &str, name: &str) -> Option<String> {
    let after = html.split_once(&format!("name=\"{name}\" value=\""))?.1;
    after.split('"').next().map(str::to_owned)
}

pub fn value_of(html: &str, name: &str) -> String {
    hidden_of(html, name).expect(name)
}
