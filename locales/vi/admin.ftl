# Administration: accounts, units, packs, programmes, calendars, tokens, rights, log.

admin-title = Quản trị
admin-find = Tìm
admin-save = Lưu
admin-saved = Đã lưu.
admin-choose = – Chọn –
admin-nothing = Không có mục nào.
admin-state = Trạng thái
admin-name = Họ tên
admin-called = Tên gọi
admin-code = Mã
admin-where = Nơi áp dụng
admin-when = Thời điểm
admin-who = Ai
admin-what = Việc
admin-object = Đối tượng
admin-kind = Loại
admin-today = hôm nay
admin-from = Từ ngày
admin-to = Đến ngày
admin-until = Đến
admin-validity = Hiệu lực
admin-certainty = Độ chắc chắn
admin-source = Căn cứ

## Sections
admin-overview = Tổng quan
admin-accounts = Tài khoản
admin-accounts-count = { $n } tài khoản đang dùng
admin-units = Đơn vị
admin-units-count = { $n } đơn vị hôm nay
admin-packs = Gói dữ liệu
admin-packs-count = { $n } gói đang có hiệu lực
admin-programmes = Chương trình
admin-programmes-count = { $n } chương trình không chờ
admin-calendars = Lịch làm việc
admin-calendars-what = Ngày nghỉ, ngày làm bù, giờ mở cửa
admin-tokens = Mã truy cập
admin-tokens-what = Cho phần mềm kết nối qua API
admin-rights = Quyền
admin-rights-what = Vai trò nào được làm việc gì, ở đâu
admin-log = Nhật ký
admin-log-what = Ai đã thay đổi gì, lúc nào. Không ghi mật khẩu và mã bí mật.

## Accounts
admin-accounts-find = Tên, tên đăng nhập hoặc đơn vị
admin-accounts-found = { $n } tài khoản
admin-account-add = Thêm tài khoản
admin-account-open = Mở tài khoản
admin-no-role = không giữ vai trò
admin-disabled = Đã khóa
admin-enabled = Đang dùng
admin-loopback = Dùng thử, chỉ trên máy này
admin-temporary = Mật khẩu tạm
admin-temporary-hint = Hãy đưa mật khẩu tạm tận tay. Người dùng phải đổi mật khẩu ở lần đăng nhập đầu tiên.
admin-secret-once = Chỉ hiện một lần. Hãy ghi lại ngay.
admin-person = Thông tin cá nhân
admin-phone = Điện thoại cơ quan
admin-title-hint = In cạnh chữ ký, ví dụ: Phó Chủ tịch.
admin-username-hint = 3 đến 40 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch ngang. Bắt đầu bằng chữ.
admin-roles = Vai trò
admin-give-role = Giao vai trò
admin-end-role = Kết thúc
admin-end-now = Kết thúc ngay
admin-in-force = Đang hiệu lực
admin-to-come = Chưa đến
admin-over = Đã hết
admin-to-hint = Để trống nếu không có thời hạn. Ngày cuối vẫn còn hiệu lực.
admin-reset-password = Cấp mật khẩu tạm
admin-reset-hint = Mật khẩu cũ mất hiệu lực và mọi phiên làm việc kết thúc ngay.
admin-disable = Khóa tài khoản
admin-disable-hint = Mọi phiên làm việc và mã truy cập của tài khoản này ngừng ngay. Hồ sơ cũ vẫn ghi tên người này.
admin-enable = Mở khóa tài khoản

