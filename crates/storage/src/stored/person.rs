//! People as stored, format 1.

use super::{Undecodable, names};
use domain::person::{
    AccessNeeds, Applicant, BirthDate, Citizen, Email, FullName, IdentityNumber, Phone, Proxy,
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum StoredIdentity {
    Citizen(String),
    OldCard(String),
    Passport(String),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredCitizen {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    identity: Option<StoredIdentity>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    born: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    address: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    email: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum StoredApplicant {
    Citizen { person: StoredCitizen },
    Business { name: String, number: String, representative: StoredCitizen },
    Organisation { name: String, representative: StoredCitizen },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredProxy {
    person: StoredCitizen,
    relation: String,
    authorisation: String,
}

#[derive(Serialize, Deserialize, Default, PartialEq)]
#[serde(deny_unknown_fields, default)]
pub(super) struct StoredNeeds {
    fingerprint: bool,
    witnesses: Vec<String>,
    interpreter: Option<String>,
}

impl From<&IdentityNumber> for StoredIdentity {
    fn from(identity: &IdentityNumber) -> Self {
        match identity {
            IdentityNumber::Citizen(number) => Self::Citizen(number.clone()),
            IdentityNumber::OldCard(number) => Self::OldCard(number.clone()),
            IdentityNumber::Passport(number) => Self::Passport(number.clone()),
        }
    }
}

impl From<StoredIdentity> for IdentityNumber {
    fn from(stored: StoredIdentity) -> Self {
        match stored {
            StoredIdentity::Citizen(number) => Self::Citizen(number),
            StoredIdentity::OldCard(number) => Self::OldCard(number),
            StoredIdentity::Passport(number) => Self::Passport(number),
        }
    }
}

impl From<&Citizen> for StoredCitizen {
    fn from(citizen: &Citizen) -> Self {
        Self {
            name: citizen.name.as_str().to_owned(),
            identity: citizen.identity.as_ref().map(StoredIdentity::from),
            born: citizen.born.map(|born| born.date().to_string()),
            address: citizen.address.clone(),
            phone: citizen.phone.as_ref().map(|phone| phone.as_str().to_owned()),
            email: citizen.email.as_ref().map(|email| email.as_str().to_owned()),
        }
    }
}

impl TryFrom<StoredCitizen> for Citizen {
    type Error = Undecodable;
    fn try_from(stored: StoredCitizen) -> Result<Self, Undecodable> {
        let born = stored
            .born
            .map(|text| text.parse().map_err(|_| Undecodable::Name { what: "date", value: text.clone() }))
            .transpose()?;
        Ok(Self {
            name: FullName::recorded(stored.name),
            identity: stored.identity.map(IdentityNumber::from),
            born: born.map(BirthDate::recorded),
            address: stored.address,
            phone: stored.phone.map(Phone::recorded),
            email: stored.email.map(Email::recorded),
        })
    }
}

impl From<&Applicant> for StoredApplicant {
    fn from(applicant: &Applicant) -> Self {
        match applicant {
            Applicant::Citizen(person) => Self::Citizen { person: person.into() },
            Applicant::Business { name, number, representative } => Self::Business {
                name: name.clone(),
                number: number.clone(),
                representative: representative.into(),
            },
            Applicant::Organisation { name, representative } => {
                Self::Organisation { name: name.clone(), representative: representative.into() }
            }
        }
    }
}

impl TryFrom<StoredApplicant> for Applicant {
    type Error = Undecodable;
    fn try_from(stored: StoredApplicant) -> Result<Self, Undecodable> {
        Ok(match stored {
            StoredApplicant::Citizen { person } => Self::Citizen(person.try_into()?),
            StoredApplicant::Business { name, number, representative } => {
                Self::Business { name, number, representative: representative.try_into()? }
            }
            StoredApplicant::Organisation { name, representative } => {
                Self::Organisation { name, representative: representative.try_into()? }
            }
        })
    }
}

impl From<&Proxy> for StoredProxy {
    fn from(proxy: &Proxy) -> Self {
        Self {
            person: (&proxy.person).into(),
            relation: proxy.relation.name().to_owned(),
            authorisation: proxy.authorisation.name().to_owned(),
        }
    }
}

impl TryFrom<StoredProxy> for Proxy {
    type Error = Undecodable;
    fn try_from(stored: StoredProxy) -> Result<Self, Undecodable> {
        Ok(Self {
            person: stored.person.try_into()?,
            relation: names::relation(&stored.relation)?,
            authorisation: names::authorisation(&stored.authorisation)?,
        })
    }
}

impl From<&AccessNeeds> for StoredNeeds {
    fn from(needs: &AccessNeeds) -> Self {
        Self {
            fingerprint: needs.fingerprint,
            witnesses: needs.witnesses.iter().map(|name| name.as_str().to_owned()).collect(),
            interpreter: needs.interpreter.as_ref().map(|name| name.as_str().to_owned()),
        }
    }
}

impl From<StoredNeeds> for AccessNeeds {
    fn from(stored: StoredNeeds) -> Self {
        Self {
            fingerprint: stored.fingerprint,
            witnesses: stored.witnesses.into_iter().map(FullName::recorded).collect(),
            interpreter: stored.interpreter.map(FullName::recorded),
        }
    }
}
