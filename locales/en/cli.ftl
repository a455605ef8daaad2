# What the commands print.

## Settings, database, server
cli-no-database = There is no database at { $file }. Name the data folder with --data, or the database with --database. `khongcho demo` makes one to try.
cli-schema = The database has schema { $found }; this program knows up to { $known }.
cli-schema-old = The database has schema { $found }, this program needs { $known }. Run `khongcho migrate`.
cli-migrated = Applied { $step }
cli-cannot-listen = Cannot listen on { $address }: { $problem }. Another program may use this address; choose one with --listen.
cli-cannot-make-folder = The folder { $folder } cannot be made: { $problem }
cli-serve-ready = Serving at { $address }
cli-first-administrator = First start: sign in as { $username } with the password { $password } and change it. It is shown only now.
cli-serve-no-pack = The database has no pack yet: nothing can be asked for. Load one with `khongcho catalogue import PACK`.

## Demo
cli-demo-ready = Open { $address }
cli-demo-clock = The clock of this demo stands at { $clock }. It ticks, and can be moved forward.
cli-demo-history = Past Fridays
cli-demo-accounts = Accounts, all with the password { $password } (they work on this machine only):
cli-demo-sign-in = Staff log in at { $address }
cli-demo-elsewhere = Every other unit has its own, with the code of the unit: tiepnhan.10816
cli-demo-try = Three things to try:
cli-demo-try-one = 1. Sign in as tiepnhan and receive a dossier: the result is promised for today, and the page says why.
cli-demo-try-two = 2. Sign in as thamdinh, then as lanhdao, then as traketqua: appraise, approve and return it.
cli-demo-try-three = 3. Move the clock past 15:30 and receive another one: the promise changes to the next working morning.
cli-demo-open-to-all = The demo listens on an address others can reach. Its accounts still work on this machine only.
cli-demo-backwards = The clock of this demo stands at { $stands } and moves forward only. Use --reset to start over.
cli-reset-confirm = Everything this demo recorded in { $folder } would be deleted. Add --yes if you mean it.
cli-reset-not-a-demo = { $folder } is not the folder of a demo, so nothing in it is deleted.
cli-reset-server = --reset deletes files only. Name a new database instead of the one on the server.

## Packs
cli-no-such-pack = There is no folder { $pack }, and no such pack ships with the program. These do: { $known }.
cli-pack-not-installed = The database has no pack { $pack }. It has: { $known }.
cli-pack-has-errors = { $pack }: { $errors }. It cannot go live.
cli-errors = { $n ->
    [one] 1 error
   *[other] { $n } errors
}
cli-files = { $n ->
    [one] 1 file
   *[other] { $n } files
}
cli-number = { $n }
cli-pack-sound = { $pack } is in order.
cli-pack-imported = { $pack } was imported ({ $files }) and is in force.
cli-pack-exported = Written to { $folder }: { $files }.
cli-folder-not-empty = { $folder } is not empty. Name a new folder.
cli-no-difference = No difference.

## Questions about deadlines and promises
cli-no-such-unit = There is no unit { $unit } on { $day }.
cli-no-such-procedure = There is no procedure { $procedure }.
cli-not-offered = Unit { $unit } does not decide procedure { $procedure } on { $day }.
cli-no-such-component = Procedure { $procedure } has no paper { $component }. Its papers: { $known }.
cli-amount-missing = This kind of term needs --amount.
cli-amount-not-wanted = A same-day term has no --amount.
cli-verification-unanswered = Procedure { $procedure } may need verification. Say which with --verification needed or --verification not-needed.
cli-verification-as-given = as given with the command
cli-weekly-off = weekly day off

## Verifying
cli-verify-chains = Chains of events
cli-verify-dossiers = Dossiers
cli-verified = In order: { $chains } chains with { $entries } events, { $dossiers } dossiers that follow from them, no number left out.
cli-chain-broken = The chain of unit { $unit } is broken at entry { $position }: { $why }.
cli-dossier-broken = Dossier { $code } does not follow from its events: { $what }.
cli-dossier-missing = The log has { $entries } events, the dossiers account for { $found }.
cli-serial-gap = Numbers are missing in { $series }, which goes up to { $serial }.

## Accounts
cli-no-such-account = There is no account { $username }.
cli-password-once = { $username }: the password is { $password }. It is shown only now and must be changed at the first sign-in.
cli-account-changed = { $username } was changed.
cli-disabled = disabled
cli-account-username-shape = A name of log-in has 3 to 40 of a-z, 0-9, dot and hyphen, and begins with a letter.
cli-account-username-taken = Somebody has this name of log-in already.
cli-account-name-missing = The person's name is missing.
cli-account-name-too-long = The name has more than 100 characters.
cli-account-title-too-long = The title has more than 100 characters.
cli-account-phone-shape = This is not a telephone number.
cli-account-no-such-unit = There is no such unit on the first day of the role.
cli-account-period-backwards = The last day is before the first.
cli-account-volunteer-alone = A volunteer helps and holds no other role at the same unit.
cli-account-program-alone = The account of a program belongs to no person, so it holds no other role.
cli-account-no-such-role = The account does not hold this role at this unit.
cli-account-elsewhere = This can only be done on the pages of the administrator.

## Self-check
cli-doctor-fault = Something is at fault; see above.
cli-doctor-says = { $what }
cli-doctor-files = Files can be written and read in { $folder }.
cli-doctor-files-none = There is no folder { $folder } yet; the first start makes it.
cli-doctor-files-wrong = Files in { $folder } come back different from what was written. Look at the disk.
cli-doctor-files-fault = Files cannot be written in { $folder }: { $problem }. Give the account that runs the program the right to write there.
cli-doctor-disk = { $free } MB are free on the disk of the data.
cli-doctor-disk-low = Only { $free } MB are free on the disk of the data. Make room before the next busy day.
cli-doctor-disk-unknown = How much room is left on the disk could not be found out. Look with `df`.
cli-doctor-clock = The clock says { $now }.
cli-doctor-clock-fault = The clock says { $now }, which cannot be. Set the clock of the machine; deadlines depend on it.
cli-doctor-clock-behind = The last event was recorded at { $last }, but the clock says { $now }. Set the clock of the machine before anybody works.
cli-doctor-database = { $engine } answers at { $address }, schema { $found }.
cli-doctor-database-fault = The database { $address } cannot be used: { $problem }
cli-doctor-chains = { $chains } chains with { $entries } events end where they should. `khongcho verify` checks every entry.
cli-doctor-chain-fault = The chain of unit { $unit } does not end where it should. Stop the server and run `khongcho verify`.
cli-doctor-accounts = There are { $count } accounts.
cli-doctor-no-account = There is no account yet. `khongcho serve` makes the first administrator at its first start.
cli-doctor-packs = Packs without errors: { $packs }.
cli-doctor-no-unit = No pack describes a unit on { $day }. Load the pack for these days.
cli-doctor-year = Calendar { $calendar } knows the days off of { $year }.
cli-doctor-year-estimate = Calendar { $calendar } only estimates the days off of { $year }. Enter them as soon as they are announced.
cli-doctor-year-missing = Calendar { $calendar } does not know the days off of { $year }: deadlines in that year will be wrong. Enter them now.
cli-verified-quotes = { $quotes } quoted spans worked out again, the same as at intake; learned times agree with the log.
cli-learned-differs = Learned service times do not agree with the log.
cli-quote-differs = The quoted span of dossier { $dossier } comes out differently.
