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
