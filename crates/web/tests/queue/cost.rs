//! What many screens cost: measured, not judged.

use super::{Browser, event, office};
use app::testing::Office;
use axum::body::Body;
use axum::http::Request;
use tower::ServiceExt;

/// What a thousand screens and a hundred calls cost: `cargo nextest run -p web --run-ignored only thousand`.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "measures processor time and latency; run it alone"]
async fn what_a_thousand_screens_cost() {
    const CALLS: usize = 100;
    let office = office().await;
    let router = web::router(office.app.clone());
    let desk = Browser { router: router.clone(), ..Browser::sign_in(&office, "tiepnhan").await };
    desk.press("/quay/goi-so/mo", &[("quay", "1")]).await;
    let (said, mut heard) = tokio::sync::mpsc::unbounded_channel::<String>();
    for _ in 0..1_000 {
        let ask = Request::get("/bang-goi-so/10852/su-kien").body(Body::empty()).unwrap();
        let mut body = router.clone().oneshot(ask).await.unwrap().into_body().into_data_stream();
        let said = said.clone();
        tokio::spawn(async move {
            loop {
                let text = event(&mut body).await;
                let _ = said.send(text);
            }
        });
    }
    for _ in 0..1_000 {
        heard.recv().await.unwrap();
    }
    let (mut spans, before) = (Vec::new(), processor_seconds());
    for _ in 0..CALLS {
        let wish = app::queue::Issue {
            unit: "10852".parse().unwrap(),
            group: domain::queue::Group::A,
            door: domain::queue::Door::Kiosk,
            priority: None,
            slot_at: None,
        };
        app::queue::issue(&office.app, None, wish, None).await.unwrap();
        tokio::time::sleep(std::time::Duration::from_millis(150)).await;
        while heard.try_recv().is_ok() {}
        let begun = std::time::Instant::now();
        let unit = "10852".parse().unwrap();
        let number = domain::queue::CounterNumber::try_from(1).unwrap();
        let called = app::queue::call_next(&office.app, &actor(&office).await, &unit, number).await.unwrap();
        let wanted = called.called.unwrap();
        for _ in 0..1_000 {
            while !heard.recv().await.unwrap().contains(&format!(">{}<", wanted.number)) {}
        }
        spans.push(begun.elapsed());
        let start = app::queue::Act::Start;
        let who = actor(&office).await;
        app::queue::act(&office.app, &who, &unit, Some(number), wanted.id, None, start).await.unwrap();
    }
    spans.sort_unstable();
    let cpu = processor_seconds() - before;
    println!("1,000 screens, {CALLS} visits: {:.1} ms of processor a visit", cpu * 1_000.0 / CALLS as f64);
    println!("call to the last screen: median {:?}, p99 {:?}", spans[CALLS / 2], spans[CALLS * 99 / 100]);
}

/// The demo's receiver, as the use cases know them.
async fn actor(office: &Office) -> app::Actor {
    let here = std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);
    let password = app::account::DEMO_PASSWORD;
    let signed = app::account::sign_in(&office.app, "tiepnhan", password, here, None).await.unwrap();
    app::account::session(&office.app, &signed.token).await.unwrap().unwrap().0
}

/// Processor time of this process, all threads, in seconds.
fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    let ticks: f64 = fields[11].parse::<f64>().unwrap() + fields[12].parse::<f64>().unwrap();
    ticks / 100.0
}
