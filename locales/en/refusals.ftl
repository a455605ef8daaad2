# Why something cannot be done, and what to do instead. Read by staff.
refusals-wrong-stage = “{ $act }” is not possible while the dossier stands at “{ $stage }”. Open the dossier again to see what is.
refusals-no-dossier = There is no dossier yet for “{ $act }”. Receive the dossier first.
refusals-components-missing = { $count ->
    [one] { $count } required paper is missing
   *[other] { $count } required papers are missing
  }. Complete the papers and try again.
refusals-components-missing-named = Required papers are missing: { $names }. Complete them and try again.
refusals-verification-unanswered = Nobody said whether the dossier needs verification. Choose an answer and give the reason.
refusals-counter-closed = The counter is closed now. Receive within opening hours, or file online.
refusals-version-not-in-force = This version of the procedure is not in force today. Choose the procedure again to use the one that is.
refusals-authorisation-insufficient = This authorisation must be certified. Bring a certified authorisation.
refusals-approver-is-appraiser = Whoever received or appraised a dossier cannot approve it. Pass it to another leader.
refusals-supplement-asked-before = Papers were already requested once and cannot be requested again. Decide on the papers at hand.
refusals-extended-before = A new date was already given once and cannot be given again. Handle the dossier now.
refusals-not-later = The new due time must lie after the present one. Choose a later day.
refusals-reason-missing = The reason is missing. Give it in one short sentence.
refusals-nothing-asked = No paper to bring was named. Name all of them at once.
refusals-nothing-changed = Nothing was changed. Correct at least one entry, then save.
refusals-wrong-finance = Not possible because the fee stands at “{ $finance }”. Open the dossier again to see it.
refusals-wrong-amount = The amount owed is { $expected }, not { $given }. Check the amount.
refusals-fee-owed = { $due } is still owed. Take the payment before you give the result.
refusals-collector-not-authorised = The collector's papers do not suffice. Ask for a certified authorisation.
refusals-unknown-component = This paper is not part of the dossier. Choose one from the dossier's list.
refusals-revoked-before = This result was already revoked. Nothing more needs to be done.
refusals-not-a-delivery = No way of delivery was chosen. Choose in person, by post or online.
refusals-time-before-last-event = The machine's clock lies before the dossier's last entry. Ask the administrator to set the clock.
refusals-no-copies = At least one copy of the result must be asked for. Enter the number again.
refusals-fee-basis-unknown = This dossier did not keep its number of pages and its answers. Enter the pages and the questions again so that the fee can be worked out.

## Permission
refusals-denied-here = This account is not entrusted with “{ $action }”. Ask a colleague who is, or the administrator.
refusals-denied-deciding = This account may not do “{ $action }” at the deciding unit. Ask a colleague who may, or the receiving unit.
refusals-denied-above = A unit above follows the work and does not do “{ $action }”. Leave it to the dossier's unit.
refusals-denied-elsewhere = This belongs to another unit, so “{ $action }” is not possible here. Please contact that unit.
refusals-relation-receiving = Receiving unit
refusals-relation-deciding = Deciding unit
refusals-relation-above = Unit above
refusals-relation-elsewhere = Another unit

## The promise
refusals-promise-unanswered = A promise needs to know whether the dossier must be verified. Answer the question about verification.
refusals-promise-unforeseen = This procedure has no verification. Take back the answer that it is needed.
