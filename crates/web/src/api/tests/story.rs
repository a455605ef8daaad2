//! The main job by four programs, and repeating every request of it.

use super::{Api, token_of};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::json;

#[tokio::test]
async fn four_programs_take_a_dossier_from_counter_to_result() {
    let api = Api::open().await;
    let office = &api.office;
    let reception = api.reception();
    let first = api.post(Some(&office.receiver), "/dossiers", "k-1", &reception).await;
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.body);
    assert!(first.header("location").ends_with(first.code()));
    let again = api.post(Some(&office.receiver), "/dossiers", "k-1", &reception).await;
    assert_eq!((again.status, &again.body), (StatusCode::CREATED, &first.body));
    assert_eq!(again.header("idempotent-replayed"), "true");

    let at = format!("/dossiers/{}", first.code());
    let read = api.get(Some(&office.appraiser), &at).await;
    assert_eq!((read.status, read.header("etag")), (StatusCode::OK, "\"1\""));
    assert_eq!(read.body["promise"]["same_day"], true);
    let list = api.get(Some(&office.appraiser), "/dossiers?stage=received&limit=1").await;
    assert_eq!(
        (list.body["total"].as_u64(), list.body["items"][0]["code"].as_str()),
        (Some(1), Some(first.code()))
    );

    let appraise = json!({ "if_version": 1, "proposal": "granted", "answers": api.result_answers() });
    let act = |name: &str| format!("{at}/actions/{name}");
    let appraised = api.post(Some(&office.appraiser), &act("appraise"), "k-2", &appraise).await;
    assert_eq!(appraised.status, StatusCode::OK, "{}", appraised.body);
    let again = api.post(Some(&office.appraiser), &act("appraise"), "k-2", &appraise).await;
    assert_eq!((&again.body, again.header("idempotent-replayed")), (&appraised.body, "true"));
    assert_eq!(again.header("etag"), appraised.header("etag"));

    let approve = json!({ "if_version": 2, "outcome": "granted" });
    let approved = api.post(Some(&office.leader), &act("approve"), "k-3", &approve).await;
    assert_eq!((approved.status, approved.body["stage"].as_str()), (StatusCode::OK, Some("result_ready")));
    let mut version = 3;
    if approved.body["finance"]["state"] == "due" {
        let pay = json!({ "if_version": 3, "amount": approved.body["finance"]["amount"], "method": "cash", "bill": "1" });
        let paid = api.post(Some(&office.return_officer), &act("record_payment"), "k-4", &pay).await;
        assert_eq!(paid.status, StatusCode::OK, "{}", paid.body);
        version = 4;
    }
    let hand = json!({ "if_version": version, "collector": { "name": "Nguyễn Thị Hồng Nhung" }, "delivery": "handed" });
    let handed = api.post(Some(&office.return_officer), &act("hand_back"), "k-5", &hand).await;
    assert_eq!(
        (handed.status, handed.body["stage"].as_str()),
        (StatusCode::OK, Some("returned")),
        "{}",
        handed.body
    );

    let events = api.get(Some(&office.receiver), &format!("{at}/events")).await;
    let kinds: Vec<&str> =
        events.body["items"].as_array().unwrap().iter().filter_map(|e| e["kind"].as_str()).collect();
    assert_eq!((kinds.first(), kinds.last()), (Some(&"received"), Some(&"handed_back")));
    for paper in ["receipt.pdf", "result.pdf"] {
        let pdf = api.get(Some(&office.receiver), &format!("{at}/{paper}")).await;
        assert_eq!((pdf.status, pdf.header("content-type")), (StatusCode::OK, "application/pdf"), "{paper}");
    }
    let pin = first.body["pin"].as_str().unwrap();
    let status = api.post(None, "/status", "", &json!({ "code": first.code(), "pin": pin })).await;
    assert_eq!((status.status, status.body["stage"].as_str()), (StatusCode::OK, Some("returned")));
    let by_token = api.get(None, &format!("/status/{}", first.body["token"].as_str().unwrap())).await;
    assert_eq!(by_token.body, status.body);
}

