# What people read when something did not work: what happened, what to do, what is kept.

## Pages by status code
errors-forbidden = You may not do this
errors-forbidden-do = Sign in with an account that may, or ask the person in charge.
errors-not-found = There is no such page
errors-not-found-do = Check the address, or search from the home page.
errors-gone = This page is gone
errors-gone-do = The link has expired or was used already. Ask for a new one where it came from.
errors-unprocessable = What was sent could not be understood
errors-unprocessable-do = Go back, look at the marked places and send it again.
errors-bad-request = This address is too long or not right
errors-bad-request-do = Please type fewer words, or start again from the home page.
errors-method = This page does not take such a request
errors-method-do = Please open the page again from the home page.
errors-too-large = What was sent is too large
errors-too-large-do = Please send less, or a smaller file.
errors-too-many = Too many requests
errors-too-many-do = Wait a minute, then try again.
errors-fault = A fault on our side
errors-fault-do = The fault has been recorded. Try again in a few minutes, or come to the counter.
errors-unavailable = The system is busy
errors-unavailable-do = Try again in a few minutes. The counter still takes dossiers.
errors-kept-all = Nothing was lost.
errors-kept-not = If you just sent something, it was not recorded.
errors-conflict = Something changed; this was not done
errors-conflict-do = Open the page again to see where it stands, then go on if that is still needed.
errors-conflict-open = Open the latest page
errors-kept-typed = What you typed is still there when you go back.
errors-kept-filed = A dossier that has its code is kept as it was.
errors-go-home = Go to the home page
errors-reference = When you call, tell this number: { $reference }.
errors-phone = Telephone for help: { $phone }.

errors-stale = { $by } has just changed this dossier, at { $at }. Look at it again, then go on.
errors-stale-nameless = This dossier has just been changed, at { $at }. Look at it again, then go on.
errors-duplicate = This person handed in the same procedure today: { $codes }. To receive it all the same, tick the box and send again.
errors-key-reused = This request was sent before with other content. Open the page anew and try again.
errors-confirm-first = Enter your password again before you approve.
errors-not-offered = This place does not handle that procedure. Choose another place.
errors-file-empty = The file is empty. Photograph or scan it again.
errors-file-too-large = The file is larger than { $n } MB. Scan it again at a lower resolution.
errors-file-kind = Only PDF files and JPEG pictures are taken. Save it again as one of these.
errors-file-heic = HEIC pictures cannot be opened here yet. Change it to JPEG and send it again.
errors-file-locked = The PDF has a password. Remove the password and send it again.
errors-file-unreadable = The file cannot be read. Photograph or scan it again.
