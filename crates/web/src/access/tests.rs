//! The table against the router as it is, and every role against every address.

use super::*;
use crate::sign_in::tests::Browser;
use app::account::demo::everybody;
use app::testing::UNIT;
use axum::http::StatusCode;
use std::collections::{BTreeMap, BTreeSet};

/// Method and address of everything a router answers, read from what it prints of itself.
fn routes_of(router: &axum::Router) -> BTreeSet<(String, String)> {
    let printed = format!("{router:?}");
    let own = printed.split("fallback_router").next().unwrap();
    let (routes, paths) = own.split_once("node: Node").expect("routes, then their paths");
    let numbered = |text: &str| -> BTreeMap<String, String> {
        let parts = text.split("RouteId(").skip(1).filter_map(|part| part.split_once(')'));
        parts.map(|(number, rest)| (number.to_owned(), rest.to_owned())).collect()
    };
    let paths = numbered(paths);
    let mut found = BTreeSet::new();
    for (number, endpoint) in numbered(routes) {
        let path = paths[&number].split('"').nth(1).expect("a path").to_owned();
        for method in ["get", "post", "put", "delete", "patch"] {
            let field = endpoint.split(&format!(" {method}: ")).nth(1).expect("a method");
            if !field.starts_with("None") {
                found.insert((method.to_uppercase(), path.clone()));
            }
        }
    }
    assert!(found.len() > 60, "the router prints itself in another way: {printed}");
    found
}

/// An address of the table with something in its places: the unit and the day exist, other things do not.
fn sample(path: &str) -> String {
    path.replace("{unit}", UNIT)
        .replace("{date}", "2024-02-02")
        .replace("{act}", "approve")
        .replace("{file}", "khong-co.pdf")
        .replace("{paper}", "phieu.pdf")
        .replace("{username}", "khong.ai")
        .replace("{code}", "H23.108-240202-9999")
        .replace("{token}", "KHONGCO")
        .replace("{sha256}", &"0".repeat(64))
        .replace("{pack}", "khong-co")
        .replace("{id}", "khong-co")
        .replace("{hold}", "KHONGCO")
        .replace("{group}", "khong-co")
        .replace("{sample}", "parts")
}

/// What somebody may get who may open the address: samples may name nothing, and the forms are empty.
fn expected(row: &Row) -> &'static [u16] {
    match row.method {
        "GET" => &[200, 301, 303, 404],
        _form => &[200, 204, 303, 400, 404, 409, 422],
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_route_has_its_row_and_every_row_its_route() {
    let browser = Browser::open().await;
    let routes = routes_of(&browser.router);
    let rows: BTreeSet<_> =
        all().into_iter().map(|row| (row.method.to_owned(), row.path.into_owned())).collect();
    let without: Vec<_> = routes.difference(&rows).collect();
    assert!(without.is_empty(), "no row in web::access says who may open {without:?}");
    let stale: Vec<_> = rows.difference(&routes).collect();
    assert!(stale.is_empty(), "rows without a route: {stale:?}");
    assert_eq!(all().len(), rows.len(), "an address stands twice");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_role_opens_what_its_rows_say_and_nothing_else() {
    let everybody = everybody(&Browser::open().await.office.app);
    for person in everybody.into_iter().filter(|person| !person.username.contains('.')) {
        let mut browser = Browser::of(&person.username).await;
        let mut wrong = Vec::new();
        // Whoever logs out cannot open the next page.
        let ends =
            |row: &&Row| matches!(&*row.path, "/dang-xuat" | "/tai-khoan/moi-noi") && row.method == "POST";
        let (last, first): (Vec<&Row>, Vec<&Row>) = ROWS.iter().partition(ends);
        for row in first.into_iter().chain(last) {
            if browser.get("/quay").await.to.starts_with("/dang-nhap") {
                browser.log_in(&person.username, app::account::DEMO_PASSWORD).await;
            }
            let path = sample(&row.path);
            let answer = if row.method == "GET" {
                browser.get(&path).await
            } else {
                browser.submit("/tai-khoan", &path, &[]).await
            };
            let open = matches!(row.who, Who::Everyone | Who::Demo | Who::Staff | Who::Asked)
                || row.who.is_for(person.role);
            let status = answer.status.as_u16();
            let right = if open { expected(row) } else { &[403] };
            let asked_later = matches!(row.who, Who::Asked) && status == 403;
            if !right.contains(&status) && !asked_later {
                wrong.push(format!("{} {}: {status} in place of {right:?}", row.method, row.path));
            }
        }
        assert!(wrong.is_empty(), "{}: {wrong:#?}", person.username);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_sent_to_the_log_in() {
    let mut browser = Browser::open().await;
    for row in ROWS.iter().filter(|row| !matches!(row.who, Who::Everyone | Who::Demo)) {
        let path = sample(&row.path);
        let answer =
            if row.method == "GET" { browser.get(&path).await } else { browser.send(&path, &[]).await };
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{} {path}", row.method);
        assert!(answer.to.starts_with("/dang-nhap?ve="), "{} {path}: {}", row.method, answer.to);
    }
    for row in api::access().iter().filter(|row| matches!(row.who, Who::Program)) {
        let path = sample(&row.path);
        let answer =
            if row.method == "GET" { browser.get(&path).await } else { browser.send(&path, &[]).await };
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{} {path}", row.method);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_may_not_reads_what_it_needs_and_where_to_go_on() {
    let mut browser = Browser::of("tiepnhan").await;
    let page = browser.get("/phe-duyet").await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    for words in
        ["Phê duyệt", "Lãnh đạo phê duyệt", "Công chức tiếp nhận", "href=\"/quay\"", "href=\"/tai-khoan\""]
    {
        assert!(page.html.contains(words), "{words}: {}", page.html);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_without_a_row_is_open_to_nobody() {
    use axum::body::Body;
    use axum::middleware::from_fn_with_state;
    use axum::routing::get;
    use tower::ServiceExt;
    let office = app::testing::Office::open().await;
    let site = crate::site::Site::new(office.app.clone());
    let router = axum::Router::new()
        .route("/moi", get(async || "seen"))
        .route("/tro-giup", get(async || "seen").post(async || "done"))
        .route_layer(from_fn_with_state(site.clone(), listed))
        .with_state(site);
    for (method, path, status) in [
        ("GET", "/moi", 403),
        ("GET", "/tro-giup", 200),
        ("HEAD", "/tro-giup", 200),
        ("POST", "/tro-giup", 405),
    ] {
        let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
        let answer = router.clone().oneshot(request).await.unwrap();
        assert_eq!(answer.status().as_u16(), status, "{method} {path}");
    }
}

#[test]
fn the_printed_table_is_as_agreed() {
    // The golden file is read by people who answer for it; change both together.
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/src/access/access.golden.txt");
    if std::env::var_os("KHONGCHO_BLESS").is_some() {
        std::fs::write(golden, printed()).unwrap();
    }
    assert_eq!(printed(), std::fs::read_to_string(golden).unwrap());
}
