//! What the demo says when it is ready, in both languages: where it is, who can log in, what to try.

use std::net::SocketAddr;

use app::App;
use domain::time::civil;
use i18n::{Key, Lang, format, text, words};
use storage::{StoreError, account};

use crate::failure::Failure;
use crate::output::{self, say};

/// Accounts named; more would hide what matters.
const NAMED_MAX: usize = 8;

/// Prints the greeting; the address stands alone at the end of its line.
///
/// # Errors
/// [`Failure::Refused`] when the accounts cannot be read.
pub async fn print(app: &App, address: SocketAddr) -> Result<(), Failure> {
    let host = if address.ip().is_loopback() { "localhost".to_owned() } else { address.ip().to_string() };
    let shown = format!("http://{host}:{}", address.port());
    let accounts = accounts(app).await?;
    for lang in Lang::ALL {
        greet(app, lang, &shown, &accounts);
    }
    if !address.ip().is_loopback() {
        Lang::ALL.into_iter().for_each(|lang| output::line(text(lang, Key::CliDemoOpenToAll)));
    }
    Ok(())
}

/// Name of log-in and person, with the roles of the person.
struct Known {
    username: String,
    name: String,
    roles: Vec<domain::role::Role>,
}

async fn accounts(app: &App) -> Result<Vec<Known>, StoreError> {
    app.store
        .read(|tx| {
            let mut known = Vec::new();
            let all = account::list(tx)?.into_iter().filter(|account| account.loopback_only);
            for account in all.take(NAMED_MAX) {
                let mut roles: Vec<_> =
                    account::list_grants(tx, account.id)?.into_iter().map(|grant| grant.role).collect();
                roles.sort_unstable();
                roles.dedup();
                known.push(Known { username: account.username, name: account.name, roles });
            }
            Ok(known)
        })
        .await
}

fn greet(app: &App, lang: Lang, address: &str, accounts: &[Known]) {
    output::line(say(lang, Key::CliDemoReady, &[("address", address)]));
    let now = civil(app.clock.now());
    let clock = format!("{} {}", format::clock(lang, now.time()), format::date_long(lang, now.date()));
    output::line(say(lang, Key::CliDemoClock, &[("clock", &clock)]));
    if !accounts.is_empty() {
        output::line(text(lang, Key::CliDemoAccounts));
    }
    for known in accounts {
        let roles: Vec<&str> = known.roles.iter().map(|role| words::role(*role, lang)).collect();
        output::line(format!("  {:<12} {}: {}", known.username, known.name, roles.join(", ")));
    }
    for key in [Key::CliDemoTry, Key::CliDemoTryOne, Key::CliDemoTryTwo, Key::CliDemoTryThree] {
        output::line(text(lang, key));
    }
    output::line("");
}
