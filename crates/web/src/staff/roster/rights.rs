//! `/lich-truc/nang-luc`, `/lich-truc/vang-mat`, `/lich-truc/uy-quyen`: what decides whether somebody can be rostered.

use super::{Planner, done, must_date, people_options, person, wrong};
use crate::admin::problems::{self, Errors};
use crate::fields::Fields;
use crate::reply;
use crate::sheet::{Block, Cell, Form, Part, Sheet, Table};
use crate::site::Site;
use crate::staff::Staff;
use crate::staff::work::query_of;
use crate::widget::{Choice, Field, FieldKind, Opt};
use app::AppError;
use app::roster::rights::{self, AbsenceProblem, Delegated, NewAbsence, NewDelegation, RightsError};
use axum::Router;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use axum::routing::{get, post};
use domain::permit::DayAct;
use domain::procedure::SectorCode;
use domain::promise::Duty;
use domain::roster::{AbsenceKind, DelegationProblem, Qualifications};
use i18n::{Key as K, format, words};
use storage::roster::day::MemberRow;
use storage::roster::rights::AbsenceRow;

const SKILLS: &str = "/lich-truc/nang-luc";
const ABSENCES: &str = "/lich-truc/vang-mat";
const DELEGATIONS: &str = "/lich-truc/uy-quyen";

/// Addresses of this module.
pub fn router() -> Router<Site> {
    Router::new()
        .route(SKILLS, get(skills).post(qualify))
        .route(ABSENCES, get(absences).post(add_absence))
        .route("/lich-truc/vang-mat/thoi", post(end_absence))
        .route(DELEGATIONS, get(delegations).post(delegate))
        .route("/lich-truc/uy-quyen/thoi", post(revoke))
}

fn may_plan(planner: &Planner) -> bool {
    let app = &planner.site.app;
    planner.staff.actor.may_at(&app.policy(), planner.staff.now, DayAct::PlanRoster.into(), &planner.unit)
}

/// The sectors of the unit's no-wait list.
fn sectors(planner: &Planner) -> Vec<SectorCode> {
    let policy = planner.site.app.policy();
    let list = policy.list_of(&planner.unit, planner.today());
    let mut sectors: Vec<SectorCode> = list.into_iter().map(|(_, version)| version.sector.clone()).collect();
    sectors.sort();
    sectors.dedup();
    sectors
}

async fn skills(State(site): State<Site>, staff: Staff, RawQuery(query): RawQuery) -> Response {
    let query = query_of(query.as_deref());
    let planner = Planner::new(site, staff, query.get("don-vi"));
    match skills_page(&planner, &query).await {
        Ok(sheet) => reply::page(&sheet),
        Err(error) => planner.failed(&error),
    }
}

async fn skills_page(planner: &Planner, query: &Fields) -> Result<Sheet, AppError> {
    let (people, named) = rights::qualified(&planner.site.app, &planner.staff.actor, &planner.unit).await?;
    let mut sheet = planner.sheet(planner.t(K::RosterSkills), SKILLS).await;
    sheet.notice = done(query, planner.lang());
    sheet.add(Block::Text(planner.t(K::RosterSkillsHint)));
    let rows = people.iter().map(|row| skill_row(planner, row, &named)).collect();
    sheet.add(Block::Table(Table {
        caption: planner.t(K::RosterSkills),
        head: vec![
            planner.t(K::RosterPerson),
            words::duty(Duty::Appraise, planner.lang()).to_owned(),
            words::duty(Duty::Approve, planner.lang()).to_owned(),
        ],
        rows,
        empty: planner.t(K::RosterNobody),
    }));
    let chosen = person(query, "nguoi").and_then(|id| people.iter().find(|row| row.id == id));
    if let Some(row) = chosen.filter(|_| may_plan(planner)) {
        sheet.blocks.push(Block::Head(row.name.clone()));
        sheet.add(Block::Form(skill_form(planner, row, &named)));
    }
    Ok(sheet)
}

fn skill_row(planner: &Planner, row: &MemberRow, named: &Qualifications) -> Vec<Cell> {
    let of = |duty: Duty| {
        let mine = named.rows().filter(|(_, of, who)| *of == duty && *who == row.id);
        let names: Vec<String> = mine.map(|(sector, _, _)| planner.sector_name(sector)).collect();
        Cell::text(if names.is_empty() { "–".to_owned() } else { names.join(", ") })
    };
    let name = if may_plan(planner) {
        Cell::link(planner.href(&format!("{SKILLS}?nguoi={}", row.id)), row.name.clone())
    } else {
        Cell::text(row.name.clone())
    };
    vec![name.note(row.title.clone()), of(Duty::Appraise), of(Duty::Approve)]
}

