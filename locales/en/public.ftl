# Texts of the public pages. At most 20 words a sentence.
public-nav-no-wait = No-wait list
public-nav-look-up = Track a dossier
public-no-wait-friday = No-wait Friday

## Home
public-home-title = Home
public-home-heading = All papers today, the result today
public-home-events = Choose by what you need
public-home-filed = Already filed?
public-home-filed-hint = See how far it is with the code on your receipt.
public-today-cut-off = Bring all papers by { $hour } and get the result the same day.
public-today-wait = wait for your turn, just now
public-today-ready = places with a leader to sign
public-today-backlog = dossiers left over
public-today-list = See the list
public-event-birth = A child is born
public-event-birth-hint = Birth registration, recognising a parent or child
public-event-marriage = Marriage
public-event-marriage-hint = Registration, certificate of marital status
public-event-death = A death in the family
public-event-death-hint = Death registration, extracts
public-event-copies = Copies and certification
public-event-copies-hint = Copies, signatures, transactions
public-event-business = Household business
public-event-business-hint = Registering, changing, pausing
public-event-other = Something else
public-event-other-hint = All procedures

## Search
public-search-title = Procedures
public-search-for = Search for “{ $query }”
public-search-label = Search procedures
public-search-hint = What do you need to do? Type a few words, Vietnamese marks are not needed.
public-search-button = Search
public-search-only-no-wait = Only procedures with a same-day result
public-search-found = { $n ->
    [one] { $n } procedure
   *[other] { $n } procedures
  }
public-search-no-wait = No-wait Friday
public-search-nothing = No procedure was found.
public-search-tip-short = Try fewer words, such as “khai sinh”.
public-search-tip-marks = Common abbreviations work, such as “hkd” or “gks”.
public-search-tip-all = See all procedures

## One procedure
public-procedure = Procedure
public-procedure-code = Code
public-procedure-unit = Where you will file
public-procedure-show = Show for this place
public-procedure-bring = Bring with you
public-procedure-prepare = Prepare the dossier
public-procedure-facts = Fee, time, place
public-procedure-source = From the national database of procedures, updated { $date }.
public-paper = Paper
public-paper-copies = Copies
public-fact-fee = Fee
public-fact-term = Time the law gives
public-fact-place = Where
public-fact-decider = Who decides
public-fact-law = Law
public-reconstructed = This list is rebuilt from national data for the demo. The official one hangs at the counter.

## The no-wait list
public-no-wait-title = No-wait Friday: places and lists
public-no-wait-intro = Bring all papers, and if nothing needs checking elsewhere you get the result the same day.
public-no-wait-where = Where it runs
public-no-wait-all = All places
public-no-wait-of-unit = No-wait Friday: { $unit }
public-no-wait-total = { $n ->
    [one] { $n } procedure with a same-day result.
   *[other] { $n } procedures with a same-day result.
  }
public-unit = Place
public-unit-procedures = Procedures
public-unit-today = Today
public-unit-ready = Fully staffed
public-unit-waiting = Waiting for the leader to arrive
public-unit-not-today = Not a no-wait day
public-may-verify = May need checking; the counter asks when you file.
public-list-changes = Changes of the list

## Tracking
public-look-up-intro = Code and PIN are printed on your receipt. No account is needed.
public-look-up-code = Dossier code
public-look-up-code-hint = Digits and dashes, just below the square code.
public-look-up-pin = PIN
public-look-up-pin-hint = 8 letters and digits, printed as two groups of four.
public-look-up-button = Show the dossier
public-look-up-code-wrong = The dossier code is not right. Copy the code printed on your receipt.
public-look-up-pin-empty = The PIN is missing. Enter the 8 letters and digits of your receipt.
public-look-up-not-found = There is no dossier with this code and PIN
public-look-up-not-found-help = Compare each sign with your receipt. If it still fails, ask the counter.
public-look-up-another = Track another dossier
public-look-up-lost = Lost the receipt? Bring your identity card to the counter for a new print.
public-status-title = How far the dossier is
public-status-code = Dossier code
public-status-due = result is due
public-status-counter = counter for the result
public-status-private = This page shows no names and no content. The counter has the details.

## The hall display
public-board-title = Hall display
public-board-call = Now calling
public-board-to = to counter { $counter }
public-board-no-call = No number called yet
public-board-next = Next:
public-board-wait = About { $span } minutes to wait
public-board-dossiers = Dossiers in work
public-board-no-dossier = No dossier yet
public-board-before = before { $hour }
public-board-collect = please collect
public-board-received = received
public-board-returned = handed back today
public-board-working = in work
public-board-backlog = left over
public-board-reload = Update by itself without JavaScript
public-board-stale = Connection lost. The display will update by itself.

## Options
public-options-intro = Your choice is kept on this device for a year.
public-options-size = Text size
public-options-theme = Colours
public-options-language = Language
public-options-save = Save
public-options-saved = Saved
public-options-back = Back to the page
public-size-usual = Usual
public-size-large = Large, 125%
public-size-larger = Larger, 150%
public-size-largest = Very large, 200%
public-theme-device = As on the device
public-theme-light = Light
public-theme-dark = Dark
public-theme-contrast = High contrast

