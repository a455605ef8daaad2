# The desks after the counter: work lists, the dossier, approval, return, the day.

## Lists
desk-list = List of dossiers
desk-col-left = Time
desk-col-dossier = Dossier
desk-col-applicant = Applicant
desk-col-way = Steps
desk-col-stage = State
desk-same-day = Promised for today
desk-clock-stands = The clock stands still
desk-stages = States of dossiers
desk-work-empty = Nothing is waiting at this step.
desk-keys = Keys: J and K move between rows, Enter opens a dossier, / searches.
desk-done = { $act }: done, dossier { $code }.

## Looking for a dossier
desk-find = Find
desk-find-label = Name, code, or scan a receipt
desk-found-title = Find a dossier
desk-find-nothing = No dossier matches “{ $typed }”. Try a part of the name or the last digits of the code.
desk-find-nothing-typed = Type a name without marks, a code, or scan the QR of a receipt.

## The four duties
desk-duties = The four duties
desk-duty-on = somebody is on
desk-duty-off = nobody is on
desk-duty-take = Go on duty
desk-duty-leave = Go off duty

## The dossier
desk-back-to-list = Back to the desk
desk-people = Who asks
desk-applicant = Applicant
desk-representative = Representative
desk-name = Full name
desk-identity = Identity number
desk-born = Date of birth
desk-address = Residence
desk-phone = Telephone
desk-channel = Channel
desk-copies = Copies of the result
desk-proxy = Proxy
desk-fingerprint = Fingerprint in place of a signature
desk-proxy-whether = Proxy
desk-proxy-there = Somebody hands in for the applicant
desk-needs = Help with signing
desk-signature = How they sign
desk-asked = Copies, pages, exemption
desk-questions = Tick what is answered with yes
desk-yes = Yes
desk-witnesses = Witnesses
desk-interpreter = Interpreter
desk-remark = Remark at reception
desk-answers = What is asked for
desk-papers = Papers of the dossier
desk-papers-none = No papers came with this dossier.
desk-col-paper = Paper
desk-col-count = Number
desk-col-files = Electronic form
desk-originals = { $n ->
    [one] { $n } original
   *[other] { $n } originals
  }
desk-copy-count = { $n ->
    [one] { $n } copy
   *[other] { $n } copies
  }
desk-shown = shown
desk-pages = { $n ->
    [one] { $n } page
   *[other] { $n } pages
  }
desk-money = Fee
desk-state = State
desk-result = Result
desk-result-valid = In force
desk-result-revoked = Revoked
desk-number = Number
desk-outcome = Decision
desk-signer = Signed by
desk-content-hash = Hash of the content (SHA-256)
desk-paper-hash = Hash of the paper handed over (SHA-256)
desk-result-pdf = Open the result (PDF)
desk-verify = Verification page
desk-receipt = Receipt
desk-pin = PIN for looking up
desk-pin-care = QR and PIN stand on this page and on the receipt only. Give them to the applicant and nobody else.
desk-receipt-pdf = Receipt (PDF)
desk-receipt-again = Print the receipt again
desk-receipt-large = Receipt in large print
desk-control-slip = Control slip
desk-supplement-slip = Supplement slip
desk-apology = Apology with the new date
desk-story = What happened
desk-clock = Time
desk-due-now = Due under the law now: before { $due }.
desk-promised-now = Promised to the applicant: before { $due }.
desk-promise-gone = The same-day promise no longer holds, because the dossier had to wait.
desk-pause = The clock stood still from { $from } to { $to }: { $cause }.
desk-pause-open = The clock has stood still since { $from }: { $cause }.
desk-just-received = The dossier is received
desk-just-received-hint = Due by { $due }. Print the receipt, give it to the applicant, then call the next person.
desk-next-person = Next person
desk-acts = What can be done now
desk-acts-none = With your roles, nothing needs doing on this dossier now.
desk-stale-hint = Below is the newest state. What you typed is still there; look again, then send it once more.

## Forms of the acts
desk-choose = Choose…
desk-date-hint = Day/month/year, for example 02/02/2024
desk-reason = Reason
desk-proposal = Proposal to the leader
desk-note = Appraiser’s note
desk-note-hint = For a refusal, give the reason and what it rests on.
desk-place = Place of the verification
desk-persons = Who took part
desk-finding = What was found
desk-which-papers = Papers to bring
desk-other-papers = Anything else
desk-other-papers-hint = One thing on each line.
desk-brought = What was brought
desk-cause = What does it wait for?
desk-new-day = New day
desk-new-hour = New hour
desk-fault = Who caused the delay
desk-method = How it was paid
desk-bill = Number of the bill or transfer
desk-file = Scan or photo
desk-file-hint = PDF or JPEG.
desk-for-paper = Which paper does it belong to?
desk-hint-supplement = A supplement may be asked once only, so name everything that is missing.
desk-hint-brought = Tick everything that was brought. A full new term begins when nothing is missing.
desk-hint-verification = The term with verification applies from now on; the same-day promise ends.
desk-hint-resume = The rest of the term goes on from now.
desk-hint-extend = A new date may be given once only. The apology names the reason and who caused the delay.
desk-hint-amend = Only what was recorded wrongly. A dossier waiting for approval goes back to appraisal.
desk-hint-void = Only for a reception by mistake. The code is never used again.
desk-hint-revoke = The verification page will say that this result was revoked.

