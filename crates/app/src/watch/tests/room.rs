//! Room left or not: programmes that may refuse, full units, absent duties, days without a promise.

use crate::testing::{Office, PACK, UNIT, pack_files};
use crate::watch::quote::LastSafe;
use crate::watch::{offers, quote};
use crate::{duty, policy};
use domain::promise::Duty;

/// The office with a programme that may refuse for lack of capacity.
async fn strict() -> Office {
    let office = Office::open().await;
    let mut files = pack_files(PACK);
    for (path, text) in &mut files {
        if path == "programmes.toml" {
            *text = text.replace("capacity_may_refuse = false", "capacity_may_refuse = true");
        }
    }
    let (pack, _) = policy::check(PACK, &files).unwrap();
    office.app.set_policy(policy::join(vec![pack]).unwrap());
    office
}

async fn fill(office: &Office, count: usize) {
    for _ in 0..count {
        office.receive("2.000635", &[]).await;
    }
}

fn codes(dossier: &domain::dossier::Dossier) -> Vec<&str> {
    dossier.reception.promise.reasons.iter().map(|reason| reason.code.as_str()).collect()
}

async fn read(office: &Office, code: &domain::dossier::DossierCode) -> domain::dossier::Dossier {
    crate::read::dossier(&office.app, &office.receiver, code).await.unwrap().dossier
}

#[tokio::test]
async fn a_full_day_withholds_the_promise_only_where_the_programme_says_so() {
    for may_refuse in [false, true] {
        let office = if may_refuse { strict().await } else { Office::open().await };
        let early = office.receive("2.000635", &[]).await;
        let early = read(&office, &early.code).await;
        assert!(early.reception.promise.same_day && codes(&early).contains(&"capacity_left"));
        // One appraiser, 15 minutes each: forty are more than a day's work.
        fill(&office, 40).await;
        let late = office.receive("2.000635", &[]).await;
        let late = read(&office, &late.code).await;
        assert_eq!(late.reception.promise.same_day, !may_refuse);
        assert_eq!(late.commitment_due_at.is_some(), !may_refuse);
        let code = if may_refuse { "capacity_exhausted" } else { "capacity_tight" };
        assert!(codes(&late).contains(&code), "{:?}", codes(&late));
        // The refusal is kept with its numbers, and the duty that is short is named.
        let id = late.id.to_string();
        let kept = office.app.store.read(move |tx| storage::watch::find_quote(tx, &id)).await.unwrap();
        let told = quote::told(&kept.unwrap());
        assert_eq!((told.binding, told.officers), (Some(Duty::Appraise), 1));
        assert!(told.late_in_hundred() >= 50, "{told:?}");
    }
}

#[tokio::test]
async fn where_the_day_is_full_another_unit_and_another_day_are_offered() {
    let office = strict().await;
    fill(&office, 40).await;
    let (unit, at) = (UNIT.parse().unwrap(), office.app.clock.now());
    let version = office.version("2.000635");
    // Nobody is on duty elsewhere yet.
    let found = offers::offers(&office.app, &unit, &version, at).await.unwrap();
    assert_eq!(found.elsewhere, None);
    // The Friday after is the one before Tết, a day off: the next is looked for.
    assert_eq!(found.next_day, Some(jiff::civil::date(2024, 2, 16)));
    let other: domain::place::UnitCode = crate::testing::OTHER_UNIT.parse().unwrap();
    for duty in Duty::ALL {
        duty::set(&office.app, &office.stranger, &other, duty, true).await.unwrap();
    }
    let found = offers::offers(&office.app, &unit, &version, at).await.unwrap();
    assert_eq!(found.elsewhere.map(|(unit, _)| unit), Some(other));
}

#[tokio::test]
async fn without_a_decider_nothing_is_quoted_and_on_other_days_nothing_is_asked() {
    let office = Office::open().await;
    let (unit, version) = (UNIT.parse().unwrap(), office.version("2.000635"));
    duty::set(&office.app, &office.receiver, &unit, Duty::Approve, false).await.unwrap();
    let found = quote::room(&office.app, &unit, &version, office.app.clock.now()).await.unwrap().unwrap();
    assert_eq!((found.capacity.late_ppm, found.capacity.ready), (1_000_000, None));
    let after_closing = crate::testing::at("2024-02-02T17:30:00+07:00");
    assert!(quote::room(&office.app, &unit, &version, after_closing).await.unwrap().is_none());
    let saturday = crate::testing::at("2024-02-03T09:00:00+07:00");
    assert!(quote::room(&office.app, &unit, &version, saturday).await.unwrap().is_none());
}

#[tokio::test]
async fn the_last_safe_hour_is_never_after_the_announced_one_and_goes_with_the_day() {
    let office = Office::open().await;
    let unit = UNIT.parse().unwrap();
    let cut_off = crate::testing::at("2024-02-02T15:30:00+07:00");
    let ask = || quote::last_safe_intake(&office.app, &unit, office.app.clock.now());
    let LastSafe::Until(safe) = ask().await.unwrap() else { panic!("an empty day is safe") };
    assert!(safe <= cut_off && safe > office.app.clock.now(), "{safe}");
    fill(&office, 15).await;
    match ask().await.unwrap() {
        LastSafe::Until(fuller) => assert!(fuller <= safe, "{fuller} {safe}"),
        LastSafe::Over => {}
        LastSafe::NoDay => panic!("it is Friday"),
    }
    for duty in Duty::ALL {
        duty::set(&office.app, &office.receiver, &unit, duty, false).await.unwrap();
    }
    assert_eq!(ask().await.unwrap(), LastSafe::Over);
    office.clock.pass_minutes(24 * 60);
    assert_eq!(ask().await.unwrap(), LastSafe::NoDay);
}

#[tokio::test]
async fn five_hundred_open_dossiers_are_answered() {
    let office = Office::open().await;
    let (unit, version) = (UNIT.parse().unwrap(), office.version("2.000635"));
    fill(&office, 20).await;
    let load = crate::watch::load::of_unit(&office.app, &unit, office.app.clock.now()).await.unwrap();
    let mut crowded = (*load).clone();
    for round in 0..24_u64 {
        crowded.work.extend(load.work.iter().cloned().map(|mut work| {
            work.case = work.case.wrapping_add(round + 1);
            work
        }));
    }
    assert_eq!(crowded.work.len(), 500);
    let policy = office.app.policy();
    let calendar = policy.calendar_of(&unit, load.on).unwrap();
    let day = crate::watch::snapshot::snapshot(&policy, calendar, &crowded, office.app.clock.now());
    let newcomer = crate::watch::snapshot::newcomer(&crowded, &version, &day);
    let terms = friday::QuoteTerms {
        deadline: friday::DayTime::hm(17, 0),
        level: 0.95,
        margin: friday::Span::ZERO,
        seed: 1,
        paths: 512,
    };
    let answer = friday::quote(&day, &newcomer, &terms);
    assert_eq!((answer.late, answer.interval), (1.0, None));
}
