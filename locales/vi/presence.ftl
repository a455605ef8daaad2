# Presence: who is here now.

presence-title = Điểm danh
presence-today = Có mặt hôm nay
presence-nobody = Hôm nay chưa ai điểm danh.
presence-in = Đồng chí đã điểm danh lúc { $at }
presence-not-in = Đồng chí chưa điểm danh
presence-duties = Vị trí
presence-enter = Điểm danh vào
presence-change = Đổi vị trí
presence-out = Điểm danh về
presence-came = Đến lúc
presence-left = Về lúc
presence-here = đang có mặt
presence-forgotten = { $at }, tự kết thúc khi đóng cửa
presence-away-title = Có việc phải đi
presence-until = Vắng đến
presence-until-hint = Để trống nếu vắng hết ngày. Giờ viết 14:00 hoặc 14h.
presence-away = Báo vắng
presence-back = Đã trở lại
presence-away-until = vắng đến { $at }
presence-away-for-the-day = vắng hết hôm nay
presence-hour-over = Giờ này đã qua.
presence-correct = Sửa giờ
presence-correct-title = Sửa giờ của { $name }
presence-reason-missing = Ghi lý do sửa.
presence-backwards = Giờ về phải sau giờ đến, và không trùng lượt khác.
presence-future = Giờ này chưa tới.
presence-done-in = Đã điểm danh vào.
presence-done-already = Đã điểm danh từ trước, không có gì mất.
presence-done-out = Đã điểm danh về.
presence-done-not-in = Chưa điểm danh vào nên không có gì thay đổi.
presence-done-away = Đã báo vắng. Lời hứa trong ngày được tính lại ngay.
presence-done-back = Đã ghi nhận trở lại.

## The shared device
presence-device-title = Thiết bị chung
presence-device-open = Mở trang thiết bị chung
presence-by-pin = Bằng mã số
presence-pin = Mã số điểm danh
presence-pin-hint = Từ 6 đến 12 chữ số, không phải dãy liên tiếp hay lặp lại.
presence-pin-none = Đồng chí chưa có mã số cho thiết bị chung.
presence-pin-kept = Đồng chí đã có mã số. Đặt mã mới thì mã cũ hết hiệu lực.
presence-pin-set = Đặt mã số
presence-pin-weak = Mã số cần 6 đến 12 chữ số, không liên tiếp, không lặp lại.
presence-scan = Quét thẻ
presence-scan-hint = Đưa mã QR trên thẻ vào máy quét.
presence-wrong = Mã số hoặc thẻ không đúng. Có thể điểm danh trên trang của mình.
presence-wait = Sai nhiều lần. Chờ { $n } giây, hoặc dùng thẻ, hoặc trang của mình.
presence-badge = Thẻ điểm danh
presence-badge-none = Đồng chí chưa có thẻ.
presence-badge-since = Thẻ hiện dùng cấp { $at }.
presence-badge-new = In thẻ mới
presence-badge-revoke = Hủy thẻ
presence-badge-once = Mã này chỉ hiện một lần. Hãy in ngay; thẻ cũ đã hết hiệu lực.

## What an absent duty means
presence-means-receive = Vắng { $duty }: không nhận được hồ sơ mới.
presence-means = Vắng { $duty }: { $n } hồ sơ đang chờ bước này.
