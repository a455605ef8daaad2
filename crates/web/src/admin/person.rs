//! One account: who it is, its roles with dates, its password, whether it is disabled.

use super::accounts::{PATH, grant, person_parts, role_parts, secret, state};
use super::problems::{self, Errors};
use super::{Admin, shown, wrong};
use crate::fields::Fields;
use crate::layout::Link;
use crate::reply;
use crate::sheet::{Block, Cell, Form, Sheet, Table};
use crate::site::Site;
use crate::widget::Submit;
use app::account::{Edit, Listed, ManageError, manage};
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use domain::role::{Grant, Role};
use domain::validity::Validity;
use i18n::{Key as K, words};
use std::collections::BTreeMap;

pub(super) fn router() -> Router<Site> {
    Router::new().route("/quan-tri/tai-khoan/{username}", get(open)).route(
        "/quan-tri/tai-khoan/{username}/{act}",
        post(act).get(|Path((username, _)): Path<(String, String)>| async move {
            reply::see_other(&format!("{PATH}/{}", crate::layout::encode(&username)))
        }),
    )
}

async fn open(
    State(site): State<Site>,
    admin: Admin,
    Path(username): Path<String>,
    Query(query): Query<BTreeMap<String, String>>,
) -> Response {
    let listed = match manage::read(&site.app, &admin.staff.actor, &username).await {
        Ok(listed) => listed,
        Err(error) => return admin.failed(&error),
    };
    let mut sheet = build(&admin, &listed, None, &[]).await;
    sheet.notice = query.contains_key("xong").then(|| admin.done(K::AdminSaved)).flatten();
    shown(&sheet)
}

/// The page; with what a form sent when it came back.
async fn build(
    admin: &Admin,
    listed: &Listed,
    sent: Option<(&str, &Fields)>,
    errors: &[(String, String)],
) -> Sheet {
    let account = &listed.account;
    let path = format!("{PATH}/{}", account.username);
    let mut sheet = admin.sheet(account.name.clone(), path.clone()).await;
    sheet.page.back = Some(Link::new(PATH, admin.t(K::AdminAccounts)));
    sheet.add(Block::Table(Table {
        caption: admin.t(K::AdminRoles),
        head: [K::AccountRole, K::AccountUnit, K::AdminValidity, K::AdminState, K::AdminEndRole]
            .map(|key| admin.t(key))
            .to_vec(),
        rows: listed.grants.iter().map(|grant| role_row(admin, &path, grant)).collect(),
        empty: admin.t(K::AdminNoRole),
    }));
    sheet.head(K::AdminGiveRole);
    let mut blank = Fields::default();
    problems::set_date(&mut blank, "tu-ngay", admin.today());
    let (typed, shown_errors) = match sent {
        Some(("vai-tro", fields)) => (fields, errors),
        Some(_) | None => (&blank, [].as_slice()),
    };
    let parts = role_parts(admin, typed, shown_errors);
    sheet.add(Block::Form(Form::new(format!("{path}/vai-tro"), parts, &admin.t(K::AdminGiveRole))));
    person(&mut sheet, admin, listed, sent, errors);
    sheet
}

/// Name and title, password, disabled or not.
fn person(
    sheet: &mut Sheet,
    admin: &Admin,
    listed: &Listed,
    sent: Option<(&str, &Fields)>,
    errors: &[(String, String)],
) {
    let account = &listed.account;
    let path = format!("{PATH}/{}", account.username);
    sheet.head(K::AdminPerson);
    let kept = Fields::from_pairs([
        ("ho-ten", account.name.as_str()),
        ("chuc-danh", account.title.as_str()),
        ("dien-thoai", account.phone.as_str()),
    ]);
    let (typed, shown_errors) = match sent {
        Some(("sua", fields)) => (fields, errors),
        Some(_) | None => (&kept, [].as_slice()),
    };
    let version = vec![("phien-ban", account.version.to_string())];
    let mut form =
        Form::new(format!("{path}/sua"), person_parts(admin, typed, shown_errors), &admin.t(K::AdminSave));
    form.hidden.clone_from(&version);
    sheet.add(Block::Form(form));
    sheet.head(K::AdminState);
    let tag = state(admin, listed);
    sheet.add(Block::Facts(vec![
        (admin.t(K::AccountUsername), account.username.clone()),
        (admin.t(K::AdminState), tag.text),
    ]));
    let mut reset = Form::new(format!("{path}/mat-khau"), Vec::new(), &admin.t(K::AdminResetPassword));
    reset.submits = vec![Submit::new(admin.t(K::AdminResetPassword)).class("plain")];
    sheet.add(Block::Form(reset));
    sheet.add(Block::Text(admin.t(K::AdminResetHint)));
    let (act, key, class) = match account.disabled_at {
        Some(_) => ("mo", K::AdminEnable, "plain"),
        None => ("khoa", K::AdminDisable, "stop"),
    };
    let mut lock = Form::new(format!("{path}/{act}"), Vec::new(), "");
    lock.submits = vec![Submit::new(admin.t(key)).class(class)];
    lock.hidden = version;
    sheet.add(Block::Form(lock));
    if account.disabled_at.is_none() {
        sheet.add(Block::Text(admin.t(K::AdminDisableHint)));
    }
}

