//! People and bodies that appear on a dossier, parsed at the door.

mod birth;
mod card;
mod contact;
mod identity;
mod name;

pub use birth::{BirthDate, BirthProblem, read_date};
pub use card::{CardProblem, CardQr};
pub use contact::{ContactProblem, Email, Phone};
pub use identity::{IdentityNumber, IdentityProblem, IdentityWarning};
pub use name::{FullName, NameProblem};

/// A citizen (công dân).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citizen {
    /// Họ và tên, as typed, in NFC.
    pub name: FullName,
    /// Số định danh or another number; absent for a child without one.
    pub identity: Option<IdentityNumber>,
    /// Ngày sinh.
    pub born: Option<BirthDate>,
    /// Nơi cư trú, as given.
    pub address: String,
    /// Số điện thoại.
    pub phone: Option<Phone>,
    /// Thư điện tử.
    pub email: Option<Email>,
}

/// Who asks (người nộp; tổ chức, cá nhân).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Applicant {
    /// Công dân.
    Citizen(Citizen),
    /// Doanh nghiệp, hộ kinh doanh, hợp tác xã.
    Business {
        /// Registered name.
        name: String,
        /// Mã số: tax or registration number.
        number: String,
        /// Who acts for it.
        representative: Citizen,
    },
    /// Cơ quan, tổ chức.
    Organisation {
        /// Full name.
        name: String,
        /// Who acts for it.
        representative: Citizen,
    },
}

impl Applicant {
    /// The name printed on the receipt.
    pub fn display_name(&self) -> &str {
        match self {
            Self::Citizen(citizen) => citizen.name.as_str(),
            Self::Business { name, .. } | Self::Organisation { name, .. } => name,
        }
    }

    /// The person who stands at the counter: the citizen, or who acts for the body.
    pub fn person(&self) -> &Citizen {
        match self {
            Self::Citizen(citizen) => citizen,
            Self::Business { representative, .. } | Self::Organisation { representative, .. } => {
                representative
            }
        }
    }

    /// The name of the kind in commands, exports and the API.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Citizen(_) => "citizen",
            Self::Business { .. } => "business",
            Self::Organisation { .. } => "organisation",
        }
    }
}

/// How a proxy is related to the person they act for.
///
/// # Legal source
/// Civil-status procedures: the authorisation need not be certified where the proxy is grandparent, parent,
/// child, spouse or sibling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// Ông, bà.
    Grandparent,
    /// Cha, mẹ.
    Parent,
    /// Con.
    Child,
    /// Vợ, chồng.
    Spouse,
    /// Anh, chị, em ruột.
    Sibling,
    /// Anybody else.
    Other,
}

impl Relation {
    /// All relations in the order of forms.
    pub const ALL: [Self; 6] =
        [Self::Grandparent, Self::Parent, Self::Child, Self::Spouse, Self::Sibling, Self::Other];

    /// The name in forms, exports and the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Grandparent => "grandparent",
            Self::Parent => "parent",
            Self::Child => "child",
            Self::Spouse => "spouse",
            Self::Sibling => "sibling",
            Self::Other => "other",
        }
    }

    /// Reads [`Relation::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|relation| relation.name() == name)
    }

    /// Whether the written authorisation must be certified.
    pub const fn needs_certified_authorisation(self) -> bool {
        matches!(self, Self::Other)
    }
}

/// What kind of authorisation a proxy brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Authorisation {
    /// Close family: a written paper, not certified.
    Family,
    /// Văn bản ủy quyền có chứng thực.
    Certified,
    /// Giấy giới thiệu of a body.
    Introduction,
    /// Phiếu gửi of the public post.
    PostingSlip,
}

impl Authorisation {
    /// All kinds in the order of forms.
    pub const ALL: [Self; 4] = [Self::Family, Self::Certified, Self::Introduction, Self::PostingSlip];

    /// The name in forms, exports and the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::Certified => "certified",
            Self::Introduction => "introduction",
            Self::PostingSlip => "posting_slip",
        }
    }

    /// Reads [`Authorisation::name`] back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Someone who hands in for the applicant (người được ủy quyền).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proxy {
    /// Who they are.
    pub person: Citizen,
    /// How they are related to the principal.
    pub relation: Relation,
    /// What they brought to show their right.
    pub authorisation: Authorisation,
}

impl Proxy {
    /// Whether the authorisation suffices for the relation.
    pub const fn is_sufficient(&self) -> bool {
        !(self.relation.needs_certified_authorisation()
            && matches!(self.authorisation, Authorisation::Family))
    }
}

/// Ways of acting that some people need; data of the dossier, not free text.
///
/// # Legal source
/// Certification: who cannot sign gives a fingerprint; who cannot read, hear, sign or give a fingerprint needs
/// two witnesses; who does not speak the language needs an interpreter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AccessNeeds {
    /// Điểm chỉ in place of a signature.
    pub fingerprint: bool,
    /// Người làm chứng.
    pub witnesses: Vec<FullName>,
    /// Người phiên dịch.
    pub interpreter: Option<FullName>,
}
