staff-nav-intake = Tiếp nhận
staff-nav-work = Việc của tôi
staff-nav-approve = Phê duyệt
staff-nav-return = Trả kết quả
staff-nav-day = Ngày hôm nay
staff-nav-admin = Quản trị
staff-nav-account = Tài khoản
