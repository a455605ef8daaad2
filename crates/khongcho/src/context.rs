//! What a command stands on: settings, language, the database, the policy, the product.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::policy::{self, Policy, PolicyError};
use app::port::{FolderFiles, SystemClock, SystemRandom};
use app::{App, Clock, Config};
use catalogue::Diagnostic;
use i18n::{Key, Lang};
use storage::{DatabaseUrl, Store, StoreError};

use crate::config::Settings;
use crate::demo_clock::DemoClock;
use crate::failure::Failure;
use crate::output;

/// Where `serve` keeps its data if nobody says otherwise.
pub const USUAL_DATA: &str = "khongcho-data";

/// Where the demo keeps its data if nobody says otherwise.
pub const USUAL_DEMO: &str = "khongcho-demo";

/// The database as a file in the data folder.
pub const DATABASE_FILE: &str = "khongcho.db";

/// What a command stands on.
pub struct Context {
    /// Settings of the run.
    pub settings: Settings,
    /// Language of what is printed.
    pub lang: Lang,
}

/// Where the data of a run lies.
pub struct Place {
    /// The data folder.
    pub data: PathBuf,
    /// The database.
    pub url: DatabaseUrl,
}

impl Place {
    /// The folder of the files.
    pub fn files(&self) -> PathBuf {
        self.data.join("files")
    }

    /// The time there: a demo has its own.
    ///
    /// # Errors
    /// [`Failure::Refused`] when the demo's clock cannot be read.
    pub fn clock(&self) -> Result<Arc<dyn Clock>, Failure> {
        if !DemoClock::is_in(&self.data) {
            return Ok(Arc::new(SystemClock));
        }
        let clock = DemoClock::open(&self.data, None);
        Ok(Arc::new(clock.map_err(|error| Failure::refused(error.to_string()))?))
    }
}

impl Context {
    /// The context of a run.
    pub fn new(settings: Settings) -> Self {
        let lang = settings.lang.into();
        Self { settings, lang }
    }

    /// A message in the language of the run.
    pub fn say(&self, key: Key, texts: &[(&str, &str)]) -> String {
        output::say(self.lang, key, texts)
    }

    /// A refusal in the language of the run.
    pub fn refuse(&self, key: Key, texts: &[(&str, &str)]) -> Failure {
        Failure::refused(self.say(key, texts))
    }

    /// A wrong call, in the language of the run.
    pub fn misused(&self, key: Key, texts: &[(&str, &str)]) -> Failure {
        Failure::usage(self.say(key, texts))
    }

    /// Where the data lies, with a folder for when none was named.
    ///
    /// # Errors
    /// [`Failure::Usage`] for an address that is none.
    pub fn place(&self, usual: &str) -> Result<Place, Failure> {
        let data = self.settings.data.clone().unwrap_or_else(|| PathBuf::from(usual));
        let url = match &self.settings.database {
            Some(text) => text.parse().map_err(|error: StoreError| Failure::usage(error.to_string()))?,
            None => DatabaseUrl::Sqlite(data.join(DATABASE_FILE)),
        };
        Ok(Place { data, url })
    }

    /// Opens the database that is there, with its schema up to date: for commands beside the server.
    ///
    /// # Errors
    /// [`Failure::Refused`] with what to do: no database, an older or newer schema, out of reach.
    pub async fn open(&self) -> Result<(Place, Store), Failure> {
        let (place, store) = self.open_any_schema().await?;
        let (found, known) = (store.schema_version().await?, store.known_version());
        if found < known {
            let texts = [("found", &*found.to_string()), ("known", &*known.to_string())];
            return Err(self.refuse(Key::CliSchemaOld, &texts));
        }
        Ok((place, store))
    }

    /// Opens the database that is there, whatever its schema.
    ///
    /// # Errors
    /// [`Failure::Refused`] where there is none.
    pub async fn open_any_schema(&self) -> Result<(Place, Store), Failure> {
        let place = self.place(self.usual())?;
        if let DatabaseUrl::Sqlite(file) = &place.url
            && !file.is_file()
        {
            return Err(self.refuse(Key::CliNoDatabase, &[("file", &file.display().to_string())]));
        }
        let store = Store::open(&place.url).await?;
        Ok((place, store))
    }

    /// The folder meant when none is named: that of the demo where only that exists.
    pub fn usual(&self) -> &'static str {
        let demo_only = !Path::new(USUAL_DATA).exists() && Path::new(USUAL_DEMO).exists();
        if demo_only { USUAL_DEMO } else { USUAL_DATA }
    }

    /// The product on a database, with the policy in force there.
    ///
    /// # Errors
    /// [`Failure::Refused`] when packs or keys cannot be read.
    pub async fn app(
        &self,
        place: &Place,
        store: Store,
        clock: Arc<dyn Clock>,
        config: Config,
    ) -> Result<App, Failure> {
        let policy = policy::load(&store).await?;
        let files = Arc::new(FolderFiles::new(place.files()));
        Ok(App::new(store, clock, Arc::new(SystemRandom), files, config, policy).await?)
    }

    /// The policy a question is asked about: of the packs named, else of a database that was named, else of the packs
    /// that ship with the program.
    ///
    /// # Errors
    /// [`Failure`] when they cannot be read.
    pub async fn policy(&self, packs: &[String]) -> Result<Policy, Failure> {
        if packs.is_empty() && self.has_database() {
            let (_, store) = self.open().await?;
            return Ok(policy::load(&store).await?);
        }
        let shipped: Vec<String> = catalogue::embedded_ids().map(str::to_owned).collect();
        let names = if packs.is_empty() { &shipped } else { packs };
        let mut read = Vec::new();
        for name in names {
            let source = crate::command::catalogue::source::find(self, name)?;
            read.push(policy::check(&source.id, &source.files)?.0);
        }
        Ok(policy::join(read)?)
    }

    fn has_database(&self) -> bool {
        let in_folder = |data: &PathBuf| data.join(DATABASE_FILE).is_file();
        self.settings.database.is_some() || self.settings.data.as_ref().is_some_and(in_folder)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::refused(error.to_string())
    }
}

impl From<PolicyError> for Failure {
    fn from(error: PolicyError) -> Self {
        let mut text = error.to_string();
        if let PolicyError::Pack { diagnostics, .. } = &error {
            for found in diagnostics.iter().map(Diagnostic::to_string) {
                text.push('\n');
                text.push_str(&found);
            }
        }
        Self::refused(text)
    }
}

impl From<app::AppError> for Failure {
    fn from(error: app::AppError) -> Self {
        if let app::AppError::Policy(error) = error {
            return (*error).into();
        }
        Self::refused(error.to_string())
    }
}
