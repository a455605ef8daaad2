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

## Frame of every page
common-skip = Đến nội dung chính
common-error-prefix = Lỗi:
common-errors-title = Cần sửa trước khi tiếp tục
common-optional = (không bắt buộc)
common-demo = Bản dùng thử
common-demo-move = Chỉnh đồng hồ
common-nav-main = Trang chính
common-nav-options = Cỡ chữ, màu sắc
common-nav-foot = Trợ giúp và thông tin
common-foot-help = Trợ giúp
common-foot-access = Khả năng tiếp cận
common-foot-privacy = Bảo vệ dữ liệu cá nhân
common-foot-staff = Đăng nhập cho cán bộ
common-foot-source = khongcho là phần mềm mã nguồn mở, giấy phép Apache-2.0.

## The rail: the four duties of one dossier
common-duty-receive = Tiếp nhận
common-duty-appraise = Thẩm định
common-duty-approve = Phê duyệt
common-duty-return = Trả kết quả
common-step-done = đã xong
common-step-now = đang làm
common-step-ahead = chưa đến

## Parts of pages
common-reason-kept = Đạt:
common-reason-missing = Chưa đạt:
common-day = Ngày
common-month = Tháng
common-year = Năm
common-pager = Các phần của danh sách
common-pager-previous = Phần trước
common-pager-next = Phần sau
common-made-up = Dữ liệu minh họa
