//! From what was recorded on a day to the page of that day.

use super::{AwayRow, Child, DayRow, DayView, Figure, title};
use crate::layout::Link;
use crate::site::Site;
use crate::staff::Staff;
use crate::staff::dossier::{Fact, Facts};
use crate::staff::duty::Duties;
use crate::widget::{Field, FieldKind, Tag, Tone};
use app::read::Day;
use app::{AppError, Policy};
use domain::day::Timeliness;
use domain::dossier::Stage;
use domain::permit::{Action, DayAct};
use domain::place::UnitCode;
use domain::time::{civil, from_ms};
use i18n::{Arg, Key as K, Lang, format, text, text_with, words};
use jiff::Timestamp;
use jiff::civil::Date;
use storage::desk::TurnedAwayRow;
use storage::dossier::DossierRow;

/// What the dossiers of a day came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Sums {
    received: usize,
    returned: usize,
    ready: usize,
    open: usize,
}

fn sums(day: &Day) -> Sums {
    let mut sums = Sums { received: day.received.len(), ..Sums::default() };
    for row in &day.received {
        let Some(stage) = Stage::from_name(&row.stage) else { continue };
        let back_today = row.returned_at.is_some_and(|at| civil(from_ms(at)).date() == day.on);
        sums.returned += usize::from(back_today);
        sums.ready += usize::from(stage == Stage::ResultReady);
        sums.open += usize::from(stage.is_open());
    }
    sums
}

fn written(lang: Lang, count: usize) -> String {
    format::number(lang, i64::try_from(count).unwrap_or(i64::MAX))
}

/// The page of a day.
///
/// # Errors
/// As [`app::read::day`]; [`AppError::NotFound`] for a unit that there was not.
pub(super) async fn view(site: &Site, staff: &Staff, unit: &UnitCode, on: Date) -> Result<DayView, AppError> {
    let (app, lang) = (&site.app, staff.ask.lang);
    let policy = app.policy();
    let today = civil(staff.now).date();
    let day = app::read::day(app, &staff.actor, unit, on).await?;
    let found = policy.unit(unit, on).ok_or(AppError::NotFound { what: "unit" })?;
    let may = |action| staff.actor.may_at(&policy, staff.now, action, unit);
    let named = may(Action::ReadDossier);
    let maker = Maker { policy: &policy, staff, named, slips: may(Action::TurnAway) };
    let base = format!("/ngay/{unit}/{on}");
    let duties = if on == today { Some(Duties::of(app, staff, unit).await?) } else { None };
    let closable = day.closed.is_none() && on <= today && may(Action::CloseDay);
    let mut days = days(unit, on, today, lang);
    if may(DayAct::Simulate.into()) {
        let href = format!("/lich-truc/mo-phong?don-vi={unit}");
        days.push(Link::new(href, text(lang, K::SimTitle)));
    }
    Ok(DayView {
        page: staff.page(app, title(lang, on)).await,
        notices: Vec::new(),
        errors: None,
        unit: staff.ask.name_of(&found.name).to_owned(),
        csrf: staff.csrf.clone(),
        figures: figures(&day, lang),
        rows: day.received.iter().map(|row| maker.row(row)).collect(),
        named,
        away: day.turned_away.iter().map(|row| maker.away(row)).collect(),
        duties,
        closed: day.closed.as_ref().map(|(at, by, remark)| closed(*at, by, remark, lang)),
        close: closable.then(|| {
            let label = text(lang, K::DeskDayCloseRemark);
            let mut field = Field::of(lang, "nhan-xet", label, FieldKind::Lines(2));
            field.optional = true;
            field
        }),
        days,
        report: Link::new(format!("{base}/bao-cao.pdf"), text(lang, K::DeskDayPdf)),
        children: children(site, staff, unit, on).await,
        base,
    })
}

fn figures(day: &Day, lang: Lang) -> Vec<Figure> {
    let sums = sums(day);
    let figure =
        |count: usize, key| Figure { value: written(lang, count), label: text(lang, key), tone: None };
    let backlog = usize::try_from(day.backlog).unwrap_or(usize::MAX);
    let mut late = figure(backlog, K::DeskDayBacklog);
    late.tone = Some(if backlog == 0 { Tone::Good } else { Tone::Bad });
    vec![
        late,
        figure(sums.received, K::DeskDayReceived),
        figure(sums.returned, K::DeskDayReturned),
        figure(sums.ready, K::DeskDayReady),
        figure(sums.open, K::DeskDayOpen),
        figure(day.turned_away.len(), K::DeskDayAway),
    ]
}

fn closed(at: Timestamp, by: &str, remark: &str, lang: Lang) -> Facts {
    let at = format::moment(lang, at);
    let args = [("by", Arg::Text(by)), ("at", Arg::Text(&at))];
    let mut facts = vec![Fact::new(text(lang, K::DeskDayClosed), text_with(lang, K::DeskDayClosedBy, &args))];
    if !remark.is_empty() {
        facts.push(Fact::new(text(lang, K::DeskDayCloseRemark), remark));
    }
    Facts(facts)
}

