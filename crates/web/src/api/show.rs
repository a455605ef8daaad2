//! Dossiers as programs read them. Times carry +07:00, absent is null.

use app::read::DossierPage;
use app::status::Status;
use domain::dossier::{
    Dossier, Finance, HandedComponent, IssuedResult, Pause, Reception, Recorded, Standing, VerificationAnswer,
};
use domain::person::{Applicant, Citizen, Proxy};
use domain::time::{from_ms, rfc3339};
use i18n::{Lang, words};
use jiff::Timestamp;
use serde_json::{Value, json};
use storage::dossier::DossierRow;

fn time(at: Option<Timestamp>) -> Value {
    at.map_or(Value::Null, |at| json!(rfc3339(at)))
}

fn ms(at: Option<i64>) -> Value {
    time(at.map(from_ms))
}

/// A dossier as it stands.
pub fn dossier(page: &DossierPage) -> Value {
    let dossier = &page.dossier;
    let mut shown = reception(&dossier.reception);
    let state = json!({
        "id": dossier.id.to_string(),
        "version": dossier.version,
        "stage": dossier.stage.name(),
        "finance": finance(dossier.finance),
        "delivery": dossier.delivery.name(),
        "synchronisation": dossier.synchronisation.name(),
        "outcome": dossier.outcome.map(|outcome| outcome.name()),
        "received_at": rfc3339(dossier.received_at),
        "changed_at": rfc3339(dossier.changed_at),
        "statutory_due_at": rfc3339(dossier.statutory_due_at),
        "commitment_due_at": time(dossier.commitment_due_at),
        "finished_at": time(dossier.finished_at),
        "returned_at": time(dossier.returned_at),
        "supplements": dossier.supplements,
        "extensions": dossier.extensions,
        "pauses": dossier.pauses.iter().map(pause).collect::<Vec<_>>(),
        "result": dossier.result.as_ref().map(result),
        "acts": page.acts.iter().map(|act| act.name()).collect::<Vec<_>>(),
    });
    if let (Value::Object(shown), Value::Object(state)) = (&mut shown, state) {
        shown.extend(state);
    }
    shown
}

fn reception(reception: &Reception) -> Value {
    let procedure = &reception.procedure;
    let reasons = reception.promise.reasons.iter();
    let lines = reception.fee.lines.iter();
    json!({
        "code": reception.code.as_str(),
        "procedure": {
            "code": procedure.code.as_str(),
            "version": procedure.version,
            "case": procedure.case.as_ref().map(|case| case.as_str()),
        },
        "applicant": applicant(&reception.applicant),
        "proxy": reception.proxy.as_ref().map(proxy),
        "needs": {
            "fingerprint": reception.needs.fingerprint,
            "witnesses": reception.needs.witnesses.iter().map(|name| name.as_str()).collect::<Vec<_>>(),
            "interpreter": reception.needs.interpreter.as_ref().map(|name| name.as_str()),
        },
        "channel": reception.channel.name(),
        "receiving_unit": reception.receiving_unit.as_str(),
        "deciding_unit": reception.deciding_unit.as_str(),
        "components": reception.components.iter().map(component).collect::<Vec<_>>(),
        "components_required": reception.components_required,
        "answers": reception.answers,
        "copies": reception.copies,
        "asked": reception.asked.as_ref().map(|asked| json!({
            "yes": asked.yes.iter().map(|id| id.as_str()).collect::<Vec<_>>(),
            "pages": asked.pages,
            "exemption": asked.exemption.map(domain::procedure::Exemption::name),
        })),
        "verification": verification(&reception.verification),
        "fee": {
            "lines": lines.map(|line| json!({ "label": line.label, "amount": line.amount.0 })).collect::<Vec<_>>(),
            "total": reception.fee.total.0,
            "exemption": reception.fee.exemption,
        },
        "promise": {
            "same_day": reception.promise.same_day,
            "programme": reception.promise.programme,
            "reasons": reasons.map(|reason| json!({ "code": reason.code, "kept": reason.kept })).collect::<Vec<_>>(),
        },
        "note": reception.note,
        "synthetic": reception.synthetic,
    })
}

fn person(citizen: &Citizen) -> Value {
    json!({
        "name": citizen.name.as_str(),
        "identity": citizen.identity.as_ref().map(|number| number.as_str()),
        "born": citizen.born.map(|born| born.date().to_string()),
        "address": citizen.address,
        "phone": citizen.phone.as_ref().map(|phone| phone.as_str()),
        "email": citizen.email.as_ref().map(|email| email.as_str()),
    })
}

fn applicant(applicant: &Applicant) -> Value {
    let mut shown = match applicant {
        Applicant::Citizen(citizen) => person(citizen),
        Applicant::Business { name, number, representative } => {
            json!({ "name": name, "number": number, "representative": person(representative) })
        }
        Applicant::Organisation { name, representative } => {
            json!({ "name": name, "representative": person(representative) })
        }
    };
    if let Value::Object(fields) = &mut shown {
        fields.insert("kind".to_owned(), json!(applicant.kind()));
    }
    shown
}

