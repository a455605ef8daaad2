# Administration: accounts, units, packs, programmes, calendars, tokens, rights, log.

admin-title = Administration
admin-find = Find
admin-save = Save
admin-saved = Saved.
admin-choose = – Choose –
admin-nothing = There is nothing here.
admin-state = State
admin-name = Name
admin-called = Name
admin-code = Code
admin-where = Where
admin-when = When
admin-who = Who
admin-what = What
admin-object = Object
admin-kind = Kind
admin-today = today
admin-from = From
admin-to = To
admin-until = Until
admin-validity = Validity
admin-certainty = Certainty
admin-source = Source

## Sections
admin-overview = Overview
admin-accounts = Accounts
admin-accounts-count = { $n } accounts in use
admin-units = Units
admin-units-count = { $n } units today
admin-packs = Packs
admin-packs-count = { $n } packs in force
admin-programmes = Programmes
admin-programmes-count = { $n } no-wait programmes
admin-calendars = Calendars
admin-calendars-what = Days off, days worked instead, opening hours
admin-tokens = Tokens
admin-tokens-what = For programs that use the API
admin-rights = Rights
admin-rights-what = Which role may do what, and where
admin-log = Log
admin-log-what = Who changed what, and when. Passwords and secrets are never written.

## Accounts
admin-accounts-find = Name, username or unit
admin-accounts-found = { $n } accounts
admin-account-add = Add an account
admin-account-open = Open the account
admin-no-role = holds no role
admin-disabled = Disabled
admin-enabled = In use
admin-loopback = Demo, this machine only
admin-temporary = Temporary password
admin-temporary-hint = Hand the temporary password over in person. It must be changed at the first log-in.
admin-secret-once = Shown only once. Note it now.
admin-person = The person
admin-phone = Office telephone
admin-title-hint = Printed beside the signature, such as Deputy Chair.
admin-username-hint = 3 to 40 characters: small letters without accents, digits, dots, hyphens. The first is a letter.
admin-roles = Roles
admin-give-role = Give a role
admin-end-role = End
admin-end-now = End now
admin-in-force = In force
admin-to-come = To come
admin-over = Over
admin-to-hint = Leave empty if there is no end. The last day still counts.
admin-reset-password = Set a temporary password
admin-reset-hint = The old password stops working and all sessions end at once.
admin-disable = Disable the account
admin-disable-hint = All sessions and tokens of this account stop at once. Earlier dossiers keep the name.
admin-enable = Enable the account

## Problems of accounts
admin-username-shape = The username needs 3 to 40 characters: small letters without accents, digits, dots, hyphens.
admin-username-taken = Somebody has this username. Choose another one.
admin-name-missing = Enter a name.
admin-too-long = Longer than 100 characters. Shorten it.
admin-phone-shape = A telephone number has only digits, spaces, dots and a plus sign.
admin-role-missing = Choose a role.
admin-unit-missing = Choose a unit.
admin-no-such-unit = There is no such unit on the first day.
admin-date-wrong = This is no date. Enter day, month and year as numbers.
admin-period-backwards = The last day must not be before the first.
admin-volunteer-alone = A volunteer holds no other role at the same unit at the same time.
admin-program-alone = A program's account holds no role of a person.
admin-own-role = Nobody gives themselves a role. Ask another administrator.
admin-own-account = Nobody disables their own account.
admin-last-administrator = This is your last right as administrator. Ask another administrator to end it.
admin-no-such-role = This role is no longer there. Reload the page.
admin-no-such-account = There is no such account.

## Units
admin-unit = Unit
admin-units-lead = The tree of units by day. Codes are used again, so every unit has dates.
admin-units-on = Units on { $date }
admin-units-none = There are no units on this day.
admin-identifier = Agency identifier
admin-invented = invented
admin-edit-in-pack = Edit in the pack

