# Presence: who is here now.

presence-title = Check-in
presence-today = Here today
presence-nobody = Nobody has checked in today.
presence-in = You checked in at { $at }
presence-not-in = You have not checked in
presence-duties = Duties
presence-enter = Check in
presence-change = Change duties
presence-out = Check out
presence-came = Came at
presence-left = Left at
presence-here = here
presence-forgotten = { $at }, ended by closing
presence-away-title = Called away
presence-until = Away until
presence-until-hint = Leave empty for the rest of the day. Hours are written 14:00.
presence-away = I am away
presence-back = I am back
presence-away-until = away until { $at }
presence-away-for-the-day = away for the rest of the day
presence-hour-over = This hour is over.
presence-correct = Correct
presence-correct-title = Correct the hours of { $name }
presence-reason-missing = Say why.
presence-backwards = They must leave after they came, and no other stay may be open.
presence-future = This hour has not come yet.
presence-done-in = Checked in.
presence-done-already = You were checked in already, nothing is lost.
presence-done-out = Checked out.
presence-done-not-in = You were not checked in, so nothing changed.
presence-done-away = Your absence is recorded. Promises are worked out anew.
presence-done-back = Your return is recorded.

## The shared device
presence-device-title = Shared device
presence-device-open = Open the page of the shared device
presence-by-pin = By number
presence-pin = Check-in number
presence-pin-hint = 6 to 12 digits, no run and no repetition.
presence-pin-none = You have no number for shared devices.
presence-pin-kept = You have a number. A new one ends it.
presence-pin-set = Set the number
presence-pin-weak = The number needs 6 to 12 digits, no run, no repetition.
presence-scan = Scan a badge
presence-scan-hint = Hold the QR of the badge to the scanner.
presence-wrong = The number or badge is wrong. You can check in on your own page.
presence-wait = Too many failures. Wait { $n } seconds, or use the badge or your own page.
presence-badge = Check-in badge
presence-badge-none = You have no badge.
presence-badge-since = Your badge was issued { $at }.
presence-badge-new = Print a new badge
presence-badge-revoke = End the badge
presence-badge-once = This code is shown once. Print it now; the badge before has ended.

## What an absent duty means
presence-means-receive = No { $duty }: new dossiers cannot be taken.
presence-means = No { $duty }: { $n } waiting for it.