## What is wrong with a form
desk-reason-missing = Give a reason.
desk-answer-long = This is too long. Make it shorter.
desk-proposal-missing = Choose to grant or to refuse.
desk-nothing-asked = Choose at least one paper or write what else is needed.
desk-supplement-missing = Something is not ticked yet. A supplement is taken in when it is complete.
desk-place-missing = Say where it was verified.
desk-persons-missing = Say who took part.
desk-finding-missing = Say what was found.
desk-cause-missing = Choose what it waits for.
desk-hour-wrong = Write the hour as 16:30.
desk-fault-missing = Say who caused the delay.
desk-method-missing = Choose how it was paid.
desk-component-missing = Choose the paper of this file.
desk-file-missing = Choose a file.

## The leader's desk
desk-approve-empty = Nothing is waiting for approval.
desk-approve-keys = Keys: J and K move between rows, the space bar ticks and goes on. Nothing is ticked beforehand.
desk-approve-picked = Approve what is ticked, as proposed
desk-approve-this = Grant
desk-refuse = Refuse
desk-decide = Decision
desk-pick = Tick the dossier of
desk-col-pick = Tick
desk-col-issue = Will be issued
desk-col-proposal = Appraiser’s proposal
desk-col-why = Why
desk-will-issue = The result as it will be issued
desk-number-later = The number of the result is taken at approval.
desk-password = Your password
desk-password-hint = Asked once for the whole batch.
desk-password-missing = Enter your password to approve.
desk-password-wrong = The password is wrong, or was wrong too often. Wait a minute, then try again.
desk-nothing-picked = Nothing is ticked. Tick at least one dossier.
desk-not-decided = It could not be approved. The dossier is as it was.
desk-batch-done = { $done } approved, { $failed } not
desk-batch-decided = Approved
desk-batch-failed = Not approved
desk-not = No
desk-back-to-approval = Back to the list for approval
desk-whole-dossier = The whole dossier
desk-next-dossier = Next dossier

## The return desk
desk-return-empty = No result is waiting to be collected.
desk-return-nothing = No result that waits matches “{ $typed }”.
desk-ready-since = Ready since { $at }
desk-to-pay = { $amount } to pay
desk-return-to = Hand the result to { $name }
desk-back-to-return = Back to the results
desk-collector = Who collects it?
desk-collector-applicant = The applicant, with the receipt
desk-collector-proxy = Somebody else
desk-proxy-details = Somebody else
desk-proxy-hint = Only where somebody else collects.
desk-authorisation = What shows their right
desk-delivery = How it is given
desk-hand-over = The result is handed over
desk-returned = The result is handed over
desk-next-result = Next result
desk-pay-first = The fee is paid before the result is given. Choose how it is paid.
desk-delivery-missing = Choose how the result is given.
desk-collector-missing = Choose who collects it.
desk-authorisation-missing = Choose the paper that the collector brought.

## The day
desk-day-title = { $day }
desk-day-received = Received
desk-day-returned = Handed back the same day
desk-day-ready = Ready, not collected
desk-day-open = In work
desk-day-away = Turned away with advice
desk-day-backlog = Backlog past due
desk-day-all = Dossiers received on this day
desk-day-none = Nothing was received on this day.
desk-day-col-received = Received
desk-day-col-finished = Ready
desk-day-col-returned = Handed back
desk-day-col-kept = Promise
desk-day-kept = Kept
desk-day-broken = Not kept
desk-day-running = Running
desk-day-away-title = Turned away with a slip
desk-day-slip-supplement = Supplement slip
desk-day-slip-refusal = Refusal slip
desk-day-close = Close of the day
desk-day-close-remark = Remark
desk-day-close-button = Sign the close
desk-day-closed = The day is closed
desk-day-closed-by = { $by }, { $at }
desk-day-closed-already = This day was closed already. Below is who signed and when.
desk-day-pdf = Report of the day (PDF)
desk-day-previous = Day before
desk-day-next = Day after
desk-day-today = Today
desk-day-children = Units below
desk-day-unit = Unit
