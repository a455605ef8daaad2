//! What is wrong with an administrator's wish, beside its field.

use super::Admin;
use crate::fields::Fields;
use crate::widget::DateField;
use app::account::{AccountProblem, ManageError};
use axum::response::Response;
use i18n::{Key as K, Lang, text};
use jiff::civil::Date;

/// Field and sentence.
pub(crate) type Errors = Vec<(String, String)>;

/// The field at which a problem is mended, and the sentence about it.
fn place(problem: AccountProblem) -> (&'static str, K) {
    match problem {
        AccountProblem::UsernameShape => ("ten-dang-nhap", K::AdminUsernameShape),
        AccountProblem::UsernameTaken => ("ten-dang-nhap", K::AdminUsernameTaken),
        AccountProblem::NameMissing => ("ho-ten", K::AdminNameMissing),
        AccountProblem::NameTooLong => ("ho-ten", K::AdminTooLong),
        AccountProblem::TitleTooLong => ("chuc-danh", K::AdminTooLong),
        AccountProblem::PhoneShape => ("dien-thoai", K::AdminPhoneShape),
        AccountProblem::NoSuchUnit => ("don-vi", K::AdminNoSuchUnit),
        AccountProblem::PeriodBackwards => ("den-ngay", K::AdminPeriodBackwards),
        AccountProblem::VolunteerAlone => ("vai-tro", K::AdminVolunteerAlone),
        AccountProblem::ProgramAlone => ("vai-tro", K::AdminProgramAlone),
        AccountProblem::OwnRole => ("vai-tro", K::AdminOwnRole),
        AccountProblem::OwnAccount => ("khoa", K::AdminOwnAccount),
        AccountProblem::LastAdministrator => ("vai-tro", K::AdminLastAdministrator),
        AccountProblem::NoSuchRole => ("vai-tro", K::AdminNoSuchRole),
        AccountProblem::LabelMissing => ("nhan", K::AdminLabelMissing),
        AccountProblem::LabelTooLong => ("nhan", K::AdminTooLong),
        AccountProblem::TokenForAdministrator => ("vai-tro", K::AdminTokenForAdministrator),
        AccountProblem::TokenWithoutRole => ("vai-tro", K::AdminTokenWithoutRole),
        AccountProblem::TokenOver => ("den-ngay", K::AdminTokenOver),
    }
}

/// Problems as errors of a form.
pub(super) fn errors(lang: Lang, problems: Vec<AccountProblem>) -> Errors {
    let error = |problem| {
        let (field, key) = place(problem);
        (field.to_owned(), text(lang, key).to_owned())
    };
    problems.into_iter().map(error).collect()
}

/// Problems for the form, or the answer for everything else.
#[allow(clippy::result_large_err, reason = "the answer is sent at once, not carried far")]
pub(super) fn sorted(admin: &Admin, error: ManageError) -> Result<Errors, Response> {
    match error {
        ManageError::Problems(problems) => Ok(errors(admin.lang(), problems)),
        ManageError::App(error) => Err(admin.failed(&error)),
        ManageError::Busy => Ok(vec![(String::new(), admin.t(K::AccountBusy))]),
    }
}

/// The first error of a field.
pub(crate) fn of(errors: &[(String, String)], field: &str) -> Option<String> {
    errors.iter().find(|(name, _)| name == field).map(|(_, sentence)| sentence.clone())
}

/// A date typed in three fields: nothing typed, a date, or no date of the calendar.
pub(crate) fn date(fields: &Fields, name: &str) -> Result<Option<Date>, ()> {
    let part = |ending: &str| fields.get(&format!("{name}-{ending}")).trim().to_owned();
    let (day, month, year) = (part("ngay"), part("thang"), part("nam"));
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return Ok(None);
    }
    let number = |text: String| text.parse::<i16>().map_err(|_| ());
    let narrow = |value: i16| i8::try_from(value).map_err(|_| ());
    let (day, month) = (narrow(number(day)?)?, narrow(number(month)?)?);
    Date::new(number(year)?, month, day).map(Some).map_err(|_| ())
}

/// A date as a question, with what was typed.
pub(crate) fn date_field(
    lang: Lang,
    name: &'static str,
    legend: K,
    fields: &Fields,
    errors: &[(String, String)],
) -> DateField {
    let mut field = DateField::new(lang, name, text(lang, legend));
    field.typed = ["ngay", "thang", "nam"].map(|ending| fields.get(&format!("{name}-{ending}")).to_owned());
    field.error = of(errors, name);
    field
}

/// A date as the three values a form would send.
pub(crate) fn set_date(fields: &mut Fields, name: &str, on: Date) {
    fields.set(&format!("{name}-ngay"), on.day().to_string());
    fields.set(&format!("{name}-thang"), on.month().to_string());
    fields.set(&format!("{name}-nam"), on.year().to_string());
}
