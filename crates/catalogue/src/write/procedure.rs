//! `procedures/CODE.toml`.

use domain::day::Term;
use domain::procedure::{
    Checked, ComponentKind, ComponentSpec, Condition, CopyKind, FeeRule, FieldKind, FieldSpec, ProcedureCode,
    ProcedureVersion, ResultTemplate, Tariff, TermRule, Verification, WorkMinutes,
};
use domain::promise::Duty;
use domain::validity::Validity;

use super::parts::{bilingual, inline_source, source, validity, validity_within};
use super::section::{Document, hour, inline, quote};

/// Writes all versions of a procedure.
pub(super) fn write(code: &ProcedureCode, versions: &[&ProcedureVersion]) -> String {
    let mut file = Document::default();
    file.pair("code", quote(code.as_str()));
    for version in versions {
        write_head(&mut file, version);
        write_verification(&mut file, &version.verification);
        write_result(&mut file, &version.result);
        for case in &version.cases {
            file.section("[[version.case]]");
            file.pair("id", quote(case.id.as_str()));
            file.pair("name", bilingual(&case.name));
        }
        for question in &version.questions {
            file.section("[[version.question]]");
            file.pair("id", quote(question.id.as_str()));
            file.pair("text", bilingual(&question.text));
        }
        write_terms(&mut file, version);
        version.components.iter().for_each(|component| write_component(&mut file, component));
        version.fees.iter().for_each(|rule| write_fee(&mut file, rule, version.validity));
        version.fields.iter().for_each(|field| write_field(&mut file, field));
    }
    file.finish()
}

fn write_head(file: &mut Document, version: &ProcedureVersion) {
    file.section("[[version]]");
    file.pair("version", version.version);
    validity(file, version.validity);
    file.pair("certainty", quote(version.certainty.name()));
    file.pair("name", bilingual(&version.name));
    file.pair("summary", bilingual(&version.summary));
    file.list("aliases", &version.aliases.iter().map(|alias| quote(alias)).collect::<Vec<_>>());
    file.pair("life_event", quote(version.life_event.name()));
    file.pair("sector", quote(version.sector.as_str()));
    file.list("levels", &version.levels.iter().map(|level| quote(level.as_str())).collect::<Vec<_>>());
    file.list("channels", &version.channels.iter().map(|c| quote(c.name())).collect::<Vec<_>>());
    file.pair("same_day_cut_off", hour(version.same_day_cut_off));
    if version.work != WorkMinutes::ASSUMED {
        let names = [("receive", Duty::Receive), ("appraise", Duty::Appraise)];
        let names = names.into_iter().chain([("approve", Duty::Approve), ("return", Duty::Return)]);
        let pairs: Vec<_> = names.map(|(name, duty)| (name, version.work.of(duty).to_string())).collect();
        file.pair("work_minutes", inline(&pairs));
    }
    file.list("legal_bases", &version.legal_bases.iter().map(inline_source).collect::<Vec<_>>());
}

fn write_verification(file: &mut Document, verification: &Verification) {
    file.section("[version.verification]");
    file.pair("policy", quote(verification.policy.name()));
    if let Some(what) = &verification.what {
        file.pair("what", bilingual(what));
    }
    source(file, &verification.source);
}

fn write_result(file: &mut Document, result: &ResultTemplate) {
    file.section("[version.result]");
    file.pair("kind", quote(result.kind.name()));
    file.pair("title", quote(&result.title));
    file.pair("register", quote(result.register.as_str()));
    file.list("paragraphs", &result.paragraphs.iter().map(|paragraph| quote(paragraph)).collect::<Vec<_>>());
    source(file, &result.source);
}

fn write_terms(file: &mut Document, version: &ProcedureVersion) {
    file.section("[[version.term]]");
    write_rule(file, &version.terms.general);
    for special in &version.terms.special {
        file.section("[[version.term]]");
        if let Some(channel) = special.channel {
            file.pair("channel", quote(channel.name()));
        }
        if let Some(case) = &special.case {
            file.pair("case", quote(case.as_str()));
        }
        write_rule(file, &special.rule);
    }
}

