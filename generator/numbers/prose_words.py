"""Words of prose around a number, as data: those that name bodies, and things that are counted."""

BODY_WORDS = frozenset(
    """bộ sở phòng ban ủy uỷ nhân dân hội đồng chính phủ thủ tướng tỉnh thành phố tp thị xã
    huyện quận phường thôn trấn chấp hành thường vụ trực đảng bộ đảng trung ương bí thư
    trị quốc giáo dục đào tạo gd đt gdđt gd&đt nội tài y tế lao động thương binh xã môi
    trường tài nguyên văn hóa hoá thể thao du lịch thông tin truyền thông khoa học công
    nghệ kế hoạch đầu tư nông nghiệp phát triển tư pháp công an trưởng chủ tịch giám đốc
    hiệu trường mầm non tiểu trung phổ liên đoàn mặt trận tổ quốc đoàn thanh niên cộng
    sản cục tổng chi vụ văn kiểm tra tuyên giáo dân vận ubnd hđnd pgd sgd bgd thành thpt
    thcs th mn khối cơ quan ngành
    """.split()
)
BODY_WORDS_BARE = frozenset(
    """bo so phong ban uy nhan dan hoi dong chinh phu thu tuong tinh thanh pho tp thi xa huyen
    quan phuong tran chap hanh thuong vu dang trung uong bi thu tri quoc giao duc dao
    tao gd dt gddt gd&dt noi tai y te lao dong ubnd hdnd pgd sgd bgd truong chu tich
    giam doc
    """.split()
)
LINKS = frozenset(("và", "va", "-"))
AFTER_LINK = frozenset("đào dao du xã xa môi moi đầu dau công cong truyền truyen phát phat".split())
NEVER_BODY = frozenset(
    """về ve ngày ngay v quy hướng huong tại tai và va thì là đã được trong theo số so yêu cầu
    gửi
    """.split()
) - {"tai", "so", "va"}

UNIT_NOUNS = frozenset(
    """ngày tháng năm tuần giờ phút người đồng_chí đ c giáo_viên gv học_sinh hs cán_bộ cb cbql
    nhân_viên nv sinh_viên sv trường lớp xã phường đơn_vị tổ nhóm điểm bài môn tiết buổi
    lần lượt đợt đoàn cơ_sở công_văn kế_hoạch văn_bản quyết_định thông_tư nghị_quyết
    nghị_định chỉ_thị thông_báo triệu tỷ tỉ nghìn ngàn đồng đ m2 km ha suất giải em trẻ
    cháu chỉ_tiêu nhiệm_vụ giải_pháp nội_dung tiêu_chí tiêu_chuẩn chương_trình dự_án
    đề_án trang phòng cụm khối hồ_sơ thành_viên đại_biểu đảng_viên chi_bộ hội_viên
    đoàn_viên hộ thôn khu bước hình_thức biện_pháp loại phần chương điều khoản mục quyển
    cuốn tập bộ_hồ_sơ bộ_sách giáo_trình phụ_huynh chuyên_đề mô_đun modul module
    lãnh_đạo viên_chức công_chức biên_chế con tờ cái chiếc bản_sao lĩnh_vực hoạt_động
    cuộc hội_nghị câu ý_kiến vấn_đề cấp ca phần_trăm tuổi huyện tỉnh quận cá_nhân
    tập_thể danh_hiệu thủ_tục thí_sinh báo_cáo tờ_trình nhà_giáo hiệu_trưởng quý kỳ
    học_kỳ hạng_mục công_trình
    """.split()
)
ASCII_NOUNS = frozenset(
    """ngay thang nam tuan gio phut nguoi dong_chi giao_vien gv hoc_sinh hs can_bo cb nhan_vien
    truong lop phuong don_vi nhom diem bai mon tiet buoi lan luot dot trieu ty nghin
    ngan dong em tre
    """.split()
)
