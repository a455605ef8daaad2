# The roster: who is meant to be here.

roster-title = Lịch trực
roster-skills = Năng lực
roster-absences = Vắng mặt
roster-delegations = Ủy quyền
roster-files = Tệp CSV
roster-units = Các đơn vị trong ngày sắp tới
roster-coming = Những ngày sắp tới
roster-no-days = Chưa có ngày không chờ nào sắp tới.
roster-day = Ngày
roster-light = Mức sẵn sàng
roster-people = Số người
roster-more = và { $n } điểm khác
roster-nobody = chưa có ai
roster-export = Tải lịch trực (CSV)
roster-post-extra = Tăng cường
roster-post-volunteer = Tình nguyện

## Lights and reasons
roster-green = Sẵn sàng
roster-amber = Cần bổ sung
roster-red = Chưa sẵn sàng
roster-why-none = Chưa có lịch trực.
roster-why-unpublished = Lịch trực chưa công bố.
roster-why-nobody-here = Vị trí { $duty } chưa có người điểm danh.
roster-ends-before = Dòng { $n }: giờ kết thúc phải sau giờ bắt đầu.
roster-outside = Dòng { $n }: ca trực nằm ngoài giờ mở cửa.
roster-day-off = Đơn vị nghỉ cả ngày này.
roster-not-entitled = { $name } chưa có vai trò để trực vị trí { $post } ở đơn vị này.
roster-overlap = { $name } có hai ca trùng giờ.
roster-two-units = { $name } đã có ca trùng giờ ở { $unit }.
roster-absent = { $name } vắng mặt ngày này: { $kind }.
roster-no-leader = Không có lãnh đạo phê duyệt.
roster-unstaffed = Vị trí { $duty } không có ai.
roster-uncovered = Vị trí { $duty } trống từ { $from } đến { $to }.
roster-sector-uncovered = Không ai được giao { $duty } lĩnh vực { $sector }.
roster-approver-alone = { $name } vừa phê duyệt vừa là người duy nhất ở vị trí { $duty }, nên không duyệt được hồ sơ nào.

## A day
roster-shifts = Các ca trực
roster-person = Người trực
roster-post = Vị trí
roster-from = Từ
roster-to = Đến
roster-stands-for = Trực thay cho
roster-copy = Lấy lịch tuần trước
roster-propose = Đề xuất lịch
roster-save = Lưu
roster-rows-hint = Để trống người trực và vị trí thì dòng đó bị bỏ. Giờ viết 7:30 hoặc 7h30.
roster-publish = Công bố và báo cho mọi người
roster-publish-hint = Mỗi người trong lịch nhận một thông báo.
roster-changed = { $name } sửa lần cuối { $at }.
roster-published = Đã công bố. { $name } sửa lần cuối { $at }.
roster-stale-hint = Những gì đồng chí vừa nhập vẫn còn bên dưới. Mở lại trang để xem bản mới.
roster-copied = Lấy từ lịch ngày { $from }.
roster-left-out = Không đưa vào: { $names }.
roster-not-yet-kept = Chưa lưu: hãy xem lại, sửa nếu cần rồi bấm Lưu.
roster-no-week-before = Năm tuần trước không có lịch nào để lấy.
roster-proposed = Đề xuất cho khoảng { $n } hồ sơ.
roster-no-proposal = Không xếp được lịch
roster-print = Bản in (A4)
roster-sign = Người phân công (ký, ghi rõ họ tên)
roster-row-person = Chọn một người.
roster-row-post = Chọn vị trí trực.
roster-row-hours = Giờ viết như 7:30 hoặc 13h30.
roster-date-wrong = Ghi đủ ngày, tháng, năm có thật.
roster-this-person = Người này

