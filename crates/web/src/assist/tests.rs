//! Helping as a browser meets it: volunteer, officer, and everything a volunteer must not reach.

use crate::booking::tests::{Browser, office};
use app::testing::{Office, at};
use axum::http::StatusCode;

/// An invitation by the officer and the session the volunteer opens with it.
async fn opened(router: &axum::Router, office: &Office, name: &str) -> Browser {
    let officer = Browser::sign_in(router, office, "tiepnhan").await;
    let invited = officer.send("/giup-do", "/giup-do/ma", &[("ten", name)]).await;
    let code = invited.location.strip_prefix("/giup-do?ma=").expect("a code").to_owned();
    let volunteer = Browser::sign_in(router, office, "tinhnguyen").await;
    let form = [("ma", code.as_str()), ("dong-y", "said"), ("nguoi-nghe", "Tăng Thị Giúp")];
    let opened = volunteer.send("/giup-do", "/giup-do", &form).await;
    assert_eq!(opened.location, "/giup-do/phien", "{}", opened.body);
    volunteer
}

const FORM: [(&str, &str); 8] = [
    ("thu-tuc", "2.000635"),
    ("ten", "Lê Thị Bảy"),
    ("noi-cu-tru", "Thôn 2"),
    ("f.event_kind", "khai-sinh"),
    ("f.subject_name", "Lê Văn Con"),
    ("f.register_place", "UBND xã Thanh Xá"),
    ("ly-do-truc-tiep", "no_account"),
    ("viec", "nop"),
];

