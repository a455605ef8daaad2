# What is wrong in a field of a form and how to put it right.
problems-name-empty = Chưa có họ và tên. Mời nhập họ và tên như trên giấy tờ.
problems-name-too-long = Họ và tên dài quá 200 ký tự. Mời nhập như trên giấy tờ.
problems-name-foreign-character = Họ và tên có ký tự không dùng trong tên. Mời bỏ chữ số và ký hiệu.
problems-identity-wrong-length = Số đã nhập có { $digits } chữ số. Số định danh có 12 chữ số, chứng minh nhân dân cũ có 9 chữ số.
problems-identity-foreign-character = Số giấy tờ có ký tự không đúng. Mời nhập lại đúng như trên thẻ hoặc hộ chiếu.
problems-identity-unknown-place = Ba chữ số đầu của số định danh không ứng với nơi nào. Mời đối chiếu lại với thẻ.
problems-identity-birth-year-differs = Năm sinh đã nhập khác năm sinh trong số định danh. Mời đối chiếu với thẻ.
problems-birth-not-a-date = Ngày sinh chưa đúng dạng. Mời nhập ngày/tháng/năm, ví dụ 02/03/1943.
problems-birth-no-such-day = Ngày sinh đã nhập không có trong lịch. Mời kiểm tra lại ngày và tháng.
problems-birth-in-future = Ngày sinh không được sau ngày hôm nay. Mời kiểm tra lại năm sinh.
problems-birth-too-long-ago = Ngày sinh cách đây hơn 130 năm. Mời kiểm tra lại năm sinh.
problems-contact-phone = Số điện thoại chưa đúng. Mời nhập số Việt Nam, ví dụ 0912 345 678.
problems-contact-email = Thư điện tử chưa đủ. Mời nhập dạng ten@example.vn.
problems-card-not-a-card = Mã vừa quét không phải mã của thẻ căn cước. Mời quét lại hoặc nhập tay.
problems-card-number = Không đọc được số trên thẻ. Mời quét lại hoặc nhập tay 12 chữ số.
