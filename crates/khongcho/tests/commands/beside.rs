//! Help, completions, manual pages: everything names every command.

use crate::run::khongcho;

const COMMANDS: [&str; 14] = [
    "demo",
    "serve",
    "migrate",
    "doctor",
    "user",
    "catalogue",
    "import",
    "export",
    "deadline",
    "promise",
    "verify",
    "completions",
    "openapi",
    "man",
];

#[test]
fn every_command_has_its_help() {
    let help = khongcho(&["--help"]);
    assert_eq!(help.code, 0);
    for command in COMMANDS {
        assert!(help.out.contains(&format!("\n  {command} ")), "{command}");
        let own = khongcho(&[command, "--help"]);
        assert_eq!(own.code, 0, "{command}");
        assert!(own.out.contains("--data") && own.out.contains("Usage: khongcho"), "{command}: {}", own.out);
    }
}

#[test]
fn a_call_without_a_command_is_a_wrong_one() {
    for arguments in [&[][..], &["dem"], &["demo", "--fast"]] {
        let said = khongcho(arguments);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{arguments:?}");
    }
}

#[test]
fn shells_and_manuals_know_the_commands() {
    for shell in ["bash", "zsh", "fish"] {
        let script = khongcho(&["completions", shell]);
        assert!(COMMANDS.iter().all(|command| script.out.contains(command)), "{shell}");
    }
    let page = khongcho(&["man"]);
    assert!(page.out.contains(".TH") && page.out.contains("khongcho"), "{}", page.out);
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(khongcho(&["man", folder.path().to_str().unwrap()]).code, 0);
    for command in COMMANDS {
        assert!(folder.path().join(format!("khongcho-{command}.1")).is_file(), "{command}");
    }
}

#[test]
fn the_api_describes_itself() {
    let description = khongcho(&["openapi"]).json();
    assert!(description["openapi"].as_str().unwrap().starts_with("3.1"));
    assert!(description["paths"].as_object().unwrap().len() > 5);
}
