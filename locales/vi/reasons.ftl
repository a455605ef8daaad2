# Why a result can or cannot be promised for the same day, and how a deadline came about.

## What the counter says
reasons-headline-today = Có kết quả trong ngày, trước { $clock }
reasons-headline-due = Hẹn trả kết quả trước { $due }
reasons-headline-incomplete = Chưa thể hẹn trả kết quả vì còn thiếu giấy tờ
reasons-headline-none = Chưa tính được ngày trả kết quả
reasons-basis-today = Mô hình không chờ, trong ngày
reasons-basis-next-morning = Mô hình không chờ, sáng ngày làm việc sau
reasons-basis-statute = Thời hạn theo quy định
reasons-basis-incomplete = Hồ sơ chưa đủ giấy tờ

## The tests of the promise
reasons-in-programme = Thủ tục có trong danh sách không chờ của đơn vị.
reasons-in-programme-named = Thủ tục có trong danh sách “{ $programme }” của đơn vị.
reasons-no-programme = Đơn vị chưa có mô hình không chờ.
reasons-not-listed = Hôm nay thủ tục không có trong danh sách không chờ của đơn vị.
reasons-always-verified = Thủ tục luôn phải xác minh nên không có trong mô hình không chờ.
reasons-programme-day = { $day } là ngày không chờ.
reasons-programme-day-moved = { $day } là ngày không chờ, thay cho ngày nghỉ { $holiday }.
reasons-not-programme-day = { $day } không phải ngày không chờ.
reasons-day-not-in-force = Mô hình không chờ không có hiệu lực vào { $day }.
reasons-day-other-weekday = { $day } không phải ngày trong tuần của mô hình không chờ.
reasons-day-off = { $day } là ngày nghỉ nên mô hình không chờ không hoạt động.
reasons-day-made-up = { $day } là ngày làm bù nên mô hình không chờ không hoạt động.
reasons-outside-hours = Hồ sơ tính lúc { $received }, ngoài giờ không chờ từ { $from } đến { $to }.
reasons-channel-allowed = Mô hình không chờ nhận hồ sơ theo cách này: { $channel }.
reasons-channel-not-allowed = Mô hình không chờ không nhận hồ sơ theo cách này: { $channel }.
reasons-components-complete = Hồ sơ đã đủ giấy tờ.
reasons-components-missing = Hồ sơ còn thiếu { $count } giấy tờ.
reasons-components-missing-named = Hồ sơ còn thiếu: { $names }.
reasons-no-verification-by-procedure = Thủ tục không phải xác minh.
reasons-no-verification = Công chức xác nhận không cần xác minh: { $reason }.
reasons-verification-by-procedure = Thủ tục luôn phải xác minh nên không trả được trong ngày.
reasons-verification = Hồ sơ cần xác minh: { $reason }.
reasons-before-cut-off = Hồ sơ tính lúc { $received }, kịp mốc { $cutoff }.
reasons-after-cut-off = Hồ sơ tính lúc { $received }, sau mốc { $cutoff }.
reasons-no-cut-off = Không có mốc giờ nhận trong ngày vì không có mô hình không chờ.
reasons-duty-present = Vị trí { $duty } đang có người trực.
reasons-duty-present-assumed = Vị trí { $duty } được coi là có người trực, chưa có ghi nhận.
reasons-duty-absent = Vị trí { $duty } đang vắng người.
reasons-duty-absent-assumed = Vị trí { $duty } được coi là vắng người, chưa có ghi nhận.
reasons-capacity-left = Còn đủ chỗ trong ngày: có { $ahead } hồ sơ làm trước.
reasons-capacity-tight = Hôm nay đông: có { $ahead } hồ sơ làm trước, khoảng { $late } trên 100 hồ sơ như thế này có thể chậm.
reasons-capacity-exhausted = Hôm nay không còn chỗ (mã R4): có { $ahead } hồ sơ làm trước, khoảng { $late } trên 100 hồ sơ như thế này sẽ chậm.
reasons-capacity-binding = Khâu { $duty } có { $officers } người làm và là chỗ chậm nhất.
reasons-closes-today = Kết quả có ngay trong ngày, trước { $clock }.
reasons-closes-later = Kết quả theo hẹn có vào { $day }, không phải trong ngày.
reasons-closes-never = Không có hẹn trả kết quả trong ngày.

## How a deadline came about: parts of one sentence
reasons-deadline = Nhận lúc { $received }, { $term }: { $steps }; hẹn trước { $due }.
reasons-deadline-plain = Nhận lúc { $received }, { $term }: hẹn trước { $due }.
reasons-term-same-day = giải quyết trong ngày
reasons-term-working-days = { $n } ngày làm việc
reasons-term-calendar-days = { $n } ngày
reasons-term-hours = { $n } giờ làm việc
reasons-step-day-off = nhận vào ngày nghỉ nên tính từ { $from }
reasons-step-before-opening = nhận trước giờ làm việc nên tính từ { $from }
reasons-step-break = nhận trong giờ nghỉ nên tính từ { $from }
reasons-step-after-closing = nhận sau giờ làm việc nên tính từ { $from }
reasons-step-resumed-closed = xử lý tiếp ngoài giờ làm việc nên tính từ giờ mở cửa sau đó
reasons-step-by-cut-off = kịp mốc { $cutoff } nên trả trong ngày
reasons-step-after-cut-off = sau mốc { $cutoff } nên sang ngày làm việc tiếp theo
reasons-step-receipt-not-counted = không tính ngày nhận
reasons-step-day-not-counted = không tính ngày { $on }
reasons-step-made-up = có tính ngày làm bù { $on }
reasons-step-moved = hạn rơi vào ngày nghỉ { $on } nên sang ngày làm việc tiếp theo
reasons-step-resumed = tạm dừng từ { $paused } đến { $resumed }, còn lại { $left }
reasons-step-skipped = bỏ qua { $spans }
reasons-skipped = { $days } ({ $why })
reasons-skipped-weekly = cuối tuần
reasons-skipped-weekly-one = ngày nghỉ hằng tuần
reasons-skipped-holiday = nghỉ { $name }
reasons-warning-missing-year = Lịch nghỉ năm { $year } chưa được nhập. Mời xác nhận lịch rồi tính lại hạn.
reasons-warning-estimated-year = Lịch nghỉ năm { $year } mới là dự kiến. Hạn có thể thay đổi khi có lịch chính thức.
reasons-warning-out-of-range = Lịch làm việc không còn ngày nào để tính hạn. Mời kiểm tra lịch của đơn vị.

## Time left
reasons-left = còn { $span }
reasons-left-now = vừa đến hạn
reasons-past = quá hạn { $span }
reasons-past-now = vừa quá hạn
reasons-span-working-hours = { $n } giờ làm việc
