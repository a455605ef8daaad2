# Where a dossier stands, who works on it and what happened: one wording for pages, papers, commands and the API.

## Stages, as a short name and as a sentence for the applicant
stages-received = Received
stages-awaiting-supplement = Waiting for papers
stages-under-verification = Being verified
stages-suspended = Suspended
stages-awaiting-approval = Waiting for approval
stages-result-ready = Result ready
stages-returned = Result given
stages-withdrawn = Withdrawn
stages-stopped = Stopped
stages-voided = Reception cancelled
stages-status-received = Your dossier has been received and is being appraised.
stages-status-awaiting-supplement = Papers are missing. Please bring what the request lists.
stages-status-under-verification = Your dossier is being verified.
stages-status-suspended = Your dossier is suspended; this time does not count.
stages-status-awaiting-approval = Your dossier has been appraised and waits for approval by a leader.
stages-status-result-ready = Your result is ready. Please come and collect it.
stages-status-returned = Your result has been given. The dossier is complete.
stages-status-withdrawn = Your dossier was withdrawn at your request.
stages-status-stopped = Work on your dossier has stopped. Please ask the counter for the reason.
stages-status-voided = The reception of your dossier was cancelled. Please ask the counter for the reason.
stages-status-due = { $status } The result is due before { $due }.

## How it came in
stages-channel-counter = In person at the counter
stages-channel-online = Online
stages-channel-post = By public post

## Money
stages-finance-none = No fee to pay
stages-finance-due = { $amount } to pay
stages-finance-paid = { $amount } paid
stages-finance-exempt = Exempt from the fee
stages-finance-refunded = { $amount } refunded
stages-payment-cash = Cash
stages-payment-transfer = Bank transfer
stages-fee-charge = Charge
stages-fee-state = State fee
stages-exemption-child = Child
stages-exemption-poor-household = Member of a poor household
stages-exemption-elderly = Elderly person
stages-exemption-disabled = Person with a disability
stages-exemption-merit = Family with merit to the revolution
stages-exemption-minority = Ethnic minority in an especially disadvantaged commune

## Delivery and the national portal
stages-delivery-none = No result to give yet
stages-delivery-ready = Waiting at the return desk
stages-delivery-handed = Handed over in person
stages-delivery-posted = Sent by post
stages-delivery-downloaded = Downloaded online
stages-synchronisation-none = Not sent to the National Public Service Portal
stages-synchronisation-queued = Waiting to be sent to the National Public Service Portal
stages-synchronisation-sent = Confirmed by the National Public Service Portal
stages-synchronisation-failed = Sending to the National Public Service Portal failed

## How it was decided, why it waited, whether it kept its time
stages-outcome-granted = Granted
stages-outcome-refused = Refused
stages-pause-supplement = Waiting for papers
stages-pause-payment = Waiting for payment
stages-pause-outside = Waiting for something outside
stages-early = Early
stages-on-time = On time
stages-overdue = Overdue

## Staff
stages-role-receiver = Receiving officer
stages-role-appraiser = Appraising officer
stages-role-leader = Approving leader
stages-role-return-officer = Return officer
stages-role-cashier = Cashier
stages-role-volunteer = Volunteer
stages-role-manager = Supervising leader
stages-role-administrator = Administrator
stages-role-program = Computer program
stages-duty-receive = Reception
stages-duty-appraise = Appraisal
stages-duty-approve = Approval
stages-duty-return = Return of results
stages-duty-receive-short = Receive
stages-duty-appraise-short = Appraise
stages-duty-approve-short = Approve
stages-duty-return-short = Return

