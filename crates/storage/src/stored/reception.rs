//! A reception as stored, formats 1 and 2.

use super::person::{StoredApplicant, StoredNeeds, StoredProxy};
use super::{Undecodable, names};
use domain::dossier::{
    Asked, ChargedLine, DossierCode, FeeAssessment, FileRef, HandedComponent, ProcedureRef, Reception,
    RecordedPromise, RecordedReason, VerificationAnswer,
};
use domain::money::Dong;
use domain::time::{from_ms, to_ms};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredFile {
    sha256: String,
    media_type: String,
    pages: u32,
    bytes: u64,
    name: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredComponent {
    component: String,
    submitted: bool,
    originals: u16,
    copies: u16,
    digitised: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    files: Vec<StoredFile>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum StoredVerification {
    NotAsked,
    NotNeeded(String),
    Needed(String),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredFee {
    lines: Vec<(String, u64)>,
    total: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    exemption: Option<String>,
}

/// Since format 2.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredAsked {
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    yes: BTreeSet<String>,
    pages: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    exemption: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredPromise {
    same_day: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    programme: Option<String>,
    reasons: Vec<(String, bool)>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredReception {
    code: String,
    procedure: String,
    version: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    case: Option<String>,
    applicant: StoredApplicant,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    proxy: Option<StoredProxy>,
    #[serde(default, skip_serializing_if = "is_default")]
    needs: StoredNeeds,
    channel: String,
    receiving_unit: String,
    deciding_unit: String,
    components: Vec<StoredComponent>,
    components_required: u16,
    answers: BTreeMap<String, String>,
    copies: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    asked: Option<StoredAsked>,
    verification: StoredVerification,
    fee: StoredFee,
    statutory_due_at: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    commitment_due_at: Option<i64>,
    promise: StoredPromise,
    result_required: bool,
    offered_online: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    synthetic: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    imported_from: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl From<&FileRef> for StoredFile {
    fn from(file: &FileRef) -> Self {
        Self {
            sha256: file.sha256.clone(),
            media_type: file.media_type.clone(),
            pages: file.pages,
            bytes: file.bytes,
            name: file.name.clone(),
        }
    }
}

impl From<StoredFile> for FileRef {
    fn from(stored: StoredFile) -> Self {
        Self {
            sha256: stored.sha256,
            media_type: stored.media_type,
            pages: stored.pages,
            bytes: stored.bytes,
            name: stored.name,
        }
    }
}

impl From<&HandedComponent> for StoredComponent {
    fn from(handed: &HandedComponent) -> Self {
        Self {
            component: handed.component.as_str().to_owned(),
            submitted: handed.submitted,
            originals: handed.originals,
            copies: handed.copies,
            digitised: handed.digitised.name().to_owned(),
            files: handed.files.iter().map(StoredFile::from).collect(),
        }
    }
}

impl TryFrom<StoredComponent> for HandedComponent {
    type Error = Undecodable;
    fn try_from(stored: StoredComponent) -> Result<Self, Undecodable> {
        Ok(Self {
            component: names::component(&stored.component)?,
            submitted: stored.submitted,
            originals: stored.originals,
            copies: stored.copies,
            digitised: names::digitised(&stored.digitised)?,
            files: stored.files.into_iter().map(FileRef::from).collect(),
        })
    }
}

impl From<&FeeAssessment> for StoredFee {
    fn from(fee: &FeeAssessment) -> Self {
        Self {
            lines: fee.lines.iter().map(|line| (line.label.clone(), line.amount.0)).collect(),
            total: fee.total.0,
            exemption: fee.exemption.clone(),
        }
    }
}

impl From<StoredFee> for FeeAssessment {
    fn from(stored: StoredFee) -> Self {
        let line = |(label, amount)| ChargedLine { label, amount: Dong(amount) };
        Self {
            lines: stored.lines.into_iter().map(line).collect(),
            total: Dong(stored.total),
            exemption: stored.exemption,
        }
    }
}

impl From<&Asked> for StoredAsked {
    fn from(asked: &Asked) -> Self {
        Self {
            yes: asked.yes.iter().map(|id| id.as_str().to_owned()).collect(),
            pages: asked.pages,
            exemption: asked.exemption.map(|ground| ground.name().to_owned()),
        }
    }
}

impl TryFrom<StoredAsked> for Asked {
    type Error = Undecodable;
    fn try_from(stored: StoredAsked) -> Result<Self, Undecodable> {
        Ok(Self {
            yes: stored.yes.iter().map(|id| names::question(id)).collect::<Result<_, _>>()?,
            pages: stored.pages,
            exemption: stored.exemption.as_deref().map(names::exemption).transpose()?,
        })
    }
}

impl From<&RecordedPromise> for StoredPromise {
    fn from(promise: &RecordedPromise) -> Self {
        Self {
            same_day: promise.same_day,
            programme: promise.programme.clone(),
            reasons: promise.reasons.iter().map(|reason| (reason.code.clone(), reason.kept)).collect(),
        }
    }
}

impl From<StoredPromise> for RecordedPromise {
    fn from(stored: StoredPromise) -> Self {
        let reason = |(code, kept)| RecordedReason { code, kept };
        Self {
            same_day: stored.same_day,
            programme: stored.programme,
            reasons: stored.reasons.into_iter().map(reason).collect(),
        }
    }
}

impl From<&VerificationAnswer> for StoredVerification {
    fn from(answer: &VerificationAnswer) -> Self {
        match answer {
            VerificationAnswer::NotAsked => Self::NotAsked,
            VerificationAnswer::NotNeeded { reason } => Self::NotNeeded(reason.clone()),
            VerificationAnswer::Needed { reason } => Self::Needed(reason.clone()),
        }
    }
}

impl From<StoredVerification> for VerificationAnswer {
    fn from(stored: StoredVerification) -> Self {
        match stored {
            StoredVerification::NotAsked => Self::NotAsked,
            StoredVerification::NotNeeded(reason) => Self::NotNeeded { reason },
            StoredVerification::Needed(reason) => Self::Needed { reason },
        }
    }
}

impl From<&Reception> for StoredReception {
    fn from(reception: &Reception) -> Self {
        Self {
            code: reception.code.as_str().to_owned(),
            procedure: reception.procedure.code.as_str().to_owned(),
            version: reception.procedure.version,
            case: reception.procedure.case.as_ref().map(|case| case.as_str().to_owned()),
            applicant: (&reception.applicant).into(),
            proxy: reception.proxy.as_ref().map(StoredProxy::from),
            needs: (&reception.needs).into(),
            channel: reception.channel.name().to_owned(),
            receiving_unit: reception.receiving_unit.as_str().to_owned(),
            deciding_unit: reception.deciding_unit.as_str().to_owned(),
            components: reception.components.iter().map(StoredComponent::from).collect(),
            components_required: reception.components_required,
            answers: reception.answers.clone(),
            copies: reception.copies,
            asked: reception.asked.as_ref().map(StoredAsked::from),
            verification: (&reception.verification).into(),
            fee: (&reception.fee).into(),
            statutory_due_at: to_ms(reception.statutory_due_at),
            commitment_due_at: reception.commitment_due_at.map(to_ms),
            promise: (&reception.promise).into(),
            result_required: reception.result_required,
            offered_online: reception.offered_online,
            synthetic: reception.synthetic,
            imported_from: reception.imported_from.clone(),
            note: reception.note.clone(),
        }
    }
}

impl TryFrom<StoredReception> for Reception {
    type Error = Undecodable;
    fn try_from(stored: StoredReception) -> Result<Self, Undecodable> {
        Ok(Self {
            code: DossierCode::recorded(stored.code),
            procedure: ProcedureRef {
                code: names::procedure(&stored.procedure)?,
                version: stored.version,
                case: stored.case.as_deref().map(names::case).transpose()?,
            },
            applicant: stored.applicant.try_into()?,
            proxy: stored.proxy.map(TryInto::try_into).transpose()?,
            needs: stored.needs.into(),
            channel: names::channel(&stored.channel)?,
            receiving_unit: names::unit(&stored.receiving_unit)?,
            deciding_unit: names::unit(&stored.deciding_unit)?,
            components: stored.components.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?,
            components_required: stored.components_required,
            answers: stored.answers,
            copies: stored.copies,
            asked: stored.asked.map(TryInto::try_into).transpose()?,
            verification: stored.verification.into(),
            fee: stored.fee.into(),
            statutory_due_at: from_ms(stored.statutory_due_at),
            commitment_due_at: stored.commitment_due_at.map(from_ms),
            promise: stored.promise.into(),
            result_required: stored.result_required,
            offered_online: stored.offered_online,
            synthetic: stored.synthetic,
            imported_from: stored.imported_from,
            note: stored.note,
        })
    }
}