## Is a result genuine
public-status-overdue = This dossier is overdue
public-status-overdue-do = The authority owes you a written apology with a new date. Take your receipt and ask at { $place }.
public-verify-title = Check a result
public-verify-genuine = This result was issued by the authority and is in force
public-verify-genuine-do = Compare the lines below with the paper. If one differs, the paper is not right.
public-verify-made-up = A result of the demo, not a real paper; in force within the demo
public-verify-made-up-do = The demo made this result. No authority issued it, and it is good for nothing.
public-verify-revoked = This result was revoked
public-verify-revoked-do = The paper is no longer valid. Ask the authority that issued it.
public-verify-unknown = There is no result with this code
public-verify-unknown-do = The code may be incomplete. Scan it again, or ask the authority named on the paper.
public-verify-number = Number
public-verify-date = Issued on
public-verify-unit = Issued by
public-verify-hash = Fingerprint of the file (SHA-256)

## Help
public-help-title = Help
public-help-intro = How to prepare, file and track a dossier, in a few minutes of reading.
public-help-prepare = Prepare at home
public-help-prepare-1 = Search with a few words. The page says what to bring, what it costs and when it is ready.
public-help-prepare-2 = No need to print forms: the counter prints the form from your answers.
public-help-friday = No-wait Friday
public-help-friday-1 = On this day the leaders are there to sign. With all papers and nothing to check, you get the result today.
public-help-friday-2 = At filing, the counter says at what hour and why. It is printed on the receipt.
public-help-friday-3 = If papers are missing, the counter lists all of them on one slip. You come back only once.
public-help-track = Track a dossier
public-help-track-1 = Use the code and PIN of the receipt on the page Track a dossier, or scan the square code.
public-help-track-2 = If the authority is late, you get an apology with the reason and a new time.
public-help-come = At the counter
public-help-come-1 = Somebody helps to fill the form and photograph the papers, free of charge.
public-help-come-2 = Old people, people with disabilities and pregnant women are called first.

## Accessibility statement
public-access-title = Accessibility
public-access-intro = This site is made for everybody: WCAG 2.2 level AA, with text contrast of level AAA.
public-access-done = What works
public-access-done-1 = Every page works by keyboard, with a screen reader and without JavaScript.
public-access-done-2 = Text grows to 200%, on light, dark or high-contrast colours; choose at the top of each page.
public-access-done-3 = Each state has a sign, a word and a colour; none is shown by colour alone.
public-access-open = What is missing
public-access-open-1 = The site does not read aloud by itself; use the reader of your telephone.
public-access-open-2 = People with disabilities have not tested it yet; so far only machines have.
public-access-tell = Tell us
public-access-tell-1 = If something is hard to use, tell any counter. We write it down and answer.

## Privacy
public-privacy-title = Privacy
public-privacy-intro = We keep only what your dossier needs and what proves that we did it right.
public-privacy-what = What we keep
public-privacy-what-1 = Your answers, copies of the papers you must hand in, and each step taken.
public-privacy-what-2 = Papers that are only shown, such as the identity card, are neither kept nor copied.
public-privacy-who = Who can see it
public-privacy-who-1 = Only those who handle your dossier. Tracking pages and the hall display show no names.
public-privacy-who-2 = Each change of a dossier is written to a log that cannot be altered.
public-privacy-rights = Your rights
public-privacy-rights-1 = You may see your data, ask to correct it, or ask who saw it. Ask at the counter.
public-privacy-cookies = Cookies
public-privacy-cookies-1 = Only to remember text size, colours, language and sign-in. No other company follows you here.

## The no-wait day, told by its date
public-today-units = places with all four duties on
public-today-late = It is past { $hour }. Filed now, the result comes before { $before } on the next working day.
public-today-next = Next no-wait day: { $day }.
public-rule-late = Filed after { $hour }, the result comes before { $before } on the next working day.
public-unit-short = Not all four duties on
public-list-added = { $n ->
    [one] One procedure added.
   *[other] { $n } procedures added.
 }
public-list-removed = { $n ->
    [one] One procedure removed.
   *[other] { $n } procedures removed.
 }
public-list-pdf = To print, { $size } (PDF)
public-free = Free of charge

## One procedure: conditions, fees, places
public-procedure-if-complete = Bring every paper of the list below.
public-procedure-if-no-check = Nothing has to be verified; the counter asks this at filing.
public-procedure-closed = The counter is closed just now.
public-procedure-case = The promise above is for this case: { $name }.
public-procedure-pack = From the data set “{ $pack }”, revision { $revision }.
public-paper-proxy = When you file for somebody else.
public-paper-case = In this case: { $name }.
public-paper-answer = If the answer is yes: { $question }
public-paper-one-of = One paper of this group is enough.
public-paper-show = Only to be seen, not kept.
public-paper-optional = If you have it.
public-paper-count = { $n } × { $kind }
public-fee-per = { $amount } ({ $unit })
public-fee-pages = { $first } a page, from page { $n } on { $further }, at most { $max } a copy
public-fee-exempt = Free for: { $who }.
public-term-checked = If something has to be verified: { $term }.
public-term-late = Received after { $hour }, it counts from the next working day.
public-fact-versions = Versions
public-version-since = No. { $n }, since { $from }
public-version-until = No. { $n }, { $from } to { $to }

## Tracking: what to do
public-status-received = received
public-status-finished = result ready
public-status-collect = Please collect the result at { $place }
public-status-fee = A fee is still to be paid at the counter

## Board
public-board-collect-at = please collect your result

## Genuine: who signed
public-verify-procedure = Procedure
public-verify-signer = Signed by
public-verify-content = Fingerprint of the content (SHA-256)
public-verify-revoked-on = Revoked on

## The clock of the demo
public-clock-title = Clock of the demo
public-clock-intro = Every page of the demo goes by this clock. It only moves forward.
public-clock-quarter = Add 15 minutes
public-clock-hour = Add 1 hour
public-clock-cut-off = To 15:29
public-clock-closing = To 16:45
public-clock-friday = To the next no-wait day