#[tokio::test]
async fn from_consent_to_the_dossier() {
    let (office, router) = office().await;
    office.clock.set(at("2024-02-02T08:00:00+07:00"));
    let volunteer = Browser::sign_in(&router, &office, "tinhnguyen").await;
    let start = volunteer.get("/giup-do").await;
    assert!(
        start.body.contains("lang=\"vi\"")
            && start.body.contains("lang=\"en\"")
            && start.body.contains("Do you agree")
    );
    assert!(!start.body.contains("action=\"/giup-do/ma\""), "only officers give codes");
    // Without consent nothing is opened, and everything wrong is said at once.
    let wrong = volunteer.send("/giup-do", "/giup-do", &[("ma", ""), ("nguoi-nghe", "")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["href=\"#ma\"", "href=\"#dong-y\"", "href=\"#nguoi-nghe\""] {
        assert!(wrong.body.contains(field), "{field}");
    }
    let volunteer = opened(&router, &office, "Lê Thị Bảy").await;
    let page = volunteer.get("/giup-do/phien").await;
    assert!(page.body.contains("Đang giúp: Lê Thị Bảy") && page.headers["cache-control"] == "no-store");
    assert_eq!(page.headers["clear-site-data"], "\"cache\", \"storage\"");
    assert!(page.headers.contains_key("refresh"));
    let form = volunteer.get("/giup-do/phien?thu-tuc=2.000635").await;
    assert!(
        form.body.contains("value=\"Lê Thị Bảy\"") && form.body.contains("Đang giúp: Lê Thị Bảy"),
        "{}",
        form.body
    );
    assert!(!form.body.contains("value=\"nhan\""), "a volunteer receives nothing");
    let empty = [("thu-tuc", "2.000635"), ("ten", ""), ("dien-thoai", "12"), ("viec", "nop")];
    let wrong = volunteer.send("/giup-do/phien", "/giup-do/phien", &empty).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("href=\"#ten\"") && wrong.body.contains("value=\"12\""), "{}", wrong.body);
    let sent = volunteer.send("/giup-do/phien", "/giup-do/phien", &FORM).await;
    assert_eq!(
        (sent.status, sent.location.as_str()),
        (StatusCode::SEE_OTHER, "/giup-do/phien"),
        "{}",
        sent.body
    );
    let done = volunteer.get("/giup-do/phien").await.body;
    assert!(done.contains("Đã chuyển cho cán bộ") && done.contains("Mã nhận lại hồ sơ"), "{done}");
    let ended = volunteer.send("/giup-do/phien", "/giup-do/ket-thuc", &[]).await;
    assert_eq!(ended.location, "/giup-do/da-xong");
    assert!(ended.headers.contains_key("clear-site-data"));
    let over = volunteer.get("/giup-do/da-xong").await.body;
    assert!(over.contains("Đã kết thúc phiên") && !over.contains("Lê Thị Bảy"));
    assert_eq!(volunteer.get("/giup-do/phien").await.location, "/giup-do");
    // The officer finds it in the list, checks it and receives it.
    let officer = Browser::sign_in(&router, &office, "tiepnhan").await;
    let list = officer.get("/quay/tiep-nhan").await.body;
    let link = list.split_once("/quay/tiep-nhan?chuan-bi=").expect("the prepared form").1;
    let address = format!("/quay/tiep-nhan?chuan-bi={}", link.split('"').next().unwrap());
    let form = officer.get(&address).await;
    assert!(
        form.body.contains("value=\"Lê Thị Bảy\"") && form.body.contains("giúp chuẩn bị"),
        "{}",
        form.body
    );
    let hidden = |name: &str| {
        let after = form.body.split_once(&format!("name=\"{name}\" value=\"")).expect(name).1;
        after.split('"').next().unwrap().to_owned()
    };
    let (key, code, version) = (hidden("khoa"), hidden("chuan-bi"), hidden("phien-ban"));
    let mut fields =
        vec![("khoa", key.as_str()), ("chuan-bi", code.as_str()), ("phien-ban", version.as_str())];
    fields.extend(FORM.iter().filter(|(name, _)| *name != "viec"));
    fields.push(("viec", "nhan"));
    let papers: Vec<String> = form
        .body
        .split("name=\"gt.")
        .skip(1)
        .map(|part| format!("gt.{}", part.split('"').next().unwrap()))
        .collect();
    fields.extend(papers.iter().map(|name| (name.as_str(), "1")));
    let received = officer.send(&address, "/quay/tiep-nhan", &fields).await;
    assert!(received.location.starts_with("/quay/ho-so/"), "{} {}", received.status, received.body);
    let dossier = officer.get(&received.location).await.body;
    assert!(dossier.contains("giúp điền hồ sơ") && dossier.contains("Tăng Thị Giúp nghe"), "{dossier}");
    assert_eq!(officer.get(&address).await.status, StatusCode::NOT_FOUND, "it is received");
}

#[tokio::test]
async fn a_session_that_ended_mid_form_loses_nothing() {
    let (office, router) = office().await;
    office.clock.set(at("2024-02-02T08:00:00+07:00"));
    let volunteer = opened(&router, &office, "Lê Thị Bảy").await;
    let page = volunteer.get("/giup-do/phien?thu-tuc=2.000635").await.body;
    let csrf = page.split_once("name=\"_csrf\" value=\"").unwrap().1.split('"').next().unwrap().to_owned();
    let mut fields = vec![("_csrf", csrf.as_str())];
    fields.extend(FORM);
    office.clock.pass_minutes(9);
    assert_eq!(volunteer.post("/giup-do/phien/nhap", &fields).await.status, StatusCode::NO_CONTENT);
    office.clock.pass_minutes(10);
    let late = volunteer.post("/giup-do/phien", &fields).await;
    assert!(late.location.starts_with("/giup-do/da-xong?het-gio=1&ma="), "{} {}", late.status, late.location);
    let over = volunteer.get(&late.location).await.body;
    assert!(over.contains("được giữ cho cán bộ") && !over.contains("Lê Thị Bảy"), "{over}");
    assert_eq!(volunteer.post("/giup-do/phien/nhap", &fields).await.status, StatusCode::GONE);
    assert_eq!(volunteer.get("/giup-do/phien?thu-tuc=2.000635").await.location, "/giup-do");
    let officer = Browser::sign_in(&router, &office, "tiepnhan").await;
    assert!(officer.get("/quay/tiep-nhan").await.body.contains("Lê Thị Bảy"));
}

/// Every address of the product but those below: a volunteer with an open session finds a closed door.
#[tokio::test]
async fn nothing_else_opens_for_a_volunteer() {
    let (office, router) = office().await;
    office.clock.set(at("2024-02-02T08:00:00+07:00"));
    let receipt = office.receive("2.000815", &[]).await;
    let volunteer = opened(&router, &office, "Lê Thị Bảy").await;
    let staff = ["/quay", "/viec", "/phe-duyet", "/quan-tri"];
    // What any member of staff may see of themselves, and the way to their own desk.
    let open = ["/quay", "/quay/nhiem-vu"];
    let mut tried = 0;
    for route in routes() {
        let path = route
            .replace("{code}", receipt.code.as_str())
            .replace("{unit}", "10852")
            .replace("{date}", "2024-02-02")
            .replace("{paper}", "giay-hen");
        let inside = staff.iter().any(|root| path == *root || path.starts_with(&format!("{root}/")));
        // A stream of the queue shows counts and never ends.
        let streams = path.ends_with("/su-kien");
        if !inside || streams || open.contains(&route.as_str()) {
            continue;
        }
        tried += 1;
        let answer = volunteer.get(&path).await;
        let closed = [StatusCode::FORBIDDEN, StatusCode::NOT_FOUND, StatusCode::METHOD_NOT_ALLOWED];
        let to_own = answer.status == StatusCode::SEE_OTHER || answer.status == StatusCode::OK;
        assert!(closed.contains(&answer.status) || to_own, "{path}: {}", answer.status);
        assert!(!answer.body.contains("Nguyễn Thị Hồng Nhung"), "{path} shows somebody's name");
        assert!(!answer.body.contains(receipt.code.as_str()) || !answer.status.is_success(), "{path}");
    }
    assert!(tried > 25, "{tried} addresses were tried");
    for (path, status) in [
        (format!("/quay/ho-so/{}", receipt.code), StatusCode::FORBIDDEN),
        ("/viec".to_owned(), StatusCode::FORBIDDEN),
        ("/quay/lich-hen".to_owned(), StatusCode::FORBIDDEN),
        ("/quay/tim?q=nhung".to_owned(), StatusCode::FORBIDDEN),
        ("/phe-duyet".to_owned(), StatusCode::FORBIDDEN),
        ("/quay/tra-ket-qua".to_owned(), StatusCode::FORBIDDEN),
        ("/quan-tri".to_owned(), StatusCode::FORBIDDEN),
        ("/quay/tiep-nhan?chuan-bi=000000".to_owned(), StatusCode::FORBIDDEN),
    ] {
        assert_eq!(volunteer.get(&path).await.status, status, "{path}");
    }
}

/// Every address that stands in a `.route("…")` of this crate.
fn routes() -> Vec<String> {
    fn read(folder: &std::path::Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let source = std::fs::read_to_string(&path).unwrap();
                let parts = source.split(".route(\"").skip(1);
                found
                    .extend(parts.filter_map(|part| part.split_once('"')).map(|(route, _)| route.to_owned()));
            }
        }
    }
    let mut found = Vec::new();
    read(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found
}

