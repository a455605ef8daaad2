//! Sessions of volunteers on each database: who may open one, what it can do, how it ends.

use super::*;
use crate::booking::{self, Asked, Caller};
use crate::intake::{Origin, receive_as};
use crate::testing::{OTHER_UNIT, Office, UNIT, actor, at};
use domain::person::FullName;
use domain::role::Role;
use jiff::civil::date;
use storage::testing::TestDb;

async fn offices() -> Vec<(Office, Actor)> {
    let mut offices = Vec::new();
    for db in TestDb::all().await {
        let office = Office::open_on(db).await;
        let volunteer = actor(20, "Tăng Thị Giúp", "Đoàn viên", &[Role::Volunteer], UNIT);
        offices.push((office, volunteer));
    }
    offices
}

fn start(code: &str, pin: &str) -> Start {
    let heard_by = FullName::parse("Tăng Thị Giúp").unwrap();
    Start { code: code.to_owned(), pin: pin.to_owned(), consent: Consent::Said, heard_by }
}

fn typed(text: &str) -> Sent {
    Sent {
        procedure: "2.000635".parse().unwrap(),
        content: format!("ten={text}"),
        not_online: NotOnline::NoAccount,
    }
}

async fn invited(office: &Office, name: &str) -> String {
    invite(&office.app, &office.receiver, FullName::parse(name).unwrap()).await.unwrap()
}

#[tokio::test]
async fn three_codes_open_a_session_and_wrong_ones_do_not() {
    for (office, volunteer) in offices().await {
        let receipt = office.receive("2.000815", &[]).await;
        let unit = UNIT.parse().unwrap();
        let hold = booking::hold(&office.app, &unit, date(2024, 2, 2), 9 * 60).await.unwrap();
        let name = FullName::parse("Trần Văn An").unwrap();
        let asked = Asked { name, phone: None, email: None, procedure: None };
        let booked = booking::book(&office.app, &hold, asked, None, Caller::default()).await.unwrap();
        let code = invited(&office, "Cụ Lê Thị Bảy").await;
        let pass = format!("https://thanhha.example/the/{}", booked.token);
        for (code, pin, name, opening) in [
            (booked.code.as_str(), "", "Trần Văn An", Opening::Booking),
            (pass.as_str(), "", "Trần Văn An", Opening::Booking),
            (receipt.code.as_str(), receipt.pin.as_str(), "Nguyễn Thị Hồng Nhung", Opening::Dossier),
            (code.as_str(), "", "Cụ Lê Thị Bảy", Opening::Officer),
        ] {
            let session = open(&office.app, &volunteer, start(code, pin)).await.unwrap();
            assert_eq!((session.name.as_str(), session.opening), (name, opening));
            let busy = open(&office.app, &volunteer, start(code, pin)).await;
            assert!(matches!(busy, Err(AssistError::Busy)), "one person at a time");
            end(&office.app, &volunteer, None).await.unwrap();
            end(&office.app, &volunteer, None).await.unwrap();
        }
        let elsewhere = actor(21, "Ngô Văn Xa", "Đoàn viên", &[Role::Volunteer], OTHER_UNIT);
        for (who, code, pin) in [
            (&volunteer, "000-000", ""),
            (&volunteer, receipt.code.as_str(), "0000-0000"),
            (&volunteer, receipt.code.as_str(), ""),
            (&volunteer, code.as_str(), ""), // used already
            (&volunteer, "Trần Văn An", ""),
            (&elsewhere, booked.code.as_str(), ""),
            (&elsewhere, receipt.code.as_str(), receipt.pin.as_str()),
        ] {
            let refused = open(&office.app, who, start(code, pin)).await;
            assert!(matches!(refused, Err(AssistError::Unknown)), "{code}");
        }
        assert!(matches!(
            open(&office.app, &office.appraiser, start(&booked.code, "")).await,
            Err(AssistError::App(AppError::Denied(_)))
        ));
        let no_officer = invite(&office.app, &volunteer, FullName::parse("Ai Đó").unwrap()).await;
        assert!(matches!(no_officer, Err(AssistError::App(AppError::Denied(_)))));
        for _ in 0..10 {
            let _ = open(&office.app, &volunteer, start("000-000", "")).await;
        }
        let guessed = open(&office.app, &volunteer, start(&booked.code, "")).await;
        assert!(matches!(guessed, Err(AssistError::TooMany)), "guessing ends, even with the right code");
        office.clock.pass_minutes(61);
        assert!(open(&office.app, &volunteer, start(&booked.code, "")).await.is_ok());
    }
}

#[tokio::test]
async fn codes_of_officers_hold_a_quarter_of_an_hour() {
    for (office, volunteer) in offices().await {
        let code = invited(&office, "Cụ Lê Thị Bảy").await;
        office.clock.pass_minutes(15);
        let late = open(&office.app, &volunteer, start(&code, "")).await;
        assert!(matches!(late, Err(AssistError::Unknown)));
    }
}

