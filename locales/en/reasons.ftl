# Why a result can or cannot be promised for the same day, and how a deadline came about.

## What the counter says
reasons-headline-today = Result today, before { $clock }
reasons-headline-due = Result due before { $due }
reasons-headline-incomplete = No date can be promised yet because papers are missing
reasons-headline-none = The date of the result could not be worked out yet
reasons-basis-today = No-wait programme, the same day
reasons-basis-next-morning = No-wait programme, the next working morning
reasons-basis-statute = Term of the law
reasons-basis-incomplete = The dossier is incomplete

## The tests of the promise
reasons-in-programme = The procedure is on the unit's no-wait list.
reasons-in-programme-named = The procedure is on the unit's list “{ $programme }”.
reasons-no-programme = The unit has no no-wait programme.
reasons-not-listed = The procedure is not on the unit's no-wait list today.
reasons-always-verified = The procedure always needs verification, so no no-wait programme takes it.
reasons-programme-day = { $day } is a no-wait day.
reasons-programme-day-moved = { $day } is a no-wait day in place of the holiday on { $holiday }.
reasons-not-programme-day = { $day } is not a no-wait day.
reasons-day-not-in-force = The no-wait programme is not in force on { $day }.
reasons-day-other-weekday = { $day } is not on the weekday of the no-wait programme.
reasons-day-off = { $day } is a day off, so the no-wait programme does not run.
reasons-day-made-up = { $day } is a make-up working day, so the no-wait programme does not run.
reasons-outside-hours = The dossier counts from { $received }, outside the no-wait hours { $from } to { $to }.
reasons-channel-allowed = The no-wait programme takes dossiers filed this way: { $channel }.
reasons-channel-not-allowed = The no-wait programme does not take dossiers filed this way: { $channel }.
reasons-components-complete = No paper is missing.
reasons-components-missing = { $count ->
    [one] { $count } paper is missing.
   *[other] { $count } papers are missing.
  }
reasons-components-missing-named = Papers are missing: { $names }.
reasons-no-verification-by-procedure = The procedure needs no verification.
reasons-no-verification = The officer confirms that no verification is needed: { $reason }.
reasons-verification-by-procedure = The procedure always needs verification, so no result can be given the same day.
reasons-verification = The dossier must be verified: { $reason }.
reasons-before-cut-off = The dossier counts from { $received }, in time for the cut-off at { $cutoff }.
reasons-after-cut-off = The dossier counts from { $received }, after the cut-off at { $cutoff }.
reasons-no-cut-off = There is no same-day cut-off because there is no no-wait programme.
reasons-duty-present = Somebody is on duty for { $duty }.
reasons-duty-present-assumed = Somebody is taken to be on duty for { $duty }; nobody recorded it.
reasons-duty-absent = Nobody is on duty for { $duty }.
reasons-duty-absent-assumed = Nobody is taken to be on duty for { $duty }; nobody recorded it.
reasons-capacity-left = There is room left today: { $ahead } dossiers are served before.
reasons-capacity-tight = It is a busy day: { $ahead } dossiers are served before, about { $late } in 100 dossiers like this may be late.
reasons-capacity-exhausted = No room is left today (code R4): { $ahead } dossiers are served before, about { $late } in 100 dossiers like this would be late.
reasons-capacity-binding = The duty { $duty } has { $officers } people and is where it is tightest.
reasons-closes-today = The result comes the same day, before { $clock }.
reasons-closes-later = The promised result comes on { $day }, not the same day.
reasons-closes-never = No result is promised for the same day.

## How a deadline came about: parts of one sentence
reasons-deadline = Received at { $received }, { $term }: { $steps }; due before { $due }.
reasons-deadline-plain = Received at { $received }, { $term }: due before { $due }.
reasons-term-same-day = same-day handling
reasons-term-working-days = { $n ->
    [one] { $n } working day
   *[other] { $n } working days
  }
reasons-term-calendar-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
  }
reasons-term-hours = { $n ->
    [one] { $n } working hour
   *[other] { $n } working hours
  }
reasons-step-day-off = received on a day off, so counted from { $from }
reasons-step-before-opening = received before opening, so counted from { $from }
reasons-step-break = received during the break, so counted from { $from }
reasons-step-after-closing = received after closing, so counted from { $from }
reasons-step-resumed-closed = resumed outside opening hours, so counted from the next opening
reasons-step-by-cut-off = in time for the cut-off at { $cutoff }, so due the same day
reasons-step-after-cut-off = after the cut-off at { $cutoff }, so due the next working day
reasons-step-receipt-not-counted = the day of receipt is not counted
reasons-step-day-not-counted = { $on } is not counted
reasons-step-made-up = the make-up working day { $on } is counted
reasons-step-moved = the term ends on { $on }, a day off, so it moves to the next working day
reasons-step-resumed = paused from { $paused } to { $resumed }, with { $left } left
reasons-step-skipped = passing over { $spans }
reasons-skipped = { $days } ({ $why })
reasons-skipped-weekly = weekend
reasons-skipped-weekly-one = weekly day off
reasons-skipped-holiday = { $name }
reasons-warning-missing-year = The days off of { $year } have not been entered. Confirm the calendar and work out the deadline again.
reasons-warning-estimated-year = The days off of { $year } are an estimate. The deadline may change with the official list.
reasons-warning-out-of-range = The working calendar has no day left for this deadline. Check the unit's calendar.

## Time left
reasons-left = { $span } left
reasons-left-now = due now
reasons-past = { $span } overdue
reasons-past-now = overdue just now
reasons-span-working-hours = { $n ->
    [one] { $n } working hour
   *[other] { $n } working hours
  }
