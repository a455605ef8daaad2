# Lời trả cho phần mềm khác, và trang mô tả giao diện lập trình.

## Các loại lỗi
api-bad-request = Không đọc được yêu cầu
api-invalid-json = Nội dung không phải JSON hợp lệ
api-duplicate-key = Một tên xuất hiện hai lần trong cùng một đối tượng
api-unknown-parameter = Không có tham số truy vấn này
api-bad-parameter = Không đọc được tham số truy vấn
api-bad-cursor = Con trỏ trang không phải do hệ thống cấp
api-bad-cursor-do = Lấy giá trị “next” của trang trước với cùng truy vấn, hoặc bắt đầu lại không kèm con trỏ.
api-idempotency-key-missing = Thiếu tiêu đề Idempotency-Key hoặc giá trị không dùng được
api-idempotency-key-do = Gửi từ 1 đến 100 chữ cái, chữ số, dấu gạch nối hoặc gạch dưới; mỗi yêu cầu mới một khóa mới.
api-unauthenticated = Cần mã truy cập còn hiệu lực
api-unauthenticated-do = Gửi “Authorization: Bearer” kèm mã truy cập chưa hết hạn.
api-forbidden = Mã truy cập này không được làm việc đó
api-not-found = Không có nội dung này
api-method-not-allowed = Địa chỉ này không nhận phương thức đó
api-stale = Hồ sơ đã được thay đổi trong lúc đó
api-precondition-required = Hãy cho biết phiên bản đã xem
api-precondition-do = Gửi If-Match với ETag của hồ sơ, hoặc if_version trong nội dung.
api-duplicate-dossier = Người này đã nộp thủ tục này trong ngày
api-duplicate-do = Hồ sơ trước: { $codes }. Nếu vẫn tiếp nhận, gửi duplicate_confirmed là true với Idempotency-Key mới.
api-key-reused = Idempotency-Key này đã dùng cho yêu cầu khác
api-too-large = Nội dung quá lớn
api-too-large-do = Chỉ nhận tối đa 1 MB.
api-unsupported-media-type = Nội dung phải là application/json
api-invalid = Có trường chưa đúng
api-refused = Quy định không cho phép
api-unavailable = Hệ thống đang bận, vui lòng thử lại
api-fault = Lỗi của hệ thống

## Các trường
api-field-required = Trường này bắt buộc.
api-field-unknown = Ở đây không có trường này.
api-field-wrong-type = Cần kiểu dữ liệu khác: { $expected }.
api-field-not-one-of = Cần một trong các giá trị: { $values }.
api-field-too-long = Chỉ nhận tối đa { $limit } ký tự.
api-field-out-of-range = Cần số nguyên từ { $from } đến { $to }.
api-field-time = Cần thời điểm dạng 2024-02-02T08:00:00+07:00, bắt buộc có múi giờ.
api-field-time-far = Thời điểm quá xa hôm nay.
api-field-date = Cần ngày dạng 1990-05-12.
api-field-not-here = Nội dung này không thuộc thủ tục.
api-field-characters = Có ký tự không in được.
api-field-repeated = Xuất hiện nhiều hơn một lần.
api-field-version-differs = If-Match và if_version khác nhau.
api-limit-range = limit là số nguyên từ 1 đến 200.

## Trang
api-title = Dành cho phần mềm
api-intro = Mọi việc cán bộ làm tại quầy thì phần mềm cũng làm được: cùng quy định, cùng quyền hạn, cùng nhật ký.
api-document = Toàn bộ mô tả theo OpenAPI 3.1
api-token = Mọi địa chỉ, trừ địa chỉ công khai, đều cần mã truy cập: “Authorization: Bearer …”. Quản trị viên cấp mã cho một vai trò tại một đơn vị.
api-safe = Yêu cầu tạo mới hoặc quyết định phải kèm Idempotency-Key, nhờ đó gửi lại không gây hại. Câu trả lời về hồ sơ có ETag; gửi lại dưới dạng If-Match.
api-addresses = Các địa chỉ
api-method = Phương thức
api-address = Địa chỉ
api-purpose = Mục đích
api-who = Ai dùng
api-public = Mọi người
api-with-token = Có mã truy cập
api-errors = Các lỗi
api-errors-intro = Lỗi được trả dạng application/problem+json (RFC 9457). Trường “code” không bao giờ đổi; câu chữ theo Accept-Language.
api-status = Trạng thái
api-code = Mã
api-meaning = Ý nghĩa

## Mục đích
api-do-units = Các đơn vị có hiệu lực vào một ngày
api-do-procedures = Tìm thủ tục, hoặc liệt kê thủ tục của một đơn vị
api-do-procedure = Một thủ tục: giấy tờ, thời hạn, phí, các trường
api-do-assess = Còn thiếu gì, phí bao nhiêu, hẹn được khi nào; chưa ghi nhận gì
api-do-receive = Tiếp nhận hồ sơ
api-do-work = Danh sách việc của đơn vị, gấp nhất trước
api-do-dossier = Hồ sơ ở trạng thái hiện tại
api-do-events = Diễn biến của hồ sơ
api-do-receipt = Giấy tiếp nhận dạng PDF
api-do-result = Kết quả dạng PDF
api-do-act = Thực hiện một việc
api-do-file = Gửi một tệp cho một giấy tờ
api-do-status = Tra cứu bằng mã hồ sơ và mã PIN
api-do-status-token = Tra cứu bằng mã QR trên giấy tiếp nhận
api-do-openapi = Bản mô tả này
