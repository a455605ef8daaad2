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
errors-too-many = Too many requests
errors-too-many-do = Wait a minute, then try again.
errors-fault = A fault on our side
errors-fault-do = The fault has been recorded. Try again in a few minutes, or come to the counter.
errors-unavailable = The system is busy
errors-unavailable-do = Try again in a few minutes. The counter still takes dossiers.
errors-kept-all = Nothing was lost.
errors-kept-typed = What you typed is still there when you go back.
errors-kept-filed = A dossier that has its code is kept as it was.
errors-go-home = Go to the home page
errors-reference = When you call, tell this number: { $reference }.
errors-phone = Telephone for help: { $phone }.
