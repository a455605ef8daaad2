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
errors-too-many = Bạn gửi quá nhanh
errors-too-many-do = Hãy đợi một phút rồi thử lại.
errors-fault = Có lỗi ở phía chúng tôi
errors-fault-do = Lỗi đã được ghi lại. Hãy thử lại sau vài phút, hoặc đến quầy.
errors-unavailable = Hệ thống đang bận
errors-unavailable-do = Hãy thử lại sau vài phút. Quầy vẫn nhận hồ sơ.
errors-kept-all = Không có gì bị mất.
errors-kept-typed = Điều bạn đã nhập ở trang trước vẫn còn khi quay lại.
errors-kept-filed = Hồ sơ đã có mã thì vẫn được giữ nguyên.
errors-go-home = Về trang chủ
errors-reference = Khi gọi, hãy đọc số này: { $reference }.
errors-phone = Điện thoại giúp đỡ: { $phone }.
