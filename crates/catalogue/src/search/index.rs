//! The index and its ranking.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use domain::procedure::{Bilingual, ProcedureVersion};
use domain::text::{clean_line, fold};

use super::distance::{alike, ratio, trigrams, within_one_edit};
use super::text::{Query, digits};

/// A procedure that was found.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The version.
    pub version: Arc<ProcedureVersion>,
    /// Higher is better; only good for comparing hits of one search.
    pub score: f64,
}

/// Names, aliases and summaries of versions, ready to be searched.
#[derive(Debug, Default)]
pub struct Index {
    documents: Vec<Document>,
    vocabulary: BTreeMap<String, Known>,
}

/// A word of the vocabulary.
#[derive(Debug)]
struct Known {
    letters: Vec<char>,
    /// Documents that have it, and how much it counts there.
    places: Vec<(usize, f64)>,
}

#[derive(Debug)]
struct Document {
    version: Arc<ProcedureVersion>,
    digits: String,
    /// Names and aliases: the text with marks and the text without.
    phrases: Vec<Phrase>,
}

#[derive(Debug)]
struct Phrase {
    marked: String,
    folded: String,
    words: usize,
    trigrams: Vec<[char; 3]>,
    weight: f64,
}

/// How much a word counts by where it stands.
const IN_NAME: f64 = 1.0;
const IN_ALIAS: f64 = 0.9;
const IN_SUMMARY: f64 = 0.35;

/// How much a word counts by how it matched.
const PREFIX: f64 = 0.75;
const ONE_EDIT: f64 = 0.7;

/// Below this share of the query found, a document is no hit.
const LEAST_SHARE: f64 = 0.45;

impl Index {
    /// Builds the index.
    pub fn new<'v>(versions: impl IntoIterator<Item = &'v Arc<ProcedureVersion>>) -> Self {
        let mut index = Self::default();
        for version in versions {
            index.add(version);
        }
        index
    }

    fn add(&mut self, version: &Arc<ProcedureVersion>) {
        let at = self.documents.len();
        let Bilingual { vi, en } = &version.name;
        let mut phrases = vec![Phrase::new(vi, IN_NAME), Phrase::new(en, IN_NAME)];
        phrases.extend(version.aliases.iter().map(|alias| Phrase::new(alias, IN_ALIAS)));
        let summary = [&version.summary.vi, &version.summary.en].map(|text| (fold(text), IN_SUMMARY));
        let named = phrases.iter().map(|phrase| (phrase.folded.clone(), phrase.weight));
        for (text, weight) in named.chain(summary) {
            for word in text.split(' ').filter(|word| !word.is_empty()) {
                let known = self.vocabulary.entry(word.to_owned()).or_insert_with(|| Known::new(word));
                known.stands_in(at, weight);
            }
        }
        let digits = digits(version.code.as_str());
        self.documents.push(Document { version: Arc::clone(version), digits, phrases });
    }

    /// The best hits among the versions that `keep` accepts; an empty query has none.
    pub fn search(&self, typed: &str, limit: usize, keep: impl Fn(&ProcedureVersion) -> bool) -> Vec<Hit> {
        let query = Query::new(typed);
        if query.folded.is_empty() {
            return Vec::new();
        }
        let shares = self.shares(&query);
        let typed_trigrams = trigrams(&query.folded);
        let mut hits: Vec<Hit> = self
            .documents
            .iter()
            .zip(shares)
            .filter(|(document, _)| keep(&document.version))
            .filter_map(|(document, share)| {
                let score = document.score(&query, share, &typed_trigrams)?;
                Some(Hit { version: Arc::clone(&document.version), score })
            })
            .collect();
        hits.sort_by(|a, b| {
            let by_score = b.score.partial_cmp(&a.score).unwrap_or(Ordering::Equal);
            by_score.then_with(|| a.version.code.cmp(&b.version.code))
        });
        hits.truncate(limit);
        hits
    }

    /// For each document, the share of the query's words found in it, rare words counting more.
    fn shares(&self, query: &Query) -> Vec<f64> {
        let mut found = vec![0.0; self.documents.len()];
        let mut whole = 0.0;
        for word in &query.words {
            let (best, rarity) = self.best_matches(word);
            whole += rarity;
            for (document, weight) in best {
                if let Some(sum) = found.get_mut(document) {
                    *sum += weight * rarity;
                }
            }
        }
        found.into_iter().map(|sum| if whole > 0.0 { sum / whole } else { 0.0 }).collect()
    }

    /// For each document the best match of a word, and how rare the word is.
    fn best_matches(&self, word: &str) -> (BTreeMap<usize, f64>, f64) {
        let letters: Vec<char> = word.chars().collect();
        let mut best: BTreeMap<usize, f64> = BTreeMap::new();
        for (text, known) in &self.vocabulary {
            let Some(likeness) = likeness(word, &letters, text, &known.letters) else { continue };
            for (document, weight) in &known.places {
                let score = likeness * weight;
                let kept = best.entry(*document).or_insert(0.0);
                *kept = kept.max(score);
            }
        }
        let share = ratio(best.len(), self.documents.len());
        (best, 1.2 - share.min(1.0))
    }
}

