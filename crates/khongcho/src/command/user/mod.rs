//! `khongcho user`: accounts of staff, from the machine itself. Whoever may run the program there may do this; the log
//! says that it was done there.

mod problem;
mod wish;

use app::account::manage::{self, NewAccount};
use app::account::{Limits, Listed};
use app::{Actor, App, Config};
use clap::{Args, Subcommand};
use domain::id::AccountId;
use domain::place::UnitCode;
use domain::role::{Grant, Role};
use domain::time::civil;
use domain::validity::Validity;
use i18n::{Key, words};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::format::Format;
use crate::context::Context;
use crate::failure::Failure;
use crate::output;
pub use problem::manage_failure;
use wish::Post;

/// Arguments of `user`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub action: Action,
}

/// What can be done with accounts.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// Add an account; its first password is printed once and must be changed
    Add {
        /// Name of log-in: 3 to 40 of a-z, 0-9, dot, hyphen
        username: String,
        /// The person's name
        #[arg(long)]
        name: String,
        /// Their title, as printed beside a signature
        #[arg(long, default_value = "")]
        title: String,
        /// Phone of the office
        #[arg(long, default_value = "")]
        phone: String,
        /// A role at a unit, as receiver@10852; may be given several times
        #[arg(long = "role", value_name = "ROLE@UNIT")]
        roles: Vec<Post>,
    },
    /// List accounts with their roles
    List {
        /// How they are printed
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Set a new password, printed once; all sessions of the account end
    ResetPassword {
        /// Name of log-in
        username: String,
    },
    /// Give a role at a unit
    Grant {
        /// Name of log-in
        username: String,
        /// The role and the unit, as leader@10852
        #[arg(value_name = "ROLE@UNIT")]
        post: Post,
        /// First day [default: today]
        #[arg(long, value_name = "DATE")]
        from: Option<Date>,
        /// Last day [default: none]
        #[arg(long, value_name = "DATE")]
        until: Option<Date>,
    },
    /// End a role at a unit at once
    Revoke {
        /// Name of log-in
        username: String,
        /// The role and the unit, as leader@10852
        #[arg(value_name = "ROLE@UNIT")]
        post: Post,
    },
    /// Disable an account; its sessions and tokens end at once
    Disable {
        /// Name of log-in
        username: String,
    },
    /// Enable an account that was disabled
    Enable {
        /// Name of log-in
        username: String,
    },
}

/// Runs one of the actions.
///
/// # Errors
/// [`Failure::Refused`] with everything that is wrong with the wish.
pub async fn run(context: &Context, arguments: Arguments) -> Result<(), Failure> {
    let (place, store) = context.open().await?;
    let config = Config {
        public_url: String::new(),
        demo: false,
        file_bytes_max: context.settings.file_bytes_max,
        limits: Limits::STAFF,
    };
    let clock = place.clock()?;
    let app = context.app(&place, store, clock, config).await?;
    let office = Office { actor: machine(&app), app, context };
    match arguments.action {
        Action::Add { username, name, title, phone, roles } => {
            let today = office.today();
            let grants = roles.into_iter().map(|post| post.since(today)).collect();
            office.add(NewAccount { username, name, title, phone, grants }).await
        }
        Action::List { format } => office.list(format).await,
        Action::ResetPassword { username } => office.reset_password(&username).await,
        Action::Grant { username, post, from, until } => {
            let from = from.unwrap_or_else(|| office.today());
            let grant = Grant { role: post.role, unit: post.unit, validity: Validity { from, to: until } };
            office.give(&username, grant).await
        }
        Action::Revoke { username, post } => office.revoke(&username, &post).await,
        Action::Disable { username } => office.set_disabled(&username, true).await,
        Action::Enable { username } => office.set_disabled(&username, false).await,
    }
}

/// Whoever sits at the machine: an administrator of the topmost unit.
pub fn machine(app: &App) -> Actor {
    let on = civil(app.clock.now()).date();
    let policy = app.policy();
    let top = policy.units().on(on).find(|unit| policy.units().parent_on(&unit.code, on).is_none());
    // Before there is a pack there is no unit; the database has its own administration then.
    let unit: Option<UnitCode> = top.map(|unit| unit.code.clone()).or_else(|| "0".parse().ok());
    let grants = unit.iter().map(|unit| Grant {
        role: Role::Administrator,
        unit: unit.clone(),
        validity: Validity::since(on),
    });
    Actor {
        account: AccountId::from_parts(0, 0),
        name: "khongcho user".to_owned(),
        title: String::new(),
        grants: grants.collect(),
        unit: unit.unwrap_or_else(|| unreachable!("0 is a code")),
        stand_ins: Vec::new(),
    }
}

