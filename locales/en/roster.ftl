# The roster: who is meant to be here.

roster-title = Roster
roster-skills = Qualifications
roster-absences = Absences
roster-delegations = Delegations
roster-files = CSV files
roster-units = The units on their coming day
roster-coming = Coming days
roster-no-days = No no-wait day is coming.
roster-day = Day
roster-light = Readiness
roster-people = People
roster-more = and { $n } more
roster-nobody = nobody yet
roster-export = Download the roster (CSV)
roster-post-extra = Extra officer
roster-post-volunteer = Volunteer

## Lights and reasons
roster-green = Ready
roster-amber = To be completed
roster-red = Not ready
roster-why-none = There is no roster yet.
roster-why-unpublished = The roster is not published.
roster-why-nobody-here = Nobody has checked in for { $duty }.
roster-ends-before = Row { $n }: a shift must end after it starts.
roster-outside = Row { $n }: the shift is outside opening hours.
roster-day-off = The unit is closed on this day.
roster-not-entitled = { $name } holds no role here that allows { $post }.
roster-overlap = { $name } has two shifts at the same time.
roster-two-units = { $name } has a shift at { $unit } at the same time.
roster-absent = { $name } is away on this day: { $kind }.
roster-no-leader = Nobody can approve.
roster-unstaffed = Nobody does { $duty }.
roster-uncovered = Nobody does { $duty } from { $from } to { $to }.
roster-sector-uncovered = Nobody on the roster is named for { $duty } in the sector { $sector }.
roster-approver-alone = { $name } approves and is the only one for { $duty }, so no dossier could be approved.

## A day
roster-shifts = Shifts
roster-person = Person
roster-post = Post
roster-from = From
roster-to = To
roster-stands-for = Stands in for
roster-copy = Begin with last week
roster-propose = Propose a roster
roster-save = Save
roster-rows-hint = A row without person and post is left out. Hours are written 7:30.
roster-publish = Publish and tell everybody
roster-publish-hint = Everybody on the roster gets a message.
roster-changed = Last changed by { $name }, { $at }.
roster-published = Published. Last changed by { $name }, { $at }.
roster-stale-hint = What you typed is still below. Open the page again to see the new version.
roster-copied = Taken from the roster of { $from }.
roster-left-out = Left out: { $names }.
roster-not-yet-kept = Not saved yet: look at it, change it if needed, then press Save.
roster-no-week-before = The five weeks before have no roster to begin with.
roster-proposed = A proposal for about { $n } dossiers.
roster-no-proposal = No roster is possible
roster-print = Sheet for paper (A4)
roster-sign = Assigned by (signature, name)
roster-row-person = Choose a person.
roster-row-post = Choose a post.
roster-row-hours = Write hours like 7:30 or 13:30.
roster-date-wrong = Write day, month and year of a real date.
roster-this-person = This person

## Why somebody was proposed
roster-why-only = The only one who may do this.
roster-why-sector = Named for the sector { $sector }.
roster-why-least = Least time on the roster in eight weeks: { $n } hours.
roster-why-load = { $n } dossiers are expected, one person is not enough.
roster-why-last = Did this last time.
roster-why-fits = May do this and can come.
roster-why-volunteer = A volunteer who can come.
roster-clash-nobody = Nobody who can come may do { $duty }.
roster-clash-sector = Nobody who can come is named for { $duty } in the sector { $sector }.
roster-clash-few = Only { $n } people can come; four duties need four people at once.
roster-clash-same = Each duty has somebody, but the same people would have to be at two places at once.

## Standing in
roster-swaps = Standing in
roster-swap-ask = Ask somebody to stand in
roster-swap-person = Who shall stand in
roster-swap-send = Ask
roster-swap-take = Take it
roster-swap-refuse = Refuse
roster-swap-asked = { $name } asks { $other } to stand in: { $reason }
roster-swap-taken = { $other } stands in for { $name }: { $reason }
roster-swap-refused = { $other } cannot stand in for { $name }: { $reason }
roster-swap-no-shift = You have no shift on this day.
roster-swap-who = Choose somebody else of the unit.
roster-swap-reason = Say why.
roster-swap-settled = This was answered already, or the shift is gone.
roster-reason = Reason

## Qualifications, absences, delegations
roster-skills-hint = A sector nobody is named for is open to everybody with the role.
roster-kind = Reason
roster-kind-missing = Choose a reason.
roster-kind-leave = Leave
roster-kind-sick = Sick
roster-kind-mission = Mission, meeting
roster-kind-training = Training
roster-kind-other = Other
roster-end = End
roster-take-back = Take back
roster-end-now = End now
roster-no-absence = Nobody is away in the time to come.
roster-absence-add = Record an absence
roster-note = Note
roster-note-hint = Nothing about an illness.
roster-past = This day is over.
roster-delegation-hint = A deputy may approve while checked in. What they received or appraised themselves stays closed to them.
roster-leader = Leader
roster-deputy = Deputy
roster-no-delegation = No delegation is in force.
roster-delegate = Delegate approval
roster-delegation-too-long = A delegation lasts at most 90 days.
roster-delegation-self = Nobody delegates to themselves.
roster-delegation-not-here = This person handles no dossiers at the unit.
roster-delegation-volunteer = Volunteers may not approve.
roster-delegation-twice = This person has a delegation for these days already.

## Files
roster-file-hint = A file replaces the whole roster of the days it names. If one line is wrong, none is taken. The first line names the columns:
roster-file = CSV file (UTF-8)
roster-file-take = Take the file
roster-file-taken = { $n } shifts of { $days } days were taken.
roster-file-wrong = The file has errors, nothing was taken. See the table below.
roster-file-report = What is wrong in the file
roster-file-line = Line
roster-file-value = Value
roster-file-trouble = To correct
roster-file-not-a-table = The file must be a CSV table in UTF-8 of at most 256 KB.
roster-file-column = The column { $column } is missing.
roster-file-too-many = Too many lines.
roster-file-unit = This is no unit whose roster you plan.
roster-file-person = Nobody has this name of log-in.
roster-file-post = A post is receive, appraise, approve, return, extra or volunteer.
