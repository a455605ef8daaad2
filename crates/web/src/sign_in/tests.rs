//! Log-in and own account through the router, as a browser sends them.

use super::destination;
use app::account::{DEMO_PASSWORD, seed_demo};
use app::testing::Office;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{Request, StatusCode};
use std::net::SocketAddr;
use tower::ServiceExt;

/// A browser at the machine itself: one cookie, no script.
pub(crate) struct Browser {
    pub(crate) router: Router,
    cookie: String,
    /// The office behind it.
    pub(crate) office: Office,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) to: String,
    pub(crate) html: String,
}

impl Browser {
    /// A browser before an office with the accounts of the demo.
    pub(crate) async fn open() -> Self {
        let office = Office::open().await;
        seed_demo(&office.app).await.unwrap();
        Self { router: crate::router(office.app.clone()), cookie: String::new(), office }
    }

    /// The same, logged in.
    pub(crate) async fn of(username: &str) -> Self {
        let mut browser = Self::open().await;
        browser.log_in(username, DEMO_PASSWORD).await;
        browser
    }

    pub(crate) async fn log_in(&mut self, username: &str, password: &str) -> Answer {
        self.send("/dang-nhap", &[("username", username), ("password", password)]).await
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.ask(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// Sends a form without the token of the session.
    pub(crate) async fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_urlencoded::to_string(fields).unwrap();
        let kind = "application/x-www-form-urlencoded";
        self.ask(Request::post(path).header(CONTENT_TYPE, kind).body(Body::from(body)).unwrap()).await
    }

    /// Sends a form as a page of the session does; `page` is where the form stands.
    pub(crate) async fn submit(&mut self, page: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let html = self.get(page).await.html;
        let csrf = html.split("name=\"_csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let csrf = csrf.unwrap_or_default().to_owned();
        let mut all = vec![("_csrf", csrf.as_str())];
        all.extend_from_slice(fields);
        self.send(path, &all).await
    }

    async fn ask(&mut self, mut request: Request<Body>) -> Answer {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 50_000))));
        request.headers_mut().insert(COOKIE, self.cookie.parse().unwrap());
        let response = self.router.clone().oneshot(request).await.unwrap();
        if let Some(set) = response.headers().get(SET_COOKIE) {
            self.cookie = set.to_str().unwrap().split(';').next().unwrap().to_owned();
        }
        let status = response.status();
        let to = response.headers().get(LOCATION).map_or("", |to| to.to_str().unwrap()).to_owned();
        // A stream of events never ends.
        let streams = response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream");
        let body = if streams { Body::empty() } else { response.into_body() };
        let bytes = to_bytes(body, 8 << 20).await.unwrap();
        Answer { status, to, html: String::from_utf8_lossy(&bytes).into_owned() }
    }
}

#[test]
fn the_way_back_stays_on_this_site() {
    for (typed, to) in [
        ("/quay/tiep-nhan?thu-tuc=2.000635", "/quay/tiep-nhan?thu-tuc=2.000635"),
        ("", "/quay"),
        ("//evil.example", "/quay"),
        ("https://evil.example", "/quay"),
        ("/dang-nhap?ve=/dang-nhap", "/quay"),
        ("/dang-xuat", "/quay"),
    ] {
        assert_eq!(destination(typed), to, "{typed}");
    }
}

#[tokio::test]
async fn who_is_not_logged_in_comes_back_to_the_page_afterwards() {
    let mut browser = Browser::open().await;
    let turned = browser.get("/tai-khoan").await;
    assert_eq!((turned.status, turned.to.as_str()), (StatusCode::SEE_OTHER, "/dang-nhap?ve=%2Ftai-khoan"));
    let page = browser.get(&turned.to).await;
    assert!(page.html.contains("name=\"ve\" value=\"/tai-khoan\""), "{}", page.html);
    let entered = browser
        .send("/dang-nhap", &[("username", "tiepnhan"), ("password", DEMO_PASSWORD), ("ve", "/tai-khoan")])
        .await;
    assert_eq!((entered.status, entered.to.as_str()), (StatusCode::SEE_OTHER, "/tai-khoan"));
    assert_eq!(browser.get("/tai-khoan").await.status, StatusCode::OK);
    assert_eq!(browser.get("/dang-nhap").await.to, "/quay");
}

#[tokio::test]
async fn a_wrong_password_keeps_the_name_and_never_the_password() {
    let mut browser = Browser::open().await;
    let answer = browser.log_in("tiepnhan", "sai-mat-khau-x").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.html.contains("value=\"tiepnhan\"") && !answer.html.contains("sai-mat-khau-x"));
    for _ in 0..4 {
        browser.log_in("tiepnhan", "sai").await;
    }
    assert_eq!(browser.log_in("tiepnhan", DEMO_PASSWORD).await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn logging_out_needs_a_form_of_the_session() {
    let mut browser = Browser::of("tiepnhan").await;
    assert_eq!(browser.send("/dang-xuat", &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(browser.get("/tai-khoan").await.status, StatusCode::OK);
    let left = browser.submit("/tai-khoan", "/dang-xuat", &[]).await;
    assert_eq!(left.to, "/dang-nhap?tam-biet=1");
    assert_eq!(browser.get("/tai-khoan").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn every_fault_of_a_new_password_is_told_at_once() {
    let mut browser = Browser::of("tiepnhan").await;
    let path = "/tai-khoan/mat-khau";
    let wrong = [("hien-tai", DEMO_PASSWORD), ("moi", "12345"), ("lai", "123456")];
    let answer = browser.submit("/tai-khoan", path, &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.html.contains("quá ngắn") && answer.html.contains("không giống nhau"));
    let good = [("hien-tai", DEMO_PASSWORD), ("moi", "gạo nếp hoa vàng"), ("lai", "gạo nếp hoa vàng")];
    assert_eq!(browser.submit("/tai-khoan", path, &good).await.to, "/tai-khoan?xong=mat-khau");
    assert!(browser.get("/tai-khoan?xong=mat-khau").await.html.contains("Đã đổi mật khẩu"));
}
