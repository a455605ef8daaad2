//! A person as typed on a form: every field parsed, every problem named.

use super::form::Problems;
use crate::fields::Fields;
use domain::person::{BirthDate, CardQr, Citizen, Email, FullName, IdentityNumber, Phone};
use domain::text::clean_line;
use i18n::{Lang, words};
use jiff::civil::Date;

/// Reads a value that may be left out.
pub fn optional<T, E>(
    fields: &Fields,
    name: &str,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Result<Option<T>, E> {
    fields.typed(name).map(parse).transpose()
}

/// Reads a person; `prefix` tells the applicant's fields from the proxy's.
pub fn citizen(
    fields: &Fields,
    prefix: &str,
    lang: Lang,
    today: Date,
    problems: &mut Problems,
) -> Option<Citizen> {
    let field = |name: &str| format!("{prefix}{name}");
    let name = FullName::parse(fields.get(&field("ten")));
    if let Err(problem) = name {
        problems.add(field("ten"), words::name_problem(problem, lang));
    }
    let identity = optional(fields, &field("so-dinh-danh"), IdentityNumber::parse);
    if let Err(problem) = &identity {
        problems.add(field("so-dinh-danh"), words::identity_problem(*problem, lang));
    }
    let born = optional(fields, &field("ngay-sinh"), |typed| BirthDate::parse(typed, today));
    if let Err(problem) = &born {
        problems.add(field("ngay-sinh"), words::birth_problem(*problem, lang));
    }
    let phone = optional(fields, &field("dien-thoai"), Phone::parse);
    if let Err(problem) = &phone {
        problems.add(field("dien-thoai"), words::contact_problem(*problem, lang));
    }
    let email = optional(fields, &field("thu-dien-tu"), Email::parse);
    if let Err(problem) = &email {
        problems.add(field("thu-dien-tu"), words::contact_problem(*problem, lang));
    }
    let address = clean_line(fields.get(&field("noi-cu-tru"))).chars().take(500).collect();
    Some(Citizen {
        name: name.ok()?,
        identity: identity.ok()?,
        born: born.ok()?,
        address,
        phone: phone.ok()?,
        email: email.ok()?,
    })
}

/// Fills the fields of a person from the scan of an identity card; typed values that the card does not have stay.
///
/// # Errors
/// The sentence that says why it is not a card.
pub fn fill_from_card(fields: &mut Fields, scan: &str, today: Date, lang: Lang) -> Result<(), String> {
    let card = CardQr::parse(scan, today).map_err(|problem| words::card_problem(problem, lang).to_owned())?;
    fields.set("so-dinh-danh", card.identity.as_str());
    if let Some(name) = card.name {
        fields.set("ten", name.as_str());
    }
    if let Some(born) = card.born {
        fields.set("ngay-sinh", born.date().strftime("%d/%m/%Y").to_string());
    }
    if !card.address.is_empty() {
        fields.set("noi-cu-tru", card.address);
    }
    fields.set("tu-the", "1");
    Ok(())
}
