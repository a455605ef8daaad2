# Log-in and one's own account.

## Log in
account-sign-in = Đăng nhập
account-sign-in-intro = Dành cho cán bộ, công chức. Người dân tra cứu hồ sơ không cần đăng nhập.
account-username = Tên đăng nhập
account-password = Mật khẩu
account-forgotten = Quên mật khẩu? Hãy liên hệ quản trị viên của đơn vị để được cấp mật khẩu tạm.
account-first = Hãy đăng nhập để mở trang này.
account-first-draft = Hãy đăng nhập để mở trang này. Nếu đang nhập dở, bản nháp nằm ở trang Tiếp nhận.
account-first-sent = Phiên đăng nhập đã hết, nên điều vừa gửi chưa được ghi. Hãy đăng nhập rồi làm lại việc đó.
account-signed-out = Đã đăng xuất.
account-demo-title = Tài khoản dùng thử
account-demo-intro = Mật khẩu của mọi tài khoản là { $password }. Các tài khoản này chỉ dùng được ngay trên máy đang chạy.
account-role = Vai trò
account-unit = Đơn vị

## Why nobody was let in
account-wrong = Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra bàn phím và nhập lại.
account-wait = Đã nhập sai nhiều lần. Hãy thử lại sau { $span }.
account-wait-seconds = Đã nhập sai nhiều lần. Hãy thử lại sau { $n } giây.
account-disabled = Tài khoản đã bị khóa. Hãy liên hệ quản trị viên.
account-loopback = Tài khoản dùng thử chỉ đăng nhập được ngay trên máy đang chạy.
account-no-role = Hôm nay tài khoản không giữ vai trò nào. Hãy liên hệ quản trị viên.
account-ended = Phiên làm việc đã kết thúc. Hãy đăng nhập lại.
account-busy = Đang có quá nhiều người đăng nhập. Hãy thử lại sau ít giây.

## One's own account
account-title = Tài khoản của tôi
account-job-title = Chức danh
account-no-end = không thời hạn
account-desk = Làm việc tại
account-move-desk = Chuyển bàn làm việc
account-desk-moved = Đã chuyển bàn làm việc.
account-session = Phiên làm việc
account-session-since = Từ { $at }
account-session-until = Kết thúc chậm nhất { $at }
account-sign-out = Đăng xuất
account-sign-out-everywhere = Đăng xuất mọi nơi
account-sign-out-everywhere-hint = Kết thúc phiên trên mọi máy, kể cả máy này.

## Password
account-password-title = Đổi mật khẩu
account-password-ends = Sau khi đổi, phiên trên các máy khác kết thúc.
account-password-now = Mật khẩu hiện tại
account-password-new = Mật khẩu mới
account-password-again = Nhập lại mật khẩu mới
account-password-hint = Từ { $min } đến { $max } ký tự. Một câu ngắn dễ nhớ là tốt; được dùng dấu và khoảng trắng.
account-change-password = Đổi mật khẩu
account-password-changed = Đã đổi mật khẩu. Phiên trên các máy khác đã kết thúc.
account-password-now-wrong = Mật khẩu hiện tại không đúng. Hãy nhập lại.
account-password-short = Mật khẩu mới quá ngắn. Hãy dùng ít nhất 8 ký tự.
account-password-long = Mật khẩu mới quá dài. Hãy dùng nhiều nhất 128 ký tự.
account-password-username = Mật khẩu mới chứa tên đăng nhập. Hãy bỏ phần đó.
account-password-common = Mật khẩu mới quá phổ biến, dễ bị đoán. Hãy chọn mật khẩu khác.
account-password-same = Mật khẩu mới giống mật khẩu cũ. Hãy chọn mật khẩu khác.
account-password-differs = Hai lần nhập mật khẩu mới không giống nhau. Hãy nhập lại.
account-must-change = Hãy đổi mật khẩu trước khi làm việc
account-must-change-why = Mật khẩu này do người khác đặt cho bạn. Chỉ mình bạn được biết mật khẩu của mình.
