//! Every class of error, and nothing that ends in a fault.

use super::{Api, PROCEDURE, token_of};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use serde_json::{Value, json};

fn fields(body: &Value) -> Vec<(&str, &str)> {
    let errors = body["errors"].as_array().map(Vec::as_slice).unwrap_or_default();
    errors.iter().filter_map(|e| Some((e["field"].as_str()?, e["code"].as_str()?))).collect()
}

#[tokio::test]
async fn queries_are_held_to_what_is_known() {
    let api = Api::open().await;
    let who = Some(&api.office.receiver);
    api.receive("q").await;
    for (path, code) in [
        ("/procedures?x=1", "unknown_parameter"),
        ("/procedures?q=a&q=b", "bad_parameter"),
        ("/procedures?limit=0", "bad_parameter"),
        ("/procedures?limit=-1", "bad_parameter"),
        ("/procedures?limit=1e9", "bad_parameter"),
        ("/procedures?on=2024-02-30", "bad_parameter"),
        ("/procedures?unit=99999", "bad_parameter"),
        ("/procedures?cursor=00", "bad_cursor"),
        ("/dossiers?stage=nowhere", "bad_parameter"),
        ("/dossiers?side=none", "bad_parameter"),
        ("/dossiers?cursor=%C3%A9", "bad_cursor"),
        ("/units?on=x", "bad_parameter"),
    ] {
        let answer = api.get(who, path).await;
        assert_eq!((answer.status, answer.code()), (StatusCode::BAD_REQUEST, code), "{path}");
        assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
    }
    let long = format!("/procedures?q={}", "a".repeat(9_000));
    assert_eq!(api.get(None, &long).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn cursors_lead_through_a_list_and_through_no_other() {
    let api = Api::open().await;
    let mut seen = Vec::new();
    let mut path = "/procedures?unit=10852&limit=5".to_owned();
    loop {
        let page = api.get(None, &path).await;
        let codes = page.body["items"].as_array().unwrap().iter().filter_map(|item| item["code"].as_str());
        seen.extend(codes.map(str::to_owned));
        match page.body["next"].as_str() {
            Some(next) => path = format!("/procedures?unit=10852&limit=5&cursor={next}"),
            None => {
                assert_eq!(seen.len() as u64, page.body["total"].as_u64().unwrap());
                break;
            }
        }
    }
    let count = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), count);
    let first = api.get(None, "/procedures?unit=10852&limit=5").await;
    let next = first.body["next"].as_str().unwrap();
    let elsewhere = api.get(None, &format!("/procedures?limit=5&cursor={next}")).await;
    assert_eq!(elsewhere.code(), "bad_cursor");
    let last = if next.ends_with('0') { "1" } else { "0" };
    let changed = format!("/procedures?unit=10852&limit=5&cursor={}{last}", &next[..next.len() - 1]);
    assert_eq!(api.get(None, &changed).await.code(), "bad_cursor");
}