fn skill_form(planner: &Planner, row: &MemberRow, named: &Qualifications) -> Form {
    let choice = |name: &'static str, duty: Duty| {
        let options = sectors(planner)
            .into_iter()
            .map(|sector| Opt::new(sector.to_string(), planner.sector_name(&sector)))
            .collect();
        let mut choice = Choice::any(planner.lang(), name, words::duty(duty, planner.lang()), options);
        let mine = named.rows().filter(|(_, of, who)| *of == duty && *who == row.id);
        choice.picked = mine.map(|(sector, _, _)| sector.to_string()).collect();
        Part::Choice(choice)
    };
    let parts = vec![choice("tham-dinh", Duty::Appraise), choice("phe-duyet", Duty::Approve)];
    let mut form = Form::new(SKILLS, parts, &planner.t(K::RosterSave));
    form.hidden = planner.hidden();
    form.hidden.push(("nguoi", row.id.to_string()));
    form
}

async fn qualify(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    let planner = Planner::new(site, staff, fields.get("don-vi"));
    if let Err(response) = planner.genuine(&fields) {
        return response;
    }
    let picked = |prefix: &'static str, duty: Duty| {
        fields.under(prefix).filter_map(move |(code, _)| Some((duty, code.parse::<SectorCode>().ok()?)))
    };
    let rows = picked("tham-dinh-", Duty::Appraise).chain(picked("phe-duyet-", Duty::Approve)).collect();
    let Some(who) = person(&fields, "nguoi") else {
        return planner.failed(&AppError::NotFound { what: "person of the unit" });
    };
    match rights::qualify(&planner.site.app, &planner.staff.actor, &planner.unit, who, rows).await {
        Ok(()) => reply::see_other(&planner.href(&format!("{SKILLS}?xong=1"))),
        Err(error) => planner.failed(&error),
    }
}

async fn absences(State(site): State<Site>, staff: Staff, RawQuery(query): RawQuery) -> Response {
    let query = query_of(query.as_deref());
    let planner = Planner::new(site, staff, query.get("don-vi"));
    let mut blank = Fields::default();
    blank.set("nguoi", planner.staff.actor.account.to_string());
    problems::set_date(&mut blank, "tu-ngay", planner.today());
    match absences_page(&planner, &blank, &[]).await {
        Ok(mut sheet) => {
            sheet.notice = done(&query, planner.lang());
            reply::page(&sheet)
        }
        Err(error) => planner.failed(&error),
    }
}

async fn absences_page(
    planner: &Planner,
    typed: &Fields,
    errors: &[(String, String)],
) -> Result<Sheet, AppError> {
    let (people, rows) = rights::absences(&planner.site.app, &planner.staff.actor, &planner.unit).await?;
    let lang = planner.lang();
    let mut sheet = planner.sheet(planner.t(K::RosterAbsences), ABSENCES).await;
    sheet.add(Block::Table(Table {
        caption: planner.t(K::RosterAbsences),
        head: [K::RosterPerson, K::RosterFrom, K::RosterTo, K::RosterKind, K::RosterEnd]
            .map(|key| planner.t(key))
            .to_vec(),
        rows: rows.iter().map(|row| absence_row(planner, &people, row)).collect(),
        empty: planner.t(K::RosterNoAbsence),
    }));
    sheet.head(K::RosterAbsenceAdd);
    let kinds = AbsenceKind::ALL.map(|kind| Opt::new(kind.name(), words::absence_kind(kind, lang))).to_vec();
    let who = Field::of(
        lang,
        "nguoi",
        planner.t(K::RosterPerson),
        FieldKind::Select(people_options(lang, &people)),
    );
    let kind = Field::of(lang, "loai", planner.t(K::RosterKind), FieldKind::Select(kinds));
    let mut note = Field::text(lang, "ghi-chu", planner.t(K::RosterNote)).value(typed.get("ghi-chu"));
    note.optional = true;
    let parts = vec![
        who.value(typed.get("nguoi")).error(problems::of(errors, "nguoi")).into(),
        Part::Date(problems::date_field(lang, "tu-ngay", K::RosterFrom, typed, errors)),
        Part::Date(problems::date_field(lang, "den-ngay", K::RosterTo, typed, errors)),
        kind.value(typed.get("loai")).error(problems::of(errors, "loai")).into(),
        note.hint(planner.t(K::RosterNoteHint)).error(problems::of(errors, "ghi-chu")).into(),
    ];
    let mut form = Form::new(ABSENCES, parts, &planner.t(K::RosterAbsenceAdd));
    form.hidden = planner.hidden();
    sheet.add(Block::Form(form));
    Ok(sheet)
}

