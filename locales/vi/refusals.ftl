# Why something cannot be done, and what to do instead. Read by staff.
refusals-wrong-stage = Không làm được việc “{ $act }” khi hồ sơ ở bước “{ $stage }”. Mời mở lại hồ sơ để xem việc làm được.
refusals-no-dossier = Chưa có hồ sơ để làm việc “{ $act }”. Mời tiếp nhận hồ sơ trước.
refusals-components-missing = Còn thiếu { $count } giấy tờ bắt buộc. Mời bổ sung đủ rồi làm lại.
refusals-components-missing-named = Còn thiếu giấy tờ bắt buộc: { $names }. Mời bổ sung đủ rồi làm lại.
refusals-verification-unanswered = Chưa trả lời hồ sơ có phải xác minh hay không. Mời chọn câu trả lời và ghi lý do.
refusals-counter-closed = Quầy đang ngoài giờ làm việc. Mời tiếp nhận trong giờ mở cửa hoặc nộp trực tuyến.
refusals-version-not-in-force = Bản thủ tục này không có hiệu lực hôm nay. Mời chọn lại thủ tục để dùng bản đang có hiệu lực.
refusals-authorisation-insufficient = Giấy ủy quyền này phải có chứng thực. Mời bổ sung văn bản ủy quyền có chứng thực.
refusals-approver-is-appraiser = Người đã tiếp nhận hoặc thẩm định hồ sơ không được phê duyệt hồ sơ đó. Mời chuyển lãnh đạo khác.
refusals-supplement-asked-before = Hồ sơ đã được yêu cầu bổ sung một lần, không được yêu cầu thêm. Mời giải quyết theo giấy tờ đã có.
refusals-extended-before = Hồ sơ đã được hẹn lại một lần, không được hẹn thêm. Mời giải quyết ngay.
refusals-not-later = Hạn mới phải sau hạn hiện tại. Mời chọn ngày muộn hơn.
refusals-reason-missing = Chưa ghi lý do. Mời ghi lý do bằng một câu ngắn.
refusals-nothing-asked = Chưa ghi giấy tờ cần bổ sung. Mời ghi đủ trong một lần.
refusals-nothing-changed = Chưa có thông tin nào được sửa. Mời sửa ít nhất một mục rồi lưu.
refusals-wrong-finance = Không làm được vì phí, lệ phí đang ở trạng thái “{ $finance }”. Mời mở lại hồ sơ để xem.
refusals-wrong-amount = Số tiền phải nộp là { $expected }, không phải { $given }. Mời kiểm tra lại số tiền.
refusals-fee-owed = Hồ sơ còn phải nộp { $due }. Mời thu đủ trước khi trả kết quả.
refusals-collector-not-authorised = Giấy tờ của người nhận thay chưa đủ. Mời xem văn bản ủy quyền có chứng thực.
refusals-unknown-component = Giấy tờ này không thuộc hồ sơ. Mời chọn giấy tờ trong danh sách của hồ sơ.
refusals-revoked-before = Kết quả này đã bị thu hồi trước đó. Không cần thu hồi lại.
refusals-not-a-delivery = Chưa chọn cách trả kết quả. Mời chọn trao tận tay, bưu chính hoặc trực tuyến.
refusals-time-before-last-event = Giờ của máy đang sớm hơn lần ghi cuối của hồ sơ. Mời báo quản trị viên chỉnh lại giờ.
refusals-no-copies = Số bản kết quả phải từ 1 trở lên. Mời nhập lại số bản.
refusals-fee-basis-unknown = Hồ sơ này không lưu số trang và câu trả lời ban đầu. Hãy nhập lại cả số trang và các câu hỏi để tính lại phí.

## Permission
refusals-denied-here = Tài khoản này chưa được giao việc “{ $action }”. Mời nhờ người được giao hoặc báo quản trị viên.
refusals-denied-deciding = Tài khoản này không được làm việc “{ $action }” tại đơn vị giải quyết. Mời nhờ người được giao hoặc đơn vị tiếp nhận.
refusals-denied-above = Đơn vị cấp trên chỉ theo dõi, không làm việc “{ $action }”. Mời giao cho đơn vị của hồ sơ.
refusals-denied-elsewhere = Hồ sơ hoặc dữ liệu này thuộc đơn vị khác nên không làm được việc “{ $action }”. Mời liên hệ đơn vị đó.
refusals-relation-receiving = Đơn vị tiếp nhận
refusals-relation-deciding = Đơn vị giải quyết
refusals-relation-above = Đơn vị cấp trên
refusals-relation-elsewhere = Đơn vị khác

## The promise
refusals-promise-unanswered = Cần biết hồ sơ có phải xác minh không mới hẹn được. Mời trả lời câu hỏi xác minh.
refusals-promise-unforeseen = Thủ tục này không có bước xác minh. Mời bỏ câu trả lời “cần xác minh”.