fn write_rule(file: &mut Document, rule: &TermRule) {
    let (key, value) = term(rule.term);
    file.pair(key, value);
    match rule.if_checked {
        None => {}
        Some(Checked::Plus(more)) => file.pair("checked_plus", more),
        Some(Checked::Replaces(other)) => file.pair("checked_replaces", inline(&[term(other)])),
    }
    source(file, &rule.source);
}

fn term(term: Term) -> (&'static str, String) {
    match term {
        Term::SameDay => ("same_day", true.to_string()),
        Term::WorkingDays(days) => ("working_days", days.to_string()),
        Term::CalendarDays(days) => ("calendar_days", days.to_string()),
        Term::Hours(hours) => ("hours", hours.to_string()),
    }
}

fn write_condition(file: &mut Document, condition: &Condition) {
    match condition {
        Condition::Always => {}
        Condition::WhenProxy => file.pair("when", quote("proxy")),
        Condition::WhenCase(case) => file.pair("when", quote(&format!("case:{case}"))),
        Condition::WhenAnswer(question) => file.pair("when", quote(&format!("answer:{question}"))),
    }
}

fn write_component(file: &mut Document, component: &ComponentSpec) {
    let paper = matches!(component.kind, ComponentKind::Submit | ComponentKind::Present);
    file.section("[[version.component]]");
    file.pair("id", quote(component.id.as_str()));
    file.pair("name", bilingual(&component.name));
    file.pair("kind", quote(component.kind.name()));
    if paper || component.copy_kind != CopyKind::Original {
        file.pair("copy", quote(component.copy_kind.name()));
    }
    if component.quantity != u16::from(paper) {
        file.pair("quantity", component.quantity);
    }
    if component.required != paper {
        file.pair("required", component.required);
    }
    if let Some(group) = &component.one_of {
        file.pair("one_of", quote(group.as_str()));
    }
    write_condition(file, &component.condition);
    if component.processing_result {
        file.pair("processing_result", true);
    }
    source(file, &component.source);
}

fn write_fee(file: &mut Document, rule: &FeeRule, whole: Validity) {
    file.section("[[version.fee]]");
    file.pair("id", quote(rule.id.as_str()));
    file.pair("kind", quote(rule.kind.name()));
    file.pair("name", bilingual(&rule.name));
    file.pair("per", bilingual(&rule.unit_text));
    match rule.tariff {
        Tariff::Zero => file.pair("free", true),
        Tariff::Flat(amount) => file.pair("amount", amount.0),
        Tariff::PerCopy(amount) => file.pair("per_copy", amount.0),
        Tariff::CertifiedCopy { first_pages, first, further, max_per_copy } => {
            let pairs = [
                ("first_pages", first_pages.to_string()),
                ("first", first.0.to_string()),
                ("further", further.0.to_string()),
                ("max_per_copy", max_per_copy.0.to_string()),
            ];
            file.pair("by_pages", inline(&pairs));
        }
    }
    if let Some(channel) = rule.channel {
        file.pair("channel", quote(channel.name()));
    }
    write_condition(file, &rule.condition);
    validity_within(file, rule.validity, whole);
    if !rule.exemptions.is_empty() {
        file.list("exempt", &rule.exemptions.iter().map(|ground| quote(ground.name())).collect::<Vec<_>>());
    }
    source(file, &rule.source);
}

fn write_field(file: &mut Document, field: &FieldSpec) {
    file.section("[[version.field]]");
    file.pair("id", quote(field.id.as_str()));
    file.pair("label", bilingual(&field.label));
    file.pair("kind", quote(field.kind.name()));
    if let FieldKind::Choice(options) = &field.kind {
        let option = |option: &domain::procedure::ChoiceOption| {
            inline(&[("value", quote(&option.value)), ("label", bilingual(&option.label))])
        };
        file.list("options", &options.iter().map(option).collect::<Vec<_>>());
    }
    file.pair("for", quote(field.used.name()));
    if field.required {
        file.pair("required", true);
    }
    if let Some(hint) = &field.hint {
        file.pair("hint", bilingual(hint));
    }
}