#[tokio::test]
async fn the_end_of_the_shift() {
    let (office, router) = office().await;
    office.clock.set(at("2024-02-02T08:00:00+07:00"));
    let volunteer = opened(&router, &office, "Lê Thị Bảy").await;
    volunteer.send("/giup-do/phien", "/giup-do/ket-thuc", &[("ly-do-truc-tiep", "outage")]).await;
    let page = volunteer.get("/giup-do/cuoi-ca").await.body;
    assert!(
        page.contains("đã giúp 1 người")
            && page.contains("Cổng hoặc mạng trục trặc")
            && !page.contains("Lê Thị Bảy"),
        "{page}"
    );
    let saved = volunteer.send("/giup-do/cuoi-ca", "/giup-do/cuoi-ca", &[("vuong", "Chữ nhỏ quá")]).await;
    assert!(volunteer.get(&saved.location).await.body.contains("Chữ nhỏ quá"));
    let long = "a".repeat(2_001);
    let refused = volunteer.send("/giup-do/cuoi-ca", "/giup-do/cuoi-ca", &[("vuong", &long)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for username in ["thamdinh", "quantri", "theodoi"] {
        let other = Browser::sign_in(&router, &office, username).await;
        assert_eq!(other.get("/giup-do").await.status, StatusCode::FORBIDDEN, "{username}");
    }
}
