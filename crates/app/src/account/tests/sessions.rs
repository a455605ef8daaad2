//! Ends of sessions, rights of the moment, passwords.

use super::*;
use domain::role::Role;

#[tokio::test]
async fn a_session_ends_after_a_quarter_of_an_hour_without_use() {
    for bench in Bench::seeded().await {
        let token = bench.enter("tiepnhan").await;
        for _ in 0..4 {
            bench.wait(14 * 60);
            assert!(bench.who(&token).await.is_some());
        }
        bench.wait(15 * 60);
        assert!(bench.who(&token).await.is_none());
    }
}

#[tokio::test]
async fn a_session_ends_after_ten_hours_however_busy() {
    for bench in Bench::seeded().await {
        let token = bench.enter("tiepnhan").await;
        for _ in 0..59 {
            bench.wait(10 * 60);
            assert!(bench.who(&token).await.is_some());
        }
        bench.wait(10 * 60);
        assert!(bench.who(&token).await.is_none());
    }
}

#[tokio::test]
async fn one_or_all_sessions_can_be_ended() {
    for bench in Bench::seeded().await {
        let (a, b, other) =
            (bench.enter("tiepnhan").await, bench.enter("tiepnhan").await, bench.enter("thamdinh").await);
        sign_out(&bench.app, &a).await.unwrap();
        assert!(bench.who(&a).await.is_none());
        let (actor, _) = bench.who(&b).await.unwrap();
        let c = bench.enter("tiepnhan").await;
        assert_eq!(sign_out_everywhere(&bench.app, actor.account).await.unwrap(), 2);
        assert!(bench.who(&b).await.is_none() && bench.who(&c).await.is_none());
        assert!(bench.who(&other).await.is_some());
    }
}

#[tokio::test]
async fn a_new_password_ends_every_other_session() {
    for bench in Bench::seeded().await {
        let here: IpAddr = HERE.parse().unwrap();
        let (mine, elsewhere) = (bench.enter("tiepnhan").await, bench.enter("tiepnhan").await);
        let change =
            |current: &'static str, new: &'static str| change_password(&bench.app, &mine, current, new, here);
        assert_eq!(change("sai rồi nhé", NEW_PASSWORD).await, Err(SignInError::Wrong.into()));
        let weak = |problems: &[PasswordProblem]| Err(ChangeError::Weak(problems.to_vec()));
        let twice = weak(&[PasswordProblem::Common, PasswordProblem::Unchanged]);
        assert_eq!(change(DEMO_PASSWORD, DEMO_PASSWORD).await, twice);
        assert_eq!(change(DEMO_PASSWORD, "ngắn").await, weak(&[PasswordProblem::TooShort]));
        let fresh = change(DEMO_PASSWORD, NEW_PASSWORD).await.unwrap();
        assert!(bench.who(&mine).await.is_none() && bench.who(&elsewhere).await.is_none());
        assert!(bench.who(&fresh).await.is_some());
        assert_eq!(bench.try_in("tiepnhan", DEMO_PASSWORD, HERE).await, Err(SignInError::Wrong));
        assert!(bench.try_in("tiepnhan", NEW_PASSWORD, HERE).await.is_ok());
    }
}

#[tokio::test]
async fn two_changes_at_the_same_moment_leave_one_password() {
    for bench in Bench::seeded().await {
        let here: IpAddr = HERE.parse().unwrap();
        let (a, b) = (bench.enter("tiepnhan").await, bench.enter("tiepnhan").await);
        let (one, two) = tokio::join!(
            change_password(&bench.app, &a, DEMO_PASSWORD, NEW_PASSWORD, here),
            change_password(&bench.app, &b, DEMO_PASSWORD, "cá kho làng Vũ Đại", here),
        );
        assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1, "{one:?} {two:?}");
        let kept = if one.is_ok() { NEW_PASSWORD } else { "cá kho làng Vũ Đại" };
        assert!(bench.try_in("tiepnhan", kept, HERE).await.is_ok());
    }
}

#[tokio::test]
async fn entering_the_password_again_is_noted() {
    for bench in Bench::seeded().await {
        let token = bench.enter("lanhdao").await;
        let before = bench.who(&token).await.unwrap().1.confirmed_at;
        bench.wait(600);
        let here: IpAddr = HERE.parse().unwrap();
        let wrong = confirm_password(&bench.app, &token, "sai rồi nhé", here).await;
        assert_eq!(wrong, Err(SignInError::Wrong));
        assert_eq!(bench.who(&token).await.unwrap().1.confirmed_at, before);
        confirm_password(&bench.app, &token, DEMO_PASSWORD, here).await.unwrap();
        assert_eq!(bench.who(&token).await.unwrap().1.confirmed_at, bench.app.clock.now());
        let nobody = confirm_password(&bench.app, "khong co", DEMO_PASSWORD, here).await;
        assert_eq!(nobody, Err(SignInError::Ended));
    }
}

#[tokio::test]
async fn a_revoked_role_and_a_disabled_account_take_effect_with_the_next_request() {
    for bench in Bench::seeded().await {
        let administrator = bench.administrator().await;
        let token = bench.enter("tiepnhan").await;
        let (actor, _) = bench.who(&token).await.unwrap();
        assert!(actor.holds_here(Role::Receiver, bench.app.clock.now()));
        let grant = actor.grants[0].clone();
        manage::end_role(&bench.app, &administrator, actor.account, grant, None).await.unwrap();
        let (actor, _) = bench.who(&token).await.unwrap();
        assert!(!actor.holds(Role::Receiver, bench.app.clock.now()));
        assert_eq!(bench.try_in("tiepnhan", DEMO_PASSWORD, HERE).await, Err(SignInError::NoRole));

        let token = bench.enter("thamdinh").await;
        let listed = manage::read(&bench.app, &administrator, "thamdinh").await.unwrap().account;
        manage::set_disabled(&bench.app, &administrator, listed.id, listed.version, true).await.unwrap();
        assert!(bench.who(&token).await.is_none());
        assert_eq!(bench.try_in("thamdinh", DEMO_PASSWORD, HERE).await, Err(SignInError::Disabled));
    }
}

#[tokio::test]
async fn the_desk_moves_only_to_units_with_a_role() {
    for bench in Bench::seeded().await {
        let administrator = bench.administrator().await;
        let token = bench.enter("tiepnhan").await;
        let (actor, info) = bench.who(&token).await.unwrap();
        assert_eq!(info.unit.as_str(), "10852");
        let other = "10813".parse().unwrap();
        assert!(choose_unit(&bench.app, &token, &other).await.is_err());
        let mut grant = actor.grants[0].clone();
        grant.unit = other.clone();
        manage::give_role(&bench.app, &administrator, actor.account, grant).await.unwrap();
        choose_unit(&bench.app, &token, &other).await.unwrap();
        assert_eq!(bench.who(&token).await.unwrap().0.unit, other);
        let wished = "10852".parse().unwrap();
        let here = here();
        let again = sign_in(&bench.app, "tiepnhan", DEMO_PASSWORD, here, Some(&wished)).await.unwrap();
        assert_eq!(bench.who(&again.token).await.unwrap().0.unit, wished);
    }
}