## Problems of accounts
admin-username-shape = Tên đăng nhập phải có 3 đến 40 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch ngang.
admin-username-taken = Tên đăng nhập đã có người dùng. Hãy chọn tên khác.
admin-name-missing = Hãy nhập tên.
admin-too-long = Dài quá 100 ký tự. Hãy rút gọn.
admin-phone-shape = Số điện thoại chỉ gồm chữ số, dấu cách, dấu chấm và dấu cộng.
admin-role-missing = Hãy chọn vai trò.
admin-unit-missing = Hãy chọn đơn vị.
admin-no-such-unit = Không có đơn vị này vào ngày bắt đầu.
admin-date-wrong = Ngày không đúng. Hãy nhập ngày, tháng, năm bằng số.
admin-period-backwards = Ngày cuối phải sau ngày đầu.
admin-volunteer-alone = Tình nguyện viên không giữ vai trò khác tại cùng đơn vị trong cùng thời gian.
admin-program-alone = Tài khoản phần mềm không giữ vai trò của người.
admin-own-role = Không ai tự giao vai trò cho mình. Hãy nhờ quản trị viên khác.
admin-own-account = Không ai tự khóa tài khoản của mình.
admin-last-administrator = Đây là quyền quản trị cuối cùng của bạn. Hãy nhờ quản trị viên khác kết thúc.
admin-no-such-role = Vai trò này không còn. Hãy tải lại trang.
admin-no-such-account = Không có tài khoản này.

## Units
admin-unit = Đơn vị
admin-units-lead = Cây đơn vị theo ngày. Mã hành chính được dùng lại, nên mỗi đơn vị có ngày hiệu lực.
admin-units-on = Đơn vị ngày { $date }
admin-units-none = Không có đơn vị nào vào ngày này.
admin-identifier = Mã định danh điện tử
admin-invented = tự đặt
admin-edit-in-pack = Sửa trong gói dữ liệu

## Packs
admin-packs-lead = Mọi đơn vị, thủ tục, chương trình và lịch đều nằm trong gói dữ liệu. Chỉ gói đã kiểm tra mới được áp dụng.
admin-pack = Gói
admin-pack-name = Tên gói
admin-pack-name-hint = Chữ thường không dấu, chữ số, gạch ngang: thanh-ha-2023
admin-pack-name-wrong = Tên gói chỉ gồm chữ thường không dấu, chữ số và gạch ngang.
admin-pack-new = Gói mới, chưa có gói nào cùng tên.
admin-pack-file = Tệp văn bản của gói
admin-pack-text = Hoặc dán văn bản của gói
admin-pack-text-wrong = Văn bản phải bắt đầu bằng dòng tên tệp, ví dụ: === pack.toml ===
admin-pack-text-lead = Sửa văn bản, kiểm tra, rồi áp dụng. Số phiên bản của gói tự tăng.
admin-revision = Phiên bản
admin-file = Tệp
admin-files = Các tệp
admin-line = Dòng
admin-lines = Số dòng
admin-import = Nhập gói
admin-import-hint = Một văn bản gồm mọi tệp, như khi tải về. Trước mỗi tệp có một dòng ghi tên tệp giữa hai dấu ===.
admin-check = Kiểm tra
admin-apply = Kiểm tra và áp dụng
admin-applied = Đã kiểm tra và áp dụng.
admin-sound = Không có lỗi
admin-sound-hint = Chưa áp dụng. Các thay đổi ở bảng dưới đây.
admin-unsound = Gói còn lỗi nên chưa được áp dụng. Hãy sửa từng lỗi trong bảng.
admin-problem = Vấn đề
admin-problems = Vấn đề cần xem
admin-contradictions = Các gói mâu thuẫn với nhau
admin-error = Lỗi
admin-warning = Lưu ý
admin-changes = Thay đổi
admin-no-changes = Không có thay đổi.
admin-added = thêm mới
admin-removed = bỏ đi
admin-changed = thay đổi
admin-backdated = Chạm tới những ngày đã qua
admin-entry = Mục
admin-sector = Lĩnh vực
admin-calendar = Lịch
admin-procedure = Thủ tục
admin-programme = Chương trình
admin-download = Tải văn bản của gói
admin-against-shipped = So với gói đi kèm phần mềm

