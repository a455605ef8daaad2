//! All accounts, and a new one.

use super::problems::{self, Errors};
use super::{Admin, shown, wrong};
use crate::fields::Fields;
use crate::layout::Link;
use crate::sheet::{Block, Cell, Form, Part, Table};
use crate::site::Site;
use crate::widget::{Field, FieldKind, Tag, Tone, Width};
use app::account::{Listed, NewAccount, manage};
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use domain::role::{Grant, Role};
use domain::text::fold;
use domain::validity::Validity;
use i18n::{Key as K, words};
use std::collections::BTreeMap;

pub(super) const PATH: &str = "/quan-tri/tai-khoan";
const NEW: &str = "/quan-tri/them-tai-khoan";

pub(super) fn router() -> Router<Site> {
    Router::new().route(PATH, get(open)).route(NEW, get(blank).post(add))
}

async fn open(
    State(site): State<Site>,
    admin: Admin,
    Query(query): Query<BTreeMap<String, String>>,
) -> Response {
    let typed = query.get("q").cloned().unwrap_or_default();
    let listed = match manage::list(&site.app, &admin.staff.actor).await {
        Ok(listed) => listed,
        Err(error) => return admin.failed(&error),
    };
    let mut sheet = admin.sheet(admin.t(K::AdminAccounts), PATH).await;
    sheet.add(Block::Search(PATH, admin.t(K::AdminAccountsFind), typed.clone()));
    sheet.add(Block::Links(vec![Link::new(NEW, admin.t(K::AdminAccountAdd))]));
    let rows: Vec<_> =
        listed.iter().filter(|listed| matches(&admin, listed, &typed)).map(|one| row(&admin, one)).collect();
    let count = sheet.page.count(K::AdminAccountsFound, i64::try_from(rows.len()).unwrap_or(i64::MAX));
    sheet.add(Block::Text(count));
    sheet.add(Block::Table(Table {
        caption: admin.t(K::AdminAccounts),
        head: [K::AccountUsername, K::AdminName, K::AccountRole, K::AdminState]
            .map(|key| admin.t(key))
            .to_vec(),
        rows,
        empty: admin.t(K::AdminNothing),
    }));
    shown(&sheet)
}

/// Every word typed is found in the name of log-in, the name, the title or a unit.
fn matches(admin: &Admin, listed: &Listed, typed: &str) -> bool {
    let units = listed.grants.iter().map(|grant| admin.unit_name(&grant.unit)).collect::<Vec<_>>().join(" ");
    let account = &listed.account;
    let all = fold(&format!("{} {} {} {units}", account.username, account.name, account.title));
    fold(typed).split(' ').all(|word| all.contains(word))
}

fn row(admin: &Admin, listed: &Listed) -> Vec<Cell> {
    let account = &listed.account;
    let today = admin.today();
    let held = listed.grants.iter().filter(|grant| grant.is_in_force(today));
    let mut roles = Cell::default();
    for grant in held {
        roles.notes.push(format!(
            "{}, {}",
            words::role(grant.role, admin.lang()),
            admin.unit_name(&grant.unit)
        ));
    }
    if roles.notes.is_empty() {
        roles.text = admin.t(K::AdminNoRole);
    } else {
        roles.text = roles.notes.remove(0);
    }
    vec![
        Cell::link(format!("{PATH}/{}", account.username), account.username.clone()),
        Cell::text(account.name.clone()).note(account.title.clone()),
        roles,
        Cell::tag(state(admin, listed)),
    ]
}

/// Whether an account can be used, as a state.
pub(super) fn state(admin: &Admin, listed: &Listed) -> Tag {
    let account = &listed.account;
    if account.disabled_at.is_some() {
        Tag::new(Tone::Bad, admin.t(K::AdminDisabled))
    } else if account.must_change_password {
        Tag::new(Tone::Care, admin.t(K::AdminTemporary))
    } else if account.loopback_only {
        Tag::new(Tone::Plain, admin.t(K::AdminLoopback))
    } else {
        Tag::new(Tone::Good, admin.t(K::AdminEnabled))
    }
}

/// Name, title and phone as questions.
pub(super) fn person_parts(admin: &Admin, fields: &Fields, errors: &[(String, String)]) -> Vec<Part> {
    let lang = admin.lang();
    let field = |name: &'static str, key: K, kind: FieldKind| {
        Field::of(lang, name, admin.t(key), kind).value(fields.get(name)).error(problems::of(errors, name))
    };
    let mut title = field("chuc-danh", K::AccountJobTitle, FieldKind::Text).hint(admin.t(K::AdminTitleHint));
    let mut phone = field("dien-thoai", K::AdminPhone, FieldKind::Phone).width(Width::Medium);
    (title.optional, phone.optional) = (true, true);
    vec![field("ho-ten", K::AdminName, FieldKind::Text).into(), title.into(), phone.into()]
}

