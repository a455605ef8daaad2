//! The packs that ship: no errors, the counts that were published, facts by date.

#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

use std::collections::BTreeSet;

use catalogue::{Catalogue, FormSet, Pack, Severity, embedded, embedded_ids, export, load};
use domain::channel::Channel;
use domain::day::holidays::years;
use domain::day::{DayKind, Term, YearStatus};
use domain::law::Certainty;
use domain::money::Dong;
use domain::place::UnitCode;
use domain::procedure::{
    CaseFacts, CaseId, FeeFacts, ProcedureCode, ProcedureVersion, ResultKind, VerificationPolicy,
};
use domain::programme::OnDayOff;
use jiff::civil::{Date, date, time};

const OLD: Date = date(2024, 2, 2);
const NEW: Date = date(2026, 9, 4);

fn pack(id: &str) -> Pack {
    let (pack, diagnostics) = load(embedded(id).unwrap_or_default().iter().copied());
    let errors: Vec<String> =
        diagnostics.iter().filter(|d| d.severity() == Severity::Error).map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    pack.unwrap()
}

fn both() -> Catalogue {
    Catalogue::join([pack("thanh-ha-2023"), pack("hai-phong-2025")]).unwrap()
}

fn unit(code: &str) -> UnitCode {
    code.parse().unwrap()
}

fn code(code: &str) -> ProcedureCode {
    code.parse().unwrap()
}

fn at<'c>(catalogue: &'c Catalogue, procedure: &str, place: &str, on: Date) -> &'c ProcedureVersion {
    catalogue.version_in_force(&code(procedure), &unit(place), on).unwrap()
}

#[test]
fn the_published_counts() {
    let catalogue = both();
    assert_eq!(embedded_ids().collect::<Vec<_>>(), ["hai-phong-2025", "thanh-ha-2023"]);
    assert_eq!(catalogue.units().children_on(&unit("294"), OLD).len(), 20);
    let district = catalogue.list_of(&unit("294"), OLD);
    let commune = catalogue.list_of(&unit("10852"), OLD);
    assert_eq!((district.len(), commune.len()), (14, 21));
    let sectors = |list: &[(_, &std::sync::Arc<ProcedureVersion>)]| {
        list.iter().map(|(_, version)| version.sector.clone()).collect::<BTreeSet<_>>().len()
    };
    assert_eq!((sectors(&district), sectors(&commune)), (4, 2));
    let doubtful = district.iter().chain(&commune).map(|(listed, _)| listed.entry.source.certainty);
    assert!(doubtful.into_iter().all(|certainty| certainty == Certainty::Reconstruction));
    assert!(catalogue.list_of(&unit("30"), OLD).is_empty());
}

#[test]
fn the_programme_of_thanh_ha() {
    let catalogue = both();
    let listed = catalogue.listed(&code("2.000635"), &unit("10852"), OLD).unwrap();
    let programme = listed.programme;
    assert_eq!(programme.cut_off, time(15, 30, 0, 0));
    assert_eq!(programme.after_cut_off_before, time(9, 0, 0, 0));
    assert_eq!(programme.on_day_off, OnDayOff::Skip);
    assert!(!programme.capacity_may_refuse);
    assert!(programme.takes(Channel::Counter) && programme.takes(Channel::Online));
    assert!(!programme.takes(Channel::Post));
    assert!(programme.is_its_weekday(OLD) && !programme.is_its_weekday(date(2024, 2, 1)));
    for (procedure, place) in [("1.004884", "10852"), ("1.001612", "10852"), ("1.001193", "294")] {
        assert!(catalogue.listed(&code(procedure), &unit(place), OLD).is_none(), "{procedure} at {place}");
    }
    assert!(catalogue.listed(&code("2.000635"), &unit("10852"), date(2025, 3, 7)).is_none());
}

#[test]
fn verification_as_settled() {
    let catalogue = both();
    for (procedure, place, on, policy, certainty) in [
        ("1.001266", "294", OLD, VerificationPolicy::May, Certainty::Reconstruction),
        ("2.000620", "294", OLD, VerificationPolicy::May, Certainty::Reconstruction),
        ("1.001266", "10813", NEW, VerificationPolicy::Yes, Certainty::Verified),
        ("1.004884", "10852", OLD, VerificationPolicy::Yes, Certainty::Verified),
        ("1.004772", "10852", OLD, VerificationPolicy::Yes, Certainty::Verified),
        ("2.000635", "10852", OLD, VerificationPolicy::No, Certainty::Verified),
        ("1.004873", "10852", OLD, VerificationPolicy::May, Certainty::Verified),
    ] {
        let verification = &at(&catalogue, procedure, place, on).verification;
        assert_eq!((verification.policy, verification.source.certainty), (policy, certainty), "{procedure}");
    }
}

