# Help by volunteers: one person at a time.

## Opening a session
assist-nav = Giúp đỡ
assist-title = Giúp người dân làm hồ sơ
assist-intro = Mỗi phiên chỉ dành cho một người đang có mặt. Phiên tự kết thúc sau 10 phút không thao tác.
assist-read = Đọc cho người được giúp nghe
assist-consent-sentence = Ông/bà có đồng ý để tôi giúp điền hồ sơ hôm nay không? Tôi chỉ điền theo lời ông/bà, cán bộ sẽ kiểm tra lại, và không giữ thông tin nào trên máy này.
assist-consent-how = Người được giúp đồng ý bằng cách nào?
assist-consent-said = Nói đồng ý
assist-consent-signed = Ký giấy đồng ý
assist-consent-witness = Gật đầu hoặc điểm chỉ, có người làm chứng
assist-consent-missing = Hãy chọn cách đồng ý. Không đồng ý thì không mở phiên.
assist-heard-by = Ai nghe, ai chứng kiến?
assist-heard-by-hint = Tên của bạn, hoặc tên người làm chứng.
assist-code = Mã người dân đưa
assist-code-hint = Mã lịch hẹn hôm nay, mã trên giấy hẹn, hoặc mã cán bộ cấp. Quét thẻ hẹn cũng được.
assist-code-missing = Hãy nhập mã người dân đưa hoặc mã cán bộ cấp.
assist-pin = PIN trên giấy hẹn
assist-open = Mở phiên giúp
assist-unknown = Không có mã này tại đây hôm nay, hoặc PIN chưa đúng. Hãy xem lại, hoặc nhờ cán bộ cấp mã.
assist-off-shift = Lịch trực hôm nay không có tên bạn. Hãy hỏi người phụ trách trước khi giúp.
assist-too-many = Đã nhập sai nhiều lần. Hãy nhờ cán bộ, hoặc chờ một giờ rồi thử lại.
assist-invite-title = Cấp mã cho người đang có mặt
assist-invite-hint = Dành cho cán bộ tiếp nhận. Mã dùng được một lần trong 15 phút.
assist-invite-name = Họ và tên người được giúp
assist-invite = Cấp mã
assist-invited = Mã để mở phiên: { $code }. Hãy đọc cho tình nguyện viên.

## The session
assist-helping = Đang giúp
assist-end = Xong, kết thúc phiên
assist-what = Cần làm việc gì?
assist-opened-booking = Mở bằng mã lịch hẹn hôm nay.
assist-opened-dossier = Mở bằng giấy hẹn của hồ sơ
assist-opened-officer = Mở bằng mã cán bộ cấp.
assist-search = Tìm thủ tục
assist-nothing = Không có thủ tục nào khớp. Hãy thử từ khác, hoặc hỏi cán bộ.
assist-go-on = Làm tiếp
assist-other-procedure = Việc khác
assist-form-hint = Điền theo lời người được giúp. Cán bộ kiểm tra giấy tờ và quyết định việc tiếp nhận.
assist-papers = Giấy tờ người dân mang theo
assist-papers-hint = Đánh dấu những gì đã thấy. Cán bộ nhận và quét giấy tờ tại quầy.
assist-save = Lưu
assist-saved = Đã lưu.
assist-hand-over = Chuyển cho cán bộ
assist-handed = Đã chuyển cho cán bộ tiếp nhận
assist-handed-code = Mã hồ sơ chuẩn bị, đưa cho cán bộ:
assist-claim = Mã nhận lại hồ sơ bằng tài khoản của người dân sau này. Hãy chép ra giấy cho họ:
assist-reason = Vì sao chưa nộp trực tuyến?
assist-reason-none = Chưa hỏi
assist-reason-account = Chưa có tài khoản
assist-reason-device = Không có điện thoại phù hợp
assist-reason-locked = Quên mật khẩu hoặc đổi số
assist-reason-outage = Cổng hoặc mạng trục trặc
assist-reason-data = Dữ liệu trên hệ thống khác giấy tờ
assist-reason-screen = Khó nhìn, khó đọc, khó thao tác
assist-reason-wish = Muốn nộp trực tiếp

## The end
assist-done = Đã kết thúc phiên.
assist-done-more = Màn hình không còn thông tin của người vừa được giúp.
assist-expired = Phiên đã tự kết thúc vì không thao tác.
assist-kept = Những gì đã gõ được giữ cho cán bộ với mã { $code }.
assist-next = Giúp người tiếp theo
assist-shift-title = Cuối ca
assist-helped = { $n ->
    [0] Hôm nay bạn chưa mở phiên giúp nào.
   *[other] Hôm nay bạn đã giúp { $n } người.
}
assist-reasons-today = Vì sao chưa nộp trực tuyến, cả đơn vị hôm nay
assist-stumbled = Người dân hay vướng ở đâu?
assist-stumbled-hint = Viết bằng lời của bạn. Không ghi tên, số định danh hay chuyện riêng của ai.
assist-shift-save = Lưu ghi nhận
assist-shift-saved = Đã lưu ghi nhận. Cảm ơn bạn.
assist-note-long = Ghi nhận dài quá 2.000 ký tự. Hãy viết ngắn lại.
assist-notes = Ghi nhận những ngày trước

## At the counter
assist-prepared-today = Hồ sơ đã chuẩn bị hôm nay
assist-prepared = Hồ sơ { $code } do { $helper } giúp chuẩn bị.
assist-prepared-hint = Hãy kiểm tra từng mục với người nộp. Việc tiếp nhận do bạn quyết định.
assist-story-said = { $helper } giúp điền hồ sơ. Người nộp nói đồng ý, { $by } nghe.
assist-story-signed = { $helper } giúp điền hồ sơ. Người nộp ký giấy đồng ý trước { $by }.
assist-story-witness = { $helper } giúp điền hồ sơ. Người nộp đồng ý, { $by } làm chứng.