/// Role, unit and dates as questions.
pub(super) fn role_parts(admin: &Admin, fields: &Fields, errors: &[(String, String)]) -> Vec<Part> {
    let lang = admin.lang();
    let select = |name: &'static str, key: K, options| {
        Field::of(lang, name, admin.t(key), FieldKind::Select(options))
            .value(fields.get(name))
            .error(problems::of(errors, name))
    };
    let from = problems::date_field(lang, "tu-ngay", K::AdminFrom, fields, errors);
    let mut to = problems::date_field(lang, "den-ngay", K::AdminTo, fields, errors);
    to.hint = Some(admin.t(K::AdminToHint));
    vec![
        select("vai-tro", K::AccountRole, admin.role_options()).into(),
        select("don-vi", K::AccountUnit, admin.unit_options()).into(),
        Part::Date(from),
        Part::Date(to),
    ]
}

/// Reads the role of a form; every question without an answer is an error.
pub(super) fn grant(admin: &Admin, fields: &Fields) -> Result<Grant, Errors> {
    let mut errors = Errors::new();
    let mut miss = |field: &str, key: K| errors.push((field.to_owned(), admin.t(key)));
    let role = Role::from_name(fields.get("vai-tro"));
    let unit = fields.get("don-vi").parse().ok();
    if role.is_none() {
        miss("vai-tro", K::AdminRoleMissing);
    }
    if unit.is_none() {
        miss("don-vi", K::AdminUnitMissing);
    }
    let from = problems::date(fields, "tu-ngay");
    let to = problems::date(fields, "den-ngay");
    if from.is_err() {
        miss("tu-ngay", K::AdminDateWrong);
    }
    if to.is_err() {
        miss("den-ngay", K::AdminDateWrong);
    }
    match (role, unit, from, to) {
        (Some(role), Some(unit), Ok(from), Ok(to)) => {
            Ok(Grant { role, unit, validity: Validity { from: from.unwrap_or_else(|| admin.today()), to } })
        }
        _incomplete => Err(errors),
    }
}

async fn blank(admin: Admin) -> Response {
    let mut fields = Fields::default();
    problems::set_date(&mut fields, "tu-ngay", admin.today());
    shown(&new_sheet(&admin, &fields, &[]).await)
}

async fn new_sheet(admin: &Admin, fields: &Fields, errors: &[(String, String)]) -> crate::sheet::Sheet {
    let mut sheet = admin.sheet(admin.t(K::AdminAccountAdd), format!("{PATH}/")).await;
    sheet.page.back = Some(Link::new(PATH, admin.t(K::AdminAccounts)));
    let username = Field::text(admin.lang(), "ten-dang-nhap", admin.t(K::AccountUsername))
        .hint(admin.t(K::AdminUsernameHint))
        .value(fields.get("ten-dang-nhap"))
        .error(problems::of(errors, "ten-dang-nhap"))
        .width(Width::Medium);
    let mut parts = vec![username.into()];
    parts.extend(person_parts(admin, fields, errors));
    parts.extend(role_parts(admin, fields, errors));
    sheet.add(Block::Form(Form::new(NEW, parts, &admin.t(K::AdminAccountAdd))));
    sheet
}

async fn add(State(site): State<Site>, admin: Admin, fields: Fields) -> Response {
    if let Err(response) = admin.genuine(&fields) {
        return response;
    }
    let (grants, mut errors) = match grant(&admin, &fields) {
        Ok(grant) => (vec![grant], Errors::new()),
        Err(errors) => (Vec::new(), errors),
    };
    let wish = NewAccount {
        username: fields.get("ten-dang-nhap").to_owned(),
        name: fields.get("ho-ten").to_owned(),
        title: fields.get("chuc-danh").to_owned(),
        phone: fields.get("dien-thoai").to_owned(),
        grants,
    };
    if !errors.is_empty() {
        // The role is missing, so nothing may be made; but everything else wrong is told with it.
        let other = manage::check(&site.app, &wish).await;
        match other.map(|problems| problems::errors(admin.lang(), problems)) {
            Ok(other) => errors.splice(0..0, other),
            Err(error) => return admin.failed(&app::AppError::Store(error)),
        };
        return wrong(new_sheet(&admin, &fields, &errors).await, errors);
    }
    match manage::add(&site.app, &admin.staff.actor, wish.clone()).await {
        Ok((_, password)) => secret(&admin, &wish.username, password).await,
        Err(error) => match problems::sorted(&admin, error) {
            Ok(errors) => wrong(new_sheet(&admin, &fields, &errors).await, errors),
            Err(response) => response,
        },
    }
}

/// The page that shows a temporary password, once.
pub(super) async fn secret(admin: &Admin, username: &str, password: String) -> Response {
    let username = app::account::sign_in::normal_username(username);
    let mut sheet = admin.sheet(admin.t(K::AdminTemporary), format!("{PATH}/{username}")).await;
    sheet.add(Block::Facts(vec![(admin.t(K::AccountUsername), username.clone())]));
    sheet.add(Block::Secret(admin.t(K::AdminTemporary), password));
    sheet.add(Block::Text(admin.t(K::AdminTemporaryHint)));
    sheet.add(Block::Links(vec![Link::new(format!("{PATH}/{username}"), admin.t(K::AdminAccountOpen))]));
    shown(&sheet)
}
