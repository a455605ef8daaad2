//! Races and limits: two people never get one place, one person not many.

use super::*;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_at_once_never_get_more_than_there_is() {
    for office in offices().await {
        let places = left(&office, FRIDAY, hour(8, 30)).await;
        let tries = (1..=24_u32).map(|number| {
            let app = office.app.clone();
            tokio::spawn(async move {
                let token = hold(&app, &unit(), FRIDAY, 8 * 60 + 30).await?;
                book(&app, &token, asked(number), None, Caller::default()).await
            })
        });
        let mut got = 0;
        for one in tries.collect::<Vec<_>>() {
            match one.await.unwrap() {
                Ok(_) => got += 1,
                Err(error) => assert_eq!(problem(error), SlotProblem::Full),
            }
        }
        assert_eq!(got, places, "{}", office.db.engine());
        assert_eq!(left(&office, FRIDAY, hour(8, 30)).await, 0);
        assert_eq!(listed(&office).await.booked.len(), usize::try_from(places).unwrap());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_telephone_has_two_even_from_many_browsers() {
    for office in offices().await {
        let hours = [hour(8, 30), hour(9, 0), hour(9, 30), hour(10, 0), hour(10, 30), hour(11, 0)];
        let tries = hours.map(|at| {
            let app = office.app.clone();
            let minute = domain::booking::slots::minute_of(at);
            tokio::spawn(async move {
                let token = hold(&app, &unit(), FRIDAY, minute).await?;
                book(&app, &token, asked(7), None, Caller::default()).await
            })
        });
        let mut got = Vec::new();
        for one in tries {
            match one.await.unwrap() {
                Ok(booked) => got.push(booked),
                Err(error) => assert_eq!(problem(error), SlotProblem::TooManyOfContact { most: 2 }),
            }
        }
        assert_eq!(got.len(), 2, "{}", office.db.engine());
        // One given up is one more to have.
        cancel(&office.app, &got[0].token).await.unwrap();
        assert!(take(&office, hour(15, 0), 7).await.is_ok());
        // Staff may book for them all the same.
        let (staff, at) = (&office.receiver, (NEXT, hour(9, 0)));
        let by_staff = book_for(&office.app, staff, &unit(), at, asked(7)).await.unwrap();
        assert!(by_staff.by_staff);
        assert!(book_for(&office.app, &office.stranger, &unit(), at, asked(7)).await.is_err());
    }
}

#[tokio::test]
async fn an_address_has_few_without_a_contact_and_more_with() {
    for office in offices().await {
        let caller = Caller { address: Some("192.0.2.7".to_owned()) };
        let book_as = async |minute: u16, number: u32| {
            let token = hold(&office.app, &unit(), FRIDAY, minute).await.unwrap();
            book(&office.app, &token, asked(number), None, caller.clone()).await
        };
        for hour in [8, 9, 10] {
            book_as(hour * 60, 0).await.unwrap();
        }
        let refused = problem(book_as(11 * 60, 0).await.unwrap_err());
        assert_eq!(refused, SlotProblem::TooManyOfAddress { most: OPEN_WITHOUT_CONTACT_MAX });
        assert!(book_as(11 * 60, 5).await.is_ok());
    }
}