## What can be done, as on a button
stages-act-receive = Receive
stages-act-request-supplement = Request papers
stages-act-supplement = Take in papers
stages-act-begin-verification = Begin verification
stages-act-record-verification = Record verification minutes
stages-act-suspend = Suspend
stages-act-resume = Resume
stages-act-extend = Apologise and give a new date
stages-act-appraise = Submit for approval
stages-act-send-back = Send back to appraisal
stages-act-approve = Approve
stages-act-hand-back = Give the result
stages-act-withdraw = Withdraw
stages-act-stop = Stop handling
stages-act-amend = Correct information
stages-act-void = Cancel reception
stages-act-revoke-result = Revoke the result
stages-act-attach-file = Add a file
stages-act-record-payment = Record a payment
stages-act-exempt-fee = Waive the fee
stages-act-refund-fee = Refund the fee
stages-act-record-synchronisation = Record synchronisation
stages-action-turn-away = Guide or turn away
stages-action-read-dossier = Read a dossier
stages-action-read-day = Read the figures of the day
stages-action-set-duty = Switch a duty on or off
stages-action-close-day = Sign the close of the day
stages-action-export = Export data
stages-action-import = Import an earlier register
stages-action-manage-accounts = Manage accounts
stages-action-manage-policy = Manage units, procedures and calendars
stages-action-move-clock = Move the demonstration clock
stages-action-read-roster = Read the roster
stages-action-plan-roster = Plan the roster
stages-action-check-in = Check in
stages-action-correct-presence = Correct a check-in
stages-action-delegate = Delegate approval
stages-action-issue-ticket = Hand out a ticket
stages-action-call-ticket = Call tickets
stages-action-set-counter = Open and close counters
stages-action-manage-slots = Manage appointments
stages-action-assist = Help somebody with a dossier
stages-action-simulate = Simulate a day

## People and their papers
stages-relation-grandparent = Grandparent
stages-relation-parent = Parent
stages-relation-child = Child
stages-relation-spouse = Spouse
stages-relation-sibling = Sibling
stages-relation-other = Somebody else
stages-authorisation-family = Written authorisation of a family member
stages-authorisation-certified = Certified authorisation
stages-authorisation-introduction = Letter of introduction of a body
stages-authorisation-posting-slip = Posting slip of the public post
stages-component-submit = Paper to submit
stages-component-present = Paper to show
stages-component-condition = Condition to meet
stages-component-note = Note
stages-copy-original = Original
stages-copy-copy = Copy, with the original to compare
stages-copy-certified = Certified copy
stages-copy-form = Form
stages-digitised-no = On paper only
stages-digitised-scanned = Scanned or photographed
stages-digitised-reused-component = Reused from an earlier paper
stages-digitised-reused-result = Reused from an earlier result
stages-digitised-from-database = Taken from a national database

## Legal sources
stages-certainty-verified = checked against its source
stages-certainty-memory = from memory, not checked
stages-certainty-reconstruction = reconstructed from an outline
stages-source-uncertain = { $citation } ({ $certainty })

## Events of life that bring somebody to the counter
stages-life-birth = Birth, recognition, guardianship
stages-life-marriage = Marriage and marital status
stages-life-death = Death, wills, inheritance
stages-life-copies = Copies, signatures, certification
stages-life-business = Business and licences
stages-life-other = Something else

## What happened, without names: for anybody who holds the code
stages-fact-received = The dossier was received.
stages-fact-supplement-requested = The office asked for more papers.
stages-fact-supplemented = The papers asked for came in; the term starts afresh.
stages-fact-verification-begun = Verification has begun.
stages-fact-verification-recorded = Verification was minuted.
stages-fact-suspended = The dossier was suspended.
stages-fact-resumed = Work on the dossier went on.
stages-fact-extended = The office apologised and gave a new date for the result.
stages-fact-appraised = The dossier was appraised and put before the leader.
stages-fact-sent-back = The leader asked for a new appraisal.
stages-fact-approved = The leader decided; the result is ready.
stages-fact-handed-back = The result was given.
stages-fact-withdrawn = The dossier was withdrawn at the applicant's wish.
stages-fact-stopped = Work on the dossier was stopped.
stages-fact-amended = Wrongly recorded information was corrected.
stages-fact-voided = The reception was cancelled.
stages-fact-result-revoked = The result was revoked.
stages-fact-file-attached = A file was added to the dossier.
stages-fact-fee-paid = The fee was paid.
stages-fact-fee-exempted = The fee was waived.
stages-fact-fee-refunded = The fee was refunded.
stages-fact-synchronisation-changed = The state on the National Public Service Portal changed.

