//! `khongcho demo` and the commands beside it, on the data it makes.

use crate::run::{Running, change_behind, khongcho, khongcho_with};

#[test]
fn a_demo_runs_moves_on_and_starts_over() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    let shown = data.to_str().unwrap();
    let demo = Running::start(&["demo"], &data);
    assert!(demo.base.starts_with("http://localhost:"), "{}", demo.base);
    assert_eq!(demo.get("/healthz").0, 200);
    assert_eq!(demo.get("/readyz").0, 200);
    let verified = khongcho_with(&["verify", "--lang", "en"], &[("KHONGCHO_DATA", shown)]);
    assert_eq!(verified.code, 0, "{}", verified.err);
    assert!(verified.out.contains("2,192 dossiers"), "{}", verified.out);
    let doctor = khongcho(&["doctor", "--data", shown, "--format", "json"]).json();
    assert!(doctor.as_array().unwrap().iter().all(|one| one["state"] != "fault"), "{doctor}");
    assert_eq!(demo.stop(), 0);

    let later = "2024-02-02T15:31:00+07:00";
    let moved = Running::start(&["demo", "--at", later], &data);
    assert_eq!(moved.get("/readyz").0, 200);
    assert_eq!(moved.stop(), 0);
    let back =
        khongcho(&["demo", "--at", "2024-02-02T08:00:00+07:00", "--data", shown, "--listen", "127.0.0.1:0"]);
    assert_eq!(back.code, 1, "{}", back.out);
    assert!(back.err.contains("2024-02-02T15:31:"), "{}", back.err);

    let unsure = khongcho(&["demo", "--reset", "--data", shown, "--listen", "127.0.0.1:0"]);
    assert_eq!(unsure.code, 2, "{}", unsure.err);
    let fresh = Running::start(&["demo", "--reset", "--yes"], &data);
    assert_eq!(fresh.get("/readyz").0, 200);
    assert_eq!(fresh.stop(), 0);
    let position = std::fs::read_to_string(data.join("demo-clock")).unwrap();
    assert!(position.starts_with("2024-02-02T00:3"), "{position}");
}

#[test]
fn a_changed_record_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let demo = Running::start(&["demo"], folder.path());
    drop(demo);
    let data = folder.path().to_str().unwrap();
    let data_says = || khongcho(&["verify", "--data", data, "--lang", "en"]);
    // Somebody with a tool of the database changes one column after another; each stays found until it is put back.
    let changes = [
        ("stage", "dossier SET stage = 'received'", "dossier SET stage = 'returned'"),
        (
            "applicant_name",
            "dossier SET applicant_name = applicant_name || ' '",
            "dossier SET applicant_name = trim(applicant_name)",
        ),
        ("result.signer", "result SET signer = signer || ' '", "result SET signer = trim(signer)"),
        ("result.number", "result SET number = number || ' '", "result SET number = trim(number)"),
    ];
    for (column, change, back) in changes {
        let table = change.split(' ').next().unwrap();
        let of = if table == "result" { "dossier_id" } else { "id" };
        let only = format!("WHERE {of} = (SELECT MAX({of}) FROM {table})");
        change_behind(folder.path(), format!("UPDATE {change} {only}"));
        let said = data_says();
        assert_eq!(said.code, 1, "{column}: {}", said.out);
        let sentence = format!("does not follow from its events: {column}");
        assert!(said.err.contains(&sentence), "{}", said.err);
        change_behind(folder.path(), format!("UPDATE {back} {only}"));
    }
    assert_eq!(data_says().code, 0);
}

#[test]
fn nothing_is_deleted_in_a_folder_of_something_else() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("khongcho.db"), "precious").unwrap();
    let data = folder.path().to_str().unwrap();
    let said = khongcho(&["demo", "--reset", "--yes", "--data", data, "--listen", "127.0.0.1:0"]);
    assert_eq!(said.code, 1);
    assert_eq!(std::fs::read_to_string(folder.path().join("khongcho.db")).unwrap(), "precious");
}
