//! Failures, waiting, strangers.

use super::*;

#[tokio::test]
async fn waiting_doubles_and_a_success_forgives() {
    for bench in Bench::seeded().await {
        for _ in 0..5 {
            assert_eq!(bench.try_in("tiepnhan", "sai rồi nhé", HERE).await, Err(SignInError::Wrong));
        }
        // The right password has to wait as well, or waiting would tell which one is right.
        let waiting = Err(SignInError::Wait { seconds: 5 });
        assert_eq!(bench.try_in("tiepnhan", DEMO_PASSWORD, HERE).await, waiting);
        bench.wait(5);
        assert_eq!(bench.try_in("tiepnhan", "sai rồi nhé", HERE).await, Err(SignInError::Wrong));
        bench.wait(9);
        let waiting = Err(SignInError::Wait { seconds: 1 });
        assert_eq!(bench.try_in("tiepnhan", "sai rồi nhé", HERE).await, waiting);
        bench.wait(1);
        bench.enter("tiepnhan").await;
        for _ in 0..5 {
            assert_eq!(bench.try_in("tiepnhan", "sai rồi nhé", HERE).await, Err(SignInError::Wrong));
        }
    }
}

#[tokio::test]
async fn strangers_cannot_lock_anybody_out() {
    for bench in Bench::seeded().await {
        for _ in 0..12 {
            let _ = bench.try_in("tiepnhan", "sai rồi nhé", "203.0.113.9").await;
        }
        assert!(matches!(bench.try_in("tiepnhan", "x", "203.0.113.9").await, Err(SignInError::Wait { .. })));
        bench.enter("tiepnhan").await;
    }
}

#[tokio::test]
async fn unknown_names_look_like_wrong_passwords() {
    for bench in Bench::seeded().await {
        for _ in 0..5 {
            assert_eq!(bench.try_in("khong.ai", "sai rồi nhé", HERE).await, Err(SignInError::Wrong));
        }
        let waiting = Err(SignInError::Wait { seconds: 5 });
        assert_eq!(bench.try_in("khong.ai", "sai rồi nhé", HERE).await, waiting);
        assert_eq!(bench.try_in("", "", HERE).await, Err(SignInError::Wrong));
    }
}

#[tokio::test]
async fn many_tries_at_the_same_moment_are_all_counted() {
    for bench in Bench::seeded().await {
        let tries = (0..10).map(|_| {
            let app = bench.app.clone();
            tokio::spawn(async move {
                sign_in(&app, "tiepnhan", "sai rồi nhé", HERE.parse().unwrap(), None).await
            })
        });
        let mut wrong = 0;
        for one in tries.collect::<Vec<_>>() {
            wrong += usize::from(one.await.unwrap() == Err(SignInError::Wrong));
        }
        assert_eq!(wrong, 5);
    }
}

#[tokio::test]
async fn demo_accounts_work_on_the_machine_itself_only() {
    for bench in Bench::seeded().await {
        for address in ["192.168.1.20", "203.0.113.9", "2001:db8::1"] {
            let refused = Err(SignInError::LoopbackOnly);
            assert_eq!(bench.try_in("tiepnhan", DEMO_PASSWORD, address).await, refused);
            // Without the password nobody learns even that.
            assert_eq!(bench.try_in("tiepnhan", "sai rồi nhé", address).await, Err(SignInError::Wrong));
        }
        for address in ["127.0.0.1", "::1", "::ffff:127.0.0.1"] {
            assert!(bench.try_in(" TiepNhan ", DEMO_PASSWORD, address).await.is_ok());
        }
    }
}

#[tokio::test]
async fn each_log_in_is_a_session_of_its_own() {
    for bench in Bench::seeded().await {
        let (first, second) = (bench.enter("tiepnhan").await, bench.enter("tiepnhan").await);
        assert_ne!(first, second);
        let (one, two) = (bench.who(&first).await.unwrap().1, bench.who(&second).await.unwrap().1);
        assert_ne!(one.csrf, two.csrf);
        assert!(bench.who("khong co").await.is_none());
    }
}

#[tokio::test]
async fn seeding_twice_changes_nothing() {
    for bench in Bench::seeded().await {
        let before = bench.app.store.read::<_, storage::StoreError, _>(storage::account::list).await.unwrap();
        let people = seed_demo(&bench.app).await.unwrap();
        let after = bench.app.store.read::<_, storage::StoreError, _>(storage::account::list).await.unwrap();
        assert_eq!(before, after);
        assert_eq!(people.len(), after.len());
        let short: Vec<&str> =
            people.iter().map(|p| p.username.as_str()).filter(|name| !name.contains('.')).collect();
        let expected = [
            "tiepnhan",
            "thamdinh",
            "lanhdao",
            "traketqua",
            "thungan",
            "tinhnguyen",
            "tinhnguyen2",
            "theodoi",
            "quantri",
        ];
        assert_eq!(short.len(), expected.len());
        assert!(expected.iter().all(|name| short.contains(name)), "{short:?}");
        assert!(people.iter().any(|p| p.username == "tiepnhan.294"));
        assert!(people.iter().any(|p| p.username == "lanhdao.10813"));
        assert!(people.iter().all(|p| p.id == demo::demo_id(&p.username)));
    }
}