## Why somebody was proposed
roster-why-only = Người duy nhất đảm nhận được vị trí này.
roster-why-sector = Được giao lĩnh vực { $sector }.
roster-why-least = Tám tuần qua trực ít nhất: { $n } giờ.
roster-why-load = Dự kiến { $n } hồ sơ, cần thêm người.
roster-why-last = Đã quen vị trí này.
roster-why-fits = Đáp ứng vị trí và có mặt được.
roster-why-volunteer = Tình nguyện viên có mặt được.
roster-clash-nobody = Không ai có mặt được mà đảm nhận được vị trí { $duty }.
roster-clash-sector = Không ai có mặt được mà được giao { $duty } lĩnh vực { $sector }.
roster-clash-few = Chỉ { $n } người có mặt được, bốn vị trí cần ít nhất bốn người cùng lúc.
roster-clash-same = Mỗi vị trí đều có người làm được, nhưng cùng những người đó phải ở hai nơi một lúc.

## Standing in
roster-swaps = Nhờ trực thay
roster-swap-ask = Nhờ người trực thay
roster-swap-person = Người trực thay
roster-swap-send = Gửi lời nhờ
roster-swap-take = Nhận trực
roster-swap-refuse = Không nhận
roster-swap-asked = { $name } nhờ { $other } trực thay: { $reason }
roster-swap-taken = { $other } trực thay { $name }: { $reason }
roster-swap-refused = { $other } không trực thay { $name } được: { $reason }
roster-swap-no-shift = Đồng chí không có ca trực nào trong ngày này.
roster-swap-who = Chọn một người khác của đơn vị.
roster-swap-reason = Ghi lý do nhờ trực thay.
roster-swap-settled = Lời nhờ này đã được trả lời hoặc ca trực không còn.
roster-reason = Lý do

## Qualifications, absences, delegations
roster-skills-hint = Lĩnh vực chưa giao riêng cho ai thì mọi người có vai trò đều làm được.
roster-kind = Lý do vắng
roster-kind-missing = Chọn lý do vắng.
roster-kind-leave = Nghỉ phép
roster-kind-sick = Nghỉ ốm
roster-kind-mission = Công tác, họp
roster-kind-training = Học, tập huấn
roster-kind-other = Lý do khác
roster-end = Kết thúc
roster-take-back = Bỏ
roster-end-now = Chấm dứt ngay
roster-no-absence = Không ai báo vắng trong thời gian tới.
roster-absence-add = Báo vắng mặt
roster-note = Ghi chú
roster-note-hint = Không ghi thông tin về bệnh tật.
roster-past = Ngày này đã qua.
roster-delegation-hint = Người được ủy quyền phê duyệt được khi đã điểm danh. Hồ sơ tự mình tiếp nhận hoặc thẩm định thì không duyệt được.
roster-leader = Lãnh đạo
roster-deputy = Người được ủy quyền
roster-no-delegation = Không có ủy quyền nào đang có hiệu lực.
roster-delegate = Ủy quyền phê duyệt
roster-delegation-too-long = Mỗi lần ủy quyền tối đa 90 ngày.
roster-delegation-self = Không thể tự ủy quyền cho mình.
roster-delegation-not-here = Người này không xử lý hồ sơ ở đơn vị.
roster-delegation-volunteer = Tình nguyện viên không được phê duyệt.
roster-delegation-twice = Người này đã được ủy quyền trong những ngày đó.

## Files
roster-file-hint = Tệp thay toàn bộ lịch của những ngày có trong tệp. Nếu một dòng sai thì không dòng nào được nhận. Dòng đầu ghi tên cột:
roster-file = Tệp CSV (UTF-8)
roster-file-take = Nhận tệp
roster-file-taken = Đã nhận { $n } ca trực của { $days } ngày.
roster-file-wrong = Tệp có lỗi, chưa nhận dòng nào. Xem bảng bên dưới.
roster-file-report = Các lỗi trong tệp
roster-file-line = Dòng
roster-file-value = Nội dung
roster-file-trouble = Cần sửa
roster-file-not-a-table = Tệp phải là bảng CSV mã UTF-8, không quá 256 KB.
roster-file-column = Thiếu cột { $column }.
roster-file-too-many = Quá nhiều dòng.
roster-file-unit = Mã đơn vị không đúng hoặc đồng chí không lập lịch của đơn vị này.
roster-file-person = Không có tên đăng nhập này.
roster-file-post = Vị trí phải là receive, appraise, approve, return, extra hoặc volunteer.
