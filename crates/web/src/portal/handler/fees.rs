//! What a procedure costs, told as the schedule has it.

use super::answer::named;
use super::programme::say;
use crate::portal::SideFact;
use domain::law::Certainty;
use domain::procedure::{FeeRule, ProcedureVersion, Tariff};
use i18n::{Key as K, Lang, format, text, words};
use jiff::civil::Date;

/// The fee beside the text: every line of the schedule in force, by channel and condition.
pub fn fact(lang: Lang, version: &ProcedureVersion, on: Date) -> SideFact {
    let rules: Vec<&FeeRule> = in_force(version, on).collect();
    let mut lines: Vec<String> = rules.iter().map(|rule| line(lang, version, rule)).collect();
    let mut grounds: Vec<&'static str> = Vec::new();
    for ground in rules.iter().flat_map(|rule| &rule.exemptions) {
        let name = words::exemption(*ground, lang);
        if !grounds.contains(&name) {
            grounds.push(name);
        }
    }
    if !grounds.is_empty() {
        lines.push(say(lang, K::PublicFeeExempt, &[("who", &grounds.join("; "))]));
    }
    let strong = rules.is_empty().then(|| text(lang, K::PublicFree).to_owned());
    SideFact { term: text(lang, K::PublicFactFee).to_owned(), strong, lines }
}

/// The fee in a cell of a list: the amounts alone, the smallest case first in the schedule.
pub fn short(lang: Lang, version: &ProcedureVersion, on: Date) -> String {
    let mut amounts: Vec<String> = Vec::new();
    for rule in in_force(version, on) {
        let amount = amount(lang, &rule.tariff);
        if !amounts.contains(&amount) {
            amounts.push(amount);
        }
    }
    if amounts.is_empty() { text(lang, K::PublicFree).to_owned() } else { amounts.join("; ") }
}

fn in_force(version: &ProcedureVersion, on: Date) -> impl Iterator<Item = &FeeRule> {
    version.fees.iter().filter(move |rule| rule.validity.contains(on))
}

fn line(lang: Lang, version: &ProcedureVersion, rule: &FeeRule) -> String {
    let amount = amount(lang, &rule.tariff);
    let unit = named(lang, &rule.unit_text);
    let amount = match rule.tariff {
        Tariff::PerCopy(_) if !unit.is_empty() => {
            say(lang, K::PublicFeePer, &[("amount", &amount), ("unit", unit)])
        }
        Tariff::Zero | Tariff::Flat(_) | Tariff::PerCopy(_) | Tariff::CertifiedCopy { .. } => amount,
    };
    let mut parts = vec![format!("{}: {amount}", named(lang, &rule.name))];
    parts.extend(rule.channel.map(|channel| words::channel(channel, lang).to_owned()));
    parts.extend(super::papers::condition(lang, version, &rule.condition));
    match rule.source.certainty {
        Certainty::Verified => {}
        unsure @ (Certainty::Memory | Certainty::Reconstruction) => {
            parts.push(format!("({})", words::certainty(unsure, lang)));
        }
    }
    parts.join(" · ")
}

fn amount(lang: Lang, tariff: &Tariff) -> String {
    match tariff {
        Tariff::Zero => text(lang, K::PublicFree).to_owned(),
        Tariff::Flat(amount) | Tariff::PerCopy(amount) => format::money(lang, *amount),
        Tariff::CertifiedCopy { first_pages, first, further, max_per_copy } => {
            let [first, further, max] =
                [*first, *further, *max_per_copy].map(|dong| format::money(lang, dong));
            let from = first_pages.saturating_add(1).to_string();
            let args = [("first", &*first), ("n", &*from), ("further", &*further), ("max", &*max)];
            say(lang, K::PublicFeePages, &args)
        }
    }
}
