# What people read when something did not work: what happened, what to do, what is kept.

## Pages by status code
errors-forbidden = Bạn chưa được phép làm việc này
errors-forbidden-do = Hãy đăng nhập bằng tài khoản có quyền, hoặc nhờ người phụ trách.
errors-not-found = Không có trang này
errors-not-found-do = Hãy xem lại địa chỉ, hoặc tìm thủ tục từ trang chủ.
errors-gone = Trang này không còn nữa
errors-gone-do = Liên kết đã hết hạn hoặc đã dùng rồi. Hãy xin liên kết mới tại nơi đã gửi.
errors-unprocessable = Chưa hiểu được điều vừa gửi
errors-unprocessable-do = Hãy quay lại trang trước, xem các chỗ được đánh dấu và gửi lại.
errors-bad-request = Địa chỉ này quá dài hoặc không đúng
errors-bad-request-do = Hãy gõ ít chữ hơn, hoặc bắt đầu lại từ trang chủ.
errors-method = Trang này không nhận yêu cầu như vậy
errors-method-do = Hãy mở lại trang từ trang chủ.
errors-too-large = Điều vừa gửi quá lớn
errors-too-large-do = Hãy gửi ít hơn hoặc tệp nhỏ hơn.
errors-too-many = Bạn gửi quá nhanh
errors-too-many-do = Hãy đợi một phút rồi thử lại.
errors-fault = Có lỗi ở phía chúng tôi
errors-fault-do = Lỗi đã được ghi lại. Hãy thử lại sau vài phút, hoặc đến quầy.
errors-unavailable = Hệ thống đang bận
errors-unavailable-do = Hãy thử lại sau vài phút. Quầy vẫn nhận hồ sơ.
errors-kept-all = Không có gì bị mất.
errors-kept-not = Nếu bạn vừa gửi điều gì thì điều đó chưa được ghi lại.
errors-conflict = Đã có thay đổi, chưa làm được việc này
errors-conflict-do = Hãy mở lại trang để xem tình trạng mới nhất rồi làm tiếp nếu còn cần.
errors-conflict-open = Mở lại trang mới nhất
errors-kept-typed = Điều bạn đã nhập ở trang trước vẫn còn khi quay lại.
errors-kept-filed = Hồ sơ đã có mã thì vẫn được giữ nguyên.
errors-go-home = Về trang chủ
errors-reference = Khi gọi, hãy đọc số này: { $reference }.
errors-phone = Điện thoại giúp đỡ: { $phone }.

errors-stale = { $by } vừa thay đổi hồ sơ này, lúc { $at }. Hãy xem lại rồi làm tiếp.
errors-stale-nameless = Hồ sơ này vừa được thay đổi, lúc { $at }. Hãy xem lại rồi làm tiếp.
errors-duplicate = Hôm nay người này đã nộp cùng thủ tục: { $codes }. Nếu vẫn muốn nhận, hãy đánh dấu xác nhận rồi gửi lại.
errors-key-reused = Yêu cầu này đã được gửi với nội dung khác. Hãy mở lại trang và làm lại.
errors-confirm-first = Hãy nhập lại mật khẩu trước khi phê duyệt.
errors-not-offered = Nơi này không làm thủ tục đó. Hãy chọn nơi khác.
errors-file-empty = Tệp trống. Hãy chụp hoặc quét lại.
errors-file-too-large = Tệp lớn hơn { $n } MB. Hãy quét lại với độ phân giải thấp hơn.
errors-file-kind = Chỉ nhận tệp PDF hoặc ảnh JPEG. Hãy lưu lại thành một trong hai loại đó.
errors-file-heic = Ảnh HEIC của điện thoại chưa mở được ở đây. Hãy đổi sang JPEG rồi gửi lại.
errors-file-locked = Tệp PDF có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.
errors-file-unreadable = Không đọc được tệp. Hãy chụp hoặc quét lại.