#[tokio::test]
async fn a_session_ends_by_itself_and_keeps_what_was_sent_too_late() {
    for (office, volunteer) in offices().await {
        let code = invited(&office, "Cụ Lê Thị Bảy").await;
        open(&office.app, &volunteer, start(&code, "")).await.unwrap();
        office.clock.pass_minutes(9);
        keep(&office.app, &volunteer, typed("mot")).await.unwrap();
        office.clock.pass_minutes(9);
        let session = current(&office.app, &volunteer).await.unwrap();
        assert_eq!(session.content, "ten=mot");
        assert!(list_prepared(&office.app, &office.receiver).await.unwrap().is_empty(), "not handed over");
        assert!(!end_if_over(&office.app, &volunteer).await.unwrap(), "it is still used");
        office.clock.pass_minutes(10);
        let late = keep(&office.app, &volunteer, typed("hai")).await.unwrap_err();
        let AssistError::Expired { kept: Some(kept) } = late else { panic!("{late:?}") };
        assert!(matches!(current(&office.app, &volunteer).await, Err(AssistError::Closed)));
        let found = find_prepared(&office.app, &office.receiver, &kept.to_lowercase()).await.unwrap();
        assert_eq!((found.session.content.as_str(), found.helper.as_str()), ("ten=hai", "Tăng Thị Giúp"));
        // A clock set back opens nothing again.
        office.clock.pass_minutes(-60);
        assert!(matches!(current(&office.app, &volunteer).await, Err(AssistError::Closed)));
    }
}

#[tokio::test]
async fn an_officer_receives_it_once_and_the_dossier_says_who_helped() {
    for (office, volunteer) in offices().await {
        let code = invited(&office, "Cụ Lê Thị Bảy").await;
        open(&office.app, &volunteer, start(&code, "")).await.unwrap();
        let sent = hand_over(&office.app, &volunteer, typed("Bay")).await.unwrap();
        assert!(hand_over(&office.app, &volunteer, typed("Bay")).await.is_ok(), "twice is once");
        assert!(
            find_prepared(&office.app, &volunteer, &sent.code).await.is_err(),
            "volunteers receive nothing"
        );
        assert!(
            find_prepared(&office.app, &office.stranger, &sent.code).await.is_err(),
            "nor do other units"
        );
        let receive = || {
            let origin = Origin { prepared: Some(sent.code.clone()), ..Origin::default() };
            receive_as(&office.app, &office.receiver, office.intake("2.000635", &[]), None, origin)
        };
        let (one, other) = tokio::join!(receive(), receive());
        assert!(one.is_ok() != other.is_ok(), "one dossier of one form");
        let lost = one.as_ref().err().or(other.as_ref().err());
        assert!(matches!(lost, Some(AppError::Stale { .. })));
        let receipt = one.or(other).unwrap();
        let page = crate::read::dossier(&office.app, &office.receiver, &receipt.code).await.unwrap();
        let help = page.help.unwrap();
        assert_eq!((help.helper.as_str(), help.consent), ("Tăng Thị Giúp", Consent::Said));
        assert!(list_prepared(&office.app, &office.receiver).await.unwrap().is_empty());
        // What was typed stands in the dossier now and nowhere else; typing on changes nothing.
        assert!(matches!(keep(&office.app, &volunteer, typed("x")).await, Err(AssistError::Closed)));
        let other = office.receive("2.000815", &[]).await;
        let page = crate::read::dossier(&office.app, &office.receiver, &other.code).await.unwrap();
        assert_eq!(page.help, None);
    }
}

#[tokio::test]
async fn the_end_of_a_shift_counts_and_names_nobody() {
    for (office, volunteer) in offices().await {
        for reason in [NotOnline::NoAccount, NotOnline::NoAccount, NotOnline::Outage] {
            let code = invited(&office, "Cụ Lê Thị Bảy").await;
            open(&office.app, &volunteer, start(&code, "")).await.unwrap();
            end(&office.app, &volunteer, Some(reason)).await.unwrap();
        }
        shift::note(&office.app, &volunteer, "Không biết chọn trường hợp".to_owned()).await.unwrap();
        shift::note(&office.app, &volunteer, "Chữ nhỏ".to_owned()).await.unwrap();
        let found = shift::shift(&office.app, &volunteer).await.unwrap();
        assert_eq!((found.helped, found.mine.as_str()), (3, "Chữ nhỏ"));
        assert_eq!(found.reasons, [(NotOnline::NoAccount, 2), (NotOnline::Outage, 1)]);
        let elsewhere = actor(21, "Ngô Văn Xa", "Đoàn viên", &[Role::Volunteer], OTHER_UNIT);
        assert_eq!(shift::shift(&office.app, &elsewhere).await.unwrap().helped, 0);
        office.clock.set(at("2024-02-10T08:00:00+07:00"));
        assert_eq!(erase(&office.app).await.unwrap(), 3, "names go after a week");
        assert_eq!(erase(&office.app).await.unwrap(), 0);
    }
}

#[test]
fn a_claim_code_is_kept_as_a_keyed_hash() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let office = Office::open().await;
        let code = claim_of(&office.app.keys, "hlp_1");
        let printed = secret::printed_code(&code);
        assert_eq!(claim_mac(&office.app.keys, &printed.to_lowercase()), claim_mac(&office.app.keys, &code));
        assert_ne!(claim_mac(&office.app.keys, &code), secret::token_hash(&code));
    });
}
