# The queue: tickets, the machine, phones, displays, the counter that calls, boards of a district.

## Groups and grounds
queue-purpose-hand-in = Hand in a dossier
queue-purpose-collect = Collect a result
queue-purpose-ask = Ask, or get help
queue-priority-aged = Aged 80 or over
queue-priority-disabled = Disabled
queue-priority-pregnant = Pregnant
queue-priority-child = With a child in arms
queue-priority-merit = Person of merit to the revolution
queue-priority-unwell = Unwell
queue-priority-none = None of these
queue-priority-tag = Priority

## Where a ticket stands
queue-stage-waiting = Waiting
queue-stage-unprinted = No paper came out
queue-stage-called = Called
queue-stage-serving = At the counter
queue-stage-parked = Set aside
queue-stage-absent = Called and not come
queue-stage-finished = Served
queue-stage-cancelled = Given up
queue-stage-closed = The day ended
queue-wait = About { $from } to { $to } minutes
queue-wait-none-open = No counter is open. The wait depends on when one opens.
queue-ahead = { $n ->
    [one] 1 person before you
   *[other] { $n } people before you
}
queue-ahead-none = You are next

## Why something was not done
queue-refused-stage = This number stands elsewhere by now, and this cannot be done any more. Look at the list and choose again.
queue-refused-no-counter = This is done from an open counter. Open yours first.
queue-refused-other-counter = This number belongs to counter { $counter }. Only that counter can do this.
queue-refused-calls = Called { $calls ->
    [one] once
   *[other] { $calls } times
}. Call at least { $needed } times before marking it absent.
queue-refused-walk = It was called just now. Leave at least { $n } seconds for the way.
queue-refused-late = An absent number comes back within { $n } minutes. Take a new one.
queue-refused-same = This number waits there already.
queue-refused-linked = This dossier is linked already.
queue-refused-door = Nobody comes later than now.
queue-nobody-waits = Nobody waits in the groups of this counter.
queue-counter-closed = This counter is not open. Open it first.
queue-counter-taken = { $by } sits at this counter. Choose another, or tick “Take over”.
queue-counter-holds = Counter { $counter } still holds number { $number }. Start it, mark it absent or set it aside first.
queue-no-group = There is no such group, or somebody waits in it. Choose another.
queue-last-group = At least one group must stay.
queue-door-closed = No tickets are given now. The counter opens again at { $at }.
queue-door-unknown = No tickets are given now. Please ask at the counter.

## The machine in the hall
queue-kiosk-welcome = Please choose
queue-kiosk-pass = I have a receipt
queue-kiosk-pass-hint = Scan the QR code on it
queue-kiosk-take = Take a number
queue-kiosk-take-hint = Hand in, collect a result
queue-kiosk-help = Get help
queue-kiosk-help-hint = Somebody helps with forms
queue-kiosk-what = What do you come for?
queue-kiosk-waiting = { $n ->
    [one] 1 person waits
   *[other] { $n } people wait
}
queue-kiosk-priority = Do you have priority?
queue-kiosk-priority-hint = Just choose, no paper is needed. Nothing about your health is kept.
queue-kiosk-scan = Hold the QR code of the receipt to the scanner
queue-kiosk-scan-label = Code on the receipt
queue-kiosk-scan-button = Look
queue-kiosk-scan-unknown = This receipt cannot be read. Scan again, or press “Get help”.
queue-kiosk-ready = The result is there. Take a number to collect it.
queue-kiosk-not-ready = There is no result yet: { $stage }. Take a number if you want to ask.
queue-kiosk-booked = Your appointment at { $at } is noted. Answer below to take a number.
queue-kiosk-again = Start over
queue-kiosk-listen = Read aloud
queue-kiosk-idle = Are you still there?
queue-kiosk-idle-stay = I am still here
queue-kiosk-idle-rest = The machine starts over in { $n } seconds.
queue-kiosk-your = Your number
queue-kiosk-phone = Scan this code to follow it on your phone
queue-kiosk-print = Print
queue-kiosk-no-paper = No paper came out
queue-kiosk-no-paper-title = There is no paper. Please remember this number or scan the QR code.
queue-kiosk-know = I know my number
queue-kiosk-done = Done
queue-kiosk-say-number = Your number is { $number }. { $wait }.

## On paper
queue-paper-at = Taken at { $at }
queue-paper-follow = Follow it on your phone
queue-paper-keep = Have your papers and identity card ready. After two calls the number is kept for 30 minutes.
queue-paper-58 = 58 mm paper
queue-paper-80 = 80 mm paper
queue-paper-a6 = A6 paper