## Packs
admin-packs-lead = Units, procedures, programmes and calendars all live in packs. Only a checked pack goes live.
admin-pack = Pack
admin-pack-name = Name of the pack
admin-pack-name-hint = Small letters, digits, hyphens: thanh-ha-2023
admin-pack-name-wrong = The name has only small letters, digits and hyphens.
admin-pack-new = A new pack: there is none of this name yet.
admin-pack-file = Text file of the pack
admin-pack-text = Or paste the text of the pack
admin-pack-text-wrong = The text must begin with the line of a file, such as === pack.toml ===
admin-pack-text-lead = Edit the text, check it, then put it in force. The revision counts up by itself.
admin-revision = Revision
admin-file = File
admin-files = Files
admin-line = Line
admin-lines = Lines
admin-import = Import a pack
admin-import-hint = One text with all files, as downloaded. Before each file stands a line with its name between two ===.
admin-check = Check
admin-apply = Check and put in force
admin-applied = Checked and put in force.
admin-sound = No errors
admin-sound-hint = Not in force yet. The changes are listed below.
admin-unsound = The pack has errors and was not put in force. Correct each of them.
admin-problem = Problem
admin-problems = Problems
admin-contradictions = The packs contradict one another
admin-error = Error
admin-warning = Warning
admin-changes = Changes
admin-no-changes = There are no changes.
admin-added = added
admin-removed = removed
admin-changed = changed
admin-backdated = Touches days gone by
admin-entry = Entry
admin-sector = Sector
admin-calendar = Calendar
admin-procedure = Procedure
admin-programme = Programme
admin-download = Download the text of the pack
admin-against-shipped = Against the pack that ships with the program

## Programmes
admin-programmes-lead = A programme promises the result on the same day. Change its dates here, its lists in the text of the pack.
admin-run-by = Run by
admin-weekdays = Days of the week
admin-cut-off = Received at the latest
admin-after-cut-off = Received later: returned before
admin-on-day-off = When it is a day off
admin-day-off-skip = Left out
admin-day-off-before = Held on the working day before
admin-channels = Channels
admin-programme-list = List of procedures
admin-save-dates = Save the dates

## Calendars
admin-calendar-year = The year
admin-calendar-legend = × day off, + day worked instead, · weekly rest, an empty cell is a working day.
admin-calendar-no-year = The pack has no list of days off for { $year }. Add the year in the text of the pack.
admin-calendar-add = Add a day off or a day worked instead
admin-exceptions = Days off and days worked instead
admin-days = Days
admin-off = Day off
admin-worked = Day worked instead
admin-weekly-off = Weekly rest
admin-name-vi = Name in Vietnamese
admin-name-en = Name in English
admin-hours = Hours of the day worked instead
admin-hours-hint = For example: 07:30-11:30, 13:30-17:00
admin-hours-wrong = Hours look like 07:30-11:30, 13:30-17:00.
admin-one-day-hint = Leave empty for a single day.
admin-two-years = Both days must be in one year. Add each year by itself.
admin-kind-missing = Choose a day off or a day worked instead.

## Tokens
admin-tokens-lead = A token has one role at one unit. It stops when it is revoked, or when the account loses that role.
admin-tokens-none = There are no tokens yet.
admin-token-add = Make a token
admin-token-made = New token
admin-token-use = The program sends it with every request: Authorization: Bearer, then the token.
admin-token-account-hint = The account that holds the role the token needs.
admin-token-for-administrator = A token never manages accounts and packs.
admin-token-without-role = The account does not hold this role at this unit.
admin-token-over = The last day is over.
admin-label = Label
admin-label-hint = Which program, and what for.
admin-label-missing = Say which program uses the token.
admin-revoke = Revoke
admin-revoked = Revoked

## Rights
admin-rights-lead = What the table does not allow nobody may do. The approver is never who received or appraised that dossier.
admin-action = Action
admin-everywhere = every unit
admin-relation-receiving = receiving unit
admin-relation-deciding = deciding unit
admin-relation-above = units above
admin-relation-elsewhere = other units

## Log
admin-by-system = The program
admin-newest = Newest
admin-older = Older
admin-did-add = Added an account
admin-did-edit = Edited an account
admin-did-disable = Disabled an account
admin-did-enable = Enabled an account
admin-did-reset = Set a temporary password
admin-did-give = Gave a role
admin-did-end = Ended a role
admin-did-token = Made a token
admin-did-revoke = Revoked a token
admin-did-import = Put a pack in force
admin-did-seed = Made the demo accounts
admin-did-first = Made the first administrator
