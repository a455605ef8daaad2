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

## Trang giám sát
watch-title = Giám sát
watch-none = Không có lời hẹn nào đang mở.
watch-col-risk = Tình trạng
watch-col-promised = Đã hẹn
watch-col-begin = Bắt đầu trước
watch-col-expected = Dự kiến xong
watch-col-steps = Việc cần làm
watch-col-duty = Khâu
watch-not-today = không kịp hôm nay
watch-risk-green = Kịp
watch-risk-amber = Cần chú ý
watch-risk-red = Nguy cơ chậm
watch-risk-broken = Đã lỡ hẹn
watch-step-serve-next = Làm ngay hồ sơ này ở khâu { $duty }.
watch-step-second-officer = Cử thêm một người cùng làm khâu { $duty }, hồ sơ này lâu hơn thường lệ.
watch-step-call-reserve = Gọi người trực vào vị trí { $duty }.
watch-step-signing-round = Mời lãnh đạo ký một lượt các hồ sơ đang chờ.
watch-step-tell-citizen = Báo cho người nộp giờ mới trước khi quá hẹn.
watch-step-apologise = Xin lỗi và hẹn lại ngày trả kết quả.

## Độ tin cậy
watch-reliability-title = Độ tin cậy của lời hẹn
watch-record = 4 tuần qua đã hẹn { $promised } hồ sơ, lỡ { $missed }: giữ hẹn ít nhất { $bound }.
watch-record-none = 4 tuần qua chưa có lời hẹn nào đến hạn.
watch-intervals = { $kept } trên { $all } khung giờ đã nói là đúng, ít nhất { $bound }.
watch-by-work = Theo đơn vị và thủ tục
watch-by-risk = Theo nguy cơ đã tính khi nhận
watch-col-unit = Đơn vị
watch-col-procedure = Thủ tục
watch-col-count = Đã hẹn
watch-col-kept = Giữ hẹn
watch-col-bound = Ít nhất
watch-col-last = Xong trong 30 phút cuối
watch-col-from = Nguy cơ từ
watch-col-stated = Trung bình đã tính
watch-col-late = Chậm thật
watch-col-agrees = So với thực tế
watch-band-agrees = khớp
watch-band-differs = không khớp