fn role_row(admin: &Admin, path: &str, grant: &Grant) -> Vec<Cell> {
    let today = admin.today();
    let key = if grant.is_in_force(today) {
        K::AdminInForce
    } else if grant.validity.from > today {
        K::AdminToCome
    } else {
        K::AdminOver
    };
    let over = grant.validity.to.is_some_and(|to| to < today);
    let end = if over {
        Cell::default()
    } else {
        let hidden = vec![
            ("vai-tro", grant.role.name().to_owned()),
            ("don-vi", grant.unit.to_string()),
            ("tu", grant.validity.from.to_string()),
        ];
        Cell::button(format!("{path}/thoi-vai-tro"), hidden, admin.t(K::AdminEndNow))
    };
    vec![
        Cell::text(words::role(grant.role, admin.lang())),
        Cell::text(admin.unit_name(&grant.unit)).note(grant.unit.to_string()),
        Cell::text(admin.span(grant.validity)),
        Cell::text(admin.t(key)),
        end,
    ]
}

async fn act(
    State(site): State<Site>,
    admin: Admin,
    Path((username, act)): Path<(String, String)>,
    fields: Fields,
) -> Response {
    if let Err(response) = admin.genuine(&fields) {
        return response;
    }
    let listed = match manage::read(&site.app, &admin.staff.actor, &username).await {
        Ok(listed) => listed,
        Err(error) => return admin.failed(&error),
    };
    let (app, actor, id) = (&site.app, &admin.staff.actor, listed.account.id);
    let version = fields.get("phien-ban").parse().unwrap_or_default();
    let done = match act.as_str() {
        "vai-tro" => match grant(&admin, &fields) {
            Ok(grant) => manage::give_role(app, actor, id, grant).await,
            Err(errors) => return came_back(&admin, &listed, &act, &fields, errors).await,
        },
        "thoi-vai-tro" => match meant(&fields) {
            Some(grant) => manage::end_role(app, actor, id, grant, None).await,
            None => Err(ManageError::Problems(vec![app::account::AccountProblem::NoSuchRole])),
        },
        "sua" => {
            let [name, title, phone] =
                ["ho-ten", "chuc-danh", "dien-thoai"].map(|f| fields.get(f).to_owned());
            manage::edit(app, actor, Edit { id, version, name, title, phone }).await
        }
        "mat-khau" => match manage::reset_password(app, actor, id).await {
            Ok(password) => return secret(&admin, &username, password).await,
            Err(error) => Err(error),
        },
        "khoa" | "mo" => manage::set_disabled(app, actor, id, version, act == "khoa").await,
        _other => return admin.failed(&app::AppError::NotFound { what: "page" }),
    };
    match done {
        Ok(()) => reply::see_other(&format!("{PATH}/{username}?xong=1")),
        Err(error) => match problems::sorted(&admin, error) {
            Ok(errors) => came_back(&admin, &listed, &act, &fields, errors).await,
            Err(response) => response,
        },
    }
}

/// The role that a row's button means.
fn meant(fields: &Fields) -> Option<Grant> {
    Some(Grant {
        role: Role::from_name(fields.get("vai-tro"))?,
        unit: fields.get("don-vi").parse().ok()?,
        validity: Validity::since(fields.get("tu").parse().ok()?),
    })
}

async fn came_back(admin: &Admin, listed: &Listed, act: &str, fields: &Fields, errors: Errors) -> Response {
    wrong(build(admin, listed, Some((act, fields)), &errors).await, errors)
}
