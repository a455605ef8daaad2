//! Tokens for programs.

use super::token::NewToken;
use super::*;
use domain::permit::Action;
use domain::role::Role;

fn wish(role: Role, unit: &str) -> NewToken {
    NewToken {
        account: demo::demo_id("tiepnhan"),
        label: "Phần mềm hộ tịch".into(),
        role,
        unit: unit.parse().unwrap(),
        expires_at: None,
    }
}

#[tokio::test]
async fn a_token_has_one_role_at_one_unit_until_it_ends() {
    for bench in Bench::seeded().await {
        let admin = bench.administrator().await;
        let token = token::create(&bench.app, &admin, wish(Role::Receiver, "10852")).await.unwrap();
        assert!(token.starts_with(token::PREFIX));
        let actor = by_token(&bench.app, &token, here()).await.unwrap().unwrap();
        let (policy, at) = (bench.app.policy(), bench.app.clock.now());
        assert!(actor.may_at(&policy, at, Action::TurnAway, &"10852".parse().unwrap()));
        assert!(!actor.may_at(&policy, at, Action::TurnAway, &"10813".parse().unwrap()));
        let listed = token::list(&bench.app, &admin).await.unwrap();
        let id = listed[0].id.parse().unwrap();
        assert!(token::revoke(&bench.app, &admin, id).await.unwrap());
        assert!(!token::revoke(&bench.app, &admin, id).await.unwrap());
        assert!(by_token(&bench.app, &token, here()).await.unwrap().is_none());
        assert!(by_token(&bench.app, "khc_", here()).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_token_ends_by_itself_and_with_the_role() {
    for bench in Bench::seeded().await {
        let admin = bench.administrator().await;
        let soon = bench.app.clock.now() + SignedDuration::from_secs(60);
        let brief = NewToken { expires_at: Some(soon), ..wish(Role::Receiver, "10852") };
        let brief = token::create(&bench.app, &admin, brief).await.unwrap();
        let lasting = token::create(&bench.app, &admin, wish(Role::Receiver, "10852")).await.unwrap();
        bench.wait(59);
        let actor = by_token(&bench.app, &brief, here()).await.unwrap().unwrap();
        bench.wait(1);
        assert!(by_token(&bench.app, &brief, here()).await.unwrap().is_none());
        let grant = actor.grants[0].clone();
        manage::end_role(&bench.app, &admin, actor.account, grant, None).await.unwrap();
        assert!(by_token(&bench.app, &lasting, here()).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_token_of_a_demo_account_works_on_the_machine_itself_only() {
    for bench in Bench::seeded().await {
        let admin = bench.administrator().await;
        let token = token::create(&bench.app, &admin, wish(Role::Receiver, "10852")).await.unwrap();
        let elsewhere = Origin::from("203.0.113.9".parse::<IpAddr>().unwrap());
        for (origin, works) in
            [(here(), true), (Origin { via_proxy: true, ..here() }, false), (elsewhere, false)]
        {
            assert_eq!(by_token(&bench.app, &token, origin).await.unwrap().is_some(), works, "{origin:?}");
        }
    }
}

#[tokio::test]
async fn what_a_token_may_not_be() {
    for bench in Bench::seeded().await {
        let admin = bench.administrator().await;
        use AccountProblem::*;
        let past = bench.app.clock.now() - SignedDuration::from_secs(1);
        let cases = [
            (NewToken { label: " ".into(), ..wish(Role::Receiver, "10852") }, vec![LabelMissing]),
            (wish(Role::Leader, "10852"), vec![TokenWithoutRole]),
            (wish(Role::Receiver, "10813"), vec![TokenWithoutRole]),
            (
                NewToken { account: demo::demo_id("quantri"), ..wish(Role::Administrator, "294") },
                vec![TokenForAdministrator],
            ),
            (NewToken { expires_at: Some(past), ..wish(Role::Receiver, "10852") }, vec![TokenOver]),
        ];
        for (wish, expected) in cases {
            match token::create(&bench.app, &admin, wish).await {
                Err(ManageError::Problems(problems)) => assert_eq!(problems, expected),
                other => panic!("{other:?}"),
            }
        }
    }
}
