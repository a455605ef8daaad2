//! People and bodies as typed on a form: every field parsed, every problem named.
//!
//! Names of fields: `ten`, `so-dinh-danh` … for the applicant, `ten-to-chuc` and `ma-so` for a body, `nt-…` for the proxy,
//! `diem-chi`, `lam-chung-1` … for what people need; with a prefix where several forms stand on one page.

use super::Problems;
use crate::fields::Fields;
use domain::person::{
    AccessNeeds, Applicant, Authorisation, BirthDate, CardQr, Citizen, Email, FullName, IdentityNumber,
    Phone, Proxy, Relation,
};
use domain::text::{clean_line, has_control};
use i18n::{Key as K, Lang, text, words};
use jiff::civil::Date;

/// A form with people on it.
pub struct People<'a> {
    /// What was sent.
    pub fields: &'a Fields,
    /// What the names of its fields begin with.
    pub prefix: &'a str,
    /// Language of the sentences.
    pub lang: Lang,
    /// Today.
    pub today: Date,
}

impl People<'_> {
    fn name(&self, field: &str) -> String {
        format!("{}{field}", self.prefix)
    }

    fn get(&self, field: &str) -> &str {
        self.fields.get(&self.name(field))
    }

    fn wrong(&self, field: &str, sentence: impl Into<String>, problems: &mut Problems) {
        problems.add(self.name(field), sentence);
    }

    /// A value that may be left out.
    fn optional<T, E>(&self, field: &str, parse: impl Fn(&str) -> Result<T, E>) -> Result<Option<T>, E> {
        self.fields.typed(&self.name(field)).map(parse).transpose()
    }

    /// A person; `who` tells the applicant's fields from the proxy's.
    fn citizen(&self, who: &str, problems: &mut Problems) -> Option<Citizen> {
        let lang = self.lang;
        let field = |name: &str| format!("{who}{name}");
        let name = FullName::parse(self.get(&field("ten")));
        if let Err(problem) = name {
            self.wrong(&field("ten"), words::name_problem(problem, lang), problems);
        }
        let identity = self.optional(&field("so-dinh-danh"), IdentityNumber::parse);
        if let Err(problem) = &identity {
            self.wrong(&field("so-dinh-danh"), words::identity_problem(*problem, lang), problems);
        }
        let born = self.optional(&field("ngay-sinh"), |typed| BirthDate::parse(typed, self.today));
        if let Err(problem) = &born {
            self.wrong(&field("ngay-sinh"), words::birth_problem(*problem, lang), problems);
        }
        let phone = self.optional(&field("dien-thoai"), Phone::parse);
        if let Err(problem) = &phone {
            self.wrong(&field("dien-thoai"), words::contact_problem(*problem, lang), problems);
        }
        let email = self.optional(&field("thu-dien-tu"), Email::parse);
        if let Err(problem) = &email {
            self.wrong(&field("thu-dien-tu"), words::contact_problem(*problem, lang), problems);
        }
        let address = clean_line(self.get(&field("noi-cu-tru"))).chars().take(500).collect();
        Some(Citizen {
            name: name.ok()?,
            identity: identity.ok()?,
            born: born.ok()?,
            address,
            phone: phone.ok()?,
            email: email.ok()?,
        })
    }

    /// The applicant of a kind, as [`Applicant::kind`] names it; whatever else it says is a citizen.
    pub fn applicant(&self, kind: &str, problems: &mut Problems) -> Option<Applicant> {
        let person = self.citizen("", problems);
        match kind {
            "business" => {
                let name = self.body(problems);
                let number = clean_line(self.get("ma-so"));
                let digits = number.chars().filter(char::is_ascii_digit).count();
                let sound = number.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
                if !(8..=14).contains(&digits) || !sound {
                    self.wrong("ma-so", text(self.lang, K::IntakeBodyNumber), problems);
                }
                person.map(|representative| Applicant::Business { name, number, representative })
            }
            "organisation" => {
                let name = self.body(problems);
                person.map(|representative| Applicant::Organisation { name, representative })
            }
            _other => person.map(Applicant::Citizen),
        }
    }

    fn body(&self, problems: &mut Problems) -> String {
        let name = clean_line(self.get("ten-to-chuc"));
        if name.is_empty() || has_control(self.get("ten-to-chuc")) {
            self.wrong("ten-to-chuc", text(self.lang, K::IntakeBodyName), problems);
        }
        name
    }

    /// Who hands in for the applicant, with relation and paper.
    pub fn proxy(&self, problems: &mut Problems) -> Option<Proxy> {
        let person = self.citizen("nt-", problems);
        let relation = Relation::from_name(self.get("nt-quan-he"));
        if relation.is_none() {
            self.wrong("nt-quan-he", text(self.lang, K::IntakeProxyRelation), problems);
        }
        let authorisation = Authorisation::from_name(self.get("nt-giay"));
        if authorisation.is_none() {
            self.wrong("nt-giay", text(self.lang, K::IntakeProxyPaper), problems);
        }
        Some(Proxy { person: person?, relation: relation?, authorisation: authorisation? })
    }

    /// Witnesses, interpreter, a fingerprint in place of a signature.
    pub fn needs(&self, fingerprint: bool, problems: &mut Problems) -> AccessNeeds {
        let mut name = |field: &str| {
            self.optional(field, FullName::parse).unwrap_or_else(|problem| {
                self.wrong(field, words::name_problem(problem, self.lang), problems);
                None
            })
        };
        let witnesses = [name("lam-chung-1"), name("lam-chung-2")].into_iter().flatten().collect();
        let interpreter = name("phien-dich");
        AccessNeeds { fingerprint, witnesses, interpreter }
    }
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
