//! The few questions of the form: name, telephone, mail, what for.

use crate::fields::Fields;
use crate::site::Ask;
use crate::widget::{Field, FieldKind, Opt, Width};
use app::Policy;
use app::booking::Asked;
use domain::person::{Email, FullName, Phone};
use domain::place::UnitCode;
use i18n::{Key as K, Lang, text, words};
use jiff::civil::Date;

/// What is wrong: the field, and the sentence.
pub type Problems = Vec<(String, String)>;

/// What can be chosen as the reason of a visit: nothing first, then the unit's no-wait list.
pub fn purposes(ask: &Ask, policy: &Policy, unit: &UnitCode, on: Date) -> Vec<Opt> {
    let none = Opt::new("", text(ask.lang, K::BookingPurposeNone));
    let listed = policy.list_of(unit, on).into_iter();
    let listed = listed.map(|(_, version)| Opt::new(version.code.as_str(), ask.name_of(&version.name)));
    std::iter::once(none).chain(listed).collect()
}

/// The fields with what was typed.
pub fn fields(lang: Lang, typed: &Fields, problems: &[(String, String)], purposes: Vec<Opt>) -> Vec<Field> {
    let of = |name: &str| problems.iter().find(|(field, _)| field == name).map(|(_, why)| why.clone());
    let field = |name: &'static str, key, kind| {
        Field::of(lang, name, text(lang, key), kind).value(typed.get(name)).error(of(name))
    };
    let mut name = field("ten", K::BookingName, FieldKind::Text);
    name.autocomplete = Some("name");
    let mut phone = field("dien-thoai", K::BookingPhone, FieldKind::Phone)
        .hint(text(lang, K::BookingPhoneHint))
        .width(Width::Medium);
    (phone.autocomplete, phone.optional) = (Some("tel"), true);
    let mut email = field("thu-dien-tu", K::BookingEmail, FieldKind::Email);
    (email.autocomplete, email.optional) = (Some("email"), true);
    let mut all = vec![name, phone, email];
    if !purposes.is_empty() {
        let mut purpose = field("thu-tuc", K::BookingPurpose, FieldKind::Select(purposes));
        purpose.optional = true;
        all.push(purpose);
    }
    all
}

/// Reads the fields.
///
/// # Errors
/// Everything that is wrong, at once.
pub fn read(lang: Lang, typed: &Fields, purposes: &[Opt]) -> Result<Asked, Problems> {
    let mut problems = Problems::new();
    let mut wrong = |field: &str, why: String| problems.push((field.to_owned(), why));
    let name = FullName::parse(typed.get("ten"));
    if let Err(problem) = &name {
        wrong("ten", words::name_problem(*problem, lang).to_string());
    }
    let phone = typed.typed("dien-thoai").map(Phone::parse).transpose();
    if let Err(problem) = &phone {
        wrong("dien-thoai", words::contact_problem(*problem, lang).to_string());
    }
    let email = typed.typed("thu-dien-tu").map(Email::parse).transpose();
    if let Err(problem) = &email {
        wrong("thu-dien-tu", words::contact_problem(*problem, lang).to_string());
    }
    let chosen = typed.get("thu-tuc");
    if !purposes.iter().any(|known| known.value == chosen) && !chosen.is_empty() {
        wrong("thu-tuc", text(lang, K::BookingPurposeWrong).to_owned());
    }
    match (name, phone, email) {
        (Ok(name), Ok(phone), Ok(email)) if problems.is_empty() => {
            Ok(Asked { name, phone, email, procedure: chosen.parse().ok() })
        }
        _wrong => Err(problems),
    }
}