/// The product, and who acts in it.
struct Office<'c> {
    app: App,
    actor: Actor,
    context: &'c Context,
}

impl Office<'_> {
    fn today(&self) -> Date {
        civil(self.app.clock.now()).date()
    }

    fn failure(&self, error: impl Into<app::account::ManageError>) -> Failure {
        manage_failure(self.context.lang, error.into())
    }

    async fn find(&self, username: &str) -> Result<Listed, Failure> {
        match manage::read(&self.app, &self.actor, username).await {
            Ok(listed) => Ok(listed),
            Err(app::AppError::NotFound { .. }) => {
                Err(self.context.refuse(Key::CliNoSuchAccount, &[("username", username)]))
            }
            Err(error) => Err(self.failure(error)),
        }
    }

    async fn add(&self, wish: NewAccount) -> Result<(), Failure> {
        let username = wish.username.clone();
        let added = manage::add(&self.app, &self.actor, wish).await;
        let (_, password) = added.map_err(|error| self.failure(error))?;
        self.tell_password(&username, &password);
        Ok(())
    }

    fn tell_password(&self, username: &str, password: &str) {
        let texts = [("username", username), ("password", password)];
        output::line(self.context.say(Key::CliPasswordOnce, &texts));
    }

    async fn list(&self, format: Format) -> Result<(), Failure> {
        let listed = manage::list(&self.app, &self.actor).await.map_err(|error| self.failure(error))?;
        match format {
            Format::Text => listed.iter().for_each(|one| output::line(self.told(one))),
            Format::Json => output::json(&listed.iter().map(as_json).collect()),
        }
        Ok(())
    }

    fn told(&self, listed: &Listed) -> String {
        let lang = self.context.lang;
        let today = self.today();
        let held = listed.grants.iter().filter(|grant| grant.is_in_force(today));
        let roles: Vec<String> =
            held.map(|grant| format!("{} {}", words::role(grant.role, lang), grant.unit)).collect();
        let disabled = match listed.account.disabled_at {
            Some(_) => format!(" [{}]", i18n::text(lang, Key::CliDisabled)),
            None => String::new(),
        };
        format!("{:<20} {}{disabled}: {}", listed.account.username, listed.account.name, roles.join(", "))
    }

    async fn reset_password(&self, username: &str) -> Result<(), Failure> {
        let id = self.find(username).await?.account.id;
        let reset = manage::reset_password(&self.app, &self.actor, id).await;
        self.tell_password(username, &reset.map_err(|error| self.failure(error))?);
        Ok(())
    }

    async fn give(&self, username: &str, grant: Grant) -> Result<(), Failure> {
        let id = self.find(username).await?.account.id;
        let given = manage::give_role(&self.app, &self.actor, id, grant).await;
        given.map_err(|error| self.failure(error))?;
        self.tell_done(username);
        Ok(())
    }

    async fn revoke(&self, username: &str, post: &Post) -> Result<(), Failure> {
        let listed = self.find(username).await?;
        let today = self.today();
        let is_meant = |grant: &&Grant| {
            grant.role == post.role
                && grant.unit == post.unit
                && grant.validity.to.is_none_or(|to| to >= today)
        };
        let Some(grant) = listed.grants.iter().find(is_meant).cloned() else {
            let problems = vec![app::account::AccountProblem::NoSuchRole];
            return Err(self.failure(app::account::ManageError::Problems(problems)));
        };
        let ended = manage::end_role(&self.app, &self.actor, listed.account.id, grant, None).await;
        ended.map_err(|error| self.failure(error))?;
        self.tell_done(username);
        Ok(())
    }

    async fn set_disabled(&self, username: &str, disabled: bool) -> Result<(), Failure> {
        let account = self.find(username).await?.account;
        let set = manage::set_disabled(&self.app, &self.actor, account.id, account.version, disabled).await;
        set.map_err(|error| self.failure(error))?;
        self.tell_done(username);
        Ok(())
    }

    fn tell_done(&self, username: &str) {
        output::line(self.context.say(Key::CliAccountChanged, &[("username", username)]));
    }
}

fn as_json(listed: &Listed) -> Value {
    let grants = listed.grants.iter().map(|grant| {
        json!({
            "role": grant.role.name(),
            "unit": grant.unit.as_str(),
            "from": grant.validity.from.to_string(),
            "to": grant.validity.to.map(|to| to.to_string()),
        })
    });
    json!({
        "username": listed.account.username,
        "name": listed.account.name,
        "title": listed.account.title,
        "disabled": listed.account.disabled_at.is_some(),
        "must_change_password": listed.account.must_change_password,
        "roles": grants.collect::<Vec<_>>(),
    })
}
