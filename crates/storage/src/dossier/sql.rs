//! The SQL of dossiers. One text for both engines.

macro_rules! columns {
    () => {
        "id, code, receiving_unit, deciding_unit, level, sector, procedure_code, procedure_version, channel, programme,
        applicant_name, stage, finance, delivery, synchronisation, outcome, version, received_at, changed_at,
        working_due_at, statutory_due_at, commitment_due_at, finished_at, returned_at, same_day_promised,
        offered_online, extensions, components_required, components_digitised, components_reused, result_required,
        result_digitised, fee_due, appraiser, received_by, parent_code, synthetic"
    };
}

/// A new row.
pub const INSERT: &str = "INSERT INTO dossier (id, code, token_hash, receiving_unit, deciding_unit, level, sector,
    procedure_code, procedure_version, channel, programme, applicant_name, applicant_fold, applicant_mac, stage,
    finance, delivery, synchronisation, outcome, version, received_on, received_at, changed_at, working_due_at,
    statutory_due_at, commitment_due_at, finished_at, returned_at, same_day_promised, offered_online, extensions,
    components_required, components_digitised, components_reused, result_required, result_digitised, fee_due,
    appraiser, received_by, parent_code, synthetic, import_key)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
    $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42)";

/// What events change.
pub const UPDATE: &str = "UPDATE dossier SET applicant_name = $3, applicant_fold = $4, stage = $5, finance = $6,
    delivery = $7, synchronisation = $8, outcome = $9, version = $10, changed_at = $11, working_due_at = $12,
    statutory_due_at = $13, commitment_due_at = $14, finished_at = $15, returned_at = $16, same_day_promised = $17,
    extensions = $18, components_digitised = $19, components_reused = $20, fee_due = $21, appraiser = $22
    WHERE id = $1 AND version = $2";

/// Identifier by code.
pub const ID_BY_CODE: &str = "SELECT id FROM dossier WHERE code = $1";
/// Identifier by token.
pub const ID_BY_TOKEN: &str = "SELECT id FROM dossier WHERE token_hash = $1";
/// Identifier by import key.
pub const ID_BY_IMPORT: &str = "SELECT id FROM dossier WHERE import_key = $1";
/// Row by code.
pub const ROW_BY_CODE: &str = concat!("SELECT ", columns!(), " FROM dossier WHERE code = $1");
/// Row by token.
pub const ROW_BY_TOKEN: &str = concat!("SELECT ", columns!(), " FROM dossier WHERE token_hash = $1");
/// Whether it is made up.
pub const SYNTHETIC_BY_ID: &str = "SELECT synthetic FROM dossier WHERE id = $1";
/// The same person, the same procedure, the same day.
pub const SAME_PERSON: &str = "SELECT code FROM dossier
    WHERE applicant_mac = $1 AND procedure_code = $2 AND received_on = $3 AND stage <> 'voided' ORDER BY code";
/// The paper was drawn.
pub const RESULT_DIGITISED: &str = "UPDATE dossier SET result_digitised = 1 WHERE id = $1";

/// Work at a stage for the deciding unit, most urgent first.
pub const WORK_DECIDING: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM dossier WHERE deciding_unit = $1 AND stage = $2 AND (working_due_at, id) > ($3, $4)
    ORDER BY working_due_at, id LIMIT $5"
);
/// Work at a stage for the receiving unit, most urgent first.
pub const WORK_RECEIVING: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM dossier WHERE receiving_unit = $1 AND stage = $2 AND (working_due_at, id) > ($3, $4)
    ORDER BY working_due_at, id LIMIT $5"
);
/// A unit's day, in the order of receipt.
pub const DAY: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM dossier WHERE receiving_unit = $1 AND received_on = $2 ORDER BY received_at, id"
);
/// Dossiers of a unit whose folded name or code holds a text, newest first.
pub const FOUND: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM dossier WHERE (receiving_unit = $1 OR deciding_unit = $1)
    AND (applicant_fold LIKE $2 ESCAPE '!' OR code LIKE $3 ESCAPE '!')
    AND (received_at, id) < ($4, $5) ORDER BY received_at DESC, id DESC LIMIT $6"
);
/// All dossiers received in a span, in the order of receipt.
pub const EXPORT: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM dossier WHERE received_at >= $1 AND received_at < $2 AND (received_at, id) > ($3, $4)
    ORDER BY received_at, id LIMIT $5"
);
/// Dossiers of a stretch of the export whose clock ever stood still.
pub const PAUSED: &str = "SELECT DISTINCT d.id FROM dossier d JOIN event e ON e.dossier_id = d.id
    WHERE (d.received_at, d.id) > ($1, $2) AND (d.received_at, d.id) <= ($3, $4)
    AND e.kind IN ('supplement_requested', 'suspended') ORDER BY d.id";
/// How many stand at a stage at a deciding unit, up to a limit: a list is as quick with a million dossiers.
pub const COUNT_DECIDING: &str = "SELECT COUNT(*) FROM
    (SELECT 1 FROM dossier WHERE deciding_unit = $1 AND stage = $2 LIMIT $3) AS counted";
/// How many stand at a stage at a receiving unit, up to a limit.
pub const COUNT_RECEIVING: &str = "SELECT COUNT(*) FROM
    (SELECT 1 FROM dossier WHERE receiving_unit = $1 AND stage = $2 LIMIT $3) AS counted";
/// Open dossiers of a unit that are past their statutory due time.
pub const COUNT_BACKLOG: &str = "SELECT COUNT(*) FROM dossier WHERE receiving_unit = $1
    AND stage IN ('received', 'under_verification', 'awaiting_approval') AND statutory_due_at < $2";

/// How many of a unit's day stand at each stage.
pub const COUNT_DAY: &str =
    "SELECT stage, COUNT(*) FROM dossier WHERE receiving_unit = $1 AND received_on = $2
    GROUP BY stage ORDER BY stage";
/// Unfinished dossiers of a deciding unit that are due by a time, most urgent first.
pub const OPEN_PROMISES: &str = concat!(
    "SELECT ",
    columns!(),
    " FROM dossier WHERE deciding_unit = $1 AND stage IN ('received', 'awaiting_supplement', 'under_verification',
    'suspended', 'awaiting_approval') AND (working_due_at <= $2 OR commitment_due_at <= $2)
    ORDER BY working_due_at, id"
);
/// Units that decide a dossier whose promise is open.
pub const RUNNING_PROMISES: &str = "SELECT DISTINCT deciding_unit FROM dossier
    WHERE finished_at IS NULL AND commitment_due_at IS NOT NULL ORDER BY deciding_unit";

/// All statements, for the test that prepares each on both engines.
pub const ALL: &[&str] = &[
    INSERT,
    UPDATE,
    ID_BY_CODE,
    ID_BY_TOKEN,
    ID_BY_IMPORT,
    ROW_BY_CODE,
    ROW_BY_TOKEN,
    SYNTHETIC_BY_ID,
    SAME_PERSON,
    RESULT_DIGITISED,
    WORK_DECIDING,
    WORK_RECEIVING,
    DAY,
    FOUND,
    EXPORT,
    PAUSED,
    COUNT_DECIDING,
    COUNT_RECEIVING,
    COUNT_BACKLOG,
    COUNT_DAY,
];
