# The queue: tickets, the machine, phones, displays, the counter that calls, boards of a district.

## Groups and grounds
queue-purpose-hand-in = Nộp hồ sơ
queue-purpose-collect = Nhận kết quả
queue-purpose-ask = Hỏi, nhờ hướng dẫn
queue-priority-aged = Từ đủ 80 tuổi
queue-priority-disabled = Người khuyết tật
queue-priority-pregnant = Phụ nữ có thai
queue-priority-child = Bế trẻ nhỏ
queue-priority-merit = Người có công với cách mạng
queue-priority-unwell = Đang ốm yếu
queue-priority-none = Không thuộc diện nào
queue-priority-tag = Ưu tiên

## Where a ticket stands
queue-stage-waiting = Đang chờ
queue-stage-unprinted = Chưa in được phiếu
queue-stage-called = Đang mời
queue-stage-serving = Đang làm việc
queue-stage-parked = Tạm để riêng
queue-stage-absent = Gọi mà chưa đến
queue-stage-finished = Đã xong
queue-stage-cancelled = Đã bỏ số
queue-stage-closed = Hết ngày
queue-wait = Chờ khoảng { $from } đến { $to } phút
queue-wait-none-open = Chưa có quầy nào mở. Giờ chờ tùy lúc quầy mở.
queue-ahead = Trước ông/bà còn { $n } người
queue-ahead-none = Ông/bà là người tiếp theo

## Why something was not done
queue-refused-stage = Số này đang ở tình trạng khác, việc này không làm được nữa. Xem lại danh sách rồi chọn việc khác.
queue-refused-no-counter = Việc này làm từ một quầy đang mở. Hãy mở quầy trước.
queue-refused-other-counter = Số này thuộc quầy { $counter }. Chỉ quầy đó làm được việc này.
queue-refused-calls = Mới gọi { $calls } lần. Gọi ít nhất { $needed } lần rồi mới ghi là vắng.
queue-refused-walk = Vừa mới gọi. Chờ ít nhất { $n } giây để người ta kịp đến quầy.
queue-refused-late = Số vắng chỉ quay lại được trong { $n } phút. Hãy lấy số mới.
queue-refused-same = Số này đang chờ ở đúng nơi đó rồi.
queue-refused-linked = Hồ sơ này đã gắn với số rồi.
queue-refused-door = Giờ đến không thể sau giờ hiện tại.
queue-nobody-waits = Không có ai chờ ở các nhóm của quầy này.
queue-counter-closed = Quầy này chưa mở. Hãy mở quầy trước.
queue-counter-taken = Quầy này { $by } đang ngồi. Chọn quầy khác, hoặc đánh dấu “Vào thay”.
queue-counter-holds = Quầy { $counter } còn đang gọi số { $number }. Hãy bắt đầu, ghi vắng hoặc để riêng số đó trước.
queue-no-group = Không có nhóm này, hoặc còn người chờ trong nhóm. Chọn nhóm khác.
queue-last-group = Phải còn ít nhất một nhóm.
queue-door-closed = Lúc này chưa phát số. Quầy mở lại lúc { $at }.
queue-door-unknown = Lúc này không phát số. Xin hỏi cán bộ tại quầy.

