//! Values and statements mean the same on both engines.

use crate::{StoreError, V, values};

use super::{COUNTER, FILE, THING, databases};

#[tokio::test(flavor = "multi_thread")]
async fn values_come_back_as_they_went() {
    let rows = [
        values![1, i64::MAX, 0.1, "Nguyễn Thị Ánh Đào, tổ 5, phường Thành Hà", [0_u8, 255, 10]],
        values![2, i64::MIN, -1.5e300, "日本 'quoted\" \\ $1 🪑\r\n", Vec::<u8>::new()],
        values![3, None::<i64>, None::<f64>, None::<String>, None::<Vec<u8>>],
    ];
    for db in databases().await {
        for row in rows.clone() {
            db.store.write(move |tx| tx.execute_one(THING, &row)).await.unwrap();
        }
        let found = db.store.read(|tx| tx.query("SELECT id, n, r, t, b FROM thing ORDER BY id", &[])).await;
        let found: Result<Vec<_>, StoreError> = found;
        let found: Vec<Vec<V>> = found.unwrap().into_iter().map(crate::Row::into_values).collect();
        assert_eq!(found, rows.each_ref().map(|row| row.to_vec()), "{}", db.engine());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn parameters_go_by_number_and_are_checked() {
    for db in databases().await {
        let shown = db.store.read(|tx| -> Result<_, StoreError> {
            let row = tx.query_one(
                "SELECT CAST($2 AS BIGINT), CAST($1 AS TEXT), CAST($2 AS BIGINT) + 1",
                &values!["Đ", 5],
            )?;
            Ok((row.int(0)?, row.text(1)?, row.int(2)?))
        });
        assert_eq!(shown.await, Ok((5, "Đ".to_owned(), 6)), "{}", db.engine());
        let cases: [(&[V], StoreError); 2] = [
            (&[], StoreError::ParamCount { wanted: 1, given: 0 }),
            (&values!["10813", 1], StoreError::ParamCount { wanted: 1, given: 2 }),
        ];
        for (values, want) in cases {
            let values = values.to_vec();
            let got = db.store.read(move |tx| tx.query(COUNTER, &values)).await;
            assert_eq!(got, Err(want), "{}", db.engine());
        }
        let zero = db.store.read(|tx| tx.query(COUNTER, &values!["a\0b"])).await;
        assert!(matches!(zero, Err(StoreError::Param { number: 1, .. })), "{}: {zero:?}", db.engine());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn like_tells_capitals_apart_and_text_sorts_by_code() {
    for db in databases().await {
        let shown = db.store.write(|tx| -> Result<_, StoreError> {
            for (id, text) in (1..).zip(["b", "B", "a", "đ", "Z"]) {
                // The expression index folds ASCII, so only one of the two b's may stay lower.
                let text = if text == "B" { "Bb" } else { text };
                tx.execute_one(THING, &values![id, id, 0.0, text, None::<&str>])?;
            }
            let like = tx.query("SELECT t FROM thing WHERE t LIKE $1", &values!["b%"])?;
            let sorted = tx.query("SELECT t FROM thing ORDER BY t", &[])?;
            let texts: Result<Vec<String>, _> = sorted.iter().map(|row| row.text(0)).collect();
            Ok((like.len(), texts?.join(" ")))
        });
        assert_eq!(shown.await, Ok((1, "Bb Z a b đ".to_owned())), "{}", db.engine());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_by_key_meet_every_row_once() {
    for db in databases().await {
        let fill = db.store.write(|tx| -> Result<(), StoreError> {
            for serial in 1..=25_i64 {
                for unit in ["10816", "10813"] {
                    tx.execute_one(FILE, &values![unit, serial, "An"])?;
                }
            }
            Ok(())
        });
        fill.await.unwrap();
        let mut seen = Vec::new();
        let mut last = (String::new(), 0_i64);
        loop {
            let key = last.clone();
            let page: Result<Vec<(String, i64)>, StoreError> = db
                .store
                .read(move |tx| {
                    let rows = tx.query(
                        "SELECT unit, serial FROM dossier WHERE (unit, serial) > ($1, $2) \
                         ORDER BY unit, serial LIMIT $3",
                        &values![key.0.as_str(), key.1, 7],
                    )?;
                    rows.iter().map(|row| Ok((row.text(0)?, row.int(1)?))).collect()
                })
                .await;
            let page = page.unwrap();
            let Some(end) = page.last() else { break };
            last = end.clone();
            seen.extend(page);
        }
        let mut sorted = seen.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!((seen.len(), &seen), (50, &sorted), "{}", db.engine());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn clashes_have_the_same_names() {
    for db in databases().await {
        let cases: [(&'static str, Vec<V>, &str); 3] = [
            ("INSERT INTO counter (unit, n) VALUES ($1, 0)", values!["10813"].to_vec(), "counter(unit)"),
            (FILE, values!["10813", 7, "An"].to_vec(), "dossier(unit, serial)"),
            (THING, values![2, 0, 0.0, "đất", None::<&str>].to_vec(), "thing_lower"),
        ];
        let first = db.store.write(|tx| -> Result<(), StoreError> {
            tx.execute_one(FILE, &values!["10813", 7, "Bình"])?;
            tx.execute_one(THING, &values![1, 0, 0.0, "đất", None::<&str>])
        });
        first.await.unwrap();
        for (sql, values, key) in cases {
            let clash = db.store.write(move |tx| tx.execute(sql, &values)).await;
            let error = clash.unwrap_err();
            assert!(error.is_unique(key), "{}: {error:?}", db.engine());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn rules_of_the_schema_hold() {
    for db in databases().await {
        let cases: [(&'static str, Vec<V>); 3] = [
            (FILE, values!["99999", 1, "no such unit"].to_vec()),
            (THING, values![1, 0, 0.0, "", None::<&str>].to_vec()),
            ("INSERT INTO counter (unit, n) VALUES ($1, NULL)", values!["x"].to_vec()),
        ];
        for (sql, values) in cases {
            let error = db.store.write(move |tx| tx.execute(sql, &values)).await.unwrap_err();
            assert!(matches!(error, StoreError::Constraint { .. }), "{}: {error:?}", db.engine());
        }
    }
}
