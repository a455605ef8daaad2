# Where a dossier stands, who works on it and what happened: one wording for pages, papers, commands and the API.

## Stages, as a short name and as a sentence for the applicant
stages-received = Đã tiếp nhận
stages-awaiting-supplement = Chờ bổ sung giấy tờ
stages-under-verification = Đang xác minh
stages-suspended = Tạm dừng
stages-awaiting-approval = Chờ phê duyệt
stages-result-ready = Đã có kết quả
stages-returned = Đã trả kết quả
stages-withdrawn = Đã rút hồ sơ
stages-stopped = Dừng xử lý
stages-voided = Đã hủy tiếp nhận
stages-status-received = Hồ sơ đã được tiếp nhận và đang được thẩm định.
stages-status-awaiting-supplement = Hồ sơ còn thiếu giấy tờ. Mời bạn bổ sung theo phiếu yêu cầu.
stages-status-under-verification = Hồ sơ đang được xác minh.
stages-status-suspended = Hồ sơ đang tạm dừng, thời gian này không tính vào thời hạn.
stages-status-awaiting-approval = Hồ sơ đã thẩm định xong và đang chờ lãnh đạo phê duyệt.
stages-status-result-ready = Kết quả đã sẵn sàng. Mời bạn đến nhận.
stages-status-returned = Kết quả đã được trả. Hồ sơ đã hoàn thành.
stages-status-withdrawn = Hồ sơ đã được rút theo yêu cầu của bạn.
stages-status-stopped = Hồ sơ đã dừng xử lý. Mời bạn liên hệ quầy tiếp nhận để biết lý do.
stages-status-voided = Việc tiếp nhận hồ sơ đã được hủy. Mời bạn liên hệ quầy tiếp nhận để biết lý do.
stages-status-due = { $status } Hẹn trả kết quả trước { $due }.

## How it came in
stages-channel-counter = Trực tiếp tại quầy
stages-channel-online = Trực tuyến
stages-channel-post = Bưu chính công ích

## Money
stages-finance-none = Không phải nộp phí, lệ phí
stages-finance-due = Còn phải nộp { $amount }
stages-finance-paid = Đã nộp { $amount }
stages-finance-exempt = Được miễn phí, lệ phí
stages-finance-refunded = Đã hoàn lại { $amount }
stages-payment-cash = Tiền mặt
stages-payment-transfer = Chuyển khoản
stages-fee-charge = Phí
stages-fee-state = Lệ phí
stages-exemption-child = Trẻ em
stages-exemption-poor-household = Người thuộc hộ nghèo
stages-exemption-elderly = Người cao tuổi
stages-exemption-disabled = Người khuyết tật
stages-exemption-merit = Người thuộc gia đình có công với cách mạng
stages-exemption-minority = Đồng bào dân tộc thiểu số ở xã đặc biệt khó khăn

## Delivery and the national portal
stages-delivery-none = Chưa có kết quả để trả
stages-delivery-ready = Chờ tại quầy trả kết quả
stages-delivery-handed = Đã trao tận tay
stages-delivery-posted = Đã gửi qua bưu chính
stages-delivery-downloaded = Đã tải về trực tuyến
stages-synchronisation-none = Chưa gửi Cổng Dịch vụ công quốc gia
stages-synchronisation-queued = Đang chờ gửi Cổng Dịch vụ công quốc gia
stages-synchronisation-sent = Cổng Dịch vụ công quốc gia đã nhận
stages-synchronisation-failed = Gửi Cổng Dịch vụ công quốc gia không thành công

## How it was decided, why it waited, whether it kept its time
stages-outcome-granted = Đồng ý giải quyết
stages-outcome-refused = Từ chối giải quyết
stages-pause-supplement = Chờ bổ sung giấy tờ
stages-pause-payment = Chờ nộp phí, lệ phí
stages-pause-outside = Chờ ý kiến từ bên ngoài
stages-early = Trước hạn
stages-on-time = Đúng hạn
stages-overdue = Quá hạn

## Staff
stages-role-receiver = Công chức tiếp nhận
stages-role-appraiser = Công chức thẩm định
stages-role-leader = Lãnh đạo phê duyệt
stages-role-return-officer = Công chức trả kết quả
stages-role-cashier = Người thu phí, lệ phí
stages-role-volunteer = Tình nguyện viên
stages-role-manager = Lãnh đạo theo dõi
stages-role-administrator = Quản trị viên
stages-role-program = Chương trình máy tính
stages-duty-receive = Tiếp nhận
stages-duty-appraise = Thẩm định
stages-duty-approve = Phê duyệt
stages-duty-return = Trả kết quả
stages-duty-receive-short = Nhận
stages-duty-appraise-short = Thẩm
stages-duty-approve-short = Duyệt
stages-duty-return-short = Trả

