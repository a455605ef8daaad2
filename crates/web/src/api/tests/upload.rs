//! Files by the interface for programs.

use super::{Api, token_of};
use app::Actor;
use axum::body::Body;
use axum::http::{Request, StatusCode};

const BOUNDARY: &str = "khongcho";

/// The smallest picture that passes: start, one frame of 1 x 1, a scan, end.
pub const JPEG: [u8; 35] = [
    0xff, 0xd8, 0xff, 0xc0, 0x00, 0x0b, 0x08, 0x00, 0x01, 0x00, 0x01, 0x01, 0x01, 0x11, 0x00, 0xff, 0xda,
    0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3f, 0x00, 0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0xde, 0xf0, 0xff,
    0xd9,
];

/// A form with texts and one file.
pub fn form(texts: &[(&str, &str)], file: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in texts {
        let part =
            format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    if !file.is_empty() {
        let head = format!(
            "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"../tờ khai.jpg\"\r\n\
             content-type: image/jpeg\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(file);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}

/// The request that sends a form.
pub fn request(who: &Actor, code: &str, key: &str, body: Vec<u8>) -> Request<Body> {
    Request::post(format!("/api/v1/dossiers/{code}/files"))
        .header("accept-language", "en")
        .header("authorization", format!("Bearer {}", token_of(who)))
        .header("idempotency-key", key)
        .header("content-type", format!("multipart/form-data; boundary={BOUNDARY}"))
        .body(Body::from(body))
        .unwrap()
}

#[tokio::test]
async fn a_file_is_kept_once_and_stands_in_the_dossier() {
    let api = Api::open().await;
    let code = api.receive("f").await;
    let receiver = &api.office.receiver;
    let good = form(&[("component", "to-khai"), ("if_version", "1")], &JPEG);
    let first = api.send(request(receiver, &code, "up-1", good.clone())).await;
    assert_eq!(first.status, StatusCode::OK, "{}", first.body);
    assert_eq!((first.body["version"].as_u64(), first.header("etag")), (Some(2), "\"2\""));
    assert_eq!(first.body["file"]["media_type"], "image/jpeg");
    let again = api.send(request(receiver, &code, "up-1", good)).await;
    assert_eq!((&again.body, again.header("idempotent-replayed")), (&first.body, "true"));
    let read = api.get(Some(receiver), &format!("/dossiers/{code}")).await;
    let files: Vec<_> = read.body["components"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|c| c["files"].as_array())
        .flatten()
        .collect();
    assert_eq!(files.len(), 1, "{}", read.body);
    assert_eq!(files[0]["sha256"], first.body["file"]["sha256"]);
    let other = form(&[("component", "to-khai"), ("if_version", "2")], &JPEG);
    assert_eq!(api.send(request(receiver, &code, "up-1", other)).await.code(), "key_reused");
}

#[tokio::test]
async fn what_is_wrong_with_an_upload_is_said() {
    let api = Api::open().await;
    let code = api.receive("f").await;
    let receiver = &api.office.receiver;
    type Row = (&'static [(&'static str, &'static str)], &'static [u8], &'static str);
    let rows: [Row; 7] = [
        (&[("if_version", "1")], &JPEG, "invalid"),
        (&[("component", "to-khai"), ("if_version", "1")], &[], "invalid"),
        (&[("component", "to-khai"), ("if_version", "1"), ("ghi-chu", "x")], &JPEG, "invalid"),
        (&[("component", "to-khai")], &JPEG, "precondition_required"),
        (&[("component", "to-khai"), ("if_version", "9")], &JPEG, "stale"),
        (&[("component", "khong-co"), ("if_version", "1")], &JPEG, "unknown_component"),
        (&[("component", "to-khai"), ("if_version", "1")], b"MZ not a picture", "refused"),
    ];
    for (number, (texts, file, wanted)) in rows.into_iter().enumerate() {
        let sent = request(receiver, &code, &format!("w-{number}"), form(texts, file));
        let answer = api.send(sent).await;
        assert_eq!(answer.code(), wanted, "{texts:?}: {}", answer.body);
        assert_eq!(answer.header("content-type"), "application/problem+json");
    }
    let mut bare = request(receiver, &code, "w-9", Vec::new());
    bare.headers_mut().insert("content-type", "application/json".parse().unwrap());
    assert_eq!(api.send(bare).await.code(), "unsupported_media_type");
    let large =
        form(&[("component", "to-khai"), ("if_version", "1")], &vec![0; super::super::files::BODY_BYTES_MAX]);
    assert_eq!(api.send(request(receiver, &code, "w-10", large)).await.code(), "too_large");
    let without = form(&[("component", "to-khai"), ("if_version", "1")], &JPEG);
    let foreign = request(&api.office.stranger, &code, "w-11", without);
    assert_eq!(api.send(foreign).await.code(), "not_found");
}
