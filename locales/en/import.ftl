# Words for bringing in registers of earlier dossiers.
import-empty = There is no dossier in the file. Choose the register, with its headings and at least one dossier.
import-too-large = The file is too large: one import takes up to { $n } MB. Split the register.
import-encoding = The text is not UTF-8 (it looks like { $name }). Save it as CSV UTF-8 or as XLSX.
import-old-workbook = A workbook of the old kind (.xls). Save it as .xlsx or as CSV UTF-8.
import-not-a-table = No table was found. A CSV or XLSX with headings is needed, such as code; receiving_unit; procedure; applicant; received_at.
import-too-many-rows = Too many rows: one import takes up to { $n }. Split the register.
import-column-missing = This column is missing. Add it, or give it its proper heading.
import-column-twice = Two columns mean the same. Keep one.
import-ragged = The row has { $found } cells, the headings have { $wanted }. Check separators and quotes.
import-control = The cell holds control characters. Type it again.
import-too-long = The cell is longer than { $n } characters. Shorten it; often a quote is missing.
import-missing = A value is needed here.
import-code = This is not a dossier code. One looks like 000.00.00.H23-231006-0001.
import-unknown-unit = No unit had this code or name on that day.
import-unknown-procedure = No procedure has this code in the catalogue packs.
import-not-offered = This unit did not take this procedure on that day.
import-channel = The channel must be counter, online or post.
import-applicant-kind = The kind of applicant must be citizen, business or organisation.
import-moment = The date or time cannot be read. Write it as 13/04/2023 08:05 or 2023-04-13T08:05:00+07:00.
import-ambiguous-date = Day and month could be exchanged. Declare the order of dates of the whole file.
import-no-such-day = The calendar has no such day.
import-not-earlier = Only what happened before today is taken over. Today's work belongs to the counter.
import-too-early = Earlier than the step of the dossier before it.
import-outcome = The outcome must be granted, refused, withdrawn or stopped.
import-end-missing = There is an outcome or a day of return, but no day on which handling finished.
import-nothing-to-return = A dossier that was withdrawn or stopped has no result to return.
import-double-code = Row { $row } has this dossier code already.
import-recorded = A dossier with this code is recorded, and it says something else.
import-report-row = Row
import-report-column = Column
import-report-problem = Problem
import-report-value = Value
import-would = { $fresh } dossiers can be taken over from { $rows } rows, { $open } of them still open. { $present } were there before. Nothing was written.
import-done = { $fresh } dossiers were taken over from { $rows } rows, { $open } of them still open. { $present } were there before.
import-ignored = Columns nobody reads: { $columns }
import-how-to = Add --yes to take them over.
import-has-problems = { $n ->
    [one] The register has one problem. No dossier was taken over.
   *[other] The register has { $n } problems. No dossier was taken over.
 }
import-at-row = Row { $row }:
import-report-at = All problems: { $file }
