//! The row of a dossier: written from the state, read by lists and look-ups.

use crate::{Row, StoreError, V, values};
use domain::dossier::{Dossier, Finance};
use domain::time::{civil, to_ms};
use jiff::civil::Date;

/// What the row holds beyond the dossier's own state; fixed at reception.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Hash of the token in the receipt's QR.
    pub token_hash: [u8; 32],
    /// The level the procedure is done at.
    pub level: String,
    /// The sector of the procedure.
    pub sector: String,
    /// Keyed hash of the applicant's identity number.
    pub applicant_mac: Option<[u8; 32]>,
    /// The dossier this one belongs to.
    pub parent_code: Option<String>,
    /// Results drawn elsewhere and taken over with an import.
    pub result_digitised: bool,
}

/// Days since 1970 of a civil date.
pub fn day_number(on: Date) -> i64 {
    let epoch = jiff::civil::date(1970, 1, 1);
    i64::from((on - epoch).get_days())
}

fn digitised(dossier: &Dossier) -> (i64, i64) {
    let submitted = dossier.components().iter().filter(|handed| handed.submitted);
    submitted.fold((0, 0), |(digital, reused), handed| {
        (digital + i64::from(handed.digitised.is_digital()), reused + i64::from(handed.digitised.is_reused()))
    })
}

fn fee_due(dossier: &Dossier) -> i64 {
    match dossier.finance {
        Finance::Due(amount) => i64::try_from(amount.0).unwrap_or(i64::MAX),
        Finance::None | Finance::Paid(_) | Finance::Exempt | Finance::Refunded(_) => 0,
    }
}

pub(super) fn insert_values(dossier: &Dossier, facts: &Facts) -> Vec<V> {
    let reception = &dossier.reception;
    let (digital, reused) = digitised(dossier);
    let name = reception.applicant.display_name();
    values![
        dossier.id.to_string(),
        reception.code.as_str(),
        &facts.token_hash,
        reception.receiving_unit.as_str(),
        reception.deciding_unit.as_str(),
        &facts.level,
        &facts.sector,
        reception.procedure.code.as_str(),
        reception.procedure.version,
        reception.channel.name(),
        reception.promise.programme.clone(),
        name,
        domain::text::fold(name),
        facts.applicant_mac.map(|mac| mac.to_vec()),
        dossier.stage.name(),
        dossier.finance.name(),
        dossier.delivery.name(),
        dossier.synchronisation.name(),
        dossier.outcome.map(|outcome| outcome.name()),
        dossier.version,
        day_number(civil(dossier.received_at).date()),
        to_ms(dossier.received_at),
        to_ms(dossier.changed_at),
        to_ms(dossier.working_due_at()),
        to_ms(dossier.statutory_due_at),
        dossier.commitment_due_at.map(to_ms),
        dossier.finished_at.map(to_ms),
        dossier.returned_at.map(to_ms),
        reception.promise.same_day,
        reception.offered_online,
        dossier.extensions,
        reception.components_required,
        digital,
        reused,
        reception.result_required,
        facts.result_digitised,
        fee_due(dossier),
        dossier.appraisers.last().map(ToString::to_string),
        dossier.received_by.to_string(),
        facts.parent_code.clone(),
        reception.synthetic,
        reception.imported_from.clone(),
    ]
    .to_vec()
}

pub(super) fn update_values(dossier: &Dossier, before: u32) -> Vec<V> {
    let (digital, reused) = digitised(dossier);
    let name = dossier.reception.applicant.display_name();
    values![
        dossier.id.to_string(),
        before,
        name,
        domain::text::fold(name),
        dossier.stage.name(),
        dossier.finance.name(),
        dossier.delivery.name(),
        dossier.synchronisation.name(),
        dossier.outcome.map(|outcome| outcome.name()),
        dossier.version,
        to_ms(dossier.changed_at),
        to_ms(dossier.working_due_at()),
        to_ms(dossier.statutory_due_at),
        dossier.commitment_due_at.map(to_ms),
        dossier.finished_at.map(to_ms),
        dossier.returned_at.map(to_ms),
        dossier.reception.promise.same_day,
        dossier.extensions,
        digital,
        reused,
        fee_due(dossier),
        dossier.appraisers.last().map(ToString::to_string),
    ]
    .to_vec()
}

/// A row as read. Times are milliseconds since 1970; names are those of the domain.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as the domain's fields")]
pub struct DossierRow {
    pub id: String,
    pub code: String,
    pub receiving_unit: String,
    pub deciding_unit: String,
    pub level: String,
    pub sector: String,
    pub procedure_code: String,
    pub procedure_version: u16,
    pub channel: String,
    pub programme: Option<String>,
    pub applicant_name: String,
    pub stage: String,
    pub finance: String,
    pub delivery: String,
    pub synchronisation: String,
    pub outcome: Option<String>,
    pub version: u32,
    pub received_at: i64,
    pub changed_at: i64,
    pub working_due_at: i64,
    pub statutory_due_at: i64,
    pub commitment_due_at: Option<i64>,
    pub finished_at: Option<i64>,
    pub returned_at: Option<i64>,
    pub same_day_promised: bool,
    pub offered_online: bool,
    pub extensions: i64,
    pub components_required: i64,
    pub components_digitised: i64,
    pub components_reused: i64,
    pub result_required: bool,
    pub result_digitised: bool,
    pub fee_due: i64,
    pub appraiser: Option<String>,
    pub received_by: String,
    pub parent_code: Option<String>,
    pub synthetic: bool,
}

