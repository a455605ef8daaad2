//! Proxies: how they are related and what they bring.

use domain::person::{Authorisation, Relation};

use crate::{Key, Lang, text};

/// How a proxy is related to the applicant: `Cha, mẹ`.
pub fn relation(relation: Relation, lang: Lang) -> &'static str {
    let key = match relation {
        Relation::Grandparent => Key::StagesRelationGrandparent,
        Relation::Parent => Key::StagesRelationParent,
        Relation::Child => Key::StagesRelationChild,
        Relation::Spouse => Key::StagesRelationSpouse,
        Relation::Sibling => Key::StagesRelationSibling,
        Relation::Other => Key::StagesRelationOther,
    };
    text(lang, key)
}

/// What a proxy brings: `Văn bản ủy quyền có chứng thực`.
pub fn authorisation(kind: Authorisation, lang: Lang) -> &'static str {
    let key = match kind {
        Authorisation::Family => Key::StagesAuthorisationFamily,
        Authorisation::Certified => Key::StagesAuthorisationCertified,
        Authorisation::Introduction => Key::StagesAuthorisationIntroduction,
        Authorisation::PostingSlip => Key::StagesAuthorisationPostingSlip,
    };
    text(lang, key)
}
