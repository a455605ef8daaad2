//! What the demo says when it is ready, in both languages: where it is, who can log in, what to try.

use std::net::SocketAddr;

use app::App;
use app::account::{DEMO_PASSWORD, DemoAccount};
use domain::time::civil;
use i18n::{Key, Lang, format, text, words};

use crate::output::{self, say};

/// Prints the greeting; the address stands alone at the end of its line.
pub fn print(app: &App, address: SocketAddr, people: &[DemoAccount]) {
    let host = if address.ip().is_loopback() { "localhost".to_owned() } else { address.ip().to_string() };
    let shown = format!("http://{host}:{}", address.port());
    for lang in Lang::ALL {
        greet(app, lang, &shown, people);
    }
    if !address.ip().is_loopback() {
        Lang::ALL.into_iter().for_each(|lang| output::line(text(lang, Key::CliDemoOpenToAll)));
    }
}

fn greet(app: &App, lang: Lang, address: &str, people: &[DemoAccount]) {
    output::line(say(lang, Key::CliDemoReady, &[("address", address)]));
    let now = civil(app.clock.now());
    let clock = format!("{} {}", format::clock(lang, now.time()), format::date_long(lang, now.date()));
    output::line(say(lang, Key::CliDemoClock, &[("clock", &clock)]));
    output::line(say(lang, Key::CliDemoAccounts, &[("password", DEMO_PASSWORD)]));
    output::line(say(lang, Key::CliDemoSignIn, &[("address", &format!("{address}/dang-nhap"))]));
    for person in people.iter().filter(|person| !person.username.contains('.')) {
        output::line(format!(
            "  {:<12} {} ({})",
            person.username,
            words::role(person.role, lang),
            person.name
        ));
    }
    output::line(text(lang, Key::CliDemoElsewhere));
    for key in [Key::CliDemoTry, Key::CliDemoTryOne, Key::CliDemoTryTwo, Key::CliDemoTryThree] {
        output::line(text(lang, key));
    }
    output::line("");
}
