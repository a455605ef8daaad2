# Texts of the public pages. At most 20 words a sentence.
public-nav-no-wait = Danh sách không chờ
public-nav-look-up = Tra cứu hồ sơ
public-no-wait-friday = Thứ Sáu không chờ

## Home
public-home-title = Trang chủ
public-home-heading = Đủ giấy tờ hôm nay, có kết quả hôm nay
public-home-events = Chọn theo việc của bạn
public-home-filed = Đã nộp hồ sơ?
public-home-filed-hint = Xem hồ sơ đến bước nào bằng mã trên giấy hẹn.
public-today-cut-off = Nộp đủ giấy tờ đến { $hour }, có kết quả trong ngày.
public-today-wait = chờ đến lượt, lúc này
public-today-ready = nơi có lãnh đạo ký
public-today-backlog = hồ sơ tồn đọng
public-today-list = Xem danh sách
public-event-birth = Sinh con, nhận con
public-event-birth-hint = Khai sinh, nhận cha, mẹ, con
public-event-marriage = Kết hôn
public-event-marriage-hint = Đăng ký, xác nhận tình trạng hôn nhân
public-event-death = Người thân qua đời
public-event-death-hint = Khai tử, trích lục
public-event-copies = Bản sao, chứng thực
public-event-copies-hint = Bản sao, chữ ký, giao dịch
public-event-business = Hộ kinh doanh
public-event-business-hint = Thành lập, thay đổi, tạm ngừng
public-event-other = Việc khác
public-event-other-hint = Tất cả thủ tục

## Search
public-search-title = Thủ tục hành chính
public-search-for = Tìm “{ $query }”
public-search-label = Tìm thủ tục
public-search-hint = Bạn cần làm thủ tục gì? Gõ vài chữ, không cần dấu.
public-search-button = Tìm
public-search-only-no-wait = Chỉ thủ tục có kết quả trong ngày
public-search-found = { $n } thủ tục
public-search-no-wait = Thứ Sáu không chờ
public-search-nothing = Không tìm thấy thủ tục nào.
public-search-tip-short = Thử ít chữ hơn, như “khai sinh”.
public-search-tip-marks = Viết tắt cũng được, như “hkd” hay “gks”.
public-search-tip-all = Xem tất cả thủ tục

## One procedure
public-procedure = Thủ tục
public-procedure-code = Mã
public-procedure-unit = Nơi nộp hồ sơ
public-procedure-show = Xem ở nơi này
public-procedure-bring = Mang theo
public-procedure-prepare = Chuẩn bị hồ sơ
public-procedure-facts = Lệ phí, thời hạn, nơi làm
public-procedure-source = Theo cơ sở dữ liệu quốc gia về thủ tục hành chính, cập nhật { $date }.
public-paper = Giấy tờ
public-paper-copies = Số bản
public-fact-fee = Lệ phí
public-fact-term = Thời hạn theo luật
public-fact-place = Nơi làm
public-fact-decider = Ai quyết định
public-fact-law = Căn cứ
public-reconstructed = Danh sách này được dựng lại từ dữ liệu quốc gia để dùng thử. Bản chính thức treo tại quầy.

## The no-wait list
public-no-wait-title = Thứ Sáu không chờ: nơi làm và danh sách
public-no-wait-intro = Mang đủ giấy tờ, không phải xác minh, thì nhận kết quả ngay trong ngày.
public-no-wait-where = Nơi tham gia
public-no-wait-all = Tất cả nơi tham gia
public-no-wait-of-unit = Thứ Sáu không chờ: { $unit }
public-no-wait-total = { $n } thủ tục có kết quả trong ngày.
public-unit = Nơi
public-unit-procedures = Số thủ tục
public-unit-today = Hôm nay
public-unit-ready = Đủ người làm
public-unit-waiting = Đang chờ lãnh đạo đến
public-unit-not-today = Không phải ngày không chờ
public-may-verify = Có thể phải xác minh; quầy sẽ hỏi khi nhận.
public-list-changes = Thay đổi của danh sách

## Tracking
public-look-up-intro = Mã và PIN in trên giấy hẹn. Không cần tài khoản.
public-look-up-code = Mã hồ sơ
public-look-up-code-hint = Gồm chữ số và dấu gạch, ngay dưới mã vuông.
public-look-up-pin = PIN
public-look-up-pin-hint = 8 chữ và số, in thành hai nhóm bốn.
public-look-up-button = Xem hồ sơ
public-look-up-code-wrong = Mã hồ sơ chưa đúng. Hãy chép lại mã in trên giấy hẹn.
public-look-up-pin-empty = Chưa có PIN. Hãy nhập 8 chữ và số trên giấy hẹn.
public-look-up-not-found = Không có hồ sơ với mã và PIN này
public-look-up-not-found-help = Hãy so lại từng chữ với giấy hẹn. Nếu vẫn không được, hãy hỏi quầy.
public-look-up-another = Tra cứu hồ sơ khác
public-look-up-lost = Mất giấy hẹn? Mang căn cước đến quầy để được in lại.
public-status-title = Hồ sơ đến bước nào
public-status-code = Mã hồ sơ
public-status-due = hẹn trả kết quả
public-status-counter = quầy trả kết quả
public-status-private = Trang này không hiện tên hay nội dung hồ sơ. Chi tiết xem tại quầy.