## What happened, with who did it and the detail that matters: for the staff's story
stages-event-received = { $actor } received the dossier ({ $channel }). The result is due before { $due }.
stages-event-supplement-requested = { $actor } asked for more papers: { $items }. Reason: { $reason }.
stages-event-supplemented = { $actor } took in the papers asked for. The term starts afresh: before { $due }.
stages-event-verification-begun = { $actor } began verification: { $reason }. New due time: before { $due }.
stages-event-verification-recorded = { $actor } recorded verification minutes at { $place }. Finding: { $finding }.
stages-event-suspended = { $actor } suspended the dossier ({ $cause }). Reason: { $reason }.
stages-event-resumed = { $actor } let the dossier go on. Due after the pause: before { $due }.
stages-event-extended = { $actor } apologised and gave a new date: before { $due }. Reason: { $reason }. At fault: { $fault }.
stages-event-extended-late = { $actor } apologised and gave a new date: before { $due }. Reason: { $reason }. At fault: { $fault }. Notice came late, so the dossier counts as overdue.
stages-event-appraised = { $actor } appraised the dossier and put it before the leader. Proposal: { $proposal }.
stages-event-appraised-note = { $actor } appraised the dossier and put it before the leader. Proposal: { $proposal }. Note: { $note }.
stages-event-sent-back = { $actor } sent the dossier back to appraisal. Reason: { $reason }.
stages-event-approved = { $actor } approved. Result { $number } is ready.
stages-event-delegated = Under a delegation of { $leader } (no. { $delegation }).
stages-event-refused = { $actor } refused the request by result { $number }. Reason: { $reason }.
stages-event-handed-none = { $actor } recorded the return of the result to { $collector }.
stages-event-handed-ready = { $actor } left the result at the desk for { $collector }.
stages-event-handed = { $actor } gave the result to { $collector }.
stages-event-handed-proxy = { $actor } gave the result to { $collector } on the applicant's behalf ({ $authorisation }).
stages-event-posted = { $actor } posted the result to { $collector }.
stages-event-downloaded = { $collector } downloaded the result. Recorded by: { $actor }.
stages-event-withdrawn = { $actor } recorded that the applicant withdrew. Reason: { $reason }.
stages-event-stopped = { $actor } stopped work on the dossier. Reason: { $reason }.
stages-event-amended = { $actor } corrected { $parts }. Reason: { $reason }.
stages-event-voided = { $actor } cancelled the reception. Reason: { $reason }.
stages-event-result-revoked = { $actor } revoked the result. Reason: { $reason }.
stages-event-file-attached = { $actor } added the file { $file } to the dossier.
stages-event-fee-paid = { $actor } recorded a payment of { $amount } ({ $method }).
stages-event-fee-paid-bill = { $actor } recorded a payment of { $amount } ({ $method }), bill { $bill }.
stages-event-fee-exempted = { $actor } waived the fee. Reason: { $reason }.
stages-event-fee-refunded = { $actor } refunded { $amount }. Reason: { $reason }.
stages-event-synchronisation-changed = { $actor } recorded: { $state }.
stages-part-applicant = the applicant's details
stages-part-proxy = the proxy's details
stages-part-needs = the support needed
stages-part-answers = the answers to the form
stages-part-copies = the number of copies ({ $copies })
stages-part-none = the dossier's information
stages-list-and = { $before } and { $last }
stages-list-or = { $before } or { $last }
stages-when = { $clock } on { $day }
