# Words every area needs: the name, the four duties, days, spans, buttons.
common-place-name = không chờ

## Days and hours
common-monday = Monday
common-tuesday = Tuesday
common-wednesday = Wednesday
common-thursday = Thursday
common-friday = Friday
common-saturday = Saturday
common-sunday = Sunday
common-month-01 = January
common-month-02 = February
common-month-03 = March
common-month-04 = April
common-month-05 = May
common-month-06 = June
common-month-07 = July
common-month-08 = August
common-month-09 = September
common-month-10 = October
common-month-11 = November
common-month-12 = December
common-date-words = { $day } { $month } { $year }
common-clock-hour = h
common-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
  }
common-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
  }
common-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
  }
common-remaining = { $span } left
common-overdue-by = { $span } over

## Numbers
common-points = { $value } points
common-money = { $value } VND

## Frame of every page
common-skip = Skip to the main content
common-error-prefix = Error:
common-errors-title = Please correct this before you go on
common-optional = (optional)
common-demo = Demo
common-demo-move = Move the clock
common-nav-main = Main pages
common-nav-options = Text size, colours
common-nav-foot = Help and information
common-foot-help = Help
common-foot-access = Accessibility
common-foot-privacy = Privacy
common-foot-staff = Log in for staff
common-foot-source = khongcho is open-source software, licence Apache-2.0.

## The rail: the four duties of one dossier
common-duty-receive = Received
common-duty-appraise = Appraised
common-duty-approve = Approved
common-duty-return = Handed back
common-step-done = done
common-step-now = now
common-step-ahead = to come

## Parts of pages
common-reason-kept = Kept:
common-reason-missing = Not kept:
common-day = Day
common-month = Month
common-year = Year
common-pager = Parts of the list
common-pager-previous = Previous
common-pager-next = Next
common-made-up = Made-up data