## On the phone
queue-phone-title = Take a number by phone
queue-phone-lead = Choose what you come for and press “Take a number”. Keep this page open to know your turn.
queue-phone-what = What do you come for?
queue-phone-priority = Priority
queue-phone-take = Take a number
queue-phone-choose = Choose what you come for.
queue-phone-many = Many numbers were taken from this network. Use the machine in the hall or ask an officer.
queue-ticket-title = Number { $number }
queue-ticket-of = at { $unit }
queue-ticket-called = Please come to counter { $counter }
queue-ticket-called-hint = If you cannot make it, the number is kept for 30 minutes.
queue-ticket-serving = At counter { $counter }
queue-ticket-parked = Your number is set aside. When you are ready, come back to counter { $counter }.
queue-ticket-absent = You were called and not seen. Press the button below when you are back.
queue-ticket-unprinted = This number does not count as waiting yet. Press the button below if you know it.
queue-ticket-finished = Done. Thank you.
queue-ticket-cancelled = This number was given up. Take a new one if you need it.
queue-ticket-closed = The working day has ended. Please take a new number another day.
queue-ticket-back = I am back
queue-ticket-leave = Leave the queue
queue-ticket-leave-hint = This gives the number up at once.
queue-ticket-new = Take a new number
queue-ticket-keep-open = Keep this page open. The phone vibrates at your turn.
queue-stale = No connection, trying again.

## The display in the hall
queue-calls-title = Call display
queue-calls-now = Now calling
queue-calls-to = to counter { $counter }
queue-calls-say = Number { $number }, to counter { $counter }
queue-calls-none = Nobody called yet
queue-calls-last = Called before
queue-calls-counter = counter { $counter }
queue-calls-waiting = waiting
queue-calls-dossiers = Dossiers of the day
queue-calls-no-dossier = No dossier yet
queue-calls-sound = Sound on
queue-calls-no-counter = no counter open

## The counter that calls
queue-desk-title = Call numbers
queue-desk-nav = Queue
queue-desk-open-title = Open a counter
queue-desk-open-which = My counter
queue-desk-open-groups = Groups I serve
queue-desk-open-groups-hint = Without a tick, those described for the counter.
queue-desk-open-over = Take over from whoever has it open
queue-desk-open = Open
queue-desk-seat = { $by } sits here
queue-desk-counter = Counter { $counter }
queue-desk-close = Close the counter
queue-desk-next = Call next
queue-desk-finish-next = Done, call next
queue-desk-recall = Call again
queue-desk-start = Start
queue-desk-finish = Done
queue-desk-park = Set aside
queue-desk-absent = Absent
queue-desk-cancel = Give up
queue-desk-transfer = Transfer to
queue-desk-transfer-button = Transfer
queue-desk-group = Group { $group }: { $purpose }
queue-desk-intake = Receive the dossier of { $number }
queue-desk-since = came at { $at }, waited { $span }
queue-desk-calls = { $n ->
    [one] called once
   *[other] called { $n } times
}
queue-desk-free = The counter is free
queue-desk-line = Waiting
queue-desk-line-none = Nobody waits.
queue-desk-more = { $n ->
    [one] and 1 more
   *[other] and { $n } more
}
queue-desk-aside = Set aside, absent, without paper
queue-desk-call-back = Call back here
queue-desk-came-back = Is back
queue-desk-give = Hand out a number
queue-desk-give-button = Hand out
queue-desk-given = Number { $number } was handed out
queue-desk-given-hint = Print it, or show its QR code.
queue-desk-print = Print { $number }
queue-desk-unprinted = It does not print
queue-desk-counters = Counters and groups
queue-desk-display = Call display
queue-desk-machine = Ticket machine
queue-desk-wall-qr = QR code for the wall
queue-desk-wall-qr-hint = Scan to take a number by phone
queue-desk-visit-finish = This ends the visit of { $number }
queue-desk-visit-keep = { $number } has something else
queue-desk-visit = Ticket
queue-desk-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}

## Counters and groups of a unit
queue-places-title = Counters and groups
queue-places-counters = Counters
queue-places-label = Sign
queue-places-groups = Groups served
queue-places-number = Number of the counter
queue-places-save = Save the counter
queue-places-new = Add a counter
queue-places-remove = Remove
queue-places-closed = closed
queue-places-number-wrong = A counter has a number from 1 to 99.
queue-places-groups-wrong = Choose at least one group.
queue-places-group-list = Groups
queue-places-letter = Letter
queue-places-letter-wrong = A letter from A to Z.
queue-places-purpose = What for
queue-places-purpose-wrong = Choose what the group is for.
queue-places-sectors = Only for sectors
queue-places-sectors-all = all sectors
queue-places-group-save = Save the group
queue-places-group-remove = Remove the group
queue-places-saved = Saved.

## Boards of the district
queue-wall-title = The whole district today
queue-wall-waiting = Waiting
queue-wall-working = In work
queue-wall-returned = Returned
queue-wall-backlog = Backlog
queue-wall-closes = { $span } until closing
queue-wall-closed = Outside opening hours
queue-wall-none = There is no unit below.
queue-wall-clear = No backlog
queue-wall-left = { $n ->
    [one] 1 dossier left over
   *[other] { $n } dossiers left over
}
