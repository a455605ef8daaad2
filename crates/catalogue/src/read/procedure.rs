//! `procedures/CODE.toml`: all versions of one procedure.

use domain::procedure::{
    CaseId, CaseSpec, ProcedureCode, ProcedureVersion, QuestionId, QuestionSpec, Verification,
    VerificationPolicy, WorkMinutes,
};
use domain::validity::Validity;

use super::Placed;
use super::legal::{source, validity};
use super::table::Table;
use super::units::rely;
use super::{component, fee, term, wording};
use crate::problem::{FormProblem, MeaningProblem, Thing};

/// A version while it is read: the scope of its keys and its days.
#[derive(Debug)]
pub(super) struct Scope {
    /// Prefix that keeps the keys of this version apart.
    pub(super) name: String,
    /// Days in force, if they could be read.
    pub(super) days: Option<Validity>,
}

/// Reads all versions of a procedure.
pub(super) fn read(file: Table<'_>) -> Vec<Placed<ProcedureVersion>> {
    let code = file.need::<ProcedureCode>("code");
    if let Some(code) = &code {
        let expected = format!("procedures/{code}.toml");
        if file.file.path != expected {
            file.report_at("code", FormProblem::WrongFileName(expected));
        }
        file.file.session.declare(Thing::Procedure, "", code.as_str(), file.at("code"));
    }
    let versions = file.tables("version");
    if versions.is_empty() {
        file.report(FormProblem::Empty("version"));
    }
    let read = versions.into_iter().filter_map(|version| read_version(version, code.as_ref())).collect();
    file.finish();
    read
}

fn read_version(table: Table<'_>, code: Option<&ProcedureCode>) -> Option<Placed<ProcedureVersion>> {
    let (number, days) = (table.need::<u16>("version"), validity(&table));
    let scope = Scope { name: format!("{}#{}", table.file.path, number.unwrap_or_default()), days };
    if let Some(number) = number {
        table.file.session.declare(Thing::Version, table.file.path, &number.to_string(), table.at("version"));
    }
    let (name, summary, certainty) = (table.need("name"), table.need("summary"), table.need("certainty"));
    let (life_event, channels) = (table.need("life_event"), table.need("channels"));
    let aliases = table.need("aliases");
    let sector = table.need::<domain::procedure::SectorCode>("sector");
    rely(&table, Thing::Sector, "sector", sector.as_ref().map(domain::procedure::SectorCode::as_str));
    let levels = table.need::<Vec<domain::place::LevelCode>>("levels");
    for level in levels.iter().flatten() {
        rely(&table, Thing::Level, "levels", Some(level.as_str()));
    }
    let cases = table.tables("case").into_iter().filter_map(|case| read_case(case, &scope)).collect();
    let questions = table.tables("question").into_iter().filter_map(|q| read_question(q, &scope)).collect();
    let components = component::read(&table, &scope);
    let terms = term::read(&table, &scope);
    let fees = fee::read(&table, &scope);
    let fields = wording::read_fields(&table, &scope);
    let result = table.table("result").and_then(|result| wording::read_result(result, &scope));
    let verification = table.table("verification").and_then(read_verification);
    let (cut_off, legal_bases) = (table.need("same_day_cut_off"), table.need("legal_bases"));
    let work = table.has("work_minutes").then(|| table.table("work_minutes").and_then(read_work)).flatten();
    let at = table.at("version");
    table.finish();
    let version = ProcedureVersion {
        code: code?.clone(),
        version: number?,
        validity: days?,
        name: name?,
        summary: summary?,
        aliases: aliases?,
        life_event: life_event?,
        levels: levels?,
        sector: sector?,
        channels: channels?,
        cases,
        questions,
        components,
        terms: terms?,
        same_day_cut_off: cut_off?,
        work: work.unwrap_or_default(),
        fees,
        verification: verification?,
        fields,
        result: result?,
        legal_bases: legal_bases?,
        certainty: certainty?,
    };
    Some(Placed { value: version, at })
}

fn read_case(table: Table<'_>, scope: &Scope) -> Option<CaseSpec> {
    let (id, name) = (table.need::<CaseId>("id"), table.need("name"));
    if let Some(id) = &id {
        table.file.session.declare(Thing::Case, &scope.name, id.as_str(), table.at("id"));
    }
    table.finish();
    Some(CaseSpec { id: id?, name: name? })
}

fn read_question(table: Table<'_>, scope: &Scope) -> Option<QuestionSpec> {
    let (id, text) = (table.need::<QuestionId>("id"), table.need("text"));
    if let Some(id) = &id {
        table.file.session.declare(Thing::Question, &scope.name, id.as_str(), table.at("id"));
    }
    table.finish();
    Some(QuestionSpec { id: id?, text: text? })
}

/// Minutes of work by duty; all four, so that nobody wonders which were meant.
fn read_work(table: Table<'_>) -> Option<WorkMinutes> {
    let (receive, appraise) = (table.need("receive"), table.need("appraise"));
    let (approve, hand_back) = (table.need("approve"), table.need("return"));
    let read = (|| {
        Some(WorkMinutes { receive: receive?, appraise: appraise?, approve: approve?, hand_back: hand_back? })
    })();
    if read.is_some_and(|work| !work.is_sound()) {
        table.report(MeaningProblem::WorkMinutes);
    }
    table.finish();
    read
}

fn read_verification(table: Table<'_>) -> Option<Verification> {
    let (policy, what, source) = (table.need("policy"), table.maybe("what"), source(&table));
    let read = (|| Some(Verification { policy: policy?, what, source: source? }))();
    if read.as_ref().is_some_and(|read| read.what.is_none() && read.policy != VerificationPolicy::No) {
        table.report_at("policy", MeaningProblem::VerificationWithoutWhat);
    }
    table.finish();
    read
}
