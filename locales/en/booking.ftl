# Appointments for the no-wait day.

## Choosing where and when
booking-nav = Book a visit
booking-title = Book a visit on the no-wait day
booking-intro = Choose a place, choose an hour, give your name. No account is needed.
booking-walk-in = You are served without an appointment too. Each day keeps room for people who simply come.
booking-choose-unit = Where do you want to go?
booking-where = Place
booking-first = First free hour
booking-state = State
booking-purpose = What for
booking-no-units = No no-wait day takes appointments at the moment. You can come during opening hours.
booking-no-days = This place gives no appointments at the moment. You can come in person or choose another place.
booking-when-title = Choose an hour
booking-nearest = Nearest free hours
booking-free = Free
booking-few = Few left
booking-full = Full
booking-closed = Closed
booking-more-days = Show more days
booking-other-unit = Another place
booking-other-hour = Another hour

## The form
booking-form-title = Who will come?
booking-when = Hour
booking-day = Day
booking-name = Full name
booking-phone = Telephone
booking-phone-hint = For a reminder. Leave it empty if you have none.
booking-email = E-mail
booking-purpose-none = Not sure yet, I will ask
booking-purpose-wrong = Choose one of the list.
booking-form-send = Book
booking-held-until = This place is held for you until { $clock }.
booking-hold-over = The place is no longer held. Choose a free hour and send again; what you typed is still here.
booking-choose-other = Choose an hour
booking-privacy = Name and contact serve this appointment only and are erased 30 days after its day.

## The waiting list
booking-wait-link = No hour fits? Join the waiting list of this day
booking-wait-title = Waiting list
booking-wait-how = Freed places are offered in the order of the list. You have 10 minutes to take one; open this page again to see.
booking-part = When can you come?
booking-part-any = Any time
booking-part-morning = In the morning
booking-part-afternoon = In the afternoon
booking-wait-send = Join the waiting list

## What was refused
booking-problem-full = This hour has just become full.
booking-problem-hour = This hour cannot be booked.
booking-problem-other = Please choose another hour.
booking-problem-contact = This telephone or e-mail has { $n } appointments already. Cancel one before booking another, or simply come.
booking-problem-address = { $n } appointments were booked from here already. Leave a telephone number, or simply come: you will be served.
booking-problem-offer = The 10 minutes are over, so the place went to the next person. You are still on the waiting list.
booking-problem-state = This cannot be done because the appointment has changed. This page shows how it stands now.

## A booking
booking-yours = Your appointment
booking-state-waiting = Waiting for a place
booking-state-offered = There is a place for you
booking-state-booked = Booked
booking-state-arrived = Has come
booking-state-missed = Did not come
booking-state-cancelled = Cancelled
booking-state-closed = The appointment no longer stands
booking-state-lapsed = Left the waiting list
booking-done = Your appointment is booked. Keep this page or take a picture of the code.
booking-moved = Your appointment has a new hour.
booking-moved-from = Your appointment of { $when } was moved to the hour below.
booking-wait-done = You are on the waiting list. Keep this page to see when there is a place.
booking-ahead = { $n ->
    [0] You are first on the waiting list.
    [one] One person is before you.
   *[other] { $n } people are before you.
}
booking-offer-until = This place is kept for you until { $clock }. Press the button below to take it.
booking-accept = Take this place
booking-come-early = Please come 5 minutes early. After more than 10 minutes you queue like people without an appointment.
booking-reminder = We will remind you one day and two hours before, once the unit's messages are switched on.
booking-no-reminder = You left no contact, so there will be no reminder. Save it to your telephone's calendar.
booking-sorry = The unit cannot keep this appointment, and we are sorry. Please choose another hour.
booking-day-gone = The unit keeps no appointments on this day, and we are sorry. Please choose another day.
booking-walk-in-still = You can still come in person or book another appointment.
booking-arrived-note = The unit knows that you are here. Please take a seat until you are called.
booking-code = Appointment code
booking-qr = QR code of the pass
booking-pass = Pass
booking-pass-how = Show this code at the counter or the ticket machine. No need to print it.
booking-calendar = Save to my calendar
booking-calendar-title = One-stop shop appointment
booking-change = Change the hour
booking-change-title = Choose another hour
booking-change-kept = Your appointment now: { $when }. It stays yours until you choose a new one.
booking-again = Book another appointment
booking-bring = See what to bring
booking-cancel = Cancel the appointment
booking-cancel-ask = Your place will go to somebody who waits.
booking-cancel-do = Cancel it
booking-secret = Whoever has the address of this page can see and change the appointment. Keep it to yourself.

## The unit's list
booking-manage = Appointments
booking-manage-code = Appointment code, or scan the pass
booking-manage-arrived = Has come
booking-manage-missed = Did not come
booking-manage-cancel = Cancel for them
booking-manage-days = Days with appointments
booking-manage-nobody = Nobody has booked for this day yet.
booking-manage-who = Who
booking-manage-acts = Acts
booking-manage-waiting = Waiting list
booking-manage-book = Book for somebody
booking-manage-close = Close hours
booking-manage-close-hint = People booked in these hours see the reason on their page and get a message. Closed hours take no new bookings.
booking-manage-closed = Closed hours
booking-manage-reopen = Open again
booking-manage-no-hours = The programme has no hours on this day.
booking-manage-counted = { $places } places for appointments, { $left } left.
booking-erased = (name erased)
booking-close-from = From
booking-close-to = To
booking-close-reason = Reason
booking-close-wrong = Write hours like 8:30; the end must be after the beginning.
booking-close-reason-missing = Write the reason, at most 300 characters. People with appointments will read it.
booking-code-unknown = No appointment here today has this code. The person is served like anybody who walks in.
booking-done-arrived = { $code }: came in time.
booking-done-late = { $code }: came more than 10 minutes late and queues from now.
booking-done-early = { $code }: came early; called from 5 minutes before the hour, or when a counter is idle.
booking-done-missed = { $code }: noted as not come.
booking-done-cancelled = { $code }: cancelled.
booking-done-booked = { $code }: booked. Read this code out to the person.
booking-done-closed = The hours are closed. People with appointments are told.
booking-done-reopened = The hours are open again.

## Settings
booking-settings = Appointment settings
booking-settings-save = Save the settings
booking-settings-saved = Saved. Appointments already given stand.
booking-settings-stale = Somebody has just changed these settings. Look again, then save once more.
booking-settings-result = { $day }: { $places } places for appointments. Share who come, as seen: { $show } of 100.
booking-setting-wrong = This number is out of bounds. { $bounds }
booking-open = Give appointments
booking-open-yes = Yes
booking-open-no = No; those already given stand
booking-slot-minutes = Length of one hour to book (minutes)
booking-slot-minutes-hint = 10, 12, 15, 20, 30 or 60 minutes.
booking-service-minutes = Time one visitor needs (minutes)
booking-service-minutes-hint = From 3 to 120 minutes.
booking-counters = Counters that receive
booking-counters-hint = From 1 to 20 counters.
booking-share = Share for appointments (%)
booking-share-hint = From 10 to 70; the rest is for people who walk in.
booking-show = Share of those booked who come (%)
booking-show-hint = From 50 to 100; the system learns from what it sees.
booking-days-ahead = Days ahead that can be booked
booking-days-ahead-hint = From 1 to 92 days.