/// The columns that follow from events.
const COLUMNS: [&str; 31] = [
    "code",
    "receiving_unit",
    "deciding_unit",
    "procedure_code",
    "procedure_version",
    "channel",
    "applicant_name",
    "stage",
    "finance",
    "delivery",
    "synchronisation",
    "outcome",
    "version",
    "received_at",
    "changed_at",
    "working_due_at",
    "statutory_due_at",
    "commitment_due_at",
    "finished_at",
    "returned_at",
    "same_day_promised",
    "offered_online",
    "extensions",
    "components_required",
    "components_digitised",
    "components_reused",
    "result_required",
    "fee_due",
    "appraiser",
    "received_by",
    "synthetic",
];

impl DossierRow {
    /// The first column that is not what the events make it. Level, sector, programme, the mother dossier and what
    /// an import said about its result are facts of the row alone.
    pub fn differs_from(&self, state: &Dossier) -> Option<&'static str> {
        let (own, theirs) = (self.followed(), Self::follow(state));
        COLUMNS
            .iter()
            .zip(own.iter().zip(&theirs))
            .find(|(_, (own, theirs))| own != theirs)
            .map(|(name, _)| *name)
    }

    /// The columns that follow from events, in the order of `COLUMNS`.
    fn followed(&self) -> Vec<V> {
        values![
            &self.code,
            &self.receiving_unit,
            &self.deciding_unit,
            &self.procedure_code,
            self.procedure_version,
            &self.channel,
            &self.applicant_name,
            &self.stage,
            &self.finance,
            &self.delivery,
            &self.synchronisation,
            self.outcome.clone(),
            self.version,
            self.received_at,
            self.changed_at,
            self.working_due_at,
            self.statutory_due_at,
            self.commitment_due_at,
            self.finished_at,
            self.returned_at,
            self.same_day_promised,
            self.offered_online,
            self.extensions,
            self.components_required,
            self.components_digitised,
            self.components_reused,
            self.result_required,
            self.fee_due,
            self.appraiser.clone(),
            &self.received_by,
            self.synthetic,
        ]
        .to_vec()
    }

    /// The same columns as the events have them.
    fn follow(state: &Dossier) -> Vec<V> {
        let reception = &state.reception;
        let (digital, reused) = digitised(state);
        values![
            reception.code.as_str(),
            reception.receiving_unit.as_str(),
            reception.deciding_unit.as_str(),
            reception.procedure.code.as_str(),
            reception.procedure.version,
            reception.channel.name(),
            reception.applicant.display_name(),
            state.stage.name(),
            state.finance.name(),
            state.delivery.name(),
            state.synchronisation.name(),
            state.outcome.map(|outcome| outcome.name()),
            state.version,
            to_ms(state.received_at),
            to_ms(state.changed_at),
            to_ms(state.working_due_at()),
            to_ms(state.statutory_due_at),
            state.commitment_due_at.map(to_ms),
            state.finished_at.map(to_ms),
            state.returned_at.map(to_ms),
            reception.promise.same_day,
            reception.offered_online,
            state.extensions,
            reception.components_required,
            digital,
            reused,
            reception.result_required,
            fee_due(state),
            state.appraisers.last().map(ToString::to_string),
            state.received_by.to_string(),
            reception.synthetic,
        ]
        .to_vec()
    }

    /// Reads the columns in the order of the SQL.
    pub(crate) fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.text(0)?,
            code: row.text(1)?,
            receiving_unit: row.text(2)?,
            deciding_unit: row.text(3)?,
            level: row.text(4)?,
            sector: row.text(5)?,
            procedure_code: row.text(6)?,
            procedure_version: row.int_as(7)?,
            channel: row.text(8)?,
            programme: row.opt_text(9)?,
            applicant_name: row.text(10)?,
            stage: row.text(11)?,
            finance: row.text(12)?,
            delivery: row.text(13)?,
            synchronisation: row.text(14)?,
            outcome: row.opt_text(15)?,
            version: row.int_as(16)?,
            received_at: row.int(17)?,
            changed_at: row.int(18)?,
            working_due_at: row.int(19)?,
            statutory_due_at: row.int(20)?,
            commitment_due_at: row.opt_int(21)?,
            finished_at: row.opt_int(22)?,
            returned_at: row.opt_int(23)?,
            same_day_promised: row.bool(24)?,
            offered_online: row.bool(25)?,
            extensions: row.int(26)?,
            components_required: row.int(27)?,
            components_digitised: row.int(28)?,
            components_reused: row.int(29)?,
            result_required: row.bool(30)?,
            result_digitised: row.bool(31)?,
            fee_due: row.int(32)?,
            appraiser: row.opt_text(33)?,
            received_by: row.text(34)?,
            parent_code: row.opt_text(35)?,
            synthetic: row.bool(36)?,
        })
    }
}