## The machine in the hall
queue-kiosk-welcome = Xin mời chọn
queue-kiosk-pass = Tôi có giấy hẹn
queue-kiosk-pass-hint = Quét mã QR trên giấy hẹn
queue-kiosk-take = Lấy số thứ tự
queue-kiosk-take-hint = Nộp hồ sơ, nhận kết quả
queue-kiosk-help = Nhờ hướng dẫn
queue-kiosk-help-hint = Có người giúp điền tờ khai
queue-kiosk-what = Ông/bà đến làm gì?
queue-kiosk-waiting = { $n } người chờ
queue-kiosk-priority = Ông/bà có thuộc diện ưu tiên không?
queue-kiosk-priority-hint = Chỉ cần chọn, không cần giấy tờ. Máy không lưu gì về sức khỏe.
queue-kiosk-scan = Đưa mã QR trên giấy hẹn vào máy quét
queue-kiosk-scan-label = Mã trên giấy hẹn
queue-kiosk-scan-button = Xem
queue-kiosk-scan-unknown = Không đọc được giấy hẹn này. Quét lại, hoặc bấm “Nhờ hướng dẫn”.
queue-kiosk-ready = Kết quả đã có. Lấy số để nhận kết quả.
queue-kiosk-not-ready = Hồ sơ chưa có kết quả: { $stage }. Lấy số nếu ông/bà muốn hỏi.
queue-kiosk-booked = Đã nhận lịch hẹn lúc { $at }. Trả lời câu dưới đây để lấy số.
queue-kiosk-again = Làm lại từ đầu
queue-kiosk-listen = Nghe đọc
queue-kiosk-idle = Ông/bà còn cần máy không?
queue-kiosk-idle-stay = Tôi còn dùng
queue-kiosk-idle-rest = Máy về màn hình đầu sau { $n } giây.
queue-kiosk-your = Số của ông/bà
queue-kiosk-phone = Quét mã này để theo dõi trên điện thoại
queue-kiosk-print = In phiếu
queue-kiosk-no-paper = Máy không in ra phiếu
queue-kiosk-no-paper-title = Chưa có phiếu giấy. Hãy ghi nhớ số này hoặc quét mã QR.
queue-kiosk-know = Tôi đã nhớ số
queue-kiosk-done = Xong
queue-kiosk-say-number = Số của ông bà là { $number }. { $wait }.

## On paper
queue-paper-at = Lấy số lúc { $at }
queue-paper-follow = Theo dõi bằng điện thoại
queue-paper-keep = Mời chuẩn bị sẵn giấy tờ và căn cước. Gọi hai lần không đến, số được giữ thêm 30 phút.
queue-paper-58 = Giấy 58 mm
queue-paper-80 = Giấy 80 mm
queue-paper-a6 = Giấy A6

## On the phone
queue-phone-title = Lấy số bằng điện thoại
queue-phone-lead = Chọn việc rồi bấm “Lấy số”. Giữ trang này mở để biết khi đến lượt.
queue-phone-what = Ông/bà đến làm gì?
queue-phone-priority = Diện ưu tiên
queue-phone-take = Lấy số
queue-phone-choose = Hãy chọn việc ông/bà đến làm.
queue-phone-many = Mạng này vừa lấy nhiều số. Xin lấy số ở máy trong sảnh hoặc hỏi cán bộ.
queue-ticket-title = Số { $number }
queue-ticket-of = tại { $unit }
queue-ticket-called = Mời đến quầy { $counter }
queue-ticket-called-hint = Nếu không kịp đến, số được giữ thêm 30 phút.
queue-ticket-serving = Đang làm việc tại quầy { $counter }
queue-ticket-parked = Số được để riêng. Xong việc, mời quay lại quầy { $counter }.
queue-ticket-absent = Quầy đã gọi mà chưa thấy. Bấm nút dưới đây khi đã quay lại.
queue-ticket-unprinted = Số này chưa được tính là đang chờ. Bấm nút dưới đây nếu ông/bà đã biết số.
queue-ticket-finished = Đã xong. Cảm ơn ông/bà.
queue-ticket-cancelled = Số này đã bỏ. Cần thì lấy số mới.
queue-ticket-closed = Ngày làm việc đã hết. Hôm khác xin lấy số mới.
queue-ticket-back = Tôi đã quay lại
queue-ticket-leave = Rời hàng chờ
queue-ticket-leave-hint = Bấm là bỏ số ngay.
queue-ticket-new = Lấy số mới
queue-ticket-keep-open = Giữ trang này mở. Điện thoại rung khi đến lượt.
queue-stale = Mất kết nối, đang thử lại.

## The display in the hall
queue-calls-title = Bảng gọi số
queue-calls-now = Mời số
queue-calls-to = đến quầy { $counter }
queue-calls-say = Mời số { $number }, đến quầy { $counter }
queue-calls-none = Chưa gọi số nào
queue-calls-last = Vừa gọi
queue-calls-counter = quầy { $counter }
queue-calls-waiting = đang chờ
queue-calls-dossiers = Hồ sơ trong ngày
queue-calls-no-dossier = Chưa có hồ sơ nào
queue-calls-sound = Bật loa
queue-calls-no-counter = chưa mở quầy

