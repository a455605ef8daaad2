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
