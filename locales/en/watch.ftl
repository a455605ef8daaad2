# The watch over promises: expected hours, risks, causes, how far they can be trusted.

## The hour expected
watch-ready-between = Result expected between { $from } and { $by }
watch-ready-label = Result expected
watch-ready-level = Such a span holds at least { $percent } times in 100.

## Why a promise was broken
watch-cause-outage = The program did not work
watch-cause-supplement = Waiting for papers of the applicant
watch-cause-payment = Waiting for the fee
watch-cause-outside = Waiting for something outside the office
watch-cause-verification = Something had to be verified after all
watch-cause-absent = Nobody was on duty to { $duty }
watch-cause-slow = A hard case: the duty { $duty } took longer than usual
watch-cause-queue = Too many dossiers waited for the duty { $duty }

## Elsewhere, another day
watch-offer-unit = { $unit } has room: result expected between { $from } and { $by }.
watch-offer-day = Next no-wait day: { $day }.
watch-offer-statute = Handed in now, the dossier is received all the same, with the result within the statutory term.

## Last safe intake
watch-last-safe = Dossiers received until { $clock } still come out today.
watch-last-safe-over = A dossier received from now on will hardly come out today.

## The page of the watch
watch-title = Watch
watch-none = No promise is open.
watch-col-risk = State
watch-col-promised = Promised
watch-col-begin = Begin by
watch-col-expected = Expected
watch-col-steps = What to do
watch-col-duty = Duty
watch-not-today = not today
watch-risk-green = In time
watch-risk-amber = Take care
watch-risk-red = At risk
watch-risk-broken = Broken
watch-step-serve-next = Serve this one next at the duty { $duty }.
watch-step-second-officer = Let a second officer help at the duty { $duty }, this one takes longer than usual.
watch-step-call-reserve = Call somebody to the duty { $duty }.
watch-step-signing-round = Ask the leader to sign what waits in one round.
watch-step-tell-citizen = Tell the citizen a new hour before the promised one passes.
watch-step-apologise = Apologise and give a new date.

## How far promises can be trusted
watch-reliability-title = How far promises can be trusted
watch-record = In four weeks { $promised } dossiers were promised and { $missed } missed: at least { $bound } were kept.
watch-record-none = No promise came due in the last four weeks.
watch-intervals = { $kept } of { $all } quoted spans held, at least { $bound }.
watch-by-work = By unit and procedure
watch-by-risk = By the risk stated at intake
watch-col-unit = Unit
watch-col-procedure = Procedure
watch-col-count = Promised
watch-col-kept = Kept
watch-col-bound = At least
watch-col-last = Done in the last 30 minutes
watch-col-from = Risk from
watch-col-stated = Stated on average
watch-col-late = Really late
watch-col-agrees = Against what happened
watch-band-agrees = agrees
watch-band-differs = does not agree