## What can be done, as on a button
stages-act-receive = Tiếp nhận
stages-act-request-supplement = Yêu cầu bổ sung
stages-act-supplement = Nhận bổ sung
stages-act-begin-verification = Bắt đầu xác minh
stages-act-record-verification = Ghi biên bản xác minh
stages-act-suspend = Tạm dừng
stages-act-resume = Tiếp tục xử lý
stages-act-extend = Xin lỗi và hẹn lại
stages-act-appraise = Trình phê duyệt
stages-act-send-back = Trả lại thẩm định
stages-act-approve = Phê duyệt
stages-act-hand-back = Trả kết quả
stages-act-withdraw = Rút hồ sơ
stages-act-stop = Dừng xử lý
stages-act-amend = Sửa thông tin
stages-act-void = Hủy tiếp nhận
stages-act-revoke-result = Thu hồi kết quả
stages-act-attach-file = Thêm tệp
stages-act-record-payment = Ghi nhận nộp phí
stages-act-exempt-fee = Miễn phí, lệ phí
stages-act-refund-fee = Hoàn phí, lệ phí
stages-act-record-synchronisation = Ghi nhận đồng bộ
stages-action-turn-away = Hướng dẫn hoàn thiện hoặc từ chối nhận
stages-action-read-dossier = Xem hồ sơ
stages-action-read-day = Xem số liệu trong ngày
stages-action-set-duty = Bật, tắt vị trí trực
stages-action-close-day = Ký khóa sổ ngày
stages-action-export = Xuất dữ liệu
stages-action-import = Nhập sổ hồ sơ cũ
stages-action-manage-accounts = Quản lý tài khoản
stages-action-manage-policy = Quản lý đơn vị, thủ tục và lịch
stages-action-move-clock = Chỉnh đồng hồ chạy thử
stages-action-read-roster = Xem lịch trực
stages-action-plan-roster = Xếp lịch trực
stages-action-check-in = Điểm danh
stages-action-correct-presence = Sửa điểm danh
stages-action-delegate = Ủy quyền phê duyệt
stages-action-issue-ticket = Cấp số thứ tự
stages-action-call-ticket = Gọi số
stages-action-set-counter = Mở, đóng quầy
stages-action-manage-slots = Quản lý lịch hẹn
stages-action-assist = Giúp người dân làm hồ sơ
stages-action-simulate = Mô phỏng ngày làm việc

## People and their papers
stages-relation-grandparent = Ông, bà
stages-relation-parent = Cha, mẹ
stages-relation-child = Con
stages-relation-spouse = Vợ, chồng
stages-relation-sibling = Anh, chị, em ruột
stages-relation-other = Người khác
stages-authorisation-family = Giấy ủy quyền viết tay của người thân
stages-authorisation-certified = Văn bản ủy quyền có chứng thực
stages-authorisation-introduction = Giấy giới thiệu của cơ quan, tổ chức
stages-authorisation-posting-slip = Phiếu gửi của bưu chính công ích
stages-component-submit = Giấy tờ phải nộp
stages-component-present = Giấy tờ phải xuất trình
stages-component-condition = Điều kiện cần có
stages-component-note = Lưu ý
stages-copy-original = Bản chính
stages-copy-copy = Bản sao kèm bản chính để đối chiếu
stages-copy-certified = Bản sao có chứng thực
stages-copy-form = Mẫu đơn, tờ khai
stages-digitised-no = Chỉ có bản giấy
stages-digitised-scanned = Đã quét hoặc chụp
stages-digitised-reused-component = Dùng lại giấy tờ đã số hóa
stages-digitised-reused-result = Dùng lại kết quả đã cấp
stages-digitised-from-database = Lấy từ cơ sở dữ liệu quốc gia

## Legal sources
stages-certainty-verified = đã đối chiếu với nguồn
stages-certainty-memory = theo trí nhớ, chưa đối chiếu
stages-certainty-reconstruction = dựng lại từ thông tin khái quát
stages-source-uncertain = { $citation } ({ $certainty })

## Events of life that bring somebody to the counter
stages-life-birth = Sinh con, nhận con, giám hộ
stages-life-marriage = Kết hôn, tình trạng hôn nhân
stages-life-death = Qua đời, di chúc, thừa kế
stages-life-copies = Bản sao, chữ ký, chứng thực
stages-life-business = Kinh doanh, giấy phép
stages-life-other = Việc khác

## What happened, without names: for anybody who holds the code
stages-fact-received = Hồ sơ đã được tiếp nhận.
stages-fact-supplement-requested = Cơ quan đã yêu cầu bổ sung giấy tờ.
stages-fact-supplemented = Giấy tờ bổ sung đã được nhận, thời hạn tính lại từ đầu.
stages-fact-verification-begun = Việc xác minh đã bắt đầu.
stages-fact-verification-recorded = Việc xác minh đã có biên bản.
stages-fact-suspended = Hồ sơ đã tạm dừng.
stages-fact-resumed = Hồ sơ đã được xử lý tiếp.
stages-fact-extended = Cơ quan đã xin lỗi và hẹn lại ngày trả kết quả.
stages-fact-appraised = Hồ sơ đã thẩm định xong và trình lãnh đạo.
stages-fact-sent-back = Lãnh đạo đã yêu cầu thẩm định lại.
stages-fact-approved = Lãnh đạo đã quyết định, kết quả đã sẵn sàng.
stages-fact-handed-back = Kết quả đã được trả.
stages-fact-withdrawn = Hồ sơ đã được rút theo yêu cầu của người nộp.
stages-fact-stopped = Hồ sơ đã dừng xử lý.
stages-fact-amended = Thông tin ghi nhầm đã được sửa.
stages-fact-voided = Việc tiếp nhận đã được hủy.
stages-fact-result-revoked = Kết quả đã bị thu hồi.
stages-fact-file-attached = Một tệp đã được thêm vào hồ sơ.
stages-fact-fee-paid = Phí, lệ phí đã được nộp.
stages-fact-fee-exempted = Phí, lệ phí đã được miễn.
stages-fact-fee-refunded = Phí, lệ phí đã được hoàn lại.
stages-fact-synchronisation-changed = Trạng thái trên Cổng Dịch vụ công quốc gia đã thay đổi.