#[tokio::test]
async fn two_equal_requests_at_once_make_one_dossier() {
    let api = Api::open().await;
    let body = api.reception();
    let send = || api.post(Some(&api.office.receiver), "/dossiers", "race", &body);
    let (a, b, c) = tokio::join!(send(), send(), send());
    for answer in [&a, &b, &c] {
        assert_eq!((answer.status, &answer.body), (StatusCode::CREATED, &a.body));
    }
    let replayed = [&a, &b, &c].iter().filter(|x| x.header("idempotent-replayed") == "true").count();
    let list = api.get(Some(&api.office.receiver), "/dossiers").await;
    assert_eq!((replayed, list.body["total"].as_u64()), (2, Some(1)));

    let at = format!("/dossiers/{}/actions/suspend", a.code());
    let body = json!({ "if_version": 1, "cause": "outside", "reason": "Chờ trả lời" });
    let send = || api.post(Some(&api.office.receiver), &at, "race-2", &body);
    let (a, b) = tokio::join!(send(), send());
    assert_eq!((a.status, b.status, &a.body), (StatusCode::OK, StatusCode::OK, &b.body), "{}", b.body);
}

#[tokio::test]
async fn a_key_belongs_to_one_request() {
    let api = Api::open().await;
    let code = api.receive("same").await;
    let mut other = api.reception();
    other["note"] = json!("khác");
    let reused = api.post(Some(&api.office.receiver), "/dossiers", "same", &other).await;
    assert_eq!((reused.status, reused.code()), (StatusCode::CONFLICT, "key_reused"));
    let at = format!("/dossiers/{code}/actions/void");
    let act = json!({ "if_version": 1, "reason": "Nhầm" });
    let reused = api.post(Some(&api.office.receiver), &at, "same", &act).await;
    assert_eq!(reused.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn versions_guard_every_act_and_spare_every_read() {
    let api = Api::open().await;
    let code = api.receive("v").await;
    let at = format!("/dossiers/{code}");
    let bearer = format!("Bearer {}", token_of(&api.office.receiver));
    let request = |name: &str, value: &str| {
        let request = Request::get(format!("/api/v1{at}")).header("authorization", &bearer);
        request.header(name, value).body(Body::empty()).unwrap()
    };
    assert_eq!(api.send(request("if-none-match", "\"1\"")).await.status, StatusCode::NOT_MODIFIED);
    assert_eq!(api.send(request("if-none-match", "\"9\"")).await.status, StatusCode::OK);
    let suspend = format!("{at}/actions/suspend");
    let body = json!({ "cause": "outside", "reason": "Chờ" });
    let none = api.post(Some(&api.office.receiver), &suspend, "n", &body).await;
    assert_eq!((none.status, none.code()), (StatusCode::PRECONDITION_REQUIRED, "precondition_required"));
    let stale = json!({ "if_version": 7, "cause": "outside", "reason": "Chờ" });
    let stale = api.post(Some(&api.office.receiver), &suspend, "s", &stale).await;
    assert_eq!((stale.status, stale.code()), (StatusCode::PRECONDITION_FAILED, "stale"));
    assert_eq!(stale.body["changed_by"], api.office.receiver.name.as_str());
    assert!(stale.body["changed_at"].as_str().unwrap().ends_with("+07:00"));
    let by_header = Request::post(format!("/api/v1{suspend}"))
        .header("authorization", &bearer)
        .header("content-type", "application/json")
        .header("idempotency-key", "h")
        .header("if-match", "\"1\"")
        .body(Body::from(body.to_string()));
    let done = api.send(by_header.unwrap()).await;
    assert_eq!((done.status, done.header("etag")), (StatusCode::OK, "\"2\""));
}
