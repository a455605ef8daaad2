//! `khongcho serve` and `migrate`.

use std::net::TcpListener;

use crate::run::{Running, change_behind, khongcho, khongcho_with};

#[test]
fn the_first_start_makes_an_administrator_once() {
    let folder = tempfile::tempdir().unwrap();
    let first = Running::start(&["serve", "--lang", "en"], folder.path());
    assert!(first.said.iter().any(|line| line.contains("sign in as quantri")), "{:?}", first.said);
    assert_eq!(first.get("/readyz").0, 200);
    assert_eq!(first.get("/khong-co").0, 404);
    assert_eq!(first.stop(), 0);
    let second = Running::start(&["serve", "--lang", "en"], folder.path());
    assert!(!second.said.iter().any(|line| line.contains("quantri")), "{:?}", second.said);
}

#[test]
fn a_pack_imported_beside_a_running_server_comes_into_force() {
    let folder = tempfile::tempdir().unwrap();
    let server = Running::start(&["serve"], folder.path());
    assert_eq!(server.get("/thu-tuc/1.001193").0, 404);
    let data = folder.path().to_str().unwrap();
    assert_eq!(khongcho(&["catalogue", "import", "hai-phong-2025", "--data", data]).code, 0);
    let mut tries = 0;
    while server.get("/thu-tuc/1.001193").0 != 200 {
        tries += 1;
        assert!(tries < 100, "not in force after ten seconds");
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
}

#[test]
fn the_schema_is_left_alone_when_told_so() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let said =
        khongcho(&["serve", "--no-migrate", "--data", data, "--listen", "127.0.0.1:0", "--lang", "en"]);
    assert_eq!(said.code, 1, "{}", said.out);
    assert!(said.err.contains("khongcho migrate"), "{}", said.err);
    assert_eq!(khongcho(&["verify", "--data", data]).code, 1);
    assert_eq!(khongcho(&["migrate", "--data", data]).code, 0);
    let status = khongcho(&["migrate", "--status", "--data", data, "--lang", "en"]);
    assert!(status.out.starts_with("The database has schema"), "{}", status.out);
}

#[test]
fn a_newer_schema_is_refused_with_a_clear_word() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    assert_eq!(khongcho(&["migrate", "--data", data]).code, 0);
    change_behind(folder.path(), "UPDATE migration SET version = 9999 WHERE version = 1".to_owned());
    let said = khongcho(&["serve", "--data", data, "--listen", "127.0.0.1:0"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("start the newer program"), "{}", said.err);
}

#[test]
fn what_cannot_be_is_said_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let file = folder.path().join("k.toml");
    std::fs::write(&file, "listn = '127.0.0.1:0'").unwrap();
    let rows: [(&[&str], i32, &str); 5] = [
        (&["serve", "--data", data, "--listen", &address], 1, "--listen"),
        (&["serve", "--data", data, "--tls-cert", "c.pem"], 1, "proxy"),
        (&["serve", "--data", data, "--config", file.to_str().unwrap()], 2, "`listen`"),
        (&["serve", "--database", "mysql://x"], 2, "sqlite:"),
        (&["verify", "--data", data], 1, "khongcho.db"),
    ];
    for (arguments, code, named) in rows {
        let said = khongcho(arguments);
        assert_eq!(said.code, code, "{arguments:?}: {}", said.err);
        assert!(said.err.contains(named), "{arguments:?}: {}", said.err);
    }
    let slip = khongcho_with(&["catalogue", "list"], &[("KHONGCHO_LISTN", "x")]);
    assert_eq!(slip.code, 2, "{}", slip.out);
    assert!(slip.err.contains("KHONGCHO_LISTEN"), "{}", slip.err);
}