#[test]
fn terms_by_date_case_and_check() {
    use Term::{CalendarDays, SameDay, WorkingDays};
    let catalogue = both();
    let rows = [
        ("2.000635", "10852", OLD, None, false, SameDay),
        ("1.000894", "10852", OLD, None, true, WorkingDays(5)),
        ("1.001022", "10852", OLD, None, false, WorkingDays(3)),
        ("1.001022", "10852", OLD, None, true, WorkingDays(8)),
        ("1.004859", "10852", OLD, Some("cai-chinh"), true, WorkingDays(6)),
        ("1.004859", "10852", OLD, Some("bo-sung"), false, SameDay),
        ("1.004859", "10813", NEW, Some("cai-chinh"), false, WorkingDays(1)),
        ("1.004873", "10852", OLD, None, true, WorkingDays(6)),
        ("1.004873", "10813", NEW, None, true, CalendarDays(23)),
        ("2.000815", "10852", OLD, None, false, SameDay),
        ("2.000815", "10852", OLD, Some("nhieu-ban"), false, WorkingDays(2)),
        ("2.000815", "10813", NEW, None, false, WorkingDays(1)),
        ("1.001766", "294", OLD, None, true, WorkingDays(3)),
        ("1.001612", "294", OLD, None, false, WorkingDays(3)),
        ("1.001570", "10813", NEW, None, false, WorkingDays(1)),
        ("2.000575", "10813", NEW, Some("cap-lai"), false, WorkingDays(1)),
        ("2.000620", "294", OLD, None, false, WorkingDays(10)),
    ];
    for (procedure, place, on, case, checked, expected) in rows {
        let case: Option<CaseId> = case.map(|case| case.parse().unwrap());
        let version = at(&catalogue, procedure, place, on);
        assert_eq!(version.term(Channel::Counter, case.as_ref(), checked), expected, "{procedure} {on}");
        assert_eq!(version.same_day_cut_off, time(15, 0, 0, 0));
    }
}

#[test]
fn fees_by_channel_date_and_answer() {
    let catalogue = both();
    let ask = |channel, on, yes: &[&str]| FeeFacts {
        channel,
        on,
        exemption: None,
        copies: 3,
        pages: 5,
        case: CaseFacts { yes: yes.iter().map(|id| id.parse().unwrap()).collect(), ..CaseFacts::default() },
    };
    let (counter, online) = (Channel::Counter, Channel::Online);
    type Row = (&'static str, &'static str, Channel, Date, &'static [&'static str], u64);
    let rows: [Row; 9] = [
        ("2.000635", "10852", counter, OLD, &[], 24_000),
        ("2.000815", "10852", counter, OLD, &[], 21_000),
        ("2.000884", "294", counter, OLD, &[], 10_000),
        ("1.001193", "10852", counter, OLD, &[], 0),
        ("1.001193", "10852", counter, OLD, &["qua-han"], 8_000),
        ("1.004873", "10813", online, date(2026, 8, 7), &[], 5_000),
        ("1.004873", "10813", online, date(2026, 8, 8), &[], 0),
        ("1.004873", "10813", counter, date(2026, 8, 8), &[], 5_000),
        ("1.001612", "10813", counter, NEW, &[], 0),
    ];
    for (procedure, place, channel, on, yes, expected) in rows {
        let quote = at(&catalogue, procedure, place, on).fee(&ask(channel, on, yes));
        assert_eq!(quote.total, Dong(expected), "{procedure} {on}");
        assert_eq!(quote.lines.len(), 1, "{procedure}");
    }
    let hdnd = &at(&catalogue, "1.004873", "10852", OLD).fees;
    assert!(hdnd.iter().all(|rule| rule.source.certainty == Certainty::Memory));
}

