//! Tokens for programs.

use super::accounts::role_parts;
use super::problems::{self, Errors};
use super::{Admin, shown, wrong};
use crate::fields::Fields;
use crate::layout::Link;
use crate::reply;
use crate::sheet::{Block, Cell, Form, Part, Sheet, Table};
use crate::site::Site;
use crate::widget::{Field, Tag, Tone, Width};
use app::account::token::{self, NewToken};
use app::account::{Listed, manage};
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use domain::role::Role;
use domain::time::{from_ms, instant_on, to_ms};
use i18n::{Key as K, format, words};
use storage::session::TokenRow;

const PATH: &str = "/quan-tri/ma-truy-cap";

pub(super) fn router() -> Router<Site> {
    Router::new().route(PATH, get(open).post(create)).route("/quan-tri/ma-truy-cap/thu-hoi", post(revoke))
}

async fn open(admin: Admin) -> Response {
    match build(&admin, &Fields::default(), &[]).await {
        Ok(sheet) => shown(&sheet),
        Err(error) => admin.failed(&error),
    }
}

async fn build(admin: &Admin, fields: &Fields, errors: &[(String, String)]) -> Result<Sheet, app::AppError> {
    let (app, actor) = (&admin.site.app, &admin.staff.actor);
    let tokens = token::list(app, actor).await?;
    let accounts = manage::list(app, actor).await?;
    let mut sheet = admin.sheet(admin.t(K::AdminTokens), PATH).await;
    sheet.lead = Some(admin.t(K::AdminTokensLead));
    sheet.add(Block::Table(Table {
        caption: admin.t(K::AdminTokens),
        head: [
            K::AdminLabel,
            K::AccountUsername,
            K::AccountRole,
            K::AdminUntil,
            K::AdminState,
            K::AdminRevoke,
        ]
        .map(|key| admin.t(key))
        .to_vec(),
        rows: tokens.iter().map(|token| row(admin, &accounts, token)).collect(),
        empty: admin.t(K::AdminTokensNone),
    }));
    sheet.head(K::AdminTokenAdd);
    let text = |name: &'static str, key: K| {
        Field::text(admin.lang(), name, admin.t(key))
            .value(fields.get(name))
            .error(problems::of(errors, name))
    };
    let mut parts: Vec<Part> = vec![
        text("nhan", K::AdminLabel).hint(admin.t(K::AdminLabelHint)).into(),
        text("tai-khoan", K::AccountUsername)
            .hint(admin.t(K::AdminTokenAccountHint))
            .width(Width::Medium)
            .into(),
    ];
    // A token begins at once: only its last day is asked.
    let asked = role_parts(admin, fields, errors).into_iter();
    parts.extend(asked.filter(|part| !matches!(part, Part::Date(date) if date.name == "tu-ngay")));
    sheet.add(Block::Form(Form::new(PATH, parts, &admin.t(K::AdminTokenAdd))));
    Ok(sheet)
}

fn row(admin: &Admin, accounts: &[Listed], token: &TokenRow) -> Vec<Cell> {
    let lang = admin.lang();
    let owner = accounts.iter().find(|listed| listed.account.id.to_string() == token.account_id);
    let role = Role::from_name(&token.role).map_or(token.role.as_str(), |role| words::role(role, lang));
    let unit = token.unit.parse().map_or_else(|_| token.unit.clone(), |unit| admin.unit_name(&unit));
    let over = token.expires_at.is_some_and(|end| end <= to_ms(admin.staff.now));
    let state = if token.revoked_at.is_some() {
        Tag::new(Tone::Bad, admin.t(K::AdminRevoked))
    } else if over {
        Tag::new(Tone::Care, admin.t(K::AdminOver))
    } else {
        Tag::new(Tone::Good, admin.t(K::AdminInForce))
    };
    let until =
        token.expires_at.map_or_else(|| admin.t(K::AccountNoEnd), |end| format::moment(lang, from_ms(end)));
    let revoke = if token.revoked_at.is_some() || over {
        Cell::default()
    } else {
        let hidden = vec![("ma", token.id.clone())];
        Cell::button(format!("{PATH}/thu-hoi"), hidden, admin.t(K::AdminRevoke))
    };
    vec![
        Cell::text(token.label.clone()).note(token.id.clone()),
        owner.map_or_else(Cell::default, |listed| {
            let name = listed.account.username.clone();
            Cell::link(format!("{}/{name}", super::accounts::PATH), name)
        }),
        Cell::text(role).note(unit),
        Cell::text(until),
        Cell::tag(state),
        revoke,
    ]
}

async fn create(State(site): State<Site>, admin: Admin, fields: Fields) -> Response {
    if let Err(response) = admin.genuine(&fields) {
        return response;
    }
    let wish = match wish(&site, &admin, &fields).await {
        Ok(wish) => wish,
        Err(errors) => return came_back(&admin, &fields, errors).await,
    };
    match token::create(&site.app, &admin.staff.actor, wish).await {
        Ok(secret) => {
            let mut sheet = admin.sheet(admin.t(K::AdminTokenMade), PATH).await;
            sheet.add(Block::Secret(admin.t(K::AdminTokenMade), secret));
            sheet.add(Block::Text(admin.t(K::AdminTokenUse)));
            sheet.add(Block::Links(vec![Link::new(PATH, admin.t(K::AdminTokens))]));
            shown(&sheet)
        }
        Err(error) => match problems::sorted(&admin, error) {
            Ok(errors) => came_back(&admin, &fields, errors).await,
            Err(response) => response,
        },
    }
}

async fn came_back(admin: &Admin, fields: &Fields, errors: Errors) -> Response {
    match build(admin, fields, &errors).await {
        Ok(sheet) => wrong(sheet, errors),
        Err(error) => admin.failed(&error),
    }
}

async fn wish(site: &Site, admin: &Admin, fields: &Fields) -> Result<NewToken, Errors> {
    let username = app::account::sign_in::normal_username(fields.get("tai-khoan"));
    let owner = manage::read(&site.app, &admin.staff.actor, &username).await.ok();
    let mut errors = Errors::new();
    if fields.typed("nhan").is_none() {
        errors.push(("nhan".to_owned(), admin.t(K::AdminLabelMissing)));
    }
    if owner.is_none() {
        errors.push(("tai-khoan".to_owned(), admin.t(K::AdminNoSuchAccount)));
    }
    let grant = super::accounts::grant(admin, fields);
    match (owner, grant) {
        (Some(owner), Ok(grant)) if errors.is_empty() => Ok(NewToken {
            account: owner.account.id,
            label: fields.get("nhan").to_owned(),
            role: grant.role,
            unit: grant.unit,
            // The last day belongs to it.
            expires_at: grant
                .validity
                .to
                .map(|last| instant_on(last.tomorrow().unwrap_or(last), jiff::civil::Time::midnight())),
        }),
        (_, grant) => {
            errors.extend(grant.err().unwrap_or_default());
            Err(errors)
        }
    }
}

async fn revoke(State(site): State<Site>, admin: Admin, fields: Fields) -> Response {
    if let Err(response) = admin.genuine(&fields) {
        return response;
    }
    let Ok(id) = fields.get("ma").parse() else {
        return admin.failed(&app::AppError::NotFound { what: "token" });
    };
    match token::revoke(&site.app, &admin.staff.actor, id).await {
        Ok(_) => reply::see_other(PATH),
        Err(error) => admin.failed(&error),
    }
}
