# Words every area needs: the name, the four duties, days, spans, buttons.
common-place-name = không chờ

## Days and hours
common-monday = Thứ Hai
common-tuesday = Thứ Ba
common-wednesday = Thứ Tư
common-thursday = Thứ Năm
common-friday = Thứ Sáu
common-saturday = Thứ Bảy
common-sunday = Chủ nhật
common-month-01 = tháng 1
common-month-02 = tháng 2
common-month-03 = tháng 3
common-month-04 = tháng 4
common-month-05 = tháng 5
common-month-06 = tháng 6
common-month-07 = tháng 7
common-month-08 = tháng 8
common-month-09 = tháng 9
common-month-10 = tháng 10
common-month-11 = tháng 11
common-month-12 = tháng 12
common-date-words = ngày { $day } tháng { $month } năm { $year }
common-clock-hour = giờ
common-days = { $n } ngày
common-hours = { $n } giờ
common-minutes = { $n } phút
common-remaining = còn { $span }
common-overdue-by = quá { $span }

## Numbers
common-points = { $value } điểm %
common-money = { $value } đ