/// How well a known word fits a typed one; nothing if not at all.
fn likeness(typed: &str, letters: &[char], text: &str, known: &[char]) -> Option<f64> {
    if typed == text {
        return Some(1.0);
    }
    if letters.len() >= 2 && text.starts_with(typed) {
        return Some(PREFIX);
    }
    // Words of three letters and less are too close to one another; the trigrams of the phrase help there.
    (letters.len().max(known.len()) >= 4 && within_one_edit(letters, known)).then_some(ONE_EDIT)
}

impl Known {
    fn new(word: &str) -> Self {
        Self { letters: word.chars().collect(), places: Vec::new() }
    }

    fn stands_in(&mut self, document: usize, weight: f64) {
        match self.places.iter_mut().find(|(known, _)| *known == document) {
            Some((_, kept)) => *kept = kept.max(weight),
            None => self.places.push((document, weight)),
        }
    }
}

impl Phrase {
    fn new(text: &str, weight: f64) -> Self {
        let folded = fold(text);
        Self {
            marked: clean_line(text).to_lowercase(),
            words: folded.split(' ').count(),
            trigrams: trigrams(&folded),
            folded,
            weight,
        }
    }

    /// How well the whole query fits the phrase, from 0 to 10; marks exact before marks ignored.
    fn fit(&self, query: &Query, typed: &[[char; 3]]) -> f64 {
        let words = |text: &str, part: &str| format!(" {text} ").contains(&format!(" {part} "));
        let whole = if self.marked == query.marked {
            10.0
        } else if self.folded == query.folded {
            9.0
        } else if words(&self.marked, &query.marked) {
            5.0 + ratio(query.words.len(), self.words)
        } else if words(&self.folded, &query.folded) {
            4.5 + ratio(query.words.len(), self.words)
        } else {
            4.0 * alike(typed, &self.trigrams)
        };
        whole * self.weight
    }
}

impl Document {
    fn score(&self, query: &Query, share: f64, typed: &[[char; 3]]) -> Option<f64> {
        let code = query.code.as_ref().map(|code| match self.digits.find(code.as_str()) {
            Some(_) if self.digits == *code => 100.0,
            Some(_) => 20.0 + ratio(code.len(), self.digits.len()),
            None => 0.0,
        });
        if let Some(score) = code {
            return (score > 0.0).then_some(score);
        }
        let fits = self.phrases.iter().map(|phrase| phrase.fit(query, typed));
        let fit = fits.fold(0.0, f64::max);
        let score = 6.0 * share + fit;
        (share >= LEAST_SHARE || fit >= 2.0).then_some(score)
    }
}