fn proxy(proxy: &Proxy) -> Value {
    json!({
        "person": person(&proxy.person),
        "relation": proxy.relation.name(),
        "authorisation": proxy.authorisation.name(),
    })
}

fn component(handed: &HandedComponent) -> Value {
    let file = |file: &domain::dossier::FileRef| {
        json!({
            "sha256": file.sha256, "media_type": file.media_type, "pages": file.pages, "bytes": file.bytes,
            "name": file.name,
        })
    };
    json!({
        "component": handed.component.as_str(),
        "submitted": handed.submitted,
        "originals": handed.originals,
        "copies": handed.copies,
        "digitised": handed.digitised.name(),
        "files": handed.files.iter().map(file).collect::<Vec<_>>(),
    })
}

fn verification(answer: &VerificationAnswer) -> Value {
    match answer {
        VerificationAnswer::NotAsked => Value::Null,
        VerificationAnswer::NotNeeded { reason } => json!({ "needed": false, "reason": reason }),
        VerificationAnswer::Needed { reason } => json!({ "needed": true, "reason": reason }),
    }
}

fn finance(finance: Finance) -> Value {
    let amount = match finance {
        Finance::Due(amount) | Finance::Paid(amount) | Finance::Refunded(amount) => Some(amount.0),
        Finance::None | Finance::Exempt => None,
    };
    json!({ "state": finance.name(), "amount": amount })
}

fn pause(pause: &Pause) -> Value {
    json!({ "from": rfc3339(pause.from), "to": time(pause.to), "cause": pause.cause.name() })
}

fn result(result: &IssuedResult) -> Value {
    let revoked = match &result.standing {
        Standing::Valid => None,
        Standing::Revoked { reason } => Some(reason),
    };
    json!({
        "number": result.number.to_string(),
        "content_sha256": result.content_sha256,
        "signer": result.signer,
        "revoked": revoked,
    })
}

/// What an act made of a dossier; kept for whoever asks the same again, so nothing personal is in it.
pub fn acted(after: &Dossier) -> Value {
    json!({
        "code": after.code().as_str(),
        "version": after.version,
        "stage": after.stage.name(),
        "finance": finance(after.finance),
        "delivery": after.delivery.name(),
        "synchronisation": after.synchronisation.name(),
        "outcome": after.outcome.map(|outcome| outcome.name()),
        "changed_at": rfc3339(after.changed_at),
        "statutory_due_at": rfc3339(after.statutory_due_at),
        "commitment_due_at": time(after.commitment_due_at),
        "result": after.result.as_ref().map(result),
    })
}

/// A row of a list.
pub fn row(row: &DossierRow) -> Value {
    json!({
        "code": row.code,
        "version": row.version,
        "procedure": { "code": row.procedure_code, "version": row.procedure_version },
        "applicant_name": row.applicant_name,
        "channel": row.channel,
        "receiving_unit": row.receiving_unit,
        "deciding_unit": row.deciding_unit,
        "stage": row.stage,
        "finance": row.finance,
        "delivery": row.delivery,
        "outcome": row.outcome,
        "received_at": rfc3339(from_ms(row.received_at)),
        "statutory_due_at": rfc3339(from_ms(row.statutory_due_at)),
        "commitment_due_at": ms(row.commitment_due_at),
        "finished_at": ms(row.finished_at),
        "returned_at": ms(row.returned_at),
        "same_day_promised": row.same_day_promised,
        "fee_due": row.fee_due,
        "synthetic": row.synthetic,
    })
}

/// One event: what happened, when, by whom, and in a sentence.
pub fn event(page: &DossierPage, recorded: &Recorded, lang: Lang) -> Value {
    let name = page.names.get(&recorded.actor).map(String::as_str).unwrap_or_default();
    json!({
        "sequence": recorded.sequence,
        "kind": recorded.event.kind(),
        "at": rfc3339(recorded.at),
        "actor": { "id": recorded.actor.to_string(), "name": name },
        "role": recorded.role.name(),
        "unit": recorded.unit.as_str(),
        "text": words::event_sentence(&recorded.event, name, lang),
    })
}

/// What the public may see.
pub fn status(status: &Status, lang: Lang) -> Value {
    json!({
        "code": status.code,
        "stage": status.stage.name(),
        "text": words::status_sentence(status.stage, lang),
        "unit": status.unit.as_str(),
        "due_at": rfc3339(status.due_at),
        "promised": status.promised,
        "received_at": rfc3339(status.received_at),
        "finished_at": time(status.finished_at),
        "fee_due": status.fee_due,
        "synthetic": status.synthetic,
    })
}
