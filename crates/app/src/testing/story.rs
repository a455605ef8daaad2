//! The life of a dossier in short words, for tests that want to begin in its middle.

use super::{Office, UNIT};
use crate::approve::Decision;
use crate::intake::{Draft, HandedIn, Intake, Receipt, receive};
use crate::{approve, duty, handle};
use domain::channel::Channel;
use domain::dossier::{Act, Command, Digitised, Dossier, DossierCode, Outcome, VerificationAnswer};
use domain::person::{AccessNeeds, Applicant, BirthDate, Citizen, FullName, IdentityNumber};
use domain::procedure::{ProcedureVersion, VerificationPolicy};
use domain::promise::Duty;
use domain::time::civil;
use jiff::civil::date;
use std::collections::BTreeMap;

impl Office {
    /// Everybody of the four duties is on.
    pub async fn present(&self) {
        let unit = UNIT.parse().expect("a unit's code is digits");
        for duty in Duty::ALL {
            duty::set(&self.app, &self.receiver, &unit, duty, true).await.expect("staff sets duties");
        }
    }

    /// Nguyễn Thị Hồng Nhung, born 1990.
    pub fn citizen(&self) -> Citizen {
        Citizen {
            name: FullName::parse("Nguyễn Thị Hồng Nhung").expect("a name"),
            identity: Some(IdentityNumber::parse("030190000001").expect("a number")),
            born: Some(BirthDate::recorded(date(1990, 5, 12))),
            address: "Thôn 1, xã Thanh Xá, huyện Thanh Hà, tỉnh Hải Dương".to_owned(),
            phone: None,
            email: None,
        }
    }

    /// The version in force at the office now.
    pub fn version(&self, procedure: &str) -> std::sync::Arc<ProcedureVersion> {
        let (code, unit) = (procedure.parse().expect("a code"), UNIT.parse().expect("a unit"));
        let on = civil(self.app.clock.now()).date();
        let policy = self.app.policy();
        policy.version_in_force(&code, &unit, on).expect("the procedure is offered").clone()
    }

    /// A complete intake of a procedure: every required paper is there, nothing must be verified.
    pub fn intake(&self, procedure: &str, answers: &[(&str, &str)]) -> Intake {
        let version = self.version(procedure);
        let unit = UNIT.parse().expect("a unit's code is digits");
        let mut draft = Draft::new(version.code.clone(), unit, Channel::Counter);
        draft.handed = version
            .required(&draft.facts())
            .iter()
            .filter_map(|need| need.choices().first().copied())
            .map(|spec| HandedIn {
                component: spec.id.clone(),
                originals: spec.quantity,
                copies: 0,
                digitised: Digitised::No,
                files: Vec::new(),
            })
            .collect();
        draft.verification = match version.verification.policy {
            VerificationPolicy::No | VerificationPolicy::Yes => VerificationAnswer::NotAsked,
            VerificationPolicy::May => {
                VerificationAnswer::NotNeeded { reason: "Có trong sổ hộ tịch của xã".to_owned() }
            }
        };
        Intake {
            draft,
            version: version.version,
            applicant: Applicant::Citizen(self.citizen()),
            proxy: None,
            needs: AccessNeeds::default(),
            answers: owned(answers),
            note: String::new(),
            duplicate_confirmed: true,
        }
    }

    /// Receives a complete dossier.
    pub async fn receive(&self, procedure: &str, answers: &[(&str, &str)]) -> Receipt {
        let intake = self.intake(procedure, answers);
        receive(&self.app, &self.receiver, intake, None).await.expect("a complete dossier is received")
    }

    /// The appraiser proposes to grant it.
    pub async fn appraise(&self, code: &DossierCode, answers: &[(&str, &str)]) -> Dossier {
        let answers = owned(answers);
        let build = move |_: &handle::Situation<'_>| {
            let (proposal, note) = (Outcome::Granted, String::new());
            Ok(Command::Appraise { proposal, note, answers: answers.clone() })
        };
        let done = handle::act(&self.app, &self.appraiser, code, None, Act::Appraise, build).await;
        done.expect("a received dossier is appraised")
    }

    /// The leader grants it.
    pub async fn approve(&self, code: &DossierCode) -> Dossier {
        self.decide(code, Outcome::Granted, "").await
    }

    /// The leader decides.
    pub async fn decide(&self, code: &DossierCode, outcome: Outcome, reason: &str) -> Dossier {
        let decision = Decision { code: code.clone(), seen: None, outcome, reason: reason.to_owned() };
        approve::approve(&self.app, &self.leader, decision).await.expect("an appraised dossier is decided")
    }
}

fn owned(answers: &[(&str, &str)]) -> BTreeMap<String, String> {
    answers.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect()
}