## Programmes
admin-programmes-lead = Chương trình hứa trả kết quả trong ngày. Sửa ngày hiệu lực tại đây; sửa danh mục trong văn bản của gói.
admin-run-by = Đơn vị thực hiện
admin-weekdays = Ngày trong tuần
admin-cut-off = Nhận chậm nhất
admin-after-cut-off = Nhận sau giờ đó: trả trước
admin-on-day-off = Khi trùng ngày nghỉ
admin-day-off-skip = Bỏ qua
admin-day-off-before = Làm vào ngày làm việc liền trước
admin-channels = Kênh
admin-programme-list = Danh mục thủ tục
admin-save-dates = Lưu ngày hiệu lực

## Calendars
admin-calendar-year = Lịch cả năm
admin-calendar-legend = × ngày nghỉ, + ngày làm bù, · nghỉ hằng tuần, ô trống là ngày làm việc.
admin-calendar-no-year = Gói chưa có danh sách ngày nghỉ của năm { $year }. Hãy thêm năm này trong văn bản của gói.
admin-calendar-add = Thêm ngày nghỉ hoặc ngày làm bù
admin-exceptions = Ngày nghỉ và ngày làm bù
admin-days = Ngày
admin-off = Ngày nghỉ
admin-worked = Ngày làm bù
admin-weekly-off = Nghỉ hằng tuần
admin-name-vi = Tên tiếng Việt
admin-name-en = Tên tiếng Anh
admin-hours = Giờ làm của ngày làm bù
admin-hours-hint = Ví dụ: 07:30-11:30, 13:30-17:00
admin-hours-wrong = Giờ phải có dạng 07:30-11:30, 13:30-17:00.
admin-one-day-hint = Để trống nếu chỉ một ngày.
admin-two-years = Hai ngày phải cùng một năm. Hãy thêm từng năm.
admin-kind-missing = Hãy chọn ngày nghỉ hoặc ngày làm bù.

## Tokens
admin-tokens-lead = Mỗi mã chỉ có một vai trò tại một đơn vị. Mã ngừng ngay khi bị thu hồi, hoặc khi tài khoản mất vai trò đó.
admin-tokens-none = Chưa có mã truy cập nào.
admin-token-add = Tạo mã truy cập
admin-token-made = Mã truy cập mới
admin-token-use = Phần mềm gửi mã này trong mỗi yêu cầu: Authorization: Bearer, rồi đến mã.
admin-token-account-hint = Tài khoản đang giữ vai trò mà mã cần.
admin-token-for-administrator = Mã truy cập không được quản trị tài khoản và gói dữ liệu.
admin-token-without-role = Tài khoản không giữ vai trò này tại đơn vị này.
admin-token-over = Ngày cuối đã qua.
admin-label = Tên gọi
admin-label-hint = Phần mềm nào, để làm gì.
admin-label-missing = Hãy ghi phần mềm nào dùng mã này.
admin-revoke = Thu hồi
admin-revoked = Đã thu hồi

## Rights
admin-rights-lead = Việc không có trong bảng thì không ai được làm. Người phê duyệt không bao giờ là người đã tiếp nhận hoặc thẩm định hồ sơ đó.
admin-action = Việc
admin-everywhere = mọi đơn vị
admin-relation-receiving = đơn vị tiếp nhận
admin-relation-deciding = đơn vị giải quyết
admin-relation-above = đơn vị cấp trên
admin-relation-elsewhere = đơn vị khác

## Log
admin-by-system = Hệ thống
admin-newest = Mới nhất
admin-older = Cũ hơn
admin-did-add = Thêm tài khoản
admin-did-edit = Sửa tài khoản
admin-did-disable = Khóa tài khoản
admin-did-enable = Mở khóa tài khoản
admin-did-reset = Cấp mật khẩu tạm
admin-did-give = Giao vai trò
admin-did-end = Kết thúc vai trò
admin-did-token = Tạo mã truy cập
admin-did-revoke = Thu hồi mã truy cập
admin-did-import = Áp dụng gói dữ liệu
admin-did-seed = Tạo tài khoản dùng thử
admin-did-first = Tạo quản trị viên đầu tiên
