//! Printing: texts and JSON to standard output, complaints to standard error.
//!
//! A reader that goes away (`| head`) is no fault, so failed writes are left alone.

use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use i18n::{Arg, Key, Lang, text_with};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::Value;

/// A message of the command line with its variables filled in.
pub fn say(lang: Lang, key: Key, texts: &[(&str, &str)]) -> String {
    let args: Vec<(&str, Arg<'_>)> = texts.iter().map(|(name, text)| (*name, Arg::Text(text))).collect();
    text_with(lang, key, &args)
}

/// A message with a number, which is grouped and chooses the plural.
pub fn count(lang: Lang, key: Key, n: impl TryInto<i64>) -> String {
    text_with(lang, key, &[("n", Arg::Number(n.try_into().unwrap_or(i64::MAX)))])
}

/// Prints a line.
pub fn line(text: impl AsRef<str>) {
    let mut out = io::stdout().lock();
    let _ = writeln!(out, "{}", text.as_ref());
    let _ = out.flush();
}

/// Prints a text that brings its own line ends.
pub fn raw(text: &[u8]) {
    let mut out = io::stdout().lock();
    let _ = out.write_all(text);
    let _ = out.flush();
}

/// Prints a JSON value, indented, its keys by name.
pub fn json(value: &Value) {
    line(format!("{value:#}"));
}

/// Prints a line on standard error.
pub fn complain(text: &str) {
    let _ = writeln!(io::stderr().lock(), "khongcho: {text}");
}

/// Long work: a bar on a terminal, a plain line now and then elsewhere.
pub struct Progress {
    bar: Option<ProgressBar>,
    label: String,
    told_percent: u64,
}

/// Between two plain lines lie this many hundredths of the work.
const PLAIN_STEP_PERCENT: u64 = 25;

impl Progress {
    /// Begins; nothing is printed before the first step.
    pub fn new(label: String) -> Self {
        let bar = io::stderr().is_terminal().then(|| {
            let style = ProgressStyle::with_template("{msg} {bar:32} {pos}/{len}");
            let bar = ProgressBar::new(0).with_message(label.clone());
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar.enable_steady_tick(Duration::from_millis(200));
            bar
        });
        Self { bar, label, told_percent: 0 }
    }

    /// So much of so much is done.
    pub fn step(&mut self, done: u64, all: u64) {
        if let Some(bar) = &self.bar {
            bar.set_length(all);
            bar.set_position(done);
            return;
        }
        let percent = done.saturating_mul(100) / all.max(1);
        if percent >= self.told_percent + PLAIN_STEP_PERCENT {
            self.told_percent = percent - percent % PLAIN_STEP_PERCENT;
            let _ = writeln!(io::stderr().lock(), "{} {done}/{all}", self.label);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
