# Lời các lệnh in ra.

## Cấu hình, cơ sở dữ liệu, máy chủ
cli-no-database = Không có cơ sở dữ liệu tại { $file }. Hãy chỉ thư mục dữ liệu bằng --data, hoặc cơ sở dữ liệu bằng --database. Lệnh `khongcho demo` tạo sẵn một bộ để dùng thử.
cli-schema = Cơ sở dữ liệu có lược đồ { $found }; chương trình này biết đến { $known }.
cli-schema-old = Cơ sở dữ liệu có lược đồ { $found }, chương trình này cần { $known }. Hãy chạy `khongcho migrate`.
cli-migrated = Đã áp dụng { $step }
cli-cannot-listen = Không nhận được kết nối tại { $address }: { $problem }. Có thể chương trình khác đang dùng địa chỉ này; hãy chọn địa chỉ khác bằng --listen.
cli-cannot-make-folder = Không tạo được thư mục { $folder }: { $problem }
cli-serve-ready = Đang phục vụ tại { $address }
cli-first-administrator = Lần chạy đầu: đăng nhập { $username } với mật khẩu { $password } rồi đổi ngay. Mật khẩu chỉ hiện lần này.
cli-serve-no-pack = Cơ sở dữ liệu chưa có gói danh mục nào, nên chưa có thủ tục nào để nộp. Hãy nạp bằng `khongcho catalogue import GÓI`.

## Dùng thử
cli-demo-ready = Mời mở { $address }
cli-demo-clock = Đồng hồ của bản dùng thử đang là { $clock }. Đồng hồ vẫn chạy và có thể vặn tới.
cli-demo-history = Các ngày thứ sáu trước đây
cli-demo-accounts = Tài khoản, cùng mật khẩu { $password } (chỉ dùng được trên máy này):
cli-demo-sign-in = Cán bộ đăng nhập tại { $address }
cli-demo-elsewhere = Đơn vị khác có tài khoản riêng, kèm mã đơn vị: tiepnhan.10816
cli-demo-try = Ba việc nên thử:
cli-demo-try-one = 1. Đăng nhập tiepnhan và tiếp nhận một hồ sơ: kết quả được hẹn ngay trong ngày, kèm lý do.
cli-demo-try-two = 2. Lần lượt đăng nhập thamdinh, lanhdao, traketqua: thẩm định, phê duyệt và trả kết quả hồ sơ đó.
cli-demo-try-three = 3. Vặn đồng hồ qua 15 giờ 30 rồi tiếp nhận hồ sơ khác: lời hẹn chuyển sang sáng ngày làm việc tiếp theo.
cli-demo-open-to-all = Bản dùng thử đang mở ở địa chỉ mà người khác vào được. Tài khoản vẫn chỉ dùng được trên máy này.
cli-demo-backwards = Đồng hồ của bản dùng thử đang là { $stands } và chỉ chạy tới. Dùng --reset để làm lại từ đầu.
cli-reset-confirm = Mọi thứ bản dùng thử đã ghi trong { $folder } sẽ bị xóa. Thêm --yes nếu bạn thật sự muốn.
cli-reset-not-a-demo = { $folder } không phải thư mục của bản dùng thử, nên không xóa gì trong đó.
cli-reset-server = --reset chỉ xóa tệp. Hãy chỉ một cơ sở dữ liệu mới thay cho cơ sở dữ liệu trên máy chủ.

## Gói danh mục
cli-no-such-pack = Không có thư mục { $pack }, và chương trình cũng không kèm gói nào tên như vậy. Các gói kèm sẵn: { $known }.
cli-pack-not-installed = Cơ sở dữ liệu không có gói { $pack }. Đang có: { $known }.
cli-pack-has-errors = { $pack }: { $errors }. Gói chưa thể đưa vào dùng.
cli-errors = { $n } lỗi
cli-files = { $n } tệp
cli-number = { $n }
cli-pack-sound = { $pack } không có lỗi.
cli-pack-imported = Đã nạp { $pack } ({ $files }); gói có hiệu lực ngay.
cli-pack-exported = Đã ghi vào { $folder }: { $files }.
cli-folder-not-empty = { $folder } không rỗng. Hãy chỉ một thư mục mới.
cli-no-difference = Không có khác biệt.

## Hỏi thời hạn và lời hẹn
cli-no-such-unit = Không có đơn vị { $unit } vào { $day }.
cli-no-such-procedure = Không có thủ tục { $procedure }.
cli-not-offered = Đơn vị { $unit } không giải quyết thủ tục { $procedure } vào { $day }.
cli-no-such-component = Thủ tục { $procedure } không có giấy tờ { $component }. Các giấy tờ: { $known }.
cli-amount-missing = Loại thời hạn này cần --amount.
cli-amount-not-wanted = Thời hạn trong ngày không có --amount.
cli-verification-unanswered = Thủ tục { $procedure } có thể phải xác minh. Hãy cho biết bằng --verification needed hoặc --verification not-needed.
cli-verification-as-given = theo lệnh đã gọi
cli-weekly-off = ngày nghỉ hằng tuần

