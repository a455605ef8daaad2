# Giám sát lời hẹn: giờ dự kiến, nguy cơ, nguyên nhân, độ tin cậy.

## Giờ dự kiến
watch-ready-between = Dự kiến có kết quả từ { $from } đến { $by }
watch-ready-label = Dự kiến có kết quả
watch-ready-level = Khung giờ này đúng ít nhất { $percent } trên 100 lần.

## Nguyên nhân lời hẹn không giữ được
watch-cause-outage = Phần mềm ngừng hoạt động
watch-cause-supplement = Chờ người nộp bổ sung giấy tờ
watch-cause-payment = Chờ nộp phí, lệ phí
watch-cause-outside = Chờ việc bên ngoài cơ quan
watch-cause-verification = Phát sinh việc phải xác minh
watch-cause-absent = Vị trí { $duty } vắng người
watch-cause-slow = Hồ sơ khó, khâu { $duty } làm lâu hơn thường lệ
watch-cause-queue = Quá nhiều hồ sơ chờ ở khâu { $duty }

## Chỗ khác, ngày khác
watch-offer-unit = { $unit } còn chỗ: dự kiến có kết quả từ { $from } đến { $by }.
watch-offer-day = Ngày không chờ kế tiếp: { $day }.
watch-offer-statute = Nếu nộp bây giờ, hồ sơ vẫn được nhận và trả kết quả theo thời hạn quy định.

## Giờ nhận cuối
watch-last-safe = Nhận hồ sơ đến { $clock } thì vẫn có kết quả trong ngày.
watch-last-safe-over = Hồ sơ nhận từ bây giờ khó có kết quả trong ngày.
