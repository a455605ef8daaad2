# Appointments for the no-wait day.

## Choosing where and when
booking-nav = Đặt lịch
booking-title = Đặt lịch ngày không chờ
booking-intro = Chọn nơi đến, chọn giờ, cho biết họ tên. Không cần tài khoản.
booking-walk-in = Không đặt lịch vẫn được phục vụ. Mỗi ngày luôn có chỗ dành cho người đến trực tiếp.
booking-choose-unit = Bạn muốn đến đâu?
booking-where = Nơi đến
booking-first = Giờ trống sớm nhất
booking-state = Tình trạng
booking-purpose = Việc cần làm
booking-no-units = Hiện chưa có ngày không chờ nào nhận đặt lịch. Bạn có thể đến trực tiếp trong giờ làm việc.
booking-no-days = Nơi này hiện không nhận đặt lịch. Bạn có thể đến trực tiếp hoặc chọn nơi khác.
booking-when-title = Chọn giờ đến
booking-nearest = Giờ trống gần nhất
booking-free = Còn chỗ
booking-few = Sắp hết chỗ
booking-full = Hết chỗ
booking-closed = Không nhận
booking-more-days = Xem thêm ngày khác
booking-other-unit = Nơi khác
booking-other-hour = Giờ khác

## The form
booking-form-title = Ai sẽ đến?
booking-when = Giờ
booking-day = Ngày
booking-name = Họ và tên
booking-phone = Số điện thoại
booking-phone-hint = Để nhắc lịch hẹn. Không có thì bỏ trống.
booking-email = Thư điện tử
booking-purpose-none = Chưa rõ, hỏi khi đến
booking-purpose-wrong = Hãy chọn một việc trong danh sách.
booking-form-send = Đặt lịch
booking-held-until = Chỗ này được giữ cho bạn đến { $clock }.
booking-hold-over = Đã hết thời gian giữ chỗ. Hãy chọn một giờ còn trống rồi gửi lại; thông tin bạn đã gõ vẫn còn.
booking-choose-other = Chọn giờ
booking-privacy = Họ tên và liên hệ chỉ dùng cho lịch hẹn này, và được xóa sau ngày hẹn 30 ngày.

## The waiting list
booking-wait-link = Chưa có giờ phù hợp? Vào danh sách chờ của ngày này
booking-wait-title = Danh sách chờ
booking-wait-how = Khi có người trả chỗ, chỗ được mời theo thứ tự đăng ký. Bạn có 10 phút để nhận; hãy mở lại trang này để xem.
booking-part = Bạn đến được lúc nào?
booking-part-any = Lúc nào cũng được
booking-part-morning = Buổi sáng
booking-part-afternoon = Buổi chiều
booking-wait-send = Vào danh sách chờ

## What was refused
booking-problem-full = Giờ này vừa hết chỗ.
booking-problem-hour = Giờ này không nhận đặt lịch.
booking-problem-other = Mời bạn chọn giờ khác.
booking-problem-contact = Số điện thoại hoặc thư này đang có { $n } lịch hẹn. Hãy hủy bớt một lịch trước khi đặt thêm, hoặc đến trực tiếp.
booking-problem-address = Đã có { $n } lịch hẹn được đặt từ nơi này. Hãy để lại số điện thoại, hoặc đến trực tiếp: bạn vẫn được phục vụ.
booking-problem-offer = Đã quá 10 phút nên chỗ này được mời người kế tiếp. Bạn vẫn ở trong danh sách chờ.
booking-problem-state = Không làm được việc này vì lịch hẹn đã thay đổi. Tình trạng mới nhất ở ngay trên trang này.

## A booking
booking-yours = Lịch hẹn của bạn
booking-state-waiting = Đang chờ chỗ
booking-state-offered = Có chỗ cho bạn
booking-state-booked = Đã đặt lịch
booking-state-arrived = Đã đến
booking-state-missed = Không đến
booking-state-cancelled = Đã hủy
booking-state-closed = Lịch hẹn không còn
booking-state-lapsed = Đã rời danh sách chờ
booking-done = Đã đặt lịch xong. Hãy lưu trang này hoặc chụp lại mã.
booking-moved = Đã đổi sang giờ mới.
booking-moved-from = Lịch cũ lúc { $when } đã được chuyển sang giờ dưới đây.
booking-wait-done = Đã vào danh sách chờ. Hãy lưu trang này để xem khi có chỗ.
booking-ahead = { $n ->
    [0] Bạn đứng đầu danh sách chờ.
   *[other] Trước bạn còn { $n } người.
}
booking-offer-until = Chỗ này giữ cho bạn đến { $clock }. Bấm nút dưới đây để nhận.
booking-accept = Nhận chỗ này
booking-come-early = Mời bạn đến trước giờ hẹn 5 phút. Đến muộn quá 10 phút, bạn xếp hàng như người không hẹn.
booking-reminder = Chúng tôi sẽ nhắc bạn trước một ngày và trước hai giờ, khi kênh nhắn tin của đơn vị hoạt động.
booking-no-reminder = Bạn không để lại liên hệ nên sẽ không có tin nhắc. Hãy lưu vào lịch của điện thoại.
booking-sorry = Đơn vị không tiếp theo lịch này được, xin lỗi bạn. Mời bạn chọn giờ khác.
booking-day-gone = Ngày này đơn vị không làm việc theo lịch hẹn, xin lỗi bạn. Mời bạn chọn ngày khác.
booking-walk-in-still = Bạn vẫn có thể đến trực tiếp hoặc đặt lịch mới.
booking-arrived-note = Đơn vị đã ghi nhận bạn có mặt. Mời bạn ngồi chờ gọi.
booking-code = Mã lịch hẹn
booking-qr = Mã QR của thẻ hẹn
booking-pass = Thẻ hẹn
booking-pass-how = Đưa mã này ở quầy hoặc máy lấy số. Không cần in.
booking-calendar = Lưu vào lịch điện thoại
booking-calendar-title = Lịch hẹn một cửa
booking-change = Đổi giờ
booking-change-title = Đổi sang giờ khác
booking-change-kept = Lịch hiện tại: { $when }. Lịch này giữ nguyên cho đến khi bạn chọn giờ mới.
booking-again = Đặt lịch khác
booking-bring = Xem giấy tờ cần mang
booking-cancel = Hủy lịch hẹn
booking-cancel-ask = Chỗ của bạn sẽ được nhường cho người đang chờ.
booking-cancel-do = Hủy lịch này
booking-secret = Ai có đường dẫn của trang này đều xem và đổi được lịch hẹn. Hãy giữ riêng.

