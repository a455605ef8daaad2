//! `khongcho user`: accounts from the machine itself.

use crate::run::khongcho;

#[test]
fn an_account_from_its_first_day_to_its_last() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    assert_eq!(khongcho(&["migrate", "--data", data]).code, 0);
    // The pack of the years from 2025 on has units today.
    assert_eq!(khongcho(&["catalogue", "import", "hai-phong-2025", "--data", data]).code, 0);
    let user =
        |arguments: &[&str]| khongcho(&[&["user", "--data", data, "--lang", "en"], arguments].concat());
    let added = user(&["add", "lan.nt", "--name", "Nguyễn Thị Lan", "--role", "receiver@10813"]);
    assert_eq!(added.code, 0, "{}", added.err);
    let password = added.out.split("is ").nth(1).unwrap().split('.').next().unwrap();
    assert_eq!(password.len(), 14, "{}", added.out);
    let again = user(&["add", "lan.nt", "--name", "", "--phone", "x"]);
    assert_eq!((again.code, again.err.lines().count()), (1, 3), "{}", again.err);
    assert_eq!(user(&["grant", "lan.nt", "appraiser@10813", "--until", "2099-12-31"]).code, 0);
    let listed = user(&["list", "--format", "json"]).json();
    assert_eq!(listed[0]["roles"].as_array().unwrap().len(), 2);
    assert_eq!(user(&["revoke", "lan.nt", "appraiser@10813"]).code, 0);
    assert_eq!(user(&["revoke", "lan.nt", "leader@10813"]).code, 1);
    let reset = user(&["reset-password", "lan.nt"]);
    assert!(reset.out.contains("password") && !reset.out.contains(password), "{}", reset.out);
    assert_eq!(user(&["disable", "lan.nt"]).code, 0);
    assert!(user(&["list"]).out.contains("[disabled]"));
    assert_eq!(user(&["enable", "lan.nt"]).code, 0);
    assert!(!user(&["list"]).out.contains("[disabled]"));
    let nobody = user(&["disable", "nobody"]);
    assert_eq!((nobody.code, nobody.err.as_str()), (1, "khongcho: There is no account nobody.\n"));
    assert_eq!(user(&["grant", "lan.nt", "king@10813"]).code, 2);
}
