//! What administrators may do, and what nobody may.

use super::*;
use crate::error::AppError;
use domain::role::{Grant, Role};
use domain::validity::Validity;
use jiff::civil::date;

fn grant(role: Role, unit: &str) -> Grant {
    Grant { role, unit: unit.parse().unwrap(), validity: Validity::since(date(2024, 1, 1)) }
}

fn wish(username: &str) -> NewAccount {
    NewAccount {
        username: username.into(),
        name: " Nguyễn  Thị Đào ".into(),
        title: "Công chức".into(),
        phone: "0220 3816 000".into(),
        grants: vec![grant(Role::Receiver, "10852")],
    }
}

fn problems<T: std::fmt::Debug>(result: Result<T, ManageError>) -> Vec<AccountProblem> {
    match result {
        Err(ManageError::Problems(problems)) => problems,
        other => panic!("expected problems: {other:?}"),
    }
}

#[tokio::test]
async fn a_new_person_logs_in_with_a_password_to_be_changed() {
    for bench in Bench::seeded().await {
        let admin = bench.administrator().await;
        let (id, temporary) = manage::add(&bench.app, &admin, wish("Dao.NT")).await.unwrap();
        let entered = bench.try_in("dao.nt", &temporary, "203.0.113.9").await.unwrap();
        assert!(entered.must_change_password);
        let (actor, info) = bench.who(&entered.token).await.unwrap();
        assert_eq!((actor.account, actor.name.as_str()), (id, "Nguyễn Thị Đào"));
        assert!(info.must_change_password);
        let here = HERE.parse().unwrap();
        let fresh =
            change_password(&bench.app, &entered.token, &temporary, NEW_PASSWORD, here).await.unwrap();
        assert!(!bench.who(&fresh).await.unwrap().1.must_change_password);
        let again = manage::reset_password(&bench.app, &admin, id).await.unwrap();
        assert!(bench.who(&fresh).await.is_none());
        assert!(bench.try_in("dao.nt", &again, HERE).await.unwrap().must_change_password);
    }
}

#[tokio::test]
async fn every_problem_is_told_at_once() {
    for bench in Bench::seeded().await {
        let admin = bench.administrator().await;
        let bad = NewAccount {
            username: "Đào".into(),
            name: " ".into(),
            title: "x".repeat(101),
            phone: "gọi tôi".into(),
            grants: vec![grant(Role::Receiver, "99999")],
        };
        use AccountProblem::*;
        let expected = [UsernameShape, NameMissing, TitleTooLong, PhoneShape, NoSuchUnit];
        assert_eq!(problems(manage::add(&bench.app, &admin, bad).await), expected);
        assert_eq!(problems(manage::add(&bench.app, &admin, wish("tiepnhan")).await), [UsernameTaken]);
    }
}

#[tokio::test]
async fn one_name_of_log_in_is_given_once() {
    for bench in Bench::seeded().await {
        let admin = bench.administrator().await;
        let (one, two) = tokio::join!(
            manage::add(&bench.app, &admin, wish("dao")),
            manage::add(&bench.app, &admin, wish("dao")),
        );
        assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1);
        let loser = if one.is_ok() { two } else { one };
        assert_eq!(problems(loser), [AccountProblem::UsernameTaken]);
    }
}

#[tokio::test]
async fn only_administrators_manage() {
    for bench in Bench::seeded().await {
        for username in ["tiepnhan", "thamdinh", "lanhdao", "traketqua", "thungan", "tinhnguyen", "theodoi"] {
            let token = bench.enter(username).await;
            let (actor, _) = bench.who(&token).await.unwrap();
            assert!(matches!(manage::list(&bench.app, &actor).await, Err(AppError::Denied(_))), "{username}");
            let added = manage::add(&bench.app, &actor, wish("dao")).await;
            assert!(matches!(added, Err(ManageError::App(AppError::Denied(_)))), "{username}");
            assert!(token::list(&bench.app, &actor).await.is_err());
            assert!(log::list(&bench.app, &actor, None, 10).await.is_err());
        }
    }
}

#[tokio::test]
async fn who_comes_second_learns_who_was_first() {
    for bench in Bench::seeded().await {
        let admin = bench.administrator().await;
        let seen = manage::read(&bench.app, &admin, "tiepnhan").await.unwrap().account;
        let edit = |name: &str| Edit {
            id: seen.id,
            version: seen.version,
            name: name.into(),
            title: seen.title.clone(),
            phone: seen.phone.clone(),
        };
        manage::edit(&bench.app, &admin, edit("Trần Thị Ước")).await.unwrap();
        let late = manage::edit(&bench.app, &admin, edit("Trần Thị Khác")).await;
        let Err(ManageError::App(AppError::Stale { by, .. })) = late else { panic!("{late:?}") };
        assert_eq!(by, admin.name);
        let kept = manage::read(&bench.app, &admin, "tiepnhan").await.unwrap().account;
        assert_eq!(kept.name, "Trần Thị Ước");
    }
}