## The unit's list
booking-manage = Lịch hẹn
booking-manage-code = Mã lịch hẹn hoặc quét thẻ hẹn
booking-manage-arrived = Đã đến
booking-manage-missed = Không đến
booking-manage-cancel = Hủy hộ
booking-manage-days = Các ngày có lịch hẹn
booking-manage-nobody = Chưa có ai đặt lịch ngày này.
booking-manage-who = Người hẹn
booking-manage-acts = Việc
booking-manage-waiting = Danh sách chờ
booking-manage-book = Đặt lịch hộ
booking-manage-close = Đóng giờ hẹn
booking-manage-close-hint = Người đã hẹn trong khoảng này thấy lý do trên trang của họ và được nhắn tin. Giờ đóng không nhận lịch mới.
booking-manage-closed = Giờ đã đóng
booking-manage-reopen = Mở lại
booking-manage-no-hours = Ngày này không có giờ hẹn theo lịch của chương trình.
booking-manage-counted = { $places } chỗ hẹn, còn { $left } chỗ.
booking-erased = (đã xóa tên)
booking-close-from = Từ giờ
booking-close-to = Đến giờ
booking-close-reason = Lý do
booking-close-wrong = Hãy ghi giờ như 8:30; giờ kết thúc phải sau giờ bắt đầu.
booking-close-reason-missing = Hãy ghi lý do, tối đa 300 ký tự. Người hẹn sẽ đọc câu này.
booking-code-unknown = Không có lịch hẹn nào mang mã này tại đây hôm nay. Người dân vẫn được phục vụ như người đến trực tiếp.
booking-done-arrived = { $code }: đã đến đúng giờ hẹn.
booking-done-late = { $code }: đến muộn quá 10 phút, xếp hàng từ lúc đến.
booking-done-early = { $code }: đến sớm, được gọi từ 5 phút trước giờ hẹn hoặc khi quầy rảnh.
booking-done-missed = { $code }: đã ghi không đến.
booking-done-cancelled = { $code }: đã hủy.
booking-done-booked = { $code }: đã đặt lịch. Hãy đọc mã này cho người hẹn.
booking-done-closed = Đã đóng giờ hẹn. Người đã hẹn được báo.
booking-done-reopened = Đã mở lại giờ hẹn.

## Settings
booking-settings = Cài đặt lịch hẹn
booking-settings-save = Lưu cài đặt
booking-settings-saved = Đã lưu. Lịch đã hẹn giữ nguyên.
booking-settings-stale = Có người vừa đổi cài đặt này. Hãy xem lại rồi lưu lần nữa.
booking-settings-result = { $day }: { $places } chỗ hẹn. Tỷ lệ đến theo thực tế: { $show } trên 100 người.
booking-setting-wrong = Số này nằm ngoài giới hạn. { $bounds }
booking-open = Nhận đặt lịch
booking-open-yes = Có
booking-open-no = Không; lịch đã hẹn vẫn giữ
booking-slot-minutes = Độ dài một giờ hẹn (phút)
booking-slot-minutes-hint = 10, 12, 15, 20, 30 hoặc 60 phút.
booking-service-minutes = Thời gian phục vụ một người (phút)
booking-service-minutes-hint = Từ 3 đến 120 phút.
booking-counters = Số quầy tiếp nhận
booking-counters-hint = Từ 1 đến 20 quầy.
booking-share = Phần dành cho lịch hẹn (%)
booking-share-hint = Từ 10 đến 70; phần còn lại cho người đến trực tiếp.
booking-show = Tỷ lệ người hẹn có đến (%)
booking-show-hint = Từ 50 đến 100; hệ thống điều chỉnh dần theo thực tế.
booking-days-ahead = Nhận đặt trước bao nhiêu ngày
booking-days-ahead-hint = Từ 1 đến 92 ngày.
