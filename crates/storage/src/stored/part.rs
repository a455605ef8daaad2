//! The parts of event payloads as stored, formats 1 and 2: what is asked for, issued, collected and amended.

use super::person::{StoredApplicant, StoredIdentity, StoredNeeds, StoredProxy};
use super::reception::{StoredAsked, StoredFee};
use super::{Undecodable, names};
use domain::dossier::{
    Amendment, Collector, CollectorIdentity, IssuedResult, ResultNumber, Standing, SupplementItem,
};
use domain::person::FullName;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredItem {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    component: Option<String>,
    what: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredResult {
    register: String,
    year: i16,
    serial: u64,
    content_sha256: String,
    template: String,
    data: BTreeMap<String, String>,
    signer: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredCollector {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    proxy: Option<(StoredIdentity, String)>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredAmendment {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    applicant: Option<StoredApplicant>,
    /// An empty list removes the proxy, one entry replaces it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    proxy: Option<Vec<StoredProxy>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    needs: Option<StoredNeeds>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answers: Option<BTreeMap<String, String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    copies: Option<StoredCopies>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    asked: Option<StoredAsked>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fee: Option<StoredFee>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    components_required: Option<u16>,
}

/// A number; in format 1 with the fee that followed from it.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum StoredCopies {
    Number(u16),
    WithFee(u16, StoredFee),
}

impl From<&SupplementItem> for StoredItem {
    fn from(item: &SupplementItem) -> Self {
        Self { component: item.component.as_ref().map(|id| id.as_str().to_owned()), what: item.what.clone() }
    }
}

impl TryFrom<StoredItem> for SupplementItem {
    type Error = Undecodable;
    fn try_from(stored: StoredItem) -> Result<Self, Undecodable> {
        Ok(Self {
            component: stored.component.as_deref().map(names::component).transpose()?,
            what: stored.what,
        })
    }
}

impl From<&IssuedResult> for StoredResult {
    fn from(result: &IssuedResult) -> Self {
        Self {
            register: result.number.register.clone(),
            year: result.number.year,
            serial: result.number.serial,
            content_sha256: result.content_sha256.clone(),
            template: result.template.clone(),
            data: result.data.clone(),
            signer: result.signer.clone(),
        }
    }
}

impl From<StoredResult> for IssuedResult {
    /// An approved result stands; a later event of its own revokes it.
    fn from(stored: StoredResult) -> Self {
        Self {
            number: ResultNumber { register: stored.register, year: stored.year, serial: stored.serial },
            content_sha256: stored.content_sha256,
            template: stored.template,
            data: stored.data,
            signer: stored.signer,
            standing: Standing::Valid,
        }
    }
}

impl From<&Collector> for StoredCollector {
    fn from(collector: &Collector) -> Self {
        let proxy = match &collector.identity {
            CollectorIdentity::Applicant => None,
            CollectorIdentity::Proxy { identity, authorisation } => {
                Some((identity.into(), authorisation.name().to_owned()))
            }
        };
        Self { name: collector.name.as_str().to_owned(), proxy }
    }
}

impl TryFrom<StoredCollector> for Collector {
    type Error = Undecodable;
    fn try_from(stored: StoredCollector) -> Result<Self, Undecodable> {
        let identity = match stored.proxy {
            None => CollectorIdentity::Applicant,
            Some((identity, paper)) => CollectorIdentity::Proxy {
                identity: identity.into(),
                authorisation: names::authorisation(&paper)?,
            },
        };
        Ok(Self { name: FullName::recorded(stored.name), identity })
    }
}

impl From<&Amendment> for StoredAmendment {
    fn from(amendment: &Amendment) -> Self {
        Self {
            applicant: amendment.applicant.as_ref().map(StoredApplicant::from),
            proxy: amendment.proxy.as_ref().map(|proxy| proxy.iter().map(StoredProxy::from).collect()),
            needs: amendment.needs.as_ref().map(StoredNeeds::from),
            answers: amendment.answers.clone(),
            copies: amendment.copies.map(StoredCopies::Number),
            asked: amendment.asked.as_ref().map(StoredAsked::from),
            fee: amendment.fee.as_ref().map(StoredFee::from),
            components_required: amendment.components_required,
        }
    }
}

impl TryFrom<StoredAmendment> for Amendment {
    type Error = Undecodable;
    fn try_from(stored: StoredAmendment) -> Result<Self, Undecodable> {
        let proxy = match stored.proxy {
            None => None,
            Some(mut proxies) => Some(proxies.pop().map(TryInto::try_into).transpose()?),
        };
        let (copies, old_fee) = match stored.copies {
            None => (None, None),
            Some(StoredCopies::Number(copies)) => (Some(copies), None),
            Some(StoredCopies::WithFee(copies, fee)) => (Some(copies), Some(fee)),
        };
        Ok(Self {
            applicant: stored.applicant.map(TryInto::try_into).transpose()?,
            proxy,
            needs: stored.needs.map(Into::into),
            answers: stored.answers,
            copies,
            asked: stored.asked.map(TryInto::try_into).transpose()?,
            fee: stored.fee.or(old_fee).map(Into::into),
            components_required: stored.components_required,
        })
    }
}