## What happened, with who did it and the detail that matters: for the staff's story
stages-event-received = { $actor } đã tiếp nhận hồ sơ ({ $channel }). Hẹn trả kết quả trước { $due }.
stages-event-supplement-requested = { $actor } đã yêu cầu bổ sung: { $items }. Lý do: { $reason }.
stages-event-supplemented = { $actor } đã nhận giấy tờ bổ sung. Thời hạn tính lại từ đầu: trước { $due }.
stages-event-verification-begun = { $actor } đã bắt đầu xác minh: { $reason }. Hạn mới: trước { $due }.
stages-event-verification-recorded = { $actor } đã ghi biên bản xác minh tại { $place }. Kết quả: { $finding }.
stages-event-suspended = { $actor } đã tạm dừng hồ sơ ({ $cause }). Lý do: { $reason }.
stages-event-resumed = { $actor } đã cho hồ sơ xử lý tiếp. Hạn sau khi tạm dừng: trước { $due }.
stages-event-extended = { $actor } đã xin lỗi và hẹn lại trước { $due }. Lý do: { $reason }. Nơi gây chậm: { $fault }.
stages-event-extended-late = { $actor } đã xin lỗi và hẹn lại trước { $due }. Lý do: { $reason }. Nơi gây chậm: { $fault }. Báo muộn nên hồ sơ tính là quá hạn.
stages-event-appraised = { $actor } đã thẩm định xong và trình lãnh đạo. Đề xuất: { $proposal }.
stages-event-appraised-note = { $actor } đã thẩm định xong và trình lãnh đạo. Đề xuất: { $proposal }. Ghi chú: { $note }.
stages-event-sent-back = { $actor } đã trả lại để thẩm định lại. Lý do: { $reason }.
stages-event-approved = { $actor } đã phê duyệt. Kết quả số { $number } đã sẵn sàng.
stages-event-delegated = Theo ủy quyền của { $leader } (số { $delegation }).
stages-event-refused = { $actor } đã từ chối giải quyết bằng văn bản số { $number }. Lý do: { $reason }.
stages-event-handed-none = { $actor } đã ghi nhận việc trả kết quả cho { $collector }.
stages-event-handed-ready = { $actor } đã để kết quả tại quầy cho { $collector }.
stages-event-handed = { $actor } đã trao kết quả cho { $collector }.
stages-event-handed-proxy = { $actor } đã trao kết quả cho { $collector }, người nhận thay ({ $authorisation }).
stages-event-posted = { $actor } đã gửi kết quả qua bưu chính cho { $collector }.
stages-event-downloaded = { $collector } đã tải kết quả trực tuyến. Người ghi nhận: { $actor }.
stages-event-withdrawn = { $actor } đã ghi nhận người nộp rút hồ sơ. Lý do: { $reason }.
stages-event-stopped = { $actor } đã dừng xử lý hồ sơ. Lý do: { $reason }.
stages-event-amended = { $actor } đã sửa { $parts }. Lý do: { $reason }.
stages-event-voided = { $actor } đã hủy việc tiếp nhận. Lý do: { $reason }.
stages-event-result-revoked = { $actor } đã thu hồi kết quả. Lý do: { $reason }.
stages-event-file-attached = { $actor } đã thêm tệp { $file } vào hồ sơ.
stages-event-fee-paid = { $actor } đã ghi nhận nộp { $amount } ({ $method }).
stages-event-fee-paid-bill = { $actor } đã ghi nhận nộp { $amount } ({ $method }), chứng từ số { $bill }.
stages-event-fee-exempted = { $actor } đã miễn phí, lệ phí. Lý do: { $reason }.
stages-event-fee-refunded = { $actor } đã hoàn lại { $amount }. Lý do: { $reason }.
stages-event-synchronisation-changed = { $actor } đã ghi nhận: { $state }.
stages-part-applicant = thông tin người nộp
stages-part-proxy = thông tin người được ủy quyền
stages-part-needs = nhu cầu hỗ trợ
stages-part-answers = nội dung tờ khai
stages-part-copies = số bản kết quả ({ $copies })
stages-part-none = thông tin hồ sơ
stages-list-and = { $before } và { $last }
stages-list-or = { $before } hoặc { $last }
stages-when = { $clock } { $day }