## The hall display
public-board-title = Bảng gọi số
public-board-call = Mời số
public-board-to = đến quầy { $counter }
public-board-no-call = Chưa gọi số nào
public-board-next = Tiếp theo:
public-board-wait = Chờ khoảng { $span } phút
public-board-dossiers = Hồ sơ đang làm
public-board-no-dossier = Chưa có hồ sơ nào
public-board-before = trước { $hour }
public-board-collect = mời nhận kết quả
public-board-received = đã nhận
public-board-returned = đã trả trong ngày
public-board-working = đang làm
public-board-backlog = tồn đọng
public-board-reload = Tự cập nhật khi tắt JavaScript
public-board-stale = Mất kết nối. Bảng sẽ tự cập nhật lại.

## Options
public-options-intro = Lựa chọn được nhớ trên thiết bị này một năm.
public-options-size = Cỡ chữ
public-options-theme = Màu sắc
public-options-language = Ngôn ngữ
public-options-save = Lưu lựa chọn
public-options-saved = Đã lưu lựa chọn
public-options-back = Về trang trước
public-size-usual = Thường
public-size-large = Lớn, 125 %
public-size-larger = Lớn hơn, 150 %
public-size-largest = Rất lớn, 200 %
public-theme-device = Theo thiết bị
public-theme-light = Nền sáng
public-theme-dark = Nền tối
public-theme-contrast = Tương phản cao

## Is a result genuine
public-status-overdue = Hồ sơ này đã quá hẹn
public-status-overdue-do = Cơ quan phải gửi phiếu xin lỗi và hẹn lại ngày trả. Hãy mang giấy hẹn đến hỏi { $place }.
public-verify-title = Kiểm chứng kết quả
public-verify-genuine = Kết quả này do cơ quan nhà nước cấp và đang có hiệu lực
public-verify-genuine-do = Hãy so các dòng dưới đây với giấy trên tay. Khác một dòng là giấy không đúng.
public-verify-made-up = Kết quả dùng thử, không phải giấy tờ thật; đang có hiệu lực trong bản minh họa
public-verify-made-up-do = Bản dùng thử đã làm ra kết quả này. Không cơ quan nào cấp, và không dùng được ở đâu.
public-verify-revoked = Kết quả này đã bị thu hồi
public-verify-revoked-do = Giấy này không còn giá trị. Hãy hỏi cơ quan đã cấp.
public-verify-unknown = Không có kết quả nào với mã này
public-verify-unknown-do = Có thể mã bị đọc thiếu. Hãy quét lại, hoặc hỏi cơ quan ghi trên giấy.
public-verify-number = Số
public-verify-date = Ngày cấp
public-verify-unit = Cơ quan cấp
public-verify-hash = Dấu vân của tệp (SHA-256)

## Help
public-help-title = Trợ giúp
public-help-intro = Cách chuẩn bị, nộp và theo dõi hồ sơ, trong vài phút đọc.
public-help-prepare = Chuẩn bị ở nhà
public-help-prepare-1 = Tìm thủ tục bằng vài chữ. Trang thủ tục nói cần mang gì, bao nhiêu tiền và bao giờ xong.
public-help-prepare-2 = Không phải tự in mẫu đơn: quầy in tờ khai từ câu trả lời của bạn.
public-help-friday = Thứ Sáu không chờ
public-help-friday-1 = Ngày này lãnh đạo có mặt để ký. Đủ giấy tờ và không phải xác minh thì có kết quả trong ngày.
public-help-friday-2 = Khi nhận hồ sơ, quầy nói ngay mấy giờ có kết quả và vì sao. Điều đó được in trên giấy hẹn.
public-help-friday-3 = Nếu thiếu giấy tờ, quầy ghi tất cả vào một phiếu. Bạn chỉ phải quay lại một lần.
public-help-track = Theo dõi hồ sơ
public-help-track-1 = Dùng mã và PIN trên giấy hẹn ở trang Tra cứu hồ sơ, hoặc quét mã vuông.
public-help-track-2 = Nếu cơ quan trễ hẹn, bạn nhận được phiếu xin lỗi có lý do và giờ mới.
public-help-come = Đến quầy
public-help-come-1 = Có người giúp điền tờ khai và chụp giấy tờ, không mất tiền.
public-help-come-2 = Người già, người khuyết tật, phụ nữ mang thai được mời trước.

