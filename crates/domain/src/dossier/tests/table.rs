//! The transition table as people read it: every cell of stage x act, written out.

use crate::dossier::transition::{Next, next};
use crate::dossier::{Act, Stage};

/// Columns: new Received AwaitingSupplement UnderVerification Suspended AwaitingApproval ResultReady Returned
/// Withdrawn Stopped Voided. `.` refused, `=` stays, `<` back to before, a letter leads to the stage.
const TABLE: &str = "
    receive                R . . . . . . . . . .
    request_supplement     . S . S . . . . . . .
    supplement             . . R . . . . . . . .
    begin_verification     . V . . . . . . . . .
    record_verification    . . . R . . . . . . .
    suspend                . P . P . P . . . . .
    resume                 . . . . < . . . . . .
    extend                 . = . = . = . . . . .
    appraise               . A . . . . . . . . .
    send_back              . . . . . R . . . . .
    approve                . . . . . D . . . . .
    hand_back              . . . . . . T . . . .
    withdraw               . W W W W W . . . . .
    stop                   . X X X X X . . . . .
    amend                  . = = = = R . . . . .
    void                   . O O O O O . . . . .
    revoke_result          . . . . . . R = . . .
    attach_file            . = = = = . . . . . .
    record_payment         . = = = = = = . . . .
    exempt_fee             . = = = = = = . . . .
    refund_fee             . = = = = = = = = = =
    record_synchronisation . = = = = = = = = = =
";

fn letter(cell: Option<Next>) -> char {
    match cell {
        None => '.',
        Some(Next::Stay) => '=',
        Some(Next::Back) => '<',
        Some(Next::To(stage)) => match stage {
            Stage::Received => 'R',
            Stage::AwaitingSupplement => 'S',
            Stage::UnderVerification => 'V',
            Stage::Suspended => 'P',
            Stage::AwaitingApproval => 'A',
            Stage::ResultReady => 'D',
            Stage::Returned => 'T',
            Stage::Withdrawn => 'W',
            Stage::Stopped => 'X',
            Stage::Voided => 'O',
        },
    }
}

#[test]
fn every_cell_is_as_written() {
    let rows: Vec<&str> = TABLE.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(rows.len(), Act::ALL.len(), "one row for each act");
    for (row, act) in rows.iter().zip(Act::ALL) {
        let mut words = row.split_whitespace();
        assert_eq!(words.next(), Some(act.name()));
        let expected: String = words.collect();
        let columns = std::iter::once(None).chain(Stage::ALL.into_iter().map(Some));
        let actual: String = columns.map(|stage| letter(next(stage, act))).collect();
        assert_eq!(actual, expected, "{}", act.name());
    }
}

#[test]
fn names_read_back() {
    for stage in Stage::ALL {
        assert_eq!(Stage::from_name(stage.name()), Some(stage));
    }
    for act in Act::ALL {
        assert_eq!(Act::from_name(act.name()), Some(act));
    }
}