#[tokio::test]
async fn nobody_helps_themselves_or_saws_off_their_branch() {
    for bench in Bench::seeded().await {
        let admin = bench.administrator().await;
        let own = admin.grants[0].clone();
        let version = manage::read(&bench.app, &admin, "quantri").await.unwrap().account.version;
        use AccountProblem::*;
        let me = admin.account;
        let wish = grant(Role::Leader, "10852");
        assert_eq!(problems(manage::give_role(&bench.app, &admin, me, wish).await), [OwnRole]);
        let ended = manage::end_role(&bench.app, &admin, me, own, None).await;
        assert_eq!(problems(ended), [LastAdministrator]);
        let disabled = manage::set_disabled(&bench.app, &admin, me, version, true).await;
        assert_eq!(problems(disabled), [OwnAccount]);
    }
}

#[tokio::test]
async fn volunteers_and_programs_hold_nothing_else() {
    for bench in Bench::seeded().await {
        let admin = bench.administrator().await;
        let volunteer = demo::demo_id("tinhnguyen");
        use AccountProblem::*;
        let cases = [
            (grant(Role::Leader, "10852"), vec![VolunteerAlone]),
            (grant(Role::Program, "10852"), vec![VolunteerAlone, ProgramAlone]),
            (grant(Role::Leader, "99999"), vec![NoSuchUnit]),
        ];
        for (grant, expected) in cases {
            let given = manage::give_role(&bench.app, &admin, volunteer, grant).await;
            assert_eq!(problems(given), expected);
        }
        // At another unit, or after the help is over, it is another matter.
        manage::give_role(&bench.app, &admin, volunteer, grant(Role::Receiver, "10813")).await.unwrap();
        let backwards = Grant {
            validity: Validity { from: date(2024, 3, 1), to: Some(date(2024, 2, 1)) },
            ..grant(Role::Cashier, "10813")
        };
        assert_eq!(
            problems(manage::give_role(&bench.app, &admin, volunteer, backwards).await),
            [PeriodBackwards]
        );
    }
}

#[tokio::test]
async fn the_log_tells_who_did_what_and_no_secret() {
    for bench in Bench::seeded().await {
        let admin = bench.administrator().await;
        bench.wait(1);
        let (id, temporary) = manage::add(&bench.app, &admin, wish("dao")).await.unwrap();
        bench.wait(1);
        manage::give_role(&bench.app, &admin, id, grant(Role::Cashier, "10852")).await.unwrap();
        bench.wait(1);
        manage::end_role(&bench.app, &admin, id, grant(Role::Cashier, "10852"), Some(date(2024, 6, 30)))
            .await
            .unwrap();
        let entries = log::list(&bench.app, &admin, None, 3).await.unwrap();
        let shown: Vec<_> =
            entries.iter().map(|e| (e.by.as_str(), e.action.as_str(), e.object.as_str())).collect();
        let by = admin.name.as_str();
        assert_eq!(shown, [(by, "end_role", "dao"), (by, "give_role", "dao"), (by, "add_account", "dao")]);
        assert!(
            entries[0].detail.contains("cashier 10852 2024-01-01")
                && entries[0].detail.contains("2024-06-30")
        );
        let older = log::list(&bench.app, &admin, Some(entries[2].at), 10).await.unwrap();
        assert!(older.iter().all(|entry| entry.action == "seed_demo" && entry.by == "system"));
        assert!(entries.iter().all(|entry| !entry.detail.contains(&temporary)));
    }
}

#[tokio::test]
async fn the_first_administrator_is_made_once() {
    for bench in Bench::all().await {
        let (one, two) = tokio::join!(
            first_run_administrator(&bench.app, "quantri"),
            first_run_administrator(&bench.app, "quantri2"),
        );
        let made: Vec<String> = [one, two].into_iter().filter_map(|made| made.ok().flatten()).collect();
        assert_eq!(made.len(), 1);
        let mut entered = bench.try_in("quantri", &made[0], HERE).await;
        if entered.is_err() {
            entered = bench.try_in("quantri2", &made[0], HERE).await;
        }
        let entered = entered.unwrap();
        assert!(entered.must_change_password);
        let (actor, _) = bench.who(&entered.token).await.unwrap();
        assert!(actor.holds_here(Role::Administrator, bench.app.clock.now()));
        assert_eq!(first_run_administrator(&bench.app, "nua").await.unwrap(), None);
        assert_eq!(problems(first_run_administrator(&bench.app, "Đ").await), [AccountProblem::UsernameShape]);
    }
}