## Kiểm chứng
cli-verify-chains = Chuỗi sự kiện
cli-verify-dossiers = Hồ sơ
cli-verified = Đúng cả: { $chains } chuỗi với { $entries } sự kiện, { $dossiers } hồ sơ khớp với sự kiện, không khuyết số nào.
cli-chain-broken = Chuỗi của đơn vị { $unit } bị đứt ở mục { $position }: { $why }.
cli-dossier-broken = Hồ sơ { $code } không khớp với sự kiện của nó: { $what }.
cli-dossier-missing = Nhật ký có { $entries } sự kiện, các hồ sơ chỉ chứa { $found }.
cli-serial-gap = Có số bị khuyết trong { $series }, dãy đã lên đến { $serial }.

## Tài khoản
cli-no-such-account = Không có tài khoản { $username }.
cli-password-once = { $username }: mật khẩu là { $password }. Mật khẩu chỉ hiện lần này và phải đổi ở lần đăng nhập đầu.
cli-account-changed = Đã thay đổi { $username }.
cli-disabled = đã khóa
cli-account-username-shape = Tên đăng nhập gồm 3 đến 40 ký tự a-z, 0-9, dấu chấm, gạch nối và bắt đầu bằng chữ cái.
cli-account-username-taken = Tên đăng nhập này đã có người dùng.
cli-account-name-missing = Chưa có họ tên.
cli-account-name-too-long = Họ tên dài quá 100 ký tự.
cli-account-title-too-long = Chức danh dài quá 100 ký tự.
cli-account-phone-shape = Đây không phải số điện thoại.
cli-account-no-such-unit = Không có đơn vị này vào ngày đầu của vai trò.
cli-account-period-backwards = Ngày cuối ở trước ngày đầu.
cli-account-volunteer-alone = Tình nguyện viên chỉ hỗ trợ, không giữ vai trò khác tại cùng đơn vị.
cli-account-program-alone = Tài khoản của phần mềm không thuộc về ai, nên không giữ vai trò khác.
cli-account-no-such-role = Tài khoản không giữ vai trò này tại đơn vị này.
cli-account-elsewhere = Việc này chỉ làm được trên trang của quản trị.

## Tự kiểm tra
cli-doctor-fault = Có chỗ hỏng, xem ở trên.
cli-doctor-says = { $what }
cli-doctor-files = Ghi và đọc được tệp trong { $folder }.
cli-doctor-files-none = Chưa có thư mục { $folder }; lần chạy đầu sẽ tạo.
cli-doctor-files-wrong = Tệp trong { $folder } đọc lại khác với khi ghi. Hãy kiểm tra ổ đĩa.
cli-doctor-files-fault = Không ghi được tệp trong { $folder }: { $problem }. Hãy cho tài khoản chạy chương trình quyền ghi ở đó.
cli-doctor-disk = Ổ đĩa chứa dữ liệu còn trống { $free } MB.
cli-doctor-disk-low = Ổ đĩa chứa dữ liệu chỉ còn trống { $free } MB. Hãy dọn chỗ trước ngày đông tiếp theo.
cli-doctor-disk-unknown = Không biết được ổ đĩa còn trống bao nhiêu. Hãy xem bằng `df`.
cli-doctor-clock = Đồng hồ đang là { $now }.
cli-doctor-clock-fault = Đồng hồ đang là { $now }, không thể đúng. Hãy chỉnh đồng hồ của máy; mọi thời hạn dựa vào đó.
cli-doctor-clock-behind = Sự kiện cuối được ghi lúc { $last }, nhưng đồng hồ đang là { $now }. Hãy chỉnh đồng hồ của máy trước khi có người làm việc.
cli-doctor-database = { $engine } trả lời tại { $address }, lược đồ { $found }.
cli-doctor-database-fault = Không dùng được cơ sở dữ liệu { $address }: { $problem }
cli-doctor-chains = { $chains } chuỗi với { $entries } sự kiện kết thúc đúng chỗ. `khongcho verify` kiểm tra từng mục.
cli-doctor-chain-fault = Chuỗi của đơn vị { $unit } không kết thúc đúng chỗ. Hãy dừng máy chủ và chạy `khongcho verify`.
cli-doctor-accounts = Có { $count } tài khoản.
cli-doctor-no-account = Chưa có tài khoản nào. Lần chạy đầu, `khongcho serve` tạo tài khoản quản trị đầu tiên.
cli-doctor-packs = Các gói không có lỗi: { $packs }.
cli-doctor-no-unit = Không gói nào mô tả đơn vị vào ngày { $day }. Hãy nạp gói cho thời gian này.
cli-doctor-year = Lịch { $calendar } biết các ngày nghỉ của năm { $year }.
cli-doctor-year-estimate = Lịch { $calendar } mới chỉ ước đoán ngày nghỉ của năm { $year }. Hãy nhập ngay khi có thông báo.
cli-doctor-year-missing = Lịch { $calendar } chưa biết ngày nghỉ của năm { $year }: thời hạn trong năm đó sẽ sai. Hãy nhập ngay.
cli-verified-quotes = Tính lại { $quotes } khung giờ đã hẹn: giống hệt lúc nhận; thời gian xử lý đã học khớp với nhật ký.
cli-learned-differs = Thời gian xử lý đã học không khớp với nhật ký.
cli-quote-differs = Khung giờ đã hẹn của hồ sơ { $dossier } tính lại ra kết quả khác.