## Accessibility statement
public-access-title = Khả năng tiếp cận
public-access-intro = Trang này làm cho mọi người, theo chuẩn WCAG 2.2 mức AA, tương phản chữ mức AAA.
public-access-done = Đã có
public-access-done-1 = Mọi trang dùng được bằng bàn phím, bằng trình đọc màn hình và khi tắt JavaScript.
public-access-done-2 = Chữ phóng to đến 200 %, nền sáng, nền tối hoặc tương phản cao, chọn ở cuối thanh đầu trang.
public-access-done-3 = Mỗi trạng thái có hình, có chữ và có màu; không trạng thái nào chỉ có màu.
public-access-open = Chưa có
public-access-open-1 = Trang chưa tự đọc to; hãy dùng chức năng đọc của điện thoại.
public-access-open-2 = Người khuyết tật chưa cùng kiểm thử; hiện mới có kiểm tra bằng máy.
public-access-tell = Báo cho chúng tôi
public-access-tell-1 = Gặp chỗ khó dùng, hãy nói với bất kỳ quầy nào. Chúng tôi ghi lại và trả lời.

## Privacy
public-privacy-title = Bảo vệ dữ liệu cá nhân
public-privacy-intro = Chúng tôi chỉ giữ điều cần để giải quyết hồ sơ và để chứng minh đã làm đúng.
public-privacy-what = Giữ những gì
public-privacy-what-1 = Câu trả lời trong tờ khai, bản chụp giấy tờ phải nộp, và từng bước giải quyết.
public-privacy-what-2 = Giấy tờ chỉ để xem, như căn cước, thì không giữ lại và không sao chụp.
public-privacy-who = Ai được xem
public-privacy-who-1 = Chỉ người làm hồ sơ của bạn. Trang tra cứu và bảng gọi số không hiện tên.
public-privacy-who-2 = Mỗi thay đổi của hồ sơ được ghi vào sổ không sửa được.
public-privacy-rights = Quyền của bạn
public-privacy-rights-1 = Bạn có thể xem, xin sửa, hoặc hỏi ai đã xem dữ liệu của mình. Hãy hỏi tại quầy.
public-privacy-cookies = Cookie
public-privacy-cookies-1 = Chỉ để nhớ cỡ chữ, màu sắc, ngôn ngữ và lần đăng nhập. Không công ty nào khác theo dõi bạn.

## The no-wait day, told by its date
public-today-units = nơi đủ bốn nhiệm vụ
public-today-late = Đã quá { $hour }. Nộp bây giờ, có kết quả trước { $before } ngày làm việc sau.
public-today-next = Ngày không chờ tiếp theo: { $day }.
public-rule-late = Nộp sau { $hour }, có kết quả trước { $before } ngày làm việc sau.
public-unit-short = Chưa đủ bốn nhiệm vụ
public-list-added = Thêm { $n } thủ tục.
public-list-removed = Bớt { $n } thủ tục.
public-list-pdf = Bản in khổ { $size } (PDF)
public-free = Không thu

## One procedure: conditions, fees, places
public-procedure-if-complete = Mang đủ giấy tờ trong danh sách dưới đây.
public-procedure-if-no-check = Không có gì phải xác minh; quầy hỏi điều này khi nhận.
public-procedure-closed = Lúc này quầy đóng cửa.
public-procedure-case = Lời hẹn trên tính cho trường hợp: { $name }.
public-procedure-pack = Theo bộ dữ liệu “{ $pack }”, bản sửa { $revision }.
public-paper-proxy = Khi nộp thay người khác.
public-paper-case = Trong trường hợp: { $name }.
public-paper-answer = Khi trả lời “có”: { $question }
public-paper-one-of = Chỉ cần một trong các giấy tờ cùng nhóm.
public-paper-show = Chỉ để xem, không giữ lại.
public-paper-optional = Nếu có.
public-paper-count = { $n } { $kind }
public-fee-per = { $amount } ({ $unit })
public-fee-pages = { $first } một trang, từ trang thứ { $n }: { $further }, nhiều nhất { $max } một bản
public-fee-exempt = Miễn cho: { $who }.
public-term-checked = Nếu phải xác minh: { $term }.
public-term-late = Nhận sau { $hour } thì tính từ ngày làm việc sau.
public-fact-versions = Phiên bản
public-version-since = Bản { $n }, từ { $from }
public-version-until = Bản { $n }, từ { $from } đến { $to }

## Tracking: what to do
public-status-received = đã nhận
public-status-finished = có kết quả
public-status-collect = Mời đến nhận kết quả tại { $place }
public-status-fee = Còn phí, lệ phí phải nộp tại quầy

## Board
public-board-collect-at = mời nhận kết quả

## Genuine: who signed
public-verify-procedure = Thủ tục
public-verify-signer = Người ký
public-verify-content = Dấu vân của nội dung (SHA-256)
public-verify-revoked-on = Ngày thu hồi

## The clock of the demo
public-clock-title = Đồng hồ của bản dùng thử
public-clock-intro = Mọi trang của bản dùng thử theo đồng hồ này. Đồng hồ chỉ đi tới, không lùi.
public-clock-quarter = Thêm 15 phút
public-clock-hour = Thêm 1 giờ
public-clock-cut-off = Đến 15 giờ 29
public-clock-closing = Đến 16 giờ 45
public-clock-friday = Đến ngày không chờ tiếp theo
