//! Forms that were prepared with a volunteer's help: filled in there, judged and received here.

use super::form::{self, Kept};
use super::view::{Built, IntakePage, notice};
use super::{Duties, Work};
use crate::fields::Fields;
use crate::layout::encode;
use crate::reply;
use crate::site::Site;
use crate::staff::Staff;
use crate::staff::form::Problems;
use crate::widget::{Notice, Tone};
use app::AppError;
use app::assist::{self, AssistError};
use axum::http::StatusCode;
use axum::response::Response;
use domain::time::civil;
use i18n::{Arg, Key as K, text_with};

/// The form outside the counter.
pub struct PreparedForm {
    /// Its parts.
    pub page: IntakePage,
    /// Whether everything typed can be read; what is missing of the papers is the officer's business.
    pub sound: bool,
}

/// The form of a procedure with what was typed; `judged` names what is wrong.
///
/// # Errors
/// [`AppError::NotOffered`] for a procedure that is not offered here.
pub async fn prepared_form(
    site: &Site,
    staff: &Staff,
    fields: &Fields,
    judged: bool,
) -> Result<PreparedForm, AppError> {
    let (policy, on) = (site.app.policy(), civil(staff.now).date());
    let unit = &staff.actor.unit;
    let code = fields.get("thu-tuc").parse().map_err(|_| AppError::NotOffered)?;
    let version = policy.version_in_force(&code, unit, on).ok_or(AppError::NotOffered)?;
    let presence = app::standing::presence(&site.app, unit).await?;
    let kept = Kept::new();
    let draft = form::draft(fields, version, unit, &kept);
    let assessment = app::intake::assess(&policy, &draft, staff.now, presence)?;
    let mut problems = Problems::default();
    if judged && let Err(found) = form::read(fields, staff.ask.lang, version, draft, on) {
        // Whether something must be verified is the officer's question.
        problems.0 = found.0.into_iter().filter(|(field, _)| !field.starts_with("xac-minh")).collect();
    }
    let duties = Duties::of(&site.app, staff, unit).await?;
    let sound = problems.0.is_empty();
    let page = staff.page(&site.app, staff.ask.name_of(&version.name)).await;
    let built = Built {
        ask: &staff.ask,
        fields,
        kept: &kept,
        assessment: &assessment,
        problems: &problems,
        duties: &duties,
        offers: None,
    };
    Ok(PreparedForm { page: built.page(page, &staff.csrf, String::new(), None), sound })
}

/// Opens a prepared form at the counter.
pub(super) async fn open(site: Site, staff: Staff, code: &str) -> Response {
    let found = match assist::find_prepared(&site.app, &staff.actor, code).await {
        Ok(found) => found,
        Err(AssistError::App(error)) => return reply::failed(&staff.ask, &error),
        Err(_) => return reply::failed(&staff.ask, &AppError::NotFound { what: "prepared form" }),
    };
    let mut fields = Fields::from_encoded(&found.session.content).unwrap_or_default();
    let procedure = found.session.procedure.as_ref().map(ToString::to_string).unwrap_or_default();
    fields.set("thu-tuc", procedure.clone());
    fields.set("chuan-bi", found.session.code.clone());
    let work = match Work::begin(site, staff, &procedure).await {
        Ok(work) => work,
        Err(response) => return *response,
    };
    // The version in force now is what will be received.
    fields.set("phien-ban", work.version.version.to_string());
    let said = text_with(
        work.staff.ask.lang,
        K::AssistPrepared,
        &[("helper", Arg::Text(&found.helper)), ("code", Arg::Text(&found.session.code))],
    );
    let more = notice(&work.staff.ask, Tone::Plain, K::AssistPreparedHint).title;
    let told = Notice::new(Tone::Plain, said, Some(more));
    work.show(StatusCode::OK, &fields, &Kept::new(), &Problems::default(), Some(told)).await
}

/// Where a prepared form is opened.
pub(super) fn address(code: &str) -> String {
    format!("/quay/tiep-nhan?chuan-bi={}", encode(&code.replace('-', "")))
}