fn absence_row(planner: &Planner, people: &[MemberRow], row: &AbsenceRow) -> Vec<Cell> {
    let lang = planner.lang();
    let found = people.iter().find(|person| person.id.to_string() == row.account_id);
    let name = found.map(|person| person.name.clone()).unwrap_or_default();
    let day = |day: i64| app::roster::date_of(day).map(|on| format::date(lang, on)).unwrap_or_default();
    let kind = AbsenceKind::from_name(&row.kind).unwrap_or(AbsenceKind::Other);
    let own = row.account_id == planner.staff.actor.account.to_string();
    let end = if own || may_plan(planner) {
        let mut hidden = planner.hidden();
        hidden.push(("ma", row.id.clone()));
        Cell::button("/lich-truc/vang-mat/thoi".to_owned(), hidden, planner.t(K::RosterTakeBack))
    } else {
        Cell::default()
    };
    let mut kind = Cell::text(words::absence_kind(kind, lang));
    if !row.note.is_empty() {
        kind = kind.note(row.note.clone());
    }
    vec![Cell::text(name), Cell::text(day(row.from_day)), Cell::text(day(row.to_day)), kind, end]
}

async fn add_absence(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    let planner = Planner::new(site, staff, fields.get("don-vi"));
    if let Err(response) = planner.genuine(&fields) {
        return response;
    }
    let lang = planner.lang();
    let mut errors = Errors::new();
    let who = person(&fields, "nguoi");
    if who.is_none() {
        errors.push(("nguoi".to_owned(), planner.t(K::RosterRowPerson)));
    }
    let from = must_date(&fields, "tu-ngay", &mut errors, lang);
    let to = must_date(&fields, "den-ngay", &mut errors, lang);
    let kind = AbsenceKind::from_name(fields.get("loai"));
    if kind.is_none() {
        errors.push(("loai".to_owned(), planner.t(K::RosterKindMissing)));
    }
    if let (Some(person), Some(from), Some(to), Some(kind)) = (who, from, to, kind) {
        let note = fields.get("ghi-chu").to_owned();
        let wish = NewAbsence { person, from, to, kind, note };
        match rights::add_absence(&planner.site.app, &planner.staff.actor, &planner.unit, wish).await {
            Ok(()) => return reply::see_other(&planner.href(&format!("{ABSENCES}?xong=1"))),
            Err(RightsError::App(error)) => return planner.failed(&error),
            Err(RightsError::Problems(found)) => errors.extend(found.into_iter().map(|problem| {
                let (field, key) = match problem {
                    AbsenceProblem::Person => ("nguoi", K::RosterRowPerson),
                    AbsenceProblem::Backwards => ("den-ngay", K::AdminPeriodBackwards),
                    AbsenceProblem::Past => ("den-ngay", K::RosterPast),
                    AbsenceProblem::NoteTooLong => ("ghi-chu", K::AdminTooLong),
                };
                (field.to_owned(), planner.t(key))
            })),
        }
    }
    match absences_page(&planner, &fields, &errors).await {
        Ok(sheet) => wrong(sheet, errors),
        Err(error) => planner.failed(&error),
    }
}

async fn end_absence(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    let planner = Planner::new(site, staff, fields.get("don-vi"));
    if let Err(response) = planner.genuine(&fields) {
        return response;
    }
    let (app, actor) = (&planner.site.app, &planner.staff.actor);
    match rights::end_absence(app, actor, &planner.unit, fields.get("ma")).await {
        Ok(()) => reply::see_other(&planner.href(&format!("{ABSENCES}?xong=1"))),
        Err(error) => planner.failed(&error),
    }
}

async fn delegations(State(site): State<Site>, staff: Staff, RawQuery(query): RawQuery) -> Response {
    let query = query_of(query.as_deref());
    let planner = Planner::new(site, staff, query.get("don-vi"));
    let mut blank = Fields::default();
    problems::set_date(&mut blank, "tu-ngay", planner.today());
    problems::set_date(&mut blank, "den-ngay", planner.today());
    match delegations_page(&planner, &blank, &[]).await {
        Ok(mut sheet) => {
            sheet.notice = done(&query, planner.lang());
            reply::page(&sheet)
        }
        Err(error) => planner.failed(&error),
    }
}

