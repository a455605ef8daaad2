//! The API from outside: the router of an office, called without a socket.

mod document;
mod errors;
mod matrix;
mod story;
mod upload;

use app::Actor;
use app::testing::Office;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use serde_json::{Value, json};
use storage::session::{TokenRow, insert_token};
use tower::ServiceExt;

/// A procedure of the programme with few papers.
const PROCEDURE: &str = "2.000635";

struct Api {
    office: Office,
    router: Router,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Value,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }
}

/// A token of a member of staff: the number of the account says which.
fn token_of(actor: &Actor) -> String {
    format!("khc_test_{}", actor.account)
}

impl Api {
    async fn open() -> Self {
        let office = Office::open().await;
        let api = Self { router: crate::router(office.app.clone()), office };
        for actor in api.staff() {
            api.entrust(actor).await;
        }
        api
    }

    fn staff(&self) -> [&Actor; 6] {
        let office = &self.office;
        [
            &office.receiver,
            &office.appraiser,
            &office.leader,
            &office.return_officer,
            &office.administrator,
            &office.stranger,
        ]
    }

    /// Gives an actor a token for the first of their roles.
    async fn entrust(&self, actor: &Actor) {
        let row = TokenRow {
            id: format!("tok_{}", actor.account),
            account_id: actor.account.to_string(),
            label: "thử".to_owned(),
            role: actor.grants[0].role.name().to_owned(),
            unit: actor.unit.as_str().to_owned(),
            created_at: 0,
            expires_at: None,
            revoked_at: None,
        };
        let hash = app::secret::token_hash(&token_of(actor));
        self.office.db.store.write(move |tx| insert_token(tx, &hash, &row)).await.unwrap();
    }

    async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Answer { status, headers, body: serde_json::from_slice(&bytes).unwrap_or_default() }
    }

    async fn get(&self, actor: Option<&Actor>, path: &str) -> Answer {
        let mut request = Request::get(format!("/api/v1{path}")).header("accept-language", "en");
        if let Some(actor) = actor {
            request = request.header("authorization", format!("Bearer {}", token_of(actor)));
        }
        self.send(request.body(Body::empty()).unwrap()).await
    }

    async fn post(&self, actor: Option<&Actor>, path: &str, key: &str, body: &Value) -> Answer {
        self.post_text(actor, path, key, body.to_string()).await
    }

    async fn post_text(&self, actor: Option<&Actor>, path: &str, key: &str, body: String) -> Answer {
        let mut request = Request::post(format!("/api/v1{path}"))
            .header("accept-language", "en")
            .header("content-type", "application/json");
        if let Some(actor) = actor {
            request = request.header("authorization", format!("Bearer {}", token_of(actor)));
        }
        if !key.is_empty() {
            request = request.header("idempotency-key", key);
        }
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// What a reception of a complete dossier says.
    fn reception(&self) -> Value {
        let intake = self.office.intake(PROCEDURE, &[]);
        let version = self.office.version(PROCEDURE);
        let paper = |paper: &app::intake::HandedIn| json!({ "component": paper.component.as_str(), "originals": paper.originals });
        let needed = |field: &&domain::procedure::FieldSpec| {
            field.required && field.used == domain::procedure::FieldUse::Form
        };
        let mut body = json!({
            "procedure": PROCEDURE,
            "version": version.version,
            "channel": "counter",
            "components": intake.draft.handed.iter().map(paper).collect::<Vec<_>>(),
            "applicant": {
                "kind": "citizen", "name": "Nguyễn Thị Hồng Nhung", "identity": "030190000001",
                "born": "1990-05-12", "address": "Thôn 1, xã Thanh Xá",
            },
            "answers": version.fields.iter().filter(needed).map(|field| {
                (field.id.as_str().to_owned(), json!(example(&field.kind)))
            }).collect::<serde_json::Map<_, _>>(),
            "duplicate_confirmed": true,
        });
        if let Some(case) = version.cases.first() {
            body["case"] = json!(case.id.as_str());
        }
        body
    }

    /// The answers an appraiser must fill in.
    fn result_answers(&self) -> Value {
        let version = self.office.version(PROCEDURE);
        let needed = |field: &&domain::procedure::FieldSpec| {
            field.required && field.used == domain::procedure::FieldUse::Result
        };
        let answers: serde_json::Map<_, _> = version
            .fields
            .iter()
            .filter(needed)
            .map(|field| (field.id.as_str().to_owned(), json!(example(&field.kind))))
            .collect();
        Value::Object(answers)
    }

    /// Receives one and gives its code.
    async fn receive(&self, key: &str) -> String {
        let answer = self.post(Some(&self.office.receiver), "/dossiers", key, &self.reception()).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
        answer.code().to_owned()
    }
}

fn example(kind: &domain::procedure::FieldKind) -> String {
    use domain::procedure::FieldKind;
    match kind {
        FieldKind::Text | FieldKind::LongText => "Trần Gia Bảo".to_owned(),
        FieldKind::Date => "2020-01-02".to_owned(),
        FieldKind::Number => "1".to_owned(),
        FieldKind::Choice(options) => options.first().map(|option| option.value.clone()).unwrap_or_default(),
    }
}