/// The days beside this one; none after today.
fn days(unit: &UnitCode, on: Date, today: Date, lang: Lang) -> Vec<Link> {
    let link = |on: Date, key| Link::new(format!("/ngay/{unit}/{on}"), text(lang, key));
    let mut days = Vec::new();
    if let Ok(before) = on.yesterday() {
        days.push(link(before, K::DeskDayPrevious));
    }
    if on != today {
        days.push(link(today, K::DeskDayToday));
    }
    if let Some(after) = on.tomorrow().ok().filter(|after| *after < today) {
        days.push(link(after, K::DeskDayNext));
    }
    days
}

/// The units below with their figures; only those the reader may read.
async fn children(site: &Site, staff: &Staff, unit: &UnitCode, on: Date) -> Vec<Child> {
    let (policy, lang) = (site.app.policy(), staff.ask.lang);
    let mut children = Vec::new();
    for child in policy.units().children_on(unit, on) {
        let Ok(day) = app::read::day(&site.app, &staff.actor, &child.code, on).await else { continue };
        let sums = sums(&day);
        let backlog = usize::try_from(day.backlog).unwrap_or(usize::MAX);
        children.push(Child {
            link: Link::new(format!("/ngay/{}/{on}", child.code), staff.ask.name_of(&child.name)),
            figures: [sums.received, sums.returned, sums.open, backlog].map(|count| written(lang, count)),
        });
    }
    children
}

struct Maker<'a> {
    policy: &'a Policy,
    staff: &'a Staff,
    named: bool,
    slips: bool,
}

impl Maker<'_> {
    fn row(&self, row: &DossierRow) -> DayRow {
        let lang = self.staff.ask.lang;
        let hour = |at: Option<i64>| at.map_or_else(String::new, |at| self.hour(row.received_at, at));
        DayRow {
            code: row.code.clone(),
            href: self.named.then(|| format!("/quay/ho-so/{}", row.code)),
            procedure: self.procedure(&row.procedure_code, Some(row.procedure_version)),
            applicant: self.named.then(|| row.applicant_name.clone()),
            hours: [hour(Some(row.received_at)), hour(row.finished_at), hour(row.returned_at)],
            stage: Stage::from_name(&row.stage).map_or("", |stage| words::stage(stage, lang)),
            kept: kept(row, self.staff.now, lang),
        }
    }

    /// The hour; with its day where that is not the day of reception.
    fn hour(&self, received_at: i64, at: i64) -> String {
        let at = civil(from_ms(at));
        let hour = format::clock_short(at.time());
        if at.date() == civil(from_ms(received_at)).date() {
            hour
        } else {
            format!("{hour} {}", format::date_short(self.staff.ask.lang, at.date()))
        }
    }

    fn procedure(&self, code: &str, version: Option<u16>) -> String {
        let parsed = code.parse().ok();
        let found = parsed.as_ref().and_then(|code| match version {
            Some(version) => self.policy.version(code, version),
            None => self.policy.versions(code).last(),
        });
        found.map_or_else(|| code.to_owned(), |version| self.staff.ask.name_of(&version.name).to_owned())
    }

    fn away(&self, row: &TurnedAwayRow) -> AwayRow {
        let supplement = row.kind == "supplement";
        let key = if supplement { K::DeskDaySlipSupplement } else { K::DeskDaySlipRefusal };
        AwayRow {
            at: format::clock_short(civil(from_ms(row.at)).time()),
            procedure: self.procedure(&row.procedure_code, None),
            kind: text(self.staff.ask.lang, key),
            href: self.slips.then(|| format!("/quay/phieu/{}.pdf", row.id)),
        }
    }
}

/// The promise where one was made, else the law; a dossier in work is late once its time is over.
fn kept(row: &DossierRow, now: Timestamp, lang: Lang) -> Tag {
    let due_at = from_ms(row.commitment_due_at.unwrap_or(row.statutory_due_at));
    match (row.commitment_due_at, row.finished_at.map(from_ms)) {
        (Some(_), Some(at)) if at <= due_at => Tag::new(Tone::Good, text(lang, K::DeskDayKept)),
        (Some(_), Some(_)) => Tag::new(Tone::Bad, text(lang, K::DeskDayBroken)),
        (None, Some(at)) => {
            let timeliness = Timeliness::of(civil(at).date(), civil(due_at).date());
            let tone = match timeliness {
                Timeliness::Early | Timeliness::OnTime => Tone::Good,
                Timeliness::Overdue => Tone::Bad,
            };
            Tag::new(tone, words::timeliness(timeliness, lang))
        }
        (_, None) if now > due_at => Tag::new(Tone::Bad, words::timeliness(Timeliness::Overdue, lang)),
        (_, None) => Tag::new(Tone::Plain, text(lang, K::DeskDayRunning)),
    }
}