async fn delegations_page(
    planner: &Planner,
    typed: &Fields,
    errors: &[(String, String)],
) -> Result<Sheet, AppError> {
    let (app, actor, lang) = (&planner.site.app, &planner.staff.actor, planner.lang());
    let (people, rows) = rights::delegations(app, actor, &planner.unit).await?;
    let may = actor.may_at(&app.policy(), planner.staff.now, DayAct::Delegate.into(), &planner.unit);
    let mut sheet = planner.sheet(planner.t(K::RosterDelegations), DELEGATIONS).await;
    sheet.add(Block::Text(planner.t(K::RosterDelegationHint)));
    sheet.add(Block::Table(Table {
        caption: planner.t(K::RosterDelegations),
        head: [K::RosterLeader, K::RosterDeputy, K::RosterFrom, K::RosterTo, K::RosterEnd]
            .map(|key| planner.t(key))
            .to_vec(),
        rows: rows.iter().map(|row| delegation_row(planner, row, may)).collect(),
        empty: planner.t(K::RosterNoDelegation),
    }));
    if !may {
        return Ok(sheet);
    }
    sheet.head(K::RosterDelegate);
    let others: Vec<MemberRow> = people.into_iter().filter(|row| row.id != actor.account).collect();
    let options = people_options(lang, &others);
    let who = Field::of(lang, "nguoi", planner.t(K::RosterDeputy), FieldKind::Select(options));
    let reason = Field::text(lang, "ly-do", planner.t(K::RosterReason)).value(typed.get("ly-do"));
    let parts = vec![
        who.value(typed.get("nguoi")).error(problems::of(errors, "nguoi")).into(),
        Part::Date(problems::date_field(lang, "tu-ngay", K::RosterFrom, typed, errors)),
        Part::Date(problems::date_field(lang, "den-ngay", K::RosterTo, typed, errors)),
        reason.into(),
    ];
    let mut form = Form::new(DELEGATIONS, parts, &planner.t(K::RosterDelegate));
    form.hidden = planner.hidden();
    sheet.add(Block::Form(form));
    Ok(sheet)
}

fn delegation_row(planner: &Planner, row: &Delegated, may: bool) -> Vec<Cell> {
    let lang = planner.lang();
    let end = if may {
        let mut hidden = planner.hidden();
        hidden.push(("ma", row.delegation.id.clone()));
        Cell::button("/lich-truc/uy-quyen/thoi".to_owned(), hidden, planner.t(K::RosterEndNow))
    } else {
        Cell::default()
    };
    let mut deputy = Cell::text(row.deputy.clone());
    if !row.reason.is_empty() {
        deputy = deputy.note(row.reason.clone());
    }
    vec![
        Cell::text(row.leader.clone()),
        deputy,
        Cell::text(format::date(lang, row.delegation.from)),
        Cell::text(format::date(lang, row.delegation.to)),
        end,
    ]
}

async fn delegate(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    let planner = Planner::new(site, staff, fields.get("don-vi"));
    if let Err(response) = planner.genuine(&fields) {
        return response;
    }
    let lang = planner.lang();
    let mut errors = Errors::new();
    let deputy = person(&fields, "nguoi");
    if deputy.is_none() {
        errors.push(("nguoi".to_owned(), planner.t(K::RosterRowPerson)));
    }
    let from = must_date(&fields, "tu-ngay", &mut errors, lang);
    let to = must_date(&fields, "den-ngay", &mut errors, lang);
    if let (Some(deputy), Some(from), Some(to)) = (deputy, from, to) {
        let wish = NewDelegation { deputy, from, to, reason: fields.get("ly-do").to_owned() };
        match rights::delegate(&planner.site.app, &planner.staff.actor, &planner.unit, wish).await {
            Ok(()) => return reply::see_other(&planner.href(&format!("{DELEGATIONS}?xong=1"))),
            Err(RightsError::App(error)) => return planner.failed(&error),
            Err(RightsError::Problems(found)) => errors.extend(found.into_iter().map(|problem| {
                let (field, key) = match problem {
                    DelegationProblem::Backwards => ("den-ngay", K::AdminPeriodBackwards),
                    DelegationProblem::Past => ("den-ngay", K::RosterPast),
                    DelegationProblem::TooLong => ("den-ngay", K::RosterDelegationTooLong),
                    DelegationProblem::ToOneself => ("nguoi", K::RosterDelegationSelf),
                    DelegationProblem::NotOfTheUnit => ("nguoi", K::RosterDelegationNotHere),
                    DelegationProblem::Volunteer => ("nguoi", K::RosterDelegationVolunteer),
                    DelegationProblem::Twice => ("nguoi", K::RosterDelegationTwice),
                };
                (field.to_owned(), planner.t(key))
            })),
        }
    }
    match delegations_page(&planner, &fields, &errors).await {
        Ok(sheet) => wrong(sheet, errors),
        Err(error) => planner.failed(&error),
    }
}

async fn revoke(State(site): State<Site>, staff: Staff, fields: Fields) -> Response {
    let planner = Planner::new(site, staff, fields.get("don-vi"));
    if let Err(response) = planner.genuine(&fields) {
        return response;
    }
    match rights::revoke(&planner.site.app, &planner.staff.actor, &planner.unit, fields.get("ma")).await {
        Ok(()) => reply::see_other(&planner.href(&format!("{DELEGATIONS}?xong=1"))),
        Err(error) => planner.failed(&error),
    }
}