#[tokio::test]
async fn addresses_methods_and_media_are_refused_as_problems() {
    let api = Api::open().await;
    let who = &api.office.receiver;
    assert_eq!(api.get(None, "/nowhere").await.code(), "not_found");
    assert_eq!(api.get(None, "/procedures/9.999999").await.code(), "not_found");
    assert_eq!(api.get(None, "/status/%FF").await.code(), "not_found");
    let bearer = format!("Bearer {}", token_of(who));
    for method in [Method::DELETE, Method::PUT, Method::TRACE, Method::PATCH] {
        let request = Request::builder().method(method.clone()).uri("/api/v1/dossiers");
        let answer = api.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(
            (answer.status, answer.code()),
            (StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed"),
            "{method}"
        );
    }
    for kind in ["text/plain", "application/x-www-form-urlencoded", ""] {
        let request = Request::post("/api/v1/dossiers")
            .header("authorization", &bearer)
            .header("idempotency-key", "k")
            .header("content-type", kind);
        let answer = api.send(request.body(Body::from("{}")).unwrap()).await;
        assert_eq!(answer.code(), "unsupported_media_type", "{kind}");
    }
    let foreign = Request::post("/api/v1/status").header("sec-fetch-site", "cross-site");
    let answer = api.send(foreign.body(Body::empty()).unwrap()).await;
    assert_eq!((answer.status, answer.code()), (StatusCode::FORBIDDEN, "forbidden"));
}

#[tokio::test]
async fn who_has_no_token_is_told_so() {
    let api = Api::open().await;
    for header in ["", "Bearer", "Bearer ", "Bearer x", "Basic eDp5", "Bearer khc_\u{7f}"] {
        let mut request = Request::get("/api/v1/dossiers");
        if let Ok(value) = axum::http::HeaderValue::from_str(header) {
            request = request.header("authorization", value);
        }
        let answer = api.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!((answer.status, answer.code()), (StatusCode::UNAUTHORIZED, "unauthenticated"), "{header}");
        assert_eq!(answer.header("www-authenticate"), "Bearer");
    }
    let cookie = Request::get("/api/v1/dossiers").header("cookie", "khongcho=anything");
    assert_eq!(api.send(cookie.body(Body::empty()).unwrap()).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn bodies_are_read_strictly_and_all_errors_come_at_once() {
    let api = Api::open().await;
    let who = Some(&api.office.receiver);
    let deep = format!("{{\"a\":{}", "[".repeat(10_000));
    for (body, code, status) in [
        ("{", "invalid_json", 400),
        ("[]", "invalid_json", 400),
        ("{\"a\":1,\"a\":2}", "duplicate_key", 400),
        ("{\"a\":1e400}", "invalid_json", 400),
        (deep.as_str(), "invalid_json", 400),
        ("{}", "invalid", 422),
    ] {
        let answer = api.post_text(who, "/dossiers", "b", body.to_owned()).await;
        assert_eq!((answer.status.as_u16(), answer.code()), (status, code));
    }
    let large = format!("{{\"note\":\"{}\"}}", "a".repeat(1 << 20));
    assert_eq!(api.post_text(who, "/dossiers", "b", large).await.code(), "too_large");
    let keyless = api.post(who, "/dossiers", "", &api.reception()).await;
    assert_eq!(keyless.code(), "idempotency_key_missing");

    let mut body = api.reception();
    body["unit"] = json!("10816");
    body["fee"] = json!(0);
    body["applicant"]["identity"] = json!("123");
    body["applicant"]["born"] = json!("2099-01-01");
    body["applicant"]["name"] = json!("x\u{0}");
    body["copies"] = json!(-1);
    body["components"][0]["component"] = json!("khong-co");
    let answer = api.post(who, "/dossiers", "b", &body).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let found = fields(&answer.body);
    for wanted in [
        ("unit", "unknown_field"),
        ("fee", "unknown_field"),
        ("applicant.identity", "bad_identity"),
        ("applicant.born", "bad_date"),
        ("applicant.name", "bad_characters"),
        ("copies", "out_of_range"),
        ("components.0.component", "not_here"),
    ] {
        assert!(found.contains(&wanted), "{wanted:?} not in {found:?}");
    }
}

#[tokio::test]
async fn rules_are_named_in_the_language_of_the_request() {
    let api = Api::open().await;
    let who = &api.office.receiver;
    let mut incomplete = api.reception();
    incomplete["components"] = json!([]);
    let answer = api.post(Some(who), "/dossiers", "r", &incomplete).await;
    assert_eq!((answer.status.as_u16(), answer.code()), (422, "components_missing"), "{}", answer.body);
    assert!(!fields(&answer.body).is_empty());
    let mut old = api.reception();
    old["version"] = json!(999);
    assert_eq!(api.post(Some(who), "/dossiers", "o", &old).await.code(), "version_not_in_force");
    let mut twice = api.reception();
    twice["duplicate_confirmed"] = json!(false);
    api.receive("first").await;
    let answer = api.post(Some(who), "/dossiers", "t", &twice).await;
    assert_eq!((answer.status.as_u16(), answer.code()), (409, "duplicate_dossier"));
    let speak = |language: &'static str| {
        let request = Request::get("/api/v1/nowhere").header("accept-language", language);
        request.body(Body::empty()).unwrap()
    };
    assert_eq!(api.send(speak("vi")).await.body["title"], "Không có nội dung này");
    assert_eq!(api.send(speak("en")).await.body["title"], "There is no such thing here");
}

#[tokio::test]
async fn the_promise_is_told_before_anything_is_recorded() {
    let api = Api::open().await;
    let who = Some(&api.office.receiver);
    let mut body = json!({ "procedure": PROCEDURE, "channel": "counter", "components": [] });
    if let Some(case) = api.reception().get("case") {
        body["case"] = case.clone();
    }
    let gaps = api.post(who, "/assessments", "", &body).await;
    assert_eq!(
        (gaps.status, &gaps.body["promise"]["same_day"]),
        (StatusCode::OK, &json!(false)),
        "{}",
        gaps.body
    );
    assert!(!gaps.body["missing"].as_array().unwrap().is_empty());
    body["components"] = api.reception()["components"].clone();
    let whole = api.post(who, "/assessments", "", &body).await;
    assert_eq!(whole.body["promise"]["same_day"], true);
    body["received_at"] = json!("2024-02-02T15:31:00+07:00");
    let late = api.post(who, "/assessments", "", &body).await;
    assert_eq!(late.body["promise"]["same_day"], false);
    for wrong in ["2024-02-02T08:00:00", "2024-02-02", "yesterday", "9999-01-01T00:00:00+07:00"] {
        body["received_at"] = json!(wrong);
        let answer = api.post(who, "/assessments", "", &body).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert_eq!(fields(&answer.body)[0].0, "received_at");
    }
    assert_eq!(api.get(who, "/dossiers").await.body["total"], 0);
}

#[tokio::test]
async fn an_unknown_code_and_a_wrong_pin_look_the_same() {
    let api = Api::open().await;
    let code = api.receive("p").await;
    let ask = |code: &str| json!({ "code": code, "pin": "0000-0000" });
    let wrong = api.post(None, "/status", "", &ask(&code)).await;
    let unknown = api.post(None, "/status", "", &ask("H23.11.99-240202-0001")).await;
    assert_eq!((wrong.status, &wrong.body), (StatusCode::NOT_FOUND, &unknown.body));
    for _ in 0..8 {
        api.post(None, "/status", "", &ask("H23.11.99-240202-0002")).await;
    }
    let blocked = api.post(None, "/status", "", &ask(&code)).await;
    assert_eq!((blocked.status, blocked.code()), (StatusCode::TOO_MANY_REQUESTS, "too_many_requests"));
}
