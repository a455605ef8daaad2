# Messages to staff.

notice-title = Thông báo
notice-none = Chưa có thông báo nào trong 30 ngày qua.
notice-see = Đánh dấu đã xem
notice-fresh = mới
notice-for-duty = gửi vị trí { $duty }
notice-roster-not-ready = { $unit_name } chưa sẵn sàng cho ngày { $on }. Hãy xem lịch trực và bổ sung.
notice-roster-published = Lịch trực ngày { $on } đã được công bố, có tên đồng chí.
notice-substitute-asked = { $name } nhờ đồng chí trực thay ngày { $on }: { $reason }
notice-substitute-taken = { $name } nhận trực thay ngày { $on }.
notice-substitute-refused = { $name } không trực thay được ngày { $on }.
notice-presence-corrected = { $name } đã sửa giờ điểm danh của đồng chí ngày { $on }: { $reason }
notice-called-away = { $name } vắng mặt đến { $until }.
notice-called-away-for-the-day = { $name } vắng mặt hết hôm nay.
notice-delegated = { $name } ủy quyền phê duyệt cho đồng chí từ { $from } đến { $to }.
notice-delegation-revoked = { $name } đã chấm dứt việc ủy quyền phê duyệt.
notice-promise-at-risk = Hồ sơ { $code } có nguy cơ trễ hẹn, cần xong trước { $at }.
notice-promise-broken = Hồ sơ { $code } đã trễ giờ hẹn { $at }.