#[test]
fn a_code_means_another_unit_after_the_reform() {
    let catalogue = both();
    let town = unit("10813");
    let name = |on| catalogue.unit(&town, on).map(|unit| unit.name.vi.as_str());
    assert_eq!(name(OLD), Some("Ủy ban nhân dân thị trấn Thanh Hà"));
    assert_eq!(name(NEW), Some("Ủy ban nhân dân xã Thanh Hà"));
    assert!(catalogue.unit(&unit("10852"), NEW).is_none());
    assert_eq!(catalogue.units().children_on(&unit("31"), NEW).len(), 5);
    assert_eq!(at(&catalogue, "2.000635", "10813", NEW).version, 2);
    assert_eq!(catalogue.list_of(&town, NEW).len(), 31);
    let counter = &catalogue.unit(&town, NEW).unwrap().counter_name.vi;
    assert_eq!(counter, "Trung tâm Phục vụ hành chính công xã Thanh Hà");
    assert_eq!(catalogue.forms_on(OLD), Some(FormSet::Circular01Of2018));
    assert_eq!(catalogue.forms_on(date(2025, 9, 14)), Some(FormSet::Circular01Of2018));
    assert_eq!(catalogue.forms_on(NEW), Some(FormSet::Circular03Of2025));
    assert_eq!(catalogue.pack_on(NEW).map(|pack| pack.id.as_str()), Some("hai-phong-2025"));
    for unit in catalogue.units().all() {
        assert!(unit.identifier.invented, "{}", unit.code);
    }
}

#[test]
fn a_pack_cannot_be_joined_with_itself() {
    let problems = Catalogue::join([pack("thanh-ha-2023"), pack("thanh-ha-2023")]).unwrap_err();
    let doubled = problems.iter().filter(|problem| problem.en().contains("collide")).count();
    assert_eq!(doubled, pack("thanh-ha-2023").procedures.len());
    assert!(problems.iter().all(|problem| !problem.vi().is_empty() && problem.vi() != problem.en()));
}

#[test]
fn official_wordings() {
    let catalogue = both();
    for (procedure, kind) in [
        ("2.000815", ResultKind::CertifiedCopy),
        ("2.000635", ResultKind::ExtractCopy),
        ("1.004873", ResultKind::MaritalStatus),
        ("1.001193", ResultKind::Plain),
    ] {
        assert_eq!(at(&catalogue, procedure, "10852", OLD).result.kind, kind, "{procedure}");
    }
}

#[test]
fn calendars_hold_the_national_days_off() {
    let catalogue = both();
    for national in years() {
        let place = if national.year < 2025 { unit("10813") } else { unit("31") };
        let on = if national.year < 2025 { OLD } else { NEW };
        let calendar = catalogue.calendar_of(&place, on).unwrap();
        assert_eq!(calendar.year_status(date(national.year, 6, 1)), Ok(national.status));
        for day in national.days_off() {
            let kind = calendar.is_working_day(day.on);
            assert!(matches!(kind, DayKind::Holiday(_)), "{} {kind:?}", day.on);
        }
        for day in national.made_up() {
            let kind = calendar.is_working_day(day.on);
            assert!(matches!(kind, DayKind::MadeUp(_)), "{} {kind:?}", day.on);
        }
        let off_in_pack = (1..=366)
            .filter_map(|n| date(national.year, 1, 1).checked_add(jiff::Span::new().days(n - 1)).ok());
        let off_in_pack = off_in_pack.filter(|day| day.year() == national.year);
        let off_in_pack =
            off_in_pack.filter(|day| matches!(calendar.is_working_day(*day), DayKind::Holiday(_)));
        assert_eq!(off_in_pack.count(), national.days_off().count(), "{}", national.year);
    }
    let thanh_ha = catalogue.calendar_of(&unit("10813"), OLD).unwrap();
    assert!(thanh_ha.year_status(date(2026, 1, 1)).is_err());
    let hai_phong = catalogue.calendar_of(&unit("31"), NEW).unwrap();
    assert_eq!(hai_phong.year_status(date(2027, 1, 1)), Ok(YearStatus::Estimate));
}

#[test]
fn exported_packs_are_the_committed_files() {
    for id in embedded_ids() {
        let files = embedded(id).unwrap();
        let exported = export(&pack(id));
        assert_eq!(exported.len(), files.len());
        for (path, text) in &exported {
            let committed = files.iter().find(|(known, _)| known == path).map(|(_, text)| *text);
            assert_eq!(Some(text.as_str()), committed, "{id}/{path} is not in canonical form");
        }
        let (again, _) = load(exported);
        assert_eq!(again, Some(pack(id)));
    }
}
