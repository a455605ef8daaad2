//! Every role and act over HTTP against the printed permission matrix.

use super::{Api, token_of};
use app::testing::{OTHER_UNIT, UNIT, actor};
use domain::dossier::{Act, DossierCode, Event, Recorded, apply};
use domain::id::DossierId;
use domain::permit::{Action, Relation, allows};
use domain::role::Role;
use serde_json::{Value, json};
use storage::account;
use storage::dossier::{self, Facts};
use storage::event_log::DossierKey;

/// The district above both communes, and a commune that has nothing to do with the dossier.
const ABOVE: &str = "294";
const THIRD_UNIT: &str = "10813";

/// A body that each act takes; whether the rules then say yes is another matter.
fn body(act: Act) -> Value {
    let mut body = match act {
        Act::Receive | Act::Resume => json!({}),
        Act::RequestSupplement => json!({ "items": [{ "what": "Giấy" }], "reason": "Thiếu" }),
        Act::Supplement => json!({ "components": [] }),
        Act::RecordVerification => json!({ "place": "Thôn 1", "persons": "A", "finding": "Đúng" }),
        Act::Suspend => json!({ "cause": "outside", "reason": "Chờ" }),
        Act::Extend => {
            json!({ "statutory_due_at": "2024-02-20T17:00:00+07:00", "reason": "Chậm", "fault": "Xã" })
        }
        Act::Appraise => json!({ "proposal": "refused", "note": "Không đủ" }),
        Act::Approve => json!({ "outcome": "refused", "reason": "Không đủ" }),
        Act::HandBack => json!({ "collector": { "name": "Nguyễn Văn A" }, "delivery": "handed" }),
        Act::AttachFile => json!({ "component": "to-khai", "sha256": "00", "name": "a.pdf" }),
        Act::RecordPayment => json!({ "amount": 1, "method": "cash", "bill": "1" }),
        Act::RecordSynchronisation => json!({ "to": "queued" }),
        Act::Amend => json!({ "needs": { "fingerprint": true }, "reason": "Nhầm" }),
        Act::BeginVerification
        | Act::SendBack
        | Act::Withdraw
        | Act::Stop
        | Act::Void
        | Act::RevokeResult
        | Act::ExemptFee
        | Act::RefundFee => json!({ "reason": "Vì vậy" }),
    };
    // A version that never was: a permitted act ends there, and the dossier stays as it is for the next one.
    body["if_version"] = json!(4_000);
    body
}

#[tokio::test]
async fn no_more_and_no_less_than_the_matrix_allows() {
    let api = Api::open().await;
    let code = api.receive("m").await;
    // Received here, decided at another commune, below the same district.
    let shared = decided_elsewhere(&api, &code).await;
    let mut number = 100;
    for (code, unit, relation) in [
        (&shared, UNIT, Relation::Receiving),
        (&shared, OTHER_UNIT, Relation::Deciding),
        (&shared, ABOVE, Relation::Above),
        (&shared, THIRD_UNIT, Relation::Elsewhere),
        (&code, OTHER_UNIT, Relation::Elsewhere),
    ] {
        for role in Role::ALL {
            number += 1;
            let who = actor(number, "Người Thử", "", &[role], unit);
            hire(&api, &who).await;
            let reads = allows(role, Action::ReadDossier, relation);
            for act in Act::ALL.into_iter().filter(|act| *act != Act::Receive) {
                let path = format!("/dossiers/{code}/actions/{}", act.name());
                let answer =
                    api.post(Some(&who), &path, &format!("{number}-{}", act.name()), &body(act)).await;
                let wanted: &[u16] = match (allows(role, Action::Dossier(act), relation), reads) {
                    // hand_back looks at the stage before the version.
                    (true, _) => &[412],
                    (false, true) => &[403],
                    (false, false) => &[404],
                };
                let got = answer.status.as_u16();
                assert!(wanted.contains(&got), "{role:?} {act:?} {relation:?}: {got} {}", answer.body);
            }
            let read = api.get(Some(&who), &format!("/dossiers/{code}")).await;
            assert_eq!(read.status.as_u16(), if reads { 200 } else { 404 }, "{role:?} {relation:?}");
            let upload = upload(&api, &who, code).await;
            let may = allows(role, Action::Dossier(Act::AttachFile), relation);
            // A file is kept at one's own unit before it is added to the dossier.
            let here = allows(role, Action::Dossier(Act::AttachFile), Relation::Receiving);
            let wanted = match (may, reads) {
                (true, _) if here => 412,
                (true | false, true) => 403,
                (true | false, false) => 404,
            };
            assert_eq!(upload, wanted, "{role:?} uploads {relation:?}");
            let unknown = api.get(Some(&who), "/dossiers/H23.11.99-240202-9999").await;
            assert!(reads || unknown.body == read.body, "a foreign dossier looks like none");
        }
    }
}

/// A dossier like the one of a code, that another unit decides.
async fn decided_elsewhere(api: &Api, code: &str) -> String {
    let code = DossierCode::parse(code).unwrap();
    let found = app::read::dossier(&api.office.app, &api.office.receiver, &code).await.unwrap();
    let mut reception = found.dossier.reception.clone();
    reception.code = DossierCode::recorded("H23.11.99-240202-0777".to_owned());
    reception.deciding_unit = OTHER_UNIT.parse().unwrap();
    let (shared, id) = (reception.code.as_str().to_owned(), DossierId::from_parts(1, 777));
    let event = Event::Received(Box::new(reception));
    let recorded = Recorded { dossier: id, sequence: 1, event, ..found.story[0].clone() };
    let state = apply(None, &recorded).unwrap();
    let facts = Facts {
        token_hash: [77; 32],
        level: "commune".to_owned(),
        sector: "ho-tich".to_owned(),
        applicant_mac: None,
        parent_code: None,
        result_digitised: false,
    };
    let key = DossierKey([7; 32]);
    let kept = api.office.db.store.write(move |tx| dossier::insert(tx, &state, &facts, &key, &recorded));
    kept.await.unwrap();
    shared
}

/// Sends a file for a version that never was; the status.
async fn upload(api: &Api, who: &app::Actor, code: &str) -> u16 {
    let body = super::upload::form(&[("component", "to-khai"), ("if_version", "4000")], &super::upload::JPEG);
    let request = super::upload::request(who, code, &format!("{}-up", who.account), body);
    api.send(request).await.status.as_u16()
}

async fn hire(api: &Api, who: &app::Actor) {
    let hired = who.clone();
    let row = account::Account {
        id: hired.account,
        username: format!("thu{}", token_of(&hired).to_lowercase()),
        name: hired.name.clone(),
        title: String::new(),
        phone: String::new(),
        password_hash: String::new(),
        must_change_password: false,
        loopback_only: false,
        disabled_at: None,
        created_at: 0,
        version: 1,
    };
    let written = api.office.db.store.write(move |tx| {
        account::insert(tx, &row)?;
        hired.grants.iter().try_for_each(|grant| account::grant(tx, hired.account, grant))
    });
    written.await.unwrap();
    api.entrust(who).await;
}
