# Lời khi đưa dữ liệu cũ vào: những ngày thứ sáu của bản dùng thử, sổ hồ sơ trước đây.
import-past-fridays = Tạo các ngày thứ sáu đã qua (dữ liệu mẫu)