## The counter that calls
queue-desk-title = Gọi số
queue-desk-nav = Gọi số
queue-desk-open-title = Mở quầy
queue-desk-open-which = Quầy của tôi
queue-desk-open-groups = Nhóm tôi phục vụ
queue-desk-open-groups-hint = Không chọn thì phục vụ các nhóm đã đặt cho quầy.
queue-desk-open-over = Vào thay người đang mở quầy này
queue-desk-open = Mở quầy
queue-desk-seat = { $by } đang ngồi
queue-desk-counter = Quầy { $counter }
queue-desk-close = Đóng quầy
queue-desk-next = Gọi số tiếp theo
queue-desk-finish-next = Xong, gọi số tiếp theo
queue-desk-recall = Gọi lại
queue-desk-start = Bắt đầu
queue-desk-finish = Xong
queue-desk-park = Để riêng
queue-desk-absent = Vắng mặt
queue-desk-cancel = Bỏ số
queue-desk-transfer = Chuyển đến
queue-desk-transfer-button = Chuyển
queue-desk-group = Nhóm { $group }: { $purpose }
queue-desk-intake = Tiếp nhận hồ sơ của số { $number }
queue-desk-since = đến lúc { $at }, đã chờ { $span }
queue-desk-calls = đã gọi { $n } lần
queue-desk-free = Quầy đang rảnh
queue-desk-line = Đang chờ
queue-desk-line-none = Không có ai chờ.
queue-desk-more = và { $n } người nữa
queue-desk-aside = Để riêng, vắng, chưa có phiếu
queue-desk-call-back = Gọi lại về quầy
queue-desk-came-back = Đã quay lại
queue-desk-give = Phát số tại quầy
queue-desk-give-button = Phát số
queue-desk-given = Đã phát số { $number }
queue-desk-given-hint = In phiếu, hoặc đưa mã QR cho người lấy số.
queue-desk-print = In phiếu { $number }
queue-desk-unprinted = Không in được
queue-desk-counters = Quầy và nhóm
queue-desk-display = Bảng gọi số
queue-desk-machine = Máy lấy số
queue-desk-wall-qr = Mã QR dán tường
queue-desk-wall-qr-hint = Quét để lấy số bằng điện thoại
queue-desk-visit-finish = Xong lượt của số { $number }
queue-desk-visit-keep = Số { $number } còn việc khác
queue-desk-visit = Số thứ tự
queue-desk-minutes = { $n } phút

## Counters and groups of a unit
queue-places-title = Quầy và nhóm
queue-places-counters = Các quầy
queue-places-label = Biển tên
queue-places-groups = Nhóm phục vụ
queue-places-number = Số quầy
queue-places-save = Lưu quầy
queue-places-new = Thêm quầy
queue-places-remove = Bỏ quầy
queue-places-closed = đang đóng
queue-places-number-wrong = Số quầy từ 1 đến 99.
queue-places-groups-wrong = Chọn ít nhất một nhóm.
queue-places-group-list = Các nhóm
queue-places-letter = Chữ cái
queue-places-letter-wrong = Chữ cái từ A đến Z.
queue-places-purpose = Việc
queue-places-purpose-wrong = Hãy chọn việc của nhóm.
queue-places-sectors = Chỉ cho lĩnh vực
queue-places-sectors-all = mọi lĩnh vực
queue-places-group-save = Lưu nhóm
queue-places-group-remove = Bỏ nhóm
queue-places-saved = Đã lưu.

## Boards of the district
queue-wall-title = Toàn huyện hôm nay
queue-wall-waiting = Đang chờ
queue-wall-working = Đang làm
queue-wall-returned = Đã trả
queue-wall-backlog = Tồn
queue-wall-closes = Còn { $span } đến giờ đóng cửa
queue-wall-closed = Ngoài giờ làm việc
queue-wall-none = Chưa có đơn vị nào ở dưới.
queue-wall-clear = Không còn hồ sơ tồn
queue-wall-left = Còn { $n } hồ sơ tồn
